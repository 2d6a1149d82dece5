"""TimeML documents (Pustejovsky et al. 2003; TempEval-3) to articles: their text and document creation time."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from timelines.chronology.edtf import EdtfError, parse_edtf
from timelines.model import Published
from timelines.reading.document import UNDATED, Document, require_words
from timelines.reading.xml import local, parse_xml

_DAY = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?:T.*)?$")
_CREATION = frozenset({"CREATION_TIME", "PUBLICATION_TIME"})
_NOT_TEXT = frozenset({"DOCID", "DCT", "DOCNO", "TITLE", "EXTRAINFO"})


def read_timeml(data: bytes, *, name: str = "") -> Document:
    """The article of a TimeML file; its annotations are left out. Raises InputError (field ``file``)."""
    root = parse_xml(data, name=name)
    body = next((each for each in root.iter() if local(each.tag).upper() == "TEXT"), None)
    if body is not None:
        text = "".join(body.itertext())
    else:
        # TimeBank 1.2 has its text without an element around it.
        text = (root.text or "") + "".join(
            ("" if local(each.tag).upper() in _NOT_TEXT else "".join(each.itertext())) + (each.tail or "")
            for each in root
        )
    title = next(("".join(each.itertext()) for each in root if local(each.tag).upper() == "TITLE"), "")
    return Document(require_words(text, name).strip(), title=" ".join(title.split()), published=_creation_time(root))


def _creation_time(root: Element) -> Published:
    for each in root.iter():
        if local(each.tag) == "TIMEX3" and each.get("functionInDocument") in _CREATION:
            value = each.get("value") or ""
            day = _DAY.match(value)
            try:
                span = parse_edtf("-".join(day.groups()) if day else value)
            except EdtfError:
                continue
            return Published(span, "metadata", (f"the document creation time of the TimeML file ({value[:40]})",))
    return UNDATED
