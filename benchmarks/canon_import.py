"""Imports into canon packs: ``python -m benchmarks.canon_import [DATA] [ITEMS]``.

Imports the files of DATA/reference, then a made dump of ITEMS items of Wikidata's shape (100,000 if not said), each in
a process of its own, and prints rate and peak memory; then how fast a canon with that pack is opened, searched and
read, and whether the questions of tests/canon/lookup.yaml are answered as without it.
"""

from __future__ import annotations

import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import yaml

from tests.canon.importers.dump import entities, entity, write_dump
from timelines.canon.canon import Canon
from timelines.canon.load import load_canon

QUESTIONS = Path(__file__).parents[1] / "tests" / "canon" / "lookup.yaml"
ITEMS = 100_000
ASKED = 300
REFERENCE = (
    ("congress", "us_executive.yaml"),
    ("congress", "us_legislators_current.yaml"),
    ("archigos", "archigos.csv"),
)
IMPORT = "import"


def main(arguments: list[str]) -> int:
    """Print all figures."""
    if arguments[:1] == [IMPORT]:
        return imports(*arguments[1:])
    count = next((int(argument) for argument in arguments if argument.isdigit()), ITEMS)
    data = next((Path(argument) for argument in arguments if not argument.isdigit()), None)
    with tempfile.TemporaryDirectory() as folder:
        reference, pack = Path(folder, "reference.pack"), Path(folder, "dump.pack")
        for form, name in REFERENCE if data is not None else ():
            path = data / "reference" / name if data is not None else Path(name)
            if path.is_file():
                in_own_process(form, path, reference)
        dump = write_dump(Path(folder, "dump.json"), entities(count))
        print(f"dump of {count} items: {dump.stat().st_size / 1e6:.0f} MB")
        in_own_process("wikidata", dump, pack)
        dump.unlink()
        packs = [path for path in (reference, pack) if path.exists()]
        measure_reading(packs, count)
    return 0


def in_own_process(form: str, path: Path, pack: Path) -> None:
    """Import and print, so that peak memory is that of the import alone."""
    command = [sys.executable, "-m", "benchmarks.canon_import", IMPORT, form, str(path), str(pack)]
    subprocess.run(command, check=True)


def imports(form: str, path: str, pack: str) -> int:
    """Carry out one import and print its figures."""
    from timelines.canon.importers.run import import_file

    start = time.perf_counter()
    report = import_file(form, Path(path), Path(pack), as_of="2025-10")
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{form:9}{Path(path).name:28}{report.records:9} records {report.facts:9} facts {report.malformed:4} malformed "
        f"{report.records / seconds:8.0f}/s  peak {peak:5.0f} MB  pack {Path(pack).stat().st_size / 1e6:.0f} MB"
    )
    return 0


def measure_reading(packs: list[Path], count: int) -> None:
    """Opening, questions, names in text."""
    alone = load_canon()
    start = time.perf_counter()
    canon = Canon(dict(alone.loaded), load_canon(packs, builtin=False)._packs)
    print(f"open {len(packs)} packs       {(time.perf_counter() - start) * 1000:8.1f} ms, {len(canon.facts)} facts")
    canon.lookup("x")
    chosen = random.Random(7)
    made = [entity(chosen.randrange(count)) for _ in range(ASKED)]
    labels = [(each["id"].lower(), each["labels"]["en"]["value"]) for each in made if dated(each)]
    kinds: dict[str, Callable[[str], str]] = {
        "name": lambda label: label,
        "question": lambda label: f"when was the {label}?",
        "misspelt": lambda label: misspelt(label, chosen),
        "nonsense": lambda label: f"{label} qxzzy",
    }
    for kind, asking in kinds.items():
        asked = [(id_, asking(label)) for id_, label in labels]
        times, right = [], 0
        for id_, question in asked:
            start = time.perf_counter()
            answers = canon.lookup(question)
            times.append((time.perf_counter() - start) * 1000)
            right += any(id_ in answer.id for answer in answers) if kind != "nonsense" else not answers
        print(f"lookup {kind:12} {quantiles(times)}  {right} of {len(asked)} right")
    asked_of = yaml.load(QUESTIONS.read_text(encoding="utf-8"), yaml.BaseLoader)
    times, same = [], 0
    for row in asked_of:
        start = time.perf_counter()
        answers = canon.lookup(row["ask"])
        times.append((time.perf_counter() - start) * 1000)
        same += [answer.id for answer in answers[:1]] == [answer.id for answer in alone.lookup(row["ask"])[:1]]
    print(f"lookup {'our corpus':12} {quantiles(times)}  {same} of {len(asked_of)} as without packs")
    text = " ".join(f"They said that {label} was there when it rained in the town." for _, label in labels[:80])
    canon.mentions(text)
    start = time.perf_counter()
    found = canon.mentions(text)
    seconds = time.perf_counter() - start
    print(f"names in text      {seconds * 1000:8.1f} ms for {len(text)} characters, {len(found)} names")


def dated(each: dict[str, object]) -> bool:
    """Whether an item of the dump becomes a fact."""
    return "Q16521" not in json.dumps(each)


def misspelt(label: str, chosen: random.Random) -> str:
    """A letter of the longest word left out."""
    word = max(label.split(), key=len)
    at = chosen.randrange(1, len(word) - 1)
    return label.replace(word, word[:at] + word[at + 1 :])


def quantiles(times: list[float]) -> str:
    """The median and the 95th percentile."""
    times.sort()
    return f"p50 {times[len(times) // 2]:6.2f} ms  p95 {times[len(times) * 95 // 100]:6.2f} ms  max {times[-1]:7.2f} ms"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
