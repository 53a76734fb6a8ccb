"""Model SQL text → parsed expressions whose names are places to fill.

`{CUBE}.column`, a bare `column`, `{member}`, `{CUBE.member}`, `{join}.column` and `{join.member}` each become a
numbered placeholder; the caller says what each stands for. What may not stand in model SQL is refused here: a
subquery, a second statement, Jinja, a table-reading function.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import sqlglot
from sqlglot import exp
from sqlglot.errors import SqlglotError

REFERENCE = re.compile(r"\{([A-Za-z_][A-Za-z0-9_.]*)\}")  # {CUBE}, {users.city}
TEMPLATE = re.compile(r"\{\{|\{%|\$\{")
CONTEXT_WORDS = ("FILTER_PARAMS", "FILTER_GROUP", "SECURITY_CONTEXT", "COMPILE_CONTEXT", "SQL_UTILS")
FORBIDDEN = (
    exp.Query, exp.Subquery, exp.Command, exp.Star, exp.Table, exp.DDL, exp.Window, exp.Alias, exp.Placeholder,
    exp.Parameter, exp.SessionParameter,
)  # fmt: skip
# What gives another value each time, or another number of rows.
CLOCKS = tuple(
    getattr(exp, name)
    for name in (
        "CurrentDate", "CurrentTime", "CurrentTimestamp", "CurrentDatetime", "CurrentTimestampLTZ", "Localtime",
        "Localtimestamp", "CurrentUser", "SessionUser", "CurrentCatalog", "CurrentDatabase", "CurrentSchema",
        "CurrentSchemas", "CurrentVersion", "CurrentTransaction", "CurrentStatement", "CurrentSession", "Version",
        "Rand", "Randn", "Randstr", "Uuid", "Unnest", "Explode", "ExplodeOuter", "Posexplode", "PosexplodeOuter",
    )
)  # fmt: skip
# Functions that the parser does not know by itself, and that compute one value from their arguments alone.
KNOWN_FUNCTIONS = frozenset({
    "century", "contains", "dayname", "decade", "ends_with", "epoch", "epoch_ms", "even", "fmod", "gcd", "hamming",
    "isfinite", "isinf", "isnan", "isodow", "isoyear", "jaccard", "jaro_similarity", "jaro_winkler_similarity",
    "last_day", "lcm", "list_contains", "list_extract", "mismatches", "monthname", "nfc_normalize", "ord", "prefix",
    "printf", "regexp_full_match", "regexp_matches", "round_even", "signbit", "strip_accents", "strpos", "suffix",
    "to_days", "to_months", "to_years", "trunc", "weekofyear", "xor", "yearweek",
})  # fmt: skip
RESERVED = "__ref"


class ExpressionFault(Exception):
    """Why a piece of model SQL is refused, and what to do."""

    def __init__(self, code: str, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.code, self.message, self.hint = code, message, hint


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
    tree = _parse_one(masked, dialect)
    _refuse_forbidden(tree)
    names: list[Named] = []
    tree = tree.transform(lambda node: _placeholder(node, braced, names))
    return tree, tuple(names)


def _refuse_templates(text: str) -> list[str]:
    if TEMPLATE.search(text):
        raise ExpressionFault("D620", "Jinja and JavaScript templates are not served.", "Write {CUBE} or {member}.")
    if RESERVED in text:
        raise ExpressionFault("D620", f"'{RESERVED}' is a reserved word in model SQL.")
    braced = list(dict.fromkeys(REFERENCE.findall(text)))
    for word in braced:
        if word.split(".")[0] in CONTEXT_WORDS:
            raise ExpressionFault("D621", f"'{word}' changes numbers or access and is not served.")
    return braced


def _parse_one(text: str, dialect: str) -> exp.Expr:
    try:
        trees = sqlglot.parse(text, dialect=dialect)
    except (SqlglotError, ValueError) as error:
        raise ExpressionFault("D622", f"The SQL cannot be read: {str(error).splitlines()[0][:200]}") from None
    if len(trees) != 1 or trees[0] is None:
        raise ExpressionFault("D622", "Model SQL is one expression.")
    return trees[0]


def _refuse_forbidden(tree: exp.Expr) -> None:
    for node in tree.walk():
        if isinstance(node, exp.Literal) and RESERVED in node.name:
            raise ExpressionFault("D620", "Braces inside a text literal are not served.")
        _refuse_clock(node)
        if isinstance(node, FORBIDDEN) and not isinstance(node.parent, exp.Count):
            raise ExpressionFault(
                "D623",
                f"Model SQL may not hold a {type(node).__name__.lower()}.",
                "Name the cube's own columns and members only; put a subquery in the cube's sql.",
            )


def _refuse_clock(node: exp.Expr) -> None:
    """Refuses what is no function of its arguments; a function that the parser does not know must be a known one."""
    hint = "'Now' is the day the data is complete to: use a filter or a range."
    if isinstance(node, CLOCKS):
        raise ExpressionFault("D623", f"'{node.sql()}' is not a value of one row alone.", hint)
    if isinstance(node, exp.Anonymous) and node.name.lower() not in KNOWN_FUNCTIONS:
        raise ExpressionFault("D623", f"The function '{node.name.lower()}' is not on the list.", hint)


def _placeholder(node: exp.Expr, braced: list[str], names: list[Named]) -> exp.Expr:
    if isinstance(node, exp.Column):
        names.append(_named(node, braced))
        return hole(len(names) - 1)
    return node


def _named(column: exp.Column, braced: list[str]) -> Named:
    if column.args.get("db"):
        raise ExpressionFault("D624", f"'{column.sql()}' has too many parts.", "Write {CUBE}.column.")
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
    """The node as the type of that name in DuckDB."""
    return exp.Cast(this=node, to=fill(_data_type(to), hole))


@cache
def _data_type(name: str) -> exp.DataType:
    return exp.DataType.build(name, dialect="duckdb")


def parse_query(text: str, dialect: str) -> exp.Query:
    """The query of a cube's `sql:`; names must be plain. Raises ExpressionFault."""
    _refuse_templates(text)
    if REFERENCE.search(text):
        raise ExpressionFault("D620", "A cube's sql names tables, not members.", "Write the table's name.")
    tree = _parse_one(text, dialect)
    if not isinstance(tree, exp.Query):
        raise ExpressionFault("D622", "A cube's sql is one SELECT.")
    for node in tree.walk():
        _refuse_clock(node)
        if isinstance(node, (exp.TableSample, exp.Placeholder, exp.Parameter, exp.Command, exp.DDL)):
            raise ExpressionFault("D623", f"A cube's sql may not hold a {type(node).__name__.lower()}.")
    return tree


def parse_table(text: str, dialect: str) -> tuple[str, ...]:
    """The parts of a table's name. Raises ExpressionFault."""
    _refuse_templates(text)
    try:
        table = exp.to_table(text, dialect=dialect)
    except (SqlglotError, ValueError):
        raise ExpressionFault("D622", f"'{text[:80]}' is not the name of a table.") from None
    parts = tuple(part.name for part in table.parts)
    if table.alias or not 1 <= len(parts) <= 3 or not all(parts):
        raise ExpressionFault("D622", f"'{text[:80]}' is not the name of a table.", "Write schema.table.")
    return parts


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
