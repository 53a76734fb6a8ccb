"""Whether all that a plan reads is known as of the day that is asked."""

from __future__ import annotations

from semantic.as_of import AsOfCubes, is_known
from semantic.errors import Problem, refusal
from semantic.model.lineage import on_path
from semantic.model.model import Model
from semantic.plan.finish import Plan
from semantic.plan.scans import scans_of
from semantic.query import ResolvedQuery


def of_kept_loads(plan: Plan, question: ResolvedQuery, model: Model, as_of: AsOfCubes) -> Plan:
    """The plan. Raises UnsupportedError (U415) where a cube that it joins on the way is not known as of the day.

    What the question names has been looked at before. Whose address is secret is told by the rows of today, which need
    not be kept: INVARIANT, who is protected now is not found through a day before that.
    """
    day = question.as_of.asked
    if day is None:
        return plan
    read = {scan.cube for scan in scans_of(plan)}
    asked = read - (_protecting(model, read) - _on_the_way(question, model))
    if all(is_known(cube, day, model, as_of) for cube in asked):
        return plan
    message = "A part of the question is joined through what keeps no loads, and is known as of its last load alone."
    raise refusal(Problem("U415", message, "Leave the day out, or ask for the measures one by one."))


def _on_the_way(question: ResolvedQuery, model: Model) -> frozenset[str]:
    ways = {(one.root, one.path) for one in question.dimensions} | {(one.root, one.path) for one in question.measures}
    ways |= {(one.root, one.path) for one in question.segments}
    return question.cubes | {cube for root, path in ways for cube in on_path(model, root, path)}


def _protecting(model: Model, read: set[str]) -> set[str]:
    """The cubes that say of the others' rows whose address is secret."""
    flags = [(name, flag) for name in read if (flag := model.cubes[name].address_protection) is not None]
    scalars = [(name, model.dimension(name, flag).expression) for name, flag in flags]
    return {cube for name, scalar in scalars for path in scalar.paths for cube in on_path(model, name, path)}
