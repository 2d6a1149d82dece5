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


def encode_place(*numbers: int) -> str:
    """The mark of the place after the row with these sort keys."""
    written = ":".join(map(str, numbers))
    return base64.urlsafe_b64encode(f"{_PLACE}{written}".encode()).decode().rstrip("=")


def decode_place(cursor: str, keys: int) -> tuple[int, ...]:
    """The sort keys in a mark, ``keys`` of them; raises a 422 problem for anything that was not handed out."""
    try:
        written = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode("ascii")
        numbers = tuple(map(int, written.removeprefix(_PLACE).split(":")))
        if len(numbers) == keys and all(abs(n) <= _LARGEST for n in numbers) and encode_place(*numbers) == cursor:
            return numbers
    except (binascii.Error, ValueError):
        pass
    raise field_problem(422, "next", "The service did not hand out this mark; start again without it.")
