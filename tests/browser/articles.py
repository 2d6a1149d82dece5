"""Articles of our own with typical temporal errors, and ways to hand them in."""

from __future__ import annotations

from playwright.sync_api import Page, expect

TITLE = "Thirty governments promise to guard a ceasefire"

TEXT = """\
Thirty governments promised to guard a future ceasefire in Ukraine, but several of them will not send a single soldier.

The pledge came out of a meeting on September 4 at the Elysee Palace in Paris. French President Emmanuel Macron and \
British Prime Minister Keir Starmer led the talks. German Chancellor Friedrich Merz and Italian Prime Minister Giorgia \
Meloni followed them on screens.

U.S. President Donald Trump, who was reelected in January 2025, spoke with the leaders by telephone afterwards.

As the war in Ukraine enters its seventh year, the question of who would keep the peace is no nearer to an answer. \
The full-scale invasion began in February 2022. In March 2014 Russia had already annexed Crimea.

The defence ministers plan to meet again in October.
"""

CLEAN_TITLE = "An evening at the Brandenburg Gate"

CLEAN = """\
The Berlin Wall fell on 9 November 1989. Eleven months later, on 3 October 1990, the two German states were reunited.

In June 1987 President Ronald Reagan had asked Mikhail Gorbachev in Berlin to tear down the Wall. \
The Soviet Union was dissolved in December 1991.
"""


def paste(page: Page, text: str = TEXT, *, title: str = TITLE, published: str = "") -> None:
    """Hand the text in on the desk and wait for its page."""
    page.goto("/")
    page.get_by_label("Article text").fill(text)
    page.get_by_label("Title").fill(title)
    page.get_by_label("Published on").fill(published)
    page.get_by_role("button", name="Read the article").click()
    expect(page).to_have_title(f"{title} · Timelines")
    page.wait_for_load_state()


def wait_for_chart(page: Page) -> None:
    """Until plotly has drawn and the page has wired it."""
    expect(page.locator("#chart.drawn .main-svg").first).to_be_visible()
