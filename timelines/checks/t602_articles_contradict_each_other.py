"""T602: articles that date the same event differently."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timelines.checks.restyle import date_like
from timelines.checks.rule import Case, Example, Rule
from timelines.chronology import in_words
from timelines.extraction.testimony import testimonies
from timelines.model import Evidence, Flag, Severity, Testimony

# What happens to a person or a thing only once, however far apart the dates are; of the rest, dates farther apart
# than this are two occasions ("the festival opened").
_ONLY_ONCE = frozenset({"birth", "death", "founding", "building", "demolition", "sinking"})
_ONE_OCCASION_DAYS = 45
_FEWEST_WORDS = 2
_QUOTED_ARTICLES = 3


def _find(rule: Rule, case: Case) -> Iterator[Flag]:
    if case.elsewhere:
        yield from contradictions(rule, testimonies(case.passage), case.elsewhere)


def contradictions(rule: Rule, own: Sequence[Testimony], elsewhere: Sequence[Testimony]) -> Iterator[Flag]:
    """A flag for each date of an article that at least as many independent articles give otherwise.

    Copies of one text must be left out of ``elsewhere``.
    """
    for testimony in own:
        same = [other for other in elsewhere if other.article != testimony.article and same_happening(testimony, other)]
        differ = [other for other in same if _contradict(testimony, other)]
        agree = {other.article for other in same} - {other.article for other in differ}
        best = _most_told(differ)
        if best and len({other.article for other in best}) > len(agree):
            yield _flag(rule, testimony, best)


def same_happening(one: Testimony, other: Testimony) -> bool:
    """Whether both speak of one thing: the words of the one are among those of the other."""
    fewer, more = sorted((one.words, other.words), key=len)
    return one.happening == other.happening and len(fewer) >= _FEWEST_WORDS and fewer <= more


def _contradict(one: Testimony, other: Testimony) -> bool:
    if None in (one.span.earliest_day, one.span.latest_day, other.span.earliest_day, other.span.latest_day):
        return False
    apart = max(
        (one.span.earliest_day or 0) - (other.span.latest_day or 0),
        (other.span.earliest_day or 0) - (one.span.latest_day or 0),
    )
    return apart > 0 and (one.happening in _ONLY_ONCE or apart <= _ONE_OCCASION_DAYS)


def _most_told(testimonies: Sequence[Testimony]) -> list[Testimony]:
    """The largest group that agrees with one of its members; the first one at a tie."""
    groups = [[other for other in testimonies if not _contradict(one, other)] for one in testimonies]
    return max(groups, key=lambda group: len({one.article for one in group}), default=[])


def _flag(rule: Rule, own: Testimony, others: Sequence[Testimony]) -> Flag:
    first = max(others, key=lambda other: other.span.precision)
    articles = len({other.article for other in others})
    who = "another article" if articles == 1 else f"{articles} other articles"
    verb = "gives" if articles == 1 else "give"
    return Flag(
        rule=rule.code,
        name=rule.name,
        family=rule.family,
        severity=Severity.WARNING,
        confidence=0.6 if articles == 1 else 0.8,
        start=own.start,
        end=own.end,
        quote=own.text,
        message=f"This article says {own.text}; {who} {verb} {in_words(first.span)}: “{first.quote}”",
        suggestion=date_like(own.text, first.span) or first.text,
        claimed=in_words(own.span),
        expected=in_words(first.span),
        evidence=tuple(
            Evidence("article", other.article, f"“{other.quote}”", in_words(other.span), "another article")
            for other in others[:_QUOTED_ARTICLES]
        ),
        claimed_span=own.span,
        expected_span=first.span,
    )


_MILL = "The Kowal Mill was built in 1921 by two sisters."
_PRADO = "The painter Jan Prado died on 8 May 2001 in Lisbon."

RULE = Rule(
    code="T602",
    name="articles-contradict-each-other",
    family="conflict",
    summary="Other articles date the same event differently.",
    description=(
        "What happens once (a birth, a founding, a sinking) is dated differently by at least as many other articles. "
        "Copies of one report count once. The words that name it must be the same, and a proper name among "
        "them. Of openings, collapses and the like, dates more than six weeks apart are taken for two occasions. The "
        "reading that most independent articles support is shown first; the others stay visible."
    ),
    find=_find,
    examples=(
        Example("The Kowal Mill was built in 1912.", "2020-05-01", "1912", "1921", (_MILL,)),
        Example(
            "Critics admired him. Jan Prado died on 3 May 2001.", "2002-01-01", "3 May 2001", "8 May 2001", (_PRADO,)
        ),
        Example(
            "Jan Prado died in April 2001 after a long illness.",
            "2002-01-01",
            "April 2001",
            "May 2001",
            (_PRADO, "Jan Prado died on 8 May 2001, his gallery said."),
        ),
        Example(
            "The ferry Stella Maris sank on 4 March 1987.",
            "1999-01-01",
            "4 March 1987",
            "6 March 1987",
            ("It was winter. The ferry Stella Maris sank on 6 March 1987 off Vis.",),
        ),
        Example(
            "The Halle Bridge collapsed on Monday, a spokesman told the paper.",
            "2014-03-05",
            "Monday",
            "Tuesday",
            ("The Halle Bridge collapsed on Tuesday at noon.", "On Tuesday the Halle Bridge collapsed."),
        ),
    ),
    counter_examples=(
        Example("The Kowal Mill was built in 1921.", "2020-05-01", others=(_MILL,)),
        Example("The Kowal Mill was rebuilt in 1946.", "2020-05-01", others=(_MILL,)),
        Example("Anna Prado died on 3 May 2001.", "2002-01-01", others=(_PRADO,)),
        Example("Jan Prado died in May 2001.", "2002-01-01", others=(_PRADO,)),
        Example(
            "The Oslo Festival opened on 3 May 2001.", "2002-01-01", others=("The Oslo Festival opened on 5 May 2000.",)
        ),
        Example(
            "The Kowal Mill was built in 1912.",
            "2020-05-01",
            others=(_MILL, "The Kowal Mill was built in 1912, the archive says.", "In 1912 the Kowal Mill was built."),
        ),
        Example("A bridge collapsed on Monday.", "2014-03-05", others=("A bridge collapsed on Tuesday.",)),
        Example("“Jan Prado died on 3 May 2001,” his cousin said.", "2002-01-01", others=(_PRADO,)),
    ),
)
