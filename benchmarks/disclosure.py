"""What it costs to protect small cells: the same question under thresholds and without, over the same rows.

Persons by unit and paragraph, as a report has them; then with sums, for which what each person has is added up, too.
Some of the cells are small, so that others must be hidden beside them.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

import duckdb

from benchmarks.figure import Figure, ratio
from semantic.access.grant import ALL_ROWS, Grant, Thresholds
from semantic.access.policies import Policies, Role
from semantic.access.principal import Principal
from semantic.execute.duckdb import Generation
from semantic.limits import Limits
from semantic.model.link import link
from semantic.model.read import read_text
from semantic.pipeline import Service, answer
from semantic.query import Query
from semantic.result import collect

ROWS, PERSONS, UNITS, RUNS = 5_000_000, 400_000, 60, 9
MODEL = """
cubes:
  - name: ydelse
    sql_table: main.ydelse
    person_key: borger
    dimensions:
      - {name: borger, sql: borger, type: number}
      - {name: enhed, sql: enhed, type: number}
      - {name: paragraf, sql: paragraf, type: number}
    measures:
      - {name: borgere, type: count_distinct, sql: borger}
      - {name: ydelser, type: count}
      - {name: kr, type: sum, sql: kr}
"""
# The higher a unit's number the fewer persons it has; the last have two or three.
STORED = f"""
    CREATE TABLE ydelse AS
    SELECT borger, (sqrt(borger::DOUBLE / {PERSONS}) * {UNITS})::INTEGER AS enhed,
        (hash(range) % 12)::INTEGER AS paragraf,
        (hash(range + 1) % 100000 / 100)::DECIMAL(12, 2) AS kr
    FROM (SELECT range, (range * 7919 % {PERSONS})::INTEGER AS borger FROM range({ROWS}))
    UNION ALL SELECT {PERSONS} + range, 1000 + range % 4, range % 3, 10 FROM range(9)
"""
UNPROTECTED, PROTECTED = "uden", "med"


@contextmanager
def served() -> Iterator[Service]:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "ydelse.duckdb"
        with duckdb.connect(str(file)) as connection:
            connection.execute(STORED)
        generation = Generation({"ydelse": file}, link((read_text(MODEL, "ydelse.yml"),)), Limits())
        whole = Grant("alt", "Benchmark", None, default_rows=ALL_ROWS)
        roles = {UNPROTECTED: whole, PROTECTED: replace(whole, thresholds=Thresholds())}
        policies = Policies({name: Role(name, (grant,)) for name, grant in roles.items()})
        try:
            yield Service(generation, policies)
        finally:
            generation.close()


def disclosure_figures() -> Iterator[Figure]:
    groups = ("ydelse.enhed", "ydelse.paragraf")
    persons = Query(measures=("ydelse.borgere", "ydelse.ydelser"), dimensions=groups)
    with served() as service:
        yield _figure(service, "disclosure_ratio", persons)
        yield _figure(service, "disclosure_sums_ratio", replace(persons, measures=(*persons.measures, "ydelse.kr")))
        yield _figure(service, "disclosure_rows_ratio", replace(persons, measures=("ydelse.ydelser",)))


def _figure(service: Service, name: str, query: Query) -> Figure:
    protected, plain = (partial(_ask, service, query, role) for role in (PROTECTED, UNPROTECTED))
    assert protected() > plain() == 0, "some cells are hidden, and none of those who may see them"
    found, _, _ = ratio(protected, plain, RUNS)
    return Figure(name, found, "ratio")


def _ask(service: Service, query: Query, role: str) -> int:
    """How many cells are empty."""
    table = collect(answer(query, Principal(role, (role,)), service)).table
    return sum(table.column(name).null_count for name in query.measures)
