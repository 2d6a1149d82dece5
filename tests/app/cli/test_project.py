from __future__ import annotations

from pathlib import Path

import pytest

from app.cli.project import Project, Projects
from app.cli.usage import UsageError
from tests.app.cli.conftest import Program, is_one_line
from timelines.model import Severity

PUBLISHED = ("--published", "2025-09-05")
FULL = """
select = ["T2", "weekday-mismatch"]
ignore = ["T206"]
published = 2025-09-05
language = "en"
canon = ["facts"]

[per-file-ignores]
"archive/*" = ["T201"]
"*.md" = ["T102", "T5"]

[severity]
counting = "warning"
T201 = "info"
"""


def write(name: str, text: str) -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def found(folder: str = ".") -> Project:
    return Projects().of(Path(folder).absolute())


def test_all_settings() -> None:
    Path("facts").mkdir()
    write(".timelines.toml", FULL)
    project = found()
    assert "T201" in project.select
    assert "T102" in project.select
    assert "T103" not in project.select
    assert project.ignore == {"T206"}
    assert project.published is not None
    assert project.published.edtf == "2025-09-05"
    assert project.language == "en"
    assert project.canon == (Path("facts").absolute(),)
    assert project.severities["T201"] is Severity.INFO
    assert project.severities["T202"] is Severity.WARNING
    assert "T102" not in project.severities


def test_per_file_ignores_are_patterns_of_paths_and_names() -> None:
    Path("facts").mkdir()
    write(".timelines.toml", FULL)
    project = found()
    assert project.ignored_in(Path("a.txt")) == {"T206"}
    assert project.ignored_in(Path("archive/old/a.txt")) == {"T201", "T206"}
    assert project.ignored_in(Path("sub/archive/a.txt")) == {"T206"}
    assert {"T102", "T501", "T206"} <= project.ignored_in(Path("sub/a.md"))
    assert project.ignored_in(Path("/elsewhere/archive/a.txt")) == {"T206"}


def test_the_nearest_file_counts_alone() -> None:
    write(".timelines.toml", 'ignore = ["T1"]')
    write("docs/sub/deep/x", "")
    write("docs/pyproject.toml", '[tool.timelines]\nselect = ["T201"]')
    write("docs/sub/pyproject.toml", "[project]\nname = 'x'")
    assert found("docs/sub/deep").select == {"T201"}
    assert found("docs/sub/deep").ignore == frozenset()
    assert "T101" in found().ignore
    write("docs/.timelines.toml", "")
    assert found("docs").select == frozenset()


def test_check_uses_the_settings_of_each_file(program: Program) -> None:
    write("docs/.timelines.toml", 'ignore = ["T201"]\npublished = "2025-09"')
    write("docs/article.txt", Path("article.txt").read_text(encoding="utf-8"))
    assert program("check", "docs").status == 0
    assert program("check", "docs", "--no-config", *PUBLISHED).status == 1
    outcome = program("check", "docs", "article.txt", *PUBLISHED)
    assert outcome.status == 1
    assert "docs/article.txt:" not in outcome.out


def test_the_command_line_goes_before_the_file(program: Program) -> None:
    write(".timelines.toml", 'select = ["T1"]\npublished = "2022-03-01"\n')
    assert program("check", "article.txt", *PUBLISHED).status == 0
    assert program("check", "article.txt", *PUBLISHED, "--select", "T2").status == 1
    write(".timelines.toml", 'ignore = ["T201"]')
    assert program("check", "article.txt", *PUBLISHED, "--ignore", "T1").status == 0


def test_a_file_can_be_given(program: Program) -> None:
    write(".timelines.toml", "nonsense")
    write("other.toml", 'ignore = ["T2"]')
    write("sub/pyproject.toml", "[tool.timelines]\nignore = ['T2']")
    assert program("check", "article.txt", *PUBLISHED, "--config", "other.toml").status == 0
    assert program("check", "article.txt", *PUBLISHED, "--config", "sub/pyproject.toml").status == 0
    write("sub/pyproject.toml", "")
    assert "there is no [tool.timelines]" in program("check", "article.txt", "--config", "sub/pyproject.toml").err


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("selct = []", 'there is no setting "selct"; did you mean "select"?'),
        ("xyz = 1", "the settings are select, ignore, per-file-ignores, severity, published, canon, language"),
        ('ignore = "T201"', """ignore: write a list of rules like ["T201", "T5"], not 'T201'."""),
        ("ignore = [201]", 'ignore[0]: write a list of rules like ["T201", "T5"], not a number.'),
        ('ignore = ["T999"]', "ignore: there is no rule 'T999'"),
        ("per-file-ignores = []", "per-file-ignores: write a table of patterns and rules"),
        ('[per-file-ignores]\n"a" = "T2"', 'per-file-ignores."a": write a list of rules'),
        ('[severity]\nT2 = "fatal"', "severity.\"T2\": write one of 'error', 'warning', 'info', not 'fatal'."),
        ('[severity]\nT999 = "info"', "severity: there is no rule 'T999'"),
        ("published = 2025", "published: write a date"),
        ("published = 2025-09-05T10:00:00", "published: write a date"),
        ('published = ""', "published: write a date"),
        ('published = "2025-02-30"', "published: '2025-02-30' is not a date"),
        ('canon = ["nowhere.yaml"]', "canon: there is no"),
        ("canon = true", "canon: write a list of paths"),
        ('language = "English"', """language: write a language code like "en", not 'English'."""),
        ("select = [", "this is not TOML"),
    ],
)
def test_what_is_wrong_is_told_with_file_and_key(program: Program, text: str, words: str) -> None:
    write(".timelines.toml", text)
    outcome = program("check", "article.txt")
    assert is_one_line(outcome)
    assert ".timelines.toml: " in outcome.err
    assert words in outcome.err


def test_a_wrong_table_in_pyproject() -> None:
    write("pyproject.toml", "[tool]\ntimelines = 1")
    with pytest.raises(UsageError, match=r"tool\.timelines must be a table"):
        found()
