"""Expected rows against found ones, cell by cell. A difference is one line: which row, which column, what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation
from typing import Any

from semantic.result import Column

EXACT = Context(prec=100, rounding=ROUND_HALF_UP)
NUMBERS = ("integer", "bigint", "decimal", "double")
MOMENTS = ("date", "timestamp")

Cells = tuple[Any, ...]


def exact(value: Any, column: Column) -> Any:
    """The value as one of the column's type, so that 100.6 equals 100.60 and '2024-01-01' the day. NULL is None.

    A value that is none of the type stays as it is, and then equals nothing in the column.
    """
    if value is None or isinstance(value, bool):
        return value
    if column.type in NUMBERS:
        return _number(value)
    if column.type in MOMENTS:
        return _moment(value)
    return value.isoformat() if isinstance(value, date) else str(value)


def _number(value: Any) -> Any:
    try:
        return Decimal(repr(value) if isinstance(value, float) else value)
    except (InvalidOperation, TypeError, ValueError):
        return value


def _moment(value: Any) -> Any:
    if isinstance(value, str):
        try:
            value = datetime.fromisoformat(value)
        except ValueError:
            return value
    if isinstance(value, date) and not isinstance(value, datetime):
        return datetime.combine(value, time())
    return value


def rounded(value: Any, column: Column) -> Any:
    """A number with the decimals that the column shows, half away from zero as the engine rounds."""
    value = exact(value, column)
    if isinstance(value, Decimal) and value.is_finite() and column.decimals is not None:
        return EXACT.quantize(value, Decimal(1).scaleb(-column.decimals))
    return value


def shown(value: Any, column: Column) -> str:
    if value is None:
        return "no value"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        fits = column.decimals is not None and value.is_finite() and rounded(value, column) == value
        return format(rounded(value, column) if fits else value, "f")
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    return f"'{value}'"


@dataclass(frozen=True)
class Comparison:
    """Both sides hold cells in the order of `columns`, made `exact`."""

    columns: tuple[Column, ...]
    expected: Sequence[Cells]
    found: Sequence[Cells]
    ordered: bool = False
    tolerance: Decimal | None = None

    @property
    def keys(self) -> tuple[int, ...]:
        """The columns that tell rows apart for a reader: the dimensions."""
        return tuple(i for i, column in enumerate(self.columns) if column.role in ("dimension", "time"))

    def differences(self) -> Iterator[str]:
        if self.ordered:
            return self._in_order()
        if len(self.expected) == len(self.found) == 1 or self._told_apart():
            return self._by_key()
        return self._as_bags()

    def _key(self, row: Cells) -> Cells:
        return tuple(row[i] for i in self.keys)

    def _told_apart(self) -> bool:
        sides = ([self._key(row) for row in side] for side in (self.expected, self.found))
        return bool(self.keys) and all(len(set(keys)) == len(keys) for keys in sides)

    def _by_key(self) -> Iterator[str]:
        if len(self.expected) == len(self.found) == 1 and not self._told_apart():
            yield from self._cells(self.expected[0], self.found[0], "")
            return
        found = {self._key(row): row for row in self.found}
        for row in self.expected:
            match = found.pop(self._key(row), None)
            if match is None:
                yield f"missing row: {self.row(row)}"
            else:
                yield from self._cells(row, match, self.label(row))
        yield from (f"unexpected row: {self.row(row)}" for row in found.values())

    def _as_bags(self) -> Iterator[str]:
        left = list(self.found)
        for row in self.expected:
            match = next((other for other in left if not any(self._cells(row, other, ""))), None)
            if match is None:
                yield f"missing row: {self.row(row)}"
            else:
                left.remove(match)
        yield from (f"unexpected row: {self.row(row)}" for row in left)

    def _in_order(self) -> Iterator[str]:
        for number, (row, other) in enumerate(zip(self.expected, self.found, strict=False), 1):
            label = self.label(other)
            yield from self._cells(row, other, f"row {number} ({label})" if label else f"row {number}")
        for side, word in ((self.expected, "missing"), (self.found, "unexpected")):
            shared = min(len(self.expected), len(self.found))
            for number, row in enumerate(side[shared:], shared + 1):
                yield f"{word} row {number}: {self.row(row)}"

    def _cells(self, expected: Cells, found: Cells, label: str) -> Iterator[str]:
        for column, wanted, got in zip(self.columns, expected, found, strict=True):
            if not self._equal(wanted, got):
                where = f"{label}: " if label else ""
                sides = f"expected {shown(wanted, column)}, found {shown(got, column)}"
                yield f"{where}{short(column)} {sides}{off(wanted, got)}"

    def _equal(self, wanted: Any, got: Any) -> bool:
        if self.tolerance is not None and isinstance(wanted, Decimal) and isinstance(got, Decimal):
            return abs(EXACT.subtract(wanted, got)) <= self.tolerance
        return type(wanted) is type(got) and bool(wanted == got)

    def label(self, row: Cells) -> str:
        """The row's dimension values: `paragraf = '107', aar = 2021`."""
        return ", ".join(f"{short(self.columns[i])} = {shown(row[i], self.columns[i])}" for i in self.keys)

    def row(self, row: Cells) -> str:
        return ", ".join(
            f"{short(column)} = {shown(value, column)}" for value, column in zip(row, self.columns, strict=True)
        )


def short(column: Column) -> str:
    return column.name.partition(".")[2] or column.name


def off(wanted: Any, got: Any) -> str:
    """How far off a number is: ` (-1)` when one too little was found."""
    if not (isinstance(wanted, Decimal) and isinstance(got, Decimal) and wanted.is_finite() and got.is_finite()):
        return ""
    return f" ({EXACT.subtract(got, wanted):+f})"
