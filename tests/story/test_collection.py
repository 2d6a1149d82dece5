from __future__ import annotations

from tests.story.stories import article, dam
from timelines.chronology.calendar import day_number
from timelines.model import Article
from timelines.story.collection import read_collection


def test_articles_come_oldest_first_with_the_days_they_name() -> None:
    read = read_collection(list(reversed(dam())))
    assert [each.published for each in read] == sorted(each.published for each in read)
    flood = read[1]
    assert {mention.day for sentence in flood.sentences for mention in sentence.mentions} == {day_number(2031, 3, 4)}
    assert not flood.sentences[0].mentions[0].written
    written = [mention for sentence in read[-1].sentences for mention in sentence.mentions]
    assert all(mention.written for mention in written)


def test_progress_is_told_and_undated_articles_are_left_out() -> None:
    told: list[tuple[int, int]] = []
    articles = [*dam(), Article(id="x", text="The dam broke on 4 March 2031.")]
    assert len(read_collection(articles, lambda done, total: told.append((done, total)))) == 5
    assert told == [(number, 5) for number in range(1, 6)]
    assert read_collection([]) == []


def test_a_sentence_of_an_earlier_article_is_a_copy() -> None:
    told = "The Lerma dam broke on 4 March and flooded the valley of Orsk."
    first, second = read_collection([article("2031-03-05", told), article("2031-03-06", told + " It rained.")])
    assert [(s.copied, s.copies) for s in first.sentences] == [(False, 2)]
    assert second.sentences[0].copied


def test_stamps_clocks_and_readers_comments_name_no_days() -> None:
    text = (
        "Updated 10:39 GMT, 5 March 2031. The dam broke. At 18:03 2nd Mar 2031, Ana wrote: It will break. "
        "At 18:05 2nd Mar 2031, Ivo wrote: It broke on 1 March."
    )
    (read,) = read_collection([article("2031-03-06", text)])
    assert not any(sentence.mentions for sentence in read.sentences)


def test_a_month_is_no_exact_day_of_publication() -> None:
    (read,) = read_collection([article("2031-03", "The dam broke on 4 March 2031.")])
    assert not read.exact
    assert read.published == day_number(2031, 3, 31)
