"""Pages for what goes wrong."""

from __future__ import annotations

from fastapi import Request
from fastapi.responses import HTMLResponse

from app.pages.rendering import page

_HEADINGS = {
    403: "This is not allowed",
    404: "There is nothing here",
    405: "That cannot be done here",
    413: "That is too much at once",
    422: "This cannot be read",
    500: "Something broke on our side",
}


def error_page(request: Request, status: int, title: str, detail: str) -> HTMLResponse:
    """A page that says what went wrong; ``title`` is the standard name of the status."""
    heading = _HEADINGS.get(status, title)
    return page(request, "error.html", status=status, heading=heading, detail=detail, status_line=f"{status} {title}")
