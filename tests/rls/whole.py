"""By which columns the rows of ydelse are cut, told by hand: a group put together over one of them is no whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from semantic.access.documents import GrantDocument, RestrictionDocument
from tests.rls import expected
from tests.rls.policies import Held, dimensions_of
from tests.rls.row_security import Bound, Rule, cut_by, everything, place
from tests.rls.test_row_security import Case
from tests.rls.world import JOINS, GroupValue, Path

# Of each join the columns on both sides that decide which row it leads to; for a hop in time also the day.
DECIDING: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "borger": (("borger",), ("id",)),
    "handlekommune": (("handle",), ("kode",)),
    "betalingskommune": (("betal",), ("kode",)),
    "bopael": (("bopael",), ("kode",)),
    "ansvarlig_da": (("enhed", "start"), ("id",)),
    "ansvarlig_nu": (("enhed",), ("id",)),
}
STORED = {"ydelse.dyr": "beloeb", "ydelse.person": "borger", "ydelse.center_nu": "center", "klage.art": "art",
          "klage.sagsbehandler": "sagsbehandler"}  # fmt: skip
KEYS = {"ydelse": "id", "borger": "id", "kommune": "kode"}  # by which others lead to a cube
Columns = frozenset[tuple[Path, str]]


def columns(path: Path, dimension: str) -> Columns:
    """The column of the dimension at the end of the path, and those that decide the way there."""
    return _met(path) | {(path, STORED.get(dimension, dimension.split(".")[1]))}


def _met(path: Path) -> Columns:
    """The columns that decide which rows the path leads to."""
    found: set[tuple[Path, str]] = set()
    for length, step in enumerate(path):
        near, far = DECIDING[step]
        found |= {(path[:length], name) for name in near} | {(path[: length + 1], name) for name in far}
    return frozenset(found)


def told_by(case: Case, numbers: Sequence[int], paths: Iterable[Path]) -> Columns:
    """The columns that the rows of ydelse are cut by for those whom these grants cover, and those that it is joined to.

    Joined rows that are cut by nothing more than the own rows are, or that these lead to, cut no further.
    """
    told = _cut("ydelse", (), case.held, numbers, case.rules)
    for path in sorted({one[:length] for one in paths for length in range(1, len(one) + 1)}):
        near, target = end_of(path[:-1]), end_of(path)
        joined = (near, path[-1], target)
        leads = expected.leads(joined, case.held, numbers, case.rules)
        if leads and not any(target in one for one in case.cuts):
            continue
        cut = _cut(target, path, case.held, numbers, case.rules)
        met = _met(path)
        if not cut <= told | (met if met & told else frozenset()):
            told |= cut | met
    return told


def end_of(path: Path) -> str:
    cube = "ydelse"
    for step in path:
        cube = JOINS[cube][step][0]
    return cube


def _cut(cube: str, path: Path, held: Held, numbers: Sequence[int], rules: Sequence[Mapping[str, Rule]]) -> Columns:
    """The columns that the cube's rows at the end of the path are cut by; none where they are not."""
    clauses: list[Bound] = [held.grants[one] for one in numbers if cube in rules[one]]
    if any(rules[one].get(cube) is everything for one in numbers):
        clauses = []
    found: set[tuple[Path, str]] = set()
    for clause in (*clauses, *held.own_restrictions):
        document = clause.document
        if isinstance(document, RestrictionDocument) and cube not in cut_by(clause):
            continue
        if isinstance(document, GrantDocument) and cube in document.follow:
            found.add((path, KEYS[cube]))
        else:
            found |= {((*path, *way), name) for way, name in _tested(cube, clause)}
    return frozenset(found)


def _tested(cube: str, clause: Bound) -> Iterator[tuple[Path, str]]:
    for name in sorted({name for test in clause.document.rows for name in dimensions_of(test)}):
        placed = place(cube, name, clause.document.via)
        if placed:
            yield from columns(placed[0], name)


def is_cut(told: Columns, value: GroupValue, kept: Iterable[tuple[Path, str]]) -> bool:
    """Whether the group is put together over a column that the rows are cut by; `kept` are its keys."""
    if value.keeps is None:
        return bool(told & columns((), f"ydelse.{value.drops}"))
    return not told <= frozenset().union(*(columns(path, name) for path, name in kept))
