"""The standing that an article gives an event: asserted, reported, planned, hypothetical or denied.

After FactBank (Saurí and Pustejovsky 2009), with the cues that a clause shows: auxiliaries, negation, the verb that
governs it, conjunctions, quotation marks. The words are in ``languages/en/frames.yaml``.
"""

from __future__ import annotations

from bisect import bisect_left

from timelines.extraction.mention import Line, Mention
from timelines.extraction.triggers import lexicon
from timelines.model import Modality

_FUTURE_IN_PAST = frozenset({"would", "'d"})


def standing(mention: Mention, line: Line) -> Modality:
    """The modality of one mention in its sentence."""
    frames = lexicon().frames
    clause = line.clauses[mention.clause]
    words = clause.tokens.words
    group = mention.group
    governor = _governor(mention, line)
    if group is not None and group.negated and mention.role != "planned":
        return Modality.DENIED
    if governor in frames["denying-verbs"]:
        return Modality.DENIED
    if clause.conjunction in frames["hypothetical-words"]:
        return Modality.HYPOTHETICAL
    if mention.role == "planned":
        return Modality.PLANNED
    if mention.role == "believed":
        return Modality.REPORTED
    if clause.subject is not None and mention.whole_clause and _none_did(line, clause.subject[0]):
        return Modality.DENIED
    if group is not None and group.finite:
        if group.tense == "future":
            return Modality.PLANNED
        if group.modal in _FUTURE_IN_PAST and not group.perfect and _said(line, mention, governor):
            return Modality.PLANNED
        if group.modal in frames["hypothetical-modals"]:
            return Modality.HYPOTHETICAL
    if mention.role in ("infinitive", "gerund"):
        before = _verb_before(mention, line)
        if before in frames["not-happening-verbs"]:
            return Modality.DENIED
        if mention.role == "infinitive" and before not in frames["achieving-verbs"]:
            return Modality.PLANNED
    if mention.nominal and not mention.whole_clause and clause.verb is not None and mention.head > clause.verb.last:
        if clause.verb.tense == "future":
            return Modality.PLANNED
        if words[clause.verb.head] in frames["denying-verbs"]:
            return Modality.DENIED
        if clause.verb.modal in frames["hypothetical-modals"]:
            return Modality.HYPOTHETICAL
    if governor in frames["saying-verbs"] or clause.quoted or _hearsay(line, mention):
        return Modality.REPORTED
    return Modality.ASSERTED


def _none_did(line: Line, start: int) -> bool:
    """ "No earthquake accompanied it"."""
    tokens = line.tokens
    first = bisect_left(tokens.starts, start) % len(tokens)
    return tokens.words[first] == "no" or tokens.words[first] in ("nobody", "none", "neither")


def _governor(mention: Mention, line: Line) -> str:
    """The verb whose complement holds the mention, or an empty string."""
    clause = line.clauses[mention.clause]
    if clause.kind not in ("complement", "coordinate") or clause.parent is None:
        return ""
    parent = line.clauses[clause.parent]
    if clause.kind == "coordinate" and parent.kind == "complement" and parent.parent is not None:
        parent = line.clauses[parent.parent]
    elif clause.kind == "coordinate":
        return ""
    return parent.tokens.words[parent.verb.head] if parent.verb is not None else ""


def _said(line: Line, mention: Mention, governor: str) -> bool:
    """Whether "would" is the future of a saying in the past ("said it would build")."""
    return governor in lexicon().frames["saying-verbs"] and any(
        clause.verb is not None and clause.tense == "past" for clause in line.clauses[: mention.clause]
    )


def _verb_before(mention: Mention, line: Line) -> str:
    clause = line.clauses[mention.clause]
    verb = clause.verb
    before = [group for group in (verb, *clause.others) if group is not None and group.last < mention.first]
    return clause.tokens.words[before[-1].head] if before else ""


def _hearsay(line: Line, mention: Mention) -> bool:
    """ "reportedly", "according to", or "…, the army said" at the end of the sentence."""
    frames, words = lexicon().frames, line.tokens.words
    if "according" in words or not frames["reported-words"].isdisjoint(words):
        return True
    last = line.clauses[-1]
    return (
        mention.clause < len(line.clauses) - 1
        and last.kind == "coordinate"
        and last.verb is not None
        and words[last.verb.head] in frames["saying-verbs"]
        and line.end - last.end <= 2
        and last.end - last.start <= 60
    )
