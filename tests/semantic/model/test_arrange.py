"""Hierarchies and folders of views: under the view's names, and nothing that the view does not have."""

from __future__ import annotations

import pytest

from semantic.access.grant import Entitlement, Grant
from semantic.access.visible import drilled, visible
from semantic.errors import DefinitionError, Problem
from semantic.model.link import link
from semantic.model.looks import Folder
from semantic.model.model import Model, View
from semantic.model.read import read_text
from semantic.predicate import TRUE

CUBES = """\
cubes:
  - name: trips
    sql_table: trips
    joins:
      - {name: start, cube: places, relationship: many_to_one, sql: "{CUBE}.a = {start.id}"}
      - {name: end, cube: places, relationship: many_to_one, sql: "{CUBE}.b = {end.id}"}
    dimensions:
      - {name: id, type: number, sql: id, primary_key: true}
      - {name: year, type: string, sql: y}
      - {name: month, type: string, sql: m}
      - {name: secret, type: string, sql: s, public: false}
    measures:
      - {name: count, type: count, drill_members: [CUBE.month, places.name, secret, rides]}
      - {name: rides, type: sum, sql: n}
    hierarchies:
      - {name: time, title: Time, levels: [year, month, secret]}
      - {name: mixed, levels: [year, places.name]}
  - name: places
    sql_table: places
    dimensions:
      - {name: id, type: number, sql: id, primary_key: true}
      - {name: land, type: string, sql: land}
      - {name: name, type: string, sql: name}
    hierarchies:
      - {name: place, levels: [land, name]}
"""


def load(view: str) -> Model:
    return link([read_text(CUBES, "a.yml"), read_text(f"views:\n  - name: v\n{view}", "b.yml")])


def view_of(*lines: str) -> View:
    return load("    cubes:\n" + "".join(f"      - {line}\n" for line in lines)).views["v"]


def levels(view: View) -> dict[str, tuple[str, ...]]:
    return {one.name: one.levels for one in view.hierarchies}


def test_all_of_a_cube_brings_its_hierarchies() -> None:
    found = view_of("{join_path: trips, includes: '*'}", "{join_path: trips.start, prefix: true, includes: [name]}")
    assert levels(found) == {"time": ("v.year", "v.month"), "mixed": ("v.year", "v.start_name")}


def test_a_hierarchy_brings_its_levels_but_no_hidden_one() -> None:
    found = view_of("{join_path: trips, includes: [{name: time, alias: when, title: When}, {name: year, alias: y}]}")
    assert levels(found) == {"when": ("v.y", "v.month")}
    assert list(found.members) == ["y", "month"]
    assert found.hierarchies[0].title == "When"


def test_a_hierarchy_and_its_levels_can_be_left_out() -> None:
    part = "{join_path: trips, includes: %s, excludes: [time, month]}"
    assert levels(view_of(part % "'*'")) == {"mixed": ("v.year",)}
    assert levels(view_of(part % "[time, mixed, count]")) == {"mixed": ("v.year",)}


def test_each_role_has_its_own_levels() -> None:
    found = view_of(
        "{join_path: trips, includes: [count]}",
        "{join_path: trips.start, prefix: true, includes: '*'}",
        "{join_path: trips.end, prefix: true, alias: stop, includes: [place, land]}",
    )
    assert levels(found) == {
        "start_place": ("v.start_land", "v.start_name"),
        "stop_place": ("v.stop_land", "v.stop_name"),
    }


def test_a_cubes_own_hierarchies_name_other_cubes() -> None:
    model = load("    cubes: [{join_path: places, includes: [name]}]\n")
    assert levels(model.views["trips"]) == {
        "time": ("trips.year", "trips.month", "trips.secret"),
        "mixed": ("trips.year", "places.name"),
    }


FOLDERS = """\
    cubes:
      - {join_path: trips, includes: [count, time]}
      - {join_path: trips.start, prefix: true, includes: "*"}
    folders:
      - name: All of it
        includes: "*"
      - name: Some
        includes:
          - year
          - name: Inner
            includes: [{join_path: trips.start}, time]
      - name: Hidden
        includes: [{name: Deep, includes: [month]}]
"""


def test_folders_hold_names_paths_and_folders() -> None:
    everything, some, hidden = load(FOLDERS).views["v"].folders
    assert everything.parts == ("count", "year", "month", "start_land", "start_name", "time", "start_place")
    assert some.parts == ("year", Folder("Inner", ("start_land", "start_name", "time")))
    assert hidden.parts == (Folder("Deep", ("month",)),)


def narrowed(model: Model, *members: str) -> View:
    grant = Grant("narrow", "test", frozenset(members), default_rows=TRUE)  # type: ignore[arg-type]
    return visible(model, Entitlement((grant,))).views["v"]


def test_what_is_hidden_is_in_no_hierarchy_or_folder() -> None:
    found = narrowed(load(FOLDERS), "trips.count", "trips.year", "places.land")
    assert levels(found) == {"time": ("v.year",), "start_place": ("v.start_land",)}
    assert found.folders == (
        Folder("All of it", ("count", "year", "start_land", "time", "start_place")),
        Folder("Some", ("year", Folder("Inner", ("start_land", "time")))),
    )
    assert levels(narrowed(load(FOLDERS), "trips.count")) == {}


def test_a_cubes_hidden_level_is_not_named() -> None:
    model = load(FOLDERS)
    seen = visible(model, Entitlement((Grant("all", "test", None, default_rows=TRUE),)))  # type: ignore[arg-type]
    assert levels(seen.views["trips"])["time"] == ("trips.year", "trips.month")


def test_drill_members_are_those_that_may_be_asked() -> None:
    model = load("    cubes: [{join_path: trips, includes: [count, month]}]\n")
    seen = visible(model, Entitlement((Grant("all", "test", None, default_rows=TRUE),)))  # type: ignore[arg-type]
    cube, view = seen.views["trips"], seen.views["v"]
    assert drilled(cube.members["count"], cube, seen) == ("trips.month", "places.name", "trips.rides")
    assert drilled(view.members["count"], view, seen) == ("v.month",)
    assert drilled(view.members["month"], view, seen) == ()


FAULTS = {
    "no such member": ("    folders: [{name: f, includes: [yera]}]", "has no member 'yera'", "Did you mean 'year'?"),
    "a path": ("    folders: [{name: f, includes: [trips.year]}]", "has no member 'trips.year'", None),
    "deep": ("    folders: [{name: f, includes: [{name: g, includes: [nix]}]}]", "has no member 'nix'", None),
    "no such path": ("    folders: [{name: f, includes: [{join_path: trips.end}]}]", "by the path 'trips.end'", None),
}


@pytest.mark.parametrize(("line", "says", "hint"), FAULTS.values(), ids=list(FAULTS))
def test_what_a_folder_names_and_is_not_there_is_told(line: str, says: str, hint: str | None) -> None:
    (found,) = problems(f"    cubes: [{{join_path: trips, includes: [year]}}]\n{line}\n")
    assert (found.code, says in found.message, found.at and found.at.line) == ("D616", True, 4), found
    assert hint in (None, found.hint)


def problems(view: str) -> tuple[Problem, ...]:
    with pytest.raises(DefinitionError) as refused:
        load(view)
    return refused.value.problems


def test_what_a_broken_member_is_put_into_is_not_told() -> None:
    faulty = "    cubes: [{join_path: trips, includes: [year, nix]}]\n    folders: [{name: f, includes: [nix]}]\n"
    assert ["nix" in one.message for one in problems(faulty)] == [True]


def test_a_hierarchy_has_a_name_of_its_own() -> None:
    clash = "    cubes: [{join_path: trips, includes: [year, {name: time, alias: year}]}]\n"
    assert [one.code for one in problems(clash)] == ["D616"]
    with pytest.raises(DefinitionError, match="two members named 'land'"):
        link([read_text(CUBES.replace("name: place, levels", "name: land, levels"), "a.yml")])


def test_a_level_is_a_dimension() -> None:
    with pytest.raises(DefinitionError, match="'rides', which does not exist"):
        link([read_text(CUBES.replace("levels: [year, month", "levels: [year, rides"), "a.yml")])
