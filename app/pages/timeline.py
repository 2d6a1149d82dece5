"""The page of one kept timeline: the chart, the list of its events, and what can be done with them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.responses import JSONResponse

from app.api.keeping_models import KeptTimeline, TimelineEvents, event_out, timeline_out
from app.api.timelines import TimelineId
from app.assets import PLOTLY_URL
from app.dependencies import KeeperDep
from app.keeping.keeper import Keeper
from app.keeping.scope import Scope
from app.keeping.timeline_browsing import Extent
from app.pages.deciding import Decided, Trouble, decision_of
from app.pages.kept import (
    View,
    bounds_of,
    form_values,
    lane_of,
    listed,
    scope_words,
    told,
    widened,
    window_words,
)
from app.pages.presenting import counted
from app.pages.rendering import page
from app.store.known_tables import KnownEventRow, TimelineRow
from timelines.drawing import Density, Told, first_window, kept_figure
from timelines.errors import InputError

router = APIRouter(prefix="/timelines/{timeline_id}", include_in_schema=False)

# Marks that compete for the room of one picture; three times as many as a wide one has room for with their labels.
_MARKS = 400
_STRETCHES = 120
_PER_PAGE = 50
# Events just before and after one in the list that it may be the same as.
_NEAR = 8

Lanes = Literal["source", "participant", "place"]
_Day = Annotated[str, Query(max_length=100)]


def _view(
    lanes: Lanes = "source",
    q: Annotated[str, Query(max_length=300)] = "",
    first: Annotated[str, Query(alias="from", max_length=100)] = "",
    last: Annotated[str, Query(alias="to", max_length=100)] = "",
    at: _Day = "",
) -> View:
    return View(lanes, " ".join(q.split()), first, last, at)


ViewDep = Annotated[View, Depends(_view)]


@dataclass(frozen=True, slots=True)
class _Part:
    """The part of a timeline that is shown, what lies in it, and the whole of it."""

    window: tuple[float, float]
    inside: Extent
    whole: Extent


# The .json routes come first: the plain one would take "x.json" for an id.
json_router = APIRouter(prefix="/timelines", include_in_schema=False)


@json_router.get("/{timeline_id}.json")
def timeline_json(timeline_id: TimelineId, keeper: KeeperDep) -> KeptTimeline:
    """The timeline as the API gives it."""
    return timeline_out(keeper.timeline(timeline_id))


@router.get("/events.json")
def timeline_events_json(timeline_id: TimelineId, keeper: KeeperDep) -> TimelineEvents:
    """Its events as the API gives them."""
    return TimelineEvents(events=[event_out(row) for row in keeper.timeline_events(timeline_id)])


@router.get("/figure.json")
def timeline_figure(
    timeline_id: TimelineId,
    keeper: KeeperDep,
    view: ViewDep,
    theme: Literal["light", "dark"] = "light",
    width: Annotated[int, Query(ge=160, le=4000)] = 1200,
    height: Annotated[int, Query(ge=120, le=4000)] = 520,
    low: Annotated[float | None, Query(ge=-1e10, le=1e10, allow_inf_nan=False)] = None,
    high: Annotated[float | None, Query(ge=-1e10, le=1e10, allow_inf_nan=False)] = None,
) -> Response:
    """The chart for the reader's room; ``low`` and ``high`` are the part of the axis, in days."""
    row = keeper.timeline(timeline_id)
    asked = (low, high) if low is not None and high is not None and high - low >= 1 else view.window()
    part, events = _part(keeper, row, view.words, asked)
    days = (int(part.window[0] // 1), int(-(-part.window[1] // 1)))
    counts = keeper.per_stretch(row, days, stretches=min(_STRETCHES, days[1] - days[0]), words=view.words)
    if asked is not None:
        events = keeper.most_telling(row, limit=_MARKS, words=view.words, window=part.window)
    drawn: dict[str, Any] = kept_figure(
        _told(keeper, events, view.lanes),
        Density(*days, counts),
        window=part.window,
        theme=theme,
        width=width,
        height=height,
    )
    meta = drawn["layout"]["meta"]
    meta |= {
        "address": bounds_of(part.window),
        "words": window_words(part.window),
        "whole": list(widened(part.whole)),
        "says": _says(part),
    }
    return JSONResponse(drawn, headers={"cache-control": "no-cache"})


@router.get("")
def timeline_page(
    request: Request,
    timeline_id: TimelineId,
    keeper: KeeperDep,
    view: ViewDep,
    start: Annotated[int, Query(ge=0, le=10_000_000)] = 0,
    done: Decided = None,
    trouble: Trouble = "",
) -> Response:
    """Heading, chart, and the events of the part that is shown, by time."""
    row = keeper.timeline(timeline_id)
    mistakes: dict[str, str] = {}
    try:
        asked = view.window()
    except InputError as error:
        mistakes, asked = {error.field or "at": str(error)}, None
    part, _ = _part(keeper, row, view.words, asked)
    shown = keeper.by_time(row, limit=_PER_PAGE + 1, offset=start, words=view.words, window=part.window)
    more, shown = len(shown) > _PER_PAGE, shown[:_PER_PAGE]
    tellings = keeper.tellings(shown)
    scope = Scope.of(row.scope)
    bounds = bounds_of(part.window)
    here = View(view.lanes, view.words, bounds["from"], bounds["to"])
    address = f"/timelines/{row.id}"
    return page(
        request,
        "timeline.html",
        status=422 if mistakes else 200,
        twin=f"{address}.json",
        plotly=PLOTLY_URL,
        id=row.id,
        title=row.title,
        description=row.description,
        scope=scope_words(scope),
        values=form_values(row.title, row.description, row.scope),
        mistakes=mistakes,
        view=view,
        bounds=bounds,
        window=part.window,
        span=window_words(part.window),
        whole=widened(part.whole),
        whole_words=window_words(_tight(part.whole)),
        overview=_overview(keeper, row, part, view.words),
        inside=part.inside,
        total=part.whole,
        says=_says(part),
        events=[listed(event, tellings[event.number or 0]) for event in shown],
        near=_near(shown),
        start=start,
        back=f"{address}?{here.query(**({'start': str(start)} if start else {}))}",
        earlier=f"{address}?{here.query(start=str(start - _PER_PAGE))}#events" if start >= _PER_PAGE else "",
        later=f"{address}?{here.query(start=str(start + _PER_PAGE))}#events" if more else "",
        everything=f"{address}?{View(view.lanes, view.words, *_whole_bounds(part.whole)).query()}",
        has_story=bool(row.story),
        done=decision_of(keeper, done),
        trouble=trouble,
    )


def _part(
    keeper: Keeper, row: TimelineRow, words: str, asked: tuple[float, float] | None
) -> tuple[_Part, list[KnownEventRow]]:
    """The part that is asked for, or that of the first picture; with the most telling events of the latter."""
    if asked is not None:
        return _Part(asked, *keeper.extents(row, asked, words=words)), []
    events = keeper.most_telling(row, limit=_MARKS, words=words)
    found = first_window([each for event in events if (each := told(event, "")) is not None])
    inside, whole = keeper.extents(row, found, words=words)
    return _Part(found or widened(whole), inside, whole), events


def _told(keeper: Keeper, events: list[KnownEventRow], lanes: str) -> list[Told]:
    sources = keeper.main_sources(events) if lanes == "source" else {}
    frequent = Counter(name for event in events for name in event.participants)
    made = (told(event, lane_of(event, lanes, sources, frequent)) for event in events)
    return [each for each in made if each is not None]


def _says(part: _Part) -> str:
    """What is shown, for those who do not see it."""
    words = f"{window_words(part.window)}: {counted(part.inside.events, 'event')}"
    if part.inside.disputed:
        words += f", {part.inside.disputed:,} with sources that disagree"
    return f"{words}; {part.whole.events:,} on the whole timeline."


def _tight(whole: Extent) -> tuple[float, float]:
    return float(whole.first or 0), float((whole.last or whole.first or 0) + 1)


def _whole_bounds(whole: Extent) -> tuple[str, str]:
    bounds = bounds_of(widened(whole))
    return bounds["from"], bounds["to"]


def _overview(keeper: Keeper, row: TimelineRow, part: _Part, words: str) -> list[tuple[int, float]]:
    """The numbers of all events over the whole time as bars: place (of ``_STRETCHES``) and height (at most 1)."""
    if not part.whole.events:
        return []
    low, high = widened(part.whole)
    days = (int(low // 1), int(-(-high // 1)))
    stretches = min(_STRETCHES, days[1] - days[0])
    counts = keeper.per_stretch(row, days, stretches=stretches, words=words)
    most = max(counts)
    return [(place * _STRETCHES // stretches, max(count / most, 0.06)) for place, count in enumerate(counts) if count]


def _near(shown: list[KnownEventRow]) -> dict[str, list[tuple[str, str]]]:
    """For each event those around it in the list, that it may be merged with."""
    found = {}
    for place, event in enumerate(shown):
        around = shown[max(0, place - _NEAR) : place] + shown[place + 1 : place + 1 + _NEAR]
        found[event.id] = [(other.id, f"{other.label[:70]}, {other.edtf}") for other in around]
    return found
