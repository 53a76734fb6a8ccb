"""Which parts of a statement's tree are read. What carries any other is refused, so that nothing is passed over."""

from __future__ import annotations

from math import isinf

from sqlglot import exp

from server.postgres.sql.leaves import OWN
from server.postgres.sql.refusals import not_served, refuse

SET = ("with_", "this", "expression", "distinct", "order", "limit", "offset")
PARTS: dict[type[exp.Expr], tuple[str, ...]] = {
    exp.Select: ("with_", "expressions", "hint", "distinct", "from_", "joins", "where", "group", "having", "order",
                 "limit", "offset", "windows"),
    exp.Table: ("this", "alias", "db", "catalog", "joins"),
    exp.Subquery: ("this", "alias", "with_", "joins", "order", "limit", "offset"),
    exp.Union: SET, exp.Intersect: SET, exp.Except: SET,
    exp.Group: ("expressions", "grouping_sets", "cube", "rollup"),
    exp.Order: ("expressions",),
    exp.Ordered: ("this", "desc", "nulls_first"),
    exp.Limit: ("expression",),
    exp.Offset: ("expression",),
    exp.Fetch: ("direction", "count", "limit_options"),
    exp.Distinct: ("expressions", "on"),
    exp.Join: ("this", "on", "side", "kind", "using", "method"),
    exp.With: ("expressions", "recursive"),
    exp.CTE: ("this", "alias", "materialized"),
    exp.Star: (),
    exp.Column: ("this", "table", "db", "catalog"),
    exp.Cast: ("this", "to"), exp.TryCast: ("this", "to", "safe"),
    exp.Interval: ("this", "unit"),
    exp.In: ("this", "expressions", "query"),
    exp.Round: ("this", "decimals"), exp.Ceil: ("this",), exp.Floor: ("this",), exp.Trunc: ("this", "decimals"),
    exp.Trim: ("this", "expression", "position"),
    exp.Length: ("this",),
    exp.Initcap: ("this", "expression"),
    exp.Left: ("this", "expression"), exp.Right: ("this", "expression"),
    exp.Substring: ("this", "start", "length"),
    exp.StrPosition: ("this", "substr"),
    exp.SplitPart: ("this", "delimiter", "part_index"),
    exp.TimestampTrunc: ("this", "unit"), exp.DateTrunc: ("this", "unit"),
    exp.TimeToStr: ("this", "format"), exp.StrToTime: ("this", "format"), exp.StrToDate: ("this", "format"),
    exp.Min: ("this",), exp.Max: ("this",), exp.Count: ("this", "big_int"),
    exp.Window: ("this", "partition_by", "order", "spec", "alias", "over"),
    exp.NthValue: ("this", "offset"),
    exp.Parameter: ("this",),
    exp.DataType: ("this", "expressions", "nested"),
}  # fmt: skip
"""The parts that are read of those kinds that can carry others. What other kinds carry is all theirs."""
WORDS = {"from_": "from", "except_": "except", "with_ties": "with ties", "windows": "window", "locks": "for update"}
ONE_VALUE = ("measure", "aggregate")  # functions of ours that take one


def check_parts(tree: exp.Expr) -> None:
    """Raises UnsupportedError (U450) for the first part that nothing here reads."""
    for node in tree.walk():
        known = PARTS.get(type(node))
        for part, value in node.args.items() if known is not None else ():
            if value and known is not None and part not in known:
                word = WORDS.get(part, part.strip("_").replace("_", " "))
                raise not_served(f"'{word}' of '{type(node).__name__.lower()}'", node)
        if isinstance(node, (exp.Rollup, exp.Cube, exp.GroupingSets)) and not node.expressions:
            raise not_served("'WITH ROLLUP'", node, "Write GROUP BY ROLLUP (…).")
        if isinstance(node, exp.Column) and node.table == OWN:  # INVARIANT: only what has been read is a leaf
            raise refuse("R201", f"There is no view '{OWN}'.", None, node)
        if isinstance(node, exp.Literal) and not node.is_string and len(node.name) < 20 and isinf(float(node.name)):
            raise refuse("R209", f"The number {node.name} is too large.", None, node)
        if isinstance(node, exp.Anonymous) and node.name.lower() in ONE_VALUE and len(node.expressions) != 1:
            raise refuse("P120", f"{node.name.upper()}(…) takes one measure.", None, node)
