"""The page of one article: text, timeline, flags; and the parts of it that its scripts ask for."""

from __future__ import annotations

from collections import Counter
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from fastapi import APIRouter, Path, Query, Request, Response
from fastapi.responses import JSONResponse

from app.assets import PLOTLY_URL
from app.dependencies import LibraryDep
from app.pages.marked import known_names, marked_text
from app.pages.presenting import cards, flag_counts, published_words, summary_words, title_of, when_words
from app.pages.rendering import page
from app.pages.stored import stored_timeline
from timelines.drawing import figure, table

router = APIRouter(prefix="/articles", include_in_schema=False)

ArticleId = Annotated[str, Path(max_length=100)]


# The .json routes come first: the plain one would take "x.json" for an id.
@router.get("/{article_id}.json")
def article_json(article_id: ArticleId, library: LibraryDep) -> Response:
    """The timeline of the article, as the API gives it."""
    return Response(library.article(article_id).timeline, media_type="application/json")


@router.get("/{article_id}/figure.json")
def article_figure(
    article_id: ArticleId,
    library: LibraryDep,
    theme: Literal["light", "dark"] = "light",
    width: Annotated[int, Query(ge=160, le=4000)] = 640,
    height: Annotated[int, Query(ge=120, le=4000)] = 460,
    low: Annotated[float | None, Query(allow_inf_nan=False)] = None,
    high: Annotated[float | None, Query(allow_inf_nan=False)] = None,
) -> Response:
    """The chart drawn for the reader's room; ``low`` and ``high`` are the part of the axis, in days."""
    timeline = stored_timeline(library.article(article_id))
    window = (low, high) if low is not None and high is not None else None
    drawn: dict[str, Any] = figure(
        timeline, canon=library.canon, theme=theme, width=width, height=height, window=window
    )
    return JSONResponse(drawn, headers={"cache-control": "no-cache"})


@router.get("/{article_id}")
def article_page(request: Request, article_id: ArticleId, library: LibraryDep) -> Response:
    """The article with its marks, its chart (a table before scripts have loaded), and its flags."""
    row = library.article(article_id)
    timeline = stored_timeline(row)
    return page(
        request,
        "article.html",
        twin=f"/articles/{row.id}.json",
        plotly=PLOTLY_URL,
        id=row.id,
        title=title_of(row),
        language=row.language,
        url=row.url,
        url_host=urlsplit(row.url).hostname if row.url else "",
        date=published_words(timeline.article.published),
        counts={"error": 0, "warning": 0, "info": 0} | Counter(f.severity.value for f in timeline.flags),
        dates=len(timeline.expressions),
        events=len(timeline.events),
        names=known_names(timeline),
        canon_as_of=when_words(row.canon_as_of)[0],
        cards=cards(timeline),
        flag_words=flag_counts(timeline),
        suppressed=len(timeline.suppressed),
        paragraphs=marked_text(timeline),
        rows=table(timeline, library.canon),
        summary=summary_words(timeline),
    )
