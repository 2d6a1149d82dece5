from __future__ import annotations

from pathlib import Path

import pytest

from app.settings import Settings


def test_defaults_bind_to_this_machine_only() -> None:
    settings = Settings()
    assert settings.host == "127.0.0.1"
    assert settings.database_url == "sqlite:///var/timelines.db"


def test_the_environment_overrides(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIMELINES_PORT", "9000")
    monkeypatch.setenv("TIMELINES_CANON_PATHS", '["own/facts.yaml"]')
    settings = Settings()
    assert settings.port == 9000
    assert settings.canon_paths == (Path("own/facts.yaml"),)


def test_bodies_may_be_larger_than_texts() -> None:
    settings = Settings(max_text_bytes=2_000_000)
    assert settings.max_body_bytes > 3 * settings.max_text_bytes
