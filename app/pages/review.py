"""The review queue: open flags of all articles, to be accepted or dismissed one after the other."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Annotated, Literal
from urllib.parse import urlencode

from fastapi import APIRouter, Form, Query, Request, Response

from app.api.cursors import decode_place, encode_place
from app.api.flags import FlagKey, flag_out
from app.api.keeping_models import NOTE_LENGTH, KeptFlagList
from app.dependencies import KeeperDep, WhoDep
from app.keeping.flag_keeping import place_of
from app.pages.deciding import Decided, Trouble, decided, decision_of
from app.pages.presenting import Card, card_of, title_of
from app.pages.rendering import page
from app.store.tables import ArticleRow, FlagRow
from timelines.formats.json_reading import flag_from_json

router = APIRouter(prefix="/review", include_in_schema=False)

_PER_PAGE = 50
_AROUND = 90

State = Annotated[Literal["open", "accepted", "dismissed"], Query()]
Severity = Annotated[Literal["", "error", "warning", "info"], Query()]
Family = Annotated[str, Query(max_length=30)]
After = Annotated[str, Query(max_length=100)]


@dataclass(frozen=True, slots=True)
class Queued:
    """A flag in the queue, with the words around it; ``number`` orders, ``key`` names it within its article."""

    number: int
    key: str
    article: str
    title: str
    before: str
    quote: str
    after: str
    card: Card
    place: int
    state: str
    reason: str


@router.get("")
def review(
    request: Request,
    keeper: KeeperDep,
    state: State = "open",
    severity: Severity = "",
    family: Family = "",
    after: After = "",
    done: Decided = None,
    trouble: Trouble = "",
) -> Response:
    """The flags in a state, those of the newest articles first; ``done`` is the decision that can be undone."""
    place = decode_place(after, 3) if after else None
    rows = keeper.flags(state=state, severity=severity or None, family=family or None, after=place, limit=_PER_PAGE + 1)
    more, rows = len(rows) > _PER_PAGE, rows[:_PER_PAGE]
    texts = keeper.texts({article.id for _, article in rows})
    here = {"state": state, "severity": severity, "family": family}
    return page(
        request,
        "review.html",
        twin=f"/review.json?{urlencode(here)}",
        queue=[_queued(flag, article, texts[article.id]) for flag, article in rows],
        counts=keeper.flag_counts(),
        families=("calendar", "counting", "canon", "order", "narrative", "conflict"),
        here=here,
        address=lambda **changed: f"/review?{urlencode({k: v for k, v in {**here, **changed}.items() if v})}",
        more=f"/review?{urlencode({**here, 'after': encode_place(*place_of(rows[-1][0]))})}" if more else "",
        done=decision_of(keeper, done),
        trouble=trouble,
    )


@router.get(".json")
def review_json(keeper: KeeperDep, state: State = "open", severity: Severity = "", family: Family = "") -> KeptFlagList:
    """The first page of the queue as the API gives it."""
    rows = keeper.flags(state=state, severity=severity or None, family=family or None, limit=_PER_PAGE)
    return KeptFlagList(flags=[flag_out(flag, article) for flag, article in rows], next=None)


@router.post("/undo/{number}")
def undo(keeper: KeeperDep, number: int, back: Annotated[str, Form(max_length=500)] = "/review") -> Response:
    """Take a decision back and return to the page that it was on."""
    return decided(keeper, "", back, lambda: keeper.undo(number))


@router.post("/{article_id}/{flag_key}")
def judge(
    article_id: str,
    flag_key: FlagKey,
    keeper: KeeperDep,
    who: WhoDep,
    state: Annotated[Literal["open", "accepted", "dismissed"], Form()],
    reason: Annotated[str, Form(max_length=NOTE_LENGTH)] = "",
    back: Annotated[str, Form(max_length=500)] = "/review",
) -> Response:
    """Accept, dismiss or reopen a flag and return to the queue."""
    subject = f"flag/{article_id}/{flag_key}"
    return decided(keeper, subject, back, lambda: keeper.judge_flag(who, article_id, flag_key, state, reason))


def _queued(row: FlagRow, article: ArticleRow, text: str) -> Queued:
    card = card_of(flag_from_json(json.loads(row.document)), row.number or 0)
    return Queued(
        number=row.number or 0,
        key=row.flag_key,
        article=article.id,
        title=title_of(article),
        before=_last_words(text[max(0, row.start - _AROUND) : row.start], cut=row.start > _AROUND),
        quote=text[row.start : row.end],
        after=_first_words(text[row.end : row.end + _AROUND], cut=row.end + _AROUND < len(text)),
        card=card,
        place=_place(article, row),
        state=row.state,
        reason=row.state_reason,
    )


def _place(article: ArticleRow, row: FlagRow) -> int:
    """The number that the flag has on its article's page."""
    flags = json.loads(article.timeline)["flags"]
    return next(
        (
            number
            for number, flag in enumerate(flags, 1)
            if (flag["rule"], flag["start"], flag["end"]) == (row.rule, row.start, row.end)
        ),
        1,
    )


def _last_words(text: str, *, cut: bool) -> str:
    words = text.rpartition("\n")[2]
    return f"… {words.partition(' ')[2]}" if cut and words == text else words


def _first_words(text: str, *, cut: bool) -> str:
    words = text.partition("\n")[0]
    return f"{words.rpartition(' ')[0]} …" if cut and words == text else words
