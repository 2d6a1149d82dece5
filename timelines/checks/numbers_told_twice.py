"""Two ages of one person, two lengths of one thing, or an age that a founding in the same article contradicts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from timelines.checks.contradiction import Contradiction, Place
from timelines.checks.lives import beyond_life
from timelines.checks.restyle import number_like
from timelines.checks.rule import Case
from timelines.checks.same_date import same_dates
from timelines.chronology import civil, parse_number
from timelines.extraction.claims.anchors import near
from timelines.extraction.happenings import word_list
from timelines.extraction.retold import content_words, dated_tellings
from timelines.model import Modality
from timelines.syntax.tokens import irregular_verbs


@dataclass(frozen=True, slots=True)
class _Aged:
    name: str
    age: int
    words: Place
    sentence: Place


_NAME = r"(?:[A-Z][\w’'-]+ ){0,3}[A-Z][\w’'-]+"
_AGE = re.compile(
    rf"\b(?P<name>{_NAME})(?:,? (?:who is |aged |age |now )?|, (?:an? |the )| \()(?<=[,( d]) ?(?P<age>\d{{1,3}})"
    rf"(?:-year-old(?: [a-z-]+){{0,2}})?(?=[,.;)]|,? (?:was|is|has|who|of|from|from)\b)(?!,\d|\.\d|, \d)"
)
_AGE_FIRST = re.compile(rf"\b(?P<age>\d{{1,3}})-year-old (?:[a-z-]+ ){{0,3}}(?P<name>{_NAME})")
_DIED_AGED = re.compile(
    rf"\b(?P<name>{_NAME})(?:, [^,.;]{{1,60}},)? (?:has |had )?(?:died|passed away|dies)\b[^.;]{{0,60}}?"
    r"\b(?:aged?|at the age of|at) (?P<age>\d{1,3})\b(?! [a-z])"
)
_AGE_APPOSED = re.compile(rf"\b(?P<age>\d{{1,3}})-year-old (?:[a-z-]+ )?[a-z-]+, (?P<name>{_NAME}),")
# Each reader of ages with the words that it needs, around which alone it is tried.
_AGES = (
    (_AGE, re.compile(r"[,(d] ?\d{1,3}(?:-year-old|[,.;)]| (?:was|is|has|who|of|from)\b)")),
    (_AGE_FIRST, re.compile(r"\d-year-old")),
    (_AGE_APPOSED, re.compile(r"\d-year-old")),
    (_DIED_AGED, re.compile(r"\b(?:aged?|at the age of|at) \d")),
)
_PAST = "|".join(sorted({past for _, past, _ in irregular_verbs() if past.isalpha()}))
_ANAPHOR = re.compile(
    r"\b[Tt]he (?P<age>\d{1,3})-year-old(?P<next> [a-z]+)?(?=[.,;]| (?:was|is|has|had|who|man|woman|father|mother|"
    rf"driver|(?:now|then|also|already|later|never|still|only|himself|herself) [a-z]+ed|[a-z]+ed|{_PAST})\b)"
)
_TITLE = re.compile(r"^(?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Prof|Councillor|Cllr) )+(?=[A-Z])")
_OTHER_TIME = re.compile(
    r"\b(?:father|mother|son|daughter|brother|sister|wife|husband|twin|cousin|grandfather|grandmother|Jr|Sr|namesake|"
    r"birthday|turned|turns|turning|years? (?:ago|later|earlier)|at the time|then|when (?:he|she) was|now|by the age|"
    r"beat|lost|points?|goals?|score\w*|runs|seed\w*|ranked|minute|chapter|page|No\.?)\b",
    re.IGNORECASE,
)
# The same for an age that stands beside its name, or for "the 45-year-old": relatives and results change nothing.
_OTHER_AGE = re.compile(
    r"\b(?:Jr|Sr|namesake|birthday|turned|turns|turning|years? (?:ago|later|earlier)|at the time|then|"
    r"when (?:he|she) was|by the age|seed\w*|ranked|points?|goals?|runs|chapter|page)\b",
    re.IGNORECASE,
)
# "His father, Tom Maler, 74": somebody else of that name.
_RELATIVE = re.compile(
    r"\b(?:father|mother|son|daughter|brother|sister|uncle|aunt|nephew|niece|cousin|grandfather|grandmother),? $"
)
_THINGS = (
    "company|firm|charity|club|business|building|bridge|school|museum|theatre|theater|hospital|newspaper|paper|magazine|"
    "brewery|festival|station|hotel|church|pool|stadium|party|union|society|orchestra|band|bank|shop|store|factory|mill|"
    "university|college|institution|organisation|organization|pub|restaurant|tower|dam|library|airline|brand|zoo|ship"
)
_THING_AGE = re.compile(rf"\b[Tt]he (?P<age>\d{{1,4}})-year-old (?:[a-z-]+ )?(?P<thing>{_THINGS})\b")
_BEGUN = frozenset({"founding", "opening", "building", "launch"})
_FIRMS = frozenset({"company", "firm", "business", "brand", "institution", "organisation", "organization"})

_NUMBER = r"(?:\d{1,3}|[a-z]+(?:-[a-z]+)?)"
_UNIT = r"(?P<unit>years?|months?|weeks?|days?|hours?|minutes?)"
_LASTING = (
    "strike|war|siege|marriage|reign|career|trial|tenure|drought|journey|voyage|occupation|campaign|tour|festival|"
    "ceasefire|truce|standoff|stand-off|search|blockade|lockdown|curfew|sentence|contract|ban|flight|expedition|inquiry|"
    "renovation|closure|engagement|exile|captivity|walkout|outage|conflict|dispute|hunt|suspension|lease"
)
_UNITS = re.compile(r"(?:year|month|week|day|hour|minute)s?\b")
_LENGTHS = (
    re.compile(rf"\b(?P<number>{_NUMBER})[- ]{_UNIT}[- ](?:long |old |prison |jail )?(?P<noun>{_LASTING})\b"),
    re.compile(
        rf"\b(?P<noun>{_LASTING})s?,? (?:(?:that |which )?(?:has |had )?(?:now )?"
        r"(?:lasted|lasting|took|ran|went on|goes on|dragged on) "
        rf"(?:for )?|of )(?P<number>{_NUMBER}) {_UNIT}\b"
    ),
    re.compile(
        rf"\b(?P<noun>sentenced to|jailed for|imprisoned for|in (?:prison|jail) for) (?P<number>{_NUMBER}) {_UNIT}\b"
    ),
    re.compile(
        rf"\b(?P<number>{_NUMBER}) {_UNIT} of (?:the |this |that |its |their )?(?:[a-z]+ )?(?P<noun>{_LASTING})\b"
    ),
    re.compile(rf"\b(?P<noun>married) (?:to [A-Z]\w+ )?(?:happily )?for (?P<number>{_NUMBER}) {_UNIT}\b"),
    re.compile(
        rf"\b(?:after|spent|[Tt]he|[Tt]hose|[Tt]heir|[Hh]is|[Hh]er) (?P<number>{_NUMBER}) {_UNIT} "
        r"(?P<noun>(?:at|as|in|with|on) "
        r"(?:the |an? |his |her |their )?(?:[\w’'-]+))"
    ),
)
_NAMED = {"married": "marriage"}
_SENTENCED = re.compile(r"sentence|jail|prison", re.IGNORECASE)
_INEXACT = re.compile(
    r"\b(?:about|around|nearly|almost|more than|over|at least|up to|some|roughly|less than|another|further|extra|first|"
    r"last|remaining|minimum|maximum|suspended|of (?:his|her|their|the))(?: the| a| an)? $",
    re.IGNORECASE,
)
_KNOWN = re.compile(r"\b(?:the|this|that|his|her|its|their|[\w.’-]+['’]s?)(?: [a-z-]+)? $", re.IGNORECASE)
_OTHERS = re.compile(
    r"\b(?:while|whereas|another|others?|respectively|each|both|co-\w+|extended|reduced|cut|appeal\w*|instead|"
    r"second|previous|average|usually|typical\w*|if|faces?|up to|or)\b",
    re.IGNORECASE,
)
_FULL_NAME = re.compile(r"\b[A-Z][a-z’'-]+ [A-Z][a-z’'-]+\b")
_REACH = 3


def contradicting_numbers(case: Case) -> Iterator[Contradiction]:
    """Each later number that an earlier statement of the same article contradicts."""
    yield from _ages(case)
    yield from _ages_of_things(case)
    yield from _lengths(case)
    yield from beyond_life(case)
    yield from same_dates(case)


def _ages(case: Case) -> Iterator[Contradiction]:
    text = case.passage.text
    if "year-old" not in text and not re.search(r", \d\d\b|aged? |\(\d\d\)", text):
        return
    known: list[_Aged] = []
    for aged in sorted(_aged(case), key=lambda one: one.words):
        same = [one for one in known if _same_person(one.name, aged.name, text)]
        if same and abs(same[0].age - aged.age) > 1:
            name = same[0].name
            yield Contradiction(
                same[0].words,
                aged.words,
                f"The article gives {name} two ages: {same[0].age} before, {aged.age} here.",
                str(same[0].age),
            )
        elif not same:
            known.append(aged)
    yield from _anaphors(case, known)


def _aged(case: Case) -> Iterator[_Aged]:
    text, seen = case.passage.text, set()
    for pattern, anchor in _AGES:
        for match in near(pattern, anchor, text, before=160, after=60):
            words, age = match.span("age"), int(match["age"])
            name = _TITLE.sub("", match["name"])
            if words in seen or not 5 < age < 115 or name.split()[0] in word_list("no-names"):
                continue
            sentence = case.passage.sentence_at(match.start())
            beside = pattern is _AGE and match["age"] + "," in match.group() + text[match.end() : match.end() + 1]
            if _is_of_another_time(case, sentence, _OTHER_AGE if beside else _OTHER_TIME):
                continue
            if _RELATIVE.search(text, sentence[0], match.start()):
                continue
            if case.passage.standing(*words) is not Modality.ASSERTED:
                continue
            seen.add(words)
            yield _Aged(name, age, words, sentence)


def _is_of_another_time(case: Case, sentence: Place, words: re.Pattern[str] = _OTHER_TIME) -> bool:
    """The sentence tells of relatives, birthdays, or of another year than the article's."""
    if words.search(case.passage.text, *sentence):
        return True
    published = case.passage.published
    year = civil(published.earliest_day)[0] if published is not None and published.earliest_day is not None else None
    years = re.findall(r"\b[12]\d{3}\b", case.passage.text[slice(*sentence)])
    return any(int(told) != year for told in years)


def _same_person(first: str, second: str, text: str) -> bool:
    one, other = first.split(), second.split()
    if one[-1] != other[-1]:
        return False
    if len(one) > 1 and len(other) > 1:
        return one[0] == other[0]
    if len(one) == len(other) == 1:
        return bool(re.search(rf"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame) {re.escape(one[-1])}\b", text))
    given = {match.group(1) for match in re.finditer(rf"\b([A-Z][\w’'-]+) {re.escape(one[-1])}\b", text)} - word_list(
        "no-names"
    )
    return len(given) == 1


def _anaphors(case: Case, known: list[_Aged]) -> Iterator[Contradiction]:
    """ "The 52-year-old" right after the only person whose age was told."""
    passage = case.passage
    sentences = passage.article.sentences
    names = {one.name.split()[-1] for one in known}
    if len(names) != 1:
        return
    person = known[0]
    for position, sentence in enumerate(sentences):
        match = _ANAPHOR.search(passage.text, *sentence)
        if match is None or person.sentence not in sentences or _is_of_another_time(case, sentence, _OTHER_AGE):
            continue
        if not 0 < position - sentences.index(person.sentence) <= _REACH or passage.is_quoted(match.start()):
            continue
        if re.fullmatch(rf" (?:{_THINGS})", match["next"] or ""):
            continue
        between = passage.text[person.sentence[0] : sentence[0]]
        others = {name for name in _FULL_NAME.findall(between) if name.split()[-1] not in names}
        if abs(int(match["age"]) - person.age) > 1 and not others:
            here = match.span("age")
            message = f"The article gives {person.name} two ages: {person.age} before, {match['age']} here."
            yield Contradiction(person.words, here, message, str(person.age))


def _ages_of_things(case: Case) -> Iterator[Contradiction]:
    """ "Founded in 1979 … the 50-year-old company", in an article of 2019."""
    passage = case.passage
    published = passage.published
    found = list(_THING_AGE.finditer(passage.text))
    if not found or published is None or published.earliest_day is None:
        return
    begun = [
        told for told in dated_tellings(passage) if told.happening in _BEGUN and re.search(r"\d{4}", told.date.text)
    ]
    for match in found:
        told = [one for one in begun if match["thing"] in one.words or match["thing"] in _FIRMS]
        span = told[0].date.span if len(told) == 1 else None
        if span is None or span.earliest_day is None or passage.standing(*match.span()) is not Modality.ASSERTED:
            continue
        age = civil(published.earliest_day)[0] - civil(span.earliest_day)[0]
        if age > 0 and not age - 1 <= int(match["age"]) <= age + 1:
            date = told[0].date
            message = f"What began in {date.text} is {age} years old, not {match['age']}, when the article appears."
            yield Contradiction((date.start, date.end), match.span("age"), message, f"{age}-year-old")


def _lengths(case: Case) -> Iterator[Contradiction]:
    passage = case.passage
    known: dict[tuple[str, str], tuple[int, Place, Place]] = {}
    sentences = passage.article.sentences
    found = [m for pattern in _LENGTHS for m in near(pattern, _UNITS, passage.text, before=90, after=90)]
    found.sort(key=lambda match: match.start("number"))
    for match in found:
        number = parse_number(match["number"])
        words, sentence = match.span("number"), passage.sentence_at(match.start())
        if number is None or _INEXACT.search(passage.text, max(0, words[0] - 24), words[0]):
            continue
        if passage.standing(*words) is not Modality.ASSERTED or _OTHERS.search(passage.text, *sentence):
            continue
        noun = _NAMED.get(match["noun"]) or " ".join(sorted(content_words(match["noun"])))
        noun = "sentence" if _SENTENCED.search(match["noun"]) else noun
        key = (noun, match["unit"].rstrip("s"))
        if not noun:
            continue
        before = known.setdefault(key, (number, words, sentence))
        if before[0] == number or before[2] == sentence or sentence not in sentences or before[2] not in sentences:
            continue
        tenure = match.re is _LENGTHS[-1]
        if tenure and abs(before[0] - number) < 2 and key[1] == "year":
            continue
        if sentences.index(sentence) - sentences.index(before[2]) > _REACH:
            continue
        start = match.start("number") if match.start("number") < match.start("noun") else match.start("noun")
        if not tenure and not _KNOWN.search(passage.text, max(sentence[0], start - 30), start):
            continue
        if tenure and not re.match(r"(?:his|her|their|the|those)\b", match.group(), re.IGNORECASE):
            continue
        earlier = set(_FULL_NAME.findall(passage.text[: before[2][1]]))
        if any(name not in earlier for name in _FULL_NAME.findall(passage.text[slice(*sentence)])):
            continue
        unit = match["unit"].rstrip("s") if match["number"] + "-" in match.group() else match["unit"]
        said = passage.text[slice(*before[1])]
        yield Contradiction(
            before[1],
            (match.start("number"), match.end("unit")),
            f"The article gives two lengths: {said} {unit} before, {match['number']} {unit} here.",
            f"{number_like(match['number'], before[0])} {_plural(unit, before[0])}",
        )


def _plural(unit: str, number: int) -> str:
    stem = unit.rstrip("s")
    return stem if number == 1 or unit == stem else f"{stem}s"
