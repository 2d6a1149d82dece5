"""Speed of the English tagger: throughput, memory, import time, and how time grows on hostile input.

    python -m benchmarks.tagging_speed DATA_DIR

Throughput is measured on the articles of DATA_DIR/timeline17 in one process.
"""

from __future__ import annotations

import argparse
import itertools
import json
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from timelines.chronology.span import Span
from timelines.tagging import tag

HOSTILE = {
    "digits": "7",
    "years": "1984 ",
    "slashes": "/",
    "digits and slashes": "1/",
    "of the": "of the ",
    "the day before": "the day before ",
    "Unicode digits": "٧",
    "one endless line": "word ",
    "one endless word": "a",
    "months": "May ",
    "weekdays": "Monday, ",
    "hyphens": "1-",
    "decades": "'90s ",
    "half past": "half past ",
    "blank lines": "\n \n",
    "numbers in words": "twenty hundred and ",
    "early late": "early late ",
    "quotes": "''",
    "dots": "a.m. ",
}
SIZES = (125_000, 250_000, 500_000, 1_000_000)


def hostile() -> None:
    """Print seconds per size and the factor per doubling; linear is 2."""
    print(f"{'processor seconds for':24}" + "".join(f"{size:>12,}" for size in SIZES) + "   factor per doubling")
    for name, unit in HOSTILE.items():
        times = []
        for size in SIZES:
            text = (unit * (size // len(unit) + 1))[:size]
            started = time.process_time()
            tag(text, Span.day(2025, 9, 5))
            times.append(time.process_time() - started)
        factors = [later / earlier for earlier, later in itertools.pairwise(times)]
        print(f"{name:24}" + "".join(f"{t:12.2f}" for t in times) + "   " + " ".join(f"{f:.1f}" for f in factors))


def throughput(data: Path) -> None:
    """Print MB/s and memory on news articles."""
    texts = []
    for path in sorted(data.glob("timeline17/*/articles.jsonl")):
        with path.open(encoding="utf-8") as lines:
            texts += [json.loads(line)["text"] for line in lines]
    if not texts:
        print(f"tagging speed: throughput not measured, no articles under {data / 'timeline17'}", file=sys.stderr)
        return
    reference = Span.day(2011, 3, 1)
    tag("today", reference)
    size = sum(len(text.encode()) for text in texts)
    started, worked = time.perf_counter(), time.process_time()
    found = sum(len(tag(text, reference)) for text in texts)
    seconds, work = time.perf_counter() - started, time.process_time() - worked
    print(
        f"{size / 1e6:.2f} MB in {seconds:.2f} s: {size / 1e6 / seconds:.2f} MB/s, {found} expressions "
        f"({size / 1e6 / work:.2f} MB per second of processor time)"
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Print all figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    options = parser.parse_args(arguments)
    command = "import time; t = time.perf_counter(); import timelines.tagging; print(f'{time.perf_counter() - t:.3f}')"
    imported = subprocess.run([sys.executable, "-c", command], capture_output=True, text=True, check=False)
    print(f"import: {imported.stdout.strip() or 'failed'} s")
    started = time.perf_counter()
    tag("today")
    print(f"first call (compiles the rules): {time.perf_counter() - started:.3f} s")
    throughput(options.data)
    print(f"memory at its highest: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    hostile()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
