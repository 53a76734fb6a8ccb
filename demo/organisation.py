"""The synthetic organisation: forvaltning → center → enhed → team, in valid time, reorganised on 1 January 2025."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

import duckdb
import numpy as np
import pyarrow as pa

FOUNDED = date(2015, 1, 1)
REORGANISED = date(2025, 1, 1)
FORVALTNING = ("F1", "Socialforvaltningen")
TEAMS_PER_ENHED = 2
SAGSBEHANDLERE_PER_TEAM = 4

CENTRE = {
    "CA": "Center A (børn og unge)",
    "CB": "Center B (voksne)",
    "CC": "Center C (handicap og udsatte)",
    "CD": "Center D (børn og unge)",
    "CE": "Center E (voksne)",
    "CF": "Center F (handicap)",
    "CG": "Center G (udsatte voksne)",
}

Field = Literal["boern", "voksne", "handicap", "udsatte"]


@dataclass(frozen=True)
class Enhed:
    """An enhed keeps its id through the reorganisation; `before` or `after` is None where it does not exist."""

    id: str
    field: Field
    art: Literal["Myndighed", "Udfører"]
    before: str | None
    after: str | None

    @property
    def name(self) -> str:
        return f"Enhed {int(self.id[1:])}"

    @property
    def periods(self) -> list[tuple[str, date, date | None]]:
        """(center, first day, first day no longer valid), in order."""
        before = [(self.before, FOUNDED, REORGANISED)] if self.before else []
        after = [(self.after, REORGANISED, None)] if self.after else []
        return [*before, *after]


ENHEDER = (
    Enhed("E01", "boern", "Myndighed", "CA", "CD"),
    Enhed("E02", "boern", "Myndighed", "CA", "CD"),
    Enhed("E03", "boern", "Udfører", "CA", "CD"),
    Enhed("E04", "voksne", "Myndighed", "CB", "CE"),
    Enhed("E05", "voksne", "Myndighed", "CB", "CE"),
    Enhed("E06", "voksne", "Udfører", "CB", "CE"),
    Enhed("E07", "handicap", "Udfører", "CC", "CF"),
    Enhed("E08", "handicap", "Myndighed", "CC", "CF"),
    # Moved to another field's center.
    Enhed("E09", "handicap", "Udfører", "CC", "CE"),
    Enhed("E10", "udsatte", "Myndighed", "CC", "CG"),
    # Closed, and its open cases handed to the new E12.
    Enhed("E11", "udsatte", "Udfører", "CC", None),
    Enhed("E12", "udsatte", "Udfører", None, "CG"),
)
CLOSED, SUCCESSOR = "E11", "E12"


def team_id(enhed: str, number: int) -> str:
    return f"T{enhed[1:]}{number + 1}"


def sagsbehandler_id(enhed: str, team: int, number: int) -> str:
    return f"SB{enhed[1:]}{team + 1}{number + 1}"


def responsible(rng: np.random.Generator, among: Sequence[Sequence[str]]) -> tuple[pa.Array, pa.Array]:
    """(enhed, sagsbehandler) of each row, of the enheder that it may be; neither where they are not registered."""
    enhed = [units[int(place * len(units))] for units, place in zip(among, rng.random(len(among)), strict=True)]
    team = rng.integers(0, TEAMS_PER_ENHED, len(among))
    number = rng.integers(0, SAGSBEHANDLERE_PER_TEAM, len(among))
    missing = rng.random(len(among)) < 0.03
    persons = [sagsbehandler_id(unit, int(t), int(n)) for unit, t, n in zip(enhed, team, number, strict=True)]
    return pa.array(enhed, pa.string(), mask=missing), pa.array(persons, pa.string(), mask=missing)


def create(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("""
        CREATE TABLE main.organisation (
            enhed_id VARCHAR, niveau VARCHAR, navn VARCHAR, overordnet_id VARCHAR, forvaltning VARCHAR, center VARCHAR,
            enhed VARCHAR, team VARCHAR, art VARCHAR, gyldig_fra DATE, gyldig_til DATE,
            forvaltning_id VARCHAR, center_id VARCHAR, enhed_kode VARCHAR, team_id VARCHAR)""")
    con.executemany(f"INSERT INTO main.organisation VALUES ({', '.join('?' * 15)})", _rows())


def _rows() -> list[tuple[object, ...]]:
    """One row for each unit, of any level, and period; a level below the unit's own is NULL."""
    top, title = FORVALTNING
    ids: tuple[str | None, ...] = (top, None, None, None)
    rows: list[tuple[object, ...]] = [
        (top, "forvaltning", title, None, title, None, None, None, None, FOUNDED, None, *ids)
    ]
    for center, name in CENTRE.items():
        closes = REORGANISED if any(enhed.before == center for enhed in ENHEDER) else None
        opens = FOUNDED if closes else REORGANISED
        ids = (top, center, None, None)
        rows.append((center, "center", name, top, title, name, None, None, None, opens, closes, *ids))
    for enhed in ENHEDER:
        for center, opens, closes in enhed.periods:
            above = (title, CENTRE[center], enhed.name)
            until = (enhed.art, opens, closes, top, center, enhed.id)
            rows.append((enhed.id, "enhed", enhed.name, center, *above, None, *until, None))
            for number in range(TEAMS_PER_ENHED):
                team, own = f"{enhed.name}, team {number + 1}", team_id(enhed.id, number)
                rows.append((own, "team", team, enhed.id, *above, team, *until, own))
    return rows
