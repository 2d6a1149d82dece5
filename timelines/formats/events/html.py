"""One HTML file of a list of events: the chart and a table. No script, nothing is fetched, so it works offline."""

from __future__ import annotations

from collections.abc import Iterator

from timelines.chronology.wording import in_words
from timelines.drawing.theme import THEMES, Theme
from timelines.formats.carried import Export, NotCarried
from timelines.formats.events.exported import EventList, ExportedEvent, has_place
from timelines.formats.events.svg import events_to_svg
from timelines.formats.hostile import markup, web_address

# What slips through the escaping must still not run, load or send anything.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_HEADINGS = ("When", "What", "Where", "Who", "Told by")


def events_to_html(events: EventList) -> Export:
    """All events stand in the table, those without a time last; the chart has those with one."""
    report = [
        NotCarried(each.row, "its address is not one of the web and no link")
        for each in events.events
        if each.url and not web_address(each.url)
    ]
    return Export("\n".join(_lines(events)) + "\n", tuple(report))


def _lines(events: EventList) -> Iterator[str]:
    title = markup(events.title)
    yield "<!doctype html>"
    yield f'<html lang="{markup(events.language)}">'
    yield '<head><meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{title}</title>"
    yield f"<style>{_style()}</style></head>"
    yield f"<body><main><h1>{title}</h1>"
    if events.description:
        yield f"<p>{markup(events.description)}</p>"
    if any(has_place(event.span) for event in events.events):
        chart = events_to_svg(events, heading=False).content
        yield f'<figure tabindex="0" role="region" aria-label="Chart">{chart}</figure>'
    yield f"<table><caption>{len(events.events):,} events by time</caption>"
    yield "<thead><tr>" + "".join(f'<th scope="col">{name}</th>' for name in _HEADINGS) + "</tr></thead><tbody>"
    for event in events.by_time:
        yield _row(event)
    yield "</tbody></table></main></body></html>"


def _row(event: ExportedEvent) -> str:
    when = "unknown"
    if event.span is not None:
        when = f'<span title="{markup(event.span.edtf)}">{markup(in_words(event.span))}</span>'
    address = web_address(event.url)
    label = markup(event.label)
    what = f'<a href="{markup(address)}" rel="noopener noreferrer">{label}</a>' if address else label
    if event.note:
        what += f"<br><small>{markup(event.note)}</small>"
    others = (event.place, ", ".join(event.participants), ", ".join(event.sources))
    cells = [when, what, *(markup(each) for each in others)]
    return "<tr>" + "".join(f"<td>{each}</td>" for each in cells) + "</tr>"


def _style() -> str:
    dark = f"@media (prefers-color-scheme:dark){{{_colours(THEMES['dark'])}}}"
    return (
        "body{font:16px/1.5 system-ui,sans-serif;margin:0}main{max-width:64rem;margin:0 auto;padding:1rem}"
        "figure{margin:1rem 0;overflow-x:auto}table{border-collapse:collapse;width:100%}"
        "caption{text-align:left;padding:.5rem 0}th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;"
        "border-top:1px solid;overflow-wrap:anywhere}" + _colours(THEMES["light"]) + dark
    )


def _colours(theme: Theme) -> str:
    return (
        f"body{{background:{theme.paper};color:{theme.ink}}}a{{color:{theme.accent}}}"
        f"th,td{{border-color:{theme.hairline}}}small,caption{{color:{theme.secondary}}}"
    )
