from __future__ import annotations

import pytest

from timelines.canon.packs.names_in_text import meant, name_candidates
from timelines.canon.packs.pack import Named


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("In 1643 the Battle of Aldby began.", "battle of aldby"),
        ("They won the battle of Aldby.", "battle of aldby"),
        ("the 2008 financial crisis", "2008 financial crisis"),
        ("Ann Orr’s house", "ann orr"),
        ("the Orrs’ house", "orrs"),
        ("He works for Acme Inc.", "acme inc."),
        ("He works for Acme Inc.", "acme inc"),
        ("Washington, D.C. is", "washington, d.c."),
        ("Université\u00a0de Paris", "université de paris"),
        ("a line\nbreak of Ann\nOrr", "ann orr"),
    ],
)
def test_what_may_be_a_name(text: str, form: str) -> None:
    assert form in name_candidates(text)


@pytest.mark.parametrize("text", ["", "nothing is named here", "...", "of the and so on"])
def test_what_may_not(text: str) -> None:
    assert name_candidates(text) == set()


def test_the_candidates_grow_with_the_text_and_no_faster() -> None:
    counts = [len(name_candidates(" ".join(f"Name{n} of Place{n}" for n in range(size)))) for size in (500, 1_000)]
    assert counts[1] < 2.1 * counts[0]


def test_the_best_known_of_a_name() -> None:
    def named(id_: str, prominence: int | None) -> Named:
        return Named("john reed", id_, None, "person", prominence)

    assert meant([named("person/a", 90), named("person/b", 3)], "") == {"person/a": {"john reed"}}
    assert meant([named("person/a", 9), named("person/b", 3)], "") == {}
    assert meant([named("person/a", None), named("person/b", None)], "") == {}
