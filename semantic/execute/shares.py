"""Whether the shares by which rows are divided add up to one: a total would otherwise depend on how it is asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from semantic.model.model import Join, Model


@dataclass(frozen=True)
class Shared:
    """A key of the joining rows: how many they are, and what is joined has of them; None where nothing is."""

    key: str
    rows: int
    total: Decimal | None
    least: Decimal | None

    @property
    def is_whole(self) -> bool:
        return self.total == self.rows and self.least is not None and self.least > 0


def with_shares(model: Model, shares: Callable[[Join], Iterable[Shared]]) -> Model:
    """The model whose joins by shares know the keys that are not whole: what leads over them is refused."""
    cubes = {}
    for name, cube in model.cubes.items():
        joins = {one.name: _looked_over(one, shares) if one.share else one for one in cube.joins.values()}
        cubes[name] = replace(cube, joins=joins) if any(one.share for one in joins.values()) else cube
    return replace(model, cubes=cubes)


def _looked_over(join: Join, shares: Callable[[Join], Iterable[Shared]]) -> Join:
    faulty = dict.fromkeys(one.key for one in shares(join) if not one.is_whole)
    return replace(join, unshared=tuple(sorted(faulty)))
