"""What PostgreSQL calls a column that nobody named."""

from __future__ import annotations

from sqlglot import exp

from server.postgres.catalogue.facts import facts
from server.postgres.catalogue.kinds import element, named_type

WORDS: dict[type[exp.Expr], str] = {
    exp.Case: "case", exp.Coalesce: "coalesce", exp.Nullif: "nullif", exp.Greatest: "greatest", exp.Least: "least",
    exp.Array: "array", exp.Exists: "exists", exp.CurrentTimestamp: "now", exp.CurrentDate: "current_date",
    exp.CurrentUser: "current_user", exp.SessionUser: "session_user", exp.CurrentSchema: "current_schema",
    exp.CurrentCatalog: "current_catalog", exp.CurrentDatabase: "current_database", exp.CurrentVersion: "version",
    exp.Count: "count", exp.Sum: "sum", exp.Min: "min", exp.Max: "max", exp.Avg: "avg", exp.Explode: "unnest",
    exp.ArrayAgg: "array_agg", exp.GroupConcat: "string_agg", exp.RowNumber: "row_number", exp.Length: "length",
    exp.LogicalOr: "bool_or", exp.LogicalAnd: "bool_and", exp.StrPosition: "strpos", exp.ArraySize: "array_length",
    exp.ArrayToString: "array_to_string", exp.ExplodingGenerateSeries: "generate_series", exp.MD5: "md5",
    exp.StringToArray: "string_to_array", exp.SplitPart: "split_part", exp.Pow: "power",
    exp.Localtimestamp: "localtimestamp", exp.TimestampTrunc: "date_trunc", exp.ConcatWs: "concat_ws",
    exp.ArrayPosition: "array_position", exp.RegexpReplace: "regexp_replace", exp.Trim: "btrim",
    exp.Tuple: "row", exp.UnixToTime: "to_timestamp",
}  # fmt: skip
UNNAMED = "?column?"


def output_name(node: exp.Expr) -> str:
    """The column's name: an alias, a column's, a function's, or for a cast of none of them the type's."""
    if isinstance(node, exp.Alias):
        return node.alias
    return _name(node) or UNNAMED


def _name(node: exp.Expr) -> str | None:
    """A cast has its type's name and a CASE its own, unless what they hold has a better one."""
    if isinstance(node, exp.Cast):
        return _strong(node.this) or _type_name(node)
    if isinstance(node, exp.Case):
        default = node.args.get("default")
        return (_strong(default) if default is not None else None) or "case"
    return _strong(node)


def _strong(node: exp.Expr) -> str | None:
    if isinstance(node, exp.Column):
        return node.name
    if isinstance(node, (exp.Paren, exp.Window, exp.Filter, exp.Collate, exp.Bracket, exp.Cast)):
        return _strong(node.this)
    if isinstance(node, exp.Dot):
        return node.expression.name if isinstance(node.expression, exp.Identifier) else _name(node.expression)
    if isinstance(node, exp.Anonymous):
        return str(node.this) if node.args.get("quoted") else str(node.this).lower()
    if isinstance(node, exp.Case):
        default = node.args.get("default")
        return _strong(default) if default is not None else None
    if isinstance(node, (exp.Subquery, exp.Select)):
        return _first(node)
    if isinstance(node, exp.Trim):
        return {"LEADING": "ltrim", "TRAILING": "rtrim"}.get(str(node.args.get("position")), "btrim")
    if isinstance(node, exp.Pad):
        return "lpad" if node.args.get("is_left") else "rpad"
    if type(node) in WORDS:
        return WORDS[type(node)]
    return node.sql_name().lower() if isinstance(node, exp.Func) and not isinstance(node, exp.Binary) else None


def _type_name(node: exp.Cast) -> str | None:
    oid = named_type(node.to)
    found = facts().kinds.get(element(oid) or oid)
    return found.name if found else None


def _first(node: exp.Expr) -> str | None:
    """A query in an expression is named like its one column."""
    held = node.this if isinstance(node, exp.Subquery) else node
    if not isinstance(held, exp.Select) or not held.expressions:
        return None
    found = output_name(held.expressions[0])
    return None if found == UNNAMED else found
