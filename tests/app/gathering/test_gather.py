from __future__ import annotations

from pathlib import Path

from sqlmodel import Session, col, select

from app.gathering.gather import event_id
from app.ingest.submission import Submission
from app.library import Library
from app.store.known_tables import BandRow, EventKeyRow, KnownEventRow
from app.store.tables import ArticleRow, EventRow

BOMB = "A bomb killed nine people at a bus station in Quetta on Tuesday."
AGAIN = "Nine people were killed by a bomb at a bus station in Quetta on Tuesday, the hospital reported."
WALL = "The Berlin Wall fell on 9 November 1989."
WIRE = (
    "A ferry with ninety people on board ran aground near the island of Vis on Tuesday night. Divers searched the hull "
    "until dawn and found no one inside. The company that runs the line said that the captain had reported a failure "
    "of the rudder a few minutes before. The harbour office opened an inquiry and closed the strait to large ships. "
)


def add(library: Library, text: str, published: str = "2024-06-14", url: str = "") -> str:
    return library.add(Submission.of(text, published=published, url=url, limit=20_000)).article.id


def known(library: Library) -> list[KnownEventRow]:
    with library.session() as session:
        return list(session.exec(select(KnownEventRow).order_by(col(KnownEventRow.number))))


def placed(session: Session, stem: str) -> list[EventRow]:
    return list(session.exec(select(EventRow).where(EventRow.stem == stem).order_by(col(EventRow.number))))


def test_two_articles_on_one_event(library: Library) -> None:
    add(library, BOMB)
    add(library, AGAIN)
    (event,) = known(library)
    assert (event.mentions, event.sources, event.edtf) == (2, 2, "2024-06-11")
    assert not event.disputed
    with library.session() as session:
        first, second = placed(session, "kill")
    assert (first.score, first.reason) == (None, "")
    assert second.score is not None
    assert "same day" in second.reason


def test_what_the_canon_knows_has_its_label_and_date(library: Library) -> None:
    add(library, WALL)
    (event,) = known(library)
    assert event.canonical == "event/fall-of-the-berlin-wall"
    assert event.id == event_id("event/fall-of-the-berlin-wall")
    assert event.edtf == "1989-11-09"
    assert event.label == library.canon.fact(event.canonical).label


def test_the_same_article_twice_changes_nothing(library: Library) -> None:
    add(library, BOMB)
    before = known(library)
    add(library, BOMB)
    assert known(library) == before


def test_a_copy_of_a_wire_report_is_no_second_source(library: Library) -> None:
    first = add(library, WIRE)
    second = add(library, "AGROUND!\n\n" + WIRE + "Nobody was hurt.")
    with library.session() as session:
        rows = {row.id: row for row in session.exec(select(ArticleRow))}
        assert rows[second].copy_of == rows[first].number
        assert rows[first].copy_of is None
    event = next(event for event in known(library) if event.mentions == 2)
    assert event.sources == 1


def test_the_oldest_copy_takes_the_place_of_a_deleted_original(library: Library) -> None:
    first, second, third = add(library, WIRE), add(library, WIRE + "One."), add(library, WIRE + "Two.")
    library.delete(first)
    with library.session() as session:
        rows = {row.id: row for row in session.exec(select(ArticleRow))}
        assert rows[second].copy_of is None
        assert rows[third].copy_of == rows[second].number


def test_deleting_an_article_leaves_no_orphan(library: Library) -> None:
    first, second = add(library, BOMB), add(library, AGAIN)
    library.delete(second)
    (event,) = known(library)
    assert (event.mentions, event.sources) == (1, 1)
    assert event.samples[0]["article"] == first
    library.delete(first)
    with library.session() as session:
        for table in (KnownEventRow, EventKeyRow, BandRow, EventRow):
            assert session.exec(select(table)).all() == []


def test_sources_that_disagree_are_shown(library: Library, tmp_path: Path) -> None:
    for day, text in (("2", "said"), ("2", "reported"), ("3", "noted")):
        add(library, f"The Berlin Wall fell on {day} November 1989, the paper {text}.")
    event = next(event for event in known(library) if event.canonical == "event/fall-of-the-berlin-wall")
    assert event.disputed
    assert [reading["edtf"] for reading in event.readings] == ["1989-11-02", "1989-11-03"]
    assert event.edtf == "1989-11-09"
