from __future__ import annotations

import json
from pathlib import Path

from tests.app.cli.conftest import Program


def test_the_built_in_canon_is_without_mistakes(program: Program) -> None:
    outcome = program("canon", "check")
    assert outcome.status == 0
    assert outcome.out.endswith(" facts, no mistakes.\n")


def test_a_mistake_is_named_with_its_place(program: Program) -> None:
    Path("own.yaml").write_text("events:\n  - id: event/x\n    whn: 2025-02-30\n", encoding="utf-8")
    outcome = program("canon", "check", "own.yaml")
    assert outcome.status == 2
    assert "own.yaml:" in outcome.out
    refused = program("check", "article.txt", "--canon", "own.yaml")
    assert refused.status == 2
    assert "own.yaml:" in refused.err


def test_search(program: Program) -> None:
    assert "1989-11-09" in program("canon", "search", "fall of the Berlin Wall").out


def test_stats(program: Program) -> None:
    words = program("canon", "stats")
    assert " facts as of " in words.out
    counted = json.loads(program("canon", "stats", "--format", "json").out)
    assert counted["facts"] == sum(kind["facts"] for kind in counted["kinds"])
