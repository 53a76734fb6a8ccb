"""How the data stood that a view is asked of: in an edition's schema, or `where opgjort_pr = date '…'`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sqlglot import exp

from server.postgres.sql.leaves import as_leaf, bare, bare_name
from server.postgres.sql.refusals import not_served
from server.postgres.sql.relations import Open, Reading
from server.postgres.sql.values import constant, is_constant

AS_OF = "opgjort_pr"
MIDNIGHT = "T00:00:00.000000"

Tests = tuple[exp.Expr, ...]


def as_it_stood(open_: Open, where: Tests, reading: Reading) -> tuple[Open, Tests, Reading]:
    """The view, its tests and the reading, the tests of the day taken out and put among the wishes, as the edition is.

    What is written in the statement holds before `SET nogletal.…`. Raises UnsupportedError (U450) for two days.
    """
    if open_.edition is not None:
        reading = replace(reading, wishes=replace(reading.wishes, edition=open_.edition))
    days = [day for test in (*open_.where, *where) if (day := _day_of(test, open_)) is not None]
    if not days:
        return open_, where, reading
    inner, outer = (tuple(one for one in tests if _day_of(one, open_) is None) for tests in (open_.where, where))
    wishes = replace(reading.wishes, as_of=one_day(days, reading))
    return replace(open_, where=inner), outer, replace(reading, wishes=wishes)


def one_day(nodes: Sequence[exp.Expr], reading: Reading) -> str:
    """The day that all of the constants are. Raises UnsupportedError (U450) for two, and for NULL."""
    days = [constant(node, reading) for node in nodes]
    found = dict.fromkeys(str(day).removesuffix(MIDNIGHT) for day in days)
    if None in days:
        raise not_served(f"'{AS_OF}' of NULL", nodes[days.index(None)], "A question is asked as of one day.")
    if len(found) > 1:
        raise not_served(f"'{AS_OF}' of two days", nodes[1], "A question is asked as of one day.")
    return next(iter(found))


def _day_of(test: exp.Expr, open_: Open) -> exp.Expr | None:
    """The constant that the test compares the day with."""
    node = bare(test)
    sides = [(node.this, node.expression), (node.expression, node.this)] if isinstance(node, exp.EQ) else []
    for column, other in sides:
        leaf = as_leaf(bare(column))
        if leaf is not None and open_.face.kind(leaf.name) == "stamp" and bare_name(leaf.name) == AS_OF:
            return other if is_constant(other) else None
    return None
