"""What must not be summed is not: each group has one value of every dimension that a measure is not additive over."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from semantic.pipeline import Service
from tests.small_model import asked, small_model

MODEL = """
cubes:
  - name: f
    sql_table: main.f
    snapshot: {date: dag, series: [kom, alder]}
    joins:
      - {name: band, relationship: many_to_one, sql: "{CUBE}.alder BETWEEN {band}.fra AND {band}.til"}
      - {name: kom, relationship: many_to_one, sql: "{CUBE}.kom = {kom}.kode"}
    dimensions:
      - {name: kom, sql: kom, type: number, primary_key: true, public: true}
      - {name: alder, sql: alder, type: number, primary_key: true, public: true}
      - {name: dag, sql: "DATE '2024-01-01' + 0 * {CUBE}.alder", type: time}
      - {name: navn, sql: "{kom.navn}", type: string}
    measures:
      - {name: pct, sql: pct, type: sum, additive_over: [kom]}
      - {name: rate, sql: pct, type: sum, additive_over: [alder]}
      - {name: antal, type: count, additive_over: [alder]}
      - {name: stand, type: stock, sql: pct, additive_over: [alder]}
      - {name: dobbelt, type: number, sql: "{rate} * 2", decimals: 0, additive_over: [alder]}
  - name: band
    sql_table: main.band
    dimensions:
      - {name: navn, sql: navn, type: string, unique: true}
      - {name: fra, sql: fra, type: number, primary_key: true}
  - name: kom
    sql_table: main.kom
    dimensions:
      - {name: kode, sql: kode, type: number, primary_key: true, public: true}
      - {name: navn, sql: navn, type: string, unique: true}
      - {name: kaldt, sql: "COALESCE({CUBE}.navn, '?')", type: string, unique: true}
  - name: maaling
    sql_table: main.maaling
    dimensions:
      - {name: moment, sql: moment, type: time, primary_key: true, public: true, conformed: tid}
      - {name: sted, sql: sted, type: string, primary_key: true, public: true}
    measures: [{name: temp, sql: temp, type: sum, additive_over: [sted]}]
  - name: dage
    sql_table: main.dage
    dimensions: [{name: dag, sql: dag, type: time, conformed: tid, primary_key: true, public: true}]
    measures:
      - {name: antal, type: count}
      - {name: niveau, sql: niveau, type: sum, additive_over: []}
"""
ROWS = """
CREATE TABLE f (kom INTEGER, alder INTEGER, pct INTEGER);
INSERT INTO f VALUES (1, 1, 10), (1, 2, 20), (1, 40, 5), (900, 1, 7), (901, 1, 8);
CREATE TABLE band (navn VARCHAR, fra INTEGER, til INTEGER);
INSERT INTO band VALUES ('barn', 0, 17), ('voksen', 18, 120);
CREATE TABLE kom (kode INTEGER, navn VARCHAR);
INSERT INTO kom VALUES (1, 'A'), (2, 'B');
CREATE TABLE maaling (moment TIMESTAMP, sted VARCHAR, temp INTEGER);
INSERT INTO maaling VALUES ('2024-01-01 08:00', 'a', 5), ('2024-01-01 12:00', 'a', 7);
CREATE TABLE dage (dag DATE, niveau INTEGER);
INSERT INTO dage VALUES ('2024-01-01', 3), ('2024-01-02', 4);
"""
NEW_YEAR = {"member": "dage.dag", "operator": "equals", "values": ["2024-01-01"]}


def only(member: str, *values: Any) -> list[dict[str, Any]]:
    return [{"member": member, "operator": "equals", "values": list(values)}]


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    folder: Path = tmp_path_factory.mktemp("additive")
    with small_model(folder, MODEL, ROWS) as opened:
        yield opened


def test_a_band_of_ages_is_not_one_age(service: Service) -> None:
    refused = ["U420 'f.pct' may not be summed over 'f.alder'."]
    assert asked(service, measures=["f.pct"], dimensions=["band.navn"]) == refused
    assert asked(service, measures=["f.pct"], filters=only("band.navn", "barn")) == refused
    assert asked(service, measures=["f.pct"], dimensions=["f.alder"]) == {(1, 25), (2, 20), (40, 5)}


@pytest.mark.parametrize("name", ["kom.navn", "f.navn"])
def test_keys_that_a_lookup_does_not_know_are_not_summed(service: Service, name: str) -> None:
    found = asked(service, measures=["f.rate", "f.rate__status"], dimensions=[name])
    assert found == {("A", 35, "normal"), (None, None, "mangler")}
    assert asked(service, measures=["f.rate"], filters=only(name, "A")) == {(35,)}


def test_a_name_for_what_is_not_known_hides_no_sum(service: Service) -> None:
    assert asked(service, measures=["f.rate"], dimensions=["kom.kaldt"]) == {("A", 35), ("?", None)}
    refused = ["U420 'f.rate' may not be summed over 'f.kom'."]
    assert asked(service, measures=["f.rate"], filters=only("kom.kaldt", "?")) == refused


def test_each_grouping_set_leaves_out_what_it_must(service: Service) -> None:
    query: dict[str, Any] = {"measures": ["f.rate"], "dimensions": ["f.kom", "kom.navn"]}
    found = asked(service, **query, subtotals=[["f.kom"], ["kom.navn"]])
    assert {tuple(one for one in row if not isinstance(one, bool)) for row in found} == {
        (1, None, 35), (900, None, 7), (901, None, 8), (None, "A", 35), (None, None, None),
    }  # fmt: skip


@pytest.mark.parametrize("measure", ["f.antal", "f.stand", "f.dobbelt"])
def test_what_cannot_be_left_out_is_refused(service: Service, measure: str) -> None:
    assert asked(service, measures=[measure], dimensions=["kom.navn"]) == [
        f"U420 '{measure}' may not be summed over 'f.kom'."
    ]
    assert len(asked(service, measures=[measure], dimensions=["f.kom", "kom.navn"])) == 3


def test_a_day_of_moments_is_not_one_moment(service: Service) -> None:
    refused = ["U420 'maaling.temp' may not be summed over 'maaling.moment'."]
    assert asked(service, measures=["maaling.temp"], dimensions=["dage.dag"]) == refused
    assert asked(service, measures=["maaling.temp"], filters=[NEW_YEAR]) == refused


def test_a_date_by_the_day_is_the_date(service: Service) -> None:
    by_day = [{"dimension": "dage.dag", "granularity": "day"}]
    assert asked(service, measures=["dage.niveau"], timeDimensions=by_day) == {
        (date(2024, 1, 1), 3),
        (date(2024, 1, 2), 4),
    }
    by_month = [{"dimension": "dage.dag", "granularity": "month"}]
    assert asked(service, measures=["dage.niveau"], timeDimensions=by_month) == [
        "U420 'dage.niveau' may not be summed over 'dage.dag'."
    ]


@pytest.mark.parametrize("turned", [False, True])
def test_filters_hold_a_day_in_any_order(service: Service, turned: bool) -> None:
    year = {"member": "dage.dag", "operator": "inDateRange", "values": ["2024"]}
    day = {"member": "dage.dag", "operator": "onTheDate", "values": ["2024-01-02"]}
    filters = [day, year] if turned else [year, day]
    assert asked(service, measures=["dage.niveau"], filters=filters) == {(4,)}


def test_a_value_twice_is_one_value(service: Service) -> None:
    assert asked(service, measures=["f.rate"], filters=only("f.kom", 1, "1")) == {(35,)}
    twice = only("dage.dag", "2024-01-01", "2024-01-01")
    assert asked(service, measures=["dage.niveau"], filters=twice) == {(3,)}
