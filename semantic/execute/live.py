"""Tables that are no file of the data but the server's own, read anew for each question that asks for them.

A cube has one with `data_source: spor`. It is handed to the question's own cursor, so that the engine opens nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pyarrow as pa

from semantic.audit.table import SCHEMA

DATA_SOURCE = "spor"
CATALOG = "temp"  # where an engine has what is handed to one cursor


@dataclass(frozen=True)
class LiveTable:
    """A table of this schema; `read` gives its rows of now, and raises OSError where they cannot be read."""

    schema: pa.Schema
    read: Callable[[], pa.Table]


def empty(schema: pa.Schema) -> LiveTable:
    return LiveTable(schema, schema.empty_table)


LiveTables = Mapping[str, LiveTable]
NOTHING_ASKED: LiveTables = {"revision": empty(SCHEMA)}
"""What is there without a server: the table of what was asked, and nothing in it."""
