"""`noter`, and the mutations that write, change and withdraw one: plain text, of figures that the asker sees whole."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cached_property
from typing import Protocol
from zoneinfo import ZoneInfo

import strawberry
from strawberry.types import Info

from semantic.long_view.question import LongQuestion
from semantic.notes.note import Note, Notebook, Version
from semantic.notes.read import notes_of
from semantic.notes.write import Writer, change, withdraw, write
from server.graphql import asking

NOTES = "noter"
SIZES = {NOTES: 20, "historik": 3}  # how many items each list is reckoned to have, in the cost of a document


class Asking(asking.Asking, Protocol):
    """Who asks, and where notes are kept."""

    @property
    def notes(self) -> Notebook: ...


@strawberry.type(name="NoteVersion", description="What a note said, until it was changed.")
class NoteVersion:
    nummer: int
    tekst: str | None = strawberry.field(description="Plain text; none where the note was withdrawn.")
    af: str = strawberry.field(description="Who wrote it.")
    tid: str


@strawberry.type(name="Note", description="A note on one nøgletal of one unit and period.")
class FigureNote:
    id: strawberry.ID
    noegletal: strawberry.ID
    enhedstype: str
    enhed: str
    periode: str = strawberry.field(description="The period's first day.")
    nummer: int = strawberry.field(description="How many times it has been written; named when it is changed.")
    tekst: str | None = strawberry.field(description="Plain text; none where the note is withdrawn.")
    af: str = strawberry.field(description="Who wrote the note.")
    tid: str = strawberry.field(description="When it was written as it is now.")
    historik: list[NoteVersion] = strawberry.field(description="What it said before, the oldest first.")


class PageNotes:
    """The notes on several nøgletal, asked for together when the first of them is looked at."""

    def __init__(self, ids: frozenset[str], asking: Asking) -> None:
        self._ids, self._asking = ids, asking

    @cached_property
    def found(self) -> tuple[Note, ...]:
        asker = self._asking
        return notes_of(LongQuestion(self._ids), asker.principal, asker.service, asker.notes, asker.cancellation)


def note_of(note: Note, zone: ZoneInfo) -> FigureNote:
    return FigureNote(
        id=strawberry.ID(note.id),
        noegletal=strawberry.ID(note.figure.noegletal),
        enhedstype=note.figure.enhedstype,
        enhed=note.figure.enhed,
        periode=note.figure.periode.isoformat(),
        nummer=note.last.nummer,
        tekst=note.last.tekst,
        af=note.author,
        tid=_moment(note.last, zone),
        historik=[
            NoteVersion(nummer=one.nummer, tekst=one.tekst, af=one.af, tid=_moment(one, zone))
            for one in note.versions[:-1]
        ],
    )


def _moment(version: Version, zone: ZoneInfo) -> str:
    return version.tid.astimezone(zone).isoformat(timespec="seconds")


def zone_of(info: Info[Asking, None]) -> ZoneInfo:
    return ZoneInfo(info.context.service.timezone)


def resolve_notes(
    info: Info[Asking, None], noegletal: list[str], enhedstype: list[str] | None = None,
    enhed: list[str] | None = None, range: str | None = None,
) -> list[FigureNote]:  # fmt: skip
    asker = info.context
    asked = LongQuestion(frozenset(noegletal), _names(enhedstype), _names(enhed), date_range=range)
    found = notes_of(asked, asker.principal, asker.service, asker.notes, asker.cancellation)
    return [note_of(one, zone_of(info)) for one in found]


def _names(given: Sequence[str] | None) -> frozenset[str] | None:
    return None if given is None else frozenset(given)


def _writer(info: Info[Asking, None]) -> Writer:
    asker = info.context
    return Writer(asker.principal, asker.service, asker.notes, _now, asker.cancellation)


def _now() -> datetime:
    return datetime.now(UTC)


def write_note(
    info: Info[Asking, None], noegletal: str, enhedstype: str, enhed: str, periode: str, tekst: str
) -> FigureNote:
    return note_of(write(_writer(info), noegletal, enhedstype, enhed, periode, tekst), zone_of(info))


def change_note(info: Info[Asking, None], id: strawberry.ID, nummer: int, tekst: str) -> FigureNote:
    return note_of(change(_writer(info), id, nummer, tekst), zone_of(info))


def withdraw_note(info: Info[Asking, None], id: strawberry.ID) -> FigureNote:
    return note_of(withdraw(_writer(info), id), zone_of(info))


@strawberry.type
class Mutation:
    skriv_note: FigureNote = strawberry.mutation(
        resolver=write_note,
        description="A note on a figure that the asker sees whole. Sent again, it is the same note.",
    )
    ret_note: FigureNote = strawberry.mutation(
        resolver=change_note, description="The asker's own note with another text; the earlier ones are kept."
    )
    traek_note_tilbage: FigureNote = strawberry.mutation(
        resolver=withdraw_note, description="The asker's own note taken back; it is shown to nobody any more."
    )


@strawberry.type
class Query:
    noter: list[FigureNote] = strawberry.field(
        resolver=resolve_notes, description="The notes on nøgletal of units that the asker sees whole."
    )
