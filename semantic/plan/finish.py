"""What is shown of a plan's cells: outputs, tests, order, limit. Types only."""

from __future__ import annotations

from dataclasses import dataclass

from semantic.plan.calculation import Calculation, MeasureOutput
from semantic.plan.nodes import Core
from semantic.plan.protection import Protection
from semantic.predicate import Predicate, Test
from semantic.result import Column


@dataclass(frozen=True, eq=False)
class KeyOutput:
    column: Column
    key: str
    value_order: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class StatusOutput:
    """`hidden` are the columns that say whether a part of the calculation is hidden.

    The columns `unmarked` have how many rows are not validated.
    """

    column: Column
    calculation: Calculation
    hidden: tuple[str, ...] = ()
    unmarked: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class FlagOutput:
    """Whether the row is a subtotal over the key."""

    column: Column
    key: str


@dataclass(frozen=True, eq=False)
class RestOutput:
    """Whether the row is all members of the key outside the top."""

    column: Column
    key: str


@dataclass(frozen=True, eq=False)
class StampOutput:
    column: Column
    value: object


Output = KeyOutput | MeasureOutput | StatusOutput | FlagOutput | RestOutput | StampOutput


@dataclass(frozen=True, eq=False)
class SortKey:
    output: Output
    descending: bool
    nulls_first: bool = False


@dataclass(frozen=True, eq=False)
class Chosen:
    """The top's members: the first `count` rows of the core, which is at the grain of the key alone.

    INVARIANT: they are computed once, so that every fact is cut by the same ones.
    """

    key: str
    core: Core
    order: tuple[SortKey, ...]
    count: int


@dataclass(frozen=True, eq=False)
class Plan:
    """`having` tests unrounded values. `limit` None means all rows; `total` asks for the row count before it.

    With `exact` the measures are shown as `having` sees them. Where there are `protections`, all but the cells is
    computed after small ones have been hidden. It `is_cut` where the asker, and not a cap, wants the first of its rows.
    """

    core: Core
    outputs: tuple[Output, ...]
    having: Predicate[Test[Calculation]]
    order: tuple[SortKey, ...]
    limit: int | None
    offset: int
    total: bool
    subtotals: bool = False
    chosen: Chosen | None = None
    exact: bool = False
    protections: tuple[Protection, ...] = ()
    is_cut: bool = False
