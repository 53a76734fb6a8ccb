"""How every DuckDB of ours is set and locked, and our words for its types."""

from __future__ import annotations

import re

from semantic.execute.bind import ColumnType
from semantic.result import DataType

SETTINGS = (
    # GLOBAL, since every question has a cursor of its own, and what is set on the connection alone stays there.
    "GLOBAL max_expression_depth=250",
    "GLOBAL TimeZone='UTC'",
    # As 2.0 has them, the one takes columns of one fact for another's where two facts share their joins; the other
    # takes keys of one value out of grouping sets, which then look for partial sums in the wrong place. Cases watch.
    "disabled_optimizers='common_subplan,duplicate_groups'",
    "autoload_known_extensions=false",
    "autoinstall_known_extensions=false",
    "allow_community_extensions=false",
    "allow_persistent_secrets=false",
    "allow_extension_repositories='forbidden'",
    "GLOBAL python_enable_replacements=false",
    "temp_directory=''",  # the file system is locked below, so that a question past the memory must end, not spill
)
# In whole numbers, NULL over zero: rounded half away from zero, and cut towards zero.
QUOTIENTS = """
    CREATE MACRO nearest_quotient(above, below) AS
        sign(above) * sign(below) * ((2 * abs(above) + abs(below)) // nullif(2 * abs(below), 0));
    CREATE MACRO whole_quotient(above, below) AS
        sign(above) * sign(below) * (abs(above) // nullif(abs(below), 0));
"""
LOCKS = ("enable_external_access=false", "disabled_filesystems='LocalFileSystem'", "lock_configuration=true")

TYPES: dict[str, DataType] = {
    **dict.fromkeys(("TINYINT", "SMALLINT", "INTEGER", "UTINYINT", "USMALLINT"), "integer"),
    **dict.fromkeys(("UINTEGER", "BIGINT", "UBIGINT", "HUGEINT"), "bigint"),
    **dict.fromkeys(("FLOAT", "DOUBLE"), "double"),
    **dict.fromkeys(("TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS"), "timestamp"),
    "TIMESTAMP WITH TIME ZONE": "timestamp",
    "VARCHAR": "text",
    "BOOLEAN": "boolean",
    "DATE": "date",
}
DECIMAL = re.compile(r"DECIMAL\((\d+),\s?(\d+)\)")


def column_type(name: str) -> ColumnType:
    """Our word for the database's type; None for one that is not served."""
    if match := DECIMAL.fullmatch(name):
        return ColumnType("decimal", int(match[2]), name)
    return ColumnType(TYPES.get(name), 0 if TYPES.get(name) in ("integer", "bigint") else None, name)
