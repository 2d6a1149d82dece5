"""Every problem that the check finds, by the facts that have it and the words that say so."""

from __future__ import annotations

from pathlib import Path

import pytest

from timelines.canon.check import check_canon, main
from timelines.canon.load import BUILTIN
from timelines.canon.schema import Problem

OFFICE = "- {id: office/king, label: King of Ruritania}\n"


def problems(tmp_path: Path, facts: str) -> list[Problem]:
    path = tmp_path / "facts.yaml"
    path.write_text(f"facts:\n{facts}", encoding="utf-8")
    return check_canon([path])


@pytest.mark.parametrize(
    ("facts", "message", "line"),
    [
        ("- {id: event/a, label: A, kind: war, when: 2025-02-30}", "is not a date", 2),
        ("- {id: event/a, label: A, kind: war, when: 24/02/2022}", "2022-02-24", 2),
        ("- {id: event/a, label: A, kind: war, when: 1995/1990}", "is not a date", 2),
        ("- {id: event/a, label: A, kind: wra, when: 1990}", 'did you mean "war"', 2),
        ("- {id: event/a, label: A, when: 1990}", 'no "kind"', 2),
        ("- {id: event/a, label: A, kind: war}", 'no "when"', 2),
        ("- {id: event/a, kind: war, when: 1990}", 'no "label"', 2),
        ("- {label: A}", 'no "id"', 2),
        ("- {id: evnt/a, label: A}", 'did you mean "event"', 2),
        ("- {id: event/A B, label: A}", "is not an id", 2),
        ("- {id: person/a, label: A, wehn: 1990}", 'no key "wehn"', 2),
        ("- {id: person/a, label: A, when: 1990}", 'no key "when"', 2),
        ("- {id: person/a, label: A, wikidata: 42}", "no Wikidata id", 2),
        ("- {id: person/a, label: A, gender: male}", "not a gender", 2),
        ("- {id: person/a, label: A, as_of: now}", "not a plain date", 2),
        ("- {id: person/a, label: A}\n- {id: person/a, label: B}", "is also at", 3),
        ("- {id: person/a, label: A, label: B}", "stands twice", 2),
        ("- {extend: person/b, label: A}", 'no "person/b" to extend', 2),
        ("- {id: person/a, label: A}\n- {extend: person/a, label: B}", "already said", 3),
        ("- just words", "every fact is a mapping", 2),
        ("- {id: person/a, label: [A, B]}", "must be plain text", 2),
        ("- {id: person/a, label: A, terms: [king]}", "is a mapping", 2),
        ("- {id: person/a, label: A, terms: [{office: king, strat: 1990}]}", 'did you mean "start"', 2),
        ("- {id: person/a, label: A, terms: [{office: kign, start: 1990}]}\n" + OFFICE, "office/king", 2),
        ("- {id: event/a, label: A, kind: war, when: 1990, part_of: event/b}", 'no "event/b"', 2),
        ("- {id: event/a, label: A, kind: war, when: 1990, participants: [person/b]}", 'no "person/b"', 2),
        ("- {id: person/a, label: A, born: 1990, died: 1980}", 'is before "born', 2),
        ("- {id: person/a, label: A, born: 1800, died: 1990}", "over 123 years", 2),
        ("- {id: person/a, label: A, born: 1800, as_of: 2025}", "would be over", 2),
        ("- {id: person/a, label: A, born: 2030, as_of: 2025}", "born after as_of", 2),
        (OFFICE + "- {id: person/a, label: A, terms: [{office: king, start: 1990, end: 1980}]}", "ends (1980)", 3),
        (OFFICE + "- {id: person/a, label: A, died: 1990, terms: [{office: king, start: 1980}]}", "has no end", 3),
        (
            OFFICE + "- {id: person/a, label: A, born: 1990, terms: [{office: king, start: 1980, end: 1999}]}",
            "outside",
            3,
        ),
        (OFFICE + "- {id: person/a, label: A, terms: [{office: king, start: 1800, end: 1990}]}", "over 73 years", 3),
        ("- {id: state/a, label: A, since: 1990, until: 1980}", "is not a date|is before", 2),
        (
            "- {id: event/a, label: X, kind: war, when: 1}\n- {id: event/b, label: X, kind: war, when: 2}",
            "also means",
            3,
        ),
        (
            "- {id: person/a, label: A, names: [{name: B, context: [acting until the election of 1990]}]}",
            "no context",
            2,
        ),
        ("- {id: series/a, label: A, editions: [{n: 1, when: 1990}, {n: 1, when: 1994}]}", "twice", 2),
        ("- {id: series/a, label: A, editions: [{n: one, when: 1990}]}", "whole number", 2),
    ],
)
def test_each_problem_is_found_with_its_line(tmp_path: Path, facts: str, message: str, line: int) -> None:
    found = problems(tmp_path, facts)
    assert found
    assert any(part in str(problem) for problem in found for part in message.split("|")), found
    assert line in [problem.line for problem in found]
    assert all(problem.file.endswith("facts.yaml") for problem in found)


def test_two_holders_of_an_office_for_one_overlap_only_if_it_is_not_for_many(tmp_path: Path) -> None:
    facts = (
        "- {id: person/a, label: A, terms: [{office: king, start: 1980, end: 1992-05}]}\n"
        "- {id: person/b, label: B, terms: [{office: king, start: 1991-03, end: 1999}]}\n"
    )
    assert "at the same time" in str(problems(tmp_path, OFFICE + facts))
    assert not problems(tmp_path, OFFICE.replace("}", ", holders: many}") + facts)
    assert not problems(tmp_path, OFFICE.replace("}", ", holders: 2}") + facts)


def test_the_day_of_the_handover_belongs_to_both(tmp_path: Path) -> None:
    facts = (
        "- {id: person/a, label: A, terms: [{office: king, start: 1980, end: 1992-05-01}]}\n"
        "- {id: person/b, label: B, terms: [{office: king, start: 1992-05-01, end: 1999}]}\n"
    )
    assert not problems(tmp_path, OFFICE + facts)


def test_a_name_with_a_context_may_be_shared(tmp_path: Path) -> None:
    facts = (
        "- {id: event/a, label: A, kind: war, when: 1990, names: [{name: the war, context: [Rome]}]}\n"
        "- {id: event/b, label: B, kind: war, when: 1991, names: [the war]}\n"
    )
    assert not problems(tmp_path, facts)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("facts:\n- {id: a", "not valid YAML"),
        ("facts:\n- id: event/a\n  label: A: B\n", "quote values"),
        ("- {id: event/a}", 'needs a list "facts"'),
        ("facts: []\nfakts: []", 'did you mean "facts"'),
        ("facts: &a [*a]", "anchors and aliases"),
        ("just text", 'needs a list "facts"'),
        ("facts: \x00", "not valid YAML"),
    ],
)
def test_broken_files_are_problems_not_crashes(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "facts.yaml"
    path.write_text(content, encoding="utf-8")
    assert message in str(check_canon([path])[0])


def test_a_file_in_another_encoding_is_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "facts.yaml"
    path.write_bytes("facts: [{id: event/a, label: Élysée}]".encode("latin-1"))
    assert "not UTF-8" in str(check_canon([path])[0])


def test_empty_files_have_no_problems(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("", encoding="utf-8")
    (tmp_path / "b.yaml").write_text("facts:\n", encoding="utf-8")
    assert check_canon([tmp_path]) == []


def test_ones_own_facts_may_refer_to_those_of_the_package(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(
        "facts:\n- {id: event/a, label: A, kind: visit, when: 2010, participants: [person/barack-obama]}\n", "utf-8"
    )
    assert check_canon([path], builtin=BUILTIN) == []
    assert len(check_canon([path])) == 1


def test_the_facts_of_the_package_are_sound() -> None:
    assert [str(problem) for problem in check_canon([BUILTIN])] == []


def test_the_command_prints_problems_and_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "own.yaml"
    path.write_text("facts:\n- {id: event/a, label: A, kind: visit}\n", encoding="utf-8")
    assert main([str(path)]) == 1
    assert f"{path}:2: " in capsys.readouterr().out
