from __future__ import annotations

import json

from sqlmodel import select

from app.ingest.submission import Submission
from app.keeping.keeper import Keeper
from app.library import Library
from app.store.tables import FlagRow

MILL = "The Kowal Mill was built in 1921 by two sisters."
OTHER = "The Kowal Mill was built in 1912, the archive says."


def add(library: Library, text: str) -> str:
    return library.add(Submission.of(text, published="2020-05-01", limit=20_000)).article.id


def flagged(library: Library, article_id: str) -> list[str]:
    document = json.loads(library.article(article_id).timeline)
    return [flag["quote"] for flag in document["flags"] if flag["rule"] == "T602"]


def test_two_articles_that_disagree_are_both_flagged(library: Library) -> None:
    first, second = add(library, MILL), add(library, OTHER)
    assert flagged(library, first) == ["1921"]
    assert flagged(library, second) == ["1912"]
    assert library.article(first).warnings == 1
    flag = json.loads(library.article(first).timeline)["flags"][0]
    assert flag["suggestion"] == "1912"
    assert [(step["kind"], step["id"]) for step in flag["evidence"]] == [("article", second)]
    assert OTHER in flag["message"]


def test_the_more_numerous_reading_stays(library: Library) -> None:
    first, second = add(library, MILL), add(library, OTHER)
    third = add(library, "In 1912 the Kowal Mill was built; it still stands.")
    assert flagged(library, first) == ["1921"]
    assert flagged(library, second) == flagged(library, third) == []


def test_a_copy_has_no_voice_of_its_own(library: Library) -> None:
    wire = (
        "The river rose for nine days and nobody in the valley slept. The Kowal Mill was built in 1912. Its wheel is "
        "of oak, its roof of slate, and its owners have never sold a sack of flour beyond the pass, as the book says."
    )
    first = add(library, MILL)
    again = add(library, "In 1921 the Kowal Mill was built.")
    add(library, wire)
    add(library, wire + " More later.")
    assert flagged(library, first) == flagged(library, again) == []


def test_flags_go_with_the_article_that_caused_them(library: Library) -> None:
    first, second = add(library, MILL), add(library, OTHER)
    library.delete(second)
    assert flagged(library, first) == []
    assert library.article(first).warnings == 0


def test_a_corrected_article_agrees(library: Library) -> None:
    first, second = add(library, MILL), add(library, OTHER)
    library.change(second, Submission.of(OTHER.replace("1912", "1921"), published="2020-05-01", limit=20_000))
    assert flagged(library, first) == flagged(library, second) == []


def test_a_dismissal_holds(library: Library) -> None:
    first = add(library, MILL)
    add(library, OTHER)
    with library.session() as session:
        key = session.exec(select(FlagRow.flag_key).where(FlagRow.rule == "T602", FlagRow.quote == "1921")).one()
    Keeper(library).judge_flag("Ann", first, key, "dismissed", "seen in the register")
    add(library, "The Kowal Mill was built in 1912, says the guide.")
    with library.session() as session:
        flag = session.exec(select(FlagRow).where(FlagRow.rule == "T602", FlagRow.quote == "1921")).one()
    assert flag.state == "dismissed"
