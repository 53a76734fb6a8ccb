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
        return pc.replace_substring_regex(moment_texts(values), r"\.000$", "")
    return day_texts(values) if column.type == "date" else pc.cast(values, pa.string())


def moment_texts(values: Cells) -> Cells:
    """Moments as Cube writes them, 2024-01-01T13:05:00.000; with six or nine decimals where there are so many."""
    if values.type.tz:
        values = pc.local_timestamp(values)
    try:
        texts = pc.cast(pc.cast(values, pa.timestamp("ms")), pa.string())
    except pa.ArrowInvalid:  # a part of a millisecond, or a time without end
        texts = _finest_texts(values)
    return pc.replace_substring(texts, " ", "T")


def _finest_texts(values: Cells) -> Cells:
    texts = pc.cast(values, pa.string())
    if values.type.unit == "s":
        texts = pc.binary_join_element_wise(texts, ".000", "")
    texts = _without_end(texts, values, pa.int64())
    for _ in range(2):
        texts = pc.replace_substring_regex(texts, r"(\.[0-9]+)000$", r"\1")
    return texts


def day_texts(values: Cells) -> Cells:
    """Days as 2024-01-01."""
    return _without_end(pc.cast(values, pa.string()), values, pa.int32())


def midnight_texts(values: Cells) -> Cells:
    """Days as Cube writes them, 2024-01-01T00:00:00.000."""
    days = day_texts(values)
    midnights = pc.binary_join_element_wise(days, "T00:00:00.000", "")
    return pc.if_else(pc.match_substring(days, "infinity"), days, midnights)


def _without_end(texts: Cells, values: Cells, whole: pa.DataType) -> Cells:
    """The texts with PostgreSQL's words for a time that never comes, and for one that always was."""
    numbers = pc.cast(values, whole)
    last = 2 ** (whole.bit_width - 1) - 1
    found = pc.min_max(numbers).as_py()
    if found["max"] == last or found["min"] == -last:
        texts = pc.if_else(pc.equal(numbers, last), "infinity", texts)
        texts = pc.if_else(pc.equal(numbers, -last), "-infinity", texts)
    return texts


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
