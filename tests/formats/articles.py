"""An article with every kind of find, and one whose every text means harm."""

from __future__ import annotations

from dataclasses import replace

from tests.drawing.examples import flagged_timeline
from tests.formats.events.examples import ATTACKS
from timelines.chronology.edtf import parse_edtf
from timelines.model import Claim, Event, Evidence, Expression, Name, Notice, Placement, Published, Timeline


def complete() -> Timeline:
    """Also claims, notices, suppressed flags, placements, unknown names."""
    timeline = flagged_timeline()
    text = timeline.article.text
    claim = Claim("c1", "ordinal-period", *_at(text, "seventh year"), "seventh year", "event/x", "It is.", (0, 10))
    first = replace(timeline.events[0], placement=Placement("event/oslo", 0.9, "same day and place"), place="Oslo")
    return replace(
        timeline,
        article=replace(timeline.article, url="https://news.example/oslo?a=1&b=2"),
        events=(first, *timeline.events[1:]),
        claims=(claim,),
        suppressed=timeline.flags[:1],
        notices=(Notice(0, 6, "This comment is wrong."),),
        unknown=(Name(*_at(text, "Ankara"), "Ankara", "", ""),),
        names=tuple(replace(name, as_of="2025-11") for name in timeline.names),
    )


def hostile() -> Timeline:
    """The attacks stand one a line in the text and in every field."""
    text = "\n".join(ATTACKS)
    template = flagged_timeline().flags[0]
    timeline = Timeline(
        article=replace(
            flagged_timeline().article,
            id=ATTACKS[0],
            text=text,
            title=ATTACKS[2],
            url="javascript:alert(1)",
            published=Published(parse_edtf("2025-09-05"), "given", ATTACKS),
        )
    )
    start = 0
    for number, attack in enumerate(ATTACKS):
        end = start + len(attack)
        when = parse_edtf("2024-06-03")
        event = Event(f"e{number}", start, end, (end, end), attack, (start, end), when, attack, (attack,), attack)
        flag = replace(
            template,
            start=start,
            end=end,
            quote=attack,
            message=attack,
            suggestion=attack,
            claimed=attack,
            expected=attack,
            evidence=(Evidence("canon", attack, attack, attack, attack),),
        )
        timeline = replace(
            timeline,
            expressions=(*timeline.expressions, Expression(start, end, attack, "DATE", attack, when, modifier=attack)),
            events=(*timeline.events, event),
            flags=(*timeline.flags, flag),
        )
        start = end + 1
    return timeline


def _at(text: str, words: str) -> tuple[int, int]:
    return text.index(words), text.index(words) + len(words)
