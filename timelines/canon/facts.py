"""The facts of a canon as one mapping: those in memory, and behind them those of packs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from timelines.canon.schema import Fact

if TYPE_CHECKING:
    from timelines.canon.packs.shelf import Shelf


class Facts(Mapping[str, Fact]):
    """Facts by id. Those of packs are read when they are asked for, and come last where all are walked through.

    Events that follow from a fact of a pack ("event/person-q76/born") are found by id and not walked through.
    """

    def __init__(self, loaded: Mapping[str, Fact], shelf: Shelf | None = None) -> None:
        self._loaded = loaded
        self._shelf = shelf

    def __getitem__(self, id_: str) -> Fact:
        try:
            return self._loaded[id_]
        except KeyError:
            fact = self._shelf.get(id_) if self._shelf is not None else None
            if fact is None:
                raise
            return fact

    def __iter__(self) -> Iterator[str]:
        yield from self._loaded
        if self._shelf is not None:
            yield from self._shelf.other_ids()

    def __len__(self) -> int:
        return len(self._loaded) + (self._shelf.others if self._shelf is not None else 0)
