"""Lengths of time, exact and vague."""

from __future__ import annotations

from timelines.tagging.meaning import Length, Piece, Reference
from timelines.tagging.rules.fields import Fields
from timelines.tagging.values import duration_text


def duration(fields: Fields) -> list[Piece]:
    """ "two years", "a 10-year", "half an hour", "the past few weeks", "months"."""
    unit, many = _unit(fields)
    if unit is None:
        return []
    if fields.has("n"):
        amount = fields.number("n")
    elif fields.has("half") and not _one(fields):
        amount = 0.5
    elif many:
        amount = None
    else:
        amount = 1.5 if fields.has("half") else 1.0
    return fields.whole(Length(duration_text(amount, unit)))


_ORDER = ("C", "E", "Y", "M", "W", "D", "TH", "TM", "TS")


def duration_sum(fields: Fields) -> list[Piece]:
    """ "two years, three months and five days": units that become finer."""
    parts: list[tuple[float, str]] = []
    for suffix in ("", "2", "3"):
        if fields.has("unit" + suffix):
            counted = fields.has("n" + suffix)
            amount, unit = (
                fields.number("n" + suffix) if counted else 1.0,
                fields.value("unit" + suffix, "unit-many", "unit-one"),
            )
            if amount is None or amount != int(amount) or unit not in _ORDER:
                return []
            parts.append((amount, unit))
    places = [_ORDER.index(unit) for _, unit in parts]
    if sorted(set(places)) != places:
        return []
    days = "".join(duration_text(n, unit)[1:] for n, unit in parts if not unit.startswith("T"))
    clock = "".join(duration_text(n, unit)[2:] for n, unit in parts if unit.startswith("T"))
    return fields.whole(Length(f"P{days}T{clock}" if clock else f"P{days}"))


def _one(fields: Fields) -> bool:
    return fields.begin("half") > fields.begin("unit") if fields.has("unit") else False


def _unit(fields: Fields) -> tuple[str | None, bool]:
    tokens = fields.tokens[fields.first : fields.last]
    for token in tokens:
        if "unit-many" in token.values:
            return token.values["unit-many"], True
    if fields.has("unit"):
        return fields.value("unit", "unit-one", "year-decade"), False
    for token in reversed(tokens):
        if "unit-one" in token.values:
            return token.values["unit-one"], False
    return None, False


def seasons(fields: Fields) -> list[Piece]:
    """ "the past three summers"."""
    amount = fields.number("n")
    count = "X" if amount is None else f"{amount:g}"
    return fields.whole(Length(f"P{count}{fields.value('season', 'seasons')}"))


def quarters_of(fields: Fields) -> list[Piece]:
    """ "three quarters of an hour"."""
    return fields.whole(Length(f"PT{15 * (fields.integer('n', 'three-word') or 1)}M"))


def vague_length(fields: Fields) -> list[Piece]:
    """ "a while", "a short period of time"."""
    return fields.whole(Length("PXX"))


def recent_units(fields: Fields) -> list[Piece]:
    """ "recent years", "coming weeks"."""
    return fields.whole(Reference("PAST_REF" if fields.has("recent_word") else "FUTURE_REF"))


BUILDERS = {
    "duration": duration,
    "duration_sum": duration_sum,
    "seasons": seasons,
    "first_months": duration,
    "quarters_of": quarters_of,
    "vague_length": vague_length,
    "recent_units": recent_units,
}
