"""Under thresholds the long view hides at least what each nøgletal asked alone hides, and nothing passes over it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from semantic.access.grant import ALL_ROWS, Grant, Thresholds
from semantic.access.principal import Principal
from semantic.long_view.question import LongQuestion
from semantic.pipeline import Service, answer
from semantic.query import Query
from semantic.result import collect
from tests.granting import granting
from tests.long_view.test_values import PEOPLE, asked, governed, rows
from tests.server.postgres.sql.asked import ask
from tests.small_model import small_model
from tests.worlds import world

MODEL = """
cubes:
  - name: sag
    sql_table: main.sag
    person_key: person
    dimensions:
      - {name: person, sql: person, type: number}
      - {name: enhed, sql: enhed, type: string}
      - {name: aar, sql: aar, type: number}
    measures:
      - {name: personer, type: count_distinct, sql: person, unit: personer}
      - {name: kvinder, type: count_distinct, sql: person, filters: [{sql: "{CUBE}.koen = 'k'"}]}
      - {name: andel, type: ratio, numerator: kvinder, denominator: personer, scale: 100, decimals: 1}
      - {name: kr, type: sum, sql: kr}
      - {name: stoerste, type: max, sql: kr}
"""
ROWS = """
    CREATE TABLE sag AS SELECT range AS person, CASE WHEN range < 40 THEN 'A' WHEN range < 70 THEN 'B' WHEN range < 72
        THEN 'C' ELSE 'D' END AS enhed, 2024 AS aar, CASE WHEN range % 10 < 3 THEN 'k' ELSE 'm' END AS koen,
        (range * 10)::DECIMAL(9, 2) AS kr FROM range(100)
"""
ALONE = Grant("alle", "Beskyttet.", None, default_rows=ALL_ROWS, thresholds=Thresholds(), scope="alle")
WHO = Principal("nogen", ("beskyttet",))
MEASURES = ("personer", "andel", "kr", "stoerste")


def record(measure: str) -> dict[str, object]:
    told = dict.fromkeys(("title", "theme", "definition", "taeller", "owner", "data_area", "version"), measure)
    return {
        "id": measure, "measure": f"sag.{measure}", **told, "level": "Å", "status": "kladde",
        "valid_from": "2020-01-01", "units": {"enhed": "sag.enhed"}, "period": "sag.aar",
    }  # fmt: skip


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    records = yaml.safe_dump({"noegletal": [record(one) for one in MEASURES]}, allow_unicode=True)
    folder: Path = tmp_path_factory.mktemp("small")
    with small_model(folder, MODEL + records.replace("'2020-01-01'", "2020-01-01"), ROWS) as found:
        yield replace(found, policies=granting({"beskyttet": (ALONE,)}))


def test_what_is_hidden_asked_alone_is_hidden_here(service: Service) -> None:
    long = rows(asked(LongQuestion(), WHO, service), "noegletal", "enhed", "vaerdi", "status")
    for measure in MEASURES[:3]:
        names = (f"sag.{measure}", f"sag.{measure}__status")
        table = collect(answer(Query(names, ("sag.enhed", "sag.aar")), WHO, service)).table
        alone = {unit: (value, status) for unit, _, value, status in zip(*table.to_pydict().values(), strict=True)}
        here = {unit: (value, status) for which, unit, value, status in long if which == measure}
        assert here.keys() == alone.keys()
        assert any(status == "diskretioneret" for _, status in alone.values())
        for unit, (value, status) in here.items():
            assert (value, status) in (alone[unit], (None, "diskretioneret"))
            assert alone[unit][1] != "diskretioneret" or status == "diskretioneret"


def test_an_extreme_of_few_persons_is_refused_alone_and_absent_here(service: Service) -> None:
    found = asked(LongQuestion(frozenset({"stoerste"})), WHO, service)
    assert rows(found) == []
    assert found.stamp.notes[-1:] == ("stoerste: vises ikke pr. enhed for den, der spørger",)
    everything = rows(asked(LongQuestion(), WHO, service), "noegletal")
    assert {which for (which,) in everything} == set(MEASURES[:3])


@pytest.mark.parametrize(
    "text",
    [
        "select coalesce(vaerdi, 0) from noegletal_vaerdier where noegletal = 'personer'",
        "select case when taeller is distinct from 1 then 1 end from noegletal_vaerdier",
        "select count(*) from noegletal_vaerdier where vaerdi > 5",
        "select rank() over (order by vaerdi) from noegletal_vaerdier",
    ],
)
def test_nothing_passes_over_a_hidden_value(service: Service, text: str) -> None:
    refusal = ask(service, text, principal=WHO).refusal
    assert refusal is not None
    assert refusal[0] == "A308"


def test_the_hidden_cell_is_null_with_its_status(service: Service) -> None:
    text = "select vaerdi, taeller, status from noegletal_vaerdier where noegletal = 'andel' and enhed = 'C'"
    assert ask(service, text, principal=WHO).rows == ((None, None, "diskretioneret"),)


@pytest.mark.parametrize(
    ("measure", "differs"),
    [
        ("kun_i_foerste", "beloeb_2 IS NULL"), ("kun_i_andet", "beloeb_1 IS NULL"),
        ("mere_i_foerste", "beloeb_1 > beloeb_2"), ("mere_i_andet", "beloeb_2 > beloeb_1"),
    ],
)  # fmt: skip
def test_few_who_differ_are_hidden_among_the_many_who_are_compared(measure: str, differs: str) -> None:
    """The persons behind the number are those who differ, and not those of whom nought is added."""
    by_hand = f"SELECT enhed, count(DISTINCT borger_id) FILTER ({differs}) FROM systemkontrol GROUP BY 1"
    persons = dict(world("demo").oracle(by_hand)[1])
    query = Query((f"systemkontrol.{measure}",), ("systemkontrol.enhed",))
    table = collect(answer(query, PEOPLE["konsulent"], governed())).table
    shown = {unit: value for unit, value in zip(*table.to_pydict().values(), strict=True) if value}
    assert [unit for unit in shown if persons[unit] < Thresholds().persons] == []
    assert any(0 < number < Thresholds().persons for number in persons.values())
