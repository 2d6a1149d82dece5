"""Timelines that people keep, and the decisions that were made."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request, Response
from starlette.concurrency import run_in_threadpool

from app.api.cursors import decode_cursor, encode_cursor
from app.api.documented import problems
from app.api.keeping_models import (
    Decision,
    DecisionList,
    KeptTimeline,
    KeptTimelineList,
    MembershipIn,
    SourceList,
    SourceOut,
    StoryIn,
    StoryOut,
    TakenEvents,
    TimelineEvents,
    TimelineIn,
    TimelinePatch,
    TrustIn,
    decision_out,
    event_out,
    timeline_out,
)
from app.api.known_events import EventId
from app.api.models import API
from app.dependencies import KeeperDep, WhoDep
from app.keeping.scope import Scope
from app.keeping.timeline_keeping import MOST_EVENTS
from app.problems import field_problem

router = APIRouter(tags=["timelines"])

YAML = "application/yaml"


class YamlResponse(Response):
    """A YAML document (RFC 9512)."""

    media_type = YAML


TimelineId = Annotated[str, Path(description="The id of the timeline.", examples=["4e07408562be"], max_length=100)]


@router.get("/timelines", summary="List timelines", responses=problems())
def list_timelines(keeper: KeeperDep) -> KeptTimelineList:
    """All timelines that are kept, those changed last first."""
    return KeptTimelineList(timelines=[timeline_out(row) for row in keeper.timelines()])


@router.post("/timelines", status_code=201, summary="Keep a timeline", responses=problems(400, 403, 422))
def make_timeline(timeline: TimelineIn, keeper: KeeperDep, who: WhoDep, response: Response) -> KeptTimeline:
    """A title, and a scope that says which events belong on it."""
    scope = Scope.of(timeline.scope.model_dump())
    row = keeper.make_timeline(who, title=timeline.title, description=timeline.description, scope=scope)
    response.headers["location"] = f"{API}/timelines/{row.id}"
    return timeline_out(row)


@router.get("/timelines/{timeline_id}", summary="Read a timeline", responses=problems(404, 422))
def read_kept_timeline(timeline_id: TimelineId, keeper: KeeperDep) -> KeptTimeline:
    """Its title and scope."""
    return timeline_out(keeper.timeline(timeline_id))


@router.patch("/timelines/{timeline_id}", summary="Change a timeline", responses=problems(400, 403, 404, 422))
def set_timeline(timeline_id: TimelineId, patch: TimelinePatch, keeper: KeeperDep, who: WhoDep) -> KeptTimeline:
    """Another title, description or scope."""
    fields: dict[str, Any] = patch.model_dump(exclude_unset=True)
    for name, value in fields.items():
        if value is None:
            raise field_problem(422, name, "This field cannot be null; leave it out to keep it.")
    if "scope" in fields:
        fields["scope"] = Scope.of(fields["scope"]).data()
    return timeline_out(keeper.set_timeline(who, timeline_id, fields))


@router.delete(
    "/timelines/{timeline_id}", status_code=204, summary="Delete a timeline", responses=problems(403, 404, 422)
)
def delete_timeline(timeline_id: TimelineId, keeper: KeeperDep, who: WhoDep) -> None:
    """Its events stay; undone by its decision."""
    keeper.delete_timeline(who, timeline_id)


@router.get("/timelines/{timeline_id}/events", summary="The events of a timeline", responses=problems(404, 422))
def list_timeline_events(
    timeline_id: TimelineId,
    keeper: KeeperDep,
    limit: Annotated[int, Query(ge=1, le=MOST_EVENTS, description="How many at most.")] = MOST_EVENTS,
) -> TimelineEvents:
    """What its scope allows, with what was put on it and without what was taken off, by time."""
    return TimelineEvents(events=[event_out(row) for row in keeper.timeline_events(timeline_id, limit=limit)])


@router.post(
    "/timelines/{timeline_id}/reconstruct",
    summary="Tell the story of a timeline",
    responses=problems(400, 403, 404, 409, 422),
)
def reconstruct_story(timeline_id: TimelineId, wanted: StoryIn, keeper: KeeperDep, who: WhoDep) -> StoryOut:
    """From its articles choose the days that matter, with sentences cut from the articles; the story is kept.

    The articles are those of the scope's `articles` and `sources` (all, if it names none), at most 500.
    """
    row = keeper.reconstruct(who, timeline_id, dates=wanted.dates, sentences=wanted.sentences)
    return StoryOut.model_validate({"days": row.story})


@router.get("/timelines/{timeline_id}/story", summary="The story of a timeline", responses=problems(404, 422))
def read_story(timeline_id: TimelineId, keeper: KeeperDep) -> StoryOut:
    """As it was last reconstructed."""
    return StoryOut.model_validate({"days": keeper.timeline(timeline_id).story})


@router.get(
    "/timelines/{timeline_id}/canon",
    summary="A timeline as a canon file",
    response_class=YamlResponse,
    responses={200: {"content": {YAML: {"schema": {"type": "string"}}}}, **problems(404, 422)},
)
def read_canon_file(
    timeline_id: TimelineId,
    keeper: KeeperDep,
    everything: Annotated[bool, Query(description="Also events that are not canonical.")] = False,
) -> YamlResponse:
    """Its canonical events in the YAML of the canon, to be kept under version control or used as a canon of its own."""
    return YamlResponse(keeper.canon_file(timeline_id, everything=everything))


@router.post(
    "/timelines/{timeline_id}/canon",
    summary="Put the events of a canon file on a timeline",
    responses=problems(403, 404, 413, 422),
    openapi_extra={"requestBody": {"required": True, "content": {YAML: {"schema": {"type": "string"}}}}},
)
async def take_canon_file(timeline_id: TimelineId, request: Request, keeper: KeeperDep, who: WhoDep) -> TakenEvents:
    """Events that the canon has are put on the timeline; others become events by hand."""
    content = await request.body()
    return TakenEvents(events=await run_in_threadpool(keeper.take_canon_file, who, timeline_id, content))


@router.put(
    "/timelines/{timeline_id}/events/{event_id}",
    status_code=204,
    summary="Put an event on a timeline, or keep it off",
    responses=problems(400, 403, 404, 409, 422),
)
def put_event(
    timeline_id: TimelineId, event_id: EventId, membership: MembershipIn, keeper: KeeperDep, who: WhoDep
) -> None:
    """Whatever its scope says."""
    keeper.put_event(who, timeline_id, event_id, shown=membership.shown)


@router.get("/sources", summary="List sources", responses=problems())
def list_sources(keeper: KeeperDep) -> SourceList:
    """The publishers of the articles, by the hosts of their addresses."""
    return SourceList(
        sources=[SourceOut(name=name, articles=count, trust=trust) for name, count, trust in keeper.sources()]
    )


@router.put("/sources/{name}", status_code=204, summary="Trust a source", responses=problems(400, 403, 422))
def trust_source(
    name: Annotated[str, Path(max_length=253, description="The publisher.", examples=["example.org"])],
    trust: TrustIn,
    keeper: KeeperDep,
    who: WhoDep,
) -> None:
    """Where sources date an event differently, the more trusted and more numerous ones are shown first."""
    keeper.trust(who, name, trust.trust)


@router.get("/decisions", summary="List decisions", responses=problems(422))
def list_decisions(
    keeper: KeeperDep,
    subject: Annotated[
        str | None, Query(max_length=200, description="Only about this.", examples=["event/9f86d081884c7d"])
    ] = None,
    limit: Annotated[int, Query(ge=1, le=200, description="How many at most.")] = 50,
    next: Annotated[  # noqa: A002 - the name of the parameter in the API
        str | None, Query(description="The `next` of the page before.", max_length=100)
    ] = None,
) -> DecisionList:
    """What people decided, newest first: who, when, why, before and after."""
    before = decode_cursor(next) if next is not None else None
    rows = keeper.decisions(limit=limit + 1, before=before, subject=subject)
    more, rows = len(rows) > limit, rows[:limit]
    return DecisionList(
        decisions=[decision_out(row) for row in rows], next=encode_cursor(rows[-1].number or 0) if more else None
    )


@router.post("/decisions/{number}/undo", summary="Undo a decision", responses=problems(403, 404, 409, 422))
def undo_decision(
    number: Annotated[int, Path(ge=0, le=2**63 - 1, description="The number of the decision.")], keeper: KeeperDep
) -> Decision:
    """Put back what was there before, unless a later decision builds on it."""
    return decision_out(keeper.undo(number))
