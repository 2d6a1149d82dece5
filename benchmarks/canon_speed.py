"""Speed of the canon: ``python -m benchmarks.canon_speed [DATA]``.

Loading, the name index and the first lookup, each from the files and from the cache; scanning text (the articles
below DATA/timex, or a text made of the canon's own names); and answering the questions of tests/canon/lookup.yaml.
"""

from __future__ import annotations

import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

import yaml

from timelines.canon.canon import Canon
from timelines.canon.load import BUILTIN, load_canon

QUESTIONS = Path(__file__).parents[1] / "tests" / "canon" / "lookup.yaml"
RUNS = 5
T = TypeVar("T")


def main(arguments: list[str]) -> int:
    """Print the figures; the best of five runs each."""
    with tempfile.TemporaryDirectory() as folder:
        caches = [Path(folder) / f"{run}.json" for run in range(RUNS)]
        files = starts(caches)
        stored = starts(caches)
        canon = load_canon([BUILTIN], builtin=False, cache=caches[0])
    stats = canon.stats()
    print(f"{stats.written} facts written, {stats.facts} with derived events, {stats.names} names")
    print("processor seconds    from files   from cache")
    for step, seconds in files.items():
        print(f"{step:18}{seconds:12.3f} s{stored[step]:11.3f} s")
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


def starts(caches: Sequence[Path]) -> dict[str, float]:
    """Processor seconds of each step to the first answers, writing what is not yet cached; the least of all runs."""
    taken: dict[str, list[float]] = {}

    def timed(step: str, run: Callable[[], T]) -> T:
        start = time.process_time()
        result = run()
        taken.setdefault(step, []).append(time.process_time() - start)
        return result

    for cache in caches:
        canon = timed("load", lambda cache=cache: load_canon([BUILTIN], builtin=False, cache=cache))  # type: ignore[misc]
        timed("name index", lambda canon=canon: canon.index)  # type: ignore[misc]
        timed("first mentions", lambda canon=canon: canon.mentions("Angela Merkel spoke."))  # type: ignore[misc]
        timed("first lookup", lambda canon=canon: canon.lookup("fall of the Berlin Wall"))  # type: ignore[misc]
        timed("brief events of a month", lambda canon=canon: canon.brief_events(730_000, 730_030, 31))  # type: ignore[misc]
        timed("all facts read", lambda canon=canon: list(canon.loaded.values()))  # type: ignore[misc]
    return {step: min(times) for step, times in taken.items()}


def best(run: Callable[[], object]) -> float:
    """Processor seconds of the fastest run."""
    taken = []
    for _ in range(RUNS):
        start = time.process_time()
        run()
        taken.append(time.process_time() - start)
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
