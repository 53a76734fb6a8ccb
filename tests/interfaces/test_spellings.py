"""Every field of `Query` is spelled on every interface, and each spelling says what the table says."""

from __future__ import annotations

import json
import shlex
from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from semantic.access.principal import OPERATOR
from semantic.compose import Composition
from semantic.cube_query import parse_query
from semantic.errors import Problem, UnsupportedError, refusal
from semantic.pipeline import prepare
from semantic.query import Order, Query, TimeDimension, Top
from server.cli import main
from server.graphql import operation
from server.graphql.limits import Limits
from server.graphql.operation import Asking, Request, resolve_cube, respond
from server.graphql.schema import build
from server.postgres.command import Set
from server.postgres.parse import parse
from server.postgres.sql.direct import direct
from server.postgres.sql.select import composition
from server.postgres.statements import wishes_of
from server.postgres.tree import one_query
from server.rest.ask import ask_of
from server.terminal import app
from tests.interfaces.clients.cli import served_by
from tests.interfaces.spellings import (
    ELLIPSIS,
    MEASURE,
    SPELLINGS,
    SQL_ALONE,
    SQL_ASKS,
    UNSPELLED,
    Spelling,
    questions_page,
)
from tests.server.postgres.sql.asked import reading_of
from tests.worlds import PROJECT, service


def expected(value: Mapping[str, Any]) -> Query:
    return replace(Query(measures=(MEASURE,)), **value)


def document(one: Spelling) -> str:
    return one.json if "measures" in one.value else f'"measures": ["{MEASURE}"], {one.json}'


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Query]]:
    """What GraphQL and the command line ask, each heard where it would be answered."""
    found: list[Query] = []

    def answer(query: Query, *rest: object) -> None:
        found.append(replace(query, default_limit=None))
        raise refusal(Problem("U401", "Heard."))

    monkeypatch.setattr(operation, "answer", answer)
    monkeypatch.setattr(app, "answer", answer)
    with served_by(service("demo")):
        yield found


def test_every_field_has_a_row_and_every_row_a_field() -> None:
    inner = {"time_dimensions": TimeDimension, "order": Order, "top": Top}
    names = [one.name for one in fields(Query) if one.name not in UNSPELLED]
    names += [f"{name}.{one.name}" for name, kind in inner.items() for one in fields(kind)]
    assert sorted(name for one in SPELLINGS for name in one.fields) == sorted(set(names) - set(SQL_ALONE))
    assert set(SQL_ALONE) <= set(names)


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


@pytest.mark.parametrize("one", SPELLINGS, ids=lambda one: one.fields[0])
def test_sql_says_it(one: Spelling) -> None:
    found, whole = translated(one.sql.replace(ELLIPSIS, SQL_ASKS))
    [query] = found.questions.values() if whole is None else [whole]
    # Whether the order is left open, and figures are rounded yet, SQL says by itself.
    assert replace(query, unordered=False, exact=False) == expected(one.sql_value or one.value)


def translated(text: str) -> tuple[Composition, Query | None]:
    """What the SQL becomes, and the question that it is where nothing is computed over its answer."""
    settings: dict[str, str] = {}
    *sets, select = text.split("; ")
    for part in sets:
        said = parse(part)
        assert isinstance(said, Set)
        settings[said.name] = said.value or ""
    reading = reading_of(service("demo").visible(OPERATOR), wishes_of(settings))
    found = composition(one_query(select), reading)
    whole = direct(found, 1_000)
    return found, whole.query if whole else None


def test_sql_alone_puts_nulls_first() -> None:
    for words, nulls_first in (("desc", True), ("desc nulls last", False), ("asc", False), ("asc nulls first", True)):
        _, query = translated(f"{SQL_ASKS} order by antal_ydelser {words}")
        assert query is not None
        assert query.order == (Order(MEASURE, words.startswith("desc"), nulls_first),), words


def test_the_page_is_written_from_the_table() -> None:
    assert (PROJECT / "docs" / "questions.md").read_text("utf-8") == questions_page(), "run: make snapshots"


@pytest.mark.parametrize("one", SPELLINGS, ids=lambda one: one.fields[0])
def test_an_example_is_a_question_to_the_demo(one: Spelling) -> None:
    if "edition" in one.fields:  # of which the demo has none
        with pytest.raises(UnsupportedError, match="U460"):
            prepare(expected(one.value), OPERATOR, service("demo"))
        return
    prepare(expected(one.value), OPERATOR, service("demo"))
