"""Known events as the engine asks for them: read once for all mentions of an article, with flat work per article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable

from sqlmodel import Session, col, select

from app.store.known_tables import EventKeyRow, KnownEventRow
from app.store.mentions import sampled
from timelines.placing.gather import KnownEvent
from timelines.placing.keys import asked_keys, stored_keys
from timelines.placing.sighting import Sighting

# Variables in one statement; SQLite's default limit is 32,766, PostgreSQL's 65,535.
_AT_ONCE = 500
# Events read for one article at most, those with most keys in common first.
_EVENTS = 1_500


class StoredEvents:
    """The known events that the mentions of one article may speak of, and those that it adds itself."""

    def __init__(self, session: Session, mentions: Iterable[Sighting]) -> None:
        self._session = session
        asked = frozenset().union(*(asked_keys(mention) for mention in mentions))
        self._numbers: dict[str, set[int]] = {}
        for chunk in _chunks(sorted(asked)):
            for row in session.exec(select(EventKeyRow).where(col(EventKeyRow.key).in_(chunk))):
                self._numbers.setdefault(row.key, set()).add(row.known_number)
        counts = Counter(number for numbers in self._numbers.values() for number in numbers)
        self._known: dict[int, KnownEvent] = {}
        for chunk in _chunks([number for number, _ in counts.most_common(_EVENTS)]):
            for known in session.exec(select(KnownEventRow).where(col(KnownEventRow.number).in_(chunk))):
                assert known.number is not None
                mentions_of = [sampled(sample) for sample in known.samples]
                if mentions_of:
                    self._known[known.number] = KnownEvent(str(known.number), mentions_of)

    def found(self, keys: frozenset[str], limit: int) -> list[KnownEvent]:
        """See ``timelines.placing.gather.KnownEvents``."""
        counts = Counter(number for key in keys for number in self._numbers.get(key, ()) if number in self._known)
        ranked = sorted(counts, key=lambda number: (-counts[number], number))
        return [self._known[number] for number in ranked[:limit]]

    def add(self, number: int, mention: Sighting) -> None:
        """The event has this mention now."""
        self._known.setdefault(number, KnownEvent(str(number))).mentions.append(mention)
        for key in stored_keys(mention):
            self._numbers.setdefault(key, set()).add(number)


def _chunks(values: list[str] | list[int]) -> Iterable[Collection[str | int]]:
    return (values[start : start + _AT_ONCE] for start in range(0, len(values), _AT_ONCE))


def root(session: Session, known: KnownEventRow) -> KnownEventRow:
    """The event that this one was merged into, or itself."""
    seen = {known.number}
    while known.merged_into is not None and known.merged_into not in seen:
        seen.add(known.merged_into)
        into = session.get(KnownEventRow, known.merged_into)
        if into is None:
            return known
        known = into
    return known


def family(session: Session, known: KnownEventRow) -> list[int]:
    """The numbers of an event and of all that were merged into it."""
    assert known.number is not None
    members = [known.number]
    layer = [known.number]
    while layer:
        layer = [
            number
            for number in session.exec(
                select(KnownEventRow.number).where(col(KnownEventRow.merged_into).in_(layer))
            ).all()
            if number is not None and number not in members
        ]
        members += layer
    return members
