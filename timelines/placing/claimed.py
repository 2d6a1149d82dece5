"""Mentions that a claim has already recognised: "the Berlin Wall fell on …" says which event it dates."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from timelines.canon.canon import Canon
from timelines.model import Claim, Event, Modality, Placement

_AGREES, _DIFFERS = 0.9, 0.6
_DATED = frozenset({"event-date"})


def place_claimed(events: Sequence[Event], claims: Sequence[Claim], canon: Canon) -> list[Event]:
    """The same events; those without a placement take the one event of a claim about when they happened.

    ``events`` are sorted by trigger.
    """
    placed = list(events)
    triggers = [event.trigger[0] for event in events]
    for claim in claims:
        if claim.kind not in _DATED or not claim.about.startswith("event/") or claim.modality is not Modality.ASSERTED:
            continue
        if len(claim.readings) > 1 or claim.about not in canon.facts:
            continue
        at = bisect_left(triggers, claim.start)
        if at < len(placed) and placed[at].trigger[1] <= claim.end and placed[at].placement is None:
            placed[at] = _placed(placed[at], claim, canon)
    return placed


def _placed(event: Event, claim: Claim, canon: Canon) -> Event:
    when = canon.fact(claim.about).when
    told = f"the article says when it was: “{claim.text}”"
    if when is None or claim.span is None or claim.span.overlaps(when):
        return replace(event, placement=Placement(claim.about, _AGREES, told))
    return replace(event, placement=Placement(claim.about, _DIFFERS, f"{told}, but puts it at another time"))
