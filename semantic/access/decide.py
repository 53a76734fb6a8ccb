"""The one policy decision: may this question be answered, over which rows, and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from semantic.access.grant import Entitlement, Grant, RowPredicate, Tier
from semantic.errors import DeniedError, Problem
from semantic.model.model import Cube
from semantic.predicate import TRUE, Or


@dataclass(frozen=True, eq=False)
class Decision:
    """What was decided for one part of a question: the covering grants and what follows from them.

    `scope` says in words whose rows these are, and travels to every interface.
    """

    grants: tuple[Grant, ...]
    tier: Tier
    scope: str
    reasons: tuple[str, ...]

    def rows_of(self, cube: str) -> RowPredicate:
        """The rows of the cube that may be read; open access is an explicit TRUE.

        Raises DeniedError: A302 when no covering grant reads the cube, A303 when grants would have to be mixed.
        """
        found = [grant.rows_of(cube) for grant in self.grants]
        readable = [predicate for predicate in found if predicate is not None]
        if not readable:
            raise DeniedError(Problem("A302", "The question needs rows that no grant gives."))
        if len(readable) < len(found) or (len(found) > 1 and self._mixed()):
            message = "Several grants cover the question, each with other rows of several cubes."
            raise DeniedError(Problem("A303", message, "Ask for what one of them covers."))
        return readable[0] if len(set(readable)) == 1 else Or(tuple(readable))

    def opens(self, cubes: Iterable[Cube]) -> bool:
        """Whether one grant names every member of the cubes and gives all their rows: nothing of them is hidden."""
        read = tuple(cubes)
        names = {f"{cube.name}.{name}" for cube in read for name in (*cube.dimensions, *cube.measures)}
        return any(grant.covers(names) and all(grant.rows_of(cube.name) == TRUE for cube in read)
                   for grant in self.grants)  # fmt: skip

    def _mixed(self) -> bool:
        """INVARIANT: rows are those of one grant or another, never one cube's by this grant and another's by that."""
        cubes = {cube for grant in self.grants for cube in grant.rows}
        differing = [cube for cube in cubes if len({grant.rows_of(cube) for grant in self.grants}) > 1]
        return len(differing) > 1 or len({grant.default_rows for grant in self.grants}) > 1


def decide(entitlement: Entitlement, touched: frozenset[str]) -> Decision:
    """The decision for a question part that touches these members.

    A grant covers the part when it names every touched member; members of different grants never mix. One that opens
    all rows gives them all, whatever others narrow. None is a refusal with a code, never an answer of zero rows.
    Raises DeniedError (A301).
    """
    covering = tuple(grant for grant in entitlement.grants if grant.covers(touched))
    covering = tuple(grant for grant in covering if grant.is_open)[:1] or covering
    if not covering:
        raise DeniedError(Problem("A301", "No grant covers this question.", "Ask for fewer members together."))
    return Decision(
        grants=covering,
        tier="none",
        scope=" eller ".join(dict.fromkeys(grant.scope for grant in covering if grant.scope)),
        reasons=tuple(f"{grant.name}: {grant.reason}" for grant in covering),
    )
