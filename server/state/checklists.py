"""What is said of the steps of checklists, in the state: never changed, the last of each step in force."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from sqlalchemy import Connection, Row, insert, select

from semantic.checklist.step import Figures, Status, StepMark, table_of
from semantic.execute.live import CHECKLISTS, LiveTables
from semantic.model.checklist import ChecklistDocument
from server.settings import Settings
from server.state.database import StateSource
from server.state.reach import Kept, live_table
from server.state.tables import checklist_steps


@dataclass(frozen=True)
class KeptSteps:
    """The book of the state, which is made with the first word where there is none."""

    source: StateSource

    def last(self, liste: str, trin: str, figures: Figures) -> StepMark | None:
        found = [("liste", liste), ("trin", trin), *vars(figures).items()]
        of_step = select(checklist_steps).where(*(checklist_steps.c[name] == value for name, value in found))
        newest = of_step.order_by(checklist_steps.c.number.desc()).limit(1)
        row = self._kept.read(lambda there: there.execute(newest).first(), None)
        return None if row is None else _mark(row)

    def keep(self, mark: StepMark) -> None:
        self._kept.write(lambda there: _add(there, mark))

    @property
    def _kept(self) -> Kept:
        return Kept(self.source, "Checklists")


def history(connection: Connection) -> tuple[StepMark, ...]:
    """All that was ever said, the oldest first."""
    return tuple(map(_mark, connection.execute(select(checklist_steps).order_by(checklist_steps.c.number))))


def checklists_of(settings: Settings, lists: Mapping[str, ChecklistDocument]) -> LiveTables:
    """What the model's cubes read of checklists: every step of those begun, none while there is no state."""
    return {"tjekliste": live_table(settings, CHECKLISTS, lambda there: table_of(lists, history(there)))}


def _add(connection: Connection, mark: StepMark) -> None:
    told = {name: value for name, value in vars(mark).items() if name != "figures"}
    connection.execute(insert(checklist_steps).values(**told, **vars(mark.figures)))


def _mark(row: Row[tuple[object, ...]]) -> StepMark:
    figures = Figures(row.kommunekode, row.omraade, row.periode)
    status = cast(Status, row.status)
    return StepMark(row.liste, row.trin, figures, status, row.bemaerkning, row.af, row.tid)
