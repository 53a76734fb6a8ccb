"""Work on what is kept in the state, and tables of it that questions read.

INVARIANT: what a database says of its own faults may hold a text, and is told to nobody.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

import pyarrow as pa
from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from semantic.errors import DefinitionError, Problem, UnsupportedError
from semantic.execute.live import LiveTable
from server.settings import Settings
from server.state.database import StateSource
from server.state.place import StatePlace

T = TypeVar("T")


@dataclass(frozen=True)
class Kept:
    """Something that is kept, by its name in a refusal: `Notes`."""

    source: StateSource
    name: str

    def read(self, work: Callable[[Connection], T], nothing: T) -> T:
        """What the work finds; `nothing` where there is no state. Raises UnsupportedError (U471)."""
        try:
            state = self.source.current()
            if state is None:
                return nothing
            with state.reading() as connection:
                return work(connection)
        except (SQLAlchemyError, DefinitionError):
            raise self._unreachable() from None

    def write(self, work: Callable[[Connection], None]) -> None:
        """Does the work whole or not at all, in a state made where there is none. Raises UnsupportedError (U471)."""
        try:
            with self.source.made().writing() as connection:
                work(connection)
        except (SQLAlchemyError, DefinitionError):
            raise self._unreachable() from None

    def _unreachable(self) -> UnsupportedError:
        message = f"{self.name} cannot be read or kept now."
        return UnsupportedError(Problem("U471", message, "Try again; nothing was changed."))


def live_table(settings: Settings, schema: pa.Schema, rows: Callable[[Connection], pa.Table]) -> LiveTable:
    """A table of the state, read for each question; without rows while there is no state. Reading raises OSError."""
    source = StateSource(StatePlace(settings.state, settings.state_password_file))

    def read() -> pa.Table:
        try:
            state = source.current()
            if state is None:
                return schema.empty_table()
            with state.reading() as connection:
                found = rows(connection)
            state.close()  # no connection waits for the next question
        except (SQLAlchemyError, DefinitionError) as error:
            raise OSError("the state cannot be read") from error
        return found

    return LiveTable(schema, read)
