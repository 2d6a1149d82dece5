"""Who came before whom in an office: "Barack Obama, who succeeded Donald Trump as president"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from timelines.canon.index import Mention
from timelines.checks.rule import Case
from timelines.chronology import in_words
from timelines.model import Evidence, Modality

_BETWEEN = re.compile(
    r"(?:, who(?: had| has)?|,? which| found when (?:he|she))? (?:had |has |later |then |was |would )?"
    r"(?P<verb>succeeded by|followed by|replaced by|preceded by|succeeds?|succeeded|followed|replaced|preceded|"
    r"took over from|taking over from|took office after|inherited the (?:office|presidency|job) from|"
    r"handed (?:over |power )?to)"
    r" (?:the |his |her )?(?:[a-z]+ )?$",
    re.IGNORECASE,
)
_NOUN = re.compile(
    r"(?:['’]s?|, whose) (?:immediate |direct |eventual )?(?P<noun>successor|predecessor)"
    r"(?: (?:as|in) [\w .’'-]{3,40}?)?,? (?:was |is )?$",
    re.IGNORECASE,
)
# "Gordon Brown, Tony Blair's predecessor,"
_BESIDE = re.compile(r"['’]s? (?:immediate |direct |eventual )?(?P<noun>successor|predecessor)\b(?=[,.]| as| in)")
_OPPOSITE = {
    "succeeded": "preceded", "followed": "preceded", "replaced": "preceded", "preceded": "succeeded",
    "succeeds": "preceded", "succeed": "precede", "succeeded by": "preceded by", "followed by": "preceded by",
    "replaced by": "preceded by", "preceded by": "succeeded by", "took over from": "handed over to",
    "taking over from": "handing over to", "handed to": "took over from", "handed over to": "took over from",
    "handed power to": "took over from", "successor": "predecessor", "predecessor": "successor",
}  # fmt: skip
_LATER_FIRST = frozenset(
    [
        "succeeded", "followed", "replaced", "succeeds", "succeed", "took over from", "taking over from",
        "took office after", "preceded by", "predecessor",
    ]
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Succession:
    """Words, their correction, what to say, and the evidence."""

    start: int
    end: int
    suggestion: str
    message: str
    evidence: tuple[Evidence, ...]


def reversed_successions(case: Case) -> Iterator[Succession]:
    """Each two holders of one office that the text puts in the wrong order."""
    passage = case.passage
    people = [one for one in passage.mentions if one.candidates[0].startswith("person/")]
    for first, second in pairwise(people):
        if second.start - first.end > 70 or first.candidates[0] == second.candidates[0]:
            continue
        between = passage.text[first.end : second.start]
        beside = _BESIDE.match(passage.text, second.end) if between == ", " else None
        match = beside or _BETWEEN.fullmatch(between) or _NOUN.fullmatch(between)
        if match is None or passage.standing(first.start, second.end) is not Modality.ASSERTED:
            continue
        word = (match["verb"] if "verb" in match.re.groupindex else match["noun"]).lower()
        # "X, who was preceded by Y" and "X's predecessor, Y": X came later.
        earlier, later = (second, first) if (word in _LATER_FIRST) is (beside is None) else (first, second)
        found = _is_reversed(case, earlier, later)
        if found is None:
            continue
        opposite = _OPPOSITE.get(word, "")
        start = beside.start("noun") if beside else first.end + between.lower().rindex(word)
        swapped = f"{second.text}{between}{first.text}" if "found when" in between else ""
        yield Succession(
            first.start if swapped else start,
            second.end if swapped else start + len(word),
            swapped or opposite,
            found[0],
            found[1],
        )


def _is_reversed(case: Case, earlier: Mention, later: Mention) -> tuple[str, tuple[Evidence, ...]] | None:
    """Whether whoever is told as the later one held every common office wholly before the other."""
    one, other = (case.canon.fact(mention.candidates[0]) for mention in (earlier, later))
    common = {term.office for term in one.terms} & {term.office for term in other.terms}
    told = None
    for office in sorted(common):
        first = [term for term in one.terms if term.office == office]
        last = [term for term in other.terms if term.office == office]
        starts = [term.start.earliest_day for term in first]
        ends = [term.start.latest_day for term in last]
        if None in starts or None in ends or max(ends, key=lambda d: d or 0) > min(starts, key=lambda d: d or 0):  # type: ignore[operator]
            return None
        told = (first[0], last[0])
    if told is None:
        return None
    message = (
        f"{other.label} held this office before {one.label}, not after: from {in_words(told[1].start)} and from "
        f"{in_words(told[0].start)}."
    )
    return message, tuple(
        Evidence("canon", person.id, person.label, in_words(term.start), person.source)
        for person, term in ((other, told[1]), (one, told[0]))
    )
