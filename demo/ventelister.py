"""The synthetic venteliste to botilbud: who waits for which tilbud, and since when. Distributions are invented."""

from __future__ import annotations

from datetime import date

import duckdb
import numpy as np
import pyarrow as pa

from demo.extent import Extent
from demo.load_register import SOCIAL_AS_OF
from demo.ydelser import Days

SHOWN_FROM = date(2021, 1, 1)
WAITED = 0.6
WAITING, WITHDRAWN = 45, 30
KINDS = ("107", "108")

# Whoever got a place and waited for it first; whoever has none waits for any of the kind, or for one of its tilbud.
GIVEN = """
SELECT borger_id, paragraf, tilbud_id, enhed, sagsbehandler, start AS given
FROM main.ophold JOIN main.tilbud USING (tilbud_id)
WHERE paragraf IN ('107', '108') AND start >= $first ORDER BY ophold_id
"""
ELSEWHERE = """
SELECT borger_id, arg_max(enhed, ydelse_id) AS enhed, arg_max(sagsbehandler, ydelse_id) AS sagsbehandler
FROM main.ydelse JOIN main.borger USING (borger_id)
WHERE year($as_of) - foedselsaar BETWEEN 20 AND 80 AND enhed IN ('E04', 'E05', 'E08')
  AND borger_id NOT IN (SELECT borger_id FROM main.ophold)
GROUP BY borger_id ORDER BY borger_id
"""
VENTELISTE = """
CREATE TABLE main.venteliste AS
SELECT CAST(row_number() OVER (ORDER BY start, borger_id, udfald) AS INTEGER) AS venteliste_id, borger_id,
       'serviceloven' AS lov, paragraf, tilbud_id, enhed, sagsbehandler, adressebeskyttelse, start, slut, udfald
FROM drawn JOIN main.borger USING (borger_id) ORDER BY venteliste_id
"""


def create(con: duckdb.DuckDBPyConnection, rng: np.random.Generator, extent: Extent) -> None:
    """`main.venteliste`. `slut` is the first day on which nobody waits any more, NULL while somebody does."""
    con.register(
        "drawn", pa.concat_tables([_given(con, rng, extent.since(SHOWN_FROM)), _without_place(con, rng, extent.times)])
    )
    con.execute(VENTELISTE)
    con.unregister("drawn")


def _given(con: duckdb.DuckDBPyConnection, rng: np.random.Generator, shown_from: date) -> pa.Table:
    given = con.sql(GIVEN, params={"first": shown_from}).to_arrow_table()
    given = given.take(pa.array(np.flatnonzero(rng.random(len(given)) < WAITED)))
    day = given["given"].to_numpy().astype("datetime64[D]")
    start = day - 1 - rng.gamma(2, 45, len(given)).astype(np.int64)
    return _table(given, given["paragraf"], given["tilbud_id"], start, pa.array(day), "plads")


def _without_place(con: duckdb.DuckDBPyConnection, rng: np.random.Generator, times: int) -> pa.Table:
    found = con.sql(ELSEWHERE, params={"as_of": SOCIAL_AS_OF}).to_arrow_table()
    chosen = rng.permutation(len(found))[: (WAITING + WITHDRAWN) * times]
    people = found.take(pa.array(chosen))
    kinds = rng.choice(np.array(KINDS), len(chosen), p=[0.7, 0.3])
    tilbud = np.where(kinds == "107", rng.choice(["TB01", "TB02", ""], len(chosen)), "TB04")
    tilbud = np.where(rng.random(len(chosen)) < 0.3, "", tilbud)
    waited = 1 + rng.gamma(1.6, 90, len(chosen)).astype(np.int64)
    gone = np.arange(len(chosen)) >= WAITING * times
    until = np.datetime64(SOCIAL_AS_OF) - np.where(gone, rng.integers(0, 900, len(chosen)), 0)
    wished = pa.array(tilbud, mask=tilbud == "")
    table = _table(people, pa.array(kinds), wished, until - waited, pa.array(until, mask=~gone), None)
    outcome = pa.array(np.where(gone, "frafaldet", ""), mask=~gone)
    return table.set_column(table.schema.get_field_index("udfald"), "udfald", outcome)


def _table(
    people: pa.Table, paragraf: pa.Array, tilbud: pa.Array, start: Days,
    slut: pa.Array, outcome: str | None,
) -> pa.Table:  # fmt: skip
    return pa.table({
        **{name: people[name] for name in ("borger_id", "enhed", "sagsbehandler")},
        "paragraf": paragraf, "tilbud_id": tilbud, "start": pa.array(start), "slut": slut,
        "udfald": pa.array([outcome] * len(people), pa.string()),
    })  # fmt: skip
