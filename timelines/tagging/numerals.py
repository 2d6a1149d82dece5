"""Numbers in words and digits."""

from __future__ import annotations

from collections.abc import Sequence

from timelines.tagging.tokens import Token


def number_of(tokens: Sequence[Token]) -> float | None:
    """The number that tokens spell ("two and a half", "2 1/2", "a dozen"); None when it is vague or none.

    A fraction is read where a slash stands between two numbers.
    """
    total = 0.0
    current = 0.0
    seen = False
    index = 0
    while index < len(tokens):
        values = tokens[index].values
        index += 1
        if tokens[index - 1].text in ("or", "to", "-") and (tokens[index - 1].text != "-" or _between(tokens, index)):
            total, current, seen = 0.0, 0.0, False  # of a range the upper end counts
            continue
        if "vague" in values:
            if tokens[index - 1].text.lower() == "some" and index < len(tokens) and _is_count(tokens[index]):
                continue
            return None
        if "decimal" in values:
            current, seen = current + float(values["decimal"]), True
        elif "number" in values:
            value = float(values["number"])
            if _is_fraction(tokens, index):
                value /= float(tokens[index + 1].values["number"]) or 1.0
                index += 2
            current, seen = current + value, True
        elif "hundred" in values:
            current, seen = (current or 1.0) * 100, True
        elif "million" in values:
            total, current, seen = total + (current or 1.0) * float(values["million"]), 0.0, True
        elif "thousand" in values:
            total, current, seen = total + (current or 1.0) * 1000, 0.0, True
        elif "dozen" in values:
            current, seen = (current or 1.0) * 12, True
        elif "half" in values:
            current, seen = current + 0.5, True
        else:
            for kind in ("small", "teen", "tens", "ordinal", "oh"):
                if kind in values:
                    current, seen = current + float(values[kind]), True
                    break
    if not seen:
        return None
    return total + current


def _is_count(token: Token) -> bool:
    return "number" in token.values or any(kind in token.values for kind in ("small", "teen", "tens"))


def _between(tokens: Sequence[Token], at: int) -> bool:
    """Whether a hyphen stands between two numbers in digits, not inside "twenty-five"."""
    numbers = at >= 2 and at < len(tokens) and "number" in tokens[at - 2].values and "number" in tokens[at].values
    return numbers and not _is_fraction(tokens, at + 1)


def _is_fraction(tokens: Sequence[Token], at: int) -> bool:
    return (
        at + 1 < len(tokens)
        and tokens[at].text == "/"
        and "number" in tokens[at + 1].values
        and tokens[at + 1].values["number"] != "0"
    )
