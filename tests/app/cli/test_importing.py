from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.cli import importing
from tests.app.cli.conftest import Program, is_one_line
from timelines.canon.importers.run import FORMATS

HEADER = "id,kind,label,when\n"
ROW = "event/battle-of-otterbrook,battle,Battle of Otterbrook,1643-05-03\n"


@pytest.fixture
def source() -> Path:
    path = Path("mine.csv")
    path.write_text(HEADER + ROW, encoding="utf-8")
    return path


def test_an_import_is_used_by_the_other_commands(program: Program, source: Path) -> None:
    outcome = program("canon", "import", "csv", str(source), "--into", "mine.pack")
    assert (outcome.status, outcome.err) == (0, "")
    assert outcome.out == "1 facts of 1 records, 1 of them new; 0 records without a dated fact.\n"
    assert "1643-05-03" in program("lookup", "battle of Otterbrook", "--canon", "mine.pack").out
    assert "1643-05-03" in program("canon", "search", "battle of Otterbrook", "--canon", "mine.pack").out
    assert program("canon", "check", "mine.pack").status == 0
    counted = json.loads(program("canon", "stats", "mine.pack", "--format", "json").out)
    assert [(pack["path"], pack["facts"]) for pack in counted["packs"]] == [("mine.pack", 1)]
    assert "1  in mine.pack, with 0 terms of office" in program("canon", "stats", "mine.pack").out
    Path("wrong.txt").write_text("The Battle of Otterbrook began on 3 May 1653.", encoding="utf-8")
    flagged = program("check", "wrong.txt", "--canon", "mine.pack")
    assert (flagged.status, "T301" in flagged.out) == (1, True)


def test_malformed_records_are_shown_with_their_lines(program: Program, source: Path) -> None:
    source.write_text(HEADER + ROW + "nonsense,x\n" * 22, encoding="utf-8")
    outcome = program("canon", "import", "csv", str(source), "--into", "mine.pack")
    assert outcome.status == 0
    assert "22 malformed records were left out:\nmine.csv:3: 2 values, but the header has 4\n" in outcome.out
    assert outcome.out.endswith("… and 2 more.\n")


def test_an_import_that_was_stopped_goes_on(program: Program, source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("timelines.canon.importers.run.import_file", stop)
        outcome = program("canon", "import", "csv", str(source), "--into", "mine.pack")
    assert (outcome.status, outcome.out) == (130, "")
    assert "--resume" in outcome.err
    assert program("canon", "import", "csv", str(source), "--into", "mine.pack", "--resume").status == 0
    again = program("canon", "import", "csv", str(source), "--into", "mine.pack", "--resume")
    assert again.out.startswith("mine.csv was imported into mine.pack before")


@pytest.mark.parametrize(
    "arguments",
    [
        ("csv", "none.csv", "--into", "mine.pack"),
        ("xml", "mine.csv", "--into", "mine.pack"),
        ("csv", "mine.csv"),
        ("csv", "mine.csv", "--into", "mine.csv"),
        ("csv", "mine.csv", "--into", "none/mine.pack"),
        ("csv", "mine.csv", "--into", "mine.pack", "--as-of", "now"),
        ("csv", "mine.csv", "--into", "mine.pack", "--as-of", "2024/2025"),
        ("csv", "article.txt", "--into", "mine.pack"),
    ],
)
def test_what_cannot_be_imported(program: Program, source: Path, arguments: tuple[str, ...]) -> None:
    assert is_one_line(program("canon", "import", *arguments))


def test_a_broken_pack_is_one_line(program: Program) -> None:
    Path("bad.pack").write_bytes(b"SQLite format 3\x00" + b"x" * 5_000)
    outcome = program("lookup", "war", "--canon", "bad.pack")
    assert is_one_line(outcome)
    assert "bad.pack" in outcome.err


def test_the_formats_are_those_of_the_engine() -> None:
    assert importing.ImportFormat.__args__ == tuple(FORMATS)  # type: ignore[attr-defined]
