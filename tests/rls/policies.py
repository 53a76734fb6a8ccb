"""Random policies as documents, and somebody who holds them."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from semantic.access.documents import (
    ForbidDocument,
    GrantDocument,
    PolicyFile,
    RestrictionDocument,
    RoleDocument,
    RowsDocument,
)
from semantic.access.principal import Attribute, Principal
from tests.rls.reference import named
from tests.rls.row_security import Bound, Unclear, rule_of
from tests.rls.world import DIMENSIONS, GIVES_AWAY, HIERARCHIES, MADE_OF, MEMBERS, TABLES

DAY = date(2026, 1, 1)  # of asking; roles expire by it
ATTRIBUTES = {"enheder": "strings", "sagsbehandler": "string", "kommuner": "integers", "kommune": "integer"}
HELD: dict[str, list[Attribute]] = {
    "enheder": [("A",), ("A", "C"), ("F1",), ("E1", "E2", "E3"), ("E5", "B")],
    "sagsbehandler": ["S1", "S2", "S3"],
    "kommuner": [(1,), (2, 3), (1, 4, 5)],
    "kommune": [1, 2, 3, 4],
}
# What rows are told by, each with values that occur, and the attribute of its kind.
TESTED: dict[str, tuple[list[Any], str]] = {
    "ydelse.art": (["x", "y", "z", "Xy"], ""),
    "klage.art": (["x", "y", "z"], ""),
    "ydelse.lov": (["L1", "L2"], ""),
    "ydelse.sagsbehandler": (["S1", "S2", "S3"], "sagsbehandler"),
    "klage.sagsbehandler": (["S1", "S2", "S3"], "sagsbehandler"),
    "ydelse.handle": ([1, 2, 3, 4, 5, 6], "kommuner"),
    "ydelse.dyr": ([True, False], ""),
    "ydelse.center_nu": (["A", "B", "C", "D"], "enheder"),
    "klage.medhold": ([True, False], ""),
    "borger.koen": (["k", "m"], ""),
    "borger.foedt": ([1990, 1991, 1992, 1993], ""),
    "kommune.kode": ([1, 2, 3, 4, 5, 6], "kommune"),
    "kommune.region": (["Nord", "Syd"], ""),
    "enhed.center": (["A", "B", "C", "D"], "enheder"),
    "enhed.slags": (["myndighed", "udfører"], ""),
    "enhed.id": (["E1", "E2", "E3", "E4", "E5"], "enheder"),
}
VIAS = [["ansvarlig_da", "handlekommune", "kommune"], ["ansvarlig_nu", "handlekommune", "kommune"],
        ["ansvarlig_nu", "bopael"], ["ansvarlig_da", "bopael"], ["ansvarlig_da", "betalingskommune", "kommune"],
        ["ansvarlig_nu"], []]  # fmt: skip
PERSONS = ("borger", "ydelse", "klage")
SPACES = [["ydelse", "borger", "enhed", "kommune", "klage", "betaling"], ["ydelse", "borger", "enhed", "kommune"],
          ["klage", "ydelse", "borger"], ["klage", "kommune", "enhed"], ["betaling", "ydelse", "enhed"],
          ["ydelse", "kommune"], ["borger", "kommune"]]  # fmt: skip


@dataclass(frozen=True)
class Held:
    """All that a principal holds by the documents: grants and restrictions with the attributes, and what is taken."""

    grants: tuple[Bound, ...]
    restrictions: tuple[Bound, ...]
    own_restrictions: tuple[Bound, ...]  # those that do not hold for everybody
    forbidden: frozenset[str]

    @property
    def closed(self) -> frozenset[str]:
        """The cubes of which no row may be read."""
        return frozenset(one[:-1] for one in self.forbidden if one.endswith("."))


def policy_file(draw: random.Random) -> PolicyFile:
    count = draw.choice([1, 1, 2])
    roles = [_role(draw, f"rolle_{number}", 2 if count == 2 else 3) for number in range(count)]
    if count == 2 and draw.random() < 0.3:
        roles[0]["includes"] = ["rolle_1"]
    return PolicyFile.model_validate(
        {
            "roles": roles,
            "restrictions": [_restriction(draw, "alles", False)] if draw.random() < 0.15 else [],
            "forbids": [_forbid(draw)] if draw.random() < 0.1 else [],
        }
    )


def principal(draw: random.Random, file: PolicyFile) -> Principal:
    held = {name: draw.choice(values) for name, values in HELD.items()}
    if draw.random() < 0.05:
        del held[draw.choice(list(held))]
    names = [role.name for role in file.roles]
    return Principal("nogen", tuple(names[: draw.choice([1, 2, 2])]), held)


def _role(draw: random.Random, name: str, most: int) -> dict[str, Any]:
    cubes = draw.choice(SPACES)  # of most of its grants, so that several cover a question
    several = [draw.choice([cubes, cubes, draw.choice(SPACES)]) for _ in range(draw.randint(1, most))]
    return role(name, [_grant(draw, f"{name}_{number}", list(own)) for number, own in enumerate(several)]) | {
        "gyldig_til": "2025-12-31" if draw.random() < 0.03 else "2026-12-31",
        "attributes": ATTRIBUTES,
        "restrictions": [_restriction(draw, f"{name}_cut", True)] if draw.random() < 0.15 else [],
        "forbids": [_forbid(draw)] if draw.random() < 0.07 else [],
    }


def role(name: str, grants: list[dict[str, Any]]) -> dict[str, Any]:
    """A role in force with the grants, and nothing of interest beside them."""
    return {
        "name": name, "title": name, "niveau": "taktisk", "formaal": "prøve", "hjemmel": "ingen", "ejer": "os",
        "godkendt_af": "os", "gyldig_til": "2026-12-31", "naeste_gennemgang": "2026-06-01", "grants": grants,
    }  # fmt: skip


def _forbid(draw: random.Random) -> dict[str, Any]:
    single = draw.sample(sorted(MEMBERS), draw.randint(1, 2))
    whole = [f"{draw.choice(['betaling', 'enhed', 'borger', 'klage'])}.*"]
    return {"name": "nej", "reason": "derfor", "members": whole if draw.random() < 0.4 else single}


def _grant(draw: random.Random, name: str, cubes: Sequence[str]) -> dict[str, Any]:
    """A grant whose every cube has rows: those that its tests do not reach are followed or opened."""
    kind = draw.choice(["rows"] * 12 + ["open", "catalogue"])
    found: dict[str, Any] = {"name": name, "reason": "derfor", "scope": name}
    if draw.random() < 0.15:
        found["grain"] = {"time": draw.choice([None, "month", "quarter", "year", "week"]), "rows": draw.random() < 0.5}
    found["catalogue"] = kind == "catalogue"
    if kind == "rows":
        found["rows"] = [_test(draw, 2) for _ in range(draw.choice([1, 1, 2]))]
        found["via"] = draw.choice(VIAS)
        found |= _completed(draw, cubes, found)
        cubes = found.pop("cubes")
    elif kind == "open":
        near: list[str] = [one for one in ("ydelse", "klage") if one in cubes]
        if "borger" in cubes and near and draw.random() < 0.5:
            found["follow"] = {"borger": draw.sample(near, 1)}
        found["open"] = [one for one in cubes if one not in found.get("follow", ())]
    found["members"] = _members(draw, cubes)
    if draw.random() < 0.3:
        listed = sorted(named(found["members"], MEMBERS))
        found["except"] = draw.sample(listed, min(len(listed) - 1, draw.randint(1, 3)))
    return found


def _members(draw: random.Random, cubes: Sequence[str]) -> list[str]:
    if draw.random() < 0.75:
        return [f"{cube}.*" for cube in cubes]
    return sorted(one for one in MEMBERS if one.split(".")[0] in cubes and draw.random() < 0.8) or [f"{cubes[0]}.*"]


def _completed(draw: random.Random, cubes: Iterable[str], found: dict[str, Any]) -> dict[str, Any]:
    """`follow` and `open` for the cubes that the tests do not reach, and which cubes are left."""
    tests = [RowsDocument.model_validate(one) for one in found["rows"]]
    clause = Bound(GrantDocument.model_validate({**found, "members": ["*"]}), {})
    placed = [cube for cube in TABLES if _is_placed(cube, tests, clause)]
    told_by = {one.split(".")[0] for test in tests for one in dimensions_of(test)}
    follow: dict[str, list[str]] = {}
    opened: list[str] = []
    for cube in cubes:
        leading: list[str] = [one for one in ("ydelse", "klage") if one in placed]
        can_open = cube not in PERSONS and (cube not in placed or cube in told_by)
        if cube == "borger" and leading and cube not in placed:
            follow[cube] = leading if draw.random() < 0.7 else leading[:1]
        elif cube == "ydelse" and "betaling" in placed and cube not in placed:
            follow[cube] = ["betaling"]
        elif cube == "kommune" and cube not in placed and (near := {"borger", "klage"} & {*placed, *follow}):
            follow[cube] = sorted(near)
        elif can_open and (cube not in placed or draw.random() < 0.5):
            opened.append(cube)
    left = [cube for cube in cubes if cube in {*placed, *follow, *opened}]
    if not left:
        return {"rows": [], "open": ["kommune"], "cubes": ["kommune"]}
    return {"follow": follow, "open": opened, "cubes": left}


def _is_placed(cube: str, tests: Sequence[RowsDocument], clause: Bound) -> bool:
    try:
        return rule_of(cube, tests, clause) is not None
    except Unclear:
        return False


def dimensions_of(test: RowsDocument) -> set[str]:
    inner = (*(test.all or ()), *(test.any or ()), *(test.none or ()))
    own = set(HIERARCHIES[test.under]) if test.under else {test.dimension} if test.dimension else set()
    return own | {name for one in inner for name in dimensions_of(one)}


def _test(draw: random.Random, depth: int, bound: bool = True) -> dict[str, Any]:
    if depth and draw.random() < 0.3:
        inner = [_test(draw, depth - 1, bound) for _ in range(draw.randint(1, 2))]
        return {draw.choice(["all", "any", "any", "none"]): inner}
    if draw.random() < 0.25:
        values = draw.choice([["A"], ["F1"], ["E1", "C"], ["F2"]])
        return {"under": "enhed.enheder"} | (
            {"attribute": "enheder"} if bound and draw.random() < 0.7 else {"values": values}
        )
    name = draw.choice(list(TESTED))
    values, attribute = TESTED[name]
    if attribute and bound and draw.random() < 0.5:
        return {"dimension": name, "attribute": attribute}
    kind = DIMENSIONS[name.split(".")[0]][name.split(".")[1]].kind
    operator = draw.choice(["equals"] * 6 + ["notEquals", "set", "notSet"])
    if operator in ("set", "notSet"):
        return {"dimension": name, "operator": operator}
    if kind == "number" and draw.random() < 0.3:
        return {"dimension": name, "operator": draw.choice(["gt", "lte"]), "values": [draw.choice(values)]}
    if kind == "string" and draw.random() < 0.15:
        return {"dimension": name, "operator": draw.choice(["contains", "notContains"]), "values": [values[0]]}
    chosen = draw.sample(values, draw.randint(1, min(3, len(values))))
    return {"dimension": name, "operator": operator, "values": chosen}


def _restriction(draw: random.Random, name: str, bound: bool) -> dict[str, Any]:
    test = _test(draw, 1, bound)
    found: dict[str, Any] = {"name": name, "reason": "derfor", "rows": [test], "via": draw.choice(VIAS[:5])}
    clause = Bound(RestrictionDocument.model_validate(found), {})
    placed = [cube for cube in TABLES if _is_placed(cube, [RowsDocument.model_validate(test)], clause)]
    return found | ({"cubes": draw.sample(placed, 1)} if placed and draw.random() < 0.4 else {})


def held(file: PolicyFile, asker: Principal) -> Held:
    """What the asker holds: nothing of a role that expired or lacks an attribute, but what it takes away."""
    roles = {role.name: role for role in file.roles}
    own = [whole(roles, name) for name in asker.roles]
    bound = all(name in asker.attributes for name in ATTRIBUTES)
    own_cuts = tuple(Bound(one, asker.attributes) for role in own for one in role.restrictions)
    if not bound and any(role.restrictions for role in own):
        return Held((), (), (), frozenset())
    forbids = [*file.forbids, *(one for role in own for one in role.forbids)]
    grants = [one for role in own if bound and role.gyldig_til >= DAY for one in role.grants]
    return Held(
        tuple(Bound(one, asker.attributes) for one in grants),
        (*(Bound(one, asker.attributes) for one in file.restrictions), *own_cuts),
        own_cuts,
        frozenset().union(*map(taken, forbids)),
    )


def whole(roles: dict[str, RoleDocument], name: str) -> RoleDocument:
    """The role with the clauses of those that it includes; it expires with the first of them."""
    role = roles[name]
    for other in (roles[one] for one in role.includes):
        role = role.model_copy(
            update={
                "grants": [*role.grants, *other.grants],
                "restrictions": [*role.restrictions, *other.restrictions],
                "forbids": [*role.forbids, *other.forbids],
                "gyldig_til": min(role.gyldig_til, other.gyldig_til),
            }
        )
    return role


def taken(forbid: ForbidDocument) -> frozenset[str]:
    """The members that are forbidden with those named; `cube.` where nothing of a cube may be read."""
    found = set(named(forbid.members, MEMBERS))
    closed = {name[:-2] for name in forbid.members if name.endswith(".*")}
    found |= {one for cube in closed for one in MADE_OF[cube]} | {f"{cube}." for cube in closed}
    while fresh := {one for name in found for one in GIVES_AWAY.get(name, ())} - found:
        found |= fresh
    return frozenset(found)
