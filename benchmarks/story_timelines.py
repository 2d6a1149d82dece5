"""Timelines of stories against journalists' own: Timeline17 (Tran et al. 2013).

    python -m benchmarks.story_timelines DATA_DIR [--write-weights FILE]

DATA_DIR/timeline17 has a folder per topic: articles.jsonl ({"id", "published", "text"}), timelines.jsonl (one
reference a line, [["2011-01-25", ["sentence", …]], …]). As many days and sentences a day are asked for as the reference
has. Every topic is summarised with weights learned on the other topics only (topics of one story, like two on the same
oil spill, are left out together); once more without the articles that hold the reference word for word, as some
chronologies of the same newsroom do; and with the weights that are shipped, which have seen all topics.

date_f1: exact agreement of days. ar1, ar2: ROUGE-1 and ROUGE-2 F1 after aligning days many to one by distance and
content ("align+ m:1", Martschat and Markert, EACL 2017), stop words left out, words cut to six letters.
``--write-weights timelines/story/day_weights.json`` trains the shipped weights anew.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks._story_weights import Examples, examples, learn
from timelines.chronology.edtf import parse_edtf
from timelines.model import Article, Published
from timelines.story.collection import read_collection
from timelines.story.day_evidence import DayEvidence, day_evidence
from timelines.story.day_ranking import learned_weights
from timelines.story.relevance import relevance
from timelines.story.summary import Story, StoryDay

Told = Mapping[str, Sequence[str]]

_STOP_WORDS = (
    "a an and are as at be been but by for from had has have he her him his i in is it its of on or our she that the "
    "their them they this to was we were which who will with you not no than then there these those would could should "
    "may might can do did does about after before into over under up down out also more most said says"
)
_STOP = frozenset(_STOP_WORDS.split())
# An article that has so large a part of the reference word for word is the reference, or its source.
_SAME_TEXT = 0.2
_LONG_SENTENCE = 8


@dataclass(frozen=True, slots=True)
class Topic:
    """One folder of the corpus with its first reference."""

    name: str
    articles: tuple[Article, ...]
    reference: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def story(self) -> str:
        """What the topic is about, without the source."""
        return self.name.partition("_")[0]

    @property
    def sentences(self) -> int:
        """Sentences a day, as the reference has."""
        return max(1, round(sum(len(told) for _, told in self.reference) / len(self.reference)))

    def without_reference(self) -> tuple[Article, ...]:
        """The articles but those that the reference was taken from: chronologies that have it word for word."""
        wanted = [
            sentence for _, told in self.reference for sentence in told if len(sentence.split()) >= _LONG_SENTENCE
        ]
        return tuple(
            article
            for article in self.articles
            if sum(sentence in article.text for sentence in wanted) < _SAME_TEXT * max(1, len(wanted))
        )


@dataclass(frozen=True, slots=True)
class Figures:
    """The three measures."""

    date_f1: float
    ar1: float
    ar2: float

    @classmethod
    def mean(cls, rows: Sequence[Figures]) -> Figures:
        """The mean of some rows."""
        count = max(1, len(rows))
        return cls(*(sum(getattr(row, name) for row in rows) / count for name in ("date_f1", "ar1", "ar2")))

    def __str__(self) -> str:
        return f"date_f1 {self.date_f1:.3f}  ar1 {self.ar1:.4f}  ar2 {self.ar2:.4f}"


def read_topic(folder: Path) -> Topic:
    """Read one topic."""
    with (folder / "articles.jsonl").open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines if line.strip()]
    with (folder / "timelines.jsonl").open(encoding="utf-8") as lines:
        reference = json.loads(next(lines))
    articles = tuple(
        Article(id=row["id"], text=row["text"], published=Published(parse_edtf(row["published"]), "given"))
        for row in rows
    )
    return Topic(folder.name, articles, tuple((day, tuple(told)) for day, told in reference))


def compare(predicted: Told, reference: Told) -> Figures:
    """The figures of one timeline."""
    shared = len(set(predicted) & set(reference))
    one_p, one_r = _all_grams(predicted, 1), _all_grams(reference, 1)
    two_p, two_r = _all_grams(predicted, 2), _all_grams(reference, 2)
    to_reference = {p: min(reference, key=lambda r: _cost(p, r, one_p, one_r)) for p in predicted}
    to_predicted = {r: min(predicted, key=lambda p: _cost(p, r, one_p, one_r)) for r in reference} if predicted else {}
    scores = []
    for mine, theirs in ((one_p, one_r), (two_p, two_r)):
        hits = sum(_near(p, r) * _overlap(mine[p], theirs[r]) for p, r in to_reference.items())
        found = sum(_near(p, r) * _overlap(mine[p], theirs[r]) for r, p in to_predicted.items())
        scores.append(_f1(hits, sum(c.total() for c in mine.values()), found, sum(c.total() for c in theirs.values())))
    return Figures(_f1(shared, len(predicted), shared, len(reference)), *scores)


def _all_grams(timeline: Told, n: int) -> dict[str, Counter[tuple[str, ...]]]:
    return {day: _grams(told, n) for day, told in timeline.items()}


def _grams(told: Iterable[str], n: int) -> Counter[tuple[str, ...]]:
    found: Counter[tuple[str, ...]] = Counter()
    for sentence in told:
        words = [word[:6] for word in re.findall(r"[a-z0-9]+", sentence.lower()) if word not in _STOP]
        found.update(zip(*(words[i:] for i in range(n)), strict=False))
    return found


def _near(one: str, other: str) -> float:
    first, second = (parse_edtf(day).earliest_day or 0 for day in (one, other))
    return 1 / (1 + abs(first - second))


def _overlap(one: Counter[tuple[str, ...]], other: Counter[tuple[str, ...]]) -> int:
    return (one & other).total()


def _cost(
    p: str, r: str, mine: Mapping[str, Counter[tuple[str, ...]]], theirs: Mapping[str, Counter[tuple[str, ...]]]
) -> float:
    hits = _overlap(mine[p], theirs[r])
    return (1 - _near(p, r)) * (1 - _f1(hits, mine[p].total(), hits, theirs[r].total()))


def _f1(right: float, given: float, found: float, wanted: float) -> float:
    precision, recall = right / max(1, given), found / max(1, wanted)
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def told(days: Iterable[StoryDay]) -> dict[str, list[str]]:
    """A timeline as days and sentences."""
    return {day.iso: [sentence.text for sentence in day.sentences] for day in days}


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures; 2 when the corpus is not there."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, nargs="?", default=Path())
    parser.add_argument("--write-weights", type=Path, metavar="FILE", help="learn from all topics and write that")
    options = parser.parse_args(arguments)
    corpus = options.data / "timeline17"
    folders = sorted(path.parent for path in corpus.glob("*/timelines.jsonl"))
    if not folders:
        print(f"stories: not measured, no topics under {corpus}", file=sys.stderr)
        return 2
    topics = [read_topic(folder) for folder in folders]
    stories: list[Story] = []
    learned: dict[str, Examples] = {}
    seconds: list[float] = []
    for topic in topics:
        began = time.perf_counter()
        read = read_collection(topic.articles)
        stories.append(Story(read))
        seconds.append(time.perf_counter() - began)
        days = frozenset(day for each, _ in topic.reference if (day := parse_edtf(each).earliest_day) is not None)
        learned[topic.name] = examples(day_evidence(read, relevance(read)), days)
    held_out = [_held_out(topic, topics, learned) for topic in topics]
    print("weights learned on the other topics:")
    _report(topics, stories, held_out, seconds)
    print("the same, without the articles that are the reference itself:")
    rest = [topic.without_reference() for topic in topics]
    others = [
        story if len(articles) == len(topic.articles) else Story(read_collection(articles))
        for topic, story, articles in zip(topics, stories, rest, strict=True)
    ]
    _report(topics, others, held_out, None)
    weights = learn([each for each in learned.values() if each.informative])
    if options.write_weights is not None:
        rounded = {name: round(value, 2) for name, value in asdict(weights).items()}
        options.write_weights.write_text(json.dumps(rounded) + "\n", encoding="utf-8")
        print(f"{options.write_weights}: {rounded}")
    print("shipped weights, which were learned on these topics:")
    _report(topics, stories, [learned_weights()] * len(topics), None)
    return 0


def _held_out(topic: Topic, topics: Sequence[Topic], learned: Mapping[str, Examples]) -> DayEvidence:
    others = [learned[each.name] for each in topics if each.story != topic.story and learned[each.name].informative]
    return learn(others)


def _report(
    topics: Sequence[Topic],
    stories: Sequence[Story],
    weights: Sequence[DayEvidence],
    seconds: Sequence[float] | None,
) -> None:
    rows = []
    for number, (topic, story, weight) in enumerate(zip(topics, stories, weights, strict=True)):
        began = time.perf_counter()
        days = story.summarise(dates=len(topic.reference), sentences=topic.sentences, weights=weight)
        took = time.perf_counter() - began
        rows.append(compare(told(days), dict(topic.reference)))
        clock = f"  {seconds[number] + took:5.1f} s for {len(topic.articles)} articles" if seconds else ""
        print(f"  {topic.name:20} {rows[-1]}{clock}")
    print(f"  {'mean':20} {Figures.mean(rows)}")


if __name__ == "__main__":
    raise SystemExit(main())
