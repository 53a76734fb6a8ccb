"""Names that the model lacks only because what they name is itself faulty."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

Names = tuple[str, ...]  # ("people",) a cube or a view, ("people", "id") a member or a join of it


@dataclass
class Broken:
    """What is left out of the model, so that whoever names it is not told of a fault that is not his.

    `names` are left out. `open` may lack what nobody can name, () being the model itself. `maimed` have lost a key, so
    that what they lack is not told. `lost_joins` are the cubes that a join is left out of, and `records` the ids of
    nøgletal that are left out, `groups` the names of groups; None of one whose name is not known.
    """

    names: set[Names] = field(default_factory=set)
    open: set[Names] = field(default_factory=set)
    maimed: set[Names] = field(default_factory=set)
    lost_joins: set[str] = field(default_factory=set)
    records: set[str | None] = field(default_factory=set)
    groups: set[str | None] = field(default_factory=set)

    def covers(self, *names: str) -> bool:
        """Whether a name that was not found may be one that is left out."""
        lengths = range(1, len(names) + 1)
        return any(names[:n] in self.names or names[: n - 1] in self.open for n in lengths)

    def covers_record(self, record: str) -> bool:
        """Whether the id of a nøgletal that was not found may be that of one that is left out."""
        return not self.records.isdisjoint({record, None}) or () in self.open

    def covers_group(self, group: str) -> bool:
        """Whether a group that was not found may be one that is left out."""
        return not self.groups.isdisjoint({group, None}) or () in self.open

    def lacks_joins(self, cubes: Iterable[str]) -> bool:
        """Whether one of the cubes may have lost a join."""
        return () in self.open or any(cube in self.lost_joins or (cube,) in self.open for cube in cubes)

    def members_of(self, cube: str) -> set[str]:
        """The names of what is left out of the cube."""
        return {names[1] for names in self.names if len(names) > 1 and names[0] == cube}

    def add(self, other: Broken) -> None:
        self.names |= other.names
        self.open |= other.open
        self.maimed |= other.maimed
        self.lost_joins |= other.lost_joins
        self.records |= other.records
        self.groups |= other.groups
