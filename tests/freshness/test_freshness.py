"""How fresh each source is: first of which nobody hears, then what the register says, and the same everywhere."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import duckdb
import pytest
from click.testing import CliRunner

from semantic.errors import DefinitionError
from semantic.execute.loads import Load, Loads
from semantic.freshness import Freshness, freshness
from semantic.model.load import load_model
from semantic.query import AsOf
from server.cli import main
from server.main import build_app
from server.settings import Settings
from tests.long_view.test_values import PEOPLE, governed
from tests.server.conftest import Client
from tests.server.postgres.sql.asked import ask
from tests.worlds import PROJECT, world

FIELDS = "kilde systemer dataversion opgjort_pr indlaest indlaesninger forventes_senest status vurderet_pr"
OPEN = {"folk1a", "indikatorer", "panel", "regk31", "varde_2021"}


def of(who: str, today: date = date(2025, 10, 15)) -> dict[str, Freshness]:
    service = governed()
    principal = PEOPLE[who]
    return {one.kilde: one for one in freshness(service.visible(principal), service.generation.loads, today)}


def test_a_source_of_what_is_hidden_is_not_told_of() -> None:
    assert of("lokaladmin_varde").keys() == OPEN
    assert of("direktion").keys() == of("sagsbehandler").keys() == OPEN | {"social"}


def test_what_the_register_says_by_hand() -> None:
    with duckdb.connect(str(world("demo").database), read_only=True) as opened:
        rows = opened.execute(
            "SELECT source, max(number), max(opgjort_pr), max(arrived), count(*) FROM load WHERE complete GROUP BY 1"
        ).fetchall()
    found = of("direktion")
    assert {(k, o.dataversion, o.opgjort_pr, o.indlaest, o.indlaesninger) for k, o in found.items()} == set(rows)
    assert found["social"].indlaest == datetime(2025, 10, 1, 6)
    assert found["social"].systemer == "Syntetisk"


@pytest.mark.parametrize(
    ("today", "status"),
    [(date(2025, 10, 1), "frisk"), (date(2025, 11, 10), "frisk"), (date(2025, 11, 11), "forsinket")],
)
def test_a_source_is_late_once_the_next_period_is_over_and_its_days_have_gone(today: date, status: str) -> None:
    social = of("direktion", today)["social"]
    assert (social.forventes_senest, social.status, social.vurderet_pr) == (date(2025, 11, 10), status, today)


def test_without_an_expectation_nothing_is_late_and_without_a_load_it_is_missing() -> None:
    service = governed()
    assert {of("direktion", date(2030, 1, 1))[name].status for name in OPEN} == {"uden_frist"}
    loads = Loads(1, {"panel": (Load(1, date(2023, 12, 31)),)}, AsOf(date(2023, 12, 31), "panel"))
    found = {one.kilde: one for one in freshness(service.visible(PEOPLE["direktion"]), loads, date(2025, 1, 1))}
    assert (found["panel"].status, found["panel"].indlaest) == ("uden_frist", None)
    assert (found["social"].status, found["social"].opgjort_pr, found["social"].indlaesninger) == ("mangler", None, 0)


@pytest.fixture(scope="module")
def client() -> Iterator[Client]:
    databases = {"demo": world("demo").database}
    found = Client(build_app(Settings(demo=True, policies=PROJECT / "access_policies", databases=databases)))
    yield found
    found.close()


@pytest.mark.parametrize("who", ["lokaladmin_varde", "direktion", "governance"])
def test_every_interface_says_the_same(client: Client, who: str) -> None:
    headers = {"Authorization": f"demo-{who}"}
    graphql = client.post("/graphql", json={"query": f"{{ kilder {{ {FIELDS} }} }}"}, headers=headers).json()
    rest: Any = client.get("/cubejs-api/v1/kilder", headers=headers).json()["data"]
    arguments = ["kilder", "--format", "json", "--as", who, "--database", str(world("demo").database)]
    typed = CliRunner(env={"NOGLETAL_POLICIES": str(PROJECT / "access_policies")}).invoke(main, arguments)
    wanted = graphql["data"]["kilder"]
    assert wanted == rest == json.loads(typed.stdout)
    asked = ask(governed(), f"select {FIELDS.replace(' ', ', ')} from noegletal.friskhed order by kilde",
                principal=PEOPLE[who])  # fmt: skip
    assert [tuple(row.values()) for row in wanted] == [tuple(map(written, row)) for row in asked.rows]
    assert ("social" in {row["kilde"] for row in wanted}) == (who != "lokaladmin_varde")


def written(value: object) -> object:
    return str(value).replace(" ", "T") if isinstance(value, date) else value


def test_the_page_of_data_quality_shows_them_and_no_other(client: Client) -> None:
    query = '{ a: tema(id: "%s") { kilder { kilde status } } }'
    headers = {"Authorization": "demo-direktion"}

    def shown(theme: str) -> Any:
        return client.post("/graphql", json={"query": query % theme}, headers=headers).json()["data"]["a"]["kilder"]

    assert {row["kilde"] for row in shown("datakvalitet")} == OPEN | {"social"}
    assert shown("arbejdspladsen") == []


CUBE = """cubes:
  - name: {name}
    sql_table: main.t
    source: {{system: S, {source}}}
    dimensions:
      - {{name: id, type: number, sql: "{{CUBE}}.id", primary_key: true}}
    measures:
      - {{name: antal, type: count}}
"""


@pytest.mark.parametrize(
    "sources",
    [
        ("expected: {every: 1 month}",),  # of no load
        ("load: a, expected: {every: often}",),
        ("load: a, expected: {every: 1 month, within: soon}",),
        ("load: a, expected: {every: 1 month}", "load: a, expected: {every: 1 year}"),
    ],
)
def test_an_expectation_that_says_nothing_or_two_things_is_a_fault(tmp_path: Path, sources: tuple[str, ...]) -> None:
    for number, source in enumerate(sources):
        (tmp_path / f"{number}.yml").write_text(CUBE.format(name=f"c{number}", source=source), "utf-8")
    with pytest.raises(DefinitionError) as error:
        load_model(tmp_path)
    assert {one.code for one in error.value.problems} == {"D679"}


def test_an_expectation_is_told_once_or_alike(tmp_path: Path) -> None:
    for number, source in enumerate(
        ("load: a, expected: {every: 1 month}", "load: a", "load: a, expected: {every: 1 month}")
    ):
        (tmp_path / f"{number}.yml").write_text(CUBE.format(name=f"c{number}", source=source), "utf-8")
    assert len(load_model(tmp_path).cubes) == 3
