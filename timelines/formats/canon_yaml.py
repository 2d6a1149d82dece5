"""Events as a canon file: what people settled on a timeline, in the form in which ``timelines.canon`` is written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import yaml

from timelines.canon import vocabulary
from timelines.canon.build import compile_files
from timelines.canon.schema import Fact, Problem

_NOT_IN_IDS = re.compile(r"[^a-z0-9]+")
_LONGEST_SLUG = 80


def facts_to_yaml(events: Sequence[Fact]) -> str:
    """A canon file of events; reading it with ``facts_from_yaml`` gives the same events again."""
    return yaml.safe_dump(
        {"facts": [_record(event) for event in events]}, sort_keys=False, allow_unicode=True, width=110
    )


def facts_from_yaml(path: Path) -> tuple[list[Fact], list[Problem]]:
    """The events of a canon file, or what is wrong with it; references to the built-in canon are left as they are."""
    compiled = compile_files([path])
    events = [fact for fact in compiled.facts.values() if fact.prefix == "event" and fact.derived_from is None]
    return events, compiled.problems


def event_slug(label: str, taken: Iterable[str]) -> str:
    """An id for an event ("event/opening-of-the-bridge") that is not taken."""
    plain = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode().lower()
    slug = _NOT_IN_IDS.sub("-", plain).strip("-")[:_LONGEST_SLUG].rstrip("-") or "event"
    used = set(taken)
    number, id_ = 1, f"event/{slug}"
    while id_ in used:
        number += 1
        id_ = f"event/{slug}-{number}"
    return id_


def _record(event: Fact) -> dict[str, Any]:
    kinds = vocabulary.KINDS["event"]
    names = [name for name in event.names if name != event.label]
    record: dict[str, Any] = {
        "id": event.id,
        "kind": event.kind if event.kind in kinds else "event",
        "label": event.label,
        "names": names,
        "when": event.when.edtf if event.when else None,
        "participants": list(event.participants),
        "place": event.place,
        "source": event.source,
        "as_of": event.as_of,
        "wikidata": event.wikidata,
        "note": event.note,
    }
    return {key: value for key, value in record.items() if value}
