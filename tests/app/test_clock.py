from __future__ import annotations

from datetime import UTC

from app.clock import now


def test_the_time_is_aware() -> None:
    assert now().tzinfo is UTC
