"""What a rule is: its code, its words, its examples, and the function that turns contradictions into flags."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from timelines.canon.canon import Canon
from timelines.chronology import Span
from timelines.extraction.passage import Passage
from timelines.model import Claim, Evidence, Flag, Modality, Severity, Testimony
from timelines.reasoning.verdict import Verdict

# The article's own statements are checked; what it quotes, denies or imagines is somebody else's.
_OWN = frozenset({Modality.ASSERTED})


@dataclass(frozen=True, slots=True)
class Example:
    """A text on which a rule is tried. ``quote`` and ``suggestion`` are None where nothing may be flagged.

    ``others`` are texts of other articles of the same day, for rules that compare articles.
    """

    text: str
    published: str | None = None
    quote: str | None = None
    suggestion: str | None = None
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """One article laid before the rules: its words, and how each claim fared against the canon.

    ``elsewhere`` is what other, independent articles say of things that happen once.
    """

    passage: Passage
    verdicts: Sequence[Verdict]
    elsewhere: Sequence[Testimony] = ()

    @property
    def canon(self) -> Canon:
        """The reference facts."""
        return self.passage.canon

    def impossible(self, kind: str) -> list[Verdict]:
        """The article's own claims of a kind that no reading of the facts allows."""
        return [
            verdict
            for verdict in self.verdicts
            if verdict.claim.kind == kind and verdict.claim.modality in _OWN and verdict.is_impossible
        ]

    def evidence(self, verdict: Verdict) -> tuple[Evidence, ...]:
        """What contradicts the claim under every dating: the minimal conflicts without it, facts first."""
        steps = [
            statement.evidence
            for outcome in verdict.outcomes
            for statement in outcome.conflict or ()
            if statement.key != verdict.claim.id and statement.evidence is not None
        ]
        return tuple(sorted(dict.fromkeys(steps), key=lambda step: step.kind != "canon"))


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of temporal error. ``find`` yields its flags for a case."""

    code: str
    name: str
    family: str
    summary: str
    description: str
    find: Callable[[Rule, Case], Iterable[Flag]]
    examples: tuple[Example, ...] = field(default=())
    counter_examples: tuple[Example, ...] = field(default=())

    def flag(
        self,
        case: Case,
        start: int,
        end: int,
        *,
        message: str,
        suggestion: str,
        claimed: str,
        expected: str,
        severity: Severity = Severity.ERROR,
        confidence: float = 0.9,
        evidence: tuple[Evidence, ...] = (),
        claim: Claim | None = None,
        claimed_span: Span | None = None,
        expected_span: Span | None = None,
    ) -> Flag:
        """A flag of this rule on the words ``start``-``end``."""
        return Flag(
            rule=self.code,
            name=self.name,
            family=self.family,
            severity=severity,
            confidence=confidence,
            start=start,
            end=end,
            quote=case.passage.text[start:end],
            message=message,
            suggestion=suggestion,
            claimed=claimed,
            expected=expected,
            evidence=evidence,
            claimed_span=claimed_span or (claim.span if claim else None),
            expected_span=expected_span,
        )
