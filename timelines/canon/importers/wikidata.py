"""JSON dumps of Wikidata: one item a line in one array, also packed with gzip or bzip2; read as a stream.

See https://www.wikidata.org/wiki/Wikidata:Database_download. Lines of other JSON objects, without the brackets and
commas of the array, do as well.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Final

from timelines.canon.importers.source import Item, Place, Source, lines
from timelines.canon.importers.wikidata_entity import read_entity
from timelines.canon.packs.writer import Entry

_OF_USE: Final = re.compile(rb'"P(?:39|569|570|571|576|577|580|582|585)"|"Q(?:4164871|294414|12737077)"|"P279"')
"""A line without any of these has no date and is no office; it need not be parsed."""


def read_wikidata(source: Source, start: Place) -> Iterator[Item]:
    """One item for each line with an entity."""
    for number, line, after in lines(source, start):
        if line is None:
            yield Item(number, after, problem="the line is too long to be an item")
            continue
        text = line.strip().removeprefix(b"[").rstrip(b",").removesuffix(b"]").strip()
        if not text:
            continue
        if text.startswith(b"{") and text.endswith(b"}") and _OF_USE.search(text) is None:
            yield Item(number, after)
            continue
        try:
            entry = _read(text, source.as_of)
            yield Item(number, after, () if entry is None else (entry,))
        except (ValueError, RecursionError) as error:
            yield Item(number, after, problem=str(error))
        except (KeyError, TypeError, AttributeError) as error:
            yield Item(number, after, problem=f"not built like an item of Wikidata: {type(error).__name__}: {error}")


def _read(text: bytes, as_of: str) -> Entry | None:
    try:
        entity = json.loads(text)
    except ValueError as error:
        raise ValueError(f"not JSON: {error}") from error
    if not isinstance(entity, dict):
        raise ValueError("not an object")
    return read_entity(entity, as_of)
