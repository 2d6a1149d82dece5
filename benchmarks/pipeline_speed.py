"""Speed of everything and its stages on news text: ``python -m benchmarks.pipeline_speed DATA``."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from timelines import parse_edtf, reconstruct
from timelines.pipeline import builtin_canon
from timelines.reading.sentences import sentences
from timelines.tagging import tag

_ARTICLES = 300


def main(arguments: list[str]) -> int:
    """Print KB/s of sentences, tagging, names and the whole reconstruction over up to 300 news articles."""
    data = Path(arguments[0]) if arguments else Path("data")
    files = sorted((data / "timeline17").glob("*/articles.jsonl"))
    if not files:
        print(f"No news articles at {data / 'timeline17'}; nothing measured.")
        return 0
    rows = [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    rows = rows[:: max(1, len(rows) // _ARTICLES)][:_ARTICLES]
    started = time.perf_counter()
    canon = builtin_canon()
    print(f"canon loaded in {time.perf_counter() - started:.2f} s")
    articles = [(_text(row), parse_edtf(row["published"][:10])) for row in rows]
    size = sum(len(text) for text, _ in articles) / 1000
    for name, stage in (
        ("sentences", lambda text, published: sentences(text)),
        ("tagging", lambda text, published: tag(text, published)),
        ("names", lambda text, published: canon.mentions(text)),
        ("everything", lambda text, published: reconstruct(text, published=published)),
    ):
        started = time.perf_counter()
        for text, published in articles:
            stage(text, published)
        seconds = time.perf_counter() - started
        print(f"{name:12} {size / seconds:10.0f} KB/s  {1000 * seconds / len(articles):8.2f} ms an article")
    return 0


def _text(row: dict[str, str]) -> str:
    text = row["text"]
    return text if isinstance(text, str) else "\n".join(text)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
