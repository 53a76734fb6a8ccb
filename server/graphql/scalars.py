"""The types that do not depend on the model: scalars, filters, order, and the grains of a time dimension."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from graphql import (
    GraphQLBoolean,
    GraphQLEnumType,
    GraphQLError,
    GraphQLField,
    GraphQLFloat,
    GraphQLInputField,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLInt,
    GraphQLList,
    GraphQLNamedOutputType,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLScalarType,
    GraphQLString,
)

from semantic.model.grain import GRAINS, Grain
from semantic.model.model import REST_SUFFIX, SUBTOTAL_SUFFIX
from semantic.result import DataType

NAMES_BY_RESOLVE = "names by resolve"  # marks the types whose unknown fields `resolve` answers for

DECIMAL = GraphQLScalarType("Decimal", description="An exact number, written as a string: '3092.7'.")


def _number(value: object) -> object:
    if isinstance(value, bool) or not isinstance(value, (int, float, Decimal)):
        raise GraphQLError(f"Float cannot represent non numeric value: {str(value)[:60]!r}")
    return value


# What a variable of type Float is read by, with all the digits of the JSON. graphql-core reserves the name.
EXACT_FLOAT = GraphQLScalarType("ExactFloat", parse_value=_number)
EXACT_FLOAT.name = "Float"
DATE = GraphQLScalarType("Date", description="A day: '2024-01-01'.")
DATE_TIME = GraphQLScalarType("DateTime", description="A local moment: '2024-01-01T00:00:00.000'.")

SCALARS: Mapping[DataType, GraphQLNamedOutputType] = {
    "text": GraphQLString,
    "boolean": GraphQLBoolean,
    "integer": GraphQLInt,
    "bigint": DECIMAL,
    "decimal": DECIMAL,
    "double": GraphQLFloat,
    "date": DATE,
    "timestamp": DATE_TIME,
}

ORDER = GraphQLEnumType("OrderBy", {"asc": "asc", "desc": "desc"})


SUBTOTALS = GraphQLScalarType(
    "Subtotals", description='"rollup", "cube", or a list of the lists of dimensions (view.member) that are kept.'
)
FLAG = GraphQLField(GraphQLBoolean, description="Whether the row is a subtotal over the dimension.")
REST = GraphQLField(GraphQLBoolean, description="Whether the row is all members outside the top.")
TOP = GraphQLScalarType(
    "Top",
    description="{dimension, measure, count, desc, rest}: the members (view.member) that come first by the measure; "
    "desc and rest are true unless they are false.",
)


def time_type(name: str, own: Iterable[Grain] = ()) -> GraphQLObjectType:
    """The type of a time dimension: the grains that every time has, and its own."""
    grains = {grain.name: f"The start of the {grain.name}." for grain in GRAINS.values()}
    grains |= {grain.name: grain.title for grain in own}
    fields = {
        "value": GraphQLField(DATE_TIME, description="The value itself, not cut to a grain."),
        **{grain: GraphQLField(DATE_TIME, description=about) for grain, about in grains.items()},
        **{f"{grain}{SUBTOTAL_SUFFIX}": FLAG for grain in grains},
        **{f"{grain}{REST_SUFFIX}": REST for grain in grains},
    }
    about = "A day or a moment, grouped by each grain that is asked for."
    return GraphQLObjectType(name, fields, description=about, extensions={NAMES_BY_RESOLVE: True})


TIME = time_type("TimeDimension")


def _filter(name: str, **operators: GraphQLInputType) -> GraphQLInputObjectType:
    return GraphQLInputObjectType(name, {word: GraphQLInputField(kind) for word, kind in operators.items()})


def _equality(value: GraphQLInputType) -> dict[str, GraphQLInputType]:
    several = GraphQLList(value)
    return {"equals": value, "notEquals": value, "in": several, "notIn": several, "set": GraphQLBoolean}


_TEXTS = GraphQLList(GraphQLString)
TEXT_FILTER = _filter(
    "StringFilter",
    **_equality(GraphQLString),
    contains=_TEXTS,
    notContains=_TEXTS,
    startsWith=_TEXTS,
    notStartsWith=_TEXTS,
    endsWith=_TEXTS,
    notEndsWith=_TEXTS,
)
NUMBER_FILTER = _filter(
    "FloatFilter",
    **_equality(GraphQLFloat),
    gt=GraphQLFloat,
    lt=GraphQLFloat,
    gte=GraphQLFloat,
    lte=GraphQLFloat,
)
BOOLEAN_FILTER = _filter("BooleanFilter", **_equality(GraphQLBoolean))
TIME_FILTER = _filter(
    "DateTimeFilter",
    **{**_equality(_TEXTS), "in": _TEXTS, "notIn": _TEXTS},
    inDateRange=_TEXTS,
    notInDateRange=_TEXTS,
    beforeDate=GraphQLString,
    beforeOrOnDate=GraphQLString,
    afterDate=GraphQLString,
    afterOrOnDate=GraphQLString,
)
FILTERS: Mapping[str, GraphQLInputObjectType] = {
    "string": TEXT_FILTER,
    "number": NUMBER_FILTER,
    "boolean": BOOLEAN_FILTER,
    "time": TIME_FILTER,
}


def list_of(item: GraphQLInputObjectType) -> GraphQLList[GraphQLNonNull[GraphQLInputObjectType]]:
    return GraphQLList(GraphQLNonNull(item))
