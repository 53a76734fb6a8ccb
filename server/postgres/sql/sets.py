"""GROUP BY as grouping sets."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import combinations, product

from sqlglot import exp

from semantic.errors import ServiceError
from server.postgres.sql.refusals import not_served, refuse

MOST_SETS = 4_096  # before each is looked at; a question may have far fewer


def too_many_sets() -> ServiceError:
    return refuse("L506", "GROUP BY has too many grouping sets.", "Name those that are needed.")


@dataclass
class Sets:
    """GROUP BY as grouping sets, each the expressions that it keeps."""

    sets: list[tuple[exp.Expr, ...]] = field(default_factory=lambda: [()])

    def add(self, element: list[tuple[exp.Expr, ...]]) -> None:
        if len(self.sets) * len(element) > MOST_SETS:
            raise too_many_sets()
        self.sets = [tuple(dict.fromkeys((*left, *right))) for left, right in product(self.sets, element)]


def grouping_sets(group: exp.Group) -> tuple[tuple[exp.Expr, ...], ...]:
    """Every set of ROLLUP, CUBE and GROUPING SETS, multiplied out as SQL has it; one set without them."""
    found = Sets()
    for element in (*group.expressions, *(one for key in ("rollup", "cube", "grouping_sets") for one in
                                          group.args.get(key) or [])):  # fmt: skip
        found.add(_element(element))
    sets = tuple(dict.fromkeys(found.sets))
    if len(sets) < len(found.sets) and group.args.get("all") is not False:
        raise not_served("A grouping set that is named twice", group, "Write GROUP BY DISTINCT …, or name it once.")
    return sets


def _element(element: exp.Expr) -> list[tuple[exp.Expr, ...]]:
    parts = [_parts(one) for one in element.expressions] if not isinstance(element, exp.Tuple) else []
    if isinstance(element, exp.Rollup):
        return [tuple(one for part in parts[:count] for one in part) for count in range(len(parts), -1, -1)]
    if isinstance(element, exp.Cube) and 2 ** len(parts) > MOST_SETS:
        raise too_many_sets()
    if isinstance(element, exp.Cube):
        return [tuple(one for part in kept for one in part)
                for count in range(len(parts), -1, -1) for kept in combinations(parts, count)]  # fmt: skip
    if isinstance(element, exp.GroupingSets):
        return [kept for one in element.expressions for kept in (_element(one) if _is_sets(one) else [_parts(one)])]
    return [_parts(element)]


def _is_sets(element: exp.Expr) -> bool:
    return isinstance(element, (exp.Rollup, exp.Cube, exp.GroupingSets))


def _parts(node: exp.Expr) -> tuple[exp.Expr, ...]:
    """`a`, `(a)` and `(a, b)` as what they keep."""
    if isinstance(node, exp.Tuple):
        return tuple(node.expressions)
    return (node.this,) if isinstance(node, exp.Paren) else (node,)
