"""Who acts or is used at a dated time: the verb after a name, and the one date of its clause."""

from __future__ import annotations

import re

from timelines.canon.index import Mention
from timelines.extraction.passage import Passage
from timelines.model import Expression
from timelines.syntax.tokens import PAST, PAST_OR_PARTICIPLE, classify

_VERB = re.compile(
    r" (?:both |also |then |once |never |first |personally |himself |herself |"
    r"himself also )?(?P<verb>[a-z]+)\b(?! by\b)"
)
_AFTER_PREPOSITION = re.compile(
    r"\b(?:of|from|under|against|for|by|with|to|at|than|like|about|on|after|before|since|until|and|or|as|called|named|"
    r"titled|in|over|if)(?: the| a| late)? $|['’\"“]$",
    re.IGNORECASE,
)
_CLAUSE_BREAK = re.compile(
    r"[;:()—–]|\b(?:who|whose|which|that|when|while|after|before|because|since|although|if|but|than)\b"
)
_FRONTED = re.compile(
    r"(?:(?:early|late|back) )?(?:(?:it was )?(?:in|at) (?:[A-Z]\w+ ){1,3})?(?:in|on|on the evening of|at|(?:in|"
    r"on) the (?:spring|summer|autumn|winter|"
    r"evening|morning) of)"
    r" (?:the )?$|$",
    re.IGNORECASE,
)
# What opens a sentence and happens with it: "Hours after the vote of June 2016, Prime Minister David Cameron".
_AT_THE_SAME_TIME = re.compile(
    r"(?:when|as|while|during|at|in|on|amid|(?:a few |some )?(?:minutes|hours|days) after|the (?:day|morning|"
    r"night) (?:after|before|of)|"
    r"(?:one|two|three|four|five|six|\d+) (?:minutes|hours|days) (?:after|before)|it was) (?!.*\b(?:and|but)\b)",
    re.IGNORECASE,
)
# What makes the date of a sentence that of another clause, or its subject what people say, plan or look back on.
_NOT_THE_SAME_TIME = re.compile(
    r"\b(?:later|earlier|ago|previous(?:ly)?|afterwards?|following|next|last|since|until|till|before|after|anniversar\w+|"
    r"now|today|still|already|later|once|former(?:ly)?|then|ex|future|first|until|yet|will|would|could|might|may|should|"
    r"not|never|no|if|said|says|told|tells|wrote|writes|argu\w+|believ\w+|claim\w*|recall\w*|remember\w*|report\w*|"
    r"described?|called|known|named|like|compar\w+|than|plan(?:s|ned)?|propos\w*|promis\w+|film|movie|novel|book|play|"
    r"musical|opera|song|series|documentary|biograph\w+|memoirs?|statue|museum|exhibition|portrait|auction\w*|"
    r"replicas?|commemorat\w+|centenar\w+|bicentenar\w+|jubilee|memorial|tribute|funeral|history|historians?|"
    r"inherit\w*|legacy|born|died|death|candidate|election|elected)\b|n[’']t\b",
    re.IGNORECASE,
)
_DATE_LEAD = re.compile(
    r"(?:\b(?:in|on|of|at|during)(?: the)?(?: early| late| mid)?(?: (?:spring|summer|autumn|fall|winter|night|morning|"
    r"evening|afternoon) of)?|,) $",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"(?:\b(?:in|on|of|at|during|since|by)(?: the| early| late| spring of| summer of| autumn of)*|,) $", re.IGNORECASE
)
_YEAR = re.compile(r"\d{3,4}|\bBC\b|\bAD\b")
_FARTHEST = 110


def verb_after(passage: Passage, mention: Mention) -> re.Match[str] | None:
    """The verb in the past tense whose subject the name is."""
    sentence = passage.sentence_at(mention.start)
    if _AFTER_PREPOSITION.search(passage.text, max(sentence[0], mention.start - 16), mention.start):
        return None
    match = _VERB.match(passage.text, mention.end)
    if match is None or classify(match["verb"]) not in (PAST, PAST_OR_PARTICIPLE):
        return None
    return match


def date_of_clause(
    passage: Passage, start: int, end: int, *, stated: bool = True, when: bool = False
) -> Expression | None:
    """The one date (``stated``: with a year) of the sentence around ``start``-``end``, if of the same clause.

    With ``when``, a clause that begins with that word and follows is the same time.
    """
    sentence = passage.sentence_at(start)
    dates = passage.dates_between(*sentence)
    if len(dates) != 1 or dates[0].type != "DATE" or (stated and not _YEAR.search(dates[0].text)):
        return None
    date, text = dates[0], passage.text
    if date.end <= start:
        opening = text[sentence[0] : date.start].strip(' \n“"') + (" " if date.start > sentence[0] else "")
        between = text[date.end : start]
        if not _FRONTED.fullmatch(opening) and not (
            _AT_THE_SAME_TIME.match(opening) and between.strip() in (",", "that")
        ):
            return None
        if between == " that ":
            between = " "
    else:
        between = text[end : date.start]
        lead = _LEAD.search(between) or (re.fullmatch(" ", between) if date.text.lower().startswith("the ") else None)
        if lead is None or between[lead.start() :].strip() in ("by",):
            return None
        # "Since" opens a clause of its own only where no date follows.
        between = between[: lead.start()]
        if when:
            between = re.sub(r"^([^,;:]*?),? when\b", r"\1", between)
    return date if len(between) <= _FARTHEST and not _CLAUSE_BREAK.search(between) else None


def date_of_occasion(passage: Passage, start: int) -> Expression | None:
    """The one date with a year of a sentence that tells of one occasion, in whatever clauses."""
    sentence, text = passage.sentence_at(start), passage.text
    dates = passage.dates_between(*sentence)
    if len(dates) != 1 or dates[0].type != "DATE" or not _YEAR.search(dates[0].text) or dates[0].modifier is not None:
        return None
    date = dates[0]
    before = text[sentence[0] : date.start]
    if before.strip(' “"') and not _DATE_LEAD.search(before) and not date.text.lower().startswith("the "):
        return None
    rest = before + " " + text[date.end : sentence[1]]
    return None if _NOT_THE_SAME_TIME.search(rest) or date.resolution != "as written" else date
