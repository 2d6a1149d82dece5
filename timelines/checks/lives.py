"""What an article tells of somebody before the birth or after the death that it gives, and ages that do not follow."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from timelines.checks.contradiction import Contradiction
from timelines.checks.restyle import number_like
from timelines.checks.rule import Case
from timelines.checks.verbs import telling_verb
from timelines.chronology import Precision, elapsed_units, in_words, parse_number
from timelines.extraction.happenings import word_list
from timelines.extraction.retold import DatedTelling, content_words, dated_tellings
from timelines.model import Expression

_NUMBER = r"(?P<age>\d{1,3}|[a-z]+(?:-[a-z]+)?)"
# The age at a date in the same clause: "died in March 2021 at the age of 61", "was 61 when she died in March 2021".
_AGE_AT = (
    re.compile(rf"(?:,? (?:at the age of|at age|aged(?: just| only)?) {_NUMBER})(?=[,.;]|$| [a-z])"),
    re.compile(
        rf"\b(?:was|were|aged)(?: just| only)? {_NUMBER}(?: years old)?,? when (?:he|she|[A-Z]\w+)\b[^,;:.]{{1,60}}"
        r" (?:in|on) $"
    ),
)
_PRONOUNS = frozenset({"he", "she"})
_SUBJECT = re.compile(
    r"(?P<name>\b(?:[Hh]e|[Ss]he|[A-Z][\w’'-]+|[Tt]he [a-z]+))(?: (?:also|then|later|finally|eventually))? $"
)
_REACH = 2


def beyond_life(case: Case) -> Iterator[Contradiction]:
    """Deeds outside a life, and ages that the birth given elsewhere in the article does not allow."""
    if not re.search(r"\bborn\b|\bdied\b", case.passage.text):
        return
    told = dated_tellings(case.passage)
    births = [one for one in told if one.happening == "birth" and one.words]
    deaths = [one for one in told if one.happening == "death" and one.words]
    for date in case.passage.expressions:
        if date.type != "DATE" or date.span is None or not re.search(r"\d{4}", date.text):
            continue
        sentence = case.passage.sentence_at(date.start)
        if births:
            yield from _age(case, date, sentence, births)
        yield from _deed(case, date, sentence, births, deaths)


def _age(
    case: Case, date: Expression, sentence: tuple[int, int], births: Sequence[DatedTelling]
) -> Iterator[Contradiction]:
    text = case.passage.text
    match = _AGE_AT[0].match(text, date.end) or _AGE_AT[1].search(text, sentence[0], date.start)
    age = parse_number(match["age"]) if match else None
    if match is None or age is None or date.span is None:
        return
    birth = _of(case, births, sentence, text[slice(*sentence)])
    if birth is None or birth.date.span is None or birth.sentence == sentence:
        return
    lowest, highest = elapsed_units(birth.date.span, date.span, Precision.YEAR)
    if lowest is None or highest is None or highest < 0 or lowest <= age <= highest:
        return
    right = lowest if age < lowest else highest
    ages = str(lowest) if lowest == highest else f"{lowest} or {highest}"
    message = (
        f"Born {in_words(birth.date.span)}, as the article has it, this person was {ages} in {date.text}, not {age}."
    )
    yield Contradiction(
        (birth.date.start, birth.date.end), match.span("age"), message, number_like(match["age"], right)
    )


def _deed(
    case: Case,
    date: Expression,
    sentence: tuple[int, int],
    births: Sequence[DatedTelling],
    deaths: Sequence[DatedTelling],
) -> Iterator[Contradiction]:
    """ "The painter died in 1932. In 1935 he moved to Paris.\""""
    telling = telling_verb(case, date)
    if telling is None or telling.group.passive or telling.group.tense != "past" or telling.group.modal:
        return
    if telling.head not in word_list("deeds-in-person") or telling.group.negated:
        return
    subject = _SUBJECT.search(telling.before)
    if subject is None or date.span is None:
        return
    for tellings, after in ((deaths, True), (births, False)):
        life = _of(case, tellings, sentence, subject["name"])
        if life is None or life.sentence == sentence or life.date.span is None:
            continue
        first, last = (life.date.span, date.span) if after else (date.span, life.date.span)
        if first.latest_day is None or last.earliest_day is None or last.earliest_day <= first.latest_day:
            continue
        what = "died" if after else "was born"
        yield Contradiction(
            (life.date.start, life.date.end),
            (date.start, date.end),
            f"The article says that this person {what} in {life.date.text}, so the date {date.text} cannot be right.",
            "",
        )
        return


def _of(case: Case, tellings: Sequence[DatedTelling], sentence: tuple[int, int], words: str) -> DatedTelling | None:
    """Whose birth or death is meant: the name is among the words, or a pronoun follows close upon the only one."""
    if len(tellings) != 1 or case.passage.is_quoted(sentence[0]):
        return None
    (life,) = tellings
    sentences = case.passage.article.sentences
    named = content_words(words)
    if len(words.split()) > 3:
        shared = {word for word in life.words if re.search(rf"\b{re.escape(word.capitalize())}\b", words)}
        pronoun = re.match(r"\W*(?:In \d{4},? |At the age of [\w-]+,? )?(?:He|She)\b", words)
        return life if shared or (pronoun and _is_close(sentences, life.sentence, sentence)) else None
    if words.lower() in _PRONOUNS:
        return life if _is_close(sentences, life.sentence, sentence) else None
    return life if named and named <= life.words else None


def _is_close(sentences: Sequence[tuple[int, int]], first: tuple[int, int], second: tuple[int, int]) -> bool:
    if first not in sentences or second not in sentences:
        return False
    return 0 < sentences.index(second) - sentences.index(first) <= _REACH
