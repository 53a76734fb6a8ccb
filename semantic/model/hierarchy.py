"""Dimensions from the coarsest to the finest, of a cube and under their names in a view."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, eq=False)
class Hierarchy:
    """Dimensions from the coarsest to the finest; `levels` are ids, `cube.dimension`."""

    name: str
    title: str
    public: bool
    levels: tuple[str, ...]


@dataclass(frozen=True)
class ViewHierarchy:
    """A hierarchy under its name in a view; `levels` are as asked for, `view.member`."""

    name: str
    title: str
    levels: tuple[str, ...]
