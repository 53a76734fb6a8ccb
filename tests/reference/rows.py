"""The rows of an answer: which grouping sets they are of, and in which order they come."""

from __future__ import annotations

from itertools import combinations
from typing import Any

from semantic.query import Query, Subtotals
from tests.reference.description import Dimension, World
from tests.reference.reach import Asked

STATUS = "__status"
SUBTOTAL = "__subtotal"


def grouping_sets(subtotals: Subtotals, keys: list[str]) -> list[list[str]] | None:
    """Which keys each set keeps, every set once; None when no subtotals are asked."""
    if subtotals == ():
        return None
    if subtotals == "rollup":
        return [keys[:count] for count in range(len(keys) + 1)]
    if subtotals == "cube":
        return [list(kept) for count in range(len(keys) + 1) for kept in combinations(keys, count)]
    sets = {frozenset(kept) for kept in subtotals}
    return [[key for key in keys if key in kept] for kept in sets]


def with_flags(keys: list[str]) -> list[str]:
    return [name for key in keys for name in (key, key + SUBTOTAL)]


def flagged(row: dict[str, Any], keys: list[str], kept: list[str]) -> dict[str, Any]:
    """The row with the keys that it sums over: NULL, and said to be no NULL that occurs."""
    return {**dict.fromkeys(keys), **row, **{key + SUBTOTAL: key not in kept for key in keys}}


def order_of(query: Query, keys: list[str], shown: tuple[str, ...]) -> list[tuple[str, bool]]:
    """As asked, else the first grouped time, else the first measure downwards; then every dimension.

    A time that is grouped may also be named without its grain.
    """
    grained = {f"{one.dimension}.{one.granularity}": one.dimension for one in query.time_dimensions if one.granularity}
    measures = [name for name in shown if not name.endswith(STATUS)]
    first = [(next(iter(grained)), False)] if grained else [(measures[0], True)] if measures else []
    full = {bare: name for name, bare in grained.items()}
    chosen = [(full.get(one.member, one.member), one.descending) for one in query.order] or first
    return chosen + [(name, False) for name in keys if name not in dict(chosen)]


def in_order(rows: list[dict[str, Any]], name: str, descending: bool, asked: Asked) -> list[dict[str, Any]]:
    """NULL last both ways, and a subtotal behind even that; of values with a declared order those without one last."""
    declared = next((values_in_order(asked.world, one.member) for one in asked.fields if one.name == name), ())
    inner = [row for row in rows if not row.get(name + SUBTOTAL)]
    known = sorted((row for row in inner if row[name] is not None), key=lambda row: row[name], reverse=descending)
    listed = sorted((row for row in known if row[name] in declared), key=lambda row: declared.index(row[name]),
                    reverse=descending)  # fmt: skip
    rest = [row for row in known if row[name] not in declared]
    unknown = [row for row in inner if row[name] is None]
    return [*listed, *rest, *unknown, *(row for row in rows if row.get(name + SUBTOTAL))]


def values_in_order(world: World, dimension: Dimension) -> tuple[str, ...]:
    if dimension.repeats:
        return values_in_order(world, world.dimension(f"{dimension.operand.via[-1].end}.{dimension.repeats}"))
    return dimension.value_order
