"""Full dates as babel writes them, read by our tagger and by dateparser: where both read one, they agree."""

from __future__ import annotations

import datetime as dt

import dateparser
import pytest
from babel.dates import format_date

from timelines.tagging import tag

LANGUAGES = [
    *("de", "fr", "es", "it", "pt", "nl", "pl", "ru", "uk", "cs", "sv", "da"),
    *("nb", "fi", "hu", "ro", "el", "tr", "he", "id", "vi", "ja", "zh", "ko"),
]
DATES = [dt.date(1989, 11, 9), dt.date(2024, 2, 29), dt.date(2003, 5, 1), dt.date(1969, 7, 20), dt.date(2011, 3, 11)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_full_dates_agree(language: str) -> None:
    read = 0
    for date in DATES:
        written = format_date(date, format="long", locale=language)
        other = dateparser.parse(written, languages=[language], settings={"REQUIRE_PARTS": ["day", "month", "year"]})
        ours = [expression.value for expression in tag(written, language=language)]
        assert ours == [date.isoformat()]
        if other is not None:
            assert other.date() == date
            read += 1
    assert read >= 4
