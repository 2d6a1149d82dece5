from __future__ import annotations

from datetime import date, datetime

import icalendar

from tests.formats.events.examples import STAMP, TIMES, dated, full, hostile
from timelines.formats.events.icalendar import events_to_icalendar


def _entries(content: str) -> dict[str, icalendar.Component]:
    calendar = icalendar.Calendar.from_ical(content)
    return {str(entry["uid"]).split("@")[0]: entry for entry in calendar.walk("VEVENT")}


def test_days_and_moments() -> None:
    entries = _entries(events_to_icalendar(dated(*TIMES), STAMP).content)
    by_time = {str(entry["x-timelines-edtf"]): entry for entry in entries.values()}
    war = by_time["1914-07-28/1918-11-11"]
    assert (war.decoded("dtstart"), war.decoded("dtend")) == (date(1914, 7, 28), date(1918, 11, 12))
    assert by_time["2024-06-03T14:30"].decoded("dtstart") == datetime(2024, 6, 3, 14, 30)  # floating
    assert by_time["2025-09-04T10:00Z"].decoded("dtstart").utcoffset() is not None


def test_what_is_left_out_is_told() -> None:
    _, report = events_to_icalendar(dated("-0043-03-15", "Y17000", "9999", "2024"), STAMP)
    assert [each.row for each in report] == ["event e0", "event e2", "event e1", "event none"]
    assert "1 to 9999" in report[0].reason


def test_texts_of_an_entry() -> None:
    entry = next(iter(_entries(events_to_icalendar(full(), STAMP).content).values()))
    assert (str(entry["summary"]), str(entry["location"])) == ("Opening of the bridge", "Oslo")
    assert "King Harald" in str(entry["description"])
    assert str(entry["url"]) == "https://news.example/bridge?a=1&b=2"


def test_no_text_begins_a_line_of_its_own() -> None:
    content, report = events_to_icalendar(hostile(), STAMP)
    events = hostile().events
    assert content.count("BEGIN:VEVENT\r\n") == content.count("END:VEVENT\r\n") == len(events)
    assert "\r\nATTACH" not in content
    assert "\r\nURL" not in content
    assert len(report) == len(events)
    entries = _entries(content).values()
    assert all(str(each["transp"]) == "TRANSPARENT" for each in entries)
    assert "semi;colon,comma\\backslash" in {str(each["summary"]) for each in entries}
    assert not any(ord(character) < 32 for character in content.replace("\r\n", ""))
