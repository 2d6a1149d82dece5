from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from app.ingest.samples import Sample, read_samples_once, samples
from app.ingest.submission import Submission
from app.library import Library
from app.main import create_app
from app.settings import Settings

LIMIT = 20_000
# The rule, the words that are wrong, and what stands in the correction.
ERRORS = {
    "hearing": [
        ("T102", "Tuesday", "Wednesday"),
        ("T201", "seventh", "sixth"),
        ("T301", "January 2005", "November 2004"),
    ],
    "downing-street": [("T205", "51", "47"), ("T301", "2018", "2019"), ("T203", "a decade", "six years")],
    "wall": [],
}


@pytest.mark.parametrize("sample", samples(), ids=lambda sample: sample.name)
def test_every_sample_is_an_article_of_its_length(sample: Sample) -> None:
    assert 250 <= len(sample.text.split()) <= 400
    assert Submission.of(sample.text, title=sample.title, published=sample.published, limit=LIMIT).published


@pytest.mark.parametrize("sample", samples(), ids=lambda sample: sample.name)
def test_the_errors_in_the_samples_are_flagged_and_nothing_else(sample: Sample, library: Library) -> None:
    submission = Submission.of(sample.text, published=sample.published, limit=LIMIT)
    flags = library.read(submission).flags
    assert [flag.rule for flag in flags] == [rule for rule, _, _ in ERRORS[sample.name]]
    for flag, (_, wrong, right) in zip(flags, ERRORS[sample.name], strict=True):
        assert wrong in flag.quote
        assert right in flag.suggestion


def test_samples_are_read_once_in_the_life_of_a_database(settings: Settings) -> None:
    with_samples = settings.model_copy(update={"samples": True})
    with TestClient(create_app(with_samples)) as client:
        listed = client.get("/api/v1/articles").json()["articles"]
        assert [article["title"] for article in listed] == [sample.title for sample in samples()]
        for article in listed[:2]:
            assert client.delete(article["links"]["self"]).status_code == 204
    with TestClient(create_app(with_samples)) as client:
        left = client.get("/api/v1/articles").json()["articles"]
        assert [article["id"] for article in left] == [listed[2]["id"]]


def test_reading_them_again_adds_nothing(library: Library) -> None:
    assert read_samples_once(library, limit=LIMIT) == 3
    assert read_samples_once(library, limit=LIMIT) == 0
