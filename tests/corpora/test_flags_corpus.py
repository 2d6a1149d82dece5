"""The corpus of mistakes is well formed, and its corrections are right as far as sums can tell.

Whether the engine finds the mistakes is measured by ``benchmarks.flags_corpus``, not asserted here.
"""

from __future__ import annotations

import calendar
import re
from collections import Counter
from datetime import date

import pytest

from tests.corpora import proofs
from tests.corpora.pairs import CLEAN, FAMILIES, RULES, Pair, load_pairs, load_traps, records

PAIRS = load_pairs()
TRAPS = load_traps()
CLEAN_TEXTS = {pair.id: pair.clean for pair in PAIRS} | {trap.id: trap.text for trap in TRAPS}
# These rules are sums; their pairs have to prove them. T206 counts editions, some of which were never held.
PROVED = {"T102", "T201", "T202", "T203", "T204", "T205"}

_MONTH = {name: n for n in range(1, 13) for name in (calendar.month_name[n], calendar.month_abbr[n])} | {"Sept": 9}
_NAMES = "|".join(sorted(_MONTH, key=len, reverse=True))
_DAY_NAMES = "|".join(proofs.WEEKDAYS)
_DAY_MONTH = re.compile(rf"\b({_DAY_NAMES}),? (?:the )?(\d\d?)(?:st|nd|rd|th)?(?: of)? ({_NAMES})\.?,? (\d{{4}})\b")
_MONTH_DAY = re.compile(rf"\b({_DAY_NAMES}),? ({_NAMES})\.? (\d\d?)(?:st|nd|rd|th)?, (\d{{4}})\b")
_GREGORIAN = date(1752, 9, 14)


def test_enough_pairs_and_traps() -> None:
    assert len(PAIRS) >= 440
    assert len(TRAPS) >= 160
    assert {pair.rule for pair in PAIRS} == set(RULES)
    assert min(Counter(pair.rule for pair in PAIRS).values()) >= 8


def test_ids_and_texts_are_unique() -> None:
    for values in ([*CLEAN_TEXTS], [pair.wrong for pair in PAIRS] + [*CLEAN_TEXTS.values()]):
        assert [value for value, count in Counter(values).items() if count > 1] == []
    assert len(CLEAN_TEXTS) == len(PAIRS) + len(TRAPS)


@pytest.mark.parametrize("family", FAMILIES)
def test_records_have_the_fields_of_the_format(family: str) -> None:
    for row in records(family):
        assert {"id", "rule", "published", "wrong", "quote", "right"} <= set(row), row
        assert set(row) <= {"id", "rule", "published", "wrong", "quote", "right", "clean", "proof"}, row
        assert row["right"] is not None or "clean" in row, row["id"]


def test_traps_have_the_fields_of_the_format() -> None:
    for row in records(CLEAN):
        assert set(row) == {"id", "trap", "published", "text"}, row


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.id)
def test_pair_is_well_formed(pair: Pair) -> None:
    assert RULES[pair.rule] == pair.family
    assert pair.published is None or type(pair.published) is date
    assert pair.wrong.count(pair.quote) == 1
    assert pair.clean != pair.wrong
    assert pair.right is None or (pair.right != pair.quote and pair.right in pair.clean)
    for text in (pair.wrong, pair.clean):
        assert text == " ".join(text.split())
        assert text[-1] in ".!?”\"')"


@pytest.mark.parametrize("pair", [pair for pair in PAIRS if pair.rule in PROVED], ids=lambda pair: pair.id)
def test_sums_are_proved(pair: Pair) -> None:
    assert pair.proof is not None


@pytest.mark.parametrize("pair", [pair for pair in PAIRS if pair.proof], ids=lambda pair: pair.id)
def test_proof_holds_for_the_correction_and_not_for_the_mistake(pair: Pair) -> None:
    proof = pair.proof or ""
    result = proof.split()[-1]
    assert result in proofs.results(proof)
    if re.fullmatch(r"\d{4}-\d\d-\d\d", result):
        assert str(int(result[-2:])) in pair.clean
        return
    assert _says(pair.clean, result)
    if pair.right is not None and _says(pair.right, result):
        assert not any(_says(pair.quote, possible) for possible in proofs.results(proof))


@pytest.mark.parametrize("id_", CLEAN_TEXTS)
def test_weekdays_beside_dates_are_those_of_the_calendar(id_: str) -> None:
    for weekday, day in _weekday_pairs(CLEAN_TEXTS[id_]):
        if day >= _GREGORIAN:
            assert proofs.WEEKDAYS[day.weekday()] == weekday


@pytest.mark.parametrize("trap", TRAPS, ids=lambda trap: trap.id)
def test_trap_is_well_formed(trap: object) -> None:
    published = getattr(trap, "published", None)
    assert published is None or type(published) is date


@pytest.mark.parametrize(
    ("proof", "holds"),
    [
        ("weekday 1937-05-06 Thursday", True),
        ("weekday 1937-05-06 Friday", False),
        ("age 1925-10-13 1979-05-04 53", True),
        ("nth year 2003-03-20 2008-04-10 6", True),
        ("nth day 2021-01-20 2021-04-29 100", True),
        ("elapsed year -44 1599 1642", True),
        ("anniversary 1815-06-18 2015-06-18 200", True),
        ("easter 2023 49 2023-05-28", True),
        ("nthday 2021-11 Thursday 4 2021-11-25", True),
        ("century 1700 17", True),
        ("century -320 4", True),
    ],
)
def test_proofs_calculate(proof: str, holds: bool) -> None:
    assert (proof.split()[-1] in proofs.results(proof)) is holds


def _says(text: str, result: str) -> bool:
    if not result.isdigit():
        return result in text
    return any(re.search(rf"(?<![\w-]){re.escape(form)}(?!\w)", text.lower()) for form in proofs.forms(int(result)))


def _weekday_pairs(text: str) -> list[tuple[str, date]]:
    found = [(m[1], date(int(m[4]), _MONTH[m[3]], int(m[2]))) for m in _DAY_MONTH.finditer(text)]
    return found + [(m[1], date(int(m[4]), _MONTH[m[2]], int(m[3]))) for m in _MONTH_DAY.finditer(text)]
