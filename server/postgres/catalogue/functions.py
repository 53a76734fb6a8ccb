"""What a function of PostgreSQL's gives, by its own declaration, and which of DuckDB's functions are the same."""

from __future__ import annotations

from collections.abc import Sequence

from sqlglot import exp

from server.postgres.catalogue import kinds
from server.postgres.catalogue.facts import Routine, facts
from server.postgres.catalogue.kinds import (
    ANYARRAY,
    BOOL,
    DATE,
    FLOAT8,
    INT4,
    INT8,
    NUMERIC,
    POLYMORPHIC,
    TEXT,
    TIMESTAMPTZ,
    UNKNOWN,
)  # fmt: skip

SAME = frozenset((
    "lower", "upper", "length", "substr", "substring", "btrim", "ltrim", "rtrim", "replace", "left", "right",
    "strpos", "concat", "concat_ws", "reverse", "md5", "ascii", "chr", "abs", "round",
    "ceil", "floor", "sign", "mod", "power", "sqrt", "count", "min", "max", "sum", "avg", "bool_and", "bool_or",
    "array_agg", "string_agg", "any_value", "row_number", "rank", "dense_rank", "lag", "lead", "first_value",
    "last_value", "greatest", "least", "coalesce", "nullif", "unnest", "generate_series", "date_trunc", "starts_with",
    "translate", "trunc", "bit_and", "bit_or",
))  # fmt: skip
"""Functions that DuckDB has under the same name, with the same meaning for what a catalogue holds."""

FIXED: dict[type[exp.Expr], int] = {
    **dict.fromkeys((exp.Lower, exp.Upper, exp.Substring, exp.Trim, exp.Replace, exp.Left, exp.Right, exp.SplitPart,
                     exp.Concat, exp.ConcatWs, exp.ArrayToString, exp.GroupConcat, exp.Chr, exp.Pad, exp.Reverse,
                     exp.MD5, exp.RegexpReplace, exp.Repeat, exp.Translate), TEXT),
    **dict.fromkeys((exp.Length, exp.StrPosition, exp.ArraySize, exp.Ascii, exp.ArrayPosition), INT4),
    **dict.fromkeys((exp.Count, exp.RowNumber, exp.Rank, exp.DenseRank), INT8),
    **dict.fromkeys((exp.LogicalOr, exp.LogicalAnd, exp.StartsWith), BOOL),
    exp.CurrentTimestamp: TIMESTAMPTZ, exp.CurrentDate: DATE, exp.Extract: NUMERIC, exp.StringToArray: 1009,
    exp.Sqrt: FLOAT8, exp.Pow: FLOAT8,
}  # fmt: skip
"""sqlglot's functions of one result type, all of them harmless."""

LIKE_FIRST: tuple[type[exp.Expr], ...] = (
    exp.Max, exp.Min, exp.Abs, exp.Lag, exp.Lead, exp.FirstValue, exp.LastValue, exp.AnyValue, exp.Round, exp.Ceil,
    exp.Floor, exp.TimestampTrunc, exp.ArrayAppend, exp.ArrayConcat, exp.ArrayRemove, exp.Sign, exp.Trunc,
)  # fmt: skip
"""Functions that give what their first argument is."""


def declared(name: str, given: Sequence[int | None]) -> Routine | None:
    """The function as PostgreSQL declares it, of several the one that the arguments fit best; None for no such name."""
    several = facts().routines.get(name, ())
    fitting = [one for one in several if len(one.arguments) - one.defaults <= len(given) <= len(one.arguments)]
    return max(fitting or several, key=lambda one: _fit(one, given), default=None)


def _fit(one: Routine, given: Sequence[int | None]) -> int:
    pairs = zip(given, one.arguments, strict=False)
    return sum(2 * (a == b) + (b in POLYMORPHIC or (a, b) == (UNKNOWN, TEXT)) for a, b in pairs)


def result_type(routine: Routine, given: Sequence[int | None]) -> int | None:
    """The type of the result; a polymorphic one follows the arguments."""
    if routine.result not in POLYMORPHIC:
        return routine.result
    pairs = zip(given, routine.arguments, strict=False)
    first = next((a for a, b in pairs if b in POLYMORPHIC and a not in (None, UNKNOWN)), None)
    if first is None:
        return None
    wants_array = routine.result in (ANYARRAY, 5078)
    is_array = bool(kinds.element(first))
    if wants_array:
        return first if is_array else kinds.array_of(first)
    return kinds.element(first) if is_array and ANYARRAY in routine.arguments else first


def extreme(of: int | None) -> int | None:
    """The type of `max` and `min`: texts of every kind become text."""
    of = kinds.base(of) if of else of
    known = any(one.arguments == (of,) for one in facts().routines["max"])
    return of if known or of is None or kinds.element(of) else TEXT


def summed(of: int | None) -> int:
    """The type of `sum`."""
    return {21: INT8, 23: INT8, FLOAT8: FLOAT8, 700: 700}.get(of or 0, NUMERIC)
