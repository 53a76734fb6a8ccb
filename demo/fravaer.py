"""The synthetic fravær: when each employee was away, and why. Distributions are invented."""

from __future__ import annotations

from datetime import date

import duckdb
import numpy as np
import pyarrow as pa

from demo.ansaettelser import Ansaettelser
from demo.extent import Extent
from demo.load_register import SOCIAL_AS_OF
from demo.ydelser import OPEN

SHOWN_FROM = date(2022, 1, 1)
MOST_SPELLS = 60
# Days at work between two absences, on average.
PRESENT_DAYS = 90
# (årsag, part of the spells, median days, how unequal they are)
AARSAGER = (
    ("egen sygdom", 0.78, 3, 1.2),
    ("barns sygdom", 0.16, 1, 0.4),
    ("arbejdsulykke", 0.03, 12, 1.2),
    ("barsel", 0.03, 210, 0.25),
)

FRAVAER = """
CREATE TABLE main.fravaer AS
SELECT CAST(row_number() OVER (ORDER BY start, ansat_id) AS INTEGER) AS fravaer_id, ansat_id, enhed, personalegruppe,
       aarsag, CAST(hundrededele * 0.01 AS DECIMAL(3, 2)) AS beskaeftigelsesgrad, start, slut,
       CAST(coalesce(slut, $as_of + 1) - start AS INTEGER) AS varighed_dage
FROM drawn ORDER BY fravaer_id
"""


def create(con: duckdb.DuckDBPyConnection, rng: np.random.Generator, ansat: Ansaettelser, extent: Extent) -> None:
    """`main.fravaer`: spells within one employment, never two at once. `slut` is the first day back, NULL until then.

    `varighed_dage` are the calendar days of the spell, of one that lasts those so far.
    """
    as_of = np.datetime64(SOCIAL_AS_OF)
    begins = np.maximum(ansat.start, np.datetime64(extent.since(SHOWN_FROM)))
    ends = np.where(np.isnat(ansat.slut), as_of + 1, ansat.slut)
    shape = (len(ansat), MOST_SPELLS)
    aarsag = rng.choice(len(AARSAGER), shape, p=[part for _, part, _, _ in AARSAGER])
    median, spread = (np.array([one[place] for one in AARSAGER])[aarsag] for place in (2, 3))
    length = np.maximum(1, (median * rng.lognormal(0, spread)).astype(np.int64))
    gap = rng.exponential(PRESENT_DAYS, shape).astype(np.int64) + 1
    start = begins[:, None] + np.cumsum(gap, axis=1) + np.cumsum(length, axis=1) - length
    row, turn = np.nonzero(start < ends[:, None])
    slut = start[row, turn] + length[row, turn]
    # Whoever leaves while away is away no more; who is away on the day of the load is not back yet.
    slut = np.where(slut >= ends[row], np.where(np.isnat(ansat.slut[row]), OPEN, ansat.slut[row]), slut)
    con.register("drawn", pa.table({
        "ansat_id": ansat.ansat_id[row], "enhed": ansat.enhed[row], "personalegruppe": ansat.personalegruppe[row],
        "hundrededele": ansat.hundrededele[row], "aarsag": np.array([one[0] for one in AARSAGER])[aarsag[row, turn]],
        "start": pa.array(start[row, turn]), "slut": pa.array(slut),
    }))  # fmt: skip
    con.execute(FRAVAER, {"as_of": SOCIAL_AS_OF})
    con.unregister("drawn")
