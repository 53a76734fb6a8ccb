"""The synthetic afgørelser: applications, their deadlines and decisions, and the instants of registration."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import duckdb
import numpy as np
import pyarrow as pa

from demo.borgere import Ints, Texts
from demo.load_register import SOCIAL_AS_OF
from demo.organisation import CLOSED, REORGANISED, SUCCESSOR
from demo.paragraffer import BARNETS_LOV, BARNETS_LOV_IN_FORCE, SERVICELOVEN, SUCCEEDED
from demo.ydelser import Days

DANISH_TIME = ZoneInfo("Europe/Copenhagen")
NO_DAY = np.datetime64("NaT", "D")
# The kommune's own deadlines, in days; no law sets these.
DEADLINES = np.array([28, 42, 56, 84])
# One in eight was granted without its first day in the first year, a sixth fewer in each that followed; of an enhed
# between half and twice as many.
FORGOTTEN, BETTERED, FORGOTTEN_SINCE = 0.125, 5 / 6, 2018

# UTC instants that a mistake about time zones moves to another hour, day, month or year. Each stands on three rows.
ROWS_PER_INSTANT = 3
INSTANTS = (
    # Around midnight in Denmark (UTC+1 in winter, UTC+2 in summer): either side of a day, a month, a year.
    "2023-12-31T22:59:59", "2023-12-31T23:00:00", "2023-12-31T23:30:00", "2024-12-31T22:59:59",
    "2024-12-31T23:00:00", "2024-06-30T21:59:59", "2024-06-30T22:00:00", "2024-06-30T23:30:00",
    "2025-01-31T23:15:00", "2025-07-14T21:45:00", "2025-07-14T22:15:00",
    # Summer time begins: 01:59:59 is followed by 03:00:00.
    "2023-03-26T00:59:59", "2023-03-26T01:00:00", "2024-03-30T23:00:00", "2024-03-31T00:59:59",
    "2024-03-31T01:00:00", "2025-03-30T00:59:59", "2025-03-30T01:00:00",
    # Summer time ends: 02:30 happens twice, an hour apart.
    "2023-10-29T00:30:00", "2023-10-29T01:30:00", "2024-10-26T22:00:00", "2024-10-27T00:30:00",
    "2024-10-27T01:30:00", "2024-10-27T22:59:59", "2024-10-27T23:00:00",
)  # fmt: skip

CASES = """
SELECT ydelse_id, borger_id, lov, paragraf, ydelsestype, enhed, sagsbehandler, start,
       start = min(start) OVER (PARTITION BY forloeb_id) AS opens_forloeb
FROM main.ydelse ORDER BY ydelse_id
"""
AFGOERELSE = """
CREATE TABLE main.afgoerelse AS
SELECT CAST(row_number() OVER (ORDER BY modtaget, borger_id, case_id, kind) AS INTEGER) AS afgoerelse_id,
       CASE WHEN udfald = 'bevilget' THEN case_id END AS ydelse_id, borger_id, lov, paragraf, ydelsestype, enhed,
       sagsbehandler, modtaget, frist, afgjort, udfald, registreret, opstart
FROM drawn JOIN cases ON ydelse_id = case_id
ORDER BY afgoerelse_id
"""


def create(con: duckdb.DuckDBPyConnection, rng: np.random.Generator, forgets: np.random.Generator) -> None:
    """`main.afgoerelse`. `frist`, `afgjort` and `opstart` are Danish dates, `registreret` an instant.

    `opstart` is the first day of what was granted; which are not written in is drawn from `forgets`.
    """
    con.execute(f"CREATE TEMP TABLE cases AS {CASES}")
    cases = con.sql("SELECT * FROM cases ORDER BY ydelse_id").to_arrow_table()
    granted = _granted(rng, cases).append_column("opstart", _first_days(forgets, cases))
    drawn = pa.concat_tables([granted, _refused(rng, cases), _waiting(rng, cases)], promote_options="default")
    con.register("drawn", drawn)
    con.execute(AFGOERELSE)
    con.unregister("drawn")
    con.execute("DROP TABLE cases")


def _granted(rng: np.random.Generator, cases: pa.Table) -> pa.Table:
    """One decision for each forløb; some carry a date in the future by mistake, as the real systems do."""
    opening = np.flatnonzero(np.array(cases["opens_forloeb"].to_pylist(), dtype=bool))
    decided = _decision_days(rng, cases, opening)
    registered = _in_working_hours(rng, decided)
    _place_instants(cases.take(pa.array(opening)), decided, registered)
    received = decided - rng.gamma(2.2, 16, len(decided)).astype(np.int64)
    recent = decided > np.datetime64("2024-12-31")
    mistyped = recent & (rng.random(len(decided)) < 0.01)
    decided = np.where(mistyped, decided + 365, decided)
    return _table(rng, cases, opening, received, decided, registered, "bevilget")


def _first_days(rng: np.random.Generator, cases: pa.Table) -> pa.Array:
    """The start of each forløb, NULL where nobody wrote it in: fewer year by year, and not alike in all enheder."""
    opening = cases.filter(cases["opens_forloeb"])
    start = opening["start"].to_numpy().astype("datetime64[D]")
    years = start.astype("datetime64[Y]").astype(np.int64) + 1970 - FORGOTTEN_SINCE
    enheder, place = np.unique(_texts(opening, "enhed"), return_inverse=True)
    of_enhed = 2 ** rng.uniform(-1, 1, len(enheder))
    forgotten = rng.random(len(start)) < FORGOTTEN * BETTERED**years * of_enhed[place]
    return pa.array(np.where(forgotten, NO_DAY, start))


def _refused(rng: np.random.Generator, cases: pa.Table) -> pa.Table:
    refused = np.flatnonzero(rng.random(len(cases)) < 0.15)
    decided = _decision_days(rng, cases, refused)
    received = decided - rng.gamma(2.2, 20, len(decided)).astype(np.int64)
    return _table(rng, cases, refused, received, decided, _in_working_hours(rng, decided), "afslag")


def _waiting(rng: np.random.Generator, cases: pa.Table) -> pa.Table:
    """Applications of the last months that nobody has decided yet, under the law and organisation of today."""
    enhed, lov, paragraf = (_texts(cases, name) for name in ("enhed", "lov", "paragraf"))
    today = (enhed != CLOSED) & ~((lov == SERVICELOVEN) & np.isin(paragraf, list(SUCCEEDED)))
    waiting = np.flatnonzero(today & (rng.random(len(cases)) < 0.03))
    received = np.datetime64(SOCIAL_AS_OF) - (rng.random(len(waiting)) ** 2 * 150).astype(np.int64)
    undecided = np.full(len(waiting), NO_DAY)
    return _table(rng, cases, waiting, received, undecided, _in_working_hours(rng, received), None)


def _table(
    rng: np.random.Generator, cases: pa.Table, chosen: Ints, received: Days, decided: Days, registered: Days,
    outcome: str | None,
) -> pa.Table:  # fmt: skip
    days_allowed = rng.choice(DEADLINES, len(chosen), p=[0.2, 0.3, 0.35, 0.15])
    frist = np.where(rng.random(len(chosen)) < 0.05, NO_DAY, received + days_allowed)
    return pa.table({
        "case_id": cases["ydelse_id"].take(pa.array(chosen)),
        "kind": pa.array([outcome or "afventer"] * len(chosen)),
        "modtaget": pa.array(received), "frist": pa.array(frist), "afgjort": pa.array(decided),
        "udfald": pa.array([outcome] * len(chosen), pa.string()),
        "registreret": pa.array(registered.astype("datetime64[us]"), pa.timestamp("us", tz="UTC")),
    })  # fmt: skip


def _decision_days(rng: np.random.Generator, cases: pa.Table, chosen: Ints) -> Days:
    """Up to two weeks before the ydelse starts, and never before its law or its enhed existed."""
    start = cases["start"].to_numpy()[chosen].astype("datetime64[D]")
    decided = start - rng.integers(0, 15, len(start))
    earliest = np.full(len(start), np.datetime64(date.min))
    earliest[_texts(cases, "lov")[chosen] == BARNETS_LOV] = np.datetime64(BARNETS_LOV_IN_FORCE)
    earliest[_texts(cases, "enhed")[chosen] == SUCCESSOR] = np.datetime64(REORGANISED)
    return np.asarray(np.maximum(decided, earliest))


def _in_working_hours(rng: np.random.Generator, day: Days) -> Days:
    """UTC instants between 7 and 14, so on the same date in Denmark all the year."""
    return np.asarray(day.astype("datetime64[s]") + rng.integers(7 * 3600, 14 * 3600, len(day)))


def _place_instants(cases: pa.Table, decided: Days, registered: Days) -> None:
    """The special instants, put on decisions made soon after them and so moved to their Danish date."""
    enhed, lov = _texts(cases, "enhed"), _texts(cases, "lov")
    usual = (lov == SERVICELOVEN) & ~np.isin(enhed, ["", CLOSED, SUCCESSOR])
    free = [int(place) for place in np.argsort(decided, kind="stable") if usual[place]]
    for text in INSTANTS:
        instant = datetime.fromisoformat(f"{text}+00:00")
        day = np.datetime64(instant.astimezone(DANISH_TIME).date())
        for place in [place for place in free if decided[place] >= day][:ROWS_PER_INSTANT]:
            free.remove(place)
            decided[place] = day
            registered[place] = np.datetime64(text)


def _texts(cases: pa.Table, column: str) -> Texts:
    """The column with '' for NULL."""
    return np.array(cases[column].fill_null("").to_pylist(), dtype=str)
