"""What it costs to ask a schema about itself, so that aliases cannot have it told again and again."""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil

from graphql import GraphQLSchema, get_introspection_query, is_input_object_type, is_object_type, parse

from server.graphql.limits import Limits, Sizes, counts

VALUE_COST = 10.0  # of one value of introspection, in values of the catalogue: as measured
WRAPPED = 0.25  # of the types that a field has, at most
WHOLE_COST = 200_000  # at most, of all that there is, once: it is always within the limits, and twice is not


def about_itself(schema: GraphQLSchema, lists: Mapping[str, int]) -> Sizes:
    """The sizes with those of the schema: types exactly, what a type has on average."""
    types = schema.type_map.values()
    fields = [len(one.fields) for one in types if is_object_type(one)]
    inputs = [len(one.fields) for one in types if is_input_object_type(one)]
    mean = ceil(sum(fields) / len(types))
    sizes = {
        **lists, "types": len(types), "fields": mean, "inputFields": ceil(sum(inputs) / len(types)),
        "directives": len(schema.directives),
    }  # fmt: skip
    [whole] = counts(parse(get_introspection_query()), Limits(), Sizes(sizes, wrapped=WRAPPED))
    each = min(VALUE_COST, WHOLE_COST / whole.cost)
    widest = max(fields) / mean  # one type that is named may be the one that has most
    return Sizes(sizes, {"__schema": each, "__type": each * widest}, WRAPPED)
