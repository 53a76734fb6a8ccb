"""The catalogue holds what the asker may see, and no more; the OpenAPI document holds every address."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import anyio
import duckdb
from starlette.applications import Starlette
from starlette.routing import Route

from semantic.access.grant import Entitlement, Grant, open_grant
from semantic.access.policies import open_to_operator
from semantic.access.principal import OPERATOR
from semantic.access.visible import visible
from semantic.cube_query import IGNORED, KEYS, MAX_MEMBERS, MAX_NAME, MAX_NUMBER, MAX_TEXT
from semantic.execute.duckdb import Generation
from semantic.limits import Limits
from semantic.model.load import load_model
from semantic.pipeline import Service
from semantic.predicate import TRUE
from server.rest.app import rest_routes
from server.rest.meta import catalogue
from server.rest.openapi import document
from tests.server.conftest import Client, everybody_is
from tests.worlds import service as world_service


def cubes(client: Any) -> dict[str, Any]:
    return {cube["name"]: cube for cube in client.get("/cubejs-api/v1/meta").json()["cubes"]}


def test_every_visible_view_is_listed_with_its_members(client) -> None:
    found = cubes(client)
    assert found["ydelser"]["type"] == "view"
    assert found["ydelse"]["type"] == "cube"
    measure = found["ydelse"]["measures"][0]
    assert set(measure) >= {"name", "title", "shortTitle", "type", "aggType", "drillMembers", "isVisible", "public"}
    times = [one for one in found["ydelse"]["dimensions"] if one["type"] == "time"]
    assert [grain["name"] for grain in times[0]["granularities"]][-1] == "year"
    assert {one["type"] for cube in found.values() for one in cube["dimensions"]} <= {
        "string",
        "number",
        "boolean",
        "time",
    }


def test_every_listed_member_can_be_asked(client) -> None:
    for cube in cubes(client).values():
        counts = [{"name": name} for one in cube["dimensions"] if (name := one["meta"].get("countDistinct"))]
        for kind, members in (*((kind, cube[kind]) for kind in ("measures", "dimensions")), ("measures", counts)):
            for member in members:
                answer = client.get("/cubejs-api/v1/dry-run", params={"query": f'{{"{kind}": ["{member["name"]}"]}}'})
                assert answer.status_code == 200 or answer.json()["code"][0] == "U", answer.text


def test_the_calendar_of_spells_is_told_and_has_no_count(client) -> None:
    told = {one["name"]: one["meta"] for one in cubes(client)["ydelse"]["dimensions"]}
    assert (told["ydelse.periode"], told["ydelse.start"]) == (
        {"period": True},
        {"countDistinct": "ydelse.start__count_distinct"},
    )


def test_hidden_is_absent(client) -> None:
    model = client.app.state.service.generation.model
    granted = Grant("narrow", "test", frozenset({"kommuner.region"}), default_rows=TRUE)  # type: ignore[arg-type]
    found = catalogue(visible(model, Entitlement((granted,))))["cubes"]
    names = {member["name"].partition(".")[2] for cube in found for member in cube["dimensions"]}
    assert names
    assert all(name.endswith("region") for name in names)
    assert all(cube["measures"] == [] for cube in found)
    assert [cube["connectedComponent"] for cube in found] == list(range(1, len(found) + 1))


def test_the_catalogue_is_sent_once(client) -> None:
    first = client.get("/cubejs-api/v1/meta")
    headers = {"Authorization": "demo-direktion", "If-None-Match": first.headers["etag"]}
    assert client.get("/cubejs-api/v1/meta", headers=headers).status_code == 304
    assert client.get("/cubejs-api/v1/meta", params={"extended": "true"}).json() == first.json()


MODEL = """
cubes:
  - name: orders
    sql_table: orders
    measures: [{name: last, type: max, sql: id}]
"""


def test_a_column_of_another_type_is_told_after_a_reload(tmp_path: Path) -> None:
    """Its names, and with them the hash of what is visible, are the same."""
    (tmp_path / "orders.yml").write_text(MODEL, encoding="utf-8")

    def opened(kind: str) -> Service:
        file = tmp_path / f"{kind}.duckdb"
        with duckdb.connect(str(file)) as connection:
            connection.execute(f"CREATE TABLE orders AS SELECT 1::{kind} AS id")
        generation = Generation({"shop": file}, load_model(tmp_path), Limits())
        return Service(generation, open_to_operator("test", "test"))

    services = [opened("INTEGER"), opened("VARCHAR")]
    routes = rest_routes(lambda: services[0], everybody_is(OPERATOR), 10, anyio.CapacityLimiter(2))
    asker = Client(Starlette(routes=routes))
    asker.app.state.service = services[1]
    old = asker.get("/cubejs-api/v1/meta")
    services.pop(0).generation.close()
    new = asker.get("/cubejs-api/v1/meta", headers={"If-None-Match": old.headers["etag"]})
    assert [answer.json()["cubes"][0]["measures"][0]["type"] for answer in (old, new)] == ["number", "string"]
    assert new.headers["etag"] != old.headers["etag"]
    asker.close()


def test_the_catalogue_of_views_alone(client) -> None:
    whole = client.get("/cubejs-api/v1/meta").json()["cubes"]
    views = client.get("/cubejs-api/v1/meta", params={"onlyViews": "true"})
    assert views.json()["cubes"] == [one for one in whole if one["type"] == "view"] != []
    headers = {"Authorization": "demo-direktion", "If-None-Match": views.headers["etag"]}
    assert client.get("/cubejs-api/v1/meta", headers=headers).status_code == 200  # not the same as the whole
    assert client.get("/cubejs-api/v1/meta", params={"onlyViews": "false"}).json()["cubes"] == whole
    assert client.get("/cubejs-api/v1/meta", params={"onlyViews": "1"}).json()["code"] == "P103"


def test_without_the_demo_nobody_sees_a_catalogue(closed_client) -> None:
    assert closed_client.get("/cubejs-api/v1/meta").status_code == 401


def references(node: Any) -> set[str]:
    if isinstance(node, dict):
        own = {node["$ref"]} if "$ref" in node else set()
        return own.union(*(references(value) for value in node.values()))
    return set().union(*(references(value) for value in node)) if isinstance(node, list) else set()


def test_the_openapi_document_is_whole() -> None:
    found = document()
    assert references(found) <= {f"#/components/schemas/{name}" for name in found["components"]["schemas"]}
    operations = [operation for path in found["paths"].values() for operation in path.values()]
    assert len({one["operationId"] for one in operations}) == len(operations)
    assert all("200" in one["responses"] for one in operations if one["operationId"] != "cubesql")
    responses = [one for operation in operations for one in operation["responses"].items()]
    assert all("content" in response for status, response in responses if status != "304")


def test_the_openapi_document_names_every_address(client) -> None:
    served = {
        (route.path, method.lower())
        for route in client.app.routes
        if isinstance(route, Route) and not route.path.startswith("/graphql") and route.path not in ("/", "/livez")
        for method in route.methods or ()
        if method != "HEAD"
    }
    written = {(path, method) for path, one in document()["paths"].items() for method in one}
    assert served == written
    assert client.get("/openapi.json", headers={}).json()["openapi"] == "3.1.0"


def test_the_openapi_document_has_every_key_of_a_query() -> None:
    described = set(document()["components"]["schemas"]["Query"]["properties"])
    assert set(KEYS) <= described <= {*KEYS, *IGNORED}


def test_the_openapi_document_bounds_names_numbers_and_texts_as_they_are_read() -> None:
    schemas = document()["components"]["schemas"]
    query, (test, *_) = schemas["Query"]["properties"], schemas["Filter"]["oneOf"]
    by_name, limit, offset = (
        query["order"]["anyOf"][0]["oneOf"][0],
        query["limit"]["anyOf"][0],
        query["offset"]["anyOf"][0],
    )
    named = (by_name["propertyNames"], schemas["TimeDimension"]["properties"]["granularity"])
    assert {(one["minLength"], one["maxLength"]) for one in named} == {(1, MAX_NAME)}
    assert by_name["maxProperties"] == MAX_MEMBERS
    assert limit["maximum"] == offset["maximum"] == MAX_NUMBER
    assert test["properties"]["values"]["anyOf"][0]["items"]["maxLength"] == MAX_TEXT


def test_the_openapi_document_lets_a_key_be_null_and_a_dialect_stand_where_rows_are_written() -> None:
    query = document()["components"]["schemas"]["Query"]["properties"]
    nullable = {key for key, schema in query.items() if {"type": "null"} in schema.get("anyOf", [])}
    assert nullable == set(query) - {"renewQuery"}  # which may be anything
    paths = document()["paths"].items()
    with_dialect = {
        path for path, one in paths if "dialekt" in str([method.get("parameters") for method in one.values()])
    }
    assert with_dialect == {f"/cubejs-api/v1/{name}" for name in ("load", "subscribe", "vaerdier")}


def test_the_openapi_document_names_no_member(client) -> None:
    text = client.get("/openapi.json").text
    assert not any(f"{name}." in text for name in client.app.state.service.generation.model.views)


def library() -> dict[str, Any]:
    seen = visible(world_service("library").generation.model, Entitlement((open_grant("all", "test"),)))
    return {cube["name"]: cube for cube in catalogue(seen)["cubes"]}


def member(cube: dict[str, Any], name: str) -> dict[str, Any]:
    return next(one for kind in ("measures", "dimensions") for one in cube[kind] if one["name"] == name)


def test_how_members_look_is_told_in_cubes_words() -> None:
    found = library()
    loans, lending = found["loans"], found["lending"]
    formats = {name: member(loans, f"loans.{name}").get("format") for name in ("made_at", "fee", "fees", "kind")}
    assert formats == {
        "made_at": {"type": "custom-time", "value": "%d.%m.%Y"},
        "fee": "currency",
        "fees": {"type": "custom-numeric", "value": "$,.2~f", "alias": "currency_2"},
        "kind": None,
    }
    assert member(loans, "loans.late_share")["format"]["value"] == ".1~%"
    assert member(lending, "lending.late_share")["format"] == {"type": "custom-numeric", "value": "0.0%"}
    assert member(found["readers"], "readers.age")["format"] == {
        "type": "custom-numeric",
        "value": ".0f",
        "alias": "id",
    }
    assert (member(loans, "loans.fee")["currency"], member(lending, "lending.fees")["currency"]) == ("DKK", "DKK")
    assert (member(lending, "lending.made_at")["order"], "order" in member(loans, "loans.fee")) == ("desc", False)
    assert [member(loans, f"loans.{name}")["suggestFilterValues"] for name in ("fee", "kind")] == [False, True]


def test_a_link_is_told_without_its_sql() -> None:
    (link,) = member(library()["readers"], "readers.name")["links"]
    assert link == {"name": "search", "label": "Search", "icon": "search", "target": "blank", "params": ["city"]}


def test_hierarchies_and_folders_are_told_under_the_views_names() -> None:
    lending = library()["lending"]
    levels = ["lending.readers_region", "lending.readers_city", "lending.readers_name"]
    assert lending["hierarchies"] == [
        {"name": "lending.readers_place", "title": "Where they live", "levels": levels, "public": True}
    ]
    loans, readers = lending["folders"]
    assert loans == {
        "name": "Loans",
        "members": ["lending.kind", "lending.fee_class", "lending.count", "lending.fees"],
    }
    assert readers["members"] == [levels[2], *levels[:2], "lending.readers_place"]
    figures = {"name": "Figures", "members": ["lending.count", {"name": "Money", "members": ["lending.fees"]}]}
    assert lending["nestedFolders"][0]["members"] == ["lending.kind", "lending.fee_class", figures]


def test_a_cubes_hierarchies_are_told_but_not_hidden_ones() -> None:
    assert [one["name"] for one in library()["readers"]["hierarchies"]] == ["readers.place"]
    (home,) = library()["readership"]["hierarchies"]
    assert (home["name"], home["title"], home["levels"][1]) == ("readership.home", "Home", "readership.town")


def test_drill_members_of_other_cubes_are_told() -> None:
    count = member(library()["loans"], "loans.count")
    assert count["drillMembers"] == ["loans.kind", "readers.name"]
    assert count["drillMembersGrouped"] == {"measures": [], "dimensions": ["loans.kind", "readers.name"]}


def test_what_has_no_title_is_spelled_out() -> None:
    found = library()
    titles = {name: member(found["loans"], f"loans.{name}")["title"] for name in ("payers", "late_share", "fee_class")}
    assert titles == {"payers": "Loans Payers", "late_share": "Loans Late Share", "fee_class": "Loans Fee Class"}
    city = member(found["lending"], "lending.readers_city")
    assert (city["title"], city["shortTitle"]) == ("Lending Readers City", "Readers City")
    assert member(found["readership"], "readership.town")["shortTitle"] == "Town"
    assert found["lending_places"]["title"] == "Lending and place"


def test_a_switch_tells_its_values_and_has_no_count_of_them() -> None:
    dimensions = {one["name"]: one for one in library()["loans"]["dimensions"]}
    assert dimensions["loans.shown_in"]["meta"] == {"switch": ["DKK", "EUR", "rate"]}
    assert dimensions["loans.kind"]["meta"]["countDistinct"] == "loans.kind__count_distinct"
