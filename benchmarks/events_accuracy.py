"""Events of news articles: ``python -m benchmarks.events_accuracy DATA``; prints the scorer's figures.

The articles are DATA/articles/wikinews_dev.jsonl (TimeSET, CC BY 4.0), scored by ``tools/score_events.py`` beside DATA.
The last line counts the order of dated pairs once more, in the direction that the dates of the annotators have: there
``AFTER a b`` says that b happened after a.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from timelines import parse_edtf, reconstruct
from timelines.formats.json import timeline_to_json


def main(arguments: list[str]) -> int:
    """Print found, dated, exact, precision and order; 0 also where there is nothing to measure."""
    data = Path(arguments[0]) if arguments else Path("data")
    gold = data / "articles" / "wikinews_dev.jsonl"
    scorer = data.parent / "tools" / "score_events.py"
    if not gold.is_file() or not scorer.is_file():
        print(f"No articles with events at {gold}; nothing measured.")
        return 0
    rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    predicted = {row["id"]: _events(row) for row in rows}
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for id_, events in predicted.items():
            file.write(json.dumps({"id": id_, "events": events}) + "\n")
        file.flush()
        result = subprocess.run([sys.executable, str(scorer), str(gold), file.name], text=True, capture_output=True)
    print(result.stdout.strip() or result.stderr.strip())
    right, pairs = _order(rows, predicted)
    print(f"order by the annotators' own direction: {right} of {pairs} pairs that are dated apart")
    return result.returncode


def _events(row: dict[str, Any]) -> list[dict[str, Any]]:
    timeline = reconstruct(row["text"], published=parse_edtf(row["published"]), title=row["title"])
    events: list[dict[str, Any]] = timeline_to_json(timeline)["events"]
    return events


def _order(rows: list[dict[str, Any]], predicted: dict[str, list[dict[str, Any]]]) -> tuple[int, int]:
    right = pairs = 0
    for row in rows:
        dates = {gold["id"]: _date(gold, predicted[row["id"]]) for gold in row["events"]}
        for relation, first, second in row["order"]:
            earlier, later = dates.get(first), dates.get(second)
            if relation != "AFTER" or earlier is None or later is None:
                continue
            if earlier[1] < later[0] or later[1] < earlier[0]:
                pairs += 1
                right += earlier[1] < later[0]
    return right, pairs


def _date(gold: dict[str, Any], events: list[dict[str, Any]]) -> tuple[str, str] | None:
    covering = sorted(
        (event for event in events if event["start"] <= gold["start"] and gold["end"] <= event["end"]),
        key=lambda event: event["end"] - event["start"],
    )
    for event in covering:
        when = event["when"] or {}
        if when.get("earliest") and when.get("latest"):
            return when["earliest"], when["latest"]
    return None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
