"""The settings that reading a text needs, without those of the service.

Where nothing is set the defaults need no checking, and the library that checks takes longer to load than a text.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, fields
from pathlib import Path

MAX_TEXT_BYTES = 2_000_000
MAX_FILE_BYTES = 20_000_000
MAX_IMPORT_ARTICLES = 1_000


@dataclass(frozen=True, slots=True)
class ReadingSettings:
    """The fields of these names of ``app.settings.Settings``."""

    canon_paths: tuple[Path, ...] = ()
    max_text_bytes: int = MAX_TEXT_BYTES
    max_file_bytes: int = MAX_FILE_BYTES
    max_import_articles: int = MAX_IMPORT_ARTICLES

    @classmethod
    def from_environment(cls) -> ReadingSettings:
        """The settings of the environment; raises pydantic's ValidationError as ``Settings`` does."""
        if not Path(".env").exists() and not any(name.upper().startswith("TIMELINES_") for name in os.environ):
            return cls()
        from app.settings import Settings

        settings = Settings()
        return cls(**{each.name: getattr(settings, each.name) for each in fields(cls)})
