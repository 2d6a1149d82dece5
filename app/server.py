"""The web server: uvicorn around the application, on a socket that is open already."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable

import uvicorn

from app.assets import compressed_plotly
from app.main import create_app, open_library
from app.settings import Settings


class _Server(uvicorn.Server):
    """Says when requests are answered."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, then say so."""
        await super().startup(sockets)
        if self.started:
            self._ready()


def run(settings: Settings, listener: socket.socket, ready: Callable[[], None]) -> None:
    """Serve until stopped; ``ready`` is called when the first request can come.

    Raises StoreError or CanonError when the database or the canon cannot be used.
    """
    # Opened here and not by the server, so that what is wrong with it comes back as an error.
    library = open_library(settings)
    # So that the first page need not wait for it.
    threading.Thread(target=compressed_plotly, daemon=True).start()
    app = create_app(settings, library=library)
    config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False)
    try:
        _Server(config, ready).run(sockets=[listener])
    finally:
        library.close()
