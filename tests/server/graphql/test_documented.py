"""`docs/graphql.md` tells the truth: every document in it is answered (and in two others), and its numbers hold."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
from graphql import GraphQLInputObjectType

from semantic.cube_query import MAX_DEPTH, MAX_FILTERS, MAX_VALUES
from server.graphql.limits import Limits
from server.graphql.scalars import BOOLEAN_FILTER, NUMBER_FILTER, TEXT_FILTER, TIME_FILTER
from server.graphql.schema import Schemas

DOCS = Path(__file__).parents[3] / "docs"
PAGE = (DOCS / "graphql.md").read_text("utf-8")
BLOCKS = re.findall(r"^```graphql\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
for other in ("tid.md", "fra-tal-til-raekker.md"):
    BLOCKS += re.findall(r"^```graphql\n(.*?)^```$", (DOCS / other).read_text("utf-8"), re.MULTILINE | re.DOTALL)
VARIABLES = {"region": ["Sjælland"], "aar": 2024, "med_gruppe": True}


@pytest.mark.parametrize("block", BLOCKS, ids=range(len(BLOCKS)))
def test_every_document_is_answered(block: str, ask: Callable[..., httpx.Response]) -> None:
    variables = VARIABLES if "$region" in block else {}
    answer = ask(block, **variables)
    assert answer.status_code == 200, answer.text
    assert all(answer.json()["data"].values())


def words(row: str) -> list[str]:
    """The quoted words of the table row that begins so."""
    found = re.search(rf"^\| {re.escape(row)} \|(.*)$", PAGE, re.MULTILINE)
    assert found, row
    return re.findall(r"`(\w+)`", found[1])


@pytest.mark.parametrize(
    ("row", "filters"),
    [("text", TEXT_FILTER), ("number", NUMBER_FILTER), ("boolean", BOOLEAN_FILTER), ("time", TIME_FILTER)],
)
def test_every_operator_is_documented(row: str, filters: GraphQLInputObjectType) -> None:
    assert sorted(words(row)) == sorted(filters.fields)


def test_every_argument_of_cube_is_documented(schemas: Schemas) -> None:
    table = PAGE.split("| Argument of `cube` |")[1].split("\n\n")[0]
    cells = (line.split("|")[1] for line in table.splitlines() if line.startswith("| "))
    told = {word for cell in cells for word in re.findall(r"`(\w+)`", cell)}
    query = schemas.shown.query_type
    assert query is not None
    assert told == set(query.fields["cube"].args)


def test_the_limits_are_those_of_the_code() -> None:
    limits = Limits()
    table = PAGE.split("## Limits")[1]
    numbers = {int(number.replace(",", "")) for number in re.findall(r"(?<![L\w])\d[\d,]*(?!\w)", table)}
    assert {
        limits.nesting, limits.depth, limits.aliases, limits.questions, limits.directives, limits.tokens, limits.cost,
        limits.question_cost, MAX_FILTERS, MAX_DEPTH, MAX_VALUES,
    } <= numbers  # fmt: skip
