"""`nogletal kvalitet`: the status report on the quality of the data."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from server.terminal.options import ASKER, FILE, SOURCES

if TYPE_CHECKING:
    from semantic.quality.report import Report


@click.group()
def kvalitet() -> None:
    """The quality of the data.

    \b
    nogletal kvalitet rapport --periode 2025H1 --as direktion --format json
    """


@kvalitet.command("rapport")
@click.option("--periode", "words", required=True, metavar="PERIOD", help="Half a year, 2025H1, or a year, 2025.")
@click.option("--format", "form", type=click.Choice(("html", "json")), default="html", show_default=True)
@click.option("--out", type=FILE, help="Write to this file instead of standard output.")
@ASKER
@SOURCES
def rapport(words: str, form: str, out: Path | None, name: str | None, **sources: Path | None) -> None:
    """A page in Danish with the status of the data, to be printed.

    How fresh the sources are, what is covered and validated, how far the checklists are, and the nøgletal of quality
    beside those of the period before. It shows what who asks may see, each figure asked as any other.
    """
    from semantic.access.principal import OPERATOR
    from semantic.checklist.read import Reader
    from semantic.execute.cancellation import Cancellation
    from semantic.quality.period import read_period
    from semantic.quality.report import status_report
    from server.state.database import StateSource
    from server.state.notes import KeptNotes
    from server.state.place import StatePlace
    from server.terminal.local import audited_service, local_settings, who
    from server.terminal.quality_page import page

    period, settings = read_period(words), local_settings(**sources)
    principal, source = who(name, settings), StateSource(StatePlace(settings.state, settings.state_password_file))
    try:
        with audited_service(settings, principal) as service:
            report = status_report(period, Reader(principal, service, Cancellation()), KeptNotes(source))
    finally:
        source.close()
    asker = "den lokale operatør" if principal is OPERATOR else f"brugeren {principal.subject}"
    text = page(report, asker) if form == "html" else as_json(report)
    if out is None:
        click.echo(text, nl=False)
    else:
        out.write_text(text, encoding="utf-8")
        click.echo(f"Wrote {out}.")


def as_json(report: Report) -> str:
    """The report as it is. Decimals are text with every digit, days and moments ISO 8601."""
    told = asdict(report) | {"periode": report.periode.words}
    told["noegletal"] = [_figure(one) for one in report.noegletal]
    return json.dumps(told, ensure_ascii=False, indent=2, default=_written) + "\n"


def _figure(one: Any) -> dict[str, Any]:
    told = asdict(one) | {"record": None, "noegletal": one.record.id, "titel": one.record.title}
    told["noter"] = [
        {"id": note.id, **asdict(note.figure), "tekst": note.last.tekst, "af": note.author} for note in one.noter
    ]
    del told["record"]
    return told


def _written(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return f"{value:f}"
    raise TypeError(type(value).__name__)
