"""The sample articles: our own words about well-known events, some with typical temporal errors."""

from __future__ import annotations

from configparser import ConfigParser
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from app.ingest.submission import Submission

if TYPE_CHECKING:
    from app.library import Library

_MILESTONE = "samples-read"


@dataclass(frozen=True, slots=True)
class Sample:
    """One sample; ``about`` says what a reader can see in it."""

    name: str
    title: str
    published: str
    about: str
    text: str


@cache
def samples() -> tuple[Sample, ...]:
    """The samples that come with the program, in the order of their list."""
    folder = files("app.ingest") / "samples"
    entries = ConfigParser(interpolation=None)
    entries.read_string((folder / "samples.ini").read_text(encoding="utf-8"))
    return tuple(
        Sample(
            name=name,
            title=entries[name]["title"],
            published=entries[name]["published"],
            about=entries[name]["about"],
            text=(folder / f"{name}.txt").read_text(encoding="utf-8"),
        )
        for name in entries.sections()
    )


def read_samples_once(library: Library, *, limit: int) -> int:
    """Add the samples to a new database and return how many; to a database that had them, never again."""
    if library.has_happened(_MILESTONE):
        return 0
    # The newest article stands first in lists, so the first sample is read last.
    for sample in reversed(samples()):
        library.add(Submission.of(sample.text, title=sample.title, published=sample.published, limit=limit))
    library.note(_MILESTONE)
    return len(samples())
