from __future__ import annotations

import json

from tests.formats.flags import checked, flag
from timelines.formats.checked import CheckedFile
from timelines.formats.json import flag_to_json
from timelines.formats.report import checked_to_json
from timelines.model import Notice

TEXT = "One.\nAs the war enters its seventh year."


def test_the_promised_fields() -> None:
    wrong = flag(TEXT, "seventh year")
    file = checked(TEXT, wrong, suppressed=(flag(TEXT, "war"),))
    document = checked_to_json([file, CheckedFile("b.txt", error="b.txt: there is no such file.")])
    assert json.loads(json.dumps(document)) == document
    first, second = document["files"]
    assert first["file"] == "talks.txt"
    assert first["error"] is None
    assert first["published"] == {"edtf": "2025-09-05", "origin": "given", "reasons": []}
    place = {"line": 2, "column": 23, "end_line": 2, "end_column": 35}
    assert first["flags"] == [flag_to_json(wrong) | place]
    assert [each["quote"] for each in first["suppressed"]] == ["war"]
    assert second["error"] == "b.txt: there is no such file."
    assert second["flags"] == []
    assert document["summary"] == {
        "files": 1, "errors": 1, "warnings": 0, "infos": 0, "suppressed": 1, "unreadable": 1,
    }  # fmt: skip


def test_notices_have_places() -> None:
    document = checked_to_json([CheckedFile("a", "\n<!-- x -->", notices=(Notice(1, 11, "Wrong."),))])
    (notice,) = document["files"][0]["notices"]
    assert notice == {
        "start": 1, "end": 11, "message": "Wrong.", "line": 2, "column": 1, "end_line": 2, "end_column": 11,
    }  # fmt: skip
