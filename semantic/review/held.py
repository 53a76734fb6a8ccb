"""What somebody holds: roles, what they grant and what is taken away, with the holder's own values in the rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from semantic.access.grant import told
from semantic.access.holding import giving_nothing
from semantic.access.members import members_of
from semantic.access.policies import Forbid
from semantic.access.rows import RowRule, bind_rows
from semantic.model.model import Model
from semantic.review.asked import Asker, Person, Reviewed
from semantic.review.chain import Chains, Clause
from semantic.review.sight import Seen, every_name, met
from semantic.review.words import grain_in_words, listed, protection_in_words, rows_in_words


@dataclass(frozen=True)
class Held:
    """One thing that somebody holds, or that is taken from them: `what` is rolle, adgang, begrænsning or forbud.

    `gives` is whether it gives anything on the day, `until` the last day of a role, `via` the roles that it comes by.
    """

    what: str
    name: str
    gives: bool
    why: str
    via: str = ""
    members: str = ""
    rows: str = ""
    scope: str = ""
    grain: str = ""
    tier: str = ""
    until: str | None = None


def what_sees(person: Person, reviewed: Reviewed) -> tuple[Held | Seen, ...]:
    """The roles held, what they grant, what is taken away, and then what is met of every view."""
    asker, chains = reviewed.asker(person.principal), Chains(reviewed.policies)
    who = (person.subject, person.title, person.kind)
    seen = met(asker, who, every_name(reviewed.model), chains)
    return (*_roles(person, reviewed), *_given(asker, chains), *_taken(asker, chains), *seen)


def _roles(person: Person, reviewed: Reviewed) -> Iterator[Held]:
    idle = giving_nothing(person.principal, reviewed.policies, reviewed.day)
    for name in dict.fromkeys(person.principal.roles):
        role = reviewed.policies.roles.get(name)
        until = role.valid_to.isoformat() if role is not None and role.valid_to is not None else None
        purpose = role.document.formaal if role is not None and role.document is not None else ""
        yield Held("rolle", name, name not in idle, idle[name][1] if name in idle else purpose, until=until)


def _given(asker: Asker, chains: Chains) -> Iterator[Held]:
    held, model = asker.entitlement, asker.reviewed.model
    for grant in dict.fromkeys(held.grants):
        names = {member.partition(".")[0] for member in grant.members or ()}
        rules = {cube: rule for cube in model.cubes if cube in names and (rule := grant.rule_of(cube)) is not None}
        rows = "kun katalog" if grant.catalogue else _rows(asker, rules)
        yield Held(
            "adgang", grant.name, not grant.catalogue, grant.reason, _via(asker, chains, grant),
            members_in_words(grant.members, model), rows, told(grant.scope, held.attributes),
            grain_in_words(grant.grain), protection_in_words(grant.thresholds),
        )  # fmt: skip


def _taken(asker: Asker, chains: Chains) -> Iterator[Held]:
    held, policies, model = asker.entitlement, asker.reviewed.policies, asker.reviewed.model
    for one in dict.fromkeys(held.restrictions):
        rows, scope = _rows(asker, one.rows), told(one.scope, held.attributes)
        yield Held("begrænsning", one.name, True, one.reason, _via(asker, chains, one), rows=rows, scope=scope)
    roles = [policies.roles[name] for name in dict.fromkeys(asker.principal.roles) if name in policies.roles]
    own = (forbid for role in roles for forbid in role.forbids)
    for forbid in dict.fromkeys((*policies.forbids, *own)):
        members = forbidden_in_words(forbid, model)
        yield Held("forbud", forbid.name, True, forbid.reason, _via(asker, chains, forbid), members)


def _via(asker: Asker, chains: Chains, clause: Clause) -> str:
    return chains.ways(asker.principal.roles, clause)


def _rows(asker: Asker, rules: Mapping[str, RowRule]) -> str:
    """`ydelse, afgoerelse: organisation.enheder under CE; organisation: alle rækker`."""
    alike: dict[str, list[str]] = {}
    for cube, rule in rules.items():
        words = rows_in_words(bind_rows(rule, asker.entitlement.attributes), asker.reviewed.model)
        alike.setdefault(words, []).append(cube)
    if len(alike) == 1:
        return next(iter(alike))
    return "; ".join(f"{', '.join(cubes)}: {words}" for words, cubes in alike.items())


def members_in_words(members: Iterable[str] | None, model: Model) -> str:
    """`alt om borger uden borger_id; ydelse.enhed`: a cube of which most is named is told by what is left out."""
    if members is None:
        return "alt"
    named = frozenset(members)
    return "; ".join(words for cube in model.cubes if (words := _of_cube(model, cube, named)))


def _of_cube(model: Model, cube: str, named: frozenset[str]) -> str:
    every = members_of(model.cubes[cube])
    inside = [name for name in every if f"{cube}.{name}" in named]
    outside = [name for name in every if f"{cube}.{name}" not in named]
    if not inside or len(outside) * 2 > len(every):
        return listed((f"{cube}.{name}" for name in inside), len(every))
    return f"alt om {cube}" + (f" uden {listed(outside, len(every))}" if outside else "")


def forbidden_in_words(forbid: Forbid, model: Model) -> str:
    closed = f"; ingen rækker af {listed(sorted(forbid.closed), len(forbid.closed))}" if forbid.closed else ""
    return members_in_words(forbid.members, model) + closed
