"""Roles × cubes: of which rows each role may ask each cube, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from semantic.access.decide import Touched, decide
from semantic.access.grant import Entitlement, Grant
from semantic.access.members import members_of
from semantic.errors import DeniedError
from semantic.model.model import Cube
from semantic.review.asked import Asker, Reviewed
from semantic.review.declared import is_declared
from semantic.review.words import listed, rows_in_words

NOTHING, CATALOGUE = "-", "kun katalog"
PROTECTED = " (små tal skjules)"


@dataclass(frozen=True)
class Cell:
    """What a role has of a cube: `alle rækker`, rows in words, `kun katalog` or `-`. `persons`: of personal data."""

    role: str
    cube: str
    persons: bool
    rows: str


def matrix(reviewed: Reviewed) -> tuple[Cell, ...]:
    """A cell for each role and cube, in their orders."""
    return tuple(
        Cell(role.name, cube.name, has_personal_data(cube), _rows(asker, cube))
        for role in reviewed.roles
        for asker in [reviewed.holder_of(role)]
        for cube in reviewed.model.cubes.values()
    )


def holds_persons(cube: Cube) -> bool:
    """Whether the model says that the cube's rows are of persons, who are counted."""
    return bool(cube.person_key or cube.persons)


def has_personal_data(cube: Cube) -> bool:
    """Whether the cube belongs in the register: of persons who are counted, or declared to be, as a record of users."""
    return holds_persons(cube) or is_declared(cube)


def _rows(asker: Asker, cube: Cube) -> str:
    """What each grant gives of the cube alone; where grants give the same it is said once."""
    held = asker.entitlement
    names = [f"{cube.name}.{one}" for one in members_of(cube) if held.sees(f"{cube.name}.{one}")]
    grants = [one for one in held.grants if any(map(one.names, names))]
    if not grants or cube.name in held.closed:
        return NOTHING
    told = dict.fromkeys(_given(asker, cube, names, grants))
    return " eller ".join(told) or CATALOGUE


def _given(asker: Asker, cube: Cube, names: Iterable[str], grants: Iterable[Grant]) -> Iterator[str]:
    """The rows by each grant that is answered, with what it leaves out of what another names."""
    read = [one for one in grants if not one.catalogue]
    for grant in read:
        mine = [name for name in names if grant.names(name)]
        left_out = [name.partition(".")[2] for name in names if name not in mine and any(o.names(name) for o in read)]
        without = f" uden {listed(left_out, len(left_out))}" if left_out else ""
        protected = PROTECTED if grant.thresholds is not None and holds_persons(cube) else ""
        yield _by(asker, grant, cube, mine[0]) + without + protected


def _by(asker: Asker, grant: Grant, cube: Cube, member: str) -> str:
    """The rows that a question for the member has by this grant, restrictions too."""
    held = asker.entitlement
    alone = Entitlement((grant,), held.restrictions, held.forbidden, held.closed, held.attributes)
    coarse = grant.grain.time
    touched = Touched(frozenset({member}), frozenset({coarse}) if coarse is not None else frozenset())
    try:
        return rows_in_words(decide(alone, touched).rows_of(cube.name), asker.reviewed.model)
    except DeniedError:
        return NOTHING
