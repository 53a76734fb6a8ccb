"""`nogletal tjekliste`: the steps of checklists, read and set under the same rules as over GraphQL."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from server.terminal.options import ASKER, SOURCES, options

if TYPE_CHECKING:
    from semantic.access.principal import Principal
    from semantic.checklist.read import ListSeen, Reader
    from semantic.checklist.step import StepBook
    from semantic.pipeline import Service

FORMAT = click.option("--format", "form", type=click.Choice(("table", "json")), default="table", show_default=True)
WHERE = options(ASKER, SOURCES)


@click.group()
def tjekliste() -> None:
    """Checklists: how far the steps are by which figures are checked.

    \b
    nogletal tjekliste set kl_otte_trin opmaerkninger 573 voksne 2025 i_gang --as lokaladmin_varde
    nogletal tjekliste show kl_otte_trin 573 voksne 2025 --as lokaladmin_varde
    """


@tjekliste.command("list")
@FORMAT
@WHERE
def list_steps(form: str, name: str | None, **sources: Path | None) -> None:
    """List the steps of every list that was begun.

    Of the kommuner that the asker may see, as the view tjekliste has them.
    """
    from semantic.checklist.read import said_of

    with _reading(name, sources) as reader:
        rows = [{**row, "tid": _moment(row["tid"])} for row in said_of(reader)]
    _write(rows, form)


@tjekliste.command("show")
@click.argument("liste")
@click.argument("kommune", type=int)
@click.argument("area")
@click.argument("period")
@FORMAT
@WHERE
def show_list(
    liste: str, kommune: int, area: str, period: str, form: str, name: str | None, **sources: Path | None
) -> None:
    """Show one list for the figures of a kommune, an area and a period.

    Every step, those not begun too, and what the steps that are checked by number have come to.
    """
    from semantic.checklist.read import seen_list
    from semantic.checklist.step import Figures

    with _reading(name, sources) as reader:
        found = seen_list(reader, liste, Figures(kommune, area, period))
        rows = list(_rows(found))
    _write(rows, form)
    if found.document.ukendte_trin:
        click.echo(f"The list has {found.document.ukendte_trin} further steps that are not known here.", err=True)


@tjekliste.command("set")
@click.argument("liste")
@click.argument("step")
@click.argument("kommune", type=int)
@click.argument("area")
@click.argument("period")
@click.argument("status")
@click.option("--remark", metavar="TEXT", help="A short remark, read by all who see the list; never about a citizen.")
@WHERE
def set_mark(
    liste: str, step: str, kommune: int, area: str, period: str, status: str, remark: str | None, name: str | None,
    **sources: Path | None,
) -> None:  # fmt: skip
    """Say how far a step is.

    STATUS is ikke_begyndt, i_gang, udfoert or ikke_relevant. Everything that is said is kept, with who said it and
    when; the last word is in force. Who may validate the area of the kommune may set its steps.
    """
    from semantic.checklist.write import StepWriter, Told, set_step
    from server.identity.door import utc_now
    from server.terminal.refusals import printable

    with _opened(name, sources) as (principal, service, book):
        told = Told(liste, step, kommune, area, period, status, remark)
        one = set_step(StepWriter(principal, service, book, utc_now), told)
    of = f"{one.figures.kommunekode} {one.figures.omraade} {one.figures.periode}"
    click.echo(printable(f"{one.liste} {one.trin} of {of} is {one.status}, says '{one.af}'."))


@contextmanager
def _opened(name: str | None, sources: dict[str, Path | None]) -> Iterator[tuple[Principal, Service, StepBook]]:
    from server.state.checklists import KeptSteps
    from server.state.database import StateSource
    from server.state.place import StatePlace
    from server.terminal.local import audited_service, local_settings, who

    settings = local_settings(**sources)
    principal, source = who(name, settings), StateSource(StatePlace(settings.state, settings.state_password_file))
    try:
        with audited_service(settings, principal) as service:
            yield principal, service, KeptSteps(source)
    finally:
        source.close()


@contextmanager
def _reading(name: str | None, sources: dict[str, Path | None]) -> Iterator[Reader]:
    from semantic.checklist.read import Reader
    from semantic.execute.cancellation import Cancellation

    with _opened(name, sources) as (principal, service, _):
        yield Reader(principal, service, Cancellation())


def _rows(found: ListSeen) -> Iterator[dict[str, object]]:
    for one in found.steps:
        measured = one.maaling
        yield {
            "trin": one.step.id, "titel": one.step.titel, "status": one.status, "bemaerkning": one.bemaerkning,
            "af": one.af, "tid": _moment(one.tid),
            "vaerdi": None if measured is None or measured.vaerdi is None else str(measured.vaerdi),
            "opfyldt": None if measured is None else measured.opfyldt,
        }  # fmt: skip


def _moment(moment: Any) -> str | None:
    return None if moment is None else str(moment.isoformat(timespec="seconds"))


def _write(rows: Sequence[dict[str, Any]], form: str) -> None:
    from server.terminal.table import in_columns

    if form == "json":
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2, default=str))
    elif not rows:
        click.echo("No steps.", err=True)
    else:
        for line in in_columns([{key: _text(value) for key, value in row.items()} for row in rows]):
            click.echo(line)


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nej"
    return "" if value is None else str(value)
