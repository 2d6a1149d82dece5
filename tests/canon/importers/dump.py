"""Items of Wikidata as its dumps have them: the shape is real, the contents are made up.

``entities(count)`` gives persons in office, battles, elections, companies, films, towns, and items without a date, with
references, ranks, qualifiers, sitelinks, aliases and descriptions in several languages. The same seed gives the same.
"""

from __future__ import annotations

import bz2
import gzip
import io
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from timelines.canon.vocabulary import words

GREGORIAN = "http://www.wikidata.org/entity/Q1985727"
JULIAN = "http://www.wikidata.org/entity/Q1985786"
OFFICES = 400
"""The first items are offices, so that persons can hold them."""
_FIRST = 10_000_000
_START = words("al an ar bel ber bor cal car dan dor el er fal fen gar gor hal her il jan kar kel lam lor mal mor")
_MIDDLE = words("ba be bo da de di do ga go ka ke ko la le li lo ma mi mo na ne ra re ri ro sa se ta te ti va vi")
_END = words(
    "bach berg by dal den dorf fen ford grad ham ia in ius ka ko land ley lin mar nik o ov rn son sk ton us witz"
)
_LANGUAGES = ("de", "fr", "es", "ru", "ja", "ar")


def entities(count: int, seed: int = 1) -> Iterator[dict[str, Any]]:
    """The items, offices first."""
    for number in range(count):
        yield entity(number, seed)


def entity(number: int, seed: int = 1) -> dict[str, Any]:
    """The item with this number; it does not depend on the others."""
    made = random.Random(f"{seed}:{number}")
    if number < OFFICES:
        return _office(number, made)
    makers = (_person, _person, _person, _person, _battle, _election, _company, _film, _town, _undated)
    return makers[number % len(makers)](number, made)


def write_dump(path: Path, items: Iterator[dict[str, Any]]) -> Path:
    """The items as a dump, packed as the name of the file says."""
    with io.TextIOWrapper(_opened(path), encoding="utf-8") as file:
        file.write("[\n")
        between = ""
        for item in items:
            file.write(between + json.dumps(item, ensure_ascii=False, separators=(",", ":")))
            between = ",\n"
        file.write("\n]\n")
    return path


def _opened(path: Path) -> Any:
    if path.suffix == ".gz":
        return gzip.open(path, "wb")
    return bz2.open(path, "wb") if path.suffix == ".bz2" else path.open("wb")


def item(
    qid: str, label: str, claims: dict[str, list[Any]], *, aliases: tuple[str, ...] = (), wikis: int = 0
) -> dict[str, Any]:
    """An item around its claims."""
    return {
        "type": "item",
        "id": qid,
        "labels": {
            language: {"language": language, "value": label} for language in ("en", *_LANGUAGES[: min(6, 1 + wikis)])
        },
        "descriptions": {
            language: {"language": language, "value": f"about {label}"} for language in ("en", *_LANGUAGES[:2])
        },
        "aliases": {"en": [{"language": "en", "value": alias} for alias in aliases]} if aliases else {},
        "claims": claims,
        "sitelinks": {
            f"{'xx' if n else 'en'}{n or ''}wiki": {"site": f"{n}wiki", "title": label, "badges": []}
            for n in range(wikis)
        },
        "pageid": 1,
        "ns": 0,
        "title": qid,
        "lastrevid": 2_000_000_000,
        "modified": "2025-03-14T09:26:53Z",
    }


def statement(snak: dict[str, Any], *, rank: str = "normal", **qualifiers: list[dict[str, Any]]) -> dict[str, Any]:
    """A statement with its qualifiers and a reference."""
    made: dict[str, Any] = {"mainsnak": snak, "type": "statement", "id": f"Q1$0000-{snak['property']}", "rank": rank}
    if qualifiers:
        made |= {"qualifiers": qualifiers, "qualifiers-order": list(qualifiers)}
    made["references"] = [{"hash": "9a24f7c0", "snaks": {"P143": [item_snak("P143", "Q328")]}, "snaks-order": ["P143"]}]
    return made


def time_snak(property_: str, time: str, precision: int = 11, calendar: str = GREGORIAN) -> dict[str, Any]:
    """A snak with a time."""
    value = {"time": time, "timezone": 0, "before": 0, "after": 0, "precision": precision, "calendarmodel": calendar}
    return _snak(property_, "time", {"value": value, "type": "time"})


def item_snak(property_: str, qid: str) -> dict[str, Any]:
    """A snak with an item."""
    value = {"entity-type": "item", "numeric-id": int(qid[1:]), "id": qid}
    return _snak(property_, "wikibase-item", {"value": value, "type": "wikibase-entityid"})


def text_snak(property_: str, text: str) -> dict[str, Any]:
    """A snak with text, like the ordinal P1545."""
    return _snak(property_, "string", {"value": text, "type": "string"})


def valueless(property_: str, kind: str) -> dict[str, Any]:
    """A snak of the type "somevalue" or "novalue"."""
    return {"snaktype": kind, "property": property_, "hash": "d1d1", "datatype": "time"}


def _snak(property_: str, datatype: str, value: dict[str, Any]) -> dict[str, Any]:
    return {"snaktype": "value", "property": property_, "hash": "c0ffee", "datavalue": value, "datatype": datatype}


def _qid(number: int) -> str:
    return f"Q{_FIRST + number}"


def _word(made: random.Random) -> str:
    return (made.choice(_START) + made.choice(_MIDDLE) * made.randrange(2) + made.choice(_END)).capitalize()


def _day(made: random.Random, low: int, high: int) -> str:
    return f"+{made.randrange(low, high):04}-{made.randrange(1, 13):02}-{made.randrange(1, 29):02}T00:00:00Z"


def _of(*classes: str) -> list[Any]:
    return [statement(item_snak("P31", qid)) for qid in classes]


def _wikis(made: random.Random) -> int:
    return min(300, int(made.paretovariate(0.8)) - 1)


def _office(number: int, made: random.Random) -> dict[str, Any]:
    claims = {"P31": _of("Q4164871"), "P17": [statement(item_snak("P17", "Q30"))]}
    return item(_qid(number), f"Governor of {_word(made)}{_word(made).lower()}", claims, wikis=5)


def _person(number: int, made: random.Random) -> dict[str, Any]:
    born = made.randrange(1500, 2000)
    first, last = _word(made), _word(made) + made.choice(_END)
    claims = {
        "P31": _of("Q5"),
        "P21": [statement(item_snak("P21", made.choice(("Q6581097", "Q6581072"))))],
        "P569": [statement(time_snak("P569", _day(made, born, born + 1)))],
    }
    if born < 1930:
        claims["P570"] = [statement(time_snak("P570", _day(made, born + 40, born + 90)))]
    if not made.randrange(4):
        start, end = _day(made, born + 30, born + 34), _day(made, born + 35, born + 39)
        claims["P39"] = [
            statement(
                item_snak("P39", _qid(made.randrange(OFFICES))),
                P580=[time_snak("P580", start)],
                P582=[time_snak("P582", end)],
                P1545=[text_snak("P1545", str(made.randrange(1, 60)))],
            )
        ]
    return item(_qid(number), f"{first} {last}", claims, aliases=(f"{first} {_word(made)} {last}",), wikis=_wikis(made))


def _battle(number: int, made: random.Random) -> dict[str, Any]:
    year = made.randrange(1300, 1950)
    calendar = JULIAN if year < 1582 else GREGORIAN
    claims = {
        "P31": _of("Q178561"),
        "P585": [statement(time_snak("P585", _day(made, year, year + 1), calendar=calendar))],
        "P710": [statement(item_snak("P710", _qid(made.randrange(OFFICES, number)))) for _ in range(2)],
    }
    place = _word(made) + made.choice(_END)
    return item(_qid(number), f"Battle of {place}", claims, aliases=(f"Siege of {place}",), wikis=_wikis(made))


def _election(number: int, made: random.Random) -> dict[str, Any]:
    day = _day(made, 1850, 2026)
    claims = {"P31": _of("Q40231"), "P585": [statement(time_snak("P585", day))]}
    return item(_qid(number), f"{day[1:5]} {_word(made)}{made.choice(_END)} mayoral election", claims, wikis=1)


def _company(number: int, made: random.Random) -> dict[str, Any]:
    claims = {
        "P31": _of("Q4830453"),
        "P571": [statement(time_snak("P571", f"+{made.randrange(1850, 2024)}-00-00T00:00:00Z", 9))],
    }
    return item(
        _qid(number), f"{_word(made)} {made.choice(('Works', 'Group', 'Motors', 'Bank'))} {_word(made)}", claims
    )


def _film(number: int, made: random.Random) -> dict[str, Any]:
    claims = {"P31": _of("Q11424"), "P577": [statement(time_snak("P577", _day(made, 1920, 2025)))]}
    return item(_qid(number), f"The {_word(made)} of {_word(made)}{made.choice(_END)}", claims, wikis=_wikis(made))


def _town(number: int, made: random.Random) -> dict[str, Any]:
    claims = {
        "P31": _of("Q515"),
        "P571": [statement(time_snak("P571", f"+{made.randrange(900, 1900)}-00-00T00:00:00Z", 9))],
    }
    return item(
        _qid(number), f"{_word(made)}{made.choice(_END)} {made.choice(('Falls', 'Upon Tey', 'Heath', 'Bay'))}", claims
    )


def _undated(number: int, made: random.Random) -> dict[str, Any]:
    return item(_qid(number), f"{_word(made)}idae", {"P31": _of("Q16521")})
