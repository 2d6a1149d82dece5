"""The limit on the size of a request."""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

# A client that is still sending does not read an answer, so a body that is too large is read and dropped,
# up to this many times the limit.
_DRAIN = 8


class BodyLimitMiddleware:
    """Bodies over ``limit`` bytes end in a 413, whether or not their length was announced."""

    def __init__(self, app: ASGIApp, limit: int) -> None:
        self._app = app
        self._limit = limit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        length = Headers(scope=scope).get("content-length", "")
        announced = int(length) if length.isdecimal() else 0
        size = 0

        async def receive_counted() -> Message:
            nonlocal size
            message = await receive()
            size += len(message.get("body", b""))
            if max(size, announced) <= self._limit:
                return message
            while message.get("more_body", False) and size <= _DRAIN * self._limit:
                message = await receive()
                size += len(message.get("body", b""))
            raise HTTPException(413, f"The request is larger than {self._limit:,} bytes, the limit of this service.")

        await self._app(scope, receive_counted, send)
