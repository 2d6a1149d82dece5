"""Where an article says when something happened that happens once, so that its tellings can be held together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from timelines.extraction.happenings import Happenings, happenings, word_list
from timelines.extraction.passage import Passage
from timelines.model import Expression, Modality


@dataclass(frozen=True, slots=True)
class DatedTelling:
    """What happened (the class of the words), to what (its content words, lower case), and the date that says when.

    ``definite`` is whether the words mean something known ("the fire", a name), ``pronoun`` the one that stands for it;
    ``coming`` whether a verb tells of it as still to come, None where no verb does;
    ``bare`` are nouns with nothing but "the" ("the explosion"); ``places`` are
    the names beside the verb and the date that say where, or for whom.
    """

    happening: str
    date: Expression
    words: frozenset[str]
    sentence: tuple[int, int]
    definite: bool = True
    pronoun: str = ""
    coming: bool | None = None
    bare: bool = False
    places: frozenset[str] = frozenset()


_LEAD = re.compile(
    r",?(?: (?:early|late|back|only|again|first))?(?: (?:in|on|at|by|until|for|from|since|of))?(?: the)? $|, $| \($",
    re.IGNORECASE,
)
_FRONTED = re.compile(r"^\W*(?:(?:early |late |back )?(?:in|on|at)|it was (?:in|on)) (?:the )?$|^$", re.IGNORECASE)
_BREAK = re.compile(
    r"[;:()—–“”\"]|,|\b(?:that|when|before|after|since|because|while|who|which|whom|whose|and|but|if|as|where|until|"
    r"although|though|than|once|said|says|believe|believes|told)\b",
    re.IGNORECASE,
)
_BETWEEN_BREAK = re.compile(
    r"[;:()—–“”\",]|\b(?:that|when|before|after|because|while|who|which|and|but|if|although|than|said|says|will|was|"
    r"were|is|are|has|had|on|until|since)\b",
    re.IGNORECASE,
)
_AUXILIARIES = re.compile(
    r"(?:\b(?:was|were|is|are|had|has|have|been|be|to|will|would|due|set|scheduled|first|finally|officially|formally|also|"
    r"later|then|only|being|expected|planned|eventually|suddenly|himself|herself|itself|he|she|it|they|who)\s*)+$",
    re.IGNORECASE,
)
# "The factory, which was built in 1902, "
_INSERTED = re.compile(r"(?P<before>[^,]+(?:,[^,]*,[^,]+)*), [^,]+,\s*")
_PRONOUN = re.compile(r"\b(he|she|it|they)\b(?=\s+\w*\s*$|\s*$|\s+(?:was|were|is|had|has|will|would)\b)", re.IGNORECASE)
_OWNER = re.compile(r"\b(?P<pronoun>his|her|its|their) (?:[a-z-]+ ){0,2}$", re.IGNORECASE)
_DETERMINER = re.compile(r"\b(?:the|this|that|his|her|its|their|a|an|another|[\w.’-]+['’]s?) $", re.IGNORECASE)
_INDEFINITE = re.compile(
    r"^\W*(?:(?:in|on|at|with|from|for|after|of) )?"
    r"(?:an?|another|one|two|three|some|several|many|more|other|most|no|\d+)\b",
    re.IGNORECASE,
)
_AHEAD = re.compile(r"\b(?:will|would|to|shall|must)(?: only| finally| officially)? $", re.IGNORECASE)
_COMING = re.compile(r"\b(?:will|would|to|due|set|scheduled)\b", re.IGNORECASE)
_NEGATED = re.compile(r"\b(?:not|never|nor|nearly|almost)\b|n[’']t\b", re.IGNORECASE)
# One of several, or a date that was changed, disputed or is only a plan's.
_ONE_OF_MANY = re.compile(
    r"\b(?:(?:was|were) (?:to|due|meant|supposed|scheduled|set)|anew|again|another|"
    r"second|third|fourth|re-?\w*(?:opened|built|elected|launched|married)|previous\w*|original\w*|"
    r"initially|"
    r"postponed|moved|delayed|rescheduled|brought forward|anniversary|either|dispute\w*|some say|others|"
    r"according to legend|"
    r"annual|twice|separate\w*|first planned|instead|extended|new date|birthday|respectively|records show|variously|"
    r"until now)\b",
    re.IGNORECASE,
)
_EACH = re.compile(r"\b(?:each|every|also|annually)\b", re.IGNORECASE)
_OFTEN = re.compile(
    r"\b(?:each|every|usually|also|earlier|later|hopefully|(?-i:may)|might|could|hoped?|possibly|perhaps|probably)\b",
    re.IGNORECASE,
)
_OCCASION_TAIL = re.compile(
    r"(?: (?:of|for|between|against|in|at|with|over) (?:(?!\b(?:is|was|will|has|on)\b)[\w’'-]+ ?){1,6}?)?"
    r"(?: (?:is|was|are|were|will|would|to|be|has|had|been|due|set|scheduled|planned|expected|held|take|takes|took|"
    r"taking|place|fixed|arranged|played|staged|happened|occurred|happen|occur|came))*",
    re.IGNORECASE,
)
_WORD = re.compile(r"[A-Za-zÀ-ÿ][\w’'À-ÿ-]*")
_SYNONYMS = {
    "quake": "earthquake", "tremor": "earthquake", "blaze": "fire", "inferno": "fire", "plane": "aircraft",
    "jet": "aircraft", "airliner": "aircraft", "firm": "company", "business": "company", "wedding": "marriage",
}  # fmt: skip
_ADJECTIVE = re.compile(r"[a-z-]+ ")
_MODIFIERS = re.compile(
    r"(?s:.*)(?P<det>\b(?:the|this|that|a|an|his|her|its|their)\s|^|[,;:]\s)(?P<rest>[^,;:]*)$", re.IGNORECASE
)
_PREPOSITION = re.compile(r"\b(?:of|on|in|to|for|and|after|before|since)\b", re.IGNORECASE)
_PREDICATE = re.compile(r"\b(?:held|due|set|place|take|takes|took|taking|played|staged|fixed|arranged)\b")
_DATE_WORDS = re.compile(r"\d|day\b|yesterday|christmas|new year|last (?:year|month|week)|easter", re.IGNORECASE)
_DEADLINE = re.compile(r"\b(?:have|has|had) (?:only )?until (?:the )?$", re.IGNORECASE)
_SINCE = re.compile(r"\bsince (?:the )?$", re.IGNORECASE)
_PLACE_END = re.compile(r"[,;:.()—–]|\b(?:and|but|when|while|who|which|that|after|before|as|since|because)\b")
# "Hit Cuba on ", "published in France in "
_NEAR_WORDS = re.compile(
    r"\b[a-z]+(?: (?:in|at|near|for|off|by|into|to))?(?: the)? [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)? (?:in|on|at) $"
)
_OPENED_BY = re.compile(r"\W*(?:For|In|At|Across) (?:the )?(?P<name>[A-Z][\w’'-]+)")
_CAPITAL = re.compile(r"\b[A-Z][\w’'-]+")
# "The next match", "the first of two"
_NUMBERED = re.compile(
    r"\b(?:next|last|previous|first|second|third|final|opening|latest|other|earlier|later|one) (?:[a-z-]+ )?$",
    re.IGNORECASE,
)
_FARTHEST = 60
_SHORT_WAY = 16


@lru_cache(maxsize=4)
def dated_tellings(passage: Passage) -> tuple[DatedTelling, ...]:
    """The tellings of the article in the order of their dates; none in a language without the words for it.

    Several checks ask for the same article in turn, so the last ones are kept.
    """
    return tuple(_tellings(passage))


def _tellings(passage: Passage) -> Iterator[DatedTelling]:
    words = happenings(passage.article.language)
    if words is None:
        return
    for date in passage.expressions:
        if date.type not in ("DATE", "TIME") or not _DATE_WORDS.search(date.text) or date.modifier is not None:
            continue
        sentence = passage.sentence_at(date.start)
        if sentence[1] - sentence[0] > 600 or passage.standing(date.start, date.end) is not Modality.ASSERTED:
            continue
        before = (max(sentence[0], date.start - _FARTHEST), date.start)
        after = (date.end, min(sentence[1], date.end + _SHORT_WAY))
        if (
            _ONE_OF_MANY.search(passage.text, *sentence)
            or _OFTEN.search(passage.text, *before)
            or _EACH.search(passage.text, *after)
        ):
            continue
        owner = passage.text.startswith(("'s ", "’s "), date.end)
        telling = None if owner else _told(passage, date, sentence, words)
        telling = telling or _named(passage, date, sentence, words)
        if telling is not None and (telling.words or telling.pronoun or telling.bare):
            yield replace(telling, places=_places(passage.text, date, sentence) - telling.words)


def _told(passage: Passage, date: Expression, sentence: tuple[int, int], known: Happenings) -> DatedTelling | None:
    """A verb with its date: "collapsed on 14 August", "on 14 August the bridge collapsed"."""
    text = passage.text
    if _FRONTED.match(text[sentence[0] : date.start]):
        verb = known.verbs.search(text, date.end, min(sentence[1], date.end + 2 * _FARTHEST))
        if verb is None or _BREAK.search(text[date.end : verb.start()].lstrip(", ")):
            return None
        return _telling(passage, date, sentence, known, verb, (date.end, verb.start()), "")
    lead = _LEAD.search(text, sentence[0], date.start)
    if lead is None:
        return None
    found = list(known.verbs.finditer(text, max(sentence[0], lead.start() - 2 * _FARTHEST), lead.start()))
    for verb in reversed(found):
        between = text[verb.end() : lead.start()]
        if len(between) > _FARTHEST or _BETWEEN_BREAK.search(between):
            return None
        if verb.group().lower() in known.bases and not _AHEAD.search(text, sentence[0], verb.start()):
            continue
        if _DETERMINER.search(text, sentence[0], verb.start()) and not re.search(r"ed$", verb.group()):
            continue
        return _telling(passage, date, sentence, known, verb, (sentence[0], verb.start()), between)
    return None


def _telling(
    passage: Passage,
    date: Expression,
    sentence: tuple[int, int],
    known: Happenings,
    verb: re.Match[str],
    room: tuple[int, int],
    between: str,
) -> DatedTelling | None:
    text, happening = passage.text, known.of_verb[verb.group().lower()]
    if _NEGATED.search(text, max(sentence[0], verb.start() - 24), verb.start()):
        return None
    if passage.dates_between(verb.end(), date.start):
        return None
    subject, pronoun = _subject(text, *room)
    if not subject and not pronoun and text[sentence[0] : verb.start()].strip() == "":
        after = re.match(
            r"(?:,? (?:by|in|at|on|under|as|with|from|to|for|near) [^,.;]{2,60},|,)? (?P<name>[^,.;]{2,60}?),? "
            r"(?:was|is|has|had|makes|became|will|[a-z]+ed|[a-z]+s)\b",
            text[date.end :],
        )
        subject = after["name"] if after else ""
    if not subject and not pronoun:
        return None
    content = content_words(subject)
    if happening in known.with_object:
        content |= content_words(between)
    definite = not _INDEFINITE.match(subject) if subject else True
    coming = bool(_COMING.search(text, max(room[0], verb.start() - 30), verb.start())) or verb.group().endswith("s")
    return DatedTelling(happening, date, content, sentence, definite, pronoun, coming)


def _subject(text: str, start: int, end: int, depth: int = 0) -> tuple[str, str]:
    """The words right before a verb that say of whom or what it speaks, or the pronoun that does."""
    segment = text[start:end]
    bare = _AUXILIARIES.sub("", segment.rstrip() + " ")
    cut = list(_BREAK.finditer(bare))
    part = bare[cut[-1].end() :] if cut else bare
    spoken = _PRONOUN.search(segment[len(bare[: cut[-1].end()]) if cut else 0 :])
    if spoken and not content_words(part):
        return "", spoken[1].lower()
    if content_words(part):
        if cut and cut[-1].group().lower() in ("which", "whom", "that") and depth == 0:
            before, _ = _subject(text, start, start + cut[-1].start(), depth + 1)
            return f"{part.strip()} {before}", ""
        return part.strip(" ,"), ""
    if not cut or depth > 2:
        return "", ""
    inserted = _INSERTED.fullmatch(bare)
    if inserted and content_words(inserted["before"]):
        return _subject(text, start, start + len(inserted["before"]), depth + 1)
    if cut[-1].group().lower() == "and":
        first = re.split(r"\b(?:was|were|is|has|had|will|,)\b|,| [a-z]+ed ", segment, maxsplit=1)[0]
        return (first.strip(), "") if content_words(first) and len(first.split()) <= 8 else ("", "")
    return _subject(text, start, start + cut[-1].start(), depth + 1)


def _named(passage: Passage, date: Expression, sentence: tuple[int, int], known: Happenings) -> DatedTelling | None:
    """A noun with its date: "the collapse of the bridge on 4 August", "Thursday's replay", "his death in 1950"."""
    text = passage.text
    if _DEADLINE.search(text, sentence[0], date.start):
        return DatedTelling("occasion deadline", date, frozenset({"deadline"}), sentence)
    owner = text.startswith(("'s ", "’s "), date.end)
    start = date.end + (3 if owner else 1)
    adjective = _ADJECTIVE.match(text, start)
    by_year = date.text.isdigit()  # "The 1997 election" is another one than that of 2001.
    after = (
        None
        if by_year
        else known.occasions.match(text, start)
        or (known.occasions.match(text, adjective.end()) if owner and adjective else None)
    )
    if after is not None and (owner or text[date.end : date.end + 1] == " "):
        return DatedTelling(f"occasion {after.group().lower()}", date, content_words(after.group()), sentence)
    after = None if by_year else known.nouns.match(text, start)
    if after is not None and owner:
        happening = known.of_noun[after.group().lower()]
        return DatedTelling(happening, date, frozenset(), sentence, bare=True)
    lead = _LEAD.search(text, sentence[0], date.start)
    if lead is None:
        return None
    low = max(sentence[0], lead.start() - 2 * _FARTHEST)
    for pattern, occasion in ((known.nouns, False), (known.occasions, True)):
        for noun in reversed(list(pattern.finditer(text, low, lead.start()))):
            tail = text[noun.end() : lead.start()]
            if not _OCCASION_TAIL.fullmatch(tail):
                continue
            if passage.dates_between(noun.end(), date.start):
                continue
            before = text[max(sentence[0], noun.start() - 50) : noun.start()]
            if (
                _NUMBERED.search(before)
                or _NEGATED.search(re.split(r"[,;:]", before)[-1])
                or not re.search(r"\w[ ’'s]*$", before)
            ):
                continue
            owned = _OWNER.search(before)
            modifiers = _MODIFIERS.search(before)
            rest = modifiers["rest"] if modifiers else ""
            if len(rest.split()) > 5 or _PREPOSITION.search(rest):
                rest = ""
            content = content_words(f"{rest} {_PREDICATE.sub(' ', tail)}")
            indefinite = bool(modifiers and modifiers["det"].strip().lower() in ("a", "an"))
            happening = f"occasion {noun.group().lower()}" if occasion else known.of_noun[noun.group().lower()]
            if occasion:
                content |= content_words(noun.group())
                happening = "beginning" if _SINCE.search(text, noun.end(), date.start) else happening
            pronoun = owned["pronoun"].lower() if owned and not occasion and not content else ""
            bare = not content and not pronoun
            if bare and not (modifiers and modifiers["det"].strip().lower() in ("the", "this", "that")):
                continue
            return DatedTelling(happening, date, content, sentence, not indefinite, pronoun, bare=bare)
    return None


def _places(text: str, date: Expression, sentence: tuple[int, int]) -> frozenset[str]:
    """Names in the words before and after the date, and in an opening "For America, "."""
    stop = _PLACE_END.search(text, date.end, sentence[1])
    after = text[date.end : min(stop.start() if stop else sentence[1], date.end + _FARTHEST)]
    before = text[max(sentence[0], date.start - _FARTHEST) : date.start]
    near = _NEAR_WORDS.search(before)
    opening = _OPENED_BY.match(text, sentence[0], sentence[1])
    words = f"{near.group() if near else ''} | {after} | {opening['name'] if opening else ''}"
    return frozenset(found.lower() for found in _CAPITAL.findall(words) if found not in word_list("no-names"))


def content_words(words: str) -> frozenset[str]:
    """The words that say what it is: lower case, without plural and possessive endings, articles and numbers."""
    found = set()
    for token in _WORD.findall(words):
        word = re.sub(r"['’]s?$", "", token).lower()
        if word in word_list("empty") or len(word) < 2 or word.endswith("ly"):
            continue
        word = word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3 else word
        found.add(_SYNONYMS.get(word, word))
    return frozenset(found)
