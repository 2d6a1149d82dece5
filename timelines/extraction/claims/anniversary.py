"""*The Nth anniversary of E is at T*: "the 35th anniversary of the fall of the Berlin Wall", "turned 50 this year"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from timelines.canon.index import Mention
from timelines.chronology import Span, parse_number, parse_ordinal
from timelines.extraction.claims.anchors import near
from timelines.extraction.claims.beginnings import event_at, implied_events
from timelines.extraction.claims.moment import is_its_day, moment_at
from timelines.extraction.claims.subject import Subject
from timelines.extraction.passage import Passage
from timelines.model import Claim, Expression, Modality

_JUBILEES = {"silver": 25, "pearl": 30, "ruby": 40, "golden": 50, "diamond": 60, "platinum": 70}
_CENTENARIES = {
    "centenary": 100, "centennial": 100, "sesquicentenary": 150, "sesquicentennial": 150, "bicentenary": 200,
    "bicentennial": 200, "tercentenary": 300, "tricentennial": 300, "quatercentenary": 400, "quincentenary": 500,
    "quincentennial": 500, "semicentennial": 50, "millennium": 1000,
}  # fmt: skip
_ANNIVERSARY = re.compile(
    r"(?<![\d,.])\b(?P<words>"
    r"(?P<jubilee>silver|golden|diamond|platinum|ruby|pearl) (?:jubilee|wedding(?: anniversary)?|anniversary)"
    r"|(?P<ordinal>\d{1,3}(?:,?\d{3})*(?:st|nd|rd|th)|[a-z]+(?:-[a-z]+)?)[- ]"
    r"(?:wedding )?(?:anniversary|birthday)"
    r"|(?P<count>\d{1,4}|[a-z]+(?:-[a-z]+)?)[ -]year anniversary"
    rf"|(?P<centenary>{'|'.join(name for name in _CENTENARIES if name != 'millennium')})"
    r"|(?P<of>\d{2,3}|[a-z]+(?:-[a-z]+)?) years(?= (?:of|in|as|at|on)\b)"
    r"|(?P<old>\d{2,4}|[a-z]+(?:-[a-z]+)?) years old"
    r"|(?P<turned>(?:turn(?:s|ed|ing)?) (?P<turns>\d{2,4}|[a-z]+(?:-[a-z]+)?))(?= (?:this|in|on|today|last|"
    r"next)\b|[,.]))",
    re.IGNORECASE,
)
_ANCHOR = re.compile(
    r"[aA]nniversary|birthday|centen|Centen|[jJ]ubilee|years (?:old|of|in|as|at|on)\b|wedding|\bturn(?:s|ed|ing) "
)
_OF = re.compile(r" (?:celebrations? )?(?:of|since) ", re.IGNORECASE)
_DATED_EVENT = re.compile(r"(?:the|its|his|her|their) [\w’' -]{3,50}? (?:of|in|on) (?:the )?$", re.IGNORECASE)
_ITS = re.compile(r"\b(?:its|their|his|her|the|a|thus|is|was|are|now|be|would be|will be)(?: own)? $", re.IGNORECASE)
_OF_A_PLACE = re.compile(r"\s+(?:in|at|near)\s+[A-Z][\w'’ -]*,\s")  # "their anniversary in Dresden, founded in 1206"
_BEGUN = re.compile(
    r"\b(?:founded|established|began|begun|launched|opened|created|started|built|formed|set up|sealed|signed|adopted|"
    r"completed|inaugurated|published|released|introduced|enacted|incorporated|succeeded [^,.;]{3,30}|crowned|"
    r"married|wed|ordained|consecrated|professed|enthroned|"
    r"(?:sang|played|met|appeared|ran|performed|marched|sailed|flew|took place) for the first time|"
    r"came to the throne|ascended the throne|first (?:held|broadcast|published|aired|staged|played|shown|"
    r"performed|released))"
    r"(?: (?:in|at|by|as|from|to) [^,.;\d]{2,40}?)? (?:in|on) (?:the )?$|"
    r"\b(?:reigned|reigning|on the throne|queen|king|monarch|married|priest|bishop|together|ruled|served)"
    r"(?: [^,.;\d]{2,30}?)? (?:ever )?since $",
    re.IGNORECASE,
)
_BORN = re.compile(r"\bborn (?:in|on) $", re.IGNORECASE)
# What is ahead may be a year away.
_AHEAD = re.compile(
    r"\b(?:next year|ahead of|plan\w*|prepar\w+|upcoming|approach\w*|coming|before|by|until|towards?|"
    r"in time for|nears?|"
    r"nearing|will|years? away|build-up|run-up|would|last year)\b",
    re.IGNORECASE,
)
_MARK = re.compile(r"\b(?:mark(?:s|ed|ing)?|celebrat(?:es?|ed|ing))(?: both)? (?:its|their|his|her) $", re.IGNORECASE)
_NEAR_DAYS = 5 * 366
# An article of about the day itself speaks of that day (days either side).
_AROUND_THE_DAY = 10
_RELATIVE = re.compile(
    r"\b(?:son|daughter|wife|husband|father|mother|brother|sister|child|friend|partner|and|with|for)\b", re.IGNORECASE
)
_KEPT = re.compile(r"\b(?:celebrat(?:es?|ed|ing)|mark(?:s|ed|ing)?|toast(?:s|ed|ing)?|commemorat(?:es?|ed|ing)) $")
_THE_DAY = re.compile(r"the (?:day|night|moment|evening|morning)(?: (?:that|when|on which|in which))? ")
_ITS_OWN = re.compile(r"\b(?:its|their) $")
_TAKES_UP = re.compile(
    r"^\W*(?:(?:this|next|last) (?:year|month|week|season|summer|autumn|spring|winter)|in \w+|now|today|on \w+day)?,? ?"
    r"(?:it|they|the (?P<noun>[a-z]+))\b",
    re.IGNORECASE,
)
_ITS_NOUN = re.compile(
    r"(?:its|their|his|her) (?P<noun>independence|founding|foundation|birth|death|creation|launch|opening)\b"
)


def anniversary_claims(passage: Passage) -> Iterator[Claim]:
    """Find the claims of this kind; ``span`` is a beginning that the sentence itself gives (``other`` its offsets)."""
    for match in near(_ANNIVERSARY, _ANCHOR, passage.text, before=40, after=24):
        number = _number(match)
        if number is None or number < 1 or (match["of"] and not _KEPT.search(passage.text, 0, match.start())):
            continue
        sentence = passage.sentence_at(match.start())
        found = _subject(passage, match, sentence)
        if found is None:
            continue
        subject, begun, skipped = found
        whens = [passage.canon.fact(one).when for one in subject.ids] if subject else []
        at, at_words = _time_of(passage, sentence, match, begun, skipped, whens)
        if at is None:
            continue
        start, end = match.span("turns") if match["turned"] else match.span("words")
        about = subject.ids[0] if subject else passage.text[sentence[0] : start].split(",")[0].strip()
        label = passage.canon.fact(about).label if subject else about
        yield Claim(
            id=f"anniversary@{start}",
            kind="anniversary",
            start=start,
            end=end,
            text=passage.text[start:end],
            about=about,
            says=f"{label} was {number} years before {at.edtf}",
            sentence=sentence,
            named=subject.name if subject else "",
            readings=subject.ids if subject else (),
            span=begun.span if begun else None,
            at=at,
            at_words=at_words,
            number=number,
            unit="year",
            other=f"{begun.start}:{begun.end}" if begun else None,
            detail=_leeway(passage, sentence, subject, begun, at_words),
            modality=_standing(passage, start, end),
        )


def _standing(passage: Passage, start: int, end: int) -> Modality:
    """ "On what would have been Mandela's 100th birthday": the sum is the article's own."""
    would = re.search(r"\bwhat would have been (?:the |[\w’' .-]{2,40} )?$", passage.text[max(0, start - 70) : start])
    if would and not passage.is_quoted(start):
        return Modality.ASSERTED
    return passage.standing(start, end)


def _leeway(
    passage: Passage,
    sentence: tuple[int, int],
    subject: Subject | None,
    begun: Expression | None,
    at_words: tuple[int, int] | None,
) -> str:
    """How far the occasion may lie from the article: "ahead" up to a year, "day" only some weeks."""
    if _AHEAD.search(passage.text, *sentence):
        return "ahead"
    whens = [begun.span] if begun else [passage.canon.fact(one).when for one in subject.ids] if subject else []
    return "day" if at_words is None and is_its_day(passage, whens, _AROUND_THE_DAY) else ""


def _number(match: re.Match[str]) -> int | None:
    if match["centenary"]:
        return _CENTENARIES[match["centenary"].lower()]
    if match["jubilee"]:
        return _JUBILEES[match["jubilee"].lower()]
    if match["ordinal"]:
        return parse_ordinal(match["ordinal"])
    return parse_number(match["count"] or match["old"] or match["turns"] or match["of"])


def _subject(
    passage: Passage, match: re.Match[str], sentence: tuple[int, int]
) -> tuple[Subject | None, Expression | None, tuple[int, int]] | None:
    """What began: named after "of", or before ("its", "'s"); else the beginning that the sentence dates."""
    text, (start, end) = passage.text, match.span()
    follows = _OF.match(text, end)
    if match["jubilee"] and follows is not None:
        dates = passage.dates_between(follows.end(), sentence[1])
        remembered = re.search(r"\bhad\b", text[end : sentence[1]])
        if remembered:
            return None
        if len(dates) == 1 and _BEGUN.search(text, follows.end(), dates[0].start):
            return None, dates[0], (follows.end(), dates[0].end)
    if follows is not None:
        named = event_at(passage, follows.end())
        if named is not None:
            return named[0], None, (follows.end(), named[1])
        day = _THE_DAY.match(text, follows.end())
        moment = moment_at(passage, day.end() if day else follows.end(), owner=_owner(passage, sentence, start))
        if moment is not None and moment.ids:
            return Subject(moment.ids, moment.name), None, (follows.end(), moment.end)
        owned = _ITS_NOUN.match(text, follows.end())
        before = passage.mentions_between(sentence[0], start)
        if owned is not None and before:
            facts = implied_events(passage, before[-1], owned["noun"])
            if facts:
                return Subject(tuple(fact.id for fact in facts), before[-1].text), None, owned.span()
        for date in passage.dates_between(follows.end(), sentence[1])[:1]:
            if _DATED_EVENT.fullmatch(text[follows.end() : date.start]):
                return None, date, (follows.end(), date.end)
        if not match["of"] and not match["jubilee"]:
            return None
        if before and text.startswith("independence", follows.end()) and not text[before[-1].end : start].count(","):
            facts = implied_events(passage, before[-1], "independence")
            return (Subject(tuple(f.id for f in facts), before[-1].text), None, follows.span()) if facts else None
    begun = _begun_in(passage, sentence, match) or _begun_nearby(passage, sentence, match)
    if begun is not None:
        return None, begun, (begun.start, begun.end)
    for mention in reversed(passage.mentions_between(sentence[0], start)):
        between = text[mention.end : start]
        if (
            (between in ("'s ", "’s ", "' ", "’ ") and not match["old"])
            or _MARK.fullmatch(between.lstrip())
            or (match["turned"] and between in (" ", " has ", " itself "))
        ):
            facts = implied_events(passage, mention, "founding")
        else:
            return _birthday(passage, match, mention, between)
        if mention.candidates[0].startswith("person/"):
            return _birthday(passage, match, mention, between)
        if mention.candidates[0].startswith("state/") or not facts:
            return None
        return Subject(tuple(fact.id for fact in facts), mention.text), None, (mention.start, mention.end)
    return None


def _owner(passage: Passage, sentence: tuple[int, int], end: int) -> Mention | None:
    """Whom "her accession" means: the one person named before."""
    persons = [m for m in passage.mentions_between(sentence[0], end) if m.candidates[0].startswith("person/")]
    return persons[0] if len({m.candidates[0] for m in persons}) == 1 else None


def _begun_nearby(passage: Passage, sentence: tuple[int, int], match: re.Match[str]) -> Expression | None:
    """ "The firm was founded in 1998. This year it celebrates its 30th anniversary.": the sentence right before."""
    text = passage.text
    lead = text[sentence[0] : match.start()]
    taken_up = _TAKES_UP.match(lead)
    if sentence[0] < 3 or not _ITS_OWN.search(lead) or taken_up is None:
        return None
    before = passage.sentence_at(sentence[0] - 2)
    if taken_up["noun"] and taken_up["noun"].lower() not in text[slice(*before)].lower():
        return None
    dates = passage.dates_between(*before)
    begun = [date for date in dates if _BEGUN.search(text, before[0], date.start)]
    return begun[0] if len(dates) == 1 and len(begun) == 1 and re.search(r"\d{4}", begun[0].text) else None


# "A month shy of his 51st birthday" is told of another day.
_OFF = re.compile(r"\b(?:shy of|short of|before|ahead of|away from|until|after|since|from)\b")


def _birthday(
    passage: Passage, match: re.Match[str], mention: Mention, between: str
) -> tuple[Subject | None, Expression | None, tuple[int, int]] | None:
    """ "Shakespeare's 450th birthday", "Stan Lee celebrated his 95th birthday"."""
    if "birthday" not in match.group().lower() or not mention.candidates[0].startswith("person/"):
        return None
    owned = between in ("'s ", "’s ", "' ", "’ ")
    theirs = re.search(r"\b(?:(?:his|her)(?: own)?|the [a-z]+['’]s) $", between) and not _RELATIVE.search(between)
    facts = implied_events(passage, mention, "birth")
    if not facts or not (owned or theirs) or _OFF.search(between):
        return None
    return Subject(tuple(fact.id for fact in facts), mention.text), None, (mention.start, mention.end)


def _begun_in(passage: Passage, sentence: tuple[int, int], match: re.Match[str]) -> Expression | None:
    """The one beginning that the sentence dates, if the anniversary can be its own."""
    text, start = passage.text, match.start()
    if match["old"] and not re.search(r"\bthus |\bis |\bwas |\bnow ", text[max(0, start - 6) : start]):
        return None
    born = "birthday" in match.group().lower()
    if not (_ITS.search(text, sentence[0], start) or match["turned"] or match["old"] or match["of"]):
        return None
    dates = [
        date
        for date in passage.dates_between(*sentence)
        if (_BEGUN.search(text, sentence[0], date.start) or (born and _BORN.search(text, sentence[0], date.start)))
        and not _OF_A_PLACE.match(text, match.end(), date.start)
    ]
    return dates[0] if len(dates) == 1 else None


def _time_of(
    passage: Passage,
    sentence: tuple[int, int],
    match: re.Match[str],
    begun: Expression | None,
    skipped: tuple[int, int],
    whens: Sequence[Span | None],
) -> tuple[Span | None, tuple[int, int] | None]:
    dates = [
        date
        for date in passage.dates_between(*sentence)
        if date is not begun
        and not (skipped[0] <= date.start < skipped[1])
        and not (match.start() <= date.start < match.end())
        and not (
            re.fullmatch(r",? (?:of|in|on) (?:the )?", passage.text[skipped[1] : date.start]) and _is_near(date, whens)
        )
    ]
    dates = [date for date in dates if date.type == "DATE"]
    # Beside a date of history "today" or "on Friday" is the time of the anniversary.
    dates = [date for date in dates if not re.search(r"\d{4}", date.text)] or dates
    if len(dates) == 1:
        return dates[0].span, (dates[0].start, dates[0].end)
    return (None, None) if dates else (passage.published, None)


def _is_near(date: Expression, whens: Sequence[Span | None]) -> bool:
    """Whether a date behind the name of an event can be the event's own, not that of the anniversary."""
    first = date.span.earliest_day if date.span else None
    days = [when.earliest_day for when in whens if when is not None and when.earliest_day is not None]
    return not days or first is None or any(abs(first - day) <= _NEAR_DAYS for day in days)
