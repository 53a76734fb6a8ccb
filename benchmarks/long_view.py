"""Fifty nøgletal over five cubes by 98 kommuner and twelve months: the long view against the same asked one by one."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from benchmarks.figure import Figure, ratio
from semantic.access.policies import open_to_operator
from semantic.access.principal import OPERATOR
from semantic.execute.duckdb import Generation
from semantic.limits import Limits
from semantic.long_answer import answer_long
from semantic.long_view.question import LongQuestion
from semantic.model.link import link
from semantic.model.read import read_text
from semantic.pipeline import Service, answer
from semantic.query import Query, TimeDimension
from semantic.result import collect

CUBES, EACH, ROWS, RUNS = 5, 10, 200_000, 5
KOMMUNER, MONTHS = 98, 12
TOLD = "title: T, theme: T, definition: D, taeller: T, owner: E, data_area: D, status: kladde, version: '1'"


def long_model() -> str:
    """Five cubes, each with five sums and five ratios of them, and a record of each."""
    names = range(CUBES)
    return (
        "cubes:\n" + "".join(_cube(index) for index in names)
        + "noegletal:\n" + "".join(_record(index, one) for index in names for one in _measures())
    )  # fmt: skip


def _measures() -> list[str]:
    return [f"{kind}_{i}" for kind in ("sum", "andel") for i in range(EACH // 2)]


def _cube(index: int) -> str:
    sums = "".join(
        f"      - {{name: sum_{i}, type: sum, sql: kr, filters: [{{sql: '{{CUBE}}.art % 5 <= {i}'}}], decimals: 0}}\n"
        f"      - {{name: andel_{i}, type: ratio, numerator: sum_{i}, denominator: antal, scale: 100, decimals: 1}}\n"
        for i in range(EACH // 2)
    )
    return f"""
  - name: fakta_{index}
    sql_table: main.fakta_{index}
    dimensions:
      - {{name: kommune, sql: kommune, type: string}}
      - {{name: dag, sql: dag, type: time}}
    measures:
      - {{name: antal, type: count}}
{sums}"""


def _record(index: int, measure: str) -> str:
    cube = f"fakta_{index}"
    return (
        f"  - {{id: {cube}.{measure}, measure: {cube}.{measure}, {TOLD}, level: M, valid_from: 2024-01-01,"
        f" units: {{kommune: {cube}.kommune}}, period: {cube}.dag}}\n"
    )


def stored(index: int) -> str:
    return f"""
        CREATE TABLE fakta_{index} AS
        SELECT 'Kommune ' || (hash(range, {index}) % {KOMMUNER}) AS kommune, (hash(range, 2) % 20)::INTEGER AS art,
            DATE '2024-01-01' + (hash(range, 3) % 366)::INTEGER AS dag, (hash(range, 4) % 100000)::DECIMAL(12, 2) AS kr
        FROM range({ROWS})
    """


@contextmanager
def served() -> Iterator[Service]:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "long.duckdb"
        with duckdb.connect(str(file)) as connection:
            for index in range(CUBES):
                connection.execute(stored(index))
        generation = Generation({"long": file}, link((read_text(long_model(), "long.yml"),)), Limits())
        try:
            yield Service(generation, open_to_operator("operatoer", "benchmark"))
        finally:
            generation.close()


def singly(service: Service) -> int:
    """How many rows all nøgletal asked one by one have."""
    found = 0
    for record in service.generation.model.noegletal.values():
        measures = (record.measure, f"{record.measure}__status")
        time = TimeDimension(record.period or "", "month", ("2024-01-01", "2024-12-31"))
        query = Query(measures, (record.units["kommune"],), (time,))
        found += collect(answer(query, OPERATOR, service)).table.num_rows
    return found


def at_once(service: Service) -> int:
    return collect(answer_long(LongQuestion(), OPERATOR, service)).table.num_rows


def long_view_figures() -> Iterator[Figure]:
    with served() as service:
        assert at_once(service) == singly(service) == CUBES * EACH * KOMMUNER * MONTHS
        found, ours, theirs = ratio(lambda: at_once(service), lambda: singly(service), RUNS)
        yield Figure("long_view_ratio", found, "ratio")
        yield Figure("long_view_ms", ours, "ms")
        yield Figure("long_view_singly_ms", theirs, "ms")
