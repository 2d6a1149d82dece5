from __future__ import annotations

import json

from timelines import parse_edtf, reconstruct
from timelines.formats.json import timeline_to_json

TEXT = "As the war in Ukraine enters its seventh year, talks were held in Paris on 4 September 2025."


def test_the_promised_fields() -> None:
    row = timeline_to_json(reconstruct(TEXT, published=parse_edtf("2025-09-05"), title="Talks"))
    assert json.loads(json.dumps(row)) == row
    assert row["article"]["published"] == {"edtf": "2025-09-05", "origin": "given", "reasons": []}
    assert {"id", "title", "language"} <= set(row["article"])
    assert {"start", "end", "text", "type", "value", "edtf"} <= set(row["expressions"][0])
    assert {"id", "start", "end", "trigger", "label", "sentence", "when", "participants", "place", "modality"} <= set(
        row["events"][0]
    )
    assert {"kind", "start", "end", "text", "about", "says"} <= set(row["claims"][0])
    flag = row["flags"][0]
    assert (flag["rule"], flag["name"], flag["family"], flag["severity"]) == (
        "T201",
        "ordinal-period",
        "counting",
        "error",
    )
    assert (flag["quote"], flag["suggestion"]) == ("seventh year", "fourth year")
    assert {"kind", "id", "label", "when", "source"} <= set(flag["evidence"][0])


def test_an_unknown_publication_date_is_null() -> None:
    row = timeline_to_json(reconstruct("The bakery opened again on Tuesday."))
    assert row["article"]["published"] == {"edtf": None, "origin": "unknown", "reasons": []}


def test_what_is_known_and_what_is_not() -> None:
    text = "Angela Merkel met Ana Duarte in Thorp. Merkel left Thorp at noon."
    row = timeline_to_json(reconstruct(text, published=parse_edtf("2015-05-05")))
    merkel = next(each for each in row["known"] if each["id"] == "person/angela-merkel")
    assert (merkel["label"], merkel["mentions"]) == ("Angela Merkel", 2)
    assert merkel["as_of"] >= "2025"
    assert [each["text"] for each in row["unknown"]] == ["Ana Duarte", "Thorp"]
    assert all(text[each["start"] : each["end"]] == each["text"] for each in row["unknown"])
