"""How fast batches become DataRow messages: the encoder alone, on one core, no engine and no socket beside it."""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Sequence

import duckdb
import pyarrow as pa

from benchmarks.figure import Figure, milliseconds
from server.postgres import types
from server.postgres.encode.rows import ROWS_AT_ONCE, data_rows
from server.postgres.statement import PgColumn

ROWS = 1_000_000
RUNS = 7
BINARY, TEXT = 1, 0
# Six columns as a fact table has them: a key, a number, a measured value, an amount, a day and a name.
SELECT = f"""
    SELECT range AS number, (range * 7 % 1000003)::INTEGER AS code, range * 0.37::DOUBLE + 1 / 3 AS measured,
        (hash(range) % 10000000000)::DECIMAL(18, 0) * 0.0001::DECIMAL(5, 4) AS amount,
        DATE '2000-01-01' + (range % 9000)::INTEGER AS day, 'navn ' || range % 1000 AS name
    FROM range({ROWS})
"""
COLUMNS = tuple(
    PgColumn(name, kind)
    for name, kind in (
        ("number", types.INT8), ("code", types.INT4), ("measured", types.FLOAT8), ("amount", types.NUMERIC),
        ("day", types.DATE), ("name", types.TEXT),
    )
)  # fmt: skip


def wire_figures() -> Iterator[Figure]:
    with duckdb.connect() as connection:
        batches = connection.sql(SELECT).to_arrow_table().combine_chunks().to_batches(max_chunksize=ROWS_AT_ONCE)
    for name, format in (("binary", BINARY), ("text", TEXT)):
        encode(batches, format)
        taken = statistics.median(milliseconds(lambda format=format: encode(batches, format)) for _ in range(RUNS))
        yield Figure(f"encode_rows_{name}_mrows_s", ROWS / taken / 1000, "million rows/s")


def encode(batches: Sequence[pa.RecordBatch], format: int) -> None:
    for batch in batches:
        data_rows(batch, COLUMNS, [format] * len(COLUMNS))
