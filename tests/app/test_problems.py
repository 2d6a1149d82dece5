from __future__ import annotations

import json

from app.problems import MEDIA_TYPE, Problem, ProblemError, field_problem, problem_response


def test_a_problem_has_all_members_of_rfc_9457_and_the_fields() -> None:
    response = problem_response(field_problem(422, "published", "That is no date."))
    assert response.status_code == 422
    assert response.headers["content-type"] == MEDIA_TYPE
    body = json.loads(bytes(response.body))
    assert body == {
        "type": "urn:timelines:problem:invalid-input",
        "title": "Unprocessable Content",
        "status": 422,
        "detail": "That is no date.",
        "errors": [{"field": "published", "message": "That is no date."}],
    }
    Problem.model_validate(body)


def test_half_a_surrogate_pair_does_not_break_the_answer() -> None:
    response = problem_response(ProblemError(404, "There is nothing at /\udc80."))
    assert json.loads(bytes(response.body))["detail"].startswith("There is nothing")
