"""The JSON of ``timeline_to_json`` as the engine's nouns again; writing those gives the same JSON."""

from __future__ import annotations

from typing import Any, get_args

from timelines.chronology.edtf import parse_edtf
from timelines.chronology.span import Span
from timelines.errors import InputError
from timelines.model import (
    Article,
    Claim,
    Event,
    Evidence,
    Expression,
    Flag,
    Modality,
    Name,
    Notice,
    Placement,
    Published,
    PublishedOrigin,
    Severity,
    Timeline,
    TimexType,
)

Json = dict[str, Any]

_EVIDENCE = ("canon", "text", "calendar", "published", "article")


def timeline_from_json(document: Json, *, text: str = "") -> Timeline:
    """The timeline of a text, which the JSON does not hold. Raises InputError where it is something else.

    Of claims it has what the JSON has: their words and their meaning, not their bounds.
    """
    try:
        return _timeline(document, text)
    except KeyError as error:
        raise InputError(f"This is not the JSON of a timeline: it has no {error}.", field="timeline") from None
    except (TypeError, ValueError, AttributeError, IndexError) as error:
        raise InputError(f"This is not the JSON of a timeline: {error}.", field="timeline") from None


def flag_from_json(each: Json) -> Flag:
    """A flag from its JSON."""
    return Flag(
        rule=each["rule"],
        name=each["name"],
        family=each["family"],
        severity=Severity(each["severity"]),
        confidence=each["confidence"],
        start=_offset(each["start"]),
        end=_offset(each["end"]),
        quote=each["quote"],
        message=each["message"],
        suggestion=each["suggestion"],
        claimed=each["claimed"],
        expected=each["expected"],
        evidence=tuple(
            Evidence(
                kind=_one_of(step["kind"], _EVIDENCE),
                id=step["id"],
                label=step["label"],
                when=step["when"],
                source=step["source"],
                start=step.get("start"),
                end=step.get("end"),
            )
            for step in each["evidence"]
        ),
        claimed_span=_when(each.get("claimed_when")),
        expected_span=_when(each.get("expected_when")),
    )


def _timeline(document: Json, text: str) -> Timeline:
    article = document["article"]
    published = article["published"]
    known = {each["id"]: each["as_of"] or "" for each in document.get("known", ())}
    return Timeline(
        article=Article(
            id=article["id"],
            text=text,
            title=article["title"],
            url=article.get("url", ""),
            language=article["language"],
            published=Published(
                _span(published["edtf"]),
                _one_of(published["origin"], get_args(PublishedOrigin)),
                tuple(published.get("reasons", ())),
            ),
        ),
        expressions=tuple(_expression(each) for each in document["expressions"]),
        names=tuple(_name(each, known) for each in document.get("names", ())),
        unknown=tuple(Name(*_words(each), each["text"], "", "") for each in document.get("unknown", ())),
        events=tuple(_event(each) for each in document["events"]),
        claims=tuple(_claim(each) for each in document.get("claims", ())),
        flags=tuple(flag_from_json(each) for each in document["flags"]),
        canon_as_of=document.get("canon", {}).get("as_of", ""),
        suppressed=tuple(flag_from_json(each) for each in document.get("suppressed", ())),
        notices=tuple(Notice(*_words(each), each["message"]) for each in document.get("notices", ())),
    )


def _words(each: Json) -> tuple[int, int]:
    return _offset(each["start"]), _offset(each["end"])


def _offset(value: Any) -> int:
    if type(value) is not int or value < 0:
        raise ValueError(f"{value!r} is no place in a text")
    return value


def _one_of(value: Any, allowed: tuple[str, ...]) -> Any:
    if value not in allowed:
        raise ValueError(f"{value!r} is none of {', '.join(allowed)}")
    return value


def _span(edtf: str | None) -> Span | None:
    return parse_edtf(edtf) if edtf else None


def _when(span: Json | None) -> Span | None:
    return _span(span["edtf"]) if span else None


def _expression(each: Json) -> Expression:
    return Expression(
        start=_offset(each["start"]),
        end=_offset(each["end"]),
        text=each["text"],
        type=_one_of(each["type"], get_args(TimexType)),
        value=each["value"],
        span=_span(each["edtf"]),
        resolution=each.get("resolution", ""),
        modifier=each.get("modifier"),
    )


def _name(each: Json, known: dict[str, str]) -> Name:
    canonical = each["canonical"]
    return Name(*_words(each), each["text"], canonical, each["label"], known.get(canonical, ""))


def _event(each: Json) -> Event:
    placement = each.get("placement") or {}
    canonical = each["canonical"]
    return Event(
        id=each["id"],
        start=_offset(each["start"]),
        end=_offset(each["end"]),
        trigger=(_offset(each["trigger"][0]), _offset(each["trigger"][1])),
        label=each["label"],
        sentence=(_offset(each["sentence"][0]), _offset(each["sentence"][1])),
        when=_when(each["when"]),
        anchor=each.get("anchor", ""),
        participants=tuple(each["participants"]),
        place=each["place"],
        modality=Modality(each["modality"]),
        confidence=each["confidence"],
        placement=Placement(canonical, placement.get("score", 0.0), placement.get("reason", "")) if canonical else None,
    )


def _claim(each: Json) -> Claim:
    return Claim(
        id=each.get("id", ""),
        kind=each["kind"],
        start=_offset(each["start"]),
        end=_offset(each["end"]),
        text=each["text"],
        about=each["about"],
        says=each["says"],
        sentence=(each["start"], each["end"]),
        modality=Modality(each.get("modality", "asserted")),
    )
