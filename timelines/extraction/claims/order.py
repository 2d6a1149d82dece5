"""*E is before or after F*: "World War I broke out after the Treaty of Versailles was signed"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from timelines.canon.index import Mention
from timelines.extraction.claims.containment import OTHER_THING
from timelines.extraction.claims.moment import clause_end, moment_at, named_moment, told_moment
from timelines.extraction.passage import Passage
from timelines.model import Claim

# What the words say of the event told first; "by" marks those that say it of the event told second.
_EARLIER = (
    "before|prior to|ahead of|in the run-up to|on the eve of|preceded|predated|pre-dated|led to|triggered|prompted|"
    "sparked|paved the way for|helped bring about|came before|was followed by|were followed by|until after"
)
_LATER = (
    "after|following|followed|in the wake of|in the aftermath of|came after|as a result of|in response to|"
    "in retaliation for|was preceded by|were preceded by|was prompted by|was triggered by|was sparked by|"
    "in revenge for|once|postdated"
)
_CONNECTOR = re.compile(
    rf"\b(?:(?P<earlier>{_EARLIER})|(?P<later>{_LATER})|(?P<by>by the time))\s+(?=\S)", re.IGNORECASE
)
# Between two names of events; elsewhere these verbs have persons and things beside them.
_BETWEEN_NAMES = re.compile(
    r"(?:preceded|predated|pre-dated|led to|triggered|prompted|sparked|paved|helped|came|followed|was|were|"
    r"postdated)\b",
    re.IGNORECASE,
)
_CLAUSE_BREAK = re.compile(
    r"[;:()—–“”\"]|\b(?:and|but|because|although|if|than|like|as|not|never|until|while|when|that|which|who|whose|since)\b"
)
_COUNT = re.compile(
    r",?(?: (?:shortly|soon|just|only|long|immediately|right|not long|well|even|almost|nearly|about|some|more than|"
    r"exactly|(?:[\w-]+ ){1,3}(?:hours?|days?|weeks?|months?|years?|decades?|century|centuries|generation)"
    r"(?: or so)?))+$",
    re.IGNORECASE,
)
_FRONTED_DATE = re.compile(r"^\W*(?:(?:In|On|By) [^,]{3,30}, )?")
_DID = re.compile(
    r"\b(?:gave|delivered|signed|lost|won|fought|made|launched|ordered|started|issued|led|watched|announced|saw) ", re.I
)
# Plans and wishes put nothing into an order.
_CLAUSE_OF_ITS_OWN = re.compile(
    r"\b(?:will|would|to|could|may|might|should|must|planned|wanted|hoped|feared)\b", re.IGNORECASE
)
_ENDED = re.compile(r"(?:^| )(?:had )?(?:ended|was over|came to an end|finished|concluded)\b", re.IGNORECASE)
_NEGATED = re.compile(r"\b(?:not|never|n't|n’t|without|neither|nor|no)\b", re.IGNORECASE)
_ALREADY = re.compile(r"\b(?:had|was|were) (?:already|long)\b", re.IGNORECASE)
_HELPING = re.compile(
    r"\b(?:had|has|have|already|just|long|finally|first|itself|since)\b ?|(?<=[a-z] )been ", re.IGNORECASE
)
_HAPPENED = re.compile(
    r"(?:(?: (?:was|were|had|took|been|place|happened|occurred|came|held|began|ended))* )?", re.IGNORECASE
)
# A name found in the canon by its words as surely as this is the one that is meant; measured by reading 60 clauses.
_SURE, _LIKELY, _AS_GOOD = 0.95, 0.6, 0.05
_LONGEST_CLAUSE = 80
_FEWEST_WORDS, _MOST_WORDS = 2, 8


@dataclass(frozen=True, slots=True)
class _Told:
    ids: tuple[str, ...]
    name: str
    end: int


def order_claims(passage: Passage) -> Iterator[Claim]:
    """Find the claims of this kind; ``about`` is one event, ``other`` the second, ``detail`` the relation."""
    if passage.article.language != "en":
        return
    text = passage.text
    for match in _CONNECTOR.finditer(text):
        sentence = passage.sentence_at(match.start())
        if sentence[1] - sentence[0] > 600 or not text[match.end()].isalnum():
            continue
        if _NEGATED.search(text, max(sentence[0], match.start() - 30), match.start()):
            continue
        opening = text[sentence[0] : match.start()].strip(" “\"'")
        fronted = not opening or bool(_COUNT.fullmatch(f" {opening[:1].lower()}{opening[1:]}"))
        people = [
            one
            for one in passage.mentions_between(sentence[0], match.start())
            if one.candidates[0].startswith("person/")
        ]
        owner = people[0] if len(people) == 1 else None
        second = _second(passage, match.end(), clause_end(passage, match.end()), owner)
        if second is None:
            continue
        first = _fronted(passage, second.end, sentence) if fronted else _first(passage, match, sentence)
        if first is None or set(first.ids) & set(second.ids):
            continue
        relation = "after" if match["later"] else "before"
        if match["by"] and not _ALREADY.search(text, *sentence):
            continue
        yield _claim(passage, (match.start(), second.end), sentence, first, second, relation)


def _second(passage: Passage, start: int, end: int, owner: Mention | None) -> _Told | None:
    """The event right after the connector, with the verb that tells of it."""
    moment = moment_at(passage, start, owner=owner)
    if moment is None or not moment.ids:
        dates = passage.dates_between(start, end)
        stop = dates[0].start if len(dates) == 1 and dates[0].end == end else end
        bare = len(passage.text[start:stop].rstrip()) - (3 if stop != end else 0)
        found = _looked_up(passage, start, start + bare if stop != end else end)
        return _Told(found.ids, found.name, end) if found is not None else None
    if OTHER_THING.match(passage.text, moment.end):
        return None
    verb = _VERB.match(passage.text, moment.end)
    return _Told(moment.ids, moment.name, verb.end() if verb else moment.end)


_VERB = re.compile(
    r" (?:was|were|has|had been|had|has been)? ?(?:signed|over|begun|began|ended|fell|fallen|fought|held|adopted)\b"
)


def _first(passage: Passage, match: re.Match[str], sentence: tuple[int, int]) -> _Told | None:
    """The event told in the same clause right before the connector."""
    text = passage.text
    lead = _FRONTED_DATE.match(text, sentence[0], match.start())
    start = lead.end() if lead else sentence[0]
    breaks = list(_CLAUSE_BREAK.finditer(text, start, match.start()))
    start = breaks[-1].end() if breaks else start
    clause = text[start : match.start()].rstrip()
    clause = _COUNT.sub("", clause).rstrip(" ,")
    start += len(clause) - len(clause.lstrip())
    end = start + len(clause.strip())
    if not clause or "," in clause or len(clause) > _LONGEST_CLAUSE:
        return None
    if breaks and breaks[-1].group().lower() in ("who", "which", "whose", "as", "than", "like", "if", "not", "never"):
        return None
    if _BETWEEN_NAMES.match(match.group()):
        return _by_name(passage, start, end)
    return _main(passage, start, end)


def _fronted(passage: Passage, end: int, sentence: tuple[int, int]) -> _Told | None:
    """ "After the sinking of the Titanic, the Eiffel Tower was opened": the clause behind the comma."""
    comma = re.compile(r"[^,;:()]{0,30}, ").match(passage.text, end, sentence[1])
    if comma is None:
        return None
    start = comma.end()
    stop = re.compile(r"[,;:.()]| and | but | to ").search(passage.text, start, sentence[1])
    last = stop.start() if stop else sentence[1]
    return _main(passage, start, last) if 0 < last - start <= _LONGEST_CLAUSE else None


def _main(passage: Passage, start: int, end: int) -> _Told | None:
    """What a main clause tells: by its words in the canon, or by name and verb."""
    if _CLAUSE_OF_ITS_OWN.search(passage.text, start, end):
        return None
    found = _looked_up(passage, start, end) or _by_name(passage, start, end)
    if found is not None:
        return found
    made = _made(passage, start, end)
    if made is not None:
        return made
    told = told_moment(passage, start, end)
    return _Told(*told) if told is not None and end - told[2] <= 30 else None


def _made(passage: Passage, start: int, end: int) -> _Told | None:
    """ "Lincoln gave the Gettysburg Address": the event is what somebody did."""
    verb = _DID.search(passage.text, start, end)
    named = named_moment(passage, verb.end()) if verb and verb.start() - start <= 40 else None
    if named is None or passage.text[named[2] : end].strip():
        return None
    return _Told(named[0], named[1], named[2])


def _by_name(passage: Passage, start: int, end: int) -> _Told | None:
    """ "The Battle of Hastings", with nothing but a verb of happening behind it."""
    named = named_moment(passage, start)
    if named is None or not _HAPPENED.fullmatch(passage.text[named[2] : end] + " "):
        return None
    return _Told(named[0], named[1], named[2])


def _looked_up(passage: Passage, start: int, end: int) -> _Told | None:
    """The event that the clause as a whole is about, if the canon knows it surely."""
    clause = _HELPING.sub("", passage.text[start:end]).strip(' ,.“”"')
    words = clause.split()
    if not _FEWEST_WORDS <= len(words) <= _MOST_WORDS or not re.search(r"\b[A-Z]", clause):
        return None
    answers = passage.canon.lookup(clause, limit=4)
    if not answers or not answers[0].id.startswith("event/"):
        return None
    ids = tuple(dict.fromkeys(one.id for one in answers if answers[0].score - one.score <= _AS_GOOD))
    if answers[0].score < _SURE and not _is_grounded(passage, start, end, ids, answers[0].score):
        return None
    ids = ids if answers[0].score < _SURE else ids[:1]
    return _Told(ids, clause, start + len(passage.text[start:end].rstrip(" ,.")))


def _is_grounded(passage: Passage, start: int, end: int, ids: tuple[str, ...], score: float) -> bool:
    """Whether whoever the clause names took part in each of the events."""
    if score < _LIKELY or any(not one.startswith("event/") for one in ids):
        return False
    named = {one for mention in passage.mentions_between(start, end) for one in mention.candidates[:1]}
    return all(named & set(passage.canon.fact(one).participants) for one in ids)


def _claim(
    passage: Passage,
    words: tuple[int, int],
    sentence: tuple[int, int],
    first: _Told,
    second: _Told,
    relation: str,
) -> Claim:
    start, end = words
    return Claim(
        id=f"order@{start}",
        kind="order",
        start=start,
        end=end,
        text=passage.text[start:end],
        about=first.ids[0],
        says=f"{first.name} {relation} {second.name}",
        sentence=sentence,
        named=first.name,
        readings=first.ids,
        unit="end" if _ENDED.search(first.name) or _ENDED.match(passage.text, first.end) else None,
        other=" ".join(second.ids),
        detail=relation,
        modality=passage.standing(start, end),
    )
