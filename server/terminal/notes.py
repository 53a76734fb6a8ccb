"""`nogletal note`: notes on figures, read and written under the same rules as over GraphQL."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from server.terminal.options import ASKER, SOURCES, options

if TYPE_CHECKING:
    from semantic.access.principal import Principal
    from semantic.notes.note import Note, Notebook
    from semantic.notes.write import Writer
    from semantic.pipeline import Service

MOST_TEXT = 10_000  # characters that are read of standard input
FORMAT = click.option("--format", "form", type=click.Choice(("table", "json")), default="table", show_default=True)
TEXT = click.argument("text")
WHERE = options(ASKER, SOURCES)


@click.group()
def note() -> None:
    """Notes on a nøgletal of a unit and a period.

    \b
    nogletal note write noegletal-006 enhed E05 2024-07 "Ferie i uge 29" --as enhedsleder
    nogletal note list noegletal-006 --as enhedsleder
    """


@note.command("list")
@click.argument("noegletal", nargs=-1, required=True)
@click.option("--unit", "units", multiple=True, metavar="UNIT", help="Only of this unit; may be repeated.")
@click.option(
    "--range", "period", metavar="PERIOD", help="Only of periods that begin in this one: 2024, last 12 months."
)
@FORMAT
@WHERE
def list_notes(
    noegletal: tuple[str, ...], units: tuple[str, ...], period: str | None, form: str, name: str | None,
    **sources: Path | None,
) -> None:  # fmt: skip
    """List the notes on these nøgletal, each where the asker sees the figure whole."""
    from semantic.execute.cancellation import Cancellation
    from semantic.long_view.question import LongQuestion
    from semantic.notes.read import notes_of

    asked = LongQuestion(frozenset(noegletal), units=frozenset(units) or None, date_range=period)
    with _opened(name, sources) as (principal, service, book):
        found = notes_of(asked, principal, service, book, Cancellation())
        _write([_row(one, service.timezone) for one in found], form)


@note.command("write")
@click.argument("noegletal")
@click.argument("kind")
@click.argument("unit")
@click.argument("period")
@TEXT
@WHERE
def write_note(
    noegletal: str, kind: str, unit: str, period: str, text: str, name: str | None, **sources: Path | None
) -> None:
    """Write a note; - reads its text from standard input.

    KIND is that of the unit, as the nøgletal's record names it: kommune, center, enhed. PERIOD is 2024 or 2024-07.
    """
    from semantic.notes.write import write

    with _writing(name, sources) as writer:
        _told(write(writer, noegletal, kind, unit, period, _text(text)))


@note.command("change")
@click.argument("id")
@click.argument("number", type=int)
@TEXT
@WHERE
def change_note(id: str, number: int, text: str, name: str | None, **sources: Path | None) -> None:
    """Give a note of one's own another text.

    NUMBER is the one that the list shows: where the note has been changed since, nothing is done.
    """
    from semantic.notes.write import change

    with _writing(name, sources) as writer:
        _told(change(writer, id, number, _text(text)))


@note.command("withdraw")
@click.argument("id")
@WHERE
def withdraw_note(id: str, name: str | None, **sources: Path | None) -> None:
    """Take back a note of one's own; the operator any.

    It is shown to nobody any more. What it said is kept in the state.
    """
    from semantic.notes.write import withdraw

    with _writing(name, sources) as writer:
        _told(withdraw(writer, id))


@note.command("erase")
@click.argument("id")
@options(SOURCES)
def erase_note(id: str, **sources: Path | None) -> None:
    """Erase all that a note has ever said, as where it told of a person.

    It is withdrawn, and its words are in the state no more; the record has only a hash of them. There is no way back.
    Copies of the state that were taken before still have them.
    """
    from semantic.notes.write import erase

    with _writing(None, sources) as writer:
        _told(erase(writer, id), "is erased")


@contextmanager
def _opened(name: str | None, sources: dict[str, Path | None]) -> Iterator[tuple[Principal, Service, Notebook]]:
    from server.state.database import StateSource
    from server.state.notes import KeptNotes
    from server.state.place import StatePlace
    from server.terminal.local import audited_service, local_settings, who

    settings = local_settings(**sources)
    principal, source = who(name, settings), StateSource(StatePlace(settings.state, settings.state_password_file))
    try:
        with audited_service(settings, principal) as service:
            yield principal, service, KeptNotes(source)
    finally:
        source.close()


@contextmanager
def _writing(name: str | None, sources: dict[str, Path | None]) -> Iterator[Writer]:
    from semantic.execute.cancellation import Cancellation
    from semantic.notes.write import Writer
    from server.identity.door import utc_now

    with _opened(name, sources) as (principal, service, book):
        yield Writer(principal, service, book, utc_now, Cancellation())


def _text(words: str) -> str:
    return sys.stdin.read(MOST_TEXT) if words == "-" else words


def _told(note: Note, done: str | None = None) -> None:
    from server.terminal.refusals import printable

    figure, last = note.figure, note.last
    done = done or ("is withdrawn" if last.tekst is None else "is kept")
    of = printable(f"{figure.noegletal} {figure.enhedstype} {figure.enhed} {figure.periode}")
    click.echo(f"The note {note.id}/{last.nummer} of {of} {done}.")


def _row(note: Note, zone: str) -> dict[str, object]:
    from zoneinfo import ZoneInfo

    figure, last = note.figure, note.last
    return {
        "id": note.id, "noegletal": figure.noegletal, "enhedstype": figure.enhedstype, "enhed": figure.enhed,
        "periode": figure.periode.isoformat(), "nummer": last.nummer, "af": note.author,
        "tid": last.tid.astimezone(ZoneInfo(zone)).isoformat(timespec="seconds"), "tekst": last.tekst,
    }  # fmt: skip


def _write(rows: Sequence[dict[str, Any]], form: str) -> None:
    from server.terminal.table import in_columns

    if form == "json":
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    elif not rows:
        click.echo("No notes.", err=True)
    else:
        for line in in_columns([{key: str(value) for key, value in row.items()} for row in rows]):
            click.echo(line)
