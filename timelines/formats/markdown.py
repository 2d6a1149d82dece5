"""An article as Markdown (CommonMark with footnotes): its text, a footnote at each flag, and the events by time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timelines.chronology.wording import in_words
from timelines.formats.carried import Export, NotCarried, kinds_left
from timelines.formats.events.exported import events_of
from timelines.formats.hostile import one_line
from timelines.model import Flag, Timeline

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&!$@])")
# What makes a list, a heading or code of a line: at its start only.
_BULLET = re.compile(r"(?m)^([ \t]*)([-+=]|\d{1,9}(?=[.)])|:)")
_ADDRESS = re.compile(r"(?i)\b(https?|ftp|www|mailto|xmpp)([:.])")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\u2028\u2029]")


def timeline_to_markdown(timeline: Timeline) -> Export:
    """Whatever stands in the text stays text: no markup, no link, no image comes of it."""
    article = timeline.article
    lines = [f"# {_inline(article.title)}", ""] if article.title else []
    published = article.published
    if published.span is not None:
        known = "" if published.origin == "given" else f" ({published.origin})"
        lines += [f"Published: {in_words(published.span)}{known}", ""]
    lines += [_with_marks(article.text, timeline.flags), ""]
    for number, flag in enumerate(timeline.flags, 1):
        lines.append(f"[^{number}]: {_told(flag)}")
    if timeline.flags:
        lines.append("")
    report: list[NotCarried] = []
    dated = []
    for event in events_of(timeline).by_time:
        if event.span is None:
            report.append(NotCarried(event.row, "it has no date to be listed by"))
        else:
            dated.append(f"- {_inline(in_words(event.span))}: {_inline(event.label)}")
    if dated:
        lines += ["## Events", "", *dated, ""]
    report += kinds_left(timeline, ("events", "flags"))
    return Export("\n".join(lines), tuple(report))


def _with_marks(text: str, flags: tuple[Flag, ...]) -> str:
    """The text, escaped as a whole line by line, with the footnotes' marks after the words to change."""
    pieces, done = [], 0
    ends = sorted((flag.end, number) for number, flag in enumerate(flags, 1))
    # A sign that no text holds, because _escaped takes it out, keeps the place of each mark.
    for end, _ in ends:
        pieces.append(_CONTROL.sub(" ", text[done:end]))
        pieces.append("\x00")
        done = end
    pieces.append(_CONTROL.sub(" ", text[done:]))
    escaped = _escaped("".join(pieces)).split("\x00")
    marks = [f"[^{number}]" for _, number in ends]
    return "".join(part + mark for part, mark in zip(escaped, [*marks, ""], strict=True))


def _told(flag: Flag) -> str:
    told = f"**{flag.rule} {_inline(flag.name)}**, {flag.severity.value}: {_inline(flag.message)}"
    if flag.suggestion:
        told += f" Write “{_inline(flag.suggestion)}”."
    sources = dict.fromkeys(_inline(": ".join(p for p in (s.label, s.when) if p)) for s in flag.evidence)
    return f"{told} Because: {'; '.join(sources)}." if sources else told


def _inline(text: str) -> str:
    return _escaped(one_line(text))


def _escaped(text: str) -> str:
    text = "\n".join(_lines(_SPECIAL.sub(r"\\\1", text)))
    # A backslash before a digit is no escape; before the point after it, it is.
    text = _BULLET.sub(lambda found: found[1] + _first(found[2]), text)
    text = re.sub(r"(?m)^(\d{1,9})([.)])", r"\1\\\2", text)
    # Many renderers make links of bare addresses.
    return _ADDRESS.sub(r"\1\\\2", text)


def _first(sign: str) -> str:
    return sign if sign.isdigit() else f"\\{sign}"


def _lines(text: str) -> Iterator[str]:
    """Without the spaces at the start that would make code of a line."""
    return (line.strip(" \t") for line in text.split("\n"))
