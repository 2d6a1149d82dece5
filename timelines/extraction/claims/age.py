"""*P is aged A at T*: "Joe Biden, born in November 1942, was 76 when he took office", "She was 112", "died at 87"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from timelines.canon.index import Mention
from timelines.chronology import Duration, Precision, Span, civil, day_number, parse_number, shift
from timelines.extraction.claims.anchors import near
from timelines.extraction.claims.birth import Birth, birth_near
from timelines.extraction.claims.moment import clause_end, told_moment
from timelines.extraction.passage import Passage
from timelines.model import Claim, Expression, Modality

_WORD = r"\d{1,3}|(?!one\b)[a-z]{3,9}(?:-[a-z]{3,5})?"
_AGE = re.compile(
    rf"\b(?:at the age of|aged(?: just| only)?|at age|age) (?P<number>{_WORD})\b(?!-| (?:per|and under|or))"
    rf"|\b(?:was|is|were|be|been|turned|turns|turning|turn)(?: (?:only|just|still|already|then|now|barely))? "
    rf"(?P<plain>{_WORD})"
    rf"(?= (?:when|at the time|on|in|years (?:old|of age)|this (?:year|week|month)|next|last|today|and|but)\b|[,;]|"
    rf"\.(?!\d))"
    rf"|(?:(?<=, )|(?<=, now )|(?<=, then ))(?P<apposed>\d{{1,3}})(?=,)"
    rf"|\b(?P<hyphened>\d{{1,3}}|[a-z]+(?:-[a-z]+)?)-year-old\b"
    rf"|\b[Aa]t (?P<bare>{_WORD})(?=[,.;]| (?:he|she)\b)",
    re.IGNORECASE,
)
_ANCHOR = re.compile(
    rf"\bage|-year-old\b|\b(?:was|is|turn\w*|were|be|been)(?: (?:only|just|still|already|then|now|barely))? "
    rf"(?:{_WORD})\b|, (?:now )?\d{{1,3}},|\bat (?:\d{{2,3}}|[a-z]{{3,9}}(?:-[a-z]{{3,5}})?)(?=[,.;]| (?:he|she)\b)",
    re.IGNORECASE,
)
_BARE = re.compile(r"\b[Aa]t (?:\d{2}|[a-z]+teen|[a-z]+ty(?:-[a-z]+)?)(?=[,.;]| (?:he|she)\b)")
_HEDGED = re.compile(
    r"\b(?:about|around|nearly|almost|over|under|at least|believed to be|reportedly|more than|not|if|until|than)\s*$",
    re.IGNORECASE,
)
# "Joe Biden was 78", "Biden, who was 78", "Biden, born in November 1942, was 78"
_BARE_OR_BORN = re.compile(
    r"^(?:,? (?:who|he|she))?(?:,? ?(?:who )?(?:was )?\(?born [^;]{3,60}?(?:, \d{4})?\)?,?)? ?(?:would have|will)? ?$"
)
_PRONOUN = re.compile(r"\b(?:he|she) (?:would have |will |had )?$", re.IGNORECASE)
_WORDS_BEFORE_NAME = 4
_NOW = re.compile(r"^(?:is|turns|turning)\b", re.IGNORECASE)
# "Led to his death aged 50": not the age of whoever stands before.
_SOMEBODYS_DEATH = re.compile(r"(?:\b(?:[Hh]is|[Hh]er|[Tt]heir)|['’]s?) (?:\w+ )?death $")
_PRESENT = re.compile(r"\b(?:is|has|have|are|will)\b")
_DIED = re.compile(r"\b(?:died|dies|dead|death|passed away|retired|retires)\b", re.IGNORECASE)
_DYING = re.compile(
    r"\b(?:died|dies|passed away|(?:was|were) (?:assassinated|murdered|killed|executed|shot|found dead|beheaded))\b",
    re.IGNORECASE,
)
_LIFE = re.compile(r"\b(?:died|dies|dead|death|won|became|retired|crowned|married|champion|president|elected)\b", re.I)
_RELATIVE_OF = re.compile(
    r"\b(?:his|her|their)(?: \w+){0,2} (?:son|daughter|wife|husband|father|mother|brother|sister|child|friend|"
    r"partner)\b",
    re.IGNORECASE,
)
_DAY_IN = re.compile(r" (?:[a-z]+ )?(?:day|morning|afternoon|evening|night|weekend|noon) (?:in|of) ")
_WOULD = re.compile(r"\bwould (?:now )?have ", re.IGNORECASE)
# The oldest age that any person is known to have reached is 122.
_OLDEST = 125
# A birthday of the last days may still be "turns" (days).
_BEHIND = 31
# A date without its year beside "turns" lies within a year of the article (days).
_AROUND_NOW = 366
# The dead are still told of by their age in the weeks of the obituaries.
_OBITUARY_DAYS = 31
# Whom "the 38-year-old" means is only a guess; an age farther off is somebody else's.
_GUESSED_YEARS = 5
_BIG_WORDS = 13


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an age stands, and the words that say whose it may be."""

    match: re.Match[str]
    group: str
    sentence: tuple[int, int]


def age_claims(passage: Passage) -> Iterator[Claim]:
    """Find the claims of this kind; ``span`` is a birth that the article itself gives, ``at`` when the age holds."""
    for match in near(_AGE, _ANCHOR, passage.text, before=32, after=24):
        group = next(name for name in ("number", "plain", "apposed", "hyphened", "bare") if match[name])
        number = parse_number(match[group])
        if number is None or not 0 < number <= _OLDEST:
            continue
        if _HEDGED.search(passage.text, max(0, match.start() - 24), match.start()):
            continue
        if _SOMEBODYS_DEATH.search(passage.text, max(0, match.start() - 20), match.start()):
            continue
        place = _Place(match, group, passage.sentence_at(match.start(group)))
        birth = birth_near(passage, place.sentence, match.start(group))
        person = _person(passage, place, birth)
        if (person is None and birth is None) or (group == "bare" and not _bare_is_age(passage, place, number, birth)):
            continue
        if person is None and birth is not None and not _is_whose_birth(passage, place, birth):
            continue
        at, at_words = _time_of(passage, place, birth, person)
        imagined = bool(_WOULD.search(passage.text, max(0, match.start() - 12), match.end()))
        if at is None or (person is not None and not imagined and _is_dead(passage, person, at)):
            continue
        claim = _claim(passage, place, number, person, birth, at, at_words)
        # "Would have turned 100": the sum is the article's own.
        yield replace(claim, modality=Modality.ASSERTED) if imagined and not passage.is_quoted(claim.start) else claim


def _claim(
    passage: Passage,
    place: _Place,
    number: int,
    person: Mention | None,
    birth: Birth | None,
    at: Span,
    at_words: tuple[int, int] | None,
) -> Claim:
    start, end = place.match.span(place.group)
    about = person.candidates[0] if person else passage.text[place.sentence[0] : start].split(",")[0].strip()
    label = passage.canon.fact(about).label if person else about
    return Claim(
        id=f"age@{start}",
        kind="age",
        start=start,
        end=end,
        text=passage.text[start:end],
        about=about,
        says=f"{label} was {number} at {at.edtf}",
        sentence=place.sentence,
        readings=(about,) if person else (),
        span=birth.date.span if birth else None,
        at=at,
        at_words=at_words,
        number=number,
        unit="year",
        other=f"{birth.date.start}:{birth.date.end}" if birth else None,
        modality=passage.standing(start, end),
    )


def _bare_is_age(passage: Passage, place: _Place, number: int, birth: Birth | None) -> bool:
    """ "Died on Wednesday at 59", "won Wimbledon at nineteen": not "at ten"."""
    # "At 16 she left school; at 20 she was a student": several ages, several times.
    if number < _BIG_WORDS or len(_BARE.findall(passage.text, *place.sentence)) > 1:
        return False
    before = passage.text[place.sentence[0] : place.match.start()]
    fronted = not before.strip()
    after = passage.text[place.match.end() : place.sentence[1]]
    if fronted and birth is not None:
        return bool(re.match(r",? (?:he|she)\b|, (?:[a-z]+ ){0,3}[A-Z]", after))
    return bool(_DIED.search(before)) or (birth is not None and bool(_LIFE.search(after if fronted else before)))


def _is_whose_birth(passage: Passage, place: _Place, birth: Birth) -> bool:
    """Whether an age can be that of the person whose birth is told, where no known name decides."""
    low, high = sorted((place.match.start(), birth.date.end))
    if birth.sentence != place.sentence:
        before = passage.text[place.sentence[0] : place.match.start()]
        owned = _PRONOUN.search(before) or place.group in ("hyphened", "number", "bare")
        return bool(owned or re.fullmatch(r"\W*[A-Z][\w .’'-]{2,40} ", before)) and not _RELATIVE_OF.search(before)
    return not _RELATIVE_OF.search(passage.text, low, high)


def _person(passage: Passage, place: _Place, birth: Birth | None) -> Mention | None:
    """The person whose age it is: right before the age, or, for "the 76-year-old X" and "At 76, X", right after it."""
    match, text = place.match, passage.text
    persons = [
        mention for mention in passage.mentions_between(*place.sentence) if mention.candidates[0].startswith("person/")
    ]
    after = [mention for mention in persons if 0 <= mention.start - match.end() <= 40]
    if place.group == "hyphened":
        named = after[0] if after and not _crosses_name(text[match.end() : after[0].start]) else None
        return named or (_person_before(passage, place) if not birth else None)
    if not text[place.sentence[0] : match.start()].strip() and after:
        return after[0] if re.fullmatch(r", (?:the )?(?:[a-z]+ ){0,3}", text[match.end() : after[0].start]) else None
    before = [mention for mention in persons if mention.end <= match.start()]
    if not before:
        refers = _PRONOUN.search(text, place.sentence[0], match.start())
        return _person_before(passage, place) if refers and place.group == "plain" and not birth else None
    between = text[before[-1].end : match.start()]
    if place.group == "apposed":
        return before[-1] if between in (", ", ", now ") else None
    if place.group == "plain" and not _BARE_OR_BORN.match(between):
        return (
            before[-1] if _PRONOUN.search(between) and len(persons) == 1 and not _RELATIVE_OF.search(between) else None
        )
    if _RELATIVE_OF.search(between):
        return None
    return before[-1] if not re.search(r"[A-Z][a-z]+ [A-Z][a-z]+|\bwho\b.*\bwho\b", _without_dates(between)) else None


def _person_before(passage: Passage, place: _Place) -> Mention | None:
    """ "The 38-year-old", "she was 21" right after a sentence about one person, who opens it."""
    match, text = place.match, passage.text
    lead = text[place.sentence[0] : match.start()].strip().lower()
    if lead not in ("the", "he", "she") or place.sentence[0] < 3:
        return None
    if place.group == "hyphened" and re.match(r" [a-z]+(?:-[a-z]+)? [A-Z]", text[match.end() :]):
        return None
    before = passage.sentence_at(place.sentence[0] - 2)
    if text[before[1] : place.sentence[0]].count("\n"):
        return None
    persons = [m for m in passage.mentions_between(*before) if m.candidates[0].startswith("person/")]
    names = re.findall(r"\b[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)+", text[slice(*before)])
    if len({m.candidates[0] for m in persons}) != 1 or persons[0].start - before[0] > 4 or len(names) > 1:
        return None
    born = passage.canon.fact(persons[0].candidates[0]).born
    number, published = parse_number(match[place.group]), passage.published
    if born is None or born.earliest_day is None or number is None or not published or published.earliest_day is None:
        return None
    years = civil(published.earliest_day)[0] - civil(born.earliest_day)[0]
    return persons[0] if abs(years - number) <= _GUESSED_YEARS else None


def _crosses_name(between: str) -> bool:
    words = between.split()
    return len(words) > _WORDS_BEFORE_NAME or bool(
        re.search(r"[.;,]|\b(?:and|met|of|told|said|says|tells|that|who|was|were|is|has|had)\b", between)
    )


def _is_dead(passage: Passage, person: Mention, at: Span) -> bool:
    """A living namesake is meant where the known one died before."""
    died = passage.canon.fact(person.candidates[0]).died
    last = died.latest_day if died is not None else None
    return last is not None and at.earliest_day is not None and last + _OBITUARY_DAYS < at.earliest_day


def _without_dates(text: str) -> str:
    return re.sub(r"\b[A-Z][a-z]+ \d{1,4}\b|\b\d{1,2} [A-Z][a-z]+\b", " ", text)


def _time_of(
    passage: Passage, place: _Place, birth: Birth | None, person: Mention | None
) -> tuple[Span | None, tuple[int, int] | None]:
    """When the age holds: now for "Mubarak, 82," and "the 76-year-old", else at the one date beside the birth."""
    born = birth.date if birth else None
    match, text, sentence = place.match, passage.text, place.sentence
    start = match.start()
    dates = [
        date
        for date in passage.dates_between(*sentence)
        if date is not born and not date.start <= start < date.end and not _is_of_the_birth(date, born)
    ]
    if place.group in ("apposed", "hyphened") and (born is None or birth is None or birth.sentence != sentence):
        return (passage.published, None) if _tells_of_now(passage, dates) else (None, None)
    turning = match.group().lower().startswith("turn")
    when = re.match(r"(?: years old)?,? when (?:he |she )?", text[match.end() : match.end() + 30])
    if when is not None:
        found = _at_event(passage, match.end() + when.end(), person, parse_number(match[place.group]) or 0)
        if found is not None and not dates:
            return found
    dates = _with_its_year(passage, dates)
    beside = [d for d in dates if re.fullmatch(r" (?:on |in )?(?:the )?", text[match.end() : d.start])]
    dates = beside or dates
    if len(dates) == 1:
        return _after_birth(passage, dates[0], born, turning), (dates[0].start, dates[0].end)
    if dates:
        return None, None
    ended = [date for date in passage.dates_between(*sentence) if _is_of_the_birth(date, born)]
    if ended and _DIED.search(text, *sentence) and not turning:
        return ended[0].span, (ended[0].start, ended[0].end)
    if place.group == "plain" and (turning or when is not None):
        return None, None
    if birth is not None and birth.sentence != sentence and not _NOW.match(match.group()):
        return _time_told_before(passage, sentence, birth)
    died = _death_of(passage, place, person)
    if died is not None:
        return died
    present = birth is not None and _PRESENT.search(text, *sentence)
    dead = _DIED.search(text, sentence[0], start) and re.search(r"\bhas (?:just )?died\b", text[slice(*sentence)])
    if present or dead or _NOW.search(text, start, match.end()):
        return passage.published, None
    return None, None


def _death_of(
    passage: Passage, place: _Place, person: Mention | None
) -> tuple[Span | None, tuple[int, int] | None] | None:
    """ "Died at 87", "was assassinated at 46": the known day of the death."""
    if person is None or place.group not in ("number", "bare"):
        return None
    dying = _DYING.search(passage.text, person.end, place.match.start())
    died = passage.canon.fact(person.candidates[0]).died
    if dying is None or died is None:
        return None
    if re.search(r"\b(?:he|she|who|and|whose)\b", passage.text[person.end : dying.start()]):
        return None
    return died, dying.span()


def _with_its_year(passage: Passage, dates: list[Expression]) -> list[Expression]:
    """ "The January day in 2009", "that November night of 2008": month and year of one date."""
    if len(dates) != 2 or dates[0].span is None or dates[1].span is None:
        return dates
    month, year = dates
    between = passage.text[month.end : year.start]
    if re.search(r"\d", month.text) or not re.fullmatch(r"\d{4}", year.text) or not _DAY_IN.fullmatch(between):
        return dates
    if dates[0].span.precision is not Precision.MONTH or dates[0].span.earliest_day is None:
        return dates
    span = Span.month(int(year.text), civil(dates[0].span.earliest_day)[1])
    text = passage.text[month.start : year.end]
    return [replace(year, start=month.start, text=text, span=span)]


def _after_birth(passage: Passage, date: Expression, born: Expression | None, turning: bool) -> Span | None:
    """A date without its year that was read as of the year of birth is of the article's year."""
    span, published = date.span, passage.published
    if span is None or published is None or re.search(r"\d{3,4}", date.text):
        return span
    if turning and span.earliest_day is not None and published.earliest_day is not None:
        # "Turns 69 in March": the next March; "will turn 69 in March" some other year's: nothing.
        if re.search(r"\bturns\b|\bwill turn\b", passage.text[max(0, date.start - 24) : date.start]):
            late = published.earliest_day - span.earliest_day
            return span if late <= _BEHIND else shift(span, Duration(years=1)) if late < _AROUND_NOW else None
        far = abs(span.earliest_day - published.earliest_day) > _AROUND_NOW
        return None if far else span
    if born is None or born.span is None:
        return span
    first, birth, now = span.earliest_day, born.span.latest_day, published.latest_day
    if first is None or birth is None or now is None or first > birth or span.precision < Precision.DAY:
        return span
    _, month, day = civil(first)
    year = civil(now)[0]
    try:
        return Span.day(year if day_number(year, month, day) <= now else year - 1, month, day)
    except ValueError:
        return None


def _is_of_the_birth(date: Expression, born: Expression | None) -> bool:
    """The year of death in "(1922–2010)" is no time at which an age is told."""
    return born is not None and 0 <= date.start - born.end <= 4


def _tells_of_now(passage: Passage, dates: list[Expression]) -> bool:
    """Whether no date of the sentence lies in another year than the article's."""
    published = passage.published
    if published is None or published.earliest_day is None or published.latest_day is None:
        return False
    low, high = published.earliest_day - 366, published.latest_day + 366
    return all(
        date.span is not None and (date.span.latest_day or 0) >= low and (date.span.earliest_day or 0) <= high
        for date in dates
    )


def _at_event(
    passage: Passage, offset: int, person: Mention | None, number: int
) -> tuple[Span | None, tuple[int, int] | None] | None:
    """ "Was 43 when he was elected": the known day of what happened then, of several the one that suits best."""
    end = clause_end(passage, offset)
    told = told_moment(passage, max(0, offset - 3), end, owner=person) or told_moment(
        passage, offset, end, owner=person
    )
    if told is None or person is None:
        return None
    facts = [passage.canon.fact(one) for one in told[0]]
    whens = [fact.when for fact in facts if fact.when is not None and person.candidates[0] in fact.participants[:1]]
    born = passage.canon.fact(person.candidates[0]).born
    if not whens or born is None or born.earliest_day is None:
        return None
    birth = born.earliest_day
    nearest = min(whens, key=lambda when: abs(((when.earliest_day or 0) - birth) / 365.2425 - number))
    return nearest, (offset, told[2])


def _time_told_before(
    passage: Passage, sentence: tuple[int, int], birth: Birth
) -> tuple[Span | None, tuple[int, int] | None]:
    """ "… died there on Monday. She was 112." """
    before = passage.sentence_at(sentence[0] - 2) if sentence[0] > 2 else sentence
    dates = [d for d in passage.dates_between(*before) if d is not birth.date]
    if before != sentence and len(dates) == 1:
        return dates[0].span, (dates[0].start, dates[0].end)
    dead = re.search(r"\bhas (?:just )?died\b|\bis dead\b", passage.text[before[0] : sentence[1]])
    return (passage.published, None) if dead and not dates else (None, None)
