"""JSON Lines of one article: a line for each find in the order of the text, after one for the article."""

from __future__ import annotations

import json
from typing import Any

from timelines.formats.carried import Export
from timelines.formats.json import timeline_to_json
from timelines.model import Timeline

_KINDS = {
    "expressions": "date",
    "names": "name",
    "unknown": "unknown-name",
    "events": "event",
    "claims": "claim",
    "flags": "flag",
    "suppressed": "suppressed-flag",
    "notices": "notice",
}


def timeline_to_jsonl(timeline: Timeline) -> Export:
    """Objects as in ``timeline_to_json``, each with its ``kind``; a TIMEX3 or claim kind of its own is ``sort``."""
    document = timeline_to_json(timeline)
    found = [_row(kind, each) for key, kind in _KINDS.items() for each in document[key]]
    found.sort(key=lambda row: (row["start"], row["end"]))
    head = {"kind": "article", **document["article"], "canon": document["canon"]}
    return Export("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in (head, *found)), ())


def _row(kind: str, each: dict[str, Any]) -> dict[str, Any]:
    own = {"sort": each["kind"]} if "kind" in each else {}
    return {"kind": kind, **{name: value for name, value in each.items() if name != "kind"}, **own}
