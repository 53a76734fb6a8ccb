"""Marks of a kommune that its figures of an area and period are validated: never changed, the last one in force."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal

import pyarrow as pa
from sqlalchemy import Connection, Row, insert, select

from semantic.execute.live import VALIDATIONS, LiveTables
from server.settings import Settings
from server.state.reach import live_table
from server.state.tables import validations

VALIDATED, NOT_VALIDATED = "valideret", "ikke_valideret"


@dataclass(frozen=True)
class Mark:
    """Who says what of which figures; `afvigelse_pct` is within how many per cent they agree with what they should."""

    kommunekode: int
    omraade: str
    periode: str
    validated: bool
    afvigelse_pct: Decimal | None
    af: str
    tid: datetime

    @property
    def status(self) -> str:
        return VALIDATED if self.validated else NOT_VALIDATED


def add(connection: Connection, mark: Mark) -> None:
    connection.execute(insert(validations).values(**vars(mark)))


def history(connection: Connection) -> Iterator[Mark]:
    """Every mark that was ever made, the oldest first."""
    return map(_mark, connection.execute(select(validations).order_by(validations.c.number)))


def in_force(connection: Connection) -> tuple[Mark, ...]:
    """The last mark of each kommune, area and period, in that order."""
    last = {(one.kommunekode, one.omraade, one.periode): one for one in history(connection)}
    return tuple(last[key] for key in sorted(last))


def marks_of(settings: Settings) -> LiveTables:
    """What the model's cubes of `data_source: tilstand` read: the marks in force, none while there is no state."""

    def rows(connection: Connection) -> pa.Table:
        return pa.Table.from_pylist([_row(one) for one in in_force(connection)], schema=VALIDATIONS)

    return {"validering": live_table(settings, VALIDATIONS, rows)}


def _mark(row: Row[tuple[object, ...]]) -> Mark:
    found = row._mapping
    return Mark(**{name: found[name] for name in Mark.__dataclass_fields__})


def _row(one: Mark) -> dict[str, object]:
    told = {name: value for name, value in vars(one).items() if name in VALIDATIONS.names}
    return {**told, "status": one.status, "tid": one.tid.astimezone(UTC).replace(tzinfo=None)}
