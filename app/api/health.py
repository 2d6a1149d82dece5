"""Whether the service works."""

from __future__ import annotations

from importlib.metadata import version

from fastapi import APIRouter

from app.api.documented import problems
from app.api.models import Health
from app.dependencies import LibraryDep

router = APIRouter(tags=["service"])


@router.get("/health", summary="Health", responses=problems())
def health(library: LibraryDep) -> Health:
    """Answers when the service can reach its database, with the state of the canon."""
    library.articles(limit=1)
    return Health(
        status="ok",
        version=version("timelines"),
        canon_facts=len(library.canon.facts),
        canon_as_of=library.canon.as_of,
    )
