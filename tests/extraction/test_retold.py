from __future__ import annotations

import pytest

from tests.extraction.reading import passage_of
from timelines.extraction.happenings import happenings, word_list
from timelines.extraction.retold import content_words, dated_tellings


@pytest.mark.parametrize(
    ("text", "happening", "date", "words"),
    [
        ("The Morandi bridge collapsed on 14 August 2018.", "collapse", "14 August 2018", {"morandi", "bridge"}),
        ("Since the collapse of the bridge on 4 August 2018 trade is down.", "collapse", "4 August 2018", {"bridge"}),
        ("On 14 August 2018 the bridge collapsed.", "collapse", "14 August 2018", {"bridge"}),
        ("Kowal Bells, founded in 1921, is for sale.", "founding", "1921", {"kowal", "bell"}),
        ("Founded in 1921, Kowal Bells is for sale.", "founding", "1921", {"kowal", "bell"}),
        ("The mill, which was built in 1902, was demolished in 1988.", "demolition", "1988", {"mill"}),
        ("Tickets for Thursday's replay are gone.", "occasion replay", "Thursday", {"replay"}),
        ("Residents have until 31 March 2020 to object.", "occasion deadline", "31 March 2020", {"deadline"}),
    ],
)
def test_a_telling_has_its_thing_and_its_date(text: str, happening: str, date: str, words: set[str]) -> None:
    told = {one.happening: one for one in dated_tellings(passage_of(text))}
    assert (told[happening].date.text, set(told[happening].words)) == (date, words)


@pytest.mark.parametrize(
    "text",
    [
        "The bridge did not collapse on 14 August 2018.",
        "The mill reopened on 14 August 2018.",
        "The opening was postponed to 14 August 2018.",
        "“The bridge collapsed on 14 August 2018,” he said.",
        "The bridge is painted every spring.",
    ],
)
def test_what_tells_of_nothing_that_happens_once(text: str) -> None:
    assert dated_tellings(passage_of(text)) == ()


def test_content_words_leave_out_what_says_nothing() -> None:
    assert content_words("the two Bankers' long trial") == {"banker", "trial"}


def test_word_lists_and_languages() -> None:
    assert "man" in word_list("anybody")
    assert happenings("xx") is None
    known = happenings("en")
    assert known is not None
    assert known.of_verb["collapsed"] == known.of_noun["collapse"] == "collapse"
