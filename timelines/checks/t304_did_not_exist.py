"""T304: something acts or is used at a time when it did not exist."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from timelines.canon.canon import Canon
from timelines.canon.schema import Fact
from timelines.checks.restyle import date_like, dated
from timelines.checks.rule import Case, Example, Rule
from timelines.chronology import Span, in_words
from timelines.model import Claim, Flag

_AS_ANOTHER = re.compile(r"(?:as|its predecessor) (?:the )?([A-Z].*)")
_THINGS = ("org/", "state/", "currency/", "product/")
_TAKES_ARTICLE = re.compile(r"\b(?:Republic|Union|Kingdom|Federation|States|Emirates|Netherlands|Nations|Community)\b")
# Names of a thing before that are worth telling.
_NAMES = 4
# Whose money it would have been the text seldom says.
_MONEY = {
    False: "Then people paid in francs, marks, lire, pesetas, schillings, guilders or another money of their own.",
    True: "Then people paid in its successor.",
}


def _find(rule: Rule, case: Case) -> Iterator[Flag]:
    for verdict in case.impossible("existence"):
        claim, fact = verdict.claim, case.canon.fact(verdict.claim.about)
        if claim.at is None or claim.at.earliest_day is None:
            continue
        when = verdict.outcomes[0].dating.when
        over = when.latest_day is not None and when.latest_day < claim.at.earliest_day
        point = when.end_span if over else when.start_span
        if point.earliest_day is None:
            continue
        right = _right_names(case.canon, fact, claim.named, claim.at, over=over)
        text, at = case.passage.text, claim.other.partition(":")[0] if claim.other else ""
        article = "the " if at and text[max(0, int(at) - 4) : int(at)].lower() == "the " else ""
        name = claim.named.removeprefix("#")
        message = f"{fact.label} "
        if verdict.outcomes[0].dating.label == f"as {name}":
            message = f"{name} was no longer so called" if over else f"{name} was not yet so called"
            message += f" {dated(claim.at)}: the name changed {dated(point)}."
        else:
            message += f"ceased to exist {dated(point)}" if over else f"did not exist before {in_words(point)}"
            message += f", so not {dated(claim.at)}."
        if right:
            names = " or ".join(_with_the(one, article) for one in right)
            message += f" {'After that it was' if over else 'Then it was'} {names}."
        elif fact.prefix == "currency":
            message += f" {_MONEY[over]}"
        yield rule.flag(
            case,
            claim.start,
            claim.end,
            message=message,
            suggestion=_suggestion(case, claim, right, point),
            claimed=claim.says,
            expected=f"{'before' if over else 'from'} {in_words(point)}",
            confidence=0.9,
            evidence=case.evidence(verdict),
            claim=claim,
            claimed_span=claim.at,
            expected_span=point,
        )


def _with_the(name: str, article: str) -> str:
    return f"the {name}" if article or _TAKES_ARTICLE.search(name) else name


def _right_names(canon: Canon, fact: Fact, named: str, at: Span, *, over: bool) -> list[str]:
    """What the thing was called then, or what stood in its place."""
    if any(alias.name == named for alias in fact.former_names):
        former = {alias.name for alias in fact.former_names}
        return [name for name in fact.names if name not in former][:_NAMES]
    then = [
        alias.name for alias in fact.former_names
        if (alias.until is None or (alias.until.latest_day or 0) >= (at.earliest_day or 0))
        and (alias.since is None or (alias.since.earliest_day or 0) <= (at.latest_day or 0))
    ]  # fmt: skip
    if then and not over:
        return then[:2]
    if over:
        others = [canon.fact(one) for one in fact.succeeded_by if one in canon.facts]
        if fact.prefix == "currency":
            return [f"{other.label}s" if named.endswith("s") or "euro" in other.id else other.label for other in others]
        return [name for other in others for name in _alike(other, named)]
    if fact.prefix == "currency":
        return []
    told = [match[1] for reading in fact.readings if (match := _AS_ANOTHER.match(reading.label))]
    before = [canon.fact(one) for one in _predecessors(canon).get(fact.id, ())]
    names = [name for other in before if _is_then(other, at) for name in _alike(other, named)]
    return list(dict.fromkeys([*told, *names]))


def _alike(fact: Fact, named: str) -> list[str]:
    """The names, initials first where the text has initials."""
    return sorted(fact.names[:_NAMES], key=lambda name: name.isupper() != named.isupper())


def _is_then(fact: Fact, at: Span) -> bool:
    """Whether a thing may have existed at the time."""
    since = fact.since.earliest_day if fact.since is not None else None
    return since is None or at.latest_day is None or since <= at.latest_day


@lru_cache(maxsize=2)
def _predecessors(canon: Canon) -> Mapping[str, list[str]]:
    """What each thing followed."""
    found: dict[str, list[str]] = {}
    for id_ in canon.loaded:
        if id_.startswith(_THINGS):
            for successor in canon.fact(id_).succeeded_by:
                found.setdefault(successor, []).append(id_)
    return found


def _suggestion(case: Case, claim: Claim, right: list[str], point: Span) -> str:
    """The right name in place of the wrong one; else the year from which it would be true."""
    if right and claim.named in claim.text:
        return claim.text.replace(claim.named, right[0], 1)
    if claim.at_words is None:
        return ""
    words = case.passage.text[slice(*claim.at_words)]
    other = date_like(words, point)
    return claim.text.replace(words, other, 1) if other else ""


RULE = Rule(
    code="T304",
    name="did-not-exist",
    family="canon",
    summary="An organisation, state, currency or product is active when it did not exist.",
    description=(
        "A state, organisation, currency, product or service that does something, is joined, paid or used at an "
        "explicit date more than a year before its beginning or after its end. Later place names in history, former "
        "names, plans and forerunners are left alone; of firms only the beginning counts."
    ),
    find=_find,
    examples=(
        Example("She announced her engagement on Facebook in 2001.", None, "Facebook in 2001", "Facebook in 2004"),
        Example(
            "In 2008 the bank wrote off two billion Deutschmarks.",
            None,
            "2008 the bank wrote off two billion Deutschmarks",
            "2008 the bank wrote off two billion euros",
        ),
        Example(
            "The Soviet Union signed the protocol in 1997.",
            None,
            "Soviet Union signed the protocol in 1997",
            "Russia signed the protocol in 1997",
        ),
        Example(
            "He sent the photograph on WhatsApp in May 2005.", None, "WhatsApp in May 2005", "WhatsApp in February 2009"
        ),
        Example(
            "The League of Nations sent observers in 1956.",
            None,
            "League of Nations sent observers in 1956",
            "United Nations sent observers in 1956",
        ),
        Example(
            "The European Union recognised the treaty in March 1988.",
            None,
            "European Union recognised the treaty in March 1988",
            "European Economic Community recognised the treaty in March 1988",
        ),
        Example(
            "Rebels crossed into Zaire in 2000.", None, "Zaire in 2000", "Democratic Republic of the Congo in 2000"
        ),
        Example("He was arrested by the KGB in 2004.", None, "KGB in 2004", "FSB in 2004"),
        Example(
            "Eswatini held elections in September 2013.",
            None,
            "Eswatini held elections in September 2013",
            "Swaziland held elections in September 2013",
        ),
        Example("She was evacuated from St Petersburg in 1943.", None, "St Petersburg in 1943", "Leningrad in 1943"),
    ),
    counter_examples=(
        Example("Exxon Mobil paid a fine after the 1989 spill."),
        Example("She announced her engagement on Facebook in 2011."),
        Example("The former Soviet Union signed the protocol in 1997."),
        Example("Plans for what became Facebook were drawn up on paper in 2001."),
        Example("In 1998 the bank wrote off two billion Deutschmarks."),
        Example("The battle of 1942 was fought in what is now Bangladesh."),
        Example("“I was on Facebook in 2001,” she joked."),
        Example("Ceylon, now Sri Lanka, exported tea in 1890."),
        Example("Sri Lanka won independence in 1948."),
        Example("He was born in Pakistan in 1940, when it was still India."),
        Example("Burma held elections in 1990 and in 2010."),
        Example("The files of the KGB were sold in 1999 to a museum."),
        Example("She was evacuated from Leningrad in 1943."),
        Example("The European Economic Community recognised the treaty in March 1988."),
        Example("A forerunner of the European Union met in Paris in 1951."),
        Example("Talk of a single currency, later the euro, began in 1969."),
    ),
)
