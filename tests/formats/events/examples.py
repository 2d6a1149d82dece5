"""Lists of events as they come, and as somebody who means harm would write them."""

from __future__ import annotations

from datetime import UTC, datetime

from timelines.chronology.edtf import parse_edtf
from timelines.formats.events.exported import EventList, ExportedEvent

STAMP = datetime(2025, 9, 5, 12, tzinfo=UTC)

TIMES = (
    "-0043-03-15", "Y17000", "0800-12-25", "12XX", "1914-07-28/1918-11-11", "196X", "1984~", "1989-11-09",
    "1989-11", "2001-21", "2004-06-11?", "2022-02-24/..", "2024-06-03T14:30", "2025-09-04T10:00Z", "../1990", "2025",
)  # fmt: skip

ATTACKS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</script></title></text></svg><script>alert(1)</script>",
    "]]><script>alert(1)</script>",
    "javascript:alert(1)",
    "=HYPERLINK(\"http://evil.example\")",
    "+1+1", "-1+1", "@SUM(A1)", "\t=1", "'=1", "＝1+1",
    "line\r\nEND:VEVENT\r\nATTACH:http://evil.example/\r\nX:y",
    "semi;colon,comma\\backslash",
    "bell\x07 and escape\x1b[31m",
    "right\u202eleft \u2028 line",
    "&lt;b&gt; &amp;amp; &#60;",
    "![x](http://evil.example/i.png) [a](javascript:alert(1)) `code` *bold*",
)  # fmt: skip


def dated(*times: str) -> EventList:
    """An event for each time, and one without."""
    made = [ExportedEvent(f"e{number}", f"Event {number}", parse_edtf(time)) for number, time in enumerate(times)]
    return EventList("l1", "A list", (*made, ExportedEvent("none", "Undated", None)))


def full() -> EventList:
    """All fields filled."""
    event = ExportedEvent(
        id="9f86d081884c7d",
        label="Opening of the bridge",
        span=parse_edtf("2024-06-03"),
        place="Oslo",
        participants=("Carla Bruno", "King Harald"),
        sources=("news.example", "other.example"),
        note="In the rain.",
        url="https://news.example/bridge?a=1&b=2",
    )
    return EventList("l2", "Bridges", (event,), "What was built.")


def hostile() -> EventList:
    """Each attack in every field."""
    events = tuple(
        ExportedEvent(
            id=f"{number}{attack}",
            label=attack,
            span=parse_edtf("2024-06-03"),
            place=attack,
            participants=(attack,),
            sources=(attack,),
            note=attack,
            url=f"javascript:{attack}",
        )
        for number, attack in enumerate(ATTACKS)
    )
    return EventList(ATTACKS[0], ATTACKS[2], events, ATTACKS[1])
