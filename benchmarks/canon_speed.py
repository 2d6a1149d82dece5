"""Speed of the canon: ``python -m benchmarks.canon_speed [DATA]``.

Loading from files and from the cache, building the indexes, scanning text (the articles below DATA/timex, or a text
made of the canon's own names), and answering the questions of tests/canon/lookup.yaml.
"""

from __future__ import annotations

import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import yaml

from timelines.canon.canon import Canon
from timelines.canon.load import BUILTIN, load_canon

QUESTIONS = Path(__file__).parents[1] / "tests" / "canon" / "lookup.yaml"
RUNS = 5


def main(arguments: list[str]) -> int:
    """Print the figures; the best of five runs each."""
    with tempfile.TemporaryDirectory() as folder:
        cache = Path(folder) / "cache.json"
        canon = load_canon([BUILTIN], builtin=False, cache=cache)
        stats = canon.stats()
        print(f"{stats.written} facts written, {stats.facts} with derived events, {stats.names} names")
        print(f"load from files    {best(lambda: load_canon([BUILTIN], builtin=False)):8.3f} s")
        print(f"load from cache    {best(lambda: load_canon([BUILTIN], builtin=False, cache=cache)):8.3f} s")
    print(f"build name index   {best(lambda: Canon(canon.facts).index):8.3f} s")
    print(f"build lookup       {best(lambda: Canon(canon.facts).lookup('x')):8.3f} s")
    texts = articles(Path(arguments[0])) if arguments else []
    for name, text in (("articles", texts), ("dense in names", dense(canon))):
        size = sum(len(part.encode()) for part in text) / 1e6
        if size:
            seconds = best(lambda text=text: [canon.mentions(part) for part in text])  # type: ignore[misc]
            found = sum(len(canon.mentions(part)) for part in text)
            print(f"scan {name:14}{size / seconds:8.1f} MB/s ({size:.2f} MB, {found} names)")
    asked = [row["ask"] for row in yaml.load(QUESTIONS.read_text(encoding="utf-8"), yaml.BaseLoader)]
    times = sorted(best(lambda ask=ask: canon.lookup(ask)) * 1000 for ask in asked)  # type: ignore[misc]
    print(f"lookup             {statistics.median(times):8.2f} ms median, {times[-1]:.2f} ms slowest of {len(times)}")
    return 0


def best(run: Callable[[], object]) -> float:
    """Seconds of the fastest run."""
    taken = []
    for _ in range(RUNS):
        start = time.perf_counter()
        run()
        taken.append(time.perf_counter() - start)
    return min(taken)


def articles(data: Path) -> list[str]:
    """The texts below DATA/timex."""
    files = sorted((data / "timex").glob("*.jsonl"))
    return [json.loads(line)["text"] for file in files for line in file.read_text(encoding="utf-8").splitlines()]


def dense(canon: Canon) -> list[str]:
    """Sentences of which every fifth word is a name of the canon, in pieces of the length of an article."""
    names = [name for fact in canon.facts.values() if fact.derived_from is None for name in fact.names]
    filler = "and then they said that it was so"
    return [" ".join(f"{filler} {name}." for name in names[at : at + 100]) for at in range(0, len(names), 100)]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
