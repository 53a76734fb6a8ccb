"""How the two clients that reshape an answer read ours: pivots, series, tables, totals, and the questions normalised.

The pivots are the clients' own: they count in floating numbers and write 0 where there is no value. Their rows do not.
"""

from __future__ import annotations

from typing import Any

import pytest

from tests.server.rest.clients.askers import Core, Python
from tests.server.rest.clients.conftest import Oracle
from tests.server.rest.clients.questions import (
    MONTHS,
    NOTHING,
    PARAGRAPHS,
    PARAGRAPHS_IN_ALL,
    QUARTERS,
    UNITS,
    Question,
)

COUNT, RATE = "ydelse.antal_ydelser", "ydelse.dagsats_gennemsnit"
QUARTER, LAW = "ydelse.start.quarter", "ydelse.lov"
# What each client calls the same reading.
NAMES = {
    "rawData": "raw_data",
    "pivot": "pivot",
    "chartPivot": "chart_pivot",
    "tablePivot": "table_pivot",
    "tableColumns": "table_columns",
    "series": "series",
    "seriesNames": "series_names",
    "totalRows": "total_rows",
    "query": "query",
    "annotation": "annotation",
}


class Reader:
    """`read(question, name, …)`: one reading of the answer."""

    def __init__(self, asker: Python | Core) -> None:
        self.asker = asker

    def read(self, question: Question, name: str, *given: object) -> Any:
        if isinstance(self.asker, Python):
            return getattr(self.asker.client.load(question.query), NAMES[name])(*given)
        return self.asker.answer("load", question.query, read=[[name, *given]])[0]


@pytest.fixture(params=["python", pytest.param("core", marks=pytest.mark.real_client("node", "npm"))])
def reader(request: pytest.FixtureRequest) -> Reader:
    return Reader(request.getfixturevalue(request.param))


def test_a_pivot_has_a_point_for_each_quarter(reader: Reader, oracle: Oracle) -> None:
    expected: dict[str, dict[str, list[str]]] = {}
    for quarter, law, *values in oracle(QUARTERS.oracle):
        expected.setdefault(quarter, {})[law] = values
    laws = ["serviceloven", "barnets lov"]  # the older stands alone in 2023
    assert reader.read(QUARTERS, "pivot") == [
        {
            "xValues": [quarter],
            "yValuesArray": [
                [[law, measure], of_laws[law][place] if law in of_laws else 0]
                for law in laws
                for place, measure in enumerate((COUNT, RATE))
            ],
        }
        for quarter, of_laws in expected.items()
    ]


def test_a_chart_has_numbers_and_fills_months_without_rows(reader: Reader, oracle: Oracle) -> None:
    counted = dict(oracle(MONTHS.oracle))
    months = [f"2024-{number:02}-01T00:00:00.000" for number in range(1, 13)]
    assert 0 < len(counted) < len(months)
    chart = [{"x": month, "xValues": [month], COUNT: int(counted.get(month, 0))} for month in months]
    assert reader.read(MONTHS, "chartPivot") == chart
    [series] = reader.read(MONTHS, "series")
    assert (series["key"], series["shortTitle"]) == (COUNT, "Antal ydelser")
    assert series["series"] == [{"value": point[COUNT], "x": point["x"]} for point in chart]


def test_a_table_keeps_every_digit(reader: Reader, oracle: Oracle) -> None:
    rows = oracle(QUARTERS.oracle)
    assert reader.read(QUARTERS, "tablePivot") == [
        dict(zip((QUARTER, LAW, COUNT, RATE), row, strict=True)) for row in rows
    ]
    columns = reader.read(QUARTERS, "tableColumns")
    assert [(one["dataIndex"], one["type"], one["shortTitle"]) for one in columns] == [
        (QUARTER, "time", "Startdato"),
        (LAW, "string", "Lov"),
        (COUNT, "number", "Antal ydelser"),
        (RATE, "number", "Gennemsnitlig dagsats"),
    ]
    assert columns[-1]["meta"]["unit"] == "kr. pr. dag"


def test_a_table_can_be_turned(reader: Reader, oracle: Oracle) -> None:
    expected: dict[str, dict[str, Any]] = {}
    for quarter, law, count, rate in oracle(QUARTERS.oracle):
        expected.setdefault(law, {LAW: law}).update({f"{quarter},{COUNT}": count, f"{quarter},{RATE}": rate})
    turned = reader.read(QUARTERS, "tablePivot", {"x": [LAW], "y": [QUARTER, "measures"]})
    cells = [{key: value for key, value in row.items() if value != 0} for row in turned]  # 0 fills what is not there
    assert sorted(cells, key=str) == sorted(expected.values(), key=str)


def test_series_are_named_by_value_and_title(reader: Reader) -> None:
    assert [(one["key"], one["shortTitle"]) for one in reader.read(QUARTERS, "seriesNames")] == [
        (f"serviceloven,{COUNT}", "serviceloven, Antal ydelser"),
        (f"serviceloven,{RATE}", "serviceloven, Gennemsnitlig dagsats"),
        (f"barnets lov,{COUNT}", "barnets lov, Antal ydelser"),
        (f"barnets lov,{RATE}", "barnets lov, Gennemsnitlig dagsats"),
    ]


def test_no_value_is_none_in_a_pivot_too(reader: Reader, oracle: Oracle) -> None:
    pivot = reader.read(UNITS, "pivot")
    assert [(one["xValues"][0], one["yValuesArray"][0][1]) for one in pivot] == oracle(UNITS.oracle)
    assert pivot[-1]["xValues"] == [None]


def test_no_number_is_nothing_in_rows_and_the_clients_own_zero_in_pivots(reader: Reader) -> None:
    rate = NOTHING.columns[0]
    assert reader.read(NOTHING, "rawData")[0][rate] is None
    [point] = reader.read(NOTHING, "pivot")
    assert [value for _, value in point["yValuesArray"]] == [0, "mangler"]  # the status tells it from a real zero


def test_the_total_counts_rows_past_the_limit(reader: Reader, oracle: Oracle) -> None:
    [(total,)] = oracle(PARAGRAPHS_IN_ALL)
    assert reader.read(PARAGRAPHS, "totalRows") == total > 4
    assert len(reader.read(PARAGRAPHS, "rawData")) == 3


def test_the_question_comes_back_and_can_be_asked_again(reader: Reader) -> None:
    asked = reader.read(PARAGRAPHS, "query")
    assert asked["order"] == [{"id": COUNT, "desc": True}, {"id": "ydelse.paragraf", "desc": True}]
    again = Question(asked, PARAGRAPHS.columns, PARAGRAPHS.oracle)
    assert reader.read(again, "rawData") == reader.read(PARAGRAPHS, "rawData")
    assert reader.read(PARAGRAPHS, "annotation")["measures"][COUNT]["title"] == "Ydelser (syntetiske) Antal ydelser"
