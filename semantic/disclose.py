"""Cells → cells of which the small ones are hidden, before anything is computed from them, ordered or left out.

What is hidden is NULL, and the column `hidden(...)` beside it says so. First what is small in itself, then as many
others as it takes that no total, whether it is asked for or not, gives a hidden value back.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from semantic.complement import Lines, Places, complement
from semantic.errors import DeniedError, Problem
from semantic.plan.calculation import Calculation, MeasureOutput
from semantic.plan.finish import Plan
from semantic.plan.nodes import flag
from semantic.plan.protection import Counted, Kind, ProtectedColumn, Protection, hidden
from semantic.predicate import tests
from semantic.result import Hidden

Numbers = npt.NDArray[np.float64]  # counts below 2^53 are exact, and of sums only shares are taken
Marks = npt.NDArray[np.bool_]
Marked = tuple[bool, object]  # whether the key is left out, and its value
KINDS: tuple[Kind, ...] = ("whole", "part", "sum")


@dataclass(frozen=True, eq=False)
class Hiding:
    """Of which rows a fact's values are hidden, by their kind. INVARIANT: what is hidden of the whole is of all.

    Parts add up to the whole, and sums to one another: where one of a kind is hidden, all of it are.
    """

    protection: Protection
    marks: dict[Kind, Marks]


@dataclass(frozen=True, eq=False)
class Disclosed:
    """The cells as they may be shown, in their order; of which columns some value is hidden, and whether groups are of
    few persons."""

    cells: pa.Table
    columns: frozenset[str]
    few: bool


def disclose(cells: pa.Table, protections: Sequence[Protection]) -> Disclosed:
    """The cells with small ones hidden. Raises DeniedError (A308) where they cannot be."""
    found = [_small(cells, protection) for protection in protections]
    few = any(one.marks["whole"].any() for one in found)
    for cube in dict.fromkeys(protection.cube for protection in protections):
        _complement(cells, [one for one in found if one.protection.cube == cube])
    return Disclosed(*_shown(cells, found), few)


def _small(cells: pa.Table, protection: Protection) -> Hiding:
    """What is hidden for its own sake."""
    rows, persons = _counted_by(cells, protection.everybody)
    whole = (rows > 0) & (persons < protection.thresholds.persons)
    _check_groups(cells, protection, whole, persons)
    marks: dict[Kind, Marks] = {kind: whole.copy() for kind in KINDS}
    for one in protection.columns:
        if one.kind != "whole":
            marks[one.kind] |= _small_of(cells, protection, one, persons) | _small_beside(cells, protection, one)
    return Hiding(protection, marks)


def _check_groups(cells: pa.Table, protection: Protection, small: Marks, persons: Numbers) -> None:
    """Raises DeniedError (A308) where the groups themselves would tell of persons, whatever is hidden of them.

    That is where all of them together are of few, and where most are, so that they list one person after the other.
    """
    finest: Marks = np.ones(cells.num_rows, dtype=np.bool_)
    for key in protection.keys:
        if flag(key) in cells.column_names:
            finest &= _numbers(cells, flag(key)) == 0
    together, listed = float(persons[finest].sum()), int(small[finest].sum())
    if protection.keys and 0 < together < protection.thresholds.persons:
        raise _too_fine("All groups of the answer together are of few persons.")
    if listed > protection.thresholds.persons and 2 * listed > int((persons[finest] > 0).sum()):
        raise _too_fine("Most groups of the answer are of few persons.")


def _too_fine(message: str) -> DeniedError:
    return DeniedError(Problem("A308", message, "Group by less, or filter less."))


def _small_of(cells: pa.Table, protection: Protection, one: ProtectedColumn, everybody: Numbers) -> Marks:
    """Where the value is of few, or has one person for the most part, or says the same of each of a small group."""
    limits = protection.thresholds
    rows, persons = _counted_by(cells, one.counted)
    found: Marks = (rows > 0) & (persons < limits.persons)
    if one.counted != protection.everybody:
        is_alike = (persons == 0) | (persons == everybody)
        found |= is_alike & (everybody > 0) & (everybody < limits.alike)
    if one.contributing:
        rows, contributors = _counted_by(cells, one.contributing[0])
        found |= (rows > 0) & (contributors < limits.persons)
        found |= (contributors == 0) & (everybody > 0) & (everybody < limits.alike)
    if one.largest is not None:
        most, total = _numbers(cells, one.largest), np.abs(_numbers(cells, one.total or one.column))
        found |= (most > 0) & (most * 100 > total * limits.share)
        found |= (most > 0) & np.isclose(most * everybody, total) & (everybody < limits.alike)
    return found


def _small_beside(cells: pa.Table, protection: Protection, one: ProtectedColumn) -> Marks:
    """Where what is left out of the value is of few, or what it has more than a part of it that is shown as well."""
    few, counted_of = protection.thresholds.persons, {other.column: other for other in protection.columns}
    found: Marks = np.zeros(cells.num_rows, dtype=np.bool_)
    if one.rest is not None:
        rows, persons = _counted_by(cells, one.rest)
        found |= (rows > 0) & (persons < few)
    for contributing in one.contributing[1:]:
        rows, contributors = _counted_by(cells, contributing)
        found |= (rows > 0) & (contributors < few)
    for name, counted in one.beyond:
        [back] = [more for other, more in counted_of[name].beyond if other == one.column]
        is_within = _counted_by(cells, back[-1])[0] == 0
        for rows, persons in (_counted_by(cells, more) for more in counted):
            found |= is_within & (rows > 0) & (persons < few)
    return found


def _counted_by(cells: pa.Table, counted: Counted) -> tuple[Numbers, Numbers]:
    return _numbers(cells, counted.rows), _numbers(cells, counted.persons)


def _numbers(cells: pa.Table, column: str) -> Numbers:
    """The column as numbers; none is zero."""
    found: Numbers = pc.fill_null(cells.column(column).cast(pa.float64(), safe=False), 0.0).to_numpy()
    return found


def _complement(cells: pa.Table, found: list[Hiding]) -> None:
    """Hides as much more of the facts of one cube as it takes that sums give nothing back."""
    if not any(marks.any() for one in found for marks in one.marks.values()):
        return
    facts = [_grouped(cells, one.protection) for one in found]
    both = list(zip(found, facts, strict=True))
    places = Places(
        tuple((number, level) for number, one in enumerate(facts) for level in one.levels),
        tuple(member for one in facts for member in one.members),
        tuple(tuple(sorted(one.protection.keys)) for one in found),
        np.concatenate([_numbers(cells, one.protection.everybody.persons)[fact.first] for one, fact in both]),
    )
    lines, needed = Lines(places), max(one.protection.thresholds.persons for one in found)
    whole: Marks = np.zeros(len(places.persons), dtype=np.bool_)
    width = 1 + 4 * max(len(one.protection.columns) for one in found)
    for kind in KINDS:
        small = np.concatenate([one.marks[kind][fact.first] for one, fact in both])
        behind = np.concatenate([_behind(cells, one.protection, kind, width)[fact.first] for one, fact in both])
        hiding = complement(lines, whole | small, behind, needed)
        whole = hiding if kind == "whole" else whole
        ends = np.cumsum([len(fact.first) for fact in facts])[:-1]
        for (one, fact), own in zip(both, np.split(hiding, ends), strict=True):
            one.marks[kind] = own[fact.cell_of]


def _behind(cells: pa.Table, protection: Protection, kind: Kind, width: int) -> Numbers:
    """The persons of each cell, and those that each value of the kind is of, and those that it leaves out."""
    held = [one for one in protection.columns if kind != "whole" and one.kind == kind]
    of_values = (which for one in held for which in (one.counted, one.rest, *one.contributing) if which is not None)
    counted = [protection.everybody, *of_values]
    found = np.zeros((cells.num_rows, width))
    for number, one in enumerate(dict.fromkeys(counted)):
        found[:, number] = _counted_by(cells, one)[1]
    return found


@dataclass(frozen=True, eq=False)
class Grouped:
    """The cells of one fact, each once, however many rows it stands beside.

    `cell_of` says which cell a row has, and `first` in which row it is first; `levels` are the keys that each cell is
    grouped by, `members` their values by the names of the protection's keys, None for a key that is left out.
    """

    cell_of: npt.NDArray[np.int64]
    first: npt.NDArray[np.int64]
    levels: tuple[frozenset[str], ...]
    members: tuple[tuple[object, ...], ...]


def _grouped(cells: pa.Table, protection: Protection) -> Grouped:
    """INVARIANT: cells are numbered by their members, never by the order that they came in.

    Which of equally small cells is hidden beside another is then the same each time, and for everybody who asks.
    """
    keys = sorted(protection.keys)
    columns = [cells.column(key).to_pylist() for key in keys]
    flags = [cells.column(flag(key)).to_pylist() if flag(key) in cells.column_names else None for key in keys]
    rows: dict[tuple[Marked, ...], list[int]] = {}
    for row in range(cells.num_rows):
        out = (one is not None and bool(one[row]) for one in flags)
        member = tuple((left, None if left else column[row]) for left, column in zip(out, columns, strict=True))
        rows.setdefault(member, []).append(row)
    members = sorted(rows, key=lambda member: tuple((left, value is None, str(value)) for left, value in member))
    cell_of = np.empty(cells.num_rows, dtype=np.int64)
    for number, member in enumerate(members):
        cell_of[rows[member]] = number
    levels = tuple(frozenset(key for key, (left, _) in zip(keys, one, strict=True) if not left) for one in members)
    values = tuple(tuple(value for _, value in member) for member in members)
    return Grouped(cell_of, np.array([rows[member][0] for member in members], dtype=np.int64), levels, values)


def _shown(cells: pa.Table, found: list[Hiding]) -> tuple[pa.Table, frozenset[str]]:
    names: set[str] = set()
    for one in found:
        for protected in one.protection.columns:
            marks = one.marks[protected.kind]
            column, is_hidden = cells.column(protected.column), pa.array(marks, pa.bool_())
            shown = pc.if_else(is_hidden, pa.scalar(None, column.type), column)
            cells = cells.set_column(cells.column_names.index(protected.column), protected.column, shown)
            cells = cells.append_column(hidden(protected.column), is_hidden)
            names |= {protected.column} if marks.any() else set()
    counting = {name for one in found for name in _counting(one.protection)}
    return cells.drop_columns([name for name in cells.column_names if name in counting]), frozenset(names)


def _counting(protection: Protection) -> Iterator[str]:
    """INVARIANT: what was counted for protection alone goes no further."""
    for one in (protection.everybody, *(counted for column in protection.columns for counted in column.told)):
        yield from (one.rows, one.persons)
    for column in protection.columns:
        yield from (name for name in (column.largest, column.total) if name is not None)


def hides(plan: Plan, disclosed: Disclosed) -> Hidden:
    """What of the plan's answer is computed from a hidden column, or chosen by it."""
    columns = disclosed.columns
    measures = [one for one in plan.outputs if isinstance(one, MeasureOutput)]
    cut = plan.order if plan.is_cut else ()
    choosing = [test.leaf for test in tests(plan.having)]
    choosing += [one.output.calculation for one in cut if isinstance(one.output, MeasureOutput)]
    return Hidden(
        frozenset(one.column.name for one in measures if _reads(one.calculation, columns)),
        any(_reads(one, columns) for one in choosing),
        disclosed.few,
    )


def _reads(one: Calculation, columns: frozenset[str]) -> bool:
    return any(leaf.column in columns for leaf in one.leaves)
