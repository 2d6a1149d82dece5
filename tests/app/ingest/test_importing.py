from __future__ import annotations

from app.ingest.importing import import_articles
from app.ingest.submission import Submission
from app.ingest.taking_in import Found
from app.library import Library
from timelines.reading.document import Skipped


def test_what_becomes_of_many(library: Library) -> None:
    rows: list[Found | Skipped] = [
        Found(1, Submission.of("It rained in 1999.", limit=100)),
        Skipped(2, "The text is empty."),
        Found(3, Submission.of("It snowed in 2001.", limit=100)),
        Found(4, Submission.of("It rained in 1999.", limit=100)),
    ]
    result = import_articles(library, rows)
    assert [library.article(each).text for each in result.added] == ["It rained in 1999.", "It snowed in 2001."]
    assert result.known == result.added[:1]
    assert result.skipped == (Skipped(2, "The text is empty."),)
    again = import_articles(library, rows)
    assert (again.added, len(again.known)) == ((), 3)
