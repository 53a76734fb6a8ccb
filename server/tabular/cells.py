"""Columns of Arrow → columns of text. Whole columns at a time."""

from __future__ import annotations

from decimal import Context, Decimal, Inexact, InvalidOperation
from typing import TypeAlias

import pyarrow as pa
import pyarrow.compute as pc

from semantic.result import Column

EXACT = Context(prec=100, traps=[Inexact, InvalidOperation])  # the engine has rounded; nothing is rounded again
PLAIN_SCALE = 6  # Arrow writes decimals with an exponent from seven places on
NUMBERS = ("bigint", "decimal", "double", "integer")

Cells: TypeAlias = pa.Array | pa.ChunkedArray


def cell_texts(values: Cells, column: Column) -> Cells:
    """Each cell as plain text: every digit, `true` and `false`, times in ISO 8601. NULL stays NULL."""
    if column.type == "double":
        return pa.array([None if value is None else repr(value) for value in values.to_pylist()], pa.string())
    if column.type in NUMBERS:
        return number_texts(values, column)
    if column.type == "timestamp":
        return pa.array([None if value is None else value.isoformat() for value in values.to_pylist()], pa.string())
    return pc.cast(values, pa.string())


def number_texts(values: Cells, column: Column) -> Cells:
    """Every digit, no exponent, and exactly `decimals` decimals where the column declares them."""
    if pa.types.is_decimal(values.type) and (column.decimals is None or column.decimals == values.type.scale):
        if 0 <= values.type.scale <= PLAIN_SCALE:
            return pc.cast(values, pa.string())
    elif pa.types.is_integer(values.type) and not column.decimals:
        return pc.cast(values, pa.string())
    texts = [None if value is None else _digits(value, column.decimals) for value in values.to_pylist()]
    return pa.array(texts, pa.string())


def _digits(value: int | float | Decimal, decimals: int | None) -> str:
    """
    >>> _digits(Decimal("100.6"), 2), _digits(Decimal("2.0"), 0), _digits(Decimal("1E+3"), None)
    ('100.60', '2', '1000')
    """
    exact = Decimal(value) if isinstance(value, (int, Decimal)) else Decimal(repr(value))
    return format(exact if decimals is None else EXACT.quantize(exact, Decimal(1).scaleb(-decimals)), "f")
