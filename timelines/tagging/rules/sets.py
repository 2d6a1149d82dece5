"""What happens again and again."""

from __future__ import annotations

from timelines.tagging.meaning import Piece, Recurring
from timelines.tagging.rules.fields import Fields
from timelines.tagging.values import duration_text


def every_unit(fields: Fields) -> list[Piece]:
    """ "every day", "every two weeks", "each month"."""
    unit = fields.value("unit", "set-unit", "unit-many")
    if unit is None:
        return []
    amount = fields.number("n") if fields.has("n") else fields.integer("other", "other-word")
    if not fields.has("n") and not fields.has("other"):
        amount = 1
    return fields.whole(Recurring(duration_text(amount, unit)))


def every_weekday(fields: Fields) -> list[Piece]:
    """ "every Tuesday morning"."""
    part = fields.value("part", "day-part", "day-parts")
    day = fields.integer("weekday", "weekday") or 0
    return fields.whole(Recurring(f"XXXX-WXX-{day + 1}" + (f"T{part}" if part else "")))


def every_part(fields: Fields) -> list[Piece]:
    """ "every morning", "every summer", "every June"."""
    month = fields.integer("month", "month")
    if month is not None:
        return fields.whole(Recurring(f"XXXX-{month:02}"))
    season = fields.value("part", "season")
    if season:
        return fields.whole(Recurring(f"XXXX-{season}"))
    return fields.whole(Recurring(f"XXXX-XX-XXT{fields.value('part', 'day-part', 'sun-word')}"))


def weekdays(fields: Fields) -> list[Piece]:
    """ "on Sundays"."""
    return fields.whole(Recurring(f"XXXX-WXX-{(fields.integer('weekday', 'weekday-plural') or 0) + 1}"))


def weekends(fields: Fields) -> list[Piece]:
    """ "at weekends"."""
    return fields.whole(Recurring("XXXX-WXX-WE"))


def often(fields: Fields) -> list[Piece]:
    """ "daily", "annually"."""
    return fields.whole(Recurring(fields.value("often", "often", "annual") or "P1D"))


def per_unit(fields: Fields) -> list[Piece]:
    """ "per month", "twice a week": the period in which it happens."""
    unit = fields.value("unit", "unit-one", "per-unit-one")
    if unit is None:
        return []
    return fields.whole(Recurring(duration_text(1, unit)))


BUILDERS = {
    "every_unit": every_unit,
    "every_weekday": every_weekday,
    "every_part": every_part,
    "weekdays": weekdays,
    "weekends": weekends,
    "often": often,
    "times_per": per_unit,
    "per_unit": per_unit,
}
