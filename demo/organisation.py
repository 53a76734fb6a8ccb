"""The synthetic organisation: forvaltning → center → enhed → team, in valid time, reorganised twice.

On 1 January 2025 enheder kept their ids and moved. On 1 January 2026, which lies ahead of the demo's data, some are
split and merged into new ones, and one leaves the forvaltning.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

import duckdb
import numpy as np
import pyarrow as pa

FOUNDED = date(2015, 1, 1)
REORGANISED = date(2025, 1, 1)
SPLIT = date(2026, 1, 1)
FORVALTNINGER = {"F1": "Socialforvaltningen", "F2": "Omsorgsforvaltningen"}
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
    "CH": "Center H (omsorg)",
}
OPENED_WITH_THE_SPLIT = ("F2", "CH")

Field = Literal["boern", "voksne", "handicap", "udsatte"]


@dataclass(frozen=True)
class Enhed:
    """An enhed keeps its id through the reorganisation of 2025; `before` or `after` is None where it does not exist."""

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
        closes = SPLIT if any(one.old == self.id for one in SUCCESSIONS if one.day == SPLIT) else None
        after = [(self.after, REORGANISED, closes)] if self.after else []
        return [*before, *after]


@dataclass(frozen=True)
class NewEnhed:
    """An enhed that opens with the split of 2026."""

    id: str
    art: Literal["Myndighed", "Udfører"]
    center: str
    forvaltning: str = "F1"

    @property
    def name(self) -> str:
        return f"Enhed {int(self.id[1:])}"

    @property
    def periods(self) -> list[tuple[str, date, date | None]]:
        return [(self.center, SPLIT, None)]


@dataclass(frozen=True)
class Succession:
    """From the day on `new` has the share of what was `old`'s."""

    old: str
    new: str
    day: date
    share: Decimal


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
NEW_ENHEDER = (
    NewEnhed("E13", "Udfører", "CF"),
    NewEnhed("E14", "Udfører", "CF"),
    NewEnhed("E15", "Myndighed", "CD"),
    NewEnhed("E16", "Udfører", "CG"),
    NewEnhed("E17", "Udfører", "CH", "F2"),
)
WHOLE = Decimal(1)
SUCCESSIONS = (
    Succession(CLOSED, SUCCESSOR, REORGANISED, WHOLE),
    # Split.
    Succession("E07", "E13", SPLIT, Decimal("0.6")),
    Succession("E07", "E14", SPLIT, Decimal("0.4")),
    # Merged.
    Succession("E01", "E15", SPLIT, WHOLE),
    Succession("E02", "E15", SPLIT, WHOLE),
    # Split, with what it had taken over, and a part of it handed to the other forvaltning.
    Succession(SUCCESSOR, "E16", SPLIT, Decimal("0.75")),
    Succession(SUCCESSOR, "E17", SPLIT, Decimal("0.25")),
)


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


ORGANISATION_EFTER = """
CREATE TABLE main.organisation_efter AS
SELECT holder.fra_enhed, CAST(holder.andel AS DECIMAL(3, 2)) AS andel, unit.enhed_id, unit.forvaltning_id,
       unit.forvaltning, unit.center_id, unit.center, unit.enhed, unit.art,
       greatest(holder.gyldig_fra, unit.gyldig_fra) AS gyldig_fra,
       least(holder.gyldig_til, unit.gyldig_til) AS gyldig_til
FROM holder JOIN main.organisation AS unit ON unit.enhed_id = holder.enhed_id
     AND holder.gyldig_fra < coalesce(unit.gyldig_til, DATE '9999-12-31')
     AND unit.gyldig_fra < coalesce(holder.gyldig_til, DATE '9999-12-31')
ORDER BY holder.fra_enhed, gyldig_fra, unit.enhed_id
"""


def create(con: duckdb.DuckDBPyConnection) -> None:
    """`main.organisation`, who succeeded whom in `main.efterfoelgelse`, and in `main.organisation_efter` who has what
    was each enhed's in which days, successions followed to their end."""
    con.execute("""
        CREATE TABLE main.organisation (
            enhed_id VARCHAR, niveau VARCHAR, navn VARCHAR, overordnet_id VARCHAR, forvaltning VARCHAR, center VARCHAR,
            enhed VARCHAR, team VARCHAR, art VARCHAR, gyldig_fra DATE, gyldig_til DATE,
            forvaltning_id VARCHAR, center_id VARCHAR, enhed_kode VARCHAR, team_id VARCHAR)""")
    con.executemany(f"INSERT INTO main.organisation VALUES ({', '.join('?' * 15)})", _rows())
    con.execute("CREATE TABLE main.efterfoelgelse (fra VARCHAR, til VARCHAR, gyldig_fra DATE, andel DECIMAL(3, 2))")
    pairs = [(one.old, one.new, one.day, one.share) for one in SUCCESSIONS]
    con.executemany("INSERT INTO main.efterfoelgelse VALUES (?, ?, ?, ?)", pairs)
    con.execute(
        "CREATE TEMP TABLE holder (fra_enhed VARCHAR, enhed_id VARCHAR, andel DECIMAL(18, 6), gyldig_fra DATE,"
        " gyldig_til DATE)"
    )
    con.executemany("INSERT INTO holder VALUES (?, ?, ?, ?, ?)", list(holders()))
    con.execute(ORGANISATION_EFTER)
    con.execute("DROP TABLE holder")


def holders() -> Iterator[tuple[str, str, Decimal, date, date | None]]:
    """(enhed, who has what was its, share, first day, first day no longer), a step for each day of a reorganisation."""
    days = sorted({one.day for one in SUCCESSIONS})
    for enhed in (*ENHEDER, *NEW_ENHEDER):
        held, since = {enhed.id: WHOLE}, enhed.periods[0][1]
        for day in days:
            after = _succeeded(held, day)
            if after != held:
                yield from ((enhed.id, holder, share, since, day) for holder, share in held.items())
                held, since = after, day
        yield from ((enhed.id, holder, share, since, None) for holder, share in held.items())


def _succeeded(held: dict[str, Decimal], day: date) -> dict[str, Decimal]:
    """The shares of a day on, of those of the day before."""
    after: dict[str, Decimal] = {}
    for holder, share in held.items():
        successions = [one for one in SUCCESSIONS if (one.old, one.day) == (holder, day)]
        for new, part in [(one.new, one.share) for one in successions] or [(holder, WHOLE)]:
            after[new] = after.get(new, Decimal(0)) + share * part
    return after


def _rows() -> list[tuple[object, ...]]:
    """One row for each unit, of any level, and period; a level below the unit's own is NULL."""
    rows: list[tuple[object, ...]] = []
    for forvaltning, title in FORVALTNINGER.items():
        ids: tuple[str | None, ...] = (forvaltning, None, None, None)
        above = (None, title, None, None, None, None)
        opens = SPLIT if forvaltning in OPENED_WITH_THE_SPLIT else FOUNDED
        rows.append((forvaltning, "forvaltning", title, *above, opens, None, *ids))
    for center in CENTRE:
        closes = REORGANISED if any(enhed.before == center for enhed in ENHEDER) else None
        opens = SPLIT if center in OPENED_WITH_THE_SPLIT else FOUNDED if closes else REORGANISED
        forvaltning, title, name = _of_center(center)
        ids = (forvaltning, center, None, None)
        rows.append((center, "center", name, forvaltning, title, name, None, None, None, opens, closes, *ids))
    for enhed in (*ENHEDER, *NEW_ENHEDER):
        for center, opens, closes in enhed.periods:
            rows += _of_enhed(enhed, center, opens, closes)
    return rows


def _of_center(center: str) -> tuple[str, str, str]:
    """(forvaltning, its name, the center's name)."""
    forvaltning = next((one.forvaltning for one in NEW_ENHEDER if one.center == center), "F1")
    return forvaltning, FORVALTNINGER[forvaltning], CENTRE[center]


def _of_enhed(enhed: Enhed | NewEnhed, center: str, opens: date, closes: date | None) -> Iterator[tuple[object, ...]]:
    """The enhed's row of a period, and those of its teams."""
    forvaltning, title, center_name = _of_center(center)
    above = (title, center_name, enhed.name)
    until = (enhed.art, opens, closes, forvaltning, center, enhed.id)
    yield (enhed.id, "enhed", enhed.name, center, *above, None, *until, None)
    for number in range(TEAMS_PER_ENHED):
        team, own = f"{enhed.name}, team {number + 1}", team_id(enhed.id, number)
        yield (own, "team", team, enhed.id, *above, team, *until, own)
