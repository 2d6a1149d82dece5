from __future__ import annotations

import pytest

from tests.syntax.trees import position, tree
from timelines.syntax.dependencies import (
    agent_of,
    clause_of,
    content_of,
    coordinated,
    governor_of,
    is_hypothetical,
    is_negated,
    is_passive,
    objects_of,
    patient_of,
    phrase,
    predicate_of,
    reported_by,
    subject_of,
)
from timelines.syntax.parse import Parse

ENTERED = tree(
    "Troops/NNS/2/nsubj entered/VBD/0/root the/DT/4/det city/NN/2/obj and/CC/6/cc burned/VBD/2/conj it/PRP/6/obj"
)
RELATIVE = tree(
    "The/DT/2/det man/NN/7/nsubj:pass who/WP/4/nsubj fled/VBD/2/acl:relcl in/IN/6/case May/NNP/4/obl "
    "arrested/VBN/0/root by/IN/9/case police/NNS/7/obl:agent yesterday/NN/7/obl:unmarked",
)
WANTS = tree("She/PRP/2/nsubj wants/VBZ/0/root to/TO/4/mark leave/VB/2/xcomp the/DT/6/det EU/NNP/4/obj")
ASKED = tree("He/PRP/2/nsubj asked/VBD/0/root them/PRP/2/obj to/TO/5/mark go/VB/2/xcomp")
REDUCED = tree(
    "The/DT/2/det bridge/NN/7/nsubj:pass destroyed/VBN/2/acl in/IN/5/case May/NNP/3/obl was/VBD/7/aux:pass "
    "rebuilt/VBN/0/root"
)
SAID = tree(
    "The/DT/2/det ministry/NN/3/nsubj said/VBD/0/root that/IN/8/mark troops/NNS/8/nsubj would/MD/8/aux not/RB/8/advmod "
    "leave/VB/3/ccomp before/IN/10/case June/NNP/8/obl"
)
ASIDE = tree(
    "Rain/NN/2/nsubj stopped/VBD/0/root play/NN/2/obj ,/,/7/punct the/DT/6/det umpire/NN/7/nsubj said/VBD/2/parataxis"
)
CONDITION = tree("If/IN/3/mark talks/NNS/3/nsubj fail/VBP/6/advcl ,/,/6/punct war/NN/6/nsubj follows/VBZ/0/root")
INVERTED = tree(
    "Had/VBD/3/aux he/PRP/3/nsubj won/VBN/7/advcl ,/,/7/punct taxes/NNS/7/nsubj have/VBP/7/aux risen/VBN/0/root"
)
NOUN = tree(
    "The/DT/3/det June/NNP/3/compound attack/NN/6/nsubj on/IN/5/case Kyiv/NNP/3/nmod killed/VBD/0/root nine/CD/6/obj"
)
NOBODY = tree("No/DT/2/det agreement/NN/4/nsubj:pass was/VBD/4/aux:pass reached/VBN/0/root")
COPULA = tree("Merkel/NNP/4/nsubj was/VBD/4/cop German/JJ/4/amod chancellor/NN/0/root until/IN/6/case 2021/CD/4/nmod")


def words(parse: Parse, *positions: int | None) -> list[str | None]:
    return [None if place is None else parse.words[place].text for place in positions]


@pytest.mark.parametrize(
    ("parse", "verb", "subject"),
    [
        (ENTERED, "entered", "Troops"),
        (ENTERED, "burned", "Troops"),
        (RELATIVE, "fled", "man"),
        (RELATIVE, "arrested", "man"),
        (WANTS, "leave", "She"),
        (ASKED, "go", "them"),
        (REDUCED, "destroyed", "bridge"),
        (SAID, "leave", "troops"),
        (COPULA, "chancellor", "Merkel"),
        (CONDITION, "fail", "talks"),
    ],
)
def test_the_subject_is_found_also_where_it_is_shared(parse: Parse, verb: str, subject: str) -> None:
    assert words(parse, subject_of(parse, position(parse, verb))) == [subject]


def test_a_verb_without_subject_has_none() -> None:
    parse = tree("Stop/VB/0/root it/PRP/1/obj")
    assert subject_of(parse, 0) is None


def test_objects_and_their_roles_in_active_and_passive() -> None:
    assert words(ENTERED, *objects_of(ENTERED, position(ENTERED, "entered"))) == ["city"]
    arrested = position(RELATIVE, "arrested")
    assert is_passive(RELATIVE, arrested)
    assert words(RELATIVE, agent_of(RELATIVE, arrested), patient_of(RELATIVE, arrested)) == ["police", "man"]
    entered = position(ENTERED, "entered")
    assert not is_passive(ENTERED, entered)
    assert words(ENTERED, agent_of(ENTERED, entered), patient_of(ENTERED, entered)) == ["Troops", "city"]
    destroyed = position(REDUCED, "destroyed")
    assert is_passive(REDUCED, destroyed)
    assert words(REDUCED, agent_of(REDUCED, destroyed), patient_of(REDUCED, destroyed)) == [None, "bridge"]


@pytest.mark.parametrize(
    ("parse", "expression", "governor"),
    [
        (RELATIVE, "May", "fled"),
        (RELATIVE, "in May", "fled"),
        (RELATIVE, "yesterday", "arrested"),
        (NOUN, "June", "attack"),
        (SAID, "before June", "leave"),
        (COPULA, "until 2021", "chancellor"),
    ],
)
def test_a_date_belongs_to_a_verb_or_a_noun(parse: Parse, expression: str, governor: str) -> None:
    text = " ".join(word.text for word in parse.words)
    start = text.index(expression)
    assert words(parse, governor_of(parse, start, start + len(expression))) == [governor]


def test_an_expression_that_is_the_sentence_has_no_governor() -> None:
    parse = tree("May/NNP/0/root 2020/CD/1/nummod")
    assert governor_of(parse, 0, 8) is None
    assert governor_of(parse, 100, 120) is None


def test_clauses_have_their_own_words() -> None:
    inner = clause_of(RELATIVE, position(RELATIVE, "May"))
    assert words(RELATIVE, *inner.words) == ["who", "fled", "in", "May"]
    assert (inner.kind, inner.opener) == ("relative", "who")
    assert inner.parent == position(RELATIVE, "arrested")
    outer = clause_of(RELATIVE, position(RELATIVE, "police"))
    assert words(RELATIVE, *outer.words) == ["The", "man", "arrested", "by", "police", "yesterday"]
    assert (outer.kind, outer.parent) == ("main", None)
    second = clause_of(ENTERED, position(ENTERED, "it"))
    assert (words(ENTERED, *second.words), second.kind) == (["and", "burned", "it"], "coordinate")


def test_the_predicate_of_a_copula_is_its_noun() -> None:
    assert predicate_of(COPULA, position(COPULA, "2021")) == position(COPULA, "chancellor")


def test_negation() -> None:
    assert is_negated(SAID, position(SAID, "leave"))
    assert not is_negated(SAID, position(SAID, "said"))
    assert is_negated(NOBODY, position(NOBODY, "reached"))
    assert is_negated(NOBODY, position(NOBODY, "agreement"))


def test_conditions_and_what_would_follow_are_hypothetical() -> None:
    assert is_hypothetical(CONDITION, position(CONDITION, "fail"))
    assert not is_hypothetical(CONDITION, position(CONDITION, "follows"))
    assert is_hypothetical(INVERTED, position(INVERTED, "won"))
    assert is_hypothetical(SAID, position(SAID, "leave"))
    assert not is_hypothetical(SAID, position(SAID, "said"))


def test_what_is_said_and_who_says_it() -> None:
    assert content_of(SAID, position(SAID, "said")) == position(SAID, "leave")
    assert reported_by(SAID, position(SAID, "June")) == position(SAID, "said")
    assert reported_by(SAID, position(SAID, "ministry")) is None
    assert content_of(ASIDE, position(ASIDE, "said")) == position(ASIDE, "stopped")
    assert reported_by(ASIDE, position(ASIDE, "play")) == position(ASIDE, "said")
    assert reported_by(ASIDE, position(ASIDE, "umpire")) is None


def test_two_statements_beside_each_other_do_not_report_each_other() -> None:
    parse = tree("The/DT/2/det mine/NN/3/nsubj closed/VBD/0/root ;/:/6/punct miners/NNS/6/nsubj left/VBD/3/parataxis")
    assert content_of(parse, position(parse, "left")) is None
    assert reported_by(parse, position(parse, "closed")) is None


def test_a_phrase_leaves_out_what_is_said_about_it() -> None:
    start, end = phrase(RELATIVE, position(RELATIVE, "man"))
    assert (start, end) == (0, len("The man"))
    start, end = phrase(NOUN, position(NOUN, "attack"))
    assert (start, end) == (0, len("The June attack on Kyiv"))


def test_coordinated_words() -> None:
    parse = tree("France/NNP/4/nsubj and/CC/3/cc Britain/NNP/1/conj signed/VBD/0/root it/PRP/4/obj")
    assert words(parse, *coordinated(parse, 0)) == ["France", "Britain"]
