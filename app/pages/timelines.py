"""Kept timelines: the list of them, and making, changing and deleting one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from fastapi import APIRouter, Form, Request, Response

from app.api.keeping_models import KeptTimelineList, timeline_out
from app.api.timelines import TimelineId
from app.dependencies import KeeperDep, WhoDep
from app.keeping.keeper import Keeper
from app.keeping.scope import Scope
from app.pages.deciding import Back, Decided, Trouble, back_to, decided, decision_of
from app.pages.kept import scope_words
from app.pages.rendering import page
from app.pages.timeline_form import EMPTY, FilledDep
from app.store.known_tables import DecisionRow

router = APIRouter(prefix="/timelines", include_in_schema=False)


@router.get("")
def timelines(request: Request, keeper: KeeperDep, done: Decided = None, trouble: Trouble = "") -> Response:
    """All kept timelines, and the form to make one."""
    return _list(request, keeper, done=decision_of(keeper, done), trouble=trouble)


@router.get(".json")
def timelines_json(keeper: KeeperDep) -> KeptTimelineList:
    """The list as the API gives it."""
    return KeptTimelineList(timelines=[timeline_out(row) for row in keeper.timelines()])


@router.post("")
def make(request: Request, keeper: KeeperDep, who: WhoDep, form: FilledDep) -> Response:
    """Make a timeline and go to it, or show the form again with what is wrong at its fields."""
    if form.mistakes:
        return _list(request, keeper, values=form.values, mistakes=form.mistakes, status=422)
    values = form.values
    row = keeper.make_timeline(who, title=values["title"], description=values["description"], scope=form.scope)
    return back_to(f"/timelines/{row.id}")


@router.post("/{timeline_id}")
def change(request: Request, timeline_id: TimelineId, keeper: KeeperDep, who: WhoDep, form: FilledDep) -> Response:
    """Another title, description or scope; with mistakes, the form again."""
    here = f"/timelines/{timeline_id}"
    row = keeper.timeline(timeline_id)
    if form.mistakes:
        return page(
            request,
            "timeline_edit.html",
            status=422,
            id=row.id,
            title=row.title,
            values=form.values,
            mistakes=form.mistakes,
        )
    kept = Scope.of(row.scope)
    # The form has no fields for these two; what was set through the API stays.
    scope = {**form.scope.data(), "articles": list(kept.articles), "sources": list(kept.sources)}
    fields = {"title": form.values["title"], "description": form.values["description"]}
    return decided(
        keeper,
        f"timeline/{timeline_id}",
        here,
        lambda: keeper.set_timeline(who, timeline_id, {**fields, "scope": Scope.of(scope).data()}),
    )


@router.post("/{timeline_id}/delete")
def delete(timeline_id: TimelineId, keeper: KeeperDep, who: WhoDep) -> Response:
    """Remove it; the list offers to undo that."""
    return decided(keeper, f"timeline/{timeline_id}", "/timelines", lambda: keeper.delete_timeline(who, timeline_id))


@router.post("/{timeline_id}/events/{event_id}")
def put_event(
    timeline_id: TimelineId,
    event_id: str,
    keeper: KeeperDep,
    who: WhoDep,
    shown: Annotated[Literal["yes", "no"], Form()],
    back: Back = "",
) -> Response:
    """Keep an event off the timeline, or put it on."""
    return decided(
        keeper,
        f"timeline/{timeline_id}",
        back or f"/timelines/{timeline_id}",
        lambda: keeper.put_event(who, timeline_id, event_id, shown=shown == "yes"),
    )


def _list(
    request: Request,
    keeper: Keeper,
    *,
    values: Mapping[str, str] = EMPTY,
    mistakes: Mapping[str, str] | None = None,
    done: DecisionRow | None = None,
    trouble: str = "",
    status: int = 200,
) -> Response:
    rows = keeper.timelines()
    return page(
        request,
        "timelines.html",
        status=status,
        twin="/timelines.json",
        timelines=[(row, scope_words(Scope.of(row.scope)), bool(row.story)) for row in rows],
        values=values,
        mistakes=mistakes or {},
        done=done,
        trouble=trouble,
    )
