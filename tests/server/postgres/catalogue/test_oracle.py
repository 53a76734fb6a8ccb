"""What clients ask of the catalogue, put to ours and to a real PostgreSQL 15: columns, types, parameters and rows."""

from __future__ import annotations

from pathlib import Path

import pytest

from server.postgres.catalogue.facts import facts
from tests.server.postgres import traffic
from tests.server.postgres.catalogue.compared import INHERENT, Compared, is_ours, may_differ, single
from tests.server.postgres.traffic import Asked

CORPUS = Path(__file__).parent / "corpus"
FILES = [*sorted(traffic.FOLDER.glob("*.sql")), *sorted(CORPUS.glob("*.sql"))]
# Clients that ask nothing of the catalogue when they are used as they were recorded.
SILENT = {"node-pg", "pg8000", "psycopg2"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_answers_as_postgresql_does(path: Path, compared: Compared) -> None:
    ours, theirs = compared.identifiers()
    pairs = list(zip(single(traffic.read(path, ours)), single(traffic.read(path, theirs)), strict=True))
    asked = [(here, there) for here, there in pairs if here.protocol != "start-up" and is_ours(here.text)]
    assert asked or path.stem in SILENT
    found = {here.text: compared.differences(here, there) for here, there in asked}
    assert {text: difference for text, difference in found.items() if difference} == {}


@pytest.mark.parametrize("name", sorted(f"{schema}.{name}" for schema, name in facts().relations))
def test_every_relation_has_its_columns(name: str, compared: Compared) -> None:
    text = f"select * from {name} limit 0"
    ours, theirs = compared.asked(Asked("simple", text), Asked("simple", text))
    if name == "pg_catalog.pg_subscription":  # open but for one column, which ours is too, being empty
        assert theirs.refused == "42501"
        return
    assert (ours.columns, ours.types, ours.refused) == (theirs.columns, theirs.types, theirs.refused)


STORED = ("relfilenode", "relpages", "reltuples", "relallvisible", "relfrozenxid", "relminmxid")
ROWS = (
    "select * from pg_catalog.pg_type", "select * from pg_catalog.pg_namespace", "select * from pg_catalog.pg_range",
    "select * from pg_catalog.pg_cast", "select * from pg_catalog.pg_operator", "select * from pg_catalog.pg_am",
    "select * from pg_catalog.pg_language", "select * from pg_catalog.pg_index",
    "select * from pg_catalog.pg_attribute", "select * from pg_catalog.pg_description",
    "select * from pg_catalog.pg_shdescription",
    "select * from pg_catalog.pg_constraint", "select * from pg_catalog.pg_roles", "select * from pg_catalog.pg_user",
    "select * from pg_catalog.pg_group", "select * from pg_catalog.pg_tables", "select * from pg_catalog.pg_indexes",
    "select * from pg_catalog.pg_matviews", "select * from pg_catalog.pg_sequences", "select * from pg_catalog.pg_enum",
    "select * from pg_catalog.pg_extension", "select * from pg_catalog.pg_tablespace",
    "select * from pg_catalog.pg_attrdef", "select * from pg_catalog.pg_trigger", "select * from pg_catalog.pg_policy",
    "select schemaname, viewname, viewowner from pg_catalog.pg_views",
    "select * from information_schema.schemata", "select * from information_schema.key_column_usage",
    "select * from information_schema.table_constraints", "select * from information_schema.referential_constraints",
    "select * from information_schema.constraint_column_usage", "select * from information_schema.character_sets",
    "select * from information_schema.sequences", "select * from information_schema.domains",
    "select * from information_schema.triggers", "select * from information_schema.table_privileges",
    "select * from information_schema.column_privileges", "select * from information_schema.applicable_roles",
    "select * from information_schema.enabled_roles", "select * from information_schema.role_table_grants",
    "select * from information_schema.routines", "select * from information_schema.parameters",
    "select * from information_schema.tables where table_type = 'VIEW' and table_schema in ('public', 'noegletal')",
    "select * from information_schema.columns where table_schema in ('public', 'noegletal')",
    "select proname, proargtypes, prorettype, proretset, provolatile, prosrc from pg_proc",
)  # fmt: skip


@pytest.mark.parametrize("text", ROWS)
def test_relations_hold_what_postgresqls_hold(text: str, compared: Compared) -> None:
    assert compared.differences(Asked("simple", text), Asked("simple", text)) == []


def test_pg_class_holds_what_postgresqls_holds_but_for_what_is_stored(compared: Compared) -> None:
    columns = [field.name for field in facts().relations["pg_catalog", "pg_class"] if field.name not in STORED]
    text = f"select {', '.join(columns)} from pg_class"
    assert compared.differences(Asked("simple", text), Asked("simple", text)) == []


def test_every_reason_to_differ_is_needed() -> None:
    texts = [one.text for path in FILES for one in single(traffic.read(path, {}))]
    unused = {part for part in INHERENT if not any(part in " ".join(text.lower().split()) for text in texts)}
    assert unused == set()
    assert may_differ("select 1") is None
