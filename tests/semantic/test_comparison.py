"""Comparison with groups: small worlds in which members have no value, are in no group, or may not be read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

import duckdb
import pyarrow as pa
import pytest

from semantic.access.grant import Grant, Thresholds
from semantic.access.members import with_dependents
from semantic.access.principal import Principal
from semantic.access.rows import RowRule, Seen
from semantic.cube_query import parse_query
from semantic.errors import DefinitionError, ServiceError
from semantic.execute.duckdb import Generation
from semantic.execute.live import VALIDATIONS, LiveTable
from semantic.limits import Limits
from semantic.model.link import link
from semantic.model.read import read_text
from semantic.pipeline import Service, answer
from semantic.predicate import TRUE, Compare
from semantic.result import collect
from tests.granting import granting

MODEL = """
cubes:
  - name: town
    sql_table: town
    dimensions:
      - {name: kode, sql: kode, type: number, primary_key: true, public: true, conformed: kode}
      - {name: navn, sql: navn, type: string, unique: true}
      - {name: egn, sql: egn, type: string}
    measures: [{name: antal, type: count}]
  - name: spent
    sql_table: spent
    persons: folk
    joins:
      - {name: town, relationship: many_to_one, sql: "{CUBE}.kode = {town}.kode"}
      - name: mark
        relationship: many_to_one
        sql: "{CUBE}.kode = {mark}.kommunekode and {mark}.omraade = 'oekonomi' and {mark}.periode = '2024'"
    dimensions:
      - {name: kode, sql: kode, type: number, conformed: kode}
      - {name: valideret, sql: "{mark.status}", type: string}
      - {name: navn, sql: "{town.navn}", type: string}
      - {name: slags, sql: slags, type: string}
      - {name: gruppe, type: switch, values: [alle, egn, to]}
    measures:
      - {name: kr, sql: kr, type: sum, decimals: 0}
      - {name: folk, sql: folk, type: sum, decimals: 0}
      - {name: pris, type: ratio, numerator: kr, denominator: folk, decimals: 1, polarity: lower_is_better,
         compare: [alle, egn, to, gamle, kommende], compare_by: gruppe}
      - {name: midt, type: ratio, numerator: kr, denominator: folk, decimals: 1, compare: [egn],
         group_aggregation: median, group_members: [kode]}
      - {name: sikker, type: ratio, numerator: kr, denominator: folk, decimals: 1, compare: [alle, egn],
         validated_by: valideret}
      - {name: vist, type: ratio, numerator: kr, denominator: folk, decimals: 1, compare: [alle, egn],
         validated_by: valideret, validation: mark}
  - name: mark
    sql_table: validering
    data_source: tilstand
    dimensions:
      - {name: kode, sql: kommunekode, type: number, primary_key: true}
      - {name: omraade, sql: omraade, type: string, primary_key: true}
      - {name: periode, sql: periode, type: string, primary_key: true}
      - {name: status, sql: status, type: string}
groups:
  - {name: alle, title: alle, type: landet, owner: nogen, of: town.kode, counted_by: town.antal}
  - {name: egn, title: egnen, type: region, owner: nogen, of: town.kode, counted_by: town.antal, by: town.egn}
  - {name: to, title: to, type: eget_udvalg, owner: nogen, of: town.kode, counted_by: town.antal,
     vintages: [{from: 2000-01-01, members: [1, 3]}]}
  - {name: gamle, title: gamle, type: eget_udvalg, owner: nogen, of: town.kode, counted_by: town.antal,
     vintages: [{from: 2010-01-01, members: [2, 3]}, {from: 2000-01-01, members: [1, 2]}]}
  - {name: kommende, title: kommende, type: eget_udvalg, owner: nogen, of: town.kode, counted_by: town.antal,
     vintages: [{from: 2999-01-01, members: [1, 2]}]}
"""
# 1 and 2 are of the north, 3 (of kind x over nobody) and 4 (without rows) of the south; 5 is of no part.
DATA = """
CREATE TABLE town AS SELECT * FROM (VALUES
    (1, 'A', 'nord'), (2, 'B', 'nord'), (3, 'C', 'syd'), (4, 'D', 'syd'), (5, 'E', NULL)) AS t(kode, navn, egn);
CREATE TABLE spent AS SELECT * FROM (VALUES
    (1, 'x', 100, 10), (1, 'y', 20, 10), (2, 'x', 300, 10), (3, 'x', 50, 0), (3, 'y', 7, 1), (5, 'x', 10, 10))
    AS t(kode, slags, kr, folk);
"""
# 1 and 5 are validated; 2 has withdrawn, and 3 has validated something else.
MARKS = [
    {"kommunekode": kode, "omraade": area, "periode": "2024", "status": status}
    for kode, area, status in (
        (1, "oekonomi", "valideret"), (2, "oekonomi", "ikke_valideret"), (3, "voksne", "valideret"),
        (5, "oekonomi", "valideret"))
]  # fmt: skip
OPEN = Grant("open", "t", None, default_rows=TRUE)  # type: ignore[arg-type]
Rows = list[tuple[object, ...]]


@pytest.fixture(scope="module")
def generation(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Generation]:
    file = tmp_path_factory.mktemp("comparison") / "comparison.duckdb"
    with duckdb.connect(str(file)) as connection:
        connection.execute(DATA)
    live = {"validering": LiveTable(VALIDATIONS, lambda: pa.Table.from_pylist(MARKS, schema=VALIDATIONS))}
    made = Generation({"towns": file}, link([read_text(MODEL, "towns.yml")]), Limits(threads=1), live)
    yield made
    made.close()


def asked(generation: Generation, names: str, *grants: Grant, **query: Any) -> Rows | str:
    """The rows of the measures of `spent`, or the code of the refusal."""
    measures = [f"spent.{name}" for name in names.split()]
    document = {"measures": measures, "dimensions": ["spent.kode"], "order": {"spent.kode": "asc"}, **query}
    document["order"] = {"spent.kode": "asc"} if "spent.kode" in document["dimensions"] else {}
    service = Service(generation, granting({"role": grants or (OPEN,)}), Limits())
    try:
        found = collect(answer(parse_query(document, default_limit=None), Principal("s", ("role",), {}), service))
    except ServiceError as refused:
        return refused.code
    rows = (row.values() for row in found.table.to_pylist())
    return [tuple(float(one) if isinstance(one, Decimal) else one for one in row) for row in rows]


def only(member: str, *values: str) -> Mapping[str, object]:
    return {"filters": [{"member": member, "operator": "equals", "values": list(values)}]}


def test_each_member_stands_beside_its_own_group(generation: Generation) -> None:
    """North: (120 + 300) / 30. South: 57 / 1 of the one that has a value. Who is of no part has no group."""
    found = asked(
        generation, "pris pris__egn pris__egn_afvigelse pris__egn_antal pris__egn_medlemmer pris__egn_daekning"
    )
    assert found == [
        (1, 6.0, 14.0, -8.0, 2, 2, 100.0),
        (2, 30.0, 14.0, 16.0, 2, 2, 100.0),
        (3, 57.0, 57.0, 0.0, 1, 2, 50.0),
        (5, 1.0, None, None, 0, 0, None),
    ]
    assert asked(generation, "midt__egn") == [(1, 18.0), (2, 18.0), (3, 57.0), (5, None)], "the median of 6 and 30"


def test_a_filter_narrows_no_group(generation: Generation) -> None:
    wanted = [(2, 30.0, 14.0, 2, 11.9, 3, 80.0)]
    names = "pris pris__egn pris__egn_rang pris__alle pris__alle_rang pris__alle_daekning"
    assert asked(generation, names, **only("spent.kode", "2")) == wanted
    assert asked(generation, names, **only("spent.navn", "B")) == wanted
    alone = asked(generation, names, dimensions=[], **only("spent.navn", "B"))
    assert alone == [wanted[0][1:]], "one filtered to is known as well as one grouped by"


def test_who_has_no_rows_is_of_a_group_all_the_same(generation: Generation) -> None:
    """D has none at all, E none of kind y, and is of no part; nobody is called F, and A is not number 4."""
    names = "pris pris__egn pris__egn_antal pris__egn_medlemmer pris__egn_rang pris__alle"
    for one in (only("spent.navn", "D"), only("spent.kode", "4")):
        assert asked(generation, names, dimensions=[], **one) == [(None, 57.0, 1, 2, None, 11.9)]
        assert asked(generation, "midt__egn", dimensions=[], **one) == [(57.0,)]
        for alone in names.split():
            assert asked(generation, alone, dimensions=[], **one) != [], alone
        assert asked(generation, "pris__egn pris__alle", dimensions=["spent.slags"], **one) == [], "of no kind"
        by_group = asked(generation, "pris pris__gruppe", dimensions=["spent.gruppe"], **one)
        assert sorted(by_group) == [("alle", None, 11.9), ("egn", None, 57.0), ("to", None, 8.4)]  # type: ignore[type-var]
    for name, member, value, found in (
        ("E", "spent.slags", "y", [(None, None, 0)]), ("F", "spent.slags", "x", []), ("A", "spent.kode", "4", []),
    ):  # fmt: skip
        tests = [("spent.navn", name), (member, value)]
        filters = [{"member": one, "operator": "equals", "values": [of]} for one, of in tests]
        assert asked(generation, "pris pris__egn pris__egn_antal", dimensions=[], filters=filters) == found, name


def test_who_may_not_ask_of_which_part_a_town_is_is_told_by_rows_alone(generation: Generation) -> None:
    """A town without rows is in no answer of theirs, and so nor is its part."""
    spent = frozenset(f"spent.{name}" for name in ("pris", "pris__egn", "kode", "navn"))
    rows: Mapping[str, RowRule] = {"spent": TRUE, "town": TRUE, "mark": TRUE}  # type: ignore[dict-item]
    narrow, wide = (Grant("g", "t", spent | more, rows) for more in (frozenset[str](), frozenset({"town.egn"})))
    for grant, without in ((narrow, []), (wide, [(None, 57.0)])):
        assert asked(generation, "pris pris__egn", grant, dimensions=[], **only("spent.kode", "4")) == without
        assert asked(generation, "pris pris__egn", grant, dimensions=[], **only("spent.kode", "1")) == [(6.0, 14.0)]
    cut = Compare(Seen(generation.model.dimension("town", "kode")), "=", 1)
    hidden = Grant("h", "t", wide.members, {**rows, "town": cut})  # type: ignore[dict-item]
    for town in ("1", "4"):
        assert asked(generation, "pris pris__egn", hidden, dimensions=[], **only("spent.kode", town)) == "A306"


def test_lower_is_better_puts_the_lowest_first(generation: Generation) -> None:
    assert asked(generation, "pris__alle_rang pris__to_rang") == [(1, 2, 1), (2, 3, None), (3, 4, 2), (5, 1, None)]


def test_over_nobody_there_is_no_value_and_no_contributor(generation: Generation) -> None:
    names = "pris pris__status pris__egn pris__egn__status pris__egn_antal pris__egn_rang"
    found = asked(generation, names, filters=[
        {"member": "spent.slags", "operator": "equals", "values": ["x"]},
        {"member": "spent.kode", "operator": "equals", "values": ["3"]}])  # fmt: skip
    assert found == [(3, None, "nul_naevner", None, "nul_naevner", 0, None)]


def test_members_are_those_of_the_vintage_in_force(generation: Generation) -> None:
    """The vintage of 2010 is 2 and 3: 357 / 11. One that has not begun has no members."""
    names = "pris__gamle pris__gamle_antal pris__kommende pris__kommende__status pris__kommende_antal"
    found = asked(generation, names, **only("spent.kode", "1"))
    assert found == [(1, 32.5, 2, None, "mangler", 0)]


def test_groups_are_chosen_and_never_added(generation: Generation) -> None:
    names, chosen = "pris__gruppe pris__gruppe_antal", ["spent.gruppe"]
    found = asked(generation, names, dimensions=chosen, **only("spent.kode", "1"))
    assert sorted(found) == [("alle", 11.9, 4), ("egn", 14.0, 2), ("to", 8.4, 2)]  # type: ignore[type-var]
    assert asked(generation, names) == "U421"
    assert asked(generation, names, dimensions=[], **only("spent.gruppe", "to")) == [(8.4, 2)], "no other is reckoned"
    assert asked(generation, names, dimensions=[], **only("spent.gruppe", "egn")) == "U421"
    assert asked(generation, names, dimensions=["spent.kode", *chosen], subtotals="rollup") == "U421"


def test_a_row_of_several_groups_is_refused(generation: Generation) -> None:
    assert asked(generation, "pris__egn", dimensions=[]) == "U421"
    assert asked(generation, "pris__egn", dimensions=["spent.slags"]) == "U421"
    assert asked(generation, "pris__egn", dimensions=[], **only("spent.kode", "1", "2")) == "U421"
    assert asked(generation, "pris__egn", subtotals="rollup") == "U421"
    assert asked(generation, "pris__alle", dimensions=[]) == [(11.9,)]


def test_only_who_reads_the_whole_group_reads_of_it(generation: Generation) -> None:
    own: RowRule = Compare(Seen(generation.model.dimension("spent", "kode")), "=", 1)
    detail = Grant("detail", "t", None, {"spent": own, "town": TRUE, "mark": TRUE})  # type: ignore[dict-item]
    assert asked(generation, "pris", detail) == [(1, 6.0)]
    for one in ("alle", "egn", "to", "egn_rang", "egn_antal", "egn_afvigelse", "to_rang"):
        assert asked(generation, f"pris__{one}", detail, **only("spent.kode", "1")) == "A306", one
    measures = frozenset(f"spent.pris__{one}" for one in ("alle", "egn", "egn_rang"))
    groups = Grant("groups", "t", measures | {"spent.kode"}, {"spent": TRUE, "town": TRUE})  # type: ignore[dict-item]
    found = asked(generation, "pris pris__alle pris__egn pris__egn_rang", detail, groups)
    assert found == [(1, 6.0, 11.9, 14.0, 1)], "as for who reads everything"


def test_small_cells_are_compared_with_nothing(generation: Generation) -> None:
    few = Grant("few", "t", None, default_rows=TRUE, thresholds=Thresholds())  # type: ignore[arg-type]
    for one in ("alle", "egn", "to", "egn_rang", "egn_antal"):
        assert asked(generation, f"pris__{one}", few) == "A308", one


def test_who_is_not_validated_is_left_out_of_every_group(generation: Generation) -> None:
    """Of the north 1 alone, 120 / 20; of all 1 and 5, 130 / 30. The own value stays, and has no place."""
    groups = "egn egn_antal egn_daekning alle alle_rang alle_antal"
    names = " ".join(("sikker", *(f"sikker__{one}" for one in groups.split())))
    assert asked(generation, names) == [
        (1, 6.0, 6.0, 1, 50.0, 4.3, 1, 2),
        (2, 30.0, 6.0, 1, 50.0, 4.3, None, 2),
        (3, 57.0, None, 0, 0.0, 4.3, None, 2),
        (5, 1.0, None, 0, None, 4.3, 2, 2),
    ]
    assert asked(generation, "sikker__egn__status", **only("spent.kode", "3")) == [(3, "mangler")]


def test_the_own_value_says_that_it_is_not_validated(generation: Generation) -> None:
    marks = asked(generation, "sikker__status pris__status", dimensions=["spent.kode", "spent.valideret"])
    assert marks == [
        (1, "valideret", "normal", "normal"),
        (2, "ikke_valideret", "ikke_valideret", "normal"),
        (3, None, "ikke_valideret", "normal"),
        (5, "valideret", "normal", "normal"),
    ]
    assert asked(generation, "sikker__status", dimensions=[]) == [("ikke_valideret",)], "some of it is not"
    assert asked(generation, "sikker__status", **only("spent.kode", "1")) == [(1, "normal")]


def test_who_may_not_know_the_part_may_not_know_its_value(generation: Generation) -> None:
    told = with_dependents(generation.model, frozenset({"town.egn"}))
    assert {f"spent.pris__egn{one}" for one in ("", "_rang", "_antal", "_medlemmer", "_daekning")} <= told
    assert "spent.pris__gruppe" in told
    assert not {"spent.pris", "spent.pris__alle", "spent.pris__to"} & told


def test_who_may_not_know_the_marks_may_not_know_a_status_that_says_them(generation: Generation) -> None:
    told = with_dependents(generation.model, frozenset({"spent.valideret"}))
    assert {"spent.sikker", "spent.sikker__egn", "spent.vist", "spent.vist__egn", "spent.vist__alle_rang"} <= told
    assert not {"spent.pris", "spent.pris__egn"} & told


def test_who_is_not_validated_may_be_kept_and_the_groups_say_so(generation: Generation) -> None:
    """The values are those of no gate. Of the north 2, of the south 3 is not validated; 5 is of no part."""
    names = "vist vist__status vist__egn vist__egn__status vist__egn_afvigelse__status vist__egn_antal__status"
    unmarked = "ikke_valideret"
    assert asked(generation, names) == [
        (1, 6.0, "normal", 14.0, unmarked, unmarked, "normal"),
        (2, 30.0, unmarked, 14.0, unmarked, unmarked, "normal"),
        (3, 57.0, unmarked, 57.0, unmarked, unmarked, "normal"),
        (5, 1.0, "normal", None, "mangler", "mangler", "normal"),
    ]
    assert asked(generation, "vist__alle vist__egn_antal") == asked(generation, "pris__alle pris__egn_antal")


@pytest.mark.parametrize(
    ("excluded", "left"),
    [
        ("pris__to_rang", {"pris__to", "pris__to_antal", "pris__gruppe"}),
        ("pris__to", {"pris__egn", "pris__gruppe", "pris__gruppe_rang"}),
        ("pris", set()),
    ],
)
def test_a_view_leaves_out_one_member_or_all_of_a_group(excluded: str, left: set[str]) -> None:
    view = f"""
views:
  - {{name: kort, cubes: [{{join_path: spent, includes: [kode, gruppe, pris], excludes: [{excluded}]}}]}}
"""
    members = set(link([read_text(MODEL + view, "towns.yml")]).views["kort"].members)
    assert members >= {"kode", "gruppe"} | left
    assert not [one for one in members if one.startswith(excluded)]


FAULTS = {
    "name: egn, title": ("name: alle, title", "The name 'alle' is taken"),
    "by: town.egn": ("by: town.agn", "'by' names no dimension of 'town'"),
    "of: town.kode, counted_by: town.antal, by": ("of: town.egn, counted_by: town.antal, by", "name one row each"),
    "counted_by: town.antal, by": ("counted_by: town.antel, by", "names no count"),
    "members: [1, 3]": ("members: [1, 1]", "has the member 1 twice"),
    "[{from: 2000-01-01, members: [1, 3]}]": ("[{from: 2000-01-01, members: ['A']}]", "'A' of 'to' is no number"),
    "from: 2010-01-01": ("from: 2000-01-01", "Two vintages of 'gamle' begin on 2000-01-01"),
    "compare: [egn]": ("compare: [agn]", "There is no group 'agn'"),
    "compare_by: gruppe": ("compare_by: slags", "names no switch"),
    "values: [alle, egn, to]": ("values: [alle, egn, tre]", "names no switch"),
    "validated_by: valideret": ("validated_by: valid", "names no text dimension"),
    "compare: [egn],\n": ("compare: [egn], validation: mark,\n", "not by which dimension it is told"),
    "compare_by: gruppe}": ("compare_by: gruppe, validated_by: valideret, validation: mark}", "a question chooses"),
    "sql: kr, type: sum,": ("sql: kr, type: sum, compare: [alle],", "adds up over the members"),
}


@pytest.mark.parametrize("written", FAULTS)
def test_a_faulty_group_is_named_and_placed(written: str) -> None:
    instead, says = FAULTS[written]
    assert written in MODEL
    with pytest.raises(DefinitionError) as refused:
        link([read_text(MODEL.replace(written, instead, 1), "towns.yml")])
    found = [one for one in refused.value.problems if one.code == "D639" and says in one.message]
    assert [one.at.line for one in found if one.at], refused.value.problems


def test_a_faulty_group_is_told_once_and_not_by_all_that_are_compared_with_it() -> None:
    view = "views: [{name: v, cubes: [{join_path: spent, includes: '*', excludes: [pris__egn, pris__alle_rang]}]}]\n"
    group = "  - {name: egn, title: egnen, type: region, owner: nogen"
    assert told_of(MODEL, view) == []
    assert told_of(MODEL.replace(group, group.replace("owner", "ejer")), view) == ["D604", "D603"]
    assert told_of(MODEL.replace(group, group + ", ejer: x"), view) == ["D603"]
    assert told_of(MODEL.replace(group, group.replace("name: egn, ", "")), view) == ["D604"]
    assert told_of(MODEL.replace("compare: [egn]", "compare: [enge]"), view) == ["D639"]


def told_of(*texts: str) -> list[str]:
    try:
        link([read_text(text, f"{number}.yml") for number, text in enumerate(texts)])
    except DefinitionError as error:
        return [one.code for one in error.problems]
    return []
