"""Who sees rows of an organisational unit: by the rows themselves, under each asker's own decision."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import cast

from semantic.access.documents import RowsDocument
from semantic.access.grant import Restriction
from semantic.access.members import members_of
from semantic.access.placing import Ambiguous
from semantic.access.policies import Policies, Role, open_to_operator
from semantic.access.principal import OPERATOR
from semantic.access.rows import RowRule
from semantic.access.rules import Rules
from semantic.audit.auditor import SILENT
from semantic.errors import ParseError, Problem, ServiceError
from semantic.model.model import Cube, Dimension, Measure, Model
from semantic.pipeline import Service, answer
from semantic.predicate import Asked, Or
from semantic.query import Query
from semantic.result import collect
from semantic.review.asked import Asker, Reviewed
from semantic.review.chain import Chains
from semantic.review.matrix import NOTHING, matrix
from semantic.review.sight import Seen, met, titled

LOOK_UP = "A review looks up whether a unit is known."


@dataclass(frozen=True)
class Hierarchy:
    """A hierarchy that rows are cut by, as `cube.name`, with its levels' ids."""

    name: str
    levels: tuple[str, ...]


def cutting_hierarchies(reviewed: Reviewed) -> tuple[Hierarchy, ...]:
    """Those that some policy names in a test of rows."""
    names = dict.fromkeys(name for role in reviewed.roles for name in _under(role))
    found = []
    for name in names:
        cube, _, hierarchy = name.partition(".")
        found.append(Hierarchy(name, reviewed.model.cubes[cube].hierarchies[hierarchy].levels))
    return tuple(found)


def _under(role: Role) -> Iterator[str]:
    written = role.document
    for clause in (*written.grants, *written.restrictions) if written is not None else ():
        yield from _named(clause.rows)


def _named(tests: Iterable[RowsDocument]) -> Iterator[str]:
    for test in tests:
        yield from [test.under] if test.under else []
        for inner in (test.all, test.any, test.none):
            yield from _named(inner or ())


def who_sees_unit(unit: str, reviewed: Reviewed, service: Service) -> tuple[Seen, ...]:
    """The roles that reach the unit's rows, and each person to whom a row of it is open now.

    A row is of the unit when it leads to it by any way, as the organisation was or is. Raises ParseError (P157) where
    no unit is called so.
    """
    service = replace(service, auditor=SILENT)  # those who are looked at ask nothing
    hierarchy = next((one for one in cutting_hierarchies(reviewed) if _is_known(unit, one, service)), None)
    if hierarchy is None:
        message = f"There is no member, nøgletal, view, cube or unit '{unit[:80]}'."
        raise ParseError(Problem("P157", message, "A unit is named by its code, as in the organisation."))
    chains, cut = Chains(reviewed.policies), _cut_to(unit, hierarchy, reviewed.model)
    cubes = [cube for cube in reviewed.model.cubes.values() if cube.name in cut]
    found: list[Seen] = []
    cells = {(one.role, one.cube): one for one in matrix(reviewed)}
    for role in reviewed.roles:
        asked = [cube for cube in cubes if cells[role.name, cube.name].rows != NOTHING]
        found += _met(reviewed.holder_of(role), (role.name, titled(role), "role"), asked, chains)
    narrowed = replace(service, policies=_narrowed(reviewed.policies, unit, cut), today=lambda: reviewed.day)
    for person in reviewed.people:
        asker = reviewed.asker(person.principal)
        open_ = [cube for cube in cubes if _reads_one(asker, cube, narrowed)]
        found += _met(asker, (person.subject, person.title, person.kind), open_, chains)
    return tuple(found)


def _met(asker: Asker, who: tuple[str, str, str], cubes: Iterable[Cube], chains: Chains) -> Iterator[Seen]:
    names = [(cube.name, name) for cube in cubes for name in members_of(cube)]
    return (one for one in met(asker, who, names, chains) if one.access == "sees")


def _is_known(unit: str, hierarchy: Hierarchy, service: Service) -> bool:
    """Whether some row of the hierarchy's own cube has the unit at one of its levels."""
    operator = open_to_operator(OPERATOR.subject, LOOK_UP).roles.values()
    with suppress(ServiceError):  # of another type than the levels, or not public
        where = Or(tuple(Asked(level, "equals", (unit,)) for level in hierarchy.levels))
        question = Query(dimensions=(hierarchy.levels[0],), where=where, limit=1)
        over = replace(service, policies=service.policies.beside(*operator))
        return bool(collect(answer(question, OPERATOR, over)).table.num_rows)
    return False


def _cut_to(unit: str, hierarchy: Hierarchy, model: Model) -> dict[str, RowRule]:
    """For each cube that reaches the hierarchy, its rows that lead to the unit by any way; not its own cube's."""
    test = [RowsDocument.model_validate({"under": hierarchy.name, "values": [unit]})]
    own = hierarchy.name.partition(".")[0]
    placed = {cube: _any_way(model, cube, test) for cube in model.cubes if cube != own}
    return {cube: rule for cube, rule in placed.items() if rule is not None}


def _any_way(model: Model, cube: str, test: list[RowsDocument]) -> RowRule | None:
    try:
        return Rules(model).on(cube, test)
    except Ambiguous as several:
        rules = (Rules(model, frozenset(way)).on(cube, test) for way in several.roles)
        return cast("RowRule", Or(tuple(rule for rule in rules if rule is not None)))


def _narrowed(policies: Policies, unit: str, cut: dict[str, RowRule]) -> Policies:
    """The policies with only the unit's rows left, so that the one decision says what of them is open."""
    restriction = Restriction("enhed", f"Rows of {unit}.", MappingProxyType(cut), universal=True)
    return replace(policies, restrictions=(*policies.restrictions, restriction))


def _reads_one(asker: Asker, cube: Cube, narrowed: Service) -> bool:
    """Whether some row is open: by the first dimension of the cube that may be asked alone, else by its measures."""
    for dimension in cube.dimensions.values():
        if _is_asked(asker, cube, dimension):
            return bool(_values(Query(dimensions=(dimension.id,), limit=1), asker, narrowed))
    measures = [one for one in cube.measures.values() if _is_asked(asker, cube, one)]
    return any(_tells_of_rows(one, _values(Query(measures=(one.id,)), asker, narrowed)) for one in measures)


def _is_asked(asker: Asker, cube: Cube, member: Dimension | Measure) -> bool:
    verdict = asker.member(cube.name, member.name)
    return verdict.access == "sees" and verdict.grain is None and not verdict.problems


def _tells_of_rows(measure: Measure, values: Sequence[object]) -> bool:
    """A count of none is of no row, and so is no value; a sum of nought may be of several."""
    is_count = measure.type.startswith("count")
    return any(value is not None and not (is_count and value == 0) for value in values)


def _values(question: Query, asker: Asker, service: Service) -> Sequence[object]:
    found = collect(answer(question, asker.principal, service)).table
    values: Sequence[object] = found.column(0).to_pylist()
    return values
