"""How a claim fared: which readings of the facts allow it, and what contradicts it under those that do not."""

from __future__ import annotations

from dataclasses import dataclass

from timelines.canon.schema import Fact
from timelines.chronology import Span
from timelines.model import Claim, Evidence
from timelines.reasoning.network import Constraint


@dataclass(frozen=True, slots=True)
class Statement:
    """Somebody says something about time: a canon fact, the article's date, other words, or the claim itself."""

    key: str
    constraints: tuple[Constraint, ...]
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Dating:
    """One accepted dating of a fact: ``label`` says which, and is empty for the main one."""

    fact: Fact
    when: Span
    label: str = ""

    @property
    def key(self) -> str:
        """Names the dating among the statements."""
        return f"{self.fact.id}#{self.label}" if self.label else self.fact.id


@dataclass(frozen=True, slots=True)
class Outcome:
    """A claim tried with one dating: ``conflict`` is the minimal contradicting set, None if all can hold."""

    dating: Dating
    conflict: tuple[Statement, ...] | None


@dataclass(frozen=True, slots=True)
class Verdict:
    """A claim with its outcomes, the most likely dating first."""

    claim: Claim
    outcomes: tuple[Outcome, ...]

    @property
    def is_impossible(self) -> bool:
        """Whether no dating allows the claim."""
        return bool(self.outcomes) and all(outcome.conflict is not None for outcome in self.outcomes)

    @property
    def best_conflict(self) -> tuple[Statement, ...]:
        """The contradiction with the most likely dating, empty where there is none."""
        return next((outcome.conflict for outcome in self.outcomes if outcome.conflict is not None), ())

    @property
    def allowed(self) -> tuple[Dating, ...]:
        """The datings with which the claim can hold."""
        return tuple(outcome.dating for outcome in self.outcomes if outcome.conflict is None)
