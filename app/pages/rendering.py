"""Templates to answers. Everything that is put into a page is escaped: article text is hostile."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from app.pages.presenting import counted


def page(request: Request, template: str, *, status: int = 200, **context: Any) -> HTMLResponse:
    """A page of the service. ``twin`` in the context is the address of the same content as JSON."""
    html = _environment().get_template(template).render({"request": request, "twin": "", **context})
    return HTMLResponse(html.encode("utf-8", "replace"), status_code=status, headers={"cache-control": "no-cache"})


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["counted"] = counted
    return environment
