"""Model SQL text → parsed expressions whose names are places to fill.

`{CUBE}.column`, a bare `column`, `{member}`, `{CUBE.member}`, `{join}.column` and `{join.member}` each become a
numbered placeholder; the caller says what each stands for. What may not stand in model SQL is refused here: a
subquery, a second statement, Jinja, a table-reading function.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

import sqlglot
from sqlglot import exp
from sqlglot.dialects.dialect import Dialect, Dialects
from sqlglot.errors import ParseError, SqlglotError

from semantic.errors import suggest

REFERENCE = re.compile(r"\{([A-Za-z_][A-Za-z0-9_.]*)\}")  # {CUBE}, {users.city}
TEMPLATE = re.compile(r"\{\{|\{%|\$\{")
CONTEXT = re.compile(r"\{\s*((FILTER_PARAMS|FILTER_GROUP|SECURITY_CONTEXT|COMPILE_CONTEXT|SQL_UTILS)\b[\w.]*)")
LITERAL = re.compile(r"'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"")
STRAY = re.compile(r"\{\s*[A-Za-z_][^{}:]*\}")  # {users.sql()}; a struct {a: 1} is SQL
NEAR = 30  # characters before the place where the parser stopped
FORBIDDEN = (
    exp.Query, exp.Subquery, exp.Command, exp.Star, exp.Table, exp.DDL, exp.Window, exp.Alias, exp.Placeholder,
    exp.Parameter, exp.SessionParameter,
)  # fmt: skip
# What gives another value each time, or another number of rows.
CLOCKS = ("Current", "Local", "Utc", "Session", "Version", "Rand", "Uuid", "Unnest", "Explode", "Posexplode")
# What reads files, or makes a value of any size out of a small one.
READERS_AND_MAKERS = ("Read", "Generate", "Repeat", "Pad", "Space", "Format", "Sequence")
NOT_IN_QUERIES = (
    exp.TableSample, exp.Placeholder, exp.Parameter, exp.Command, exp.DDL, exp.Describe, exp.Summarize, exp.Pivot,
)  # fmt: skip
NOW = "'Now' is the day the data is complete to: use a filter or a range."
HIDDEN_SCHEMAS = ("information_schema", "pg_catalog")
# Functions that the parser does not know by itself, and that compute one value from their arguments alone.
KNOWN_FUNCTIONS = frozenset({
    "century", "contains", "dayname", "decade", "ends_with", "epoch", "epoch_ms", "even", "fmod", "gcd", "hamming",
    "isfinite", "isinf", "isnan", "isodow", "isoyear", "jaccard", "jaro_similarity", "jaro_winkler_similarity",
    "last_day", "lcm", "list_contains", "list_extract", "mismatches", "monthname", "nfc_normalize", "ord", "prefix",
    "regexp_full_match", "regexp_matches", "round_even", "signbit", "strip_accents", "strpos", "suffix",
    "to_days", "to_months", "to_years", "trunc", "weekofyear", "xor", "yearweek",
})  # fmt: skip
RESERVED = "__ref"
MASK = re.compile(rf"{RESERVED}(\d+)")


A = TypeVar("A")
B = TypeVar("B")


class Unmade(Exception):
    """Why something cannot be made: its own faults, none when only what it names is faulty, which is told there."""

    def __init__(self, *faults: ExpressionFault) -> None:
        super().__init__(*(fault.message for fault in faults))
        self.faults = faults


class ExpressionFault(Unmade):
    """Why a piece of model SQL is refused, and what to do."""

    def __init__(self, code: str, message: str, hint: str | None = None) -> None:
        self.code, self.message, self.hint = code, message, hint
        super().__init__(self)


class Lacking(ExpressionFault):
    """Keys that do not go together, or one that is missing: no fault where a key has been left out as faulty."""


def each(make: Callable[[A], B], items: Iterable[A]) -> list[B]:
    """`make` of every item. Raises Unmade with the faults of all that fail, each once."""
    made: list[B] = []
    failed: list[Unmade] = []
    for item in items:
        try:
            made.append(make(item))
        except Unmade as unmade:
            failed.append(unmade)
    if failed:
        raise Unmade(*(fault for unmade in failed for fault in unmade.faults))
    return made


@dataclass(frozen=True)
class Named:
    """A name as it stood: the words in braces, and the raw column behind them if one followed."""

    words: tuple[str, ...]
    column: str | None = None
    quoted: bool = False


def parse_expression(text: str, dialect: str) -> tuple[exp.Expr, tuple[Named, ...]]:
    """The parsed text with placeholder i for the i-th name. Raises ExpressionFault."""
    try:
        return _parse_expression(text, dialect)
    except RecursionError:
        raise ExpressionFault("D622", "The SQL is nested too deeply.") from None


def _parse_expression(text: str, dialect: str) -> tuple[exp.Expr, tuple[Named, ...]]:
    braced = _refuse_templates(text)
    masked = REFERENCE.sub(lambda match: f"{RESERVED}{braced.index(match.group(1))}", text)
    tree = _parse_one(masked, dialect, braced)
    _refuse_forbidden(tree, braced)
    names: list[Named] = []
    tree = tree.transform(lambda node: _placeholder(node, braced, names))
    return tree, tuple(names)


def _refuse_templates(text: str) -> list[str]:
    """What stands in braces, each once. Raises ExpressionFault where that is more than a name."""
    if TEMPLATE.search(text):
        raise ExpressionFault("D620", "Jinja and JavaScript templates are not served.", "Write {CUBE} or {member}.")
    if RESERVED in text:
        raise ExpressionFault("D620", f"'{RESERVED}' is a reserved word in model SQL.")
    if context := CONTEXT.search(text):
        raise ExpressionFault("D621", f"'{context.group(1)}' changes numbers or access and is not served.")
    for stray in STRAY.findall(LITERAL.sub("''", text)):
        if not REFERENCE.fullmatch(stray):
            raise ExpressionFault("D620", f"'{stray}' is no name.", "Braces hold one name: {CUBE}, {member}, {join}.")
    return list(dict.fromkeys(REFERENCE.findall(text)))


def _parse_one(text: str, dialect: str, braced: list[str]) -> exp.Expr:
    try:
        trees = sqlglot.parse(text, dialect=dialect)
    except (SqlglotError, ValueError) as error:
        near = _near(error, braced)
        raise ExpressionFault("D622", f"The SQL cannot be read{f' near {near!r}' if near else ''}.") from None
    if len(trees) != 1 or trees[0] is None:
        raise ExpressionFault("D622", "Model SQL is one expression.")
    return trees[0]


def _near(error: Exception, braced: list[str]) -> str:
    """The author's own words up to where the parser stopped; what it says itself is about its inside."""
    if not isinstance(error, ParseError) or not error.errors:
        return ""
    stop = error.errors[0]
    before = _as_written(stop["start_context"] or "", braced)
    words = before[-NEAR:].split(" ", 1)[-1] if len(before) > NEAR else before
    return " ".join((words + _as_written(stop["highlight"] or "", braced)).split())


def _as_written(text: str, braced: list[str]) -> str:
    """The text with its names in braces again."""
    return MASK.sub(lambda match: f"{{{braced[int(match.group(1))]}}}", text)


def _refuse_forbidden(tree: exp.Expr, braced: list[str]) -> None:
    for node in tree.walk():
        if isinstance(node, exp.Literal) and RESERVED in node.name:
            raise ExpressionFault("D620", "Braces inside a text literal are not served.")
        _refuse_function(node, braced)
        if isinstance(node, FORBIDDEN) and not isinstance(node.parent, exp.Count):
            raise ExpressionFault(
                "D623",
                f"Model SQL may not hold a {type(node).__name__.lower()}.",
                "Name the cube's own columns and members only; put a subquery in the cube's sql.",
            )


def _refuse_function(node: exp.Expr, braced: list[str]) -> None:
    """Refuses what is no function of its arguments; a function that the parser does not know must be a known one."""
    if not isinstance(node, exp.Func):
        return
    kind = type(node).__name__
    if kind.startswith(CLOCKS):
        raise ExpressionFault("D623", f"'{_as_written(node.sql(), braced)}' is not a value of one row alone.", NOW)
    if isinstance(node, exp.Anonymous) and node.name.lower() not in KNOWN_FUNCTIONS:
        name = node.name.lower()
        raise ExpressionFault("D623", f"Model SQL may not call '{name}'.", suggest(name, KNOWN_FUNCTIONS) or NOW)
    if kind.startswith(READERS_AND_MAKERS):
        raise ExpressionFault("D623", f"Model SQL may not call '{_as_written(node.sql(), braced)[:60]}'.")


def _placeholder(node: exp.Expr, braced: list[str], names: list[Named]) -> exp.Expr:
    if isinstance(node, exp.Column):
        names.append(_named(node, braced))
        return hole(len(names) - 1)
    return node


def _named(column: exp.Column, braced: list[str]) -> Named:
    if column.args.get("db"):
        raise ExpressionFault(
            "D624", f"'{_as_written(column.sql(), braced)}' has too many parts.", "Write {CUBE}.column."
        )
    if not column.table:
        if column.name.startswith(RESERVED):
            return Named(tuple(braced[int(column.name.removeprefix(RESERVED))].split(".")))
        return Named((), column.name, column.this.quoted)
    if not column.table.startswith(RESERVED):
        raise ExpressionFault("D624", f"'{column.sql()}' names a table.", f"Write {{{column.table}}}.{column.name}.")
    words = tuple(braced[int(column.table.removeprefix(RESERVED))].split("."))
    return Named(words, column.name, column.this.quoted)


def hole(index: int) -> exp.Placeholder:
    """Where the value of that number is to stand."""
    return exp.Placeholder(this=str(index))


def fill(node: exp.Expr, value: Callable[[int], exp.Expr]) -> exp.Expr:
    """A copy of the tree with `value(i)` where placeholder i stood."""
    if isinstance(node, exp.Placeholder):
        return value(int(node.name))
    args: dict[str, object] = {}
    for name, part in node.args.items():
        if isinstance(part, exp.Expr):
            args[name] = fill(part, value)
        elif isinstance(part, list):
            args[name] = [fill(one, value) if isinstance(one, exp.Expr) else one for one in part]
        else:
            args[name] = part
    return node.__class__(**args)


def cast(node: exp.Expr, to: str) -> exp.Expr:
    """The node as the type of that name in DuckDB; all casts share the type's node, which nothing may change."""
    return exp.Cast(this=node, to=_data_type(to))


@cache
def _data_type(name: str) -> exp.DataType:
    return exp.DataType.build(name, dialect="duckdb")


def parse_query(text: str, dialect: str) -> exp.Query:
    """The query of a cube's `sql:`; names must be plain. Raises ExpressionFault."""
    _refuse_templates(text)
    if REFERENCE.search(text):
        raise ExpressionFault("D620", "A cube's sql names tables, not members.", "Write the table's name.")
    tree = _parse_one(text, dialect, [])
    if not isinstance(tree, exp.Query):
        raise ExpressionFault("D622", "A cube's sql is one SELECT.")
    for node in tree.walk():
        _refuse_function(node, [])
        if isinstance(node, NOT_IN_QUERIES):
            raise ExpressionFault("D623", f"A cube's sql may not hold a {type(node).__name__.lower()}.")
        if isinstance(node, (exp.Table, exp.Lateral)) and isinstance(node.this, exp.Func):
            raise ExpressionFault("D623", "A cube's sql reads tables only, never what a function makes.")
        if isinstance(node, exp.Table):
            _refuse_hidden(tuple(part.name for part in node.parts))
    return tree


def parse_table(text: str, dialect: str) -> tuple[str, ...]:
    """The parts of a table's name. Raises ExpressionFault."""
    _refuse_templates(text)
    try:
        table = exp.to_table(text, dialect=dialect)
    except (SqlglotError, ValueError):
        raise ExpressionFault("D622", f"'{text[:80]}' is not the name of a table.") from None
    parts = tuple(part.name for part in table.parts)
    if table.alias or isinstance(table.this, exp.Func) or not 1 <= len(parts) <= 3 or not all(parts):
        raise ExpressionFault("D622", f"'{text[:80]}' is not the name of a table.", "Write schema.table.")
    _refuse_hidden(parts)
    return parts


def _refuse_hidden(parts: tuple[str, ...]) -> None:
    """The engine's own catalogue says where its files are."""
    if any(part.lower() in HIDDEN_SCHEMAS for part in parts[:-1]):
        raise ExpressionFault("D623", f"'{'.'.join(parts)[:80]}' is a table of the engine's own.")


def known_dialect(name: str) -> Dialect:
    """The dialect of that name. Raises ExpressionFault."""
    try:
        return Dialect.get_or_raise(name)
    except ValueError:
        hint = suggest(name, (one.value for one in Dialects))
        raise ExpressionFault("D622", f"There is no dialect '{name}'.", hint) from None


def base_tables(query: exp.Query) -> list[exp.Table]:
    """The tables that the query reads, not its own common table expressions; names are told apart as SQL does."""
    return [table for table in query.find_all(exp.Table) if table.db or not _names_own(table)]


def _names_own(table: exp.Table) -> bool:
    """Whether a common table expression of the name is known where the table stands."""
    inner: exp.Expr = table
    while (outer := inner.parent) is not None:
        written = outer.args.get("with_")
        known = written.expressions if written is not None and written is not inner else []
        if isinstance(outer, exp.With):  # one expression knows those before it, and itself where it is recursive
            place = [one is inner for one in outer.expressions].index(True)
            known = outer.expressions[: place + bool(outer.recursive)]
        if any(one.alias_or_name.lower() == table.name.lower() for one in known):
            return True
        inner = outer
    return False
