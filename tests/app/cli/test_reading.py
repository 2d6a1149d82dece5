from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.app.cli.conftest import Program, is_one_line
from tests.app.conftest import ARTICLE

PUBLISHED = ("--published", "2025-09-05")


def test_reconstruct_in_words(program: Program) -> None:
    outcome = program("reconstruct", "article.txt", *PUBLISHED, "--title", "Talks")
    assert outcome.status == 0
    assert outcome.out.startswith("Talks\npublished  2025-09-05  (given)\n")
    assert "2025-09-04" in outcome.out
    assert "article.txt:1:34: T201 ordinal-period, error" in outcome.out
    assert "write “fourth year”" in outcome.out
    assert "because " in outcome.out
    assert "\x1b" not in outcome.out


def test_reconstruct_as_json(program: Program) -> None:
    outcome = program("reconstruct", "article.txt", *PUBLISHED, "--format", "json")
    timeline = json.loads(outcome.out)
    assert timeline["article"]["published"]["edtf"] == "2025-09-05"
    assert [flag["suggestion"] for flag in timeline["flags"]] == ["fourth year"]


def test_reconstruct_as_csv_into_a_file(program: Program) -> None:
    outcome = program("reconstruct", "article.txt", *PUBLISHED, "--format", "csv", "--out", "out.csv")
    assert (outcome.status, outcome.out) == (0, "")
    assert all(line.startswith("not carried: ") for line in outcome.err.splitlines())
    rows = list(csv.DictReader(io.StringIO(Path("out.csv").read_text(encoding="utf-8"))))
    assert "T201" in {row["rule"] for row in rows}


def test_reconstruct_in_other_formats(program: Program) -> None:
    outcome = program("reconstruct", "article.txt", *PUBLISHED, "--title", "Talks", "--format", "markdown")
    assert outcome.status == 0
    assert outcome.out.startswith("# Talks\n")
    assert "not carried: claims: " in outcome.err
    calendar = program("reconstruct", "article.txt", *PUBLISHED, "--format", "icalendar", "--out", "out.ics")
    assert (calendar.status, calendar.out) == (0, "")
    assert Path("out.ics").read_bytes().endswith(b"END:VCALENDAR\r\n")
    assert program("reconstruct", "article.txt", "--format", "docx").status == 2


def test_reconstruct_from_standard_input(program: Program) -> None:
    outcome = program("reconstruct", "-", "--format", "json", stdin=ARTICLE.encode())
    assert outcome.status == 0
    assert json.loads(outcome.out)["article"]["published"]["origin"] != "given"


def test_reconstruct_rows(program: Program) -> None:
    rows = [{"id": "a", "published": "2025-09-05", "text": ARTICLE}, {"id": 2, "text": ARTICLE}]
    Path("in.jsonl").write_text("\n".join(json.dumps(row) for row in rows) + "\n\n", encoding="utf-8")
    outcome = program("reconstruct", "--jsonl", "in.jsonl", "--out", "out.jsonl")
    assert (outcome.status, outcome.out, outcome.err) == (0, "", "")
    first, second = map(json.loads, Path("out.jsonl").read_text(encoding="utf-8").splitlines())
    assert (first["id"], second["id"]) == ("a", 2)
    assert first["flags"][0]["quote"] == "seventh year"
    assert {"article", "expressions", "events", "claims", "flags"} <= set(first)


def test_tag_in_words_and_as_json(program: Program) -> None:
    words = program("tag", "article.txt", *PUBLISHED)
    assert "2025-09-04" in words.out
    found = json.loads(program("tag", "article.txt", *PUBLISHED, "--format", "json").out)
    values = {each["text"]: each["value"] for each in found["timex"]}
    assert values["September 4"] == "2025-09-04"


def test_tag_rows(program: Program) -> None:
    row = json.dumps({"id": "a", "published": "2025-09-05", "text": ARTICLE})
    outcome = program("tag", "--jsonl", "-", stdin=row.encode())
    (tagged,) = map(json.loads, outcome.out.splitlines())
    assert tagged["id"] == "a"
    assert {tuple(each) for each in tagged["timex"]} == {("start", "end", "type", "value")}
    date = tagged["timex"][-1]
    assert ARTICLE[date["start"] : date["end"]] == "September 4"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"  \n", "empty"),
        (b"%PDF-1.7", "PDF"),
        (b"a\x00b", "binary"),
        ("Élysée".encode("latin-1"), "UTF-8"),
        (b"word " * 1_000_000, "TIMELINES_MAX_TEXT_BYTES"),
    ],
)
@pytest.mark.parametrize("command", ["reconstruct", "check", "tag"])
def test_files_that_cannot_be_read(program: Program, command: str, data: bytes, words: str) -> None:
    Path("bad.txt").write_bytes(data)
    outcome = program(command, "bad.txt")
    assert is_one_line(outcome)
    assert "bad.txt" in outcome.err
    assert words in outcome.err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("reconstruct", "nowhere.txt"), "nowhere.txt: there is no such file."),
        (("reconstruct", "."), "this is a folder"),
        (("tag", "article.txt", "--published", "2025-02-30"), "--published: '2025-02-30' is not a date"),
        (("reconstruct",), "Give either a FILE"),
        (("reconstruct", "article.txt", "--jsonl", "x"), "Give either a FILE"),
        (("reconstruct", "--jsonl", "x", *PUBLISHED), "--published does not go with --jsonl"),
        (("reconstruct", "article.txt", "--out", "x"), "--out goes with"),
        (("reconstruct", "article.txt", "--format", "json", "--out", "no/such/folder"), "cannot be written"),
    ],
)
def test_bad_arguments(program: Program, arguments: tuple[str, ...], words: str) -> None:
    outcome = program(*arguments)
    assert is_one_line(outcome)
    assert words in outcome.err


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "[]",
        '{"text": "It rained."}',
        '{"id": 1}',
        '{"id": 1, "text": "x", "published": "2025-02-30"}',
        '{"id": 1, "text": "x", "published": 2025}',
        '{"id": true, "text": "x"}',
        '{"id": 1, "text": "\\ud800"}',
    ],
)
@pytest.mark.parametrize("command", ["reconstruct", "tag"])
def test_bad_rows_are_named_and_nothing_is_written(program: Program, command: str, line: str) -> None:
    Path("in.jsonl").write_text('{"id": 0, "text": "It rained."}\n' + line + "\n", encoding="utf-8")
    outcome = program(command, "--jsonl", "in.jsonl", "--out", "out.jsonl")
    assert is_one_line(outcome)
    assert "in.jsonl:2: " in outcome.err
    assert sorted(path.name for path in Path().iterdir()) == ["article.txt", "in.jsonl"]


def test_a_text_cannot_steer_the_terminal(program: Program) -> None:
    Path("article.txt").write_text("[red]In \u009b31m 1990[/red] it rained.", encoding="utf-8")
    outcome = program("reconstruct", "article.txt", "--title", "A \u009b title")
    assert outcome.status == 0
    assert "\u009b" not in outcome.out
