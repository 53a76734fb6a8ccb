"""A year to date beside last year's, by month, against the plain measure by month over the same two years."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import duckdb

from benchmarks.end_to_end import ROWS
from benchmarks.figure import Figure, ratio
from semantic.access.policies import open_to_operator
from semantic.access.principal import OPERATOR
from semantic.execute.duckdb import Generation
from semantic.limits import Limits
from semantic.model.link import link
from semantic.model.read import read_text
from semantic.pipeline import Service, answer
from semantic.query import Query, TimeDimension
from semantic.result import collect

MODEL = """
cubes:
  - name: udgift
    sql_table: main.udgift
    dimensions:
      - {name: dag, type: time, sql: "{CUBE}.dag"}
    measures:
      - {name: beloeb, type: sum, sql: "{CUBE}.beloeb", time_calculations: [aatd, aatd_sidste_aar]}
"""
# Two years of days, in no order.
TABLE = f"""
    CREATE TABLE udgift AS SELECT DATE '2024-01-01' + (hash(range, 1) % 731)::INTEGER AS dag,
        ((hash(range, 2) % 100000000)::BIGINT * 0.01::DECIMAL(3, 2))::DECIMAL(12, 2) AS beloeb FROM range({ROWS})
"""
TO_DATE = Query(
    measures=("udgift.beloeb__aatd", "udgift.beloeb__aatd_sidste_aar"),
    time_dimensions=(TimeDimension("udgift.dag", "month", "2025"),),
)
PLAIN = Query(
    measures=("udgift.beloeb",), time_dimensions=(TimeDimension("udgift.dag", "month", ("2024-01-01", "2025-12-31")),)
)


def time_figures() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "star.duckdb"
        with duckdb.connect(str(file)) as connection:
            connection.execute(TABLE)
        model = link([read_text(MODEL, "time.yml")])
        service = Service(Generation({"star": file}, model, Limits()), open_to_operator("operatoer", "benchmark"))
        found, _, plain = ratio(
            lambda: collect(answer(TO_DATE, OPERATOR, service)), lambda: collect(answer(PLAIN, OPERATOR, service)), 21
        )
        yield Figure("aatd_ratio", found, "ratio")
        yield Figure("plain_by_month_10m_ms", plain, "ms")
