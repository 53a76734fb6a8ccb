"""Parquet: the Arrow stream's schema and values in a file that DuckDB reads, written a row group at a time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from semantic.result import Column, Result, Stamp
from server.tabular import arrow, parquet
from server.tabular.parquet import GROUP_ROWS

STAMP = Stamp("m1", 8, date(2025, 9, 30), "social", "alle rækker")
COLUMNS = (
    Column("v.a", "Å", "text", "dimension"),
    Column("v.m", "M", "decimal", "measure", "kr.", 2),
    Column("v.n", "N", "bigint", "measure", "antal", 0),
    Column("v.t", "T", "timestamp", "dimension"),
    Column("v.d", "D", "date", "dimension"),
    Column("v.b", "B", "boolean", "dimension"),
)
TABLE = pa.table(
    {
        "v.a": ["æ", None, ""],
        "v.m": pa.array([Decimal("9" * 36 + ".99"), None, Decimal("-2.00")], pa.decimal128(38, 2)),
        "v.n": pa.array([2**53 + 1, None, 2**63 - 1], pa.int64()),
        "v.t": pa.array([datetime(2024, 1, 1, 13, 5, 0, 123456), None, datetime(1, 1, 1)], pa.timestamp("us")),
        "v.d": pa.array([date(2024, 2, 29), None, date(1, 1, 1)], pa.date32()),
        "v.b": [True, None, False],
    }
)  # fmt: skip


def result(table: pa.Table = TABLE, columns: tuple[Column, ...] = COLUMNS, rows: int = 2) -> Result:
    return Result(columns, iter(table.to_batches(max_chunksize=rows)), STAMP, table.schema)


def file(answer: Result) -> bytes:
    found = parquet.encoding(answer)
    return b"".join([found.head, *map(found.encode, answer.batches), found.tail()])


def streamed(answer: Result) -> pa.Table:
    found = arrow.encoding(answer)
    return pa.ipc.open_stream(b"".join([found.head, *map(found.encode, answer.batches), found.tail()])).read_all()


def test_it_is_the_arrow_stream_in_a_file() -> None:
    read, stream = pq.read_table(pa.BufferReader(file(result()))), streamed(result())
    assert read.equals(stream, check_metadata=True)
    assert read.schema.metadata[b"scope"].decode() == "alle rækker"
    assert read.schema.field("v.m").metadata[b"unit"] == b"kr."


def test_duckdb_reads_every_digit(tmp_path: Path) -> None:
    (tmp_path / "answer.parquet").write_bytes(file(result()))
    with duckdb.connect() as connection:
        found = connection.execute(f"select * from '{tmp_path}/answer.parquet'")
        types = [str(column[1]) for column in found.description]
        rows = found.fetchall()
    assert types == ["VARCHAR", "DECIMAL(38,2)", "BIGINT", "TIMESTAMP", "DATE", "BOOLEAN"]
    assert rows == [tuple(row.values()) for row in TABLE.to_pylist()]


def test_an_answer_without_rows_has_its_columns() -> None:
    read = pq.read_table(pa.BufferReader(file(result(TABLE.slice(0, 0)))))
    assert (read.num_rows, read.column_names) == (0, TABLE.column_names)


@pytest.mark.parametrize("unit", ["s", "ns"])
def test_a_moment_keeps_its_value_in_any_unit(unit: str) -> None:
    moments = pa.table({"v.t": pa.array([1_700_000_000, None], pa.timestamp(unit))})
    read = pq.read_table(pa.BufferReader(file(result(moments, COLUMNS[3:4]))))
    assert read.column(0).cast(pa.timestamp("ns")) == moments.column(0).cast(pa.timestamp("ns"))


def test_a_long_answer_leaves_group_by_group() -> None:
    """What has left is not held: each piece is one row group at most."""
    batch = pa.record_batch({"v.n": pa.array(range(GROUP_ROWS // 4), pa.int64())})

    def many() -> Iterator[pa.RecordBatch]:
        yield from [batch] * 9

    found = parquet.encoding(Result(COLUMNS[2:3], many(), STAMP, batch.schema))
    pieces = [found.head, *map(found.encode, many()), found.tail()]
    assert [bool(piece) for piece in pieces] == [True, *[False, False, False, True] * 2, False, True]
    read = pq.ParquetFile(pa.BufferReader(b"".join(pieces)))
    groups = [read.metadata.row_group(number).num_rows for number in range(read.metadata.num_row_groups)]
    assert groups == [GROUP_ROWS, GROUP_ROWS, GROUP_ROWS // 4]


def test_a_file_that_breaks_off_is_no_file() -> None:
    answer = result()
    found = parquet.encoding(answer)
    broken = b"".join([found.head, *map(found.encode, answer.batches)])
    with pytest.raises(pa.ArrowInvalid):
        pq.read_table(pa.BufferReader(broken))
