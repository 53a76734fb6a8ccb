"""The synthetic anbringelser and forebyggende indsatser: where the children with a ydelse are, and with what help.

They are ydelser of the key (lov, paragraf) that says so, and begin and end with them.
"""

from __future__ import annotations

import duckdb
import numpy as np
import pyarrow as pa

from demo.borgere import NEIGHBOURS
from demo.chance import one_of
from demo.load_register import SOCIAL_AS_OF
from demo.paragraffer import BARNETS_LOV, SERVICELOVEN, SUCCEEDED
from demo.varde import KOMMUNEKODE

ANBRINGELSE_FOER, FOREBYGGENDE_FOER = "66", "52"
ANBRINGELSESSTEDER = (
    ("plejefamilie", 0.45), ("netværksplejefamilie", 0.1), ("døgninstitution", 0.2), ("opholdssted", 0.15),
    ("eget værelse", 0.06), ("kost- eller efterskole", 0.04),
)  # fmt: skip
INDSATSTYPER = (
    ("fast kontaktperson", 0.3), ("familiebehandling", 0.25), ("aflastning", 0.15),
    ("praktisk pædagogisk støtte", 0.2), ("anden støtte", 0.1),
)  # fmt: skip
MOVES = 0.3
# A placement that lasts shorter than this is at one place only.
LONG_ENOUGH = 90

CASES = """
CREATE TEMP TABLE cases AS
SELECT ydelse.*, min(start) OVER (PARTITION BY forloeb_id) AS begins,
       max(coalesce(slut, DATE '9999-12-31')) OVER (PARTITION BY forloeb_id) AS ends,
       CAST(dense_rank() OVER (ORDER BY forloeb_id) AS BIGINT) - 1 AS drawn_id
FROM main.ydelse
WHERE lov = $old_law AND paragraf = $old OR lov = $new_law AND paragraf = $new
"""
# A child who moves has two placements; the change of law and of enhed begin a row anew, too, but nothing new.
ANBRINGELSE = """
CREATE TABLE main.anbringelse AS
WITH placed AS (
    SELECT *, CASE WHEN moves AND least(ends, $as_of) - begins > $long THEN
              begins + 1 + CAST(floor(part * (least(ends, $as_of) - begins - 1)) AS INTEGER) END AS moved
    FROM cases JOIN drawn USING (drawn_id)),
stays AS (
    SELECT * REPLACE (least(slut, moved) AS slut), first_place AS sted, first_kommune AS kommune,
           start = begins AS ny FROM placed WHERE coalesce(start < moved, true)
    UNION ALL BY NAME
    SELECT * REPLACE (greatest(start, moved) AS start), second_place AS sted, second_kommune AS kommune, false AS ny
    FROM placed WHERE moved IS NOT NULL AND coalesce(slut > moved, true))
SELECT CAST(row_number() OVER (ORDER BY stays.start, ydelse_id) AS INTEGER) AS anbringelse_id, ydelse_id, borger_id,
       lov, paragraf, enhed, sagsbehandler, sted AS anbringelsessted, CAST(kommune AS INTEGER) AS anbringelseskommune,
       adressebeskyttelse, start, slut, ny
FROM stays JOIN main.borger USING (borger_id) ORDER BY anbringelse_id
"""
FOREBYGGENDE = """
CREATE TABLE main.forebyggende AS
SELECT CAST(row_number() OVER (ORDER BY start, ydelse_id) AS INTEGER) AS forebyggende_id, ydelse_id, borger_id, lov,
       paragraf, indsatstype, enhed, sagsbehandler, start, slut, start = begins AS ny
FROM cases JOIN drawn USING (drawn_id) ORDER BY forebyggende_id
"""


def create_anbringelse(con: duckdb.DuckDBPyConnection, rng: np.random.Generator) -> None:
    """`main.anbringelse`. `slut` is the first day without it, NULL while it has no end; `ny` begins a placement."""
    size = _find(con, ANBRINGELSE_FOER)
    places = one_of(rng, ANBRINGELSESSTEDER, (2, size))
    kommuner = rng.choice(np.array([KOMMUNEKODE, *NEIGHBOURS]), (2, size), p=[0.6, 0.16, 0.08, 0.08, 0.08])
    con.register("drawn", pa.table({
        "drawn_id": np.arange(size), "first_place": places[0], "second_place": places[1],
        "first_kommune": kommuner[0], "second_kommune": kommuner[1],
        "moves": rng.random(size) < MOVES, "part": rng.random(size),
    }))  # fmt: skip
    con.execute(ANBRINGELSE, {"as_of": SOCIAL_AS_OF, "long": LONG_ENOUGH})
    _forget(con)


def create_forebyggende(con: duckdb.DuckDBPyConnection, rng: np.random.Generator) -> None:
    """`main.forebyggende`, in the same way."""
    size = _find(con, FOREBYGGENDE_FOER)
    kinds = one_of(rng, INDSATSTYPER, (1, size))
    con.register("drawn", pa.table({"drawn_id": np.arange(size), "indsatstype": kinds[0]}))
    con.execute(FOREBYGGENDE)
    _forget(con)


def _find(con: duckdb.DuckDBPyConnection, old: str) -> int:
    """The ydelser of the paragraf, and of what it became, to the table `cases`: the number of their forløb."""
    laws = {"old_law": SERVICELOVEN, "new_law": BARNETS_LOV}
    con.execute(CASES, {**laws, "old": old, "new": SUCCEEDED[old][0]})
    ((size,),) = con.sql("SELECT count(DISTINCT drawn_id) FROM cases").fetchall()
    return int(size)


def _forget(con: duckdb.DuckDBPyConnection) -> None:
    con.unregister("drawn")
    con.execute("DROP TABLE cases")
