"""Writing TIMEX3 values."""

from __future__ import annotations

UNIT_LETTERS = {
    "D": "D",
    "N": "D",
    "W": "W",
    "M": "M",
    "Q": "Q",
    "Y": "Y",
    "E": "E",
    "C": "C",
    "L": "L",
    "TH": "H",
    "TM": "M",
    "TS": "S",
}


def year_text(year: int | None) -> str:
    """Four digits, "XXXX" when unknown, "BC0490" for the years before the common era (TIMEX3)."""
    if year is None:
        return "XXXX"
    return f"{year:04}" if year > 0 else f"BC{1 - year:04}"


def date_text(year: int | None, month: int | None = None, day: int | None = None) -> str:
    """A calendar date as far as it is known."""
    text = year_text(year)
    if month is not None:
        text += f"-{month:02}"
        if day is not None:
            text += f"-{day:02}"
    return text


def week_text(year: int, week: int) -> str:
    """An ISO week."""
    return f"{year_text(year)}-W{week:02}"


def decade_text(first: int) -> str:
    """A decade by its leading digits."""
    return f"{first // 10:03}" if first > 0 else f"BC{-first // 10:03}"


def century_text(number: int, bc: bool = False) -> str:
    """A century by its leading digits: the 20th is "19"."""
    return f"BC{number - 1:02}" if bc else f"{number - 1:02}"


def duration_text(amount: float | None, unit: str, again: str = "") -> str:
    """A duration: P3Y, PT2H, PXD; a part of a unit becomes the next smaller one (P2Y6M, PT1H30M)."""
    clock = "T" if unit.startswith("T") else ""
    if amount is None:
        return f"P{clock}X{UNIT_LETTERS.get(unit, 'X')}"
    if unit in ("F", "WE", "H", "G"):
        factor, unit = {"F": (2, "W"), "WE": (1, "WE"), "H": (6, "M"), "G": (1, "G")}[unit]
        if unit == "WE":
            return f"P{_plain(amount)}WE"
        amount *= factor
    if unit == "G":
        return f"P{_plain(amount)}G"
    if amount == int(amount):
        return f"P{clock}{int(amount)}{UNIT_LETTERS[unit]}"
    whole, part = int(amount), amount - int(amount)
    smaller = {"Y": ("M", 12), "TH": ("TM", 60), "TM": ("TS", 60), "C": ("Y", 100), "E": ("Y", 10), "D": ("TH", 24)}
    if unit in smaller:
        lower, many = smaller[unit]
        rest = round(part * many)
        if clock or lower.startswith("T"):
            head = f"P{whole}D" if unit == "D" and whole else "P"
            body = f"{whole}{UNIT_LETTERS[unit]}" if clock and whole else ""
            return f"{head}T{body}{rest}{UNIT_LETTERS[lower]}"
        if unit in ("C", "E"):
            return f"P{whole * many + rest}Y"
        return f"P{whole}{unit}{rest}{UNIT_LETTERS[lower]}" if whole else f"P{rest}{UNIT_LETTERS[lower]}"
    return f"P{clock}{_plain(amount)}{UNIT_LETTERS[unit]}"


def _plain(amount: float) -> str:
    return str(int(amount)) if amount == int(amount) else f"{amount:g}"
