"""The errors that the engine raises on purpose; each says what is wrong, where, and what to do."""

from __future__ import annotations


class TimelinesError(Exception):
    """Base of all errors that a caller may want to show to a person."""


class InputError(TimelinesError):
    """The text or a parameter cannot be used. ``field`` names the parameter."""

    def __init__(self, message: str, *, field: str) -> None:
        super().__init__(message)
        self.field = field


class TooLargeError(InputError):
    """There is more of it than is read: bytes, unpacked bytes, pages or articles. The message names the limit."""


class CanonError(TimelinesError):
    """A canon file is wrong. Carries the file and the line where that is known."""

    def __init__(self, message: str, *, file: str = "", line: int | None = None) -> None:
        place = f"{file}:{line}: " if file and line is not None else f"{file}: " if file else ""
        super().__init__(f"{place}{message}")
        self.file = file
        self.line = line
