"""False alarms on real news, where nearly everything is right: ``python -m benchmarks.false_alarms DATA [--all]``.

Every article of DATA/timeline17 is checked with its publication date; each flag of severity error or warning is listed
with its verdict from ``false_alarm_verdicts.yaml``: "real" (the article slipped), "impossible" (the words cannot be
true as they stand, whoever is to blame), "false" (the words are fine), or none yet. Then flags per 100 articles and the
share of those that deserve to be there. Without ``--all`` only false ones and those without a verdict are listed.

A verdict goes by the article, the rule and a digest of the flagged words; no words of the articles are kept.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing import Pool
from pathlib import Path

import yaml

from timelines import Flag, Severity, parse_edtf, reconstruct
from timelines.pipeline import builtin_canon

VERDICTS = Path(__file__).with_name("false_alarm_verdicts.yaml")
_DESERVED = ("real", "impossible")
_KINDS = (*_DESERVED, "false")
_DIGEST = 10
# Characters shown on both sides of the flagged words.
_AROUND = 120

Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Article:
    """One article of the corpus; ``id`` is its topic and its number."""

    id: str
    published: str
    text: str


@dataclass(frozen=True, slots=True)
class Alarm:
    """One flag of an article."""

    article: str
    rule: str
    severity: str
    quote: str
    message: str
    passage: str

    @property
    def key(self) -> Key:
        """What a verdict goes by."""
        words = " ".join(self.quote.split())
        return self.article, self.rule, hashlib.sha256(words.encode()).hexdigest()[:_DIGEST]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a reader of the passage found, and why."""

    kind: str
    why: str


def main(arguments: list[str]) -> int:
    """Print the flags and the figures; the exit code is 0 whatever the figures are."""
    parser = argparse.ArgumentParser(prog="benchmarks.false_alarms")
    parser.add_argument("data", nargs="?", type=Path, default=Path("data"))
    parser.add_argument("--all", action="store_true", help="list the deserved flags, too")
    chosen = parser.parse_args(arguments)
    articles = list(_articles(chosen.data))
    if not articles:
        print(f"No news articles at {chosen.data / 'timeline17'}; nothing is measured.")
        return 0
    verdicts = load_verdicts(VERDICTS)
    alarms = [alarm for found in _checked(articles) for alarm in found]
    for alarm in alarms:
        _list(alarm, verdicts.get(alarm.key), everything=chosen.all)
    _print_figures(alarms, verdicts, len(articles))
    return 0


def load_verdicts(file: Path) -> dict[Key, Verdict]:
    """The verdicts by what they go by. Raises ValueError for one that is none."""
    rows = yaml.safe_load(file.read_text(encoding="utf-8")) or [] if file.exists() else []
    verdicts = {}
    for row in rows:
        kind = str(row["verdict"]).lower()  # YAML reads a bare false as a truth value
        if kind not in _KINDS or not row["why"].strip():
            raise ValueError(f"{file.name}: {row['article']} {row['rule']}: a verdict is one of {_KINDS} and has a why")
        verdicts[row["article"], row["rule"], row["words"]] = Verdict(kind, row["why"])
    return verdicts


def _articles(data: Path) -> Iterator[Article]:
    for file in sorted((data / "timeline17").glob("*/articles.jsonl")):
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines()):
            row = json.loads(line)
            if row["text"].strip():
                yield Article(f"{file.parent.name}/{row.get('id', number)}", row["published"][:10], row["text"])


def _checked(articles: list[Article]) -> Iterator[list[Alarm]]:
    """The flags of each article, in order; two processes, for two cores."""
    builtin_canon().prepare()
    watched = sys.stderr.isatty()
    with Pool(2) as pool:
        for number, found in enumerate(pool.imap(check_article, articles, chunksize=8), 1):
            if watched:
                end = "\n" if number == len(articles) else ""
                print(f"\r{number} of {len(articles)} articles", end=end, file=sys.stderr, flush=True)
            yield found


def check_article(article: Article) -> list[Alarm]:
    """The errors and warnings of one article."""
    published = parse_edtf(article.published)
    flags = reconstruct(article.text, published=published, canon=builtin_canon()).flags
    return [_alarm(article, flag) for flag in flags if flag.severity is not Severity.INFO]


def _alarm(article: Article, flag: Flag) -> Alarm:
    passage = article.text[max(0, flag.start - _AROUND) : flag.end + _AROUND]
    return Alarm(
        article.id, flag.rule, flag.severity.value, flag.quote, flag.message, f"{article.published}: {passage}"
    )


def _list(alarm: Alarm, verdict: Verdict | None, *, everything: bool) -> None:
    if verdict is not None and verdict.kind in _DESERVED and not everything:
        return
    article, rule, words = alarm.key
    print(f"{article} {rule} {words} {alarm.severity} “{' '.join(alarm.quote.split())}”: {alarm.message}")
    print(f"    … {' '.join(alarm.passage.split())} …")
    print(f"    {verdict.kind}: {verdict.why}" if verdict else "    no verdict yet")


def _print_figures(alarms: list[Alarm], verdicts: dict[Key, Verdict], articles: int) -> None:
    kinds = Counter(verdicts[alarm.key].kind if alarm.key in verdicts else "open" for alarm in alarms)
    print("by rule: " + ", ".join(f"{rule} {n}" for rule, n in sorted(Counter(a.rule for a in alarms).items())))
    print(f"{articles} articles, {len(alarms)} flags: {100 * len(alarms) / articles:.2f} for 100 articles")
    judged = sum(kinds[kind] for kind in _KINDS)
    deserved = sum(kinds[kind] for kind in _DESERVED)
    share = f"{deserved / judged:.2f}" if judged else "-"
    counts = ", ".join(f"{kinds[kind]} {kind}" for kind in _KINDS)
    print(f"{counts}; deserved {share} of the {judged} with a verdict; {kinds['open']} without")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
