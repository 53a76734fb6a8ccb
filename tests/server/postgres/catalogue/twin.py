"""A real PostgreSQL with the same views, empty, beside our catalogue; what each answers, in a form that compares.

What must differ is told by name: identifiers of what is not PostgreSQL's own become the name of what they identify.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from pg8000.exceptions import DatabaseError
from sqlglot import exp

from semantic.errors import ServiceError
from semantic.execute.cancellation import Cancellation
from server.errors import outward
from server.postgres.catalogue import kinds
from server.postgres.catalogue.cast import elements
from server.postgres.catalogue.catalogue import Catalogue
from server.postgres.catalogue.database import Database
from server.postgres.catalogue.facts import OWNER
from server.postgres.catalogue.kinds import kind
from server.postgres.catalogue.names import quoted
from server.postgres.catalogue.relations import PUBLIC, Relation
from server.postgres.catalogue.rows import RECORDS
from server.postgres.statement import PgColumn, Session
from server.postgres.tree import parsed
from tests.postgres import SUPERUSER, Postgres
from tests.server.postgres.catalogue.asking import shown

DATABASE = "nogletal"
OBJECTS = """
    SELECT c.oid, 'oid ' || n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.oid >= 16384 AND c.relkind IN ('r', 'v')
    UNION ALL SELECT t.oid, 'type ' || n.nspname || '.' || t.typname FROM pg_type t
    JOIN pg_namespace n ON n.oid = t.typnamespace WHERE t.oid >= 16384
    UNION ALL SELECT r.oid, 'rule ' || c.relname FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class
    WHERE c.oid >= 16384
    UNION ALL SELECT oid, 'schema ' || nspname FROM pg_namespace WHERE oid >= 16384
    UNION ALL SELECT oid, 'database' FROM pg_database WHERE datname = current_database()
    UNION ALL SELECT oid, 'role' FROM pg_roles WHERE oid >= 16384"""
NUMBER = re.compile(r"(?<![\w.])\d{5,}(?![\w.])")
OWNED = re.compile(rf"\b{SUPERUSER}\b")

PASSWORD = "kun-til-proever"  # the role is the cluster's, and others of its databases know it by this, too


@dataclass(frozen=True)
class Told:
    """An answer: column names, types' OIDs, rows; or the SQLSTATE of a refusal."""

    columns: tuple[str, ...] = ()
    types: tuple[int, ...] = ()
    rows: tuple[tuple[Any, ...], ...] = ()
    parameters: tuple[int, ...] = ()
    refused: str | None = None


@contextmanager
def twin(postgres: Postgres, relations: Sequence[Relation], asker: str) -> Iterator[Any]:
    """A connection, as the asker, to a database in which the relations are empty views with the same comments."""
    with postgres.connect() as owner:
        owner.run(f"DROP DATABASE IF EXISTS {DATABASE}")
        owner.run(f"CREATE DATABASE {DATABASE} TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8'")
        found = owner.run(f"SELECT 1 FROM pg_roles WHERE rolname = '{asker}'")
        owner.run(f"{'ALTER' if found else 'CREATE'} ROLE {asker} LOGIN PASSWORD '{PASSWORD}'")
    try:
        with postgres.connect(DATABASE) as owner:
            for statement in _made(relations):
                owner.run(statement)
        with postgres.connect(DATABASE, asker, PASSWORD) as connection:
            yield connection
    finally:
        with postgres.connect() as owner:
            owner.run(f"DROP DATABASE {DATABASE} WITH (FORCE)")


def _made(relations: Sequence[Relation]) -> Iterator[str]:
    for schema in dict.fromkeys(one.schema for one in relations):
        if schema != PUBLIC:
            yield f"CREATE SCHEMA {schema}"
            yield f"COMMENT ON SCHEMA {schema} IS {_literal(RECORDS.comment)}"
        yield f"GRANT USAGE ON SCHEMA {schema} TO PUBLIC"
    for one in relations:
        name = f"{one.schema}.{quoted(one.name)}"
        columns = ", ".join(f"NULL::{kind(field.type).name} AS {quoted(field.name)}" for field in one.fields)  # type: ignore[union-attr]
        yield f"CREATE VIEW {name} AS SELECT {columns}"
        yield f"GRANT SELECT ON {name} TO PUBLIC"
        for number, comment in one.comments.items():
            place = f"VIEW {name}" if number == 0 else f"COLUMN {name}.{quoted(one.fields[number - 1].name)}"
            yield f"COMMENT ON {place} IS {_literal(comment)}"


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def identifiers_of(connection: Any) -> Mapping[int, str]:
    return dict(connection.run(OBJECTS))


def own_identifiers(database: Database) -> Mapping[int, str]:
    """The same names for the identifiers that we give."""
    found = {16_384: "database", 16_385: "role", 16_386: "schema noegletal"}
    for one in (*database.records, *database.public):
        found[one.oid] = f"oid {one.schema}.{one.name}"
        found[one.row_type] = f"type {one.schema}.{one.name}"
        found[one.array_type] = f"type {one.schema}._{one.name}"[: len(f"type {one.schema}.") + 63]
        found[one.rule] = f"rule {one.name}"
    return found


def ask_postgres(connection: Any, text: str, parameters: Sequence[str], identifiers: Mapping[int, str]) -> Told:
    types: str | Sequence[int] = ()
    try:
        if parameters:
            connection.run(f"PREPARE asked AS {text}")
            [[types]] = connection.run("SELECT parameter_types::oid[] FROM pg_prepared_statements WHERE name = 'asked'")
        rows = connection.run(f"EXECUTE asked({', '.join(parameters)})" if parameters else text)
        columns = connection.columns or []
    except DatabaseError as error:
        return Told(refused=error.args[0]["C"])
    finally:
        connection.run("DEALLOCATE ALL")
    return Told(
        tuple(one["name"] for one in columns),
        tuple(one["type_oid"] for one in columns),
        tuple(
            tuple(_plain(_listed(cell, one), identifiers) for cell, one in zip(row, columns, strict=True))
            for row in rows or ()
        ),
        tuple(int(one) for one in elements(types) if one) if isinstance(types, str) else tuple(types),
    )


def ask_ours(
    catalogue: Catalogue, text: str, values: Sequence[object], session: Session, identifiers: Mapping[int, str]
) -> Told:
    try:
        [query] = parsed(text)
        assert isinstance(query, (exp.Query, exp.Values))
        prepared = catalogue.prepare(query, text, (), session)
        rows = catalogue.run(prepared, values, session, Cancellation())
    except ServiceError as error:
        return Told(refused=outward(error.code).sqlstate)
    table = list(rows.batches)
    return Told(
        tuple(one.name for one in prepared.columns),
        tuple(one.type.oid for one in prepared.columns),
        tuple(_told(row, prepared.columns, identifiers) for batch in table for row in shown(batch)),
        tuple(one.oid for one in prepared.parameters),
    )


def _told(row: Sequence[Any], columns: Sequence[PgColumn], identifiers: Mapping[int, str]) -> tuple[Any, ...]:
    types = [{"type_oid": column.type.oid} for column in columns]
    return tuple(_plain(_listed(cell, type), identifiers) for cell, type in zip(row, types, strict=True))


def _listed(cell: Any, column: Mapping[str, Any]) -> Any:
    """The driver leaves arrays that it does not know as text, and reads a vector."""
    if isinstance(cell, list) and column["type_oid"] in kinds.VECTORS:
        return " ".join(map(str, cell))
    if isinstance(cell, str) and kinds.element(column["type_oid"]) and column["type_oid"] not in kinds.VECTORS:
        words = elements(cell)
        return [int(one) for one in words if one] if kinds.element(column["type_oid"]) == kinds.OID else words
    return cell


def _json(cell: Any) -> Any:
    return json.dumps(cell, separators=(",", " : ")).replace(",", ", ") if isinstance(cell, dict) else cell


def _plain(cell: Any, identifiers: Mapping[int, str]) -> Any:
    cell = str(cell) if isinstance(cell, UUID) else _json(cell)
    if isinstance(cell, list):
        return tuple(_plain(one, identifiers) for one in cell)
    if isinstance(cell, int) and not isinstance(cell, bool):
        return f"{{{identifiers[cell]}}}" if cell in identifiers else cell
    if isinstance(cell, str):
        named = NUMBER.sub(lambda found: _plain_digits(found[0], identifiers), cell)
        return OWNED.sub(OWNER, named)
    return cell


def _plain_digits(digits: str, identifiers: Mapping[int, str]) -> str:
    return f"{{{identifiers[int(digits)]}}}" if int(digits) in identifiers else digits
