"""Writes down what a freshly made PostgreSQL 15 says of itself: `python -m tests.server.postgres.catalogue.record`.

The rows of its own catalogue (types, functions, operators, its tables and their columns) are facts about PostgreSQL,
which is free to use under its own licence (https://www.postgresql.org/about/licence/). What differs from machine to
machine, or says nothing without PostgreSQL's own storage, is left out.
"""

from __future__ import annotations

import gzip
import json
import re
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from server.postgres.catalogue.facts import FACTS, OWNER
from tests.postgres import SUPERUSER, Postgres, cluster, programs

LEFT_OUT = {  # rows that are of the machine, or of no use to a client
    "pg_statistic", "pg_depend", "pg_shdepend", "pg_init_privs", "pg_database", "pg_statistic_ext_data",
}  # fmt: skip
SETTLED: Mapping[str, Mapping[str, str]] = {  # columns whose value here is of storage, or too long to be of use
    "pg_class": {"relfilenode": "0", "relpages": "0", "reltuples": "-1", "relallvisible": "0",
                 "relfrozenxid": "0", "relminmxid": "0", "relhassubclass": "false"},
    "pg_proc": {"prosqlbody": "null"},
    "pg_rewrite": {"ev_action": "null", "ev_qual": "null"},
    "pg_authid": {"rolpassword": "null"},
    "pg_collation": {"collversion": "null"},
}  # fmt: skip
ONLY: Mapping[str, str] = {"pg_collation": "oid < 12000", "pg_authid": "oid <> 10"}
AS_NUMBER = ("regproc", "regclass", "regtype", "xid", "oid")
OWNED = re.compile(rf"(?<=/){SUPERUSER}\b|\b{SUPERUSER}(?==)")  # in what was granted to whom

TABLES = """
    SELECT c.oid, n.nspname, c.relname, pg_catalog.array_agg(a.attname::text ORDER BY a.attnum),
           pg_catalog.array_agg(t.typname::text ORDER BY a.attnum)
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
    JOIN pg_type t ON t.oid = a.atttypid
    WHERE n.nspname IN ('pg_catalog', 'information_schema') AND c.relkind = 'r' AND a.attnum > 0 AND c.oid < 16384
    GROUP BY 1, 2, 3 ORDER BY 2, 3"""
TEXTS = {  # what PostgreSQL writes of an object, by its OID
    "index": "SELECT indexrelid, pg_get_indexdef(indexrelid) FROM pg_index",
    "constraint": "SELECT oid, pg_get_constraintdef(oid) FROM pg_constraint",
    "arguments": "SELECT oid, pg_get_function_arguments(oid) FROM pg_proc",
    "result": "SELECT oid, pg_get_function_result(oid) FROM pg_proc",
}
SETTINGS = """
    SELECT name, CASE WHEN boot_val ~ '/' THEN '' ELSE coalesce(boot_val, '') END, unit, category, short_desc,
           extra_desc, context, vartype, min_val, max_val, enumvals
    FROM pg_settings ORDER BY 1"""
KEYWORDS = "SELECT word, catcode::text, barelabel, catdesc, baredesc FROM pg_get_keywords() ORDER BY word"
VIEWS = """
    SELECT n.nspname || '.' || c.relname, pg_get_viewdef(c.oid) FROM pg_class c
    JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname IN ('pg_catalog', 'information_schema') AND c.relkind = 'v' AND c.oid < 16384 ORDER BY 1"""


def recorded(postgres: Postgres) -> dict[str, Any]:
    """`tables` with their rows and `views` with their definitions, each by `schema.name`, in a fixed order."""
    with postgres.database() as name, postgres.connect(name) as connection:
        tables = {f"{schema}.{table}": _rows(connection, schema, table, columns, types)
                  for _, schema, table, columns, types in connection.run(TABLES) if table not in LEFT_OUT}  # fmt: skip
        return {
            "tables": tables,
            "views": dict(connection.run(VIEWS)),
            "texts": {name: connection.run(f"{query} ORDER BY 1") for name, query in TEXTS.items()},
            "settings": connection.run(SETTINGS),
            "keywords": connection.run(KEYWORDS),
        }


def _rows(connection: Any, schema: str, table: str, columns: list[str], types: list[str]) -> list[list[Any]]:
    """The rows in the order in which they lie, so that they come as PostgreSQL's own do where nobody orders them."""
    settled = SETTLED.get(table, {})
    chosen = ", ".join(_written(*one, settled) for one in zip(columns, types, strict=True))
    where = f"WHERE {ONLY[table]}" if table in ONLY else ""
    rows = connection.run(f"SELECT json_build_array({chosen})::text FROM {schema}.{table} {where} ORDER BY ctid")
    return [json.loads(OWNED.sub(OWNER, row)) for [row] in rows]


def _written(column: str, type_name: str, settled: Mapping[str, str]) -> str:
    if column in settled:
        return settled[column]
    if type_name in AS_NUMBER:
        return f'"{column}"::oid::text::bigint' if type_name != "xid" else f'"{column}"::text::bigint'
    if type_name in ("_aclitem", "_text", "_char", "_oid", "oidvector", "int2vector", "_int2", "_name", "_float4"):
        return f'"{column}"'
    return (
        f'"{column}"'
        if type_name in ("bool", "int2", "int4", "int8", "float4", "float8", "cardinal_number")
        else f'"{column}"::text'
    )


def write(postgres: Postgres, path: Path) -> None:
    """The same bytes for the same facts: no time of day is in them."""
    text = json.dumps(recorded(postgres), ensure_ascii=False, separators=(",", ":"))
    path.write_bytes(gzip.compress(text.encode(), mtime=0))


def main() -> None:
    bin = programs()
    assert bin is not None, "PostgreSQL is not installed"
    folder = Path(tempfile.mkdtemp(prefix="nogletal-pg-"))
    try:
        with cluster(folder, bin) as found:
            write(found, FACTS)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
