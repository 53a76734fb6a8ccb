"""What access means, in plain sets: the definition that `decide` must equal. It reads documents, and no linked policy.

A member is `cube.member`; `cube.` stands for any member of the cube. `members` are always all that the model has.
"""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import dataclass

from semantic.access.documents import GrantDocument

# Grains that are made of whole periods of the one named.
COARSER = {
    "day": {"day", "week", "month", "quarter", "year"},
    "week": {"week"},
    "month": {"month", "quarter", "year"},
    "quarter": {"quarter", "year"},
    "year": {"year"},
}


@dataclass(frozen=True)
class Asks:
    """What one part of a question touches: members, the grains of its times ("" for the very moment), the finest period
    that each bound of its ranges is the start of, as grains, and whether it wants single rows."""

    members: frozenset[str]
    times: frozenset[str] = frozenset()
    bounds: tuple[frozenset[str], ...] = ()
    rows: bool = False


def named(patterns: Iterable[str], members: Set[str]) -> frozenset[str]:
    wanted = set(patterns)
    return frozenset(one for one in members if one in wanted or f"{one.split('.')[0]}.*" in wanted)


def given(grant: GrantDocument, members: Set[str]) -> frozenset[str]:
    """The members that the grant names, and `cube.` for each cube of them."""
    own = named(grant.members, members) - named(grant.excepted, members)
    return own | {f"{one.split('.')[0]}." for one in own}


def is_coarse(grant: GrantDocument, asks: Asks) -> bool:
    finest = grant.grain.time
    if asks.rows and not grant.grain.rows:
        return False
    return finest is None or (asks.times <= COARSER[finest] and all(finest in starts for starts in asks.bounds))


def covering(grants: Iterable[GrantDocument], asks: Asks, members: Set[str]) -> list[GrantDocument]:
    """The grants whose rows the part may be asked of: those that cover all it touches, each alone."""
    return [one for one in grants if not one.catalogue and asks.members <= given(one, members) and is_coarse(one, asks)]


def seen(grants: Iterable[GrantDocument], forbidden: Set[str], members: Set[str]) -> frozenset[str]:
    """The members that may be known of, with `cube.` for each cube of which some grant names any."""
    return frozenset().union(*(given(one, members) for one in grants)) - forbidden


def decision(
    grants: Iterable[GrantDocument], forbidden: Set[str], asks: Asks, members: Set[str]
) -> list[GrantDocument] | str:
    """The covering grants, whose rows are put together; or the code of the refusal."""
    held = list(grants)
    found = [] if asks.members & forbidden else covering(held, asks, members)
    known = any(one.catalogue and asks.members <= given(one, members) - forbidden for one in held)
    return found or ("A305" if known else "A301")
