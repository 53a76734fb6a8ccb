"""The model as one principal sees it: hidden and absent look alike."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType

from semantic.access.grant import Entitlement
from semantic.model.model import Model, View, ViewMember


@dataclass(frozen=True, eq=False)
class VisibleModel:
    """Public views cut to the members that some grant names; a view with none is absent."""

    model: Model
    views: Mapping[str, View]

    def member(self, view: str, name: str) -> ViewMember | None:
        return self.views[view].members.get(name) if view in self.views else None

    @cached_property
    def hidden_loads(self) -> frozenset[str]:
        """The names of the loads that no visible member is from."""
        seen = {member.member.cube for view in self.views.values() for member in view.members.values()}
        loads = {name: cube.source.load for name, cube in self.model.cubes.items() if cube.source and cube.source.load}
        return frozenset(loads.values()) - {load for name, load in loads.items() if name in seen}

    @cached_property
    def hash(self) -> str:
        """The same for equal sets of visible names over the same model, whoever asks."""
        names = (f"{view.name}.{name}" for view in self.views.values() for name in view.members)
        return hashlib.sha256("\n".join([self.model.version, *sorted(names)]).encode()).hexdigest()[:24]


def visible(model: Model, entitlement: Entitlement) -> VisibleModel:
    """The part of the model that the entitlement lets its holder know of.

    A view answers which combinations occur in its root, so it is hidden with all of its root's members.
    """
    views = {}
    for view in model.views.values():
        if view.public and entitlement.sees(f"{view.root}.") and (members := _members(view, entitlement)):
            views[view.name] = replace(view, members=MappingProxyType(members))
    return VisibleModel(model, MappingProxyType(views))


def _members(view: View, entitlement: Entitlement) -> dict[str, ViewMember]:
    return {
        name: member
        for name, member in view.members.items()
        if (member.member.public or not view.is_cube) and entitlement.sees(member.member.id)
    }
