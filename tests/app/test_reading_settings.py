from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from app.reading_settings import ReadingSettings
from app.settings import Settings


def test_defaults_are_those_of_the_service() -> None:
    settings, reading = Settings(), ReadingSettings.from_environment()
    for each in fields(ReadingSettings):
        assert getattr(reading, each.name) == getattr(settings, each.name)


@pytest.mark.parametrize("name", ["TIMELINES_MAX_TEXT_BYTES", "timelines_max_text_bytes"])
def test_the_environment_overrides(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv(name, "5000")
    assert ReadingSettings.from_environment().max_text_bytes == 5000


def test_a_file_overrides() -> None:
    Path(".env").write_text('TIMELINES_CANON_PATHS=["own.yaml"]\n', encoding="utf-8")
    assert ReadingSettings.from_environment().canon_paths == (Path("own.yaml"),)
