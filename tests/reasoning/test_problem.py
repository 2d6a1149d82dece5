from __future__ import annotations

from timelines import parse_edtf
from timelines.canon.schema import Fact, Reading
from timelines.reasoning.problem import canon_statement, datings

WAR = Fact(
    id="event/war",
    kind="war",
    label="War",
    names=("War", "the wide war"),
    when=parse_edtf("2022-02-24/.."),
    readings=(Reading(parse_edtf("2014-02-20/.."), "from the annexation", ("the wide war",)),),
)


def test_every_accepted_dating_is_tried_the_main_one_first() -> None:
    assert [(dating.label, dating.when.edtf) for dating in datings(WAR)] == [
        ("", "2022-02-24/.."),
        ("from the annexation", "2014-02-20/.."),
    ]


def test_a_name_of_one_dating_means_that_one_alone() -> None:
    assert [dating.when.edtf for dating in datings(WAR, "the wide war")] == ["2014-02-20/.."]


def test_a_canon_statement_bounds_both_ends() -> None:
    statement = canon_statement(next(iter(datings(WAR))))
    start = parse_edtf("2022-02-24").earliest_day
    assert [(constraint.low, constraint.high) for constraint in statement.constraints] == [
        (start, start),
        (None, None),
        (0, None),
    ]
    assert statement.evidence is not None
    assert statement.evidence.when == "24 February 2022 onwards"
