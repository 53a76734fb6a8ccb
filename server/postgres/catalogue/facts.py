"""What a PostgreSQL 15 says of itself: types, functions, operators, its own tables and views, and their columns.

Read from `postgres15.json.gz`, which `tests.server.postgres.catalogue.record` writes from a real server.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import orjson

FACTS = Path(__file__).with_name("postgres15.json.gz")
OWNER, OWNER_OID = "nogletal", 10
PG_CATALOG, INFORMATION_SCHEMA = "pg_catalog", "information_schema"
Row = tuple[Any, ...]
Name = tuple[str, str]  # schema and relation


@dataclass(frozen=True)
class Field:
    """A column by name and type's OID; `table` and `number` where it is a relation's own, else 0."""

    name: str
    type: int
    modifier: int = -1
    table: int = 0
    number: int = 0


@dataclass(frozen=True)
class Kind:
    """A type: `element` of an array or vector, `array` its array type, `base` and `modifier` of a domain."""

    oid: int
    name: str
    size: int
    category: str
    element: int
    array: int
    base: int
    modifier: int
    preferred: bool


@dataclass(frozen=True)
class Routine:
    """A function: argument types, what it returns, and the columns of what it returns, where it has several."""

    oid: int
    name: str
    arguments: tuple[int, ...]
    result: int
    is_set: bool
    columns: tuple[tuple[str, int], ...]
    defaults: int
    is_aggregate: bool


@dataclass(frozen=True)
class Facts:
    """`tables` with their rows and `views` with their definitions by `schema.name`; `texts` by kind, of an OID each."""

    tables: Mapping[str, list[list[Any]]]
    views: Mapping[str, str]
    texts: Mapping[str, list[tuple[int, str]]]
    settings: list[list[Any]]
    keywords: list[list[Any]]

    def rows(self, table: str) -> Iterator[Mapping[str, Any]]:
        """The rows of a table of pg_catalog, by column name."""
        names = [field.name for field in self.relations[PG_CATALOG, table]]
        return (dict(zip(names, row, strict=True)) for row in self.tables.get(f"{PG_CATALOG}.{table}", ()))

    @cached_property
    def relations(self) -> Mapping[Name, tuple[Field, ...]]:
        """Every table and view of PostgreSQL's own, by schema and name, with its columns in order."""
        names = {row[0]: row[1] for row in self.tables["pg_catalog.pg_namespace"]}
        found: dict[int, list[Field]] = {}
        for row in self.tables["pg_catalog.pg_attribute"]:
            if row[5] > 0:  # attrelid, attname, atttypid, attstattarget, attlen, attnum … atttypmod
                found.setdefault(row[0], []).append(Field(row[1], row[2], row[8], row[0], row[5]))
        return {
            (names[row[2]], row[1]): tuple(sorted(found[row[0]], key=lambda one: one.number))
            for row in self.tables["pg_catalog.pg_class"]
            if row[16] in "rv"  # oid, relname, relnamespace … relkind
        }

    @cached_property
    def kinds(self) -> Mapping[int, Kind]:
        return {
            row["oid"]: Kind(
                row["oid"], row["typname"], row["typlen"], row["typcategory"], row["typelem"], row["typarray"],
                row["typbasetype"], row["typtypmod"], row["typispreferred"],
            )
            for row in self.rows("pg_type")
        }  # fmt: skip

    @cached_property
    def implicit(self) -> frozenset[tuple[int, int]]:
        """From which type to which a value goes by itself."""
        return frozenset(
            (row["castsource"], row["casttarget"]) for row in self.rows("pg_cast") if row["castcontext"] == "i"
        )

    @cached_property
    def kind_names(self) -> Mapping[str, int]:
        return {kind.name: kind.oid for kind in self.kinds.values()}

    @cached_property
    def routines(self) -> Mapping[str, tuple[Routine, ...]]:
        found: dict[str, list[Routine]] = {}
        for row in self.rows("pg_proc"):
            found.setdefault(row["proname"], []).append(_routine(row))
        return {name: tuple(several) for name, several in found.items()}


def _routine(row: Mapping[str, Any]) -> Routine:
    every, modes, names = row["proallargtypes"], row["proargmodes"], row["proargnames"]
    columns = [(names[i], int(one)) for i, one in enumerate(every or ()) if modes and modes[i] in "ot" and names]
    given = tuple(int(one) for one in row["proargtypes"])
    aggregate = row["prokind"] == "a"
    return Routine(row["oid"], row["proname"], given, row["prorettype"], row["proretset"], tuple(columns),
                   row["pronargdefaults"], aggregate)  # fmt: skip


@lru_cache(maxsize=1)
def facts() -> Facts:
    """Read once for the process; nothing of a model is in them."""
    found = orjson.loads(gzip.decompress(FACTS.read_bytes()))
    return Facts(**found)
