"""The synthetic klager: who complained of which sag, why, and with what result. How many there are is invented."""

from __future__ import annotations

import duckdb
import numpy as np
import pyarrow as pa

from demo.borgere import Ints
from demo.chance import one_of
from demo.load_register import SOCIAL_AS_OF
from demo.organisation import CLOSED, REORGANISED, SUCCESSOR

# (klagetype, part of the complaints, the reasons for it)
KLAGETYPER = (
    ("klage over afgørelsen", 0.55, ("afslag", "for lidt hjælp", "vurderingen af sagen")),
    ("klage over sagsbehandlingen", 0.30, ("ventetid", "manglende svar", "mangelfuld vejledning")),
    ("klage over indsatsen", 0.15, ("indsatsens kvalitet", "skift af medarbejdere", "adfærd")),
)
# Part of the decisions that are complained of, by their outcome; of those without one, too.
COMPLAINED = {"bevilget": 0.04, "afslag": 0.16, "": 0.05}
WITHOUT_CASE = 0.07
UDFALD = (("medhold", 0.18), ("delvist medhold", 0.15), ("ikke medhold", 0.67))

# Whose case it was answers the complaint, in the organisation of the day on which it came.
KLAGE = """
CREATE TABLE main.klage AS
WITH complained AS (
    SELECT *, coalesce(afgjort, afgoerelse.modtaget) + days AS received
    FROM main.afgoerelse JOIN drawn USING (afgoerelse_id)),
answered AS (
    SELECT *, enhed = $old AND received >= $day AS succeeded, received + answer <= $as_of AS done
    FROM complained WHERE received <= $as_of)
SELECT CAST(row_number() OVER (ORDER BY received, afgoerelse_id) AS INTEGER) AS klage_id, borger_id,
       CASE WHEN related THEN afgoerelse_id END AS afgoerelse_id, klagetype, aarsag,
       CASE WHEN related THEN lov END AS lov, CASE WHEN related THEN paragraf END AS paragraf,
       CASE WHEN related THEN ydelsestype END AS ydelsestype,
       CASE WHEN succeeded THEN $new ELSE enhed END AS enhed,
       CASE WHEN succeeded THEN replace(sagsbehandler, $old_number, $new_number)
            ELSE sagsbehandler END AS sagsbehandler,
       received AS modtaget, CASE WHEN done THEN received + answer END AS besvaret,
       CASE WHEN done THEN resultat END AS udfald
FROM answered ORDER BY klage_id
"""


def create(con: duckdb.DuckDBPyConnection, rng: np.random.Generator) -> None:
    """`main.klage`. `afgoerelse_id`, and what it says of the sag, are NULL where the complaint was registered without.

    `besvaret` and `udfald` are NULL while nobody has answered.
    """
    con.register("drawn", _drawn(con, rng))
    numbers = {"old_number": CLOSED[1:], "new_number": SUCCESSOR[1:]}
    con.execute(KLAGE, {"old": CLOSED, "new": SUCCESSOR, "day": REORGANISED, "as_of": SOCIAL_AS_OF, **numbers})
    con.unregister("drawn")


def _drawn(con: duckdb.DuckDBPyConnection, rng: np.random.Generator) -> pa.Table:
    cases = con.sql("SELECT afgoerelse_id, coalesce(udfald, '') AS udfald FROM main.afgoerelse ORDER BY 1").fetchnumpy()
    outcome, part = cases["udfald"].astype(str), np.zeros(len(cases["udfald"]))
    for name, share in COMPLAINED.items():
        part[outcome == name] = share
    chosen = np.flatnonzero(rng.random(len(part)) < part)
    kind, reason = _kinds(rng, len(chosen))
    return pa.table({
        "afgoerelse_id": cases["afgoerelse_id"][chosen],
        "klagetype": np.array([name for name, _, _ in KLAGETYPER])[kind],
        "aarsag": np.array([reasons for _, _, reasons in KLAGETYPER])[kind, reason],
        "days": pa.array(rng.integers(1, 29, len(chosen)), pa.int32()),
        "answer": pa.array((35 * rng.lognormal(0, 0.6, len(chosen))).astype(np.int32)),
        "related": rng.random(len(chosen)) >= WITHOUT_CASE,
        "resultat": one_of(rng, UDFALD, len(chosen)),
    })  # fmt: skip


def _kinds(rng: np.random.Generator, size: int) -> tuple[Ints, Ints]:
    """(an index into KLAGETYPER, one into its reasons) of each."""
    kind = rng.choice(len(KLAGETYPER), size, p=[part for _, part, _ in KLAGETYPER])
    return kind, rng.integers(0, len(KLAGETYPER[0][2]), size)
