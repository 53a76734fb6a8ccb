"""Answers → the rows of the long view: a row for each series, unit and period that an answer has."""

from __future__ import annotations

from collections.abc import Sequence
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
KEY = [(f"{LONG_VIEW}.{name}", "ascending") for name in ("noegletal", "enhed_type", "enhed", "periode")]


def schema_of_rows(scale: int) -> pa.Schema:
    """`scale` is the number of decimals that hold every figure."""
    types = {"text": pa.string(), "date": pa.date32(), "integer": pa.int32(), "decimal": pa.decimal128(38, scale)}
    coverage = f"{LONG_VIEW}.daekning"
    return pa.schema([(one.name, pa.decimal128(5, 4) if one.name == coverage else types[one.type]) for one in COLUMNS])


def rows_of(
    answers: Sequence[tuple[Batch, Collected]], asked: LongQuestion, begins_of: BeginsOf, scale: int
) -> pa.Table:
    """The rows that are asked for, by nøgletal, kind of unit, unit and period."""
    schema = schema_of_rows(scale)
    tables = [_rows(one, answer, schema, begins_of) for batch, answer in answers for one in batch.series]
    table = pa.concat_tables([schema.empty_table(), *tables])
    if asked.units is not None:
        table = table.filter(pc.is_in(table[f"{LONG_VIEW}.enhed"], pa.array(sorted(asked.units), pa.string())))
    return table.sort_by(KEY).slice(asked.offset, asked.limit).combine_chunks()


def _rows(one: Series, answer: Collected, schema: pa.Schema, begins_of: BeginsOf) -> pa.Table:
    """The answer's rows as those of the one nøgletal."""
    table, stamp = answer.table, answer.stamp
    starts = _starts(one, table)
    begins = begins_of(one)
    days = dict.fromkeys(starts.unique().to_pylist())
    wanted = pa.array([day for day in days if begins.holds(day)], pa.date32())
    fixed = {
        "noegletal": one.record.id, "titel": one.record.title, "enhed_type": one.kind,
        "periode_type": LEVELS[one.record.level][1], "maaleenhed": one.maaleenhed, "opgjort_pr": stamp.as_of,
        "dataversion": stamp.data_version, "omfang": stamp.scope,
    }  # fmt: skip
    shown = {day: _coverage(one, day, stamp.as_of) for day in days}
    cells = {
        "enhed": table[one.unit], "periode": starts, "vaerdi": _cells(table, one.record.measure),
        "taeller": _cells(table, one.taeller), "naevner": _cells(table, one.naevner),
        "status": table[f"{one.record.measure}{STATUS_SUFFIX}"],
        "daekning": pa.array([shown[day] for day in starts.to_pylist()], pa.decimal128(5, 4)),
    }  # fmt: skip
    columns = []
    for field in schema:
        name = field.name.removeprefix(f"{LONG_VIEW}.")
        found = cells[name] if name in cells else pa.repeat(pa.scalar(fixed[name], field.type), table.num_rows)
        columns.append(pc.cast(found, field.type))
    whole = pa.Table.from_arrays(columns, schema=schema)
    return whole.filter(pc.is_in(starts, wanted))


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
