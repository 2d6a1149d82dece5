"""What can be set from outside.

With ``app.reading_settings`` the only place that reads the environment (``TIMELINES_…``) and ``.env``.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from app.reading_settings import MAX_FILE_BYTES, MAX_IMPORT_ARTICLES, MAX_TEXT_BYTES

_ROOT = Path(__file__).resolve().parent.parent


class Settings(BaseSettings):
    """The settings of the service; each field is the environment variable ``TIMELINES_<FIELD>``."""

    model_config = SettingsConfigDict(env_prefix="TIMELINES_", env_file=".env", extra="ignore", frozen=True)

    database_url: str = Field(
        default="sqlite:///var/timelines.db",
        description="SQLAlchemy address of the database: SQLite (a file) or PostgreSQL (postgresql+psycopg://…).",
    )
    host: str = Field(default="127.0.0.1", description="The address to listen on.")
    port: int = Field(default=8000, ge=0, le=65535, description="The port to listen on; 0: any free one.")
    canon_paths: tuple[Path, ...] = Field(
        default=(),
        description="Your own canon files, folders or packs, read after the built-in one (a JSON list).",
    )
    max_text_bytes: int = Field(
        default=MAX_TEXT_BYTES, ge=1_000, description="The longest article that is read, in bytes of UTF-8."
    )
    max_file_bytes: int = Field(
        default=MAX_FILE_BYTES,
        ge=1_000,
        description="The largest file or page that is read, in bytes; what is packed may unpack to five times that.",
    )
    max_import_articles: int = Field(default=MAX_IMPORT_ARTICLES, ge=1, description="The most articles of one file.")
    fetch: bool = Field(default=True, description="Fetch pages of the public internet whose address is handed in.")
    fetch_ports: tuple[int, ...] = Field(
        default=(80, 443), description="The ports that pages are fetched from (a JSON list)."
    )
    fetch_seconds: float = Field(default=20.0, gt=0, le=300, description="The longest that fetching a page may take.")
    samples: bool = Field(default=True, description="Read the sample articles when the database is new.")
    static_folder: Path = Field(default=_ROOT / "static", description="Where style sheets and scripts lie.")

    @cached_property
    def max_body_bytes(self) -> int:
        """The longest request body: JSON and form encodings may take several bytes for one byte of text."""
        return max(4 * self.max_text_bytes, self.max_file_bytes) + 65_536
