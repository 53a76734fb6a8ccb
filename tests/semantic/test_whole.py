"""Groups that stay whole under the question's filters, beside shifts, windows, segments and a view's own filters."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
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
      - {name: u, relationship: many_to_one, sql: "{CUBE}.u_id = {u.id}"}
      - {name: town, relationship: many_to_one, sql: "{CUBE}.u_id = {town}.id"}
      - {name: tag, relationship: one_to_many, sql: "{CUBE}.id = {tag}.f_id"}
    dimensions:
      - {name: id, type: number, sql: id, primary_key: true, public: true}
      - {name: k, type: string, sql: k}
      - {name: u_id, type: number, sql: u_id}
      - {name: city, type: string, sql: "{u.city}"}
      - {name: city_in_small, type: string, sql: "lower({u.city})"}
      - {name: d, type: time, sql: d}
    segments:
      - {name: recent, sql: "{CUBE}.d >= DATE '2024-01-01'"}
      - {name: in_a, sql: "{u.city} = 'A'"}
      - {name: in_small_a, sql: "{city_in_small} = 'a'"}
      - {name: of_the_first, sql: "{CUBE}.u_id = 1"}
      - {name: of_the_old, sql: "{u}.age > 50"}
      - {name: in_town, sql: "{town.name} = 'A'"}
    measures:
      - {name: a, type: sum, sql: a}
      - {name: land, multi_stage: true, type: number, sql: "{a}", reduce_by: [u_id, city], whole: true}
      - {name: land_of_keys, multi_stage: true, type: number, sql: "{a}", reduce_by: [u.id], whole: true}
      - {name: land_of_rows, multi_stage: true, type: number, sql: "{a}", reduce_by: [id], whole: true}
      - {name: land_of_users, multi_stage: true, type: number, sql: "{a}", reduce_by: [u_id], whole: true}
      - {name: land_of_cities, multi_stage: true, type: number, sql: "{a}", reduce_by: [u.city], whole: true}
      - {name: land_rank, multi_stage: true, type: rank, order_by: [{sql: "{land}", dir: desc}], reduce_by: [k]}
      - {name: of_k, multi_stage: true, type: number, sql: "{a}", group_by: [k], whole: true}
      - {name: everything, multi_stage: true, type: number, sql: "{a}", group_by: [], whole: true}
      - {name: mean, multi_stage: true, type: avg, sql: "{a}", add_group_by: [u_id], decimals: 2}
      - {name: mean_of_lands, multi_stage: true, type: avg, sql: "{land}", add_group_by: [k], decimals: 2}
      - {name: land_mean, multi_stage: true, type: number, sql: "{mean}", reduce_by: [u_id, city], whole: true}
      - name: last_year
        multi_stage: true
        type: number
        sql: "{a}"
        time_shift: [{time_dimension: d, interval: 1 year}]
      - name: land_last_year
        multi_stage: true
        type: number
        sql: "{a}"
        reduce_by: [u_id, city]
        whole: true
        time_shift: [{interval: 1 year}]
      - {name: last_year_of_land, multi_stage: true, type: number, sql: "{land}", time_shift: [{interval: 1 year}]}
      - {name: land_of_last_year, multi_stage: true, type: number, sql: "{last_year}", reduce_by: [city], whole: true}
      - {name: ever, multi_stage: true, type: number, sql: "{last_year}", reduce_by: [d], whole: true}
      - {name: two_months, type: sum, sql: a, rolling_window: {trailing: 2 month}}
      - {name: land_two_months, multi_stage: true, type: number, sql: "{two_months}", reduce_by: [city], whole: true}
      - {name: two_months_of_k, multi_stage: true, type: number, sql: "{two_months}", group_by: [k], whole: true}
      - {name: so_far, type: running_total, sql: a}
      - {name: all_so_far, multi_stage: true, type: number, sql: "{so_far}", group_by: [k], whole: true}
  - name: tag
    sql_table: main.tag
    dimensions: [{name: name, type: string, sql: name}]
  - name: u
    sql_table: main.u
    dimensions:
      - {name: id, type: number, sql: id, primary_key: true, public: true}
      - {name: city, type: string, sql: city, conformed: city}
      - {name: total, type: number, sql: "{f.a}", sub_query: true}
    segments:
      - {name: the_first, sql: "{CUBE}.id = 1"}
    measures:
      - {name: people, type: count}
      - {name: all_people, multi_stage: true, type: number, sql: "{people}", reduce_by: [f.u_id], whole: true}
  - name: town
    sql_table: main.u
    dimensions: [{name: name, type: string, sql: city, conformed: city}]
views:
  - name: of_a
    cubes: [{join_path: f, includes: [a, land, land_mean, k, city, u_id]}]
    default_filters:
      - {member: f.city, operator: equals, values: [A]}
"""
ROWS = """
CREATE TABLE f AS SELECT * FROM (VALUES
  (1, 'x', 1, DATE '2023-01-15', 10),
  (2, 'x', 1, DATE '2023-08-15', 20),
  (3, 'y', 2, DATE '2024-01-15', 40),
  (4, 'y', 3, DATE '2024-02-29', 80),
  (5, 'z', 3, DATE '2024-02-29', 160)) t(id, k, u_id, d, a);
CREATE TABLE tag AS SELECT * FROM (VALUES (1, 'm'), (3, 'm'), (3, 'm'), (4, 'm'), (4, 'n')) t(f_id, name);
CREATE TABLE u AS SELECT * FROM (VALUES (1, 'A', 20), (2, 'A', 60), (3, 'B', 70)) t(id, city, age);
"""
Filter = dict[str, object]


def _is(member: str, *values: object) -> Filter:
    return {"member": member, "operator": "equals", "values": list(values)}


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    with small_model(tmp_path_factory.mktemp("whole"), MODEL, ROWS) as made:
        yield made


def test_a_filter_on_what_is_left_out_does_not_narrow_it(service: Service) -> None:
    in_a = [_is("u.city", "A")]
    assert asked(service, measures=["f.a", "f.land"], dimensions=["f.k"], filters=in_a) == {
        ("x", 30, 30),
        ("y", 40, 120),
    }
    assert asked(service, measures=["f.a", "f.land", "f.land_mean"], filters=in_a) == {(70, 310, Decimal("103.33"))}
    assert asked(service, measures=["f.a", "f.land"], filters=[_is("f.city", "nowhere")]) == {(None, 310)}
    either = [{"or": [_is("f.city", "A"), _is("f.u_id", 3)]}]
    assert asked(service, measures=["f.land"], filters=either) == {(310,)}


def test_a_filter_on_what_else_is_told_of_it_holds(service: Service) -> None:
    """The model says what is left out: a column made of another is not it, nor a sum of its rows."""
    assert asked(service, measures=["f.land"], filters=[_is("f.city_in_small", "a")]) == {(70,)}
    assert asked(service, measures=["f.land"], filters=[_is("u.total", 240)]) == {(240,)}


def test_a_filter_down_to_many_rows_is_left_out_too(service: Service) -> None:
    tagged = [_is("tag.name", "m")]
    assert asked(service, measures=["f.a", "f.land", "f.of_k"], dimensions=["f.k"], filters=tagged) == {
        ("x", 10, 10, 30),
        ("y", 120, 120, 120),
    }


def test_no_stage_reaches_past_a_default_filter(service: Service) -> None:
    assert asked(service, measures=["of_a.land", "of_a.land_mean"]) == {(70, 35)}
    assert asked(service, measures=["of_a.a", "of_a.land"], filters=[_is("of_a.u_id", 1)]) == {(30, 70)}
    assert asked(service, measures=["of_a.a", "of_a.land"], filters=[_is("of_a.city", "B")]) == {(None, 70)}


def test_a_rank_and_a_mean_of_what_is_whole(service: Service) -> None:
    in_a = [_is("f.city", "A")]
    found = asked(service, measures=["f.a", "f.land", "f.land_rank"], dimensions=["f.k"], filters=in_a)
    assert found == {("x", 30, 30, 2), ("y", 40, 120, 1)}
    assert asked(service, measures=["f.mean_of_lands"], filters=in_a) == {(75,)}  # x and y: z is not asked for


def _years(*bounds: str) -> list[Filter]:
    return [{"dimension": "f.d", "granularity": "year", **({"dateRange": list(bounds)} if bounds else {})}]


@pytest.mark.parametrize("measure", ["f.land_last_year", "f.last_year_of_land", "f.land_of_last_year"])
def test_a_whole_group_of_another_period(service: Service, measure: str) -> None:
    in_b = [_is("f.city", "B")]
    found = asked(service, measures=["f.a", "f.last_year", measure], timeDimensions=_years(), filters=in_b)
    assert found == {(date(2024, 1, 1), 240, None, 30), (date(2025, 1, 1), None, 240, 280)}
    of_2024 = _years("2024-01-01", "2024-12-31")
    assert asked(service, measures=["f.a", measure], timeDimensions=of_2024, filters=in_b) == {
        (date(2024, 1, 1), 240, 30)
    }


def test_a_range_of_a_time_that_is_left_out_does_not_hold(service: Service) -> None:
    of_2024: list[Filter] = [{"dimension": "f.d", "dateRange": ["2024-01-01", "2024-12-31"]}]
    measures = ["f.a", "f.last_year", "f.ever", "f.everything"]
    assert asked(service, measures=measures, timeDimensions=of_2024) == {(280, 30, 310, 310)}
    of_2024 = _years("2024-01-01", "2024-12-31")
    assert asked(service, measures=measures, timeDimensions=of_2024) == {(date(2024, 1, 1), 280, 30, 310, 310)}


def test_the_windows_of_a_whole_group_are_those_of_the_range(service: Service) -> None:
    months: list[Filter] = [
        {"dimension": "f.d", "granularity": "month", "dateRange": ["2024-01-01", "2024-03-31"]},
    ]
    measures = ["f.two_months", "f.land_two_months"]
    found = asked(service, measures=measures, timeDimensions=months, filters=[_is("f.city", "A")])
    assert found == {(date(2024, 1, 1), 40, 40), (date(2024, 2, 1), 40, 280)}
    found = asked(service, measures=["f.two_months_of_k"], timeDimensions=months)
    assert found == ["U421 'f.two_months_of_k' is of a window, and the question has no one time."]
    early: list[Filter] = [{"dimension": "f.d", "dateRange": ["2023-01-01", "2023-01-31"]}]
    found = asked(service, measures=["f.so_far", "f.all_so_far"], dimensions=["f.k"], timeDimensions=early)
    assert found == {("x", 10, 30)}
    found = asked(service, measures=["f.all_so_far"], dimensions=["f.k"])
    assert found == {("x", 30), ("y", 120), ("z", 160)}


@pytest.mark.parametrize(
    ("measure", "segment"),
    [
        ("f.land", "f.in_a"),
        ("f.land", "f.in_small_a"),
        ("f.land", "f.of_the_first"),
        ("f.land", "f.of_the_old"),
        ("f.land_of_keys", "f.in_a"),
        ("f.land_of_keys", "f.of_the_first"),
        ("f.land_of_rows", "f.recent"),
        ("f.land_of_users", "f.in_town"),
        ("f.land_of_cities", "f.in_town"),
        ("u.all_people", "u.the_first"),
        ("f.land_mean", "f.in_a"),
        ("f.of_k", "f.recent"),
        ("f.everything", "f.recent"),
    ],
)
def test_a_segment_that_may_say_something_of_it_is_refused(service: Service, measure: str, segment: str) -> None:
    found = asked(service, measures=[measure], segments=[segment])
    assert found == [f"U421 '{measure}' is of the whole group, and '{segment}' would narrow it."]


def test_another_segment_holds(service: Service) -> None:
    found = asked(service, measures=["f.a", "f.land"], segments=["f.recent"], filters=[_is("f.city", "A")])
    assert found == {(40, 280)}


def test_single_rows_have_no_whole(service: Service) -> None:
    told = asked(service, measures=["f.land"], dimensions=["f.id"], ungrouped=True)
    assert told == ["U440 'f.land' is computed from several rows: one alone has no such value."]


def test_it_is_no_value_of_a_row(tmp_path: Path) -> None:
    faulty = MODEL.replace('sql: "{f.a}", sub_query', 'sql: "{f.land}", sub_query')
    with pytest.raises(DefinitionError) as refused, small_model(tmp_path, faulty, ROWS):
        pass
    assert [one.code for one in refused.value.problems] == ["D633"]
