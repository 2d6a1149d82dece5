"""All operations of the API under one roof."""

from __future__ import annotations

from fastapi import APIRouter

from app.api import articles, exports, flags, health, imports, knowledge, known_events, timelines
from app.api.models import API

router = APIRouter(prefix=API)
for part in (articles, imports, known_events, timelines, exports, flags, knowledge, health):
    router.include_router(part.router)
