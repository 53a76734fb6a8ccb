"""Policy documents as row-level security of PostgreSQL, written from the documents and from nothing that was linked.

Each grant is a role with a permissive policy on every table that it reads; whoever is covered by several grants is a
member of all these roles. A restriction is a restrictive policy for everybody. What a policy looks up stands in the
schema `opslag`, whose views show all rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from semantic.access.documents import GrantDocument, NarrowingDocument, RestrictionDocument, RowsDocument
from semantic.access.principal import Attribute
from tests.rls.world import DIMENSIONS, HIERARCHIES, JOINS, TABLES, Dimension, Path, literal

Rule = Callable[[str], str]  # the alias of a row → whether it may be read
OPERATORS = {"gt": ">", "gte": ">=", "lt": "<", "lte": "<="}


class Unclear(Exception):
    """Several ways lead there, and none is named."""


@dataclass(frozen=True)
class Bound:
    """A clause with the asker's own attributes."""

    document: NarrowingDocument
    attributes: Mapping[str, Attribute]


def everything(alias: str) -> str:
    return "TRUE"


def ways(cube: str, target: str) -> Iterator[Path]:
    """Every path of joins to one row each."""
    if cube == target:
        yield ()
        return
    for name, (end, _) in JOINS[cube].items():
        if not name.startswith("<"):
            yield from ((name, *rest) for rest in ways(end, target))


def place(cube: str, dimension: str, via: Iterable[str]) -> tuple[Path, Dimension] | None:
    """Where the rows of the cube have the dimension: in themselves, or at the end of a path. Raises Unclear."""
    target, name = dimension.split(".")
    found = DIMENSIONS[target][name]
    if target == cube:
        return found.path, found
    twins = [one for one in DIMENSIONS[cube].values() if one.conformed and one.conformed == found.conformed]
    if twins:
        return (), twins[0]
    known = list(ways(cube, target))
    chosen = [way for way in known if set(way) & set(via)]
    if len(chosen) != 1 and (len(known) > 1 or chosen):
        raise Unclear(f"{cube} → {dimension}")
    return ((*(chosen or known)[0], *found.path), found) if known else None


def value(cube: str, alias: str, path: Path, dimension: Dimension) -> str:
    """The dimension of the cube's row under the alias, looked up among all rows; NULL where the path ends early."""
    if not path:
        return dimension.sql.format(t=alias)
    near, at, tables, conditions = alias, cube, [], []
    for step in path:
        at, on = JOINS[at][step]
        far = f"{near}_{step}"
        tables.append(f"opslag.{at} AS {far}")
        conditions.append(on.format(near=near, far=far))
        near = far
    where = " AND ".join(f"({one})" for one in conditions)
    return f"(SELECT {dimension.sql.format(t=near)} FROM {', '.join(tables)} WHERE {where})"


def rule_of(cube: str, tests: Sequence[RowsDocument], clause: Bound) -> Rule | None:
    """All of the tests on the cube's rows; None where it does not have every dimension of them. Raises Unclear."""
    parts = [_one(cube, test, clause) for test in tests]
    if any(part is None for part in parts):
        return None
    return _joined(" AND ", [part for part in parts if part])


def _joined(word: str, rules: Sequence[Rule]) -> Rule:
    """The same text for the same rows: one rule stands as it is."""
    if len(rules) == 1:
        return rules[0]
    return lambda alias: "(" + word.join(rule(alias) for rule in rules) + ")"


def _one(cube: str, test: RowsDocument, clause: Bound) -> Rule | None:
    if test.all is not None:
        return rule_of(cube, test.all, clause)
    inner = test.any or test.none
    if inner is not None:
        rules = [rule_of(cube, [one], clause) for one in inner]
        if any(rule is None for rule in rules):
            return None
        either = _joined(" OR ", [rule for rule in rules if rule])
        return either if test.any else lambda alias: f"(NOT {either(alias)})"
    names = HIERARCHIES[test.under] if test.under else (test.dimension or "",)
    placed = [place(cube, name, clause.document.via) for name in names]
    if any(one is None for one in placed):
        return None
    return _joined(" OR ", [_leaf(cube, test, clause, *one) for one in placed if one])


def _leaf(cube: str, test: RowsDocument, clause: Bound, path: Path, dimension: Dimension) -> Rule:
    def written(alias: str) -> str:
        values: Sequence[object] = test.values or ()
        if test.attribute:
            held = clause.attributes[test.attribute]
            values = held if isinstance(held, tuple) else (held,)
        return tested(value(cube, alias, path, dimension), test.operator, values)

    return written


def tested(sql: str, operator: str, values: Sequence[object]) -> str:
    """Whether the value passes, false where it is NULL; `not…` is the plain opposite."""
    if operator in ("set", "notSet"):
        return f"({sql} IS {'NOT ' if operator == 'set' else ''}NULL)"
    if operator in OPERATORS:
        return f"COALESCE({sql} {OPERATORS[operator]} {literal(values[0])}, FALSE)"
    if operator in ("contains", "notContains"):
        found = " OR ".join(f"strpos(lower({sql}), lower({literal(one)})) > 0" for one in values)
    else:
        known = [literal(one) for one in values if one is not None]
        found = f"{sql} IN ({', '.join(known)})" if known else "FALSE"
        found += f" OR {sql} IS NULL" if None in values else ""
    return f"{'NOT ' if operator.startswith('not') else ''}COALESCE({found}, FALSE)"


def rules_of(grant: Bound, restrictions: Sequence[Mapping[str, Rule]], closed: Set[str]) -> dict[str, Rule]:
    """The rows of each cube that the grant gives. What is followed is followed from rows that are left to be read."""
    document = grant.document
    assert isinstance(document, GrantDocument)
    found: dict[str, Rule] = {}
    for cube in TABLES if document.rows else ():
        try:
            rule = rule_of(cube, document.rows, grant)
        except Unclear:
            continue
        found |= {cube: rule} if rule else {}
    found |= dict.fromkeys(document.open, everything)
    for cube, leading in document.follow.items():
        left = {
            one: [found[one], *(cut[one] for cut in restrictions if one in cut)]
            for one in leading
            if one in found and one not in closed
        }
        ways_in = [_led(cube, one, _joined(" AND ", own)) for one, own in left.items()]
        found |= {cube: _joined(" OR ", ways_in)} if ways_in else {}
    return {cube: rule for cube, rule in found.items() if cube not in closed}


def _led(cube: str, leading: str, rule: Rule) -> Rule:
    (on,) = [on for name, (end, on) in JOINS[leading].items() if end == cube and not name.startswith("<")]

    def written(alias: str) -> str:
        own = f"{alias}_fra_{leading}"
        return f"EXISTS (SELECT FROM opslag.{leading} AS {own} WHERE {on.format(near=own, far=alias)} AND {rule(own)})"

    return written


def cut_by(restriction: Bound) -> dict[str, Rule]:
    """The rows of each cube that the restriction leaves, without those that it does not reach. Raises Unclear."""
    document = restriction.document
    assert isinstance(document, RestrictionDocument)
    placed = {cube: rule_of(cube, document.rows, restriction) for cube in document.cubes or TABLES}
    return {cube: rule for cube, rule in placed.items() if rule}


def create_policies(
    prefix: str, grants: Sequence[Mapping[str, Rule]], restrictions: Sequence[Mapping[str, Rule]]
) -> list[str]:
    """The statements; `prefix` and a number are the name of a grant's role."""
    statements = []
    for number, rules in enumerate(grants):
        for cube, rule in rules.items():
            statements.append(
                f"CREATE POLICY grant_{number} ON {cube} AS PERMISSIVE FOR SELECT TO {prefix}_{number} "
                f"USING ({rule(cube)})"
            )
    for number, rules in enumerate(restrictions):
        for cube, rule in rules.items():
            statements.append(
                f"CREATE POLICY restriction_{number} ON {cube} AS RESTRICTIVE FOR SELECT USING ({rule(cube)})"
            )
    return statements
