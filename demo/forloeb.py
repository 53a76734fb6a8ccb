"""The synthetic courses that follow one another: treatment for misuse, with relapse, and where somebody lives."""

from __future__ import annotations

from datetime import date

import duckdb
import numpy as np
import numpy.typing as npt
import pyarrow as pa

from demo.borgere import Borgere, Ints, Texts
from demo.chance import one_of
from demo.extent import Extent
from demo.load_register import SOCIAL_AS_OF
from demo.organisation import responsible
from demo.ydelser import OPEN, Days

MYNDIGHEDER = ("E05", "E10")

FIRST_TREATED = date(2018, 1, 1)
STOFFER = (("alkohol", 0.45), ("cannabis", 0.25), ("kokain", 0.15), ("opioider", 0.15))
AARSAGER = (("fuldført", 0.5), ("udeblevet", 0.35), ("overgået til andet tilbud", 0.15))
MOST_RELAPSES = 3
# Relapses on the day itself and on either side of it: (years after the course ended, days beside that day).
BOUNDARIES = tuple((years, days) for years in (1, 3) for days in (-1, 0, 1) for _ in range(3))

FIRST_HOUSED = date(2019, 1, 1)
MOST_MOVES = 8
BOLIGTYPER = ("herberg", "§ 107", "egen bolig", "andet")
# Whence (a row) and whither; what is left of each row is known no more.
MOVES = np.array([[0.0, 0.3, 0.4, 0.15], [0.15, 0.0, 0.55, 0.15], [0.35, 0.1, 0.0, 0.2], [0.4, 0.15, 0.3, 0.0]])
MEDIAN_DAYS = np.array([80, 330, 420, 120])

RUSMIDDELFORLOEB = """
CREATE TABLE main.rusmiddelforloeb AS
SELECT CAST(row_number() OVER (ORDER BY start, borger_id) AS INTEGER) AS rusmiddelforloeb_id, borger_id, enhed,
       sagsbehandler, stof, start, slut, CASE WHEN slut IS NOT NULL THEN aarsag END AS afslutningsaarsag
FROM drawn ORDER BY rusmiddelforloeb_id
"""
BOLIGFORLOEB = """
CREATE TABLE main.boligforloeb AS
SELECT CAST(row_number() OVER (ORDER BY start, borger_id) AS INTEGER) AS boligforloeb_id, borger_id, enhed,
       sagsbehandler, boligtype, start, slut
FROM drawn ORDER BY boligforloeb_id
"""


def create_rusmiddelforloeb(
    con: duckdb.DuckDBPyConnection, rng: np.random.Generator, borgere: Borgere, extent: Extent
) -> None:
    """`main.rusmiddelforloeb`. A relapse is a new row of the citizen; `slut` is the first day without treatment."""
    first = extent.since(FIRST_TREATED)
    who = _some_adults(rng, borgere, first, 0.15)
    start = _days_until_load(rng, first, len(who))
    stof = one_of(rng, STOFFER, len(who))
    courses = []
    for turn in range(1 + MOST_RELAPSES):
        end = start + np.maximum(1, (150 * rng.lognormal(0, 0.7, len(who))).astype(np.int64))
        ended = end <= np.datetime64(SOCIAL_AS_OF)
        courses.append((who, start, np.where(ended, end, OPEN), stof))
        relapses = ended & (rng.random(len(who)) < 0.5)
        after = end + (240 * rng.lognormal(0, 1.1, len(who))).astype(np.int64)
        if turn == 0:
            _place_boundaries(end, relapses, after)
        again = relapses & (after <= np.datetime64(SOCIAL_AS_OF))
        who, start, stof = who[again], after[again], stof[again]
    person, start, slut, stof = (np.concatenate(column) for column in zip(*courses, strict=True))
    columns = {"stof": stof, "aarsag": one_of(rng, AARSAGER, len(person))}
    _write(con, RUSMIDDELFORLOEB, _table(rng, borgere.borger_id[person], start, slut, columns))


def create_boligforloeb(
    con: duckdb.DuckDBPyConnection, rng: np.random.Generator, borgere: Borgere, extent: Extent
) -> None:
    """`main.boligforloeb`. A citizen's rows follow each other, the first at a herberg; `slut` is the day of moving."""
    first = extent.since(FIRST_HOUSED)
    who = _some_adults(rng, borgere, first, 0.12)
    start, place = _days_until_load(rng, first, len(who)), np.zeros(len(who), dtype=np.int64)
    homes = []
    for _ in range(MOST_MOVES):
        end = start + np.maximum(1, (MEDIAN_DAYS[place] * rng.lognormal(0, 0.7, len(who))).astype(np.int64))
        # Somebody moves out on the very day of the year after.
        a_year = (BOLIGTYPER.index("egen bolig") == place) & (rng.random(len(who)) < 0.05)
        end = np.where(a_year, _years_later(start, 1), end)
        moved = end <= np.datetime64(SOCIAL_AS_OF)
        homes.append((who, start, np.where(moved, end, OPEN), place))
        whither = (rng.random(len(who))[:, None] > np.cumsum(MOVES[place], axis=1)).sum(axis=1)
        on = moved & (whither < len(BOLIGTYPER))
        who, start, place = who[on], end[on], whither[on]
    person, start, slut, place = (np.concatenate(column) for column in zip(*homes, strict=True))
    columns = {"boligtype": np.array(BOLIGTYPER)[place]}
    _write(con, BOLIGFORLOEB, _table(rng, borgere.borger_id[person], start, slut, columns))


def _place_boundaries(end: Days, relapses: npt.NDArray[np.bool_], after: Days) -> None:
    """The first courses to end have their relapse about one and three years after."""
    earliest = np.argsort(end, kind="stable")
    for place, (years, days) in zip(earliest, BOUNDARIES, strict=False):
        relapses[place] = True
        after[place] = _years_later(end[place : place + 1], years)[0] + days


def _years_later(day: Days, years: int) -> Days:
    """The same day of the month so many years later; 28 February for the 29th."""
    month = day.astype("datetime64[M]")
    later = month + 12 * years
    last = (later + 1).astype("datetime64[D]") - 1
    return np.asarray(np.minimum(later.astype("datetime64[D]") + (day - month.astype("datetime64[D]")), last))


def _some_adults(rng: np.random.Generator, borgere: Borgere, first: date, part: float) -> Ints:
    """Citizens who were of age by the birth year alone, on every day from `first`."""
    return np.flatnonzero((borgere.foedselsaar <= first.year - 19) & (rng.random(len(borgere)) < part))


def _days_until_load(rng: np.random.Generator, first: date, size: int) -> Days:
    span = (np.datetime64(SOCIAL_AS_OF) - np.datetime64(first)).astype(np.int64)
    return np.asarray(np.datetime64(first) + rng.integers(0, span, size))


def _table(
    rng: np.random.Generator, borger: Texts, start: Days, slut: Days, columns: dict[str, Texts]
) -> pa.Table:  # fmt: skip
    enhed, sagsbehandler = responsible(rng, [MYNDIGHEDER] * len(borger))
    days = {"start": pa.array(start), "slut": pa.array(slut)}
    return pa.table({"borger_id": borger, "enhed": enhed, "sagsbehandler": sagsbehandler, **days, **columns})


def _write(con: duckdb.DuckDBPyConnection, statement: str, drawn: pa.Table) -> None:
    con.register("drawn", drawn)
    con.execute(statement)
    con.unregister("drawn")
