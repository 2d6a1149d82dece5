"""*N units lie between A and B*, in any order of the three: "just under 25 years separate A, in 1986, from B, in 2011".

Both ends are dated by the sentence, or are events known to the canon; the claim is an ``elapsed`` one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from timelines.canon.schema import Fact
from timelines.chronology import Precision, Span
from timelines.extraction.claims.counts import Count, find_counts
from timelines.extraction.passage import Passage
from timelines.extraction.retold import dated_tellings
from timelines.model import Claim, Expression

_PASSING = r"(?:pass(?:ed)?|elapsed?|went by|go by|gone by|lay|lie|lies|were to pass|stood|stretched|intervened)"
# Words right after the count: "N years separate A from B", "N years lay between A and B".
_PARTS = re.compile(
    rf"(?: (?:later|or so|long))?(?: (?:and|to) [\w-]+)? (?:had |have |now |still |would |only |just )?"
    rf"(?P<verb>separat(?:es?|ed)|divid(?:es?|ed)|part(?:s|ed)?|{_PASSING})\b(?P<rest>.{{0,40}})",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\bbetween\b", re.IGNORECASE)
_A_GAP = re.compile(
    r"\b(?:gap|interval|wait|distance|pause|silence|span|time|lull|break|lapse|period)\b[^.;]{0,20} between\b", re.I
)
# Words between the second date and a count behind both: "was all of twenty-three years", ", fifteen years went by".
_WAS = re.compile(
    r"(?:[^,.;:]{0,40})?,? (?:(?:was|is|were|are|came to|amounted to|lasted|there (?:lay|were|are|lie)|lay|lie|"
    r"passed|elapsed|stretched|of)|they (?:were|are)|are separated by|were separated by) ?(?:[a-z]+ ){0,3}$|"
    r"(?:[^,.;:]{0,40})?, ?(?:[a-z]+ ){0,3}$",
    re.IGNORECASE,
)
_GONE_BY = re.compile(rf" (?:had |have )?(?:{_PASSING}|apart)\b", re.IGNORECASE)
_SEPARATED = re.compile(r"\b(?:separated|divided|parted) by (?:[a-z]+ ){0,3}$", re.IGNORECASE)
# "Saw it again only in 1990, after thirty-eight years", "returned in 1990, after thirty-eight years away"
_AFTER_ALL = re.compile(r", (?:after|following) (?:[a-z]+ ){0,3}$", re.IGNORECASE)
_TO_THE_END = re.compile(r"(?: (?:away|abroad|apart|in all|of (?:silence|absence)))?[.;!?]", re.IGNORECASE)
_LEFT = re.compile(r"\b(?:left|fled|quit|emigrated|closed|shut|abandoned|vanished|disappeared)\b", re.IGNORECASE)
_AGAIN = re.compile(r"\b(?:again|back|returned|reopened|next|came home)\b", re.IGNORECASE)
# "Forty-six years after its opening", "ten years after it opened": dated elsewhere by the article.
_AFTER_ITS = re.compile(
    r" (?P<direction>after|before) (?:(?:its|his|her|their) (?:official |formal |first )?(?P<noun>[a-z]+)|"
    r"(?:it|he|she|they) (?:was |were |had been |had )?(?:first |officially )?(?P<verb>[a-z]+))"
    r"(?=[,.;:]| (?:and|to|by|with)\b)"
)
_HYPHENED = re.compile(r"-(?:year|month|week|day|decade)s?$", re.IGNORECASE)
_FULL = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True)
class _End:
    """One of the two ends: its words and when it was."""

    start: int
    end: int
    when: Span
    fact: Fact | None = None


def gap_claims(passage: Passage) -> Iterator[Claim]:
    """Find the claims of this kind; ``at`` is the later end, ``span`` or the reading the earlier one."""
    for count in find_counts(passage.text, 0, len(passage.text)):
        if _HYPHENED.search(passage.text, count.start, count.end):
            continue
        sentence = passage.sentence_at(count.start)
        ends = _ends(passage, sentence, count)
        if len(ends) == 2 and _lies_between(passage.text, sentence, count, ends):
            yield from _claim(passage, count, *sorted(ends, key=lambda one: one.when.earliest_day or 0))
        yield from _after_its(passage, count, sentence)


def _ends(passage: Passage, sentence: tuple[int, int], count: Count) -> list[_End]:
    """The dates of the sentence; where there are not two, the events that have no date beside them as well."""
    dates = [date for date in passage.dates_between(*sentence) if date.type == "DATE"]
    ends = [_End(d.start, d.end, d.span) for d in dates if d.span is not None and _is_full(d)]
    if len(ends) != len(dates) or len(ends) >= 2:
        return ends if len(ends) == len(dates) else []
    for mention in passage.mentions_between(*sentence):
        fact = passage.canon.fact(mention.candidates[0])
        if len(mention.candidates) != 1 or fact.prefix != "event" or fact.when is None or not fact.when.is_instant:
            continue
        if not any(0 <= end.start - mention.end <= 30 for end in ends):
            ends.append(_End(mention.start, mention.end, fact.when, fact))
    return sorted(ends, key=lambda end: end.start)


def _is_full(date: Expression) -> bool:
    return date.span is not None and date.span.precision >= Precision.YEAR and bool(_FULL.search(date.text))


def _lies_between(text: str, sentence: tuple[int, int], count: Count, ends: list[_End]) -> bool:
    first, second = ends
    if count.end <= first.start:
        parts = _PARTS.match(text, count.end, second.end)
        if parts is None:
            return False
        apart = parts["verb"].lower().startswith(("separat", "divid", "part"))
        return apart or bool(_BETWEEN.match(parts["rest"].lstrip()))
    if second.end <= count.start:
        lead, between = text[sentence[0] : first.start], text[second.end : count.start]
        if _SEPARATED.search(between) or text.startswith(" apart", count.end):
            return True
        if not _BETWEEN.search(lead):
            return _is_absence(text, sentence, count, ends)
        if not _WAS.fullmatch(between):
            return False
        return bool(_A_GAP.search(lead) or _GONE_BY.match(text, count.end))
    return False


def _is_absence(text: str, sentence: tuple[int, int], count: Count, ends: list[_End]) -> bool:
    """ "Left the island in 1962 and saw it again only in 1990, after thirty-eight years"."""
    first, second = ends
    return bool(
        _AFTER_ALL.fullmatch(text[second.end : count.start])
        and _TO_THE_END.match(text, count.end)
        and _LEFT.search(text, sentence[0], first.start)
        and _AGAIN.search(text, first.end, second.start)
    )


def _after_its(passage: Passage, count: Count, sentence: tuple[int, int]) -> Iterator[Claim]:
    """ "The bridge opened in 1930. It was closed in 1986, forty-six years after its opening"."""
    match = _AFTER_ITS.match(passage.text, count.end)
    here = [date for date in passage.dates_between(*sentence) if date.type == "DATE"]
    if match is None or len(here) != 1 or here[0].span is None or not _is_full(here[0]):
        return
    if not (here[0].end <= count.start or here[0].start >= match.end()):
        return
    before = passage.sentence_at(sentence[0] - 2) if sentence[0] > 2 else sentence
    told = [
        telling
        for telling in dated_tellings(passage)
        if telling.sentence == before != sentence and _is_told(telling.happening, match) and _is_full(telling.date)
    ]
    if len(told) != 1 or told[0].date.span is None:
        return
    date = told[0].date
    ends = _End(date.start, date.end, told[0].date.span), _End(here[0].start, here[0].end, here[0].span)
    if match["direction"] == "after" and (ends[0].when.earliest_day or 0) < (ends[1].when.earliest_day or 0):
        yield from _claim(passage, count, *ends)


_CLASSES = {
    "opening": "opening", "opened": "opening", "founding": "founding", "foundation": "founding", "founded": "founding",
    "established": "founding", "birth": "birth", "born": "birth", "death": "death", "died": "death",
    "launch": "launch", "launched": "launch", "completion": "building", "built": "building", "closed": "closing",
    "closure": "closing", "collapse": "collapse", "collapsed": "collapse", "sinking": "sinking", "sank": "sinking",
    "married": "marriage", "marriage": "marriage", "wedding": "marriage", "election": "election",
    "elected": "election",
}  # fmt: skip


def _is_told(happening: str, match: re.Match[str]) -> bool:
    return _CLASSES.get(match["noun"] or match["verb"]) == happening


def _claim(passage: Passage, count: Count, first: _End, second: _End) -> Iterator[Claim]:
    if first.when.overlaps(second.when) is not False:
        return
    text = passage.text
    leeway = [count.hedge, "round" if count.round else ""]
    leeway += ["decades"] if "decade" in text[count.start : count.end].lower() else []
    name = text[first.start : first.end]
    yield Claim(
        id=f"elapsed@{count.start}",
        kind="elapsed",
        start=count.start,
        end=count.end,
        text=text[count.start : count.end],
        about=first.fact.id if first.fact else name,
        says=f"{count.number} {count.unit}s lie between {first.when.edtf} and {second.when.edtf}",
        sentence=passage.sentence_at(count.start),
        named=name,
        readings=(first.fact.id,) if first.fact else (),
        span=None if first.fact else first.when,
        at=second.when,
        at_words=(second.start, second.end),
        number=count.number,
        unit=count.unit,
        other=None if first.fact else f"{first.start}:{first.end}",
        detail=" ".join(["after", *filter(None, leeway)]),
        modality=passage.standing(count.start, count.end),
    )
