"""The synthetic ansættelser: who was employed in which enhed, position by position."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date

import duckdb
import numpy as np
import numpy.typing as npt
import pyarrow as pa

from demo.borgere import Ints, Texts
from demo.extent import Extent
from demo.load_register import SOCIAL_AS_OF
from demo.organisation import CLOSED, ENHEDER, REORGANISED, SUCCESSOR
from demo.ydelser import OPEN, Days

# Positions are filled from 2014, so that people have been there for unequal times on the first day shown.
FILLED_FROM, SHOWN_FROM = date(2014, 1, 1), date(2019, 1, 1)
POSITIONS_PER_ENHED = 14
MOST_HOLDERS = 24
MEDIAN_DAYS = 1_100
# Days that a position stands empty between two holders, on average.
EMPTY_DAYS = 45
RETURN = 0.06
GRUPPER = {
    "Myndighed": (("socialrådgivere", 0.7), ("administration", 0.2), ("ledelse", 0.1)),
    "Udfører": (("pædagogisk personale", 0.6), ("omsorgspersonale", 0.3), ("administration", 0.05), ("ledelse", 0.05)),
}
# (hundredths of a full-time position, part of the positions)
GRADER = ((100, 0.55), (90, 0.15), (80, 0.15), (75, 0.1), (50, 0.05))

# Whoever was in the enhed that closed goes on in its successor: neither new there nor gone from here.
ANSAETTELSE = """
CREATE TABLE main.ansaettelse AS
SELECT CAST(row_number() OVER (ORDER BY start, ansat_id) AS INTEGER) AS ansaettelse_id, ansat_id, enhed,
       personalegruppe, CAST(hundrededele * 0.01 AS DECIMAL(3, 2)) AS beskaeftigelsesgrad, start, slut, nyansat,
       fratraadt
FROM (
    SELECT * REPLACE (CASE WHEN enhed = $old AND start >= $day THEN $new ELSE enhed END AS enhed,
                      CASE WHEN enhed = $old AND start < $day AND coalesce(slut > $day, true) THEN $day ELSE slut END
                      AS slut),
           true AS nyansat,
           slut IS NOT NULL AND (enhed <> $old OR start >= $day OR slut <= $day) AS fratraadt
    FROM drawn
    UNION ALL BY NAME
    SELECT * REPLACE ($new AS enhed, $day AS start), false AS nyansat, slut IS NOT NULL AS fratraadt
    FROM drawn WHERE enhed = $old AND start < $day AND coalesce(slut > $day, true)
) ORDER BY ansaettelse_id
"""


@dataclass(frozen=True)
class Ansaettelser:
    """Columns of equal length, one place for each employment, in the table's order; `slut` is NaT while it lasts."""

    ansat_id: Texts
    enhed: Texts
    personalegruppe: Texts
    hundrededele: Ints
    start: Days
    slut: Days

    def __len__(self) -> int:
        return len(self.start)


def create(con: duckdb.DuckDBPyConnection, rng: np.random.Generator, extent: Extent, seed: int) -> Ansaettelser:
    """`main.ansaettelse`. `slut` is the first day without the employment, NULL while it lasts.

    Nobody has two at once.
    """
    unit = np.repeat([enhed.id for enhed in ENHEDER if enhed.id != SUCCESSOR], POSITIONS_PER_ENHED * extent.workplaces)
    groups, grades = _groups(rng, unit), _draw(rng, GRADER, len(unit))
    position, turn, start, slut = _holders(rng, len(unit), extent.since(SHOWN_FROM))
    who = position * MOST_HOLDERS + _returned(rng, position, turn)
    columns = {
        "ansat_id": _pseudonyms(who, seed), "enhed": unit[position], "personalegruppe": groups[position],
        "hundrededele": np.array([part for part, _ in GRADER])[grades[position]],
        "start": pa.array(start), "slut": pa.array(slut),
    }  # fmt: skip
    con.register("drawn", pa.table(columns))
    con.execute(ANSAETTELSE, {"old": CLOSED, "new": SUCCESSOR, "day": REORGANISED})
    con.unregister("drawn")
    return _written(con)


def _holders(rng: np.random.Generator, positions: int, shown_from: date) -> tuple[Ints, Ints, Days, Days]:
    """(position, turn, start, slut) of all employments, one after the other at each position."""
    shape = (positions, MOST_HOLDERS)
    length = np.maximum(20, (MEDIAN_DAYS * rng.lognormal(0, 0.9, shape)).astype(np.int64))
    gap = rng.exponential(EMPTY_DAYS, shape).astype(np.int64) + 1
    # The first holder of a position has been there for a while already.
    gap[:, 0] = 0
    start = np.datetime64(FILLED_FROM) + np.cumsum(gap, axis=1) + np.cumsum(length, axis=1) - length
    slut = start + length
    position, turn = np.nonzero((start <= np.datetime64(SOCIAL_AS_OF)) & (slut > np.datetime64(shown_from)))
    end = slut[position, turn]
    return position, turn, start[position, turn], np.where(end > np.datetime64(SOCIAL_AS_OF), OPEN, end)


def _returned(rng: np.random.Generator, position: Ints, turn: Ints) -> Ints:
    """Whose turn each is: some come back to the position that they had before the last holder."""
    back = (rng.random(len(turn)) < RETURN) & (turn >= 2)
    return np.where(back, turn - 2, turn)


def _groups(rng: np.random.Generator, unit: Texts) -> Texts:
    """The personalegruppe of each position."""
    art = {enhed.id: enhed.art for enhed in ENHEDER}
    kinds = np.array([art[str(one)] for one in unit])
    drawn = {kind: np.array([name for name, _ in g])[_draw(rng, g, len(unit))] for kind, g in GRUPPER.items()}
    return np.where(kinds == "Myndighed", drawn["Myndighed"], drawn["Udfører"])


def _draw(rng: np.random.Generator, among: tuple[tuple[object, float], ...], size: int) -> Ints:
    """An index into `among` for each."""
    return np.asarray(rng.choice(len(among), size, p=[part for _, part in among]))


def _pseudonyms(who: Ints, seed: int) -> Texts:
    """Keys that say nothing of the employee: 'M3f09c1d2a7e4'."""
    people, place = np.unique(who, return_inverse=True)
    digests = [hashlib.sha256(f"{seed}/ansat/{number}".encode()).hexdigest()[:12] for number in people]
    names: npt.NDArray[np.str_] = np.array([f"M{digest}" for digest in digests])
    return names[place]


def _written(con: duckdb.DuckDBPyConnection) -> Ansaettelser:
    rows = con.execute("""
        SELECT ansat_id, enhed, personalegruppe, CAST(beskaeftigelsesgrad * 100 AS BIGINT) AS hundrededele, start,
               coalesce(slut, DATE '9999-12-31') AS slut FROM main.ansaettelse ORDER BY ansaettelse_id""").fetchnumpy()
    ansat_id, enhed, gruppe = (rows[name].astype(str) for name in ("ansat_id", "enhed", "personalegruppe"))
    start, slut = (rows[name].astype("datetime64[D]") for name in ("start", "slut"))
    slut = np.where(slut == np.datetime64("9999-12-31"), OPEN, slut)
    return Ansaettelser(ansat_id, enhed, gruppe, rows["hundrededele"], start, slut)
