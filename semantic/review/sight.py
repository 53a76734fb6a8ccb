"""Who meets a member: one verdict for each member and asker, told together where it is the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from semantic.access.grant import Grant
from semantic.access.policies import Role
from semantic.error_codes import CODES
from semantic.errors import ParseError, Problem, suggest
from semantic.model.model import Model
from semantic.review.asked import Access, Asker, Reviewed, Verdict
from semantic.review.chain import Chains
from semantic.review.words import GRAIN_WORDS, cubes_in_words, grain_in_words

Name = tuple[str, str]  # of a view, and of a member of it


@dataclass(frozen=True)
class Seen:
    """Members that somebody meets alike: whether they are seen, of which rows, how finely, and why.

    `kind` is role, demo, person or tjeneste. Of a role the rows and scope say `{attribute}`.
    """

    who: str
    title: str
    kind: str
    members: tuple[str, ...]
    access: Access
    rows: str
    scope: str
    grain: str
    tier: str
    code: str | None
    why: tuple[str, ...]


def who_sees(target: str, reviewed: Reviewed) -> tuple[Seen, ...]:
    """Every role, and everybody, who may at least know of the member, the nøgletal, or any of the view's or cube's.

    Raises ParseError (P157) where the model has no such name.
    """
    names = names_of(target, reviewed.model)
    chains = Chains(reviewed.policies)
    found: list[Seen] = []
    for role in reviewed.roles:
        found += met(reviewed.holder_of(role), (role.name, titled(role), "role"), names, chains)
    for person in reviewed.people:
        found += met(reviewed.asker(person.principal), (person.subject, person.title, person.kind), names, chains)
    return tuple(found)


def names_of(target: str, model: Model) -> tuple[Name, ...]:
    """The member, the nøgletal's measure, or all of the view or cube, hidden ones too. Raises ParseError (P157)."""
    if target in model.noegletal:
        target = model.noegletal[target].measure
    view, dot, member = target.partition(".")
    found = model.views.get(view)
    if found is not None and not dot:
        return tuple((view, name) for name in found.members)
    if found is not None and member in found.members:
        return ((view, member),)
    members = (".".join(name) for name in every_name(model))
    message = f"There is no member, nøgletal, view or cube '{target[:80]}'."
    raise ParseError(Problem("P157", message, suggest(target, (*model.views, *model.noegletal, *members))))


def every_name(model: Model) -> tuple[Name, ...]:
    return tuple((view.name, name) for view in model.views.values() for name in view.members)


def titled(role: Role) -> str:
    return role.document.title if role.document is not None else role.name


def met(asker: Asker, who: tuple[str, str, str], names: Iterable[Name], chains: Chains) -> Iterator[Seen]:
    """What is met of the names, but for what is hidden; those that are met alike together."""
    alike: dict[Seen, list[str]] = {}
    for view, name in names:
        verdict = asker.member(view, name)
        if verdict.access != "hidden":
            alike.setdefault(_seen(asker, who, (view, name), verdict, chains), []).append(f"{view}.{name}")
    for one, members in alike.items():
        yield replace(one, members=tuple(members))


def _seen(asker: Asker, who: tuple[str, str, str], name: Name, verdict: Verdict, chains: Chains) -> Seen:
    roles = asker.principal.roles
    if verdict.access == "knows":
        return Seen(*who, (), "knows", "", "", "", "", verdict.code, _known_by(asker, name, chains))
    if verdict.access != "sees":
        why = tuple(dict.fromkeys(CODES[problem.code].danish for problem in verdict.problems))
        return Seen(*who, (), verdict.access, "", "", "", "", verdict.code, why)
    clauses = dict.fromkeys(one for decision in verdict.decisions for one in decision.clauses)
    finest = dict.fromkeys(grain_in_words(one.grain) for one in clauses if isinstance(one, Grant))
    grain = f"tid pr. {GRAIN_WORDS[verdict.grain]}" if verdict.grain else " eller ".join(finest)
    return Seen(
        *who, (), "sees", cubes_in_words(verdict.rows, asker.reviewed.model), verdict.scope, grain, verdict.tier, None,
        tuple(chains.told(roles, one) for one in clauses),
    )  # fmt: skip


def _known_by(asker: Asker, name: Name, chains: Chains) -> tuple[str, ...]:
    """The grants of the catalogue that the member is known by."""
    entry = asker.seen.member(*name)
    assert entry is not None
    found = (one for one in asker.entitlement.grants if one.catalogue and one.names(entry.member.id))
    return tuple(chains.told(asker.principal.roles, one) for one in found)
