from __future__ import annotations

import pytest

from app.ingest.uploads import uploaded_text
from timelines.errors import InputError, TooLargeError


def test_text_in_utf_8_and_utf_16() -> None:
    assert uploaded_text("Élysée".encode(), name="a.txt", limit=100) == "Élysée"
    assert uploaded_text("Élysée".encode("utf-16"), name="a.txt", limit=100) == "Élysée"


@pytest.mark.parametrize(
    "data", [b"", b"%PDF-1.7 x", b"PK\x03\x04x", b"\x89PNG\r\n", "Élysée".encode("latin-1"), b"a\x00b"]
)
def test_files_that_are_no_text(data: bytes) -> None:
    with pytest.raises(InputError, match=r"a\.txt") as caught:
        uploaded_text(data, name="a.txt", limit=100)
    assert caught.value.field == "file"


def test_a_file_over_the_limit() -> None:
    with pytest.raises(TooLargeError) as caught:
        uploaded_text(b"x" * 101, name="a.txt", limit=100)
    assert caught.value.field == "file"
