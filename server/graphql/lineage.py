"""Down to the tables and columns that a key figure is read from."""

from __future__ import annotations

import strawberry

from semantic.access.columns import tables_read
from semantic.access.visible import VisibleModel
from semantic.model.model import Measure

SIZES = {"tables": 3, "columns": 8}  # how many items the lists are reckoned to have, in the cost of a document


@strawberry.type(name="TableRead", description="A table that a key figure is read from.")
class CatalogueTable:
    cube: str
    table: str
    columns: list[str] = strawberry.field(description="Those that it reads and the asker may know of: values, filters, "
                                          "days and keys.")  # fmt: skip


def tables_of(measure: Measure, visible: VisibleModel) -> list[CatalogueTable]:
    """The tables of the visible cubes, each with the columns that a visible member is or sums."""
    found = tables_read(measure, visible)
    return [CatalogueTable(cube=one.cube, table=one.table, columns=list(one.columns)) for one in found]
