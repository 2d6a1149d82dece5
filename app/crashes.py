"""The answer when something unforeseen breaks."""

from __future__ import annotations

import logging

from fastapi import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.errors import answer
from app.problems import ProblemError, problem_response

_log = logging.getLogger("timelines")


class CrashMiddleware:
    """Answers 500 without internals when something unforeseen breaks, and logs what it was."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        started = False

        async def send_watched(message: Message) -> None:
            nonlocal started
            started = started or message["type"] == "http.response.start"
            await send(message)

        try:
            await self._app(scope, receive, send_watched)
        except Exception:
            if scope["type"] != "http" or started:
                raise
            _log.exception("%s %s failed", scope["method"], scope["path"])
            problem = ProblemError(500, "Something went wrong inside the service; nothing was changed.")
            try:
                response = answer(Request(scope), problem)
            except Exception:
                _log.exception("the page that says so failed too")
                response = problem_response(problem)
            await response(scope, receive, send)
