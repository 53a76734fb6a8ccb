"""Result → CSV, JSON or an Arrow stream, written batch by batch. Numbers keep every digit."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Any, BinaryIO

import pyarrow as pa

from semantic.result import Column, Result, Stamp

EXACT = Context(prec=100, rounding=ROUND_HALF_UP)
Encode = Callable[[Result, BinaryIO], int]


def number(value: int | Decimal, decimals: int | None) -> str:
    """All digits, without an exponent, and exactly `decimals` decimals where the column declares them.

    >>> number(Decimal("100.6"), 2), number(5627145, 0), number(Decimal("1E+3"), None)
    ('100.60', '5627145', '1000')
    """
    if decimals is None:
        return format(value, "f") if isinstance(value, Decimal) else str(value)
    return format(EXACT.quantize(Decimal(value), Decimal(1).scaleb(-decimals)), "f")


def text(value: Any, column: Column) -> str:
    """The cell as plain text, NULL as nothing; dates and times in ISO 8601."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, Decimal)):
        return number(value, column.decimals)
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    return str(value)


def rows(batch: pa.RecordBatch) -> Iterator[tuple[Any, ...]]:
    return zip(*(column.to_pylist() for column in batch.columns), strict=True)


def csv(result: Result, out: BinaryIO) -> int:
    """RFC 4180 with a header of names. NULL is an empty field, empty text is `""`. Returns the number of rows."""
    out.write(_record([column.name for column in result.columns]))
    count = 0
    for batch in result.batches:
        for row in rows(batch):
            pairs = zip(row, result.columns, strict=True)
            out.write(_record([None if value is None else text(value, column) for value, column in pairs]))
        count += batch.num_rows
    return count


def _record(fields: list[str | None]) -> bytes:
    if fields == [None]:
        return b'""\r\n'  # an empty line would be no record at all
    quoted = ("" if field is None else _quoted(field) for field in fields)
    return (",".join(quoted) + "\r\n").encode()


def _quoted(field: str) -> str:
    if field == "" or any(sign in field for sign in ',"\r\n'):
        return '"' + field.replace('"', '""') + '"'
    return field


def json_rows(result: Result, out: BinaryIO) -> int:
    """A list of objects keyed by `view.member`. Decimals are JSON numbers with all their digits: 100.60 stays so."""
    keys = [json.dumps(column.name, ensure_ascii=False) for column in result.columns]
    count = 0
    out.write(b"[")
    for batch in result.batches:
        for row in rows(batch):
            cells = (
                f"{key}: {_json(value, column)}" for key, value, column in zip(keys, row, result.columns, strict=True)
            )
            out.write(("\n" if count == 0 else ",\n").encode() + f"  {{{', '.join(cells)}}}".encode())
            count += 1
    out.write(b"\n]\n" if count else b"]\n")
    return count


def _json(value: Any, column: Column) -> str:
    if value is None:
        return "null"
    if isinstance(value, float):
        return json.dumps(value) if value - value == 0 else "null"  # JSON has no word for infinity or NaN
    if isinstance(value, (bool, int, Decimal)):
        return text(value, column)
    return json.dumps(text(value, column), ensure_ascii=False)


def arrow(result: Result, out: BinaryIO) -> int:
    """An Arrow IPC stream; titles, units and decimals are each field's metadata, the stamp the schema's."""
    schema = pa.schema(
        [field.with_metadata(_about(column)) for field, column in zip(result.schema, result.columns, strict=True)],
        metadata=_stamp(result.stamp),
    )
    count = 0
    with pa.ipc.new_stream(out, schema) as writer:
        for batch in result.batches:
            writer.write_batch(pa.RecordBatch.from_arrays(batch.columns, schema=schema))
            count += batch.num_rows
    return count


def _about(column: Column) -> dict[str, str]:
    known = {"title": column.title, "type": column.type, "role": column.role, "unit": column.unit,
             "decimals": None if column.decimals is None else str(column.decimals),
             "description": column.description}  # fmt: skip
    return {key: value for key, value in known.items() if value is not None}


def _stamp(stamp: Stamp) -> dict[str, str]:
    """The keys are the REST API's, so that a stream tells the same from wherever it comes."""
    return {
        "modelVersion": stamp.model_version,
        "dataVersion": str(stamp.data_version),
        "opgjortPr": stamp.as_of.isoformat(),
        "opgjortPrKilde": stamp.as_of_source,
        "scope": stamp.scope,
    }


def stamp_line(stamp: Stamp) -> str:
    """Where the answer is from, on one line."""
    source = f" ({stamp.as_of_source})" if stamp.as_of_source else ""
    return (
        f"opgjort_pr {stamp.as_of.isoformat()}{source} · dataversion {stamp.data_version}"
        f" · model {stamp.model_version} · omfang {stamp.scope}"
    )


FORMATS: dict[str, Encode] = {"csv": csv, "json": json_rows, "arrow": arrow}
