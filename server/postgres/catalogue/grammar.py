"""Which constructs are read at all, and how. What is not in the table is refused."""

from __future__ import annotations

from collections.abc import Mapping

from sqlglot import exp

from server.postgres.catalogue import expressions as read
from server.postgres.catalogue import values
from server.postgres.catalogue.allowed import check
from server.postgres.catalogue.calls import KEYWORDS, call, explode, word
from server.postgres.catalogue.facts import Field
from server.postgres.catalogue.functions import FIXED, LIKE_FIRST
from server.postgres.catalogue.kinds import BOOL, UNKNOWN
from server.postgres.catalogue.queries import read_query
from server.postgres.catalogue.scope import Reader, Reading, World

READERS: Mapping[type[exp.Expr], Reader] = {
    exp.Column: read.column,
    exp.Literal: read.literal,
    exp.Null: read.typed_as(UNKNOWN),
    exp.Boolean: read.typed_as(BOOL),
    exp.Interval: values.interval,
    exp.Parameter: read.parameter,
    exp.Paren: read.through,
    exp.Neg: read.through,
    exp.Collate: values.collated,
    **dict.fromkeys((exp.EQ, exp.NEQ, exp.GT, exp.GTE, exp.LT, exp.LTE, exp.NullSafeEQ, exp.NullSafeNEQ), read.compare),
    **dict.fromkeys((exp.And, exp.Or, exp.Not, exp.Is), read.typed_as(BOOL)),
    **dict.fromkeys((exp.Any, exp.All), read.any_of),
    exp.In: read.within,
    exp.Between: read.between,
    **dict.fromkeys((exp.Like, exp.ILike, exp.RegexpLike, exp.RegexpILike, exp.SimilarTo), read.pattern),
    exp.Escape: read.escape,
    exp.Operator: read.operator,
    exp.Cast: values.cast,
    exp.Case: values.case,
    **dict.fromkeys((exp.Coalesce, exp.Greatest, exp.Least), values.coalesce),
    exp.Nullif: values.nullif,
    exp.DPipe: values.concatenation,
    **dict.fromkeys((exp.Add, exp.Sub, exp.Mul, exp.Div, exp.Mod), values.arithmetic),
    **dict.fromkeys((exp.BitwiseAnd, exp.BitwiseOr, exp.BitwiseLeftShift, exp.BitwiseRightShift), values.arithmetic),
    exp.Array: values.array,
    exp.Bracket: values.bracket,
    exp.Dot: read.dot,
    exp.Subquery: read.subquery,
    exp.Select: read.subquery,
    exp.SetOperation: read.subquery,
    exp.Exists: read.exists,
    exp.Tuple: read.row,
    exp.Window: read.window,
    exp.Order: read.order,
    exp.Distinct: read.distinct,
    exp.Filter: read.filtered,
    **dict.fromkeys((exp.Sum, exp.Avg, exp.ArrayAgg), read.aggregated),
    **dict.fromkeys(FIXED, read.fixed),
    **dict.fromkeys(LIKE_FIRST, read.like_first),
    **dict.fromkeys((exp.Explode, exp.ExplodingGenerateSeries, exp.GenerateSeries), explode),
    **dict.fromkeys(KEYWORDS, word),
    exp.Count: read.counted,
    exp.Anonymous: call,
    exp.Func: word,
}  # fmt: skip


def translate(
    query: exp.Query, world: World, declared: Mapping[int, int]
) -> tuple[exp.Query, tuple[Field, ...], Reading]:
    """The query in DuckDB's terms, its columns, and what was learned of its parameters. The given query is left alone.

    Raises ServiceError for what is not known or not served.
    """
    plain = _prepared(query.copy())
    reading = Reading(world, READERS, read_query, dict(declared))
    fields = read_query(plain, None, reading)
    check(plain, world)
    return plain, fields, reading


def _plain_fetch(node: exp.Fetch) -> bool:
    """Whether FETCH FIRST says no more than LIMIT."""
    options = node.args.get("limit_options")
    return options is None or not (options.args.get("percent") or options.args.get("with_ties"))


def _prepared(query: exp.Query) -> exp.Query:
    """Unquoted names in lower case; escaped strings plain."""
    if isinstance(query, exp.Values):
        query = exp.select("*").from_(query)
    for node in list(query.walk()):
        if isinstance(node, exp.Identifier) and not node.quoted:
            node.set("this", node.name.lower())
            node.meta["bare"] = True
        elif isinstance(node, (exp.ByteString, exp.RawString, exp.National)):
            node.replace(exp.Literal.string(node.name))
        elif isinstance(node, exp.Fetch) and _plain_fetch(node):
            node.replace(exp.Limit(expression=node.args.get("count") or exp.Literal.number(1)))
        if isinstance(node, exp.Identifier):
            node.set("quoted", True)
    return query
