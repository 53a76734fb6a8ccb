"""What somebody must look at: personal data that no policy governs, and roles that run out or wait for review."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from semantic.access.grant import ALL_ROWS
from semantic.access.members import members_of
from semantic.model.model import Cube
from semantic.review.asked import Reviewed
from semantic.review.chain import Chains
from semantic.review.declared import misread
from semantic.review.matrix import has_personal_data, holds_persons
from semantic.review.words import listed

State = Literal["udløbet", "udløber", "gennemgang overskredet", "gennemgang"]


@dataclass(frozen=True)
class Uncovered:
    """A cube with personal data, and what is wrong; `role` and `grant` where a grant is."""

    cube: str
    what: str
    role: str | None = None
    grant: str | None = None


def uncovered(reviewed: Reviewed) -> tuple[Uncovered, ...]:
    """Cubes of personal data that no policy in force names, or of persons that a grant reaches too widely; what lacks
    the mark, and what a declaration says in words that are none of its own."""
    cubes = reviewed.model.cubes.values()
    rules = (_unnamed, _unmarked, _reached, _misread)
    return tuple(found for cube in cubes for rule in rules for found in rule(cube, reviewed))


def _unnamed(cube: Cube, reviewed: Reviewed) -> Iterator[Uncovered]:
    if not has_personal_data(cube):
        return
    names = {f"{cube.name}.{one}" for one in members_of(cube)}
    naming = [
        role for role in reviewed.roles
        if any(grant.members and names & grant.members for grant in role.grants)
    ]  # fmt: skip
    if not naming:
        yield Uncovered(cube.name, "personoplysninger, som ingen rolle nævner")
    elif all(role.valid_to is not None and role.valid_to < reviewed.day for role in naming):
        roles = listed(role.name for role in naming)
        yield Uncovered(cube.name, f"personoplysninger, som kun udløbne roller nævner: {roles}")


def _unmarked(cube: Cube, reviewed: Reviewed) -> Iterator[Uncovered]:
    """A cube whose rows each lead to a person, or that has a person's key, and that is not said to hold persons."""
    if holds_persons(cube):
        return
    persons = [one for one in reviewed.model.cubes.values() if one.person_key]
    for join in cube.joins.values():
        if join.target in {one.name for one in persons} and not join.to_many:
            yield Uncovered(cube.name, f"hver række fører til en person i {join.target}, men person_key mangler")
    keys = {str(one.person_key) for one in persons} & set(cube.dimensions)
    if keys and not any(join.target in {one.name for one in persons} for join in cube.joins.values()):
        yield Uncovered(cube.name, f"har nøglen til personer ({listed(sorted(keys))}), men person_key mangler")


def _reached(cube: Cube, reviewed: Reviewed) -> Iterator[Uncovered]:
    """Grants that read every row where they must not: beside rows that they cut, or person by person."""
    chains = Chains(reviewed.policies)
    for role in reviewed.roles if holds_persons(cube) else ():
        for grant in role.grants:
            if grant.catalogue or grant.rule_of(cube.name) != ALL_ROWS or chains.home(grant) != role.name:
                continue
            if grant.cuts:
                what = "alle rækker i en adgang, der ellers skærer rækker til"
                yield Uncovered(cube.name, what, role.name, grant.name)
            elif grant.grain.rows:
                yield Uncovered(cube.name, "alle rækker, også enkeltvis", role.name, grant.name)


def _misread(cube: Cube, _: Reviewed) -> Iterator[Uncovered]:
    if words := misread(cube):
        yield Uncovered(cube.name, f"meta.fortegnelse har ord, der er ukendte eller uden tekst: {listed(words)}")


@dataclass(frozen=True)
class Expiring:
    """A role that runs out or waits for review by a day, with those who hold it or one that includes it."""

    role: str
    title: str
    state: State
    on: str
    days: int
    owner: str
    people: tuple[str, ...]


def expiring(reviewed: Reviewed, within: int) -> tuple[Expiring, ...]:
    """What falls within so many days, or before today, by day: ends first, and of each role its end and its review."""
    last = reviewed.day + timedelta(days=within)
    found = [one for role in reviewed.roles for one in _dates(reviewed, role.name) if one[1] <= last]
    rows = [_expiring(reviewed, name, day, is_end) for name, day, is_end in found]
    return tuple(sorted(rows, key=lambda one: (one.on, one.role)))


def _dates(reviewed: Reviewed, name: str) -> Iterator[tuple[str, date, bool]]:
    role = reviewed.policies.roles[name]
    assert role.document is not None
    if role.valid_to is not None:
        yield name, role.valid_to, True
        if role.valid_to < reviewed.day:
            return  # whoever renews it reviews it
    yield name, role.document.naeste_gennemgang, False


def _expiring(reviewed: Reviewed, name: str, day: date, is_end: bool) -> Expiring:
    written = reviewed.policies.roles[name].document
    assert written is not None
    over = day < reviewed.day
    state: State = ("udløbet" if over else "udløber") if is_end else "gennemgang overskredet" if over else "gennemgang"
    left = (day - reviewed.day).days
    return Expiring(name, written.title, state, day.isoformat(), left, written.ejer, holders(reviewed, name))


def holders(reviewed: Reviewed, role: str) -> tuple[str, ...]:
    """Those who hold the role itself, or one that includes it."""
    including = Chains(reviewed.policies).includers(role)
    return tuple(one.subject for one in reviewed.people if not set(including).isdisjoint(one.principal.roles))
