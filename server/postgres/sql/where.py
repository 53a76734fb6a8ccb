"""Tests over leaves → the one predicate language.

SQL has three truth values and keeps a row where its test is TRUE; ours has two. So a test is read for when it is TRUE,
and under NOT for when it is FALSE: neither holds where a value is unknown. What the language has no word for is tried
on the members that there are, and becomes a list of those that pass.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlglot import exp

from semantic.compose import Composition, Shown
from semantic.predicate import And, Asked, Or, Predicate
from semantic.query import Query
from server.postgres.sql.leaves import Face, as_leaf, bare, bare_name, is_leaf, leaves, mapped
from server.postgres.sql.periods import as_moment, cut_time, tested_period
from server.postgres.sql.refusals import not_served, refuse
from server.postgres.sql.relations import Reading
from server.postgres.sql.values import Raw, constant, is_constant, raw

Tests = Predicate[Asked]
OPERATORS: dict[type[exp.Expr], str] = {exp.LT: "lt", exp.LTE: "lte", exp.GT: "gt", exp.GTE: "gte"}
COMPLEMENTS = {"lt": "gte", "lte": "gt", "gt": "lte", "gte": "lt"}
TURNED: dict[type[exp.Expr], type[exp.Binary]] = {
    exp.LT: exp.GT, exp.GT: exp.LT, exp.LTE: exp.GTE, exp.GTE: exp.LTE, exp.EQ: exp.EQ, exp.NEQ: exp.NEQ,
    exp.NullSafeEQ: exp.NullSafeEQ, exp.NullSafeNEQ: exp.NullSafeNEQ,
}  # fmt: skip
WITHIN = re.compile(r"(%?)((?:[^%_\\]|\\.)+)(%?)", re.DOTALL)  # one piece of text, as in %50\% af%
MATCHES = {  # by whether the pattern begins and ends with %
    (True, True): ("contains", "notContains"),
    (False, True): ("startsWith", "notStartsWith"),
    (True, False): ("endsWith", "notEndsWith"),
}
PERIODS = {  # how a time stands to a period, and the contrary
    "in_period": ("inDateRange", "notInDateRange"),
    "before_period": ("beforeDate", "afterOrOnDate"),
    "until_period": ("beforeOrOnDate", "afterDate"),
    "after_period": ("afterDate", "beforeOrOnDate"),
    "from_period": ("afterOrOnDate", "beforeDate"),
}
KNOWN_PARTS = ("this", "expression", "expressions", "query", "negate", "quoted", "table")
NEVER: Tests = Or(())
ALWAYS: Tests = And(())


def is_never(tests: Predicate[Any]) -> bool:
    """Whether no row passes, whatever the rows are."""
    if isinstance(tests, Or):
        return all(is_never(one) for one in tests.parts)
    return isinstance(tests, And) and any(is_never(one) for one in tests.parts)


@dataclass(frozen=True, eq=False)
class Tester:
    """Reads tests of one view. `holds` False asks when the test is FALSE."""

    face: Face
    reading: Reading

    def read(self, node: exp.Expr, holds: bool = True) -> Tests:
        if isinstance(node, exp.Paren):
            return self.read(node.this, holds)
        if isinstance(node, exp.Not):
            return self.read(node.this, not holds)
        if isinstance(node, (exp.And, exp.Or)):
            parts = (self.read(node.left, holds), self.read(node.right, holds))
            return And(parts) if isinstance(node, exp.And) == holds else Or(parts)
        if is_constant(node):
            found = constant(node, self.reading)
            return ALWAYS if found is not None and bool(found) == holds else NEVER
        return self._test(node, holds)

    def _test(self, node: exp.Expr, holds: bool) -> Tests:
        if isinstance(node, exp.Between) and not node.args.get("symmetric"):
            both = exp.and_(exp.GTE(this=node.this, expression=node.args["low"]),
                            exp.LTE(this=node.this, expression=node.args["high"]))  # fmt: skip
            return self.read(both, holds)
        known = READERS.get(type(node))
        # INVARIANT: a part of a test that is not known here is never passed over.
        is_whole = all(key in KNOWN_PARTS or not value for key, value in node.args.items())
        found = known(self, node, holds) if known and is_whole else None
        return found if found is not None else self._by_members(node, holds)

    def asked(self, leaf: exp.Column, operator: str, values: Iterable[Raw] = ()) -> Tests:
        return Asked(leaf.name, operator, tuple(values))

    def kind(self, leaf: exp.Expr) -> str:
        return self.face.kind(leaf.name)

    def boolean(self, node: exp.Expr, holds: bool) -> Tests | None:
        """A bare column as a test: a boolean dimension, or a segment."""
        assert isinstance(node, exp.Column)
        if self.kind(node) == "segment":
            raise refuse("R203", f"'{bare_name(node.name)}' is a segment.", "Name it alone, joined by AND.", node)
        return self.asked(node, "equals", (holds,))

    def is_null(self, node: exp.Expr, holds: bool) -> Tests | None:
        target = node.this
        other = node.expression
        if node.args.get("negate"):
            holds = not holds
        if isinstance(other, exp.Boolean) and is_leaf(target):
            return self.asked(target, "equals" if holds else "notEquals", (bool(other.this),))
        leaf = as_leaf(bare(target))
        if not isinstance(other, exp.Null) or leaf is None:
            return None
        return self.asked(leaf, "notSet" if holds else "set")

    def compare(self, node: exp.Expr, holds: bool) -> Tests | None:
        left, right = node.this, node.expression
        if is_constant(left):
            node = TURNED[type(node)](this=right, expression=left)
            left, right = right, left
        period = cut_time(left, self.face)
        if not is_constant(right) or (period is None and not is_leaf(left)):
            return None
        value = constant(right, self.reading)
        if isinstance(node, (exp.NullSafeEQ, exp.NullSafeNEQ)):
            return self._null_safe(left, value, isinstance(node, exp.NullSafeEQ) == holds)
        if value is None:
            return NEVER
        if isinstance(node, exp.NEQ):
            holds = not holds
        operator = OPERATORS.get(type(node))
        if operator is not None and not holds:
            operator = COMPLEMENTS[operator]
        if period is not None:
            return tested_period(self.face, period, operator or ("equals" if holds else "differs"), value)
        if operator is not None and not self._is_ordered(left):
            return None
        return self.against(left, operator or ("equals" if holds else "notEquals"), [value])

    def _is_ordered(self, leaf: exp.Column) -> bool:
        """Whether the filter language orders its values: texts are compared where the members are."""
        return self.kind(leaf) != "dimension" or self.face.dimension(leaf.name).kind in ("number", "time")

    def _null_safe(self, leaf: exp.Expr, value: Raw, same: bool) -> Tests | None:
        if not is_leaf(leaf):
            return None
        assert isinstance(leaf, exp.Column)
        if value is None:
            return self.asked(leaf, "notSet" if same else "set")
        return self.asked(leaf, "equals" if same else "notEquals", self._fitting(leaf, [value]))

    def against(self, leaf: exp.Column, operator: str, values: Sequence[Raw]) -> Tests:
        """The comparison; `notEquals` holds for no unknown value, as SQL has it."""
        asked = self.asked(leaf, operator, self._fitting(leaf, values))
        return And((asked, self.asked(leaf, "set"))) if operator == "notEquals" else asked

    def _fitting(self, leaf: exp.Column, values: Sequence[Raw]) -> Sequence[Raw]:
        if self.kind(leaf) == "dimension" and self.face.dimension(leaf.name).kind == "time":
            return [as_moment(one, leaf, self.face.dimension(leaf.name)) for one in values]
        return values

    def one_of(self, node: exp.Expr, holds: bool) -> Tests | None:
        left = node.this
        period = cut_time(left, self.face)
        listed = node.args.get("expressions") or []
        if node.args.get("query") is not None or not all(is_constant(one) for one in listed):
            return None
        if period is None and not is_leaf(left):
            return None
        values = [constant(one, self.reading) for one in listed]
        known = [one for one in values if one is not None]
        if not holds and len(known) < len(values):
            return NEVER
        if period is not None:
            found = [tested_period(self.face, period, "equals" if holds else "differs", one) for one in known]
            parts = tuple(one for one in found if one is not None)
            return None if len(parts) < len(found) else Or(parts) if holds else And(parts)
        if not known:
            return NEVER
        return self.against(left, "equals" if holds else "notEquals", known)

    def like(self, node: exp.Expr, holds: bool) -> Tests | None:
        """`ilike '%part%'` and its kin; a pattern with more in it is tried on the members."""
        leaf, pattern = node.this, node.expression
        holds = holds != bool(node.args.get("negate"))
        if not is_leaf(leaf) or not isinstance(pattern, exp.Literal):
            return None
        found = WITHIN.fullmatch(pattern.name)
        ends = (bool(found and found[1]), bool(found and found[3]))
        if found is None or ends not in MATCHES:
            return None
        inner = re.sub(r"\\(.)", r"\1", found[2], flags=re.DOTALL)
        asked = self.asked(leaf, MATCHES[ends][0 if holds else 1], (inner,))
        return asked if holds else And((asked, self.asked(leaf, "set")))

    def in_period(self, node: exp.Expr, holds: bool) -> Tests | None:
        """`in_period(start, 'last 12 months')`: the words that every interface has for a period."""
        operators = PERIODS.get(node.name.lower())
        if operators is None or len(node.expressions) not in (2, 3) or not is_leaf(node.expressions[0]):
            return None
        words = [constant(one, self.reading) for one in node.expressions[1:]]
        leaf = node.expressions[0]
        asked = self.asked(leaf, operators[0 if holds else 1], words)
        return asked if holds else And((asked, self.asked(leaf, "set")))

    def _by_members(self, node: exp.Expr, holds: bool) -> Tests:
        """The combinations of members for which the test is TRUE, or under NOT is FALSE, as a list."""
        named = list({one.name: one for one in leaves(node)}.values())
        if not named or any(self.kind(one) != "dimension" for one in named):
            raise not_served("This test", node, "Test dimensions with constants, and measures in HAVING.")
        table = "members"
        names = [one.name for one in named]
        query = Query(dimensions=tuple(names), unordered=True, timezone=self.reading.wishes.timezone,
                      as_of=self.reading.wishes.as_of,
                      edition=self.reading.wishes.edition)  # fmt: skip
        test = in_table(node, table)
        select = exp.Select(
            expressions=[exp.column(exp.to_identifier(name, quoted=True), table) for name in names],
            from_=exp.From(this=exp.to_table(table)),
            where=exp.Where(this=test if holds else exp.Not(this=exp.Paren(this=test))),
        )
        rows = self.reading.values_of(Composition({table: query}, select, tuple(Shown(name) for name in names)))
        return self.listed(named, rows)

    def listed(self, named: list[exp.Column], rows: Iterable[tuple[object, ...]]) -> Tests:
        """The rows as a test: one of these combinations. NULL is a value like any other here."""
        found = [tuple(raw(value) for value in row) for row in rows]
        if len(named) == 1:
            values = [row[0] for row in found]
            return self.asked(named[0], "equals", self._unless_null(named[0], values)) if values else NEVER
        return Or(tuple(And(tuple(self.listed([one], [(value,)]) for one, value in zip(named, row, strict=True)))
                        for row in found))  # fmt: skip

    def _unless_null(self, leaf: exp.Column, values: Sequence[Raw]) -> Sequence[Raw]:
        known = self._fitting(leaf, [one for one in values if one is not None])
        return [*known, None] if len(known) < len(values) else known


def in_table(node: exp.Expr, table: str) -> exp.Expr:
    """The expression over a scratch table's columns, which are named as members."""
    if is_leaf(node):
        return exp.column(exp.to_identifier(node.name, quoted=True), table)
    return mapped(node, lambda part: in_table(part, table))


Reader = Callable[[Tester, exp.Expr, bool], Tests | None]
READERS: dict[type[exp.Expr], Reader] = {
    exp.Column: Tester.boolean,
    exp.Is: Tester.is_null,
    **dict.fromkeys(TURNED, Tester.compare),
    exp.In: Tester.one_of,
    exp.ILike: Tester.like,
    exp.Anonymous: Tester.in_period,
}
