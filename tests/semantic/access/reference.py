"""The algebra of access over plain sets and functions: what `entitle`, `decide` and `Decision.rows_of` must equal.

It shares no code with the product, and is read in one go. A grant gives the members that it names, asked together, and
for each cube a function that says whether a row may be read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

Row = Mapping[str, object]
Rows = Mapping[str, Callable[[Row], bool]]  # by cube

WHOLE = {
    "day": {"day", "week", "month", "quarter", "year"},
    "week": {"week"},
    "month": {"month", "quarter", "year"},
    "quarter": {"quarter", "year"},
    "year": {"year"},
}
KINDS: Mapping[str, Callable[[object], bool]] = {
    "string": lambda value: isinstance(value, str) and value.strip() != "",
    "integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "strings": lambda value: isinstance(value, tuple) and value != () and all(map(KINDS["string"], value)),
    "integers": lambda value: isinstance(value, tuple) and value != () and all(map(KINDS["integer"], value)),
}


@dataclass(frozen=True)
class PlainGrant:
    """`rows` of a cube that is not named cannot be read; `led_by` names the cubes of whose rows some lead to them.

    `whole` are the cubes that it opens. `finest` is the word for the finest time, or none.
    """

    name: str
    members: frozenset[str]
    rows: Rows = field(hash=False)
    whole: frozenset[str] = frozenset()
    led_by: Mapping[str, frozenset[str]] = field(default_factory=dict, hash=False)
    finest: str | None = None
    single_rows: bool = True
    catalogue: bool = False


@dataclass(frozen=True)
class PlainRole:
    """`needs` are the kinds of the attributes that its holder must have; `closed` cubes are forbidden whole."""

    grants: tuple[PlainGrant, ...] = ()
    restrictions: tuple[Rows, ...] = ()
    forbidden: frozenset[str] = frozenset()
    closed: frozenset[str] = frozenset()
    needs: Mapping[str, str] = field(default_factory=dict, hash=False)
    last_day: date = date.max


@dataclass(frozen=True)
class Asked:
    """`times` are the words for what times are grouped by, None for moments; `bounds` what they are filtered by.

    A member `cube.` stands for the cube itself: that its rows are counted or listed.
    """

    members: frozenset[str]
    times: frozenset[str | None] = frozenset()
    bounds: frozenset[datetime] = frozenset()
    single_rows: bool = False


def held(roles: Iterable[PlainRole], everybody: PlainRole, attributes: Mapping[str, object], day: date) -> PlainRole:
    """All of the roles in one. What takes away holds always; where that cannot be said, nothing is held."""
    bound = {id(one): all(name in attributes and KINDS[kind](attributes[name]) for name, kind in one.needs.items())
             for one in roles}  # fmt: skip
    if any(one.restrictions and not bound[id(one)] for one in roles):
        return PlainRole()
    return PlainRole(
        grants=tuple(grant for one in roles if bound[id(one)] and day <= one.last_day for grant in one.grants),
        restrictions=tuple(rows for one in (everybody, *roles) for rows in one.restrictions),
        forbidden=frozenset(name for one in (everybody, *roles) for name in one.forbidden),
        closed=frozenset(name for one in (everybody, *roles) for name in one.closed),
    )


# The ten lines. A rule of rows that others lead to is made with `left`: only a row that is left to be read leads on.


def covers(grant: PlainGrant, asked: Asked) -> bool:
    times = grant.finest is None or all(one in WHOLE[grant.finest] for one in asked.times)
    bounds = grant.finest is None or all(begins(grant.finest, one) for one in asked.bounds)
    return asked.members <= known(grant) and times and bounds and grant.single_rows >= asked.single_rows


def refusal(have: PlainRole, asked: Asked) -> str | None:
    if asked.members & (have.forbidden | {f"{cube}." for cube in have.closed}):
        return "A301"
    if any(not grant.catalogue and covers(grant, asked) for grant in have.grants):
        return None
    return "A305" if any(one.catalogue and asked.members <= known(one) for one in have.grants) else "A301"


def covering(have: PlainRole, asked: Asked) -> tuple[PlainGrant, ...]:
    return tuple(grant for grant in have.grants if not grant.catalogue and covers(grant, asked))


def giving(have: PlainRole, asked: Asked) -> tuple[PlainGrant, ...]:
    """Those that open every cube of what is asked, if there are any: beside them nobody else's rows are needed.

    Nor are theirs beside one that opens every cube of which the others of them give any row.
    """
    cubes = {member.split(".")[0] for member in asked.members}
    opening = [grant for grant in covering(have, asked) if cubes <= grant.whole]
    others = {id(one): {cube for grant in opening if grant is not one for cube in grant.rows} for one in opening}
    best = [one for one in opening if others[id(one)] <= one.whole]
    return tuple(best or opening) or covering(have, asked)


def reads(have: PlainRole, asked: Asked, cube: str) -> bool:
    there = (grant.led_by.get(cube) for grant in giving(have, asked) if cube in grant.rows)
    return cube not in have.closed and any(leading is None or leading - have.closed for leading in there)


def left(have: PlainRole, cube: str, row: Row) -> bool:
    return cube not in have.closed and all(one[cube](row) for one in have.restrictions if cube in one)


def passes(have: PlainRole, asked: Asked, cube: str, row: Row) -> bool:
    granted = any(cube in grant.rows and grant.rows[cube](row) for grant in giving(have, asked))
    return reads(have, asked, cube) and granted and left(have, cube, row)


# What they stand on.


def known(grant: PlainGrant) -> frozenset[str]:
    """The members named, and the cubes that they are of."""
    return grant.members | {f"{member.split('.')[0]}." for member in grant.members}


def begins(grain: str, moment: datetime) -> bool:
    """Whether a period of the grain begins at the moment."""
    midnight = (moment.hour, moment.minute, moment.second, moment.microsecond) == (0, 0, 0, 0)
    months = {"month": range(1, 13), "quarter": (1, 4, 7, 10), "year": (1,)}
    if grain in months:
        return midnight and moment.day == 1 and moment.month in months[grain]
    return midnight and (grain == "day" or moment.isoweekday() == 1)
