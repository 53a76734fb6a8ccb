"""Whether those who are named in a group or a target are there: of nobody a group would silently be smaller, and a
target never be met."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Set

from semantic.errors import Problem
from semantic.model.model import Dimension, Model
from semantic.model.targets import aimed_at

Values = Callable[[Dimension], Set[object]]
"""The different values of a dimension of the model, NULL left out."""


def unknown_members(model: Model, values: Values) -> Iterator[Problem]:
    """A fault at the line of each member of each vintage that is no value of the dimension in the group's `of`."""
    for group in model.groups.values():
        vintages = group.peers.vintages or ()
        there = values(model.dimension(*group.peers.of.split("."))) if vintages else frozenset()
        for vintage in vintages:
            for member, at in zip(vintage.members, vintage.at, strict=True):
                if member not in there:
                    of = group.peers.of
                    message = f"The group '{group.name}' has the member {member!r}, and '{of}' has no such value."
                    yield Problem("D639", message, "Correct it or leave it out: the group has no such member.", at=at)


def untargeted_members(model: Model, values: Values) -> Iterator[Problem]:
    """A fault for each member with a target that is no value of what the target is set for, in any cube that has it.

    One that has no rows of the measure yet may be known elsewhere, as a new unit is in the organisation.
    """
    cubes = [one for one in model.cubes.values() if one.name not in model.targets]
    for name, of in model.targets.items():
        for dimension in aimed_at(model.cubes[name]):
            same = [one for cube in cubes for one in cube.dimensions.values() if one.conformed == dimension.conformed]
            there = frozenset().union(*map(values, same))
            for member in sorted(values(dimension) - there, key=str):
                message = f"There is a target for {member!r}, and '{of}.{dimension.name}' has no such value."
                hint = "Correct it or leave it out: nothing will ever be held against it."
                yield Problem("D657", message, hint, at=model.cubes[name].at)
