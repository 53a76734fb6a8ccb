"""The synthetic beholdning: how many cases each enhed had on the last day of each month, as the case system counted."""

from __future__ import annotations

from datetime import date
from itertools import product

import duckdb
import numpy as np
import pyarrow as pa

from demo.borgere import Ints
from demo.extent import Extent
from demo.load_register import SOCIAL_AS_OF
from demo.organisation import CLOSED, ENHEDER, REORGANISED, SUCCESSOR
from demo.ydelser import Days

FIRST_MONTH = date(2022, 1, 1)
# (sagstype, cases of an enhed at first, part of them that wait)
SAGSTYPER = (("Ansøgning", 24, 0.3), ("Løbende sag", 90, 0.05), ("Klage", 4, 0.0))
# What counting by hand each month brings: nobody counted, and somebody counted three days early.
NOT_COUNTED = ("E07", date(2024, 6, 30))
COUNTED_EARLY, EARLY_DAY = ("E03", date(2024, 8, 31)), date(2024, 8, 28)

BEHOLDNING = """
CREATE TABLE main.beholdning AS
SELECT CAST(row_number() OVER (ORDER BY optalt, enhed, sagstype) AS INTEGER) AS beholdning_id, optalt,
       enhed, sagstype, CAST(antal_sager AS INTEGER) AS antal_sager, CAST(antal_venter AS INTEGER) AS antal_venter
FROM counted ORDER BY beholdning_id
"""


def create(con: duckdb.DuckDBPyConnection, rng: np.random.Generator, extent: Extent) -> None:
    """`main.beholdning`. `antal_venter` is part of `antal_sager`; a closed enhed's successor goes on from its count."""
    days, series = _month_ends(extent.since(FIRST_MONTH)), list(product(ENHEDER, SAGSTYPER))
    cases, waiting = _counts(rng, len(days), extent.times)
    enhed = np.repeat([unit.id for unit, _ in series], len(days))
    day = np.tile(days, len(series))
    closed = day >= np.datetime64(REORGANISED)
    open_then = np.where(enhed == CLOSED, ~closed, np.where(enhed == SUCCESSOR, closed, True))
    counted = open_then & ~((enhed == NOT_COUNTED[0]) & (day == np.datetime64(NOT_COUNTED[1])))
    early = (enhed == COUNTED_EARLY[0]) & (day == np.datetime64(COUNTED_EARLY[1]))
    table = pa.table({
        "optalt": pa.array(np.where(early, np.datetime64(EARLY_DAY), day)),
        "enhed": enhed, "sagstype": np.repeat([kind for _, (kind, _, _) in series], len(days)),
        "antal_sager": cases, "antal_venter": waiting,
    })  # fmt: skip
    con.register("counted", table.filter(pa.array(counted)))
    con.execute(BEHOLDNING)
    con.unregister("counted")


def _counts(rng: np.random.Generator, months: int, times: int) -> tuple[Ints, Ints]:
    """(cases, of which waiting) of every enhed, sagstype and month, flat: each walks on from the month before."""
    shape = (len(ENHEDER), len(SAGSTYPER), months)
    first = np.array([number for _, number, _ in SAGSTYPER])[None, :, None] * times
    level = first * rng.lognormal(0, 0.3, (*shape[:2], 1))
    level[_place(SUCCESSOR)] = level[_place(CLOSED)]
    walk = np.cumsum(rng.normal(0.003, 0.04, shape), axis=2)
    walk[_place(SUCCESSOR)] = walk[_place(CLOSED)]
    cases = rng.poisson(level * np.exp(walk))
    waiting = rng.binomial(cases, np.array([part for _, _, part in SAGSTYPER])[None, :, None])
    return cases.ravel(), waiting.ravel()


def _place(enhed: str) -> int:
    return [unit.id for unit in ENHEDER].index(enhed)


def _month_ends(first_month: date) -> Days:
    """The last day of each month until the load."""
    following = np.arange(np.datetime64(first_month, "M") + 1, np.datetime64(SOCIAL_AS_OF, "M") + 2)
    return np.asarray(following.astype("datetime64[D]") - 1)
