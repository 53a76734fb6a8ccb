"""`raekker`: the rows that a figure's value counts, and what each gives to it."""

from __future__ import annotations

from enum import Enum
from typing import Any

import strawberry
from strawberry.types import Info

from semantic.cube_query import parse_query
from semantic.pipeline import execute, recorded
from semantic.result import Collected, Column, collect
from semantic.rows_behind import PreparedRows, RowsBehind, prepare_rows
from server.graphql.asking import Asking
from server.graphql.breakdown import Filters
from server.tabular.cells import cell_texts
from server.tabular.stamp import stamped

ROWS_BEHIND = "raekker"
SIZES = {"kolonner": 20, "celler": 20_000}  # how many values the lists are reckoned to have


@strawberry.enum(name="RaekkeSide", description="Which side of a ratio's line.")
class Side(Enum):
    taeller = "taeller"
    naevner = "naevner"


@strawberry.type(name="RaekkeKolonne", description="A column of the rows.")
class RowColumn:
    navn: str = strawberry.field(description="view.member.")
    titel: str
    rolle: str = strawberry.field(description="felt, or what the row gives: tal, taeller or naevner.")
    type: str
    enhed: str | None


@strawberry.type(name="Raekker", description="The rows behind a value, by their key.")
class RowsBehindValue:
    kolonner: list[RowColumn]
    celler: list[list[str | None]] = strawberry.field(description="The rows' cells as text, with all decimals.")
    talt: list[str] = strawberry.field(description="Columns of which the value is how many different there are.")
    ialt: int = strawberry.field(description="How many rows there are without limit and offset.")


def rows_of(
    info: Info[Asking, None], noegletal: str, side: Side | None = None, felter: list[str] | None = None,
    tid: str | None = None, periode: list[str] | None = None, filters: Filters | None = None,
    segments: list[str] | None = None, timezone: str | None = None, as_of: str | None = None,
    edition: str | None = None, limit: int | None = None, offset: int = 0,
) -> RowsBehindValue:  # fmt: skip
    asking = info.context
    with recorded(None, asking.principal, asking.service):
        time = {"dimension": tid, **({"dateRange": periode} if periode else {})}
        document: dict[str, Any] = {
            "measures": [noegletal], "dimensions": felter or [], "filters": filters or [], "segments": segments or [],
            "timeDimensions": [time] if tid or periode else [], "timezone": timezone, "asOf": as_of,
            "edition": edition, "limit": limit, "offset": offset, "total": True,
        }  # fmt: skip
        query = parse_query(document, default_limit=asking.default_limit)
    prepared = prepare_rows(RowsBehind(query, side.value if side else None), asking.principal, asking.service)
    found = collect(execute(prepared.prepared, asking.cancellation))
    told = {"truncated": found.truncated, "rowLimit": asking.default_limit if limit is None else limit}
    asking.told[str(info.path.key)] = {**stamped(found.stamp), **told}
    return _written(found, prepared)


def _written(found: Collected, prepared: PreparedRows) -> RowsBehindValue:
    texts = [cell_texts(*one).to_pylist() for one in zip(found.table.columns, found.columns, strict=True)]
    return RowsBehindValue(
        kolonner=[_column(one, prepared) for one in found.columns],
        celler=[list(row) for row in zip(*texts, strict=True)],
        talt=list(prepared.counted),
        ialt=found.total or 0,
    )


def _column(one: Column, prepared: PreparedRows) -> RowColumn:
    return RowColumn(
        navn=one.name, titel=one.title, rolle=prepared.sides.get(one.name, "felt"), type=one.type, enhed=one.unit
    )


@strawberry.type
class RowsBehindQuery:
    raekker: RowsBehindValue = strawberry.field(
        resolver=rows_of, description="The rows that a key figure's value counts, and what each gives to it."
    )
