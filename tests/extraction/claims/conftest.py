from __future__ import annotations

from collections.abc import Callable

import pytest

from timelines import Claim, parse_edtf, reconstruct

Claims = Callable[..., list[Claim]]


@pytest.fixture
def claims() -> Claims:
    """The claims of one kind in a text."""

    def find(kind: str, text: str, published: str | None = "2025-09-05") -> list[Claim]:
        timeline = reconstruct(text, published=parse_edtf(published) if published else None)
        return [claim for claim in timeline.claims if claim.kind == kind]

    return find
