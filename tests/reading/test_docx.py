from __future__ import annotations

import pytest

from tests.reading.files import BOMB, ELSEWHERE, WORDS, docx, packed
from timelines.errors import InputError, TooLargeError
from timelines.reading.document import Limits
from timelines.reading.docx import is_docx, read_docx


def _p(words: str) -> str:
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def test_paragraphs_tables_and_title() -> None:
    table = f"<w:tbl><w:tr><w:tc>{_p('1989')}</w:tc><w:tc>{_p('Berlin')}</w:tc></w:tr></w:tbl>"
    data = docx(_p("Talks") + _p(WORDS) + table + _p(" "), title="Talks in Paris")
    assert is_docx(data)
    found = read_docx(data)
    assert (found.text, found.title) == (f"Talks\n\n{WORDS}\n\n1989\n\nBerlin", "Talks in Paris")


def test_what_is_not_seen_is_not_read() -> None:
    data = docx(
        "<w:p><w:r><w:t>In</w:t></w:r><w:del><w:r><w:delText>1988</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:tab/><w:t>1989</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>gone</w:t></w:r></w:moveFrom></w:p>"
    )
    assert read_docx(data).text == "In 1989"


@pytest.mark.parametrize("prolog", [BOMB, ELSEWHERE])
def test_entities_are_refused(prolog: str) -> None:
    with pytest.raises(InputError, match="entities"):
        read_docx(docx(_p("&b;"), prolog=prolog))


def test_a_bomb_does_not_go_off() -> None:
    data = docx(_p("x" * 3_000_000))
    assert len(data) < 20_000
    with pytest.raises(TooLargeError, match="unpacked has more than 1,000,000 bytes"):
        read_docx(data, limits=Limits(unpacked=1_000_000))


def test_a_false_size_in_the_table_of_contents_unpacks_no_more() -> None:
    data = docx(_p("x" * 3_000_000))
    size = (3_000_000 + len(_p("")) + 107).to_bytes(4, "little")
    at = data.find(b"word/document.xml", data.find(b"PK\x01\x02")) - 46 + 24
    assert abs(int.from_bytes(data[at : at + 4], "little") - int.from_bytes(size, "little")) < 100
    lying = data[:at] + (1_000).to_bytes(4, "little") + data[at + 4 :]
    with pytest.raises(InputError, match="damaged"):
        read_docx(lying, limits=Limits(unpacked=100_000))


def test_names_that_lead_elsewhere_write_nothing() -> None:
    parts = {"../../evil.txt": b"x", "word/document.xml": b"<document><body><p><t>It rained.</t></p></body></document>"}
    assert read_docx(packed(parts)).text == "It rained."


@pytest.mark.parametrize("data", [b"PK\x03\x04x", packed({"a": b"x"}), docx(_p("a"))[:-30], docx("<w:p>")])
def test_other_and_damaged_archives(data: bytes) -> None:
    with pytest.raises(InputError, match=r"a\.docx") as caught:
        read_docx(data, name="a.docx")
    assert caught.value.field == "file"


def test_an_empty_document() -> None:
    with pytest.raises(InputError, match="no text of an article"):
        read_docx(docx(_p("")))
