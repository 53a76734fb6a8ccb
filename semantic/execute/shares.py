"""Whether the shares by which rows are divided add up to one: a total would otherwise depend on how it is asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from semantic.errors import Problem
from semantic.model.model import AS_OF_DAY, Cube, Join, Model
from semantic.model.share import Share
from semantic.query import AsOf


@dataclass(frozen=True)
class Shared:
    """What the rows that have a key are divided into: the sum of the shares and the least; None for no rows."""

    key: str
    total: Decimal | None
    least: Decimal | None

    @property
    def is_whole(self) -> bool:
        return self.total == 1 and self.least is not None and self.least > 0


Shares = Callable[[Join, date | None], Iterable[Shared]]
Changes = Callable[[Cube], Iterable[date]]


def with_shares(model: Model, as_of: Iterable[date], changes: Changes, shares: Shares) -> Model:
    """The model whose joins by shares know the keys that are not whole, on each day that may date them.

    INVARIANT: no row that is divided has a part in it, so that a refusal tells of none that is hidden.
    """
    days, cubes = tuple(dict.fromkeys(as_of)), {}
    for name, cube in model.cubes.items():
        joins = {}
        for one in cube.joins.values():
            dating = _dating(one, model.cubes[one.target], days, changes) if one.share else ()
            joins[one.name] = _looked_over(one, one.share, dating, shares) if one.share else one
        cubes[name] = replace(cube, joins=joins)
    return replace(model, cubes=cubes)


def _dating(join: Join, target: Cube, as_of: tuple[date, ...], changes: Changes) -> Iterable[date | None]:
    """The days that may date the join: between two on which the target changes nothing differs."""
    if target.valid_time is None:
        return (None,)
    if isinstance(join.dated, date):
        return (join.dated,)
    return as_of if join.dated == AS_OF_DAY else sorted(set(changes(target)))


def _looked_over(join: Join, share: Share, days: Iterable[date | None], shares: Shares) -> Join:
    found: dict[date | None, set[str]] = {}
    for day in days:
        faulty = {one.key for one in shares(join, day) if not one.is_whole}
        found.setdefault(day if join.dated == AS_OF_DAY else None, set()).update(faulty)
    told = {day: tuple(sorted(keys)) for day, keys in found.items() if keys}
    return replace(join, share=replace(share, faulty=told))


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
