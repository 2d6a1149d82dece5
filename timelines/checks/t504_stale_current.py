"""T504: what is over when the article appears is told as present: holders of offices, members, the living, machines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timelines.canon.index import Mention
from timelines.canon.schema import Fact
from timelines.checks.publication import is_known, told_published
from timelines.checks.restyle import dated
from timelines.checks.roles import offices_meant
from timelines.checks.rule import Case, Example, Rule
from timelines.checks.stale_things import stale_things
from timelines.chronology import Span, in_words
from timelines.model import Evidence, Flag, Modality, Severity

_PRESENT = r"current|present|incumbent|sitting|reigning|serving|present-day|today['’]s"
_BEFORE = re.compile(
    rf"(?P<det>\b(?:[Tt]he |[Ii]ts |[Tt]heir |[\w.-]+['’]s ))?\b(?P<present>{_PRESENT}|now)\s"
    r"(?P<office>(?:[\w.’'-]+ ?){1,7}?),? $",
    re.IGNORECASE,
)
_TITLED = re.compile(
    rf"\b(?P<present>{_PRESENT}|now)(?: [A-Z][\w.]+){{0,2}} $|\b(?:current|incumbent|sitting) $", re.IGNORECASE
)
_BESIDE = re.compile(
    rf"(?:, (?:who is |who remains |who['’]s |still )?(?:(?:the |a |its |[\w.-]+['’]s )?(?P<adjective>{_PRESENT})|"
    rf"(?P<now>now|currently|still)(?: the)?)|(?:, who)? (?:is|remains) (?P<adverb>currently|still|now)(?: the)?|"
    r", who (?P<is>is)(?: the)?)"
    r" (?P<office>(?:(?!who\b|and\b|but\b|says?\b|said\b)[\w.’'-]+ ?){1,6}?)"
    r"(?=[,.;)]|$| (?:and|said|says|will|has|told)\b)",
    re.IGNORECASE,
)
_GOVERNED = re.compile(
    r"\b(?:is|are) (?P<present>currently|now|still|today) (?P<office>(?:governed|ruled|led|run) by) (?:the )?(?:\w+ )?$"
)
_NAMED_AFTER = re.compile(r", (?P<name>[A-Z]\w+(?: [IVX]+)?),")
_BACKWARD = re.compile(
    r"\b(?:then|when|while|at the time|years? (?:ago|earlier|later)|former\w*|ex-|in (?:1[5-9]|20)\d\d|until|"
    r"later|once)\b",
    re.IGNORECASE,
)
# A few days after a handover the old holder still stands in print.
_DAYS_AFTER = 14


def _find(rule: Rule, case: Case) -> Iterator[Flag]:
    published = case.passage.published
    if published is None or published.earliest_day is None or not is_known(case):
        return
    flagged: set[int] = set()
    for mention in case.passage.mentions:
        person = case.canon.fact(mention.candidates[0])
        if person.prefix == "person" and mention.start not in flagged:
            for flag in _holders(rule, case, mention, person, published):
                flagged.add(mention.start)
                yield flag
        elif person.prefix == "office":
            yield from _named_after(rule, case, mention, published)
    for found in stale_things(case, published):
        yield rule.flag(
            case,
            found.start,
            found.end,
            message=found.message,
            suggestion=found.suggestion,
            claimed=case.passage.text[found.start : found.end],
            expected=found.suggestion or found.message,
            severity=Severity.WARNING,
            confidence=0.8,
            evidence=(told_published(case, published), *found.evidence),
            claimed_span=published,
        )


def _holders(rule: Rule, case: Case, mention: Mention, person: Fact, published: Span) -> Iterator[Flag]:
    """ "The current prime minister, X", "X, now mayor of London", "is currently governed by X"."""
    text, (low, high) = case.passage.text, case.passage.sentence_at(mention.start)
    if mention.title_office is not None:
        lead = _TITLED.search(text, max(low, mention.start - 40), mention.start)
        if lead is not None:
            yield from _flag(
                rule, case, (lead.start(), mention.end), person, [mention.title_office], published,
                "former " + text[lead.end() : mention.end],
            )  # fmt: skip
            return
    before = _BEFORE.search(text, max(low, mention.start - 80), mention.start)
    if before is not None:
        offices = offices_meant(case, person, before["office"] + mention.text, before.start("office"))
        offices = offices or offices_meant(case, person, (before["det"] or "") + before["office"], before.start())
        begin = before.start("present")
        words = "former" + text[before.end("present") : mention.end]
        if begin == low:
            words = words.capitalize()
        if before["det"] and before["det"].lower() == "the ":
            begin, words = before.start("det"), before["det"] + words
        yield from _flag(rule, case, (begin, mention.end), person, offices, published, words)
        return
    governed = _GOVERNED.search(text, max(low, mention.start - 60), mention.start)
    if governed is not None:
        words = text[low : mention.start]
        offices = offices_meant(case, person, words, low)
        yield from _flag(rule, case, mention.start, person, offices, published, "", end=mention.end)
        return
    beside = _BESIDE.match(text, mention.end, high)
    if beside is not None and not _BACKWARD.search(text, beside.end(), high):
        offices = offices_meant(case, person, text[beside.start() : beside.end()], beside.start())
        start = beside.start() + (2 if text[beside.start()] == "," else 1)
        office = beside["office"].strip(" .")
        last = beside.start("office") + len(office)
        words = f"once {office}" if beside["now"] or beside["adverb"] else f"a former {office}"
        if "who is" in beside.group() or beside["is"]:
            words = f"who was {words.removeprefix('a ')}" if beside["now"] else f"who was once {office}"
        yield from _flag(rule, case, (start, last), person, offices, published, words)


def _named_after(rule: Rule, case: Case, mention: Mention, published: Span) -> Iterator[Flag]:
    """ "The present Pope, Francis": a name that means somebody only beside the office."""
    text = case.passage.text
    named = _NAMED_AFTER.match(text, mention.end)
    lead = re.search(rf"\b(?:{_PRESENT}) $", text[max(0, mention.start - 24) : mention.start], re.IGNORECASE)
    if named is None or lead is None:
        return
    held = [person for person, _ in case.canon.holders(mention.candidates[0])]
    people = [
        one
        for one in held
        if named["name"] in one.label.removeprefix("Pope ").split()[:1] or named["name"] in one.names
    ]
    if len({one.id for one in people}) == 1:
        words = (named.start("name"), named.end("name"))
        yield from _flag(rule, case, words, people[0], [mention.candidates[0]], published, "")


def _flag(
    rule: Rule,
    case: Case,
    words: tuple[int, int] | int,
    person: Fact,
    offices: list[str],
    published: Span,
    suggestion: str,
    *,
    end: int = 0,
) -> Iterator[Flag]:
    """Where all terms in the offices were over, with whoever holds them now."""
    start, last = words if isinstance(words, tuple) else (words, end)
    terms = [
        term
        for term in person.terms
        if term.office in offices and (term.start.earliest_day or 0) <= (published.latest_day or 0)
    ]
    days = [term.end.latest_day for term in terms if term.end is not None]
    if not terms or len(days) < len(terms) or None in days or published.earliest_day is None:
        return
    left = max(day or 0 for day in days)
    if left + _DAYS_AFTER >= published.earliest_day:
        return
    if case.passage.standing(start, last) is not Modality.ASSERTED:
        return
    final = next(term for term in terms if term.end is not None and term.end.latest_day == left)
    now = [holder.label for holder, _ in case.canon.holders(final.office, published)]
    holder = f" By then it was {now[0]}." if len(now) == 1 else ""
    ended = dated(final.end) if final.end is not None else ""
    yield rule.flag(
        case,
        start,
        last,
        message=f"{person.label} left this office {ended}, before the article appeared.{holder}",
        suggestion=suggestion or (now[0] if len(now) == 1 else ""),
        claimed=case.passage.text[start:last],
        expected=f"former {case.canon.fact(final.office).label}",
        severity=Severity.WARNING,
        confidence=0.8,
        evidence=(
            told_published(case, published),
            Evidence("canon", person.id, person.label, in_words(final.end) if final.end else "", person.source),
        ),
        claimed_span=published,
        expected_span=final.end,
    )


RULE = Rule(
    code="T504",
    name="stale-current",
    family="narrative",
    summary="What was over when the article appeared is told as present.",
    description=(
        "“The current prime minister”, “now mayor of London”, “is currently governed by” of somebody whose last term "
        "ended more than two weeks before; membership that was given up or gained; the dead said to be living; "
        "machines out of service; an “upcoming” event of the past. A warning at most: the words may be older than the "
        "page that they stand on."
    ),
    find=_find,
    examples=(
        Example(
            "The law binds current President Barack Obama as well.",
            "2019-03-01",
            "current President Barack Obama",
            "former President Barack Obama",
        ),
        Example(
            "It was a gift to sitting President George W. Bush.",
            "2011-03-01",
            "sitting President George W. Bush",
            "former President George W. Bush",
        ),
        Example(
            "The incumbent president, Joe Biden, has no comment.",
            "2025-06-01",
            "The incumbent president, Joe Biden",
            "The former president, Joe Biden",
        ),
        Example(
            "Boris Johnson, now mayor of London, was not asked.",
            "2018-01-11",
            "now mayor of London",
            "once mayor of London",
        ),
        Example(
            "Jacinda Ardern, the current prime minister of New Zealand, is away.",
            "2023-09-28",
            "the current prime minister of New Zealand",
            "a former prime minister of New Zealand",
        ),
        Example("Italy buys from Britain, which is still a member of the European Union.", "2022-09-14",
                "is still a member of the European Union", "is no longer a member of the European Union"),
        Example("Finland, which still does not belong to NATO, has a long border.", "2024-09-03",
                "still does not belong to NATO", "has belonged to NATO since April 2023"),
        Example("Jimmy Carter, who still lives in Plains, sent a letter.", "2025-03-01", "still lives", ""),
        Example("One can still fly to New York by Concorde.", "2010-08-14", "Concorde", ""),
    ),
    counter_examples=(
        Example("They met Colin Powell, who is no longer secretary of state, in Rome.", "2010-03-05"),
        Example("Bill Clinton is now president of a foundation.", "2014-05-05"),
        Example("The law binds current President Barack Obama as well.", "2015-03-01"),
        Example("The law binds former President Barack Obama as well.", "2019-03-01"),
        Example("It was a gift to sitting President George W. Bush.", "2009-01-25"),
        Example("She is a cousin of current President Joe Biden.", "2023-06-01"),
        Example("“It binds current President Barack Obama,” the plaque says.", "2019-03-01"),
        Example("Boris Johnson, then mayor of London, was not asked.", "2018-01-11"),
        Example("Finland, which did not belong to NATO until 2023, has a long border.", "2024-09-03"),
        Example("Jimmy Carter, now 98 and in a hospice, sent a letter.", "2023-03-01"),
        Example("Concorde still fascinates engineers.", "2010-08-14"),
        Example("Theresa May, the former prime minister, and the current one, Rishi Sunak, met.", "2023-03-01"),
    ),
)  # fmt: skip
