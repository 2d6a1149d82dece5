"""The story of a kept timeline as a page to be read."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request, Response

from app.api.keeping_models import StoryOut
from app.api.timelines import TimelineId
from app.dependencies import KeeperDep, WhoDep
from app.keeping.scope import Scope
from app.pages.deciding import Decided, Trouble, decided, decision_of
from app.pages.kept import scope_words
from app.pages.presenting import title_of, when_words
from app.pages.rendering import page

router = APIRouter(prefix="/timelines/{timeline_id}", include_in_schema=False)


@router.get("/story.json")
def story_json(timeline_id: TimelineId, keeper: KeeperDep) -> StoryOut:
    """The story as the API gives it."""
    return StoryOut.model_validate({"days": keeper.timeline(timeline_id).story})


@router.get("/story")
def story(
    request: Request, timeline_id: TimelineId, keeper: KeeperDep, done: Decided = None, trouble: Trouble = ""
) -> Response:
    """Day by day what mattered, in sentences cut from the articles."""
    row = keeper.timeline(timeline_id)
    articles = {sentence["article"] for day in row.story for sentence in day["sentences"]}
    return page(
        request,
        "story.html",
        twin=f"/timelines/{row.id}/story.json",
        id=row.id,
        title=row.title,
        scope=scope_words(Scope.of(row.scope)),
        days=[(day["day"], when_words(day["day"])[0], day["sentences"]) for day in row.story],
        titles={article.id: title_of(article) for article in keeper.article_heads(articles)},
        number=len(row.story) or 20,
        most=max((len(day["sentences"]) for day in row.story), default=2),
        done=decision_of(keeper, done),
        trouble=trouble,
    )


@router.post("/story")
def reconstruct(
    timeline_id: TimelineId,
    keeper: KeeperDep,
    who: WhoDep,
    dates: Annotated[int, Form(ge=1, le=500)] = 20,
    sentences: Annotated[int, Form(ge=1, le=10)] = 2,
) -> Response:
    """Tell it anew from its articles."""
    return decided(
        keeper,
        f"timeline/{timeline_id}",
        f"/timelines/{timeline_id}/story",
        lambda: keeper.reconstruct(who, timeline_id, dates=dates, sentences=sentences),
    )
