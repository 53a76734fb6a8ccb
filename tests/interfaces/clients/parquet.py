"""A Parquet file downloaded over REST, and read by DuckDB and by Arrow alike."""

from __future__ import annotations

import atexit
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import unquote

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from tests.case import canonical
from tests.interfaces.clients.answers import Heard, settled, values_of
from tests.interfaces.clients.rest import load, refused
from tests.worlds import World


class ParquetClient:
    """The values are DuckDB's; Arrow, which reads what the file says of each column, must see the same types."""

    name = "parquet"

    def ask(self, world: World, query: dict[str, Any], principal: str) -> Heard:
        response = load(world, query, principal, "application/vnd.apache.parquet")
        if response.status_code != 200:
            return refused(response)
        schema = pq.read_schema(pa.BufferReader(response.content))
        table = read_by_duckdb(response.content)
        about = [field.metadata for field in schema]
        decimals = [int(one[b"decimals"]) if b"decimals" in one else None for one in about]
        cells = [[settled(canonical(value, places)) for value in values_of(column)]
                 for column, places in zip(table.columns, decimals, strict=True)]  # fmt: skip
        shown = tuple((one[b"title"].decode(), one.get(b"unit", b"").decode(), places)
                      for one, places in zip(about, decimals, strict=True))  # fmt: skip
        assert [field.type for field in schema if pa.types.is_decimal(field.type)] == [
            column.type for column in table.columns if pa.types.is_decimal(column.type)
        ]
        scope = unquote(response.headers["nogletal-scope"])
        return Heard(tuple(table.column_names), tuple(zip(*cells, strict=True)), scope=scope, shown=shown)


def read_by_duckdb(content: bytes) -> pa.Table:
    with TemporaryDirectory() as folder:
        file = Path(folder, "answer.parquet")
        file.write_bytes(content)
        return _reader().sql(f"select * from read_parquet('{file}')").to_arrow_table()


@cache
def _reader() -> duckdb.DuckDBPyConnection:
    """A DuckDB of the client's own, opened once: to open one takes longer than to read an answer."""
    opened = duckdb.connect(config={"threads": 1})
    atexit.register(opened.close)
    return opened
