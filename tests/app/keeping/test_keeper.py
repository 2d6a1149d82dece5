from __future__ import annotations

import pytest
from sqlmodel import select

from app.ingest.submission import Submission
from app.keeping.changes import ConflictError
from app.keeping.events import UnknownEventError
from app.keeping.flag_keeping import UnknownFlagError
from app.keeping.keeper import Keeper
from app.keeping.ledger import UnknownDecisionError
from app.keeping.scope import Scope
from app.keeping.timeline_keeping import UnknownTimelineError
from app.library import DuplicateArticleError, Library
from app.store.known_tables import KnownEventRow
from app.store.tables import EventRow, FlagRow
from timelines.chronology import parse_edtf
from timelines.errors import InputError

BOMB = "A bomb killed nine people at a bus station in Quetta on Tuesday."
AGAIN = "Nine people were killed by a bomb at a bus station in Quetta on Tuesday, the hospital reported."
BRIDGE = "Carla Bruno opened the new harbour bridge in Oslo on 3 June 2024."
WRONG = "As the war in Ukraine enters its seventh year, leaders met in Paris on September 4."
ME = "Ann"


@pytest.fixture
def keeper(library: Library) -> Keeper:
    return Keeper(library)


def add(library: Library, text: str, published: str = "2024-06-14") -> str:
    return library.add(Submission.of(text, published=published, limit=20_000)).article.id


def only(keeper: Keeper, query: str) -> KnownEventRow:
    (event,) = keeper.events(Scope(query=query), limit=10)
    return event


def latest(keeper: Keeper) -> int:
    number = keeper.decisions(limit=1)[0].number
    assert number is not None
    return number


def test_what_a_person_sets_survives_new_articles_and_can_be_undone(keeper: Keeper, library: Library) -> None:
    add(library, BOMB)
    event = only(keeper, "quetta")
    keeper.set_event(ME, event.id, {"label": "Quetta bombing", "when": parse_edtf("2024-06-10")}, reason="police")
    second = add(library, AGAIN)
    event = only(keeper, "quetta")
    assert (event.label, event.edtf, event.mentions) == ("Quetta bombing", "2024-06-10", 2)
    library.read_again(second)
    event = only(keeper, "quetta")
    assert (event.label, event.edtf, event.mentions) == ("Quetta bombing", "2024-06-10", 2)
    decision = keeper.undo(latest(keeper))
    assert (decision.who, decision.action, decision.reason) == (ME, "set-event", "police")
    assert decision.undone_at is not None
    event = only(keeper, "quetta")
    assert event.edtf == "2024-06-11"
    assert event.label != "Quetta bombing"


def test_fields_can_be_given_back(keeper: Keeper, library: Library) -> None:
    add(library, BOMB)
    event = only(keeper, "quetta")
    keeper.set_event(ME, event.id, {"label": "Quetta bombing"})
    keeper.set_event(ME, event.id, {}, release=["label"])
    assert only(keeper, "quetta").label == event.label


def test_merging_and_its_undoing(keeper: Keeper, library: Library) -> None:
    add(library, BOMB)
    add(library, BRIDGE)
    bomb, bridge = only(keeper, "quetta"), only(keeper, "oslo")
    keeper.merge(ME, bomb.id, [bridge.id])
    merged = keeper.event(bomb.id)
    assert len(merged.mentions) == 2
    assert [each.id for each in merged.merged] == [bridge.id]
    into = keeper.event(bridge.id).into
    assert into is not None
    assert into.id == bomb.id
    assert keeper.events(Scope(query="oslo"), limit=9) == [] or only(keeper, "oslo").id == bomb.id
    with pytest.raises(ConflictError):
        keeper.merge(ME, bridge.id, [bomb.id])
    keeper.undo(latest(keeper))
    assert only(keeper, "oslo").id == bridge.id
    assert len(keeper.event(bomb.id).mentions) == 1


def test_mentions_of_a_merged_event_go_on_coming(keeper: Keeper, library: Library) -> None:
    add(library, BOMB)
    add(library, BRIDGE)
    bomb, bridge = only(keeper, "quetta"), only(keeper, "oslo")
    keeper.merge(ME, bridge.id, [bomb.id])
    add(library, AGAIN)
    assert len(keeper.event(bridge.id).mentions) == 3


def test_splitting_holds_when_the_article_is_read_again(keeper: Keeper, library: Library) -> None:
    add(library, BOMB)
    second = add(library, AGAIN)
    event = only(keeper, "quetta")
    key = next(each.mention.mention_key for each in keeper.event(event.id).mentions if each.article.id == second)
    new = keeper.split(ME, event.id, [(second, key)], reason="another bomb")
    assert [len(keeper.event(each).mentions) for each in (event.id, new.id)] == [1, 1]
    library.read_again(second)
    assert [len(keeper.event(each).mentions) for each in (event.id, new.id)] == [1, 1]
    keeper.undo(latest(keeper))
    assert len(keeper.event(event.id).mentions) == 2
    with pytest.raises(UnknownEventError):
        keeper.event(new.id)


def test_a_split_leaves_something(keeper: Keeper, library: Library) -> None:
    article = add(library, BOMB)
    detail = keeper.event(only(keeper, "quetta").id)
    with pytest.raises(ConflictError, match="at least one"):
        keeper.split(ME, detail.event.id, [(article, detail.mentions[0].mention.mention_key)])
    with pytest.raises(ConflictError, match="does not belong"):
        keeper.split(ME, detail.event.id, [(article, "nothing")])


def test_an_event_by_hand(keeper: Keeper) -> None:
    event = keeper.add_event(ME, label="Town charter", when=parse_edtf("1254-05-01"), place="Gouda", note="archive")
    assert only(keeper, "charter").id == event.id
    keeper.undo(latest(keeper))
    assert keeper.events(Scope(query="charter"), limit=5) == []


def test_a_dismissed_flag_stays_dismissed(keeper: Keeper, library: Library) -> None:
    article = add(library, WRONG, "2025-09-05")
    with library.session() as session:
        key = session.exec(select(FlagRow.flag_key)).one()
    with pytest.raises(ConflictError, match="why"):
        keeper.judge_flag(ME, article, key, "dismissed")
    keeper.judge_flag(ME, article, key, "dismissed", "counted from Crimea")
    library.read_again(article)
    with library.session() as session:
        flag = session.exec(select(FlagRow)).one()
    assert (flag.state, flag.state_reason) == ("dismissed", "counted from Crimea")
    keeper.undo(latest(keeper))
    with library.session() as session:
        assert session.exec(select(FlagRow.state)).one() == "open"
    with pytest.raises(UnknownFlagError):
        keeper.judge_flag(ME, article, "nothing", "accepted")


def test_a_timeline_has_what_its_scope_says_and_what_people_chose(keeper: Keeper, library: Library) -> None:
    add(library, BOMB)
    add(library, BRIDGE)
    bomb, bridge = only(keeper, "quetta"), only(keeper, "oslo")
    timeline = keeper.make_timeline(ME, title="Harbour", description="", scope=Scope(place="Oslo"))
    assert [event.id for event in keeper.timeline_events(timeline.id)] == [bridge.id]
    keeper.put_event(ME, timeline.id, bomb.id, shown=True)
    keeper.put_event(ME, timeline.id, bridge.id, shown=False)
    assert [event.id for event in keeper.timeline_events(timeline.id)] == [bomb.id]
    keeper.set_timeline(ME, timeline.id, {"title": "Port", "scope": Scope(earliest="2024-06-05").data()})
    assert keeper.timeline(timeline.id).title == "Port"
    keeper.delete_timeline(ME, timeline.id)
    with pytest.raises(UnknownTimelineError):
        keeper.timeline(timeline.id)
    keeper.undo(latest(keeper))
    assert [event.id for event in keeper.timeline_events(timeline.id)] == [bomb.id]


def test_later_decisions_come_first(keeper: Keeper, library: Library) -> None:
    add(library, BOMB)
    event = only(keeper, "quetta")
    keeper.set_event(ME, event.id, {"label": "One"})
    first = latest(keeper)
    keeper.set_event(ME, event.id, {"label": "Two"})
    with pytest.raises(ConflictError, match="later decision"):
        keeper.undo(first)
    keeper.undo(latest(keeper))
    keeper.undo(first)
    with pytest.raises(ConflictError, match="before"):
        keeper.undo(first)
    with pytest.raises(UnknownDecisionError):
        keeper.undo(9_999)


def test_what_changes_nothing_is_no_decision(keeper: Keeper, library: Library) -> None:
    add(library, BOMB)
    event = only(keeper, "quetta")
    keeper.set_event(ME, event.id, {"hidden": False})
    assert keeper.decisions(limit=5) == []


def test_hidden_events_are_not_listed(keeper: Keeper, library: Library) -> None:
    add(library, BOMB)
    keeper.set_event(ME, only(keeper, "quetta").id, {"hidden": True})
    assert keeper.events(Scope(), limit=5) == []


def test_a_changed_article_updates_its_events(keeper: Keeper, library: Library) -> None:
    article = add(library, BOMB)
    changed = Submission.of(BOMB.replace("Tuesday", "Wednesday"), published="2024-06-14", limit=20_000)
    assert library.change(article, changed).id == article
    assert only(keeper, "quetta").edtf == "2024-06-12"
    with library.session() as session:
        assert len(session.exec(select(EventRow)).all()) == 1
    # The first text may come again, as another article.
    again = add(library, BOMB)
    assert again != article
    with pytest.raises(DuplicateArticleError):
        library.change(again, changed)


def test_nothing_held_goes_and_nothing_free_stays(keeper: Keeper, library: Library) -> None:
    article = add(library, BOMB)
    other = add(library, BRIDGE)
    keeper.set_event(ME, only(keeper, "quetta").id, {"promoted": True})
    library.delete(article)
    library.delete(other)
    assert only(keeper, "quetta").mentions == 0
    assert keeper.events(Scope(query="oslo"), limit=5) == []


@pytest.mark.parametrize(
    ("data", "field"),
    [
        ({"colour": "red"}, "scope.colour"),
        ({"earliest": "2024-13"}, "scope.earliest"),
        ({"latest": "2024/.."}, "scope.latest"),
        ({"articles": ["x"] * 300}, "scope.articles"),
    ],
)
def test_a_scope_that_cannot_be(data: dict[str, object], field: str) -> None:
    with pytest.raises(InputError) as caught:
        Scope.of(data)
    assert caught.value.field == field
