"""Answers from packs: a few facts that may be meant are taken out, and the same rules as for the canon judge them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from timelines.canon.lookup import Answer, Finder
from timelines.canon.neighbours import Neighbours
from timelines.canon.packs.forms import name_form, search_words
from timelines.canon.packs.pack import Pack
from timelines.canon.packs.shelf import Shelf
from timelines.canon.question import Question, read_question
from timelines.canon.relations import start_of
from timelines.canon.schema import Fact, Term

_CANDIDATES: Final = 24
"""Facts that are taken out for one query; more of them cost time and answer no better."""
_OFFICES: Final = 4
_HOLDERS: Final = 60
"""Offices, and holders of each in the time asked for, that are taken out for one query."""


def pack_answers(shelf: Shelf, finder: Finder, query: str, limit: int) -> list[Answer]:
    """What the packs know in answer to a question, best first; ``finder`` knows the facts in memory."""
    question = read_question(query)
    if not question.answerable or not (question.words or question.date):
        return []
    facts: dict[str, Fact] = {}
    for pack in shelf.packs:
        for fact in _candidates(pack, finder, question, query):
            best = shelf.completed(fact) if fact.id not in facts else None
            if best is not None:
                facts.setdefault(best.id, best)
    if not facts:
        return []
    held: dict[str, list[tuple[Fact, Term]]] = {}
    for office in [fact for fact in facts.values() if fact.prefix == "office"][:_OFFICES]:
        holders = shelf.holders(office.id, question.date, _HOLDERS)
        if holders:
            held[office.id] = sorted(holders, key=lambda pair: pair[1].start.earliest or 0)
    known = {**shelf.referred(facts.values()), **facts, **{f.id: f for pairs in held.values() for f, _ in pairs}}
    own = {event.id: event for fact in facts.values() for event in shelf.derived(fact)}
    events = sorted((start_of(fact), fact.id) for fact in facts.values() if fact.prefix == "event")
    every = {**known, **own}
    found = Finder(every, lambda office: held.get(office, ()), Neighbours(every, events), weigh=finder.weight)
    answers = found.lookup(query, limit=limit)
    mine = {*facts, *own, *(fact.id for pairs in held.values() for fact, _ in pairs)}
    return [
        replace(answer, neighbours=finder.neighbours(answer.when, answer.id)) for answer in answers if answer.id in mine
    ]


def _candidates(pack: Pack, finder: Finder, question: Question, query: str) -> list[Fact]:
    """Facts with the very name first; then those with all words, or else with as many of the rarest as possible."""
    days = (question.date.earliest_day, question.date.latest_day) if question.date is not None else (None, None)
    if not question.words:
        first, last = days
        return pack.events_between(first, last, _CANDIDATES) if first is not None and first == last else []
    forms = {name_form(text) for text in (query, query.rstrip("?!. "), " ".join(question.words))}
    exact = sorted(pack.named(forms), key=lambda named: -(named.prominence or 0))[: _CANDIDATES // 2]
    found = {named.id: fact for named in exact if (fact := pack.get(named.id)) is not None}
    groups = _groups(pack, finder.weight, finder.knows, question)
    for size in range(len(groups), 0, -1):
        hits = pack.with_words(groups[:size], *days, _CANDIDATES)
        if hits:
            for fact in hits:
                found.setdefault(fact.id, fact)
            break
    return list(found.values())[:_CANDIDATES]


def _groups(
    pack: Pack, weight: Callable[[str], float], knows: Callable[[str], bool], question: Question
) -> list[Sequence[str]]:
    """The words of the question that names in the pack have, the rarest first, misspelt ones corrected."""
    groups: list[Sequence[str]] = []
    for word in (*question.words, *question.date_words):
        forms = search_words([word])
        if forms and all(pack.has_word(form) for form in forms):
            groups += [[form] for form in forms]
        elif not knows(word) and (near := search_words(pack.spellings(word))):
            groups.append(near)
    # Numbers are in few names, and most questions with a year mean something of that year and not of that name.
    return sorted(groups, key=lambda group: (group[0].isdigit(), -weight(group[0])))
