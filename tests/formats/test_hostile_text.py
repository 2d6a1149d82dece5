from __future__ import annotations

import json
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timelines.formats.hostile import article_address, cell, cell_text, markup, one_line, script_json, web_address


@given(st.text())
def test_markup_is_one_character_of_xml_for_each(text: str) -> None:
    root = ElementTree.fromstring(f'<a b="{markup(text)}">{markup(text)}</a>')
    assert len(root.text or "") == len(text)


@given(st.text(alphabet="'=+-@\t\r\n＝a0123."))
def test_cells_come_back_and_are_no_formulas(text: str) -> None:
    written = str(cell(text))
    assert cell_text(written) == text
    if not (text.startswith("-") and text[1:5].isdigit()):
        assert not written.startswith(("=", "+", "-", "@", "\t", "\r"))


@pytest.mark.parametrize("date", ["-0043-03-15", "-0043", "-0099/-0043", "-17000", "-0043~"])
def test_dates_before_our_era_stay_dates(date: str) -> None:
    assert cell(date) == date


def test_a_formula_that_begins_like_a_date_is_text() -> None:
    assert cell("-1234+cmd|' /C calc'!A0") == "'-1234+cmd|' /C calc'!A0"


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "data:text/html,x", "//example.org", "/local", "http://", "https://a b", "http://[::1",
     "https://x/\r\nSet-Cookie: a", 'https://x/"onclick=', "ftp://x/y", "https://x/" + "a" * 3000, ""],
)  # fmt: skip
def test_addresses_that_are_none(address: str) -> None:
    assert web_address(address) == ""
    assert article_address("a/b", address) == "urn:timelines:article:a%2Fb"


def test_addresses() -> None:
    assert web_address("HTTPS://example.org/ä?a=1&b=2#c") == "HTTPS://example.org/ä?a=1&b=2#c"


@given(st.text())
def test_one_line_is_one_line(text: str) -> None:
    assert len(one_line(text).splitlines()) <= 1


@given(st.text())
def test_json_in_a_script_cannot_end_it(text: str) -> None:
    written = script_json({"a": text})
    assert not set("<>&") & set(written)
    assert json.loads(written) == {"a": text}
