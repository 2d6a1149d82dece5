from __future__ import annotations

import pytest

from timelines.extraction.mention import Line
from timelines.extraction.mentions import find_mentions
from timelines.extraction.triggers import lexicon
from timelines.syntax.clauses import clauses


@pytest.mark.parametrize(("kind", "example"), lexicon().examples)
def test_examples_of_the_lexicon(kind: str, example: str) -> None:
    start = example.index("[")
    end = example.index("]") - 1
    text = example.replace("[", "").replace("]", "")
    line = Line(0, 0, len(text), 0, clauses(text, (0, len(text))), [], [])
    found = {
        (line.tokens.starts[mention.head], line.tokens.ends[mention.head]): mention.trigger.kind
        for mention in find_mentions(line)
    }
    assert found.get((start, end)) == kind


def test_every_group_has_examples() -> None:
    kinds = {trigger.kind for words in (lexicon().verbs, lexicon().nouns) for trigger in words.values()}
    assert kinds <= {kind for kind, _ in lexicon().examples}
