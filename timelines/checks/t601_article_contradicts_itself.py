"""T601: two statements of one article about the same thing that cannot both hold."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timelines.checks.numbers_told_twice import contradicting_numbers
from timelines.checks.rule import Case, Example, Rule
from timelines.checks.stages import reversed_stages
from timelines.checks.told_twice import like_first, told_twice
from timelines.chronology import in_words
from timelines.model import Evidence, Flag

# "Thursday's replay"
_OWNED = re.compile(r"['’]s [a-z-]+")


def _find(rule: Rule, case: Case) -> Iterator[Flag]:
    yield from _dates(rule, case)
    yield from _numbers(rule, case)
    yield from _stages(rule, case)


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


def _stages(rule: Rule, case: Case) -> Iterator[Flag]:
    """ "The hall opened in 1950 … The hall was demolished in 1932"."""
    for first, last, together in reversed_stages(case):
        if together:
            continue
        before, here = sorted((first.date, last.date), key=lambda date: date.start)
        yield rule.flag(
            case,
            here.start,
            here.end,
            message=f"The article has the {last.happening} in {last.date.text} before the {first.happening} in "
            f"{first.date.text}; one of the two is wrong.",
            suggestion="",
            claimed=here.text,
            expected=f"{first.happening} before {last.happening}",
            confidence=0.8,
            evidence=(Evidence("text", f"words@{before.start}", before.text, "", "", before.start, before.end),),
        )


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
        "What happens once (a birth, a founding, a crash, a trial) dated twice and differently, by verb or noun (“the "
        "bridge collapsed”, “since the collapse of the bridge”); two ages of one person or two lengths of one thing; "
        "deeds before a birth or after a death that the article gives. The thing must be the same as far as the words "
        "say: one telling's words are among the other's. Relatives, second times, changed plans and disputed dates are "
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
        Example(
            "The mill collapsed on 3 May 2001. Since the collapse of the mill on 13 May 2001 nobody has come.",
            "2002-01-01",
            "13 May 2001",
            "3 May 2001",
        ),
        Example(
            "The game is on Friday, 7 March. Tickets for Saturday's game are gone.",
            "2014-03-01",
            "Saturday's game",
            "Friday's game",
        ),
        Example("The mill was founded in 1921. The mill, founded in 1931, makes bells.", None, "1931", "1921"),
        Example(
            "Kowal Bells, founded in 1980, is for sale. The 60-year-old company has 12 staff.",
            "2020-05-01",
            "60",
            "40-year-old",
        ),
        Example(
            "She was jailed for four years. Her sentence of two years was lenient.", None, "two years", "four years"
        ),
        Example("The painter Jan Prado died in 1932. Prado moved to Rome in 1935.", None, "1935", ""),
        Example("Tom Maler, 45, won. The 54-year-old was moved to tears.", None, "54", "45"),
    ),
    counter_examples=(
        Example("Rovers won the match on Saturday. Rovers play the next match on Tuesday.", "2020-06-15"),
        Example("Mr Lee was arrested on 3 May. Mrs Lee was arrested on 5 May.", "2020-06-15"),
        Example("The storm hit Cuba on Monday. The storm hit Florida on Wednesday.", "2020-06-15"),
        Example("The book was published in France in 1958. The book was published in English in 1962."),
        Example("The museum will open in 2022. The museum was to open in 2020.", "2020-06-15"),
        Example("The mill opened on 3 May 2001. The mill reopened on 13 May 2003."),
        Example("A man was shot on Monday. A man was shot on Tuesday.", "2014-03-07"),
        Example("The 1997 election was close. After the 2001 election he left.", "2005-08-08"),
        Example("The company hopes that the test will begin on Tuesday. The test began on Thursday.", "2010-07-16"),
        Example("An evacuation began on Monday. The second evacuation starts on Wednesday.", "2011-02-01"),
        Example("The painter Jan Prado died in 1932. His pictures were sold in 1935."),
        Example("The coal mine opened in 1921. The salt mine opened in 1925."),
        Example("Tom Maler, 45, and Ann Prado, 50, won. The 54-year-old judge was moved to tears."),
        Example("She was jailed for four years. Her brother was given a sentence of two years."),
        Example("The trial began on 3 May 2001. The trial ended on 13 June 2001.", "2002-01-01"),
        Example("Kowal Brewery was founded in 1921. Kowal Brewery was founded in May 1921 by two sisters."),
        Example("Tom Maler, 45, won. His father, Tom Maler, 74, was moved to tears."),
        Example("Tom Maler, 45, won. Tom Maler, 46, was moved to tears."),
        Example("Halle Bridge was built in 1890. It fell. Halle Bridge was rebuilt in 1980."),
        Example("Anna Kowal was born in 1950. “Anna Kowal was born in 1953,” her cousin said."),
    ),
)
