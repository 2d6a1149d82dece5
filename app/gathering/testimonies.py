"""Articles held against each other: what they date differently is flagged (T602) in those that are outnumbered."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sqlmodel import Session, col, delete, func, select

from app.store.known_tables import TestimonyKeyRow, TestimonyRow
from app.store.rows import flag_row
from app.store.tables import ArticleRow, FlagRow
from timelines.checks.registry import rule
from timelines.checks.t602_articles_contradict_each_other import contradictions
from timelines.chronology.edtf import parse_edtf
from timelines.formats.json import flag_to_json
from timelines.model import Testimony

_CODE = "T602"
# Testimonies that are compared at most, of articles of one happening and name; more would say nothing new.
_COMPARED = 400


def keep_testimonies(session: Session, article: ArticleRow, testimonies: Sequence[Testimony]) -> None:
    """Store what an article dates, with the keys to find it."""
    assert article.number is not None
    for testimony in testimonies:
        row = TestimonyRow(
            article_number=article.number,
            happening=testimony.happening,
            words=sorted(testimony.words),
            start=testimony.start,
            end=testimony.end,
            text=testimony.text,
            quote=testimony.quote,
            edtf=testimony.span.edtf,
        )
        session.add(row)
        session.flush()
        assert row.number is not None
        session.add_all(TestimonyKeyRow(key=key, testimony_number=row.number) for key in _keys(row))
    session.flush()


def drop_testimonies(session: Session, article_number: int) -> None:
    """Before an article goes or is read again."""
    session.exec(delete(TestimonyRow).where(col(TestimonyRow.article_number) == article_number))


def neighbours(session: Session, article_number: int) -> list[int]:
    """The numbers of other articles that speak of the same things."""
    own = session.exec(select(TestimonyRow).where(TestimonyRow.article_number == article_number)).all()
    return sorted({row.article_number for row, _, _ in _same(session, own)} - {article_number})


def compare(session: Session, numbers: Iterable[int]) -> None:
    """Hold these articles against all others; their T602 flags are made anew."""
    for number in sorted(set(numbers)):
        article = session.get(ArticleRow, number)
        if article is not None:
            _flag_again(session, article)


def _flag_again(session: Session, article: ArticleRow) -> None:
    own = session.exec(select(TestimonyRow).where(TestimonyRow.article_number == article.number)).all()
    itself = article.copy_of or article.number
    elsewhere: dict[tuple[int, int], Testimony] = {}
    for row, id_, copy_of in _same(session, own):
        source = copy_of or row.article_number
        if source != itself:
            # Copies of one text speak with one voice: that of the first.
            elsewhere.setdefault((source, row.start), replace(_testimony(row, id_), article=str(source)))
    names = {source: _article_id(session, source) for source, _ in elsewhere}
    others = [replace(each, article=names[int(each.article)]) for each in elsewhere.values()]
    found = list(contradictions(rule(_CODE), [_testimony(row, article.id) for row in own], others))
    states = {
        flag.flag_key: (flag.state, flag.state_reason)
        for flag in session.exec(select(FlagRow).where(FlagRow.article_number == article.number, FlagRow.rule == _CODE))
    }
    session.exec(delete(FlagRow).where(col(FlagRow.article_number) == article.number, col(FlagRow.rule) == _CODE))
    for flag in found:
        kept = flag_row(flag, flag_to_json(flag), key=f"{_CODE}-{flag.start}-{flag.quote}"[:100])
        kept.article_number = article.number or 0
        kept.state, kept.state_reason = states.get(kept.flag_key, (kept.state, kept.state_reason))
        session.add(kept)
    session.flush()
    _count(session, article)


def _count(session: Session, article: ArticleRow) -> None:
    """Bring the article's number of warnings and its document in step."""
    document = json.loads(article.timeline)
    between = session.exec(
        select(FlagRow.document).where(FlagRow.article_number == article.number, FlagRow.rule == _CODE)
    ).all()
    flags = [flag for flag in document["flags"] if flag["rule"] != _CODE] + [json.loads(flag) for flag in between]
    if flags == document["flags"]:
        return
    document["flags"] = sorted(flags, key=lambda flag: (flag["start"], flag["end"], flag["rule"]))
    article.timeline = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    article.warnings = sum(flag["severity"] == "warning" for flag in flags)


def _same(session: Session, own: Sequence[TestimonyRow]) -> list[tuple[TestimonyRow, str, int | None]]:
    keys = sorted({key for row in own for key in _keys(row)})
    if not keys:
        return []
    numbers = (
        select(TestimonyKeyRow.testimony_number)
        .where(col(TestimonyKeyRow.key).in_(keys))
        .group_by(col(TestimonyKeyRow.testimony_number))
        .order_by(func.count().desc(), col(TestimonyKeyRow.testimony_number))
        .limit(_COMPARED)
    )
    found = session.exec(
        select(TestimonyRow, ArticleRow.id, ArticleRow.copy_of)
        .join(ArticleRow, col(ArticleRow.number) == col(TestimonyRow.article_number))
        .where(col(TestimonyRow.number).in_(session.exec(numbers).all()))
        .order_by(col(TestimonyRow.number))
    ).all()
    return [(row, id_, copy_of) for row, id_, copy_of in found]


def _keys(row: TestimonyRow) -> list[str]:
    return [f"{row.happening}|{word}" for word in row.words]


def _testimony(row: TestimonyRow, article_id: str) -> Testimony:
    return Testimony(
        article=article_id,
        happening=row.happening,
        words=frozenset(row.words),
        start=row.start,
        end=row.end,
        text=row.text,
        quote=row.quote,
        span=parse_edtf(row.edtf),
    )


def _article_id(session: Session, number: int) -> str:
    return session.exec(select(ArticleRow.id).where(ArticleRow.number == number)).one()
