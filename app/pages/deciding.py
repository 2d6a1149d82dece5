"""Decisions made by the forms of pages: done, and back to the page, which says so and offers to undo."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated
from urllib.parse import urlencode

from fastapi import Form, Query, Response
from fastapi.responses import RedirectResponse

from app.keeping.changes import ConflictError
from app.keeping.keeper import Keeper
from app.store.known_tables import DecisionRow
from timelines.errors import InputError

_ELSEWHERE = "/review"

Back = Annotated[str, Form(max_length=500)]
# The decision that was made a moment ago, and what stood against it; both are parts of the page's address.
Decided = Annotated[int | None, Query(alias="decided", ge=0, le=2**62)]
Trouble = Annotated[str, Query(max_length=500)]


def decided(keeper: Keeper, subject: str, back: str, deed: Callable[[], object]) -> Response:
    """Do it and go back to the page ``back``; with a subject, its newest decision is offered to be undone there."""
    before = _newest(keeper, subject)
    try:
        deed()
    except (ConflictError, InputError) as error:
        return back_to(back, trouble=str(error))
    newest = _newest(keeper, subject)
    return back_to(back, made=newest if newest != before else None)


def decision_of(keeper: Keeper, number: int | None) -> DecisionRow | None:
    """The decision to be undone, unless that has happened."""
    found = keeper.decision(number) if number is not None else None
    return found if found is not None and found.undone_at is None else None


def back_to(address: str, *, made: int | None = None, trouble: str = "") -> Response:
    """To the page that the form was on; only pages of this service are gone back to."""
    path = address if address.startswith("/") and not address.startswith(("//", "/\\")) else _ELSEWHERE
    base, _, fragment = path.partition("#")
    added = urlencode({key: value for key, value in (("decided", made), ("trouble", trouble[:500])) if value})
    joined = f"{base}{'&' if '?' in base else '?'}{added}" if added else base
    return RedirectResponse(f"{joined}#{fragment}" if fragment else joined, status_code=303)


def _newest(keeper: Keeper, subject: str) -> int | None:
    found = keeper.decisions(limit=1, subject=subject) if subject else []
    return found[0].number if found else None
