"""Several questions in one request: a list, or ranges that are compared. Each is answered as if it were asked alone."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from semantic.access.grant import Grant
from semantic.access.principal import Principal
from semantic.cube_compare import MAX_QUESTIONS
from semantic.errors import DeniedError, LimitError
from semantic.execute.cancellation import Cancellation
from semantic.predicate import TRUE
from server.rest.ask import ask_of
from server.rest.parse import DOWNLOADS
from tests.granting import granting

COUNT, RATE = "ydelse.antal_ydelser", "ydelse.dagsats_gennemsnit"
RANGES = [["2023-01-01", "2023-12-31"], "2024"]
JSON = "application/json"


def time(**more: Any) -> dict[str, Any]:
    return {"dimension": "ydelse.start", "granularity": "quarter", **more}


def by_quarter(measure: str = COUNT, **more: Any) -> dict[str, Any]:
    return {"measures": [measure], "timeDimensions": [time(dateRange="2024")], **more}


COMPARED = {"measures": [COUNT], "dimensions": ["ydelse.lov"], "timeDimensions": [time(compareDateRange=RANGES)]}
LISTED = [by_quarter(), by_quarter(RATE, dimensions=["ydelse.lov"])]


def multi(client: Any, query: object, accept: str = JSON) -> dict[str, Any]:
    answer = client.load(query, accept, queryType="multi")
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def problems(answer: Any) -> list[tuple[str, str | None]]:
    assert answer.json()["code"] == answer.json()["problems"][0]["code"]
    return [(one["code"], one.get("at")) for one in answer.json()["problems"]]


def without(row: dict[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in row.items() if key != name}


def test_a_list_holds_the_answers_of_each_asked_alone(client) -> None:
    body = multi(client, LISTED)
    assert (body["queryType"], body["slowQuery"], len(body["results"])) == ("blendingQuery", False, 2)
    for query, result in zip(LISTED, body["results"], strict=True):
        alone = client.load(query).json()
        assert {**result, "data": [without(row, "time.quarter") for row in result["data"]], "requestId": ""} == {
            **alone, "requestId": "",
        }  # fmt: skip
        assert all(row["time.quarter"] == row["ydelse.start.quarter"] for row in result["data"])
    assert body["pivotQuery"] == {
        "measures": [COUNT, RATE],
        "dimensions": ["ydelse.lov"],
        "timeDimensions": [{"dimension": "time", "granularity": "quarter"}],
        "queryType": "blendingQuery",
    }


def test_a_list_of_one_is_a_list(client) -> None:
    body = multi(client, LISTED[:1])
    assert (body["queryType"], len(body["results"])) == ("blendingQuery", 1)


def test_totals_stand_beside_each_other_without_a_time(client) -> None:
    body = multi(client, [{"measures": [COUNT]}, {"measures": ["kommuner.antal_kommuner"]}])
    [[count], [municipalities]] = [one["data"] for one in body["results"]]
    assert (municipalities, body["pivotQuery"]["timeDimensions"]) == ({"kommuner.antal_kommuner": "98"}, [])
    assert count == client.load({"measures": [COUNT]}).json()["data"][0]


def test_ranges_are_answered_one_by_one(client) -> None:
    body = multi(client, COMPARED)
    assert (body["queryType"], len(body["results"])) == ("compareDateRangeQuery", 2)
    for words, result in zip(RANGES, body["results"], strict=True):
        alone = client.load({**COMPARED, "timeDimensions": [time(dateRange=words)]}).json()
        moments = result["query"]["timeDimensions"][0]["dateRange"]
        assert result["query"] == alone["query"]
        assert [without(row, "compareDateRange") for row in result["data"]] == alone["data"] != []
        assert {row["compareDateRange"] for row in result["data"]} == {" - ".join(moments)}
        assert result["annotation"] == alone["annotation"]
    first = body["results"][0]["query"]
    assert first["timeDimensions"][0]["dateRange"] == ["2023-01-01T00:00:00.000", "2023-12-31T23:59:59.999"]
    assert body["pivotQuery"] == {
        **first, "dimensions": ["compareDateRange", "ydelse.lov"], "queryType": "compareDateRangeQuery",
    }  # fmt: skip


def test_the_time_dimension_that_compares_need_not_be_the_first(client) -> None:
    times = [{"dimension": "ydelse.slut", "dateRange": "2024"}, time(compareDateRange=RANGES)]
    assert client.load({"measures": [COUNT], "timeDimensions": times[:1]}).status_code == 200
    for result in multi(client, {"measures": [COUNT], "timeDimensions": times})["results"]:
        label = " - ".join(result["query"]["timeDimensions"][1]["dateRange"])
        assert {row["compareDateRange"] for row in result["data"]} <= {label}


@pytest.mark.parametrize("query", [COMPARED, LISTED], ids=["compared", "listed"])
def test_the_denser_shapes_hold_the_same_cells(client, query: Any) -> None:
    def shaped(form: str) -> list[dict[str, Any]]:
        asked = [{**one, "responseFormat": form} for one in query] if isinstance(query, list) else (
            {**query, "responseFormat": form})  # fmt: skip
        results = multi(client, asked)["results"]
        assert {one["query"]["responseFormat"] for one in results} == {form}
        return [one["data"] for one in results]

    plain = [one["data"] for one in multi(client, query)["results"]]
    for rows, compact, columnar in zip(plain, shaped("compact"), shaped("columnar"), strict=True):
        assert [dict(zip(compact["members"], row, strict=True)) for row in compact["dataset"]] == rows
        cells = zip(*columnar["columns"], strict=True)
        assert [dict(zip(columnar["members"], row, strict=True)) for row in cells] == rows


def test_each_has_its_own_total_and_limit(client) -> None:
    two = [by_quarter(total=True, limit=1), by_quarter(RATE)]
    first, second = multi(client, two)["results"]
    assert (first["total"], len(first["data"]), first["rowLimit"]) == (4, 1, 1)
    assert (second["total"], len(second["data"]), second["rowLimit"]) == (None, 4, 10_000)


def test_the_default_limit_cuts_each_and_the_maximum_holds_for_all(small_client) -> None:
    five = {"measures": [COUNT], "timeDimensions": [time(granularity="month")]}
    results = multi(small_client, [five, five])["results"]
    assert [(len(one["data"]), one["truncated"]) for one in results] == [(5, True), (5, True)]
    fifteen = {**five, "limit": 15}
    assert len(multi(small_client, [fifteen])["results"][0]["data"]) == 15
    refused = small_client.load([fifteen, fifteen], queryType="multi")
    assert (refused.status_code, refused.json()["code"]) == (413, "L501")


@pytest.mark.parametrize("query", [COMPARED, LISTED], ids=["compared", "listed"])
def test_unchanged_answers_are_not_sent_again(client, query: Any) -> None:
    params = {"query": json.dumps(query), "queryType": "multi"}
    headers = {"Authorization": "demo-direktion"}
    tag = client.get("/cubejs-api/v1/load", params=params, headers=headers).headers["etag"]
    again = client.get("/cubejs-api/v1/load", params=params, headers={**headers, "If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")
    if isinstance(query, list):
        params["query"] = json.dumps(list(reversed(query)))
    else:
        params["query"] = json.dumps({**query, "timeDimensions": [time(compareDateRange=["2024"])]})
    assert (
        client.get("/cubejs-api/v1/load", params=params, headers={**headers, "If-None-Match": tag}).status_code == 200
    )
    other = {"Authorization": "demo-udvalg", "If-None-Match": tag}
    assert client.get("/cubejs-api/v1/load", params=params, headers=other).status_code != 304


@pytest.mark.parametrize("method", ["get", "post"])
def test_subscribe_answers_as_load_does(client, method: str) -> None:
    def asked(address: str) -> Any:
        path = f"/cubejs-api/v1/{address}"
        if method == "get":
            return client.get(path, params={"query": json.dumps(COMPARED), "queryType": "multi"})
        return client.post(path, json={"query": COMPARED, "queryType": "multi"})

    loaded, subscribed = asked("load").json(), asked("subscribe").json()
    for one in (*loaded["results"], *subscribed["results"]):
        one.pop("requestId")
    assert subscribed == loaded
    assert client.get("/cubejs-api/v1/subscribe", headers={}).json()["code"] == "A310"


def test_sql_and_dry_run_tell_of_each(client) -> None:
    for query, kind in ((LISTED, "blendingQuery"), (COMPARED, "compareDateRangeQuery")):
        statements = client.post("/cubejs-api/v1/sql", json={"query": query}).json()
        assert [one["sql"]["status"] for one in statements] == ["ok", "ok"]
        body = client.post("/cubejs-api/v1/dry-run", json={"query": query}).json()
        loaded = multi(client, query)
        assert (body["queryType"], body["pivotQuery"]) == (kind, loaded["pivotQuery"])
        assert body["normalizedQueries"] == [one["query"] for one in loaded["results"]]
        assert len(body["queryOrder"]) == len(body["transformedQueries"]) == len(body["stamps"]) == 2
        assert {one["scope"] for one in body["stamps"]} == {"alle rækker"}
    shown = client.post("/cubejs-api/v1/sql", json={"query": COMPARED}).json()
    assert [one["sql"]["sql"][1] for one in shown] == [["2023-01-01", "2024-01-01"], ["2024-01-01", "2025-01-01"]]


LOST = {"measures": ["ydelse.antal"], "timeDimensions": [time()]}
BAD_LISTS = [
    ([], [("P105", None)]),
    ([7], [("P103", "[0]")]),
    ([by_quarter(), None, "x", [by_quarter()]], [("P103", "[1]"), ("P103", "[2]"), ("P103", "[3]")]),
    ([by_quarter()] * (MAX_QUESTIONS + 1), [("L507", None)]),
    ([{"measures": "x"}, {"mesures": []}], [("P103", "[0].measures"), ("P102", "[1].mesures")]),
    ([by_quarter(), {"measures": ["a", 1]}], [("P103", "[1].measures[1]")]),
    ([by_quarter(responseFormat="xml")], [("P103", "[0].responseFormat")]),
    ([by_quarter(), by_quarter(responseFormat="compact")], [("P105", None)]),
    ([by_quarter(), COMPARED], [("U401", "[1].timeDimensions[0].compareDateRange")]),
    ([by_quarter(), {"measures": [COUNT]}], [("U403", None)]),
    ([by_quarter(), {"measures": [COUNT], "timeDimensions": [time(granularity="month")]}], [("U403", None)]),
    ([{"measures": [COUNT], "dimensions": ["ydelse.lov"]}] * 2, [("U403", None)]),
    ([LOST, by_quarter(), LOST], [("R202", "[0]"), ("R202", "[2]")]),
    ([by_quarter(limit=-1), LOST], [("R214", "[0]"), ("R202", "[1]")]),
]  # fmt: skip


@pytest.mark.parametrize(("query", "expected"), BAD_LISTS)
def test_a_list_is_refused_with_every_problem_of_every_query(client, query: object, expected: Any) -> None:
    answer = client.load(query, queryType="multi")
    assert problems(answer) == expected
    assert answer.status_code == {"U": 422, "L": 413}.get(expected[0][0][0], 400)


PATH = "timeDimensions[0].compareDateRange"


def comparing(ranges: object, **more: object) -> dict[str, Any]:
    return {"measures": [COUNT], "timeDimensions": [time(compareDateRange=ranges, **more)]}


BAD_RANGES = [
    (comparing([]), [("P105", PATH)]),
    (comparing("2024"), [("P103", PATH)]),
    (comparing([2024, None]), [("P103", f"{PATH}[0]"), ("P103", f"{PATH}[1]")]),
    (comparing(["2024"] * (MAX_QUESTIONS + 1)), [("L507", PATH)]),
    (comparing(["2024"], dateRange="2023"), [("P105", PATH)]),
    (comparing(["2024", "2024-13"]), [("R210", None)]),
    ({**comparing(RANGES), "measures": ["ydelse.antal"]}, [("R202", None)]),  # told once, though asked twice
]


@pytest.mark.parametrize(("query", "expected"), BAD_RANGES)
@pytest.mark.parametrize("address", ["load", "sql", "dry-run"])
def test_ranges_are_refused_by_name(client, address: str, query: object, expected: Any) -> None:
    body = {"query": query, "queryType": "multi"}
    assert problems(client.post(f"/cubejs-api/v1/{address}", json=body)) == expected


@pytest.mark.parametrize("query", [COMPARED, LISTED], ids=["compared", "listed"])
def test_several_answers_need_their_envelope(client, query: object) -> None:
    assert problems(client.load(query)) == problems(client.load(query, queryType="regularQuery")) == [("P104", None)]
    for accept in DOWNLOADS:
        refused = client.load(query, accept, queryType="multi")
        assert (refused.status_code, problems(refused)) == (422, [("U403", None)])


def granted(*members: str) -> Grant:
    names = frozenset(f"ydelse.{name}" for name in ("antal_ydelser", "start", *members))
    return Grant(members[0], "test", names, default_rows=TRUE)  # type: ignore[arg-type]


@pytest.mark.parametrize("place", [0, 1])
def test_one_denied_question_denies_them_all(client, place: int) -> None:
    """`lov` and `enhed` may each be asked, but not together."""
    service = replace(client.app.state.service, policies=granting({"narrow": (granted("lov"), granted("enhed"))}))
    right, denied = by_quarter(dimensions=["ydelse.lov"]), by_quarter(dimensions=["ydelse.lov", "ydelse.enhed"])
    asker = Principal("narrow", ("narrow",))
    both = ask_of([denied, right] if place == 0 else [right, denied], 10, multi=True)
    with pytest.raises(DeniedError) as refused:
        next(both.answers(asker, service, Cancellation()))
    assert [(one.code, str(one.at)) for one in refused.value.problems] == [("A301", f"[{place}]")]
    assert len(list(ask_of([right, right], 10, multi=True).answers(asker, service, Cancellation()))) == 2


def test_one_that_fails_at_work_is_told_with_its_place(client) -> None:
    service, stopped = client.app.state.service, Cancellation()
    answers = ask_of(LISTED, 10, multi=True).answers(Principal("direktion", ("direktion",)), service, stopped)
    next(answers)
    stopped.cancel()
    with pytest.raises(LimitError) as refused:
        next(answers)
    assert [(one.code, str(one.at)) for one in refused.value.problems] == [("L503", "[1]")]


def test_sql_over_rest_is_refused_by_name(client) -> None:
    answer = client.post("/cubejs-api/v1/cubesql", json={"query": "select 1"})
    assert (answer.status_code, answer.json()["code"]) == (422, "U402")
    assert "/load" in answer.json()["hint"]
    assert client.post("/cubejs-api/v1/cubesql", json={}, headers={}).json()["code"] == "A310"


def test_a_drill_down_is_refused_by_name(client) -> None:
    """`drillDown()` of Cube's clients makes a question whose rows shall be those that a measure counts."""
    query = {"dimensions": ["ydelse.lov"], "filters": [{"member": COUNT, "operator": "measureFilter"}]}
    answer = client.load(query)
    assert (answer.status_code, problems(answer)) == (422, [("U401", "filters[0].operator")])
    assert "Leave it out" in answer.json()["hint"]
