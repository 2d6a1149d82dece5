"""The page that answers "when was that?", and the list of the rules."""

from __future__ import annotations

from itertools import groupby
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Query, Request, Response

from app.answers import answers_to_json
from app.api.knowledge import rules as api_rules
from app.api.models import API, RuleList
from app.dependencies import LibraryDep
from app.pages.known import answered, exemplified
from app.pages.rendering import page
from timelines.checks.registry import RULES

router = APIRouter(include_in_schema=False)

_LONGEST_QUERY = 500
_EXAMPLES = ("fall of the Berlin Wall", "Russian invasion of Ukraine", "Brexit", "inauguration of Barack Obama")

Query_ = Annotated[str, Query(alias="q")]


@router.get("/lookup")
def lookup(request: Request, library: LibraryDep, query: Query_ = "") -> Response:
    """The search field and the canon's answers, best first."""
    query = " ".join(query.split())
    mistake = ""
    if len(query) > _LONGEST_QUERY:
        mistake = f"The question has {len(query)} characters; the limit is {_LONGEST_QUERY}."
    asked = bool(query) and not mistake
    return page(
        request,
        "lookup.html",
        status=422 if mistake else 200,
        twin=f"/lookup.json?q={quote(query)}" if asked else "",
        query=query,
        mistake=mistake,
        answers=[answered(answer) for answer in library.lookup(query)] if asked else [],
        api=f"{API}/lookup?q={quote(query)}",
        examples=_EXAMPLES,
    )


@router.get("/lookup.json")
def lookup_json(library: LibraryDep, query: Annotated[str, Query(alias="q", max_length=_LONGEST_QUERY)] = "") -> object:
    """The answers as the API gives them."""
    return answers_to_json(query, library.lookup(query) if query.strip() else ())


@router.get("/rules")
def rules(request: Request) -> Response:
    """All rules by family, in the order of their codes."""
    families = [
        (family, [exemplified(rule) for rule in members])
        for family, members in groupby(RULES, key=lambda rule: rule.family)
    ]
    return page(request, "rules.html", twin="/rules.json", families=families)


@router.get("/rules.json")
def rules_json() -> RuleList:
    """The rules as the API gives them."""
    return api_rules()


@router.get("/api")
def api(request: Request) -> Response:
    """What a program can ask, by subject, out of the API's own description."""
    groups: dict[str, list[tuple[str, str, str]]] = {}
    for path, operations in request.app.openapi()["paths"].items():
        for method, operation in operations.items():
            tag = operation.get("tags", ["other"])[0]
            groups.setdefault(tag, []).append((method.upper(), path, operation.get("summary", "")))
    address = f"{API}/openapi.json"
    base = f"{str(request.base_url).rstrip('/')}{API}/"
    return page(request, "api.html", twin=address, groups=list(groups.items()), base=base, openapi=address)
