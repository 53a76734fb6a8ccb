"""Which columns a measure is told to read: what it reads, and nothing that a hidden member does."""

from __future__ import annotations

import pytest

from semantic.access.columns import tables_read
from semantic.access.grant import Entitlement, Grant
from semantic.access.visible import visible
from semantic.model.columns import columns_by_table, measure_columns
from semantic.model.link import link
from semantic.model.model import Model
from semantic.model.read import read_text
from tests.worlds import service, world

# Each column is called after the one member that is made of it.
MODEL = """
cubes:
  - name: sag
    sql_table: lager.sager
    main_time: dag
    joins:
      - {name: enhed, relationship: many_to_one, sql: "{CUBE}.ved = {enhed}.noegle"}
    dimensions:
      - {name: id, type: number, sql: "{CUBE}.k_id", primary_key: true}
      - {name: dag, type: time, sql: "{CUBE}.k_dag"}
      - {name: art, type: string, sql: "{CUBE}.k_art"}
      - {name: groent, type: boolean, sql: "{CUBE}.k_farve = 'grøn'"}
    segments:
      - {name: store, sql: "{CUBE}.k_stor"}
      - {name: smaa, sql: "{CUBE}.k_lille"}
    measures:
      - {name: antal, type: count}
      - {name: kr, type: sum, sql: "{CUBE}.k_kr"}
      - {name: kr_af_art, type: sum, sql: "{CUBE}.K_KR", filters: [{sql: "{CUBE}.k_art = 'a'"}]}
      - {name: af_farve, type: count, filters: [{sql: "{CUBE}.k_farve = 'blå'"}]}
      - {name: af_store, type: count, filters: [{sql: "{CUBE}.k_stor"}]}
      - {name: personer, type: count_distinct, sql: "{CUBE}.k_person"}
      - {name: pr_sag, type: ratio, numerator: kr, denominator: antal}
      - {name: af_enhed, type: count, filters: [{sql: "{enhed.navn} = 'x'"}]}
  - name: enhed
    sql_table: lager.enheder
    dimensions:
      - {name: noegle, type: string, sql: "{CUBE}.noegle", primary_key: true}
      - {name: navn, type: string, sql: "{CUBE}.e_navn"}
  - name: gamle
    sql_table: lager.SAGER
    dimensions:
      - {name: aar, type: string, sql: "{CUBE}.k_dag"}
    measures:
      - {name: antal, type: count}
"""
SAG = (
    "dag",
    "art",
    "groent",
    "store",
    "antal",
    "kr",
    "kr_af_art",
    "af_farve",
    "af_store",
    "personer",
    "pr_sag",
    "af_enhed",
)
EVERY = frozenset((*(f"sag.{name}" for name in SAG), "enhed.navn", "gamle.aar", "gamle.antal"))


@pytest.fixture(scope="module")
def model() -> Model:
    return link((read_text(MODEL, "model.yml"),))


def told(model: Model, name: str, members: frozenset[str]) -> dict[str, set[str]]:
    """The columns of each table, by table, for who was granted the members."""
    measure = model.cubes["sag"].measures[name]
    found = tables_read(measure, visible(model, Entitlement((Grant("g", "r", members),))))
    return {one.table: set(one.columns) for one in found}


@pytest.mark.parametrize(
    ("name", "columns"),
    [
        ("antal", {"k_dag"}),
        ("kr", {"k_kr", "k_dag"}),
        ("kr_af_art", {"K_KR", "k_art", "k_dag"}),
        ("af_store", {"k_stor", "k_dag"}),
        ("pr_sag", {"k_kr", "k_dag"}),
    ],
)
def test_who_sees_all_is_told_all_that_some_member_is(model: Model, name: str, columns: set[str]) -> None:
    assert told(model, name, EVERY) == {"lager.sager": columns}


def test_a_column_that_is_only_looked_at_is_told_to_nobody(model: Model) -> None:
    """Another member that is made of it may be hidden, and whether there is one must not be seen."""
    for name in ("af_farve", "personer"):
        assert told(model, name, EVERY) == {"lager.sager": {"k_dag"}}


def test_the_keys_of_a_join_are_read_and_told_where_a_member_is_the_key(model: Model) -> None:
    measure = model.cubes["sag"].measures["af_enhed"]
    assert {("sag", "ved"), ("enhed", "noegle")} <= measure_columns(model, measure, lambda _: True)
    assert told(model, "af_enhed", EVERY) == {"lager.sager": {"k_dag"}, "lager.enheder": {"e_navn"}}


@pytest.mark.parametrize(
    ("name", "hidden", "gone"),
    [
        ("kr_af_art", {"sag.art"}, "k_art"),
        ("af_store", {"sag.store"}, "k_stor"),
        ("pr_sag", {"sag.kr"}, "k_kr"),  # a part
        ("af_enhed", {"enhed.navn"}, "e_navn"),  # a cube with nothing else
        ("kr", {"sag.dag", "gamle.aar"}, "k_dag"),  # the day of the cube
    ],
)
def test_no_column_of_a_hidden_member_is_told(model: Model, name: str, hidden: set[str], gone: str) -> None:
    assert gone in {one for columns in told(model, name, EVERY).values() for one in columns}
    assert gone not in {one for columns in told(model, name, EVERY - hidden).values() for one in columns}


def test_a_hidden_part_is_no_table(model: Model) -> None:
    assert told(model, "pr_sag", EVERY - {"sag.kr", "sag.antal"}) == {}
    assert told(model, "pr_sag", EVERY - {"sag.antal"}) == {"lager.sager": {"k_kr", "k_dag"}}


def test_another_cube_of_the_table_may_show_the_column(model: Model) -> None:
    assert "k_dag" in told(model, "kr", EVERY - {"sag.dag"})["lager.sager"]


def test_what_is_hidden_and_what_is_absent_look_alike(model: Model) -> None:
    """Without any of the members that are hidden, the same is told of those that are left."""
    lines = MODEL.splitlines()
    for name in ("dag", "art", "groent", "store", "kr_af_art", "af_farve", "af_store", "personer"):
        cut = [one for one in lines if f"{{name: {name}," not in one and not (name == "dag" and "main_time" in one)]
        without = link((read_text("\n".join(cut), "model.yml"),))
        assert f"sag.{name}" not in {one.id for one in without.cubes["sag"].dimensions.values()}
        for measure in (one for one in without.cubes["sag"].measures if one != "id"):
            seen = EVERY - {f"sag.{name}"}
            hidden = told(model, measure, seen)
            if name == "dag":  # the cube has no day then
                hidden = {table: columns - {"k_dag"} for table, columns in hidden.items()}
            assert told(without, measure, seen) == hidden, (name, measure)


def test_the_columns_of_every_shipped_measure_are_in_the_database() -> None:
    """But for the tables that the server itself keeps, which are no file's."""
    shipped, found = service("demo").generation.model, 0
    names = {(f"{schema}.{table}", column) for schema, table, column in world("demo").oracle(
        "SELECT table_schema, table_name, column_name FROM information_schema.columns")[1]}  # fmt: skip
    for measure in (one for cube in shipped.cubes.values() for one in cube.measures.values()):
        every = columns_by_table(shipped, (), measure_columns(shipped, measure, lambda _: True))
        read = {(one.table, column) for one in every if "." in one.table for column in one.columns}
        assert read <= names, measure.id
        found += len(read)
    assert found > 500
