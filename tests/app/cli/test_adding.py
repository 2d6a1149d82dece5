from __future__ import annotations

from pathlib import Path

from app.library import Library
from app.store.database import connect
from tests.app.cli.conftest import Program, is_one_line
from tests.app.conftest import ARTICLE
from tests.reading.files import WORDS, page, pdf
from timelines.canon.canon import Canon


def test_files_of_every_kind(program: Program, canon: Canon) -> None:
    Path("a.html").write_bytes(page())
    Path("rows.jsonl").write_text('{"text": "It rained in 1999."}\n{"text": ""}\n', encoding="utf-8")
    outcome = program("add", "article.txt", "a.html", "rows.jsonl", "--database", "sqlite:///new.db")
    assert outcome.status == 2
    assert outcome.err == "timelines: rows.jsonl:2: The text is empty.\n"
    library = Library(connect("sqlite:///new.db"), canon)
    first, second, third = (library.article(each) for each in outcome.out.split())
    assert (first.text, second.title, third.text) == (ARTICLE, "Talks in Paris", "It rained in 1999.")
    assert second.published_origin == "metadata"
    library.close()


def test_what_cannot_be_added(program: Program) -> None:
    assert is_one_line(program("add", "nowhere.txt"))
    outcome = program("add", "http://127.0.0.1/")
    assert is_one_line(outcome)
    assert "public internet" in outcome.err


def test_other_commands_read_documents_too(program: Program) -> None:
    Path("a.html").write_bytes(page())
    Path("a.pdf").write_bytes(pdf(WORDS))
    assert '"origin": "metadata"' in program("reconstruct", "a.html", "--format", "json").out
    checked = program("check", "a.html", "a.pdf", "--published", "2025-09-05")
    assert checked.status == 1
    assert checked.out.count("seventh year") >= 2
    assert program("check", "a.html").status == 1
