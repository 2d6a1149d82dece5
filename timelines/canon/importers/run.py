"""Carries out an import: batches, progress, taking up what was broken off, counting what cannot be used."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from timelines.canon.importers.archigos import read_archigos
from timelines.canon.importers.congress import read_congress
from timelines.canon.importers.plain_csv import read_csv
from timelines.canon.importers.source import Importer, Place, Source
from timelines.canon.importers.sparql import read_sparql
from timelines.canon.importers.wikidata import read_wikidata
from timelines.canon.packs.writer import Entry, PackWriter
from timelines.errors import CanonError

FORMATS: Final[dict[str, Importer]] = {
    "wikidata": read_wikidata,
    "sparql": read_sparql,
    "congress": read_congress,
    "archigos": read_archigos,
    "csv": read_csv,
}
BATCH: Final = 20_000
"""Facts that are written at once. Fewer write the same pages of a large pack more often; more take memory."""
_RECORDS: Final = 50_000
"""Records after which the place is noted even if hardly any had a fact."""
_SHOWN: Final = 20


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an import is: bytes of the file on disk, records that were read, their facts, malformed records."""

    bytes_read: int
    size: int
    records: int
    facts: int
    malformed: int


@dataclass(slots=True)
class Report:
    """What came of an import. ``problems`` are the first malformed records, each with its line.

    ``facts`` are those that were read, ``gained`` those that the pack did not have; ``ignored`` are records without a
    fact: of no known kind, or without a date. ``resumed_at`` is the line where an earlier import had stopped.
    """

    records: int = 0
    facts: int = 0
    gained: int = 0
    ignored: int = 0
    malformed: int = 0
    problems: list[tuple[int, str]] = field(default_factory=list)
    resumed_at: int = 0
    was_finished: bool = False


def import_file(
    form: str,
    path: Path,
    into: Path,
    *,
    as_of: str = "",
    resume: bool = False,
    batch: int = BATCH,
    progress: Callable[[Progress], None] | None = None,
) -> Report:
    """Read ``path`` in the format ``form`` (a key of ``FORMATS``) into the pack ``into``, which is made if need be.

    ``as_of`` ("2025-10") is when the file was true, where it does not say so itself. Whatever ends an import, the
    batches that were written stay; ``resume`` goes on after them, and nothing is doubled. A fact that the pack has
    already is replaced. Raises CanonError for a file or a pack that cannot be used.
    """
    importer = FORMATS.get(form)
    if importer is None:
        raise CanonError(f'there is no import format "{form}"; there are {", ".join(FORMATS)}')
    try:
        source = Source(path, as_of)
    except OSError as error:
        raise CanonError(f"cannot be read: {error.strerror}", file=str(path)) from error
    with PackWriter(into) as writer:
        run = _Run(form, source, writer, resume=resume)
        if not run.report.was_finished:
            run.carry_out(importer, batch, progress)
        return run.report


class _Run:
    def __init__(self, form: str, source: Source, writer: PackWriter, *, resume: bool) -> None:
        self.report = Report()
        self._source = source
        self._writer = writer
        self._form = form
        self._key = f"{form}:{source.path.name}"
        self._start = Place()
        known = writer.source_state(self._key)
        if known is not None and not known["finished"] and not resume:
            raise CanonError(
                f"an import of this file into {writer.path} stopped after line {known['line']}; go on with --resume",
                file=str(source.path),
            )
        if known is not None and resume:
            self._take_up(known)

    def _take_up(self, known: Any) -> None:
        if (known["size"], known["digest"]) != (self._source.size, self._source.digest):
            raise CanonError(
                "the file is not the one whose import was begun; import it anew", file=str(self._source.path)
            )
        report = self.report
        report.records, report.facts, report.gained = known["records"], known["facts"], known["gained"]
        report.ignored, report.malformed = known["ignored"], known["malformed"]
        report.problems = [(line, text) for line, text in json.loads(known["problems"])]
        report.was_finished = bool(known["finished"])
        report.resumed_at = known["line"]
        self._start = Place(known["position"], known["line"])

    def carry_out(self, importer: Importer, batch: int, progress: Callable[[Progress], None] | None) -> None:
        report = self.report
        entries: list[Entry] = []
        after, noted = self._start, report.records
        self._commit(entries, after)
        try:
            for item in importer(self._source, self._start):
                report.records += 1
                after = item.after
                if item.problem:
                    report.malformed += 1
                    if len(report.problems) < _SHOWN:
                        report.problems.append((item.line, item.problem))
                elif item.entries:
                    report.facts += len(item.entries)
                    entries += item.entries
                else:
                    report.ignored += 1
                if len(entries) >= batch or report.records - noted >= _RECORDS:
                    self._commit(entries, after)
                    entries, noted = [], report.records
                    self._tell(progress)
            self._commit(entries, after, finished=True)
            self._tell(progress)
        except (EOFError, OSError, zlib.error) as error:
            reason = str(error) or "it ends in the middle"
            raise CanonError(
                f"cannot be read beyond line {after.line}: {reason}", file=str(self._source.path)
            ) from error
        finally:
            self._source.close()
        self._writer.finish()

    def _commit(self, entries: list[Entry], after: Place, *, finished: bool = False) -> None:
        report = self.report
        state = {
            "source": self._key,
            "format": self._form,
            "size": self._source.size,
            "digest": self._source.digest,
            "position": after.offset,
            "line": after.line,
            "records": report.records,
            "facts": report.facts,
            "gained": report.gained,
            "ignored": report.ignored,
            "malformed": report.malformed,
            "finished": int(finished),
            "problems": json.dumps(report.problems, ensure_ascii=False),
        }
        report.gained = self._writer.write(entries, state)

    def _tell(self, progress: Callable[[Progress], None] | None) -> None:
        if progress is not None:
            report, source = self.report, self._source
            progress(Progress(source.bytes_read(), source.size, report.records, report.facts, report.malformed))
