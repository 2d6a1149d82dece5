"""Mentions between the store and the engine, and keys that stay the same when an article is read again."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from hashlib import blake2b
from typing import Any

from app.store.tables import EventRow
from timelines.chronology.edtf import parse_edtf
from timelines.model import Article, Event, Flag, Modality
from timelines.placing.sighting import Sighting, fold_names

_KEY_BYTES = 9


def mention_key(event: Event, text: str, before: Counter[str]) -> str:
    """Of the trigger and the words of its sentence; ``before`` counts those that are the same in one article."""
    sentence = " ".join(text[slice(*event.sentence)].split())
    return _counted(f"{text[slice(*event.trigger)]}\n{sentence}", before)


def flag_key(flag: Flag, article: Article, before: Counter[str]) -> str:
    """Of the rule, the quote and the words of its sentence."""
    at = bisect_right([start for start, _ in article.sentences], flag.start) - 1
    sentence = " ".join(article.text[slice(*article.sentences[at])].split()) if at >= 0 else ""
    return _counted(f"{flag.rule}\n{flag.quote}\n{sentence}", before)


def _counted(words: str, before: Counter[str]) -> str:
    before[words] += 1
    return blake2b(f"{before[words]}\n{words}".encode("utf-8", "surrogatepass"), digest_size=_KEY_BYTES).hexdigest()


def sighting_of(row: EventRow, article_id: str) -> Sighting:
    """A stored mention as the engine compares it."""
    return Sighting(
        article=article_id,
        event=row.event_id,
        label=row.label,
        quote=row.quote,
        kind=row.kind,
        stem=row.stem,
        when=parse_edtf(row.edtf) if row.edtf else None,
        stated=row.stated,
        participants=frozenset(row.participants),
        place=next(iter(fold_names([row.place or ""])), ""),
        words=frozenset(row.words),
        modality=Modality(row.modality),
        confidence=row.confidence,
        canonical=row.canonical,
    )


def sample_of(sighting: Sighting) -> dict[str, Any]:
    """A mention as JSON, with what a comparison needs."""
    return {
        "article": sighting.article,
        "event": sighting.event,
        "label": sighting.label,
        "kind": sighting.kind,
        "stem": sighting.stem,
        "when": sighting.when.edtf if sighting.when else None,
        "stated": sighting.stated,
        "participants": sorted(sighting.participants),
        "place": sighting.place,
        "words": sorted(sighting.words),
        "modality": sighting.modality.value,
        "canonical": sighting.canonical,
    }


def sampled(sample: dict[str, Any]) -> Sighting:
    """The inverse of ``sample_of``; the quote and the confidence are not kept in a sample."""
    return Sighting(
        article=sample["article"],
        event=sample["event"],
        label=sample["label"],
        quote="",
        kind=sample["kind"],
        stem=sample["stem"],
        when=parse_edtf(sample["when"]) if sample["when"] else None,
        stated=sample["stated"],
        participants=frozenset(sample["participants"]),
        place=sample["place"],
        words=frozenset(sample["words"]),
        modality=Modality(sample["modality"]),
        confidence=0.5,
        canonical=sample["canonical"],
    )
