"""The timeline of a story: from many articles the days that mattered, with sentences that tell what happened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timelines.chronology.calendar import iso_day
from timelines.errors import InputError
from timelines.model import Article
from timelines.story.candidates import candidates
from timelines.story.choice import Choice
from timelines.story.collection import Progress, read_collection
from timelines.story.dated_sentences import DatedArticle, DatedSentence
from timelines.story.day_evidence import DayEvidence, day_evidence
from timelines.story.day_ranking import rank_days, score
from timelines.story.relevance import relevance
from timelines.story.sentence_ranking import SentenceRanking


@dataclass(frozen=True, slots=True)
class ChosenSentence:
    """Words cut from an article: ``text`` is what stands there from ``start`` to ``end`` (code points)."""

    text: str
    article: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class StoryDay:
    """A day that mattered: its day number, how much speaks for it (comparable within the story), what happened."""

    day: int
    score: float
    sentences: tuple[ChosenSentence, ...]

    @property
    def iso(self) -> str:
        """The day in ISO 8601."""
        return iso_day(self.day)


class Story:
    """A collection that has been read, from which timelines of any length are made."""

    def __init__(self, articles: Sequence[DatedArticle], query: str = "") -> None:
        relevant = relevance(articles, query)
        self._articles = articles
        self._evidence = day_evidence(articles, relevant)
        self._candidates = candidates(articles, relevant)
        self._ranking = SentenceRanking(articles, relevant)

    def summarise(
        self,
        *,
        dates: int,
        sentences: int,
        first_day: int | None = None,
        last_day: int | None = None,
        weights: DayEvidence | None = None,
    ) -> tuple[StoryDay, ...]:
        """See ``summarise``; ``weights`` other than those learned are for training."""
        choice = Choice()
        days: list[StoryDay] = []
        for day in rank_days(self._evidence, weights):
            if len(days) == dates:
                break
            if (first_day is not None and day < first_day) or (last_day is not None and day > last_day):
                continue
            chosen = choice.take(day, self._ranking.rank(self._candidates.get(day, ())), sentences)
            if chosen:
                told = tuple(self._quote(each.candidate.sentence) for each in chosen)
                days.append(StoryDay(day, score(self._evidence[day], weights), told))
        return tuple(sorted(days, key=lambda each: each.day))

    def _quote(self, sentence: DatedSentence) -> ChosenSentence:
        article = self._articles[sentence.article].article
        return ChosenSentence(self._ranking.text(sentence), article.id, sentence.start, sentence.end)


def summarise(
    articles: Sequence[Article],
    *,
    dates: int,
    sentences: int,
    query: str = "",
    first_day: int | None = None,
    last_day: int | None = None,
    progress: Progress | None = None,
) -> tuple[StoryDay, ...]:
    """The most important days of a story, in order, with up to ``sentences`` sentences each.

    Articles need a publication date; others are left out. ``first_day`` and ``last_day`` (day numbers, inclusive)
    limit the days, not the articles: later ones still tell what was important. Fewer than ``dates`` days come back
    when the articles do not tell of more. Raises InputError for numbers below one and an empty period.
    """
    if dates < 1 or sentences < 1:
        field = "dates" if dates < 1 else "sentences"
        raise InputError(f"{field} must be at least 1.", field=field)
    if first_day is not None and last_day is not None and last_day < first_day:
        raise InputError("The period ends before it begins.", field="to")
    story = Story(read_collection(articles, progress), query)
    return story.summarise(dates=dates, sentences=sentences, first_day=first_day, last_day=last_day)
