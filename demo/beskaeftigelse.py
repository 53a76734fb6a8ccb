"""The synthetic beskæftigelse and uddannelse of the grown-ups with help. Distributions are invented."""

from __future__ import annotations

from datetime import date

import duckdb
import numpy as np
import pyarrow as pa

from demo.borgere import Ints, Texts
from demo.extent import Extent
from demo.hjaelp import RESPONSIBLE
from demo.load_register import SOCIAL_AS_OF
from demo.ydelser import new_year

SHOWN_FROM = date(2021, 1, 1)
OLDEST = 66
STATUSSER = ("beskæftigelse", "fleksjob", "uddannelse", "erhvervspraktik", "ledig", "uden for arbejdsmarkedet")
FIRST = (0.08, 0.07, 0.08, 0.0, 0.17, 0.6)
MEDIAN_DAYS = np.array([300, 700, 420, 60, 200, 900])
# Whence (a row) and whither.
MOVES = np.array([
    [0.0, 0.1, 0.1, 0.0, 0.5, 0.3], [0.1, 0.0, 0.05, 0.0, 0.35, 0.5], [0.3, 0.05, 0.0, 0.1, 0.35, 0.2],
    [0.3, 0.15, 0.15, 0.0, 0.2, 0.2], [0.25, 0.1, 0.15, 0.2, 0.0, 0.3], [0.1, 0.2, 0.15, 0.2, 0.35, 0.0],
])  # fmt: skip
COMPLETED = 0.55
MOST = 60

# A status is a row for each unbroken time of help in it: what began before the help is not new, and what goes on after
# it is not completed.
BESKAEFTIGELSE = f"""
CREATE TABLE main.beskaeftigelse AS
WITH found AS (
    SELECT help.borger_id, status, greatest(drawn.start, help.start) AS start, least(drawn.ends, until) AS ends,
           changed AND drawn.start >= help.start AS ny, completed AND drawn.ends <= until AS gennemfoert
    FROM drawn JOIN help ON help.borger_id = drawn.borger_id AND drawn.start < until AND help.start < drawn.ends),
owned AS ({RESPONSIBLE})
SELECT CAST(row_number() OVER (ORDER BY start, borger_id) AS INTEGER) AS beskaeftigelse_id, borger_id, enhed,
       sagsbehandler, status, ny, gennemfoert AND ends <= $as_of AS gennemfoert, start,
       CASE WHEN ends <= $as_of THEN ends END AS slut
FROM owned WHERE start <= $as_of ORDER BY beskaeftigelse_id
"""


def create(con: duckdb.DuckDBPyConnection, rng: np.random.Generator, extent: Extent) -> None:
    """`main.beskaeftigelse`: on each day of help from 18 through 66 one status of each citizen.

    `ny` begins a status of another kind than the one before, `gennemfoert` ends an education that was completed. `slut`
    is the first day without, NULL while it goes on.
    """
    people = con.sql("SELECT DISTINCT borger_id, foedselsaar FROM help ORDER BY borger_id").fetchnumpy()
    con.register("drawn", _drawn(rng, people["borger_id"].astype(str), people["foedselsaar"].astype(np.int64), extent))
    con.execute(BESKAEFTIGELSE, {"as_of": SOCIAL_AS_OF})
    con.unregister("drawn")


def _drawn(rng: np.random.Generator, borger: Texts, born: Ints, extent: Extent) -> pa.Table:
    """The statuses one after the other, without gaps."""
    day = np.maximum(new_year(born + 18), np.datetime64(extent.since(SHOWN_FROM)))
    last = new_year(born + OLDEST + 1)
    who, status, changed = np.arange(len(born)), rng.choice(len(STATUSSER), len(born), p=FIRST), False
    rounds = []
    for _ in range(MOST):
        there = (day < last[who]) & (day <= np.datetime64(SOCIAL_AS_OF))
        who, day, status = who[there], day[there], status[there]
        days = np.maximum(7, (MEDIAN_DAYS[status] * rng.lognormal(0, 0.6, len(who))).astype(np.int64))
        ends = np.minimum(day + days, last[who])
        rounds.append((who, day, ends, status, np.full(len(who), changed)))
        day, changed = ends, True
        status = (rng.random(len(who))[:, None] > np.cumsum(MOVES[status], axis=1)).sum(axis=1)
    who, start, ends, status, new = (np.concatenate(column) for column in zip(*rounds, strict=True))
    completed = (status == STATUSSER.index("uddannelse")) & (rng.random(len(who)) < COMPLETED)
    return pa.table({
        "borger_id": borger[who], "start": pa.array(start), "ends": pa.array(ends),
        "status": np.array(STATUSSER)[status], "changed": new, "completed": completed,
    })  # fmt: skip
