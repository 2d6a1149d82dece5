"""Reads the corpus of mistakes: pairs of a wrong text and its corrected twin, and texts that only look wrong.

A record of a pair has ``id``, ``rule``, ``published``, ``wrong``, ``quote`` (the words to change, once in ``wrong``),
``right`` (what they should be; null where several corrections are as good) and, where the twin is not ``wrong`` with
``right`` in place of ``quote``, ``clean``. ``proof`` is the sum behind the correction, see ``proofs``.
A record of ``clean.yaml`` has ``id``, ``trap``, ``published`` and ``text``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent / "flags"
CLEAN = "clean"
FAMILIES = ("calendar", "counting", "canon", "order", "narrative", "conflict")
RULES = {
    "T101": "calendar",
    "T102": "calendar",
    "T103": "calendar",
    "T104": "calendar",
    "T105": "calendar",
    "T201": "counting",
    "T202": "counting",
    "T203": "counting",
    "T204": "counting",
    "T205": "counting",
    "T206": "counting",
    "T301": "canon",
    "T302": "canon",
    "T303": "canon",
    "T304": "canon",
    "T401": "order",
    "T402": "order",
    "T403": "order",
    "T501": "narrative",
    "T502": "narrative",
    "T503": "narrative",
    "T504": "narrative",
    "T601": "conflict",
}


@dataclass(frozen=True, slots=True)
class Pair:
    """One mistake and its correction."""

    id: str
    rule: str
    family: str
    published: date | None
    wrong: str
    quote: str
    right: str | None
    clean: str
    proof: str | None


@dataclass(frozen=True, slots=True)
class Trap:
    """A text that looks wrong and is right."""

    id: str
    trap: str
    published: date | None
    text: str


def load_pairs() -> list[Pair]:
    """All pairs, in the order of the files."""
    return [_pair(record, family) for family in FAMILIES for record in records(family)]


def load_traps() -> list[Trap]:
    """All texts that must stay unflagged."""
    return [Trap(row["id"], row["trap"], row["published"], row["text"]) for row in records(CLEAN)]


def records(name: str) -> list[dict[str, Any]]:
    """The raw records of one file."""
    rows: list[dict[str, Any]] = yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
    return rows


def _pair(row: dict[str, Any], family: str) -> Pair:
    right = row["right"]
    clean = row.get("clean") or row["wrong"].replace(row["quote"], right)
    return Pair(
        row["id"],
        row["rule"],
        family,
        row["published"],
        row["wrong"],
        row["quote"],
        right,
        clean,
        row.get("proof"),
    )
