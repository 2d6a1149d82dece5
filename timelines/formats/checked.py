"""What every report is made of: files that were checked, and those that could not be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from timelines.formats.positions import Lines
from timelines.model import Flag, Notice, Published, Severity, Timeline

_UNKNOWN = Published(None, "unknown")


@dataclass(frozen=True)
class CheckedFile:
    """One file: ``error`` says why it could not be read and is empty otherwise; then nothing else is known."""

    name: str
    text: str = ""
    published: Published = _UNKNOWN
    flags: tuple[Flag, ...] = ()
    suppressed: tuple[Flag, ...] = ()
    notices: tuple[Notice, ...] = ()
    error: str = ""

    @classmethod
    def of(cls, name: str, timeline: Timeline) -> CheckedFile:
        """What a timeline says about the file that it was read from."""
        article = timeline.article
        return cls(name, article.text, article.published, timeline.flags, timeline.suppressed, timeline.notices)

    @cached_property
    def lines(self) -> Lines:
        """The lines of the text."""
        return Lines(self.text)


@dataclass(frozen=True, slots=True)
class Totals:
    """How much was found in how many files."""

    files: int
    errors: int
    warnings: int
    infos: int
    suppressed: int
    unreadable: int

    @classmethod
    def of(cls, files: Iterable[CheckedFile]) -> Totals:
        """Count the flags of the files."""
        counts: Counter[str] = Counter()
        for file in files:
            counts["unreadable" if file.error else "files"] += 1
            counts["suppressed"] += len(file.suppressed)
            counts.update(flag.severity.value for flag in file.flags)
        return cls(
            files=counts["files"],
            errors=counts[Severity.ERROR.value],
            warnings=counts[Severity.WARNING.value],
            infos=counts[Severity.INFO.value],
            suppressed=counts["suppressed"],
            unreadable=counts["unreadable"],
        )
