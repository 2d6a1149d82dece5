from __future__ import annotations

import pytest

from tests.reading.files import BOMB, ELSEWHERE, TIMEML, WORDS
from timelines.errors import InputError
from timelines.reading.timeml import read_timeml


def test_text_title_and_creation_time() -> None:
    found = read_timeml(TIMEML)
    assert (found.text, found.title) == (WORDS, "Talks")
    assert found.published.span is not None
    assert (found.published.span.edtf, found.published.origin) == ("2025-09-05", "metadata")
    assert "creation time" in found.published.reasons[0]


@pytest.mark.parametrize(
    ("value", "edtf"),
    [("1998-02-13T16:34:00", "1998-02-13"), ("19980213", "1998-02-13"), ("1998-02", "1998-02"), ("1998-02-30", None)],
)
def test_forms_of_the_creation_time(value: str, edtf: str | None) -> None:
    span = read_timeml(TIMEML.replace(b'value="2025-09-05"', f'value="{value}"'.encode())).published.span
    assert (span and span.edtf) == edtf


def test_a_text_without_an_element_of_its_own() -> None:
    data = b"<TimeML>It <EVENT>rained</EVENT> <TIMEX3 value='2025'>then</TIMEX3>.<DOCID>x</DOCID></TimeML>"
    assert read_timeml(data).text == "It rained then."


@pytest.mark.parametrize(
    "data",
    [
        f"{BOMB}<TimeML><TEXT>&b;</TEXT></TimeML>".encode(),
        f"{ELSEWHERE}<TimeML><TEXT>&a;</TEXT></TimeML>".encode(),
        f"{BOMB}<TimeML><TEXT>x</TEXT></TimeML>".encode("utf-16"),
        b'<!DOCTYPE r SYSTEM "http://127.0.0.1/x.dtd"><TimeML><TEXT>&x;</TEXT></TimeML>',
        b"<TimeML><TEXT>open",
        b"<TimeML><TEXT> </TEXT></TimeML>",
        b"<TimeML>" * 50_000,
    ],
)
def test_what_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match=r"a\.tml") as caught:
        read_timeml(data, name="a.tml")
    assert caught.value.field == "file"
