"""What the description of the API says of problems, and the last touches to it."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic.json_schema import models_json_schema

from app.api.intake import ArticleIn, ArticleUpload, ImportIn, ImportUpload
from app.problems import MEDIA_TYPE, Problem, title

_WHEN = {
    400: "The body is malformed.",
    403: "Another web site sent the request through a browser.",
    404: "There is no such thing.",
    405: "This address does not know that method.",
    409: "As things are, it cannot be done; the detail says why and what to do first.",
    413: "The text or the request is too large; the detail names the limit.",
    415: "The body is of a type that is not read here.",
    422: "A field cannot be used; `errors` says which and why.",
    500: "Something unforeseen broke.",
}

TAGS = [
    {"name": "articles", "description": "Hand in articles and read what was found in them."},
    {"name": "events", "description": "Events with all their mentions: find, correct, merge, split."},
    {"name": "timelines", "description": "Timelines that people keep, and the decisions on record."},
    {"name": "flags", "description": "Flags of all articles and what became of them."},
    {"name": "knowledge", "description": "Ask the canon when something happened; list the rules."},
    {"name": "service", "description": "The service itself."},
]

DESCRIPTION = """\
Reads articles, places their dated events on a canonical timeline, and flags what cannot be true in time.

Dates are EDTF (ISO 8601-2) everywhere, so years before our era and uncertain times work; offsets count
Unicode code points. Problems are `application/problem+json` (RFC 9457) with the paths of the fields that caused them.
"""


def problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The description of an operation's problem answers; 500 is always among them."""
    return {
        status: {
            "description": f"{title(status)}. {_WHEN[status]}",
            "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
        }
        for status in (*statuses, 500)
    }


def describe(app: FastAPI) -> dict[str, Any]:
    """The OpenAPI document, with the shapes that the framework cannot see."""
    document = get_openapi(
        title=app.title,
        version=app.version,
        summary=app.summary,
        description=app.description,
        routes=app.routes,
        tags=TAGS,
    )
    _, shapes = models_json_schema(
        [(shape, "validation") for shape in (Problem, ArticleIn, ArticleUpload, ImportIn, ImportUpload)],
        ref_template="#/components/schemas/{model}",
    )
    schemas = document.setdefault("components", {}).setdefault("schemas", {})
    schemas.update(shapes["$defs"])
    for unused in ("HTTPValidationError", "ValidationError"):
        schemas.pop(unused, None)
    return document
