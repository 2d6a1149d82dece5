"""Where the pages are found. They ask the library what the API asks, and their ``.json`` twins answer the same."""

from __future__ import annotations

from fastapi import APIRouter

from app.pages import article, desk, event, knowledge, review, story, timeline, timelines

router = APIRouter(include_in_schema=False)
router.include_router(desk.router)
router.include_router(article.router)
router.include_router(review.router)
router.include_router(timeline.json_router)
router.include_router(timeline.router)
router.include_router(story.router)
router.include_router(timelines.router)
router.include_router(event.router)
router.include_router(knowledge.router)
