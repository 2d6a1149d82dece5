"""Flags of all articles: list, accept, dismiss, reopen."""

from __future__ import annotations

import json
from typing import Annotated, Literal

from fastapi import APIRouter, Path, Query

from app.api.articles import ArticleId
from app.api.cursors import decode_place, encode_place
from app.api.documented import problems
from app.api.keeping_models import FlagJudgement, KeptFlag, KeptFlagList
from app.api.timeline_models import FlagOut
from app.dependencies import KeeperDep, WhoDep
from app.keeping.flag_keeping import place_of
from app.store.tables import ArticleRow, FlagRow

router = APIRouter(tags=["flags"])

FlagKey = Annotated[str, Path(description="The key of the flag.", examples=["6b86b273ff34fce19d"], max_length=100)]


@router.get("/flags", summary="List flags", responses=problems(422))
def list_flags(
    keeper: KeeperDep,
    rule: Annotated[str | None, Query(max_length=10, description="Only rules that begin so.", examples=["T2"])] = None,
    family: Annotated[str | None, Query(max_length=30, description="Only this family.", examples=["counting"])] = None,
    severity: Annotated[Literal["error", "warning", "info"] | None, Query(description="Only this severity.")] = None,
    state: Annotated[Literal["open", "accepted", "dismissed"] | None, Query(description="Only in this state.")] = None,
    limit: Annotated[int, Query(ge=1, le=200, description="How many at most.")] = 50,
    next: Annotated[  # noqa: A002 - the name of the parameter in the API
        str | None, Query(description="The `next` of the page before.", max_length=100)
    ] = None,
) -> KeptFlagList:
    """What cannot be true in time, over all articles; those of the newest articles first."""
    after = decode_place(next, 3) if next is not None else None
    rows = keeper.flags(rule=rule, family=family, severity=severity, state=state, limit=limit + 1, after=after)
    more, rows = len(rows) > limit, rows[:limit]
    return KeptFlagList(
        flags=[flag_out(flag, article) for flag, article in rows],
        next=encode_place(*place_of(rows[-1][0])) if more else None,
    )


@router.patch(
    "/articles/{article_id}/flags/{flag_key}",
    summary="Accept, dismiss or reopen a flag",
    responses=problems(400, 403, 404, 409, 422),
)
def judge_flag(
    article_id: ArticleId, flag_key: FlagKey, judgement: FlagJudgement, keeper: KeeperDep, who: WhoDep
) -> KeptFlag:
    """A dismissal needs a reason; it holds when the article is read again."""
    keeper.judge_flag(who, article_id, flag_key, judgement.state, judgement.reason)
    return flag_out(*keeper.flag(article_id, flag_key))


def flag_out(flag: FlagRow, article: ArticleRow) -> KeptFlag:
    """A flag with its article and its state."""
    return KeptFlag(
        article=article.id,
        title=article.title,
        key=flag.flag_key,
        state=flag.state,
        reason=flag.state_reason,
        flag=FlagOut.model_validate(json.loads(flag.document)),
    )
