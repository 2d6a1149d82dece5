"""Renews the pictures in docs/screenshots: `make screenshots`."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page

from app.ingest.samples import read_samples_once
from tests.browser.articles import CLEAN, CLEAN_TITLE, paste, wait_for_chart
from tests.browser.kept import TITLE as STORY_TITLE
from tests.browser.kept import fill_by
from tests.browser.service import chromium, new_library, serving
from timelines.canon.load import load_canon

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "screenshots"
SIZES = {"wide": (1400, 900), "narrow": (390, 844)}
Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")


def desk(page: Page) -> None:
    """The desk with what was read."""
    page.goto("/")


def article(page: Page) -> None:
    """An article with two errors."""
    paste(page)
    wait_for_chart(page)


def selected(page: Page) -> None:
    """The same with one of the errors selected."""
    article(page)
    page.locator("#text-flag-2").click()
    page.mouse.move(1, 1)


def clean(page: Page) -> None:
    """An article without errors."""
    paste(page, CLEAN, title=CLEAN_TITLE, published="2024-11-09")
    wait_for_chart(page)


def table(page: Page) -> None:
    """The table in the place of the chart."""
    article(page)
    page.get_by_role("button", name="Table").click()


def lookup(page: Page) -> None:
    """A question answered."""
    page.goto("/lookup?q=fall+of+the+Berlin+Wall")


def review(page: Page) -> None:
    """The queue of open flags."""
    page.goto("/review")
    page.keyboard.press("j")


def timelines(page: Page) -> None:
    """The kept timelines."""
    page.goto("/timelines")


def timeline(page: Page) -> None:
    """A kept timeline of eight articles."""
    timelines(page)
    page.get_by_role("link", name=STORY_TITLE).click()
    wait_for_chart(page)


def by_participant(page: Page) -> None:
    """A part of it, with lanes by participant."""
    timeline(page)
    page.goto(f"{page.url.partition('?')[0]}?lanes=participant&at=2019")
    wait_for_chart(page)


def story(page: Page) -> None:
    """What happened, in sentences of the articles."""
    timelines(page)
    page.get_by_role("link", name="Its story").click()


def event(page: Page) -> None:
    """An event that sources date differently."""
    timeline(page)
    page.get_by_role("link", name="The dike at Veldhaven broke", exact=True).click()


PICTURES: dict[str, Callable[[Page], None]] = {
    each.__name__: each
    for each in (
        desk,
        article,
        selected,
        clean,
        table,
        lookup,
        review,
        timelines,
        timeline,
        by_participant,
        story,
        event,
    )
}


def take(browser: Browser, base: str, folder: Path) -> None:
    """All pictures in all sizes and colours."""
    for size, (width, height) in SIZES.items():
        for scheme in SCHEMES:
            for name, visit in PICTURES.items():
                context = browser.new_context(
                    base_url=base,
                    viewport={"width": width, "height": height},
                    color_scheme=scheme,
                    reduced_motion="reduce",
                )
                page = context.new_page()
                visit(page)
                page.wait_for_timeout(300)  # the last of the chart's redrawing
                page.screenshot(path=folder / f"{name}-{size}-{scheme}.png")
                context.close()


def main(folder: Path = FOLDER) -> None:
    """Start a service with the samples and take the pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        file = Path(scratch) / "pictures.db"
        with new_library(file, load_canon()) as library, serving(library) as base, chromium() as browser:
            read_samples_once(library, limit=1_000_000)
            fill_by(base)
            take(browser, base, folder)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
