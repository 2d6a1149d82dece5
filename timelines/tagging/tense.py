"""Which way an incomplete date points, by the verbs and prepositions around it."""

from __future__ import annotations

import re
from typing import Literal

Direction = Literal["certain", "past", "future", "none"]

_REACH = 120  # characters; half a long newspaper sentence
_NEAR = 2  # spaces; farther off a form in -ed may be a participle, and a finite verb before it decides
_GOVERNS = 4  # spaces; so near "was" and "had" say when, not only that something is over
_STOP = re.compile(r"[.!?;][\s\"'”’)]+(?=[A-Z\"'“‘(])|\n\s*\n")
_VERB = r"(?:\s+(?:not|also|soon|likely|be|have|been|now|only|then|probably|still|again|first|\w+ly))*\s+\w+"
_PERFECT = (
    r"(?:\w+ly\s+|not\s+|also\s+|already\s+|never\s+|since\s+)?(?:been|become|had|done|gone|come|made|taken|seen|given|found"
    r"|left|met|won|lost|begun|held|told|said|risen|fallen|grown|shown|known|put|set|cut|run|hit|sent|built|kept|led"
    r"|brought|\w+ed)\b"
)
# What is agreed, announced or decided upon lies ahead when an infinitive names it.
_INTENT = (
    r"(?:call(?:s|ed|ing)(?:\s+(?:on|for))?|urg(?:es|ed|ing)|asks|asked|asking|agree[ds]?|agreement|announced|decided"
    r"|decision|promise[ds]?|vow(?:ed|s)?|pledge[ds]?|plan(?:s|ned)?|invited"
    r"|invitation|summoned|proposal|program|programme|bid|deal)\b"
    r"(?:\s+(?!(?:and|who|that|which|was|were|is|are|has|had|said|on|after)\b)[\w'-]+){0,6}?\s+to\s+(?:be\s+)?(?-i:[a-z]+)"
)
_CUE = re.compile(
    r"\b(?:(?P<was>had(?:\s+been)?\s+(?:\w+ly\s+)?(?:due|scheduled|expected|planned|supposed|set|slated|going)\b(?:\s+to\s+\w+)?"
    r"|(?:had|has|have)\s+to\s+(?:be\s+)?\w+"
    r"|(?:found|said|believed|thought|known|reported|shown|proved|proven|appear(?:s|ed)|seem(?:s|ed)|considered|alleged"
    r"|understood|used|failed|managed|refused|continued|forced)\s+to\s+(?:be|have)?(?:\s+\w+)?)"
    rf"|(?P<future>(?:will|won't|shall|would|is to|are to|'ll|to be){_VERB}|{_INTENT}|going to|scheduled|supposed to"
    r"|(?<!than )(?<!than-)expect(?:s|ed|ing)?"
    r"|plan(?:s|ned|ning)?|due(?!\s+to\s+(?:the|an?|its|his|her|their)\b)"
    r"|set to|set for|until|till|upcoming|payable|deadline|hopes?(?=\s+(?:to|that|for)\b)|intends?|starting|effective"
    r"|vows?|pledge[sd]?|ahead of|next(?!\s+to\b)|matur(?:e|es|ing)|expires?|forecasts?|wants?|aims?(?=\s+to\b)|slated"
    r"|postponed|tomorrow|takes?\s+place|as soon as|opens|begins|starts|meets?|plays|faces|hosts|resumes"
    r"|(?<=[sx] )(?:play|face|host)"
    r"|takes effect"
    r"|(?-i:may|could|should|can|must|might) \w+)"
    rf"|(?P<past>(?P<finite>was|were|had|did)|said|told|(?:has|have)(?=\s+{_PERFECT})|been|came|went|took|made|began|met|held|found|won|lost"
    r"|fell|rose|led|left|sent|got|gave|saw|became|shot|hit|cut|wrote|ran|broke|spoke|grew|sold|bought|paid|put|set(?!\s+of\b)"
    r"|kept|brought|stood|flew|drew|shown|seen|taken|born|written|given|chosen|driven|drawn|known"
    r"|since|(?P<weak>(?<!\bis )(?<!\bare )(?<!\bnot )(?<!-)(?-i:[a-z]{2,}ed))))\b",
    re.IGNORECASE,
)
# What has been done when a day stands right behind its name: "his announcement Tuesday that he will".
_DONE = re.compile(
    r"\b(?:announcement|statement|remarks|comments|attacks?|bombings?|shootings?|explosions?|blasts?|crash|killings?"
    r"|arrests?|ruling|decision|raids?|airstrikes?|clashes|earthquake|resignation|death)\s+(?:on\s+)?(?:early\s+|late\s+)?$"
)
# "He would step down in": so near, whatever comes behind.
_AHEAD = re.compile(r"\b(?:will|would)\s+(?!have\b)\w+\s+(?:\w+\s+)?(?:in|on)\s+(?:early\s+|late\s+)?$")
_ENTRY = re.compile(r"\s*(?:\s[-–—]\s|:\s)")  # "April 30 - The head says": a list of what happened
_TRADED = re.compile(r"\s+(?:delivery|settlement|futures|contracts?)\b")  # "crude for September delivery"
_SAID = re.compile(r",\s+(?:[\w.'’-]+\s){1,5}?(?:said|says)\b")  # who said it tells nothing of when
_PRESENT = re.compile(r"\b(?:is|are|be)\s+\w+ly\s+$")
_RAN = re.compile(r"\b(?:ran|was|were|lasted|continued|remained|stayed|served|lived|ruled|held|did)\b[^,;]*$")
_BESIDE = re.compile(r"\s+(?:that\s+)?(?:[a-z]{2,}ed|said|told|met|made|began|was|were|had|took|won|held)\b(?!\s+to\b)")
_LEAD = re.compile(
    r"\b(?:(?P<since>since)|(?P<until>until|till)|by|through|before|after|(?:months|weeks|days|year|quarter|half) to)"
    r"\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_PUT_OFF = re.compile(
    r"\b(?:extended|postponed|delayed|deferred|adjourned|rescheduled|put off|put back|pushed back|moved)"
    r"(?:\s+\w+){0,3}?\s+(?:to|until|till|from)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_AS_OF = re.compile(r"\bas of\s+$", re.IGNORECASE)
# A sentence that begins with the expression itself; a short word before the stop may be an abbreviation.
_OPENING = re.compile(r"(?:[!?;]|[a-z]{5,}\.|[0-9%]\.|\.[\"'”’)])[\s\"'”’)]*\s[\"'“‘]?$")
_GOVERNED = re.compile(r"\s+(?:in|on|at|during)?\s*(?:the\s+)?$")
_WHEN = re.compile(r"\s+when\b")
_OVER = re.compile(r",?\s+(?:\w+\s+){0,3}?(?:had|was|were|did|has|have)\b")
_FOR_A_DAY = re.compile(r"\bfor\s+(?:early\s+|late\s+|this\s+)?(?:the\s+)?$", re.IGNORECASE)
_WEEKDAY = re.compile(r"(?:early |late |this )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b", re.IGNORECASE)
_OWNED = re.compile(r"['’]s\b")
_DEADLINE = re.compile(r"\s+deadline\b")
_LAPSED = re.compile(r"\b(?:missed|passed|expired|after|since|met|ignored|let)\b")


def direction(text: str, start: int, end: int) -> Direction:
    """Past or future by the nearest cue of the same sentence, first to the left; "none" without any.

    "certain" is a past that its own finite verb makes sure.
    """
    low = max(0, start - _REACH)
    before = text[low:start]
    stops = list(_STOP.finditer(before))
    if _OPENING.search(before):
        before = ""
    elif stops:
        before = before[stops[-1].end() :]
    lead = _LEAD.search(before)
    if lead and lead["since"]:
        return "certain"
    if _AS_OF.search(before):
        return "past"
    if _PUT_OFF.search(before):
        return "future"
    if _TRADED.match(text, end):
        return "future"
    if _DEADLINE.match(text, end):
        return "past" if _LAPSED.search(before) else "future"
    if lead and lead["until"]:
        opening = not before[: lead.start()].strip()
        if _WHEN.match(text, end) or (opening and _OVER.match(text, end)):
            return "past"
        if _RAN.search(before[: lead.start()]) and not _WEEKDAY.match(text, start):
            return "none"  # "it ran until July 15": the nearest
    found = _nearest_cue(text, before, end)
    if found != "certain" and _FOR_A_DAY.search(before) and _WEEKDAY.match(text, start) and not _OWNED.match(text, end):
        return "future"  # a protest for Tuesday
    return "none" if lead and found == "past" else found


def _nearest_cue(text: str, before: str, end: int) -> Direction:
    if _AHEAD.search(before):
        return "future"
    if _BESIDE.match(text, end) or _DONE.search(before) or (_ENTRY.match(text, end) and not before.strip()):
        return "past"
    cues = list(_CUE.finditer(before))
    while len(cues) > 1 and cues[-1]["weak"] and before[cues[-1].end() :].count(" ") > _NEAR:
        cues.pop()
    if len(cues) == 1 and cues[-1]["weak"] and _PRESENT.search(before, 0, cues[-1].start()):
        return "none"  # "is officially published on"
    if cues:
        helper = cues[-2] if cues[-1]["weak"] and len(cues) > 1 else cues[-1]
        if helper["finite"] and before[helper.end() :].count(" ") <= _GOVERNS:
            return "certain"
        if cues[-1]["past"] and _GOVERNED.match(before, cues[-1].end()):
            return "certain"
        return "future" if cues[-1]["future"] else "past"
    after = text[end : end + _REACH]
    if before.strip():
        after = _SAID.split(after, maxsplit=1)[0]
    stop = _STOP.search(after)
    cue = _CUE.search(after[: stop.start()] if stop else after)
    if cue is None:
        return "none"
    return "future" if cue["future"] else "past"
