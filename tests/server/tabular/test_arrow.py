"""Arrow: a stream that anyone can read, with the meaning of each column and where the answer is from."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pyarrow as pa

from semantic.result import Column, Result, Stamp
from server.tabular.arrow import encoding

STAMP = Stamp("m1", 8, date(2025, 9, 30), "social", "alle rækker")


def test_it_comes_back_whole_with_its_meaning() -> None:
    columns = (Column("v.a", "Å", "text", "dimension"), Column("v.m", "M", "decimal", "measure", "kr.", 2))
    table = pa.table(
        {"v.a": ["x", None, "z"], "v.m": pa.array([Decimal("1.50"), None, Decimal("-2.00")], pa.decimal128(38, 2))}
    )
    answer = Result(columns, iter(table.to_batches(max_chunksize=2)), STAMP, table.schema)
    found = encoding(answer)
    read = pa.ipc.open_stream(b"".join([found.head, *map(found.encode, answer.batches), found.tail()])).read_all()
    assert read.to_pydict() == table.to_pydict()
    assert read.schema.field("v.m").metadata == {
        b"title": b"M", b"type": b"decimal", b"role": b"measure", b"unit": b"kr.", b"decimals": b"2",
    }  # fmt: skip
    assert read.schema.metadata[b"scope"].decode() == "alle rækker"
    assert read.schema.metadata[b"dataVersion"] == b"8"
