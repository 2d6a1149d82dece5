"""Watched pages: a real service, a real browser, and every complaint of it noted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request

from tests.browser.service import PATIENCE, NoBrowserError, chromium, new_library, serving
from timelines.canon.canon import Canon
from timelines.canon.load import load_canon

_TELL_VIOLATIONS = """
document.addEventListener("securitypolicyviolation", (event) =>
  console.error(`policy violated: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
"""


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
def canon() -> Canon:
    return load_canon().prepare()


@pytest.fixture(scope="session")
def base(canon: Canon, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the service."""
    with new_library(tmp_path_factory.mktemp("browser") / "test.db", canon) as library, serving(library) as address:
        yield address


@pytest.fixture
def empty_base(tmp_path: Path, canon: Canon) -> Iterator[str]:
    """The address of a service in which nothing was read yet."""
    with new_library(tmp_path / "empty.db", canon) as library, serving(library) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    try:
        with chromium() as browser:
            yield browser
    except NoBrowserError as error:
        pytest.fail(str(error), pytrace=False)


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
        page.set_default_timeout(PATIENCE)
        trouble.watch(page, str(options.get("base_url", base)))
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def page(open_page: Callable[..., Page]) -> Page:
    return open_page()
