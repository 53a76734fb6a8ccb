"""Expressions over leaves → expressions over the answer's cells: every aggregate of a measure is the governed one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlglot import exp

from semantic.model.model import REST_SUFFIX, SUBTOTAL_SUFFIX, Aggregation
from server.postgres.sql.leaves import as_leaf, bare, bare_name, leaves, mapped, same
from server.postgres.sql.question import Question
from server.postgres.sql.refusals import not_served, refuse

PLACES = (exp.RowNumber, exp.Rank, exp.DenseRank, exp.PercentRank, exp.CumeDist, exp.Ntile, exp.Lag, exp.Lead,
          exp.FirstValue, exp.LastValue, exp.NthValue)  # fmt: skip
OWN: Mapping[type[exp.Expr], str] = {exp.Sum: "sum", exp.Avg: "avg", exp.Min: "min", exp.Max: "max"}
OF_MEMBERS = (exp.Min, exp.Max, exp.Count, exp.LogicalAnd, exp.LogicalOr)  # the same, however often a member occurs
ONE = exp.Literal.number(1)
GOVERNED = ("measure", "aggregate")
TRUNCATED = (exp.TimestampTrunc, exp.DateTrunc)  # a moment, whatever it is of
MEMBERS = "m"  # the scratch table of what is computed of members alone


@dataclass
class Cells:
    """Rewrites the clauses of one select. `keys` are what it is grouped by, as written and as a column.

    With `regrouped` the answer is finer than asked, by members that an expression is made of, and what adds up is
    summed. `members` are aggregates of dimensions alone, which are computed apart.
    """

    question: Question
    keys: list[tuple[exp.Expr, exp.Expr]]
    regrouped: bool = False
    members: list[exp.Expr] = field(default_factory=list)

    def over(self, node: exp.Expr) -> exp.Expr:
        key = self.key_of(node)
        if key is not None:
            return exp.cast(key, "TIMESTAMP") if isinstance(node.unnest(), TRUNCATED) else key
        if isinstance(node, exp.Window):
            return self._window(node)
        if isinstance(node, exp.EQ) and isinstance(node.this, exp.Grouping) and node.expression == ONE:
            return self._subtotal(node.this)
        if isinstance(node, exp.Grouping):
            return self._grouping(node)
        if isinstance(node, exp.Div):
            return mapped(node, self._divided)
        if isinstance(node, exp.Filter):
            raise not_served("FILTER on an aggregate", node, "Test the dimension in WHERE, or group by it.")
        if is_aggregate(node):
            return self._aggregate(node)
        leaf = as_leaf(node)
        return self._leaf(leaf) if leaf is not None else mapped(node, self.over)

    def _divided(self, node: exp.Expr) -> exp.Expr:
        """A part of a quotient: the sum of a whole number of 64 bits is a decimal, and divided as such."""
        found = self.over(node)
        is_sum = isinstance(node.unnest(), exp.Sum) and leaf_of(node) is not None
        return exp.cast(found, "NUMERIC") if is_sum else found

    def key_of(self, node: exp.Expr) -> exp.Expr | None:
        """The column of what is grouped by, where the expression is that."""
        return next((key.copy() for written, key in self.keys if node == written), None)

    def _leaf(self, leaf: exp.Column) -> exp.Expr:
        kind = self.question.face.kind(leaf.name)
        if kind == "segment":
            raise refuse("R203", f"'{bare_name(leaf.name)}' is a segment.", "Name it in WHERE, joined by AND.", leaf)
        if kind == "dimension":
            hint = "Group by it, or leave it out."
            raise refuse("P121", f"'{bare_name(leaf.name)}' is neither grouped by nor aggregated.", hint, leaf)
        if kind == "flag":
            return self._flag(leaf)
        return self._cell(leaf)

    def _flag(self, leaf: exp.Column) -> exp.Expr:
        """Whether the row is the rest of the dimension, or of the period of it that is grouped by."""
        name = leaf.name.removesuffix(REST_SUFFIX)
        keys = [key for _, key in self.keys if isinstance(key, exp.Column) and f"{key.name}.".startswith(f"{name}.")]
        if not keys:
            raise refuse("P121", f"'{bare_name(name)}' has no rest, since it is not grouped by.", None, leaf)
        return self.question.flag(keys[0], REST_SUFFIX)

    def _cell(self, leaf: exp.Column) -> exp.Expr:
        """The measure's own value; of a finer answer the sum, where it adds up."""
        cell = self.question.cell(leaf.name)
        kind = self.question.face.kind(leaf.name)
        if not self.regrouped or kind == "stamp":
            return exp.Max(this=cell) if self.regrouped else cell
        if kind != "measure" or not self.question.sums(leaf.name):
            message = f"'{bare_name(leaf.name)}' does not add up over the members that the expression is made of."
            raise refuse("U451", message, "Group by the dimensions themselves, or by a declared one.", leaf)
        is_whole = self.question.face.measure(leaf.name).data_type in ("integer", "bigint")
        whole = is_whole and not self.question.divided
        return exp.cast(exp.Sum(this=cell), "BIGINT") if whole else exp.Sum(this=cell)

    def _aggregate(self, node: exp.Expr) -> exp.Expr:
        if isinstance(node, exp.Count):
            return self._count(node)
        operand = node.expressions[0] if isinstance(node, exp.Anonymous) and node.expressions else node.this
        leaf = as_leaf(bare(operand)) if isinstance(operand, exp.Expr) else None
        kind = self.question.face.kind(leaf.name) if leaf is not None else "dimension"
        if leaf is not None and kind != "dimension":
            return self._governed(node, leaf, kind)
        if isinstance(node, exp.Sum) and _is_one(node.this):
            return exp.Nullif(this=self._row_count(node), expression=exp.Literal.number(0))
        if isinstance(node, exp.Anonymous) and leaf is not None:
            raise refuse(
                "R203", f"'{bare_name(leaf.name)}' is a dimension, asked for as a measure.", "Group by it.", leaf
            )
        if isinstance(node, OF_MEMBERS) and self._of_dimensions(node):
            return self._of_members(node)
        words = sql_word(node)
        hint = "Name the measure itself, and compute outside of the aggregate."
        raise refuse("U451", f"'{words}' of this is not a governed figure.", hint, node)

    def _governed(self, node: exp.Expr, leaf: exp.Column, kind: str) -> exp.Expr:
        words = OWN.get(type(node))
        if words is None and not isinstance(node, exp.Anonymous):
            name = sql_word(node)
            raise refuse(
                "U451", f"'{name}' of the measure '{bare_name(leaf.name)}' is not governed.", "Write MEASURE(…).", node
            )
        if kind in ("status", "stamp", "flag") and words not in (None, "min", "max"):
            raise refuse("U451", f"'{words}' of '{bare_name(leaf.name)}' is no figure.", "Name it alone.", node)
        if kind == "measure" and words is not None:
            body = self.question.face.measure(leaf.name).body
            own = body.kind if isinstance(body, Aggregation) and body.spell is None else "formula"
            if own != words and not (own == "count" and words == "sum"):
                self.question.reading.tell(f"'{bare_name(leaf.name)}' is given as it is defined, and not by {words}().")
        return self._leaf(leaf)

    def _count(self, node: exp.Count) -> exp.Expr:
        operand = node.this
        if isinstance(operand, exp.Distinct) and len(operand.expressions) == 1:
            leaf = as_leaf(same(operand.expressions[0]))
            if leaf is not None and self.question.face.has(f"{leaf.name}__count_distinct") and not self.regrouped:
                return self.question.cell(f"{leaf.name}__count_distinct")
            if self._of_dimensions(node):
                return self._of_members(node)
        if isinstance(operand, (exp.Star, exp.Literal)):
            return self._row_count(node)
        named = next((bare_name(one.name) for one in leaves(node)), "this")
        hint = "Write count(distinct …) of a dimension, or name a measure that counts."
        raise refuse("U451", f"'count' of '{named}' is not a governed figure.", hint, node)

    def _row_count(self, node: exp.Expr) -> exp.Expr:
        name = self.question.face.row_count
        if name is None:
            message = f"'{self.question.face.view.name}' has no measure that counts its rows."
            raise refuse("U452", message, "Name a measure, or write count(distinct …) of a dimension.", node)
        return self._cell(exp.column(name, "@"))

    def _of_dimensions(self, node: exp.Expr) -> bool:
        named = list(leaves(node))
        distinct = not isinstance(node, exp.Count) or isinstance(node.this, exp.Distinct)
        return distinct and bool(named) and all(self.question.face.kind(one.name) == "dimension" for one in named)

    def _of_members(self, node: exp.Expr) -> exp.Expr:
        if self.regrouped:
            raise not_served("An aggregate of members beside an expression that is grouped by", node)
        if node not in self.members:
            self.members.append(node)
        return exp.column(f"a{self.members.index(node)}", MEMBERS)

    def _subtotal(self, node: exp.Grouping) -> exp.Expr:
        """GROUPING(a) = 1 is the flag itself."""
        if len(node.expressions) == 1:
            return self.question.flag(self._flagged(node.expressions[0], node), SUBTOTAL_SUFFIX)
        return exp.EQ(this=exp.Paren(this=self._grouping(node)), expression=ONE.copy())

    def _flagged(self, one: exp.Expr, node: exp.Grouping) -> exp.Column:
        key = next((key for written, key in self.keys if written == one), None)
        if not isinstance(key, exp.Column) or self.regrouped:
            raise refuse("P121", "GROUPING names what is not grouped by.", None, node)
        return key

    def _grouping(self, node: exp.Grouping) -> exp.Expr:
        """GROUPING(a, b): a bit for each, 1 where the row is a subtotal over it."""
        found: exp.Expr | None = None
        for one in node.expressions:
            key = self._flagged(one, node)
            bit = exp.cast(self.question.flag(key, SUBTOTAL_SUFFIX), "INT")
            shifted = None if found is None else exp.Mul(this=exp.Paren(this=found), expression=exp.Literal.number(2))
            found = bit if shifted is None else exp.Add(this=shifted, expression=bit)
        assert found is not None
        return found

    def _window(self, node: exp.Window) -> exp.Expr:
        """A window over the cells. What it adds up must add up; a place among them is anybody's."""
        inner = node.this
        if is_aggregate(inner) and isinstance(inner, exp.Anonymous):
            raise not_served("A window over MEASURE()", node)
        if not is_aggregate(inner) and not isinstance(inner, PLACES):
            raise not_served("This window", node)
        called = mapped(inner, self.over)
        if is_aggregate(inner) and not isinstance(inner, exp.Count):
            self._check_summed(called, inner)
        rest = {key: value for key, value in node.args.items() if key != "this"}
        window = mapped(exp.Window(**rest), self.over)
        window.set("this", called)
        return window

    def _check_summed(self, called: exp.Expr, inner: exp.Expr) -> None:
        for column in called.find_all(exp.Column):
            cell = self.question.cell_of(column)
            if cell.is_measure and not cell.sums:
                message = f"'{column.name.split('.')[1]}' does not add up over the rows of a window."
                raise refuse("U451", message, "Ask for it at the coarser grain.", inner)


def leaf_of(node: exp.Expr) -> exp.Column | None:
    """The leaf that an aggregate is of."""
    inner = bare(node).this
    return as_leaf(bare(inner)) if isinstance(inner, exp.Expr) else None


def _is_one(node: exp.Expr) -> bool:
    """SUM(1) counts rows, and is NULL of none."""
    return isinstance(node, exp.Literal) and node == ONE


def sql_word(node: exp.Expr) -> str:
    """The function's name as it is written in SQL."""
    return node.name.lower() if isinstance(node, exp.Anonymous) else node.sql("postgres").partition("(")[0].lower()


def is_aggregate(node: exp.Expr) -> bool:
    if isinstance(node, exp.Anonymous):
        return node.name.lower() in GOVERNED
    return isinstance(node, exp.AggFunc) and not isinstance(node, PLACES)


def has_aggregate(node: exp.Expr) -> bool:
    """Whether an aggregate stands in it that is not a window's own."""
    if isinstance(node, exp.Window):
        parts = [*node.this.iter_expressions(), *(one for one in node.iter_expressions() if one is not node.this)]
        return any(has_aggregate(one) for one in parts)
    if is_aggregate(node) or isinstance(node, exp.Grouping):
        return True
    return not isinstance(node, exp.Query) and any(has_aggregate(one) for one in node.iter_expressions())
