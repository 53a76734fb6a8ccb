"""What `nogletal audit` does: questions found and written, chains followed."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO, Literal
from zoneinfo import ZoneInfo

import click
import pyarrow as pa
import pyarrow.compute as pc
from rich.console import Console
from rich.table import Table
from rich.text import Text

from semantic.audit.table import COLUMNS, SCHEMA
from semantic.errors import ParseError, Problem, shown
from semantic.result import Column, DataType, Result, Stamp
from server.audit.read import Question, Sought
from server.audit.table import row, table
from server.audit.verify import Anchor, Verified, anchors_of
from server.audit.verify import verify as follow_all
from server.settings import load_settings
from server.terminal.encode import write as encode
from server.terminal.refusals import printable

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
BATCH = 10_000
OURS: dict[pa.DataType, DataType] = {
    pa.string(): "text",
    pa.int64(): "bigint",
    pa.bool_(): "boolean",
    pa.timestamp("us", "UTC"): "timestamp",
}
IN_TABLE = ("tid", "graenseflade", "bruger", "beslutning", "felter", "filtre", "raekker", "udfald")
LONG = ("felter", "filtre")
WIDTH = 120  # of a table that no terminal shows


def folder_of(config: Path | None, folder: Path | None) -> Path:
    """The folder as typed, or as it is set. Raises DefinitionError, ParseError (P147)."""
    found = folder or load_settings(config, os.environ).audit.folder
    if not found.is_dir():
        hint = "It is made when the first question is asked; --folder names another."
        raise ParseError(Problem("P147", f"There is no folder '{found}' with records.", hint))
    return found


def sought(since: str | None = None, before: str | None = None, **other: Any) -> Sought:
    """What was typed, days as they begin in Denmark. Raises ParseError (P143)."""
    return Sought(since=moment(since), before=moment(before), **other)


def moment(text: str | None) -> datetime | None:
    if text is None:
        return None
    try:
        found = datetime.fromisoformat(text) if "T" in text else datetime.combine(date.fromisoformat(text), time())
    except ValueError:
        hint = "Write 2026-11-29 or 2026-11-29T08:00."
        raise ParseError(Problem("P143", f"'{shown(text)}' is neither a day nor a time.", hint)) from None
    return found if found.tzinfo else found.replace(tzinfo=COPENHAGEN)


def write(questions: Iterable[Question], form: str, out: BinaryIO) -> None:
    """The questions in that format, batch by batch."""
    if form == "table":
        show(questions)
        return
    schema = _zoned(SCHEMA.empty_table(), form).schema
    told = zip(schema, COLUMNS, strict=True)
    columns = tuple(Column(one.name, title, OURS[one.type], "dimension") for one, (_, title, _) in told)
    stamp = Stamp("", 0, date.min, "", "")
    encode(Result(columns, _batches(iter(questions), form), stamp, schema), form, out)


def _batches(questions: Iterator[Question], form: str) -> Iterator[pa.RecordBatch]:
    while some := list(islice(questions, BATCH)):
        yield from _zoned(table(some), form).to_batches()


def _zoned(found: pa.Table, form: str) -> pa.Table:
    """The table by names of the view, its time marked as UTC: a type of Arrow, else in the text."""
    times = pc.assume_timezone(found["tid"], "UTC")
    times = times if form == "arrow" else pc.strftime(times, "%Y-%m-%dT%H:%M:%SZ")
    return found.set_column(0, "tid", times).rename_columns([f"revision.{name}" for name in SCHEMA.names])


def show(questions: Iterable[Question]) -> None:
    """A table for people, no wider than their terminal: of a time its seconds in UTC."""
    found = Table(box=None, header_style="bold", pad_edge=False, padding=(0, 2, 0, 0))
    titles = {name: title for name, title, _ in COLUMNS} | {"graenseflade": "Flade"}
    for name in IN_TABLE:
        justify: Literal["left", "right"] = "right" if name == "raekker" else "left"
        found.add_column(titles[name], no_wrap=name not in LONG, overflow="fold", justify=justify)
    for one in questions:
        cells = _short(row(one))
        found.add_row(*(Text(printable("" if cells[name] is None else str(cells[name]))) for name in IN_TABLE))
    console = Console()
    if not console.is_terminal:
        console.width = WIDTH
    console.print(found)
    click.echo(f"\n{found.row_count} {'question' if found.row_count == 1 else 'questions'}")


def _short(cells: dict[str, Any]) -> dict[str, Any]:
    """Who asked beside as whom; beside the decision the codes, and what for where no answer was asked for."""
    by = "" if cells["spurgt_af"] == cells["bruger"] else f" (af {cells['spurgt_af']})"
    purpose = "" if cells["formaal"] == "answer" else f" ({cells['formaal']})"
    decision = f"{cells['beslutning']} {cells['koder']}".rstrip() + purpose
    return cells | {"tid": f"{cells['tid']:%Y-%m-%d %H:%M:%S}Z", "bruger": cells["bruger"] + by, "beslutning": decision}


def verified(folder: Path, anchors: Iterable[str], form: str) -> bool:
    """Prints what following the chains found; whether all of it is as it was written. Raises ParseError (P143)."""
    found = follow_all(folder, [one for text in anchors for one in _anchors(text)])
    for line in _json(found) if form == "json" else _lines(found):
        click.echo(line)
    return not found.faults


def _anchors(text: str) -> tuple[Anchor, ...]:
    found = anchors_of(text)
    if not found and Path(text).is_file():
        found = anchors_of(Path(text).read_text("utf-8", errors="replace"))
    if not found:
        hint = "Write a head as 'nogletal audit verify' prints it, or the name of a file with such lines."
        raise ParseError(Problem("P143", f"'{shown(text)}' is no anchor.", hint))
    return found


def _lines(found: Verified) -> Iterator[str]:
    yield from (f"BROKEN {printable(fault)}" for fault in found.faults)
    yield from (f"note: {printable(note)}" for note in found.notes)
    records = sum(one.following.records for one in found.chains)
    files = sum(one.files for one in found.chains)
    state = f"{len(found.faults)} faults" if found.faults else "as they were written"
    yield f"{records} records in {files} files of {len(found.chains)} chains: {state}."
    if heads := [str(one.head) for one in found.chains if one.head is not None]:
        yield "Heads, to be kept outside:"
        yield from heads


def _json(found: Verified) -> Iterator[str]:
    chains = [{"chain": one.chain, "files": one.files, "records": one.following.records,
               "head": str(one.head) if one.head else None} for one in found.chains]  # fmt: skip
    yield json.dumps(
        {"sound": not found.faults, "faults": found.faults, "notes": found.notes, "chains": chains},
        ensure_ascii=False,
        indent=2,
    )
