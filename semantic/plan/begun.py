"""What an answer's columns are where there are no rows: 0, or nothing at all in periods that have not begun."""

from __future__ import annotations

from datetime import datetime

from semantic.plan.calculate import Needs
from semantic.plan.nodes import Begun, column_name
from semantic.query import DimensionField


def counts_of(needs: Needs) -> frozenset[str]:
    """The columns that are 0 where there are no rows."""
    kinds = ("count", "count_distinct")
    found = (needed.column for needed in needs.aggregates.values() if needed.aggregation.kind in kinds)
    return frozenset(found) - needs.unknown


def begun_of(needs: Needs) -> tuple[Begun, ...]:
    """Which counts have no value in the periods that have not begun, those alike together."""
    counts = counts_of(needs)
    found: dict[tuple[str, datetime], list[str]] = {}
    for column, (key, last) in needs.begun.items():
        if column in counts:
            found.setdefault((column_name(key.name), last), []).append(column)
    return tuple(Begun(key, last, frozenset(columns)) for (key, last), columns in found.items())


def period_field(needs: Needs, fields: tuple[DimensionField, ...]) -> DimensionField | None:
    """The time that time calculations are grouped by; None where there are none, or they are not."""
    if not any(one.counts_through for one in needs.aggregates.values()):
        return None
    keys = [key for key, _ in needs.begun.values()]
    times = [one for one in fields if one.dimension.kind == "time"]
    return next((one for one in times if one in keys), None) or next(iter(times), None)
