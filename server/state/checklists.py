"""What is said of the steps of checklists, in the state: never changed, the last of each step in force."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import TypeVar, cast

import pyarrow as pa
from sqlalchemy import Connection, Row, insert, select
from sqlalchemy.exc import SQLAlchemyError

from semantic.checklist.step import Figures, Status, StepMark, table_of
from semantic.errors import DefinitionError, Problem, UnsupportedError
from semantic.execute.live import CHECKLISTS, LiveTable, LiveTables
from semantic.model.checklist import ChecklistDocument
from server.settings import Settings
from server.state.database import State, StateSource
from server.state.place import StatePlace
from server.state.tables import checklist_steps

T = TypeVar("T")
Opened = Callable[[State], AbstractContextManager[Connection]]


@dataclass(frozen=True)
class KeptSteps:
    """The book of the state, which is made with the first word where there is none.

    INVARIANT: what a database says of its own faults may hold a text, and is told to nobody.
    """

    source: StateSource

    def last(self, liste: str, trin: str, figures: Figures) -> StepMark | None:
        found = [("liste", liste), ("trin", trin), *vars(figures).items()]
        of_step = select(checklist_steps).where(*(checklist_steps.c[name] == value for name, value in found))
        newest = of_step.order_by(checklist_steps.c.number.desc()).limit(1)
        row = self._within(self.source.current, State.reading, lambda there: there.execute(newest).first(), None)
        return None if row is None else _mark(row)

    def keep(self, mark: StepMark) -> None:
        self._within(self.source.made, State.writing, lambda there: _add(there, mark), None)

    def _within(
        self, state: Callable[[], State | None], opened: Opened, work: Callable[[Connection], T], nothing: T
    ) -> T:
        """What the work gives; `nothing` where there is no state. Raises UnsupportedError (U471)."""
        try:
            found = state()
            if found is None:
                return nothing
            with opened(found) as connection:
                return work(connection)
        except (SQLAlchemyError, DefinitionError):
            hint = "Try again; nothing was changed."
            raise UnsupportedError(Problem("U471", "Checklists cannot be read or kept now.", hint)) from None


def history(connection: Connection) -> tuple[StepMark, ...]:
    """All that was ever said, the oldest first."""
    return tuple(map(_mark, connection.execute(select(checklist_steps).order_by(checklist_steps.c.number))))


def checklists_of(settings: Settings, lists: Mapping[str, ChecklistDocument]) -> LiveTables:
    """What the model's cubes read of checklists: every step of those begun, none while there is no state."""
    source = StateSource(StatePlace(settings.state, settings.state_password_file))

    def read() -> pa.Table:
        try:
            state = source.current()
            if state is None:
                return CHECKLISTS.empty_table()
            with state.reading() as connection:
                found = table_of(lists, history(connection))
            state.close()  # no connection waits for the next question
        except (SQLAlchemyError, DefinitionError) as error:
            raise OSError("the checklists cannot be read") from error
        return found

    return {"tjekliste": LiveTable(CHECKLISTS, read)}


def _add(connection: Connection, mark: StepMark) -> None:
    told = {name: value for name, value in vars(mark).items() if name != "figures"}
    connection.execute(insert(checklist_steps).values(**told, **vars(mark.figures)))


def _mark(row: Row[tuple[object, ...]]) -> StepMark:
    figures = Figures(row.kommunekode, row.omraade, row.periode)
    status = cast(Status, row.status)
    return StepMark(row.liste, row.trin, figures, status, row.bemaerkning, row.af, row.tid)
