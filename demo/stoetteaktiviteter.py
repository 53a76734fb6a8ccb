"""The synthetic støtteaktiviteter: what was done with grown-ups who have social pedagogical support.

What counts as one, and how many there are, is invented.
"""

from __future__ import annotations

from datetime import date

import duckdb
import numpy as np
import numpy.typing as npt
import pyarrow as pa

from demo.borgere import Ints
from demo.chance import one_of
from demo.extent import Extent
from demo.load_register import SOCIAL_AS_OF
from demo.paragraffer import SERVICELOVEN
from demo.ydelser import Days

Doubles = npt.NDArray[np.float64]

STOETTE = "85"
FIRST_REGISTERED = date(2022, 1, 1)
ARTER = (
    ("hjemmetræning", 0.3), ("støtte i hjemmet", 0.35), ("samtale", 0.15), ("ledsagelse", 0.12), ("gruppeforløb", 0.08),
)  # fmt: skip
MEDIAN_MINUTES = {"hjemmetræning": 60, "støtte i hjemmet": 75, "samtale": 45, "ledsagelse": 105, "gruppeforløb": 120}
# Days between two activities of one ydelse, as it is usual; some have far more and some far fewer.
DAYS_BETWEEN = 54
AT_WEEKENDS = 0.2
UNTIMED = 0.03

# From the first day of registration to the day after the last: a ydelse may begin before and end after.
YDELSER = """
SELECT ydelse_id, coalesce(enhed, '') AS enhed, greatest(start, $first) AS start,
       CAST(least(coalesce(slut, $as_of + 1), $as_of + 1) - greatest(start, $first) AS BIGINT) AS days
FROM main.ydelse
WHERE lov = $lov AND paragraf = $paragraf AND start <= $as_of AND coalesce(slut > $first, true)
ORDER BY ydelse_id
"""
STOETTEAKTIVITET = """
CREATE TABLE main.stoetteaktivitet AS
SELECT CAST(row_number() OVER (ORDER BY dag, drawn_id) AS INTEGER) AS stoetteaktivitet_id, ydelse_id, borger_id, enhed,
       sagsbehandler, art, dag, varighed_minutter
FROM drawn JOIN main.ydelse USING (ydelse_id) ORDER BY stoetteaktivitet_id
"""


def create(con: duckdb.DuckDBPyConnection, rng: np.random.Generator, extent: Extent) -> None:
    """`main.stoetteaktivitet`: each on a day of its ydelse, whose enhed and sagsbehandler had the case then.

    `varighed_minutter` is NULL where nobody wrote it in.
    """
    asked = {"lov": SERVICELOVEN, "paragraf": STOETTE, "first": extent.since(FIRST_REGISTERED), "as_of": SOCIAL_AS_OF}
    con.register("drawn", _drawn(rng, con.sql(YDELSER, params=asked).to_arrow_table()))
    con.execute(STOETTEAKTIVITET)
    con.unregister("drawn")


def _drawn(rng: np.random.Generator, ydelser: pa.Table) -> pa.Table:
    days = ydelser["days"].to_numpy()
    number = rng.poisson(days / DAYS_BETWEEN * rng.lognormal(0, 0.7, len(days)))
    place = np.repeat(np.arange(len(days)), number)
    day = _days(rng, ydelser, place)
    # Few are at work at weekends.
    there = np.is_busday(day) | (rng.random(len(day)) < AT_WEEKENDS)
    place, day = place[there], day[there]
    kind = one_of(rng, ARTER, len(day))
    usual = np.array([MEDIAN_MINUTES[str(one)] for one in kind]) * _lengths(rng, ydelser)[place]
    minutes = np.maximum(15, 15 * np.rint(usual * rng.lognormal(0, 0.35, len(day)) / 15)).astype(np.int32)
    return pa.table({
        "drawn_id": np.arange(len(day)), "ydelse_id": ydelser["ydelse_id"].take(pa.array(place)), "art": kind,
        "dag": pa.array(day), "varighed_minutter": pa.array(minutes, mask=rng.random(len(day)) < UNTIMED),
    })  # fmt: skip


def _lengths(rng: np.random.Generator, ydelser: pa.Table) -> Doubles:
    """How long an activity of each ydelse is beside the median: those of some enheder are longer than others'."""
    enheder, place = np.unique(np.array(ydelser["enhed"].to_pylist(), dtype=str), return_inverse=True)
    return np.asarray(rng.uniform(0.75, 1.25, len(enheder))[place])


def _days(rng: np.random.Generator, ydelser: pa.Table, place: Ints) -> Days:
    """A day of each ydelse, as often late as early."""
    start = ydelser["start"].to_numpy().astype("datetime64[D]")[place]
    return np.asarray(start + (ydelser["days"].to_numpy()[place] * rng.random(len(place))).astype(np.int64))
