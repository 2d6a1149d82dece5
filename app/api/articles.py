"""Articles: hand in, list, read, delete; their timelines, flags and figures."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Path, Query, Response

from app.api.cursors import decode_cursor, encode_cursor
from app.api.documented import problems
from app.api.intake import REQUEST_BODY, SubmissionDep
from app.api.models import API, ArticleDetail, ArticleList, Figure, FlagList, detail_of, summary_of
from app.api.timeline_models import TimelineOut
from app.dependencies import LibraryDep

router = APIRouter(prefix="/articles", tags=["articles"])

ArticleId = Annotated[
    str,
    Path(
        description="The id that the article was given when it was handed in.",
        examples=["3f786850e387550fdab8"],
        max_length=100,
    ),
]
_JSON = "application/json"
_LOCATION = {"Location": {"description": "The address of the article.", "schema": {"type": "string"}}}


@router.post(
    "",
    status_code=201,
    summary="Hand in an article",
    response_model=ArticleDetail,
    response_description="The article was read and is kept.",
    responses={
        201: {"headers": _LOCATION},
        200: {
            "model": ArticleDetail,
            "headers": _LOCATION,
            "description": "The same text with the same publication date is here already; this is it.",
        },
        **problems(400, 403, 413, 415, 422),
    },
    openapi_extra={"requestBody": REQUEST_BODY},
)
def create_article(submission: SubmissionDep, library: LibraryDep, response: Response) -> ArticleDetail:
    """Read a text: as JSON, or as a file (text, HTML, PDF, Word, TimeML) in a form with optional fields beside it.

    JSON with an address and without a text fetches the page there, from the public internet only.

    The same text with the same publication date is recognised; then the answer is 200 and the article as it
    is kept, with the title and the address that it was first given.
    """
    added = library.add(submission)
    response.status_code = 201 if added.created else 200
    response.headers["location"] = f"{API}/articles/{added.article.id}"
    return detail_of(added.article)


@router.get("", summary="List articles", responses=problems(422))
def list_articles(
    library: LibraryDep,
    limit: Annotated[int, Query(ge=1, le=100, description="How many at most.")] = 20,
    next: Annotated[  # noqa: A002 - the name of the parameter in the API
        str | None, Query(description="The `next` of the page before.", max_length=100)
    ] = None,
) -> ArticleList:
    """The newest articles first, without their texts."""
    page = library.articles(limit=limit, after=decode_cursor(next) if next is not None else None)
    return ArticleList(
        articles=[summary_of(row) for row in page.articles],
        next=encode_cursor(page.next) if page.next is not None else None,
    )


@router.get("/{article_id}", summary="Read an article", responses=problems(404, 422))
def read_article(article_id: ArticleId, library: LibraryDep) -> ArticleDetail:
    """The article with its text and the numbers of what was found in it."""
    return detail_of(library.article(article_id))


@router.put(
    "/{article_id}",
    summary="Change an article",
    response_model=ArticleDetail,
    responses=problems(400, 403, 404, 409, 413, 415, 422),
    openapi_extra={"requestBody": REQUEST_BODY},
)
def change_article(article_id: ArticleId, submission: SubmissionDep, library: LibraryDep) -> ArticleDetail:
    """Put another text, title, date or address in its place; its events follow, decisions of people hold."""
    return detail_of(library.change(article_id, submission))


@router.post("/{article_id}/read", summary="Read an article again", responses=problems(403, 404, 422))
def read_again(article_id: ArticleId, library: LibraryDep) -> ArticleDetail:
    """With the rules and the canon of today; the same article twice changes nothing, decisions of people hold."""
    return detail_of(library.read_again(article_id))


@router.delete("/{article_id}", status_code=204, summary="Delete an article", responses=problems(403, 404, 422))
def delete_article(article_id: ArticleId, library: LibraryDep) -> None:
    """Remove the article and everything that was read out of it."""
    library.delete(article_id)


@router.get(
    "/{article_id}/timeline",
    summary="The timeline of an article",
    response_model=TimelineOut,
    responses=problems(404, 422),
)
def read_timeline(article_id: ArticleId, library: LibraryDep) -> Response:
    """Everything that was read out of the article: dates, names, events, claims, flags."""
    return Response(library.article(article_id).timeline, media_type=_JSON)


@router.get(
    "/{article_id}/flags",
    summary="The flags of an article",
    response_model=FlagList,
    responses=problems(404, 422),
)
def read_flags(
    article_id: ArticleId,
    library: LibraryDep,
    rule: Annotated[
        str | None, Query(description="Only flags of this rule or of rules that begin so.", examples=["T2"])
    ] = None,
    family: Annotated[str | None, Query(description="Only this family.", examples=["counting"])] = None,
    severity: Annotated[Literal["error", "warning", "info"] | None, Query(description="Only this severity.")] = None,
) -> Response:
    """What cannot be true in time, in the order of the text."""
    flags = json.loads(library.article(article_id).timeline)["flags"]
    wanted = _wanted(rule, family, severity)
    return Response(
        json.dumps({"flags": [flag for flag in flags if wanted(flag)]}, ensure_ascii=False), media_type=_JSON
    )


@router.get(
    "/{article_id}/figure",
    summary="The chart of an article",
    response_model=Figure,
    responses=problems(404, 422),
)
def read_figure(article_id: ArticleId, library: LibraryDep) -> Response:
    """A figure for plotly.js: claims where the article puts them, canon where it has them."""
    return Response(library.article(article_id).figure, media_type=_JSON)


def _wanted(rule: str | None, family: str | None, severity: str | None) -> Callable[[dict[str, Any]], bool]:
    def wanted(flag: dict[str, Any]) -> bool:
        return (
            (rule is None or flag["rule"].startswith(rule))
            and family in (None, flag["family"])
            and severity in (None, flag["severity"])
        )

    return wanted
