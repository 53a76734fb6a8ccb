"""`/load`, `/sql`, `/dry-run`: the shapes that Cube's clients read, and whose numbers they are."""

from __future__ import annotations

import json

import pytest

from server.rest.parse import DOWNLOADS

YEARS = {
    "measures": ["ydelse.antal_ydelser"],
    "timeDimensions": [{"dimension": "ydelse.start", "granularity": "year", "dateRange": ["2023", "2024"]}],
}
STAMPS = {"modelVersion", "dataVersion", "opgjortPr", "scope", "truncated", "rowLimit"}


def test_what_a_reader_must_know_stands_beside_the_numbers(client) -> None:
    year = {"filters": [{"member": "regnskab.aar", "operator": "equals", "values": [2024]}]}
    notes = client.load({"measures": ["regnskab.udgift_pr_indbygger"], **year}).json()["notes"]
    assert notes[0] == "Nettoudgift pr. indbygger: rekonstrueret af offentliggjorte tal"
    assert any(note.startswith("Nettoudgift pr. indbygger, databrud 2024-01-01: ") for note in notes)
    assert client.load(YEARS).json()["notes"] == []


def test_rows_are_keyed_as_cube_does(client) -> None:
    body = client.load(YEARS).json()
    assert body["data"] == [
        {
            "ydelse.start.year": "2023-01-01T00:00:00.000",
            "ydelse.antal_ydelser": body["data"][0]["ydelse.antal_ydelser"],
            "ydelse.start": "2023-01-01T00:00:00.000",
        },
        {
            "ydelse.start.year": "2024-01-01T00:00:00.000",
            "ydelse.antal_ydelser": body["data"][1]["ydelse.antal_ydelser"],
            "ydelse.start": "2024-01-01T00:00:00.000",
        },
    ]
    assert isinstance(body["data"][0]["ydelse.antal_ydelser"], str)
    assert set(body) >= STAMPS | {
        "query",
        "annotation",
        "lastRefreshTime",
        "dataSource",
        "dbType",
        "external",
        "slowQuery",
    }
    assert (body["truncated"], body["rowLimit"], body["scope"]) == (False, 10_000, "alle rækker")


def test_the_question_comes_back_normalised(client) -> None:
    question = client.load(
        {**YEARS, "filters": [{"member": "ydelse.ydelse_id", "operator": "gt", "values": [3]}]}
    ).json()
    assert question["query"] == {
        "measures": ["ydelse.antal_ydelser"],
        "dimensions": [],
        "timeDimensions": [
            {
                "dimension": "ydelse.start",
                "granularity": "year",
                "dateRange": ["2023-01-01T00:00:00.000", "2024-12-31T23:59:59.999"],
            }
        ],
        "segments": [],
        "filters": [{"member": "ydelse.ydelse_id", "operator": "gt", "values": ["3"]}],
        "order": [],
        "limit": 10_000,
        "rowLimit": 10_000,
        "offset": 0,
        "timezone": "Europe/Copenhagen",
    }
    assert client.load(question["query"]).status_code == 200


def test_the_annotation_names_a_count_of_values(client) -> None:
    count = "ydelse.enhed__count_distinct"
    body = client.load({"measures": [count, f"{count}__status"]}).json()
    about = body["annotation"]["measures"]
    assert about[count]["shortTitle"].endswith(" (antal forskellige)")
    assert {name: one["type"] for name, one in about.items()} == {count: "number", f"{count}__status": "string"}
    assert body["data"][0][f"{count}__status"] == "normal"


def test_the_annotation_names_every_member(client) -> None:
    annotation = client.load({**YEARS, "dimensions": ["ydelse.enhed"]}).json()["annotation"]
    measure = annotation["measures"]["ydelse.antal_ydelser"]
    assert (measure["shortTitle"], measure["type"], measure["meta"]["unit"]) == ("Antal ydelser", "number", "ydelser")
    assert set(annotation["dimensions"]) == {"ydelse.enhed"}
    assert set(annotation["timeDimensions"]) == {"ydelse.start", "ydelse.start.year"}
    assert annotation["timeDimensions"]["ydelse.start.year"]["granularity"]["name"] == "year"


def test_get_and_post_answer_alike(client) -> None:
    by_get = client.load(YEARS).json()
    by_post = client.post("/cubejs-api/v1/load", json={"query": YEARS}).json()
    assert by_get.pop("requestId") != by_post.pop("requestId")
    assert by_get == by_post


def test_the_envelope_of_cubes_own_clients(client) -> None:
    body = client.load(YEARS, queryType="multi").json()
    assert body["queryType"] == "regularQuery"
    assert body["pivotQuery"]["queryType"] == "regularQuery"
    assert body["results"][0]["data"] == client.load(YEARS).json()["data"]


def test_the_denser_shapes_hold_the_same_cells(client) -> None:
    rows = client.load(YEARS).json()["data"]
    compact = client.load({**YEARS, "responseFormat": "compact"}).json()
    columnar = client.load({**YEARS, "responseFormat": "columnar"}).json()
    assert compact["query"]["responseFormat"] == "compact"
    assert [dict(zip(compact["data"]["members"], row, strict=True)) for row in compact["data"]["dataset"]] == rows
    cells = zip(*columnar["data"]["columns"], strict=True)
    assert [dict(zip(columnar["data"]["members"], row, strict=True)) for row in cells] == rows


def test_an_answer_cut_by_the_default_limit_says_so(small_client) -> None:
    cut = small_client.load({"dimensions": ["kommuner.kommune"]}).json()
    assert (len(cut["data"]), cut["truncated"], cut["rowLimit"]) == (5, True, 5)
    asked = small_client.load({"dimensions": ["kommuner.kommune"], "limit": 7}).json()
    assert (len(asked["data"]), asked["truncated"], asked["rowLimit"]) == (7, False, 7)


def test_over_the_maximum_is_refused_never_cut(small_client) -> None:
    query = {"dimensions": ["kommuner.kommune"]}
    assert small_client.load({**query, "limit": 21}).json()["code"] == "L501"
    for accept in DOWNLOADS:
        refused = small_client.load(query, accept)
        assert (refused.status_code, refused.json()["code"]) == (413, "L501")


def test_total_counts_without_limit(client) -> None:
    body = client.load({"dimensions": ["kommuner.kommune"], "limit": 3, "total": True}).json()
    assert (len(body["data"]), body["total"]) == (3, 98)


def test_ungrouped_is_told_back(client) -> None:
    query = {"measures": ["regnskab.udgift_kr"], "limit": 3, "ungrouped": True}
    body = client.load(query).json()
    assert (body["query"]["ungrouped"], len(body["data"])) == (True, 3)
    assert "ungrouped" not in client.load({**query, "ungrouped": False}).json()["query"]


def test_subtotals_are_flagged_annotated_and_told_back(client) -> None:
    body = client.load({"measures": ["befolkning.personer"], "dimensions": ["befolkning.koen"],
                        "subtotals": [["befolkning.koen"], []]}).json()  # fmt: skip
    flag = "befolkning.koen__subtotal"
    assert sorted(row[flag] for row in body["data"]) == [False, False, True]
    assert body["annotation"]["dimensions"][flag]["type"] == "boolean"
    assert body["query"]["subtotals"] == [["befolkning.koen"], []]


def test_the_rest_is_flagged_annotated_and_told_back(client) -> None:
    top = {"dimension": "befolkning.koen", "measure": "befolkning.personer", "count": 1, "desc": False}
    body = client.load({"measures": ["befolkning.personer"], "dimensions": ["befolkning.koen"], "top": top}).json()
    flag = "befolkning.koen__rest"
    assert sorted(row[flag] for row in body["data"]) == [False, True]
    assert body["annotation"]["dimensions"][flag]["type"] == "boolean"
    assert body["query"]["top"] == top


def test_sql_shows_statement_and_parameters(client) -> None:
    body = client.get("/cubejs-api/v1/sql", params={"query": json.dumps(YEARS)}).json()["sql"]
    text, parameters = body["sql"]
    assert text.startswith("SELECT")
    assert parameters == ["2023-01-01", "2025-01-01"]
    assert body["order"] == {"ydelse.start.year": "asc"}


def test_dry_run_checks_and_does_not_run(client) -> None:
    body = client.post("/cubejs-api/v1/dry-run", json={"query": YEARS}).json()
    assert body["queryType"] == "regularQuery"
    assert body["queryOrder"] == [{"ydelse.start.year": "asc"}]
    assert body["pivotQuery"]["queryType"] == "regularQuery"
    assert len(body["normalizedQueries"]) == len(body["transformedQueries"]) == 1
    refused = client.post("/cubejs-api/v1/dry-run", json={"query": {"measures": ["ydelse.antal"]}})
    assert refused.json()["code"] == "R202"


@pytest.mark.parametrize("accept", ["application/json", *DOWNLOADS])
def test_an_unchanged_answer_is_not_sent_again(client, accept: str) -> None:
    params, headers = {"query": json.dumps(YEARS)}, {"Authorization": "demo-direktion", "Accept": accept}
    first = client.get("/cubejs-api/v1/load", params=params, headers=headers)
    tag = {"If-None-Match": f'"x", {first.headers["etag"]}'}
    again = client.get("/cubejs-api/v1/load", params=params, headers={**headers, **tag})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", first.headers["etag"])
    other = {**headers, **tag, "Authorization": "demo-udvalg"}
    assert client.get("/cubejs-api/v1/load", params=params, headers=other).status_code == 200
    more = {"query": json.dumps({**YEARS, "limit": 1})}
    assert client.get("/cubejs-api/v1/load", params=more, headers={**headers, **tag}).status_code == 200


def test_a_tag_is_no_way_around_the_decision(client) -> None:
    params = {"query": json.dumps({"measures": ["ydelse.nix"]})}
    headers = {"Authorization": "demo-direktion", "If-None-Match": "*"}
    assert client.get("/cubejs-api/v1/load", params=params, headers=headers).status_code == 400


def test_status_and_stamps_are_columns(client) -> None:
    query = {
        "measures": ["ydelse.antal_ydelser", "ydelse.antal_ydelser__status"],
        "dimensions": ["ydelse.opgjort_pr", "ydelse.omfang"],
    }
    body = client.load(query).json()
    [row] = body["data"]
    assert row["ydelse.antal_ydelser__status"] == "normal"
    assert row["ydelse.opgjort_pr"] == body["opgjortPr"]
    assert body["annotation"]["measures"]["ydelse.antal_ydelser__status"]["type"] == "string"
