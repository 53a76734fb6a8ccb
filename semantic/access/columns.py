"""Which tables and columns a measure reads, as far as the asker may know."""

from __future__ import annotations

from semantic.access.visible import VisibleModel
from semantic.model.columns import (
    TableRead,
    aggregates_of,
    columns_by_table,
    columns_told,
    measure_columns,
    parts_seen,
    place_of,
)
from semantic.model.model import Measure
from semantic.model.views import Member


def tables_read(measure: Measure, visible: VisibleModel) -> tuple[TableRead, ...]:
    """The tables behind the measure and its visible parts, by cube; each with the columns that may be known.

    INVARIANT: a column is told of where a visible member is that very column. That a hidden one is made of it too,
    or no other, changes nothing: hidden and absent look alike.
    """
    model = visible.model

    def sees(member: Member) -> bool:
        return member.id in visible.ids

    members = {one.member.id: one.member for view in visible.views.values() for one in view.members.values()}
    told = {place_of(model, read) for one in members.values() for read in columns_told(model, one)}
    cubes = {one.cube for one in parts_seen(model, measure, sees) if aggregates_of(one)}
    read = (one for one in measure_columns(model, measure, sees) if one[0] in visible.cubes)
    return tuple(columns_by_table(model, cubes, (one for one in read if place_of(model, one) in told)))
