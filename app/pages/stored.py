"""A stored article as the engine's nouns again, so that pages draw, mark and export what the API says."""

from __future__ import annotations

import json
from dataclasses import replace

from app.store.tables import ArticleRow
from timelines.formats.json_reading import timeline_from_json
from timelines.model import Timeline


def stored_timeline(row: ArticleRow) -> Timeline:
    """The timeline that was read when the article came in."""
    timeline = timeline_from_json(json.loads(row.timeline), text=row.text)
    article = replace(timeline.article, id=row.id, title=row.title, url=row.url, language=row.language)
    return replace(timeline, article=article, canon_as_of=row.canon_as_of)
