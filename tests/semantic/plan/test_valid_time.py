"""What a dated hop says of a row's time: all of it where the day alone leads to the row, else nothing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from semantic.pipeline import Service
from tests.small_model import asked, small_model

# `halves` are found by the row's day alone, as a calendar's day is; `unit` by the row's unit, too.
MODEL = """\
cubes:
  - name: places
    sql_table: places
    snapshot: {date: day, series: [unit]}
    joins:
      - {name: halves, relationship: many_to_one, sql: "{halves}.kind = 'half'", at: day}
      - {name: was, cube: unit, relationship: many_to_one, sql: "{CUBE}.unit = {was}.id", at: day}
    dimensions:
      - {name: day, type: time, sql: "{CUBE}.day"}
      - {name: unit, type: string, sql: "{CUBE}.unit"}
    measures:
      - {name: number, type: stock, sql: "{CUBE}.number"}
  - name: bills
    sql_table: bills
    joins:
      - {name: halves, relationship: many_to_one, sql: "{halves}.kind = 'half'", at: day}
      - {name: was, cube: unit, relationship: many_to_one, sql: "{CUBE}.unit = {was}.id", at: day}
    dimensions:
      - {name: id, type: number, sql: "{CUBE}.id", primary_key: true}
      - {name: day, type: time, sql: "{CUBE}.day"}
    measures:
      - {name: count, type: count}
      - name: last_year
        multi_stage: true
        type: number
        sql: "{count}"
        time_shift: [{interval: 1 year, type: prior}]
  - name: halves
    sql_table: halves
    valid_time: {from: begins, to: ends}
    dimensions:
      - {name: begins, type: time, sql: "{CUBE}.begins"}
      - {name: ends, type: time, sql: "{CUBE}.ends"}
      - {name: name, type: string, sql: "{CUBE}.name"}
  - name: unit
    sql_table: unit
    valid_time: {from: begins, to: ends}
    dimensions:
      - {name: begins, type: time, sql: "{CUBE}.begins"}
      - {name: ends, type: time, sql: "{CUBE}.ends"}
      - {name: center, type: string, sql: "{CUBE}.center"}
"""
ROWS = """
CREATE TABLE halves (kind VARCHAR, name VARCHAR, begins DATE, ends DATE);
INSERT INTO halves VALUES ('half', '2024-1', '2024-01-01', '2024-07-01'),
    ('half', '2024-2', '2024-07-01', '2025-01-01'), ('half', '2025-1', '2025-01-01', NULL),
    ('whole', 'always', '2000-01-01', NULL);
CREATE TABLE unit (id VARCHAR, center VARCHAR, begins DATE, ends DATE);
INSERT INTO unit VALUES ('a', 'A', '2015-01-01', '2025-01-01'), ('a', 'D', '2025-01-01', NULL),
    ('b', 'B', '2015-01-01', NULL);
CREATE TABLE places (day DATE, unit VARCHAR, number INTEGER);
INSERT INTO places VALUES ('2024-03-31', 'a', 1), ('2024-06-30', 'a', 2), ('2024-09-30', 'a', 4),
    ('2025-03-31', 'a', 8), ('2024-06-30', 'b', 16), ('2024-12-31', 'b', 32);
CREATE TABLE bills (id INTEGER, unit VARCHAR, day DATE);
INSERT INTO bills VALUES (1, 'a', '2024-12-31'), (2, 'a', '2025-01-01'), (3, 'b', '2024-06-01'), (4, 'b', '2025-06-01');
"""


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    with small_model(tmp_path_factory.mktemp("dated"), MODEL, ROWS) as opened:
        yield opened


def test_a_period_that_the_date_alone_leads_to_has_its_own_last_snapshots(service: Service) -> None:
    assert asked(service, measures=["places.number"], dimensions=["halves.name"]) == {
        ("2024-1", 2 + 16), ("2024-2", 4 + 32), ("2025-1", 8),
    }  # fmt: skip


def test_a_filter_on_such_a_period_is_one_on_the_date(service: Service) -> None:
    first = {"member": "halves.name", "operator": "equals", "values": ["2024-1"]}
    assert asked(service, measures=["places.number"], filters=[first]) == {(18,)}


def test_the_unit_of_the_day_is_no_word_for_the_day(service: Service) -> None:
    """The last snapshot of `a` is D's: A has none, and not an older one."""
    assert asked(service, measures=["places.number"], dimensions=["unit.center"]) == {("B", 32), ("D", 8)}
    in_a = {"member": "unit.center", "operator": "equals", "values": ["A"]}
    assert asked(service, measures=["places.number"], filters=[in_a]) == {(None,)}


def test_beside_another_year_the_rows_own_period_is_refused_and_its_unit_is_not(service: Service) -> None:
    year = [{"dimension": "bills.day", "dateRange": ["2025-01-01", "2025-12-31"]}]
    (refused,) = asked(service, measures=["bills.last_year"], dimensions=["halves.name"], timeDimensions=year)
    assert str(refused).startswith("U421 ")
    assert asked(service, measures=["bills.last_year"], dimensions=["unit.center"], timeDimensions=year) == {
        ("A", 1), ("B", 1),
    }  # fmt: skip
