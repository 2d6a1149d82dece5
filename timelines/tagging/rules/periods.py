"""Parts and runs of years: seasons, quarters, halves, fiscal years, decades, centuries."""

from __future__ import annotations

import re

from timelines.tagging.meaning import CalendarDate, Piece, UnitAt, YearPart, Years
from timelines.tagging.rules.fields import Fields, relative_of, year_of


def _year(fields: Fields) -> int | None:
    year, two_digits = year_of(fields)
    if year is None or not two_digits:
        return year
    return year + (1900 if year > 49 else 2000)


def season(fields: Fields) -> list[Piece]:
    """ "the spring of 1862", "last fall", "the summer"."""
    part = fields.value("season", "season")
    if part is None:
        return []
    if fields.has("rel") and any("unit-one" in t.values for t in fields.tokens[fields.first : fields.last]):
        return fields.whole(YearPart(part, _year(fields), year_relative=relative_of(fields)))
    return fields.whole(YearPart(part, _year(fields), relative_of(fields)))


def season_told(fields: Fields) -> list[Piece]:
    """ "the winter", without a preposition: a time in a story."""
    return fields.whole(YearPart(fields.value("season", "season") or "SP", told=True))


def season_pair(fields: Fields) -> list[Piece]:
    """ "the spring and summer of 1943": both are of the year."""
    first, second = fields.value("season", "season"), fields.value("second", "season")
    if first is None or second is None:
        return []
    year = _year(fields)
    begun = year - 1 if year is not None and first == "WI" else year
    return [
        Piece(fields.first, fields.end("season"), YearPart(first, begun)),
        Piece(
            fields.begin("lead") if fields.has("lead") else fields.begin("second"), fields.last, YearPart(second, year)
        ),
    ]


def quarter(fields: Fields) -> list[Piece]:
    """ "the third quarter", "fourth-quarter 1989"."""
    number = fields.integer("n", "quarter-ordinal", "ordinal")
    if number is None:
        return []
    said = relative_of(fields) or ("same" if fields.has("year_of") else "")
    return fields.whole(YearPart(f"Q{number}", _year(fields), year_relative=said, fiscal=fields.has("fiscal")))


def quarter_code(fields: Fields) -> list[Piece]:
    """ "Q3 2024"."""
    return fields.whole(YearPart(f"Q{fields.value('code', 'quarter-code')}", _year(fields)))


def quarter_pointed(fields: Fields) -> list[Piece]:
    """ "the latest quarter", "this quarter"."""
    return fields.whole(UnitAt("Q", relative_of(fields) or "the"))


def half(fields: Fields) -> list[Piece]:
    """ "the second half of 1998"."""
    number = fields.integer("n", "half-code", "half-ordinal", "ordinal") or fields.integer("code", "half-of")
    if number is None:
        number = {"START": 1, "END": 2}.get(fields.value("n", "first-last") or "")
    if number is None:
        return []
    said = relative_of(fields) or ("same" if fields.has("year_of") else "")
    return fields.whole(YearPart(f"H{number}", _year(fields), year_relative=said))


def fiscal_year(fields: Fields) -> list[Piece]:
    """ "fiscal 1989", "FY2024"."""
    year = _year(fields)
    if year is None:
        digits = re.search(r"\d{2,4}$", fields.tokens[fields.last - 1].text)
        if digits is None:
            return []
        year = int(digits.group())
        year += 0 if year > 99 else (1900 if year > 49 else 2000)
    return fields.whole(CalendarDate(year))


_FIRST_DECADE = 1100  # "1000s" is a thousand of something


def decade(fields: Fields) -> list[Piece]:
    """ "the late 1970s", "the '60s", "the twenties"."""
    first_token = fields.tokens[fields.first]
    if fields.has("decade"):
        written = fields.word("decade")
        digits = re.sub(r"\D", "", written)
        if not digits.endswith("0"):
            return []
        number = int(digits)
        if len(digits) == 4 and number >= _FIRST_DECADE:
            if fields.has("bc"):
                return fields.whole(Years(-number - 9, 10, bc=True))
            return fields.whole(Years(number, 100 if number % 100 == 0 and number < 2000 else 10))
        if written[0] != "'" and "the" not in {t.text.lower() for t in fields.tokens[fields.first : fields.last]}:
            return []
        if fields.has("bc"):
            return fields.whole(Years(-number - 9, 10, bc=True))
        return fields.whole(Years(number, 10, two_digits=True))
    number = fields.integer("decade_word", "decades-word") or 0
    prefix = fields.word("word")
    if prefix == "roaring":
        return fields.whole(Years(1900 + number, 10))
    if prefix == "eighteen":
        return fields.whole(Years(1800 + number, 10))
    if prefix == "nineteen":
        return fields.whole(Years(1900 + number, 10))
    if first_token.text.lower() != "the":
        return []
    return fields.whole(Years(number, 10, two_digits=True))


def century(fields: Fields) -> list[Piece]:
    """ "the 11th century", "the 5th century BC"."""
    number = fields.integer("n", "ordinal")
    return [] if number is None or number > 40 else fields.whole(_century(number, fields.has("bc")))


def _century(number: int, bc: bool) -> Years:
    return Years(-number * 100 + 1 if bc else (number - 1) * 100, 100, number, bc)


def century_range(fields: Fields) -> list[Piece]:
    """ "the 16th and 17th centuries"."""
    first, second = fields.integer("n", "ordinal"), fields.integer("second", "ordinal")
    if first is None or second is None or max(first, second) > 40:
        return []
    bc = fields.has("bc")
    return [
        Piece(fields.first, fields.end("n"), _century(first, bc), fields.modifier()),
        Piece(fields.begin("second"), fields.last, _century(second, bc)),
    ]


BUILDERS = {
    "season": season,
    "season_told": season_told,
    "season_pair": season_pair,
    "quarter": quarter,
    "quarter_code": quarter_code,
    "quarter_pointed": quarter_pointed,
    "half": half,
    "fiscal_year": fiscal_year,
    "decade": decade,
    "century": century,
    "century_range": century_range,
}
