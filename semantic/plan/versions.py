"""Which rows of each cube a question counts: those in force after the loads up to its day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Version:
    """Of the rows that the `loads` brought, each key's `latest` that is not withdrawn; or all, where keys have one.

    Without `loads` the rows are as they are. `today` reads them where they are today, for what stands in an edition.
    """

    loads: tuple[int, ...]
    latest: bool
    today: bool = False


VersionOf = Callable[[str], Version | None]
"""The version of a cube; None where every row that is there is in force."""


@dataclass(frozen=True, eq=False)
class Versions:
    """The versions of what a source starts from (`root`), of what is `joined` to it, and those of the `newest` loads.

    INVARIANT: whose rows are whose is told by the row as it stood, and by all others as they are today.
    """

    root: VersionOf
    joined: VersionOf
    newest: VersionOf

    def looked_up(self) -> Versions:
        """For a policy's look-ups beside the rows that it is put to."""
        return replace(self, joined=self.newest)

    def beside(self) -> Versions:
        """For what is computed beside rows that are joined."""
        return replace(self, root=self.joined)

    def today(self) -> Versions:
        return Versions(self.newest, self.newest, self.newest)


def _as_it_is(cube: str) -> Version | None:
    return None


UNTOUCHED = Versions(_as_it_is, _as_it_is, _as_it_is)
"""Every row of every load: for what is asked of a model and of no row of it, and for the check of the loads."""
