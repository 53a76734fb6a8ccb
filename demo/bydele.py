"""The synthetic city: its bydele as polygons, and in which of them each citizen lives. No such city exists.

It lies in the North Sea, so that a map of it is taken for no real one. How many live where is invented.
"""

from __future__ import annotations

import json

import duckdb
import numpy as np
import numpy.typing as npt
import pyarrow as pa

from demo.borgere import Borgere
from demo.varde import KOMMUNEKODE

# Parts of the citizens of the kommune, in each bydel; the bydele stand in rows from the south-west.
PARTS = (0.18, 0.15, 0.13, 0.12, 0.11, 0.09, 0.08, 0.06, 0.05, 0.03)
COLUMNS, ROWS = 5, 2
CORNER = (6.0, 56.0)  # degrees of length and of breadth, WGS 84
SIDES = (0.03, 0.02)
BENT = 0.2  # of a side: as far as a corner is moved, so that neighbours still share their borders and nothing crosses

BOPAEL = """
CREATE TABLE main.bopael AS
SELECT borger_id, bydel, adressebeskyttelse FROM drawn JOIN main.borger USING (borger_id) ORDER BY borger_id
"""

Corners = npt.NDArray[np.float64]  # by column, row and axis


def create(con: duckdb.DuckDBPyConnection, rng: np.random.Generator, borgere: Borgere) -> None:
    """`main.bydel`, and `main.bopael`: a row for each citizen of the kommune, of those with a protected address, too.

    `geometri` is a GeoJSON Polygon (RFC 7946): one closed ring, counterclockwise.
    """
    _create_bydel(con, _corners(rng))
    at_home = borgere.bopaelskommune == KOMMUNEKODE
    bydel = rng.choice(np.arange(1, len(PARTS) + 1), len(borgere), p=PARTS)
    con.register("drawn", pa.table({
        "borger_id": borgere.borger_id[at_home], "bydel": pa.array(bydel[at_home], pa.int32()),
    }))  # fmt: skip
    con.execute(BOPAEL)
    con.unregister("drawn")


def _create_bydel(con: duckdb.DuckDBPyConnection, corners: Corners) -> None:
    rows = [
        (number, f"Bydel {number}", _polygon(corners, (number - 1) % COLUMNS, (number - 1) // COLUMNS))
        for number in range(1, len(PARTS) + 1)
    ]
    con.execute("CREATE TABLE main.bydel (kode INTEGER, navn VARCHAR, geometri VARCHAR)")
    con.executemany("INSERT INTO main.bydel VALUES (?, ?, ?)", rows)


def _corners(rng: np.random.Generator) -> Corners:
    column, row = np.meshgrid(np.arange(COLUMNS + 1), np.arange(ROWS + 1), indexing="ij")
    grid = np.stack([column, row], axis=-1) + rng.uniform(-BENT, BENT, (COLUMNS + 1, ROWS + 1, 2))
    corners: Corners = np.round(np.array(CORNER) + grid * np.array(SIDES), 5)
    return corners


def _polygon(corners: Corners, column: int, row: int) -> str:
    around = ((0, 0), (1, 0), (1, 1), (0, 1), (0, 0))
    ring = [[float(axis) for axis in corners[column + right, row + up]] for right, up in around]
    return json.dumps({"type": "Polygon", "coordinates": [ring]})
