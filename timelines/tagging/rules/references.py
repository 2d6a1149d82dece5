"""The vague past, present and future."""

from __future__ import annotations

from timelines.tagging.meaning import Piece, Reference
from timelines.tagging.rules.fields import Fields


def past(fields: Fields) -> list[Piece]:
    """"recently", "in the past"."""
    return fields.whole(Reference("PAST_REF"))


def present(fields: Fields) -> list[Piece]:
    """"now", "current"."""
    return fields.whole(Reference("PRESENT_REF"))


def to_come(fields: Fields) -> list[Piece]:
    """"soon", "the near future"."""
    return fields.whole(Reference("FUTURE_REF"))


BUILDERS = {"past": past, "present": present, "to_come": to_come}
