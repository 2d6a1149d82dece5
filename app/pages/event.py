"""The page of one event, and the forms that decide about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Form, Request, Response

from app.api.keeping_models import LABEL_LENGTH, NOTE_LENGTH, KnownEventDetail, event_detail
from app.api.known_events import EventId
from app.dependencies import KeeperDep, WhoDep
from app.keeping.event_keeping import EventDetail
from app.pages.deciding import Back, Decided, Trouble, back_to, decided, decision_of
from app.pages.kept import name_words
from app.pages.presenting import title_of, when_words
from app.pages.rendering import page
from app.store.known_tables import DecisionRow
from timelines.chronology.edtf import EdtfError, parse_edtf
from timelines.chronology.wording import in_words
from timelines.errors import InputError

router = APIRouter(prefix="/events", include_in_schema=False)

_DECISIONS = 50
_DEEDS = {
    "add-event": "added by hand",
    "set-event": "set",
    "merge-events": "merged with another event",
    "split-event": "split",
    "put-event": "put on a timeline",
    "drop-event": "kept off a timeline",
}


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A mention of the event in an article."""

    article: str
    title: str
    source: str
    published: str
    quote: str
    when: str
    reason: str
    sureness: str


@dataclass(frozen=True, slots=True)
class Deed:
    """A decision about the event."""

    number: int
    at: str
    who: str
    what: str
    reason: str
    undone: bool


@router.get("/{event_id}.json")
def event_json(event_id: EventId, keeper: KeeperDep) -> KnownEventDetail:
    """The event as the API gives it."""
    return event_detail(keeper.event(event_id))


@router.get("/{event_id}")
def event(
    request: Request, event_id: EventId, keeper: KeeperDep, done: Decided = None, trouble: Trouble = ""
) -> Response:
    """Its date in large type, how sure that is, and where it is from."""
    detail = keeper.event(event_id)
    row = detail.event
    return page(
        request,
        "event.html",
        twin=f"/events/{row.id}.json",
        event=row,
        when=in_words(parse_edtf(row.edtf)) if row.edtf else "",
        readings=[(when_words(reading["edtf"])[0], reading["edtf"], reading["articles"]) for reading in row.readings]
        if row.disputed
        else [],
        participants=[name_words(name) for name in row.participants],
        mentions=_mentions(detail),
        merged=detail.merged,
        into=detail.into,
        deeds=[_deed(each) for each in keeper.decisions(limit=_DECISIONS, subject=f"event/{row.id}")],
        done=decision_of(keeper, done),
        trouble=trouble,
    )


@router.post("/{event_id}")
def set_event(
    event_id: EventId,
    keeper: KeeperDep,
    who: WhoDep,
    label: Annotated[str, Form(max_length=LABEL_LENGTH)] = "",
    when: Annotated[str, Form(max_length=100)] = "",
    reason: Annotated[str, Form(max_length=NOTE_LENGTH)] = "",
    back: Back = "",
) -> Response:
    """Pin label and date; fields left as they are stay with the readings of articles."""
    row = keeper.event(event_id, mentions=1).event
    fields: dict[str, Any] = {}
    if label.strip() and label.strip() != row.label:
        fields["label"] = label.strip()
    if when.strip() and (when.strip() != row.edtf or "when" not in row.pinned):
        try:
            fields["when"] = parse_edtf(when.strip())
        except EdtfError as error:
            return back_to(back or f"/events/{event_id}", trouble=f"“{when}” is not a date: {error.reason}.")
    return _decide(keeper, event_id, back, lambda: keeper.set_event(who, event_id, fields, reason=reason))


@router.post("/{event_id}/state")
def set_state(
    event_id: EventId,
    keeper: KeeperDep,
    who: WhoDep,
    deed: Annotated[Literal["promote", "demote", "hide", "show", "release"], Form()],
    back: Back = "",
) -> Response:
    """Promote it to the canon of this service, hide it everywhere, or give its date back to the articles."""
    fields = {
        "promote": {"promoted": True}, "demote": {"promoted": False}, "hide": {"hidden": True},
        "show": {"hidden": False}, "release": {},
    }[deed]  # fmt: skip
    release = ("label", "when", "place") if deed == "release" else ()
    return _decide(keeper, event_id, back, lambda: keeper.set_event(who, event_id, fields, release=release))


@router.post("/{event_id}/merge")
def merge(
    event_id: EventId,
    keeper: KeeperDep,
    who: WhoDep,
    other: Annotated[str, Form(max_length=200)],
    back: Back = "",
) -> Response:
    """Say that another event is this one; an address of the other one's page will do."""
    named = other.strip().rstrip("/").rpartition("/")[2]

    def work() -> None:
        if not named:
            raise InputError("Choose the other event.", field="other")
        keeper.merge(who, event_id, [named])

    return _decide(keeper, event_id, back, work)


def _decide(keeper: KeeperDep, event_id: str, back: str, deed: Any) -> Response:
    return decided(keeper, f"event/{event_id}", back or f"/events/{event_id}", deed)


def _mentions(detail: EventDetail) -> list[Mentioned]:
    return [
        Mentioned(
            article=each.article.id,
            title=title_of(each.article),
            source=each.article.source,
            published=when_words(each.article.published_edtf or "")[0],
            quote=each.mention.quote or each.mention.label,
            when=when_words(each.mention.edtf or "")[0],
            reason=each.mention.reason,
            sureness=f"{each.mention.score:.0%}" if each.mention.score is not None else "",
        )
        for each in detail.mentions
    ]


def _deed(row: DecisionRow) -> Deed:
    return Deed(
        number=row.number or 0,
        at=when_words(f"{row.at:%Y-%m-%d}")[0],
        who=row.who,
        what=_what(row),
        reason=row.reason,
        undone=row.undone_at is not None,
    )


def _what(row: DecisionRow) -> str:
    """What a decision changed, in words: "date set, promoted"."""
    if row.action != "set-event":
        return _DEEDS.get(row.action, row.action)
    found = []
    for change in row.changes:
        after = change["after"] or {}
        if "edtf" in after:
            found.append(f"date set to {when_words(after['edtf'])[0]}" if after["edtf"] else "date removed")
        if "label" in after:
            found.append("label set")
        if "promoted" in after:
            found.append("promoted" if after["promoted"] else "no longer promoted")
        if "hidden" in after:
            found.append("hidden" if after["hidden"] else "shown again")
        if set(after) == {"pinned"}:
            found.append("given back to the articles")
    return ", ".join(found) or "set"
