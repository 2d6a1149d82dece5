"""Generated requests, good and bad, against the description of the API: no 5xx, no answer that is not described."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from fastapi import FastAPI
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
)
from starlette.testclient import TestClient

from app.library import Library
from app.main import create_app
from app.settings import Settings
from app.store.database import connect, upgrade
from tests.app.conftest import ARTICLE
from timelines.canon.canon import Canon

Operation = schemathesis.APIOperation[Any, Any, Any, Any]


def _operations() -> list[Operation]:
    document = create_app(Settings()).openapi()
    return [
        found.ok() for found in schemathesis.openapi.from_dict(document).get_all_operations() if isinstance(found, Ok)
    ]


OPERATIONS = _operations()
WITH_INPUT = [each for each in OPERATIONS if each.path_parameters or each.query or each.body]
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    negative_data_rejection,
    unsupported_method,
]


@pytest.fixture(scope="module")
def api(tmp_path_factory: pytest.TempPathFactory, canon: Canon) -> Iterator[FastAPI]:
    folder: Path = tmp_path_factory.mktemp("conformance")
    given = Settings(database_url=f"sqlite:///{folder}/t.db", samples=False, max_text_bytes=20_000, fetch=False)
    engine = connect(given.database_url)
    upgrade(engine)
    library = Library(engine, canon)
    app = create_app(given, library=library)
    with TestClient(app) as client:
        client.post("/api/v1/articles", json={"text": ARTICLE})
        yield app
    library.close()


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.label)
def test_the_service_does_what_its_description_says(operation: Operation, api: FastAPI) -> None:
    @settings(
        max_examples=25,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(operation.as_strategy())
    def holds(case: schemathesis.Case[Any]) -> None:
        case.call_and_validate(app=api, checks=CHECKS)

    holds()


@pytest.mark.parametrize("operation", WITH_INPUT, ids=lambda operation: operation.label)
def test_bad_requests_are_refused_as_described(operation: Operation, api: FastAPI) -> None:
    @settings(
        max_examples=15,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(operation.as_strategy(generation_mode=schemathesis.GenerationMode.NEGATIVE))
    def holds(case: schemathesis.Case[Any]) -> None:
        case.call_and_validate(app=api, checks=CHECKS)

    holds()
