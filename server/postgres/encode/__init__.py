"""STAND-IN until the encoder is merged: rows one at a time, by DuckDB-free Python; replaced by the vectorised one."""

from __future__ import annotations

import struct
from collections.abc import Sequence

import pyarrow as pa

from server.postgres.command import CopyOptions
from server.postgres.statement import PgColumn


def _cell(value: object, column: PgColumn, form: int) -> bytes:
    if form == 1 and column.type.name in ("int2", "int4", "int8"):
        return int(str(value)).to_bytes(column.type.size, "big", signed=True)
    if form == 1 and column.type.name == "bool":
        return b"\1" if value else b"\0"
    if form == 1 and column.type.name == "float8":
        return struct.pack("!d", value)
    text = {True: "t", False: "f"}.get(value, str(value)) if isinstance(value, bool) else str(value)
    return text.encode()


def data_rows(
    batch: pa.RecordBatch, columns: Sequence[PgColumn], formats: Sequence[int], timezone: str = "UTC"
) -> bytes:
    out = bytearray()
    for row in zip(*(column.to_pylist() for column in batch.columns), strict=True) if batch.num_columns else ():
        body = struct.pack("!H", len(row))
        for value, column, form in zip(row, columns, formats, strict=True):
            if value is None:
                body += struct.pack("!i", -1)
            else:
                cell = _cell(value, column, form)
                body += struct.pack("!i", len(cell)) + cell
        out += b"D" + struct.pack("!i", len(body) + 4) + body
    return bytes(out)


def copy_text(batch: pa.RecordBatch, columns: Sequence[PgColumn], options: CopyOptions, timezone: str = "UTC") -> bytes:
    lines = []
    for row in zip(*(column.to_pylist() for column in batch.columns), strict=True):
        cells = (options.null if value is None else _cell(value, column, 0).decode()
                 for value, column in zip(row, columns, strict=True))  # fmt: skip
        lines.append(options.delimiter.join(cells) + "\n")
    body = "".join(lines).encode()
    return b"d" + struct.pack("!i", len(body) + 4) + body if body else b""
