"""A small model of its own: sales of two shops, their stock, and what belongs to each shop."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb
import pytest

from semantic.metric_tests.labs import Labs
from semantic.metric_tests.read import MetricTest, read_tests
from semantic.metric_tests.run import Outcome, run
from semantic.model.load import load_model

MODEL = """\
cubes:
  - name: salg
    sql_table: main.salg
    joins:
      - {name: butik, relationship: many_to_one, sql: "{CUBE}.butik_id = {butik}.id"}
    dimensions:
      - {name: dag, type: time, sql: "{CUBE}.dag"}
      - {name: vare, type: string, sql: "{CUBE}.vare"}
      - {name: butik, type: string, sql: "{butik.navn}"}
    measures:
      - {name: antal, type: sum, sql: "{CUBE}.antal"}
      - {name: pris, type: ratio, numerator: beloeb, denominator: antal, decimals: 2}
      - {name: beloeb, type: sum, sql: "{CUBE}.beloeb", decimals: 2}
      - {name: rest, type: number, sql: "{beloeb} - {antal}", decimals: 2}
      - {name: i_alt, type: number, sql: "{antal}", multi_stage: true, group_by: []}
      - {name: varer, type: count_distinct, sql: "{CUBE}.vare"}
      - {name: halve, type: sum, sql: "{CUBE}.beloeb", decimals: 0}
  - name: butik
    sql_table: main.butik
    dimensions:
      - {name: id, type: number, sql: "{CUBE}.id", primary_key: true, public: true}
      - {name: navn, type: string, sql: "{CUBE}.navn"}
    measures:
      - {name: butikker, type: count}
      - {name: pladser, type: sum, sql: "{CUBE}.id", additive_over: []}
  - name: lager
    sql_table: main.lager
    snapshot: {date: dag, series: [vare]}
    dimensions:
      - {name: dag, type: time, sql: "{CUBE}.dag"}
      - {name: vare, type: string, sql: "{CUBE}.vare"}
    measures:
      - {name: paa_lager, type: stock, sql: "{CUBE}.antal"}
"""
DATA = """
CREATE TABLE salg (dag DATE, vare VARCHAR, butik_id INTEGER, antal INTEGER, beloeb DECIMAL(12, 2));
INSERT INTO salg VALUES
    ('2024-01-05', 'brød', 1, 2, 50.00), ('2024-01-09', 'mælk', 1, 1, 12.50),
    ('2024-02-01', 'brød', 2, 1, 25.50), ('2024-02-02', NULL, 2, 1, NULL);
CREATE TABLE butik (id INTEGER, navn VARCHAR);
INSERT INTO butik VALUES (1, 'Varde'), (2, 'Ribe');
CREATE TABLE lager (dag DATE, vare VARCHAR, antal INTEGER);
INSERT INTO lager VALUES ('2024-01-01', 'brød', 5), ('2024-02-01', 'brød', 3);
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """`schema/` and `demo.duckdb`, as a project has them."""
    (tmp_path / "schema").mkdir()
    (tmp_path / "schema" / "salg.yml").write_text(MODEL, "utf-8")
    with duckdb.connect(str(tmp_path / "demo.duckdb")) as con:
        con.execute(DATA)
    return tmp_path


@pytest.fixture
def labs(folder: Path) -> Iterator[Labs]:
    with Labs(load_model(folder / "schema"), {"demo": folder / "demo.duckdb"}) as labs:
        yield labs


@pytest.fixture
def write(folder: Path) -> Callable[[str], MetricTest]:
    """The test whose keys below its name are the text."""

    def written(text: str) -> MetricTest:
        body = "".join(f"    {line}\n" for line in text.strip().splitlines())
        file = folder / "schema" / "prøve.tests.yml"
        file.write_text(f"tests:\n  - name: Prøve\n{body}", "utf-8")
        (test,) = read_tests(file, "schema/prøve.tests.yml")
        return test

    return written


@pytest.fixture
def outcome_of(write: Callable[[str], MetricTest], labs: Labs) -> Callable[[str], Outcome]:
    return lambda text: run(write(text), labs.lab)
