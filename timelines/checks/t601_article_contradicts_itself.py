"""T601: two statements of one article about the same thing that cannot both hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from timelines.checks.rule import Case, Example, Rule
from timelines.chronology import Precision, Span, in_words, parse_number
from timelines.model import Evidence, Flag, Modality

_NAME = r"(?P<name>(?:[A-Z][\w’'-]+ ){0,3}[A-Z][\w’'-]+)"
# What happens once to whoever or whatever bears the name.
_ONCE = re.compile(
    rf"\b{_NAME}(?:, [^,.;]{{1,40}},)? (?:was |were |had been |has been )?(?:first )?"
    r"(?P<verb>born|died|founded|established|built|opened|completed|demolished|buried|set up|incorporated|"
    r"came into force|sank|"
    r"executed|crowned|hanged)(?: (?:in|at|by|near) [^,.;\d]{2,30})?(?: (?P<lead>in|on)) $"
)
_AGE = re.compile(rf"\b{_NAME}, (?:who is |aged )?(?P<age>\d{{1,3}}),(?! \d)")
_SAME_VERB = {"established": "founded", "set up": "founded", "incorporated": "founded", "hanged": "executed"}
_PRONOUNS = frozenset({"He", "She", "It", "They", "Who", "The", "This", "That", "Its", "We", "I", "His", "Her"})
_RELATIVE = re.compile(
    r"\b(?:father|mother|son|daughter|brother|sister|wife|husband|twin|cousin|grandfather|grandmother|company|family|"
    r"again|reopened|rebuilt|second|new|Jr|Sr|namesake|originally|officially|some say|others|according|disputed|either|"
    r"birthday|turned|turns|years? (?:ago|later)|at the time|then)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Told:
    start: int
    end: int
    text: str
    span: Span | None
    age: int | None


def _find(rule: Rule, case: Case) -> Iterator[Flag]:
    known: dict[tuple[str, str], _Told] = {}
    for key, told in sorted(_statements(case), key=lambda pair: pair[1].start):
        before = known.setdefault(key, told)
        if before is told or not _contradict(before, told):
            continue
        what = "age" if told.age is not None else "date"
        subject = key[0]
        yield rule.flag(
            case,
            told.start,
            told.end,
            message=f"The article gives {subject} two {what}s: {before.text} before, {told.text} here.",
            suggestion=before.text if what == "age" or before.text[:1].isdigit() == told.text[:1].isdigit() else "",
            claimed=told.text,
            expected=before.text,
            confidence=0.85,
            evidence=(
                Evidence(
                    "text", f"words@{before.start}", before.text, in_words(before.span) if before.span else "", "",
                    before.start, before.end,
                ),
            ),
            claimed_span=told.span,
            expected_span=before.span,
        )  # fmt: skip


def _statements(case: Case) -> Iterator[tuple[tuple[str, str], _Told]]:
    passage, text = case.passage, case.passage.text
    for date in passage.expressions:
        if date.span is None or date.type != "DATE" or not re.search(r"\d", date.text):
            continue
        sentence = passage.sentence_at(date.start)
        match = _ONCE.search(text, max(sentence[0], date.start - 140), date.start)
        if match is None or _is_other(case, match, sentence):
            continue
        verb = _SAME_VERB.get(match["verb"], match["verb"])
        yield (match["name"], verb), _Told(date.start, date.end, date.text, date.span, None)
    for match in _AGE.finditer(text):
        sentence = passage.sentence_at(match.start())
        age = parse_number(match["age"])
        if age is None or not 5 < age < 115 or " " not in match["name"] or _is_other(case, match, sentence):
            continue
        yield (match["name"], "age"), _Told(*match.span("age"), match["age"], None, age)


def _is_other(case: Case, match: re.Match[str], sentence: tuple[int, int]) -> bool:
    if match["name"].split()[0] in _PRONOUNS or case.passage.standing(*match.span()) is not Modality.ASSERTED:
        return True
    return bool(_RELATIVE.search(case.passage.text, *sentence))


def _contradict(first: _Told, second: _Told) -> bool:
    if first.age is not None and second.age is not None:
        return abs(first.age - second.age) > 1
    if first.span is None or second.span is None or first.text == second.text:
        return False
    if min(first.span.precision, second.span.precision) < Precision.YEAR:
        return False
    return first.span.overlaps(second.span) is False


RULE = Rule(
    code="T601",
    name="article-contradicts-itself",
    family="conflict",
    summary="Two statements of the article cannot both hold.",
    description=(
        "What happens once (a birth, a death, a founding, an opening) dated twice and differently under the same name, "
        "or two ages of the same full name that lie more than a year apart. Relatives, reopenings and "
        "disputed dates are "
        "left alone."
    ),
    find=_find,
    examples=(
        Example(
            "Kowal Brewery was founded in 1921. It grew fast. Kowal Brewery was founded in 1925 by two sisters.",
            None,
            "1925",
            "1921",
        ),
        Example(
            "Anna Kowal was born in 1950. In Leeds she met Tom. Anna Kowal was born in 1953.", None, "1953", "1950"
        ),
        Example("Tom Maler, 45, won. The crowd cheered. Tom Maler, 54, was moved to tears.", None, "54", "45"),
        Example(
            "Jan Prado died on 3 May 2001. The town mourned. Jan Prado died on 8 May 2001.",
            None,
            "8 May 2001",
            "3 May 2001",
        ),
        Example("Halle Bridge was built in 1890. A flood came. Halle Bridge was built in 1980.", None, "1980", "1890"),
    ),
    counter_examples=(
        Example("Kowal Brewery was founded in 1921. Kowal Brewery was founded in May 1921 by two sisters."),
        Example("Tom Maler, 45, won. His father, Tom Maler, 74, was moved to tears."),
        Example("Tom Maler, 45, won. Tom Maler, 46, was moved to tears."),
        Example("Halle Bridge was built in 1890. It fell. Halle Bridge was rebuilt in 1980."),
        Example("Anna Kowal was born in 1950. “Anna Kowal was born in 1953,” her cousin said."),
    ),
)
