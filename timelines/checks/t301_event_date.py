"""T301: a known event is not dated as the canon has it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timelines.canon.documents import stretches
from timelines.canon.schema import Fact
from timelines.checks.restyle import date_like, dated, with_article
from timelines.checks.rule import Case, Example, Rule
from timelines.chronology import Precision, Span, civil, in_words
from timelines.model import Claim, Evidence, Flag
from timelines.reasoning.verdict import Dating, Verdict

# What a claim of one kind is easily confused with: elections with inaugurations and the other way round.
_CONFUSED_KINDS = {"election": "inauguration", "inauguration": "election"}
_PREPOSITION = re.compile(r"\b(?:in|on) (?:the )?$", re.IGNORECASE)


def _find(rule: Rule, case: Case) -> Iterator[Flag]:
    done: set[tuple[int, int]] = set()
    for verdict in sorted(case.impossible("event-date"), key=_directness):
        claim = verdict.claim
        if claim.span is None or claim.at_words is None or claim.at_words in done:
            continue
        done.add(claim.at_words)
        dating = _nearest(verdict, claim.span)
        if claim.detail == "whole":
            yield _whole(rule, case, verdict, dating)
            continue
        point = dating.when.end_span if claim.detail == "end" else dating.when.start_span
        if re.fullmatch(r"\d{4}", case.passage.text[slice(*claim.at_words)]):
            point = _year_within(dating.when, claim.span) or point
        elif claim.detail == "any":
            point = _month_within(dating.when, claim.span) or point
        confused = _confused_with(case, dating.fact, claim.span)
        message = f"{_told(case, dating.fact)} {dated(point)}"
        for other_dating in (outcome.dating for outcome in verdict.outcomes):
            if other_dating.label and dating.fact.prefix != "event" and other_dating.fact.id == dating.fact.id:
                message += f"; {other_dating.label}, {in_words(other_dating.when.start_span)}"
        evidence = case.evidence(verdict)
        message += _whole_tenure(case, dating.fact)
        if confused is not None and confused.when is not None:
            other = _told(case, confused)
            message += (
                f"; {other[:1].lower() + other[1:] if other.startswith('The ') else other} {dated(confused.when)}"
            )
            evidence += (Evidence("canon", confused.id, confused.label, in_words(confused.when), confused.source),)
        if _suggestion(case, claim, point) == claim.text:
            continue
        yield rule.flag(
            case,
            claim.start,
            claim.end,
            message=f"{message}.",
            suggestion=_suggestion(case, claim, point),
            claimed=in_words(claim.span),
            expected=in_words(point),
            confidence=0.93,
            evidence=evidence,
            claim=claim,
            expected_span=point,
        )


def _whole(rule: Rule, case: Case, verdict: Verdict, dating: Dating) -> Flag:
    """Both ends of a war were given."""
    claim, when = verdict.claim, dating.when
    years = [(end.earliest_iso or "")[:4].lstrip("0") for end in (when.start_span, when.end_span)]
    plain = re.fullmatch(r"(\d{4})(\D+)(\d{4}|\d{2})", claim.text)
    suggestion = f"{years[0]}{plain[2]}{years[1]}" if plain and all(years) else in_words(when)
    return rule.flag(
        case,
        claim.start,
        claim.end,
        message=f"{with_article(dating.fact.label)} lasted {in_words(when)}, not {claim.text}.",
        suggestion=suggestion,
        claimed=claim.text,
        expected=in_words(when),
        confidence=0.93,
        evidence=case.evidence(verdict),
        claim=claim,
        expected_span=when,
    )


def _year_within(when: Span, claimed: Span) -> Span | None:
    """The year of a longer event that looks most like the wrong one: 2008 for 2018."""
    years = [civil(day)[0] for day in (when.earliest_day, when.latest_day, claimed.earliest_day) if day is not None]
    if len(years) < 3 or not years[0] < years[1] <= years[0] + 10:
        return None
    wrong = str(years[2])
    best = max(
        range(years[0], years[1] + 1), key=lambda year: sum(a == b for a, b in zip(str(year), wrong, strict=False))
    )
    return Span.year(best)


def _month_within(when: Span, claimed: Span) -> Span | None:
    """The month of an event of several months that the text gives with a wrong year."""
    if when.is_instant or None in (when.earliest_day, when.latest_day, claimed.earliest_day):
        return None
    month = civil(claimed.earliest_day or 0)[1]
    first, last = civil(when.earliest_day or 0), civil(when.latest_day or 0)
    months = [Span.month(year, month) for year in (first[0], last[0])]
    return next((span for span in months if first[1] != month and span.overlaps(when)), None)


def _directness(verdict: Verdict) -> int:
    """Claims that name their event come before those that tell it in other words."""
    ways = ("event-date@", "told-date@", "told-event@", "recalled@")
    return next((rank for rank, way in enumerate(ways) if verdict.claim.id.startswith(way)), len(ways))


def _nearest(verdict: Verdict, claimed: Span) -> Dating:
    """Of the events that may be meant, by their main datings, the one nearest to the date given."""
    target = claimed.earliest_day or 0
    month = civil(target)[1] if claimed.precision >= Precision.MONTH else 0

    def distance(dating: Dating) -> tuple[bool, int]:
        day = dating.when.earliest_day
        if day is None:
            return True, 10**9
        return bool(month) and civil(day)[1] != month, abs(day - target)

    datings = [outcome.dating for outcome in verdict.outcomes]
    return min([dating for dating in datings if not dating.label] or datings, key=distance)


def _confused_with(case: Case, fact: Fact, claimed: Span) -> Fact | None:
    kind = _CONFUSED_KINDS.get(fact.kind)
    if kind is None or not fact.participants:
        return None
    for event in case.canon.events_of(fact.participants[0]):
        if event.kind == kind and event.when is not None and event.when.overlaps(claimed):
            return event
    return None


def _whole_tenure(case: Case, fact: Fact) -> str:
    """Both ends of the time in office that the fact begins or ends."""
    if fact.derived_from is None or len(fact.participants) < 2 or fact.when is None:
        return ""
    for office, held, _ in stretches(case.canon.fact(fact.participants[0])):
        if office == fact.participants[1] and held.overlaps(fact.when) and held.latest_day is not None:
            first, last = civil(held.earliest_day or 0)[0], civil(held.latest_day)[0]
            return f" ({case.canon.fact(office).label} from {first} to {last})"
    return ""


def _other_year(words: str, claimed: Span | None, point: Span) -> str | None:
    """The same words with the right year where only that is wrong: "New Year's Eve 1999"."""
    if (
        claimed is None
        or claimed.earliest_day is None
        or point.earliest_day is None
        or claimed.precision < Precision.DAY
    ):
        return None
    said, right = civil(claimed.earliest_day), civil(point.earliest_day)
    if point.precision < Precision.DAY or said[1:] != right[1:] or words.count(str(said[0])) != 1:
        return None
    return None if re.search(r"day\b", words) else words.replace(str(said[0]), str(right[0]))


def _told(case: Case, fact: Fact) -> str:
    """The fact as a clause that a date completes."""
    person = (
        case.canon.fact(fact.participants[0]).label if fact.participants[:1] and "/" in fact.participants[0] else ""
    )
    if fact.kind == "inauguration" and person:
        return f"{person} took office"
    if fact.kind == "death" and person:
        return f"{person} died"
    if fact.kind == "birth" and person:
        return f"{person} was born"
    label = with_article(fact.label)
    return f"{label} was" if fact.kind in ("election", "referendum") else f"{label} is dated"


def _suggestion(case: Case, claim: Claim, point: Span) -> str:
    """The whole flagged words with the date put right, its preposition fitting the new precision."""
    if claim.at_words is None:
        return ""
    start, end = claim.at_words
    words = case.passage.text[start:end]
    right = _other_year(words, claim.span, point) or date_like(words, point) or in_words(point)
    lead = case.passage.text[claim.start : start]
    wanted = "on " if re.search(r"\b\d{1,2}\b(?!\d)", re.sub(r"\b\d{3,4}\b", "", right)) else "in "
    return _PREPOSITION.sub(wanted, lead) + right


RULE = Rule(
    code="T301",
    name="event-date",
    family="canon",
    summary="A known event is given a date on which it did not happen.",
    description=(
        "Who was elected, sworn in, born, killed; what was signed, founded, attacked, begun or ended: the date that "
        "the text gives is compared with every event of the canon that the words can mean, with the leeway that time "
        "zones and the counting of votes need."
    ),
    find=_find,
    examples=(
        Example(
            "U.S. President Donald Trump, who was reelected in January 2025, joined by video.",
            "2025-09-05",
            "reelected in January 2025",
            "reelected in November 2024",
        ),
        Example(
            "Gerhard Schröder became chancellor in November 1999.",
            None,
            "became chancellor in November 1999",
            "became chancellor in October 1998",
        ),
        Example("Barack Obama was sworn in in March 2009.", None, "sworn in in March 2009", "sworn in in January 2009"),
        Example(
            "The fall of the Berlin Wall in 1991 surprised everyone.",
            None,
            "fall of the Berlin Wall in 1991",
            "fall of the Berlin Wall in 1989",
        ),
        Example(
            "The Paris Agreement was adopted in December 2016.",
            None,
            "adopted in December 2016",
            "adopted in December 2015",
        ),
        Example("Nelson Mandela was freed on 11 February 1991.", None, "11 February 1991", "11 February 1990"),
        Example("Hong Kong was handed back to China in July 1998.", None, "July 1998", "July 1997"),
        Example("Gunmen stormed the offices of Charlie Hebdo in January 2014.", None, "January 2014", "January 2015"),
        Example("Justin Trudeau, who has been prime minister of Canada since 2013, apologised.", None, "2013", "2015"),
        Example("Boris Yeltsin resigned on New Year's Eve 1998.", None, "New Year's Eve 1998", "New Year's Eve 1999"),
    ),
    counter_examples=(
        Example("The Libyan Muslim Brotherhood was founded in the mid-1950s."),
        Example("The Second World War began in Asia in July 1937."),
        Example("Barack Obama was not born in 1959."),
        Example("When Tony Hayward, 53, became BP's chief executive in 2007, he made promises."),
        Example("The Supreme Court overturned Roe v. Wade in June 2022."),
        Example("The department opened a file on him in 1998; the Department of Justice opened a second in 2008."),
        Example("Nelson Mandela was freed from prison on 11 February 1990."),
        Example("A film about how Nelson Mandela was freed came out in February 1997."),
        Example("Croatia joined the European Union in 2013."),
        Example("Israel invaded Lebanon in 1978 and in 1982."),
        Example("The anniversary of the storming of the Bastille was kept in July 1880."),
        Example("Germany invaded Belgium in August 1914."),
        Example("U.S. President Donald Trump, who was reelected in November 2024, joined by video.", "2025-09-05"),
        Example("Angela Merkel was elected party leader in April 2000."),
        Example("Barack Obama, who had been elected to the Senate in 2004, spoke in Boston."),
        Example("The fall of the Berlin Wall in 1989 surprised everyone."),
        Example("She wrongly put the fall of the Berlin Wall in 1991."),
    ),
)
