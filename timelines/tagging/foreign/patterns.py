"""The patterns of a language that writes words with spaces. Every repetition is bounded, so reading is linear."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from timelines.tagging.foreign.folding import INSIDE, RIGHT, alternatives
from timelines.tagging.foreign.vocabulary import Vocabulary

S = r"\s{1,3}"
O = r"\s{0,3}"  # noqa: E741  (optional, beside S for space)
NUMBER_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?!\d)"
DOT = r"(?:\.(?!\d))?"


@dataclass(frozen=True, slots=True)
class Pattern:
    """One kind of expression; its named groups are what ``reading`` looks at."""

    kind: str
    regex: re.Pattern[str]


def compile_patterns(words: Vocabulary) -> tuple[Pattern, ...]:
    """All patterns of a language; at one place the longest match counts, then the first."""
    written = [*_negative(words), *_calendar(words), *_numeric(words), *_relative(words), *_counted(words)]
    return tuple(Pattern(kind, re.compile(regex)) for kind, regex in written)


def triggers(words: Vocabulary) -> set[str]:
    """Words that an expression can begin with; digits are besides."""
    openings = [template.split("{}")[0].rstrip() for template in (*words.ago, *words.ahead)]
    nouns = [f"{noun} " for noun in (*words.lists["year_noun"], *words.lists["day_noun"])]
    sources: tuple[Iterable[str], ...] = (
        words.months, words.short_months, words.weekdays, words.short_weekdays, words.points, words.either,
        words.eras, words.before,
        words.modifiers, words.never, words.day_words, nouns, (opening for opening in openings if opening),
        *((words.units,) if words.after else ()),
        *((words.numbers, words.ones, words.pairs) if "" in openings else ()),
    )  # fmt: skip
    return {word for source in sources for word in source if word}


def particles(words: Iterable[str]) -> str:
    """Optional small words between two parts, each with its space; "+" at the end of one: written together."""
    branches = [
        re.escape(word.rstrip("+")).replace(r"\ ", S) + ("" if word.endswith(("'", "+")) else S)
        for word in sorted(words, key=len, reverse=True)
    ]
    return f"(?:(?:{'|'.join(branches)}){{1,2}})?" if branches else ""


class Parts:
    """The building blocks that the patterns of a language share."""

    def __init__(self, words: Vocabulary) -> None:
        endings = words.patterns
        self.edge = RIGHT if "unbounded" not in words.flags else ""
        wide, short = alternatives(words.months), alternatives(words.short_months)
        month_end, weekday_end = endings.get("month_ending", ""), endings.get("weekday_ending", "")
        self.wide_month = f"(?P<month>{wide}){month_end}{self.edge}"
        dot = r"(?P<dot>[.॰׳](?!\d))?"
        self.month = f"(?:(?P<month>{wide}){month_end}{self.edge}|(?P<short>{short}){self.edge}{dot})"
        if "double-months" in words.flags:
            self.month += rf"(?:{O}[/(]{O}(?:{wide}){O}\)?{self.edge})?"
        self.weekday = f"(?P<wd>{alternatives(words.weekdays)}){weekday_end}{self.edge}"
        short_days = alternatives(words.short_weekdays)
        joint = particles(words.lists["weekday_joint"])
        either = f"(?:{self.weekday}|(?P<wds>{short_days}){self.edge}{DOT})"
        self.weekday_before = f"(?:{either},?{O}{joint})?"
        wide_days = alternatives(words.weekdays)
        after = f"(?:(?P<wd2>{wide_days}){weekday_end}{self.edge}|(?P<wds2>{short_days}){self.edge}{DOT})"
        closed = rf"{O}\({after}\)" if "weekday-in-brackets" in words.flags else rf",?{O}\(?{after}\)?"
        self.weekday_after = f"(?:{closed})?" if words.flags & {"weekday-after", "weekday-in-brackets"} else ""
        day_words = f"|(?:{alternatives(words.day_words)}){self.edge}" if words.day_words else ""
        noun = f"(?:(?:{alternatives(words.lists['day_noun'])}){S})?" if words.lists["day_noun"] else ""
        self.day = f"{noun}(?P<day>{NUMBER_DAY}{day_words}){endings.get('day_ending', '')}"
        before_era, era = alternatives(words.bc), alternatives(words.ad)
        year_end = f"{endings.get('year_ending', '')}"
        han = "|[一二][〇零一二三四五六七八九]{3}" if "han-numerals" in words.flags else ""
        plain_era = f"(?:{S}(?:(?P<bc>{before_era})|(?:{era})){self.edge})?"
        plain = rf"(?P<year>[12]\d{{3}}{han})(?!\d){year_end}{self.edge}{plain_era}"
        early = rf"(?P<old>[1-9]\d{{0,3}})(?!\d){year_end}{S}(?:(?P<bce>{before_era})|(?:{era})){self.edge}"
        # A year of three digits only where the sentence cannot go on with a counted noun.
        three = r"(?P<three>[1-9]\d\d)(?=[.,;:)]?(?:\s{1,2}|$))(?!\s{1,2}\w)"
        if words.eras:
            plain += rf"|(?P<era>{alternatives(words.eras)})(?P<era_year>\d{{1,2}}|元){year_end}"
        noun = f"(?:(?:{alternatives(words.lists['year_noun'])}){S})?"
        self.year = f"{noun}(?:{early}|{plain}|{three})"
        self.noun_year = f"(?P<noun>(?:{alternatives(words.lists['year_noun'])}){S})?(?:{early}|{plain})"
        joint = particles(words.lists["year_joint"])
        self.to_year = rf"(?:[,/]|\.(?=\s))?{O}{joint}"
        pointed = [word for word, (unit, count) in words.points.items() if unit == "Y" and abs(count) <= 1]
        self.pointed_year = f"(?P<pointed>{alternatives(pointed)}){self.edge}"
        self.modifier = f"(?:(?P<mod>{alternatives(words.modifiers)}){O}-?{particles(words.lists['day_joint'])})?"


def _negative(words: Vocabulary) -> list[tuple[str, str]]:
    return [("never", f"(?:{alternatives(words.never)}){RIGHT}")] if words.never else []


def _calendar(words: Vocabulary) -> list[tuple[str, str]]:
    parts = Parts(words)
    of_month = f",?{O}{particles(words.lists['day_joint'])}"
    year = f"(?:{parts.to_year}(?:{parts.year}|{parts.pointed_year}))?"
    space = O if "unbounded" in words.flags else S
    to = f"(?:{O}[-–—/~〜]{O}|{space}(?:{alternatives(words.to)}){space}(?:[^\\W\\d]{{1,3}}{S})?)"
    ending = words.patterns.get("day_ending", "")
    first = f"(?:(?P<opening>(?P<first>{NUMBER_DAY}){ending}){to})?"
    patterns = [
        ("month", f"{parts.modifier}{parts.month}{parts.to_year}(?:{parts.year}|{parts.pointed_year})"),
        ("bare month", f"{parts.modifier}{parts.wide_month}"),
        ("year", f"{parts.modifier}{parts.noun_year}"),
        ("weekday", parts.weekday),
    ]
    day_month = f"{parts.weekday_before}{first}{parts.day}{of_month}{parts.month}{year}{parts.weekday_after}"
    month_day = f"{parts.wide_month}{O}{first}{parts.day}(?![{INSIDE}]|[.,:]\\d)"
    if words.order == "ymd":
        joint = particles(words.lists["year_joint"])
        before = rf"(?:{parts.year}|{parts.pointed_year})(?:(?<=\d)\.)?,?{O}{joint}"
        return [
            ("date", f"(?:{before})?{parts.month}{O}{first}{parts.day}(?!\\d){parts.weekday_after}"),
            ("month", f"{parts.modifier}{before}{parts.month}"),
            *patterns[1:],
            *([("day", f"(?P<day>{NUMBER_DAY}){ending}{parts.weekday_after}")] if "bare-days" in words.flags else []),
        ]
    if "month-day" in words.flags:
        patterns.append(("date", f"{parts.weekday_before}{month_day}{year}"))
    return [("date", day_month), *patterns]


def _numeric(words: Vocabulary) -> list[tuple[str, str]]:
    parts = Parts(words)
    head, tail = parts.weekday_before, parts.weekday_after
    stop = r"(?![\d/-]|[.:,]\d)" + ("" if "unbounded" in words.flags else r"(?![^\W\d_])")
    spaced = r"\.\s?" if words.order == "dmy" else r"\.\s"
    noun = alternatives(words.lists["day_noun"])
    head += f"(?:(?P<noun>{noun}){S})?"
    number = r"(?P<day>\d{1,2})"
    return [
        ("iso", rf"{head}(?P<year>[12]\d{{3}})-(?P<number>\d\d)-(?P<day>\d\d)(?![\d-])(?=t\d|\W|$){tail}"),
        ("iso", r"(?P<year>[12]\d{3})-(?P<number>0[1-9]|1[0-2])(?![\w-])"),
        ("numeric", rf"{head}(?P<year>[12]\d{{3}})(?P<sep>[/.-])(?P<number>\d\d?)(?P=sep)(?P<day>\d\d?){stop}{tail}"),
        ("numeric", rf"(?P<year>[12]\d{{3}})\.\s(?P<number>\d\d?)\.\s(?P<day>\d\d?)\.?{stop}{tail}"),
        ("numeric", rf"{head}{number}(?P<sep>[./-])(?P<number>\d{{1,2}})(?P=sep)(?P<year>\d{{4}}|\d\d){stop}{tail}"),
        ("numeric", rf"{head}{number}{spaced}(?P<number>\d{{1,2}})\.\s?(?P<year>\d{{4}}){stop}{tail}"),
        *(
            [("short numeric", rf"{head}{number}\.\s?(?P<number>\d{{1,2}})\.(?!\s?\d)")]
            if "dotted" in words.flags
            else []
        ),
        *([("short numeric", rf"{head}{number}[/-](?P<number>\d{{1,2}}){stop}")] if words.lists["day_noun"] else []),
    ]


def _relative(words: Vocabulary) -> list[tuple[str, str]]:
    parts = Parts(words)
    unit = f"(?P<unit>{alternatives(words.units)}){words.patterns.get('unit_ending', '')}{parts.edge}"
    noun = f"(?:{parts.weekday}|{parts.wide_month}(?!\\s?\\d)|{unit})"
    space = O if "unbounded" in words.flags else S
    joint = particles(words.lists["rel_joint"])
    either = [("either", f"(?P<point>{alternatives(words.either)}){parts.edge}")] if words.either else []
    weeks = alternatives([word for word, (unit, _) in words.points.items() if unit == "W"])
    patterns = [
        *either,
        ("point", f"(?P<point>{alternatives(words.points)}){parts.edge}(?!\\s[12]\\d{{3}}(?!\\d))"),
        ("weekday of week", f"{parts.weekday},?{space}{joint}(?P<week>{weeks}){parts.edge}"),
        ("weekday of week", f"(?P<week>{weeks}){space}{joint}{parts.weekday}"),
    ]
    if words.before:
        patterns.append(("pointed", f"(?P<rel>{alternatives(words.before)}){parts.edge}{space}{joint}{noun}"))
    if words.after:
        patterns.append(("pointed", f"{noun}{space}{joint}(?P<rel>{alternatives(words.after)}){parts.edge}"))
    return patterns


def _counted(words: Vocabulary) -> list[tuple[str, str]]:
    edge = Parts(words).edge
    space = O if "unbounded" in words.flags or "tight-units" in words.flags else S
    number = rf"(?P<n>\d{{1,4}}(?![\d.,])|{alternatives(words.numbers)})"
    ending = words.patterns.get("unit_ending", "")
    amount = (
        f"(?:{number}{space}(?P<unit>{alternatives(words.units)}){ending}{edge}"
        f"|(?P<pair>{alternatives(words.pairs)}){edge}|(?P<one>{alternatives(words.ones)}){edge}(?!\\s?\\d))"
    )
    written = []
    for kind, templates in (("ago", words.ago), ("ahead", words.ahead)):
        for template in templates:
            head, _, tail = (re.escape(part).replace(r"\ ", S) for part in template.partition("{}"))
            written.append((kind, f"{head}{amount}{tail}{edge}"))
    return written
