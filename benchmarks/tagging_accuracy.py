"""Accuracy of the English tagger on annotated corpora, scored the TempEval-3 way.

    python -m benchmarks.tagging_accuracy DATA_DIR [--errors CORPUS] [--development]

DATA_DIR/timex holds JSON lines {"id", "published", "text", "timex": [{"start", "end", "type", "value"}]}. A third of
the documents of each corpus, chosen by a hash of the id, is set aside: its figures are printed, its errors never.
strict: same start and end; relaxed: any overlap, matched one to one; value: share of relaxed matches with the same
value, times relaxed F1 (UzZaman et al. 2013).
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from timelines.chronology.edtf import parse_edtf
from timelines.model import Expression
from timelines.tagging import tag

CORPORA = {"timebank": "news", "aquaint": "news", "wikiwars_dev": "narrative"}


def set_aside(document: str) -> bool:
    """Whether a document belongs to the third that nobody looks at."""
    return int(hashlib.sha256(document.encode()).hexdigest(), 16) % 3 == 0


@dataclass(slots=True)
class Score:
    """Counts of one group of documents."""

    gold: int = 0
    found: int = 0
    strict: int = 0
    relaxed: int = 0
    types: int = 0
    values: int = 0
    errors: Counter[str] = field(default_factory=Counter)
    rows: list[str] = field(default_factory=list)

    def f1(self, hits: int) -> float:
        """F1 of a number of hits."""
        return 2 * hits / (self.gold + self.found) if self.gold + self.found else 0.0

    def add(self, text: str, name: str, gold: Sequence[dict[str, Any]], found: Sequence[Expression]) -> None:
        """Count one document."""
        self.gold += len(gold)
        self.found += len(found)
        pairs = sorted(
            (
                (g["start"] == e.start and g["end"] == e.end, min(g["end"], e.end) - max(g["start"], e.start), -j, i)
                for i, g in enumerate(gold)
                for j, e in enumerate(found)
                if min(g["end"], e.end) > max(g["start"], e.start)
            ),
            reverse=True,
        )
        used: set[int] = set()
        taken: set[int] = set()
        for exact, _, minus_j, i in pairs:
            j = -minus_j
            if i in used or j in taken:
                continue
            used.add(i)
            taken.add(j)
            g, e = gold[i], found[j]
            self.relaxed += 1
            self.strict += exact
            self.types += g["type"] == e.type
            self.values += g["value"] == e.value
            shown = (
                name,
                text[g["start"] : g["end"]],
                g["value"],
                e.text,
                e.value,
                text[g["start"] - 40 : g["end"] + 25],
            )
            if not exact:
                self._note("span", g["type"], *shown)
            if g["value"] != e.value:
                self._note("value", g["type"], *shown)
        for i, g in enumerate(gold):
            if i not in used:
                around = text[max(0, g["start"] - 40) : g["end"] + 25]
                self._note("missed", g["type"], name, text[g["start"] : g["end"]], g["value"], "", "", around)
        for j, e in enumerate(found):
            if j not in taken:
                around = text[max(0, e.start - 40) : e.end + 25]
                self._note("spurious", e.type, name, "", "", e.text, e.value, around)

    def _note(self, kind: str, of: str, *shown: str) -> None:
        self.errors[f"{kind} {of}"] += 1
        self.rows.append("\t".join([kind, of, *(" ".join(part.split()) for part in shown)]))

    def line(self) -> str:
        """The figures in one line."""
        return (
            f"strict {self.f1(self.strict):.4f}  relaxed {self.f1(self.relaxed):.4f}  type {self.f1(self.types):.4f}  "
            f"value {self.f1(self.values):.4f}  ({self.gold} annotated, {self.found} found)"
        )


def score(documents: Iterable[dict[str, Any]]) -> Score:
    """The figures of some documents."""
    total = Score()
    for document in documents:
        found = tag(document["text"], parse_edtf(document["published"]))
        total.add(document["text"], document["id"], document["timex"], [e for e in found if e.value])
    return total


def read(path: Path) -> list[dict[str, Any]]:
    """The documents of a corpus."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures; 2 when the corpora are not there."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--errors", default="", help="print the disagreements of the development part of a corpus")
    parser.add_argument("--development", action="store_true", help="leave out the documents set aside")
    options = parser.parse_args(arguments)
    missing = [name for name in CORPORA if not (options.data / "timex" / f"{name}.jsonl").is_file()]
    if missing:
        print(
            f"tagging accuracy: not measured, no {', '.join(missing)} under {options.data / 'timex'}", file=sys.stderr
        )
        return 2
    corpora = {name: read(options.data / "timex" / f"{name}.jsonl") for name in CORPORA}
    for part in ("development", "set aside")[: 1 if options.development else 2]:
        chosen = {
            name: [d for d in documents if set_aside(d["id"]) == (part == "set aside")]
            for name, documents in corpora.items()
        }
        chosen["news"] = chosen["timebank"] + chosen["aquaint"]
        for name, documents in chosen.items():
            figures = score(documents)
            print(f"{part:12} {name:13} {figures.line()}")
            if name in ("news", "wikiwars_dev"):
                print("             " + ", ".join(f"{kind} {n}" for kind, n in sorted(figures.errors.items())))
            if part == "development" and name == options.errors:
                print("\n".join(sorted(figures.rows)))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
