"""The catalogue: what can be asked and what it means, of the visible only."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import httpx
import orjson
import pytest
import yaml

from semantic.access.grant import Entitlement, Grant, open_grant
from semantic.access.principal import Principal
from semantic.access.visible import visible
from semantic.pipeline import Service
from server.graphql.limits import Limits
from server.graphql.operation import Asking, Request, resolve_cube, respond
from server.graphql.schema import build
from tests.worlds import PROJECT, service

RECORD = """{ noegletal(id: "noegletal-001") {
  title owner status level dataArea validFrom measures { name unit decimals status }
  taeller { text dataArea measure { name } } naevner { text measure { name } }
  lineage { measures { name } sources { cube system table attribution } tables { cube table columns } }
  breaks { date text } changeLog { version }
} }"""


def seen_by(service: Service, members: frozenset[str] | None, query: str) -> Any:
    """What somebody sees who was granted these members."""
    grant = Grant("g", "r", members) if members is not None else open_grant("g", "r")
    schemas = build(visible(service.generation.model, Entitlement((grant,))), resolve_cube)
    asking = Asking(Principal("x", ()), service, schemas, 10)
    return orjson.loads(respond(Request(query), asking, Limits()).body)


def test_views_and_members(ask: Callable[..., httpx.Response]) -> None:
    text = '{ views(name: "regnskab") { name title synthetic members { name kind type title unit decimals status } } }'
    [view] = ask(text).json()["data"]["views"]
    assert (view["name"], view["synthetic"]) == ("regnskab", False)
    members = {member["name"]: member for member in view["members"]}
    assert members["regnskab.udgift_pr_indbygger"] == {
        "name": "regnskab.udgift_pr_indbygger",
        "kind": "measure",
        "type": "decimal",
        "title": "Nettoudgift pr. indbygger",
        "unit": "kr. pr. indbygger",
        "decimals": 1,
        "status": "regnskab.udgift_pr_indbygger__status",
    }
    assert members["regnskab.kommune"]["kind"] == "dimension"


def test_a_dimension_names_the_count_of_its_values(ask: Callable[..., httpx.Response]) -> None:
    [view] = ask('{ views(name: "regnskab") { members { name countDistinct } } }').json()["data"]["views"]
    counts = {member["name"]: member["countDistinct"] for member in view["members"]}
    assert counts["regnskab.kommune"] == "regnskab.kommune__count_distinct"
    assert counts["regnskab.udgift_pr_indbygger"] is None


def test_every_kind_of_member_is_listed(ask: Callable[..., httpx.Response]) -> None:
    views = ask("{ views { name members { kind type } } }").json()["data"]["views"]
    kinds = {(member["kind"], member["type"] is None) for view in views for member in view["members"]}
    assert kinds == {("dimension", False), ("time", False), ("measure", False), ("segment", True)}
    assert ask('{ views(name: "nowhere") { name } }').json()["data"] == {"views": []}


def test_a_record_with_its_parts_and_sources(ask: Callable[..., httpx.Response]) -> None:
    record = ask(RECORD).json()["data"]["noegletal"]
    assert [one["name"] for one in record["measures"]] == [
        "regnskab.udgift_pr_indbygger",
        "benchmark.udgift_pr_indbygger",
    ]
    assert record["taeller"]["measure"]["name"] == "regnskab.udgift_kr"
    assert record["naevner"]["measure"]["name"] == "indbyggere.folketal"
    assert record["taeller"]["text"].startswith("Nettoudgift i kr.")
    assert {source["cube"] for source in record["lineage"]["sources"]} == {"regnskab", "indbyggere"}
    assert {one["cube"]: (one["table"], one["columns"]) for one in record["lineage"]["tables"]} == {
        "indbyggere": ("main.indbyggere", ["folketal"]),
        "regnskab": ("main.regnskab", ["udgift_kr"]),
    }
    assert record["validFrom"] == "2020-01-01"
    assert record["breaks"]


def test_the_list_of_records(ask: Callable[..., httpx.Response]) -> None:
    found = ask("{ noegletalListe { id shortTitle theme } }").json()["data"]["noegletalListe"]
    assert "noegletal-001" in {one["id"] for one in found}


def test_a_dimension_that_is_hidden_is_not_among_those_that_are_summed_over(service: Service) -> None:
    text = '{ views(name: "indbyggere") { members { name additiveOver } } }'

    def listed(members: frozenset[str] | None) -> object:
        [view] = seen_by(service, members, text)["data"]["views"]
        return next(one["additiveOver"] for one in view["members"] if one["name"] == "indbyggere.folketal")

    whole = [
        f"indbyggere.{name}"
        for name in ("kommunekode", "kommune", "region", "region_2027", "kommunegruppe", "viderefoert")
    ]
    assert sorted(listed(None)) == sorted(whole)
    assert listed(frozenset({"indbyggere.folketal", "indbyggere.region"})) == ["indbyggere.region"]
    assert listed(frozenset({"indbyggere.folketal"})) == []


def test_a_list_of_records_costs_what_the_asker_may_know_of(service: Service) -> None:
    """What a hidden record would cost tells that it is there."""
    every = len(service.generation.model.noegletal)
    for members, count in ((None, every), (frozenset({"regnskab.aar"}), 0), (frozenset(), 0)):
        grant = Grant("g", "r", members) if members is not None else open_grant("g", "r")
        found = build(visible(service.generation.model, Entitlement((grant,))), resolve_cube)
        assert found.sizes.lists["noegletalListe"] == count


def test_what_cannot_be_counted_is_told_with_why(ask: Callable[..., httpx.Response], service: Service) -> None:
    found = ask("{ ikkeOpgjorte { id title theme dataArea hvorfor kraever } }").json()["data"]["ikkeOpgjorte"]
    [written] = yaml.safe_load((PROJECT / "schema" / "ikke_opgjorte.yml").read_text("utf-8")).values()
    keys = ("id", "title", "theme", "data_area", "hvorfor", "kraever")
    assert sorted(tuple(one.values()) for one in found) == sorted(tuple(one[key] for key in keys) for one in written)
    nothing = seen_by(service, frozenset(), "{ ikkeOpgjorte { id } }")
    assert nothing == {"data": {"ikkeOpgjorte": []}}


def test_a_hidden_part_leaves_the_words_but_not_the_measure(service: Service) -> None:
    record = seen_by(service, frozenset({"regnskab.udgift_pr_indbygger"}), RECORD)["data"]["noegletal"]
    assert record["taeller"]["text"]
    assert record["taeller"]["measure"] is None
    assert record["naevner"]["measure"] is None
    assert record["lineage"]["measures"] == []
    assert {source["cube"] for source in record["lineage"]["sources"]} == {"regnskab"}
    assert record["lineage"]["tables"] == []


@pytest.mark.parametrize("members", [frozenset({"regnskab.aar"}), frozenset()])
def test_a_hidden_record_is_as_absent(members: frozenset[str], service: Service) -> None:
    for asked in ("noegletal-001", "noegletal-999"):
        text = f'{{ noegletal(id: "{asked}") {{ title }} noegletalListe {{ id }} }}'
        assert seen_by(service, members, text) == {"data": {"noegletal": None, "noegletalListe": []}}


def test_who_sees_nothing_is_told_of_no_view(service: Service) -> None:
    """The words are those for a view that does not exist."""
    answer = seen_by(service, frozenset(), "{ cube { regnskab { udgift_kr } } }")
    assert [error["extensions"]["code"] for error in answer["errors"]] == ["A301"] or answer["errors"][0][
        "message"
    ] == ("There is no view 'regnskab'.")
    assert seen_by(service, frozenset(), "{ views { name } }") == {"data": {"views": []}}


def test_introspection_shows_the_shown_schema_beside_an_answer(ask: Callable[..., httpx.Response]) -> None:
    text = """{ __type(name: "RegnskabMembers") { fields { name } }
                cube(limit: 1) { regnskab { aar } }
                __schema { queryType { name } } }"""
    data = ask(text).json()["data"]
    assert {"name": "udgift_kr"} in data["__type"]["fields"]
    assert data["__schema"] == {"queryType": {"name": "Query"}}
    assert data["cube"] == [{"regnskab": {"aar": 2020}}]


def test_introspection_twice_is_the_same(ask: Callable[..., httpx.Response]) -> None:
    text = "{ __schema { types { name fields { name } } } }"
    assert ask(text).content == ask(text).content
    for given, code in ((None, "P103"), ({"x": True}, None), (None, "P103")):
        text = "query ($x: Boolean!) { __schema @include(if: $x) { queryType { name } } }"
        answer = ask(text, **(given or {}))
        assert (answer.status_code, answer.headers.get("nogletal-error")) == (400 if code else 200, code)
    named = "query a { __schema { queryType { name } } } query b { __schema { description } }"
    assert ask(named).status_code == 400


ARRANGED = """{ views(name: "lending") {
  hierarchies { name title levels } folders { name members folders { name members folders { members } } }
  members { name format currency order drillMembers links { name label icon } }
} }"""


def test_how_a_view_is_arranged_and_shown() -> None:
    [view] = seen_by(service("library"), None, ARRANGED)["data"]["views"]
    [place] = view["hierarchies"]
    assert (place["name"], place["title"], len(place["levels"])) == ("lending.readers_place", "Where they live", 3)
    assert view["folders"][0] == {
        "name": "Loans",
        "members": ["lending.kind", "lending.fee_class"],
        "folders": [
            {"name": "Figures", "members": ["lending.count"], "folders": [{"members": ["lending.fees"]}]},
        ],
    }
    members = {one["name"]: one for one in view["members"]}
    assert members["lending.fees"]["format"] == "currency_2"
    assert members["lending.late_share"]["format"] == "0.0%"
    assert members["lending.fees"]["currency"] == "DKK"
    assert members["lending.made_at"]["order"] == "desc"
    assert members["lending.count"]["drillMembers"] == ["lending.kind", "lending.readers_name"]
    assert members["lending.readers_name"]["links"] == [{"name": "search", "label": "Search", "icon": "search"}]


def test_what_is_hidden_is_in_no_folder_and_no_hierarchy() -> None:
    [view] = seen_by(service("library"), frozenset({"loans.kind", "readers.city"}), ARRANGED)["data"]["views"]
    assert view["hierarchies"] == [
        {"name": "lending.readers_place", "title": "Where they live", "levels": ["lending.readers_city"]}
    ]
    assert [(one["name"], one["members"], one["folders"]) for one in view["folders"]] == [
        ("Loans", ["lending.kind"], []),
        ("Readers", ["lending.readers_city", "lending.readers_place"], []),
    ]
