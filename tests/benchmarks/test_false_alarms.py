"""Benchmarks are no package of the installed program: they run as they are run, in the folder of the project."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def run(data: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.false_alarms", str(data)],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return done.stdout


def test_flags_are_listed_with_their_verdicts_and_counted(tmp_path: Path) -> None:
    (tmp_path / "timeline17" / "topic").mkdir(parents=True)
    rows = [
        {"id": "1", "published": "2024-01-02", "text": "The march set off on\nSunday, January 1, 2024."},
        {"id": "2", "published": "2024-01-02", "text": "It rained."},
    ]
    file = tmp_path / "timeline17" / "topic" / "articles.jsonl"
    file.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    lines = run(tmp_path).splitlines()
    assert lines[0].startswith("topic/1 T102 ")
    assert "no verdict yet" in lines[2]
    assert lines[-3:] == [
        "by rule: T102 1",
        "2 articles, 1 flags: 50.00 for 100 articles",
        "0 real, 0 impossible, 0 false; deserved - of the 0 with a verdict; 1 without",
    ]


def test_without_news_nothing_is_measured(tmp_path: Path) -> None:
    assert run(tmp_path).startswith("No news articles at ")
