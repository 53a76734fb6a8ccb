"""`nogletal audit`: what was asked, and whether its record is as it was written."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])
FORMATS = ("table", "csv", "json", "arrow")
INTERFACES = ("cli", "graphql", "rest", "sql")
DECISIONS = ("granted", "denied", "refused")
PURPOSES = ("answer", "check", "explain", "simulate", "mark", "note")
CONFIG = click.option("--config", type=click.Path(path_type=Path, exists=True, dir_okay=False),
                      help="A TOML file with the settings.")  # fmt: skip
FOLDER = click.option("--folder", type=click.Path(path_type=Path, file_okay=False),
                      help="The folder of the records.  [default: as set, var/audit]")  # fmt: skip
FORMAT = click.option("--format", "form", type=click.Choice(FORMATS), default="table", show_default=True)
PERIOD = (
    click.option("--since", metavar="DAY", help="From this day on (2026-11-29), or from a time (2026-11-29T08:00)."),
    click.option("--before", metavar="DAY", help="Before this day or time."),
)


def where(command: F) -> F:
    return CONFIG(FOLDER(command))


def period(command: F) -> F:
    for option in reversed(PERIOD):
        command = option(command)
    return command


@click.group()
def audit() -> None:
    """What was asked: the record of all questions.

    \b
    nogletal audit tail
    nogletal audit query --decision denied --since 2026-11-01
    nogletal audit verify
    """


@audit.command("tail")
@click.option("-n", "most", type=click.IntRange(1, 100_000), default=20, show_default=True, metavar="N",
              help="How many questions.")  # fmt: skip
@FORMAT
@where
def tail(most: int, form: str, **places: Path | None) -> None:
    """The questions asked last, the newest at the end.

    \b
    nogletal audit tail
    nogletal audit tail -n 5 --format json
    """
    from server.audit.read import questions
    from server.terminal import audits

    found = list(questions(audits.folder_of(**places), most=most))
    audits.write(reversed(found), form, sys.stdout.buffer)


@audit.command("query")
@click.option("--user", "subject", metavar="NAME", help="Who asked, or as whom it was asked.")
@click.option("--interface", type=click.Choice(INTERFACES))
@click.option("--decision", type=click.Choice(DECISIONS))
@click.option("--purpose", type=click.Choice(PURPOSES), help="What it was asked for; note: notes written and erased.")
@click.option("--code", metavar="CODE", help="Refused with this code, as A301.")
@click.option("--member", metavar="VIEW[.MEMBER]", help="That named this member, or any of this view.")
@click.option("--personal", is_flag=True, help="Only questions about persons.")
@period
@click.option("--limit", "most", type=click.IntRange(1), default=1_000, show_default=True, metavar="N")
@FORMAT
@where
def query(most: int, form: str, config: Path | None, folder: Path | None, **sought: Any) -> None:
    """The questions that are looked for, the newest first.

    \b
    nogletal audit query --user udvalg
    nogletal audit query --member ydelse --decision denied
    nogletal audit query --purpose note
    nogletal audit query --personal --since 2026-11-01 --format csv
    """
    from server.audit.read import questions
    from server.terminal import audits

    found = questions(audits.folder_of(config, folder), audits.sought(**sought), most)
    audits.write(found, form, sys.stdout.buffer)


@audit.command("export")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Write to this file.")
@click.option("--format", "form", type=click.Choice(FORMATS[1:]), default="csv", show_default=True)
@period
@where
def export(out: Path | None, form: str, config: Path | None, folder: Path | None, **sought: Any) -> None:
    """All questions of a period, the newest first.

    \b
    nogletal audit export --since 2026-11-01 --before 2026-12-01 --out november.csv
    nogletal audit export --format arrow --out revision.arrow
    """
    from server.audit.read import questions
    from server.terminal import audits

    found = questions(audits.folder_of(config, folder), audits.sought(**sought))
    if out is None:
        audits.write(found, form, sys.stdout.buffer)
        return
    with out.open("wb") as file:
        audits.write(found, form, file)


@audit.command("verify")
@click.option("--anchor", "anchors", multiple=True, metavar="HEAD|FILE",
              help="A head that was written down before, or a file of such; several times.")  # fmt: skip
@click.option("--format", "form", type=click.Choice(("table", "json")), default="table", show_default=True)
@where
@click.pass_context
def verify(ctx: click.Context, /, anchors: tuple[str, ...], form: str, **places: Path | None) -> None:
    """Whether the record is as it was written. Exit code 1 when it is not.

    What is broken is named by file, line and record. The head of each chain is printed: written down outside,
    it shows later whether what came last was dropped.

    \b
    nogletal audit verify
    nogletal audit verify --anchor heads.txt
    """
    from server.terminal import audits

    if not audits.verified(audits.folder_of(**places), anchors, form):
        ctx.exit(1)
