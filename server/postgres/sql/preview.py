"""Every column of a view as it is: how clients look at a table before they ask it anything."""

from __future__ import annotations

from dataclasses import replace

from sqlglot import exp

from semantic.compose import SQL_TYPES
from server.postgres.sql.group import Clauses, listed
from server.postgres.sql.leaves import as_leaf, bare_name
from server.postgres.sql.question import Question
from server.postgres.sql.relations import PLAIN, Open, Reading, Rows

HINT = "MEASURE(…) or GROUP BY always gives its value."


def previewed(open_: Open, clauses: Clauses, reading: Reading) -> Rows:
    """All dimensions, and the measures whose values of such small groups add up; NULL for the others, and a notice.

    NULL is also the calendar of spells, in which no row has a day.
    """
    named = [one.name for _, node in clauses.outputs if (one := as_leaf(node)) is not None]
    dimensions = [name for name in named if open_.face.kind(name) == "dimension"]
    periods = {name for name in dimensions if open_.face.dimension(name).is_period}
    question = Question(open_.face, reading, "preview", [name for name in dimensions if name not in periods])
    left_out = periods | {name for name in named if open_.face.kind(name) == "measure" and not question.sums(name)}
    if not left_out:
        return listed(open_, clauses, reading)
    told = ", ".join(sorted(map(bare_name, left_out))[:5])
    reading.tell(f"Not shown by every dimension at once, since they do not add up: {told}.", HINT)
    kept = tuple(one for one in clauses.outputs if not _is_of(one[1], left_out))
    order = tuple(one for one in clauses.order if not _is_of(one.this, left_out))
    grain = None if open_.grain is None else tuple(one for one in open_.grain if not _is_of(one, periods))
    rows = listed(replace(open_, grain=grain), replace(clauses, outputs=kept, order=order), reading)
    assert isinstance(rows.select, exp.Select)
    known = {one.alias: one for one in rows.select.expressions}
    outputs = [known.get(name) or _null(name, open_, node) for name, node in clauses.outputs]
    rows.select.set("expressions", outputs)
    return Rows(rows.select, {name: rows.cells.get(name, PLAIN) for name, _ in clauses.outputs})


def _is_of(node: exp.Expr, names: set[str]) -> bool:
    found = as_leaf(node)
    return found is not None and (found.name in names or found.name.removesuffix("__status") in names)


def _null(name: str, open_: Open, node: exp.Expr) -> exp.Expr:
    """NULL of the member's type; beside a measure, its status says why."""
    member = as_leaf(node)
    assert member is not None
    if open_.face.kind(member.name) == "status":
        value: exp.Expr = exp.Literal.string("ikke_additiv")
    else:
        is_measure = open_.face.kind(member.name) == "measure"
        found = open_.face.measure(member.name) if is_measure else open_.face.dimension(member.name)
        value = exp.cast(exp.null(), SQL_TYPES[found.data_type])
    return exp.Alias(this=value, alias=exp.to_identifier(name, quoted=True))
