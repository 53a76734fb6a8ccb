"""Which cells must be hidden beside the small ones, so that no total gives one of them back.

Every sum of the response is a line: cells that differ in some keys only, and their total. A total that is no cell of
the response is taken as known, since it can be asked for. On each line the hidden cells must be several, of enough
persons together; and no value may follow from all the lines together.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from semantic.errors import DeniedError, Problem

Numbers = npt.NDArray[np.float64]
Marks = npt.NDArray[np.bool_]
Level = tuple[int, frozenset[str]]  # a fact by number, and the keys that its cells are grouped by
ROUNDS = 200  # of looking for values that follow from others
NEAR_ZERO = 1e-7


@dataclass(frozen=True, eq=False)
class Places:
    """The cells of facts of one cube: each its level, its members in the order of the fact's `keys`, its persons."""

    levels: tuple[Level, ...]
    members: tuple[tuple[object, ...], ...]
    keys: tuple[tuple[str, ...], ...]
    persons: Numbers


@dataclass(frozen=True, eq=False)
class Line:
    """Cells, and the cell that is their sum; None where that is no cell of the response."""

    parts: tuple[int, ...]
    total: int | None


class Lines:
    """The lines of the places, and those that each place is on."""

    def __init__(self, places: Places) -> None:
        self.places = places
        self._at: dict[Level, list[int]] = {}
        for place, level in enumerate(places.levels):
            self._at.setdefault(level, []).append(place)
        self.all = tuple(self._lines())
        self.of: dict[int, list[int]] = {}
        for number, line in enumerate(self.all):
            for place in (*line.parts, *(() if line.total is None else (line.total,))):
                self.of.setdefault(place, []).append(number)

    def _lines(self) -> Iterator[Line]:
        for fact, level in self._at:
            coarser = {(fact, level - {key}) for key in level}
            coarser |= {other for other in self._at if other[1] < level}
            for other in sorted(coarser, key=lambda one: (one[0], sorted(one[1]))):
                yield from self._between((fact, level), other)

    def _between(self, finer: Level, coarser: Level) -> Iterator[Line]:
        totals = {self._cut(place, coarser[1]): place for place in self._at.get(coarser, ())}
        groups: dict[tuple[object, ...], list[int]] = {}
        for place in self._at[finer]:
            groups.setdefault(self._cut(place, coarser[1]), []).append(place)
        for member, parts in groups.items():
            yield Line(tuple(parts), totals.get(member))

    def _cut(self, place: int, kept: frozenset[str]) -> tuple[object, ...]:
        """The place's members of the kept keys, by the names of these."""
        keys = self.places.keys[self.places.levels[place][0]]
        named = dict(zip(keys, self.places.members[place], strict=True))
        return tuple(named[key] for key in sorted(kept))


def complement(lines: Lines, small: Marks, behind: Numbers, needed: int) -> Marks:
    """The small places and all that must be hidden with them, until those hidden on a line are `needed` persons.

    `behind` has a row for each place: its persons, and how many of them each value is of, or is not of. Raises
    DeniedError (A308) where that cannot be told.
    """
    hidden = small.copy()
    _settle(lines, hidden, list(np.flatnonzero(hidden)), behind, needed)
    for _ in range(ROUNDS):
        further = _beside(lines, hidden, _told(lines, hidden))
        if further:
            hidden[further] = True
            _settle(lines, hidden, further, behind, needed)
        elif _told(lines, hidden, asked=True):
            break
        else:
            return hidden
    raise DeniedError(Problem("A308", "So many groups cannot be protected together.", "Ask for fewer at once."))


def _settle(lines: Lines, hidden: Marks, changed: list[int], behind: Numbers, needed: int) -> None:
    """Hides more until every line with a hidden place keeps its secret."""
    waiting = dict.fromkeys(number for place in changed for number in lines.of.get(place, ()))
    while waiting:
        number = next(iter(waiting))
        del waiting[number]
        for place in _lacking(lines, lines.all[number], hidden, behind, needed):
            hidden[place] = True
            waiting.update(dict.fromkeys(lines.of.get(place, ())))


def _lacking(lines: Lines, line: Line, hidden: Marks, behind: Numbers, needed: int) -> list[int]:
    """The places that must be hidden as well: of the parts those with the fewest persons, at last the total."""
    parts = [place for place in line.parts if hidden[place]]
    total_is_hidden = line.total is not None and bool(hidden[line.total])
    if not parts and not total_is_hidden:
        return []
    together, number = behind[parts].sum(axis=0), len(parts)
    least = 1 if total_is_hidden else 2
    persons = lines.places.persons
    candidates = sorted(
        (one for one in line.parts if not hidden[one] and persons[one] > 0), key=lambda one: (persons[one], one)
    )
    found: list[int] = []
    while True:
        few = (together > 0) & (together < needed)
        few[0] |= together[0] < needed
        if number >= least and not few.any():
            return found
        place = next((one for one in candidates if number < least or (behind[one, few] > 0).any()), None)
        if place is None:
            break
        candidates.remove(place)
        found.append(place)
        number, together = number + 1, together + behind[place]
    return [*found, line.total] if number < least and line.total is not None else found


def _told(lines: Lines, hidden: Marks, asked: bool = False) -> list[int]:
    """Hidden places whose values follow from the lines: those that no change of the others leaves every sum as it is.

    With `asked` only totals that the response shows are known. A random vector is cut to what changes no sum: what
    stays zero is fixed.
    """
    places = np.flatnonzero(hidden)
    column_of = {int(place): column for column, place in enumerate(places)}
    rows, columns, signs, count = [], [], [], 0
    for line in sorted({number for place in column_of for number in lines.of.get(place, ())}):
        one = lines.all[line]
        parts = [column_of[place] for place in one.parts if place in column_of]
        if one.total is None and (asked or len(parts) < 2):
            continue  # the total that nobody asked for is the cell itself, and as small when it is asked for
        total = [] if one.total is None or one.total not in column_of else [column_of[one.total]]
        rows += [count] * (len(parts) + len(total))
        columns += parts + total
        signs += [1.0] * len(parts) + [-1.0] * len(total)
        count += 1
    if not count:
        return []
    system = _System(np.array(rows), np.array(columns), np.array(signs), count, len(places))
    free = np.abs(system.left_over(np.random.default_rng(7).uniform(1, 2, len(places))))
    return [int(place) for place in places[free < NEAR_ZERO]]


@dataclass(frozen=True, eq=False)
class _System:
    """The sums as a sparse matrix: a row for each line, a column for each hidden place."""

    rows: npt.NDArray[np.int64]
    columns: npt.NDArray[np.int64]
    signs: Numbers
    height: int
    width: int

    def sums(self, values: Numbers) -> Numbers:
        return np.bincount(self.rows, self.signs * values[self.columns], self.height).astype(np.float64, copy=False)

    def spread(self, sums: Numbers) -> Numbers:
        return np.bincount(self.columns, self.signs * sums[self.rows], self.width).astype(np.float64, copy=False)

    def left_over(self, start: Numbers) -> Numbers:
        """The part of the vector that changes no sum, by conjugate gradients on the normal equations."""
        rest = start.copy()
        gradient = self.sums(rest)
        direction, size = gradient.copy(), float(gradient @ gradient)
        least = 1e-24 * max(size, 1.0)
        for _ in range(2 * (self.height + self.width)):
            if size <= least:
                break
            step = self.spread(direction)
            length = size / float(step @ step)
            rest -= length * step
            gradient = self.sums(rest)
            before, size = size, float(gradient @ gradient)
            direction = gradient + (size / before) * direction
        return rest


def _beside(lines: Lines, hidden: Marks, told: list[int]) -> list[int]:
    """For each of them the place with the fewest persons that can be hidden on a line with it."""
    found: dict[int, None] = {}
    for place in told:
        near = {
            other
            for number in lines.of.get(place, ())
            for other in (*lines.all[number].parts, lines.all[number].total)
            if other is not None and not hidden[other] and lines.places.persons[other] > 0
        }
        if near:
            found[min(near, key=lambda one: (lines.places.persons[one], one))] = None
    return list(found)
