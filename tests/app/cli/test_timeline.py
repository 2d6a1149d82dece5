from __future__ import annotations

import json
from pathlib import Path

from tests.app.cli.conftest import Program, is_one_line
from tests.story.stories import DAM

ASK = ("--dates", "2", "--sentences", "1")


def write_rows(name: str = "in.jsonl") -> None:
    rows = [{"id": number, "published": day, "text": text} for number, (day, text) in enumerate(DAM)]
    Path(name).write_text("\n".join(json.dumps(row) for row in rows) + "\n", encoding="utf-8")


def test_the_timeline_of_a_story(program: Program) -> None:
    write_rows()
    outcome = program("timeline", "--jsonl", "in.jsonl", *ASK, "--out", "out.json")
    assert (outcome.status, outcome.out, outcome.err) == (0, "", "")
    entries = json.loads(Path("out.json").read_text(encoding="utf-8"))
    assert [day for day, _ in entries] == ["2031-03-04", "2031-03-10"]
    assert all(len(told) == 1 for _, told in entries)
    texts = " ".join(text for _, text in DAM)
    assert all(sentence in texts for _, told in entries for sentence in told)


def test_it_goes_to_standard_output_and_keeps_to_the_period(program: Program) -> None:
    write_rows()
    outcome = program("timeline", "--jsonl", "in.jsonl", *ASK, "--from", "2031-03-05", "--to", "2031-03")
    assert outcome.status == 0
    assert [day for day, _ in json.loads(outcome.out)][-1] == "2031-03-10"
    assert "2031-03-04" not in outcome.out


def test_it_says_when_there_are_fewer_days(program: Program) -> None:
    write_rows()
    outcome = program("timeline", "--jsonl", "in.jsonl", "--dates", "90", "--sentences", "1")
    assert outcome.status == 0
    assert "days only" in outcome.err


def test_articles_on_standard_input(program: Program) -> None:
    write_rows()
    outcome = program("timeline", "--jsonl", "-", *ASK, stdin=Path("in.jsonl").read_bytes())
    assert len(json.loads(outcome.out)) == 2


def test_refusals(program: Program) -> None:
    write_rows()
    Path("empty.jsonl").write_text("\n", encoding="utf-8")
    Path("undated.jsonl").write_text('{"id": "a", "text": "Rain fell."}\n', encoding="utf-8")
    Path("broken.jsonl").write_text('{"id": 1, "published": "2031-03-04", "text": "Rain."}\n{"id"\n', encoding="utf-8")
    for arguments, said in [
        (("--jsonl", "empty.jsonl", *ASK), "no articles"),
        (("--jsonl", "undated.jsonl", *ASK), "row 1 ('a')"),
        (("--jsonl", "broken.jsonl", *ASK), "broken.jsonl:2:"),
        (("--jsonl", "missing.jsonl", *ASK), "no such file"),
        (("--jsonl", "in.jsonl", "--dates", "0", "--sentences", "1"), "dates"),
        (("--jsonl", "in.jsonl", *ASK, "--from", "soon"), "--from"),
        (("--jsonl", "in.jsonl", *ASK, "--from", "2031-04", "--to", "2031-03"), "ends before it begins"),
    ]:
        outcome = program("timeline", *arguments)
        assert is_one_line(outcome), arguments
        assert said in outcome.err
