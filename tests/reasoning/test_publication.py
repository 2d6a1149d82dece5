from __future__ import annotations

import pytest

from timelines import Published, reconstruct


def published(text: str) -> Published:
    return reconstruct(text).article.published


@pytest.mark.parametrize(
    "head",
    ["Tuesday, July 11, 2023", "11 July 2023", "Published: 11 July 2023, 10:30", "LONDON (Reuters) - July 11, 2023"],
)
def test_a_dateline_decides(head: str) -> None:
    found = published(f"Rival app draws a threat\n{head}\nA lawyer sent a letter on Monday.")
    assert found.span is not None
    assert (found.span.edtf, found.origin) == ("2023-07-11", "inferred")
    assert "dateline" in found.reasons[0]


@pytest.mark.parametrize(
    "lead",
    ["LONDON, 14 March 2019 — ", "NEW YORK, March 14, 2019 (AP) - ", "PARIS, France, 14 March 2019 (Reuters) – "],
)
def test_a_dateline_opens_the_lead(lead: str) -> None:
    found = published(f"{lead}Lawmakers rejected the plan on Wednesday, and the pound fell.")
    assert found.span is not None
    assert found.span.edtf == "2019-03-14"


def test_a_date_in_the_lead_is_no_dateline() -> None:
    found = published("On 14 March 2019 lawmakers rejected the plan - and the pound fell.")
    assert found.span is None or found.span.edtf != "2019-03-14"


def test_office_holders_bound_both_sides() -> None:
    found = published("U.S. President Joe Biden met British Prime Minister Boris Johnson. They spoke about trade.")
    assert found.span is not None
    assert found.span.edtf == "2021-01-20/2022-09-06"
    assert len(found.reasons) == 2


def test_history_told_is_left_out() -> None:
    found = published(
        "U.S. President Joe Biden met British Prime Minister Boris Johnson. President Ronald Reagan had met "
        "Prime Minister Margaret Thatcher in the same room."
    )
    assert found.span is not None
    assert found.span.edtf == "2021-01-20/2022-09-06"


def test_a_past_date_bounds_from_below() -> None:
    found = published("U.S. President Joe Biden signed it. The bill had passed the House on 5 November 2021.")
    assert found.span is not None
    assert found.span.edtf.startswith("2021-11-05/")


def test_what_lies_ahead_does_not() -> None:
    found = published("U.S. President Joe Biden signed it. The plant will open on 5 November 2023.")
    assert found.span is not None
    assert found.span.edtf.startswith("2021-01-20/")


def test_nothing_to_go_by() -> None:
    assert published("The bakery opened again on Tuesday.") == Published(None, "unknown")
