"""A real server on a free port with a real SQLite file, and a real Chromium that reports all that goes wrong."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, Page, Request, sync_playwright

from app.library import Library
from app.main import create_app
from app.settings import Settings
from app.store.database import connect, upgrade
from timelines.canon.load import load_canon

ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_TELL_VIOLATIONS = """
document.addEventListener("securitypolicyviolation", (event) =>
  console.error(`policy violated: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
"""


def chromium() -> str:
    """The system's Chromium. Without one these tests fail: the pages are nothing without a browser."""
    for name in _NAMES:
        path = shutil.which(name)
        if path is not None:
            return path
    pytest.fail("There is no Chromium. Install it with: apt-get install chromium", pytrace=False)


@dataclass
class Trouble:
    """What a browser complained about, and what it asked of other machines."""

    complaints: list[str] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)
    expected: Callable[[str], bool] = lambda _: False

    def watch(self, page: Page, base: str) -> None:
        """Note everything from now on."""
        page.on("console", lambda m: self._complain(m.text) if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: self._complain(str(error)))
        page.on("request", lambda request: self._note(request, base))
        page.add_init_script(_TELL_VIOLATIONS)

    def _complain(self, words: str) -> None:
        if not self.expected(words):
            self.complaints.append(words)

    def _note(self, request: Request, base: str) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in ("data", "blob") and parts.netloc != urlsplit(base).netloc:
            self.strangers.append(request.url)


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    engine = connect(f"sqlite:///{tmp_path_factory.mktemp('browser')}/test.db")
    upgrade(engine)
    library = Library(engine, load_canon())
    yield library
    library.close()


@pytest.fixture(scope="session")
def base(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the service."""
    yield from serve(library, tmp_path_factory.mktemp("settings"))


@pytest.fixture
def empty_base(tmp_path: Path, library: Library) -> Iterator[str]:
    """The address of a service in which nothing was read yet."""
    engine = connect(f"sqlite:///{tmp_path}/empty.db")
    upgrade(engine)
    empty = Library(engine, library.canon)
    yield from serve(empty, tmp_path)
    empty.close()


def serve(library: Library, folder: Path) -> Iterator[str]:
    """Run the service on a free port until the generator is closed."""
    settings = Settings(database_url=f"sqlite:///{folder}/unused.db", samples=False)
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


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def trouble() -> Iterator[Trouble]:
    """Every test with a page ends with this: nothing was complained of, nobody else was asked."""
    trouble = Trouble()
    yield trouble
    assert trouble.complaints == []
    assert trouble.strangers == []


@pytest.fixture
def open_page(browser: Browser, base: str, trouble: Trouble) -> Iterator[Callable[..., Page]]:
    """Opens a watched page; keywords go to the browser's context (color_scheme, viewport, java_script_enabled)."""
    contexts: list[BrowserContext] = []

    def open_page(**options: object) -> Page:
        context = browser.new_context(**{"viewport": {"width": 1400, "height": 900}, "base_url": base, **options})  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        trouble.watch(page, str(options.get("base_url", base)))
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def page(open_page: Callable[..., Page]) -> Page:
    return open_page()
