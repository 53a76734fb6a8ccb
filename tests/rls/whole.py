"""By which columns the rows of ydelse are cut, told by hand: a group put together over one of them is no whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from semantic.access.documents import GrantDocument, RestrictionDocument
from tests.rls.policies import Held, dimensions_of
from tests.rls.row_security import Bound, Rule, cut_by, everything, place
from tests.rls.world import GroupValue, Path

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
Columns = frozenset[tuple[Path, str]]


def columns(path: Path, dimension: str) -> Columns:
    """The column of the dimension at the end of the path from ydelse, and those that decide the way there."""
    found = {(path, STORED.get(dimension, dimension.split(".")[1]))}
    for length, step in enumerate(path):
        near, far = DECIDING[step]
        found |= {(path[:length], name) for name in near} | {(path[: length + 1], name) for name in far}
    return frozenset(found)


def told_by(held: Held, numbers: Sequence[int], rules: Sequence[Mapping[str, Rule]]) -> Columns:
    """The columns that the rows of ydelse are cut by, for those whom these grants cover; none where they are not."""
    clauses: list[Bound] = [held.grants[one] for one in numbers if "ydelse" in rules[one]]
    if any(rules[one].get("ydelse") is everything for one in numbers):
        clauses = []
    found: set[tuple[Path, str]] = set()
    for clause in (*clauses, *held.own_restrictions):
        document = clause.document
        if isinstance(document, RestrictionDocument) and "ydelse" not in cut_by(clause):
            continue
        if isinstance(document, GrantDocument) and "ydelse" in document.follow:
            found.add(((), "id"))  # betaling leads to it
        else:
            found |= set(_tested(clause))
    return frozenset(found)


def _tested(clause: Bound) -> Iterator[tuple[Path, str]]:
    for name in sorted({name for test in clause.document.rows for name in dimensions_of(test)}):
        placed = place("ydelse", name, clause.document.via)
        if placed:
            yield from columns(placed[0], name)


def is_cut(told: Columns, value: GroupValue, kept: Iterable[tuple[Path, str]]) -> bool:
    """Whether the group is put together over a column that the rows are cut by; `kept` are its keys."""
    if value.keeps is None:
        return bool(told & columns((), f"ydelse.{value.drops}"))
    return not told <= frozenset().union(*(columns(path, name) for path, name in kept))
