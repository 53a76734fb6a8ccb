"""The synthetic magtanvendelser at the forvaltning's own botilbud. How many there are is invented."""

from __future__ import annotations

from datetime import date

import duckdb
import numpy as np
import pyarrow as pa

from demo.chance import one_of
from demo.extent import Extent
from demo.load_register import SOCIAL_AS_OF

SHOWN_FROM = date(2022, 1, 1)
PER_YEAR = 0.9
TYPER = (("fastholdelse", 0.7), ("føren til et andet rum", 0.2), ("anden magtanvendelse", 0.1))
# Days until it is reported, on average; some are not reported yet.
REPORTED_WITHIN = 4

STAYS = """
SELECT ophold_id, borger_id, tilbud_id, driftsenhed, coalesce(sagsbehandler, '') AS sagsbehandler, adressebeskyttelse,
       greatest(start, $first) AS opens, least(coalesce(slut, $as_of + 1), $as_of + 1) AS closes
FROM main.ophold JOIN main.tilbud USING (tilbud_id) JOIN main.borger USING (borger_id)
WHERE paragraf IN ('107', '108') AND driftsenhed IS NOT NULL AND closes > opens
ORDER BY ophold_id
"""
MAGTANVENDELSE = """
CREATE TABLE main.magtanvendelse AS
SELECT CAST(row_number() OVER (ORDER BY dag, ophold_id, drawn_id) AS INTEGER) AS magtanvendelse_id, ophold_id,
       borger_id, tilbud_id, driftsenhed AS enhed, nullif(sagsbehandler, '') AS sagsbehandler, adressebeskyttelse,
       magtanvendelsestype, dag, CASE WHEN dag + days <= $as_of THEN dag + days END AS indberettet
FROM drawn ORDER BY magtanvendelse_id
"""


def create(con: duckdb.DuckDBPyConnection, rng: np.random.Generator, extent: Extent) -> None:
    """`main.magtanvendelse`, of those who stay at a botilbud: `enhed` runs it, `sagsbehandler` is the citizen's.

    `indberettet` is NULL until it is reported. Few citizens have most of them.
    """
    stays = con.sql(STAYS, params={"first": extent.since(SHOWN_FROM), "as_of": SOCIAL_AS_OF}).to_arrow_table()
    opens, closes = (stays[name].to_numpy().astype("datetime64[D]") for name in ("opens", "closes"))
    days = (closes - opens).astype(np.int64)
    expected = days / 365 * PER_YEAR * rng.gamma(0.35, 1 / 0.35, len(days))
    which = np.repeat(np.arange(len(days)), rng.poisson(expected))
    dag = opens[which] + (rng.random(len(which)) * days[which]).astype(np.int64)
    drawn = stays.take(pa.array(which)).append_column("drawn_id", pa.array(np.arange(len(which))))
    kinds = one_of(rng, TYPER, len(which))
    reported = pa.array(rng.exponential(REPORTED_WITHIN, len(which)).astype(np.int32))
    columns = {"dag": pa.array(dag), "magtanvendelsestype": pa.array(kinds), "days": reported}
    for name, column in columns.items():
        drawn = drawn.append_column(name, column)
    con.register("drawn", drawn)
    con.execute(MAGTANVENDELSE, {"as_of": SOCIAL_AS_OF})
    con.unregister("drawn")
