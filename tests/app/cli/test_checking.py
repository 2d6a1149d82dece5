from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.cli.outputs import with_progress
from tests.app.cli.conftest import Program, is_one_line
from tests.app.conftest import ARTICLE

PUBLISHED = ("--published", "2025-09-05")


def test_flags_as_linters_print_them(program: Program) -> None:
    outcome = program("check", "article.txt", *PUBLISHED)
    assert (outcome.status, outcome.err) == (1, "")
    lines = outcome.out.splitlines()
    assert lines[0] == "article.txt:1:34: T201 ordinal-period, error"
    assert lines[2] == f"1 | {ARTICLE}"
    assert lines[3] == "  | " + " " * 33 + "^" * 12
    assert lines[4].startswith("  = The Russian invasion of Ukraine began on 24 February 2022")
    assert lines[5] == "  = write “fourth year”"
    assert lines[6].startswith("  = because Russian invasion of Ukraine: 24 February 2022 onwards (")
    assert lines[-2:] == ["", "1 error in 1 file."]
    assert "\x1b" not in outcome.out


def test_a_text_without_errors(program: Program) -> None:
    outcome = program("check", "article.txt", "--published", "2028-09-05")
    assert (outcome.status, outcome.out, outcome.err) == (0, "No temporal errors in 1 file.\n", "")


def test_several_files_as_json(program: Program) -> None:
    Path("fine.txt").write_text("It rained.", encoding="utf-8")
    outcome = program("check", "fine.txt", "article.txt", *PUBLISHED, "--format", "json")
    assert outcome.status == 1
    document = json.loads(outcome.out)
    fine, wrong = document["files"]
    assert (fine["file"], fine["flags"]) == ("fine.txt", [])
    assert (wrong["flags"][0]["rule"], wrong["flags"][0]["line"], wrong["flags"][0]["column"]) == ("T201", 1, 34)
    assert document["summary"]["errors"] == 1


def test_sarif(program: Program) -> None:
    outcome = program("check", "article.txt", *PUBLISHED, "--format", "sarif")
    assert outcome.status == 1
    document = json.loads(outcome.out)
    assert document["version"] == "2.1.0"
    assert [result["ruleId"] for result in document["runs"][0]["results"]] == ["T201"]


def test_github(program: Program) -> None:
    outcome = program("check", "article.txt", *PUBLISHED, "--format", "github")
    assert outcome.status == 1
    assert outcome.out.startswith("::error file=article.txt,line=1,endLine=1,col=34,endColumn=46,title=T201 ")
    assert outcome.out.count("\n") == 1


@pytest.mark.parametrize(
    ("options", "status"),
    [
        (("--select", "T2"), 1),
        (("--select", "t201,T3"), 1),
        (("--select", "T3"), 0),
        (("--select", "counting"), 1),
        (("--select", "weekday-mismatch"), 0),
        (("--ignore", "T201"), 0),
        (("--ignore", "ordinal-period"), 0),
        (("--select", "T2", "--ignore", "T201"), 0),
    ],
)
def test_rules_can_be_chosen(program: Program, options: tuple[str, ...], status: int) -> None:
    assert program("check", "article.txt", *PUBLISHED, *options).status == status


def test_comments_switch_rules_off(program: Program) -> None:
    Path("article.txt").write_text(f"{ARTICLE} <!-- timelines: ignore T201 -->", encoding="utf-8")
    outcome = program("check", "article.txt", *PUBLISHED)
    assert (outcome.status, outcome.out) == (0, "No temporal errors in 1 file, 1 suppressed.\n")


def test_a_wrong_comment_is_told_and_does_not_fail(program: Program) -> None:
    Path("article.txt").write_text("It rained. <!-- timelines: ignore T999 -->", encoding="utf-8")
    outcome = program("check", "article.txt")
    assert outcome.status == 0
    assert outcome.out.startswith("article.txt:1:12: note: This comment is wrong: there is no rule 'T999'")


@pytest.mark.parametrize("form", ["text", "json", "sarif", "github"])
def test_a_broken_file_does_not_keep_the_others_from_being_checked(program: Program, form: str) -> None:
    Path("bad.txt").write_bytes(b"a\x00b")
    outcome = program("check", "bad.txt", "article.txt", "nowhere.txt", *PUBLISHED, "--format", form)
    assert outcome.status == 2
    assert outcome.err.splitlines()[1] == "timelines: nowhere.txt: there is no such file."
    assert "T201" in outcome.out
    if form in ("json", "sarif"):
        assert "nowhere.txt: there is no such file." in json.dumps(json.loads(outcome.out))


def test_remarks_do_not_count(program: Program) -> None:
    Path(".timelines.toml").write_text('[severity]\nT2 = "info"\n', encoding="utf-8")
    outcome = program("check", "article.txt", *PUBLISHED)
    assert outcome.status == 0
    assert outcome.out.endswith("No temporal errors and 1 remark in 1 file.\n")


def test_standard_input(program: Program) -> None:
    outcome = program("check", "-", *PUBLISHED, stdin=ARTICLE.encode())
    assert outcome.status == 1
    assert outcome.out.startswith("-:1:34: T201 ")


def test_standard_input_may_have_a_name(program: Program) -> None:
    Path("docs").mkdir()
    Path("docs/.timelines.toml").write_text('[per-file-ignores]\n"talks.md" = ["T2"]\n', encoding="utf-8")
    arguments = ("check", "-", "--stdin-filename", "docs/talks.md", *PUBLISHED)
    assert program(*arguments, stdin=ARTICLE.encode()).status == 0
    outcome = program(*arguments, "--no-config", stdin=ARTICLE.encode())
    assert outcome.out.startswith("docs/talks.md:1:34: ")


def test_folders_and_patterns(program: Program) -> None:
    for name in ("docs/a.md", "docs/sub/b.TXT", "docs/c.html", "docs/.hidden/d.md", "docs/node_modules/e.md"):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text("It rained.", encoding="utf-8")
    Path("empty").mkdir()

    def files(*arguments: str) -> list[str]:
        document = json.loads(program("check", *arguments, "--format", "json").out)
        return [file["file"] for file in document["files"]]

    assert files("docs") == ["docs/a.md", "docs/sub/b.TXT"]
    assert files("docs/", "./docs/a.md", "docs/c.html") == ["docs/a.md", "docs/sub/b.TXT", "docs/c.html"]
    assert files("docs/*.md", "docs/**/*.TXT") == ["docs/a.md", "docs/sub/b.TXT"]
    assert is_one_line(program("check", "empty"))
    assert is_one_line(program("check", "no*where"))


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("nowhere.txt",), "nowhere.txt: there is no such file."),
        (("article.txt", "--published", "2025-02-30"), "--published: '2025-02-30' is not a date"),
        (("article.txt", "--select", "T9"), "--select: there is no rule 'T9'"),
        (("article.txt", "--ignore", "weekday-mismatches"), "did you mean 'weekday-mismatch'?"),
        (("article.txt", "--canon", "nowhere.yaml"), "nowhere.yaml"),
        (("article.txt", "--stdin-filename", "a"), "--stdin-filename goes with -"),
        (("article.txt", "--config", "a", "--no-config"), "either --config or --no-config"),
        (("article.txt", "--config", "nowhere.toml"), "nowhere.toml: there is no such file."),
        (("article.txt", "--format", "xml"), "xml"),
    ],
)
def test_bad_arguments(program: Program, arguments: tuple[str, ...], words: str) -> None:
    outcome = program("check", *arguments)
    assert is_one_line(outcome)
    assert words in outcome.err


def test_progress_is_for_terminals() -> None:
    assert list(with_progress([1, 2, 3], "Checking")) == [1, 2, 3]
