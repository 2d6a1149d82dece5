"""A file with flags made by hand, so that a report is tested apart from the rules."""

from __future__ import annotations

from timelines.chronology import parse_edtf
from timelines.formats.checked import CheckedFile
from timelines.model import Evidence, Flag, Published, Severity


def flag(
    text: str,
    quote: str,
    *,
    rule: str = "T201",
    severity: Severity = Severity.ERROR,
    suggestion: str = "fourth year",
    message: str = "It is in its fourth year.",
    evidence: tuple[Evidence, ...] = (),
) -> Flag:
    """A flag on the words ``quote``."""
    start = text.index(quote)
    return Flag(
        rule=rule,
        name="ordinal-period",
        family="counting",
        severity=severity,
        confidence=0.97,
        start=start,
        end=start + len(quote),
        quote=quote,
        message=message,
        suggestion=suggestion,
        claimed=quote,
        expected=suggestion,
        evidence=evidence,
    )


def checked(text: str, *flags: Flag, name: str = "talks.txt", suppressed: tuple[Flag, ...] = ()) -> CheckedFile:
    """The file that holds them."""
    return CheckedFile(name, text, Published(parse_edtf("2025-09-05"), "given"), flags, suppressed)
