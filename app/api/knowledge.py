"""Questions to the canon, and the list of the rules."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from app.answers import answers_to_json, rule_to_json
from app.api.documented import problems
from app.api.models import LookupResult, RuleList, RuleOut
from app.dependencies import LibraryDep
from app.problems import field_problem
from timelines.checks.registry import RULES

router = APIRouter(tags=["knowledge"])


@router.get("/lookup", summary="When was that?", responses=problems(422))
def lookup(
    library: LibraryDep,
    q: Annotated[
        str,
        Query(
            min_length=1,
            max_length=500,
            description="What is asked for, in plain words.",
            examples=["fall of the Berlin Wall"],
        ),
    ],
    limit: Annotated[int, Query(ge=1, le=50, description="How many answers at most.")] = 5,
) -> LookupResult:
    """Find what the words can mean among the facts of the canon, and when it was; best first."""
    if not q.strip():
        raise field_problem(422, "q", "The query is blank; ask for something, like `fall of the Berlin Wall`.")
    return LookupResult.model_validate(answers_to_json(q, library.lookup(q, limit=limit)))


@router.get("/rules", summary="The rules", responses=problems())
def rules() -> RuleList:
    """The kinds of temporal errors that are looked for, with examples and counter-examples."""
    return RuleList(rules=[RuleOut.model_validate(rule_to_json(rule)) for rule in RULES])
