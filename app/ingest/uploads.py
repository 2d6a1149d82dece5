"""An uploaded file becomes text."""

from __future__ import annotations

from app.ingest.submission import refuse_oversize
from timelines.reading.text import read_text


def uploaded_text(data: bytes, *, name: str, limit: int) -> str:
    """The text of a file; InputError (field ``file``) where it is too large, empty, binary, or undecodable."""
    refuse_oversize(len(data), limit, field="file")
    return read_text(data, name=name)
