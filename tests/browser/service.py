"""The service on a free port and the system's Chromium, for tests and for screenshots."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from playwright.sync_api import Browser, expect, sync_playwright

from app.library import Library
from app.main import create_app
from app.settings import Settings
from app.store.database import connect, upgrade
from timelines.canon.canon import Canon

_ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# A loaded machine may take long; how fast pages are is not measured by tests.
PATIENCE = 30_000
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


class NoBrowserError(Exception):
    """There is no Chromium; without a browser nothing can be said about the pages."""


@contextmanager
def chromium() -> Iterator[Browser]:
    """The system's Chromium, without a window. Raises NoBrowserError."""
    path = next((found for name in _NAMES if (found := shutil.which(name))), None)
    if path is None:
        raise NoBrowserError("There is no Chromium. Install it with: apt-get install chromium")
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=_ARGUMENTS)
        yield browser
        browser.close()


@contextmanager
def new_library(file: Path, canon: Canon) -> Iterator[Library]:
    """A library on a new SQLite file."""
    engine = connect(f"sqlite:///{file}")
    upgrade(engine)
    library = Library(engine, canon)
    yield library
    library.close()


@contextmanager
def serving(library: Library) -> Iterator[str]:
    """The address of the service while it runs on a free port."""
    settings = Settings(samples=False)
    config = uvicorn.Config(create_app(settings, library=library), log_level="warning", ws="none", lifespan="on")
    server = uvicorn.Server(config)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        while not server.started:
            assert thread.is_alive(), "the service did not start"
            time.sleep(0.02)
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        server.should_exit = True
        thread.join()
