"""Where somebody lives whose address must not be known: no place, wherever small cells are protected."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sqlglot import exp

from semantic.access.decide import Decision
from semantic.model.expression import hole
from semantic.model.graph import end_of
from semantic.model.model import Aggregation, ColumnRef, Dimension, Model, Scalar
from semantic.model.scalar import splice, under
from semantic.plan.reach import Reached


def without_address(model: Model, decision: Decision, cube: str, reached: Reached) -> Reached:
    """The dimension as the cube's rows may say it: of those who are protected NULL in place of a geography.

    It holds for keys and for filters alike, so that nobody is found by looking for them.
    """
    if decision.thresholds is None or not _says_where(model, reached.dimension):
        return reached
    place = under(reached.dimension.expression, reached.path)
    flags = tuple(flags_towards(model, cube, place))
    if not flags:
        return reached
    return Reached(replace(reached.dimension, expression=_unless(flags, place)), (), reached.to_many)


def without_places(model: Model, decision: Decision, cube: str, aggregation: Aggregation) -> Aggregation:
    """The aggregate as the cube's rows may say it: where it counts places, nobody who is protected is in one."""
    operand = aggregation.operand
    if decision.thresholds is None or aggregation.kind != "count_distinct" or operand is None:
        return aggregation
    flags = tuple(flags_towards(model, cube, operand))
    if not flags or not any(_is_of_place(model, cube, column) for column in operand.columns):
        return aggregation
    return replace(aggregation, operand=_unless(flags, operand))


def flags_towards(model: Model, cube: str, scalar: Scalar) -> Iterator[Scalar]:
    """What says whose address is protected, seen from the cube: its own flag, then those of the cubes on the way.

    INVARIANT: a cube that says nothing of addresses tells no place either that it finds through a cube that does.
    """
    ends = ((), *(column.path for column in scalar.columns))
    told: set[tuple[str, tuple[ColumnRef, ...]]] = set()
    for way in dict.fromkeys(end[:length] for end in ends for length in range(len(end) + 1)):
        there = end_of(model.graph, cube, way)
        name = model.cubes[there].address_protection
        if name is not None:
            flag = under(model.dimension(there, name).expression, way)
            said = (flag.node.sql("duckdb"), flag.columns)
            if said not in told:
                told.add(said)
                yield flag


def _unless(flags: tuple[Scalar, ...], place: Scalar) -> Scalar:
    """The place, NULL where one of the flags holds or is not known."""
    protected = [exp.Coalesce(this=hole(i), expressions=[exp.true()]) for i in range(len(flags))]
    node = exp.Case(ifs=[exp.If(this=one, true=exp.Null()) for one in protected], default=hole(len(flags)))
    return splice(node, (*flags, place).__getitem__)


def _is_of_place(model: Model, cube: str, column: ColumnRef) -> bool:
    """Whether a geography of the column's own cube is made of it."""
    there = model.cubes[end_of(model.graph, cube, column.path)].dimensions.values()
    own = (ref for one in there if one.geography for ref in one.expression.columns if not ref.path)
    return any(ref.name.lower() == column.name.lower() for ref in own)


def _says_where(model: Model, dimension: Dimension) -> bool:
    """Whether it is a geography, or repeats one."""
    while not dimension.geography and dimension.alias is not None:
        _, cube, name = dimension.alias
        dimension = model.dimension(cube, name)
    return dimension.geography
