"""What can be set from outside.

With ``app.reading_settings`` the only place that reads the environment (``TIMELINES_…``) and ``.env``.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from app.reading_settings import MAX_TEXT_BYTES

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
    samples: bool = Field(default=True, description="Read the sample articles when the database is new.")
    static_folder: Path = Field(default=_ROOT / "static", description="Where style sheets and scripts lie.")

    @cached_property
    def max_body_bytes(self) -> int:
        """The longest request body: JSON and form encodings may take several bytes for one byte of text."""
        return 4 * self.max_text_bytes + 65_536
