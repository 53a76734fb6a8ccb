"""Figures about persons under thresholds: what is counted beside a fact's values, so that small cells can be hidden."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sqlglot import exp

from semantic.access.grant import ALL_ROWS, Thresholds
from semantic.errors import DeniedError, Problem
from semantic.model.expression import hole
from semantic.model.lineage import on_path
from semantic.model.model import Aggregation, ColumnRef, Cube, Scalar
from semantic.model.scalar import all_of
from semantic.model.scalar import under as seen_from
from semantic.plan.calculate import NeededAggregate
from semantic.plan.calculation import Calculation, Leaf
from semantic.plan.nodes import UNPROTECTED, Aggregate, Aggregated, Combine, Core, Crossed, Fact, Levels, Ranked
from semantic.plan.protection import Counted, Kind, ProtectedColumn, Protection, hidden
from semantic.plan.stand import Frame, Standing
from semantic.predicate import FALSE

ADDING = ("count", "count_distinct", "sum")  # what is no one person's value


def thresholds_of(frame: Frame, cube: Cube) -> Thresholds | None:
    """What the cube's figures are held to; None where it holds no persons, or all its rows may be shown as they are."""
    if not frame.protected or frame.decision.thresholds is None or not (cube.person_key or cube.persons):
        return None
    shown = frame.decision.unprotected(cube.name)
    return None if shown in (ALL_ROWS, frame.decision.granted(cube.name)) else frame.decision.thresholds


def check_counted(frame: Frame, standing: Standing) -> None:
    """Raises DeniedError (A308) where rows without persons would be told apart by what rows of persons say.

    INVARIANT: under thresholds nothing is grouped or chosen by persons' rows without counting the persons.
    """
    model, root = frame.model, standing.entry.cube
    if frame.decision.thresholds is None or model.cubes[root].person_key or model.cubes[root].persons:
        return
    scalars = (seen_from(one.dimension.expression, one.path) for one in standing.reached.values())
    ways = {*(path for one in scalars for path in one.paths), *(path for _, path in standing.segments)}
    met = {cube for way in ways for cube in on_path(model, root, way)}
    if any(thresholds_of(frame, model.cubes[cube]) is not None for cube in met):
        raise denied("What is asked for counts no persons, and would tell where there are some.")


def protected(
    frame: Frame, needed: list[NeededAggregate], columns: tuple[Aggregated, ...]
) -> tuple[tuple[Aggregated, ...], Protection | None]:
    """The fact's columns with those that count persons behind them. Raises DeniedError (A308)."""
    cube = frame.model.cubes[needed[0].entry.cube]
    thresholds = thresholds_of(frame, cube)
    if thresholds is None or not columns:
        return columns, None
    for one in needed:
        if one.aggregation.kind not in ADDING:
            raise denied(f"'{one.asked}' is one person's value.")
        if one.aggregation.weight is not None:
            raise denied(f"'{one.asked}' by shares is of the same persons in several groups.")
    counting = _Counting(cube, _protected(frame, cube), columns[0].name, frame.timezone)
    everybody = counting.of(None)
    conditions = [_condition(one.aggregation) for one in columns]
    wholes = {one.aggregation.kind == "sum" for one, when in zip(columns, conditions, strict=True) if when is None}
    plain = tuple(_column(one, when, counting, cube, wholes) for one, when in zip(columns, conditions, strict=True))
    found = tuple(
        replace(held, beyond=_beyond(one.aggregation, held, when, list(zip(plain, conditions, strict=True)), counting))
        for one, held, when in zip(columns, plain, conditions, strict=True)
    )
    totals = tuple(
        replace(one, name=held.total, aggregation=protected_alone(frame, cube, one.aggregation))
        for one, held in zip(columns, plain, strict=True)
        if held.total is not None
    )
    return (*columns, *counting.columns, *totals), Protection(cube.name, everybody, found, thresholds)


def protected_groups(frame: Frame, cube: Cube) -> tuple[tuple[Aggregated, ...], Protection | None]:
    """What counts the persons of groups of members that are asked for alone, so that they list no persons."""
    thresholds = thresholds_of(frame, cube)
    if thresholds is None:
        return (), None
    counting = _Counting(cube, _protected(frame, cube), "members", frame.timezone)
    everybody = counting.of(None)
    return tuple(counting.columns), Protection(cube.name, everybody, (), thresholds)


def denied(message: str) -> DeniedError:
    return DeniedError(Problem("A308", message, "Ask for a count, a sum or a ratio of them."))


def _condition(aggregation: Aggregation) -> Scalar | None:
    """Which rows the aggregate is of; None where it is of all."""
    counts = aggregation.kind == "count" and aggregation.operand is not None
    known = [_is_known(aggregation.operand)] if counts and aggregation.operand is not None else []
    return all_of([*known, *([aggregation.condition] if aggregation.condition is not None else [])])


def _column(
    one: Aggregated, condition: Scalar | None, counting: _Counting, cube: Cube, wholes: set[bool]
) -> ProtectedColumn:
    """The column held. `wholes` are what is beside it over all rows, whether sums: what it leaves out follows then."""
    aggregation = one.aggregation
    is_whole = condition is None and (aggregation.kind == "count" or _said(aggregation.operand) == _said(_person(cube)))
    kind: Kind = "sum" if aggregation.kind == "sum" else "whole" if is_whole else "part"
    is_known = condition is not None and (kind == "sum") in wholes
    rest = counting.of(_unmet(condition)) if condition is not None and is_known else None
    held = ProtectedColumn(one.name, counting.of(condition), kind, rest)
    if kind != "sum" or aggregation.operand is None:
        return held
    left_out = (_unmet(condition),) if condition is not None and rest is not None else ()
    contributing = tuple(counting.of(_with_some(aggregation, one)) for one in (condition, *left_out))
    held = replace(held, contributing=contributing)
    if not cube.person_key:
        return held
    total = f"{one.name}@total" if counting.is_mixed else None  # otherwise it is the value itself
    return replace(held, largest=f"{largest(one.name)}__total", total=total)


def _beyond(
    aggregation: Aggregation,
    one: ProtectedColumn,
    condition: Scalar | None,
    others: list[tuple[ProtectedColumn, Scalar | None]],
    counting: _Counting,
) -> tuple[tuple[str, tuple[Counted, ...]], ...]:
    """What it has more than each other part of the kind; what all have more than a part is that part's rest."""
    if condition is None:
        return ()
    found = [
        (other.column, all_of([condition, _unmet(when)]))
        for other, when in others
        if when is not None and other.kind == one.kind and _said(when) != _said(condition)
    ]
    some = (lambda more: (counting.of(_with_some(aggregation, more)),)) if one.contributing else (lambda more: ())
    return tuple((name, (counting.of(more), *some(more))) for name, more in found)


class _Counting:
    """Columns that count the rows and persons under protection, those of one condition once.

    They are named after a column that no other fact has.
    """

    def __init__(self, cube: Cube, protected: Scalar | None, first: str, timezone: str) -> None:
        self._cube, self._protected, self._first, self._timezone = cube, protected, first, timezone
        self._conditions: list[object] = []
        self.columns: list[Aggregated] = []

    @property
    def is_mixed(self) -> bool:
        """Whether some rows are not under protection."""
        return self._protected is not None

    def of(self, condition: Scalar | None) -> Counted:
        said = _said(condition)
        is_new = said not in self._conditions
        if is_new:
            self._conditions.append(said)
        number = self._conditions.index(said)
        counted = Counted(f"{self._first}@rows{number}", f"{self._first}@persons{number}")
        if is_new:
            self._add(counted, condition)
        return counted

    def _add(self, names: Counted, condition: Scalar | None) -> None:
        tested = all_of([one for one in (condition, self._protected) if one is not None])
        rows = Aggregation("count", None, tested, data_type="bigint")
        self.columns.append(Aggregated(names.rows, rows, self._timezone))
        self.columns.append(Aggregated(names.persons, _persons(self._cube, tested), self._timezone))


def _persons(cube: Cube, condition: Scalar | None) -> Aggregation:
    """How many persons there are: different keys, or the sum of what a table of groups says."""
    if cube.person_key is not None:
        return Aggregation("count_distinct", _person(cube), condition, data_type="bigint")
    assert cube.persons is not None
    body = cube.measures[cube.persons].body
    assert isinstance(body, Aggregation)
    return replace(body, condition=all_of([one for one in (body.condition, condition) if one is not None]))


def _person(cube: Cube) -> Scalar | None:
    return cube.dimensions[cube.person_key].expression if cube.person_key else None


def _said(one: Scalar | None) -> object:
    """Equal for scalars that say the same."""
    return one and (one.node, one.columns)


def _is_known(value: Scalar) -> Scalar:
    node = exp.Is(this=exp.Paren(this=value.node.copy()), expression=exp.Not(this=exp.Null()))
    return Scalar(node, value.columns)


def _with_some(aggregation: Aggregation, condition: Scalar | None) -> Scalar | None:
    """The condition, and that something is added."""
    assert aggregation.operand is not None
    value = exp.Paren(this=aggregation.operand.node.copy())
    some = Scalar(exp.NEQ(this=value, expression=exp.Literal.number(0)), aggregation.operand.columns)
    return all_of([one for one in (condition, some) if one is not None])


def _unmet(condition: Scalar) -> Scalar:
    is_met = exp.Coalesce(this=exp.Paren(this=condition.node.copy()), expressions=[exp.false()])
    return Scalar(exp.Not(this=is_met), condition.columns)


def _protected(frame: Frame, cube: Cube) -> Scalar | None:
    """Whether a row is under protection; None where all are."""
    if frame.decision.unprotected(cube.name) == FALSE:
        return None
    is_shown = exp.Coalesce(this=hole(0), expressions=[exp.false()])
    return Scalar(exp.Not(this=is_shown), (ColumnRef((), UNPROTECTED),))


def protected_alone(frame: Frame, cube: Cube, one: Aggregation) -> Aggregation:
    """The aggregate over the rows under protection only."""
    found = [test for test in (one.condition, _protected(frame, cube)) if test is not None]
    return replace(one, condition=all_of(found))


def largest(column: str) -> str:
    """What the most that one person has of the sum goes by; its column in the cells has `__total` behind it."""
    return f"{column}@largest"


def protections_of(core: Core) -> Iterator[Protection]:
    """The protections of the facts that the cells are made of, each with the keys that its fact is grouped by."""
    if isinstance(core, (Crossed, Ranked)):
        yield from protections_of(core.input)
    elif isinstance(core, Combine):
        for fact in (*core.inputs, *core.coarser):
            yield from _protections_of_fact(fact)
    elif isinstance(core, (Aggregate, Levels)):
        yield from _protections_of_fact(core)


def _protections_of_fact(fact: Fact) -> Iterator[Protection]:
    first = fact.levels[0] if isinstance(fact, Levels) else fact
    if isinstance(first, Aggregate) and isinstance(fact, (Aggregate, Levels)) and first.protection is not None:
        yield replace(first.protection, keys=tuple(key.name for key in fact.keys))


def under(one: Calculation, columns: frozenset[str]) -> Calculation:
    """The calculation that has no value where something that it is computed from is hidden."""
    tests = hidden_of(one, columns)
    if not tests or isinstance(one.node, exp.Placeholder):  # a column alone is NULL where it is hidden
        return one
    leaves = (*one.leaves, *(Leaf(name, "boolean", None) for name in tests))
    is_hidden: exp.Expr = hole(len(one.leaves))
    for number in range(len(one.leaves) + 1, len(leaves)):
        is_hidden = exp.Or(this=is_hidden, expression=hole(number))
    node = exp.Case(ifs=[exp.If(this=is_hidden, true=exp.Null())], default=one.node.copy())
    return Calculation(node, leaves)


def held_places(core: Core, columns: frozenset[str]) -> Core:
    """The core with ranks among what is shown only."""
    if not isinstance(core, Ranked) or not columns:
        return core
    return replace(core, places=tuple(replace(one, value=under(one.value, columns)) for one in core.places))


def hidden_of(one: Calculation, columns: frozenset[str]) -> tuple[str, ...]:
    """The columns that say whether a part of the calculation is hidden."""
    return tuple(hidden(leaf.column) for leaf in one.leaves if leaf.column in columns)
