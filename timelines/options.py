"""What a caller may choose about a reconstruction."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Options:
    """``select`` and ``ignore`` hold rule codes or their beginnings ("T2"); an empty ``select`` means all rules."""

    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()
    language: str | None = None

    def wants(self, rule: str) -> bool:
        """Whether flags of this rule code were asked for."""
        chosen = not self.select or any(rule.startswith(prefix) for prefix in self.select)
        return chosen and not any(rule.startswith(prefix) for prefix in self.ignore)
