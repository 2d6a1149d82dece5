"""Import files of many articles, and feeds."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from pydantic import BaseModel, Field

from app.api.documented import problems
from app.api.intake import IMPORT_BODY, ImportIn, Received, parse, receive
from app.dependencies import IntakeDep, LibraryDep, SettingsDep
from app.ingest.importing import import_articles

router = APIRouter(prefix="/imports", tags=["articles"])


class SkippedOut(BaseModel):
    """What is no article, and why."""

    line: int = Field(description="The line of the file, or the number of the record or the entry, from 1.")
    reason: str


class ImportResult(BaseModel):
    """What became of the articles of a file."""

    added: int = Field(description="How many are new.")
    known: int = Field(description="How many were here already, with the same text and publication date.")
    skipped: list[SkippedOut] = Field(description="What could not be read as an article.")
    articles: list[str] = Field(description="The ids of the new ones, in the order of the file.")


async def _receive(request: Request, settings: SettingsDep) -> Received:
    return await receive(request, settings, ())


@router.post(
    "",
    summary="Import many articles",
    responses=problems(400, 403, 413, 415, 422),
    openapi_extra={"requestBody": IMPORT_BODY},
)
def import_many(
    received: Annotated[Received, Depends(_receive)], intake: IntakeDep, library: LibraryDep
) -> ImportResult:
    """Read all articles of a file or a feed, up to the limit of the service; a file with more is refused whole.

    Rows that are no article are skipped and named. The same import again adds nothing twice.
    """
    if received.json is None:
        found = intake.many(received.file, received.file_name)
    else:
        found = intake.feed(parse(received.json, ImportIn).url)
    result = import_articles(library, found)
    return ImportResult(
        added=len(result.added),
        known=len(result.known),
        skipped=[SkippedOut(line=each.line, reason=each.reason) for each in result.skipped],
        articles=list(result.added),
    )
