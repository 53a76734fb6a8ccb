"""A whole answer → a table for people: titles and units above, right-aligned numbers, where it is from below."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from rich.console import Console
from rich.measure import Measurement
from rich.table import Table
from rich.text import Text

from semantic.result import Collected, Column
from server.tabular.cells import NUMBERS, cell_texts
from server.terminal.encode import stamp_lines
from server.terminal.refusals import printable


def show(answer: Collected, console: Console) -> None:
    """Prints the table. A line longer than the terminal runs over; a number is never cut."""
    table = Table(box=None, header_style="bold", pad_edge=False, padding=(0, 2, 0, 0))
    for column in answer.columns:
        table.add_column(_heading(column), justify=_side(column), no_wrap=True)
    texts = (cell_texts(*one).to_pylist() for one in zip(answer.table.columns, answer.columns, strict=True))
    for row in zip(*texts, strict=True):
        table.add_row(*(Text(printable(text or "")) for text in row))
    widest = Measurement.get(console, console.options.update(max_width=1_000_000), table).maximum
    console.width = max(console.width, widest)
    console.print(table)
    console.print()
    for line in _footer(answer):
        console.print(Text(printable(line), style="dim"), soft_wrap=True)


def in_columns(rows: Sequence[Mapping[str, str]]) -> Iterator[str]:
    """A line of the names that all rows have, and a line for each row; at least one row."""
    names = list(rows[0])
    lines = [names, *([printable(row[name]) for name in names] for row in rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for line in lines:
        yield "  ".join(word.ljust(width) for word, width in zip(line, widths, strict=True)).rstrip()


def _side(column: Column) -> Literal["left", "right"]:
    return "right" if column.type in NUMBERS and column.role != "dimension" else "left"


def _heading(column: Column) -> Text:
    unit = f" ({column.unit})" if column.unit else ""
    return Text(printable(f"{column.title}{unit}")).append(f"\n{column.name}", style="not bold dim")


def _footer(answer: Collected) -> Iterator[str]:
    count = answer.table.num_rows
    of = f" of {answer.total}" if answer.total is not None else ""
    origin, *notes = stamp_lines(answer.stamp)
    yield f"{count}{of} {'row' if count == 1 and not of else 'rows'} · {origin}"
    yield from notes
    if answer.truncated:
        yield f"Only the first {count} rows are shown; --limit or another --format gives the rest."
    empty = [c.name for i, c in enumerate(answer.columns) if c.role == "measure" and answer.table.column(i).null_count]
    for name in () if any(c.role == "status" for c in answer.columns) else empty:
        yield f"'{name}' has empty cells; ask for '{name}__status' to see why."
