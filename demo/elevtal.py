"""Synthetic national figures of pupils: 98 kommuner x school year x teaching x form. Distributions are invented.

How many children there are follows the ages of each kommune in 2014; how many are taught apart follows nothing.
"""

from __future__ import annotations

import duckdb
import numpy as np
import numpy.typing as npt
import pyarrow as pa

from demo.borgere import Ints, Texts

FIRST_YEAR, YEARS = 2021, 4  # 2021/22 to 2024/25
ALMEN = "almen"
# (teaching apart, its part of all pupils in each of the forms)
SEGREGATED = (("specialklasse", (0.018, 0.028, 0.035)), ("specialskole eller dagbehandling", (0.014, 0.022, 0.030)))
# (forms, first and last age of those counted as in them)
KLASSETRIN = (("0.-3.", 6, 9), ("4.-6.", 10, 12), ("7.-10.", 13, 15))
BACK_TO_ALMEN = 0.08  # of those taught apart who go on in school, in a year

ELEVTAL = """
CREATE TABLE main.elevtal AS
SELECT kommunekode, skoleaar, make_date(aar, 9, 30) AS optalt, undervisningstilbud, klassetrin,
       CAST(elever AS INTEGER) AS elever
FROM counted ORDER BY aar, kommunekode, undervisningstilbud, klassetrin
"""
ELEVBEVAEGELSE = """
CREATE TABLE main.elevbevaegelse AS
SELECT kommunekode, skoleaar, make_date(aar, 9, 30) AS optalt, retning, undervisningstilbud, klassetrin,
       CAST(elever AS INTEGER) AS elever
FROM counted ORDER BY aar, kommunekode, retning, undervisningstilbud, klassetrin
"""

Cells = npt.NDArray[np.int64]  # by kommune, teaching apart and form


def create(con: duckdb.DuckDBPyConnection, rng: np.random.Generator) -> None:
    """`main.elevtal`, the pupils on a day of each school year, and `main.elevbevaegelse`, who came and went before it.

    A row of nobody is there, with 0. Who changes between the two kinds of teaching apart does not come or go; here
    nobody does. Who came stands under the form of that day, who went under that of a year before.
    """
    kommuner, pupils = _pupils(con, rng)
    apart, came, went = _taught_apart(rng, pupils)
    names = [name for name, _ in SEGREGATED]
    together = pupils[:, :, None, :] - apart.sum(axis=2, keepdims=True)
    of_teaching = np.concatenate([together, apart], axis=2)
    _write(con, ELEVTAL, _table(kommuner, of_teaching, [ALMEN, *names]))
    moved = [_table(kommuner, one, names, way) for one, way in ((came, "tilgang"), (went, "afgang"))]
    _write(con, ELEVBEVAEGELSE, pa.concat_tables(moved))


def _write(con: duckdb.DuckDBPyConnection, statement: str, counted: pa.Table) -> None:
    con.register("counted", counted)
    con.execute(statement)
    con.unregister("counted")


def _pupils(con: duckdb.DuckDBPyConnection, rng: np.random.Generator) -> tuple[Ints, Cells]:
    """(the kommuner, their pupils by kommune, year and forms)."""
    forms = ", ".join(f"sum(personer) FILTER (alder BETWEEN {first} AND {last})" for _, first, last in KLASSETRIN)
    found = con.sql(f"SELECT kommunekode, {forms} FROM main.befolkning GROUP BY 1 ORDER BY 1").fetchnumpy()
    kommunekode, *children = (np.asarray(column) for column in found.values())
    growth = rng.normal(1, 0.01, (len(kommunekode), YEARS, len(KLASSETRIN))).cumprod(axis=1)
    pupils: Cells = np.rint(np.stack(children, axis=1).astype(float)[:, None, :] * growth).astype(np.int64)
    return kommunekode, pupils


def _taught_apart(rng: np.random.Generator, pupils: Cells) -> tuple[Cells, Cells, Cells]:
    """(pupils taught apart, of them those who came, those who went), each by kommune, year, teaching and forms."""
    parts = np.array([parts for _, parts in SEGREGATED])[None] * rng.lognormal(0, 0.25, (len(pupils), 1, 1))
    before = rng.poisson(parts * pupils[:, 0, None, :])
    years = []
    for year in range(YEARS):
        years.append(_year(rng, before, parts * pupils[:, year, None, :]))
        before = years[-1][0]
    apart, came, went = (np.stack(one, axis=1) for one in zip(*years, strict=True))
    return apart, came, went


def _year(rng: np.random.Generator, before: Cells, aim: npt.NDArray[np.float64]) -> tuple[Cells, Cells, Cells]:
    """(pupils taught apart, who came, who went) a year after `before`."""
    length = np.array([last - first + 1 for _, first, last in KLASSETRIN])
    up = rng.binomial(before, 1 / length)
    back = rng.binomial(before - up, BACK_TO_ALMEN)
    went = back.copy()
    went[:, :, -1] += up[:, :, -1]
    stayed = before - up - back
    stayed[:, :, 1:] += up[:, :, :-1]
    came = rng.poisson(np.maximum(aim - stayed, 0.05 * aim))
    return stayed + came, came, went


def _table(kommuner: Ints, counted: Cells, teaching: list[str], way: str | None = None) -> pa.Table:
    """A row for each cell of `counted`, which is by kommune, year, teaching and forms."""
    kommune, year, kind, forms = (axis.ravel() for axis in np.indices(counted.shape))
    first = FIRST_YEAR + year
    return pa.table({
        "kommunekode": kommuner[kommune], "aar": first, "skoleaar": [f"{one}/{(one + 1) % 100:02}" for one in first],
        "retning": pa.array([way] * len(first), pa.string()), "undervisningstilbud": _named(teaching, kind),
        "klassetrin": _named([name for name, _, _ in KLASSETRIN], forms), "elever": counted.ravel(),
    })  # fmt: skip


def _named(names: list[str], places: Ints) -> Texts:
    return np.array(names)[places]
