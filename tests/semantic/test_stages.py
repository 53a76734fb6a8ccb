"""Stages over rows whose time, or other dimension, goes by more than one name."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from semantic.errors import DefinitionError
from semantic.pipeline import Service
from tests.small_model import asked, small_model

MODEL = """
cubes:
  - name: f
    sql_table: main.f
    joins:
      - {name: cal, relationship: many_to_one, sql: "{CUBE}.d = {cal}.d"}
      - {name: u, relationship: many_to_one, sql: "{CUBE}.u_id = {u.id}"}
      - {name: tag, relationship: one_to_many, sql: "{CUBE}.id = {tag}.f_id"}
    dimensions:
      - {name: id, type: number, sql: id, primary_key: true}
      - {name: k, type: string, sql: k}
      - {name: u_id, type: number, sql: u_id}
      - {name: city, type: string, sql: "{u.city}"}
      - {name: calendar_year, type: number, sql: "{cal.y}"}
      - {name: own_year, type: string, sql: "strftime({CUBE}.d, '%Y')"}
      - {name: d, type: time, sql: d}
      - {name: t, type: time, sql: t}
    segments:
      - {name: recent, sql: "{CUBE}.d >= DATE '2024-01-01'"}
    measures:
      - {name: a, type: sum, sql: a}
      - {name: first, type: min, sql: d}
      - {name: whatever_the_city, multi_stage: true, type: number, sql: "{a}", reduce_by: [city]}
      - {name: city_rank, multi_stage: true, type: rank, order_by: [{sql: "{a}", dir: desc}], reduce_by: [city]}
      - {name: a_in_decimals, type: number, sql: "{a}", decimals: 2}
      - {name: of_k, multi_stage: true, type: number, sql: "{a}", group_by: [k]}
      - {name: by_user, multi_stage: true, type: avg, sql: "{a}", add_group_by: [u_id]}
      - {name: by_user_of_k, multi_stage: true, type: number, sql: "{by_user}", group_by: [k]}
      - {name: last_year, multi_stage: true, type: number, sql: "{a}", time_shift: [{interval: 1 year}]}
      - {name: all_last_year, multi_stage: true, type: number, sql: "{last_year}", group_by: []}
      - {name: two_months, type: sum, sql: a, rolling_window: {trailing: 2 month}}
      - {name: total, type: running_total, sql: a}
  - name: tag
    sql_table: main.tag
    dimensions: [{name: name, type: string, sql: name}]
  - name: cal
    sql_table: main.cal
    dimensions:
      - {name: d, type: time, sql: d, primary_key: true, public: true}
      - {name: y, type: number, sql: y}
  - name: u
    sql_table: main.u
    joins:
      - {name: f, relationship: one_to_many, sql: "{CUBE}.id = {f}.u_id"}
    dimensions:
      - {name: id, type: number, sql: id, primary_key: true, public: true}
      - {name: city, type: string, sql: city}
views:
  - name: v
    cubes: [{join_path: f, includes: [a, last_year, two_months, total, k, t, own_year]}]
    default_filters:
      - {member: f.t, operator: afterOrOnDate, values: ["2023-06-01"]}
  - name: w
    cubes: [{join_path: f, includes: [a, last_year, two_months, total, k, d, t, own_year]}]
    default_filters:
      - {member: f.t, operator: afterOrOnDate, values: ["2023-06-01"]}
"""
ROWS = """
CREATE TABLE f AS SELECT * FROM (VALUES
  (1, 'x', 1, DATE '2023-01-15', TIMESTAMP '2023-01-15 10:00:00', 10),
  (2, 'x', 1, DATE '2023-08-15', TIMESTAMP '2023-08-15 10:00:00', 20),
  (3, 'y', 2, DATE '2024-01-15', TIMESTAMP '2024-01-15 10:00:00', 40),
  (4, 'y', 3, DATE '2024-02-29', TIMESTAMP '2024-02-29 10:00:00', 80)) t(id, k, u_id, d, t, a);
CREATE TABLE cal AS SELECT d::DATE d, year(d) y FROM generate_series(DATE '2023-01-01', DATE '2025-12-31', INTERVAL 1 DAY) s(d);
CREATE TABLE tag AS SELECT * FROM (VALUES (1, 'm'), (1, 'n'), (1, 'n'), (2, 'm')) t(f_id, name);
CREATE TABLE u AS SELECT * FROM (VALUES (1, 'A'), (2, 'A'), (3, 'B')) t(id, city);
"""  # noqa: E501


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    with small_model(tmp_path_factory.mktemp("stages"), MODEL, ROWS) as made:
        yield made


@pytest.mark.parametrize("city", ["f.city", "u.city"])
def test_a_dimension_is_dropped_under_every_name_that_it_has(service: Service, city: str) -> None:
    found = asked(service, measures=["f.a", "f.whatever_the_city", "f.city_rank"], dimensions=[city])
    assert found == {("A", 70, 150, 2), ("B", 80, 150, 1)}


def _years(time: str, granularity: str = "year") -> list[dict[str, object]]:
    return [{"dimension": time, "granularity": granularity}]


@pytest.mark.parametrize(
    ("time", "more"),
    [
        ("f.d", {"segments": ["f.recent"]}),
        ("f.d", {"dimensions": ["f.own_year"]}),
        ("f.d", {"dimensions": ["f.calendar_year"]}),
        ("f.d", {"dimensions": ["cal.y"]}),
        ("cal.d", {"dimensions": ["cal.y"]}),
        ("cal.d", {"dimensions": ["f.calendar_year"]}),
        ("cal.d", {"dimensions": ["f.own_year"]}),
        ("cal.d", {"segments": ["f.recent"]}),
    ],
)
def test_nothing_else_says_the_rows_own_period(service: Service, time: str, more: dict[str, list[str]]) -> None:
    found = asked(service, measures=["f.last_year"], timeDimensions=_years(time), **more)
    other = next(iter(more.values()))[0]
    assert found == [f"U421 'f.last_year' is of other periods, and '{other}' would still say the row's own."]


def test_what_is_not_of_the_time_may_stand_beside_it(service: Service) -> None:
    found = asked(service, measures=["f.last_year"], dimensions=["u.city"], timeDimensions=_years("cal.d"))
    assert found == {("A", date(2024, 1, 1), 30), ("A", date(2025, 1, 1), 40), ("B", date(2025, 1, 1), 80)}


def test_no_stage_reaches_past_a_default_filter_or_tells_of_it(service: Service) -> None:
    years = {(date(2024, 1, 1), 120, 20), (date(2023, 1, 1), 20, None), (date(2025, 1, 1), None, 120)}
    assert asked(service, measures=["w.a", "w.last_year"], timeDimensions=_years("w.d")) == years
    assert asked(service, measures=["v.a", "v.last_year"], timeDimensions=_years("v.t")) == years
    assert asked(service, measures=["v.total"]) == {(140,)}
    months = [{"dimension": "v.t", "granularity": "month", "dateRange": ["2023-06-01", "2023-08-31"]}]
    assert asked(service, measures=["v.two_months"], timeDimensions=months) == {(date(2023, 8, 1), 20)}
    assert asked(service, measures=["w.last_year"], dimensions=["w.own_year"]) == [
        "U421 'w.last_year' is of another period, and the question has no one time."
    ]


def test_a_total_of_last_year_is_that_of_all_rows_where_the_year_is_dropped(service: Service) -> None:
    """Each of the two brings its own groups, in either order."""
    for measures in (["f.of_k", "f.all_last_year"], ["f.all_last_year", "f.of_k"]):
        found = asked(service, measures=measures, timeDimensions=_years("f.d"))
        assert found == {(date(year, 1, 1), 150, 150) for year in (2023, 2024, 2025)}


@pytest.mark.parametrize("measure", ["f.two_months", "f.total"])
def test_a_range_of_no_moment_has_no_period(service: Service, measure: str) -> None:
    before = [{"member": "f.d", "operator": "beforeDate", "values": ["2023-06-01"]}]
    time = {"dimension": "f.d", "dateRange": ["2024-01-01", "2024-03-31"]}
    assert asked(service, measures=[measure], timeDimensions=[time], filters=before) == {(None,)}
    by_month = [{**time, "granularity": "month"}]
    assert asked(service, measures=[measure], timeDimensions=by_month, filters=before) == set()


def test_a_range_may_stand_among_nested_filters(service: Service) -> None:
    inner = {"member": "f.d", "operator": "inDateRange", "values": ["2024-01-01", "2024-02-29"]}
    some = {"member": "f.k", "operator": "set"}
    filters = [{"and": [some, {"and": [inner, some]}]}]
    assert asked(service, measures=["f.two_months"], filters=filters) == {(120,)}


def test_decimals_of_its_own_are_shown_of_what_is_repeated(service: Service) -> None:
    (row,) = asked(service, measures=["f.a_in_decimals"])
    assert str(row[0]) == "150.00"


def test_a_window_beyond_the_calendar_is_refused_in_words(service: Service) -> None:
    time = {"dimension": "f.d", "granularity": "month", "dateRange": ["0001-01-01", "0001-03-31"]}
    found = asked(service, measures=["f.two_months"], timeDimensions=[time])
    assert found == ["U421 'f.two_months' is of a window that leaves the calendar."]


STOCK = """
cubes:
  - name: s
    sql_table: main.f
    dimensions:
      - {name: id, type: number, sql: id, primary_key: true}
      - {name: k, type: string, sql: k}
      - {name: d, type: time, sql: d}
    snapshot: {date: d, series: [k]}
    measures:
      - {name: level, type: stock, sql: a}
      - {name: ever, type: number, sql: "{level}", rolling_window: {trailing: unbounded}}
"""


@pytest.mark.parametrize("times", [[], [{"dimension": "s.d", "dateRange": ["2024-01-01", "2024-12-31"]}]])
def test_a_stock_is_in_no_window(tmp_path: Path, times: list[dict[str, object]]) -> None:
    with small_model(tmp_path, STOCK, ROWS) as made:
        found = asked(made, measures=["s.ever"], timeDimensions=times)
        assert found == ["U421 's.ever' is of a window, and a stock is of one date."]


def test_a_mean_of_fewer_groups_has_its_subtotals_across_a_fan_out(service: Service) -> None:
    found = asked(service, measures=["f.by_user_of_k"], dimensions=["tag.name"], subtotals="rollup")
    assert found == {("m", False, 50), ("n", False, 50), (None, False, 50), (None, True, 50)}


@pytest.mark.parametrize("kind", ["max", "median"])
def test_what_is_no_number_is_not_taken_over_groups(tmp_path: Path, kind: str) -> None:
    measure = f'- {{name: last, multi_stage: true, type: {kind}, sql: "{{first}}", add_group_by: [k]}}\n      - '
    faulty = MODEL.replace("- {name: of_k,", f"{measure}{{name: of_k,", 1)
    with pytest.raises(DefinitionError) as refused, small_model(tmp_path, faulty, ROWS):
        pass
    assert [one.code for one in refused.value.problems] == ["D652"]
    assert "'f.last' is taken over groups, whose own value is no number but date." in str(refused.value)


SWITCHED = """
cubes:
  - name: f
    sql_table: main.f
    dimensions:
      - {name: id, type: number, sql: id, primary_key: true, public: true}
      - {name: shown, type: switch, values: [x, y]}
    measures:
      - {name: a, type: sum, sql: a}
views:
  - name: v
    cubes:
      - {join_path: f, includes: [id, a, shown]}
    default_filters:
      - {member: shown, operator: equals, values: [x], unless: [shown]}
"""


def test_a_views_own_choice_of_a_switch_keeps_every_row(tmp_path: Path) -> None:
    with small_model(tmp_path, SWITCHED, "CREATE TABLE f AS SELECT 1 AS id, 2 AS a") as service:
        assert asked(service, measures=["v.a"], dimensions=["v.id"], ungrouped=True) == {(1, 2)}
        chosen = [{"member": "v.shown", "operator": "equals", "values": ["y"]}]
        told = asked(service, measures=["v.a"], dimensions=["v.id"], ungrouped=True, filters=chosen)
        assert isinstance(told, list)
        assert told[0].startswith("U440 'v.shown' is a switch")
