"""The synthetic population by age: 98 kommuner x year x age band on 1 January, for figures per child."""

from __future__ import annotations

import duckdb
import numpy as np
import pyarrow as pa

YEARS = (2023, 2024, 2025)
# (name, oldest): the bands that the expenses on children and the moves are counted by.
BANDS = (("0-5", 5), ("6-16", 16), ("17-22", 22), ("23-64", 64), ("65+", 200))

FOLKETAL_ALDER = """
CREATE TABLE main.folketal_alder AS
SELECT kommunekode, aar, aldersgruppe, personer FROM counted ORDER BY aar, kommunekode, aldersgruppe
"""
# The sizes are the mean of 2023, the shares of the ages those of 2014: both are published, and together they are not.
PEOPLE = f"""
SELECT kommunekode, band, folketal * sum(personer) / sum(sum(personer)) OVER (PARTITION BY kommunekode) AS personer
FROM (SELECT *, CASE {" ".join(f"WHEN alder <= {oldest} THEN {band}" for band, (_, oldest) in enumerate(BANDS))} END
             AS band FROM main.befolkning)
JOIN main.indbyggere USING (kommunekode) WHERE aar = {YEARS[0]}
GROUP BY kommunekode, band, folketal ORDER BY kommunekode, band
"""
# What a year adds to a band: invented.
GROWTH = (0.004, -0.006, 0.002, 0.003, 0.019)
Floats = np.ndarray[tuple[int, ...], np.dtype[np.float64]]


def create(con: duckdb.DuckDBPyConnection, rng: np.random.Generator) -> None:
    """`main.folketal_alder`, a row for each kommune, year and age band."""
    people = con.sql(PEOPLE).to_arrow_table()
    shape = (len(people) // len(BANDS), len(BANDS))
    growth = np.array(GROWTH) + rng.normal(0, 0.006, shape)
    years = [_whole(people, (1 + growth) ** since) for since in range(len(YEARS))]
    codes, names = people["kommunekode"].to_numpy(), [name for name, _ in BANDS]
    con.register("counted", pa.table({
        "kommunekode": pa.array(np.tile(codes, len(YEARS)), pa.int32()),
        "aar": pa.array(np.repeat(YEARS, len(codes)), pa.int32()),
        "aldersgruppe": np.tile(np.array(names), shape[0] * len(YEARS)),
        "personer": pa.array(np.concatenate(years), pa.int32()),
    }))  # fmt: skip
    con.execute(FOLKETAL_ALDER)
    con.unregister("counted")


def _whole(people: pa.Table, growth: Floats) -> Floats:
    return np.asarray(np.rint(people["personer"].to_numpy() * growth.ravel()))
