from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from timelines.syntax.tokens import tokenize


def codes(text: str) -> dict[str, str]:
    tokens = tokenize(text, 0, len(text))
    return dict(zip(tokens.words, tokens.codes, strict=True))


def test_clitics_are_words_of_their_own() -> None:
    found = codes("She didn't say that Rome's mayor 'll go, it's late.")
    assert found["did"] == "D"
    assert found["n't"] == "r"
    assert found["rome"] == "u"
    assert found["'ll"] == "m"


def test_possessive_and_copula() -> None:
    assert tokenize("Rome's mayor", 0, 12).codes == "uan"
    assert tokenize("it's late", 0, 9).codes == "ybn"


def test_capitalised_words_inside_a_sentence_are_names() -> None:
    assert codes("the March on Rome")["march"] == "u"
    assert codes("WHO warns of flu")["who"] == "u"


def test_numbers_are_one_token() -> None:
    assert "2,100.5" in codes("It killed 2,100.5 of them")


@given(st.text(max_size=80))
def test_tokens_lie_in_order_inside_the_text(text: str) -> None:
    tokens = tokenize(text, 0, len(text))
    assert len(tokens.codes) == len(tokens) == len(tokens.words)
    position = 0
    for start, end in zip(tokens.starts, tokens.ends, strict=True):
        assert position <= start < end
        position = end
    assert position <= len(text)
