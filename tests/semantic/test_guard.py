"""What could fail on a value is computed of readable rows only: no error tells of a row that a policy has cut."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest
import yaml

from semantic.access.link import load_policies
from semantic.access.principal import Principal
from semantic.cube_query import parse_query
from semantic.errors import ServiceError
from semantic.execute.duckdb import Generation
from semantic.limits import Limits
from semantic.model.link import link
from semantic.model.read import read_text
from semantic.pipeline import Service, answer, prepare
from semantic.result import collect
from tests.attacks.canaries import grant, role
from tests.attacks.forms import filtering

MODEL = """
cubes:
  - name: sag
    sql_table: main.sag
    joins:
      - {name: person, relationship: many_to_one, sql: "{CUBE}.pid = {person}.pid"}
      - {name: org, relationship: many_to_one, sql: "{CUBE}.enhed = {org}.enhed"}
    dimensions:
      - {name: id, type: number, sql: "{CUBE}.id", primary_key: true, public: true}
      - {name: enhed, type: string, sql: "{CUBE}.enhed"}
      - {name: kommune, type: number, sql: "{CUBE}.kommune"}
      - {name: tal, type: number, sql: "CAST({CUBE}.kode AS INTEGER)"}
      - {name: rest, type: number, sql: "100 % {CUBE}.nul"}
    measures:
      - {name: antal, type: count}
  - name: person
    sql_table: main.person
    dimensions:
      - {name: pid, type: number, sql: "{CUBE}.pid", primary_key: true, public: true}
      - {name: tal, type: number, sql: "CAST({CUBE}.kode AS INTEGER)"}
      - {name: rest, type: number, sql: "100 % {CUBE}.nul"}
    measures:
      - {name: antal, type: count}
  - name: org
    sql_table: main.org
    dimensions:
      - {name: enhed, type: string, sql: "{CUBE}.enhed", primary_key: true, public: true}
      - {name: navn, type: string, sql: "{CUBE}.navn"}
    measures: [{name: antal, type: count}]
"""
# One row of a thousand is another's, and there each expression of the model fails.
ROWS = """
CREATE TABLE sag AS SELECT id, CASE WHEN id % 1000 = 7 THEN 'E9' ELSE 'E' || (id % 5)::VARCHAR END AS enhed,
    CASE WHEN id % 1000 = 7 THEN 101 ELSE 573 END AS kommune,
    CASE WHEN id % 1000 = 7 THEN 'KANARIE-' || id ELSE (id % 9)::VARCHAR END AS kode,
    CASE WHEN id % 1000 = 7 THEN 0 ELSE 7 END AS nul, CASE WHEN id % 1000 = 7 THEN -id ELSE id END AS pid
    FROM range(50000) AS t(id);
CREATE TABLE person AS SELECT pid, kode, nul FROM sag;
CREATE TABLE org AS SELECT DISTINCT enhed, 'navn ' || enhed AS navn FROM sag;
"""
CUTS: dict[str, list[dict[str, Any]]] = {
    "lig": [{"dimension": "sag.kommune", "values": [573]}],
    "eller": [{"any": [{"dimension": "sag.kommune", "values": [573]}, {"dimension": "sag.enhed", "values": ["x"]}]}],
    "tekst": [{"dimension": "sag.enhed", "operator": "notContains", "values": ["9"]}],
    "org": [{"dimension": "org.navn", "operator": "notEquals", "values": ["navn E9"]}],
    "liste": [{"dimension": "sag.enhed", "values": ["E0", "E1", "E2", "E3", "E4"]}],
    "ikke": [{"none": [{"dimension": "sag.enhed", "values": ["E9"]}]}],
    "alt": [],
}
FAILING = ("sag.tal", "sag.rest", "person.tal", "person.rest")
QUESTIONS: dict[str, dict[str, Any]] = {
    **{
        f"filter {name}": {"measures": [f"{name[: name.index('.')]}.antal"], "filters": [filtering(name, "gt", 1)]}
        for name in FAILING
    },
    **{f"group {name}": {"measures": [f"{name[: name.index('.')]}.antal"], "dimensions": [name]} for name in FAILING},
    "joined": {"measures": ["sag.antal"], "filters": [filtering("person.tal", "gt", 1)]},
    "joined group": {"measures": ["sag.antal"], "dimensions": ["person.tal"]},
    "beside a join": {
        "measures": ["sag.antal"],
        "filters": [filtering("sag.tal", "gt", 1), {"member": "org.navn", "operator": "set"}],
    },
    "one row": {
        "measures": ["sag.antal"],
        "filters": [filtering("sag.id", "equals", 7007), filtering("sag.tal", "gt", 1)],
    },
    "distinct": {"measures": ["sag.tal__count_distinct"]},
    "subtotals": {"measures": ["sag.antal"], "dimensions": ["sag.tal", "sag.rest"], "subtotals": "cube"},
    "rows": {"dimensions": ["sag.id", "sag.tal"], "ungrouped": True, "order": {"sag.tal": "asc"}, "limit": 3},
}


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    folder = tmp_path_factory.mktemp("guard")
    with duckdb.connect(str(folder / "small.duckdb")) as connection:
        connection.execute(ROWS)
    (folder / "policies").mkdir()
    (folder / "policies" / "roles.yml").write_text(yaml.safe_dump({"roles": [_role(name) for name in CUTS]}), "utf-8")
    limits = Limits(threads=1)
    generation = Generation({"demo": Path(folder / "small.duckdb")}, link((read_text(MODEL, "small.yml"),)), limits)
    yield Service(generation, load_policies(folder / "policies", generation.model), limits)
    generation.close()


def _role(name: str) -> dict[str, object]:
    if name == "alt":
        cut: dict[str, object] = {"open": ["sag", "person", "org"]}
    else:
        cut = {"rows": CUTS[name], "follow": {"person": ["sag"]}, "open": [] if name == "org" else ["org"]}
    return role(name, grant(name, ["sag.*", "person.*", "org.*"], grain={"rows": True}, **cut))


@pytest.mark.parametrize("name", QUESTIONS)
def test_no_error_tells_of_rows_that_are_cut(served: Service, name: str) -> None:
    query = parse_query(QUESTIONS[name], default_limit=None)
    for cut in CUTS:
        if cut != "alt":
            assert collect(answer(query, Principal(cut, (cut,)), served)).table.num_rows, cut
    with pytest.raises(ServiceError, match="cannot be read|divided by zero"):
        collect(answer(query, Principal("alt", ("alt",)), served))


def test_a_statement_that_cannot_fail_is_left_as_it_is(served: Service) -> None:
    for query in ({"measures": ["sag.antal"], "dimensions": ["sag.enhed"]}, {"measures": ["person.antal"]}):
        sql = prepare(parse_query(query, default_limit=None), Principal("org", ("org",)), served).statement.sql
        assert "readable" not in sql
        assert "CASE" not in sql
