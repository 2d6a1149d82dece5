"""What the canon answers and what the rules say, in words for a page."""

from __future__ import annotations

from dataclasses import dataclass

from app.pages.presenting import host_of, when_words
from timelines.canon.lookup import Answer
from timelines.checks.rule import Rule
from timelines.chronology.wording import in_words


@dataclass(frozen=True, slots=True)
class Source:
    """Where a date is from; ``link`` is empty where it is not on the web."""

    name: str
    link: str


@dataclass(frozen=True, slots=True)
class Answered:
    """One answer of the canon to a lookup."""

    label: str
    when: str
    edtf: str
    alternatives: tuple[tuple[str, str], ...]
    sources: tuple[Source, ...]
    reason: str
    neighbours: tuple[tuple[str, str], ...]


def answered(answer: Answer) -> Answered:
    """An answer in words, with what happened just before and after it."""
    return Answered(
        label=answer.label,
        when=in_words(answer.when),
        edtf=answer.when.edtf,
        alternatives=tuple((each.label, in_words(each.when)) for each in answer.alternatives),
        sources=tuple(
            Source(host_of(source), source) if source.startswith(("https://", "http://")) else Source(source, "")
            for source in answer.sources
        ),
        reason=answer.reason,
        neighbours=tuple((each.label, in_words(each.when)) for each in answer.neighbours),
    )


@dataclass(frozen=True, slots=True)
class RuleExample:
    """A sentence with the words that a rule flags, and what they should be."""

    before: str
    quote: str
    after: str
    suggestion: str
    published: str


@dataclass(frozen=True, slots=True)
class Exemplified:
    """A rule with its first example."""

    code: str
    name: str
    summary: str
    description: str
    example: RuleExample | None


def exemplified(rule: Rule) -> Exemplified:
    """A rule for the list."""
    return Exemplified(rule.code, rule.name, rule.summary, rule.description, _example(rule))


def _example(rule: Rule) -> RuleExample | None:
    for example in rule.examples:
        if example.quote and example.quote in example.text:
            before, _, after = example.text.partition(example.quote)
            published = when_words(example.published or "")[0]
            return RuleExample(before, example.quote, after, example.suggestion or "", published)
    return None
