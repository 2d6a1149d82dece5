"""Results in words for a terminal. Colour where there is one; no line is broken, so that pipes can search."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

if TYPE_CHECKING:
    from timelines.canon.lookup import Answer
    from timelines.checks.rule import Example, Rule
    from timelines.chronology.span import Span
    from timelines.model import Event, Expression, Timeline

# What the styles of ``timelines.formats.text`` look like.
_STYLES = {"error": "bold red", "warning": "yellow", "info": "cyan"}
_INDENT = "  "


class Printer:
    """Prints parts of a line with their styles, and never what could steer the terminal."""

    def __init__(self) -> None:
        self._console = Console(file=sys.stdout, highlight=False, soft_wrap=True)

    def line(self, *parts: str | tuple[str, str]) -> None:
        """One line; a part is plain text, or text and a style."""
        text = Text()
        for part in parts:
            words, style = (part, "") if isinstance(part, str) else part
            text.append(_harmless(words), _STYLES.get(style, style))
        self._console.print(text)


def print_timeline(timeline: Timeline, name: str) -> None:
    """Publication, dates, events and flags of one article."""
    from timelines.formats.checked import CheckedFile
    from timelines.formats.text import file_lines

    printer = Printer()
    article = timeline.article
    printer.line((article.title or name, "bold"))
    published = article.published
    when = published.span.edtf if published.span else "unknown"
    printer.line("published  ", (when, "bold"), f"  ({published.origin})" if published.span else "")
    for reason in published.reasons:
        printer.line(_INDENT, ("because ", "dim"), reason)
    printer.line()
    printer.line((f"dates ({len(timeline.expressions)})", "bold"))
    for expression in timeline.expressions:
        print_expression(printer, expression)
    printer.line()
    printer.line((f"events ({len(timeline.events)})", "bold"))
    for event in timeline.events:
        _print_event(printer, event)
    printer.line()
    printer.line((f"flags ({len(timeline.flags)})", "bold"))
    for line in file_lines(CheckedFile.of(name, timeline)):
        printer.line(*line)


def print_expression(printer: Printer, expression: Expression) -> None:
    """One date of the text."""
    place = expression.edtf or expression.value or "?"
    printer.line(_INDENT, (f"{place:<24}", "bold"), f" {_flat(expression.text)}  ", (expression.type, "dim"))


def print_answers(query: str, answers: Sequence[Answer]) -> None:
    """The canon's answers, best first."""
    printer = Printer()
    if not answers:
        printer.line(f"The canon has nothing on “{query}”.")
    for answer in answers:
        printer.line((_when(answer.when), "bold"), f"  {answer.label}  ", (answer.id, "dim"))
        for reading in answer.alternatives:
            printer.line(_INDENT, ("also ", "dim"), f"{reading.when.edtf}  {reading.label}")
        printer.line(_INDENT, ("because ", "dim"), answer.reason)
        for source in answer.sources:
            printer.line(_INDENT, ("source ", "dim"), source)


def print_rules(rules: Sequence[Rule]) -> None:
    """The rules, one a line."""
    printer = Printer()
    for rule in rules:
        printer.line((rule.code, "bold"), f"  {rule.name:<18} ", (f"{rule.family:<10}", "dim"), f" {rule.summary}")


def print_rule(rule: Rule) -> None:
    """One rule with its examples."""
    printer = Printer()
    printer.line((f"{rule.code} {rule.name}", "bold"), f"  ({rule.family})")
    printer.line(rule.summary)
    printer.line()
    printer.line(rule.description.strip())
    for title, examples in (("flagged", rule.examples), ("not flagged", rule.counter_examples)):
        if examples:
            printer.line()
            printer.line((title, "bold"))
        for example in examples:
            _print_example(printer, example)


def _print_event(printer: Printer, event: Event) -> None:
    canonical = f"  → {event.placement.canonical}" if event.placement else ""
    standing = "" if event.modality.value == "asserted" else f"  ({event.modality.value})"
    printer.line(_INDENT, (f"{_when(event.when):<24}", "bold"), f" {_flat(event.label)}", (standing + canonical, "dim"))


def _print_example(printer: Printer, example: Example) -> None:
    published = f"  (published {example.published})" if example.published else ""
    printer.line(_INDENT, _flat(example.text), (published, "dim"))
    if example.quote:
        correction = f" → “{example.suggestion}”" if example.suggestion else ""
        printer.line(_INDENT * 2, (f"“{example.quote}”", "error"), correction)


def _when(span: Span | None) -> str:
    return span.edtf if span else "?"


def _flat(words: str) -> str:
    return " ".join(words.split())


def _harmless(words: str) -> str:
    """Without the control characters by which a text could steer a terminal."""
    return "".join(c if c.isprintable() or c in "\n\t" else "\ufffd" for c in words)
