"""From a match of a pattern to what it says, in the terms that all languages share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from timelines.chronology.calendar import days_in_month
from timelines.tagging.foreign.folding import LEFT, RIGHT, alternatives
from timelines.tagging.foreign.vocabulary import Vocabulary
from timelines.tagging.meaning import CalendarDate, DayAt, Impossible, Meaning, Moved, UnitAt

_BESIDE_YEAR = re.compile(
    r"\s?(?:[%€$£¥°]|(?:km|kg|mm|cm|m|eur|usd|euros?|dollars?|mio|mrd)(?!\w)|[.,]\d|\d|[-/]\d(?!\d{3}(?!\d)))"
)
_LAST_YEAR = 2099  # bare numbers above are hardly years
_HIJRI_FIRST, _HIJRI_LAST = 1200, 1500  # the years of both Hijri calendars from the late 18th century on
_REACH = 25  # characters before a name in which its preposition is looked for; the longest has twenty
_HAN = str.maketrans("〇零一二三四五六七八九", "00123456789")
_YEAR_RANGE = re.compile(r"(?<!\d)[12]\d{3}\s?[-–—]\s?$")
_TO_YEAR = re.compile(r"\s?[-–—]\s?[12]\d{3}(?![\d.,-])")
_CAPITAL = re.compile(r"\s+[^\W\d_]*[A-ZÄÖÜ]")  # a counted noun in German: "2025 Punkte"
_RANGE_REACH = 7  # characters of a year with its dash
_RANGE = re.compile(r"(?<!\d)[12]\d{3}\s?[-–—]\s?$|\(\s?$")


@dataclass(frozen=True, slots=True)
class Reading:
    """Something read: its place and its meaning; ``either`` days lie ahead or back, as the verb says."""

    start: int
    end: int
    meaning: Meaning
    modifier: str | None = None
    either: bool = False


class Reader:
    """Reads the matches of one language."""

    def __init__(self, words: Vocabulary) -> None:
        self._words = words
        at = "|".join(
            re.escape(word).replace(r"\ ", r"\s{1,3}") + ("" if word.endswith(("'", "+", "-")) else r"\s{1,3}")
            for word in sorted(words.at, key=len, reverse=True)
        ).replace(r"\+", "")
        left = "" if "open-left" in words.flags else LEFT
        self._at = re.compile(rf"{left}(?:{at})$" if at else r"(?!)")
        self._attached = "attached" in words.patterns
        self._other_calendar = "other-calendar" in words.flags
        after_year = alternatives(words.lists["after_year"])
        self._after_year = re.compile(rf"\s?(?:{after_year}){RIGHT}")
        self._bare_years = "bare-years" in words.flags

    def read(self, kind: str, match: re.Match[str], text: str, original: str) -> Iterator[Reading]:
        """What a match says; nothing where it is not a time after all. ``text`` is folded."""
        found = match.groupdict()
        start, end = match.span()
        match kind:
            case "date":
                yield from self._date(found, match, text)
            case "iso" | "numeric" | "short numeric":
                yield from self._numeric(kind, found, match, text)
            case "month" | "bare month":
                if kind == "month" or self._is_month(found, start, text, original):
                    yield from self._month(found, start, end)
            case "year":
                if self._is_year(found, match, text, original):
                    modifier = self._words.modifiers.get(_key(found.get("mod")))
                    yield Reading(start, end, CalendarDate(year=self._year(found)), modifier)
            case "weekday":
                if self._is_name(found["wd"] or "", start, text, original):
                    yield Reading(start, end, CalendarDate(weekday=self._weekday(found)))
            case "day":
                if not _is_inside_number(text, start):
                    yield Reading(start, end, CalendarDate(day=self._day(found["day"]), weekday=self._weekday(found)))
            case "point":
                yield Reading(start, end, point(*self._words.points[_key(found["point"])]))
            case "either":
                yield Reading(start, end, DayAt(self._words.either[_key(found["point"])]), either=True)
            case "weekday of week":
                count = self._words.points[_key(found["week"])][1]
                relative = {-1: "last-week", 0: "this-week", 1: "next-week"}.get(count)
                if relative is not None:
                    yield Reading(start, end, CalendarDate(weekday=self._weekday(found), relative=relative))
            case "pointed":
                yield Reading(start, end, self._pointed(found))
            case "ago" | "ahead":
                yield Reading(start, end, self._counted(found, -1 if kind == "ago" else 1))

    def _date(self, found: dict[str, str | None], match: re.Match[str], text: str) -> Iterator[Reading]:
        start, end = match.span()
        month, day = self._month_of(found), self._day(found.get("day"))
        year, weekday = self._year(found), self._weekday(found)
        short = found.get("short")
        alone = year is None and weekday is None and found.get("pointed") is None
        if short is not None and alone and (not found.get("dot") or short in self._words.weak):
            return
        if _is_inside_number(text, start):
            return
        relative = self._pointed_year(found)
        first = found.get("first")
        if first:
            leads = match.start("month") < match.start("opening") if found.get("month") else False
            opening = match.start() if leads else match.start("opening")
            closing = match.end("opening" if leads else "first")
            yield Reading(opening, closing, CalendarDate(year, month, int(first), None, "", relative))
            start = match.start("day")
        yield Reading(start, end, CalendarDate(year, month, day, weekday, "", relative))

    def _numeric(self, kind: str, found: dict[str, str | None], match: re.Match[str], text: str) -> Iterator[Reading]:
        start, end = match.span()
        year = self._year(found)
        month, day = int(found["number"] or 0), int(found["day"] or 0) if found.get("day") else None
        if _is_inside_number(text, start) or month == 0 or day == 0 or self._is_other_calendar(year):
            return
        weekday, digits = self._weekday(found), len(found.get("year") or "")
        separator = found.get("sep")
        if kind == "short numeric" and weekday is None and not (found.get("noun") or self._stands_after(start, text)):
            return
        if digits == 2 and separator == "-":
            return
        if day is None:
            if year is not None and kind == "iso" and month != year % 100 + 1:
                yield Reading(start, end, CalendarDate(year, month))
            return
        if month > 12 >= day and kind == "numeric" and digits == 4 and separator == "/":
            month, day = day, month
        if not 1 <= month <= 12 or day > 31:
            if kind == "iso" and month <= 19 and day <= 39:
                yield Reading(start, end, Impossible("no-such-date"))
            return
        if digits == 2 and day > days_in_month(2000, month):
            return
        yield Reading(start, end, CalendarDate(year, month, day, weekday, two_digits=digits == 2))

    def _month(self, found: dict[str, str | None], start: int, end: int) -> Iterator[Reading]:
        modifier = self._words.modifiers.get(_key(found.get("mod")))
        short = found.get("short")
        if short is not None and short in self._words.weak and not found.get("dot"):
            return
        date = CalendarDate(self._year(found), self._month_of(found), year_relative=self._pointed_year(found))
        yield Reading(start, end, date, modifier)

    def _pointed(self, found: dict[str, str | None]) -> Meaning:
        relative = self._words.before.get(_key(found["rel"])) or self._words.after[_key(found["rel"])]
        unit = found.get("unit")
        if unit is None:
            return CalendarDate(month=self._month_of(found), weekday=self._weekday(found), relative=relative)
        code = self._words.units[_key(unit)]
        return UnitAt(code, relative, spoken=True)

    def _counted(self, found: dict[str, str | None], sign: int) -> Meaning:
        if found.get("pair"):
            return Moved(2.0, self._words.pairs[_key(found["pair"])], sign)
        if found.get("one"):
            return Moved(1.0, self._words.ones[_key(found["one"])], sign)
        word = _key(found["n"])
        count = int(word) if word.isdigit() else self._words.numbers[word]
        return Moved(float(count), self._words.units[_key(found["unit"])], sign)

    def _month_of(self, found: dict[str, str | None]) -> int | None:
        if found.get("month"):
            return self._words.months[_key(found["month"])]
        return self._words.short_months[_key(found["short"])] if found.get("short") else None

    def _day(self, word: str | None) -> int:
        key = _key(word)
        return int(key) if key.isdigit() else self._words.day_words[key]

    def _weekday(self, found: dict[str, str | None]) -> int | None:
        wide, short = found.get("wd") or found.get("wd2"), found.get("wds") or found.get("wds2")
        if wide:
            return self._words.weekdays[_key(wide)]
        return self._words.short_weekdays[_key(short)] if short else None

    def _year(self, found: dict[str, str | None]) -> int | None:
        if found.get("era"):
            return self._words.eras[found["era"] or ""] + int((found["era_year"] or "").replace("元", "1"))
        digits = found.get("year") or found.get("old") or found.get("three")
        if not digits:
            return None
        year = int(digits.translate(_HAN))
        return 1 - year if found.get("bc") or found.get("bce") else year

    def _pointed_year(self, found: dict[str, str | None]) -> str:
        if not found.get("pointed"):
            return ""
        return _RELATIVE[self._words.points[_key(found["pointed"])][1]]

    def _is_month(self, found: dict[str, str | None], start: int, text: str, original: str) -> bool:
        return found.get("mod") is not None or self._is_name(found["month"] or "", start, text, original)

    def _is_name(self, name: str, start: int, text: str, original: str) -> bool:
        """Whether a bare name of a month or weekday is meant as one."""
        if "capital-names" in self._words.flags and original[start : start + len(name)].islower():
            return False
        return _key(name) not in self._words.weak or self._stands_after(start, text)

    def _is_year(self, found: dict[str, str | None], match: re.Match[str], text: str, original: str) -> bool:
        if found.get("old") is not None:
            return int(found["old"] or 0) > 0
        if found.get("era"):
            return True
        if _BESIDE_YEAR.match(text, match.end()):
            return False
        if _is_inside_number(text, match.start("year")) and not _YEAR_RANGE.search(
            text, max(0, match.start() - _RANGE_REACH), match.start()
        ):
            return False
        if (
            match.start() > 0
            and text[match.start() - 1] in "-–—"
            and not _YEAR_RANGE.search(text, max(0, match.start() - _RANGE_REACH), match.start())
        ):
            return self._stands_after(match.start(), text)
        year = self._year(found) or 0
        if year > _LAST_YEAR or self._is_other_calendar(year):
            return False
        if found.get("noun") or found.get("mod") or match.end() > match.end("year"):
            return True
        if _RANGE.search(text, max(0, match.start() - _RANGE_REACH), match.start()):
            return True
        if _TO_YEAR.match(text, match.end()) or self._after_year.match(text, match.end()):
            return True
        bare = self._bare_years and not _CAPITAL.match(original, match.end())
        return year % 100 != 0 and (bare or self._stands_after(match.start(), text))

    def _is_other_calendar(self, year: int | None) -> bool:
        """Whether a year is likely one of the Hijri calendars, which are not read."""
        return self._other_calendar and year is not None and _HIJRI_FIRST <= year <= _HIJRI_LAST

    def _stands_after(self, start: int, text: str) -> bool:
        if self._attached and start and text[start - 1].isalpha():
            return True
        return self._at.search(text[max(0, start - _REACH) : start]) is not None


def point(unit: str, count: int) -> Meaning:
    """What lies so many units away from now."""
    if unit == "D":
        return DayAt(count)
    if count in _RELATIVE:
        return UnitAt(unit, _RELATIVE[count], spoken=True)
    return Moved(float(abs(count)), unit, -1 if count < 0 else 1)


_RELATIVE = {-1: "last", 0: "this", 1: "next"}


def _key(word: str | None) -> str:
    return " ".join(word.split()) if word else ""


def _is_inside_number(text: str, start: int) -> bool:
    """Whether the digits belong to a longer number, a path or a score."""
    if start == 0 or not text[start].isdigit():
        return False
    before = text[start - 1]
    return before in "/$€£¥#:@=_" or (before in ".,-–" and start > 1 and text[start - 2].isdigit())
