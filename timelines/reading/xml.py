"""XML from strangers: no entities of its own, nothing from elsewhere, no bombs (defusedxml, PSF licence)."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException  # type: ignore[import-untyped]
from defusedxml.ElementTree import fromstring  # type: ignore[import-untyped]

from timelines.errors import InputError
from timelines.reading.decoding import decode_markup
from timelines.reading.document import called

_ENTITY = re.compile(r"<!\s*ENTITY", re.IGNORECASE)


def parse_xml(data: bytes, *, name: str = "") -> Element:
    """The root element. Raises InputError (field ``file``) for what is not well-formed or declares entities."""
    source = xml_text(data, name=name)
    try:
        root: Element = fromstring(source.encode("utf-8", "replace"), forbid_entities=True, forbid_external=True)
    except ParseError as error:
        line, column = error.position
        raise InputError(
            f"{called(name)} is not well-formed XML: line {line}, column {column + 1}. Correct it there, "
            "or paste the text.",
            field="file",
        ) from None
    except DefusedXmlException:
        raise _entities(name) from None
    except (ValueError, RecursionError):
        raise InputError(f"{called(name)} cannot be read as XML. Paste its text instead.", field="file") from None
    return root


def xml_text(data: bytes, *, name: str = "") -> str:
    """The decoded text of an XML file without its declaration. Raises InputError if it declares entities."""
    source = decode_markup(data, name=name)
    if _ENTITY.search(source):
        raise _entities(name)
    return source


def local(tag: object) -> str:
    """The name of an element without its namespace."""
    return tag.rsplit("}", 1)[-1] if isinstance(tag, str) else ""


def _entities(name: str) -> InputError:
    return InputError(
        f"{called(name)} declares entities of its own or of other files, which are not read. Take them out.",
        field="file",
    )
