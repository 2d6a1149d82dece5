"""Files for other programs and from them: articles and kept timelines exported, events imported."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, Field
from starlette.concurrency import run_in_threadpool

from app.api.articles import ArticleId
from app.api.documented import problems
from app.api.timelines import TimelineId
from app.dependencies import KeeperDep, LibraryDep, WhoDep
from app.pages.stored import stored_timeline
from timelines.errors import InputError
from timelines.formats.carried import Export, Report
from timelines.formats.catalogue import ARTICLE_FORMATS, EVENT_FORMATS, Format
from timelines.formats.events.csv import events_from_csv
from timelines.formats.events.exported import ExportedEvent
from timelines.formats.events.timelinejs import events_from_timelinejs
from timelines.formats.hostile import one_line

router = APIRouter()

SKIPPED = "X-Timelines-Skipped"

_NOT_IN_NAMES = re.compile(r"[^a-z0-9]+")
_LONGEST_NAME = 60

# Literals for the description of the API; a test holds them against the catalogue.
ArticleFormat = Literal[
    "json", "jsonl", "csv", "web-annotations", "timeml", "claim-review", "markdown", "rss", "timelinejs", "vis",
    "icalendar", "schema-org", "edtf", "html", "svg",
]  # fmt: skip
EventFormat = Literal["jsonl", "csv", "timelinejs", "vis", "icalendar", "schema-org", "edtf", "html", "svg"]
ImportFormat = Literal["timelinejs", "csv"]

_READERS: Mapping[str, Callable[[str], tuple[tuple[ExportedEvent, ...], Report]]] = {
    "timelinejs": events_from_timelinejs,
    "csv": events_from_csv,
}


class SkippedOut(BaseModel):
    """Something that a file could not carry."""

    row: str = Field(description="What.", examples=["event e3"])
    reason: str = Field(examples=["left out: it has no date"])


class ExportReport(BaseModel):
    """What a file in this format would not hold."""

    skipped: list[SkippedOut]


class Imported(BaseModel):
    """What was put on a timeline."""

    events: int = Field(description="How many events of the file are on the timeline now.")
    skipped: list[SkippedOut] = Field(description="What could not be taken.")


def _file(formats: Mapping[str, Format[Any]]) -> dict[int | str, dict[str, Any]]:
    """The description of an answer that is a file."""
    kinds = dict.fromkeys(each.media_type for each in formats.values())
    return {
        200: {
            "description": "The file.",
            "content": {kind: {"schema": {} if kind.endswith("json") else {"type": "string"}} for kind in kinds},
            "headers": {
                SKIPPED: {
                    "description": "How many lines `export/report` has: what the file could not carry.",
                    "schema": {"type": "integer", "minimum": 0},
                },
                "Content-Disposition": {"description": "A name for the file.", "schema": {"type": "string"}},
            },
        }
    }


@router.get(
    "/articles/{article_id}/export",
    tags=["articles"],
    summary="An article as a file",
    response_class=Response,
    responses={**_file(ARTICLE_FORMATS), **problems(404, 422)},
)
def export_article(
    article_id: ArticleId,
    library: LibraryDep,
    format: Annotated[ArticleFormat, Query(description="Which format.")] = "json",  # noqa: A002 - the name in the API
) -> Response:
    """What was read out of it, for other programs."""
    row = library.article(article_id)
    chosen = ARTICLE_FORMATS[format]
    return _answer(chosen, chosen.write(stored_timeline(row), row.read_at), row.title or row.id)


@router.get(
    "/articles/{article_id}/export/report",
    tags=["articles"],
    summary="What a file of an article leaves out",
    responses=problems(404, 422),
)
def report_article(
    article_id: ArticleId,
    library: LibraryDep,
    format: Annotated[ArticleFormat, Query(description="Which format.")] = "json",  # noqa: A002 - the name in the API
) -> ExportReport:
    """Row by row, with the reason."""
    row = library.article(article_id)
    return ExportReport(skipped=_skipped(ARTICLE_FORMATS[format].write(stored_timeline(row), row.read_at).report))


@router.get(
    "/timelines/{timeline_id}/export",
    tags=["timelines"],
    summary="A timeline as a file",
    response_class=Response,
    responses={**_file(EVENT_FORMATS), **problems(404, 422)},
)
def export_timeline(
    timeline_id: TimelineId,
    keeper: KeeperDep,
    format: Annotated[EventFormat, Query(description="Which format.")] = "jsonl",  # noqa: A002 - the name in the API
) -> Response:
    """Its events for other programs, at most 5,000."""
    events, changed, report = keeper.event_list(timeline_id)
    content, more = EVENT_FORMATS[format].write(events, changed)
    return _answer(EVENT_FORMATS[format], Export(content, (*report, *more)), events.title)


@router.get(
    "/timelines/{timeline_id}/export/report",
    tags=["timelines"],
    summary="What a file of a timeline leaves out",
    responses=problems(404, 422),
)
def report_timeline(
    timeline_id: TimelineId,
    keeper: KeeperDep,
    format: Annotated[EventFormat, Query(description="Which format.")] = "jsonl",  # noqa: A002 - the name in the API
) -> ExportReport:
    """Row by row, with the reason."""
    events, changed, report = keeper.event_list(timeline_id)
    return ExportReport(skipped=_skipped((*report, *EVENT_FORMATS[format].write(events, changed).report)))


@router.post(
    "/timelines/{timeline_id}/import",
    tags=["timelines"],
    summary="Put the events of a file on a timeline",
    responses=problems(403, 404, 413, 422),
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {"application/json": {"schema": {}}, "text/csv": {"schema": {"type": "string"}}},
        }
    },
)
async def import_events(
    timeline_id: TimelineId,
    request: Request,
    keeper: KeeperDep,
    who: WhoDep,
    format: Annotated[ImportFormat, Query(description="What the body is.")],  # noqa: A002 - the name in the API
) -> Imported:
    """TimelineJS JSON or CSV (our own, or with columns for a title and a date); one decision, so it can be undone.

    The same file again changes nothing; events of our own files that are still here are put on as they are.
    """
    content = await request.body()

    def work() -> Imported:
        keeper.timeline(timeline_id)
        events, unread = _READERS[format](_decoded(content))
        if not events:
            first = f" {unread[0]}." if unread else ""
            raise InputError(f"There is no event in this file that can be used.{first}", field="body")
        count, untaken = keeper.take_events(who, timeline_id, events)
        return Imported(events=count, skipped=_skipped((*unread, *untaken)))

    return await run_in_threadpool(work)


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InputError("The file is not UTF-8.", field="body") from None


def _answer(format_: Format[Any], export: Export, title: str) -> Response:
    return Response(
        export.content.encode("utf-8", "replace"),
        media_type=format_.media_type,
        headers={
            "content-disposition": f'attachment; filename="{file_name(title, format_.suffix)}"',
            SKIPPED: str(len(export.report)),
        },
    )


def file_name(title: str, suffix: str) -> str:
    """A name that every system takes and that leads nowhere: small letters, digits, hyphens."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return f"{_NOT_IN_NAMES.sub('-', plain).strip('-')[:_LONGEST_NAME].rstrip('-') or 'timeline'}.{suffix}"


def _skipped(report: Report) -> list[SkippedOut]:
    return [SkippedOut(row=one_line(each.row), reason=one_line(each.reason)) for each in report]
