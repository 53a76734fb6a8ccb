"""As of a day today's policies decide, on the rows as they stood; nobody is found through a day before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from semantic.access.link import link_policies, read_policy
from semantic.access.principal import OPERATOR, Principal
from semantic.cube_query import parse_query
from semantic.errors import ServiceError
from semantic.pipeline import Service, answer, explain
from semantic.result import collect
from tests.access.askers import role
from tests.small_model import small_model

MODEL = """
cubes:
  - name: post
    sql_table: main.post
    source: {system: Test, load: kasse}
    loaded_at: {load: indlaesning, withdrawn: annulleret}
    person_key: borger
    address_protection: skjult
    joins:
      - {name: ansvarlig, cube: enhed, relationship: many_to_one, sql: "{CUBE}.enhed = {ansvarlig}.id", at: opgjort_pr}
      - {name: borgeren, cube: borger, relationship: many_to_one, sql: "{CUBE}.borger = {borgeren}.id"}
    dimensions:
      - {name: id, type: number, sql: "{CUBE}.id", primary_key: true, public: true}
      - {name: enhed, type: string, sql: "{CUBE}.enhed"}
      - {name: borger, type: number, sql: "{CUBE}.borger"}
      - {name: kommune, type: string, sql: "{CUBE}.kommune", geography: true}
      - {name: skjult, type: boolean, sql: "{borgeren.skjult}", public: false}
      - {name: gennem, type: string, sql: "{borgeren.bor.navn}"}
      - {name: indlaesning, type: number, sql: "{CUBE}.indlaesning", public: false}
      - {name: annulleret, type: boolean, sql: "{CUBE}.annulleret", public: false}
    measures:
      - {name: antal, type: count}
      - {name: kr, type: sum, sql: "{CUBE}.kr"}
  - name: enhed
    sql_table: main.enhed
    source: {system: Test, load: kasse}
    valid_time: {from: fra, to: til}
    dimensions:
      - {name: id, type: string, sql: "{CUBE}.id", primary_key: true}
      - {name: fra, type: time, sql: "{CUBE}.fra", primary_key: true}
      - {name: til, type: time, sql: "{CUBE}.til"}
      - {name: center, type: string, sql: "{CUBE}.center"}
  - name: borger
    sql_table: main.borger
    source: {system: Test, load: kasse}
    joins:
      - {name: bor, cube: sted, relationship: many_to_one, sql: "{CUBE}.sted = {bor}.id"}
    dimensions:
      - {name: id, type: number, sql: "{CUBE}.id", primary_key: true}
      - {name: skjult, type: boolean, sql: "{CUBE}.skjult"}
  - name: sted
    sql_table: main.sted
    static: true
    dimensions:
      - {name: id, type: number, sql: "{CUBE}.id", primary_key: true}
      - {name: navn, type: string, sql: "{CUBE}.navn"}
"""
# N moved from center A to B between the two loads; post 1 moved from N to S, and post 3 was withdrawn.
ROWS = """
CREATE TABLE load AS SELECT * FROM (VALUES (1, 'kasse', DATE '2025-01-31', true), (2, 'kasse', DATE '2025-02-28', true))
    t(number, source, opgjort_pr, complete);
CREATE TABLE enhed AS SELECT * FROM (VALUES ('N', DATE '2020-01-01', DATE '2025-02-15', 'A'),
    ('N', DATE '2025-02-15', NULL, 'B'), ('S', DATE '2020-01-01', NULL, 'C')) t(id, fra, til, center);
CREATE TABLE borger AS SELECT * FROM (VALUES (1, true, 1), (2, false, 1)) t(id, skjult, sted);
CREATE TABLE sted AS SELECT 1 AS id, 'Vest' AS navn;
CREATE TABLE post AS SELECT * FROM (VALUES
    (1, 'N', 1, 'X', 1, 1, false), (1, 'S', 1, 'X', 2, 2, false), (2, 'N', 2, 'X', 4, 1, false),
    (3, 'S', 2, 'X', 8, 1, false), (3, 'S', 2, 'X', 8, 2, true), (4, 'N', 2, 'Y', 16, 2, false))
    t(id, enhed, borger, kommune, kr, indlaesning, annulleret)
"""
THEN, NOW = {"asOf": "2025-01-31"}, dict[str, str]()


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    with small_model(tmp_path_factory.mktemp("as_of"), MODEL, ROWS) as made:
        yield made


def heard(service: Service, grant: dict[str, Any], **query: Any) -> set[tuple[Any, ...]] | str:
    """The rows, or the code of the refusal."""
    told = {"name": "g", "reason": "En prøve", "scope": "noget", "members": ["post.*"], "grain": {"rows": True}}
    told |= grant
    written = yaml.safe_dump({"roles": [role(grants=[told])]}, allow_unicode=True)
    policies = link_policies([read_policy(written, "asker.yml")], service.generation.model)
    try:
        found = collect(answer(parse_query(query, default_limit=None), Principal("someone", ("asker",)),
                               replace(service, policies=policies)))  # fmt: skip
    except ServiceError as error:
        return error.code
    return set(zip(*(column.to_pylist() for column in found.table.columns), strict=True))


def of(dimension: str, value: str) -> dict[str, Any]:
    return {"rows": [{"dimension": dimension, "values": [value]}]}


KR = {"measures": ["post.kr"]}


def test_the_row_decides_as_it_stood(service: Service) -> None:
    """What has moved away is the old unit's as of the day before, and never both units'."""
    assert heard(service, of("post.enhed", "N"), **KR, **THEN) == {(1 + 4,)}
    assert heard(service, of("post.enhed", "S"), **KR, **THEN) == {(8,)}
    assert heard(service, of("post.enhed", "N"), **KR) == {(4 + 16,)}
    assert heard(service, of("post.enhed", "S"), **KR) == {(2,)}


def test_what_is_looked_up_beside_the_row_is_todays(service: Service) -> None:
    """Who led the unit then and does not now sees nothing of it through an earlier day; who leads it now does."""
    assert heard(service, of("enhed.center", "A"), **KR, **THEN) == {(None,)}
    assert heard(service, of("enhed.center", "B"), **KR, **THEN) == {(1 + 4,)}
    assert heard(service, of("enhed.center", "B"), **KR) == {(4 + 16,)}


def test_a_version_that_is_replaced_is_no_row_to_anybody(service: Service) -> None:
    for condition in (NOW, THEN):
        rows = heard(service, {"open": ["post"]}, dimensions=["post.id", "post.enhed"], ungrouped=True, **condition)
        assert len(rows) == 3, rows
    assert heard(service, {"open": ["post"]}, dimensions=["post.id"], ungrouped=True) == {(1,), (2,), (4,)}


def test_whose_address_is_secret_now_has_none_as_of_before(tmp_path: Path) -> None:
    """Twelve persons in X and twelve in Y; six of each are protected by now, and have no place on either day."""
    rows = """
        UPDATE post SET annulleret = true;
        INSERT INTO borger SELECT n, n % 2 = 0, 1 FROM range(10, 34) r(n);
        INSERT INTO post SELECT n, 'S', n, CASE WHEN n < 22 THEN 'X' ELSE 'Y' END, 1, 1, false FROM range(10, 34) r(n)
    """
    grant = {
        "open": ["post", "borger"], "members": ["post.*", "borger.skjult"], "except": ["post.id", "post.borger"],
        "tier": "threshold", "thresholds": {"persons": 2, "share": 100, "alike": 2}, "grain": {"rows": False},
    }  # fmt: skip
    with small_model(tmp_path, MODEL, f"{ROWS};{rows}") as service:
        for condition in (NOW, THEN):
            found = heard(service, grant, dimensions=["post.kommune"], measures=["post.antal"], **condition)
            assert found == {(None, 12), ("X", 6), ("Y", 6)}


@pytest.mark.parametrize("dimension", ["post.gennem", "borger.skjult", "enhed.center"])
def test_what_is_joined_and_not_kept_is_refused_by_the_name_that_was_asked(service: Service, dimension: str) -> None:
    """Also where the way leads on to what never changes."""
    with pytest.raises(ServiceError) as refused:
        explain(parse_query({**KR, "dimensions": [dimension], **THEN}, default_limit=None), OPERATOR, service)
    assert [one.code for one in refused.value.problems] == ["U415"]
    assert f"'{dimension}'" in str(refused.value)
