"""Rules in a readable form, compiled to regular expressions over token symbols.

A rule file holds macros (``$name = pattern``) and rules::

    [month-day-year]
    build: calendar_date
    match: {month} .? {day:day} ,? {year}
    yes: It began on [June 22, 1941].
    no: Part 22, 1941

In a pattern ``{class}`` is a token of that class, ``{name:class}`` the same kept under a name, a bare word or a
punctuation mark is itself, ``(name: ...)`` keeps a group, ``(?! )``, ``(?<! )``, ``(?= )``, ``(?<= )``, ``|``, ``?``,
``*``, ``+`` mean what they mean in regular expressions. When a group is called ``x`` the expression is that group only.
In ``yes`` the expected expressions are in brackets; ``no`` must give no expression by this rule.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from timelines.tagging.lexicon import literal_class

_PIECE = re.compile(
    r"""\s*(?:
      (?P<macro>\$[a-z0-9-]+)
    | \{(?:(?P<name>[a-z_0-9]+):)?(?P<cls>[a-z0-9|-]+)\}
    | (?P<named>\((?P<group>[a-z_0-9]+):)
    | (?P<look>\(\?(?:<?[!=]))
    | (?P<open>\()
    | (?P<quant>[?*+]|\{[0-9],[0-9]\})
    | (?P<ctrl>[)|])
    | (?P<literal>[a-z]+(?:'[a-rt-z]+)?|'s|[-,./':;&#%$"!]|\\.)
    )""",
    re.VERBOSE,
)


class GrammarError(ValueError):
    """A rule file that cannot be read: says which rule and what is wrong."""


@dataclass(frozen=True, slots=True)
class RuleText:
    """A rule as written."""

    name: str
    build: str
    pattern: str
    yes: tuple[str, ...]
    no: tuple[str, ...]
    value: str = ""


@dataclass(frozen=True)
class Rule:
    """A rule over symbols: ``needs`` are sets of symbols, one of each of which must be there for it to match."""

    name: str
    build: str
    source: str
    needs: tuple[frozenset[str], ...]
    order: int
    value: str = ""

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The regular expression, compiled when it is first needed: most texts need few. May raise GrammarError."""
        try:
            return re.compile(self.source)
        except re.error as error:
            raise GrammarError(f"rule {self.name}: {error}") from error


@dataclass(slots=True)
class _Draft:
    name: str
    fields: dict[str, list[str]] = field(default_factory=dict)


def parse_rules(text: str) -> list[RuleText]:
    """All rules of a rule file, macros expanded."""
    macros: dict[str, str] = {}
    drafts: list[_Draft] = []
    last: list[str] | None = None
    for line in text.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        if line[0].isspace() and last is not None:
            last[-1] += " " + line.strip()
        elif line.startswith("$"):
            name, _, pattern = line.partition(" = ")
            macros[name.strip()] = pattern.strip()
        elif line.startswith("["):
            drafts.append(_Draft(line.strip()[1:-1]))
        else:
            key, _, value = line.partition(":")
            last = drafts[-1].fields.setdefault(key.strip(), [])
            last.append(value.strip())
    return [
        RuleText(
            draft.name,
            draft.fields["build"][0],
            expand(draft.fields["match"][0], macros, draft.name),
            tuple(draft.fields.get("yes", ())),
            tuple(draft.fields.get("no", ())),
            draft.fields.get("value", [""])[0],
        )
        for draft in drafts
    ]


def expand(pattern: str, macros: dict[str, str], rule: str) -> str:
    """Replace ``$name`` by its pattern, also inside macros."""
    for _ in range(10):
        if not re.search(r"\$[a-z]", pattern):
            return pattern

        def put(found: re.Match[str]) -> str:
            try:
                return f"( {macros[found.group()]} )"
            except KeyError:
                raise GrammarError(f"rule {rule}: unknown macro {found.group()}") from None

        pattern = re.sub(r"\$[a-z][a-z0-9-]*", put, pattern)
    raise GrammarError(f"rule {rule}: macros that contain each other")


def literals_of(rules: Iterable[RuleText]) -> frozenset[str]:
    """The words and marks that rules name directly."""
    pieces = (piece for rule in rules for piece in _pieces(rule.name, rule.pattern))
    return frozenset(piece["literal"].lstrip("\\") for piece in pieces if piece["literal"])


def compile_rule(rule: RuleText, order: int, having: Callable[[str], str]) -> Rule:
    """A rule over symbols; ``having`` gives those of a class. GrammarError when a class is empty."""
    out: list[str] = []
    needs = _Needs()
    used: dict[str, int] = {}

    def name_of(wanted: str) -> str:
        used[wanted] = used.get(wanted, 0) + 1
        return wanted if used[wanted] == 1 else f"{wanted}__{used[wanted]}"

    for piece in _pieces(rule.name, rule.pattern):
        if piece["cls"] or piece["literal"]:
            names = piece["cls"].split("|") if piece["cls"] else [literal_class(piece["literal"].lstrip("\\"))]
            found = "".join(having(name) for name in names)
            if not found:
                raise GrammarError(f"rule {rule.name}: nothing is of class {' or '.join(names)}")
            chars = "[" + "".join(sorted(set(found))) + "]"
            out.append(f"(?P<{name_of(piece['name'])}>{chars})" if piece["name"] else chars)
            needs.one(frozenset(found))
        elif piece["named"]:
            out.append(f"(?P<{name_of(piece['group'])}>")
            needs.open(True)
        elif piece["open"] or piece["look"]:
            out.append(piece["look"] or "(?:")
            needs.open("!" not in piece["look"])
        elif piece["ctrl"] == ")":
            out.append(")")
            needs.close()
        elif piece["ctrl"] == "|":
            out.append("|")
            needs.alternative()
        else:
            out.append(piece["quant"])
            if piece["quant"] != "+":
                needs.drop()
    return Rule(rule.name, rule.build, "".join(out), needs.all(), order, rule.value)


class _Needs:
    """Which symbols a match cannot do without, found while the pattern is read.

    A set is one symbol of which must be there; of alternatives it is the union of the smallest set of each.
    """

    def __init__(self) -> None:
        self._frames: list[tuple[bool, list[list[frozenset[str]]]]] = [(True, [[]])]
        self._last_is_droppable = False

    def one(self, symbols: frozenset[str]) -> None:
        self._frames[-1][1][-1].append(symbols)
        self._last_is_droppable = True

    def open(self, counts: bool) -> None:
        self._frames.append((counts, [[]]))
        self._last_is_droppable = False

    def alternative(self) -> None:
        self._frames[-1][1].append([])
        self._last_is_droppable = False

    def close(self) -> None:
        if len(self._frames) == 1:
            return  # one bracket too many: the pattern itself will not compile
        counts, alternatives = self._frames.pop()
        self._last_is_droppable = False
        if not counts:
            return
        if len(alternatives) == 1:
            found = alternatives[0]
            if found:
                self.one(min(found, key=len))
        elif all(alternatives):
            self.one(frozenset().union(*(min(found, key=len) for found in alternatives)))

    def drop(self) -> None:
        """What was read last may be missing."""
        if self._last_is_droppable:
            self._frames[-1][1][-1].pop()
        self._last_is_droppable = False

    def all(self) -> tuple[frozenset[str], ...]:
        """The sets of the whole pattern, the smallest first; none where it has alternatives without any."""
        alternatives = self._frames[0][1]
        if len(alternatives) == 1:
            return tuple(sorted(set(alternatives[0]), key=len))
        if all(alternatives):
            return (frozenset().union(*(min(found, key=len) for found in alternatives)),)
        return ()


@lru_cache(maxsize=512)
def _pieces(rule: str, pattern: str) -> tuple[dict[str, str], ...]:
    """The parts of a rule's pattern; read twice, for the words that they name and for the symbols."""
    found: list[dict[str, str]] = []
    at = 0
    text = pattern.rstrip()
    while at < len(text):
        piece = _PIECE.match(text, at)
        if piece is None:
            raise GrammarError(f"rule {rule}: cannot read {text[at : at + 20]!r}")
        found.append(piece.groupdict(""))
        at = piece.end()
    return tuple(found)
