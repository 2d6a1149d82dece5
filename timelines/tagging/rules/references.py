"""The vague past, present and future."""

from __future__ import annotations

from timelines.tagging.meaning import ClockTime, Piece, Reference, UnitAt
from timelines.tagging.rules.fields import Fields


def past(fields: Fields) -> list[Piece]:
    """ "recently", "in the past"."""
    return fields.whole(Reference("PAST_REF"))


def present(fields: Fields) -> list[Piece]:
    """ "now", "current"."""
    return fields.whole(Reference("PRESENT_REF"))


def to_come(fields: Fields) -> list[Piece]:
    """ "soon", "the near future"."""
    return fields.whole(Reference("FUTURE_REF"))


def soon(fields: Fields) -> list[Piece]:
    """ "soon", where something is announced."""
    return fields.whole(Reference("FUTURE_REF", ahead=True))


def told_past(fields: Fields) -> list[Piece]:
    """ "former", which only a story places in time; news has it in titles."""
    return fields.whole(Reference("PAST_REF", told=True))


def told_future(fields: Fields) -> list[Piece]:
    """ "future" before a noun."""
    return fields.whole(Reference("FUTURE_REF", told=True))


def story_period(fields: Fields) -> list[Piece]:
    """ "this period", "that time": where the story is."""
    return fields.whole(UnitAt("here", "same"))


def told_time(fields: Fields) -> list[Piece]:
    """ "the same time", "the sixth anniversary": where a story is."""
    return fields.whole(UnitAt("here", "same", told=True))


def told_day(fields: Fields) -> list[Piece]:
    """ "the seventh day", "the day before the vote": a day that a story counts from an event."""
    return fields.whole(UnitAt("counted", "same", told=True))


def night(fields: Fields) -> list[Piece]:
    """ "at night"."""
    return fields.whole(ClockTime(fields.value("part", "night-word") or "NI", Reference("")))


BUILDERS = {
    "past": past,
    "present": present,
    "to_come": to_come,
    "soon": soon,
    "told_past": told_past,
    "told_future": told_future,
    "story_period": story_period,
    "told_time": told_time,
    "told_day": told_day,
    "night": night,
}
