"""`noegletalVaerdier`: the rows of the long view, as objects whose fields are its columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from graphql import (
    GraphQLArgument,
    GraphQLField,
    GraphQLInt,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLResolveInfo,
    GraphQLString,
)

from semantic.long_answer import answer_long
from semantic.long_view.columns import COLUMNS, DESCRIPTION, bare
from semantic.long_view.question import LongQuestion
from semantic.result import Column, collect
from server.graphql.asking import Asking
from server.graphql.scalars import SCALARS
from server.tabular.cells import cell_texts
from server.tabular.stamp import stamped

VALUES = "noegletalVaerdier"
VALUES_ROWS = 10_000  # that the field is reckoned to have in the cost of a document


def _cell(column: Column) -> GraphQLField:
    kind = SCALARS[column.type]
    about = f"{column.title.rstrip('.')}. {column.description}"
    return GraphQLField(kind if column.nullable else GraphQLNonNull(kind), description=about)


ROW = GraphQLObjectType(
    "NoegletalVaerdi", {bare(one): _cell(one) for one in COLUMNS}, description="One nøgletal of one unit and period."
)
NAMES = GraphQLList(GraphQLNonNull(GraphQLString))


def resolve_values(
    _root: object, info: GraphQLResolveInfo[Any], noegletal: Sequence[str] | None = None,
    enhedstype: Sequence[str] | None = None, enhed: Sequence[str] | None = None, range: str | None = None,
    as_of: str | None = None, edition: str | None = None, limit: int | None = None, offset: int = 0,
) -> list[dict[str, Any]]:  # fmt: skip
    """The rows that are asked for, cut to the server's cap where nobody said how many. Raises ServiceError."""
    asking: Asking = info.context
    ids, kinds, units = (None if one is None else frozenset(one) for one in (noegletal, enhedstype, enhed))
    question = LongQuestion(
        ids, kinds, units, date_range=range, limit=limit, offset=offset, as_of=as_of, edition=edition
    )
    result = answer_long(question, asking.principal, asking.service, asking.cancellation)
    found = collect(replace(result, default_limit=asking.default_limit if limit is None else None))
    asking.told[str(info.path.key)] = {
        **stamped(found.stamp),
        "truncated": found.truncated,
        "rowLimit": asking.default_limit if limit is None else limit,
    }
    cells = (_values(found.table[one.name], one) for one in COLUMNS)
    names = [bare(one) for one in COLUMNS]
    return [dict(zip(names, row, strict=True)) for row in zip(*cells, strict=True)]


def _values(values: Any, column: Column) -> list[Any]:
    """As GraphQL has them: exact numbers and days are text."""
    found: list[Any] = (values if column.type == "integer" else cell_texts(values, column)).to_pylist()
    return found


FIELD = GraphQLField(
    GraphQLNonNull(GraphQLList(GraphQLNonNull(ROW))),
    {
        "noegletal": GraphQLArgument(NAMES, description="Only these, by their ids."),
        "enhedstype": GraphQLArgument(NAMES, description="Only by these kinds of unit."),
        "enhed": GraphQLArgument(NAMES, description="Only these units."),
        "range": GraphQLArgument(
            GraphQLString,
            description="Only periods that begin in this one: 'last 12 months', or 'from 2024-01-01 to 2024-03-31'.",
        ),
        "asOf": GraphQLArgument(
            GraphQLString, out_name="as_of", description="As the data stood on this day, for example 2025-08-31."
        ),
        "edition": GraphQLArgument(GraphQLString, description="As an edition has it, for example 2025K2."),
        "limit": GraphQLArgument(GraphQLInt, description="Rows at most; left out, the server's cap applies."),
        "offset": GraphQLArgument(GraphQLInt, default_value=0),
    },
    resolve_values,
    description=DESCRIPTION,
)
