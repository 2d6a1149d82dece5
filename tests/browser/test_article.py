"""The main job: paste an article, see its errors, understand and correct them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.articles import CLEAN, CLEAN_TITLE, TEXT, paste, wait_for_chart
from tests.browser.conftest import Trouble

OpenPage = Callable[..., Page]


def test_a_pasted_article_shows_both_errors(page: Page) -> None:
    paste(page)
    flags = page.locator("#text a.flag.error")
    expect(flags).to_have_count(2)
    expect(flags.nth(0)).to_contain_text("reelected in January 2025")
    expect(flags.nth(1)).to_contain_text("seventh year")
    cards = page.locator(".card")
    expect(cards).to_have_count(2)
    expect(cards.nth(0)).to_contain_text("5 November 2024")
    expect(cards.nth(1)).to_contain_text("24 February 2022")
    expect(cards.nth(1).locator("ins")).to_have_text("fourth year")
    expect(page.locator(".heading .verdict")).to_have_text("2 errors")


def test_the_inferred_date_is_shown_with_its_reasons(page: Page) -> None:
    paste(page)
    heading = page.locator(".why summary")
    expect(heading).to_contain_text("published ~4 Sep")
    reasons = page.locator(".reasons li")
    expect(reasons.first).to_be_hidden()
    heading.click()
    expect(reasons.first).to_be_visible()


def test_the_chart_draws_wrong_claims_hollow_with_arrows(page: Page) -> None:
    paste(page)
    wait_for_chart(page)
    expect(page.locator("#chart .annotation-arrow-g")).to_have_count(2)
    drawn = page.evaluate(
        "document.getElementById('chart').data.filter(t => t.name === 'wrong' || t.name === 'outline').length"
    )
    assert drawn >= 1
    expect(page.locator("#chart")).to_contain_text("seventh year")
    expect(page.get_by_text("Share chart")).to_have_count(0)
    expect(page.locator(".modebar-btn, .modebar a")).to_have_count(0)


def test_a_flag_selected_by_mouse_is_selected_everywhere(page: Page) -> None:
    paste(page)
    wait_for_chart(page)
    page.locator("#text a.flag").nth(1).click()
    expect(page.locator("#text a.flag").nth(1)).to_contain_class("selected")
    expect(page.locator("#flag-2")).to_contain_class("selected")
    assert page.url.endswith("#flag-2")
    assert dimmed(page, "flag-1") == "0.25"
    assert dimmed(page, "flag-2") == "1"
    page.locator("#flag-1 h3").click()
    expect(page.locator("#flag-2")).not_to_contain_class("selected")
    expect(page.locator("#text-flag-1")).to_contain_class("selected")
    assert page.url.endswith("#flag-1")
    page.keyboard.press("Escape")
    expect(page.locator(".selected")).to_have_count(0)
    assert "#" not in page.url


def test_a_flag_selected_by_keyboard_is_read_and_left_again(page: Page) -> None:
    paste(page)
    wait_for_chart(page)
    page.locator("#text-flag-1").focus()
    page.keyboard.press("Tab")
    expect(page.locator("#text-flag-2")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#flag-2")).to_be_focused()
    expect(page.locator("#announce")).to_have_text("Flag 2 of 2 selected.")
    page.keyboard.press("Escape")
    expect(page.locator("#text-flag-2")).to_be_focused()
    expect(page.locator(".selected")).to_have_count(0)


def test_a_flag_selected_on_the_chart_is_selected_in_text_and_list(page: Page) -> None:
    paste(page)
    wait_for_chart(page)
    x, y = page.evaluate(
        """() => {
          const chart = document.getElementById("chart");
          const trace = chart.data.find((t) => (t.customdata || []).some((keys) => keys.includes("flag-1"))
            && t.name === "wrong");
          const i = trace.customdata.findIndex((keys) => keys.includes("flag-1"));
          const area = chart.querySelector(".nsewdrag").getBoundingClientRect();
          const { xaxis, yaxis } = chart._fullLayout;
          return [area.left + xaxis.d2p(trace.x[i]), area.top + yaxis.d2p(trace.y[i])];
        }"""
    )
    page.mouse.move(x, y)
    page.mouse.click(x, y)
    expect(page.locator("#text-flag-1")).to_contain_class("selected")
    expect(page.locator("#flag-1")).to_contain_class("selected")


def test_the_address_holds_the_selection(page: Page) -> None:
    paste(page)
    page.goto(f"{page.url}#flag-2")
    page.reload()
    expect(page.locator("#flag-2")).to_contain_class("selected")


def test_the_table_shows_the_same(page: Page) -> None:
    paste(page)
    wait_for_chart(page)
    switch = page.get_by_role("button", name="Table")
    switch.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#chart")).to_be_hidden()
    table = page.get_by_role("table")
    expect(table).to_be_visible()
    expect(table.get_by_role("row", name="“seventh year”")).to_contain_text("flagged")
    expect(table.get_by_role("row", name="24 Feb 2022 onwards Russian invasion")).to_have_count(1)
    table.get_by_role("link", name="“seventh year”").click()
    expect(page.locator("#flag-2")).to_contain_class("selected")
    page.get_by_role("button", name="Chart").click()
    expect(page.locator("#chart")).to_be_visible()


def test_a_correction_can_be_copied(page: Page, base: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=base)
    paste(page)
    page.get_by_role("button", name="Copy “fourth year”").click()
    expect(page.locator("#announce")).to_have_text("Copied: fourth year")
    assert page.evaluate("navigator.clipboard.readText()") == "fourth year"


def test_zooming_redraws_with_finer_ticks(page: Page) -> None:
    paste(page)
    wait_for_chart(page)
    for _ in range(3):
        before = shown(page)
        page.get_by_role("button", name="Zoom in").click()
        page.wait_for_function("before => document.getElementById('chart').layout.xaxis.range[0] > before", arg=before)
    page.get_by_role("button", name="All").click()
    page.wait_for_function("before => document.getElementById('chart').layout.xaxis.range[0] < before", arg=before)


def test_a_clean_article_says_so(page: Page) -> None:
    paste(page, CLEAN, title=CLEAN_TITLE, published="2024-11-09")
    expect(page.locator(".clean")).to_contain_text("No temporal errors found.")
    expect(page.locator("#text a.flag")).to_have_count(0)
    wait_for_chart(page)


def test_it_can_be_read_without_scripts(open_page: OpenPage) -> None:
    page = open_page(java_script_enabled=False)
    paste(page)
    expect(page.get_by_role("table")).to_be_visible()
    expect(page.locator("#chart")).to_be_hidden()
    expect(page.get_by_role("button", name="Copy")).to_have_count(0)
    page.locator("#text-flag-2").click()
    assert page.url.endswith("#flag-2")
    expect(page.locator("#flag-2")).to_be_in_viewport()


def test_without_the_chart_the_table_stands_in(page: Page, trouble: Trouble) -> None:
    trouble.expected = lambda words: "503" in words
    page.route("**/figure.json*", lambda route: route.fulfill(status=503))
    paste(page)
    expect(page.get_by_role("table")).to_be_visible()
    expect(page.locator("#announce")).to_contain_text("the table shows the same")


@pytest.mark.parametrize("width", [390, 320])
def test_nothing_is_wider_than_a_phone(open_page: OpenPage, width: int) -> None:
    page = open_page(viewport={"width": width, "height": 800}, has_touch=True, is_mobile=True)
    paste(page)
    wait_for_chart(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.locator("#text-flag-1").click()
    expect(page.locator("#flag-1")).to_be_in_viewport()
    page.get_by_role("button", name="Close the card").first.click()
    expect(page.locator(".card.selected")).to_have_count(0)


def test_hostile_words_do_nothing(page: Page) -> None:
    hostile = TEXT.replace("Thirty", "<script>alert(1)</script><img src=x onerror=alert(2)>Thirty", 1)
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    paste(page, hostile, title="<b onclick=alert(3)>Bold</b>")
    wait_for_chart(page)
    expect(page.locator("#text img, #text script, h1 b")).to_have_count(0)
    expect(page.locator("#text")).to_contain_text("<script>alert(1)</script>")


def dimmed(page: Page, key: str) -> str:
    """The opacity of a flag's arrow."""
    page.wait_for_timeout(100)
    return str(
        page.evaluate(
            "key => { const notes = document.getElementById('chart').layout.annotations;"
            " return String(notes.find((note) => note.name === key).opacity); }",
            key,
        )
    )


def shown(page: Page) -> float:
    return float(page.evaluate("document.getElementById('chart').layout.xaxis.range[0]"))


def test_two_flags_in_one_line_have_two_numbers_in_the_margin(page: Page) -> None:
    paste(page, "The war in Ukraine, in its seventh year, is in its ninth year.", published="2025-09-05")
    numbers = page.locator(".margin-number")
    expect(numbers).to_have_count(2)
    first, second = numbers.nth(0).bounding_box(), numbers.nth(1).bounding_box()
    assert first is not None
    assert second is not None
    assert second["y"] >= first["y"] + first["height"]
