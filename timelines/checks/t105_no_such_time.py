"""T105: a time of day that no clock shows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timelines.checks.rule import Case, Example, Rule
from timelines.model import Evidence, Flag, Modality

# Two numbers with a colon are also scores, running times and verses: only where a clock must be meant.
_CLOCK = re.compile(
    r"\b(?P<hour>\d{1,2})(?:(?P<mark>[:.])(?P<minute>\d\d)(?::(?P<second>\d\d))?)?(?:\s?(?P<half>[ap])\.?m\b\.?)?"
    r"(?P<clock>(?=\s?(?:hours|hrs|GMT|UTC|local time|o[’']clock)\b))?",
    re.IGNORECASE,
)
_AT = re.compile(
    r"\b(?:at|at about|at around|at exactly|at precisely|until|till|between \d\d:\d\d and|from|before|after|by|"
    r"the|around|"
    r"about|shortly before|shortly after) $",
    re.IGNORECASE,
)
_SURE = re.compile(
    r"\bat (?:about |around |exactly |precisely )?$|\bbetween \d\d:\d\d and $|\bfrom \d\d:\d\d (?:to|until) $|\buntil $"
)
_THE = re.compile(r"\bthe $", re.IGNORECASE)
_TRAIN = re.compile(r" (?:to|from|train|bus|ferry|flight|service|departure)\b")
_NO_CLOCK = re.compile(
    r"\b(?:minutes?|seconds?|record|lap|race|finish\w*|mark of|clip|video|podcast|recording|verse|gospel|psalm|half|"
    r"period|personal best|marathon|ratio|odds|scores?|points|resolution|version|chapter)\b",
    re.IGNORECASE,
)


def _find(rule: Rule, case: Case) -> Iterator[Flag]:
    text = case.passage.text
    for match in _CLOCK.finditer(text):
        if not (match["minute"] or match["half"]):
            continue
        limit = _impossible(match)
        if not limit or not _is_clock(text, match, case.passage.sentence_at(match.start())):
            continue
        if case.passage.standing(match.start(), match.end()) is not Modality.ASSERTED:
            continue
        start, end = match.span()
        yield rule.flag(
            case,
            start,
            end,
            message=f"There is no {text[start:end]}: {limit}.",
            suggestion=_twelve(match),
            claimed=text[start:end],
            expected=limit,
            confidence=0.95,
            evidence=(Evidence("calendar", "clock", limit),),
        )


def _impossible(match: re.Match[str]) -> str:
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if match["half"]:
        if match["minute"] is None and match.string[max(0, match.start() - 1) : match.start()] in ("$", "£", "€", "."):
            return ""
        if hour > 24 or (hour > 12 and (not match["minute"] or match["half"].lower() == "a")):
            return "hours before a.m. and p.m. run from 1 to 12"
        return "an hour has 60 minutes" if minute > 59 else ""
    if match["mark"] == ".":
        return ""
    if hour > 24 or (hour == 24 and minute):
        return "a day has 24 hours"
    if minute > 59 or int(match["second"] or 0) > 60:
        return "an hour has 60 minutes" if minute > 59 else "a minute has 60 seconds"
    return ""


def _is_clock(text: str, match: re.Match[str], sentence: tuple[int, int]) -> bool:
    if match["half"] or match["clock"] is not None:
        return text[max(0, match.start() - 1) : match.start()] not in ("$", "£", "€", ".", ":", "-", "/")
    before = text[max(sentence[0], match.start() - 24) : match.start()]
    if text[match.end() : match.end() + 1] in (":", "/", "%") or text[match.start() - 1 : match.start()] in (":", "."):
        return False
    if _NO_CLOCK.search(text, *sentence):
        return False
    if _THE.search(before):
        return bool(_TRAIN.match(text, match.end()))
    return bool(_SURE.search(before))


def _twelve(match: re.Match[str]) -> str:
    """For an hour after noon that also says p.m.: the same time on a twelve-hour clock."""
    hour, half = int(match["hour"]), (match["half"] or "").lower()
    if half == "p" and 12 < hour < 24 and int(match["minute"] or 0) < 60:
        words = match.group()
        return str(hour - 12) + words[len(match["hour"]) :]
    return ""


RULE = Rule(
    code="T105",
    name="no-such-time",
    family="calendar",
    summary="The time of day does not exist.",
    description=(
        "An hour beyond 24, a minute beyond 59, or more than twelve hours with a.m. or p.m. Numbers with a colon that "
        "may be scores, verses or running times are left alone."
    ),
    find=_find,
    examples=(
        Example("The meeting broke up at 25:30 without a vote.", None, "25:30", ""),
        Example("The doors opened at 13:75 on Monday.", "2019-05-11", "13:75", ""),
        Example("The shop closes at 14 p.m. on Sundays.", None, "14 p.m.", "2 p.m."),
        Example("Kick-off is at 7:65 p.m. on Saturday.", "2019-05-11", "7:65 p.m.", ""),
        Example("The alarm went off at 16:20 a.m. and nobody came.", None, "16:20 a.m.", ""),
    ),
    counter_examples=(
        Example("The page was updated at 14:07 PM."),
        Example("The meeting broke up at 23:30 without a vote."),
        Example("She finished the race at 25:30, a personal best."),
        Example("The gospel says so at 25:35 of the chapter."),
        Example("The bar closes at 24:00."),
        Example("The vote was split 51:72."),
        Example("“We met at 25:30,” he joked to reporters."),
    ),
)
