from __future__ import annotations

from itertools import pairwise

import pytest

from timelines.chronology import Span, parse_edtf
from timelines.tagging import tag
from timelines.tagging.foreign import described_languages, tag_foreign

PUBLISHED = parse_edtf("2025-09-05")


def values(text: str, language: str, reference: Span | None = PUBLISHED) -> list[tuple[str, str]]:
    return [(e.text, e.value) for e in tag_foreign(text, reference, language)]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("de", "am 4. September", "XXXX-09-04"),
        ("fr", "le 4 septembre", "XXXX-09-04"),
        ("ru", "в сентябре", "XXXX-09"),
        ("it", "di lunedì", "XXXX-WXX-1"),
        ("ja", "9月4日", "XXXX-09-04"),
        ("es", "ayer", "XXXX-XX-XX"),
    ],
)
def test_an_unknown_publication_date_leaves_dates_open(language: str, text: str, value: str) -> None:
    (found,) = tag_foreign(text, None, language)
    assert (found.value, found.span) == (value, None)


@pytest.mark.parametrize(
    ("language", "text"),
    [("de", "Freitag, 22. November 1963"), ("pl", "piątek, 22 listopada 1963"), ("ko", "1963년 11월 22일 금요일")],
)
def test_a_weekday_beside_a_date_is_kept(language: str, text: str) -> None:
    (found,) = tag_foreign(text, PUBLISHED, language)
    assert (found.text, found.weekday, found.edtf) == (text, 4, "1963-11-22")


@pytest.mark.parametrize(
    ("language", "text"), [("de", "am 30. Februar 2025"), ("sv", "2025-02-30"), ("tr", "31.04.2025")]
)
def test_a_date_that_does_not_exist_is_a_problem(language: str, text: str) -> None:
    (found,) = tag_foreign(text, PUBLISHED, language)
    assert (found.span, found.value, found.problem) == (None, "", "no-such-date")


def test_both_days_of_a_range_take_its_month() -> None:
    assert values("vom 4. bis 6. September 2025", "de") == [("4", "2025-09-04"), ("6. September 2025", "2025-09-06")]
    assert values("del 4 al 6 de mayo de 2019", "es") == [("4", "2019-05-04"), ("6 de mayo de 2019", "2019-05-06")]
    assert values("9月4日至6日", "zh") == [("9月4日", "2025-09-04"), ("6日", "2025-09-06")]


def test_years_of_a_life_in_brackets() -> None:
    assert values("Sie lebte hier (1914–1918) lange.", "de") == [("1914", "1914"), ("1918", "1918")]


def test_a_number_before_a_noun_is_no_year() -> None:
    assert values("Der Index stieg um 2025 Punkte.", "de") == []
    assert values("W latach 1939-1945 trwała wojna.", "pl") == [("1939", "1939"), ("1945", "1945")]
    assert values("1947 में विभाजन हुआ।", "hi") == [("1947", "1947")]


def test_a_verb_of_the_future_points_ahead() -> None:
    assert values("Er wird am Dienstag kommen.", "de") == [("Dienstag", "2025-09-09")]
    assert values("Er kam am Dienstag.", "de") == [("Dienstag", "2025-09-02")]


def test_a_story_gives_its_year_to_the_days_after() -> None:
    text = "1912 sank das Schiff. 1914 begann der Krieg. Am 28. Juni 1914 fielen Schüsse, am 3. August kam er."
    assert values(text, "de")[-1] == ("3. August", "1914-08-03")


def test_tag_knows_the_way_here() -> None:
    assert tag("le 4 mai 2019", PUBLISHED, language="fr") == tag_foreign("le 4 mai 2019", PUBLISHED, "fr")


def test_modifiers_are_kept() -> None:
    found = tag_foreign("Il est revenu fin septembre 2019.", PUBLISHED, "fr")
    assert [(e.text, e.modifier) for e in found] == [("fin septembre 2019", "END")]


def test_a_language_without_its_own_words_has_names_and_numbers() -> None:
    assert values("Dňa 4. septembra 2025 a 4.9.2025.", "sk") == [
        ("4. septembra 2025", "2025-09-04"),
        ("4.9.2025", "2025-09-04"),
    ]


@pytest.mark.parametrize("language", ["xx", "", "../de", "d e"])
def test_an_unknown_language_is_refused(language: str) -> None:
    with pytest.raises(LookupError):
        tag_foreign("4 mai", PUBLISHED, language)


@pytest.mark.parametrize("language", described_languages())
def test_expressions_are_sorted_and_apart(language: str) -> None:
    text = "1/2/2003 12.12.12. 4. 4 5 6 2025-09-04/2025-09-05 1999-2000 " * 20 + "İ" * 50 + " 4 ４ ४ ٤ 月日年 월일 "
    found = tag_foreign(text, PUBLISHED, language)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(text[e.start : e.end] == e.text for e in found)
