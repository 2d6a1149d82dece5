"""All operations of the API under one roof."""

from __future__ import annotations

from fastapi import APIRouter

from app.api import articles, health, knowledge
from app.api.models import API

router = APIRouter(prefix=API)
for part in (articles, knowledge, health):
    router.include_router(part.router)
