"""Tables that are no file of the data but the server's own, read anew for each question that asks for them.

A cube has one with `data_source: spor`, of what was asked, or `tilstand`, of what is kept beside the data. It is handed
to the question's own cursor, so that the engine opens nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pyarrow as pa

from semantic.audit.table import SCHEMA

DATA_SOURCES = ("spor", "tilstand")
CATALOG = "temp"  # where an engine has what is handed to one cursor


@dataclass(frozen=True)
class LiveTable:
    """A table of this schema; `read` gives its rows of now, and raises OSError where they cannot be read."""

    schema: pa.Schema
    read: Callable[[], pa.Table]


def empty(schema: pa.Schema) -> LiveTable:
    return LiveTable(schema, schema.empty_table)


LiveTables = Mapping[str, LiveTable]
VALIDATIONS = pa.schema(
    [
        ("kommunekode", pa.int32()),
        ("omraade", pa.string()),
        ("periode", pa.string()),
        ("status", pa.string()),
        ("afvigelse_pct", pa.decimal128(5, 2)),
        ("af", pa.string()),
        ("tid", pa.timestamp("us")),
    ]
)
"""The marks in force: one row for each kommune, area and period."""
CHECKLISTS = pa.schema(
    [
        ("liste", pa.string()),
        ("liste_titel", pa.string()),
        ("nummer", pa.int32()),
        ("trin", pa.string()),
        ("trin_titel", pa.string()),
        ("kommunekode", pa.int32()),
        ("omraade", pa.string()),
        ("periode", pa.string()),
        ("status", pa.string()),
        ("bemaerkning", pa.string()),
        ("af", pa.string()),
        ("tid", pa.timestamp("us")),
    ]
)
"""The steps of every list that was begun for a kommune, area and period."""
NOTHING_ASKED: LiveTables = {
    "revision": empty(SCHEMA), "validering": empty(VALIDATIONS), "tjekliste": empty(CHECKLISTS)
}  # fmt: skip
"""What is there without a server: its tables, and nothing in them."""
KEYS: Mapping[str, frozenset[str]] = {
    "revision": frozenset({"kaede", "loebenummer"}),
    "validering": frozenset({"kommunekode", "omraade", "periode"}),
    "tjekliste": frozenset({"liste", "trin", "kommunekode", "omraade", "periode"}),
}
"""The columns of which each of them has one row of every value, and of no fewer."""
