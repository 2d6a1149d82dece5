"""The structure is checked against what SARIF 2.1.0 (OASIS) demands of the objects that are written."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import unquote

from jsonschema import Draft7Validator

from tests.formats.flags import checked, flag
from timelines.checks.registry import RULES
from timelines.formats.checked import CheckedFile
from timelines.formats.sarif import checked_to_sarif
from timelines.model import Evidence, Notice, Severity

TEXT = "😀 One.\n😀 As the war enters its seventh year."

_MESSAGE = {
    "type": "object",
    "required": ["text"],
    "properties": {"text": {"type": "string", "minLength": 1}},
    "additionalProperties": False,
}
_REGION = {
    "type": "object",
    "required": ["startLine", "startColumn", "endLine", "endColumn"],
    "properties": {
        **{name: {"type": "integer", "minimum": 1} for name in ("startLine", "startColumn", "endLine", "endColumn")},
        "snippet": _MESSAGE,
    },
    "additionalProperties": False,
}
_ARTIFACT = {
    "type": "object",
    "required": ["uri"],
    "properties": {
        "uri": {"type": "string", "pattern": "^[A-Za-z0-9%/:._~!$&'()*+,;=@-]+$"},
        "uriBaseId": {"type": "string"},
        "index": {"type": "integer", "minimum": 0},
    },
    "additionalProperties": False,
}
_PLACE = {
    "type": "object",
    "required": ["artifactLocation"],
    "properties": {"artifactLocation": _ARTIFACT, "region": _REGION},
    "additionalProperties": False,
}
_LOCATION = {
    "type": "object",
    "required": ["physicalLocation"],
    "properties": {"id": {"type": "integer", "minimum": 0}, "physicalLocation": _PLACE, "message": _MESSAGE},
    "additionalProperties": False,
}
_LEVEL = {"enum": ["none", "note", "warning", "error"]}
_NOTIFICATION = {
    "type": "object",
    "required": ["message"],
    "properties": {"message": _MESSAGE, "level": _LEVEL, "locations": {"type": "array", "items": _LOCATION}},
    "additionalProperties": False,
}
_FIX = {
    "type": "object",
    "required": ["artifactChanges"],
    "properties": {
        "description": _MESSAGE,
        "artifactChanges": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["artifactLocation", "replacements"],
                "properties": {
                    "artifactLocation": _ARTIFACT,
                    "replacements": {
                        "type": "array",
                        "minItems": 1,
                        "items": {
                            "type": "object",
                            "required": ["deletedRegion"],
                            "properties": {"deletedRegion": _REGION, "insertedContent": _MESSAGE},
                            "additionalProperties": False,
                        },
                    },
                },
                "additionalProperties": False,
            },
        },
    },
    "additionalProperties": False,
}
_RESULT = {
    "type": "object",
    "required": ["message", "ruleId"],
    "properties": {
        "ruleId": {"type": "string"},
        "ruleIndex": {"type": "integer", "minimum": 0},
        "level": _LEVEL,
        "rank": {"type": "number", "minimum": 0, "maximum": 100},
        "message": _MESSAGE,
        "locations": {"type": "array", "items": _LOCATION},
        "relatedLocations": {"type": "array", "items": _LOCATION, "uniqueItems": True},
        "partialFingerprints": {"type": "object", "additionalProperties": {"type": "string"}},
        "fixes": {"type": "array", "items": _FIX, "uniqueItems": True},
        "suppressions": {"type": "array", "items": {"properties": {"kind": {"enum": ["inSource", "external"]}}}},
        "properties": {"type": "object"},
    },
    "additionalProperties": False,
}
_RULE = {
    "type": "object",
    "required": ["id"],
    "properties": {
        "id": {"type": "string"},
        "name": {"type": "string"},
        "shortDescription": _MESSAGE,
        "fullDescription": _MESSAGE,
        "help": {
            "type": "object",
            "required": ["text"],
            "properties": {"text": {"type": "string"}, "markdown": {"type": "string"}},
            "additionalProperties": False,
        },
        "defaultConfiguration": {"type": "object", "properties": {"level": _LEVEL}, "additionalProperties": False},
        "properties": {"type": "object", "properties": {"tags": {"type": "array", "uniqueItems": True}}},
    },
    "additionalProperties": False,
}
SCHEMA = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "$schema": {"type": "string", "format": "uri"},
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["tool"],
                "properties": {
                    "tool": {
                        "type": "object",
                        "required": ["driver"],
                        "properties": {
                            "driver": {
                                "type": "object",
                                "required": ["name"],
                                "properties": {
                                    "name": {"type": "string"},
                                    "version": {"type": "string"},
                                    "fullName": {"type": "string"},
                                    "shortDescription": _MESSAGE,
                                    "rules": {"type": "array", "items": _RULE, "uniqueItems": True},
                                },
                                "additionalProperties": False,
                            }
                        },
                        "additionalProperties": False,
                    },
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "artifacts": {
                        "type": "array",
                        "uniqueItems": True,
                        "items": {
                            "type": "object",
                            "properties": {"location": _ARTIFACT, "roles": {"type": "array"}},
                            "additionalProperties": False,
                        },
                    },
                    "invocations": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "required": ["executionSuccessful"],
                            "properties": {
                                "executionSuccessful": {"type": "boolean"},
                                "toolExecutionNotifications": {"type": "array", "items": _NOTIFICATION},
                                "toolConfigurationNotifications": {"type": "array", "items": _NOTIFICATION},
                            },
                            "additionalProperties": False,
                        },
                    },
                    "results": {"type": "array", "items": _RESULT},
                },
                "additionalProperties": False,
            },
        },
    },
    "additionalProperties": False,
}


def written(*files: CheckedFile) -> dict[str, Any]:
    """The only run of a valid document."""
    document = json.loads(json.dumps(checked_to_sarif(files, version="1.2.3")))
    Draft7Validator(SCHEMA).validate(document)
    run: dict[str, Any] = document["runs"][0]
    return run


def test_every_rule_has_help() -> None:
    driver = written()["tool"]["driver"]
    assert driver["version"] == "1.2.3"
    assert [rule["id"] for rule in driver["rules"]] == [rule.code for rule in RULES]
    for known, rule in zip(RULES, driver["rules"], strict=True):
        assert known.examples[0].text in rule["help"]["text"]
        assert "**Not flagged**" in rule["help"]["markdown"]


def test_regions_count_utf16_units() -> None:
    run = written(checked(TEXT, flag(TEXT, "seventh year")))
    assert run["columnKind"] == "utf16CodeUnits"
    (result,) = run["results"]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert region == {
        "startLine": 2, "startColumn": 26, "endLine": 2, "endColumn": 38, "snippet": {"text": "seventh year"},
    }  # fmt: skip
    line = TEXT.split("\n")[1].encode("utf-16-le")
    assert line[2 * 25 : 2 * 37].decode("utf-16-le") == "seventh year"


def test_a_correction_is_a_fix_that_replaces_the_words() -> None:
    (result,) = written(checked(TEXT, flag(TEXT, "seventh year")))["results"]
    (change,) = result["fixes"][0]["artifactChanges"]
    (replacement,) = change["replacements"]
    assert replacement["insertedContent"] == {"text": "fourth year"}
    assert (replacement["deletedRegion"]["startColumn"], replacement["deletedRegion"]["endColumn"]) == (26, 38)
    (without,) = written(checked(TEXT, flag(TEXT, "seventh year", suggestion="")))["results"]
    assert "fixes" not in without


def test_rules_and_files_are_referred_to_by_number() -> None:
    other = checked(TEXT, flag(TEXT, "war", rule="T102", severity=Severity.INFO), name="docs/ä 1%#?.md")
    run = written(checked(TEXT), other)
    (result,) = run["results"]
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "T102"
    place = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert run["artifacts"][place["index"]]["location"]["uri"] == place["uri"]
    assert unquote(place["uri"]) == "docs/ä 1%#?.md"
    assert result["level"] == "note"
    assert result["rank"] == 97


def test_absolute_names_are_file_addresses() -> None:
    (artifact,) = written(checked(TEXT, name="/srv/talks.txt"))["artifacts"]
    assert artifact["location"] == {"uri": "file:///srv/talks.txt"}


def test_evidence_in_the_text_is_a_related_location() -> None:
    evidence = (Evidence("text", "date@0", "One", start=2, end=5), Evidence("canon", "event/war", "The war"))
    (result,) = written(checked(TEXT, flag(TEXT, "seventh year", evidence=evidence)))["results"]
    (related,) = result["relatedLocations"]
    assert related["physicalLocation"]["region"]["snippet"] == {"text": "One"}
    assert result["properties"]["evidence"] == ["One", "The war"]


def test_suppressed_flags_say_so() -> None:
    run = written(checked(TEXT, suppressed=(flag(TEXT, "seventh year"),)))
    assert [result["suppressions"] for result in run["results"]] == [[{"kind": "inSource"}]]


def test_the_fingerprint_outlives_a_move() -> None:
    moved = "New first line.\n" + TEXT
    (before,), (after,) = (written(checked(text, flag(text, "seventh year")))["results"] for text in (TEXT, moved))
    assert before["partialFingerprints"] == after["partialFingerprints"]
    assert re.fullmatch("[0-9a-f]{32}", before["partialFingerprints"]["timelines/v1"])


def test_broken_files_and_comments_are_notifications() -> None:
    notice = CheckedFile("b.md", "<!-- x -->", notices=(Notice(0, 10, "This comment is wrong."),))
    (invocation,) = written(CheckedFile("a.txt", error="a.txt: there is no such file."), notice)["invocations"]
    assert invocation["executionSuccessful"] is False
    assert invocation["toolExecutionNotifications"][0]["message"]["text"] == "a.txt: there is no such file."
    assert invocation["toolConfigurationNotifications"][0]["level"] == "warning"
