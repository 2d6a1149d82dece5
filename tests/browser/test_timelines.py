"""Kept timelines in a real browser: look, zoom, decide, read the story; accessible in both colour schemes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.articles import wait_for_chart
from tests.browser.kept import TITLE, fill_by
from tests.browser.service import new_library, serving
from tests.browser.test_everywhere import flaws
from timelines.canon.canon import Canon

OpenPage = Callable[..., Page]


@pytest.fixture(scope="module")
def kept_base(canon: Canon, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A service of its own: what is decided here is no concern of other tests."""
    with new_library(tmp_path_factory.mktemp("kept") / "kept.db", canon) as library, serving(library) as address:
        yield address


@pytest.fixture(scope="module")
def kept(kept_base: str) -> str:
    """The address of the timeline."""
    return f"/timelines/{fill_by(kept_base)}"


def opened(open_page: OpenPage, kept_base: str, kept: str, **options: object) -> Page:
    page = open_page(base_url=kept_base, **options)
    page.goto(kept)
    wait_for_chart(page)
    return page


def rows(page: Page) -> int:
    return page.locator("#events tbody tr").count()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1400, 390])
def test_axe_finds_nothing(open_page: OpenPage, kept_base: str, kept: str, scheme: str, width: int) -> None:
    page = opened(open_page, kept_base, kept, color_scheme=scheme, viewport={"width": width, "height": 900})
    page.locator(".decide summary").first.click()
    page.locator(".edit summary").click()
    assert flaws(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    event = page.locator(".told td a[href^='/events/']").nth(2).get_attribute("href")
    for path in ("/timelines", f"{kept}/story", event):
        page.goto(str(path))
        assert flaws(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_keys_zoom_and_the_list_follows(open_page: OpenPage, kept_base: str, kept: str) -> None:
    page = opened(open_page, kept_base, kept)
    everything = rows(page)
    page.locator("#chart").focus()
    for _ in range(4):
        before = page.url
        page.keyboard.press("+")
        page.wait_for_url(lambda url, before=before: url != before)  # type: ignore[misc]
    expect(page.locator("#announce")).to_contain_text("on the whole timeline")
    expect(page.locator("#events tbody tr")).not_to_have_count(everything)
    fewer = rows(page)
    page.reload()
    wait_for_chart(page)
    assert rows(page) == fewer, "the address holds the part of time"
    page.locator("#chart").focus()
    page.keyboard.press("0")
    expect(page.locator("#events tbody tr")).to_have_count(everything)


def test_the_wheel_keeps_the_day_under_the_pointer(open_page: OpenPage, kept_base: str, kept: str) -> None:
    page = opened(open_page, kept_base, kept)
    box = page.locator("#chart").bounding_box()
    assert box is not None
    x = box["x"] + box["width"] * 0.7
    day = f"(c => c._fullLayout.xaxis.p2d({x} - c.getBoundingClientRect().left - c._fullLayout.xaxis._offset))"
    day_there = f"{day}(document.getElementById('chart'))"
    before = page.evaluate(day_there)
    address = page.url
    page.mouse.move(x, box["y"] + box["height"] / 2)
    page.mouse.wheel(0, -240)
    page.wait_for_url(lambda url: url != address)
    assert abs(page.evaluate(day_there) - before) < 3


def test_lanes_filter_and_date_go_by_the_form(open_page: OpenPage, kept_base: str, kept: str) -> None:
    page = opened(open_page, kept_base, kept)
    page.get_by_label("Lanes").select_option("place")
    expect(page).to_have_url(re.compile("lanes=place"))
    wait_for_chart(page)
    expect(page.locator("#chart")).to_contain_text("Utrecht")
    page.get_by_label("Filter").fill("report")
    page.get_by_label("Go to").fill("2020-03")
    page.get_by_role("button", name="Show", exact=True).click()
    wait_for_chart(page)
    expect(page.locator("#events tbody tr").first).to_contain_text("report")


def test_a_mark_is_chosen(open_page: OpenPage, kept_base: str, kept: str) -> None:
    page = opened(open_page, kept_base, kept)
    page.locator("#chart .points path.point").first.click(force=True)
    page.wait_for_timeout(300)
    expect(page.locator("#chosen")).to_contain_text("Open")
    expect(page.locator("#events tr.selected")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(page.locator("#chosen")).to_be_hidden()


@pytest.mark.parametrize("scripts", [True, False])
def test_a_decision_and_its_undoing(open_page: OpenPage, kept_base: str, kept: str, scripts: bool) -> None:
    page = open_page(base_url=kept_base, java_script_enabled=scripts)
    page.goto(kept)
    everything = rows(page)
    page.locator(".decide summary").first.click()
    page.get_by_role("button", name="Hide from this timeline").first.click()
    expect(page.locator(".done")).to_contain_text("Done.")
    expect(page.locator("#events tbody tr")).to_have_count(everything - 1)
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#events tbody tr")).to_have_count(everything)


def test_a_timeline_is_made_and_its_story_told(open_page: OpenPage, kept_base: str, kept: str) -> None:
    page = open_page(base_url=kept_base)
    page.goto("/timelines")
    expect(page.get_by_role("link", name=TITLE)).to_be_visible()
    page.get_by_label("Title").fill("Hearings")
    page.get_by_label("Words").fill("testified")
    page.get_by_role("button", name="Make the timeline").click()
    wait_for_chart(page)
    assert rows(page) == 2
    page.get_by_role("link", name="Tell the story").click()
    page.get_by_label("Days, at most").fill("3")
    page.get_by_role("button", name="Tell the story").click()
    expect(page.locator(".days section")).to_have_count(3)
