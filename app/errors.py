"""How everything that goes wrong is answered: problem+json under /api/, a page elsewhere."""

from __future__ import annotations

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.routing import Match, Mount

from app.api.intake import validation_problem
from app.api.models import API
from app.keeping.changes import ConflictError
from app.keeping.events import UnknownEventError
from app.keeping.flag_keeping import UnknownFlagError
from app.keeping.ledger import UnknownDecisionError
from app.keeping.timeline_keeping import UnknownTimelineError
from app.library import DuplicateArticleError, UnknownArticleError
from app.pages.errors import error_page
from app.problems import ProblemError, problem_response, title
from timelines.errors import InputError, TooLargeError

_METHODS = ("DELETE", "GET", "HEAD", "PATCH", "POST", "PUT")


def install(app: FastAPI) -> None:
    """Register the handlers."""

    @app.exception_handler(ProblemError)
    async def problem(request: Request, error: ProblemError) -> Response:
        return answer(request, error)

    @app.exception_handler(InputError)
    async def unusable(request: Request, error: InputError) -> Response:
        status = 413 if isinstance(error, TooLargeError) else 422
        return answer(request, ProblemError(status, str(error), ((error.field, str(error)),)))

    @app.exception_handler(UnknownArticleError)
    async def unknown_article(request: Request, error: UnknownArticleError) -> Response:
        return answer(request, ProblemError(404, str(error), (("article_id", str(error)),)))

    @app.exception_handler(DuplicateArticleError)
    async def duplicate_article(request: Request, error: DuplicateArticleError) -> Response:
        return answer(request, ProblemError(409, str(error), (("text", str(error)),)))

    @app.exception_handler(UnknownEventError)
    async def unknown_event(request: Request, error: UnknownEventError) -> Response:
        return answer(request, ProblemError(404, str(error), (("event_id", str(error)),)))

    @app.exception_handler(UnknownTimelineError)
    async def unknown_timeline(request: Request, error: UnknownTimelineError) -> Response:
        return answer(request, ProblemError(404, str(error), (("timeline_id", str(error)),)))

    @app.exception_handler(UnknownFlagError)
    async def unknown_flag(request: Request, error: UnknownFlagError) -> Response:
        return answer(request, ProblemError(404, str(error), (("flag_key", str(error)),)))

    @app.exception_handler(UnknownDecisionError)
    async def unknown_decision(request: Request, error: UnknownDecisionError) -> Response:
        return answer(request, ProblemError(404, str(error), (("number", str(error)),)))

    @app.exception_handler(ConflictError)
    async def conflict(request: Request, error: ConflictError) -> Response:
        return answer(request, ProblemError(409, str(error)))

    @app.exception_handler(RequestValidationError)
    async def invalid(request: Request, error: RequestValidationError) -> Response:
        errors = error.errors()
        if any(each["type"] == "json_invalid" for each in errors):
            return answer(request, ProblemError(400, f"The body is not JSON: {errors[0]['ctx']['error']}."))
        return answer(request, validation_problem(errors, skip=1))

    @app.exception_handler(HTTPException)
    async def http(request: Request, error: HTTPException) -> Response:
        detail, headers = str(error.detail), dict(error.headers or {})
        if error.status_code == 404:
            detail = f"There is nothing at {request.url.path}."
        elif error.status_code == 405:
            allowed = _allowed(request)
            headers = {"allow": allowed}
            detail = f"{request.method} is not possible here, only {allowed}."
        return answer(request, ProblemError(error.status_code, detail, headers=headers))


def answer(request: Request, problem: ProblemError) -> Response:
    """The problem as JSON, or as a page for those who ask for one outside of the API."""
    if request.url.path.startswith(f"{API}/") or "text/html" not in request.headers.get("accept", ""):
        return problem_response(problem)
    response = error_page(request, problem.status, title(problem.status), problem.detail)
    response.headers.update(problem.headers or {})
    return response


def _allowed(request: Request) -> str:
    """All methods of the address; the framework names only those of the first route that fits."""
    routes = [route for route in request.app.routes if not isinstance(route, Mount)]
    methods = [
        method
        for method in _METHODS
        if any(route.matches({**request.scope, "method": method})[0] is Match.FULL for route in routes)
    ]
    # Beside the routes there are only files.
    return ", ".join(methods or ("GET", "HEAD"))
