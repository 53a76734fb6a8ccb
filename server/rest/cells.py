"""Columns of Arrow → columns of JSON values, as Cube's clients expect them. Whole columns at a time."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pyarrow as pa

from semantic.result import Column
from server.tabular.cells import day_texts, midnight_texts, moment_texts, number_texts


def json_values(values: pa.ChunkedArray, column: Column) -> list[Any]:
    """One value for each row: bigint and decimal as text, times as Cube writes them, the rest as JSON has it."""
    if column.type in ("bigint", "decimal"):
        return list(number_texts(values, column).to_pylist())
    if column.type == "timestamp":
        return list(moment_texts(values).to_pylist())
    if column.type == "date":
        write = day_texts if column.role in ("stamp", "measure") else midnight_texts
        return list(write(values).to_pylist())
    if column.type == "double":
        return [value if value is None or value - value == 0 else None for value in values.to_pylist()]
    return list(values.to_pylist())


def cube_time(value: date | datetime) -> str:
    """
    >>> cube_time(date(2024, 1, 1))
    '2024-01-01T00:00:00.000'
    """
    if isinstance(value, datetime):
        return value.replace(tzinfo=None).isoformat(timespec="milliseconds")
    return f"{value.isoformat()}T00:00:00.000"
