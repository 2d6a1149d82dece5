"""What is wrong in the journalists' own timelines: the checks, and the dates that most articles give.

    python -m benchmarks.reference_slips DATA_DIR

Three searches over the reference timelines of DATA_DIR/timeline17 (see ``story_timelines``); it lists what a person
then has to judge, and counts nothing:

flag      ``timelines.check`` on the words of an entry, published on its day.
words     a date in an entry beside a word ("the 2 May vote") where nearly all articles with that word in a dated
          sentence name another day.
articles  an entry whose sentence most of the articles that tell the same put on another day than the entry.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.story_timelines import Topic, read_topic
from timelines import check
from timelines.chronology.calendar import iso_day
from timelines.chronology.edtf import parse_edtf
from timelines.model import Article, Published
from timelines.story.collection import read_collection
from timelines.story.dated_sentences import DatedArticle
from timelines.story.words import Vector, content_words, cosine, vector, weights

# Articles that must date a word, and the share of them that must agree, before an entry is measured by them.
_WITNESSES = 8
_AGREE = 0.8
_SAME = 0.55
_FEWEST_TELLERS = 3
_NEXT_WORD = re.compile(r"\W+(?:the\s+)?([^\W\d_]{5,})")


def slips(topic: Topic) -> Iterator[str]:
    """What is found in one topic."""
    read = read_collection(topic.without_reference())
    dated_words = _dated_words(read)
    tellers = _Tellers(read)
    for day, told in topic.reference:
        published = parse_edtf(day)
        text = " ".join(told)
        for flag in check(text, published=published):
            yield f"{day} flag {flag.rule} {flag.severity}: “{flag.quote}” – {flag.message}"
        entry = Article(id=day, text=text, published=Published(published, "given"))
        for word, other in _words_beside_dates(read_collection([entry])[0]):
            days = dated_words.get(word, Counter())
            best, votes = max(days.items(), key=lambda each: each[1], default=(other, 0))
            if best != other and votes >= _WITNESSES and votes >= _AGREE * days.total():
                yield f"{day} words: {word!r} on {iso_day(other)}; {votes} of {days.total()} articles: {iso_day(best)}"
        for sentence in told:
            seen = tellers.days(sentence)
            own = published.earliest_day
            best, votes = max(seen.items(), key=lambda each: each[1], default=(0, 0))
            if own not in seen and votes >= _FEWEST_TELLERS and votes > seen.total() / 2:
                yield f"{day} articles: {votes} of {seen.total()} say {iso_day(best)}: “{sentence}”"


def _words_beside_dates(article: DatedArticle) -> Iterator[tuple[str, int]]:
    text = article.article.text
    for sentence in article.sentences:
        for mention in sentence.mentions:
            if mention.written and (after := _NEXT_WORD.match(text, mention.end)):
                yield content_words(after.group(1))[0] if content_words(after.group(1)) else "", mention.day


def _dated_words(articles: Sequence[DatedArticle]) -> Mapping[str, Counter[int]]:
    found: defaultdict[str, Counter[int]] = defaultdict(Counter)
    for article in articles:
        told = {
            (word, sentence.mentions[0].day)
            for sentence in article.sentences
            if len(sentence.mentions) == 1 and sentence.mentions[0].written
            for word in sentence.words
        }
        for word, day in told:
            found[word][day] += 1
    return found


class _Tellers:
    """Finds the sentences of articles that tell what an entry tells, with the one day that they name."""

    def __init__(self, articles: Sequence[DatedArticle]) -> None:
        self._weight = weights(sentence.words for article in articles for sentence in article.sentences)
        self._sentences: list[tuple[int, int, Vector]] = [
            (number, sentence.mentions[0].day, vector(sentence.words, self._weight))
            for number, article in enumerate(articles)
            for sentence in article.sentences
            if len(sentence.mentions) == 1 and not sentence.copied
        ]

    def days(self, sentence: str) -> Counter[int]:
        """How many articles put it on which day."""
        mine = vector(content_words(sentence), self._weight)
        told = {(number, day) for number, day, other in self._sentences if cosine(mine, other) >= _SAME}
        return Counter(day for _, day in told)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the list; 2 when the corpus is not there."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, nargs="?", default=Path())
    options = parser.parse_args(arguments)
    folders = sorted(path.parent for path in (options.data / "timeline17").glob("*/timelines.jsonl"))
    if not folders:
        print(f"reference slips: not searched, no topics under {options.data / 'timeline17'}", file=sys.stderr)
        return 2
    for folder in folders:
        topic = read_topic(folder)
        print(f"{topic.name} ({len(topic.reference)} entries)")
        for line in slips(topic):
            print(f"  {line}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
