"""Two keys of one value in grouping sets: DuckDB 2.0's duplicate_groups optimizer made its grouping_sets one fail."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import duckdb

from semantic.access.principal import OPERATOR
from semantic.execute.duckdb import Generation
from semantic.limits import Limits
from semantic.model.link import link
from semantic.model.read import read_text
from semantic.pipeline import Service, answer
from semantic.predicate import Asked
from semantic.query import Query
from semantic.result import collect
from tests.worlds import open_grants

MODEL = """
cubes:
  - name: area
    sql_table: main.area
    dimensions: [{name: t, type: string, sql: t, conformed: text}]
    measures: [{name: sum_n, type: sum, sql: n}]
  - name: place
    sql_table: main.place
    dimensions: [{name: t, type: string, sql: t, conformed: text}]
    measures:
      - {name: p, type: percentile, sql: d, percentile: 0.9}
      - {name: mean, type: avg, sql: d}
  - name: matter
    sql_table: main.area
    dimensions: [{name: t, type: string, sql: t, conformed: text}]
    measures:
      - {name: share, type: ratio, numerator: area.sum_n, denominator: place.p, decimals: 4}
      - {name: other, type: ratio, numerator: place.p, denominator: place.mean, scale: 100, decimals: 2}
"""
ROWS = """
CREATE TABLE area (t VARCHAR, n INTEGER);
INSERT INTO area VALUES ('a', 3), ('b', 2), ('b', 5), (NULL, 3);
CREATE TABLE place (t VARCHAR, d DECIMAL(9, 2));
INSERT INTO place VALUES ('a', 1.5), ('b', 2), ('b', NULL), (NULL, 6);
"""


def test_a_filtered_ratio_of_two_facts_by_one_value_twice(tmp_path: Path) -> None:
    with duckdb.connect(str(tmp_path / "area.duckdb")) as connection:
        connection.execute(ROWS)
    limits = Limits(threads=1)
    generation = Generation({"area": tmp_path / "area.duckdb"}, link((read_text(MODEL, "area.yml"),)), limits)
    asked = Query(
        measures=("matter.share", "matter.other"), dimensions=("place.t", "matter.t"),
        where=Asked("matter.share", "gt", (1,)), subtotals="rollup",
    )  # fmt: skip
    found = collect(answer(asked, OPERATOR, Service(generation, open_grants(), limits)))
    generation.close()
    columns = [found.table.column(index).to_pylist() for index in (0, 2, 4)]
    assert set(zip(*columns, strict=True)) == {
        ("a", "a", Decimal("2.0000")), ("a", None, Decimal("2.0000")),
        ("b", "b", Decimal("3.5000")), ("b", None, Decimal("3.5000")), (None, None, Decimal("2.5000")),
    }  # fmt: skip
