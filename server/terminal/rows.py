"""`nogletal rows`: from a figure to the rows behind it."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

import click

from server.terminal.options import ASKER, DIALECTS, OUTPUT, PAGE, RANGE, SEGMENT, SOURCES, WHERE

SIDES: tuple[Literal["taeller"], Literal["naevner"]] = ("taeller", "naevner")


@click.command()
@click.argument("measures", nargs=1, metavar="VIEW.MEASURE")
@click.option("--side", type=click.Choice(SIDES), help="Of a ratio, the rows above or below the line alone.")
@click.option("--by", multiple=True, metavar="VIEW.DIM",
              help="Show this of each row; several with commas."
                   "  [default: its key and its drill members, else all of its own]")  # fmt: skip
@RANGE
@WHERE
@SEGMENT
@PAGE
@ASKER
@OUTPUT
@SOURCES
@click.pass_context
def rows(
    ctx: click.Context, /, measures: str, side: Any, form: str, dialekt: Any, out: Path | None, config: Path | None,
    model: Path | None, database: Path | None, name: str | None, **asked: Any,
) -> None:  # fmt: skip
    """The rows that a value counts.

    Each with what it gives to the measure, or to each side of a ratio. The filters are those of the value; who may not
    have single rows has none here. The rows' values come to the measure's own.

    \b
    nogletal rows afgoerelser.fristoverholdelse --range afgoerelser.modtaget=2024 --as enhedsleder
    nogletal rows ydelser.aktive_ydelser --where "ydelser.lov = serviceloven" --range ydelser.periode=2024-06
    nogletal rows sygefravaer.sygefravaersprocent --side naevner --range sygefravaer.periode=2024 --format csv
    """
    from semantic.rows_behind import RowsBehind
    from server.terminal import app, parse

    if dialekt is not None and form != "csv":
        raise click.UsageError("--dialekt goes with --format csv.")
    settings = app.local_settings(config, model, database)
    output = app.Output(form, dialekt or DIALECTS[0], out)
    query = parse.parse(parse.Typed((measures,), **asked), output.default_rows)
    app.rows(RowsBehind(query, side), name, output, settings, ctx.obj)
