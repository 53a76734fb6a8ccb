"""Behind a sum are those who have something of it, however many others it is taken over."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.disclosure.test_small_cells import group
from tests.disclosure.world import MIXED, PROTECTED, Row, ask, by, rows_of, served

# 60, 50 and 40 persons with something each, of different amounts, so that only the group in question is small.
PLENTY: list[Row] = [
    (person + number, enhed, lov, "k", 100 + number)
    for person, enhed, lov, size in ((0, "A", "x", 60), (100, "B", "x", 50), (200, "C", "x", 40))
    for number in range(size)
]


def without(person: int, count: int, enhed: str, lov: str = "x") -> list[Row]:
    return group(person, count, enhed, lov, kr=0)


def shown(rows: list[Row], tmp_path: Path, *measures: str, who: str = PROTECTED) -> dict[tuple[Any, ...], Any]:
    names = [f"sag.{one}" for one in ("sager", *measures)]
    with served(tmp_path, rows) as service:
        return dict(by(rows_of(ask(service, who, measures=names, dimensions=["sag.enhed"])), "enhed"))


def test_a_sum_that_few_of_many_have_something_of_is_hidden(tmp_path: Path) -> None:
    """Two persons with 1,000 kr. each and 48 with nought: who is one of the two would know what the other has."""
    found = shown([*PLENTY, *group(300, 2, "D", kr=1000), *without(310, 48, "D")], tmp_path, "kr")
    assert found[("D",)]["kr"] is None
    assert found[("D",)]["sager"] == 50, "how many there are is of all of them"


def test_another_is_hidden_so_that_the_total_gives_nothing_back(tmp_path: Path) -> None:
    found = shown([*PLENTY, *group(300, 2, "D", kr=1000), *without(310, 48, "D")], tmp_path, "kr")
    assert sum(one["kr"] is None for one in found.values()) > 1


def test_enough_who_have_something_are_shown(tmp_path: Path) -> None:
    some = [(300 + number, "D", "x", "k", 10 + number) for number in range(5)]
    found = shown([*PLENTY, *some, *without(310, 45, "D")], tmp_path, "kr")
    assert found[("D",)]["kr"] == 60


@pytest.mark.parametrize(("size", "is_hidden"), [(9, True), (10, False)])
def test_that_nobody_of_a_small_group_has_anything_is_hidden(size: int, is_hidden: bool, tmp_path: Path) -> None:
    found = shown([*PLENTY, *without(300, size, "D")], tmp_path, "kr")
    assert (found[("D",)]["kr"] is None) is is_hidden


@pytest.mark.parametrize(("size", "is_hidden"), [(9, True), (10, False)])
def test_that_all_of_a_small_group_have_the_same_is_hidden(size: int, is_hidden: bool, tmp_path: Path) -> None:
    found = shown([*PLENTY, *group(300, size, "D", kr=700)], tmp_path, "kr")
    assert (found[("D",)]["kr"] is None) is is_hidden


def test_what_a_part_leaves_out_of_a_sum_is_of_those_who_have_something_of_it(tmp_path: Path) -> None:
    """Of the 50 men two have something: the whole less the women's part is what these two have."""
    men = [(300 + number, "A", "x", "m", 1000 if number < 2 else 0) for number in range(50)]
    found = shown([*PLENTY, *men], tmp_path, "kr", "kr_kvinder")
    assert None in (found[("A",)]["kr"], found[("A",)]["kr_kvinder"])


def test_the_own_units_figures_are_shown_as_they_are(tmp_path: Path) -> None:
    rows = [*PLENTY, *group(300, 2, "A", kr=1000), *without(310, 48, "A")]
    with served(tmp_path, rows) as service:
        [own] = rows_of(ask(service, MIXED, measures=["sag.kr"], filters=[
            {"member": "sag.enhed", "operator": "equals", "values": ["A"]}
        ]))  # fmt: skip
    assert own["kr"] == sum(kr for _, enhed, _, _, kr in rows if enhed == "A")


def test_what_a_part_has_more_than_another_is_of_those_who_have_something_of_it(tmp_path: Path) -> None:
    """Of 40 women outside law x two have something: the part of women less that of law x is what these two have."""
    women = [(300 + number, "A", "y", "k", 1000 if number < 2 else 0) for number in range(40)]
    men = [(400 + number, "A", "y", "m", 50 + number) for number in range(30)]
    found = shown([*PLENTY, *women, *men], tmp_path, "kr_kvinder", "kr_kvinder_x")
    assert None in (found[("A",)]["kr_kvinder"], found[("A",)]["kr_kvinder_x"])
