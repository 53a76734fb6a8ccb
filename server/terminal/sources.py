"""`nogletal kilder`: how fresh the data is of each source."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from pathlib import Path

import click

from server.terminal.options import ASKER, SOURCES

FORMAT = click.option("--format", "form", type=click.Choice(("table", "json")), default="table", show_default=True)


@click.command()
@FORMAT
@ASKER
@SOURCES
def kilder(form: str, name: str | None, **sources: Path | None) -> None:
    """How fresh each source is.

    Up to which day it is complete, when that came, and whether more was expected by now.

    \b
    nogletal kilder --as direktion
    """
    from server.terminal.local import local_service, local_settings, who
    from server.terminal.table import in_columns

    settings = local_settings(**sources)
    principal = who(name, settings)
    with local_service(settings) as service:
        found = [asdict(one) for one in service.freshness(service.visible(principal))]
    rows = [{key: _written(value) for key, value in row.items()} for row in found]
    if form == "json":
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    elif not rows:
        click.echo("No sources.", err=True)
    else:
        cells = [{key: "" if value is None else str(value) for key, value in row.items()} for row in rows]
        for line in in_columns(cells):
            click.echo(line)


def _written(value: object) -> object:
    """Days and moments in ISO 8601, as the other interfaces write them."""
    return value.isoformat() if isinstance(value, date) else value
