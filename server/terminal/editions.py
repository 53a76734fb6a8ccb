"""`nogletal edition`: editions made, listed, verified and compared."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import click

from server.terminal.options import SOURCES

FORMAT = click.option(
    "--format", "form", type=click.Choice(("table", "json")), default="table", show_default=True,
    help="A line for each, or a list of objects.",
)  # fmt: skip


@click.group()
def edition() -> None:
    """Editions: figures as they were reported.

    An edition keeps the declared questions (schema/questions/) with the definitions and the data of a day.

    \b
    nogletal edition create 2025K3
    nogletal edition list
    nogletal edition verify
    """


@edition.command("create")
@click.argument("name")
@click.option("--as-of", metavar="DAY", help="As the data stood on this day, for example 2025-08-31.")
@click.option("--question", "questions", multiple=True, metavar="ID",
              help="Keep only this declared question; may be repeated.  [default: all]")  # fmt: skip
@SOURCES
def create(name: str, as_of: str | None, questions: tuple[str, ...], **sources: Path | None) -> None:
    """Make an edition.

    It is never changed. What it keeps can be asked with --edition NAME, and as `edition` over every interface.
    """
    from semantic.access.principal import OPERATOR
    from semantic.freezing.freeze import Order, Place, freeze
    from server.audit.table import live_tables
    from server.identity.door import utc_now
    from server.state.kept import kept_tables
    from server.terminal.local import audited_service, local_settings, model_folder
    from server.terminal.progress import waiting

    day = _day(as_of)
    settings = local_settings(**sources)
    order = Order(name, day, OPERATOR.subject, utc_now(), questions)
    with audited_service(settings, OPERATOR) as service, waiting(f"Making the edition '{name}'"):
        live = {**live_tables(settings.audit.folder), **kept_tables(settings, service.generation.model)}
        made = freeze(order, service, Place(model_folder(settings), settings.databases, live))
    click.echo(
        f"Made '{made.name}': questions {len(made.answers)}, cubes {len(made.cubes)}, model {made.model_version}."
    )


@edition.command("list")
@FORMAT
@SOURCES
def list_editions(form: str, **sources: Path | None) -> None:
    """List the editions."""
    from semantic.errors import ServiceError
    from semantic.limits import Limits
    from server.editions import editions_of
    from server.terminal.local import local_settings

    editions = editions_of(local_settings(**sources), Limits())
    rows: list[dict[str, object]] = []
    for name in editions.names():
        try:
            one = editions.manifest(name)
            rows.append({"edition": name, "as_of": one.as_of, "created": one.created, "created_by": one.created_by,
                         "model": one.model_version, "dataversion": one.data_version, "fault": ""})  # fmt: skip
        except ServiceError as error:
            rows.append({"edition": name, "as_of": None, "created": "", "created_by": "", "model": "",
                         "dataversion": None, "fault": str(error)})  # fmt: skip
    _write(rows, form, "There are no editions.")


@edition.command("verify")
@click.argument("names", nargs=-1, metavar="[NAME]...")
@FORMAT
@SOURCES
@click.pass_context
def verify(ctx: click.Context, /, names: tuple[str, ...], form: str, **sources: Path | None) -> None:
    """Check that editions answer as they did.

    Every file is held against its checksum, and every declared question is asked anew. Exit code 1 when one fails.
    """
    from semantic.access.principal import OPERATOR
    from semantic.freezing.compare import verify as verified
    from server.terminal.local import audited_service, local_settings

    with audited_service(local_settings(**sources), OPERATOR) as service:
        chosen = names or service.editions.names()
        rows = [asdict(one) for name in chosen for one in verified(name, service)]
    _write(rows, form, "There are no editions.")
    if any(row["fault"] for row in rows):
        ctx.exit(1)


@edition.command("diff")
@click.argument("old")
@click.argument("new", required=False)
@FORMAT
@SOURCES
def diff(old: str, new: str | None, form: str, **sources: Path | None) -> None:
    """What differs between two editions.

    Without a second one, between an edition and now: definitions first, then the values of the declared questions.
    """
    from semantic.access.principal import OPERATOR
    from semantic.freezing.compare import compare
    from server.terminal.local import audited_service, local_settings

    with audited_service(local_settings(**sources), OPERATOR) as service:
        rows = [asdict(one) for one in compare(old, new, service)]
    _write(rows, form, "Nothing differs.")


def _day(text: str | None) -> date | None:
    from semantic.dates import is_day
    from semantic.errors import ParseError, Problem

    if text is None:
        return None
    if not is_day(text):
        raise ParseError(Problem("P164", f"There is no day '{text[:60]}'.", "Write it as 2025-08-31."))
    return date.fromisoformat(text)


def _write(rows: Sequence[dict[str, Any]], form: str, nothing: str) -> None:
    if form == "json":
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    elif not rows:
        click.echo(nothing)
    else:
        from server.terminal.table import in_columns

        texts = [{name: "" if value is None else str(value) for name, value in row.items()} for row in rows]
        for line in in_columns(texts):
            click.echo(line)
