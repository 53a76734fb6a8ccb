"""Which rows of a cube may be read: a predicate whose tests look along joins, and what an attribute puts into it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar, cast

from semantic.access.principal import Attribute
from semantic.model.graph import Path
from semantic.model.model import Dimension
from semantic.predicate import TRUE, And, Compare, In, Or, Predicate, Test, atoms, map_atoms


@dataclass(frozen=True)
class Seen:
    """A dimension as a row of another cube sees it, by a path that meets one row at each step."""

    dimension: Dimension
    path: Path = ()


@dataclass(frozen=True)
class Held:
    """The value is the asker's attribute, or one of it where it holds several."""

    leaf: Seen
    attribute: str


@dataclass(frozen=True)
class Led:
    """Some row of `cube` that passes leads here over its join of that name."""

    cube: str
    join: str
    rows: RowRule  # bound when the whole rule is


RowTest = Test[Seen] | Led
RowPredicate = Predicate[RowTest]
RowRule = Predicate[RowTest | Held]
"""A predicate as a policy has it; bound to a principal's attributes it is a RowPredicate."""
R = TypeVar("R", RowPredicate, RowRule)


def bind_rows(rule: RowRule, attributes: Mapping[str, Attribute]) -> RowPredicate:
    """The rule with the attributes' values in place. INVARIANT: an attribute that is missing or empty never binds."""

    def bound(atom: RowTest | Held) -> RowPredicate:
        if isinstance(atom, Led):
            return Led(atom.cube, atom.join, bind_rows(atom.rows, attributes))
        if not isinstance(atom, Held):
            return atom
        value = attributes[atom.attribute]
        values = value if isinstance(value, tuple) else (value,)
        assert values, atom.attribute
        return Compare(atom.leaf, "=", values[0]) if len(values) == 1 else In(atom.leaf, values)

    return cast("RowPredicate", map_atoms(rule, cast("Callable[[object], object]", bound)))


def row_atoms(rule: RowRule) -> Iterator[RowTest | Held]:
    """Every test of the rule itself, those of the rows that lead here left out."""
    return cast("Iterator[RowTest | Held]", atoms(rule))


def either(rules: tuple[R, ...]) -> R:
    """Rows of any of them, each said once."""
    different = _once(rules)
    return different[0] if len(different) == 1 else cast("R", Or(different))


def both(rules: tuple[RowPredicate, ...]) -> RowPredicate:
    """Rows of all of them, each said once; without any all rows."""
    different = _once(tuple(rule for rule in rules if rule != TRUE))
    return different[0] if len(different) == 1 else cast("RowPredicate", And(different))


def _once(rules: tuple[R, ...]) -> tuple[R, ...]:
    return tuple(dict.fromkeys(rules)) if len(rules) > 1 else rules
