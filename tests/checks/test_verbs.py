from __future__ import annotations

import pytest

from timelines.checks.verbs import base_of, past_of, present_of


@pytest.mark.parametrize(
    ("past", "base", "present"),
    [
        ("opened", "open", "opens"),
        ("met", "meet", "meets"),
        ("stopped", "stop", "stops"),
        ("closed", "close", "closes"),
        ("married", "marry", "marries"),
    ],
)
def test_forms_of_a_past_tense(past: str, base: str, present: str) -> None:
    assert (base_of(past), present_of(past), past_of(base)) == (base, present, past)
