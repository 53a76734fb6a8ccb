"""The one filter language, for callers and policies alike.

A predicate is two-valued: a test on NULL is false, except `IsNull`; `Not` is the plain complement. So
`Not(equals x)` keeps the NULL rows, which is what Cube's `notEquals` means and what makes policy algebra sound.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Generic, Literal, Never, TypeVar, Union, cast

A = TypeVar("A", covariant=True)
B = TypeVar("B")
L = TypeVar("L")
M = TypeVar("M")


@dataclass(frozen=True)
class Local:
    """A wall-clock moment that the engine is to convert: what `zone` calls `moment`, as a UTC time or an instant."""

    moment: datetime
    zone: str
    as_instant: bool


Value = Union[str, bool, int, Decimal, date, datetime, Local]


@dataclass(frozen=True)
class And(Generic[A]):
    """True when all parts are; `And(())` is TRUE."""

    parts: tuple["Predicate[A]", ...]


@dataclass(frozen=True)
class Or(Generic[A]):
    """True when any part is; `Or(())` is FALSE."""

    parts: tuple["Predicate[A]", ...]


@dataclass(frozen=True)
class Not(Generic[A]):
    part: "Predicate[A]"


Predicate = Union[A, And[A], Or[A], Not[A]]

TRUE: And[Never] = And(())
FALSE: Or[Never] = Or(())
"""Of no leaf, and so of every kind of leaf."""


@dataclass(frozen=True)
class Asked:
    """A test as a caller wrote it: names and values unchecked, the operator one of Cube's."""

    member: str
    operator: str
    values: tuple[str | bool | int | float | Decimal | None, ...] = ()


@dataclass(frozen=True)
class Compare(Generic[L]):
    leaf: L
    operator: Literal["=", "<", "<=", ">", ">="]
    value: Value


@dataclass(frozen=True)
class In(Generic[L]):
    leaf: L
    values: tuple[Value, ...]


@dataclass(frozen=True)
class IsNull(Generic[L]):
    leaf: L


@dataclass(frozen=True)
class Match(Generic[L]):
    """Text test without regard to letter case; the text is literal, `%` and `_` mean themselves."""

    leaf: L
    kind: Literal["contains", "starts", "ends"]
    text: str


Test = Union[Compare[L], In[L], IsNull[L], Match[L]]


def conjunction(*parts: Predicate[A]) -> Predicate[A]:
    """All parts in one flat And; a single part is returned as it is."""
    flat: list[Predicate[A]] = []
    for part in parts:
        flat.extend(part.parts if isinstance(part, And) else (part,))
    return flat[0] if len(flat) == 1 else And(tuple(flat))


def conjuncts(predicate: Predicate[A]) -> tuple[Predicate[A], ...]:
    """The parts that must all hold; TRUE has none."""
    return predicate.parts if isinstance(predicate, And) else (predicate,)


def every_conjunct(predicate: Predicate[A]) -> tuple[Predicate[A], ...]:
    """The parts that must all hold, however they are nested."""
    parts = predicate.parts if isinstance(predicate, And) else ()
    return tuple(one for part in parts for one in every_conjunct(part)) if parts else conjuncts(predicate)


def atoms(predicate: Predicate[A]) -> Iterator[A]:
    """Every test in the tree, left to right."""
    if isinstance(predicate, (And, Or)):
        for part in predicate.parts:
            yield from atoms(part)
    elif isinstance(predicate, Not):
        yield from atoms(predicate.part)
    else:
        yield predicate


def is_true(predicate: Predicate[A]) -> bool:
    """Whether the predicate is TRUE whatever the row: nothing is tested."""
    if isinstance(predicate, And):
        return all(is_true(part) for part in predicate.parts)
    return isinstance(predicate, Or) and any(is_true(part) for part in predicate.parts)


def map_atoms(predicate: Predicate[A], change: Callable[[A], Predicate[B]]) -> Predicate[B]:
    """The same tree with every test changed."""
    if isinstance(predicate, And):
        return And(tuple(map_atoms(part, change) for part in predicate.parts))
    if isinstance(predicate, Or):
        return Or(tuple(map_atoms(part, change) for part in predicate.parts))
    if isinstance(predicate, Not):
        return Not(map_atoms(predicate.part, change))
    return change(predicate)


def tests(predicate: Predicate[Test[L]]) -> Iterator[Test[L]]:
    """Every test in the tree, left to right; `atoms` for trees of tests, which the type checker can follow."""
    return cast("Iterator[Test[L]]", atoms(predicate))


def map_tests(predicate: Predicate[Test[L]], change: Callable[[Test[L]], Predicate[Test[M]]]) -> Predicate[Test[M]]:
    """The same tree with every test changed; `map_atoms` for trees of tests."""
    return cast("Predicate[Test[M]]", map_atoms(predicate, cast("Callable[[object], object]", change)))


def all_tests(*parts: Predicate[Test[L]]) -> Predicate[Test[L]]:
    """All parts in one flat And; `conjunction` for trees of tests, which the type checker can follow."""
    return cast("Predicate[Test[L]]", conjunction(*parts))


def moved(test: Test[L], leaf: M, value: Callable[[Value], Value]) -> Test[M]:
    """The same test on another leaf, its values as that leaf has them."""
    if isinstance(test, Compare):
        return Compare(leaf, test.operator, value(test.value))
    if isinstance(test, In):
        return In(leaf, tuple(value(one) for one in test.values))
    if isinstance(test, Match):
        return Match(leaf, test.kind, test.text)
    return IsNull(leaf)
