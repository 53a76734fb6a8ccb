"""Arrow batches → an Arrow IPC stream that says in its schema what the columns are and where the answer is from."""

from __future__ import annotations

import pyarrow as pa

from semantic.result import Column, Result
from server.tabular.encoding import Encoding
from server.tabular.stamp import stamped

END = b"\xff\xff\xff\xff\x00\x00\x00\x00"


def encoding(result: Result) -> Encoding:
    """The schema, and a message for each batch."""
    schema = described(result)

    def encode(batch: pa.RecordBatch) -> bytes:
        return bytes(pa.RecordBatch.from_arrays(batch.columns, schema=schema).serialize())

    return Encoding(bytes(schema.serialize()), encode, lambda: END)


def described(result: Result) -> pa.Schema:
    """The schema with title, unit and decimals of each field, and the stamp of the answer."""
    pairs = zip(result.schema, result.columns, strict=True)
    stamp = {key: str(value) for key, value in stamped(result.stamp).items()}
    return pa.schema([field.with_metadata(_about(column)) for field, column in pairs], metadata=stamp)


def _about(column: Column) -> dict[str, str]:
    known = {
        "title": column.title,
        "type": column.type,
        "role": column.role,
        "unit": column.unit,
        "decimals": None if column.decimals is None else str(column.decimals),
        "description": column.description,
    }
    return {key: value for key, value in known.items() if value is not None}
