"""A view's default filters: what is wrong with one, and that they hold for who may not know of them."""

from __future__ import annotations

import pytest

from semantic.access.grant import Grant
from semantic.access.principal import Principal
from semantic.cube_query import parse_query
from semantic.errors import DefinitionError, ServiceError
from semantic.limits import Limits
from semantic.model.link import link
from semantic.model.model import View
from semantic.model.read import read_text
from semantic.pipeline import Service, answer, explain
from semantic.predicate import TRUE, Asked
from semantic.result import collect
from tests.granting import granting
from tests.worlds import service

MODEL = """\
cubes:
  - name: cases
    sql_table: cases
    dimensions:
      - {name: id, type: number, sql: id, primary_key: true}
      - {name: kind, type: string, sql: kind}
      - {name: day, type: time, sql: day}
    measures:
      - {name: count, type: count}
views:
  - name: v
    cubes: [{join_path: cases, includes: [kind, day, count, {name: id, alias: number}]}]
    default_filters:
"""


def view(*filters: str, more: str = "") -> View:
    lines = "".join(f"      - {one}\n" for one in filters)
    return link([read_text(MODEL + lines + more, "a.yml")]).views[more and "w" or "v"]


def test_a_member_is_named_alone_behind_its_view_or_behind_its_cube() -> None:
    found = view(
        "{member: kind, operator: in, values: [a, null]}",
        "{member: v.number, operator: gt, values: [1], unless: [cases.day, kind]}",
        "{member: cases.id, operator: set}",
        "{member: day, operator: afterDate, values: [2024-01-01]}",
    ).default_filters
    assert [one.asked for one in found] == [
        Asked("v.kind", "equals", ("a", None)),
        Asked("v.number", "gt", (1,)),
        Asked("v.number", "set"),
        Asked("v.day", "afterDate", ("2024-01-01",)),
    ]
    assert found[1].unless == {"v.day", "v.kind"}


def test_a_child_has_its_parents_unless_it_has_its_own() -> None:
    parent = "{member: kind, operator: set}"
    child = "  - {name: w, extends: v, title: W}\n"
    assert [one.asked.member for one in view(parent, more=child).default_filters] == ["w.kind"]
    own = "  - {name: w, extends: v, default_filters: []}\n"
    assert view(parent, more=own).default_filters == ()


FAULTS = {
    "no such member": ("{member: knid, operator: set}", "no member 'knid'", "Did you mean 'kind'?"),
    "not in the view": ("{member: id, operator: set}", "no member 'id'", None),
    "a measure": ("{member: count, operator: gt, values: [1]}", "'count' is not", None),
    "unless": ("{member: kind, operator: set, unless: [dya]}", "no member 'dya'", "Did you mean 'day'?"),
    "operator": ("{member: kind, operator: equal, values: [a]}", "no operator 'equal'", "Did you mean 'equals'?"),
    "unfit": ("{member: kind, operator: gt, values: [a]}", "does not fit", None),
    "no values": ("{member: kind, operator: equals}", "takes", None),
    "value": ("{member: number, operator: equals, values: [a]}", "is not a number", None),
    "period": ("{member: day, operator: inDateRange, values: [somewhen]}", "somewhen", None),
}


@pytest.mark.parametrize(("line", "says", "hint"), FAULTS.values(), ids=list(FAULTS))
def test_a_faulty_filter_is_told_at_its_line(line: str, says: str, hint: str | None) -> None:
    with pytest.raises(DefinitionError) as refused:
        view("{member: kind, operator: set}", line)
    (found,) = refused.value.problems
    assert (found.code, found.at and found.at.line) == ("D616", 15)
    assert says in found.message
    assert hint in (None, found.hint)


def narrow(*members: str) -> tuple[Principal, Service]:
    grant = Grant("narrow", "test", frozenset(members), default_rows=TRUE)  # type: ignore[arg-type]
    return Principal("x", ("x",)), Service(service("library").generation, granting({"x": (grant,)}), Limits())


def test_who_may_not_know_of_the_filter_has_its_rows_alone() -> None:
    """Five loans are in Danish money, one of them a map; the asker can neither see nor release that."""
    asker, served = narrow("loans.count", "loans.late")
    asked = parse_query({"measures": ["danish.count"]}, default_limit=None)
    assert collect(answer(asked, asker, served)).table.to_pylist() == [{"danish.count": 4}]
    with pytest.raises(ServiceError) as refused:
        explain(asked, asker, served)
    assert refused.value.code == "A304"
    named = {"measures": ["danish.count"], "filters": [{"member": "danish.currency", "operator": "set"}]}
    with pytest.raises(ServiceError) as unknown:
        answer(parse_query(named, default_limit=None), asker, served)
    assert (unknown.value.code, "currency" in (unknown.value.problems[0].hint or "")) == ("R202", False)
