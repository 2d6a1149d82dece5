from __future__ import annotations

import pytest

from tests.extraction.claims.conftest import Claims


@pytest.mark.parametrize(
    ("text", "born", "at"),
    [
        ("Jan Maler, born in Lublin on 3 May 1950, died on 4 August 2001 aged 51.", "1950-05-03", "2001-08-04"),
        ("Jan Maler (3 May 1950 – 4 August 2001) was 51 when he died in August 2001.", "1950-05-03", "2001-08"),
        ("Jan Maler died on 4 August 2001. He was 51. He was born on 3 May 1950.", "1950-05-03", "2001-08-04"),
    ],
)
def test_births_that_the_text_tells(claims: Claims, text: str, born: str, at: str) -> None:
    (claim,) = claims("age", text)
    assert claim.span is not None
    assert claim.at is not None
    assert (claim.span.edtf, claim.at.edtf) == (born, at)


@pytest.mark.parametrize(
    "text",
    [
        "Her son, born in 1990, was 21 when she died in 1995.",
        "Her daughter was born on 3 May 1950. In 1960 the factory was 21.",
        "The castle, built in 1312, was 76 in 1400.",
    ],
)
def test_births_of_others(claims: Claims, text: str) -> None:
    assert claims("age", text) == []
