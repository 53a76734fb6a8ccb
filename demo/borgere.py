"""The synthetic citizens: a pseudonym, a birth year and no birth date, and where they live."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

import duckdb
import numpy as np
import numpy.typing as npt
import pyarrow as pa

from demo.extent import Extent
from demo.varde import KOMMUNEKODE

CITIZENS = 2_000
AS_OF_YEAR = 2025
# Varde's neighbours: Esbjerg, Billund, Vejen and Ringkøbing-Skjern.
NEIGHBOURS = (561, 530, 575, 760)

Ints = npt.NDArray[np.int64]
Texts = npt.NDArray[np.str_]


@dataclass(frozen=True)
class Borgere:
    """Columns of equal length, one place for each citizen."""

    borger_id: Texts
    foedselsaar: Ints
    bopaelskommune: Ints

    def __len__(self) -> int:
        return len(self.borger_id)


def create(con: duckdb.DuckDBPyConnection, rng: np.random.Generator, extent: Extent, seed: int) -> Borgere:
    """The citizens, also written to `main.borger`."""
    size = CITIZENS * extent.times
    borgere = Borgere(_pseudonyms(size, seed), _birth_years(rng, size), _homes(rng, size))
    table = pa.table({
        "borger_id": borgere.borger_id,
        "foedselsaar": pa.array(borgere.foedselsaar, pa.int32()),
        "koen": rng.choice(np.array(["K", "M"]), size, p=[0.46, 0.54]),
        "bopaelskommune": pa.array(borgere.bopaelskommune, pa.int32()),
        "adressebeskyttelse": rng.random(size) < 0.02,
    })  # fmt: skip
    con.register("new_borger", table)
    con.execute("CREATE TABLE main.borger AS SELECT * FROM new_borger")
    con.unregister("new_borger")
    return borgere


def _pseudonyms(size: int, seed: int) -> Texts:
    """Keys that say nothing of the citizen, not even the order of arrival: 'B3f09c1d2a7e4'."""
    digests = (hashlib.sha256(f"{seed}/{number}".encode()).hexdigest()[:12] for number in range(size))
    return np.array([f"B{digest}" for digest in digests])


def _birth_years(rng: np.random.Generator, size: int) -> Ints:
    """A quarter children, a tenth young people in transition, the rest adults thinning out with age."""
    group = rng.choice(3, size, p=[0.25, 0.10, 0.65])
    child = AS_OF_YEAR - rng.integers(1, 18, size)
    young = AS_OF_YEAR - rng.integers(18, 24, size)
    adult = AS_OF_YEAR - 24 - (rng.beta(1.4, 2.2, size) * 70).astype(np.int64)
    return np.choose(group, [child, young, adult])


def _homes(rng: np.random.Generator, size: int) -> Ints:
    return rng.choice(np.array([KOMMUNEKODE, *NEIGHBOURS]), size, p=[0.92, 0.04, 0.01, 0.01, 0.02])
