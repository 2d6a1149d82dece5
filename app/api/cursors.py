"""Opaque marks of a place in a list."""

from __future__ import annotations

import base64
import binascii

from app.problems import field_problem

_PREFIX = "a1:"
_PLACE = "e1:"
_LARGEST = 2**63 - 1


def encode_cursor(number: int) -> str:
    """The mark of the place after the article with this number."""
    return base64.urlsafe_b64encode(f"{_PREFIX}{number}".encode()).decode().rstrip("=")


def decode_cursor(cursor: str) -> int:
    """The number in a mark; raises a 422 problem for anything that this service did not hand out."""
    try:
        written = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode("ascii")
        number = int(written.removeprefix(_PREFIX))
        if 0 <= number <= _LARGEST and encode_cursor(number) == cursor:
            return number
    except (binascii.Error, ValueError):
        pass
    raise field_problem(422, "next", "The service did not hand out this mark; start again without it.")


def encode_place(day: int, number: int) -> str:
    """The mark of the place after the event with this first day and number."""
    return base64.urlsafe_b64encode(f"{_PLACE}{day}:{number}".encode()).decode().rstrip("=")


def decode_place(cursor: str) -> tuple[int, int]:
    """The day and the number in a mark; raises a 422 problem for anything that this service did not hand out."""
    try:
        written = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode("ascii")
        day, number = map(int, written.removeprefix(_PLACE).split(":"))
        if abs(day) <= _LARGEST and 0 <= number <= _LARGEST and encode_place(day, number) == cursor:
            return day, number
    except (binascii.Error, ValueError):
        pass
    raise field_problem(422, "next", "The service did not hand out this mark; start again without it.")
