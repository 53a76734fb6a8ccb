"""Where somebody lives whose address must not be known: no place, wherever small cells are protected."""

from __future__ import annotations

from dataclasses import replace

from sqlglot import exp

from semantic.access.decide import Decision
from semantic.model.expression import hole
from semantic.model.model import Dimension, Model
from semantic.model.scalar import splice, under
from semantic.plan.reach import Reached


def without_address(model: Model, decision: Decision, cube: str, reached: Reached) -> Reached:
    """The dimension as the cube's rows may say it: of those who are protected NULL in place of a geography.

    It holds for keys and for filters alike, so that nobody is found by looking for them.
    """
    flag = model.cubes[cube].address_protection
    if decision.thresholds is None or flag is None or not _says_where(model, reached.dimension):
        return reached
    is_protected = exp.Coalesce(this=hole(0), expressions=[exp.true()])
    node = exp.Case(ifs=[exp.If(this=is_protected, true=exp.Null())], default=hole(1))
    parts = (model.dimension(cube, flag).expression, under(reached.dimension.expression, reached.path))
    return Reached(replace(reached.dimension, expression=splice(node, parts.__getitem__)), (), reached.to_many)


def _says_where(model: Model, dimension: Dimension) -> bool:
    """Whether it is a geography, or repeats one."""
    while not dimension.geography and dimension.alias is not None:
        _, cube, name = dimension.alias
        dimension = model.dimension(cube, name)
    return dimension.geography
