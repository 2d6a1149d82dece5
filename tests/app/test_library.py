from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from app.ingest.submission import Submission
from app.library import Library, UnknownArticleError
from tests.app.conftest import ARTICLE
from timelines import Published, parse_edtf
from timelines.reading.document import Document


def _submission(text: str = ARTICLE, **fields: str) -> Submission:
    return Submission.of(text, limit=20_000, **fields)


def test_an_article_is_read_and_kept(library: Library) -> None:
    added = library.add(_submission(title="Talks", published="2025-09-05", url="https://example.org/1"))
    assert added.created
    article = library.article(added.article.id)
    assert (article.title, article.url, article.text) == ("Talks", "https://example.org/1", ARTICLE)
    assert (article.published_edtf, article.published_origin) == ("2025-09-05", "given")
    assert article.errors == 1
    timeline = json.loads(article.timeline)
    assert timeline["article"]["id"] == article.id
    assert timeline["article"]["url"] == "https://example.org/1"
    assert [flag["suggestion"] for flag in timeline["flags"]] == ["fourth year"]
    assert set(json.loads(article.figure)) == {"data", "layout", "config"}


def test_a_date_that_a_file_says_is_kept_with_where_it_stood(library: Library) -> None:
    said = Published(parse_edtf("2025-09-05"), "metadata", ("read from the address of the page",))
    submission = Submission.of_document(Document(ARTICLE, published=said), limit=20_000)
    article = library.add(submission).article
    for row in (article, library.read_again(article.id)):
        assert (row.published_edtf, row.published_origin) == ("2025-09-05", "metadata")
        assert row.published_reasons == ["read from the address of the page"]
        assert json.loads(row.timeline)["article"]["published"]["origin"] == "metadata"
        assert row.errors == 1


def test_the_same_text_is_recognised(library: Library) -> None:
    first = library.add(_submission(title="Talks"))
    second = library.add(_submission(title="Other words"))
    assert not second.created
    assert second.article.id == first.article.id
    assert second.article.title == "Talks"
    assert len(library.articles().articles) == 1


def test_another_date_is_another_reading(library: Library) -> None:
    wrong = library.add(_submission(published="2025-09-05"))
    right = library.add(_submission(published="2028-09-05"))
    assert (wrong.article.errors, right.article.errors) == (1, 0)


def test_two_at_the_same_moment_keep_one(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    both_have_looked = Barrier(2)
    read = library.read

    def read_together(submission: Submission, **more: str | None) -> object:
        both_have_looked.wait(timeout=30)
        return read(submission, **more)

    monkeypatch.setattr(library, "read", read_together)
    with ThreadPoolExecutor(2) as pool:
        added = list(pool.map(library.add, [_submission(), _submission()]))
    assert sorted(each.created for each in added) == [False, True]
    assert added[0].article.id == added[1].article.id
    assert len(library.articles().articles) == 1


def test_pages_of_the_list(library: Library) -> None:
    ids = [library.add(_submission(f"Article {n}: it rained.")).article.id for n in range(5)]
    first = library.articles(limit=2)
    second = library.articles(limit=2, after=first.next)
    third = library.articles(limit=2, after=second.next)
    assert [row.id for page in (first, second, third) for row in page.articles] == ids[::-1]
    assert third.next is None


def test_a_deleted_article_is_gone_and_can_come_back(library: Library) -> None:
    article = library.add(_submission()).article
    library.delete(article.id)
    with pytest.raises(UnknownArticleError):
        library.article(article.id)
    with pytest.raises(UnknownArticleError):
        library.delete(article.id)
    assert library.add(_submission()).created
