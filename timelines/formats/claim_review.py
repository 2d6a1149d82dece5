"""Flags as schema.org ``ClaimReview`` JSON-LD, the form in which search engines read fact-checks.

A review rates somebody's claim, so remarks (severity "info") are left out and reported.
"""

from __future__ import annotations

from typing import Any

from timelines.chronology.precision import Precision
from timelines.formats.carried import Export, NotCarried, kinds_left
from timelines.formats.hostile import article_address, one_line, script_json
from timelines.model import Flag, Severity, Timeline

# schema.org Rating: from 1, false, to 5, true.
_RATINGS = {Severity.ERROR: (1, "Cannot be true in time"), Severity.WARNING: (2, "Doubtful in time")}


def timeline_to_claim_reviews(timeline: Timeline, *, author: str = "Timelines") -> Export:
    """A graph with one review for each error and warning."""
    graph, report = [], []
    for number, flag in enumerate(timeline.flags, 1):
        if flag.severity in _RATINGS:
            graph.append(_review(timeline, flag, number, author))
        else:
            report.append(NotCarried(f"flag {number}", "a remark is no verdict"))
    report += kinds_left(timeline, ("flags",))
    return Export(script_json({"@context": "https://schema.org", "@graph": graph}), tuple(report))


def _review(timeline: Timeline, flag: Flag, number: int, author: str) -> dict[str, Any]:
    article = timeline.article
    source = article_address(article.id, article.url)
    rating, words = _RATINGS[flag.severity]
    appearance: dict[str, Any] = {"@type": "Article", "@id": source, "headline": one_line(article.title)}
    published = article.published.span
    if published is not None and published.is_instant and published.precision is Precision.DAY:
        appearance["datePublished"] = published.earliest_iso
    return {
        "@type": "ClaimReview",
        "@id": f"{source.partition('#')[0]}#flag-{number}",
        "claimReviewed": _claim(timeline, flag),
        "itemReviewed": {"@type": "Claim", "appearance": appearance},
        "author": {"@type": "Organization", "name": author},
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": rating,
            "worstRating": 1,
            "bestRating": 5,
            "alternateName": words,
        },
        "reviewAspect": f"{flag.rule} {flag.name}",
        "reviewBody": flag.message,
        "citation": list(dict.fromkeys(step.source or step.label for step in flag.evidence if step.kind == "canon")),
    }


def _claim(timeline: Timeline, flag: Flag) -> str:
    """The sentence of the flag where it is known, else its words."""
    sentences = [*timeline.article.sentences, *(event.sentence for event in timeline.events)]
    around = [(low, high) for low, high in sentences if low <= flag.start and flag.end <= high]
    low, high = min(around, key=lambda pair: pair[1] - pair[0], default=(flag.start, flag.end))
    return one_line(timeline.article.text[low:high])
