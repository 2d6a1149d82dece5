"""The commands that ask: lookup, rules, explain."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from app.cli.inputs import load_canon
from app.cli.outputs import to_json, write
from app.cli.usage import UsageError

Format = Annotated[Literal["text", "json"], typer.Option("--format", help="For people or for programs.")]


def lookup(
    query: Annotated[str, typer.Argument(metavar="WORDS", help='Like "fall of the Berlin Wall".')],
    form: Format = "text",
    limit: Annotated[int, typer.Option(min=1, max=50, help="How many answers at most.")] = 5,
    canon: Annotated[
        list[Path] | None, typer.Option(metavar="PATH", help="Canon files or packs of your own; repeatable.")
    ] = None,
) -> None:
    """When was that? Answers from the canon, best first."""
    if not query.strip():
        raise UsageError('The query is blank; ask like: timelines lookup "fall of the Berlin Wall"')
    answers = load_canon(canon or []).lookup(query, limit=limit)
    if form == "json":
        from app.answers import answers_to_json

        write(to_json(answers_to_json(query, answers)), None)
        return
    from app.cli.words import print_answers

    print_answers(query, answers)


def rules(form: Format = "text") -> None:
    """List the kinds of temporal errors."""
    from timelines.checks.registry import RULES

    if form == "json":
        from app.answers import rule_to_json

        write(to_json({"rules": [rule_to_json(rule) for rule in RULES]}), None)
        return
    from app.cli.words import print_rules

    print_rules(RULES)


def explain(
    code: Annotated[str, typer.Argument(metavar="CODE", help="A code or a name, like T201.")],
    form: Format = "text",
) -> None:
    """Explain one rule, with what it flags and what it leaves alone."""
    from timelines.checks.registry import rule

    try:
        found = rule(code)
    except KeyError:
        raise UsageError(f"There is no rule {code!r}; `timelines rules` lists them.") from None
    if form == "json":
        from app.answers import rule_to_json

        write(to_json(rule_to_json(found)), None)
        return
    from app.cli.words import print_rule

    print_rule(found)
