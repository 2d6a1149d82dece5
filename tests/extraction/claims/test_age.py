from __future__ import annotations

import pytest

from tests.extraction.claims.conftest import Claims


@pytest.mark.parametrize(
    ("text", "number", "at"),
    [
        ("Joe Biden, born in November 1942, was 76 when he took office in January 2021.", 76, "2021-01"),
        ("Jan Maler, born on 24 October 1907, died in September 1998 at the age of 91.", 91, "1998-09"),
        ("Donald Trump, 79, spoke in Ohio.", 79, "2025-09-05"),
        ("The 79-year-old Donald Trump spoke in Ohio.", 79, "2025-09-05"),
    ],
)
def test_wordings(claims: Claims, text: str, number: int, at: str) -> None:
    (claim,) = claims("age", text)
    assert claim.number == number
    assert claim.at is not None
    assert claim.at.edtf == at


@pytest.mark.parametrize(
    "text",
    [
        "Donald Trump won 79 percent, 12 points more.",
        "The average of Joe Biden was 11.5 points in 2020.",
        "About 79, Donald Trump said.",
        "A 79-year-old law, said Donald Trump, is enough.",
    ],
)
def test_what_is_no_age(claims: Claims, text: str) -> None:
    assert claims("age", text) == []
