"""A table held by a real PostgreSQL and by a model over DuckDB, so that SQL over the view is SQL over the table.

Its rows are there for a reason: NULL in every column, texts that careless patterns trip over, numbers below zero and at
halves, days on either side of a year's end, moments within a day.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from semantic.pipeline import Service
from tests.small_model import small_model

COLUMNS = "id int, navn text, kode text, n int, pris numeric(10,2), dag date, tid timestamp, aktiv boolean, m bigint, v numeric(10,3)"  # noqa: E501
NAMES = ("Ærø", "ærø", "Ålborg", "Odense", "odense", "", "50% af", "a_b", "O'Brien", "x\\y", "Øm", " mellemrum ", None)
CODES = ("A", "B", "C", "a", None)
MODEL = """
cubes:
  - name: raekker
    sql_table: main.flad
    dimensions:
      - {name: id, sql: "{CUBE}.id", type: number, primary_key: true, public: true}
      - {name: navn, sql: "{CUBE}.navn", type: string}
      - {name: kode, sql: "{CUBE}.kode", type: string}
      - {name: n, sql: "{CUBE}.n", type: number}
      - {name: pris, sql: "{CUBE}.pris", type: number}
      - {name: dag, sql: "{CUBE}.dag", type: time}
      - {name: tid, sql: "{CUBE}.tid", type: time}
      - {name: aktiv, sql: "{CUBE}.aktiv", type: boolean}
    measures:
      - {name: antal, type: count}
      - {name: m, type: sum, sql: "{CUBE}.m"}
      - {name: v, type: sum, sql: "{CUBE}.v", decimals: 3}
views:
  - name: flad
    cubes:
      - {join_path: raekker, includes: "*"}
"""


def rows(count: int = 90) -> list[tuple[Any, ...]]:
    """The table's rows, the same each time."""
    draw = random.Random(20261129)

    def maybe(value: Any) -> Any:
        return None if draw.random() < 0.12 else value

    found = []
    for number in range(1, count + 1):
        day = date(2023, 12, 28) + timedelta(days=draw.choice((0, 1, 3, 4, 5, 35, 65, 66, 370, 735)))
        moment = datetime(2024, 2, 28, 22, 30) + timedelta(minutes=draw.choice((0, 89, 90, 1530, 60_000, 440_000)),
                                                           microseconds=draw.choice((0, 1, 500_000)))  # fmt: skip
        price = Decimal(draw.choice(("0.00", "-1.50", "2.50", "0.50", "1.25", "99.99", "-0.01")))
        found.append((number, draw.choice(NAMES), draw.choice(CODES), maybe(draw.randint(-3, 5)), maybe(price),
                      maybe(day), maybe(moment), maybe(draw.random() < 0.5), maybe(draw.randint(-50, 200)),
                      maybe(Decimal(draw.randint(-9_000, 9_000)) / 1000)))  # fmt: skip
    return found


def table(schema: str) -> str:
    """The statements that make the table, in the SQL that both engines know."""
    listed = ", ".join(f"({', '.join(map(_literal, row))})" for row in rows())
    return f"CREATE TABLE {schema}.flad ({COLUMNS}); INSERT INTO {schema}.flad VALUES {listed};"


def _literal(value: Any) -> str:
    if value is None:
        return "NULL"
    if isinstance(value, (bool, int, Decimal)):
        return str(value)
    return "'" + str(value).replace("'", "''") + "'"


@contextmanager
def flat_service(folder: Path) -> Iterator[Service]:
    with small_model(folder, MODEL, table("main")) as found:
        yield found
