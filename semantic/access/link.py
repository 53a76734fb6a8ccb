"""Policy documents + model → Policies: members found, rows placed on every cube, every fault of every file at once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from semantic.access.clauses import Clauses, Faults
from semantic.access.documents import PolicyFile, RoleDocument, SourceFile
from semantic.access.grant import Restriction
from semantic.access.policies import Policies, Role
from semantic.errors import DefinitionError, Place, Problem, suggest
from semantic.model.model import Model
from semantic.model.read import read_document
from semantic.model.salvage import KeyPath

CASES = (".cases.yml", ".cases.yaml")
DEMO_FILE = "principals.demo.yml"


def load_policies(folder: Path, model: Model) -> Policies:
    """The policies of every YAML file below the folder. Raises DefinitionError with every fault found."""
    return link_policies(read_policies(folder), model)


def read_policies(folder: Path) -> tuple[SourceFile, ...]:
    """Every policy file below the folder in path order; cases and the demo's principals are none.

    Raises DefinitionError with every fault of every file.
    """
    found: list[SourceFile] = []
    problems: list[Problem] = []
    for path in sorted([*folder.rglob("*.yml"), *folder.rglob("*.yaml")]):
        if path.name == DEMO_FILE or path.name.endswith(CASES):
            continue
        name = str(path.relative_to(folder.parent))
        try:
            found.append(read_policy(path.read_text(encoding="utf-8"), name))
        except DefinitionError as error:
            problems += error.problems
        except (OSError, UnicodeDecodeError):
            problems.append(Problem("D601", "The file cannot be read as UTF-8 text.", at=Place(name)))
    if problems:
        raise DefinitionError(*problems)
    return tuple(found)


def read_policy(text: str, name: str) -> SourceFile:
    """The document of a YAML text under a file name. Raises DefinitionError."""
    return SourceFile(name, *read_document(text, name, PolicyFile))


def link_policies(files: Sequence[SourceFile], model: Model) -> Policies:
    """The policies of the files over the model. Raises DefinitionError with every fault of every file."""
    problems: list[Problem] = []
    roles: dict[str, Role] = {}
    homes: dict[str, tuple[SourceFile, KeyPath]] = {}
    general = Policies({})
    for file in files:
        clauses = Clauses(model, Faults(file.at, problems), universal=True)
        own = (clauses.restrictions(file.document.restrictions, ()), clauses.forbids(file.document.forbids, ()))
        general = replace(
            general, restrictions=(*general.restrictions, *own[0]), forbids=(*general.forbids, *own[1])
        )  # fmt: skip
        for index, document in enumerate(file.document.roles):
            if document.name in roles:
                message = f"The role '{document.name}' is taken by {homes[document.name][0].name}."
                problems.append(Problem("D680", message, "Keep one of them.", at=file.at("roles", index, "name")))
                continue
            homes[document.name] = (file, ("roles", index))
            roles[document.name] = _role(document, model, Faults(file.at, problems), ("roles", index))
    roles = {name: _whole(name, roles, homes, problems) for name in roles}
    problems += _unknown_administered(roles, homes)
    if problems:
        raise DefinitionError(*problems)
    return replace(general, roles=MappingProxyType(roles), version=_version(files), files=tuple(files))


def outline(files: Sequence[SourceFile]) -> Policies:
    """Every role with its attributes and end, and that it restricts, but without rows or members: no model is needed.

    For what can be said of its holders; it entitles nobody to anything.
    """
    homes: dict[str, tuple[SourceFile, KeyPath]] = {}
    roles: dict[str, Role] = {}
    for file in files:
        for index, document in enumerate(file.document.roles):
            homes[document.name] = (file, ("roles", index))
            roles[document.name] = Role(
                name=document.name,
                restrictions=tuple(Restriction(one.name, one.reason, {}) for one in document.restrictions),
                attributes=MappingProxyType(dict(document.attributes)),
                valid_to=document.gyldig_til,
                document=document,
            )
    return Policies(MappingProxyType({name: _whole(name, roles, homes, []) for name in roles}))


def _role(document: RoleDocument, model: Model, faults: Faults, path: KeyPath) -> Role:
    clauses = Clauses(model, faults, document.attributes, origin=_hash(document.model_dump_json()))
    return Role(
        name=document.name,
        grants=clauses.grants(document.grants, path),
        restrictions=clauses.restrictions(document.restrictions, path),
        forbids=clauses.forbids(document.forbids, path),
        attributes=MappingProxyType(dict(document.attributes)),
        valid_to=document.gyldig_til,
        document=document,
    )


def _whole(
    name: str, roles: Mapping[str, Role], homes: Mapping[str, tuple[SourceFile, KeyPath]], problems: list[Problem]
) -> Role:
    """The role with the clauses and attributes of all that it includes, whatever these include; it expires first."""
    whole = roles[name]
    file, path = homes[name]
    documents = {one.name: one.document for one in roles.values() if one.document is not None}
    for part in included(name, documents):
        if part not in roles:
            hint = suggest(part, roles)
            at = file.at(*path, "includes")
            problems.append(Problem("D681", f"There is no role '{part}' to include.", hint, at=at))
            continue
        other = roles[part]
        ends = [one for one in (whole.valid_to, other.valid_to) if one is not None]
        whole = replace(
            whole,
            grants=(*whole.grants, *other.grants),
            restrictions=(*whole.restrictions, *other.restrictions),
            forbids=(*whole.forbids, *other.forbids),
            attributes=MappingProxyType({**other.attributes, **whole.attributes}),
            valid_to=min(ends, default=None),
        )
    return whole


def included(name: str, roles: Mapping[str, RoleDocument]) -> Iterator[str]:
    """Each role that is included, directly or through others, once."""
    seen, fresh = {name}, [name]
    while fresh:
        role = roles.get(fresh.pop(0))
        for one in role.includes if role else ():
            if one not in seen:
                seen.add(one)
                fresh.append(one)
                yield one


def _unknown_administered(
    roles: Mapping[str, Role], homes: Mapping[str, tuple[SourceFile, KeyPath]]
) -> Iterator[Problem]:
    for role in roles.values():
        rule = role.document.administers if role.document else None
        for name in rule.roles if rule else ():
            if name not in roles:
                file, path = homes[role.name]
                at = file.at(*path, "administers", "roles")
                yield Problem("D681", f"There is no role '{name}' to hand out.", suggest(name, roles), at=at)


def _version(files: Sequence[SourceFile]) -> str:
    """A hash of the content, the same whatever the order or layout of the files."""
    return _hash(*sorted(file.document.model_dump_json() for file in files))


def _hash(*texts: str) -> str:
    return hashlib.sha256("\n".join(texts).encode()).hexdigest()[:16]
