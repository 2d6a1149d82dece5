"""Problems as RFC 9457 ``application/problem+json``, each with the paths of the fields that caused it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus

from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

MEDIA_TYPE = "application/problem+json"

_TYPES = {
    400: "malformed-request",
    403: "forbidden",
    404: "not-found",
    405: "method-not-allowed",
    409: "conflict",
    413: "too-large",
    415: "unsupported-media-type",
    422: "invalid-input",
    500: "internal-error",
}


class FieldError(BaseModel):
    """One thing that is wrong."""

    model_config = ConfigDict(extra="forbid")

    field: str = Field(description="The path of the field, such as `published`.", examples=["published"])
    message: str = Field(
        description="What is wrong with it and what to do.",
        examples=["'2025-02-30' is not a date: February 2025 has 28 days. Write it like 2025-09-05."],
    )


class Problem(BaseModel):
    """What went wrong (RFC 9457)."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "example": {
                "type": "urn:timelines:problem:invalid-input",
                "title": "Unprocessable Content",
                "status": 422,
                "detail": "published: '2025-02-30' is not a date: February 2025 has 28 days.",
                "errors": [
                    {
                        "field": "published",
                        "message": "'2025-02-30' is not a date: February 2025 has 28 days.",
                    }
                ],
            }
        },
    )

    type: str = Field(description="Names the kind of problem; never changes its meaning.")
    title: str = Field(description="The kind of problem in words.")
    status: int = Field(description="The HTTP status.", ge=400, le=599)
    detail: str = Field(description="This problem in words.")
    errors: list[FieldError] = Field(description="The fields that caused it; empty where none did.")


@dataclass
class ProblemError(Exception):
    """Raise to answer with a problem. ``errors`` are pairs of field path and message."""

    status: int
    detail: str
    errors: tuple[tuple[str, str], ...] = ()
    headers: Mapping[str, str] | None = None


def field_problem(status: int, field: str, message: str) -> ProblemError:
    """A problem with one field."""
    return ProblemError(status, message, ((field, message),))


def title(status: int) -> str:
    """The standard words for an HTTP status."""
    words = {413: "Content Too Large", 422: "Unprocessable Content"}
    return words.get(status) or HTTPStatus(status).phrase


def problem_response(problem: ProblemError) -> Response:
    """The answer that says it."""
    body = {
        "type": f"urn:timelines:problem:{_TYPES.get(problem.status, 'http-error')}",
        "title": title(problem.status),
        "status": problem.status,
        "detail": problem.detail,
        "errors": [{"field": field, "message": message} for field, message in problem.errors],
    }
    return Response(
        json.dumps(body, ensure_ascii=False).encode("utf-8", "backslashreplace"),
        status_code=problem.status,
        media_type=MEDIA_TYPE,
        headers=dict(problem.headers or {}),
    )
