"""A cube's own SQL: which of its names are tables, and that it reads them."""

from __future__ import annotations

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

ROWS = "CREATE TABLE a (x INTEGER); INSERT INTO a VALUES (1), (2); CREATE TABLE b (x INTEGER); INSERT INTO b VALUES (7)"
MODEL = """
cubes:
  - name: c
    sql: "{sql}"
    dimensions: [{{name: x, type: number, sql: x}}]
    measures: [{{name: total, type: sum, sql: x}}]
"""


@pytest.mark.parametrize(
    ("sql", "total"),
    [
        ("WITH a AS (SELECT * FROM a WHERE x = 1) SELECT * FROM a", 1),
        ("WITH q AS (SELECT x FROM b), r AS (SELECT x FROM q) SELECT * FROM r", 7),
        ("SELECT * FROM (WITH b AS (SELECT 1 AS x) SELECT * FROM b) AS z UNION ALL SELECT x FROM b", 8),
        ("WITH RECURSIVE b AS (SELECT 1 AS x UNION ALL SELECT x + 1 FROM b WHERE x < 3) SELECT * FROM b", 6),
        ("SELECT main.a.x FROM main.a", 3),
        ("SELECT A.x FROM MAIN.a WHERE main.A.x > 1", 2),
    ],
)
def test_the_tables_of_a_cubes_sql(tmp_path: Path, sql: str, total: int) -> None:
    with duckdb.connect(str(tmp_path / "w.duckdb")) as connection:
        connection.execute(ROWS)
    limits = Limits(threads=1)
    model = link((read_text(MODEL.format(sql=sql), "c.yml"),))
    generation = Generation({"w": tmp_path / "w.duckdb"}, model, limits)
    found = collect(answer(Query(measures=("c.total",)), OPERATOR, Service(generation, open_grants(), limits)))
    generation.close()
    assert found.table.column(0).to_pylist() == [total]
