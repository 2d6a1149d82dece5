"""Runs every benchmark in turn: ``python -m benchmarks [DATA]``; DATA is the folder with the corpora."""

from __future__ import annotations

import pkgutil
import subprocess
import sys
from pathlib import Path

import benchmarks


def main(arguments: list[str]) -> int:
    """Run the benchmarks one after the other; the exit code is that of the worst."""
    data = arguments[:1]
    if data and not Path(data[0]).is_dir():
        print(f"No corpora at {data[0]}: the benchmarks that need them say so and print nothing else.")
    worst = 0
    for module in pkgutil.iter_modules(benchmarks.__path__):
        if module.name.startswith("_"):
            continue
        print(f"\n== {module.name} ==", flush=True)
        worst = max(worst, subprocess.run([sys.executable, "-m", f"benchmarks.{module.name}", *data]).returncode)
    return worst


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
