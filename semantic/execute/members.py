"""Whether those who are named as members of a group are there: of nobody a group would silently be smaller."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Set

from semantic.errors import Problem
from semantic.model.model import Dimension, Model

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
