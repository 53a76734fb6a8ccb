"""Calls of functions: those that DuckDB has alike, and our own (`functions.sql`). None other is ever run."""

from __future__ import annotations

from sqlglot import exp

from semantic.errors import Problem, shown
from semantic.errors import refusal as refused
from server.postgres.catalogue import kinds
from server.postgres.catalogue.cast import TEXTUAL, coerce, converted, macro
from server.postgres.catalogue.functions import SAME, declared, extreme, result_type, summed
from server.postgres.catalogue.kinds import INT4, NAMED, OID, POLYMORPHIC, RECORD, TEXT, UNKNOWN, VECTORS, element
from server.postgres.catalogue.scope import Reading, Scope, Type, place_of, unserved

JSON = 114
OF_VECTORS = {"array_upper": "vector_upper", "array_lower": "vector_lower"}
EXPLODING = {"unnest", "generate_series", "generate_subscripts", "_pg_expandarray", "aclexplode", "pg_options_to_table"}
OF_DOMAINS = {"_pg_truetypid": ("typbasetype", "atttypid"), "_pg_truetypmod": ("typtypmod", "atttypmod")}
"""Functions of two whole rows, of pg_attribute and pg_type: what a domain says of itself, or else the column."""
KEYWORDS: dict[type[exp.Expr], str] = {
    exp.CurrentUser: "current_user", exp.SessionUser: "session_user", exp.CurrentSchema: "current_schema",
    exp.CurrentCatalog: "current_database", exp.CurrentDatabase: "current_database", exp.CurrentVersion: "version",
    exp.Localtimestamp: "localtimestamp_now", exp.Format: "format", exp.Initcap: "initcap",
    exp.UnixToTime: "to_timestamp",
}  # fmt: skip
"""What sqlglot has a class of its own for and is a function of ours."""
UNLISTED = frozenset((*KEYWORDS.values(), "current_role"))
"""Functions that PostgreSQL has by grammar and does not list."""


def word(node: exp.Expr, scope: Scope, reading: Reading) -> Type:
    """A function that is written as a word, or that sqlglot knows by another name."""
    assert isinstance(node, exp.Func)
    name = KEYWORDS.get(type(node), node.sql_name().lower())
    held = [node.this] if isinstance(node, exp.Initcap) else node.iter_expressions()
    call_of_it = exp.Anonymous(this=name, expressions=[one.copy() for one in held])
    if name not in KEYWORDS.values() and not reading.world.has_function(name):
        raise unserved(node)
    node.replace(call_of_it)
    return call(call_of_it, scope, reading)


def call(node: exp.Expr, scope: Scope, reading: Reading) -> Type:
    """A function by its name. Raises ParseError (P180) when there is none, UnsupportedError when we do not have it."""
    name = str(node.this) if node.args.get("quoted") else str(node.this).lower()
    if name in EXPLODING:
        return explode(node, scope, reading)
    if name == "pg_typeof":
        [of] = arguments(node, scope, reading)
        node.replace(exp.cast(exp.Literal.number(of or UNKNOWN), "UINTEGER", dialect="duckdb"))
        return kinds.REGTYPE
    if name == "json_build_object":
        return _json_object(node, scope, reading)
    if name in OF_DOMAINS:
        return _of_domain(node, name, scope, reading)
    given = arguments(node, scope, reading)
    routine = declared(name, given)
    if routine is None and name not in UNLISTED:
        raise refused(Problem("P180", f"There is no function '{shown(name)}'.", at=place_of(node)))
    if routine is not None:
        _fit_arguments(node, given, routine.arguments, reading)
    if name in OF_VECTORS and given[0] in VECTORS:
        name = OF_VECTORS[name]
    if reading.world.has_function(name):
        node.replace(macro(name, *[one.copy() for one in node.expressions]))
    elif name not in SAME:
        raise unserved(node)
    return _result(name, given, result_type(routine, given) if routine is not None else None)


def _json_object(node: exp.Expr, scope: Scope, reading: Reading) -> Type:
    """Its text, as PostgreSQL spaces it."""
    given = arguments(node, scope, reading)
    parts: list[exp.Expr] = []
    for i, (held, of) in enumerate(zip(list(node.expressions), given, strict=True)):
        if of == UNKNOWN:
            coerce(held, UNKNOWN, TEXT, reading)
        before = " : " if i % 2 else ", " if i else ""
        plain = i % 2 and of in (*kinds.NUMBERS, kinds.BOOL)
        parts.append(exp.Literal.string(before))
        parts.append(macro("json_plain" if plain else "json_text", node.expressions[i].copy()))
    whole = [exp.Literal.string("{"), *parts, exp.Literal.string("}")]
    node.replace(exp.Anonymous(this="concat", expressions=whole))
    return JSON


def _of_domain(node: exp.Expr, name: str, scope: Scope, reading: Reading) -> Type:
    attribute, of_type = (one.table for one in node.expressions)
    own, plain = OF_DOMAINS[name]
    domain = exp.EQ(this=exp.column("typtype", of_type, quoted=True), expression=exp.Literal.string("d"))
    case = (
        exp.Case().when(domain, exp.column(own, of_type, quoted=True)).else_(exp.column(plain, attribute, quoted=True))
    )
    node.replace(case)
    return reading.read(case, scope)


def arguments(node: exp.Expr, scope: Scope, reading: Reading) -> list[Type]:
    return [None if isinstance(one, exp.Star) else reading.read(one, scope) for one in list(node.expressions)]


def _result(name: str, given: list[Type], declared_as: Type) -> Type:
    if name == "sum":
        return summed(given[0])
    if name in ("max", "min") and given:
        return extreme(given[0])
    return declared_as


def _fit_arguments(node: exp.Expr, given: list[Type], wanted: tuple[int, ...], reading: Reading) -> None:
    """Open arguments become of the type that the function takes, and what is shown as a name becomes one."""
    for i, (one, want) in enumerate(zip(given, wanted, strict=False)):
        held = node.expressions[i]
        if one == UNKNOWN:
            coerce(held, UNKNOWN, TEXT if want in POLYMORPHIC else want, reading)
        elif one in NAMED and want in TEXTUAL:
            held.replace(converted(held, one, TEXT, -1, reading))
        elif want in NAMED and one in TEXTUAL:
            held.replace(converted(held, one, want, -1, reading))


def explode(node: exp.Expr, scope: Scope, reading: Reading) -> Type:
    """A function of several rows in the list of what is selected."""
    items, type = exploded(node, scope, reading)
    node.replace(exp.Anonymous(this="unnest", expressions=[items]))
    return type


def exploded(node: exp.Expr, scope: Scope, reading: Reading) -> tuple[exp.Expr, Type]:
    """The rows of such a function as one list, and their type."""
    if isinstance(node, exp.Explode):
        name, held = "unnest", [node.this]
    elif isinstance(node, (exp.ExplodingGenerateSeries, exp.GenerateSeries)):
        keys = ("start", "end", "step")
        name, held = "generate_series", [node.args[key] for key in keys if node.args.get(key) is not None]
    else:
        name, held = str(node.this).lower(), node.expressions
    holder = exp.Tuple(expressions=[one.copy() for one in held])
    given = arguments(holder, scope, reading)
    return _list(name, holder.expressions, given, reading)


def _list(name: str, held: list[exp.Expr], given: list[Type], reading: Reading) -> tuple[exp.Expr, Type]:
    first = given[0]
    if name == "unnest":
        if first == UNKNOWN:
            coerce(held[0], UNKNOWN, 1009, reading)
        return held[0], element(first or 0) or None
    if name == "generate_series":
        step = held[2:] or [exp.Literal.number(1)]
        return macro("series" if first in (*kinds.NUMBERS, UNKNOWN) else "series_of_times", *held[:2], *step), first
    if name == "generate_subscripts":
        return macro("subscripts_from_0" if first in VECTORS else "subscripts", held[0]), INT4
    if name == "_pg_expandarray":
        return macro("expandarray", held[0]), RECORD
    return macro("no_options" if name == "pg_options_to_table" else "acl_items", held[0]), RECORD


COLUMNS_OF = {
    "_pg_expandarray": (("x", kinds.INT2), ("n", INT4)),
    "pg_options_to_table": (("option_name", TEXT), ("option_value", TEXT)),
    "aclexplode": (("grantor", OID), ("grantee", OID), ("privilege_type", TEXT), ("is_grantable", kinds.BOOL)),
}
"""Of the functions of several rows, those whose rows have several columns."""
