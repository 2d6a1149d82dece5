"""Questions about a parsed sentence: who does what, which word a date belongs to, and with what standing it is said.

All functions take and give positions of words in a ``Parse``. Relations are those of Universal Dependencies 2
(universaldependencies.org/u/dep); what they leave implicit (the subject that a second verb or an infinitive shares with
the first, the noun that a relative clause is about) is filled in here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from timelines.syntax.parse import Parse
from timelines.syntax.verbs import SAYING

ClauseKind = Literal["main", "coordinate", "relative", "subordinate", "complement", "infinitive", "aside"]

_CLAUSES: dict[str, ClauseKind] = {
    "root": "main",
    "acl": "relative",
    "advcl": "subordinate",
    "ccomp": "complement",
    "csubj": "complement",
    "xcomp": "infinitive",
    "parataxis": "aside",
}
_SUBJECTS = ("nsubj", "csubj")
_RELATIVES = frozenset({"who", "which", "that", "whom"})
_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "neither", "nor", "hardly", "scarcely"})
_CONDITIONS = frozenset({"if", "unless", "whether", "lest", "provided", "assuming", "should", "had", "were"})
_IRREALIS = frozenset({"would", "could", "might", "may", "should", "'d", "’d"})


@dataclass(frozen=True, slots=True)
class DependencyClause:
    """A predicate with its own words, without those of the clauses inside it.

    ``words`` are positions in order; ``opener`` is the conjunction or relative that opens it, "" if there is none;
    ``parent`` is the predicate of the clause it depends on.
    """

    predicate: int
    kind: ClauseKind
    words: tuple[int, ...]
    opener: str = ""
    parent: int | None = None


def subject_of(parse: Parse, verb: int) -> int | None:
    """The head of the grammatical subject, of the passive one too; that of another verb if they share it.

    "Troops entered the city and *burned* it" gives "Troops", "the man who *fled*" gives "man", "she wants to *leave*"
    gives "she", "the bridge *destroyed* in May" gives "bridge".
    """
    seen: set[int] = set()
    while verb not in seen:
        seen.add(verb)
        own = parse.children(verb, *_SUBJECTS)
        if own:
            return _antecedent(parse, verb, own[-1])
        word = parse.words[verb]
        if word.relation.startswith("acl"):
            return word.head
        if word.relation == "xcomp":
            objects = parse.children(word.head, "obj", "iobj")
            if objects:
                return objects[0]
        elif word.relation == "advcl":
            if parse.children(verb, "mark") and word.tag not in ("VBG", "VBN", "VB"):
                return None
        elif word.relation != "conj":
            return None
        verb = word.head
    return None


def objects_of(parse: Parse, verb: int) -> tuple[int, ...]:
    """The heads of the direct and indirect objects, in the order of the text."""
    found = parse.children(verb, "obj", "iobj")
    return tuple(_antecedent(parse, verb, position) for position in found)


def agent_of(parse: Parse, verb: int) -> int | None:
    """Who does it: the subject of an active verb, the noun after "by" of a passive one."""
    if not is_passive(parse, verb):
        return subject_of(parse, verb)
    agents = parse.children(verb, "obl:agent")
    return agents[0] if agents else None


def patient_of(parse: Parse, verb: int) -> int | None:
    """To whom it is done: the first object of an active verb, the subject of a passive one."""
    if is_passive(parse, verb):
        return subject_of(parse, verb)
    objects = parse.children(verb, "obj")
    return _antecedent(parse, verb, objects[0]) if objects else None


def coordinated(parse: Parse, position: int) -> tuple[int, ...]:
    """The word and those joined to it: "France" gives "France", "Britain" in "France and Britain"."""
    return (position, *parse.children(position, "conj"))


def phrase(parse: Parse, position: int) -> tuple[int, int]:
    """Offsets of the noun phrase around its head: without relative clauses, asides and further coordinated phrases."""
    left_out = parse.children(position, "acl", "conj", "cc", "appos", "parataxis", "punct", "case", "cop", "mark")
    if _is_predicate(parse, position):
        left_out += parse.children(position, "nsubj", "csubj", "aux", "advcl", "advmod")
    outside = {below for child in left_out for below in parse.subtree(child)}
    kept = tuple(below for below in parse.subtree(position) if below not in outside)
    return parse.span(parse.stretch(position, kept))


def governor_of(parse: Parse, start: int, end: int) -> int | None:
    """The word that the expression at these offsets of the article belongs to: a verb, or the noun it dates.

    "On Friday rebels *attacked*" and "the *attack* on Friday"; None if the expression is all of the sentence.
    """
    inside = parse.at(start, end)
    top = parse.top(inside)
    if top is None:
        return None
    for above in parse.ancestors(top):
        if above not in inside:
            return above
    return None


def predicate_of(parse: Parse, position: int) -> int:
    """The verb, or the noun or adjective with its copula, of the clause in which the word stands."""
    if _opens_clause(parse, position):
        return position
    for above in parse.ancestors(position):
        position = above
        if _opens_clause(parse, position):
            break
    return position


def clause_of(parse: Parse, position: int) -> DependencyClause:
    """The clause in which the word stands."""
    predicate = predicate_of(parse, position)
    word = parse.words[predicate]
    embedded = [below for below in parse.subtree(predicate) if below != predicate and _opens_clause(parse, below)]
    outside = {inner for below in embedded for inner in parse.subtree(below)}
    words = tuple(below for below in parse.subtree(predicate) if below not in outside)
    kind = "coordinate" if word.relation == "conj" else _CLAUSES.get(word.relation.partition(":")[0], "main")
    parent = None if word.head == predicate else predicate_of(parse, word.head)
    return DependencyClause(predicate, kind, words, _opener(parse, predicate), parent)


def is_passive(parse: Parse, verb: int) -> bool:
    """Whether something is done to the subject; also in "the bridge destroyed in May"."""
    if parse.children(verb, "aux:pass", "nsubj:pass", "csubj:pass", "obl:agent"):
        return True
    word = parse.words[verb]
    if word.relation == "conj" and word.tag == "VBN" and not parse.children(verb, "aux", "nsubj"):
        return is_passive(parse, word.head)
    return word.tag == "VBN" and word.relation in ("acl", "advcl") and not parse.children(verb, "aux", "obj")


def is_negated(parse: Parse, verb: int) -> bool:
    """Whether the word is denied: "did not *attack*", "never *met*", "no *agreement* was *reached*"."""
    for child in parse.children(verb, "advmod", "det", "cc", "aux"):
        word = parse.words[child].text.lower()
        if word in _NEGATIONS or (word == "no" and parse.words[child].relation == "det"):
            return True
    subject = parse.children(verb, "nsubj")
    return any(_nobody(parse, position) for position in subject)


def is_hypothetical(parse: Parse, verb: int) -> bool:
    """Whether the clause, or one that it depends on, is a condition or what would follow from one."""
    predicate: int | None = predicate_of(parse, verb)
    seen: set[int] = set()
    while predicate is not None and predicate not in seen:
        seen.add(predicate)
        modals = {parse.words[child].text.lower() for child in parse.children(predicate, "aux")}
        if modals & _IRREALIS or _opener(parse, predicate) in _CONDITIONS:
            return True
        word = parse.words[predicate]
        above_shares = word.relation == "conj" or word.relation.startswith(("ccomp", "xcomp"))
        predicate = predicate_of(parse, word.head) if above_shares and word.head != predicate else None
    return False


def content_of(parse: Parse, verb: int) -> int | None:
    """The predicate of what is said, thought or seen: "The ministry *said* that the troops would leave" gives "leave".

    Also where the quotation comes first and the verb of saying is an aside to it.
    """
    contents = parse.children(verb, "ccomp")
    if contents:
        return contents[0]
    word = parse.words[verb]
    if not SAYING.match(word.text.lower()):
        return None
    if word.relation == "parataxis" and not parse.children(verb, "obj"):
        return word.head
    asides = [child for child in parse.children(verb, "parataxis") if child > verb]
    return asides[0] if asides else None


def reported_by(parse: Parse, position: int) -> int | None:
    """The verb whose content the word stands in, the nearest first; None if the sentence says it itself."""
    predicate = predicate_of(parse, position)
    below: int | None = None
    while True:
        word = parse.words[predicate]
        if word.relation == "ccomp":
            return word.head
        for child in parse.children(predicate, "parataxis"):
            if child != below and content_of(parse, child) == predicate:
                return child
        if word.head == predicate:
            return None
        predicate, below = predicate_of(parse, word.head), predicate


def _antecedent(parse: Parse, verb: int, position: int) -> int:
    """The noun that a relative pronoun stands for."""
    word = parse.words[verb]
    if parse.words[position].text.lower() in _RELATIVES and word.relation == "acl:relcl":
        return word.head
    return position


def _is_predicate(parse: Parse, position: int) -> bool:
    return bool(parse.children(position, "cop", "nsubj", "csubj"))


def _opens_clause(parse: Parse, position: int) -> bool:
    word = parse.words[position]
    base = word.relation.partition(":")[0]
    if base in _CLAUSES:
        return True
    return base == "conj" and (word.part in ("VERB", "AUX") or _is_predicate(parse, position))


def _opener(parse: Parse, predicate: int) -> str:
    """The conjunction or relative in front of the predicate, in small letters."""
    markers = parse.children(predicate, "mark")
    if markers:
        return parse.words[markers[0]].text.lower()
    for child in parse.children(predicate):
        word = parse.words[child]
        if child < predicate and (word.tag in ("WDT", "WP", "WRB", "WP$") or word.relation == "cc"):
            return word.text.lower()
    inverted = parse.children(predicate, "aux", "cop")
    subject = parse.children(predicate, "nsubj")
    if parse.words[predicate].relation == "advcl" and inverted and subject and inverted[0] < subject[0]:
        return parse.words[inverted[0]].text.lower()
    return ""


def _nobody(parse: Parse, position: int) -> bool:
    word = parse.words[position].text.lower()
    return word in ("nobody", "none", "nothing", "no-one") or any(
        parse.words[child].text.lower() in ("no", "neither") for child in parse.children(position, "det")
    )
