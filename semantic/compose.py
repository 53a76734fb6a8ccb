"""A question over the answers to others: what is computed from governed cells, and from nothing else.

The expressions are the caller's, so every node of them must be of a kind that is known to compute cells from cells; and
they run in an engine that holds no data. Measures reach them unrounded, and are rounded where they are shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import pyarrow as pa
from sqlglot import exp
from sqlglot.optimizer.annotate_types import annotate_types

from semantic.breakdown_query import Breakdown
from semantic.errors import DeniedError, Place, Problem, refusal
from semantic.long_view.question import LongQuestion
from semantic.model.expression import cast
from semantic.postgres_meaning import meant
from semantic.query import Query
from semantic.result import Column, DataType, Hidden, Stamp

ARROW: Mapping[DataType, pa.DataType] = {
    "text": pa.string(),
    "boolean": pa.bool_(),
    "integer": pa.int32(),
    "bigint": pa.int64(),
    "decimal": pa.decimal128(38, 12),
    "double": pa.float64(),
    "date": pa.date32(),
    "timestamp": pa.timestamp("us"),
}
SQL_TYPES: Mapping[DataType, str] = {
    "text": "VARCHAR",
    "boolean": "BOOLEAN",
    "integer": "INT",
    "bigint": "BIGINT",
    "decimal": "DECIMAL(38, 12)",
    "double": "DOUBLE",
    "date": "DATE",
    "timestamp": "TIMESTAMP",
}


Question = Query | LongQuestion | Breakdown
"""What a table of a composition may be the answer to."""


@dataclass(frozen=True)
class Shown:
    """An output column: its name, and to how many decimals it is rounded where it is a measure and a decimal."""

    name: str
    decimals: int | None = None


@dataclass(frozen=True, eq=False)
class Composition:
    """`select` reads tables named as in `questions`, whose columns are the answers'; it gives the columns `shown`."""

    questions: Mapping[str, Question]
    select: exp.Query
    shown: tuple[Shown, ...]


KINDS: tuple[type[exp.Expr], ...] = (
    # relations
    exp.Select, exp.From, exp.Table, exp.TableAlias, exp.Subquery, exp.Where, exp.Group, exp.Having, exp.Order,
    exp.Ordered, exp.Limit, exp.Offset, exp.Distinct, exp.Union, exp.Intersect, exp.Except, exp.Join, exp.Tuple,
    exp.Alias, exp.Column, exp.Identifier, exp.Star,
    # values
    exp.Literal, exp.Null, exp.Boolean, exp.Paren, exp.Cast, exp.TryCast, exp.DataType, exp.DataTypeParam, exp.Interval,
    exp.Var, exp.Neg, exp.Not, exp.Add, exp.Sub, exp.Mul, exp.Div, exp.IntDiv, exp.Mod, exp.DPipe,
    # tests
    exp.And, exp.Or, exp.EQ, exp.NEQ, exp.LT, exp.LTE, exp.GT, exp.GTE, exp.Is, exp.In, exp.Between, exp.Like,
    exp.ILike, exp.Escape, exp.NullSafeEQ, exp.NullSafeNEQ, exp.Case, exp.If,
    # functions
    exp.Coalesce, exp.Nullif, exp.Greatest, exp.Least, exp.Abs, exp.Round, exp.Ceil, exp.Floor, exp.Sign, exp.Sqrt,
    exp.Exp, exp.Ln, exp.Pow, exp.Upper, exp.Lower, exp.Trim, exp.Length, exp.Left, exp.Right, exp.Substring,
    exp.StrPosition, exp.Replace, exp.Concat, exp.ConcatWs, exp.Initcap, exp.Reverse, exp.SplitPart, exp.StartsWith,
    exp.Extract, exp.TimestampTrunc, exp.DateTrunc, exp.TimeToStr, exp.StrToTime, exp.StrToDate, exp.Pad, exp.Trunc,
    # aggregates and windows over cells
    exp.Sum, exp.Avg, exp.Min, exp.Max, exp.Count, exp.Filter, exp.Window, exp.WindowSpec, exp.RowNumber, exp.Rank,
    exp.DenseRank, exp.PercentRank, exp.CumeDist, exp.Ntile, exp.Lag, exp.Lead, exp.FirstValue, exp.LastValue,
    exp.NthValue, exp.LogicalAnd, exp.LogicalOr,
)  # fmt: skip
"""What may be computed over cells. Nothing here reads a file, a setting or a clock, or makes rows of nothing."""


def check_kinds(one: Composition) -> None:
    """Raises UnsupportedError (U450) naming the first expression that is not on the list.

    INVARIANT: only the answers are read.
    """
    for node in one.select.walk():
        if type(node) not in KINDS:
            raise not_served(node)
        if isinstance(node, exp.Table) and (node.args.get("db") or node.name not in one.questions):
            raise not_served(node)


PASSING_OVER = (
    exp.AggFunc, exp.Window, exp.Coalesce, exp.Greatest, exp.Least, exp.Case, exp.If, exp.Concat, exp.ConcatWs,
    exp.NullSafeEQ, exp.NullSafeNEQ,
)  # fmt: skip
OF_ROWS = (exp.AggFunc, exp.Window, exp.Except, exp.Intersect)


def hidden_of(one: Composition, answers: Sequence[Hidden]) -> Hidden:
    """What is hidden of what is computed over the answers.

    What is computed from NULL by arithmetic is NULL. A column that is made of a hidden one counts as hidden, whatever
    select it is of. Raises DeniedError (A308) where an expression would pass over a hidden value, and give a wrong one
    for it, or over rows that hidden values decided on.
    """
    names = _made_of(one.select, frozenset().union(*(answer.columns for answer in answers)))
    chose = any(answer.chose for answer in answers) or any(_reads(node, names) for node in _choosing(one.select))
    passing = [node for node in one.select.find_all(*PASSING_OVER, exp.Is) if _passes_over(node)]
    if any(_reads(node, names) for node in passing) or (chose and one.select.find(*OF_ROWS)):
        raise passed_over()
    if any(answer.few for answer in answers) and one.select.find(exp.Min, exp.Max):
        message = "The least or greatest of few persons is one person's own."
        raise DeniedError(Problem("A308", message, "Ask for a count, or for fewer groups."))
    outputs = one.select.selects
    shown = (name.name for name, node in zip(one.shown, outputs, strict=False) if _is_of(node, names))
    return Hidden(frozenset(shown), chose, any(answer.few for answer in answers))


def passed_over() -> DeniedError:
    """A308: a hidden value would be passed over without a word."""
    message = "Some of these figures are hidden, since they are of few persons, and would be passed over."
    return DeniedError(Problem("A308", message, "Ask for the figure at the grain that you need."))


def _choosing(select: exp.Query) -> Iterator[exp.Expr]:
    """What decides on rows."""
    yield from select.find_all(exp.Where, exp.Having, exp.Join)
    for node in select.find_all(exp.Query):
        if (node.args.get("limit") or node.args.get("offset")) and node.args.get("order"):
            yield node.args["order"]


def _passes_over(node: exp.Expr) -> bool:
    """Whether it gives a value for NULL; that there is no value may be asked."""
    return not (isinstance(node, exp.Is) and isinstance(node.expression, exp.Null))


def _reads(node: exp.Expr, names: set[str]) -> bool:
    return any(part.name in names for part in node.find_all(exp.Column))


def _is_of(output: exp.Expr, names: set[str]) -> bool:
    return output.output_name in names or _reads(output, names)


def _made_of(select: exp.Query, hidden: frozenset[str]) -> set[str]:
    """The names of what is hidden, and of every column that is made of it."""
    names = set(hidden)
    if not names:
        return names
    made = [node for node in select.find_all(exp.Alias) if node.find(exp.Column)]
    joined = list(select.find_all(exp.SetOperation))
    for _ in range(len(made) + len(joined)):
        names |= {node.alias for node in made if _reads(node, names)}
        for node in joined:
            if any(_is_of(output, names) for side in (node.left, node.right) for output in side.selects):
                names |= set(node.named_selects)
    return names


def not_served(node: exp.Expr, hint: str | None = None) -> Exception:
    """The refusal of an expression, with its place in the caller's text where that is known."""
    words = node.name if isinstance(node, exp.Anonymous) else node.sql("postgres").partition("(")[0].strip()
    words = words.lower() if words.replace("_", "a").isalnum() else type(node).__name__.lower()
    start = node.meta.get("start") if node.meta else None
    place = Place(position=start + 1) if isinstance(start, int) else None
    message = f"'{words[:60]}' is not served over figures."
    if isinstance(node, (exp.CurrentDate, exp.CurrentTimestamp)):
        hint = "Figures count from opgjort_pr: write in_period(a_time, 'last 12 months'), or a day."
    return refusal(Problem("U450", message, hint or "Compute it in the client, over the figures.", at=place))


def written(one: Composition, columns: Mapping[str, Sequence[Column]]) -> str:
    """The statement for the scratch engine, over tables that have these columns; measures rounded as they are shown."""
    check_kinds(one)
    tables: dict[str, object] = {
        name: {column.name: SQL_TYPES[column.type] for column in found} for name, found in columns.items()
    }
    typed = annotate_types(_rounded(one), schema=tables, dialect="duckdb")
    again = annotate_types(meant(typed), schema=tables, dialect="duckdb")  # what was rewritten has other types
    return _typed(again).sql("duckdb")


def _typed(query: exp.Expr) -> exp.Expr:
    """An output that is NULL and nothing else is text."""
    for output in query.expressions if isinstance(query, exp.Select) else ():
        if isinstance(output, exp.Alias) and isinstance(output.this.unnest(), exp.Null):
            output.set("this", cast(exp.null(), "VARCHAR"))
    return query


def _rounded(one: Composition) -> exp.Query:
    """The select with every column that is a measure rounded once, half away from zero, to its own decimals."""
    places = [shown.decimals for shown in one.shown]
    if all(decimals is None for decimals in places):
        return one.select.copy()
    if isinstance(one.select, exp.Select) and not one.select.args.get("distinct"):
        select = one.select.copy()
        outputs = zip(select.expressions, one.shown, places, strict=True)
        select.set("expressions", [_shown(node, shown.name, decimals) for node, shown, decimals in outputs])
        return select
    rows = exp.Subquery(this=one.select.copy(), alias=exp.TableAlias(this=exp.to_identifier("shown")))
    order, inner = [], rows.this
    for part in ("order", "limit", "offset"):
        if isinstance(inner, exp.SetOperation) and inner.args.get(part):
            order.append((part, inner.args[part].pop()))
    columns = [exp.column(exp.to_identifier(shown.name, quoted=True)) for shown in one.shown]
    select = exp.Select(
        expressions=[
            _shown(node, shown.name, decimals) for node, shown, decimals in zip(columns, one.shown, places, strict=True)
        ],
        from_=exp.From(this=rows),
    )
    for part, node in order:
        select.set(part, node)
    return select


def _shown(node: exp.Expr, name: str, decimals: int | None) -> exp.Expr:
    value = node.this if isinstance(node, exp.Alias) else node
    if decimals is not None:
        value = cast(exp.Round(this=value, decimals=exp.Literal.number(decimals)), f"DECIMAL(38, {decimals})")
    return exp.Alias(this=value, alias=exp.to_identifier(name, quoted=True))


def schema_of(columns: Sequence[Column]) -> pa.Schema:
    """Arrow's types of an answer that has not been asked for yet; its decimals may be fewer."""
    return pa.schema([pa.field(column.name, ARROW[column.type]) for column in columns])


def columns_of(types: Sequence[tuple[str, DataType]], shown: Sequence[Shown]) -> tuple[Column, ...]:
    """The outputs as encoders meet them."""
    return tuple(
        Column(one.name, one.name, data_type, "dimension" if one.decimals is None else "measure", decimals=one.decimals)
        for (_, data_type), one in zip(types, shown, strict=True)
    )


def together(stamps: Sequence[Stamp]) -> Stamp:
    """Where an answer over several is from: the earliest day, and the scopes and notes of all of them."""
    earliest = min(stamps, key=lambda one: one.as_of)
    return replace(
        earliest,
        scope="; ".join(dict.fromkeys(one.scope for one in stamps)),
        notes=tuple(dict.fromkeys(note for one in stamps for note in one.notes)),
        decision="-".join(dict.fromkeys(one.decision for one in stamps)),
    )
