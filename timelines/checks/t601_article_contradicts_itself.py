"""T601: two statements of one article about the same thing that cannot both hold."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timelines.checks.numbers_told_twice import contradicting_numbers
from timelines.checks.rule import Case, Example, Rule
from timelines.checks.told_twice import like_first, told_twice
from timelines.chronology import in_words
from timelines.model import Evidence, Flag

# "Thursday's replay"
_OWNED = re.compile(r"['’]s [a-z-]+")


def _find(rule: Rule, case: Case) -> Iterator[Flag]:
    yield from _dates(rule, case)
    yield from _numbers(rule, case)


def _dates(rule: Rule, case: Case) -> Iterator[Flag]:
    for first, second in told_twice(case):
        before, here = first.date, second.date
        owned = _OWNED.match(case.passage.text, here.end)
        yield rule.flag(
            case,
            here.start,
            owned.end() if owned else here.end,
            message=f"The article dates the same thing twice: {before.text} before, {here.text} here.",
            suggestion=like_first(before, here) + (owned.group() if owned else ""),
            claimed=here.text,
            expected=before.text,
            confidence=0.85,
            evidence=(
                Evidence(
                    "text", f"words@{before.start}", before.text, in_words(before.span) if before.span else "", "",
                    before.start, before.end,
                ),
            ),
            claimed_span=here.span,
            expected_span=before.span,
        )  # fmt: skip


def _numbers(rule: Rule, case: Case) -> Iterator[Flag]:
    for contradiction in contradicting_numbers(case):
        before, here = contradiction.before, contradiction.here
        text = case.passage.text
        yield rule.flag(
            case,
            *here,
            message=contradiction.message,
            suggestion=contradiction.suggestion,
            claimed=text[slice(*here)],
            expected=text[slice(*before)],
            confidence=0.85,
            evidence=(Evidence("text", f"words@{before[0]}", text[slice(*before)], "", "", *before),),
        )


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
