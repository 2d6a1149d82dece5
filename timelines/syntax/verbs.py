"""Verb groups of a sentence: the verb with its auxiliaries, with tense, aspect, voice, negation and modal.

Patterns run over the class string of ``tokens``. Forms that may be past tense or participle ("killed") and forms that
may be nouns ("strikes") are decided by their neighbours and by whether their stretch of the sentence already has a
finite verb. A dependency parser can replace this module; ``VerbGroup`` is all that others use.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from timelines.syntax.tokens import ANY_FORM, BARE, PAST, PAST_OR_PARTICIPLE, THIRD_PERSON, Tokens, word_lists

Tense = Literal["past", "present", "future", "none"]

# m modal, h/H have, b/B be, e been, g being, d/D do, t to, r adverb, k p q f v z i verb forms, n any word.
_GROUP = re.compile(
    r"(?P<modal>mr*(?:hr*(?:er*(?:gr*)?[kqif]?|[kqf])?|er*[kqif]?|[vfnhd](?![nu]?[kp])|))"
    r"|(?P<perfect>[hH]r*(?:er*(?:gr*)?[kqif]?|[kqfH]))"
    r"|(?P<be>[bB]r*(?:gr*)?[kqif]?)"
    r"|(?P<do>[dD]r*(?:[vfh]|n(?=[wujTton0r]))?)"
    r"|(?P<have>[hH])"
    r"|(?P<infinitive>tr*(?:hr*e?r*[kqf]|er*[kqif]?|[vfnhdz]))"
    r"|(?P<gerund>(?:gr*[kqf]|i))"
    r"|(?P<simple>[pkfvzq])"
)
_MODAL_FUTURE = frozenset({"will", "wo", "shall", "'ll"})
_NEGATIONS = frozenset({"not", "n't", "never", "cannot", "nor"})
# Verbs whose clause may follow without a conjunction ("said the man died").
SAYING = re.compile(
    r"(?:say|said|says|saying|told|tells?|report(?:s|ed)?|claim(?:s|ed)?|believed?|thinks?|thought|knows?|knew|added|adds|"
    r"announced|confirmed|alleged?s?|warned|stated|insisted|admitted|noted|explained|suggest(?:s|ed)?|showed|shows|"
    r"hopes?|hoped|means?|feared|understood|argued?|acknowledged|revealed|denied|denies)$"
)
BOUNDARY = frozenset(',;:-()"sxT')
_BOUNDARY_OR_COORDINATOR = BOUNDARY | {"c"}


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """``first``-``last`` are token positions (inclusive), ``head`` that of the verb that carries the meaning."""

    first: int
    last: int
    head: int
    finite: bool
    tense: Tense
    form: Literal["finite", "infinitive", "gerund", "participle"]
    modal: str = ""
    perfect: bool = False
    progressive: bool = False
    passive: bool = False
    negated: bool = False
    auxiliary: bool = False


def verb_groups(tokens: Tokens) -> list[VerbGroup]:
    """All verb groups of a sentence, in order."""
    groups: list[VerbGroup] = []
    codes = tokens.codes
    certain = _certain_positions(codes)
    for match in _GROUP.finditer(codes):
        kind = match.lastgroup
        first, last = match.start(), match.end() - 1
        if kind == "simple":
            form = _simple_form(tokens, first, groups, certain)
            if form is not None:
                groups.append(form)
            continue
        while codes[last] == "r" and last > first:
            last -= 1
        group = _compound(tokens, str(kind), first, last)
        if group is not None:
            groups.append(group)
    if not any(group.finite for group in groups):
        _promote(groups, codes)
    return groups


def _promote(groups: list[VerbGroup], codes: str) -> None:
    """Without any finite verb, the participle after a comma or else the last one is the past tense."""
    candidates = [
        position
        for position, group in enumerate(groups)
        if group.form == "participle" and codes[group.head] == PAST_OR_PARTICIPLE and group.head > 0
    ]
    if candidates:
        after_comma = [position for position in candidates if codes[groups[position].head - 1] == ","]
        chosen = (after_comma or candidates)[-1]
        groups[chosen] = _finite(groups[chosen].head, "past")


def _certain_positions(codes: str) -> list[int]:
    """For every token the position of the next word that can only be a finite verb, or the length."""
    following = [len(codes)] * (len(codes) + 1)
    for position in range(len(codes) - 1, -1, -1):
        following[position] = position if codes[position] in "mbBhHdDp" else following[position + 1]
    return following


def _compound(tokens: Tokens, kind: str, first: int, last: int) -> VerbGroup | None:
    codes, words = tokens.codes, tokens.words
    inside = codes[first : last + 1]
    head_code = codes[last]
    negated = any(word in _NEGATIONS for word in words[first : last + 1]) or (first > 0 and words[first - 1] == "never")
    has_be = any(code in "bBeg" for code in inside[:-1])
    passive = has_be and head_code in "kqf"
    progressive = has_be and head_code == "i"
    if kind == "gerund":
        if first > 0 and codes[first - 1] in "wa" and codes[last + 1 : last + 2] in "nuo,":
            return None
        return VerbGroup(first, last, last, False, "none", "gerund", passive="g" in inside)
    if kind == "infinitive":
        if codes[last] in "nz" and not _infinitive_word(tokens, last):
            return None
        return VerbGroup(
            first, last, last, False, "none", "infinitive", passive=has_be and head_code in "kq", negated=negated
        )
    tense: Tense
    modal = ""
    if kind == "modal":
        modal = words[first]
        tense = "future" if modal in _MODAL_FUTURE else "none"
    elif kind in ("perfect", "have"):
        tense = "past" if inside[0] == "H" else "present"
    elif kind == "be":
        tense = "past" if inside[0] == "B" else "present"
    else:
        tense = "past" if inside[0] == "D" else "present"
    return VerbGroup(
        first,
        last,
        last,
        True,
        tense,
        "finite",
        modal,
        perfect=kind == "perfect" or (kind == "modal" and "h" in inside[1:] and head_code != "h"),
        progressive=progressive,
        passive=passive,
        negated=negated,
        auxiliary=head_code in "bBehHdDgm",
    )


def _infinitive_word(tokens: Tokens, position: int) -> bool:
    """ "to liaise with" but not "to schools and"."""
    word = tokens.words[position]
    following = tokens.codes[position + 1 : position + 2]
    return not word.endswith(("s", "tion", "ment", "ity", "ness", "er")) and (
        not following or following in "wujTton0ra,.c"
    )


def _simple_form(tokens: Tokens, position: int, groups: list[VerbGroup], certain: list[int]) -> VerbGroup | None:
    codes = tokens.codes
    code = codes[position]
    before = position - 1
    while before >= 0 and codes[before] == "r":
        before -= 1
    previous = codes[before] if before >= 0 else "."
    after = position + 1
    while after < len(codes) and codes[after] == "r":
        after += 1
    following = codes[after : after + 1] or "."
    finite_before = _finite_in_stretch(tokens, groups, before)
    if code == "q":
        return _participle(position) if previous in "nu0,c" else None
    if previous in "wao" or (previous == "0" and code in "vz"):
        if code == PAST and previous == "o":
            return _finite(position, "past")
        return None
    if code == PAST:
        return _finite(position, "past")
    if code == PAST_OR_PARTICIPLE:
        return _past_or_participle(tokens, position, previous, following, finite_before, certain)
    if code == ANY_FORM:
        if finite_before or previous not in 'nuyxTj,)"cs' or _certain_here(codes, certain, position + 1):
            return _participle(position) if previous in "nu" and following == "o" else None
        return _finite(position, "past")
    headline = certain[0] == len(codes) and not groups and code == THIRD_PERSON
    doubtful = finite_before or previous not in 'nuyxTj,)"c0v' or (following in "obBhHm" and not headline)
    if doubtful and previous not in "yx":
        return None
    if following not in "wujTton0ra.,ic\"'ysv":
        return None
    if previous in "nv" and codes[before - 1 : before] == "o" and code == THIRD_PERSON:
        return None
    if code == BARE:
        plural = previous in "yx" or (previous in "nu" and _plural(tokens.words[before]))
        if not plural and not (previous == "c" and groups and groups[-1].tense == "present"):
            return None
    saying = SAYING.match(tokens.words[position])
    if not saying and following not in "wyTj" and previous not in "yx" and _certain_here(codes, certain, position + 1):
        return None
    return _finite(position, "present")


def _past_or_participle(
    tokens: Tokens, position: int, previous: str, following: str, finite_before: bool, certain: list[int]
) -> VerbGroup | None:
    codes = tokens.codes
    word = tokens.words[position]
    if previous in "yx" or (previous == "," and SAYING.match(word)):
        return _finite(position, "past")
    if word in _participles_only() or tokens.words[position + 1 : position + 2] == ["by"]:
        return _participle(position)
    if following in "nu" and previous in "n.,c" and _certain_here(codes, certain, position + 1) and previous != "n":
        return None
    if previous in "0":
        if following in "o.,c" or position + 1 == len(codes):
            return _participle(position)
        return _finite(position, "past")
    if previous == ",":
        return _participle(position) if following in "or" else _finite(position, "past")
    if previous in 's."(' and following in "ort":
        return _participle(position)
    if previous == "c" or (codes[position - 1] == "r" and following not in ".,"):
        return _finite(position, "past")
    if finite_before and not (_after_coordinator(codes, position) and following not in "o.,"):
        return _participle(position)
    if following in "ort,.bBhHm" and not SAYING.match(word) and _certain_here(codes, certain, position + 1):
        return _participle(position)
    return _finite(position, "past")


def _finite_in_stretch(tokens: Tokens, groups: list[VerbGroup], before: int) -> bool:
    """Whether the stretch up to ``before`` (back to a comma, conjunction or relative) already has a finite verb."""
    last = next((group for group in reversed(groups) if group.finite), None)
    if last is None:
        return False
    between = tokens.codes[last.last + 1 : before + 1]
    if not BOUNDARY.isdisjoint(between):
        return False
    return not (between and SAYING.match(tokens.words[last.head]))


@cache
def _participles_only() -> frozenset[str]:
    return frozenset(word_lists()["participle-only"].split())


def _after_coordinator(codes: str, position: int) -> bool:
    """Whether only a short noun phrase stands between a conjunction and the verb ("and her hashtag created")."""
    return re.search(r"c[wa0nu]{1,5}$", codes[max(0, position - 6) : position]) is not None


def _certain_here(codes: str, certain: list[int], position: int) -> bool:
    """Whether a certain finite verb follows before the stretch ends."""
    found = certain[min(position, len(codes))]
    return found < len(codes) and _BOUNDARY_OR_COORDINATOR.isdisjoint(codes[position:found])


def _plural(word: str) -> bool:
    return word in {"people", "police", "men", "women", "children", "media"} or (
        word.endswith("s") and not word.endswith(("ss", "us", "is"))
    )


def _finite(position: int, tense: Tense) -> VerbGroup:
    return VerbGroup(position, position, position, True, tense, "finite")


def _participle(position: int) -> VerbGroup:
    return VerbGroup(position, position, position, False, "none", "participle", passive=True)
