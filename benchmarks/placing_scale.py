"""Work per article as the store grows: ``python -m benchmarks.placing_scale [DATA] [--articles N …]``.

Made-up articles with four dated mentions each are put into a SQLite file as they would be after reading, up to each
size (1,000 and 10,000 unless told otherwise; 100,000 takes some minutes and 3 GB). Then the processor time of putting
the mentions of further articles on known events is measured; half of them tell of events that are known. Flat work is
a factor of about 1 in the last column.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import insert
from sqlmodel import Session, func, select

from app.gathering.gather import event_id, gather
from app.store.database import connect, for_writing, upgrade
from app.store.known_tables import BandRow, EventKeyRow, KnownEventRow
from app.store.mentions import sample_of
from app.store.tables import ArticleRow, EventRow
from timelines.canon.canon import Canon
from timelines.chronology.edtf import parse_edtf
from timelines.model import Modality
from timelines.placing.copies import bands, signature
from timelines.placing.keys import stored_keys
from timelines.placing.sighting import Sighting

_NOW = datetime(2026, 1, 1, tzinfo=UTC)
_MENTIONS = 4
_MEASURED = 40
_DAYS = 7_300
_VERBS = (("kill", "attack"), ("resign", "resignation"), ("open", "opening"), ("sign", "treaty"), ("win", "election"))
_THINGS = [size + thing for size in ("great", "old", "new", "small", "north") for thing in ("bridge", "mill", "hall")]


class _World:
    """Made-up mentions, the same in every run."""

    def __init__(self) -> None:
        self.random = random.Random(20)
        self.told: list[Sighting] = []
        self.articles = 0

    def article(self, known_share: float = 0.0) -> tuple[ArticleRow, list[Sighting]]:
        """An article and its mentions; a share of them tells of events that were told before."""
        self.articles += 1
        id_ = f"a{self.articles}"
        mentions = []
        for number in range(_MENTIONS):
            again = self.told and self.random.random() < known_share
            mention = self.random.choice(self.told) if again else self._mention()
            mentions.append(_moved(mention, id_, f"e{number + 1}"))
        words = " ".join(f"w{self.random.randrange(10**6)}" for _ in range(60))
        row = ArticleRow(
            id=id_, title="", url="", language="en", excerpt="", characters=len(words), read_at=_NOW,
            published_origin="unknown", published_reasons=[], engine_version="0", canon_as_of="", errors=0, warnings=0,
            infos=0, events=_MENTIONS, expressions=0, claims=0, digest=id_, signature=list(signature(words)),
            text=words, timeline="{}", figure="{}",
        )  # fmt: skip
        return row, mentions

    def _mention(self) -> Sighting:
        stem, kind = self.random.choice(_VERBS)
        day = parse_edtf(f"{2000 + self.random.randrange(20)}-{1 + self.random.randrange(12):02}-"
                         f"{1 + self.random.randrange(28):02}")  # fmt: skip
        person = f"ann{self.random.randrange(3_000)} roe{self.random.randrange(3_000)}"
        words = frozenset(self.random.sample(_THINGS, 3)) | {f"thing{self.random.randrange(20_000)}"}
        return Sighting(
            "", "", f"{person} {stem}s the {min(words)}", "", kind, stem, day, True, frozenset({person}),
            f"town{self.random.randrange(2_000)}", words, Modality.ASSERTED, 0.8,
        )  # fmt: skip


def _moved(mention: Sighting, article: str, event: str) -> Sighting:
    return Sighting(
        article, event, mention.label, mention.quote, mention.kind, mention.stem, mention.when, mention.stated,
        mention.participants, mention.place, mention.words, mention.modality, mention.confidence,
    )  # fmt: skip


def main(arguments: list[str]) -> int:
    """Print milliseconds per article at each size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", nargs="?")
    parser.add_argument("--articles", nargs="*", type=int, default=[1_000, 10_000])
    wanted = parser.parse_args(arguments)
    world = _World()
    print(f"{'articles':>9} {'events':>9} {'ms/article':>11} {'factor':>7}")
    with tempfile.TemporaryDirectory() as folder:
        engine = connect(f"sqlite:///{Path(folder) / 'scale.db'}")
        upgrade(engine)
        first = None
        for size in sorted(wanted.articles):
            with Session(for_writing(engine)) as session, session.begin():
                _fill(session, world, size)
            with Session(for_writing(engine)) as session:
                events = session.exec(select(func.count()).select_from(KnownEventRow)).one()
                taken = 1000 * _measured(session, world)
            first = first or taken
            print(f"{size:9,} {events:9,} {taken:11.1f} {taken / first:7.2f}", flush=True)
        engine.dispose()
    return 0


def _fill(session: Session, world: _World, size: int) -> None:
    """Bring the store to this many articles, with the rows that gathering would have made."""
    while world.articles < size:
        batch = [world.article() for _ in range(min(1_000, size - world.articles))]
        session.add_all(row for row, _ in batch)
        session.flush()
        events, keys, known, text_bands = [], [], [], []
        number = session.exec(select(func.max(KnownEventRow.number))).one() or 0
        for row, mentions in batch:
            text_bands += [{"band": band, "article_number": row.number} for band in bands(tuple(row.signature))]
            for mention in mentions:
                number += 1
                world.told.append(mention)
                events.append(_event(row, mention, number).model_dump(exclude={"number"}))
                known.append(_known(mention, number).model_dump())
                keys += [{"key": key, "known_number": number} for key in stored_keys(mention)]
        for table, rows in ((KnownEventRow, known), (EventRow, events), (EventKeyRow, keys), (BandRow, text_bands)):
            session.execute(insert(table), rows)
        session.expunge_all()


def _measured(session: Session, world: _World) -> float:
    """Processor seconds of gathering one article; nothing of it stays."""
    spent = 0.0
    for _ in range(_MEASURED):
        row, mentions = world.article(known_share=0.5)
        session.add(row)
        session.flush()
        session.add_all(_event(row, mention, None) for mention in mentions)
        start = time.process_time()
        gather(session, row, Canon({}), _NOW)
        spent += time.process_time() - start
    session.rollback()
    return spent / _MEASURED


def _event(row: ArticleRow, mention: Sighting, known: int | None) -> EventRow:
    when = mention.when
    return EventRow(
        article_number=row.number or 0, event_id=mention.event, start=0, end=10, label=mention.label,
        edtf=when.edtf if when else None, earliest=when.earliest_day if when else None,
        latest=when.latest_day if when else None, place=mention.place, modality="asserted", confidence=0.8,
        known_number=known, mention_key=f"{row.id}{mention.event}", kind=mention.kind, stem=mention.stem, stated=True,
        participants=sorted(mention.participants), words=sorted(mention.words),
    )  # fmt: skip


def _known(mention: Sighting, number: int) -> KnownEventRow:
    when = mention.when
    return KnownEventRow(
        number=number, id=event_id(f"known {number}"), label=mention.label, kind=mention.kind,
        edtf=when.edtf if when else None, earliest=when.earliest_day if when else None,
        latest=when.latest_day if when else None, place=mention.place, participants=sorted(mention.participants),
        samples=[sample_of(mention)], mentions=1, sources=1, changed_at=_NOW,
    )  # fmt: skip


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
