"""SARIF 2.1.0 (OASIS 2020), the static analysis results that code hosts and editors show.

Columns count UTF-16 code units from 1, and an end column lies behind the last one (sections 3.14.17 and 3.30).
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from timelines.checks.registry import RULES
from timelines.checks.rule import Example, Rule
from timelines.formats.checked import CheckedFile
from timelines.model import Evidence, Flag, Notice, Severity

Json = dict[str, Any]

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_NUMBERS = {rule.code: number for number, rule in enumerate(RULES)}
# The name under which tools know the folder that relative addresses start from.
_ROOT = "%SRCROOT%"


def checked_to_sarif(files: Sequence[CheckedFile], *, version: str) -> Json:
    """One run over all files; ``version`` is that of the program."""
    artifacts = {name: number for number, name in enumerate(dict.fromkeys(file.name for file in files))}
    run: Json = {
        "tool": {
            "driver": {
                "name": "Timelines",
                "version": version,
                "fullName": f"Timelines {version}",
                "shortDescription": {"text": "Flags what cannot be true in time."},
                "rules": [rule_to_sarif(rule) for rule in RULES],
            }
        },
        "columnKind": "utf16CodeUnits",
        "artifacts": [{"location": _location(name), "roles": ["analysisTarget"]} for name in artifacts],
        "invocations": [_invocation(files, artifacts)],
        "results": [result for file in files for result in _results(file, artifacts[file.name])],
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def rule_to_sarif(rule: Rule) -> Json:
    """A rule with its help: what it looks at, what it flags and what it leaves alone."""
    flagged = [f"{each.text} → {each.suggestion}" if each.suggestion else each.text for each in rule.examples]
    left = [each.text for each in rule.counter_examples]
    text = [rule.description.strip(), "Flagged:", *flagged, "Not flagged:", *left]
    markdown = [rule.description.strip(), "**Flagged**", _list(rule.examples), "**Not flagged**"]
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.description.strip()},
        "help": {
            "text": "\n".join(text),
            "markdown": "\n\n".join([*markdown, _list(rule.counter_examples)]),
        },
        "defaultConfiguration": {"level": "warning"},
        "properties": {"tags": ["time", rule.family]},
    }


def _list(examples: Sequence[Example]) -> str:
    rows = []
    for each in examples:
        wrong, right = each.quote, each.suggestion
        text = each.text.replace(wrong, f"**{wrong}**", 1) if wrong else each.text
        rows.append(f"- {text} → *{right}*" if right else f"- {text}")
    return "\n".join(rows).replace("\n\n", "\n")


def _results(file: CheckedFile, artifact: int) -> list[Json]:
    standing = [_result(file, flag, artifact) for flag in file.flags]
    in_source = [{"kind": "inSource"}]
    return standing + [_result(file, flag, artifact) | {"suppressions": in_source} for flag in file.suppressed]


def _result(file: CheckedFile, flag: Flag, artifact: int) -> Json:
    result: Json = {
        "ruleId": flag.rule,
        "ruleIndex": _NUMBERS[flag.rule],
        "level": _LEVELS[flag.severity],
        "rank": round(100 * flag.confidence, 1),
        "message": {"text": flag.message},
        "locations": [{"physicalLocation": _place(file, flag.start, flag.end, artifact)}],
        "partialFingerprints": {"timelines/v1": _fingerprint(file, flag)},
        "properties": {
            "claimed": flag.claimed,
            "expected": flag.expected,
            "evidence": [_evidence(step) for step in flag.evidence],
        },
    }
    related = [step for step in flag.evidence if step.start is not None and step.end is not None]
    if related:
        result["relatedLocations"] = [
            {
                "id": number,
                "physicalLocation": _place(file, step.start or 0, step.end or 0, artifact),
                "message": {"text": _evidence(step)},
            }
            for number, step in enumerate(related, 1)
        ]
    if flag.suggestion:
        replacement = {
            "deletedRegion": _region(file, flag.start, flag.end),
            "insertedContent": {"text": flag.suggestion},
        }
        change = {"artifactLocation": _location(file.name) | {"index": artifact}, "replacements": [replacement]}
        result["fixes"] = [
            {"description": {"text": f"Write “{flag.suggestion}”."}, "artifactChanges": [change]},
        ]
    return result


def _invocation(files: Sequence[CheckedFile], artifacts: dict[str, int]) -> Json:
    unread = [file for file in files if file.error]
    invocation: Json = {"executionSuccessful": not unread}
    if unread:
        invocation["toolExecutionNotifications"] = [
            {
                "level": "error",
                "message": {"text": file.error},
                "locations": [{"physicalLocation": {"artifactLocation": _location(file.name)}}],
            }
            for file in unread
        ]
    notices = [(file, notice) for file in files for notice in file.notices]
    if notices:
        invocation["toolConfigurationNotifications"] = [
            _notification(file, notice, artifacts[file.name]) for file, notice in notices
        ]
    return invocation


def _notification(file: CheckedFile, notice: Notice, artifact: int) -> Json:
    place = _place(file, notice.start, notice.end, artifact)
    return {"level": "warning", "message": {"text": notice.message}, "locations": [{"physicalLocation": place}]}


def _place(file: CheckedFile, start: int, end: int, artifact: int) -> Json:
    return {
        "artifactLocation": _location(file.name) | {"index": artifact},
        "region": _region(file, start, end) | {"snippet": {"text": file.text[start:end]}},
    }


def _region(file: CheckedFile, start: int, end: int) -> Json:
    lines = file.lines
    return {
        "startLine": lines.number(start),
        "startColumn": lines.utf16_column(start),
        "endLine": lines.number(end),
        "endColumn": lines.utf16_column(end),
    }


def _location(name: str) -> Json:
    """The address of a file: relative to the folder of the run, or absolute where its name is."""
    path = PurePath(name)
    if path.is_absolute():
        return {"uri": path.as_uri()}
    return {"uri": quote(path.as_posix(), safe="/-._~!$&'()*+,;=@"), "uriBaseId": _ROOT}


def _evidence(step: Evidence) -> str:
    return f"{step.label} ({step.source})" if step.source else step.label


def _fingerprint(file: CheckedFile, flag: Flag) -> str:
    """The same wherever in the file the line comes to stand."""
    low, high = file.lines.bounds(file.lines.number(flag.start))
    line = " ".join(file.text[low:high].split())
    return hashlib.sha256(f"{flag.rule}\n{flag.quote}\n{line}".encode()).hexdigest()[:32]
