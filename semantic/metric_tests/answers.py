"""An answer as the expectations read it: exact cells, and columns by full or bare name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pyarrow as pa

from semantic.errors import DefinitionError, Problem, suggest
from semantic.metric_tests.compare import Cells, Comparison, exact
from semantic.metric_tests.read import Written
from semantic.result import Collected, Column


@dataclass(frozen=True, eq=False)
class Answer:
    """`columns` and `rows` of one answer; the cells are `exact`."""

    columns: tuple[Column, ...]
    rows: tuple[Cells, ...]

    @cached_property
    def places(self) -> dict[str, int]:
        """The column of each name: `view.member`, and `member` where only one column is called so."""
        bare = [column.name.partition(".")[2] for column in self.columns]
        short = {name: index for index, name in enumerate(bare) if bare.count(name) == 1}
        return short | {column.name: index for index, column in enumerate(self.columns)}

    def place(self, name: str, test: Written, *path: str | int) -> int:
        """The index of the column. Raises DefinitionError (D695) at the path of the test."""
        if name in self.places:
            return self.places[name]
        hint = suggest(name, self.places) or f"Columns: {', '.join(column.name for column in self.columns)}."
        raise DefinitionError(Problem("D695", f"The answer has no column '{name}'.", hint, at=test.at(*path)))

    def cut(self, places: Sequence[int]) -> tuple[Cells, ...]:
        return tuple(tuple(row[place] for place in places) for row in self.rows)

    def label(self, row: Cells) -> str:
        """The dimension values that tell the row apart."""
        return Comparison(self.columns, (), ()).label(row)


def read_answer(collected: Collected) -> Answer:
    columns = collected.columns
    lists = [_values(column) for column in collected.table.columns]
    rows = tuple(
        tuple(exact(value, column) for value, column in zip(row, columns, strict=True))
        for row in zip(*lists, strict=True)
    )
    return Answer(columns, rows)


def _values(cells: pa.ChunkedArray) -> list[Any]:
    """The cells as Python has them; times past the year 9999, or finer than a microsecond, as text."""
    try:
        if not (pa.types.is_timestamp(cells.type) and cells.type.unit == "ns"):
            return list(cells.to_pylist())
    except OverflowError:
        pass
    return list(cells.cast(pa.string()).to_pylist())
