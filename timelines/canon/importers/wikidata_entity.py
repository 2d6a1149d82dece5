"""One item of Wikidata, in the JSON of its dumps, as a fact.

See https://www.mediawiki.org/wiki/Wikibase/DataModel/JSON. Of the statements of a property the preferred ones count,
or else the normal ones, never deprecated ones; offices held (P39) count whether preferred or normal, because
"preferred" marks the present one there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from timelines.canon.importers.entity import Dates, fact_of
from timelines.canon.importers.wikidata_classes import CLASSES, OFFICE_CLASSES
from timelines.canon.importers.wikidata_time import WikidataTime, read_time
from timelines.canon.packs.writer import Entry
from timelines.canon.schema import Term
from timelines.chronology.span import Span

_QID: Final = re.compile(r"Q[1-9]\d*")
_LANGUAGES: Final = ("en", "mul", "en-gb", "en-us", "en-ca")
"""English, and "mul": names that are the same in all languages."""
_MOST_NAMES: Final = 24
_LONGEST_NAME: Final = 120
_GENDERS: Final = {"Q6581097": "m", "Q6581072": "f", "Q1052281": "f", "Q2449503": "m", "Q48270": "x"}
_MOST_PARTICIPANTS: Final = 40

_POINT, _START, _END, _BORN, _DIED = "P585", "P580", "P582", "P569", "P570"
_INCEPTION, _DISSOLVED, _PUBLISHED = "P571", "P576", "P577"
_INSTANCE_OF, _SUBCLASS_OF, _OFFICE_HELD, _ORDINAL = "P31", "P279", "P39", "P1545"
_PARTICIPANTS: Final = ("P991", "P710", "P1923", "P726", "P1346")
"""Successful candidate, participant, participating team, candidate, winner."""


def read_entity(entity: Mapping[str, Any], as_of: str) -> Entry | None:
    """The fact of an item; None for what has no name in English, no date, or is of no known kind.

    ``as_of`` is taken where the item does not say when it was last changed. Raises ValueError for what is no item
    or contradicts itself.
    """
    item, kind = entity.get("id"), entity.get("type", "item")
    if not isinstance(item, str):
        raise ValueError("an item without an id")
    if kind != "item" or _QID.fullmatch(item) is None:
        return None
    claims = entity.get("claims") or {}
    if not isinstance(claims, dict):
        raise ValueError(f"{item}: claims are no object")
    label = _label(entity)
    if not label:
        return None
    sort = _sort(claims)
    if sort is None:
        return None
    modified = str(entity.get("modified", ""))[:7]
    fact = fact_of(
        item=item,
        label=label,
        names=_names(entity, label),
        sort=sort,
        dates=_dates(claims),
        terms=_terms(claims),
        as_of=modified or as_of,
        gender=next((_GENDERS.get(value) for value in _items(claims, "P21")), None),
        office=next(iter(_items(claims, "P541")), None),
        country=next(iter((*_items(claims, "P1001"), *_items(claims, "P17"))), None),
        part_of=next(iter(_items(claims, "P361")), None),
        participants=_participants(claims),
    )
    sitelinks = entity.get("sitelinks") or {}
    wikipedias = sum(name.endswith("wiki") and name != "commonswiki" for name in sitelinks)
    return Entry(fact, wikipedias) if fact is not None else None


def _label(entity: Mapping[str, Any]) -> str:
    labels = entity.get("labels") or {}
    for language in _LANGUAGES:
        if language in labels:
            return " ".join(str(labels[language]["value"]).split())[:_LONGEST_NAME]
    return ""


def _names(entity: Mapping[str, Any], label: str) -> tuple[str, ...]:
    aliases = entity.get("aliases") or {}
    found = [label]
    for language in _LANGUAGES[:2]:
        for alias in aliases.get(language, ()):
            name = " ".join(str(alias["value"]).split())
            if 1 < len(name) <= _LONGEST_NAME:
                found.append(name)
    return tuple(dict.fromkeys(found))[:_MOST_NAMES]


def _sort(claims: Mapping[str, Any]) -> tuple[str, str] | None:
    classes = _items(claims, _INSTANCE_OF)
    for item in classes:
        if item in CLASSES:
            return CLASSES[item]
    if any(item in OFFICE_CLASSES for item in _items(claims, _SUBCLASS_OF)):
        return "office", "office"
    if classes and (_POINT in claims or _START in claims):
        return "event", "event"
    return None


def _dates(claims: Mapping[str, Any]) -> Dates:
    return Dates(
        **{
            name: _times(claims, property_)
            for name, property_ in (
                ("point", _POINT),
                ("start", _START),
                ("end", _END),
                ("born", _BORN),
                ("died", _DIED),
                ("inception", _INCEPTION),
                ("dissolved", _DISSOLVED),
                ("published", _PUBLISHED),
            )
            if property_ in claims
        }
    )


def _best(claims: Mapping[str, Any], property_: str) -> list[Mapping[str, Any]]:
    statements = [s for s in claims.get(property_) or () if s.get("rank") != "deprecated"]
    return [s for s in statements if s.get("rank") == "preferred"] or statements


def _times(claims: Mapping[str, Any], property_: str) -> tuple[WikidataTime, ...]:
    return tuple(time for s in _best(claims, property_) if (time := _time(s.get("mainsnak"))) is not None)


def _time(snak: Any) -> WikidataTime | None:
    """The time of a snak; None where it has none or one that no calendar has."""
    if not isinstance(snak, dict) or snak.get("snaktype") != "value":
        return None
    try:
        return read_time(snak["datavalue"]["value"])
    except ValueError:
        return None


def _items(claims: Mapping[str, Any], property_: str) -> list[str]:
    return [item for s in _best(claims, property_) if (item := _item(s.get("mainsnak"))) is not None]


def _item(snak: Any) -> str | None:
    if not isinstance(snak, dict) or snak.get("snaktype") != "value":
        return None
    value = snak["datavalue"]["value"]
    if "id" in value:
        return str(value["id"])
    return f"Q{value['numeric-id']}" if "numeric-id" in value else None


def _participants(claims: Mapping[str, Any]) -> tuple[str, ...]:
    found = (item for property_ in _PARTICIPANTS for item in _items(claims, property_))
    return tuple(dict.fromkeys(found))[:_MOST_PARTICIPANTS]


def _terms(claims: Mapping[str, Any]) -> tuple[Term, ...]:
    terms = []
    for statement in claims.get(_OFFICE_HELD) or ():
        office = _item(statement.get("mainsnak"))
        if office is None or statement.get("rank") == "deprecated":
            continue
        qualifiers = statement.get("qualifiers") or {}
        start = next(_qualified(qualifiers, _START), None)
        if start is None:
            continue
        ends = [snak.get("snaktype") for snak in qualifiers.get(_END) or ()]
        end = next(_qualified(qualifiers, _END), None)
        if end is not None and end.span.latest is not None and (start.span.earliest or 0) > end.span.latest:
            continue
        unknown = Span.unknown() if "somevalue" in ends else None
        terms.append(Term(office, start.span, end.span if end else unknown, "", _ordinal(qualifiers)))
    return tuple(sorted(terms, key=lambda term: term.start.earliest or 0))


def _qualified(qualifiers: Mapping[str, Any], property_: str) -> Iterator[WikidataTime]:
    return (time for snak in qualifiers.get(property_) or () if (time := _time(snak)) is not None)


def _ordinal(qualifiers: Mapping[str, Any]) -> int | None:
    for snak in qualifiers.get(_ORDINAL) or ():
        value = str(snak.get("datavalue", {}).get("value", ""))
        if value.isascii() and value.isdigit() and len(value) < 6:
            return int(value)
    return None
