"""Arrow batches → a Parquet file, written as the batches come: no more than one row group is held."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.parquet as pq

from semantic.result import Result
from server.tabular.arrow import described
from server.tabular.encoding import Encoding

GROUP_ROWS = 100_000


class Written:
    """A file that is read while it is written: what has come since the last look."""

    closed = False

    def __init__(self) -> None:
        self._parts: list[bytes] = []

    def write(self, part: bytes) -> int:
        self._parts.append(bytes(part))
        return len(part)

    def flush(self) -> None:
        """Nothing waits: every part is there to be taken."""

    def taken(self) -> bytes:
        parts, self._parts = self._parts, []
        return b"".join(parts)


def encoding(result: Result) -> Encoding:
    """Row groups under the schema of the Arrow stream, which the file keeps with its metadata; then their list."""
    schema, file = described(result), Written()
    writer = pq.ParquetWriter(file, schema)
    waiting: list[pa.RecordBatch] = []

    def write_group() -> bytes:
        if waiting:
            writer.write_table(pa.Table.from_batches(waiting, schema), GROUP_ROWS)
            waiting.clear()
        return file.taken()

    def encode(batch: pa.RecordBatch) -> bytes:
        waiting.append(pa.RecordBatch.from_arrays(batch.columns, schema=schema))
        return write_group() if sum(one.num_rows for one in waiting) >= GROUP_ROWS else b""

    def tail() -> bytes:
        group = write_group()
        writer.close()
        return group + file.taken()

    return Encoding(file.taken(), encode, tail)
