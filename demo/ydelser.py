"""The synthetic ydelser: spells of help, cut where the law or the organisation changed under them."""

from __future__ import annotations

from datetime import date

import duckdb
import numpy as np
import numpy.typing as npt
import pyarrow as pa

from demo.borgere import NEIGHBOURS, Borgere, Ints
from demo.extent import Extent
from demo.load_register import SOCIAL_AS_OF
from demo.organisation import (
    CLOSED,
    ENHEDER,
    REORGANISED,
    SAGSBEHANDLERE_PER_TEAM,
    SUCCESSOR,
    TEAMS_PER_ENHED,
    sagsbehandler_id,
    team_id,
)  # fmt: skip
from demo.paragraffer import BARNETS_LOV, BARNETS_LOV_IN_FORCE, GRANTED, OLDEST, SUCCEEDED
from demo.varde import KOMMUNEKODE

Days = npt.NDArray[np.datetime64]

FIRST_DAY = date(2018, 1, 1)
LAST_GRANTED_DAY = date(2027, 12, 31)
OPEN = np.datetime64("NaT", "D")

CONTINUE_UNDER_NEW_LAW = """
INSERT INTO granted BY NAME
SELECT granted.* REPLACE ($lov AS lov, successor.paragraf AS paragraf, successor.ydelsestype AS ydelsestype,
                          greatest(start, $day) AS start)
FROM granted JOIN successor ON granted.paragraf = successor.old
WHERE slut IS NULL OR slut > $day
"""
CONTINUE_IN_NEW_ENHED = """
INSERT INTO granted BY NAME
SELECT granted.* REPLACE ($new AS enhed, replace(team, $old_number, $new_number) AS team,
                          replace(sagsbehandler, $old_number, $new_number) AS sagsbehandler, $day AS start)
FROM granted WHERE enhed = $old AND (slut IS NULL OR slut > $day)
"""
YDELSE = """
CREATE TABLE main.ydelse AS
SELECT CAST(row_number() OVER (ORDER BY forloeb_id, start) AS INTEGER) AS ydelse_id,
       forloeb_id, borger_id, lov, paragraf, ydelsestype, enhed, team, sagsbehandler,
       handlekommune, betalingskommune, bopaelskommune, start, slut,
       CAST(oere_pr_dag * 0.01 AS DECIMAL(10, 2)) AS beloeb_pr_dag
FROM granted ORDER BY ydelse_id
"""


def create(con: duckdb.DuckDBPyConnection, rng: np.random.Generator, borgere: Borgere, extent: Extent) -> None:
    """`main.ydelse`. `slut` is the first day without the ydelse, NULL while it is open.

    A spell that crosses a change of law or enhed is two rows with the same `forloeb_id`.
    """
    con.register("drawn", _drawn(rng, borgere, extent))
    con.execute("CREATE TEMP TABLE granted AS SELECT * FROM drawn")
    con.unregister("drawn")
    _cut_at_new_law(con)
    _cut_at_reorganisation(con)
    con.execute(YDELSE)
    con.execute("DROP TABLE granted")


def _drawn(rng: np.random.Generator, borgere: Borgere, extent: Extent) -> pa.Table:
    """The spells as first granted, all under serviceloven."""
    # One citizen in eight is known to the administration and has no ydelse.
    number = np.where(rng.random(len(borgere)) < 0.12, 0, 1 + rng.poisson(extent.ydelser_per_citizen, len(borgere)))
    who = np.repeat(np.arange(len(borgere)), number)
    born = borgere.foedselsaar[who]
    start = _starts(rng, born, extent.since(FIRST_DAY))
    granted = _paragraffer(rng, born, start)
    enhed, team, sagsbehandler = _responsible(rng, granted, start)
    lowest, highest = (np.array([p.rate[end] for p in GRANTED])[granted] for end in (0, 1))
    return pa.table({
        "forloeb_id": pa.array(np.arange(1, len(who) + 1), pa.int32()),
        "borger_id": borgere.borger_id[who],
        "lov": np.array([p.lov for p in GRANTED])[granted],
        "paragraf": np.array([p.paragraf for p in GRANTED])[granted],
        "ydelsestype": np.array([p.ydelsestype for p in GRANTED])[granted],
        "enhed": enhed, "team": team, "sagsbehandler": sagsbehandler,
        **_kommuner(rng, borgere.bopaelskommune[who]),
        "start": pa.array(start), "slut": pa.array(_ends(rng, granted, born, start)),
        "oere_pr_dag": rng.integers(lowest * 100, highest * 100 + 1),
    })  # fmt: skip


def _starts(rng: np.random.Generator, born: Ints, first_day: date) -> Days:
    """Days from `first_day`, or from the year after birth, to the load, more of them late than early."""
    first = np.maximum(np.datetime64(first_day), new_year(born + 1))
    span = (np.datetime64(SOCIAL_AS_OF) - first).astype(np.int64)
    return np.asarray(first + (span * rng.random(len(born)) ** 0.8).astype(np.int64))


def _paragraffer(rng: np.random.Generator, born: Ints, start: Days) -> Ints:
    """An index into GRANTED for each spell, one that the citizen's age at the start allows."""
    age = start.astype("datetime64[Y]").astype(np.int64) + 1970 - born
    young = (age >= 18) & (age <= 22) & (rng.random(len(age)) < 0.4)
    life = np.where(age < 18, "barn", np.where(young, "ung", "voksen"))
    granted = np.empty(len(life), dtype=np.int64)
    for name in OLDEST:
        allowed = [index for index, paragraf in enumerate(GRANTED) if paragraf.life == name]
        weights = np.array([GRANTED[index].weight for index in allowed])
        here = life == name
        granted[here] = rng.choice(np.array(allowed), int(here.sum()), p=weights / weights.sum())
    return granted


def _ends(rng: np.random.Generator, granted: Ints, born: Ints, start: Days) -> Days:
    """The first day without the ydelse; open where nothing ends it, and never past the age that the law allows."""
    median = np.array([p.median_days for p in GRANTED])[granted]
    days = np.maximum(1, (median * rng.lognormal(0, 0.8, len(start))).astype(np.int64))
    end = np.minimum(start + days, np.datetime64(LAST_GRANTED_DAY))
    without_end = rng.random(len(start)) < np.array([p.open_share for p in GRANTED])[granted]
    end = np.where(without_end, OPEN, end)
    oldest = np.array([OLDEST[p.life] or 200 for p in GRANTED])[granted]
    # Only the birth year is known: the right ends in the middle of the year after the last age.
    too_old = new_year(born + oldest + 1) + np.timedelta64(181, "D")
    ended = np.isnat(end) & (too_old <= np.datetime64(SOCIAL_AS_OF))
    return np.asarray(np.where(ended | (end > too_old), too_old, end))


def _responsible(rng: np.random.Generator, granted: Ints, start: Days) -> tuple[pa.Array, pa.Array, pa.Array]:
    """(enhed, team, sagsbehandler) ids; none of the three where the enhed was not registered (3 per cent)."""
    enhed = np.empty(len(granted), dtype="<U3")
    reorganised = start >= np.datetime64(REORGANISED)
    fields = np.array([p.field for p in GRANTED])[granted]
    for after in (False, True):
        for name in np.unique(fields):
            ids = [unit.id for unit in ENHEDER if unit.field == name and (unit.after if after else unit.before)]
            here = (fields == name) & (reorganised == after)
            enhed[here] = rng.choice(np.array(ids), int(here.sum()))
    team = rng.integers(0, TEAMS_PER_ENHED, len(granted))
    number = rng.integers(0, SAGSBEHANDLERE_PER_TEAM, len(granted))
    missing = rng.random(len(granted)) < 0.03
    teams = np.array([team_id(str(e), int(t)) for e, t in zip(enhed, team, strict=True)])
    persons = np.array([sagsbehandler_id(str(e), int(t), int(n)) for e, t, n in zip(enhed, team, number, strict=True)])
    return pa.array(enhed, mask=missing), pa.array(teams, mask=missing), pa.array(persons, mask=missing)


def _kommuner(rng: np.random.Generator, home: Ints) -> dict[str, pa.Array]:
    """Who acts, who pays and where the citizen lives: three different things."""
    size = len(home)
    other = rng.choice(np.array(NEIGHBOURS), size)
    living = np.where(rng.random(size) < 0.02, other, home)
    paying = np.where(rng.random(size) < np.where(home == KOMMUNEKODE, 0.03, 0.4), other, KOMMUNEKODE)
    acting = np.where((paying != KOMMUNEKODE) & (rng.random(size) < 0.5), paying, KOMMUNEKODE)
    columns = {"handlekommune": acting, "betalingskommune": paying, "bopaelskommune": living}
    return {name: pa.array(codes, pa.int32()) for name, codes in columns.items()}


def _cut_at_new_law(con: duckdb.DuckDBPyConnection) -> None:
    day = BARNETS_LOV_IN_FORCE
    con.execute("CREATE TEMP TABLE successor (old VARCHAR, paragraf VARCHAR, ydelsestype VARCHAR)")
    con.executemany("INSERT INTO successor VALUES (?, ?, ?)", [(old, *new) for old, new in SUCCEEDED.items()])
    con.execute(CONTINUE_UNDER_NEW_LAW, {"lov": BARNETS_LOV, "day": day})
    old = "paragraf IN (SELECT old FROM successor)"
    con.execute(f"DELETE FROM granted WHERE {old} AND start >= $day", {"day": day})
    con.execute(f"UPDATE granted SET slut = $day WHERE {old} AND (slut IS NULL OR slut > $day)", {"day": day})
    con.execute("DROP TABLE successor")


def _cut_at_reorganisation(con: duckdb.DuckDBPyConnection) -> None:
    names = {"old": CLOSED, "new": SUCCESSOR, "old_number": CLOSED[1:], "new_number": SUCCESSOR[1:]}
    con.execute(CONTINUE_IN_NEW_ENHED, {**names, "day": REORGANISED})
    con.execute(
        "UPDATE granted SET slut = $day WHERE enhed = $old AND (slut IS NULL OR slut > $day)",
        {"day": REORGANISED, "old": CLOSED},
    )


def new_year(year: Ints) -> Days:
    """1 January of each year."""
    return (year - 1970).astype("datetime64[Y]").astype("datetime64[D]")
