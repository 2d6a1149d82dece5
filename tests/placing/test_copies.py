from __future__ import annotations

from timelines.placing.copies import COPY, bands, resemblance, signature

WIRE = (
    "A ferry with ninety people on board ran aground near the island of Vis on Tuesday night. Divers searched the hull "
    "until dawn and found no one inside. The company that runs the line said that the captain had reported a failure "
    "of the rudder a few minutes before. The harbour office opened an inquiry and closed the strait to large ships. "
    "Passengers told reporters that lifeboats were lowered within a quarter of an hour."
)
OTHER = (
    "Parliament passed the budget by two votes after a debate that went on past midnight. The finance minister thanked "
    "both parties and promised to publish the figures for the regions in autumn, as the opposition had asked."
)


def test_a_shortened_and_retitled_report_is_a_copy() -> None:
    shortened = "FERRY AGROUND. " + WIRE.rsplit(". ", 1)[0] + "."
    assert resemblance(signature(WIRE), signature(shortened)) >= COPY
    assert set(bands(signature(WIRE))) & set(bands(signature(shortened)))


def test_case_and_spaces_do_not_matter() -> None:
    assert signature(WIRE) == signature(WIRE.upper().replace(" ", "\n"))


def test_two_reports_are_no_copies() -> None:
    assert resemblance(signature(WIRE), signature(OTHER)) < 0.1
    assert not set(bands(signature(WIRE))) & set(bands(signature(OTHER)))


def test_a_few_words_have_no_signature() -> None:
    assert signature("Ferry aground") == ()
    assert bands(()) == []
    assert resemblance((), signature(WIRE)) == 0.0
