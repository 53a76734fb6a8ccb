"""Schemathesis on the OpenAPI document and on the GraphQL schema: whatever they allow to be sent, and whatever they
forbid, is answered as they say.

`FUZZ_EXAMPLES=2000` asks for as many examples of each operation; the few of a usual run are the same each time.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, reject, settings
from hypothesis import strategies as st
from schemathesis import Case
from schemathesis.checks import not_a_server_error
from schemathesis.core.errors import InvalidSchema
from schemathesis.generation import GenerationMode
from schemathesis.graphql.loaders import get_introspection_query
from schemathesis.schemas import APIOperation, BaseSchema
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from starlette.types import ASGIApp, Receive, Scope, Send

from server.main import build_app
from server.rest.openapi import document
from server.settings import Settings
from tests.server.conftest import Client
from tests.worlds import open_policies, world

EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES", "0"))
HOST = "http://127.0.0.1:8000"
BASIC = {"Authorization": "Basic ZGlyZWt0aW9uOmRlbW8="}  # direktion:demo
MEASURES = ("regnskab.udgift_kr", "regnskab.udgift_pr_indbygger")
DIMENSIONS = ("regnskab.aar", "regnskab.region")
CHECKS = [
    not_a_server_error, status_code_conformance, content_type_conformance, response_headers_conformance,
    response_schema_conformance, negative_data_rejection,
]  # fmt: skip


def few(examples: int) -> settings:
    quiet = [HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large]
    return settings(max_examples=EXAMPLES or examples, derandomize=True, deadline=None, suppress_health_check=quiet)


class Served:
    """The application that the session's client asks, which the descriptions are tried against without a socket."""

    app: ASGIApp

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":  # signals, which the lifespan listens for, reach the main thread only
            await self.app(scope, receive, send)


SERVED = Served()


@pytest.fixture(scope="module", autouse=True)
def _served(client: Any) -> Iterator[None]:
    SERVED.app = client.app
    yield
    del SERVED.app


def with_names(described: dict[str, Any]) -> dict[str, Any]:
    """The document with names of the demo in place of any name, and without what fits few of them."""
    found = deepcopy(described)
    schemas = found["components"]["schemas"]
    query = schemas["Query"]
    keys = ("total", "responseFormat", "renewQuery")
    query["properties"] = {
        "measures": {"type": "array", "items": {"enum": list(MEASURES)}, "minItems": 1, "maxItems": 5},
        "dimensions": {"type": "array", "items": {"enum": list(DIMENSIONS)}, "maxItems": 5},
        "limit": {"type": "integer", "minimum": 0, "maximum": 20},
        "offset": {"type": "integer", "minimum": 0, "maximum": 20},
        "subtotals": {"enum": ["rollup", "cube"]},
        **{key: query["properties"][key] for key in keys},
    }
    query["required"] = ["measures"]
    schemas["Questions"] = {"$ref": "#/components/schemas/Query"}
    return found


def tried(described: dict[str, Any]) -> BaseSchema:
    found = schemathesis.openapi.from_dict(described)
    found.config.checks.negative_data_rejection.expected_statuses = ["4xx"]  # too large is a refusal, too
    found.app = SERVED
    return found


# The document names no member, so that nearly every name is a wrong one.
PLAIN, NAMED = tried(document()), tried(with_names(document()))
MODES = (GenerationMode.POSITIVE, GenerationMode.NEGATIVE)


def operations(schema: BaseSchema) -> list[APIOperation]:
    return [found.ok() for found in schema.get_all_operations()]


def hold(operation: APIOperation, mode: GenerationMode, examples: int, headers: dict[str, str]) -> None:
    """The operation answers examples of what it allows, or forbids, as it says. Raises Schemathesis' failures."""

    cases = operation.as_strategy(generation_mode=mode)

    @few(examples)
    @given(data=st.data())
    def ask(data: st.DataObject) -> None:
        try:
            case = data.draw(cases)
        except InvalidSchema:  # Schemathesis gives up on some forbidden lists, depending on what it drew before
            reject()
        answer = case.call_and_validate(base_url=HOST, headers=headers, checks=CHECKS)
        if mode.is_positive and answer.status_code >= 400:
            assert ill_formed(answer.json()) == []

    ask()


def ill_formed(refusal: dict[str, Any]) -> list[str]:
    """Why the request was called of the wrong form, which what the document allows never is.

    But 5.0 is a whole number to a JSON schema, and no schema says how deep filters may be.
    """
    told = [one for one in refusal["problems"] if one["code"] in ("P101", "P102", "P103", "L510")]
    beyond = ("must be a whole number.", "deep.", "filters.")
    return [one["message"] for one in told if not one["message"].endswith(beyond)]


def forbidden(operation: APIOperation) -> bool:
    """Whether there is anything that the operation does not allow to be sent."""
    return bool(list(operation.iter_parameters()) or list(operation.body))


def label(value: object) -> str:
    return value.label if isinstance(value, APIOperation) else str(getattr(value, "value", value))


ASKED = [(one, mode) for one in operations(PLAIN) for mode in MODES if mode.is_positive or forbidden(one)]


@pytest.mark.parametrize(("operation", "mode"), ASKED, ids=label)
def test_a_principal_is_answered_as_described(operation: APIOperation, mode: GenerationMode) -> None:
    hold(operation, mode, 20, BASIC)


@pytest.mark.parametrize("operation", operations(PLAIN), ids=label)
def test_nobody_is_answered_as_described(operation: APIOperation) -> None:
    hold(operation, GenerationMode.POSITIVE, 5, {})


# Only what is allowed: the bounds that `with_names` adds are not the server's.
ANSWERED = [one for one in operations(NAMED) if "query" in str(one.definition.raw)]


@pytest.mark.parametrize("operation", ANSWERED, ids=label)
def test_questions_that_have_answers_are_answered_as_described(operation: APIOperation) -> None:
    hold(operation, GenerationMode.POSITIVE, 20, BASIC)


def answers_or_refuses(body: dict[str, Any]) -> None:
    """What GraphQL answers to what its schema allows: data, or errors with codes of ours that are not our fault.

    Schemathesis' own check would call every refusal a fault of the server.
    """
    assert set(body) <= {"data", "errors", "extensions"}
    assert "data" in body or body["errors"]
    for error in body.get("errors", []):
        assert re.fullmatch("[PRAUL][0-9]{3}", error["extensions"]["code"]), error


@pytest.fixture
def queries(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[APIOperation]]:
    """The queries of a small model, since those of the demo's take seconds each to make up."""
    place = world("library")
    small = Client(
        build_app(
            Settings(
                demo=True, model=place.model, policies=open_policies(place.model), databases={"demo": place.database}
            )
        )
    )
    monkeypatch.setattr(SERVED, "app", small.app)
    answer = small.post("/graphql", json={"query": get_introspection_query()})
    schema = schemathesis.graphql.from_dict(answer.json()["data"])
    schema.app = SERVED
    yield operations(schema)
    small.close()


@pytest.mark.timeout(400)  # fifty documents, each of many questions
@pytest.mark.parametrize(("headers", "examples"), [(BASIC, 50), ({}, 2)], ids=["principal", "nobody"])
def test_every_query_of_the_graphql_schema_is_answered(
    queries: list[APIOperation], headers: dict[str, str], examples: int
) -> None:
    assert {one.label for one in queries} >= {"Query.cube"}
    for operation in queries:

        @few(examples)
        @given(case=operation.as_strategy())
        def ask(case: Case) -> None:
            answer = case.call(base_url=f"{HOST}/graphql", headers=headers)
            body = answer.json()
            answers_or_refuses(body)
            family = "" if "data" in body else body["errors"][0]["extensions"]["code"][0]
            statuses = {
                "L": 413,
                **({"A": 403} if str(case.body).startswith("mutation") else {}),
            }  # nobody here writes notes
            assert answer.status_code == (statuses.get(family, 200) if headers else 401)

        ask()
