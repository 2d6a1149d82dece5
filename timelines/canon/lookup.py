"""Answers to "when did …" and "who was … in …" from the canon, with the reason for each.

A question is answered by what explains every word of it; a word that nothing explains makes it unanswerable. This
keeps nonsense, unknown names and unknown attributes from getting the nearest wrong answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from timelines.canon.answer import Answer, answer_of
from timelines.canon.cache import Cache
from timelines.canon.documents import BOUNDARY_WORDS, Document
from timelines.canon.holders import Held, HolderAnswers
from timelines.canon.neighbours import Neighbour, Neighbours
from timelines.canon.question import Question, read_question, reduced
from timelines.canon.schema import Fact, Reading, Term
from timelines.canon.spellings import Spellings, spelling_table
from timelines.canon.word_index import WordIndex
from timelines.chronology.span import Span

LEAST_SCORE: Final = 0.42
"""Below this a match is by chance. Tuned on the odd-numbered questions of tests/canon/lookup.yaml."""
_STRONG: Final = 0.55
_WEAK: Final = 0.25
_SPELLING: Final = 0.9
_ACTING: Final = 0.95
"""Who first held an office for a while counts less than the office proper."""
_LEVELS: Final = 50
"""Scores nearer than a fiftieth are alike; of those the earlier comes first."""
_SHORTEST_SLIP: Final = 3
_SLIP_FACTS: Final = 3
"""A word of more facts than these is meant as it stands."""
_SORT_BONUS: Final = {"event": 0.04, "term": 0.03, "person": 0.035, "thing": 0.02, "made": 0.0}


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of the question: its accepted forms, and the spelling that was corrected, if any."""

    forms: tuple[str, ...]
    corrected: str = ""


class Finder:
    """Answers questions over ``facts``. Immutable after construction."""

    def __init__(
        self,
        facts: Mapping[str, Fact],
        holders: Callable[[str], Sequence[tuple[Fact, Term]]],
        around: Neighbours,
        cache: Cache | None = None,
        *,
        weigh: Callable[[str], float] | None = None,
    ) -> None:
        """``holders`` gives the terms of an office; ``around`` knows the written events by date;
        ``weigh`` says how telling a word is, where ``facts`` are too few to show it.
        """
        cache = cache or Cache()
        self._facts = facts
        self._words = WordIndex(facts, cache, weigh)
        self._spellings = Spellings(cache.table("spellings", lambda: spelling_table(facts.values())))
        self._holders = HolderAnswers(facts, holders, cache)
        self._around = around

    def lookup(self, query: str, *, limit: int = 5) -> list[Answer]:
        """The best answers to a question or a name, best first; empty if nothing explains all of it."""
        question = read_question(query)
        if not question.answerable or not (question.words or question.date):
            return []
        if not question.words:
            return self._on_date(question, limit)
        for known in self._understandings(list(question.words)):
            answers = self._answers(question, known, limit)
            if answers:
                return [replace(answer, neighbours=self.neighbours(answer.when, answer.id)) for answer in answers]
        return []

    def _answers(self, question: Question, known: Sequence[_Word], limit: int) -> list[Answer]:
        corrections = "".join(f', "{word.corrected}" read as "{word.forms[0]}"' for word in known if word.corrected)
        held = self._holders.answers(question, [word.forms for word in known])
        if held is not None:
            return [self._holder_answer(item, corrections) for item in held[:limit]]
        found = []
        unknown = 0.0
        for number in self._candidates(question, known):
            score, answer = self._scored(*self._words[number], question, known, corrections)
            if answer is not None:
                found.append(answer)
            else:
                unknown = max(unknown, score)
        # What fits best has no end yet: what fits worse is not meant.
        found = [answer for answer in found if answer.score >= unknown]
        found.sort(key=lambda answer: (-round(answer.score * _LEVELS), answer.when.earliest or 0))
        best: dict[tuple[str, str], Answer] = {}
        for answer in found:
            best.setdefault((answer.id, answer.label), answer)
        return list(best.values())[:limit]

    def weight(self, word: str) -> float:
        """How telling a word in its one form is: the logarithm of how few facts have it."""
        return self._words.weight(word)

    def knows(self, word: str) -> bool:
        """Whether a word means something to any fact, in whatever form it is asked."""
        return reduced(word) in self._words

    def events_with(self, words: Iterable[str], *, most: int, also: Iterable[str] = ()) -> list[Fact]:
        """The events that explain one of the words, each in its one form.

        A word of over ``most`` documents counts only together with one of the words ``also``.
        """
        narrow = frozenset[int]().union(*(self._words.having(word) for word in also))
        found = (
            having if len(having) <= most else having & narrow for having in (self._words.having(w) for w in words)
        )
        numbers = frozenset[int]().union(*found)
        facts = (self._words[number].document.fact for number in sorted(numbers))
        return list({fact.id: fact for fact in facts if fact.prefix == "event"}.values())

    def _understandings(self, asked: list[str]) -> Iterator[list[_Word]]:
        """The words as they stand; then with each in turn taken for a slip, as "wal" is where "wall" is meant."""
        as_written = self._understood(asked)
        if as_written is None:
            return
        yield as_written
        for position, word in enumerate(as_written):
            facts = self._words.count(word.forms[0])
            if word.corrected or len(asked[position]) < _SHORTEST_SLIP or facts > _SLIP_FACTS:
                continue
            near = [form for form in self._near(asked[position]) if form not in word.forms]
            if near:
                slip = _Word(tuple(near), asked[position])
                yield [*as_written[:position], slip, *as_written[position + 1 :]]

    def _near(self, word: str) -> list[str]:
        """The known forms of words spelt much like this one."""
        near = [reduced(spelling) for spelling in self._spellings.near(word)]
        return [form for form in dict.fromkeys(near) if form in self._words]

    def _understood(self, asked: Iterable[str]) -> list[_Word] | None:
        """Each word in its known forms, misspelt ones corrected; None if a word means nothing here."""
        known = []
        for word in asked:
            form = reduced(word)
            if form in self._words or form in ("start", "end") or form[:1].isdigit():
                known.append(_Word((form,)))
                continue
            near = self._near(word)
            if not near:
                return None
            known.append(_Word(tuple(near), word))
        return known

    def _candidates(self, question: Question, known: Sequence[_Word]) -> Iterable[int]:
        sets = []
        for word in known:
            if word.forms[0] in ("start", "end"):
                continue
            found = self._words.bounded_by(word.forms[0])
            for form in word.forms:
                found = found | self._words.having(form) if found else self._words.having(form)
            sets.append(found)
        if not sets:
            return ()
        sets.sort(key=len)
        return frozenset.intersection(*sets) if len(sets) > 1 else sets[0]

    def _scored(
        self,
        document: Document,
        explained: frozenset[str],
        question: Question,
        known: Sequence[_Word],
        corrections: str,
    ) -> tuple[float, Answer | None]:
        """The score, and the answer if there is one: what has no end yet fits, and answers nothing."""
        asked: dict[str, float] = {}
        corrected = set()
        boundary = ""
        for word in known:
            form = next((form for form in word.forms if form in explained), "")
            if form:
                asked[form] = self._words.weight(form)
                if word.corrected:
                    corrected.add(form)
            elif not document.when.is_instant and document.sort != "person" and (cut := _boundary(document, word)):
                boundary = cut
            else:
                return 0.0, None
        dated = _dated(document, explained, question)
        if dated is None or (question.who and "win" not in asked) or (question.where and not document.fact.place):
            return 0.0, None
        asked.update(dict.fromkeys(dated, self._words.weight("") / 2))
        cover, fit, reading = self._best_name(document, asked)
        if any(
            form not in document.strong and not any(form in name for name, _ in document.names) for form in corrected
        ):
            return 0.0, None
        total = sum(asked.values())
        if not total:  # nothing but words for its start and its end
            return 0.0, None
        in_strong = sum(w for word, w in asked.items() if word in document.strong) / total
        in_weak = sum(w for word, w in asked.items() if word in document.weak) / total
        base = 2 * cover * fit / (cover + fit) if cover + fit else 0.0
        rest = max(0.0, 1 - cover)
        strong = min(in_strong, rest)
        score = base + (1 - base) * (strong * _STRONG + min(in_weak, rest - strong) * _WEAK)
        score = min(1.0, score * (1 - _SORT_BONUS["event"]) + _SORT_BONUS[document.sort])
        if corrections:
            score *= _SPELLING
        if " acting " in document.fact.label and "acting" not in asked:
            score *= _ACTING
        if score < LEAST_SCORE or (cover == 0 and len(asked) < 2):
            return 0.0, None
        return score, answer_of(document, reading, boundary, cover, asked, question.where, score, corrections)

    def _best_name(self, document: Document, asked: Mapping[str, float]) -> tuple[float, float, Reading | None]:
        """How much of the question the best name covers, how much of the name was asked, and its reading."""
        total = sum(asked.values())
        best: tuple[float, float, Reading | None] = (0.0, 0.0, None)
        best_score = 0.0
        for name, reading in document.names:
            shared = sum(asked[word] for word in name if word in asked)
            if shared:
                whole = sum(self._words.weight(word) for word in name)
                score = 2 * shared / (total + whole)
                if score > best_score:
                    best_score, best = score, (shared / total, min(1.0, shared / whole), reading)
        return best

    def _holder_answer(self, held: Held, corrections: str) -> Answer:
        sources = (held.person.source,) if held.person.source else ()
        return Answer(held.person.id, held.label, held.when, (), sources, 1.0, held.reason + corrections)

    def _on_date(self, question: Question, limit: int) -> list[Answer]:
        """What happened on a day; a month or a year alone would be a list, not an answer."""
        date = question.date
        if date is None or date.earliest_day is None or date.earliest_day != date.latest_day:
            return []
        day = date.earliest_day
        found = [self._facts[id_] for first, id_ in self._around.events if first == day]
        reason = f"happened on {date.edtf}"
        return [
            Answer(e.id, e.label, e.when, e.readings, (e.source,), 0.9, reason, self.neighbours(e.when, e.id))
            for e in found
            if e.when is not None and e.when.latest_day == day
        ][:limit]

    def neighbours(self, when: Span, id_: str) -> tuple[Neighbour, ...]:
        """The events before and after in time; of those near, the ones that have to do with the fact first."""
        return self._around.of(when, id_)


def _dated(document: Document, explained: frozenset[str], question: Question) -> tuple[str, ...] | None:
    """The words of the question's date that the names hold; None if neither names nor date fit."""
    if question.date is None:
        return ()
    if all(reduced(word) in explained for word in question.date_words):
        return tuple(reduced(word) for word in question.date_words)
    if document.sort in ("person", "thing") or not document.when.overlaps(question.date):
        return None
    return ()


def _boundary(document: Document, word: _Word) -> str:
    """Whether a word asks for the start or the end of what lasted: "launch of Apollo 11"."""
    asked = word.forms[0]
    return asked if asked in ("start", "end") else BOUNDARY_WORDS.get(document.fact.kind, {}).get(asked, "")


__all__ = ["LEAST_SCORE", "Answer", "Finder"]
