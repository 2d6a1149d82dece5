"""Claims and canon facts as one temporal constraint problem; each claim is tried with every dating of its subject."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from timelines.canon.canon import Canon
from timelines.canon.schema import Fact
from timelines.chronology import Span, in_words
from timelines.model import Claim, Evidence, Published
from timelines.reasoning.bounds import PUBLISHED, at_point, claim_constraints, order_constraints
from timelines.reasoning.differences import Point
from timelines.reasoning.network import ORIGIN, Constraint, Disjunction, Reading, TemporalNetwork
from timelines.reasoning.verdict import Dating, Outcome, Statement, Verdict

# Claims whose subject may have no name, only dates in the sentence.
_DATED_BY_THE_TEXT = frozenset({"anniversary", "duration", "edition", "ordinal-period"})
TEXT = "text@"


class Problem:
    """The statements around one article. ``judge`` says which claims cannot hold, and why."""

    def __init__(self, canon: Canon, published: Published, text: str) -> None:
        self._canon = canon
        self._published = published
        self._text = text
        self._network = TemporalNetwork()
        if published.span is not None:
            self._network.try_add([within(PUBLISHED, PUBLISHED, published.span)])

    def judge(self, claims: Iterable[Claim]) -> list[Verdict]:
        """Try every claim with every dating that its words allow."""
        return [self._judge(claim) for claim in claims]

    def _judge(self, claim: Claim) -> Verdict:
        if claim.kind == "order":
            return self._judge_order(claim)
        tried = [(dating, self._statements(claim, dating)) for dating in self._datings(claim)]
        return self._verdict(claim, tried)

    def _judge_order(self, claim: Claim) -> Verdict:
        """Every dating of the one event with every dating of the other."""
        others = [dating for one in (claim.other or "").split() for dating in datings(self._canon.fact(one))]
        evidence = Evidence("text", claim.id, claim.text, start=claim.start, end=claim.end)
        tried = []
        for dating in self._datings(claim):
            for other in others:
                order = Statement(claim.id, tuple(order_constraints(claim, dating, other)), evidence)
                tried.append((dating, [canon_statement(dating), canon_statement(other), order]))
        return self._verdict(claim, tried)

    def _verdict(self, claim: Claim, tried: list[tuple[Dating, list[Statement]]]) -> Verdict:
        found = self._network.consistent_readings(
            Disjunction(claim.id, tuple(Reading(dating.key, _constraints(said)) for dating, said in tried))
        )
        return Verdict(
            claim,
            tuple(
                Outcome(dating, None if keys is None else tuple(one for one in said if one.key in keys))
                for (dating, said), (_, keys) in zip(tried, found, strict=True)
            ),
        )

    def _statements(self, claim: Claim, dating: Dating) -> list[Statement]:
        said = [canon_statement(dating)]
        if claim.at is not None:
            said.append(self._time_statement(claim, claim.at))
        evidence = Evidence("text", claim.id, claim.text, start=claim.start, end=claim.end)
        return [*said, Statement(claim.id, tuple(claim_constraints(claim, dating)), evidence)]

    def _time_statement(self, claim: Claim, at: Span) -> Statement:
        if claim.at_words is None:
            label = "the article's date"
            if self._published.origin == "inferred":
                label += ", inferred: " + "; ".join(self._published.reasons)
            return Statement(PUBLISHED, (), Evidence("published", PUBLISHED, label, in_words(at)))
        start, end = claim.at_words
        key = f"date@{start}"
        evidence = Evidence("text", key, self._text[start:end], in_words(at), "", start, end)
        return Statement(key, (within(key, at_point(claim), at),), evidence)

    def _datings(self, claim: Claim) -> Iterator[Dating]:
        if not claim.readings and claim.span is not None and claim.kind in _DATED_BY_THE_TEXT:
            yield self._told_by_the_text(claim, claim.span)
        if claim.kind == "elapsed" and claim.number and claim.span is not None:
            yield self._told_by_the_text(claim, claim.span)
        for identity in claim.readings:
            fact = self._canon.fact(identity)
            if claim.kind == "office":
                yield from office_datings(fact, claim.other or "")
            elif claim.kind == "duration" and claim.other is not None and claim.span is None:
                yield from _tenures(fact, claim.other)
            elif claim.kind == "during" and claim.detail == "office":
                for office in (claim.other or "").split():
                    yield from office_datings(fact, office)
            elif claim.kind == "lifetime":
                if fact.prefix == "person" and (fact.died is not None or not claim.detail):
                    yield Dating(fact, Span.interval(fact.born, fact.died))
            elif claim.kind == "existence":
                yield from _existences(fact, claim.named)
            elif claim.kind == "anniversary":
                yield from _occasions(fact, claim.named)
            elif claim.kind == "age":
                if claim.span is not None:
                    yield Dating(fact, claim.span, "as the article has it")
                elif fact.born is not None:
                    yield Dating(fact, fact.born)
            else:
                yield from datings(fact, claim.named)

    def _told_by_the_text(self, claim: Claim, span: Span) -> Dating:
        start, end = (int(place) for place in (claim.other or "0:0").split(":"))
        words = self._text[start:end]
        return Dating(Fact(id=f"{TEXT}{start}:{end}", kind="text", label=words, names=(words,)), span)


def _occasions(fact: Fact, named: str) -> Iterator[Dating]:
    """What an anniversary can be of: the beginning of a thing that lasts, or its end."""
    for dating in datings(fact, named):
        yield dating
        when = dating.when
        if not when.is_instant and when.end_latest_day is not None:
            yield Dating(fact, when.end_span, "its end")


def _existences(fact: Fact, named: str) -> Iterator[Dating]:
    """The time in which a thing existed under the name that the text gives it."""
    former = [alias for alias in fact.former_names if alias.until is not None]
    for alias in fact.former_names:
        if alias.name == named and (alias.since is not None or alias.until is not None):
            yield Dating(fact, Span.interval(alias.since, alias.until), f"as {named}")
            return
    if former and fact.prefix in ("state", "place"):
        last = max(former, key=lambda alias: alias.until.latest or 0 if alias.until else 0)
        yield Dating(fact, Span.interval(last.until, fact.until), f"as {named}")
        return
    if fact.when is not None:
        yield Dating(fact, fact.when)
    elif fact.since is not None or fact.until is not None:
        yield Dating(fact, Span.interval(fact.since, fact.until))
    for reading in fact.readings:
        if reading.of == "since" and not _is_another_name(reading.label, named):
            yield Dating(fact, Span.interval(reading.when, fact.until), reading.label)
        elif reading.of == "until":
            yield Dating(fact, Span.interval(fact.since, reading.when), reading.label)


def _is_another_name(label: str, named: str) -> bool:
    """Whether a beginning is that of what had another name: "as the European Economic Community"."""
    return label.startswith(("as ", "its predecessor")) and named not in label


def _tenures(person: Fact, office: str) -> Iterator[Dating]:
    """The whole time of a person in an office, from the first term to the last, and each term alone."""
    terms = [term for term in person.terms if term.office == office]
    if terms and terms[-1].end is not None:
        yield Dating(person, Span.interval(terms[0].start, terms[-1].end))
    for term in terms if len(terms) > 1 else ():
        if term.end is not None:
            yield Dating(person, Span.interval(term.start, term.end), term.label or in_words(term.start))


def datings(fact: Fact, named: str = "") -> Iterator[Dating]:
    """The accepted datings of a fact; a name that stands for one dating alone leaves only that one."""
    for reading in fact.readings:
        if named and named in reading.names and reading.of == "when":
            yield Dating(fact, reading.when, reading.label)
            return
    if fact.when is not None:
        yield Dating(fact, fact.when)
    for reading in fact.readings:
        if reading.of in ("when", "since"):
            yield Dating(fact, reading.when, reading.label)


def office_datings(person: Fact, office: str) -> Iterator[Dating]:
    """Each term of a person in an office as a dating; an open term runs on."""
    for term in person.terms:
        if term.office == office:
            yield Dating(person, Span.interval(term.start, term.end), term.label)


def canon_statement(dating: Dating) -> Statement:
    """What the canon says: where the two ends of the fact lie."""
    fact, when, key = dating.fact, dating.when, dating.key
    label = f"{fact.label} ({dating.label})" if dating.label else fact.label
    evidence = Evidence("canon", fact.id, label, in_words(when), fact.source)
    if fact.id.startswith(TEXT):
        first, last = (int(place) for place in fact.id.removeprefix(TEXT).split(":"))
        evidence = Evidence("text", fact.id, label, in_words(when), "", first, last)
    return Statement(
        key,
        (
            Constraint(key, ORIGIN, ("start", key), when.start_earliest_day, when.start_latest_day),
            Constraint(key, ORIGIN, ("end", key), when.end_earliest_day, when.end_latest_day),
            Constraint(key, ("start", key), ("end", key), 0, None),
        ),
        evidence,
    )


def within(statement: str, point: Point, span: Span) -> Constraint:
    """The point lies inside the span, says the statement."""
    return Constraint(statement, ORIGIN, point, span.earliest_day, span.latest_day)


def _constraints(statements: Iterable[Statement]) -> tuple[Constraint, ...]:
    return tuple(constraint for statement in statements for constraint in statement.constraints)
