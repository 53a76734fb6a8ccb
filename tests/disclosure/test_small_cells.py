"""What the tier `threshold` hides, against a naive count of the rows and against who would compute it back."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from semantic.access.grant import Thresholds
from tests.disclosure.world import MEASURES, MIXED, OPEN, PROTECTED, Row, ask, by, refused, rows_of, served

KEYS = ("enhed", "lov")
FIVE = Thresholds()
persons = st.integers(0, 60)
row = st.tuples(persons, st.sampled_from("ABCD"), st.sampled_from("xyz"), st.sampled_from("km"), st.integers(1, 900))
populations = st.lists(row, min_size=1, max_size=160)


def group(person: int, count: int, enhed: str, lov: str = "x", koen: str = "k", kr: int = 100) -> list[Row]:
    return [(person + number, enhed, lov, koen, kr) for number in range(count)]


def every(names: Iterable[str]) -> list[str]:
    return [f"sag.{name}" for name in names]


def with_status(names: Sequence[str]) -> list[str]:
    return every([*names, *(f"{name}__status" for name in names)])


PLENTY = [*group(0, 30, "A"), *group(100, 20, "B", "y"), *group(200, 12, "C", "x", "m"), *group(300, 8, "D", "y", "m")]


def test_a_figure_of_few_persons_is_hidden_and_says_so(tmp_path: Path) -> None:
    with served(tmp_path, [*PLENTY, *group(400, 4, "E")]) as service:
        found = by(rows_of(ask(service, PROTECTED, measures=with_status(["sager"]), dimensions=["sag.enhed"])), "enhed")
    assert found[("E",)]["sager"] is None
    assert found[("E",)]["sager__status"] == "diskretioneret"
    assert found[("A",)]["sager"] == 30
    assert found[("A",)]["sager__status"] == "normal"


def test_a_second_one_is_hidden_so_that_the_total_gives_nothing_back(tmp_path: Path) -> None:
    with served(tmp_path, [*PLENTY, *group(400, 4, "E")]) as service:
        found = rows_of(ask(service, PROTECTED, measures=["sag.sager"], dimensions=["sag.enhed"]))
    assert {one["enhed"] for one in found if one["sager"] is None} == {"E", "D"}, "the fewest of the others is D"


def test_many_cases_of_few_persons_are_few_persons(tmp_path: Path) -> None:
    with served(tmp_path, [*PLENTY, *(group(400, 4, "E") * 50)]) as service:
        found = by(rows_of(ask(service, PROTECTED, measures=every(["sager", "kr"]), dimensions=["sag.enhed"])), "enhed")
    assert found[("E",)]["sager"] is None
    assert found[("E",)]["kr"] is None


def test_few_persons_of_a_part_hide_the_part_and_not_the_whole(tmp_path: Path) -> None:
    rows = [*PLENTY, *group(400, 40, "E", koen="m"), *group(450, 3, "E")]
    with served(tmp_path, rows) as service:
        asked = every(["personer", "kvinder", "maendesager", "andel_kvinder"])
        found = by(rows_of(ask(service, PROTECTED, measures=asked, dimensions=["sag.enhed"])), "enhed")
    assert found[("E",)]["personer"] == 43
    assert [found[("E",)][name] for name in ("kvinder", "maendesager", "andel_kvinder")] == [None, None, None]


@pytest.mark.parametrize("names", [["maendesager"], ["personer", "maendesager"], ["kr", "kr_kvinder"]])
def test_what_a_part_leaves_out_is_of_enough_persons(tmp_path: Path, names: list[str]) -> None:
    """43 less 40 are three."""
    rows = [*PLENTY, *group(400, 40, "E", koen="m" if "maendesager" in names else "k"),
            *group(450, 3, "E", koen="k" if "maendesager" in names else "m")]  # fmt: skip
    with served(tmp_path, rows) as service:
        shown, truth = (by(rows_of(ask(service, name, measures=every(["sager", *names]), dimensions=["sag.enhed"])),
                           "enhed")[("E",)] for name in (PROTECTED, OPEN))  # fmt: skip
    assert shown["sager"] == 43
    assert shown[names[-1]] is None
    assert truth[names[-1]] in (40, 4000)


def test_one_part_less_another_is_of_enough_persons(tmp_path: Path) -> None:
    """Women, and women under x: of 30 women, 28 are."""
    rows = [*PLENTY, *group(400, 28, "E", "x"), *group(450, 2, "E", "y"), *group(500, 40, "E", "y", "m")]
    with served(tmp_path, rows) as service:
        asked = [every(names) for names in (["kvindesager"], ["kvinder_x"], ["kvindesager", "kvinder_x"])]
        found = [by(rows_of(ask(service, PROTECTED, measures=names, dimensions=["sag.enhed"])), "enhed")[("E",)]
                 for names in asked]  # fmt: skip
    assert found == [{"enhed": "E", "kvindesager": 30}, {"enhed": "E", "kvinder_x": 28},
                     {"enhed": "E", "kvindesager": None, "kvinder_x": None}]  # fmt: skip


def test_hidden_parts_are_together_of_enough_persons(tmp_path: Path) -> None:
    """Three women and one are four, however many men are beside them."""
    rows = [*group(0, 30, "A"), *group(50, 30, "A", koen="m"), *group(100, 20, "B"), *group(150, 20, "B", koen="m"),
            *group(200, 9, "C", koen="m"), *group(250, 1, "C"), *group(300, 9, "D", koen="m"),
            *group(350, 3, "D")]  # fmt: skip
    with served(tmp_path, rows) as service:
        found = rows_of(ask(service, PROTECTED, measures=["sag.kvindesager"], dimensions=["sag.enhed"]))
    assert {one["enhed"] for one in found if one["kvindesager"] is None} == {"B", "C", "D"}


def test_a_sum_beside_own_rows_is_not_one_persons(tmp_path: Path) -> None:
    """Who knows the own rows knows the others' sum, of which one has nearly all."""
    rows = [*group(0, 20, "A", "x", kr=900), *group(100, 9, "B", "x", kr=1), (200, "B", "x", "k", 900),
            *group(300, 30, "C", "y"), *group(400, 30, "D", "z")]  # fmt: skip
    with served(tmp_path, rows) as service:
        found = by(rows_of(ask(service, MIXED, measures=every(["sager", "kr"]), dimensions=["sag.lov"])), "lov")
    assert found[("x",)]["sager"] == 30
    assert found[("x",)]["kr"] is None


def test_members_alone_list_no_persons(tmp_path: Path) -> None:
    rows = [*PLENTY, *group(400, 4, "E")]
    with served(tmp_path, rows) as service:
        assert len(rows_of(ask(service, PROTECTED, dimensions=["sag.enhed"]))) == 5
        assert refused(service, PROTECTED, dimensions=["sag.person"]) == "A308"
        assert refused(service, OPEN, dimensions=["sag.person"]) is None
        few = [{"member": "sag.enhed", "operator": "equals", "values": ["E"]}]
        assert refused(service, PROTECTED, dimensions=["sag.koen"], filters=few) == "A308"


def test_that_all_of_a_small_group_have_something_is_hidden(tmp_path: Path) -> None:
    with served(tmp_path, PLENTY) as service:
        found = by(rows_of(ask(service, PROTECTED, measures=every(["personer", "andel_kvinder"]),
                               dimensions=["sag.enhed"])), "enhed")  # fmt: skip
    assert found[("D",)]["personer"] == 8
    assert found[("D",)]["andel_kvinder"] is None, "none of eight"
    assert found[("A",)]["andel_kvinder"] == 1, "all of thirty"


def test_a_sum_that_one_person_has_most_of_is_hidden_and_the_count_is_not(tmp_path: Path) -> None:
    rows = [*PLENTY, *group(400, 20, "E", kr=10), (450, "E", "x", "k", 90_000)]
    with served(tmp_path, rows) as service:
        asked = every(["sager", "kr", "kr_pr_person", "kr_kvinder"])
        found = by(rows_of(ask(service, PROTECTED, measures=asked, dimensions=["sag.enhed"])), "enhed")
    assert found[("E",)]["sager"] == 21
    assert [found[("E",)][name] for name in ("kr", "kr_pr_person", "kr_kvinder")] == [None, None, None]


def test_what_one_person_has_in_many_rows_is_one_persons(tmp_path: Path) -> None:
    rows = [*PLENTY, *group(400, 20, "E", kr=10), *([(450, "E", "x", "k", 900)] * 100)]
    with served(tmp_path, rows) as service:
        found = by(rows_of(ask(service, PROTECTED, measures=["sag.kr"], dimensions=["sag.enhed"])), "enhed")
    assert found[("E",)]["kr"] is None


def test_nothing_is_not_hidden(tmp_path: Path) -> None:
    with served(tmp_path, PLENTY) as service:
        found = rows_of(ask(service, PROTECTED, measures=["sag.sager"], dimensions=["sag.enhed"],
                            filters=[{"member": "sag.enhed", "operator": "equals", "values": ["Z"]}]))  # fmt: skip
        total = rows_of(ask(service, PROTECTED, measures=with_status(["sager"]),
                            filters=[{"member": "sag.enhed", "operator": "equals", "values": ["Z"]}]))  # fmt: skip
    assert found == []
    assert total == [{"sager": 0, "sager__status": "normal"}]


def test_a_grand_total_of_few_is_hidden(tmp_path: Path) -> None:
    with served(tmp_path, group(0, 4, "A")) as service:
        assert rows_of(ask(service, PROTECTED, measures=with_status(["sager"]))) == [
            {"sager": None, "sager__status": "diskretioneret"}
        ]


def test_own_rows_are_shown_beside_protected_ones(tmp_path: Path) -> None:
    rows = [*group(0, 2, "A"), *group(100, 20, "B"), *group(200, 3, "C"), *group(300, 9, "D")]
    with served(tmp_path, rows) as service:
        asked = {"measures": every(["sager", "kr"]), "dimensions": ["sag.enhed"]}
        mixed, hidden = (by(rows_of(ask(service, name, **asked)), "enhed") for name in (MIXED, PROTECTED))
    assert (mixed[("A",)]["sager"], mixed[("A",)]["kr"]) == (2, 200), "the unit's own"
    assert mixed[("C",)]["sager"] is None
    assert mixed[("B",)]["sager"] == 20
    assert hidden[("A",)]["sager"] is None


def test_own_rows_do_not_count_for_others(tmp_path: Path) -> None:
    """A total of own rows and of two persons' others would give the two away."""
    rows = [*group(0, 50, "A", "x"), *group(100, 2, "B", "x"), *group(200, 20, "B", "y"), *group(300, 9, "C", "z")]
    with served(tmp_path, rows) as service:
        found = by(rows_of(ask(service, MIXED, measures=["sag.sager"], dimensions=["sag.lov"])), "lov")
    assert found[("x",)]["sager"] is None, "52, of which the asker knows 50"


@pytest.mark.parametrize("name", ["stoerste", "midterste"])
def test_one_persons_value_is_refused(tmp_path: Path, name: str) -> None:
    with served(tmp_path, PLENTY) as service:
        assert refused(service, PROTECTED, measures=[f"sag.{name}"]) == "A308"
        assert refused(service, OPEN, measures=[f"sag.{name}"]) is None


def test_groups_that_list_persons_are_refused(tmp_path: Path) -> None:
    rows = [(person, f"e{person}", "x", "k", 100) for person in range(50)]
    with served(tmp_path, rows) as service:
        asked: dict[str, Any] = {"measures": ["sag.sager"], "dimensions": ["sag.enhed"]}
        assert refused(service, PROTECTED, **asked) == "A308"
        assert refused(service, OPEN, **asked) is None
        some = [{"member": "sag.person", "operator": "lt", "values": ["6"]}]
        assert refused(service, PROTECTED, filters=some, **asked) == "A308", "six persons, each a row"
        few = [{"member": "sag.person", "operator": "lt", "values": ["3"]}]
        assert refused(service, PROTECTED, filters=few, **asked) == "A308", "three persons, each a row"


def test_rows_one_by_one_are_refused(tmp_path: Path) -> None:
    with served(tmp_path, PLENTY) as service:
        assert refused(service, PROTECTED, dimensions=["sag.enhed"], measures=["sag.sager"], ungrouped=True) == "A301"


def test_a_top_is_refused(tmp_path: Path) -> None:
    top = {"dimension": "sag.enhed", "measure": "sag.sager", "count": 2}
    with served(tmp_path, PLENTY) as service:
        asked: dict[str, Any] = {"measures": ["sag.sager"], "dimensions": ["sag.enhed"], "top": top}
        assert refused(service, PROTECTED, **asked) == "A308"
        assert refused(service, OPEN, **asked) is None


# Against who would compute it back, on random populations.


def naive(rows: Sequence[Row], keep: Callable[[Row], bool] = lambda one: True) -> tuple[int, int]:
    """How many rows and persons there are."""
    kept = [one for one in rows if keep(one)]
    return len(kept), len({one[0] for one in kept})


def cells(rows: Sequence[Row], level: Sequence[str]) -> dict[tuple[str | None, ...], list[Row]]:
    """The rows of each cell of the grouping set, None for what is left out."""
    found: dict[tuple[str | None, ...], list[Row]] = {}
    for one in rows:
        member = tuple(one[1 + KEYS.index(key)] if key in level else None for key in KEYS)
        found.setdefault(member, []).append(one)
    return found


LEVELS = [level for size in range(3) for level in itertools.combinations(KEYS, size)]


@settings(max_examples=30, deadline=None)
@given(populations)
def test_what_is_shown_is_right_and_of_enough_persons(rows: list[Row]) -> None:
    with TemporaryDirectory() as folder, served(Path(folder), rows) as service:
        asked: dict[str, Any] = {"measures": every(MEASURES), "dimensions": every(KEYS), "subtotals": "cube"}
        if refused(service, PROTECTED, **asked) == "A308":
            whole = cells(rows, KEYS).values()
            together = sum(len({one[0] for one in part}) for part in whole)
            assert together < 5 or sum(len({one[0] for one in part}) < 5 for part in whole) * 2 > len(whole)
            return
        shown, plain = (rows_of(ask(service, name, **asked)) for name in (PROTECTED, OPEN))
    place = [*KEYS, *(f"{key}__subtotal" for key in KEYS)]
    truth = by(plain, *place)
    assert set(by(shown, *place)) == set(truth), "no row is left out"
    for member, found in by(shown, *place).items():
        behind = [one for one in rows if all(found[f"{key}__subtotal"] or one[1 + KEYS.index(key)] == found[key]
                                             for key in KEYS)]  # fmt: skip
        check_cell(found, truth[member], behind)


def check_cell(found: dict[str, Any], truth: dict[str, Any], behind: list[Row]) -> None:
    women, men = ([one for one in behind if one[3] == koen] for koen in "km")
    for name, of in (("sager", behind), ("personer", behind), ("kvinder", women), ("kvindesager", women),
                     ("maendesager", men), ("kr", behind), ("kr_kvinder", women)):  # fmt: skip
        if found[name] is None:
            continue
        assert found[name] == truth[name]
        rows, number = naive(of)
        assert rows == 0 or number >= FIVE.persons, (name, found)
        if name in ("kvinder", "kvindesager", "maendesager"):
            everybody = naive(behind)[1]
            assert everybody >= FIVE.alike or 0 < number < everybody
        if name in ("kr", "kr_kvinder") and of:
            each = [sum(one[4] for one in of if one[0] == person) for person in {one[0] for one in of}]
            assert max(each) * 100 <= FIVE.share * sum(each)
    assert (found["andel_kvinder"] is None) >= (found["kvinder"] is None or found["personer"] is None)
    assert (found["kr_pr_person"] is None) >= (found["kr"] is None or found["personer"] is None)


@settings(max_examples=30, deadline=None)
@given(populations, st.sampled_from(["sager", "kvindesager", "kr"]))
def test_no_hidden_value_follows_from_what_the_answer_shows(rows: list[Row], name: str) -> None:
    """Every shown cell is an equation over the single cells; none of the hidden ones has one solution."""
    with TemporaryDirectory() as folder, served(Path(folder), rows) as service:
        asked: dict[str, Any] = {"measures": [f"sag.{name}"], "dimensions": every(KEYS), "subtotals": "cube"}
        if refused(service, PROTECTED, **asked) == "A308":
            return
        shown = rows_of(ask(service, PROTECTED, **asked))
    single = [one for one in shown if not one["enhed__subtotal"] and not one["lov__subtotal"]]
    unknown = [one for one in single if one[name] is None]
    sums = [one for one in shown if one not in single and one[name] is not None]
    system = np.array([[float(all(one[f"{key}__subtotal"] or one[key] == of[key] for key in KEYS)) for of in unknown]
                       for one in sums]).reshape(len(sums), len(unknown))  # fmt: skip
    for number in range(len(unknown)):
        alone = np.zeros((1, len(unknown)))
        alone[0, number] = 1
        follows = np.linalg.matrix_rank(np.vstack([system, alone])) == np.linalg.matrix_rank(system) if sums else False
        assert not follows, (unknown[number], shown)


@settings(max_examples=20, deadline=None)
@given(populations, st.data())
def test_the_same_figures_whatever_is_left_out_or_sorted(rows: list[Row], data: st.DataObject) -> None:
    """Having, order and limit see what is shown: a hidden value decides on nothing."""
    least = data.draw(st.integers(0, 40))
    with TemporaryDirectory() as folder, served(Path(folder), rows) as service:
        asked: dict[str, Any] = {"measures": every(["sager", "kr"]), "dimensions": ["sag.enhed"]}
        if refused(service, PROTECTED, **asked) == "A308":
            return
        shown = rows_of(ask(service, PROTECTED, **asked))
        more = [{"member": "sag.sager", "operator": "gt", "values": [str(least)]}]
        left = rows_of(ask(service, PROTECTED, filters=more, **asked))
        ordered = rows_of(ask(service, PROTECTED, order={"sag.kr": "desc", "sag.enhed": "asc"}, limit=3, **asked))
    assert by(left, "enhed") == {
        member: one for member, one in by(shown, "enhed").items() if one["sager"] is not None and one["sager"] > least
    }
    expected = sorted(shown, key=lambda one: (one["kr"] is None, -(one["kr"] or Decimal(0)), one["enhed"]))
    assert ordered == expected[:3]


def test_no_more_is_hidden_than_it_takes(tmp_path: Path) -> None:
    """A key that another one decides makes no totals of its own."""
    rows = [*group(0, 30, "A", "x"), *group(100, 20, "B", "y"), *group(200, 12, "C", "z"), *group(300, 3, "D", "w")]
    with served(tmp_path, rows) as service:
        asked: dict[str, Any] = {"measures": ["sag.sager"], "dimensions": every(KEYS)}
        shown = by(rows_of(ask(service, PROTECTED, **asked)), *KEYS)
    assert {member: one["sager"] for member, one in shown.items()} == {
        ("A", "x"): 30, ("B", "y"): 20, ("C", "z"): 12, ("D", "w"): None
    }  # fmt: skip


def test_the_same_cells_are_hidden_however_the_rows_lie_and_the_question_is_put(tmp_path: Path) -> None:
    """Of equally small cells it is always the same that are hidden."""
    rows: list[Row] = []
    for number, enhed in enumerate("ABCDEFGH"):
        rows += [*group(100 * number, 9, enhed, "x"), *group(100 * number + 50, 9, enhed, "y")]
    rows += group(950, 2, "I")
    found = []
    for number, (given_rows, keys) in enumerate(((rows, KEYS), (rows[::-1], KEYS[::-1]), (rows[7:] + rows[:7], KEYS))):
        folder = tmp_path / str(number)
        folder.mkdir()
        with served(folder, given_rows) as service:
            shown = rows_of(ask(service, PROTECTED, measures=["sag.sager"], dimensions=every(keys)))
        found.append({(one["enhed"], one["lov"]) for one in shown if one["sager"] is None})
    assert found[0] == found[1] == found[2]
    assert ("I", "x") in found[0]
    assert len(found[0]) > 1
