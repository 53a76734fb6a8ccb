"""Whether the shares by which rows are divided add up to one: a total would otherwise depend on how it is asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from semantic.errors import Problem
from semantic.model.model import AS_OF_DAY, Join, Model
from semantic.model.share import Share
from semantic.query import AsOf


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


Shares = Callable[[Join, date | None], Iterable[Shared]]


def with_shares(model: Model, days: Iterable[date], shares: Shares) -> Model:
    """The model whose joins by shares know the keys that are not whole, on each day that a question may be as of."""
    as_of = tuple(dict.fromkeys(days))
    cubes = {}
    for name, cube in model.cubes.items():
        joins = {
            one.name: _looked_over(one, one.share, as_of, shares) if one.share else one for one in cube.joins.values()
        }
        cubes[name] = replace(cube, joins=joins) if any(one.share for one in joins.values()) else cube
    return replace(model, cubes=cubes)


def _looked_over(join: Join, share: Share, days: tuple[date, ...], shares: Shares) -> Join:
    found: dict[date | None, tuple[str, ...]] = {}
    for day in days if join.dated == AS_OF_DAY else (None,):
        if faulty := {one.key for one in shares(join, day) if not one.is_whole}:
            found[day] = tuple(sorted(faulty))
    return replace(join, share=replace(share, faulty=found))


def unshared(model: Model, as_of: Callable[[Iterable[str]], AsOf]) -> Iterator[Problem]:
    """A fault for each join by shares that a question of its own two cubes would be refused for (U417)."""
    for cube in model.cubes.values():
        for join in cube.joins.values():
            faulty = join.share.faulty_on(as_of((cube.name, join.target)).day) if join.share else ()
            if faulty:
                message = (
                    f"The shares of the join '{join.name}' of '{cube.name}' do not add up to one: {', '.join(faulty)}."
                )
                yield Problem("D655", message, "Correct them: questions through it are refused (U417).", at=join.at)
