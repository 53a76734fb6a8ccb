"""Answers → the rows of the long view: a row for each series, unit and period that an answer has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

import pyarrow as pa
import pyarrow.compute as pc

from semantic.long_view.batches import Batch, BeginsOf
from semantic.long_view.columns import COLUMNS, LONG_VIEW
from semantic.long_view.question import LongQuestion
from semantic.long_view.series import LEVELS, Series
from semantic.model.model import STATUS_SUFFIX
from semantic.result import Collected, Hidden

PLACES = Decimal("0.0001")
UNIT = f"{LONG_VIEW}.enhed"
KEY = [(f"{LONG_VIEW}.{name}", "ascending") for name in ("noegletal", "enhed_type", "enhed", "periode")]


def schema_of_rows(scale: int) -> pa.Schema:
    """`scale` is the number of decimals that hold every figure."""
    types = {"text": pa.string(), "date": pa.date32(), "integer": pa.int32(), "decimal": pa.decimal128(38, scale)}
    coverage = f"{LONG_VIEW}.daekning"
    return pa.schema([(one.name, pa.decimal128(5, 4) if one.name == coverage else types[one.type]) for one in COLUMNS])


def rows_of(
    answers: Sequence[tuple[Batch, Collected]], asked: LongQuestion, begins_of: BeginsOf, scale: int
) -> pa.Table:
    """The rows of what is asked for, by nøgletal, kind of unit, unit and period, all of them."""
    schema = schema_of_rows(scale)
    tables = [rows for batch, answer in answers for rows in _rows(batch, answer, schema, begins_of)]
    table = pa.concat_tables([schema.empty_table(), *tables])
    if asked.units is not None:
        table = table.filter(pc.is_in(table[UNIT], pa.array(sorted(asked.units), pa.string())))
    return table.sort_by(KEY)


def cut(table: pa.Table, asked: LongQuestion) -> pa.Table:
    """Of the rows as many as are asked for, from where they are."""
    end = table.num_rows if asked.limit is None else min(asked.offset + asked.limit, table.num_rows)
    start = min(asked.offset, end)
    return table.slice(start, end - start).combine_chunks()


def _rows(batch: Batch, answer: Collected, schema: pa.Schema, begins_of: BeginsOf) -> Iterator[pa.Table]:
    """The answer's rows as those of one nøgletal after the other."""
    table, stamp, first = answer.table, answer.stamp, batch.series[0]
    starts = _starts(first, table)
    days = starts.unique()
    coverage = [_coverage(first, day, stamp.as_of) for day in days.to_pylist()]
    shared = {
        "enhed": table[first.unit], "periode": starts, "opgjort_pr": stamp.as_of, "dataversion": stamp.data_version,
        "omfang": stamp.scope, "periode_type": LEVELS[first.record.level][1],
        "daekning": pc.take(pa.array(coverage, pa.decimal128(5, 4)), pc.index_in(starts, days)),
    }  # fmt: skip
    shared = {name: _column(cells, name, table.num_rows, schema) for name, cells in shared.items()}
    for one in batch.series:
        own = {
            "noegletal": one.record.id, "titel": one.record.title, "enhed_type": one.kind, "maaleenhed": one.maaleenhed,
            "vaerdi": _cells(table, one.record.measure), "taeller": _cells(table, one.taeller),
            "naevner": _cells(table, one.naevner), "status": table[f"{one.record.measure}{STATUS_SUFFIX}"],
        }  # fmt: skip
        found = shared | {name: _column(cells, name, table.num_rows, schema) for name, cells in own.items()}
        rows = pa.Table.from_arrays(
            [found[field.name.removeprefix(f"{LONG_VIEW}.")] for field in schema], schema=schema
        )
        wanted = [day for day in days.to_pylist() if begins_of(one).holds(day)]
        yield rows if len(wanted) == len(days) else rows.filter(pc.is_in(starts, pa.array(wanted, pa.date32())))


def _column(cells: object, name: str, length: int, schema: pa.Schema) -> pa.ChunkedArray | pa.Array:
    """The cells in the column's type; one value stands in every row."""
    kind = schema.field(f"{LONG_VIEW}.{name}").type
    if isinstance(cells, (pa.Array, pa.ChunkedArray)):
        return cells if cells.type == kind else pc.cast(cells, kind)
    return pa.repeat(pa.scalar(cells, kind), length)


def _cells(table: pa.Table, name: str | None) -> pa.ChunkedArray | pa.Array:
    return pa.nulls(table.num_rows) if name is None else table[name]


def _starts(one: Series, table: pa.Table) -> pa.ChunkedArray | pa.Array:
    """The first day of each period; of a year by its number, the first of January."""
    found = table[one.period_column]
    if not one.in_years:
        return pc.cast(found, pa.date32())
    texts = pc.binary_join_element_wise(pc.cast(pc.cast(found, pa.int32()), pa.string()), "-01-01", "")
    return pc.cast(texts, pa.date32())


def _coverage(one: Series, start: date | None, as_of: date) -> Decimal | None:
    if start is None:
        return None
    days, whole = one.coverage(start, as_of)
    return (Decimal(days) / whole).quantize(PLACES, ROUND_HALF_UP)


def hidden_of_rows(answers: Sequence[tuple[Batch, Collected]]) -> Hidden:
    """What is hidden of any answer is hidden of the rows, by the column that it stands in."""
    found: set[str] = set()
    for batch, answer in answers:
        for one in batch.series:
            pairs = {"vaerdi": one.record.measure, "taeller": one.taeller, "naevner": one.naevner}
            found |= {f"{LONG_VIEW}.{column}" for column, name in pairs.items() if name in answer.hidden.columns}
    of = [answer.hidden for _, answer in answers]
    return Hidden(frozenset(found), any(one.chose for one in of), any(one.few for one in of))
