"""Every field of `Query` is spelled on every interface, and each spelling says what the table says."""

from __future__ import annotations

import json
import shlex
from collections.abc import Mapping
from contextlib import nullcontext
from dataclasses import fields, replace
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from semantic.access.principal import OPERATOR
from semantic.cube_query import parse_query
from semantic.errors import Problem, refusal
from semantic.pipeline import prepare
from semantic.query import Order, Query, TimeDimension, Top
from server.cli import main
from server.graphql import operation
from server.graphql.limits import Limits
from server.graphql.operation import Asking, Request, resolve_cube, respond
from server.graphql.schema import build
from server.rest.ask import ask_of
from server.terminal import app
from tests.interfaces.spellings import ELLIPSIS, MEASURE, SPELLINGS, UNSPELLED, Spelling, questions_page
from tests.worlds import PROJECT, service


def expected(value: Mapping[str, Any]) -> Query:
    return replace(Query(measures=(MEASURE,)), **value)


def document(one: Spelling) -> str:
    return one.json if "measures" in one.value else f'"measures": ["{MEASURE}"], {one.json}'


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[Query]:
    """What GraphQL and the command line ask, each heard where it would be answered."""
    found: list[Query] = []

    def answer(query: Query, *rest: object) -> None:
        found.append(replace(query, default_limit=None))
        raise refusal(Problem("U401", "Heard."))

    monkeypatch.setattr(operation, "answer", answer)
    monkeypatch.setattr(app, "answer", answer)
    monkeypatch.setattr(app, "local_service", lambda settings: nullcontext(service("demo")))
    return found


def test_every_field_has_a_row_and_every_row_a_field() -> None:
    inner = {"time_dimensions": TimeDimension, "order": Order, "top": Top}
    names = [one.name for one in fields(Query) if one.name not in UNSPELLED]
    names += [f"{name}.{one.name}" for name, kind in inner.items() for one in fields(kind)]
    assert sorted(name for one in SPELLINGS for name in one.fields) == sorted(names)


@pytest.mark.parametrize("one", SPELLINGS, ids=lambda one: one.fields[0])
def test_an_example_gives_its_field(one: Spelling) -> None:
    assert {name.partition(".")[0] for name in one.fields} <= set(one.value)
    assert all(value != getattr(Query(), name) for name, value in one.value.items())


@pytest.mark.parametrize("one", SPELLINGS, ids=lambda one: one.fields[0])
def test_json_says_it(one: Spelling) -> None:
    text = f"{{{document(one)}}}"
    assert parse_query(json.loads(text), default_limit=None) == expected(one.value)
    assert parse_query(yaml.safe_load(text), default_limit=None) == expected(one.value)  # of a metric test
    assert ask_of(json.loads(text), None, multi=False).queries == (expected(one.value),)


@pytest.mark.parametrize("one", SPELLINGS, ids=lambda one: one.fields[0])
def test_graphql_says_it(one: Spelling, heard: list[Query]) -> None:
    view, _, name = MEASURE.partition(".")
    text = one.graphql.replace(ELLIPSIS, f"{view} {{ {name} }}")
    place = service("demo")
    asking = Asking(OPERATOR, place, build(place.visible(OPERATOR), resolve_cube), 10)
    answered = respond(Request(f"{{ {text} }}"), asking, Limits())
    assert heard == [expected(one.graphql_value or one.value)], answered.body


@pytest.mark.parametrize("one", SPELLINGS, ids=lambda one: one.fields[0])
def test_the_command_line_says_it(one: Spelling, heard: list[Query]) -> None:
    named = [] if "measures" in one.value else [MEASURE]
    answered = CliRunner().invoke(main, ["query", *named, *shlex.split(one.cli)])
    assert heard == [expected(one.value)], answered.output


def test_the_page_is_written_from_the_table() -> None:
    assert (PROJECT / "docs" / "questions.md").read_text("utf-8") == questions_page(), "run: make snapshots"


@pytest.mark.parametrize("one", SPELLINGS, ids=lambda one: one.fields[0])
def test_an_example_is_a_question_to_the_demo(one: Spelling) -> None:
    prepare(expected(one.value), OPERATOR, service("demo"))
