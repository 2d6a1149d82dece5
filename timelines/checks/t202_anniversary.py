"""T202: the anniversary is not the one that the article says."""

from __future__ import annotations

from collections.abc import Iterator

from timelines.checks.restyle import day_words, number_like, ordinal_like, with_article
from timelines.checks.rule import Case, Example, Rule
from timelines.chronology import Precision, Span, civil, in_words, parse_ordinal
from timelines.model import Flag
from timelines.reasoning.verdict import Dating

# A state that lost its independence counts from another one; farther off than this it is that other one (years).
_SAME_INDEPENDENCE = 20
_CENTENARIES = {100: "centenary", 150: "150th anniversary", 200: "bicentenary", 300: "tercentenary"}
_JUBILEES = {25: "silver", 30: "pearl", 40: "ruby", 50: "golden", 60: "diamond", 70: "platinum"}


def _find(rule: Rule, case: Case) -> Iterator[Flag]:
    for verdict in case.impossible("anniversary"):
        claim = verdict.claim
        if claim.at is None or claim.number is None:
            continue
        target = claim.number
        options = [(_years(outcome.dating, claim.at), outcome.dating) for outcome in verdict.outcomes]
        known = [(years, dating) for years, dating in options if years is not None and years > 0]
        if not known:
            continue
        known = [
            one for one in known if one[1].fact.kind != "independence" or abs(one[0] - target) <= _SAME_INDEPENDENCE
        ]
        if not known:
            continue
        years, dating = min(known, key=lambda pair: (bool(pair[1].label), abs(pair[0] - target)))
        suggestion = _suggestion(claim.text, years)
        what = with_article(dating.fact.label) if claim.readings else "The beginning"
        yield rule.flag(
            case,
            claim.start,
            claim.end,
            message=f"{what} is dated {in_words(dating.when.start_span)}, so {day_words(claim.at)} is "
            f"{years} years later, not {target}: {suggestion}.",
            suggestion=suggestion,
            claimed=claim.text,
            expected=suggestion,
            confidence=0.95,
            evidence=case.evidence(verdict),
            claim=claim,
            claimed_span=claim.at,
            expected_span=dating.when,
        )


def _years(dating: Dating, at: Span) -> int | None:
    """The anniversary nearest to the time from which the article speaks."""
    begun = dating.when.start_span.earliest_day
    if begun is None or at.earliest_day is None or at.latest_day is None:
        return None
    if dating.when.start_span.precision <= Precision.YEAR or at.precision <= Precision.YEAR:
        return civil(at.earliest_day)[0] - civil(begun)[0]
    return round(((at.earliest_day + at.latest_day) / 2 - begun) / 365.2425)


def _suggestion(words: str, years: int) -> str:
    first, _, rest = words.partition(" ")
    lower = words.lower()
    if lower.endswith("jubilee") or first.lower() in _JUBILEES.values():
        right = _JUBILEES.get(years, ordinal_like("1st", years))
        return f"{right.capitalize() if first[:1].isupper() else right} {rest}"
    if not rest and "-" not in first and not first.isdigit():
        if lower.endswith(("ary", "ial")):
            return _CENTENARIES.get(years, f"{ordinal_like('1st', years)} anniversary")
        return number_like(first, years)
    if "year anniversary" in lower.replace("-", " "):
        return f"{number_like(first, years)}-year anniversary"
    if not rest:
        return number_like(first, years)
    if parse_ordinal(first) is None and parse_ordinal(words.rpartition(" ")[0].replace(" ", "-")) is None:
        return f"{number_like(first, years)} {rest}"
    return f"{ordinal_like(first, years)} {rest}"


RULE = Rule(
    code="T202",
    name="anniversary",
    family="counting",
    summary="The anniversary does not follow from the date of the event.",
    description=(
        "“The 35th anniversary of”, “its centenary”, “turned 50 this year”: the beginning that the canon or the same "
        "sentence gives is counted forward to the date of the article or of the sentence. Anniversaries are kept some "
        "months early or late, and announced up to a year ahead; of wars and reigns the beginning and the end count."
    ),
    find=_find,
    examples=(
        Example(
            "Street parties closed the Diamond Jubilee of the Queen, who has reigned since February 1952.",
            "2022-06-06",
            "Diamond Jubilee",
            "Platinum Jubilee",
        ),
        Example(
            "The parish marked the golden jubilee of its priest, ordained in 1989.",
            "2014-06-04",
            "golden jubilee",
            "silver jubilee",
        ),
        Example(
            "Married in June 1974, Ada and Tom Birch toasted their golden wedding anniversary at home.",
            "2014-06-14",
            "golden wedding anniversary",
            "ruby wedding anniversary",
        ),
        Example(
            "Saturday Night Live, which began in 1975, marked its 60th anniversary in 2025.",
            None,
            "60th anniversary",
            "50th anniversary",
        ),
        Example(
            "Berlin celebrated the 25th anniversary of the fall of the Berlin Wall.",
            "2019-11-09",
            "25th anniversary",
            "30th anniversary",
        ),
        Example(
            "The NHS, founded on 5 July 1948, celebrates its 60th birthday today.",
            "2018-07-05",
            "60th birthday",
            "70th birthday",
        ),
        Example(
            "In 2016 Stratford kept the 300th anniversary of Shakespeare's death.",
            None,
            "300th anniversary",
            "400th anniversary",
        ),
        Example(
            "Paris celebrated the centenary of the storming of the Bastille.", "1989-07-14", "centenary", "bicentenary"
        ),
        Example(
            "Bells tolled as Hiroshima marked the 50th anniversary of the atomic bombing.",
            "2005-08-06",
            "50th anniversary",
            "60th anniversary",
        ),
        Example(
            "Queen Elizabeth II marks the 60th anniversary of her accession to the throne.",
            "2022-02-06",
            "60th anniversary",
            "70th anniversary",
        ),
        Example(
            "The firm was founded in 1998. This year it celebrates its 30th anniversary.",
            "2023-05-01",
            "30th anniversary",
            "25th anniversary",
        ),
        Example(
            "They were married on 11 June 1969 and mark their diamond wedding on Tuesday.",
            "2019-06-10",
            "diamond wedding",
            "golden wedding",
        ),
        Example(
            "South Africa planted trees on what would have been Nelson Mandela's 90th birthday.",
            "2018-07-18",
            "90th birthday",
            "100th birthday",
        ),
    ),
    counter_examples=(
        Example("The singer marks the fifth anniversary of her BBC show.", "2009-08-25"),
        Example("Friday is the 25th anniversary of the space shuttle Challenger accident.", "2011-01-28"),
        Example(
            "Street parties closed the Platinum Jubilee of the Queen, who has reigned since February 1952.",
            "2022-06-06",
        ),
        Example(
            "On the table stood cups of the Silver Jubilee of the Queen, who had reigned since 1952.", "2022-06-06"
        ),
        Example("Her parents, married since 1972, celebrated their silver wedding in 1997.", "2022-06-06"),
        Example("Saturday Night Live, which began in 1975, marked its 50th anniversary in 2025."),
        Example("Berlin prepares for the 30th anniversary of the fall of the Berlin Wall next year.", "2018-11-20"),
        Example("They met on the 75th anniversary of the Second World War's end.", "2020-05-08"),
        Example("The couple celebrated their 40th anniversary in Dresden, founded in 1206.", "2020-05-08"),
        Example("“It is the 60th anniversary of the fall of the Berlin Wall,” he said.", "2019-11-09"),
        Example("It is the 33rd anniversary of Estonia's independence.", "2024-08-23"),
        Example("The firm was founded in 1998. The school next door celebrates its 30th anniversary.", "2023-05-01"),
        Example("India celebrated the 70th anniversary of its independence in August 2017.", "2018-11-11"),
        Example("The museum marks the anniversary of the atomic bombing with its 50th concert.", "2005-08-06"),
    ),
)
