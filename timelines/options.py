"""What a caller may choose about a reconstruction."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from timelines.model import Severity


@dataclass(frozen=True, slots=True)
class Options:
    """``select`` and ``ignore`` hold rule codes or their beginnings ("T2"); an empty ``select`` means all rules.

    ``severities`` replaces the severity of the flags of a rule (a whole code). ``syntax`` lets the dependency parser
    read the sentences that need it; without it, or without its model, events come from coarse clauses alone.
    """

    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()
    language: str | None = None
    severities: Mapping[str, Severity] = field(default_factory=dict)
    syntax: bool = True

    def wants(self, rule: str) -> bool:
        """Whether flags of this rule code were asked for."""
        chosen = not self.select or any(rule.startswith(prefix) for prefix in self.select)
        return chosen and not any(rule.startswith(prefix) for prefix in self.ignore)
