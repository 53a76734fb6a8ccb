"""Ranges compared and lists of queries, as Cube's clients ask for them and lay the answers beside each other."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from cubejs_client import CubeClient

from tests.server.rest.clients.askers import Core, Http, Python
from tests.server.rest.clients.conftest import TOKEN, Oracle

COUNT, PEOPLE, QUARTER = "ydelse.antal_ydelser", "ydelse.antal_borgere", "ydelse.start.quarter"
TIME = {"dimension": "ydelse.start", "granularity": "quarter"}
COMPARED = {
    "measures": [COUNT],
    "timeDimensions": [{**TIME, "compareDateRange": [["2024-01-01", "2024-12-31"], ["2023-01-01", "2023-12-31"]]}],
}
LABELS = [f"{year}-01-01T00:00:00.000 - {year}-12-31T23:59:59.999" for year in (2024, 2023)]
LISTED = [
    {"measures": [measure], "timeDimensions": [{**TIME, "dateRange": ["2023-01-01", "2024-12-31"]}]}
    for measure in (COUNT, PEOPLE)
]
BY_QUARTER = """select printf('%d-%02d-01T00:00:00.000', year(start), 3 * quarter(start) - 2),
    count(*)::text, count(distinct borger_id)::text
    from ydelse where year(start) in (2023, 2024) group by 1 order by 1"""


@pytest.fixture
def quarters(oracle: Oracle) -> list[tuple[str, str, str]]:
    """The quarters of 2023 and 2024, each with its services and its people."""
    found = [(quarter, count, people) for quarter, count, people in oracle(BY_QUARTER)]
    assert len(found) == 8
    return found


def readings(asker: Python | Core, query: Any, *names: tuple[str, str]) -> list[Any]:
    """Each reading of the answer, by the name that core has for it and by that of Python."""
    if isinstance(asker, Python):
        answer = asker.client.load(query)
        return [getattr(answer, name)() for _, name in names]
    return list(asker.answer("load", query, read=[[name] for name, _ in names]))


@pytest.fixture(params=["python", pytest.param("core", marks=pytest.mark.real_client("node", "npm"))])
def reader(request: pytest.FixtureRequest) -> Python | Core:
    found: Python | Core = request.getfixturevalue(request.param)
    return found


def test_a_comparison_is_a_series_for_each_range(reader: Python | Core, quarters: list[tuple[str, str, str]]) -> None:
    series, pivot = readings(reader, COMPARED, ("series", "series"), ("pivot", "pivot"))
    after, before = quarters[4:], quarters[:4]
    assert [one["key"] for one in series] == [f"{label},{COUNT}" for label in LABELS]
    for one, year in zip(series, (after, before), strict=True):
        assert [point["value"] for point in one["series"]] == [int(count) for _, count, _ in year]
    assert pivot == [
        {
            "xValues": [quarter],
            "yValuesArray": [[[LABELS[0], COUNT], count], [[LABELS[1], COUNT], earlier]],
        }
        for (quarter, count, _), (_, earlier, _) in zip(after, before, strict=True)
    ]


def test_a_comparison_is_a_table_with_a_column_for_each_range(
    reader: Python | Core, quarters: list[tuple[str, str, str]]
) -> None:
    table, names = readings(reader, COMPARED, ("tablePivot", "table_pivot"), ("seriesNames", "series_names"))
    assert [row[f"{LABELS[0]},{COUNT}"] for row in table] == [count for _, count, _ in quarters[4:]]
    assert [row[f"{LABELS[1]},{COUNT}"] for row in table] == [count for _, count, _ in quarters[:4]]
    assert [one["shortTitle"] for one in names] == [f"{label}, Antal ydelser" for label in LABELS]


def parts(asker: Python | Core, query: Any) -> list[dict[str, Any]]:
    """What `decompose()` gives: the single answers."""
    if isinstance(asker, Python):
        found = [one.serialize()["loadResponse"] for one in asker.client.load(query).decompose()]
    else:
        [found] = asker.answer("load", query, read=[["decompose"]])
        found = [one["loadResponse"] for one in found]
    assert [(one["queryType"], len(one["results"])) for one in found] == [("regularQuery", 1)] * len(found)
    return [one["results"][0] for one in found]


def test_a_comparison_can_be_taken_apart(reader: Python | Core, quarters: list[tuple[str, str, str]]) -> None:
    after, before = parts(reader, COMPARED)
    for part, year in ((after, quarters[4:]), (before, quarters[:4])):
        assert [(row[QUARTER], row[COUNT]) for row in part["data"]] == [(quarter, count) for quarter, count, _ in year]
    assert before["query"]["timeDimensions"][0]["dateRange"] == LABELS[1].split(" - ")


@pytest.mark.real_client("node", "npm")
def test_a_list_is_laid_side_by_side(core: Core, quarters: list[tuple[str, str, str]]) -> None:
    chart, names, key = core.answer("load", LISTED, read=[["chartPivot"], ["seriesNames"], ["pivotQuery"]])
    assert chart == [
        {"x": quarter, "xValues": [quarter], COUNT: int(count), PEOPLE: int(people)}
        for quarter, count, people in quarters
    ]
    assert [one["key"] for one in names] == [COUNT, PEOPLE]
    assert key["queryType"] == "blendingQuery"


@pytest.mark.real_client("node", "npm")
@pytest.mark.parametrize("form", ["default", "compact", "columnar"])
def test_a_list_is_read_in_each_form(core: Core, quarters: list[tuple[str, str, str]], form: str) -> None:
    [found] = core.answer("load", LISTED, {}, None, form, read=[["decompose"]])
    first, second = (one["loadResponse"]["results"][0]["data"] for one in found)
    assert [row[COUNT] for row in first] == [count for _, count, _ in quarters]
    assert [row[PEOPLE] for row in second] == [people for _, _, people in quarters]


@pytest.mark.real_client("node", "npm")
def test_sql_and_a_dry_run_of_several(core: Core) -> None:
    for query, kind in ((LISTED, "blendingQuery"), (COMPARED, "compareDateRangeQuery")):
        assert len(core.answer("sql", query)) == 2
        found = core.answer("dryRun", query)
        assert (found["queryType"], len(found["normalizedQueries"])) == (kind, 2)


@pytest.mark.parametrize("query", [COMPARED, LISTED], ids=["compared", "listed"])
def test_cube_http_client_has_every_result(http: Http, quarters: list[tuple[str, str, str]], query: Any) -> None:
    answer = http.client.v1.load({"query": query})
    assert answer.query_type == ("blendingQuery" if query is LISTED else "compareDateRangeQuery")
    first, second = answer.results
    expected = quarters if query is LISTED else quarters[4:]
    assert [row[COUNT] for row in first.data] == [count for _, count, _ in expected]
    assert [row[PEOPLE if query is LISTED else COUNT] for row in second.data] == (
        [people for *_, people in quarters] if query is LISTED else [count for _, count, _ in quarters[:4]]
    )


def test_a_subscription_is_answered_again_and_again(base: str, quarters: list[tuple[str, str, str]]) -> None:
    client, told, twice = CubeClient(TOKEN, api_url=f"{base}/v1", poll_interval=0.01), [], threading.Event()

    def heard(error: Any, answer: Any) -> None:
        told.append((error, answer and answer.raw_data()))
        if len(told) >= 2:
            twice.set()

    subscription = client.subscribe(LISTED[0], heard)
    assert twice.wait(30)
    subscription.unsubscribe()
    client._transport._client.close()  # type: ignore[attr-defined]
    assert [row[COUNT] for row in told[1][1]] == [count for _, count, _ in quarters]
    assert (told[0], told[0][0]) == (told[1], None)


@pytest.mark.real_client("node", "npm")
def test_a_subscription_in_node(core: Core, quarters: list[tuple[str, str, str]]) -> None:
    """Without a callback `subscribe` gives its first answer."""
    [rows] = core.answer("subscribe", LISTED[0], read=[["rawData"]])
    assert [row[COUNT] for row in rows] == [count for _, count, _ in quarters]
