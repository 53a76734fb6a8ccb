"""The catalogue of one visible set as tables in a DuckDB of its own: in memory, locked, with no other's names."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
from sqlglot import exp

from semantic.access.visible import VisibleModel
from semantic.edition.manifest import Manifest
from semantic.edition.opened import held_by
from semantic.errors import ServiceError
from semantic.freshness import Freshness
from server.postgres.catalogue import kinds
from server.postgres.catalogue.facts import INFORMATION_SCHEMA, PG_CATALOG, Field, facts
from server.postgres.catalogue.grammar import translate
from server.postgres.catalogue.lookup import is_open, lookup_tables
from server.postgres.catalogue.names import Names, Rows
from server.postgres.catalogue.records import record_relations, record_rows
from server.postgres.catalogue.relations import FIRST_OID, OIDS_EACH, Relation, edition_relations, model_relations
from server.postgres.catalogue.rows import RECORDS, Columns, own_rows
from server.postgres.catalogue.sources import ENGINE_SCHEMAS
from server.postgres.schemas import NOEGLETAL
from server.postgres.tree import parsed

SETTINGS = (
    "threads=1",
    "memory_limit='512MB'",
    "max_expression_depth=250",
    "TimeZone='UTC'",
    "autoload_known_extensions=false",
    "autoinstall_known_extensions=false",
    "allow_community_extensions=false",
    "allow_persistent_secrets=false",
    "allow_extension_repositories='forbidden'",
    "python_enable_replacements=false",
    "temp_directory=''",
)
LOCKS = ("enable_external_access=false", "disabled_filesystems='LocalFileSystem'", "lock_configuration=true")
FUNCTIONS = Path(__file__).with_name("functions.sql").read_text("utf-8")
AT_ONCE = 4  # statements at work, which share the memory
ROLES = "pg_authid"  # holds the asker too, who differs from connection to connection
ASKER_OID = 16_385
RECORDS_OID = 16_400
NOT_HERE = frozenset(("pg_stats_ext", "pg_stats_ext_exprs", "constraint_column_usage"))
"""Views of statistics that nobody gathers, and one that shows only what the asker owns."""
SESSION = """SET VARIABLE session = {
    'asker': $1::VARCHAR, 'asker_oid': $2::UINTEGER, 'database': $3::VARCHAR, 'version': $4::VARCHAR,
    'process': $5::INTEGER, 'now': $6::TIMESTAMPTZ, 'started': $7::TIMESTAMPTZ,
    'settings': map($8::VARCHAR[], $9::VARCHAR[])}"""
"""What differs from connection to connection."""


class Database:
    """What one visible set may know of, ready to be asked. Its views are made when they are first asked for."""

    def __init__(
        self, visible: VisibleModel, name: str, fresh: Sequence[Freshness] = (), editions: Sequence[Manifest] = ()
    ) -> None:
        self.public = model_relations(visible)
        self.records = record_relations(RECORDS_OID)
        assert RECORDS_OID + OIDS_EACH * len(self.records) < FIRST_OID
        shown = [(one, held) for one in editions if (held := held_by(one, visible)).views]
        schemas, of_editions = edition_relations(shown, FIRST_OID + OIDS_EACH * len(self.public))
        own = own_rows((RECORDS, *schemas), (*self.records, *self.public, *of_editions), name)
        self.rows = {table: [*own_of_postgres()[table], *own.get(table, ())] for table in _tables(PG_CATALOG)}
        self.names_of = Names(self.rows)
        self._made: set[tuple[str, str]] = set()
        self._making = threading.RLock()
        self.places = threading.BoundedSemaphore(AT_ONCE)
        self.connection = duckdb.connect(":memory:")
        try:
            self._fill(own, record_rows(visible, fresh, [one for one, _ in shown]))
            for lock in LOCKS:
                self.connection.execute(f"SET {lock}")
        except BaseException:
            self.connection.close()
            raise

    def _fill(self, own: Mapping[str, Sequence[Columns]], records: Mapping[str, Sequence[Sequence[Any]]]) -> None:
        for setting in SETTINGS:
            self.connection.execute(f"SET {setting}")
        for schema in (*ENGINE_SCHEMAS.values(), "pgf"):
            self.connection.execute(f"CREATE SCHEMA {schema}")
        for table in _tables(PG_CATALOG):
            fields = facts().relations[PG_CATALOG, table]
            added = [[row.get(field.name) for field in fields] for row in own.get(table, ())]
            whole = pa.concat_tables([stored(PG_CATALOG, table), as_table(fields, added)])
            self._load("pgf" if table == ROLES else "pgc", table, whole)
        for table in _tables(INFORMATION_SCHEMA):
            self._load("infs", table, stored(INFORMATION_SCHEMA, table))
        for relation in self.records:
            self._load(NOEGLETAL, relation.name, as_table(relation.fields, records[relation.name]))
        for name, table in lookup_tables(self.rows, self.names_of).items():
            self._load("pgf", name, table)
        self.connection.execute(SESSION, [None] * 7 + [[], []])
        self.connection.execute(FUNCTIONS)

    def _load(self, schema: str, name: str, table: pa.Table) -> None:
        self.connection.register("incoming", table)
        target = exp.table_(name, db=schema, quoted=True).sql("duckdb")
        self.connection.execute(f"CREATE TABLE {target} AS SELECT * FROM incoming")
        self.connection.unregister("incoming")

    @cached_property
    def relations(self) -> Mapping[tuple[str, str], tuple[Field, ...]]:
        """Every relation whose rows can be read here, by schema and name."""
        return {**facts().relations, **{(one.schema, one.name): one.fields for one in self.records}}

    def relation(self, schema: str | None, name: str) -> tuple[str, tuple[Field, ...]] | None:
        home = schema or PG_CATALOG
        found = self.relations.get((home, name))
        return (home, found) if found is not None else None

    def is_closed(self, schema: str, name: str) -> bool:
        return (schema, name) in closed_relations()

    def names(self) -> list[str]:
        return sorted(name for _, name in self.relations)

    def number(self, type: int, name: str) -> int | None:
        return self.names_of.number(type, name)

    def has_function(self, name: str) -> bool:
        return name in _functions()

    def public_relation(self, name: str) -> Relation | None:
        """A view of the model as the catalogue lists it."""
        return next((one for one in self.public if one.name == name), None)

    def make_ready(self, relations: Iterable[tuple[str, str]]) -> None:
        """Makes the views among the relations, and the views that they read. From any thread."""
        for schema, name in relations:
            if (schema, name) in self._made or f"{schema}.{name}" not in facts().views:
                continue
            with self._making:
                if (schema, name) in self._made:
                    continue
                sql, read = view_sql(schema, name)
                self.make_ready(read)
                target = exp.table_(name, db=ENGINE_SCHEMAS[schema], quoted=True).sql("duckdb")
                self.connection.cursor().execute(f"CREATE VIEW {target} AS {sql}")
                self._made.add((schema, name))

    def close(self) -> None:
        self.connection.close()


class _Own:
    """The world in which PostgreSQL's own views are read: its own relations."""

    def relation(self, schema: str | None, name: str) -> tuple[str, tuple[Field, ...]] | None:
        found = facts().relations.get((schema or PG_CATALOG, name))
        return (schema or PG_CATALOG, found) if found is not None else None

    def is_closed(self, schema: str, name: str) -> bool:
        return False  # a view reads what its reader may not

    def names(self) -> list[str]:
        return []

    def number(self, type: int, name: str) -> int | None:
        return _own_names().number(type, name)

    def has_function(self, name: str) -> bool:
        return name in _functions()


@lru_cache(maxsize=1)
def closed_relations() -> frozenset[tuple[str, str]]:
    """PostgreSQL's own relations of which not even a column is open to everybody."""
    rows = own_of_postgres()
    schemas = {row["oid"]: row["nspname"] for row in rows["pg_namespace"]}
    partly = {row["attrelid"] for row in rows["pg_attribute"] if is_open(row["attacl"])}
    return frozenset(
        (schemas[row["relnamespace"]], row["relname"])
        for row in rows["pg_class"]
        if row["oid"] not in partly and not is_open(row["relacl"])
    )


@lru_cache(maxsize=1)
def own_of_postgres() -> Rows:
    """The rows of pg_catalog that are PostgreSQL's own."""
    return {table: list(facts().rows(table)) for table in _tables(PG_CATALOG)}


@lru_cache(maxsize=1)
def _own_names() -> Names:
    return Names(own_of_postgres())


@lru_cache(maxsize=512)
def view_sql(schema: str, name: str) -> tuple[str, frozenset[tuple[str, str]]]:
    """One of PostgreSQL's own views for DuckDB, and what it reads. One that tells of what is not here has no rows."""
    fields = facts().relations[schema, name]
    if name in NOT_HERE:
        return _empty(fields), frozenset()
    try:
        [definition] = parsed(facts().views[f"{schema}.{name}"])
        assert isinstance(definition, exp.Query)
        query, _, reading = translate(definition, _Own(), {})
    except ServiceError:
        return _empty(fields), frozenset()
    typed = [
        exp.alias_(
            exp.cast(exp.column(one.name, quoted=True), kinds.engine_type(one.type), dialect="duckdb"),
            one.name,
            quoted=True,
        )
        for one in fields
    ]
    return exp.select(*typed).from_(query.subquery("shown")).sql("duckdb"), frozenset(reading.relations)


def _empty(fields: Sequence[Field]) -> str:
    columns = [
        exp.alias_(exp.cast(exp.null(), kinds.engine_type(one.type), dialect="duckdb"), one.name, quoted=True)
        for one in fields
    ]
    return exp.select(*columns).where(exp.false()).sql("duckdb")


@lru_cache(maxsize=1)
def _functions() -> frozenset[str]:
    """The names of our own functions."""
    words = [line.split("pgf.", 1)[1] for line in FUNCTIONS.splitlines() if line.startswith("CREATE MACRO pgf.")]
    return frozenset(word.partition("(")[0].strip('"') for word in words)


def _tables(schema: str) -> list[str]:
    """The stored relations of the schema."""
    views = facts().views
    return [name for home, name in facts().relations if home == schema and f"{schema}.{name}" not in views]


def stored_type(oid: int) -> pa.DataType:
    """As Arrow brings it into DuckDB."""
    oid = kinds.base(oid)
    if oid in kinds.NAMED:
        return pa.uint32()
    if oid in kinds.VECTORS:
        return pa.list_(pa.int16() if oid == kinds.INT2VECTOR else pa.uint32())
    return kinds.arrow_type(oid)


@lru_cache(maxsize=128)
def stored(schema: str, table: str) -> pa.Table:
    """PostgreSQL's own rows of a table."""
    return as_table(facts().relations[schema, table], facts().tables.get(f"{schema}.{table}", []))


def as_table(fields: Sequence[Field], rows: Sequence[Sequence[Any]]) -> pa.Table:
    columns = [_column(rows, i, field.type) for i, field in enumerate(fields)]
    return pa.Table.from_arrays(columns, names=[field.name for field in fields])


def _column(rows: Sequence[Sequence[Any]], i: int, oid: int) -> pa.Array:
    """One column of the rows. Lists of OIDs come as words."""
    values = [row[i] for row in rows]
    if kinds.element(oid) == kinds.OID:
        values = [None if one is None else [int(word) for word in one] for one in values]
    return pa.array(values, stored_type(oid))
