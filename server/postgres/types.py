"""PostgreSQL's types as the wire knows them: object identifiers, sizes, and which one a column of an answer has."""

from __future__ import annotations

from dataclasses import dataclass

from semantic.result import DataType


@dataclass(frozen=True)
class PgType:
    """A type by its OID. `size` is in bytes, -1 for types of varying length; `element` is an array's element."""

    oid: int
    name: str
    size: int
    element: int = 0


BOOL = PgType(16, "bool", 1)
BYTEA = PgType(17, "bytea", -1)
CHAR = PgType(18, '"char"', 1)
NAME = PgType(19, "name", 64)
INT8 = PgType(20, "int8", 8)
INT2 = PgType(21, "int2", 2)
INT2VECTOR = PgType(22, "int2vector", -1, element=21)
INT4 = PgType(23, "int4", 4)
REGPROC = PgType(24, "regproc", 4)
TEXT = PgType(25, "text", -1)
OID = PgType(26, "oid", 4)
XID = PgType(28, "xid", 4)
OIDVECTOR = PgType(30, "oidvector", -1, element=26)
JSON = PgType(114, "json", -1)
PG_NODE_TREE = PgType(194, "pg_node_tree", -1)
FLOAT4 = PgType(700, "float4", 4)
FLOAT8 = PgType(701, "float8", 8)
UNKNOWN = PgType(705, "unknown", -2)
ACLITEM = PgType(1033, "aclitem", 12)
BPCHAR = PgType(1042, "bpchar", -1)
VARCHAR = PgType(1043, "varchar", -1)
DATE = PgType(1082, "date", 4)
TIME = PgType(1083, "time", 8)
TIMESTAMP = PgType(1114, "timestamp", 8)
TIMESTAMPTZ = PgType(1184, "timestamptz", 8)
INTERVAL = PgType(1186, "interval", 16)
NUMERIC = PgType(1700, "numeric", -1)
REGCLASS = PgType(2205, "regclass", 4)
REGTYPE = PgType(2206, "regtype", 4)
UUID = PgType(2950, "uuid", 16)

ARRAYS: dict[int, PgType] = {
    element.oid: PgType(oid, f"_{element.name.strip(chr(34))}", -1, element=element.oid)
    for oid, element in (
        (1000, BOOL), (1001, BYTEA), (1002, CHAR), (1003, NAME), (1016, INT8), (1005, INT2), (1007, INT4), (1009, TEXT),
        (1028, OID), (1021, FLOAT4), (1022, FLOAT8), (1034, ACLITEM), (1014, BPCHAR), (1015, VARCHAR), (1182, DATE),
        (1183, TIME), (1115, TIMESTAMP), (1185, TIMESTAMPTZ), (1187, INTERVAL), (1231, NUMERIC), (2951, UUID),
    )
}  # fmt: skip
"""The array type of each element type, by the element's OID."""

SCALARS = (
    BOOL, BYTEA, CHAR, NAME, INT8, INT2, INT2VECTOR, INT4, REGPROC, TEXT, OID, XID, OIDVECTOR, JSON, PG_NODE_TREE,
    FLOAT4, FLOAT8, UNKNOWN, ACLITEM, BPCHAR, VARCHAR, DATE, TIME, TIMESTAMP, TIMESTAMPTZ, INTERVAL, NUMERIC, REGCLASS,
    REGTYPE, UUID,
)  # fmt: skip
TYPES: dict[int, PgType] = {one.oid: one for one in (*SCALARS, *ARRAYS.values())}

IDENTIFIED = ("oid", "name")
"""The parts of a cell that is a number in binary and a name in text (regclass, regtype…)."""

OF_COLUMN: dict[DataType, PgType] = {
    "text": TEXT,
    "boolean": BOOL,
    "integer": INT4,
    "bigint": INT8,
    "decimal": NUMERIC,
    "double": FLOAT8,
    "date": DATE,
    "timestamp": TIMESTAMP,
}
