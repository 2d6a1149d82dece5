"""One event in the making, and the sentence that it stands in."""

from __future__ import annotations

from dataclasses import dataclass

from timelines.chronology.span import Span
from timelines.extraction.triggers import Trigger
from timelines.model import Expression, Name
from timelines.syntax.clauses import Clause
from timelines.syntax.parse import Parse
from timelines.syntax.tokens import Tokens
from timelines.syntax.verbs import VerbGroup


@dataclass(slots=True)
class Line:
    """One sentence with what lies in it. ``headline`` lines and ``dateline`` lines stand outside the story.

    ``capitals`` are the words that the article capitalises inside a sentence. ``tree`` is None where only the coarse
    clauses are known.
    """

    index: int
    start: int
    end: int
    paragraph: int
    clauses: list[Clause]
    expressions: list[Expression]
    names: list[Name]
    capitals: frozenset[str] = frozenset()
    headline: bool = False
    dateline: bool = False
    tree: Parse | None = None

    @property
    def tokens(self) -> Tokens:
        """The words of the sentence."""
        return self.clauses[0].tokens


@dataclass(slots=True)
class Mention:
    """An event in the making. Token positions refer to its line; ``first``-``last`` is its noun phrase or verb.

    ``also`` is a relative clause that says when and where the noun before it happened.
    """

    line: int
    clause: int
    head: int
    first: int
    last: int
    trigger: Trigger
    nominal: bool
    group: VerbGroup | None
    known: bool = True
    definite: bool = False
    indefinite: bool = False
    whole_clause: bool = True
    role: str = ""
    when: Span | None = None
    anchor: str = ""
    certainty: float = 0.0
    expression: Expression | None = None
    also: int | None = None
