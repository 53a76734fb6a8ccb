"""A cube or view has what its parent has; a fault is told once, where it is written."""

from __future__ import annotations

import pytest

from semantic.errors import DefinitionError, Problem
from semantic.model.link import link
from semantic.model.model import Aggregation, Model, Table
from semantic.model.read import read_text

EVENTS = """\
cubes:
  - name: events
    sql_table: main.events
    title: Events
    description: What happened.
    public: false
    joins:
      - {name: people, relationship: many_to_one, sql: "{CUBE}.person = {people}.id"}
    dimensions:
      - {name: id, type: number, sql: "{CUBE}.id", primary_key: true}
      - {name: kind, type: string, sql: "{CUBE}.kind"}
      - {name: city, type: string, sql: "{people.city}"}
    measures:
      - {name: count, type: count}
      - {name: amount, type: sum, sql: "{CUBE}.amount"}
    segments:
      - {name: big, sql: "{CUBE}.amount > 10"}
    hierarchies:
      - {name: place, levels: [city, kind]}
  - name: people
    sql_table: main.people
    dimensions:
      - {name: id, type: number, sql: id, primary_key: true}
      - {name: city, type: string, sql: city}
"""
SALES = """\
cubes:
  - name: sales
    extends: events
    sql: select * from main.sales
    public: true
    dimensions:
      - {name: kind, type: string, sql: "upper({CUBE}.art)"}
      - {name: shop, type: string, sql: shop}
"""


def load(*texts: str) -> Model:
    return link([read_text(text, f"{'abcdefgh'[index]}.yml") for index, text in enumerate(texts)])


def problems(*texts: str) -> tuple[Problem, ...]:
    with pytest.raises(DefinitionError) as refused:
        load(*texts)
    return refused.value.problems


def told(*texts: str) -> list[tuple[str, int, str]]:
    return [(one.at.file or "", one.at.line or 0, one.code) for one in problems(*texts) if one.at]


@pytest.mark.parametrize("turned", [False, True])
def test_a_child_has_its_own_and_what_its_parent_has(turned: bool) -> None:
    files = (SALES, EVENTS) if turned else (EVENTS, SALES)
    sales = load(*files).cubes["sales"]
    assert set(sales.dimensions) == {"id", "city", "kind", "shop"}
    assert sales.dimensions["kind"].expression.columns[0].name == "art"
    assert (set(sales.measures), set(sales.segments), set(sales.joins)) == ({"count", "amount"}, {"big"}, {"people"})
    assert set(sales.hierarchies) == {"place"}
    assert (sales.title, sales.description, sales.public) == ("Events", "What happened.", True)


def test_what_is_inherited_reads_the_childs_own_rows() -> None:
    model = load(EVENTS, SALES)
    assert [table.parts for table in model.cubes["sales"].tables] == [("main", "sales")]
    assert not isinstance(model.cubes["sales"].relation, Table)
    amount = model.cubes["sales"].measures["amount"]
    assert amount.cube == "sales"
    assert isinstance(amount.body, Aggregation)
    assert isinstance(model.cubes["events"].relation, Table)


def test_a_table_is_inherited_and_so_is_being_hidden() -> None:
    child = load(EVENTS, "cubes: [{name: more, extends: events}]\n").cubes["more"]
    assert isinstance(child.relation, Table)
    assert child.relation.parts == ("main", "events")
    assert not child.public


def test_chains() -> None:
    grand = "cubes:\n  - name: web\n    extends: sales\n    measures: [{name: pages, type: sum, sql: pages}]\n"
    web = load(grand, SALES, EVENTS).cubes["web"]
    assert set(web.measures) == {"count", "amount", "pages"}
    assert web.dimensions["kind"].expression.columns[0].name == "art"


def test_places_are_where_things_are_written() -> None:
    model = load(EVENTS, SALES)
    sales = model.cubes["sales"]
    places = {name: (one.at.file, one.at.line) for name, one in sales.dimensions.items()}
    assert places == {"id": ("a.yml", 10), "city": ("a.yml", 12), "kind": ("b.yml", 7), "shop": ("b.yml", 8)}
    assert (sales.at.file, sales.at.line) == ("b.yml", 2)


VIEWS = """\
views:
  - name: narrow
    description: Few.
    cubes:
      - {join_path: events, includes: [count, kind]}
  - name: wide
    extends: narrow
    title: Wide
    cubes:
      - {join_path: events.people, includes: [city]}
"""


def test_a_view_has_its_parents_cubes_and_its_own() -> None:
    wide = load(EVENTS, VIEWS).views["wide"]
    assert (list(wide.members), wide.description, wide.title) == (["count", "kind", "city"], "Few.", "Wide")


def test_the_same_member_by_the_same_path_is_one() -> None:
    """As in Cube: a child may include again what its parent includes."""
    again = VIEWS.replace("{join_path: events.people, includes: [city]}", "{join_path: events, includes: '*'}")
    assert set(load(EVENTS, again).views["wide"].members) == {"count", "kind", "city", "amount", "big"}


def test_a_fault_of_the_parent_is_told_once_and_where_it_is_written() -> None:
    faulty = EVENTS.replace('"{CUBE}.kind"}', '"{CUBE}.kind +"}').replace('"{people.city}"', '"{people.town}"')
    faulty = faulty.replace("name: count, type: count}", "name: count, type: stock, sql: id}")
    more = "cubes: [{name: more, extends: sales}, {name: most, extends: more}]\n"
    assert told(faulty, SALES, more) == [("a.yml", 11, "D622"), ("a.yml", 12, "D610"), ("a.yml", 14, "D647")]
    assert told(more, SALES, faulty) == [("c.yml", 11, "D622"), ("c.yml", 12, "D610"), ("c.yml", 14, "D647")]


def test_a_fault_that_only_the_child_has_is_told_where_it_is_written() -> None:
    """The child's own join of that name leads elsewhere; what it inherits from is not to blame."""
    shops = 'joins: [{name: people, cube: shops, relationship: many_to_one, sql: "{CUBE}.s = {people}.id"}]\n'
    files = (EVENTS, SALES + f"    {shops}  - name: shops\n    sql_table: s\n")
    (found,) = problems(*files)
    assert (found.code, found.at and found.at.line) == ("D610", 12)
    assert "'shops'" in found.message


def test_two_of_a_name_in_two_sections_is_told_of_the_child() -> None:
    measure = "cubes:\n  - name: more\n    extends: events\n    measures: [{name: kind, type: count}]\n"
    dimension = "cubes:\n  - name: more\n    extends: events\n    dimensions: [{name: count, type: string, sql: x}]\n"
    assert told(EVENTS, measure) == [("b.yml", 4, "D606")]
    assert told(EVENTS, dimension) == [("b.yml", 4, "D606")]


FAULTY_PARENTS = {
    "unknown": ("cubes: [{name: c, sql_table: c, extends: event}]\n", ["D631"], "Did you mean 'events'?"),
    "a view": ("cubes: [{name: c, extends: wide}]\n", ["D631"], "A cube extends a cube."),
    "a cube": ("views: [{name: w, extends: events}]\n", ["D631"], "A view extends a view."),
    "itself": ("cubes: [{name: c, sql_table: c, extends: c}]\n", ["D631"], None),
    "a circle": ("cubes: [{name: c, extends: d}, {name: d, extends: c}]\n", ["D631"], None),
    "into a circle": ("cubes: [{name: b, extends: d}, {name: c, extends: d}, {name: d, extends: c}]\n", ["D631"], None),
    "no name": ("cubes: [{name: c, extends: [events]}]\n", ["D605"], None),
    "left out": ("cubes: [{name: c, extends: d}, {name: d d, sql_table: d}]\n", ["D605"], None),
    "broken itself": ("cubes: [{name: c, extends: d}, {name: d, sql_table: d, dialect: dansk}]\n", ["D622"], None),
}


@pytest.mark.parametrize(("text", "codes", "hint"), FAULTY_PARENTS.values(), ids=list(FAULTY_PARENTS))
def test_what_a_child_of_no_parent_lacks_is_not_told(text: str, codes: list[str], hint: str | None) -> None:
    """The child's fault is the one; what it and those who name its members lack follows from it."""
    naming = (
        "views:\n  - name: v\n    cubes:\n      - {join_path: c, includes: [count]}\n"
        "      - {join_path: c.people, prefix: true, includes: [city]}\n"
    )
    found = problems(EVENTS, VIEWS, text, *([] if text.startswith("views") else [naming]))
    assert [one.code for one in found] == codes, found
    assert found[0].hint == hint or hint is None


def test_who_names_what_a_faulty_parent_does_not_give_is_not_told() -> None:
    faulty = EVENTS.replace("name: kind, type: string", "name: kind, type: strin")
    naming = "views:\n  - name: v\n    cubes:\n      - {join_path: more, includes: [kind]}\n"
    assert told(faulty, "cubes: [{name: more, extends: events}]\n", naming) == [("a.yml", 11, "D605")]


def test_a_file_that_is_no_yaml_may_hold_the_parent() -> None:
    assert [one.code for one in problems("cubes: [{name: c, extends: d}]\n", "cubes: {")] == ["D601"]


def test_what_is_noted_of_the_parent_is_noted_once() -> None:
    noted = EVENTS.replace("    title: Events\n", "    title: Events\n    refresh_key: {every: 1 hour}\n")
    assert len(load(noted, SALES).notes) == 1


def test_public_stands_before_its_older_word() -> None:
    assert not load("cubes: [{name: a, sql_table: a, shown: true, public: false}]\n").cubes["a"].public
    assert not load("cubes: [{name: a, sql_table: a, shown: false}]\n").cubes["a"].public
    child = "  - {name: more, extends: events, shown: true}\n"
    assert load(EVENTS + child).cubes["more"].public
