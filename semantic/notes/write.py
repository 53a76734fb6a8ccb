"""A note written, changed, withdrawn or erased: by whose role says so, of what they see, never without a record."""

from __future__ import annotations

import re
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime

from semantic.access.principal import OPERATOR, Principal
from semantic.audit.asked import Asked as Recording
from semantic.audit.asked import asked_of
from semantic.audit.auditor import ANSWERED
from semantic.errors import DeniedError, LimitError, Problem, ServiceError, UnsupportedError
from semantic.execute.cancellation import Cancellation
from semantic.long_view.question import LongQuestion
from semantic.long_view.series import Series
from semantic.notes.note import Figure, Note, Notebook, Version, digest, right_text
from semantic.notes.sight import Seen, sight
from semantic.pipeline import Service, recorded
from semantic.predicate import Asked, conjunction
from semantic.query import Query

PERIOD = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(01))?", re.ASCII)
ABSENT = Problem("A328", "There is no such note or figure among those that you see as a whole.")


@dataclass(frozen=True)
class Writer:
    """Who writes, over which service and into which book; `now` is the clock's."""

    principal: Principal
    service: Service
    book: Notebook
    now: Callable[[], datetime]
    cancellation: Cancellation

    def may_write(self) -> None:
        """Raises DeniedError (A327)."""
        asker, service = self.principal, self.service
        if asker is not OPERATOR and not service.policies.may_write_notes(asker, service.today()):
            message = "No role of yours lets you write notes."
            raise DeniedError(Problem("A327", message, "Those who govern access give it with 'writes_notes'."))

    def seen(self, noegletal: str, enhedstype: str, enhed: str) -> Seen | None:
        asked = LongQuestion(frozenset({noegletal}), frozenset({enhedstype}), frozenset({enhed}))
        found = sight(asked, self.principal, self.service, self.cancellation).seen.get((noegletal, enhedstype))
        return found if found is not None and enhed in found.units else None

    def version(self, number: int, text: str | None) -> Version:
        return Version(number, text, self.principal.subject, self.now())


def write(writer: Writer, noegletal: str, enhedstype: str, enhed: str, period: str, text: str) -> Note:
    """A new note on a figure; one that the writer has there already with the same text is left as it is.

    Raises ServiceError: A327 who may not write, A328 a figure that is not seen, U469 a text that cannot be kept, U472
    what is no period of the nøgletal.
    """
    with recorded(None, writer.principal, writer.service):
        writer.may_write()
        kept = right_text(text)
        seen = writer.seen(noegletal, enhedstype, enhed)
        if seen is None:
            raise DeniedError(ABSENT)
        figure = Figure(noegletal, enhedstype, enhed, _first_day(period, seen.series))
        if not seen.holds(figure):
            raise DeniedError(ABSENT)
        for one in writer.book.of(frozenset({noegletal})):
            if (one.figure, one.author, one.last.tekst) == (figure, writer.principal.subject, kept):
                return one
        note = Note(secrets.token_hex(8), figure, (writer.version(1, kept),))
    return _kept(writer, note, seen.series)


def change(writer: Writer, id: str, number: int, text: str) -> Note:
    """The writer's own note with another text; `number` is of the version that the writer has read.

    Raises ServiceError: A327, A328, U469 as `write`, A329 another's note, U470 where it has been changed since.
    """
    with recorded(None, writer.principal, writer.service):
        writer.may_write()
        kept = right_text(text)
        note, seen = _found(writer, id)
        if note.author != writer.principal.subject:
            raise DeniedError(Problem("A329", "The note is another's.", "Write one of your own beside it."))
        if not note.in_force:
            raise DeniedError(ABSENT)
        if note.last.tekst == kept:
            return note
        if note.last.nummer != number:
            raise changed_since()
        changed = replace(note, versions=(*note.versions, writer.version(number + 1, kept)))
    return _kept(writer, changed, seen.series)


def withdraw(writer: Writer, id: str) -> Note:
    """The writer's own note taken back, or by the local operator anybody's; one that is withdrawn is left as it is.

    Raises ServiceError: A327, A328, A329.
    """
    with recorded(None, writer.principal, writer.service):
        writer.may_write()
        note, seen = _found(writer, id)
        if note.author != writer.principal.subject and writer.principal is not OPERATOR:
            raise DeniedError(Problem("A329", "The note is another's.", "Ask its author, or those who run this."))
        if not note.in_force:
            return note
        gone = replace(note, versions=(*note.versions, writer.version(note.last.nummer + 1, None)))
    return _kept(writer, gone, seen.series)


def erase(writer: Writer, id: str) -> Note:
    """The note withdrawn, and the words of all its versions gone for good: by the local operator alone.

    It may be of a figure that is gone or cannot be asked for. Raises ServiceError: A327, A328, L530, U470 where it has
    been changed since, U471, also where the words are still in the log of the state.
    """
    with recorded(None, writer.principal, writer.service):
        if writer.principal is not OPERATOR:
            raise DeniedError(Problem("A327", "Words are erased by the local operator.", "Ask those who run this."))
        note = writer.book.find(id)
        if note is None:
            raise DeniedError(ABSENT)
    left = note.versions if not note.in_force else (*note.versions, writer.version(note.last.nummer + 1, None))
    gone = replace(note, versions=tuple(replace(one, tekst=None) for one in left))
    asked = replace(_of_figure(writer, gone), written=f"{id} erased")
    _recorded(writer, asked, lambda: writer.book.erase(gone))
    return gone


def changed_since() -> UnsupportedError:
    return UnsupportedError(Problem("U470", "The note has been changed since it was read.", "Read it again first."))


def _found(writer: Writer, id: str) -> tuple[Note, Seen]:
    """The note and what is seen of its nøgletal. INVARIANT: one that is not seen is as one that does not exist.

    That it is withdrawn is for its author to know, and for the operator.
    """
    note = writer.book.find(id)
    seen = writer.seen(note.figure.noegletal, note.figure.enhedstype, note.figure.enhed) if note is not None else None
    if note is None or seen is None or not seen.holds(note.figure):
        raise DeniedError(ABSENT)
    if not note.in_force and writer.principal.subject != note.author and writer.principal is not OPERATOR:
        raise DeniedError(ABSENT)
    return note, seen


def _first_day(text: str, series: Series) -> date:
    """The first day of the period that the text is: 2024 of a year, 2024-06 of a month, or that day.

    Raises UnsupportedError (U472).
    """
    found = PERIOD.fullmatch(text)
    try:
        day = date(int(found[1]), int(found[2] or 1), 1) if found is not None else None
    except ValueError:
        day = None
    is_right = found is not None and (found[3] or (found[2] is not None) == (series.grain == "month"))
    if day is None or series.start_from(day) != day or not is_right:
        example = "2024-06" if series.grain == "month" else "2024"
        message = f"'{text[:40]}' is no period of '{series.record.id}'."
        raise UnsupportedError(Problem("U472", message, f"Write it as {example}."))
    return day


def _kept(writer: Writer, note: Note, series: Series) -> Note:
    """The note, kept once its record is durable, which has no text of it. Raises LimitError (L530) without one."""
    _recorded(writer, replace(_asked(writer, note, series), written=digest(note)), lambda: writer.book.keep(note))
    return note


def _recorded(writer: Writer, asked: Recording, work: Callable[[], None]) -> None:
    service, begun = writer.service, time.perf_counter()
    opening = service.auditor.opened(replace(asked, purpose="note"))
    if not opening.durable():
        hint = "Those who run this must see to the disk of the audit; /readyz tells when it is well."
        raise LimitError(Problem("L530", "What is done to the note cannot be recorded now, and is not done.", hint))
    try:
        work()
    except ServiceError as error:
        opening.close(0, error.code, (time.perf_counter() - begun) * 1000)
        raise
    opening.close(1, ANSWERED, (time.perf_counter() - begun) * 1000)


def _of_figure(writer: Writer, note: Note) -> Recording:
    """The figure as a question where it can be asked: words are erased whether or not it still can be."""
    figure, service = note.figure, writer.service
    try:
        seen = writer.seen(figure.noegletal, figure.enhedstype, figure.enhed)
    except ServiceError:
        seen = None
    if seen is not None:
        return _asked(writer, note, seen.series)
    version, number = service.policies.version, service.generation.loads.number
    return asked_of(None, writer.principal, service.generation.model, number, version)


def _asked(writer: Writer, note: Note, series: Series) -> Recording:
    """The figure as a question, by which the record tells of it."""
    figure, service = note.figure, writer.service
    period = str(figure.periode.year) if series.in_years else figure.periode.isoformat()
    where = conjunction(Asked(series.unit, "equals", (figure.enhed,)), Asked(series.period, "equals", (period,)))
    query = Query((series.record.measure,), (series.unit,), where=where)
    generation = service.generation
    version, number = service.policies.version, generation.loads.number
    return asked_of(query, writer.principal, generation.model, number, version)
