"""Types three times: as PostgreSQL names them, as DuckDB keeps them, and as Arrow carries them."""

from __future__ import annotations

from collections.abc import Sequence

import pyarrow as pa
from sqlglot import exp

from semantic.errors import Problem, shown
from semantic.errors import refusal as refused
from server.postgres.catalogue.facts import Kind, facts
from server.postgres.types import TYPES, PgType

UNKNOWN, TEXT, NAME, CHAR, BOOL, INT2, INT4, INT8, OID = 705, 25, 19, 18, 16, 21, 23, 20, 26
NUMERIC, FLOAT8, DATE, TIMESTAMPTZ, INTERVAL, VARCHAR = 1700, 701, 1082, 1184, 1186, 1043
INT2VECTOR, OIDVECTOR, RECORD, ANYARRAY, TIMESTAMP, BYTEA, UUID = 22, 30, 2249, 2277, 1114, 17, 2950
REGPROC, REGPROCEDURE, REGOPER, REGOPERATOR, REGCLASS, REGTYPE, REGROLE, REGNAMESPACE = (
    24, 2202, 2203, 2204, 2205, 2206, 4096, 4089,
)  # fmt: skip
NAMED = {REGPROC, REGPROCEDURE, REGOPER, REGOPERATOR, REGCLASS, REGTYPE, REGROLE, REGNAMESPACE, 3734, 3769, 4191}
"""Identifiers that are shown as the name of what they identify."""
VECTORS = {INT2VECTOR, OIDVECTOR}
NUMBERS = {INT2: 1, INT4: 2, INT8: 3, OID: 3, NUMERIC: 4, 700: 5, FLOAT8: 6}
"""Numeric types by the order in which arithmetic widens them."""
POLYMORPHIC = {2276, 2277, 2283, 2776, 3500, 5077, 5078, 5079, 5080}  # any, anyarray, anyelement…

ENGINE = {
    BOOL: "BOOLEAN", INT2: "SMALLINT", INT4: "INTEGER", INT8: "BIGINT", 700: "FLOAT", FLOAT8: "DOUBLE",
    NUMERIC: "DECIMAL(38,10)", DATE: "DATE", 1083: "TIME", TIMESTAMP: "TIMESTAMP", TIMESTAMPTZ: "TIMESTAMPTZ",
    INTERVAL: "INTERVAL", BYTEA: "BLOB", 2950: "UUID", OID: "UINTEGER", 28: "UINTEGER", 29: "UINTEGER",
    INT2VECTOR: "SMALLINT[]", OIDVECTOR: "UINTEGER[]", **dict.fromkeys(NAMED, "UINTEGER"), ANYARRAY: "VARCHAR",
}  # fmt: skip
ARROW = {
    BOOL: pa.bool_(), INT2: pa.int16(), INT4: pa.int32(), INT8: pa.int64(), 700: pa.float32(), FLOAT8: pa.float64(),
    DATE: pa.date32(), 1083: pa.time64("us"), TIMESTAMP: pa.timestamp("us"), TIMESTAMPTZ: pa.timestamp("us", "UTC"),
    INTERVAL: pa.month_day_nano_interval(), BYTEA: pa.binary(), OID: pa.uint32(), 28: pa.uint32(), 29: pa.uint32(),
    2950: pa.binary(16),
}  # fmt: skip
WORDS = {
    "varchar": "varchar", "nvarchar": "varchar", "char": "bpchar", "nchar": "bpchar", "int": "int4",
    "bigint": "int8", "smallint": "int2", "tinyint": "int2", "boolean": "bool", "double": "float8", "float": "float4",
    "decimal": "numeric", "varbinary": "bytea", "binary": "bytea", "timestampntz": "timestamp",
}  # fmt: skip
"""sqlglot's words for types where PostgreSQL has others."""


def kind(oid: int) -> Kind | None:
    return facts().kinds.get(oid)


def base(oid: int) -> int:
    """The type below a domain, or the type itself."""
    found = kind(oid)
    return base(found.base) if found and found.base else oid


def element(oid: int) -> int:
    """The type of an array's or vector's elements, 0 where there are none."""
    found = kind(oid)
    return found.element if found and (found.category == "A" or oid in VECTORS) else 0


def array_of(oid: int) -> int:
    found = kind(TEXT if oid == UNKNOWN else base(oid))
    return found.array if found and found.array else 1009


def common(types: Sequence[int]) -> int | None:
    """The type of what may be of any of these: the first, unless it becomes a later one and not the reverse."""
    found = next(iter(types), None)
    for one in types:
        if found is None or one == found or facts().kinds[found].preferred:
            continue
        if (found, one) in facts().implicit and (one, found) not in facts().implicit:
            found = one
    return found


def pg_type(oid: int) -> PgType:
    """The type as the wire knows it; also those that only the catalogue has, of which the wire knows no more."""
    found = kind(oid)
    if oid in TYPES or found is None:
        return TYPES.get(oid, TYPES[TEXT])
    return PgType(oid, found.name, found.size, found.element if found.element in TYPES else 0)


def engine_type(oid: int) -> str:
    """What DuckDB keeps it as: text where it has no type of its own for it."""
    oid = base(oid)
    if oid in ENGINE:
        return ENGINE[oid]
    inner = element(oid)
    return f"{engine_type(inner)}[]" if inner else "VARCHAR"


def arrow_type(oid: int) -> pa.DataType:
    oid = base(oid)
    if oid in ARROW:
        return ARROW[oid]
    inner = element(oid) if oid not in VECTORS else 0
    return pa.list_(arrow_type(inner)) if inner else pa.string()


def is_sent_as_text(oid: int) -> bool:
    """Whether it is an array of what the wire does not know: then its text is sent."""
    inner = element(oid)
    return bool(inner) and oid not in VECTORS and (oid not in TYPES or inner in NAMED)


def named_type(node: exp.Expr) -> int:
    """The type that a cast names. Raises ParseError (P181) when there is none of that name."""
    if isinstance(node, exp.DataType) and node.this == exp.DType.ARRAY and node.expressions:
        return array_of(named_type(node.expressions[0]))
    word = _word(node)
    own = node.this == exp.DType.USERDEFINED or isinstance(node, exp.ObjectIdentifier)
    found = facts().kind_names.get(word if own else WORDS.get(word, word))
    if found is None:
        raise refused(Problem("P181", f"There is no type '{shown(word)}'."))
    return found


def _word(node: exp.Expr) -> str:
    if isinstance(node, exp.ObjectIdentifier):
        return str(node.this).lower()
    if node.this != exp.DType.USERDEFINED:
        return str(node.this.value).lower()
    named = node.args.get("kind")
    if isinstance(named, exp.Dot):
        named = named.expression
    if isinstance(named, exp.Identifier):
        return named.name if named.quoted else named.name.lower()
    return str(named).lower()


def modifier(node: exp.Expr, oid: int) -> int:
    """The type modifier of a cast with lengths, -1 without."""
    lengths = [int(one.name) for one in node.expressions if isinstance(one, exp.DataTypeParam) and one.name.isdigit()]
    if not lengths:
        return -1
    if oid in (VARCHAR, 1042):
        return lengths[0] + 4
    if oid == NUMERIC:
        return (lengths[0] << 16 | (lengths[1] if len(lengths) > 1 else 0)) + 4
    return lengths[0]
