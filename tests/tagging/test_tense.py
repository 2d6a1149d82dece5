"""Which way the words around an incomplete date point."""

from __future__ import annotations

import pytest

from timelines.tagging.tense import direction


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bank said @ that it lost money.", "certain"),
        ("The bank will decide @ whether to close.", "future"),
        ("The dividend is payable @ to holders.", "future"),
        ("They were beaten in @ by rivals.", "certain"),
        ("It had been due to expire @ in the evening.", "past"),
        ("The offer is scheduled to close @ at noon.", "future"),
        ("The United team, @, blue.", "none"),
        ("They will fight on. The army took the hill @ at dawn.", "past"),
        ("On @ the army took the hill.", "past"),
        ("", "none"),
        ("He was found to be ill on @ in Kobe.", "past"),
        ("They agreed to meet on @ in Oslo.", "future"),
        ("It announced a meeting to be held on @ there.", "future"),
        ("The bid was extended to @ by the board.", "future"),
        ("Shares are up since @ in Tokyo.", "certain"),
        ("Until @, they had not called him.", "past"),
        ("The bombs went off next to the embassy on @ there.", "past"),
        ("It posted better-than-expected @ earnings.", "past"),
        ("He signed the paper by the @ deadline.", "future"),
        ("He missed the @ deadline.", "past"),
        ("It bought shares through @ there.", "none"),
        ("The box had to be moved on @ there.", "past"),
        ("It was announced by a man who was said to have crossed on @ there.", "past"),
        ("Until the next set of elections take place in @ there.", "future"),
        ("The rebels took aim at the town @ there.", "past"),
        ("We have some doubts about @ here.", "none"),
        ("They have killed many since it began in @ here.", "certain"),
        ("It was just a cold until @ when the alarm was spread.", "past"),
        ("Between @ and May 26, strikes have killed many.", "past"),
        ("Who could stop him? @, the army left.", "past"),
        ("It could leak if the flow is not stopped in @ by the wells.", "future"),
        ("That would make 3 billion as of @ there.", "past"),
        ("The vote was held on @ there.", "certain"),
        ("The takeover culminated in @ there.", "certain"),
        ("The talks would still be held on @ there.", "future"),
    ],
)
def test_direction(text: str, expected: str) -> None:
    at = max(text.find("@"), 0)
    assert direction(text, at, at + 1) == expected
