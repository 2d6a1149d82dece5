"""Dates that an event takes over from its surroundings.

In order of trust: from the clause it is joined to, from another mention of the same event ("the ban"), from a stated
distance ("three months after the fight"), from the day the story is at, and last from bounds: not before the day the
story tells of and not after the publication. Narrative order follows Reichenbach (1947) and Dowty (1986) in a coarse
way: a simple past goes on where the story is, a past perfect and a present do not.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Sequence

from timelines.chronology.arithmetic import Duration, shift
from timelines.chronology.span import Span
from timelines.extraction.direct_dates import is_day
from timelines.extraction.mention import Line, Mention
from timelines.extraction.triggers import lexicon

# How sure a taken-over date is. Tuned on six of the nine Wikinews articles of the development data.
_JOINED, _SAME_EVENT, _DISTANCE, _STORY, _BOUNDED = 0.7, 0.7, 0.65, 0.55, 0.35
# Sentences that a story stays at its day without naming it again; measured on the same articles.
_REACH = 3
_LOOK_AHEAD = 6
# A story of the day tells of the last week; wider bounds say nothing.
_NEWS_DAYS = 7
_OLDEST_STORY = 28 * 86_400
_WIDEST_PUBLICATION_DAYS = 31
_DAY = 86_400

# Told as background far more often than as news.
_BIOGRAPHY = frozenset({"birth", "founding"})
_SPEECH = frozenset({"statement", "decision"})
_CAUSES = frozenset({"attack", "disaster", "war", "epidemic", "invasion", "protest"})
_EFFECTS = _CAUSES | {"death", "injury", "damage", "movement", "change", "economy", "closing"}
_TELLING_CONJUNCTIONS = frozenset(
    {"while", "as", "when", "after", "before", "until", "where", "because", "once", "since"}
)


class Discourse:
    """One pass over the mentions of an article, line by line, after dates that stand with their event are set."""

    def __init__(self, lines: Sequence[Line], mentions: Sequence[Sequence[Mention]], published: Span | None) -> None:
        self._lines = lines
        self._mentions = mentions
        self._published = published if _is_narrow(published) else None
        self._known: dict[tuple[str, str], tuple[int, Span]] = {}
        self._story = self._story_day()
        if self._story is None and self._looks_back():
            self._published = None

    def spread(self) -> None:
        """Fill in what can be taken over."""
        for line, mentions in zip(self._lines, self._mentions, strict=True):
            _join_neighbours(mentions, line)
            self._join(line, [mention for mention in mentions if not mention.definite])
            self._remember(line, mentions)
        for line, mentions in zip(self._lines, self._mentions, strict=True):
            self._recall(line, mentions)
            self._measure(line, mentions)
            self._join(line, mentions)
        self._tell()
        for line, mentions in zip(self._lines, self._mentions, strict=True):
            self._join(line, mentions)

    def _story_day(self) -> Span | None:
        """The first day that a clause of the story is dated with; of a statement only if there is no other."""
        spoken: Span | None = None
        for line, mentions in zip(self._lines, self._mentions, strict=True):
            if line.headline or line.dateline:
                continue
            for mention in mentions:
                if not is_day(mention.when) or mention.role == "planned" or _future(mention):
                    continue
                if mention.trigger.kind not in _SPEECH:
                    return mention.when
                spoken = spoken or mention.when
        return spoken

    def _looks_back(self) -> bool:
        """A feature about times gone by: its first date lies well before the publication."""
        published = self._published
        if published is None or published.earliest is None:
            return False
        for mentions in self._mentions:
            for mention in mentions:
                if mention.when is not None and mention.when.latest is not None and _tense(mention) != "future":
                    return mention.when.latest < published.earliest - _OLDEST_STORY
        return False

    def _join(self, line: Line, mentions: Sequence[Mention]) -> None:
        """Coordinated, subordinate and embedded mentions take the date of the clause that they are joined to."""
        mains = {mention.clause: mention for mention in mentions if mention.whole_clause}
        _join_neighbours(mentions, line)
        for mention in mentions:
            if mention.when is not None or mention.role in ("planned", "apart", "named") or _future(mention):
                continue
            clause = line.clauses[mention.clause]
            source: Mention | None = None
            if not mention.whole_clause:
                source = mains.get(mention.clause)
                if source is not None and (
                    source.trigger.kind in _SPEECH or mention.role == "infinitive" or _future(source)
                ):
                    source = None
            elif mention.group is not None and not mention.group.perfect:
                if clause.kind == "coordinate":
                    source = mains.get(mention.clause - 1)
                elif clause.kind == "subordinate" and clause.conjunction in _TELLING_CONJUNCTIONS:
                    source = mains.get(clause.parent if clause.parent is not None else mention.clause + 1)
                elif (clause.kind == "complement" and clause.parent is not None and clause.tense == "present") or (
                    clause.kind == "complement" and mention.group.progressive and clause.parent is not None
                ):
                    source = mains.get(clause.parent)
                elif clause.kind == "relative":
                    source = _antecedent(mentions, mention, line)
                elif clause.kind == "main" and mention.clause > 0 and line.clauses[0].kind == "subordinate":
                    source = mains.get(0)
                if source is not None and source.group is not None and _tense(source) != _tense(mention):
                    source = None
            if source is None or source.when is None or not _transferable(source):
                source = None
            if source is not None and source.when is not None:
                _take(mention, source.when, "the same time as its clause", min(_JOINED, source.certainty))

    def _remember(self, line: Line, mentions: Sequence[Mention]) -> None:
        for mention in mentions:
            if mention.when is not None and mention.certainty >= 0.6 and mention.role != "planned":
                self._known.setdefault(_key(mention), (line.index, mention.when))

    def _recall(self, line: Line, mentions: Sequence[Mention]) -> None:
        """Another mention of the same event: the first dated one, also where it comes some sentences later."""
        for mention in mentions:
            if mention.when is not None or mention.role == "named" or (mention.indefinite and line.index > 2):
                continue
            if not (mention.nominal or (mention.role == "gerund" and mention.trigger.strong)):
                continue
            told = self._known.get(_key(mention))
            if not told or not (mention.trigger.strong or mention.definite):
                continue
            index, when = told
            if index <= line.index and not mention.indefinite:
                _take(mention, when, "another mention of it", _SAME_EVENT)
            elif line.index < index <= line.index + _LOOK_AHEAD:
                _take(mention, when, "another mention of it", _SAME_EVENT - 0.1)

    def _measure(self, line: Line, mentions: Sequence[Mention]) -> None:
        """ "three months after the fight", "10 minutes before it left"."""
        for expression in line.expressions:
            if expression.type != "DURATION":
                continue
            tokens = line.tokens
            after = next((i for i in range(len(tokens)) if tokens.starts[i] >= expression.end), len(tokens))
            word = tokens.words[after] if after < len(tokens) else ""
            if word not in ("after", "before", "following"):
                continue
            length = _duration(expression.value)
            anchor = next((m for m in mentions if after < m.head <= after + 8), None)
            owner = [
                m
                for m in mentions
                if m.whole_clause and m is not anchor and line.clauses[m.clause].owns(expression.start, expression.end)
            ]
            if length is None or anchor is None or not owner or owner[-1].when is not None:
                continue
            sign = -1 if word == "before" else 1
            if anchor.when is not None and anchor.when.is_instant:
                moved = shift(anchor.when, length, sign)
                _take(owner[-1], moved, f"{expression.text} {word} another event", _DISTANCE)

    def _tell(self) -> None:
        """The simple past goes on at the day where the story is."""
        focus, focus_line, focus_paragraph = self._story, -1, -1
        reached = False
        for line, mentions in zip(self._lines, self._mentions, strict=True):
            if line.dateline:
                continue
            if focus_paragraph not in (-1, line.paragraph) and self._is_aside(focus):
                focus, focus_line, focus_paragraph = self._story, line.index, -1
            dated = [m for m in mentions if m.when is not None and m.whole_clause and m.certainty >= 0.6]
            telling = [m for m in dated if _tells(m, line)]
            for mention in mentions:
                if mention.when is None and _counted(mention) and focus is not None and not line.dateline:
                    _take(mention, focus, "the day the story is at", _STORY)
                if mention.when is None and self._may_take(mention, line):
                    self._take_from_story(mention, line, focus, focus_line, telling, reached)
            told = telling[-1].when if telling else None
            if told is not None and told.is_instant and told.earliest is not None:
                focus, focus_line, focus_paragraph = told, line.index, line.paragraph
                reached = True

    def _is_aside(self, focus: Span | None) -> bool:
        """A look back: coarser than a day, or well before the day of the story. It ends with its paragraph."""
        if focus is None or not is_day(focus):
            return True
        story = self._story
        if story is None or story.earliest is None or focus.earliest is None:
            return False
        return focus.earliest < story.earliest - _NEWS_DAYS * _DAY

    def _may_take(self, mention: Mention, line: Line) -> bool:
        if not mention.whole_clause or mention.role == "planned" or mention.group is None:
            return False
        if mention.trigger.kind in _BIOGRAPHY:
            return False
        if line.headline:
            return True
        clause = line.clauses[mention.clause]
        group = mention.group
        simple = group.tense == "past" and not group.perfect and not group.modal
        told = simple or _is_news(mention)
        return told and not (clause.kind == "relative" and not mention.known) and not clause.quoted

    def _take_from_story(
        self,
        mention: Mention,
        line: Line,
        focus: Span | None,
        focus_line: int,
        telling: Sequence[Mention],
        reached: bool,
    ) -> None:
        here = telling[0].when if telling else self._told_here(mention, line)
        near = line.index - focus_line <= _REACH or not reached
        speech = mention.trigger.kind in _SPEECH
        if _is_news(mention):
            if self._published is not None:
                _take(mention, self._bounds(focus), "between what was told before and the publication", _BOUNDED)
            return
        if here is not None and not speech and is_day(here):
            _take(mention, here, "the day of its sentence", _STORY)
        elif focus is not None and near and not speech:
            _take(mention, focus, "the day the story is at", _STORY)
        elif self._published is not None:
            _take(mention, self._bounds(focus), "between what was told before and the publication", _BOUNDED)

    def _told_here(self, mention: Mention, line: Line) -> Span | None:
        """What is said of an event that the sentence has named: "who admitted to the shooting said he aimed"."""
        if line.clauses[mention.clause].kind not in ("complement", "coordinate"):
            return None
        named = [
            m
            for m in self._mentions[line.index]
            if m.when is not None and m.head < mention.head and m.trigger.kind in _CAUSES
        ]
        return named[-1].when if named else None

    def _bounds(self, focus: Span | None) -> Span:
        published = self._published
        assert published is not None
        assert published.earliest is not None
        low = published.earliest - _NEWS_DAYS * _DAY
        told = focus.earliest if focus is not None else None
        if told is not None and published.latest is not None and low - _OLDEST_STORY <= told <= published.latest:
            low = told
        return Span.between(low, published.latest)


def _is_news(mention: Mention) -> bool:
    """ "Another victim has been hospitalized": the present perfect of something that happens at a point in time."""
    group = mention.group
    return (
        group is not None
        and group.perfect
        and group.tense == "present"
        and not group.progressive
        and not group.modal
        and mention.known
    )


def _counted(mention: Mention) -> bool:
    """ "222 dead", "843 injured": the toll of what the story tells of."""
    return (
        mention.nominal
        and not mention.whole_clause
        and mention.last - mention.first == 1
        and mention.trigger.base in (lexicon().states)
    )


def _join_neighbours(mentions: Sequence[Mention], line: Line) -> None:
    """Mentions of one noun phrase, and a cause with its effect, have one date."""
    dated: dict[int, list[Mention]] = {}
    for mention in mentions:
        if mention.when is not None:
            dated.setdefault(mention.clause, []).append(mention)
    for mention in mentions:
        if mention.when is not None or mention.role in ("planned", "named"):
            continue
        for other in dated.get(mention.clause, ()):
            if other.when is None:
                continue
            if (
                other.role == "participle"
                and mention.nominal
                and mention.last + 1 == other.first
                and mention.role != "apart"
            ):
                _take(mention, other.when, other.anchor, other.certainty - 0.05)
            elif other.nominal and mention.nominal and mention.head < other.head:
                between = line.tokens.words[mention.head + 1 : other.head]
                if "during" in between and not any(
                    code in ";:" for code in line.tokens.codes[mention.head : other.head]
                ):
                    _take(mention, other.when, "during what it stands with", other.certainty - 0.1)
            elif (
                mention.whole_clause
                and not mention.nominal
                and other.nominal
                and other.role != "apart"
                and other.head < mention.head
                and other.trigger.kind in _CAUSES
                and mention.trigger.kind in _EFFECTS
            ):
                _take(mention, other.when, "its cause", other.certainty - 0.1)
        if mention.when is not None:
            insort(dated[mention.clause], mention, key=lambda one: one.head)


def _tells(mention: Mention, line: Line) -> bool:
    """Whether a dated mention moves the story: it happened, and a main clause tells it."""
    if mention.trigger.kind in _SPEECH or _future(mention) or mention.role == "planned":
        return False
    return line.clauses[mention.clause].kind in ("main", "coordinate")


def _is_narrow(span: Span | None) -> bool:
    if span is None or span.earliest_day is None or span.latest_day is None:
        return False
    return span.latest_day - span.earliest_day <= _WIDEST_PUBLICATION_DAYS


def _future(mention: Mention) -> bool:
    return mention.group is not None and (mention.group.tense == "future" or mention.group.modal != "")


def _tense(mention: Mention) -> str:
    group = mention.group
    if group is None or not group.finite:
        return "past"
    return "perfect" if group.perfect else group.tense


def _transferable(mention: Mention) -> bool:
    return mention.when is not None and mention.when.is_instant and mention.role != "planned"


def _antecedent(mentions: Sequence[Mention], mention: Mention, line: Line) -> Mention | None:
    """The event noun right before a relative clause."""
    start = line.clauses[mention.clause].start
    ends = line.tokens.ends
    before = next(
        (m for m in reversed(mentions) if m.nominal and ends[m.last] <= start and m.clause != mention.clause), None
    )
    return before if before is not None and start - ends[before.last] <= 3 else None


def _key(mention: Mention) -> tuple[str, str]:
    return mention.trigger.kind, mention.trigger.base[:4]


def _take(mention: Mention, when: Span, anchor: str, sure: float) -> None:
    mention.when, mention.anchor, mention.certainty = when, anchor, sure


def _duration(value: str) -> Duration | None:
    try:
        return Duration.from_iso(value)
    except ValueError:
        return None
