"""All names of the canon, found in a text at once (Aho-Corasick, leftmost-longest), with what each stands for."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from timelines.canon.cache import Cache
from timelines.canon.company import Company
from timelines.canon.names import Entry, Names, stored_names, straight
from timelines.canon.schema import Fact
from timelines.canon.titles import Titles
from timelines.canon.word_context import (
    NEAR,
    begins_longer_name,
    belongs_to_longer_name,
    in_longer_name,
    is_month,
    near,
)
from timelines.chronology.span import Span

_CAPITAL_LINE: Final = re.compile(r"^[^a-z\n]*[A-Z]{2}[^a-z\n]*[A-Z]{2}[^a-z\n]*$", re.MULTILINE)
_NOT_THIS_TITLE: Final = re.compile(r"(?i)\b(deputy|vice|assistant|under|shadow|junior|sub)[ -]$")
_OF: Final = (" of ", " of the ")
_TRIES: Final = 2
"""Bare surnames of one sort in a text of which those beside are asked for."""
# Up to so many code points it takes less time to make automata of the names that a text can hold than one of all.
_FEW: Final = 50_000


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a text; offsets in code points. ``candidates`` are fact ids, best first, at least one.

    With a title before it ("U.S. President Donald Trump") the span covers both and ``title_office`` is the
    office that the title gives the person, whether or not the canon agrees.
    """

    start: int
    end: int
    text: str
    candidates: tuple[str, ...]
    title_office: str | None = None


class _Token(NamedTuple):
    entry: Entry
    start: int
    end: int


class NameIndex:
    """Finds the names of ``facts`` in texts. Immutable after construction."""

    def __init__(
        self,
        facts: Mapping[str, Fact],
        cache: Cache | None = None,
        involving: Callable[[str], Iterable[str]] = lambda _: (),
    ) -> None:
        """``involving`` gives the ids of the events that a fact took part in."""
        self._facts = facts
        self._company = Company(facts, involving)
        self._titles = Titles(facts)
        self._names = Names((cache or Cache()).table("names", lambda: stored_names(facts)))
        self._read = 0

    def prepare(self) -> None:
        """Make the automaton of all names now."""
        _ = self._automaton

    @cached_property
    def _automaton(self) -> AhoCorasick:
        return _automaton(self._names.forms)

    def _automaton_for(self, plain: str) -> tuple[AhoCorasick, Sequence[int] | None]:
        """What finds the names in a text, and their numbers (None: all); for few texts not all names are taken."""
        if "_automaton" not in self.__dict__ and self._read + len(plain) <= _FEW:
            self._read += len(plain)
            numbers = self._names.possible(plain)
            return _automaton([self._names.forms[number] for number in numbers]), numbers
        return self._automaton, None

    @cached_property
    def _capitals(self) -> tuple[AhoCorasick, list[int]]:
        """The same names in capitals, for headlines, and their numbers; made when the first such line is met."""
        forms = self._names.in_capitals()
        return _automaton(list(forms)), list(forms.values())

    def mentions(
        self,
        text: str,
        at: Span | None = None,
        imported: Mapping[str, Fact] | None = None,
        known: Mapping[str, Fact] | None = None,
    ) -> list[Mention]:
        """All names in ``text``, in order, not overlapping; ``at`` is the article's time and ranks namesakes.

        ``imported`` are further facts that this text may name, with the names that may stand for them in it;
        a name of theirs counts where no name of this index stands, or where it is longer than all that stand there.
        ``known`` has them and all facts that they refer to.
        """
        plain = straight(text)
        tokens = self._tokens(text, plain)
        facts, titles = self._facts, self._titles
        if imported:
            tokens = _joined(tokens, NameIndex(imported)._tokens(text, plain))
            facts = known if known is not None else {**facts, **imported}
            titles = titles.over(facts)
        return _Reading(facts, titles, text, plain, at, self._company).mentions(tokens)

    @cached_property
    def words(self) -> frozenset[str]:
        """Forms that are no name where they stand alone: titles of offices, adjectives of states and organisations."""
        return self._names.attributes()

    def _tokens(self, text: str, plain: str) -> list[_Token]:
        tokens = self._found(*self._automaton_for(plain), plain, 0, len(plain))
        lines = [match.span() for match in _CAPITAL_LINE.finditer(text)]
        if lines:
            automaton, numbers = self._capitals
            tokens = [t for t in tokens if not any(low <= t.start < high for low, high in lines)]
            for low, high in lines:
                tokens += self._found(automaton, numbers, plain, low, high)
            tokens.sort(key=lambda token: token.start)
        return tokens

    def _found(
        self, automaton: AhoCorasick, numbers: Sequence[int] | None, plain: str, low: int, high: int
    ) -> list[_Token]:
        """The whole names in plain[low:high]; ``numbers`` are those of the patterns if these are not all names."""
        whole = low == 0 and high == len(plain)
        found = []
        for number, start, end in automaton.find_matches_as_indexes(plain if whole else plain[low:high]):
            start, end = start + low, end + low
            entry = self._names.entry(number if numbers is None else numbers[number])
            if start and plain[start - 1].isalnum() and plain[start].isalnum():
                continue
            if end < len(plain) and plain[end].isalnum() and plain[end - 1].isalnum():
                if _is_plural(plain, start, end) and not entry.shorts and _takes_plural(entry):
                    end += 1
                else:
                    found += self._shorter(plain, start, end)
                    continue
            found.append(_Token(entry, start, end))
        return found

    def _shorter(self, plain: str, start: int, end: int) -> list[_Token]:
        """The names inside a match that ended within a word: "US" in "US Opening" when "US Open" is a name."""
        cut = plain.rfind(" ", start, end)
        while cut > start:
            number = self._names.numbers.get(plain[start:cut])
            if number is not None:
                return [_Token(self._names.entry(number), start, cut)]
            cut = plain.rfind(" ", start, cut)
        return []


class _Reading:
    """One pass over one text: keeps what was named so far."""

    def __init__(
        self, facts: Mapping[str, Fact], titles: Titles, text: str, plain: str, at: Span | None, company: Company
    ) -> None:
        self._facts = facts
        self._titles = titles
        self._text = text
        self._plain = plain
        self._at = at
        self._company = company
        self._seen: dict[str, list[str]] = {}
        self._bare: dict[str, list[_Token]] = {}

    def mentions(self, tokens: Sequence[_Token]) -> list[Mention]:
        found: list[Mention] = []
        position = 0
        while position < len(tokens):
            token = tokens[position]
            if token.entry.title is not None or token.entry.owners or _is_office(token.entry):
                used = self._titled(tokens, position, found)
                if used:
                    position += used
                    continue
            candidates = self._candidates(token)
            if candidates:
                found.append(self._mention(token.start, token.end, candidates))
            elif token.entry.shorts:
                self._bare.setdefault(self._plain[token.start : token.end], []).append(token)
            position += 1
        return self._with_company(found) if self._bare and found else found

    def _with_company(self, found: list[Mention]) -> list[Mention]:
        """The mentions, and the bare surnames that those near them explain."""
        starts = [mention.start for mention in found]
        more: list[Mention] = []
        for name, tokens in self._bare.items():
            namesakes = [id_ for id_ in tokens[0].entry.shorts if not _begins_after(self._facts[id_], self._at)]
            if is_month(self._plain, tokens[0].start, tokens[0].end):
                continue
            for number, (_, start, end) in enumerate(tokens[:_TRIES]):
                low, high = bisect_left(starts, start - NEAR), bisect_left(starts, end + NEAR)
                meant = self._company.best(namesakes, (mention.candidates[0] for mention in found[low:high]))
                if meant is not None:
                    if not in_longer_name(self._plain, name):
                        more += [
                            Mention(t.start, t.end, self._text[t.start : t.end], (meant,)) for t in tokens[number:]
                        ]
                    break
        return sorted([*found, *more], key=lambda mention: mention.start) if more else found

    def _mention(self, start: int, end: int, candidates: Sequence[str], office: str | None = None) -> Mention:
        for short in self._facts[candidates[0]].short:
            known = self._seen.setdefault(short, [])
            if candidates[0] in known:
                known.remove(candidates[0])
            known.insert(0, candidates[0])
        return Mention(start, end, self._text[start:end], tuple(candidates), office)

    def _candidates(self, token: _Token) -> list[str]:
        """What a token may stand for where no title precedes it."""
        entry, start, end = token
        single = " " not in self._plain[start:end]
        found = [id_ for id_, context in entry.conditional if self._context_is_near(context, start, end)]
        found += [id_ for id_ in entry.names if id_ not in found]
        if entry.shorts:
            seen = self._seen.get(self._plain[start:end], ())
            # What the text has already named comes before other facts of the same name.
            found = [*(i for i in seen if i not in entry.names), *found]
        persons = [id_ for id_ in found if id_.startswith("person/")]
        if persons and (
            belongs_to_longer_name(self._plain, start, end, single=single)
            or (single and is_month(self._plain, start, end))
        ):
            found = [id_ for id_ in found if id_ not in persons]
        return self._ranked(found) if len(found) > 1 else found

    def _context_is_near(self, context: Sequence[str], start: int, end: int) -> bool:
        for word in context:
            fact = self._facts.get(word)
            names = fact.names if fact is not None else (word,)
            if any(near(self._plain, straight(name), start, end) for name in names):
                return True
        return False

    def _ranked(self, found: list[str]) -> list[str]:
        """What did not exist yet at the article's time comes last."""
        return sorted(found, key=lambda id_: _begins_after(self._facts[id_], self._at))

    def _titled(self, tokens: Sequence[_Token], position: int, found: list[Mention]) -> int:
        """Reads owner + title + person from ``position``; the number of tokens used, 0 if it is no title."""
        first = tokens[position]
        owners: Sequence[str] = ()
        start, at_title = first.start, position
        if first.entry.title is None and first.entry.owners:
            following = tokens[position + 1] if position + 1 < len(tokens) else None
            if following is None or following.entry.title is None:
                return 0
            gap = self._plain[first.end : following.start]
            if gap == "'s ":
                candidates = self._candidates(first)
                if candidates:
                    found.append(self._mention(first.start, first.end, candidates))
                start = following.start
            elif gap != " ":
                return 0
            owners, at_title = first.entry.owners, position + 1
        token = tokens[at_title]
        if _NOT_THIS_TITLE.search(self._plain, max(0, token.start - 12), token.start):
            return 0
        end, following_at = token.end, at_title + 1
        if not owners and following_at < len(tokens):
            owner = tokens[following_at]
            if owner.entry.owners and self._plain[end : owner.start] in _OF:
                owners, end, following_at = owner.entry.owners, owner.end, following_at + 1
        if token.entry.title is not None:
            offices = self._titles.offices(token.entry.title, owners)
        else:
            offices = [id_ for id_ in token.entry.names if id_.startswith("office/")]
        if following_at < len(tokens) and self._plain[end : tokens[following_at].start] == " ":
            person = tokens[following_at]
            mention = self._with_title(person, start, offices, owned=bool(owners) or _is_office(token.entry))
            if mention is not None:
                found.append(mention)
                return following_at + 1 - position
        if offices and (owners or _is_office(token.entry)):
            found.append(self._mention(start, end, offices))
            return following_at - position
        if start != first.start:
            return at_title + 1 - position
        return 0 if token.entry.names or owners else 1

    def _with_title(self, token: _Token, start: int, offices: Sequence[str], *, owned: bool) -> Mention | None:
        entry, name_start, end = token
        full = [id_ for id_ in entry.names if id_.startswith("person/")]
        full += [i for i, _ in entry.conditional if i.startswith("person/") and i not in full]
        holders = self._titles.by_closeness(dict.fromkeys((*full, *entry.shorts)), offices, self._at)
        if not full and not holders:
            return None
        if belongs_to_longer_name(self._plain, name_start, end, single=False):
            return None
        if not full and begins_longer_name(self._plain, end):
            return None
        candidates = [*holders, *(id_ for id_ in full if id_ not in holders)]
        seen = self._seen.get(self._plain[name_start:end], ())
        candidates.sort(key=lambda id_: id_ not in seen)
        office = self._titles.office_of(candidates[0], offices, self._at)
        if office is None and owned and offices:
            office = offices[0]
        return self._mention(start if office is not None else name_start, end, candidates, office)


def _joined(own: list[_Token], others: list[_Token]) -> list[_Token]:
    """Both without overlaps: of two that overlap the one of ``own``, unless the other holds it whole and more."""
    if not others:
        return own
    kept: list[_Token] = []
    left = list(own)
    starts = [token.start for token in own]
    for other in others:
        low = max(0, bisect_left(starts, other.start) - 1)
        touched = [t for t in own[low : bisect_left(starts, other.end)] if t.end > other.start]
        if all(other.start <= t.start and t.end <= other.end and (t.start, t.end) != other[1:] for t in touched):
            kept.append(other)
            left = [t for t in left if t not in touched] if touched else left
    return sorted([*left, *kept], key=lambda token: token.start)


def _begins_after(fact: Fact, at: Span | None) -> bool:
    begins = fact.born or fact.since or fact.when
    if at is None or at.latest is None or begins is None or begins.earliest is None:
        return False
    return begins.earliest > at.latest


def _automaton(patterns: list[str]) -> AhoCorasick:
    return AhoCorasick(patterns, matchkind=MatchKind.LeftmostLongest)


def _is_office(entry: Entry) -> bool:
    return any(id_.startswith("office/") for id_ in entry.names)


def _takes_plural(entry: Entry) -> bool:
    return bool(entry.names) and not entry.names[0].startswith(("person/", "state/"))


def _is_plural(plain: str, start: int, end: int) -> bool:
    follows = end + 1 >= len(plain) or not plain[end + 1].isalnum()
    return plain[end] == "s" and follows and end - start >= 4
