"""What is hidden is as if it did not exist: nobody can tell a model with it from one without it.

Two worlds over one database: in the second, everything that the asker's grant does not name is not in the model at all.
Whatever is asked, in whatever place, by right, hidden or misspelt names, every interface says the same in both, byte
for byte; and both catalogues are the same but for the model's version.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import duckdb
import pytest
import yaml

from tests.interfaces.clients.cli import run_query
from tests.interfaces.clients.graphql import document
from tests.interfaces.clients.web import token, web
from tests.worlds import World

MODEL = """
cubes:
  - name: sag
    sql_table: main.sag
    joins:
      - {name: hemmelig, relationship: many_to_one, sql: "{CUBE}.hemmelig_id = {hemmelig}.id"} # hidden
    dimensions:
      - {name: id, type: number, sql: "{CUBE}.id", primary_key: true, public: true}
      - {name: kommune, type: number, sql: "{CUBE}.kommune"}
      - {name: udfald, type: string, sql: "{CUBE}.udfald"}
      - {name: dag, type: time, sql: "{CUBE}.dag"}
      - {name: cpr, type: string, sql: "{CUBE}.cpr"} # hidden
      - {name: cprnummer, type: string, sql: "{CUBE}.cpr"} # hidden
      - {name: foedt, type: time, sql: "{CUBE}.dag"} # hidden
    measures:
      - {name: antal, type: count, drill_members: [udfald]}
      - {name: hoeje, type: count, filters: [{sql: "{CUBE}.loen > 10"}]}
      - {name: loen, type: sum, sql: "{CUBE}.loen"} # hidden
      - {name: loen_snit, type: number, sql: "1.0 * {loen} / {antal}", decimals: 2} # hidden
    segments:
      - {name: bevilgede, sql: "{CUBE}.udfald = 'bevilget'"}
      - {name: dyre, sql: "{CUBE}.loen > 10"} # hidden
  - {name: hemmelig, sql_table: main.hemmelig, dimensions: [{name: id, type: number, sql: "{CUBE}.id", primary_key: true}, {name: navn, type: string, sql: "{CUBE}.navn"}], measures: [{name: antal, type: count}]} # hidden
views:
  - name: sager
    cubes:
      - {join_path: sag, includes: [kommune, udfald, dag, antal]}
      - {join_path: sag.hemmelig, prefix: true, includes: [navn]} # hidden
  - {name: skjult, cubes: [{join_path: hemmelig, includes: "*"}]} # hidden
noegletal:
  - {id: hoeje, measure: sag.hoeje, title: Høje, theme: En prøve, definition: En prøve., taeller: Høje., owner: En prøve, data_area: en prøve, level: M, display: Normal, status: kladde, version: 1.0.0, valid_from: 2020-01-01}
  - {id: loenninger, measure: sag.loen, title: Løn, theme: En prøve, definition: En prøve., taeller: Høje., owner: En prøve, data_area: en prøve, level: M, display: Normal, status: kladde, version: 1.0.0, valid_from: 2020-01-01} # hidden
"""  # noqa: E501
DATA = """
CREATE TABLE sag AS SELECT * FROM (VALUES
    (1, 573, 'bevilget', DATE '2024-01-05', '0101', 7, 1), (2, 573, 'afslag', DATE '2024-02-05', '0202', 20, 2),
    (3, 101, 'bevilget', DATE '2024-03-05', '0303', 30, 1)) AS t(id, kommune, udfald, dag, cpr, loen, hemmelig_id);
CREATE TABLE hemmelig AS SELECT * FROM (VALUES (1, 'a'), (2, 'b')) AS t(id, navn);
"""
RECORD = dict.fromkeys(("title", "formaal", "hjemmel", "ejer", "godkendt_af"), "a test")
ROLE = {
    "name": "laeser", **RECORD, "niveau": "operationelt", "gyldig_til": "9999-12-31", "naeste_gennemgang": "9999-01-01",
    "attributes": {"kommune": "integer"},
    "grants": [{
        "name": "egen", "reason": "A test.", "scope": "egen kommune ({kommune})",
        "members": ["sag.id", "sag.kommune", "sag.udfald", "sag.dag", "sag.antal", "sag.hoeje", "sag.bevilgede"],
        "rows": [{"dimension": "sag.kommune", "attribute": "kommune"}],
        "grain": {"rows": True},
    }],
}  # fmt: skip
PRINCIPALS = {
    "principals": [{"name": "offentlig", "title": "A test", "roles": ["laeser"], "attributes": {"kommune": 573}}]
}
ASKER = "offentlig"
REQUEST_ID = re.compile(r"\b[0-9a-f]{32}\b")
TIMES = frozenset(f"{view}.{time}" for view in ("sag", "sager") for time in ("dag", "foedt"))

# Right, hidden, near to what is hidden, near to what is seen, and near to nothing.
NAMES = (
    "sag.antal", "sag.kommune", "sag.cpr", "sag.foedt", "sag.loen_snit", "sag.dyre", "sag.cprnumer", "sag.loenn",
    "sag.antel", "sag.cpr__count_distinct", "sag.loen__status", "hemmelig.navn", "hemmeligt.antal",
    "sager.hemmelig_navn", "sager.hemmelig_nav", "skjult.antal", "skjul.antal", "xyz.antal",
)  # fmt: skip


def asking(name: str) -> dict[str, dict[str, Any]]:
    """The name in every place of a question."""
    start: dict[str, Any] = {"measures": ["sag.antal"], "dimensions": ["sag.udfald"]}
    return {
        "measure": {**start, "measures": ["sag.antal", name]},
        "dimension": {**start, "dimensions": [name]},
        "time": {**start, "timeDimensions": [{"dimension": name, "granularity": "month"}]},
        "filter": {**start, "filters": [{"member": name, "operator": "equals", "values": ["1"]}]},
        "having": {**start, "filters": [{"member": name, "operator": "gt", "values": [0]}]},
        "segment": {**start, "segments": [name]},
        "order": {**start, "order": {name: "asc"}},
        "top": {**start, "top": {"dimension": "sag.udfald", "measure": name, "count": 1}},
        "top of": {**start, "top": {"dimension": name, "measure": "sag.antal", "count": 1}},
        "every": {**start, "every": [name]},
        "subtotals": {**start, "subtotals": [[name]]},
        "ungrouped": {"dimensions": ["sag.udfald", name], "ungrouped": True},
    }


ASKED = [(name, place) for name in NAMES for place in asking(name)]
UNRUN = [(name, place) for name, place in ASKED if place in ("measure", "filter", "order")]  # parsed by the same reader


@cache
def worlds() -> tuple[World, World]:
    """With what is hidden, and without it."""
    folder = Path(mkdtemp(prefix="noegletal-hidden-"))
    with duckdb.connect(str(folder / "demo.duckdb")) as connection:
        connection.execute(DATA)
    (folder / "policies").mkdir()
    (folder / "policies" / "roles.yml").write_text(yaml.safe_dump({"roles": [ROLE]}).replace("'9999-", "9999-")
                                                   .replace("-31'", "-31").replace("-01'", "-01"), "utf-8")  # fmt: skip
    (folder / "policies" / "principals.demo.yml").write_text(yaml.safe_dump(PRINCIPALS), "utf-8")
    return _world(folder, "whole", MODEL), _world(folder, "cut", _cut(MODEL))


def _world(folder: Path, name: str, text: str) -> World:
    model = folder / name / "schema"
    model.mkdir(parents=True)
    (model / "model.yml").write_text(text, "utf-8")
    return World(f"hidden-{name}", model, folder / "demo.duckdb", folder / "policies")


def _cut(text: str) -> str:
    """Without the hidden lines, and without a heading that has nothing left below it."""
    lines = [line for line in text.splitlines() if not line.endswith("# hidden")]
    return "\n".join(line for line, below in zip(lines, [*lines[1:], ""], strict=True)
                     if line.strip() != "joins:" or below.strip().startswith("- "))  # fmt: skip


def _told(world: World, path: str, body: dict[str, Any]) -> tuple[int, str]:
    response = web(world).post(path, json=body, headers=token(ASKER))
    return response.status_code, _unversioned(world, response.text)


def _unversioned(world: World, text: str) -> str:
    """The text without the model's version and the request's id, which are all that may differ."""
    return REQUEST_ID.sub("ID", text.replace(_version(world), "VERSION"))


@cache
def _version(world: World) -> str:
    response = web(world).post("/cubejs-api/v1/load", json={"query": {"measures": ["sag.antal"]}}, headers=token(ASKER))
    version: str = response.json()["modelVersion"]
    return version


@pytest.mark.parametrize(("path", "asked"), [("load", ASKED), ("sql", UNRUN), ("dry-run", UNRUN)])
def test_rest_cannot_tell_them_apart(path: str, asked: list[tuple[str, str]]) -> None:
    whole, cut = worlds()
    for name, place in asked:
        body = {"query": asking(name)[place]}
        address = f"/cubejs-api/v1/{path}"
        assert _told(whole, address, body) == _told(cut, address, body), (name, place)


def test_graphql_cannot_tell_them_apart() -> None:
    whole, cut = worlds()
    for name, place in ASKED:
        body = {"query": document(asking(name)[place], TIMES)}
        assert _told(whole, "/graphql", body) == _told(cut, "/graphql", body), (name, place)


def test_the_command_line_cannot_tell_them_apart() -> None:
    whole, cut = worlds()
    for name, place in ASKED:
        ran = [run_query(world, asking(name)[place], ASKER) for world in (whole, cut)]
        assert ran[0].exit_code == ran[1].exit_code
        assert ran[0].stdout == ran[1].stdout
        assert _unversioned(whole, ran[0].stderr) == _unversioned(cut, ran[1].stderr), (name, place)


def test_the_rows_behind_a_figure_cannot_tell_them_apart() -> None:
    whole, cut = worlds()
    test = '[{{member: "{}", operator: "equals", values: ["1"]}}]'
    for name in NAMES:
        for given in (f'noegletal: "{name}"', f'noegletal: "sag.hoeje", felter: ["sag.udfald", "{name}"]',
                      f'noegletal: "sag.antal", tid: "{name}", periode: ["2024"]',
                      f'noegletal: "sag.antal", filters: {test.format(name)}'):  # fmt: skip
            body = {"query": f"{{ raekker({given}) {{ kolonner {{ navn titel rolle }} celler talt ialt }} }}"}
            assert _told(whole, "/graphql", body) == _told(cut, "/graphql", body), given


def test_who_names_a_noegletal_for_a_measure_is_told_its_measure_and_of_hidden_ones_nothing() -> None:
    whole, cut = worlds()
    for name in ("hoeje", "loenninger", "loenninge"):
        rows = f'{{ raekker(noegletal: "{name}") {{ celler }} }}'
        parts = f'{{ nedbrydning(noegletal: "{name}", opdeling: ["sag.udfald"]) {{ medlem }} }}'
        rest = ("/cubejs-api/v1/load", {"query": {"measures": [name]}})
        for path, body in (rest, ("/graphql", {"query": rows}), ("/graphql", {"query": parts})):
            told = _told(whole, path, body)
            assert told == _told(cut, path, body), (name, path)
            assert ("'hoeje' is a nøgletal; its measure is 'sag.hoeje'." in told[1]) == (name == "hoeje")
            assert "There is no view '" in told[1]


def test_lineage_tells_no_column_of_what_is_hidden_and_cannot_tell_them_apart() -> None:
    """A visible figure counts by what is hidden, and by a column that nobody else has in the world without it."""
    body = {"query": '{ noegletal(id: "hoeje") { lineage { measures { name } tables { cube table columns } } } }'}
    whole, cut = (_told(world, "/graphql", body) for world in worlds())
    assert whole == cut
    assert json.loads(whole[1])["data"]["noegletal"]["lineage"]["tables"] == [
        {"cube": "sag", "table": "main.sag", "columns": []}
    ]


INTROSPECTION = """{ __schema { types { kind name description fields(includeDeprecated: true) { name description
    args { name type { name kind ofType { name } } } type { name kind ofType { name } } }
    inputFields { name description type { name kind ofType { name } } } enumValues { name description } }
    directives { name } } }"""
CATALOGUES = ("/cubejs-api/v1/meta", "/cubejs-api/v1/meta?extended", "/cubejs-api/v1/meta?onlyViews=true",
              "/graphql/schema.graphql", "/openapi.json")  # fmt: skip


@pytest.mark.parametrize("path", CATALOGUES)
def test_the_catalogues_are_the_same(path: str) -> None:
    whole, cut = ((world, web(world).get(path, headers=token(ASKER))) for world in worlds())
    assert whole[1].status_code == cut[1].status_code
    assert _unversioned(whole[0], whole[1].text) == _unversioned(cut[0], cut[1].text)


def test_introspection_is_the_same() -> None:
    whole, cut = worlds()
    told = [_told(world, "/graphql", {"query": INTROSPECTION}) for world in (whole, cut)]
    assert told[0] == told[1]
    names = [one["name"] for one in json.loads(told[0][1])["data"]["__schema"]["types"]]
    assert any("ag" in name for name in names)
    assert "cpr" not in told[0][1]
    assert "emmelig" not in told[0][1]


def test_there_is_something_hidden() -> None:
    """Else the tests above would hold for two worlds that are the same."""
    whole, cut = worlds()
    assert _version(whole) != _version(cut)
    heard = [run_query(whole, asking(name)[place], ASKER).exit_code for name, place in ASKED]
    assert heard.count(0) >= 9
    assert heard.count(1) > 150
