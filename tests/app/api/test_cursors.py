from __future__ import annotations

import pytest

from app.api.cursors import decode_cursor, encode_cursor
from app.problems import ProblemError


@pytest.mark.parametrize("number", [0, 1, 12345, 2**63 - 1])
def test_there_and_back(number: int) -> None:
    assert decode_cursor(encode_cursor(number)) == number


@pytest.mark.parametrize(
    "cursor", ["", "x", "é", "12345", "YTE6LTE", "YTE6MDE", "a1:5", "\x00", "YTE6OTk5OTk5OTk5OTk5OTk5OTk5OTk"]
)
def test_what_was_not_handed_out_is_refused(cursor: str) -> None:
    with pytest.raises(ProblemError) as caught:
        decode_cursor(cursor)
    assert caught.value.status == 422
    assert caught.value.errors[0][0] == "next"
