"""The synthetic tilbud: botilbud, herberger and krisecentre, and how many places each has had."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import duckdb

from demo.borgere import NEIGHBOURS
from demo.extent import Extent
from demo.organisation import CLOSED, SUCCESSOR
from demo.paragraffer import GRANTED, SERVICELOVEN
from demo.varde import KOMMUNEKODE

OPENED = date(2015, 1, 1)
ESBJERG = NEIGHBOURS[0]


@dataclass(frozen=True)
class Tilbud:
    """`places` are (from this day, this many), in order; 0 is closed. Another kommune's tilbud has no driftsenhed."""

    number: int
    paragraf: str
    driftsenhed: str | None
    places: tuple[tuple[date, int], ...]

    @property
    def id(self) -> str:
        return f"TB{self.number:02}"

    @property
    def periods(self) -> list[tuple[int, date, date | None]]:
        """(places, first day, first day no longer so), in order, without the time when it is closed."""
        ends = [*(day for day, _ in self.places[1:]), None]
        return [(number, day, end) for (day, number), end in zip(self.places, ends, strict=True) if number]


TILBUD = (
    Tilbud(1, "107", "E07", ((OPENED, 12), (date(2022, 3, 1), 14))),
    # People stayed on when places were taken away.
    Tilbud(2, "107", "E09", ((OPENED, 10), (date(2023, 7, 1), 7))),
    Tilbud(3, "107", None, ((OPENED, 6),)),
    # Extended once, and to be so again.
    Tilbud(4, "108", "E07", ((OPENED, 14), (date(2024, 1, 1), 16), (date(2026, 1, 1), 20))),
    Tilbud(5, "108", "E09", ((OPENED, 10),)),
    Tilbud(6, "108", None, ((OPENED, 4),)),
    # Places for one winter.
    Tilbud(7, "110", SUCCESSOR, ((OPENED, 10), (date(2021, 11, 1), 14), (date(2022, 4, 1), 10))),
    Tilbud(8, "110", CLOSED, ((OPENED, 6), (date(2024, 7, 1), 0))),
    Tilbud(9, "109", SUCCESSOR, ((OPENED, 6),)),
    Tilbud(10, "109", None, ((date(2022, 10, 1), 4),)),
    # Not open yet.
    Tilbud(11, "107", "E07", ((date(2026, 3, 1), 6),)),
)
# What each paragraf grants, to whom, for how long and at what rate.
KINDS = {kind.paragraf: kind for kind in GRANTED if kind.life == "voksen"}


def create(con: duckdb.DuckDBPyConnection, extent: Extent) -> None:
    """`main.tilbud` and `main.pladser`; `extent` multiplies the places, as it does the citizens.

    `gyldig_til` is the first day on which that many places are not there any more, NULL while they are.
    """
    con.execute("""
        CREATE TABLE main.tilbud (
            tilbud_id VARCHAR, navn VARCHAR, tilbudstype VARCHAR, lov VARCHAR, paragraf VARCHAR, driftsenhed VARCHAR,
            beliggenhedskommune INTEGER)""")
    con.executemany("INSERT INTO main.tilbud VALUES (?, ?, ?, ?, ?, ?, ?)", [_row(tilbud) for tilbud in TILBUD])
    con.execute("""
        CREATE TABLE main.pladser (
            pladser_id INTEGER, tilbud_id VARCHAR, pladser INTEGER, gyldig_fra DATE, gyldig_til DATE)""")
    periods = [(tilbud.id, number * extent.times, *days) for tilbud in TILBUD for number, *days in tilbud.periods]
    rows = [(key, *period) for key, period in enumerate(periods, start=1)]
    con.executemany("INSERT INTO main.pladser VALUES (?, ?, ?, ?, ?)", rows)


def _row(tilbud: Tilbud) -> tuple[object, ...]:
    kind = KINDS[tilbud.paragraf]
    where = KOMMUNEKODE if tilbud.driftsenhed else ESBJERG
    name = f"Tilbud {tilbud.number:02}"
    return (tilbud.id, name, kind.ydelsestype, SERVICELOVEN, tilbud.paragraf, tilbud.driftsenhed, where)
