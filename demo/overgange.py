"""The synthetic overgange: who turned 18, and whether the child had a case."""

from __future__ import annotations

from datetime import date

import duckdb
import numpy as np
import pyarrow as pa

from demo.borgere import Borgere
from demo.extent import Extent
from demo.load_register import SOCIAL_AS_OF
from demo.paragraffer import BARNETS_LOV, SUCCEEDED

SHOWN_FROM = date(2018, 1, 1)
CHILD = [paragraf for paragraf in SUCCEEDED if paragraf != "76"]
CHILD_AFTER = [SUCCEEDED[paragraf][0] for paragraf in CHILD]

# Only the birth year is known, and the ydelser go by it: the day is drawn before the first help as an adult.
OVERGANG = """
CREATE TABLE main.overgang AS
WITH child AS (
    SELECT borger_id, count(*) AS cases, arg_max(enhed, (start, ydelse_id)) AS enhed,
           arg_max(sagsbehandler, (start, ydelse_id)) AS sagsbehandler
    FROM main.ydelse
    WHERE lov = $new AND list_contains($child_after, paragraf) OR lov <> $new AND list_contains($child, paragraf)
    GROUP BY borger_id),
grown AS (
    SELECT borger_id, min(start) AS start FROM main.ydelse JOIN main.borger USING (borger_id)
    WHERE year(start) - foedselsaar >= 18 GROUP BY borger_id),
turned AS (
    SELECT borger_id, make_date(aar, 1, 1) AS first,
           least(make_date(aar, 12, 31), coalesce(grown.start, make_date(aar, 12, 31))) AS last, part
    FROM drawn LEFT JOIN grown USING (borger_id))
SELECT CAST(row_number() OVER (ORDER BY fylder_18, borger_id) AS INTEGER) AS overgang_id, borger_id, fylder_18,
       child.cases IS NOT NULL AS havde_boernesag, child.enhed, child.sagsbehandler
FROM (SELECT borger_id, first + CAST(floor(part * (last - first + 1)) AS INTEGER) AS fylder_18 FROM turned)
LEFT JOIN child USING (borger_id)
WHERE fylder_18 <= $as_of
ORDER BY overgang_id
"""


def create(con: duckdb.DuckDBPyConnection, rng: np.random.Generator, borgere: Borgere, extent: Extent) -> None:
    """`main.overgang`: one row for each citizen who turned 18 from 2018 on; the day is invented, its year is not.

    `enhed` and `sagsbehandler` had the child's last case, NULL where there was none.
    """
    year = borgere.foedselsaar + 18
    turned = (year >= extent.since(SHOWN_FROM).year) & (year <= SOCIAL_AS_OF.year)
    part = rng.random(int(turned.sum()))
    con.register("drawn", pa.table({"borger_id": borgere.borger_id[turned], "aar": year[turned], "part": part}))
    parameters = {"new": BARNETS_LOV, "child": CHILD, "child_after": CHILD_AFTER, "as_of": SOCIAL_AS_OF}
    con.execute(OVERGANG, parameters)
    con.unregister("drawn")
