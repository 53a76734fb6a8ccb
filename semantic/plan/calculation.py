"""What the finish computes from the core's cells. Types only."""

from __future__ import annotations

from dataclasses import dataclass

from sqlglot import exp

from semantic.result import Column, DataType


@dataclass(frozen=True)
class Leaf:
    """A core column in a calculation. `scale` is the number of exact decimals, None for an inexact type.

    One that is `shared` is of parts of rows.
    """

    column: str
    data_type: DataType
    scale: int | None
    shared: bool = False


@dataclass(frozen=True, eq=False)
class Calculation:
    """Arithmetic over core columns: `node` has a `Placeholder` numbered i wherever `leaves[i]` stands."""

    node: exp.Expr
    leaves: tuple[Leaf, ...]


@dataclass(frozen=True, eq=False)
class MeasureOutput:
    """A measure rounded once, half away from zero, to its column's decimals."""

    column: Column
    calculation: Calculation


@dataclass(frozen=True, eq=False)
class Place:
    """A column with the place of a row's value among the rows that agree in all keys but `over`, from 1 on.

    Equal values have one place and NULL has none; nor has a subtotal over all of `over`.
    """

    name: str
    value: Calculation
    over: tuple[str, ...]
    descending: bool
