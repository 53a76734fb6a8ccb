"""Synthetic national figures: 98 kommuner x funktion x month, Varde also by age group and tilbud."""

from __future__ import annotations

from datetime import date

import duckdb
import numpy as np
import pyarrow as pa

from demo.borgere import Ints
from demo.load_register import SOCIAL_AS_OF
from demo.varde import KOMMUNEKODE

FIRST_MONTH = date(2023, 1, 1)
# (funktion, helårsmodtagere per 10,000 inhabitants, kr. per helårsmodtager)
FUNKTIONER = (
    ("5.38.39", 75.0, 185_000),
    ("5.38.50", 11.0, 1_120_000),
    ("5.38.51", 24.0, 890_000),
    ("5.38.52", 16.0, 940_000),
    ("5.38.58", 17.0, 128_000),
    ("5.38.59", 31.0, 236_000),
)
ALDERSGRUPPER = (("18-64", 0.78), ("65-74", 0.14), ("75-84", 0.06), ("85+", 0.02))
TILBUD = (("Tilbud 1", 0.5), ("Tilbud 2", 0.3), ("Tilbud 3", 0.2))
CELLS = tuple((age, tilbud, of_age * of_tilbud) for age, of_age in ALDERSGRUPPER for tilbud, of_tilbud in TILBUD)

# Both parts are additive over everything: persons' days in the month over the days of the year, and kroner.
KOMMUNETAL = """
CREATE TABLE main.kommunetal AS
SELECT kommunekode, funktion, maaned, aldersgruppe, tilbud, CAST(udgift_oere * 0.01 AS DECIMAL(18, 2)) AS udgift_kr,
       CAST(helaar_tusindedele * 0.001 AS DECIMAL(12, 3)) AS helaarsmodtagere
FROM {rows}
ORDER BY maaned, kommunekode, funktion, aldersgruppe, tilbud
"""
# Varde's totals before they were split: a check of the split rows and never part of them.
VARDE_TOTAL = """
CREATE TABLE main.kommunetal_varde AS
SELECT funktion, maaned, CAST(udgift_oere * 0.01 AS DECIMAL(18, 2)) AS udgift_kr,
       CAST(helaar_tusindedele * 0.001 AS DECIMAL(12, 3)) AS helaarsmodtagere
FROM totals WHERE kommunekode = $varde
ORDER BY maaned, funktion
"""


def create(con: duckdb.DuckDBPyConnection, rng: np.random.Generator) -> None:
    """`main.kommunetal` and, to check it by, `main.kommunetal_varde`."""
    totals = _totals(con, rng)
    con.register("totals", totals)
    con.register("split", _split(rng, totals))
    rows = f"(SELECT * FROM totals WHERE kommunekode <> {KOMMUNEKODE} UNION ALL BY NAME SELECT * FROM split)"
    con.execute(KOMMUNETAL.format(rows=rows))
    con.execute(VARDE_TOTAL, {"varde": KOMMUNEKODE})
    con.unregister("totals")
    con.unregister("split")


def _totals(con: duckdb.DuckDBPyConnection, rng: np.random.Generator) -> pa.Table:
    """Every kommune's month and funktion, in øre and thousandths of a helårsmodtager."""
    sql = "SELECT kommunekode, folketal FROM main.indbyggere WHERE aar = 2023 ORDER BY kommunekode"
    population = con.sql(sql).to_arrow_table()
    kommuner, months, funktioner = len(population), _months(), len(FUNKTIONER)
    shape = (kommuner, funktioner, len(months))
    people = np.asarray(population["folketal"].to_numpy())[:, None, None]
    per_inhabitant = np.array([rate for _, rate, _ in FUNKTIONER])[None, :, None] / 10_000
    price = np.array([price for _, _, price in FUNKTIONER])[None, :, None]
    kommune_level = rng.lognormal(0, 0.22, (kommuner, funktioner, 1))
    kommune_price = rng.lognormal(0, 0.12, (kommuner, funktioner, 1))
    growth = 1 + 0.025 * np.arange(len(months))[None, None, :] / 12
    days = months.astype("datetime64[M]").astype("datetime64[D]")
    share_of_year = _days_in_month(months) / 365
    recipients = people * per_inhabitant * kommune_level * growth * share_of_year * rng.normal(1, 0.015, shape)
    expense = recipients * price * kommune_price * growth * rng.normal(1, 0.03, shape)
    return pa.table({
        "kommunekode": np.repeat(np.asarray(population["kommunekode"].to_numpy()), funktioner * len(months)),
        "funktion": np.tile(np.repeat([funktion for funktion, _, _ in FUNKTIONER], len(months)), kommuner),
        "maaned": pa.array(np.tile(days, kommuner * funktioner)),
        "udgift_oere": np.rint(expense * 100).astype(np.int64).ravel(),
        "helaar_tusindedele": np.maximum(1, np.rint(recipients * 1000)).astype(np.int64).ravel(),
        "aldersgruppe": pa.nulls(int(np.prod(shape)), pa.string()),
        "tilbud": pa.nulls(int(np.prod(shape)), pa.string()),
    })  # fmt: skip


def _split(rng: np.random.Generator, totals: pa.Table) -> pa.Table:
    """Varde's rows by age group and tilbud; the parts sum to the total to the øre."""
    own = totals.filter(pa.compute.equal(totals["kommunekode"], KOMMUNEKODE))
    weights = np.array([share for _, _, share in CELLS]) * rng.lognormal(0, 0.1, (len(own), len(CELLS)))
    return pa.table({
        **{name: np.repeat(own[name].to_numpy(), len(CELLS)) for name in ("kommunekode", "funktion", "maaned")},
        "udgift_oere": _shares(own["udgift_oere"].to_numpy(), weights * rng.lognormal(0, 0.05, weights.shape)),
        "helaar_tusindedele": _shares(own["helaar_tusindedele"].to_numpy(), weights),
        "aldersgruppe": np.tile([age for age, _, _ in CELLS], len(own)),
        "tilbud": np.tile([tilbud for _, tilbud, _ in CELLS], len(own)),
    })  # fmt: skip


def _shares(totals: Ints, weights: np.ndarray[tuple[int, int], np.dtype[np.float64]]) -> Ints:
    """Each total cut in whole parts after the weights, flat; the first cell takes what the rounding left."""
    parts = np.floor(totals[:, None] * weights / weights.sum(axis=1, keepdims=True)).astype(np.int64)
    parts[:, 0] += totals - parts.sum(axis=1)
    return np.asarray(parts.ravel())


def _months() -> np.ndarray[tuple[int], np.dtype[np.datetime64]]:
    return np.arange(np.datetime64(FIRST_MONTH, "M"), np.datetime64(SOCIAL_AS_OF, "M") + 1)


def _days_in_month(months: np.ndarray[tuple[int], np.dtype[np.datetime64]]) -> Ints:
    following = (months + 1).astype("datetime64[D]")
    return np.asarray((following - months.astype("datetime64[D]")).astype(np.int64))
