"""The model as one principal sees it: hidden and absent look alike."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType

from semantic.access.grant import Entitlement
from semantic.model.looks import Folder
from semantic.model.model import Measure, Model, View, ViewMember
from semantic.model.record import UncountedDocument


@dataclass(frozen=True, eq=False)
class VisibleModel:
    """Public views cut to the members that some grant names; a view with none is absent."""

    model: Model
    views: Mapping[str, View]

    def member(self, view: str, name: str) -> ViewMember | None:
        return self.views[view].members.get(name) if view in self.views else None

    @cached_property
    def ids(self) -> frozenset[str]:
        """The visible members by their own names, `cube.member`, whatever views call them."""
        return frozenset(entry.member.id for view in self.views.values() for entry in view.members.values())

    @cached_property
    def cubes(self) -> frozenset[str]:
        """The cubes that a visible member is of."""
        return frozenset(name.partition(".")[0] for name in self.ids)

    @cached_property
    def hidden_loads(self) -> frozenset[str]:
        """The names of the loads that no visible member is from."""
        loads = {name: cube.source.load for name, cube in self.model.cubes.items() if cube.source and cube.source.load}
        return frozenset(loads.values()) - {load for name, load in loads.items() if name in self.cubes}

    @cached_property
    def names(self) -> frozenset[str]:
        """Of every visible member, `view.member`."""
        return frozenset(f"{view.name}.{name}" for view in self.views.values() for name in view.members)

    @cached_property
    def hash(self) -> str:
        """The same for equal sets of visible names over the same model, whoever asks."""
        return hashlib.sha256("\n".join([self.model.version, *sorted(self.names)]).encode()).hexdigest()[:24]


def drilled(entry: ViewMember, view: View, visible: VisibleModel) -> tuple[str, ...]:
    """What a measure is looked into by, in names that may be asked: the view's own, and for a cube other cubes' too."""
    if not isinstance(entry.member, Measure):
        return ()
    found: list[str] = []
    for member_id in entry.member.drill_members:
        own = [one for one in view.members.values() if one.member.id == member_id]
        near = [one for one in own if one.path == entry.path]  # a view may have the cube in several roles
        found += [f"{view.name}.{one.name}" for one in (near or own)[:1]]
        if not own and view.is_cube and visible.member(*member_id.split(".")):
            found.append(member_id)
    return tuple(found)


def visible(model: Model, entitlement: Entitlement) -> VisibleModel:
    """The part of the model that the entitlement lets its holder know of.

    A view answers which combinations occur in its root, so it is hidden with all of its root's members.
    """
    views = {}
    for view in model.views.values():
        if view.public and entitlement.sees(f"{view.root}.") and (members := _members(view, entitlement)):
            views[view.name] = replace(view, members=MappingProxyType(members))
    names = {f"{view.name}.{name}" for view in views.values() for name in view.members}
    return VisibleModel(model, MappingProxyType({name: _arranged(view, names) for name, view in views.items()}))


def uncounted_of(visible: VisibleModel) -> tuple[UncountedDocument, ...]:
    """What was asked for and cannot be counted, by id: nothing is told of it but that, to whom anything is shown."""
    found = visible.model.ikke_opgjorte
    return tuple(found[name] for name in sorted(found)) if visible.views else ()


def narrowed(visible: VisibleModel, known: Set[str]) -> VisibleModel:
    """What of the visible model is among the names, which are `view.member`."""
    views = {}
    for name, view in visible.views.items():
        if members := {one: member for one, member in view.members.items() if f"{name}.{one}" in known}:
            views[name] = replace(view, members=MappingProxyType(members))
    names = {f"{view.name}.{name}" for view in views.values() for name in view.members}
    return VisibleModel(visible.model, MappingProxyType({name: _arranged(one, names) for name, one in views.items()}))


def _arranged(view: View, names: Set[str]) -> View:
    """The view with its hierarchies and folders cut to the visible names; one with nothing left in it is absent."""
    cut = (replace(one, levels=tuple(name for name in one.levels if name in names)) for one in view.hierarchies)
    hierarchies = tuple(one for one in cut if one.levels)
    kept = {*view.members, *(one.name for one in hierarchies)}
    return replace(view, hierarchies=hierarchies, folders=_folders(view.folders, kept))


def _folders(folders: Iterable[Folder], kept: Set[str]) -> tuple[Folder, ...]:
    found: list[Folder] = []
    for folder in folders:
        parts = [
            part
            for one in folder.parts
            for part in (_folders([one], kept) if isinstance(one, Folder) else [one] if one in kept else [])
        ]
        found += [Folder(folder.name, tuple(parts))] if parts else []
    return tuple(found)


def _members(view: View, entitlement: Entitlement) -> dict[str, ViewMember]:
    return {
        name: member
        for name, member in view.members.items()
        if (member.member.public or not view.is_cube) and entitlement.sees(member.member.id)
    }
