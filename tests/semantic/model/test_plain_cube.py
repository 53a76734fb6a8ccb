"""Plain Cube YAML loads unchanged, or what is not served is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from semantic.errors import DefinitionError
from semantic.model.link import link
from semantic.model.model import Model
from semantic.model.read import read_text

FILES = sorted((Path(__file__).parent / "plain_cube").glob("*.yml"))


def load(text: str) -> Model:
    return link([read_text(text, "a.yml")])


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_plain_cube_loads_unchanged(file: Path) -> None:
    assert load(file.read_text("utf-8")).views


def test_there_are_files() -> None:
    assert len(FILES) >= 3


CUBE = """\
cubes:
  - name: trips
    sql_table: t.trips
    joins:
      - {{name: taxis, relationship: many_to_one, sql: "{{CUBE}}.taxi_id = {{taxis.id}}"}}
    dimensions:
      - {{name: id, sql: id, type: number, primary_key: true}}
      - {{name: at, sql: at, type: time}}
{dimension}
    measures:
      - {{name: count, type: count}}
{measure}
{cube}
  - name: taxis
    sql_table: t.taxis
    dimensions: [{{name: id, sql: id, type: number, primary_key: true}}]
    measures: [{{name: count, type: count}}]
"""
# Each is Cube's, and would change numbers or access.
NAMED = {
    "geo": ("dimension", "{name: place, type: geo, latitude: {sql: a}, longitude: {sql: b}}", "'geo'"),
    "switch without values": ("dimension", "{name: currency, type: switch}", "'values'"),
    "switch with sql": ("dimension", "{name: currency, type: switch, values: [EUR], sql: x}", "values of its own"),
    "masked": ("dimension", "{name: driver, type: string, sql: driver, mask: {sql: \"'x'\"}}", "'mask'"),
    "case of a switch": (
        "measure",
        "{name: x, type: number, case: {switch: \"{CUBE.driver}\", when: [{value: a, sql: '{count}'}]}}",
        "'multi_stage: true'",
    ),
    "text measure": ("measure", "{name: x, type: string, sql: \"STRING_AGG(driver, ',')\"}", "'string'"),
    "own aggregate": ("measure", '{name: x, type: number_agg, sql: "PERCENTILE_CONT(0.5)"}', "'number_agg'"),
    "policy": ("cube", "    access_policy: [{role: '*', member_level: {includes: '*'}}]", "'access_policy'"),
    "calendar": ("cube", "    calendar: true", "'calendar'"),
    "context": ("measure", '{name: x, type: sum, sql: "{SECURITY_CONTEXT.a.unsafeValue()}"}', "SECURITY_CONTEXT"),
    "filter parameters": (
        "measure",
        "{name: x, type: sum, sql: \"{FILTER_PARAMS.trips.at.filter('at')}\"}",
        "FILTER_PARAMS",
    ),
    "template": ("measure", '{name: x, type: sum, sql: "{{ column }}"}', "Jinja"),
}


@pytest.mark.parametrize(("where", "text", "word"), NAMED.values(), ids=list(NAMED))
def test_what_is_not_served_is_named(where: str, text: str, word: str) -> None:
    parts = dict.fromkeys(("dimension", "measure", "cube"), "")
    parts[where] = text if where == "cube" else f"      - {text}"
    with pytest.raises(DefinitionError) as refused:
        load(CUBE.format(**parts))
    (found,) = refused.value.problems
    assert word in found.message
    assert found.code in ("D620", "D621", "D630", "D632")


def test_groups_of_views_are_noted() -> None:
    view = "views: [{name: v, view_group: g, view_groups: [g, h], cubes: [{join_path: trips, includes: '*'}]}]\n"
    groups = "view_groups: [{name: g, title: G, views: [v]}]\n"
    notes = load(CUBE.format(dimension="", measure="", cube="") + view + groups).notes
    assert {one.message.partition(" ")[0] for one in notes} == {"'view_group'", "'view_groups'"}
    assert {one.message.partition(" ")[2] for one in notes} == {"only says where views are listed and is left out."}


def test_a_query_of_another_cube_is_refused() -> None:
    with pytest.raises(DefinitionError) as refused:
        load("cubes:\n  - name: a\n    sql: SELECT * FROM {taxis.sql()} AS t\n")
    assert {one.code for one in refused.value.problems} <= {"D601", "D620", "D621", "D622"}
