"""Claims and canon facts as one temporal constraint problem; each claim is tried with every dating of its subject."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from timelines.canon.canon import Canon
from timelines.canon.schema import Fact
from timelines.chronology import Span, in_words
from timelines.model import Claim, Evidence, Published
from timelines.reasoning.bounds import claim_constraints
from timelines.reasoning.network import ORIGIN, TemporalNetwork
from timelines.reasoning.verdict import Constraint, Dating, Outcome, Point, Statement, Verdict

PUBLISHED = "published"


class Problem:
    """The statements around one article. ``judge`` says which claims cannot hold, and why."""

    def __init__(self, canon: Canon, published: Published, text: str) -> None:
        self._canon = canon
        self._published = published
        self._text = text

    def judge(self, claims: Iterable[Claim]) -> list[Verdict]:
        """Try every claim with every dating that its words allow."""
        return [self._judge(claim) for claim in claims]

    def _judge(self, claim: Claim) -> Verdict:
        outcomes = []
        for dating in self._datings(claim):
            statements = list(self._statements(claim, dating))
            outcomes.append(Outcome(dating, self._conflict(statements)))
        return Verdict(claim, tuple(outcomes))

    def _conflict(self, statements: Sequence[Statement]) -> tuple[Statement, ...] | None:
        network = TemporalNetwork()
        for statement in statements:
            for constraint in statement.constraints:
                network.add(statement.key, constraint.earlier, constraint.later, constraint.low, constraint.high)
        keys = network.conflict()
        if keys is None:
            return None
        return tuple(statement for statement in statements if statement.key in keys)

    def _statements(self, claim: Claim, dating: Dating) -> Iterator[Statement]:
        yield canon_statement(dating)
        if claim.at is not None:
            yield self._time_statement(claim, claim.at)
        yield Statement(
            claim.id,
            tuple(claim_constraints(claim, dating)),
            Evidence("text", claim.id, claim.text, start=claim.start, end=claim.end),
        )

    def _time_statement(self, claim: Claim, at: Span) -> Statement:
        constraints = (within(at_point(claim), at, "any"),)
        if claim.at_words is None:
            label = "the article's date"
            if self._published.origin == "inferred":
                label += ", inferred: " + "; ".join(self._published.reasons)
            return Statement(PUBLISHED, constraints, Evidence("published", PUBLISHED, label, in_words(at)))
        start, end = claim.at_words
        evidence = Evidence("text", f"date@{start}", self._text[start:end], in_words(at), "", start, end)
        return Statement(f"date@{start}", constraints, evidence)

    def _datings(self, claim: Claim) -> Iterator[Dating]:
        for identity in claim.readings:
            fact = self._canon.fact(identity)
            if claim.kind == "office":
                yield from office_datings(fact, claim.other or "")
            elif claim.kind == "age":
                if claim.span is not None:
                    yield Dating(fact, claim.span, "as the article has it")
                elif fact.born is not None:
                    yield Dating(fact, fact.born)
            else:
                yield from datings(fact, claim.named)


def at_point(claim: Claim) -> Point:
    """The point in time from which a claim speaks."""
    return PUBLISHED if claim.at_words is None else ("date", claim.at_words)


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
    fact, when = dating.fact, dating.when
    label = f"{fact.label} ({dating.label})" if dating.label else fact.label
    return Statement(
        dating.key,
        (
            Constraint(ORIGIN, ("start", dating.key), when.start_earliest_day, when.start_latest_day),
            Constraint(ORIGIN, ("end", dating.key), when.end_earliest_day, when.end_latest_day),
            Constraint(("start", dating.key), ("end", dating.key), 0, None),
        ),
        Evidence("canon", fact.id, label, in_words(when), fact.source),
    )


def within(point: Point, span: Span, side: str) -> Constraint:
    """The point lies inside the span."""
    return Constraint(ORIGIN, point, span.earliest_day, span.latest_day)
