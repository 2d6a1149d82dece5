from __future__ import annotations

import pytest

from timelines.syntax.inflection import noun_forms, verb_forms


@pytest.mark.parametrize(
    ("base", "forms"),
    [
        ("stop", ("stop", "stops", "stopped", "stopped", "stopping")),
        ("die", ("die", "dies", "died", "died", "dying")),
        ("swear", ("swear", "swears", "swore", "sworn", "swearing")),
        ("visit", ("visit", "visits", "visited", "visited", "visiting")),
        ("re-elect", ("re-elect", "re-elects", "re-elected", "re-elected", "re-electing")),
        ("carry", ("carry", "carries", "carried", "carried", "carrying")),
    ],
)
def test_verb_forms(base: str, forms: tuple[str, ...]) -> None:
    assert verb_forms(base) == forms


def test_noun_forms() -> None:
    assert noun_forms("inquiry") == ("inquiry", "inquiries")
    assert noun_forms("crisis") == ("crisis", "crises")
    assert noun_forms("hostilities") == ("hostilities", "hostilities")
