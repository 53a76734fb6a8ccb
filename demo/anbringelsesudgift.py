"""The synthetic national expenses on children who live away from home: 98 kommuner x month x kind of place."""

from __future__ import annotations

from datetime import date

import duckdb
import numpy as np
import pyarrow as pa

from demo.load_register import SOCIAL_AS_OF

FIRST_MONTH = date(2023, 1, 1)
# (anbringelsessted, children per 1,000 aged 0-22, kr. per child and year). All of it is invented.
STEDER = (
    ("døgninstitution", 1.1, 1_450_000),
    ("netværksplejefamilie", 0.8, 240_000),
    ("opholdssted", 1.3, 1_080_000),
    ("plejefamilie", 3.9, 540_000),
)
CHILDREN = """
SELECT kommunekode, sum(personer) AS boern FROM main.folketal_alder
WHERE aar = 2023 AND aldersgruppe IN ('0-5', '6-16', '17-22') GROUP BY kommunekode ORDER BY kommunekode
"""
# Both parts are additive over everything: children's days in the month over the days of the year, and kroner.
ANBRINGELSESUDGIFT = """
CREATE TABLE main.anbringelsesudgift AS
SELECT kommunekode, anbringelsessted, maaned, CAST(year(maaned) AS INTEGER) AS aar,
       CAST(udgift_oere * 0.01 AS DECIMAL(18, 2)) AS udgift_kr,
       CAST(helaar_tusindedele * 0.001 AS DECIMAL(12, 3)) AS helaarsmodtagere
FROM spent ORDER BY maaned, kommunekode, anbringelsessted
"""
Floats = np.ndarray[tuple[int, ...], np.dtype[np.float64]]


def create(con: duckdb.DuckDBPyConnection, rng: np.random.Generator) -> None:
    """`main.anbringelsesudgift`. A small kommune has months with nobody at a kind of place, and then spends nothing."""
    children = con.sql(CHILDREN).to_arrow_table()
    months = np.arange(np.datetime64(FIRST_MONTH, "M"), np.datetime64(SOCIAL_AS_OF, "M") + 1)
    shape = (len(children), len(STEDER), len(months))
    days = ((months + 1).astype("datetime64[D]") - months.astype("datetime64[D]")).astype(np.int64)
    year_parts = _placed(children["boern"].to_numpy().astype(np.float64), rng, shape) * days / 365
    price = np.array([price for _, _, price in STEDER])[:, None] * (1 + 0.03 * np.arange(len(months)) / 12)
    level = rng.lognormal(0, 0.12, (*shape[:2], 1)) * rng.normal(1, 0.04, shape)
    con.register("spent", pa.table({
        "kommunekode": np.repeat(children["kommunekode"].to_numpy(), len(STEDER) * len(months)),
        "anbringelsessted": np.tile(np.repeat([sted for sted, _, _ in STEDER], len(months)), len(children)),
        "maaned": pa.array(np.tile(months.astype("datetime64[D]"), len(children) * len(STEDER))),
        "udgift_oere": np.rint(year_parts * price * level * 100).astype(np.int64).ravel(),
        "helaar_tusindedele": np.rint(year_parts * 1000).astype(np.int64).ravel(),
    }))  # fmt: skip
    con.execute(ANBRINGELSESUDGIFT)
    con.unregister("spent")


def _placed(children: Floats, rng: np.random.Generator, shape: tuple[int, int, int]) -> Floats:
    """Whole children of each kommune, kind of place and month, near a level of the kommune's own."""
    expected = children[:, None] / 1000 * np.array([rate for _, rate, _ in STEDER]) * rng.lognormal(0, 0.25, shape[:2])
    drift = np.cumsum(rng.normal(0, 0.12, shape), axis=2)
    return np.asarray(np.rint(np.maximum(0, expected[:, :, None] + np.sqrt(expected)[:, :, None] * drift)))
