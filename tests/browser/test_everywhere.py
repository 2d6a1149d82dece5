"""What holds on every page: accessibility by machine, both colour schemes, the desk's errors, the way around."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Page, expect

from app.ingest.samples import samples
from tests.browser.articles import CLEAN, CLEAN_TITLE, TEXT, paste, wait_for_chart

OpenPage = Callable[..., Page]


def flaws(page: Page) -> list[str]:
    """What axe finds, one line each."""
    found: dict[str, Any] = Axe().run(page).response
    return [
        f"{violation['id']}: {node['target']} {node['failureSummary']}"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1400, 390])
def test_axe_finds_nothing_on_an_article(open_page: OpenPage, scheme: str, width: int) -> None:
    page = open_page(color_scheme=scheme, viewport={"width": width, "height": 900})
    paste(page)
    wait_for_chart(page)
    assert flaws(page) == []
    page.locator("#text-flag-1").click()
    page.locator(".why summary").click()
    assert flaws(page) == []
    page.get_by_role("button", name="Table").click()
    assert flaws(page) == []
    paste(page, CLEAN, title=CLEAN_TITLE, published="2024-11-09")
    wait_for_chart(page)
    assert flaws(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["/", "/lookup", "/lookup?q=Brexit", "/lookup?q=xyzzy", "/rules", "/api"])
def test_axe_finds_nothing_on_a_page(open_page: OpenPage, scheme: str, path: str) -> None:
    page = open_page(color_scheme=scheme)
    page.goto(path)
    assert flaws(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_trouble(open_page: OpenPage, trouble: Any, scheme: str) -> None:
    trouble.expected = lambda words: "404" in words or "422" in words
    page = open_page(color_scheme=scheme)
    page.goto("/nothing")
    expect(page.get_by_role("heading", name="There is nothing here")).to_be_visible()
    assert flaws(page) == []
    page.goto("/")
    page.get_by_role("button", name="Read the article").click()
    expect(page.locator("#text-mistake")).to_be_visible()
    assert flaws(page) == []


def test_a_mistake_keeps_what_was_typed(page: Page, trouble: Any) -> None:
    trouble.expected = lambda words: "422" in words
    page.goto("/")
    page.get_by_label("Article text").fill(TEXT)
    page.get_by_label("Published on").fill("2025-02-30")
    page.get_by_role("button", name="Read the article").click()
    expect(page.locator("#published-mistake")).to_contain_text("2025-02-30")
    expect(page.get_by_label("Article text")).to_have_value(TEXT)
    expect(page.locator("#trouble")).to_be_focused()


def test_the_empty_desk_leads_to_a_sample(open_page: OpenPage, empty_base: str) -> None:
    page = open_page(base_url=empty_base)
    page.goto("/")
    expect(page.get_by_text("Nothing yet.")).to_be_visible()
    page.get_by_role("button", name=samples()[0].title).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(samples()[0].title)
    page.goto("/")
    expect(page.get_by_role("link", name=samples()[0].title)).to_be_visible()


def test_a_file_is_read(page: Page) -> None:
    page.goto("/")
    page.get_by_label("or a file").set_input_files(
        {"name": "news.txt", "mimeType": "text/plain", "buffer": TEXT.encode()}
    )
    page.get_by_role("button", name="Read the article").click()
    expect(page.locator("#text a.flag")).to_have_count(2)


def test_the_colours_can_be_chosen_and_stay(page: Page) -> None:
    page.goto("/")
    paper = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(paper) == "rgb(251, 250, 247)"
    page.get_by_role("button", name="Dark colours").click()
    assert page.evaluate(paper) == "rgb(23, 22, 20)"
    page.goto("/rules")
    assert page.evaluate(paper) == "rgb(23, 22, 20)"
    expect(page.get_by_role("button", name="Dark colours")).to_have_attribute("aria-pressed", "true")


def test_the_keyboard_skips_to_the_content(page: Page) -> None:
    page.goto("/rules")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()


def test_a_question_is_answered_with_a_date(page: Page) -> None:
    page.goto("/")
    page.get_by_label("When was …?").fill("fall of the Berlin Wall")
    page.keyboard.press("Enter")
    expect(page.locator(".answer-when").first).to_have_text("9 November 1989")


def test_on_paper_all_is_there(page: Page) -> None:
    paste(page)
    wait_for_chart(page)
    page.emulate_media(media="print")
    expect(page.get_by_role("table")).to_be_visible()
    expect(page.locator("#chart")).to_be_hidden()
    expect(page.locator(".bar")).to_be_hidden()
    expect(page.locator("#flag-2")).to_be_visible()
