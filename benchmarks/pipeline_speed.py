"""Speed of every stage of reading: ``python -m benchmarks.pipeline_speed DATA [--kinds NAME,…] [--largest MB]``.

First what loading costs: the processor time of new processes, to compare with the bare interpreter. Then KB/s by stage
on news: as articles, and joined into one text of 0.25, 0.5, 1 and 2 MB, and a check of one article of 5 KB. Then the
seconds of each stage on hostile texts of the same sizes. A stage is linear where the last column, the factor of the
last doubling, is about 2; a kind of text on which a stage takes longer than ``_PATIENCE`` is not tried on the next
size. Seconds are of the processor, so that a busy machine does not blur them.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from timelines import check, parse_edtf, reconstruct
from timelines.canon.canon import Canon
from timelines.checks.registry import find_flags
from timelines.checks.rule import Case
from timelines.checks.suppression import Suppressions
from timelines.chronology import Span
from timelines.drawing import figure
from timelines.extraction.claims import extract_claims
from timelines.extraction.events import extract_events
from timelines.extraction.passage import Passage
from timelines.formats.json import timeline_to_json
from timelines.model import Article, Published, Timeline
from timelines.options import Options
from timelines.pipeline import builtin_canon, known_names
from timelines.placing.place import place_events
from timelines.reading.plain import PlainText, restored
from timelines.reasoning.problem import Problem
from timelines.reasoning.publication import infer_publication
from timelines.tagging import tag

_ARTICLES = 300
# Code points of the article that is checked alone, and how often what is short is measured.
_CHECKED = 5_000
_TRIES = 5
# Code points; the last is the largest text that the service takes.
_SIZES = (250_000, 500_000, 1_000_000, 2_000_000)
# Seconds that one stage may take before larger texts are left out.
_PATIENCE = 60.0
HOSTILE: dict[str, str] = {
    "one word": "a",
    "spaces": " ",
    "newlines": "\n",
    "digits": "1234567890",
    "the day before": "the day before ",
    "clauses": "the army, which attacked the town, said it won, ",
    "opening quotes": "“",
    "mixed quotes": "“‘«`'",
    "quoted words": '“he said " they came ',
    "capitals": "A B C D E F G ",
    "presidents": "President ",
    "brackets": "([{",
    "dashes": "-–—",
    "full stops": ".",
    "abbreviations": "Mr. Gov.\nU.S.\nPresident at 5 p.m. Eastern ",
    "sentence": "The army said on Monday that President Barack Obama was re-elected in November 2012 after the war. ",
    "dates": "Monday 4 May 2009, ",
    "past dates": "The strike began on 4 May 2009. ",
    "yearless dates": "On 4 May Barack Obama, elected in November 2008, met Nicolas Sarkozy. ",
    "known names": "Barack Obama Iraq War ",
    "offices": "President Nicolas Sarkozy spoke. ",
    "relatives": "who said that ",
    "verbs": "killed attacked ",
    "nouns": "war attack of ",
    "counts": "the seventh year of ",
    "emoji": "👩‍👩‍👧🏽é̂̃ ",
    "combining": "e\u0301\u0302",
    "short lines": "War in May\n",
}
_Stages = dict[str, float]
_Result = TypeVar("_Result")


def hostile(unit: str, size: int) -> str:
    """A text of ``size`` code points made of one unit, with a word at both ends so that it is not empty."""
    return "Begin " + (unit * (size // len(unit) + 1))[: size - 10] + " end"


def time_stages(text: str, published: Span | None, canon: Canon, stages: _Stages) -> Timeline:
    """Run every stage once, adding the seconds of each to ``stages``."""

    def timed(name: str, stage: Callable[[], _Result]) -> _Result:
        started = time.process_time()
        result = stage()
        stages[name] = stages.get(name, 0.0) + time.process_time() - started
        return result

    given, suppressions = text, timed("comments", lambda: Suppressions(text))
    plain = timed("sentences", lambda: PlainText(suppressions.text))
    text = plain.text
    article = Article(
        "0", text, published=Published(published, "given" if published else "unknown"), sentences=plain.sentences
    )
    mentions = timed("names", lambda: canon.mentions(text, published))
    expressions = timed("tag", lambda: tag(text, published))
    timed("infer", lambda: infer_publication(Passage(article, expressions, mentions, (), canon)))
    names = known_names(mentions, canon)
    extracted = timed("events", lambda: extract_events(article, expressions, names, canon))
    events = timed("placing", lambda: place_events(extracted, article, names, canon))
    passage = timed("passage", lambda: Passage(article, expressions, mentions, events, canon))
    claims = timed("claims", lambda: extract_claims(passage))
    verdicts = timed("judge", lambda: Problem(canon, article.published, text).judge(claims))
    flags = timed("checks", lambda: find_flags(Case(passage, verdicts), Options()))
    read = Timeline(article, tuple(expressions), tuple(names), tuple(events), tuple(claims), flags, canon.as_of)
    timeline = timed("offsets", lambda: restored(read, plain, given))
    timed("json", lambda: json.dumps(timeline_to_json(timeline)))
    timed("figure", lambda: figure(timeline))
    return timeline


def main(arguments: list[str]) -> int:
    """Print the tables; 0 also where there is no news to measure."""
    parser = argparse.ArgumentParser(prog="benchmarks.pipeline_speed")
    parser.add_argument("data", nargs="?", type=Path, default=Path("data"))
    parser.add_argument("--kinds", default="", help="comma-separated names of hostile texts, or 'news', 'loading'")
    parser.add_argument("--largest", type=float, default=2.0, help="size of the largest text in MB")
    chosen = parser.parse_args(arguments)
    kinds = [kind for kind in chosen.kinds.split(",") if kind]
    sizes = [size for size in _SIZES if size <= chosen.largest * 1_000_000]
    started = time.process_time()
    canon = builtin_canon()
    print(f"canon loaded in {time.process_time() - started:.2f} s")
    if not kinds or "loading" in kinds:
        _print_loading()
    canon.prepare()
    time_stages("The war began on Monday.", None, canon, {})  # what is loaded at first use is no cost of a text
    rows = list(_news(chosen.data))
    if not rows:
        print(f"No news articles at {chosen.data / 'timeline17'}; news is not measured.")
    elif not kinds or "news" in kinds:
        _print_articles(rows, canon)
        joined = "\n\n".join(text for text, _ in rows)
        _print_doublings("news", lambda size: joined[:size], rows[0][1], canon, sizes)
    for kind, unit in HOSTILE.items():
        if not kinds or kind in kinds:
            _print_doublings(kind, lambda size, unit=unit: hostile(unit, size), None, canon, sizes)  # type: ignore[misc]
    return 0


def _print_loading() -> None:
    """Seconds of the processor, of the fastest of several new processes."""
    with tempfile.TemporaryDirectory() as folder:
        article = Path(folder, "article.txt")
        article.write_text("As the war in Ukraine enters its seventh year, talks go on.\n", encoding="utf-8")
        check_it = "import sys; from app.cli.program import run; sys.exit(run(sys.argv[1:]))"
        commands = {
            "the interpreter": ["-c", "pass"],
            "timelines --help": ["-c", check_it, "--help"],
            "import of the engine": ["-c", "import timelines.pipeline"],
            "and its canon": ["-c", "from timelines.pipeline import builtin_canon; builtin_canon()"],
            "timelines check": ["-c", check_it, "check", "--no-config", "--published", "2025-09-05", str(article)],
        }
        print("\nloading: seconds of the processor in a new process")
        for name, command in commands.items():
            print(f"  {name:22}{min(_child_seconds(command) for _ in range(_TRIES)):6.2f}", flush=True)


def _child_seconds(arguments: list[str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([sys.executable, *arguments], capture_output=True, text=True)
    if done.returncode not in (0, 1) or "Traceback" in done.stderr:  # 1: `check` has found something
        raise SystemExit(done.stderr.strip().splitlines()[-1])
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _seconds(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def _news(data: Path) -> Iterator[tuple[str, Span]]:
    for file in sorted((data / "timeline17").glob("*/articles.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if row["text"].strip():
                yield row["text"], parse_edtf(row["published"][:10])


def _print_articles(rows: list[tuple[str, Span]], canon: Canon) -> None:
    sample = rows[:: max(1, len(rows) // _ARTICLES)][:_ARTICLES]
    size = sum(len(text) for text, _ in sample) / 1000
    stages: _Stages = {}
    for text, published in sample:
        time_stages(text, published, canon, stages)
    started = time.process_time()
    for text, published in sample:
        reconstruct(text, published=published, canon=canon)
    stages["reconstruct"] = time.process_time() - started
    middle = min(sample, key=lambda row: abs(len(row[0]) - _CHECKED))
    seconds = min(_seconds(lambda: check(middle[0], published=middle[1], canon=canon)) for _ in range(_TRIES))
    print(f"\ncheck of one article of {len(middle[0]) / 1000:.1f} KB: {1000 * seconds:.0f} ms")
    print(f"\n{len(sample)} news articles, {size:.0f} KB")
    for name, seconds in stages.items():
        print(f"  {name:12}{size / seconds:10.0f} KB/s{1000 * seconds / len(sample):10.2f} ms an article")


def _print_doublings(
    kind: str, text_of: Callable[[int], str], published: Span | None, canon: Canon, sizes: list[int]
) -> None:
    """Seconds by stage (rows) and size (columns)."""
    table: list[_Stages] = []
    for size in sizes:
        stages: _Stages = {}
        time_stages(text_of(size), published, canon, stages)
        table.append(stages | {"total": sum(stages.values())})
        if max(stages.values()) > _PATIENCE:
            break
    print(f"\n{kind}: seconds at " + ", ".join(f"{size / 1000:.0f}" for size in sizes[: len(table)]) + " KB")
    for name in table[-1]:
        column = [stages[name] for stages in table]
        factor = f"  ×{column[-1] / max(column[-2], 1e-6):.2f}" if len(column) > 1 and column[-1] > 0.05 else ""
        print(f"  {name:12}" + "".join(f"{seconds:9.2f}" for seconds in column) + factor, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
