"""What was found in an article as W3C Web Annotations (W3C Recommendation, 23 February 2017), JSON-LD.

Each has two selectors for its words: their position (code points of the text as it was read) and the words themselves
with what stands around them, which still find them where the text has moved.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from timelines.formats.carried import Export, kinds_left
from timelines.formats.hostile import article_address, script_json
from timelines.model import Timeline

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32

Json = dict[str, Any]


def timeline_to_web_annotations(timeline: Timeline) -> Export:
    """A collection of one page: dates, events, names and flags, each annotating its words."""
    article = timeline.article
    source = article_address(article.id, article.url)
    items = [
        {
            "id": f"{source.partition('#')[0]}#{key}",
            "type": "Annotation",
            "motivation": motivation,
            "body": bodies,
            "target": {"source": source, "selector": _selectors(article.text, start, end)},
        }
        for key, motivation, start, end, bodies in _annotations(timeline)
    ]
    collection: Json = {
        "@context": _CONTEXT,
        "id": f"{source.partition('#')[0]}#annotations",
        "type": "AnnotationCollection",
        "label": article.title or article.id,
        "total": len(items),
        "first": {
            "id": f"{source.partition('#')[0]}#annotations-1",
            "type": "AnnotationPage",
            "startIndex": 0,
            "items": items,
        },
    }
    return Export(script_json(collection), tuple(kinds_left(timeline, ("dates", "events", "names", "flags"))))


def _annotations(timeline: Timeline) -> Iterator[tuple[str, str, int, int, list[Json]]]:
    """Key, motivation, start, end and bodies of each."""
    language = timeline.article.language or "en"
    for number, date in enumerate(timeline.expressions, 1):
        bodies = [_words(date.edtf or date.value, "identifying")] if date.edtf or date.value else []
        yield f"date-{number}", "identifying", date.start, date.end, bodies
    for number, name in enumerate(timeline.names, 1):
        bodies = [_words(name.canonical, "identifying"), _words(name.label, "describing", "en")]
        yield f"name-{number}", "identifying", name.start, name.end, bodies
    for event in timeline.events:
        bodies = [_words(event.label, "describing", language)]
        if event.when is not None:
            bodies.append(_words(event.when.edtf, "identifying"))
        if event.placement is not None:
            bodies.append(_words(event.placement.canonical, "linking"))
        yield f"event-{event.id}", "describing", event.start, event.end, bodies
    for number, flag in enumerate(timeline.flags, 1):
        bodies = [_words(f"{flag.rule} {flag.name}", "classifying"), _words(flag.message, "assessing", "en")]
        if flag.suggestion:
            bodies.append(_words(flag.suggestion, "editing", language))
        yield f"flag-{number}", "assessing", flag.start, flag.end, bodies


def _words(value: str, purpose: str, language: str = "") -> Json:
    body = {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}
    return body | {"language": language} if language else body


def _selectors(text: str, start: int, end: int) -> list[Json]:
    return [
        {"type": "TextPositionSelector", "start": start, "end": end},
        {
            "type": "TextQuoteSelector",
            "exact": text[start:end],
            "prefix": text[max(0, start - _AROUND) : start],
            "suffix": text[end : end + _AROUND],
        },
    ]
