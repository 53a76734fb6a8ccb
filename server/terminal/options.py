"""The options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])
Decorator = Callable[[Any], Any]

FILE = click.Path(path_type=Path, dir_okay=False)
EXISTING_FILE = click.Path(path_type=Path, exists=True, dir_okay=False)
FOLDER = click.Path(path_type=Path, exists=True, file_okay=False)


def options(*decorators: Decorator) -> Callable[[F], F]:
    """Several options as one decorator, in the order that `--help` shows them."""

    def decorate(command: F) -> F:
        for decorator in reversed(decorators):
            command = decorator(command)
        return command

    return decorate


SOURCES = options(
    click.option("--config", type=EXISTING_FILE, help="A TOML file with the settings."),
    click.option("--model", type=FOLDER, help="The folder with the model's YAML files.  [default: schema]"),
    click.option("--database", type=FILE, help="The DuckDB file with the data.  [default: var/demo.duckdb]"),
)
ASKER = click.option(
    "--as", "name", metavar="USER",
    help="Ask as this user (nogletal user list) or demo principal.  [default: the local operator]",
)  # fmt: skip
AS_OF = click.option("--as-of", metavar="DAY", help="As the data stood on this day, for example 2025-08-31.")
EDITION = click.option("--edition", metavar="NAME", help="As an edition has it (nogletal edition list).")
RANGE = click.option(
    "--range", multiple=True, metavar="VIEW.DIM=PERIOD",
    help="Only this period: 'last 12 months', 2024, 2024K1 or 2024-01-01..2024-03-31.",
)  # fmt: skip
WHERE = click.option(
    "--where", multiple=True, metavar="CONDITION",
    help="For example \"view.dim in (a, b) and not view.other is null\". Several must all hold.",
)  # fmt: skip
SEGMENT = click.option("--segment", multiple=True, metavar="VIEW.SEGMENT", help="Only the rows of this segment.")
PAGE = options(
    click.option("--limit", type=click.IntRange(min=0), metavar="N", help="At most so many rows."),
    click.option("--offset", type=click.IntRange(min=0), default=0, metavar="N", help="Leave out the first N rows."),
    click.option("--total", is_flag=True, help="Tell how many rows there are without --limit and --offset."),
    click.option("--timezone", metavar="ZONE", help="Where days begin.  [default: Europe/Copenhagen]"),
    AS_OF,
    EDITION,
)
FORMATS = ("table", "csv", "json", "arrow", "xlsx")
DIALECTS: tuple[Literal["rfc4180"], Literal["excel-da"]] = ("rfc4180", "excel-da")
OUTPUT = options(
    click.option("--format", "form", type=click.Choice(FORMATS), default="table", show_default=True,
                 help="A table shows 1000 rows; the others write the whole answer."),
    click.option("--dialekt", type=click.Choice(DIALECTS), help="How CSV is written; excel-da is for Danish Excel."),
    click.option("--out", type=FILE, help="Write to this file instead of standard output."),
)  # fmt: skip
QUESTION = options(
    click.argument("measures", nargs=-1, metavar="[VIEW.MEASURE]..."),
    click.option("--by", multiple=True, metavar="VIEW.DIM",
                 help="Group by this dimension; several with commas or several --by."),
    click.option("--time", multiple=True, metavar="VIEW.DIM:GRAIN",
                 help="Group a time by day, week, month, quarter, year, or less than a day."),
    RANGE,
    WHERE,
    SEGMENT,
    click.option("--order", multiple=True, metavar="VIEW.MEMBER[:desc]", help="Sort by this column of the answer."),
    click.option("--subtotals", multiple=True, metavar="rollup|cube|VIEW.DIM,...",
                 help="Rows over several groups, too; named by the dimensions that each keeps, or total for none."),
    click.option("--top", multiple=True, metavar="N:VIEW.DIM:VIEW.MEASURE[:asc]",
                 help="Only the N members that come first by the measure, and the others as one row."),
    click.option("--no-rest", is_flag=True, help="Leave out the row for the members outside --top."),
    click.option("--every", multiple=True, metavar="VIEW.DIM",
                 help="List all members of this dimension, also those without rows; several with commas."),
    click.option("--ungrouped", is_flag=True, help="The rows of one cube as they are, none grouped."),
    PAGE,
    click.option("--query", "file", type=click.Path(path_type=Path, exists=True, dir_okay=False, allow_dash=True),
                 help="The whole question in Cube's JSON format instead; - reads standard input."),
    ASKER,
)  # fmt: skip
