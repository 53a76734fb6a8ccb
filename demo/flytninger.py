"""The synthetic births and moves: 98 kommuner x quarter x age band, and the region at the other end of a move."""

from __future__ import annotations

from dataclasses import dataclass

import duckdb
import numpy as np
import pyarrow as pa

from demo.folketal import BANDS, Floats

QUARTERS = np.arange(np.datetime64("2023-01"), np.datetime64("2025-10"), 3).astype("datetime64[D]")
# Moves to another kommune in a year per person of each band, and how the quarters share them. All of it is invented.
MOVING = np.array([0.055, 0.035, 0.15, 0.055, 0.017])
SEASON = np.array([[1.0, 0.95, 1.1, 0.95]] * 2 + [[0.85, 0.8, 1.55, 0.8]] + [[0.95, 1.0, 1.1, 0.95]] * 2)
NEAR, IN_THE_REGION = 9.0, 3.0  # times as likely as a kommune of the same size further away
YEARS_OF_CHILDREN = 6  # in the youngest band

FLYTNING = """
CREATE TABLE main.flytning AS
SELECT kommunekode, kvartal, CAST(year(kvartal) AS INTEGER) AS aar, bevaegelse, $bands[band] AS aldersgruppe,
       $regions[region] AS anden_region, antal
FROM moved ORDER BY kvartal, kommunekode, bevaegelse, aldersgruppe, anden_region
"""
KOMMUNER = "SELECT kommunekode, region, landsdel FROM main.kommuner ORDER BY kommunekode"
PEOPLE = """
SELECT personer FROM main.folketal_alder WHERE aar = 2023
ORDER BY kommunekode, list_position($bands, aldersgruppe)
"""
Ints = np.ndarray[tuple[int, ...], np.dtype[np.int64]]
Texts = np.ndarray[tuple[int, ...], np.dtype[np.str_]]


@dataclass(frozen=True)
class Places:
    codes: Ints
    regions: Texts
    landsdele: Texts

    @property
    def names(self) -> list[str]:
        """The regions, each once."""
        return sorted(set(self.regions.tolist()))

    @property
    def nearness(self) -> Floats:
        """From each kommune to each, and none to itself."""
        same = self.regions[:, None] == self.regions[None, :]
        near = self.landsdele[:, None] == self.landsdele[None, :]
        return np.asarray(np.where(near, NEAR, np.where(same, IN_THE_REGION, 1.0)) * (1 - np.eye(len(self.codes))))


def create(con: duckdb.DuckDBPyConnection, rng: np.random.Generator) -> None:
    """`main.flytning`. Each move is within the country: one in and one out, counted of the same draw."""
    kommuner = con.sql(KOMMUNER).to_arrow_table()
    places = Places(*(np.array(kommuner[name].to_pylist()) for name in kommuner.column_names))
    bands = [name for name, _ in BANDS]
    people = con.sql(PEOPLE, params={"bands": bands}).to_arrow_table()["personer"].to_numpy().reshape(-1, len(bands))
    moves = _moves(places, people, rng)
    of_region = np.array([places.regions == name for name in places.names]).astype(np.float64)
    # By (quarter, band, from, to): who comes is counted by where from, and who leaves by where to.
    coming = np.einsum("qbrt->tqbr", of_region @ moves)
    leaving = np.einsum("qbfr->fqbr", moves @ of_region.T)
    born = rng.poisson(people[:, :1] / YEARS_OF_CHILDREN / 4, (len(people), len(QUARTERS)))
    moved = [_of_moves("tilflytning", coming, places), _of_moves("fraflytning", leaving, places)]
    con.register("moved", pa.concat_tables([*moved, _of_births(born, places)]))
    con.execute(FLYTNING, {"bands": bands, "regions": places.names})
    con.unregister("moved")


def _moves(places: Places, people: Floats, rng: np.random.Generator) -> Floats:
    """How many move, by quarter, band, from and to: about as many to a kommune as from it."""
    size = people.sum(axis=1)
    likely = places.nearness * size[:, None] * size
    balance = np.ones(len(size))
    for _ in range(50):
        balance *= np.sqrt(size / (balance * (likely @ balance)))
    per_person = likely * balance[:, None] * balance / size[:, None]
    pull = rng.lognormal(0, 0.06, (len(BANDS), 1, len(size)))
    season = SEASON[:, np.arange(len(QUARTERS)) % 4].T / 4 * MOVING
    expected = season[:, :, None, None] * (people.T[:, :, None] * per_person * pull)
    return np.asarray(rng.poisson(expected), np.float64)


def _of_moves(name: str, counts: Floats, places: Places) -> pa.Table:
    """Rows of counts by kommune, quarter, band and the other region, the last two by number."""
    kommuner, quarters, bands, regions = counts.shape
    return pa.table({
        "kommunekode": pa.array(np.repeat(places.codes, quarters * bands * regions), pa.int32()),
        "kvartal": np.tile(np.repeat(QUARTERS, bands * regions), kommuner),
        "bevaegelse": pa.repeat(name, counts.size),
        "band": np.tile(np.repeat(np.arange(1, bands + 1), regions), kommuner * quarters),
        "region": np.tile(np.arange(1, regions + 1), kommuner * quarters * bands),
        "antal": counts.ravel().astype(np.int32),
    })  # fmt: skip


def _of_births(counts: Ints, places: Places) -> pa.Table:
    return pa.table({
        "kommunekode": pa.array(np.repeat(places.codes, len(QUARTERS)), pa.int32()),
        "kvartal": np.tile(QUARTERS, len(places.codes)),
        "bevaegelse": pa.repeat("fødsel", counts.size),
        "band": np.ones(counts.size, np.int64),
        "region": pa.nulls(counts.size, pa.int64()),
        "antal": counts.ravel().astype(np.int32),
    })  # fmt: skip
