"""A model of any width for benchmarks: fact cubes, each with its measures, joined to shared dimension cubes."""

from __future__ import annotations

from pathlib import Path

import duckdb

LOOKUPS = 5


def star_model(cubes: int) -> str:
    """YAML of that many cubes: five lookups, the rest facts with six measures that each reach every lookup."""
    facts = cubes - LOOKUPS
    return "cubes:\n" + "".join([_lookup(i) for i in range(LOOKUPS)] + [_fact(i) for i in range(facts)])


def _lookup(index: int) -> str:
    return f"""
  - name: lookup_{index}
    sql_table: main.lookup_{index}
    dimensions:
      - {{name: id, sql: id, type: number, primary_key: true}}
      - {{name: name, sql: name, type: string}}
      - {{name: region, sql: "{{CUBE}}.region", type: string}}
"""


def _fact(index: int) -> str:
    joins = "".join(
        f"      - {{name: lookup_{i}, relationship: many_to_one, sql: '{{CUBE}}.lookup_{i} = {{lookup_{i}}}.id'}}\n"
        for i in range(LOOKUPS)
    )
    return f"""
  - name: fact_{index}
    sql_table: main.fact_{index}
    joins:
{joins}    dimensions:
      - {{name: id, sql: id, type: number, primary_key: true, public: true}}
      - {{name: kind, sql: kind, type: string}}
      - {{name: day, sql: day, type: time}}
    measures:
      - {{name: number, type: count}}
      - {{name: amount, type: sum, sql: amount}}
      - {{name: large, type: sum, sql: amount, filters: [{{sql: "{{CUBE}}.kind = 'a'"}}]}}
      - {{name: kinds, type: count_distinct, sql: kind}}
      - {{name: mean, type: avg, sql: amount}}
      - {{name: share, type: ratio, numerator: large, denominator: amount, scale: 100, unit: pct, decimals: 1}}
"""


def star_database(file: Path, cubes: int, rows: int) -> None:
    """The tables of the model; every fact has that many rows, the same seed each time."""
    with duckdb.connect(str(file)) as connection:
        for index in range(LOOKUPS):
            connection.execute(
                f"CREATE TABLE lookup_{index} AS SELECT range::INTEGER AS id, 'name ' || range AS name,"
                f" 'region ' || (range % 10) AS region FROM range(100)"
            )
        keys = ", ".join(f"(hash(range, {i}) % 100)::INTEGER AS lookup_{i}" for i in range(LOOKUPS))
        for index in range(cubes - LOOKUPS):
            connection.execute(
                f"CREATE TABLE fact_{index} AS SELECT range::BIGINT AS id, {keys},"
                " chr(97 + (hash(range, 7) % 5)::INTEGER) AS kind,"
                " DATE '2020-01-01' + (hash(range, 8) % 1500)::INTEGER AS day,"
                " ((hash(range, 9) % 100000000)::BIGINT * 0.01::DECIMAL(3, 2))::DECIMAL(12, 2) AS amount"
                f" FROM range({rows})"
            )
