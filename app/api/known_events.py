"""Events that articles tell of: list, read, add, set, merge, split."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Response

from app.api.cursors import decode_place, encode_place
from app.api.documented import problems
from app.api.keeping_models import (
    EventIn,
    EventPatch,
    KnownEventDetail,
    KnownEventList,
    KnownEventOut,
    MergeIn,
    SplitIn,
    event_detail,
    event_out,
)
from app.api.models import API
from app.dependencies import KeeperDep, WhoDep
from app.keeping.scope import Scope
from app.problems import field_problem
from timelines.chronology.edtf import EdtfError, parse_edtf
from timelines.chronology.span import Span
from timelines.errors import InputError

router = APIRouter(prefix="/events", tags=["events"])

EventId = Annotated[str, Path(description="The id of the event.", examples=["9f86d081884c7d"], max_length=100)]


@router.get("", summary="List events", responses=problems(422))
def list_events(
    keeper: KeeperDep,
    q: Annotated[str, Query(max_length=300, description="Words of label, place, participants or kind.")] = "",
    start: Annotated[
        str, Query(alias="from", max_length=100, description="EDTF; not before this.", examples=["1989-11"])
    ] = "",
    end: Annotated[str, Query(alias="to", max_length=100, description="EDTF; not after this.", examples=["1990"])] = "",
    participant: Annotated[str, Query(max_length=300, description="Who takes part.")] = "",
    place: Annotated[str, Query(max_length=300, description="Where it happened.")] = "",
    canonical: Annotated[bool, Query(description="Only what is in the canon or was promoted.")] = False,
    least_sources: Annotated[int, Query(ge=0, le=1_000, description="Told by so many sources.")] = 0,
    limit: Annotated[int, Query(ge=1, le=500, description="How many at most.")] = 50,
    next: Annotated[  # noqa: A002 - the name of the parameter in the API
        str | None, Query(description="The `next` of the page before.", max_length=100)
    ] = None,
) -> KnownEventList:
    """Events by time, those that articles tell of and those added by hand."""
    try:
        scope = Scope.of(
            {
                "query": q,
                "earliest": start,
                "latest": end,
                "participants": [participant] if participant else [],
                "place": place,
                "canonical": canonical,
                "least_sources": least_sources,
            }
        )
    except InputError as error:
        field = {"scope.earliest": "from", "scope.latest": "to"}.get(error.field or "", "q")
        raise field_problem(422, field, str(error)) from None
    after = decode_place(next, 2) if next is not None else None
    rows = keeper.events(scope, limit=limit + 1, after=(after[0], after[1]) if after else None)
    more, rows = len(rows) > limit, rows[:limit]
    last = rows[-1] if rows else None
    mark = encode_place(last.earliest or 0, last.number or 0) if more and last is not None else None
    return KnownEventList(events=[event_out(row) for row in rows], next=mark)


@router.post("", status_code=201, summary="Add an event by hand", responses=problems(400, 403, 422))
def add_event(event: EventIn, keeper: KeeperDep, who: WhoDep, response: Response) -> KnownEventOut:
    """Add an event that no article has told of; it counts as canonical."""
    row = keeper.add_event(who, label=event.label, when=_when(event.when), place=event.place, note=event.note)
    response.headers["location"] = f"{API}/events/{row.id}"
    return event_out(row)


@router.get("/{event_id}", summary="Read an event", responses=problems(404, 422))
def read_event(event_id: EventId, keeper: KeeperDep) -> KnownEventDetail:
    """The event with its mentions, and how each came to it."""
    return event_detail(keeper.event(event_id))


@router.patch("/{event_id}", summary="Set fields of an event", responses=problems(400, 403, 404, 409, 422))
def set_event(event_id: EventId, patch: EventPatch, keeper: KeeperDep, who: WhoDep) -> KnownEventOut:
    """Pin its label, date or place, hide it, promote it to canonical; recorded, and undone by its decision."""
    fields: dict[str, Any] = patch.model_dump(exclude_unset=True, exclude={"release", "reason"})
    for name in ("label", "note", "hidden", "promoted"):
        if name in fields and fields[name] is None:
            raise field_problem(422, name, "This field cannot be null; leave it out to keep it.")
    if "when" in fields:
        if patch.when is None:
            raise field_problem(422, "when", "This field cannot be null; use `release` to give it back.")
        fields["when"] = _when(patch.when)
    return event_out(keeper.set_event(who, event_id, fields, release=patch.release, reason=patch.reason))


@router.post("/{event_id}/merge", summary="Merge events", responses=problems(400, 403, 404, 409, 422))
def merge_events(event_id: EventId, merge: MergeIn, keeper: KeeperDep, who: WhoDep) -> KnownEventDetail:
    """Say that other events are this one; undone by its decision."""
    keeper.merge(who, event_id, merge.events, merge.reason)
    return event_detail(keeper.event(event_id))


@router.post(
    "/{event_id}/split", status_code=201, summary="Split an event", responses=problems(400, 403, 404, 409, 422)
)
def split_event(event_id: EventId, split: SplitIn, keeper: KeeperDep, who: WhoDep) -> KnownEventDetail:
    """Make an event of its own out of some mentions; undone by its decision."""
    mentions = [(each.article, each.key) for each in split.mentions]
    return event_detail(keeper.event(keeper.split(who, event_id, mentions, split.reason).id))


def _when(written: str) -> Span:
    try:
        return parse_edtf(written)
    except EdtfError as error:
        raise field_problem(422, "when", f"{written!r} is not a date: {error.reason}.") from None
