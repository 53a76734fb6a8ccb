"""The synthetic udredninger after VUM: målgruppe, støttebehov and level of functioning at dates.

Distributions are invented, and so are the words for målgruppe and støttebehov. Levels are 0 to 4, and a higher one is
more difficulty.
"""

from __future__ import annotations

from datetime import date

import duckdb
import numpy as np
import pyarrow as pa

from demo.borgere import Ints, Texts
from demo.chance import one_of
from demo.extent import Extent
from demo.hjaelp import RESPONSIBLE
from demo.load_register import SOCIAL_AS_OF

SHOWN_FROM = date(2020, 1, 1)
ASSESSED = 0.85
MAALGRUPPER = (
    ("sindslidelse", 0.34), ("udviklingshandicap", 0.2), ("autisme", 0.14), ("erhvervet hjerneskade", 0.08),
    ("misbrug", 0.14), ("hjemløshed", 0.06), ("vold i nære relationer", 0.04),
)  # fmt: skip
BEHOV = ("let", "moderat", "stort", "omfattende")
LEVELS = (0.05, 0.2, 0.35, 0.28, 0.12)
# Less difficulty, the same, more.
STEPS = (0.25, 0.6, 0.15)
MOST = 12

UDREDNING = f"""
CREATE TABLE main.udredning AS
WITH found AS (
    SELECT borger_id, drawn.start, maalgruppe, stoettebehov, niveau,
           row_number() OVER citizen AS nummer, first_value(niveau) OVER citizen AS foerste_niveau,
           least(lead(drawn.start) OVER citizen, until) AS ends
    FROM drawn JOIN help USING (help_id)
    WINDOW citizen AS (PARTITION BY borger_id ORDER BY drawn.start)),
owned AS ({RESPONSIBLE})
SELECT CAST(row_number() OVER (ORDER BY start, borger_id) AS INTEGER) AS udredning_id, borger_id, enhed, sagsbehandler,
       maalgruppe, stoettebehov, CAST(niveau AS INTEGER) AS niveau, CAST(nummer AS INTEGER) AS nummer,
       CASE WHEN nummer = 1 THEN NULL WHEN niveau < foerste_niveau THEN 'forøget'
            WHEN niveau > foerste_niveau THEN 'reduceret' ELSE 'uændret' END AS udvikling,
       start, CASE WHEN ends <= $as_of THEN ends END AS slut
FROM owned ORDER BY udredning_id
"""


def create(con: duckdb.DuckDBPyConnection, rng: np.random.Generator, extent: Extent) -> None:
    """`main.udredning`: one row for each, of grown-ups with help, about one a year.

    It is in force until the next one, or until the help ends: `slut`, NULL while it is. `nummer` counts the citizen's,
    and `udvikling` compares the functioning with that of the first, where it is NULL.
    """
    con.register("drawn", _drawn(con, rng, np.datetime64(extent.since(SHOWN_FROM))))
    con.execute(UDREDNING, {"as_of": SOCIAL_AS_OF})
    con.unregister("drawn")


def _drawn(con: duckdb.DuckDBPyConnection, rng: np.random.Generator, first: np.datetime64) -> pa.Table:
    helped = con.sql("SELECT help_id, borger_id, start, until FROM help ORDER BY help_id").fetchnumpy()
    person = np.unique(helped["borger_id"].astype(str), return_inverse=True)[1]
    group, begins = _of_persons(rng, int(person.max()) + 1)
    which = np.flatnonzero(rng.random(len(person)) < ASSESSED)
    begun, until = (helped[name].astype("datetime64[D]") for name in ("start", "until"))
    day, level = np.maximum(begun, first)[which] + rng.integers(0, 60, len(which)), begins[person[which]]
    rounds = []
    for _ in range(MOST):
        there = (day < until[which]) & (day <= np.datetime64(SOCIAL_AS_OF))
        which, day, level = which[there], day[there], level[there]
        rounds.append((which, day, level))
        day = day + rng.integers(240, 540, len(which))
        level = np.clip(level + rng.choice([-1, 0, 1], len(which), p=STEPS), 0, 4)
    which, day, level = (np.concatenate(column) for column in zip(*rounds, strict=True))
    need = np.clip(level - 1 + (rng.random(len(level)) < 0.3), 0, len(BEHOV) - 1)
    return pa.table({
        "help_id": helped["help_id"][which], "start": pa.array(day), "maalgruppe": group[person[which]],
        "stoettebehov": np.array(BEHOV)[need], "niveau": level,
    })  # fmt: skip


def _of_persons(rng: np.random.Generator, size: int) -> tuple[Texts, Ints]:
    """(målgruppe, first level) of each person."""
    group = one_of(rng, MAALGRUPPER, size)
    return group, rng.choice(len(LEVELS), size, p=LEVELS)
