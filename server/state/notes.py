"""Notes in the state: every version a row that is never changed, but for words that are erased."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from sqlalchemy import Connection, Row, Select, insert, select, update
from sqlalchemy.exc import IntegrityError

from semantic.errors import Problem, UnsupportedError
from semantic.notes.note import MOST_NOTES, MOST_VERSIONS, Figure, Note, Version
from semantic.notes.write import changed_since
from server.state.database import StateSource
from server.state.reach import Kept
from server.state.tables import notes


@dataclass(frozen=True)
class KeptNotes:
    """The notebook of the state, which is made with the first note where there is none."""

    source: StateSource

    def of(self, ids: frozenset[str]) -> tuple[Note, ...]:
        return self._read(select(notes).where(notes.c.noegletal.in_(sorted(ids))))

    def find(self, id: str) -> Note | None:
        found = self._read(select(notes).where(notes.c.note == id))
        return found[0] if found else None

    def _read(self, wanted: Select[tuple[object, ...]]) -> tuple[Note, ...]:
        nothing: tuple[Note, ...] = ()
        return self._kept.read(lambda there: _notes(there, wanted), nothing)

    def keep(self, note: Note) -> None:
        self._kept.write(lambda there: _keep(there, note))

    def erase(self, note: Note) -> None:
        self._kept.write(lambda there: _erase(there, note))
        if not self.source.made().forget():
            message = "The note is erased, but its words are still in the log of the state, which somebody reads."
            raise UnsupportedError(Problem("U471", message, "Erase it again until this is not said any more."))

    @property
    def _kept(self) -> Kept:
        return Kept(self.source, "Notes")


def _notes(connection: Connection, wanted: Select[tuple[object, ...]]) -> tuple[Note, ...]:
    rows = connection.execute(wanted.order_by(notes.c.note, notes.c.version)).all()
    return tuple(_note(id, list(versions)) for id, versions in groupby(rows, lambda row: str(row.note)))


def _note(id: str, rows: list[Row[tuple[object, ...]]]) -> Note:
    first = rows[0]
    figure = Figure(first.noegletal, first.enhedstype, first.enhed, first.periode)
    return Note(id, figure, tuple(Version(one.version, one.tekst, one.af, one.tid) for one in rows))


def _keep(connection: Connection, note: Note) -> None:
    """Raises UnsupportedError: U469 of one too many, U470 where the version is there already, or the one before not."""
    figure, last = note.figure, note.last
    there = _notes(connection, _of(figure))
    before = next((one.last.nummer for one in there if one.id == note.id), 0)
    if before != last.nummer - 1:
        raise changed_since()
    if before == 0 and sum(one.in_force for one in there) >= MOST_NOTES:
        message = f"The figure has {MOST_NOTES} notes already."
        raise UnsupportedError(Problem("U469", message, "Withdraw one that is of no use any more."))
    if last.tekst is not None and sum(len(one.versions) for one in there) >= MOST_VERSIONS:
        message = f"Notes on the figure have been written {MOST_VERSIONS} times."
        raise UnsupportedError(Problem("U469", message, "What is wrong can still be withdrawn."))
    try:
        connection.execute(insert(notes).values(note=note.id, version=last.nummer, **vars(figure), **_said(last)))
    except IntegrityError:
        raise changed_since() from None


def _erase(connection: Connection, note: Note) -> None:
    """Raises UnsupportedError (U470) where a version has come that the note does not have."""
    there = _notes(connection, select(notes).where(notes.c.note == note.id))
    if [one.last for one in there] != [note.last]:
        _keep(connection, note)
    connection.execute(update(notes).where(notes.c.note == note.id).values(tekst=None))


def _of(figure: Figure) -> Select[tuple[object, ...]]:
    return select(notes).where(*(notes.c[name] == value for name, value in vars(figure).items()))


def _said(version: Version) -> dict[str, object]:
    return {"tekst": version.tekst, "af": version.af, "tid": version.tid}
