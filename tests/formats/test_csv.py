from __future__ import annotations

import csv
import io

from timelines import parse_edtf, reconstruct
from timelines.formats.csv import COLUMNS, timeline_to_csv

TEXT = "As the war in Ukraine enters its seventh year, talks were held in Paris on 4 September 2025."


def test_one_row_for_each_find_in_the_order_of_the_text() -> None:
    timeline = reconstruct(TEXT, published=parse_edtf("2025-09-05"))
    rows = list(csv.DictReader(io.StringIO(timeline_to_csv(timeline))))
    assert tuple(rows[0]) == COLUMNS
    starts = [int(row["start"]) for row in rows]
    assert starts == sorted(starts)
    assert {row["kind"] for row in rows} == {"date", "event", "claim", "flag"}
    flag = next(row for row in rows if row["kind"] == "flag")
    assert (flag["text"], flag["rule"], flag["suggestion"]) == ("seventh year", "T201", "fourth year")


def test_cells_that_a_spreadsheet_would_run_are_text() -> None:
    timeline = reconstruct("=SUM(A1) was held in Paris on 4 September 2025.")
    for row in csv.reader(io.StringIO(timeline_to_csv(timeline))):
        assert not any(cell.startswith(("=", "+", "@")) for cell in row)
