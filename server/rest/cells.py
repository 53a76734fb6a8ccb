"""Columns of Arrow → columns of JSON values, as Cube's clients expect them. Whole columns at a time."""

from __future__ import annotations

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from semantic.result import Column

EXACT = Context(prec=100, rounding=ROUND_HALF_UP)
PLAIN_SCALE = 6  # Arrow writes decimals with an exponent from seven places on


def json_values(values: pa.ChunkedArray, column: Column) -> list[Any]:
    """One value for each row: bigint and decimal as text, times as Cube writes them, the rest as JSON has it."""
    if column.type in ("bigint", "decimal"):
        return list(number_text(values, column).to_pylist())
    if column.type in ("date", "timestamp"):
        write = _day_or_time if column.role in ("stamp", "measure") else cube_time
        return [None if value is None else write(value) for value in values.to_pylist()]
    if column.type == "double":
        return [value if value is None or value - value == 0 else None for value in values.to_pylist()]
    return list(values.to_pylist())


def number_text(values: pa.ChunkedArray, column: Column) -> pa.ChunkedArray:
    """Every digit, no exponent, and exactly `decimals` decimals where the column declares them."""
    if pa.types.is_decimal(values.type) and (column.decimals is None or column.decimals == values.type.scale):
        if 0 <= values.type.scale <= PLAIN_SCALE:
            return pc.cast(values, pa.string())
    elif pa.types.is_integer(values.type) and not column.decimals:
        return pc.cast(values, pa.string())
    texts = [None if value is None else _digits(value, column.decimals) for value in values.to_pylist()]
    return pa.chunked_array([pa.array(texts, pa.string())])


def _digits(value: int | float | Decimal, decimals: int | None) -> str:
    """
    >>> _digits(Decimal("100.6"), 2), _digits(Decimal("2.5"), 0), _digits(Decimal("1E+3"), None)
    ('100.60', '3', '1000')
    """
    exact = Decimal(value) if isinstance(value, (int, Decimal)) else Decimal(repr(value))
    return format(exact if decimals is None else EXACT.quantize(exact, Decimal(1).scaleb(-decimals)), "f")


def cube_time(value: date | datetime) -> str:
    """
    >>> cube_time(date(2024, 1, 1))
    '2024-01-01T00:00:00.000'
    """
    if isinstance(value, datetime):
        return value.replace(tzinfo=None).isoformat(timespec="milliseconds")
    return f"{value.isoformat()}T00:00:00.000"


def _day_or_time(value: date | datetime) -> str:
    return cube_time(value) if isinstance(value, datetime) else value.isoformat()
