"""A breakdown as a relation: what it is asked by and where it is from stand in each of its rows."""

from __future__ import annotations

from dataclasses import replace

import pyarrow as pa

from semantic.breakdown_query import ASKED_BY, STAMPS, Breakdown
from semantic.compose import ARROW
from semantic.query import DateRange
from semantic.result import Column, Result


def as_relation(asked: Breakdown, answer: Result) -> Result:
    """The answer with the columns of `RELATION`."""
    rows = pa.Table.from_batches(answer.batches, schema=answer.schema)
    stamp = answer.stamp
    said = (asked.measure, ", ".join(asked.by), asked.time, _written(asked.period), _written(asked.before))
    before = _same_in_all(ASKED_BY, said, rows.num_rows)
    behind = _same_in_all(STAMPS, (stamp.as_of, stamp.data_version, stamp.scope), rows.num_rows)
    columns = (*ASKED_BY, *answer.columns, *STAMPS)
    table = pa.table([*before, *rows.columns, *behind], names=[one.name for one in columns])
    return replace(answer, columns=columns, batches=iter(table.to_batches()), schema=table.schema)


def _same_in_all(columns: tuple[Column, ...], cells: tuple[object, ...], length: int) -> list[pa.Array]:
    return [pa.repeat(pa.scalar(cell, ARROW[column.type]), length) for column, cell in zip(columns, cells, strict=True)]


def _written(period: DateRange | None) -> str | None:
    """As WHERE has it: two days with `..` between them."""
    return "..".join(period) if isinstance(period, tuple) else period
