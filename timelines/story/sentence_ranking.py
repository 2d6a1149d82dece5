"""Which sentence tells best what happened on a day.

A sentence is good when it resembles what all candidates of the day say together (their centroid, as in Radev et al.,
"Centroid-based summarization of multiple documents", 2004) and what the whole story is about, when it stands early in
its article, and when it reads well on its own.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from timelines.story.candidates import Candidate, Tie
from timelines.story.dated_sentences import DatedArticle, DatedSentence
from timelines.story.words import Vector, centroid, cosine, vector, weights

# Tuned on six development topics of Timeline17; each may be halved or doubled without much change.
_STORY = 0.5
_LEAD = 1.0
_WORDS = (10, 30)
_SHORT = 0.7
_LONG = 0.02
_LONGEST_LOSS = 0.8
_LEANING = 0.7
_NO_VERB = 0.7
_AHEAD = 0.9
_BACKGROUND = 0.8
# Sentences at the beginning of the articles that say what the story is about.
_OPENING = 8

_LEANS = re.compile(
    r"[“\"‘']?(?:He|She|They|It|But|However|And|This|That|These|Those|His|Her|Their|Its|Meanwhile|Also|So|Then|There|Here|"
    r"Such|Another)\b"
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|did|does|do|says?|said|told|\w{2,}ed|"
    r"began|begins?|took|takes?|came|comes?|made|makes?|gave|gives?|went|goes|saw|sees?|found|finds?|left|leaves?|led|"
    r"holds?|held|meets?|met|wins?|won|lost|fell|rose|hits?|kills?|shot|sent|sets?|puts?|broke|fled|fought|grew|became|"
    r"becomes?|announces?|calls?|agrees?|resigns?|admits?|reports?|opens?|shows?|plans?|urges?|warns?|fails?|visits?|"
    r"orders?|dies|sinks?|declares?)\b"
)
_SPEAKS_AHEAD = re.compile(
    r"\b(?:will|would|expected to|due to (?:be|meet|go|start|begin|take|visit)|set to|plans to|scheduled|"
    r"is to|are to)\b"
)
_SETS_BACKGROUND = re.compile(r"\b(?:since|after|before|until|ahead of)\b")


@dataclass(frozen=True, slots=True)
class RankedSentence:
    """A candidate with its score, comparable within one day, and its vector."""

    candidate: Candidate
    score: float
    vector: Vector


class SentenceRanking:
    """Ranks the candidates of any day of one story."""

    def __init__(self, articles: Sequence[DatedArticle], relevance: Sequence[float]) -> None:
        self._articles = articles
        self._weight: Mapping[str, float] = weights(
            sentence.words for article in articles for sentence in article.sentences
        )
        self._vectors: dict[tuple[int, int], Vector] = {}
        self._story = centroid(
            (self._vector(sentence), relevant)
            for article, relevant in zip(articles, relevance, strict=True)
            for sentence in article.sentences[:_OPENING]
            if sentence.quotable
        )

    def rank(self, candidates: Sequence[Candidate]) -> list[RankedSentence]:
        """The sentences that can be quoted, best first."""
        vectors = [self._vector(candidate.sentence) for candidate in candidates]
        day = centroid((vector, candidate.weight) for vector, candidate in zip(vectors, candidates, strict=True))
        ranked = [
            RankedSentence(candidate, self._score(candidate, vector, day), vector)
            for candidate, vector in zip(candidates, vectors, strict=True)
            if candidate.sentence.quotable
        ]
        ranked.sort(key=lambda each: (-each.score, each.candidate.sentence.article, each.candidate.sentence.index))
        return ranked

    def text(self, sentence: DatedSentence) -> str:
        """The words of a sentence as the article has them."""
        return self._articles[sentence.article].article.text[sentence.start : sentence.end]

    def _vector(self, sentence: DatedSentence) -> Vector:
        key = (sentence.article, sentence.index)
        if key not in self._vectors:
            self._vectors[key] = vector(sentence.words, self._weight)
        return self._vectors[key]

    def _score(self, candidate: Candidate, vector: Vector, day: Vector) -> float:
        sentence = candidate.sentence
        text = self.text(sentence)
        score = (cosine(vector, day) + _STORY * cosine(vector, self._story)) * math.sqrt(candidate.weight)
        score *= 1 + _LEAD / (1 + sentence.index)
        length = len(text.split())
        if length < _WORDS[0]:
            score *= _SHORT
        score *= 1 - min(_LONGEST_LOSS, _LONG * max(0, length - _WORDS[1]))
        if _LEANS.match(text):
            score *= _LEANING
        if not _VERB.search(text) and self._articles[sentence.article].article.language == "en":
            score *= _NO_VERB
        if candidate.tie is not Tie.ENTRY and _SPEAKS_AHEAD.search(text):
            score *= _AHEAD
        if candidate.tie in (Tie.WRITTEN, Tie.RELATIVE) and _SETS_BACKGROUND.search(text):
            score *= _BACKGROUND
        return score
