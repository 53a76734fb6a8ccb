"""Two facts that share their joins: DuckDB 2.0's common_subplan optimizer gave one the columns of the other."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from semantic.access.principal import OPERATOR
from semantic.execute.duckdb import Generation
from semantic.limits import Limits
from semantic.model.link import link
from semantic.model.read import read_text
from semantic.pipeline import Service, answer
from semantic.query import Query
from semantic.result import collect
from tests.worlds import open_grants

MODEL = """
cubes:
  - name: area
    sql_table: main.area
    joins: [{name: over, cube: area, relationship: many_to_one, sql: "{CUBE}.fk = {over}.id"}]
    dimensions:
      - {name: id, type: number, sql: id, primary_key: true}
      - {name: n, type: number, sql: n}
      - {name: of_n, type: number, sql: "{over.n}"}
    measures: [{name: sd, type: sum, sql: d}, {name: sid, type: sum, sql: id}]
views:
  - name: v
    cubes: [{join_path: area, includes: "*"}, {join_path: area.over, includes: "*", prefix: true}]
"""
ROWS = """
CREATE TABLE area (id INTEGER, n INTEGER, d DECIMAL(9, 2), fk INTEGER);
INSERT INTO area VALUES (1, -1, 0, 1), (2, NULL, 1, 4), (3, 1, NULL, 3), (4, NULL, NULL, 2), (5, 7, 0, 5),
    (6, 7, 2.35, 5), (7, 2, 0, 3), (8, 7, 2.35, 5), (9, 0, 12.89, 2), (10, NULL, NULL, 1), (11, 2, 0.05, 1),
    (12, -1, 10.1, 99)
"""
# SELECT n2, sum(id) over the areas, and sum(d) over the areas above, each by the n of the area above the area above:
# worked out apart for each of the two.
EXPECTED = {
    None: (27, Decimal("23.99")),
    -1: (22, Decimal("0.05")),
    1: (10, Decimal("0.00")),
    7: (19, Decimal("4.70")),
}


@pytest.mark.parametrize("threads", [1, 2])
def test_two_facts_over_the_same_joins(tmp_path: Path, threads: int) -> None:
    with duckdb.connect(str(tmp_path / "area.duckdb")) as connection:
        connection.execute(ROWS)
    limits = Limits(threads=threads)
    generation = Generation({"area": tmp_path / "area.duckdb"}, link((read_text(MODEL, "area.yml"),)), limits)
    asked = Query(measures=("v.sid", "v.over_sd"), dimensions=("v.over_of_n",))
    found = collect(answer(asked, OPERATOR, Service(generation, open_grants(), limits)))
    generation.close()
    columns = (column.to_pylist() for column in found.table.columns)
    assert {key: (ids, amounts) for key, ids, amounts in zip(*columns, strict=True)} == EXPECTED
