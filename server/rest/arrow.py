"""Arrow batches → an Arrow IPC stream that says in its schema what the columns are and where the answer is from."""

from __future__ import annotations

from collections.abc import Callable

import pyarrow as pa

from semantic.result import Result

END = b"\xff\xff\xff\xff\x00\x00\x00\x00"


def described(result: Result) -> pa.Schema:
    """The schema with title, unit and decimals of each field, and the stamp of the answer."""
    fields = []
    for field, column in zip(result.schema, result.columns, strict=True):
        known = {
            "title": column.title,
            "type": column.type,
            "role": column.role,
            "unit": column.unit,
            "decimals": None if column.decimals is None else str(column.decimals),
            "description": column.description,
        }
        fields.append(field.with_metadata({key: value for key, value in known.items() if value is not None}))
    stamp = result.stamp
    return pa.schema(fields, metadata={
        "modelVersion": stamp.model_version,
        "dataVersion": str(stamp.data_version),
        "opgjortPr": stamp.as_of.isoformat(),
        "opgjortPrKilde": stamp.as_of_source,
        "scope": stamp.scope,
    })  # fmt: skip


def encoder(schema: pa.Schema) -> Callable[[pa.RecordBatch], bytes]:
    """What writes one batch as a message of the stream."""

    def encode(batch: pa.RecordBatch) -> bytes:
        return bytes(pa.RecordBatch.from_arrays(batch.columns, schema=schema).serialize())

    return encode


def head(schema: pa.Schema) -> bytes:
    return bytes(schema.serialize())
