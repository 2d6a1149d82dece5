"""The flags of articles as an RSS 2.0 feed, for a desk that watches what comes in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from email.utils import format_datetime

from timelines.chronology.calendar import civil
from timelines.chronology.precision import Precision
from timelines.formats.carried import Export, NotCarried, kinds_left
from timelines.formats.hostile import article_address, markup, one_line, web_address
from timelines.model import Article, Flag, Timeline


def timeline_to_rss(timeline: Timeline) -> Export:
    """The feed of one article."""
    article = timeline.article
    return flags_to_rss([timeline], title=f"Flags: {article.title or article.id}", link=article.url)


def flags_to_rss(timelines: Sequence[Timeline], *, title: str, link: str) -> Export:
    """An item for each flag; ``link`` is the page that the feed belongs to."""
    report: list[NotCarried] = []
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<rss version="2.0"><channel>',
        f"<title>{_text(title)}</title>",
        f"<link>{markup(web_address(link) or 'urn:timelines:flags')}</link>",
        "<description>What cannot be true in time.</description>",
    ]
    for timeline in timelines:
        for number, flag in enumerate(timeline.flags, 1):
            lines += _item(timeline.article, flag, number)
        report += kinds_left(timeline, ("flags",))
        if timeline.article.url and not web_address(timeline.article.url):
            report.append(NotCarried(f"article {timeline.article.id}", "its address is not one of the web"))
    return Export("\n".join([*lines, "</channel></rss>"]) + "\n", tuple(report))


def _item(article: Article, flag: Flag, number: int) -> Iterator[str]:
    suggestion = f"<p>Write: {markup(flag.suggestion)}</p>" if flag.suggestion else ""
    # Readers show descriptions as HTML: escaped once for them and once for XML.
    description = f"<p>{markup(flag.message)}</p><blockquote>{markup(flag.quote)}</blockquote>{suggestion}"
    address = article_address(article.id, article.url)
    yield "<item>"
    # Titles are HTML to some readers and text to others; brackets of a text do harm in neither like this.
    yield f"<title>{_text(f'{flag.rule} {flag.name}: {flag.quote}'.replace('<', '‹').replace('>', '›'))}</title>"
    if web_address(article.url):
        yield f"<link>{markup(address)}</link>"
    yield f"<description>{markup(description)}</description>"
    yield f"<category>{_text(flag.family)}</category><category>{flag.severity.value}</category>"
    yield f'<guid isPermaLink="false">{markup(address.partition("#")[0])}#flag-{number}</guid>'
    yield from _date(article)
    yield "</item>"


def _date(article: Article) -> Iterator[str]:
    span = article.published.span
    if span is None or not span.is_instant or span.precision is not Precision.DAY or span.earliest_day is None:
        return
    year, month, day = civil(span.earliest_day)
    # RFC 822 as RSS 2.0 has it: years of four digits.
    if 1000 <= year <= 9999:
        yield f"<pubDate>{format_datetime(datetime(year, month, day, tzinfo=UTC))}</pubDate>"


def _text(text: str) -> str:
    return markup(one_line(text))
