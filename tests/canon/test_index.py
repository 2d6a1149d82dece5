"""What the index finds in text: [the words found -> the fact], with the office that a title gives in brackets."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from timelines.canon.canon import Canon
from timelines.chronology.edtf import parse_edtf


def found(canon: Canon, text: str) -> list[str]:
    return [
        f"{mention.text} -> {mention.candidates[0].partition('/')[2]}"
        + (f" [{mention.title_office.partition('/')[2]}]" if mention.title_office else "")
        for mention in canon.mentions(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the fall of the Berlin Wall", ["fall of the Berlin Wall -> fall-of-the-berlin-wall"]),
        ("Fall of the Berlin Wall", ["Fall of the Berlin Wall -> fall-of-the-berlin-wall"]),
        ("the fall of the berlin wall", []),
        ("Obama's plan, Obama’s plan", ["Obama -> barack-obama", "Obama -> barack-obama"]),
        ("Obamagate and Obaman", []),
        ("President Obama", ["President Obama -> barack-obama [us-president]"]),
        ("Mr. Obama", ["Obama -> barack-obama"]),
        ("U.S. President Donald Trump", ["U.S. President Donald Trump -> donald-trump [us-president]"]),
        ("U.S.\nPresident Donald Trump", ["U.S.\nPresident Donald Trump -> donald-trump [us-president]"]),
        (
            "Italian Prime Minister Giorgia Meloni",
            ["Italian Prime Minister Giorgia Meloni -> giorgia-meloni [italian-prime-minister]"],
        ),
        ("German chancellor Angela Merkel", ["German chancellor Angela Merkel -> angela-merkel [german-chancellor]"]),
        (
            "NATO Secretary General Mark Rutte",
            ["NATO Secretary General Mark Rutte -> mark-rutte [nato-secretary-general]"],
        ),
        (
            "Ukraine's President Volodymyr Zelensky",
            ["Ukraine -> ukraine", "President Volodymyr Zelensky -> volodymyr-zelensky [ukrainian-president]"],
        ),
        ("former President Barack Obama", ["President Barack Obama -> barack-obama [us-president]"]),
        ("then-President Bush", ["President Bush -> george-w-bush [us-president]"]),
        ("French President Giorgia Meloni", ["French President Giorgia Meloni -> giorgia-meloni [french-president]"]),
        ("Vice President Joe Biden", ["Vice President Joe Biden -> joe-biden [us-vice-president]"]),
        ("Deputy Prime Minister Angela Merkel", ["Angela Merkel -> angela-merkel"]),
        ("the German chancellor said", ["German chancellor -> german-chancellor"]),
        ("the president of Ukraine said", ["president of Ukraine -> ukrainian-president"]),
        ("the president said", []),
        ("Brown said so", []),
        ("Gordon Brown left. Brown said so", ["Gordon Brown -> gordon-brown", "Brown -> gordon-brown"]),
        ("Prime Minister Brown left. Brown said", ["Prime Minister Brown -> gordon-brown [uk-prime-minister]",
                                                   "Brown -> gordon-brown"]),
        ("Theresa May met them in May 2017", ["Theresa May -> theresa-may"]),
        ("Zenobia Trump at Trump Tower", []),
        ("TRUMP MEETS PUTIN IN ALASKA", ["TRUMP -> donald-trump", "PUTIN -> vladimir-putin"]),
        ("the Russo-Ukrainian War", ["Russo-Ukrainian War -> russian-invasion-of-ukraine"]),
        ("US Opening day", ["US -> united-states"]),
        ("on 9/11", ["9/11 -> september-11-attacks"]),
        ("", []),
    ],
)  # fmt: skip
def test_mentions(canon: Canon, text: str, expected: list[str]) -> None:
    assert found(canon, text) == expected


def test_offsets_count_code_points(canon: Canon) -> None:
    text = "«😀 Élysée» – Barack Obama’s 🎉 speech to Angela Merkel"
    for mention in canon.mentions(text):
        assert text[mention.start : mention.end] == mention.text
    assert [mention.text for mention in canon.mentions(text)] == ["Barack Obama", "Angela Merkel"]


def test_the_articles_time_ranks_namesakes(canon: Canon) -> None:
    first = {year: canon.mentions("President Bush spoke.", parse_edtf(year))[0].candidates for year in ("1991", "2005")}
    assert first["1991"][0] == "person/george-h-w-bush"
    assert first["2005"][0] == "person/george-w-bush"
    assert set(first["1991"]) == set(first["2005"])


def test_what_the_text_named_before_decides(canon: Canon) -> None:
    mentions = canon.mentions("Hillary Clinton came. Clinton spoke. Bill Clinton came. Clinton spoke.")
    assert [mention.candidates[0] for mention in mentions] == [
        "person/hillary-clinton",
        "person/hillary-clinton",
        "person/bill-clinton",
        "person/bill-clinton",
    ]
    assert mentions[3].candidates == ("person/bill-clinton", "person/hillary-clinton")


def test_a_name_with_a_context_counts_only_near_it(written: Callable[[str], Canon]) -> None:
    canon = written(
        "- {id: work/titanic, kind: film, label: Titanic, names: [{name: Titanic, context: [film, person/cameron]}]}\n"
        "- {id: person/cameron, label: James Cameron}\n"
    )
    assert found(canon, "The Titanic sank.") == []
    assert found(canon, "The film Titanic was long.") == ["Titanic -> titanic"]
    assert found(canon, "James Cameron made Titanic.") == ["James Cameron -> cameron", "Titanic -> titanic"]
    assert found(canon, "The film. " + "x " * 800 + "Titanic") == []


def test_plurals_of_things(written: Callable[[str], Canon]) -> None:
    canon = written("- {id: product/iphone, label: iPhone}\n- {id: person/ann-lee, label: Ann Lee, names: [Leeson]}\n")
    assert found(canon, "two iPhones, the Leesons") == ["iPhones -> iphone"]


def test_the_longest_name_wins(written: Callable[[str], Canon]) -> None:
    canon = written(
        "- {id: event/a, kind: war, label: War of Zenda, when: 1894}\n"
        "- {id: event/b, kind: war, label: Great War of Zenda and Strelsau, when: 1898}\n"
        "- {id: event/c, kind: battle, label: Zenda, when: 1895}\n"
    )
    text = "the Great War of Zenda and Strelsau, the War of Zenda, Great War of Zenda"
    assert found(canon, text) == [
        "Great War of Zenda and Strelsau -> b",
        "War of Zenda -> a",
        "War of Zenda -> a",
    ]
