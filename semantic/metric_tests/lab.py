"""The databases of the tests: a scratch copy with the rows that a test gives, and a test's own SQL."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb

from semantic.errors import DefinitionError, Place, Problem, suggest
from semantic.execute.loads import REGISTER
from semantic.metric_tests.inference import Tables, inferred_tables
from semantic.metric_tests.read import MetricTest
from semantic.model.model import Model

LOCKS = ("enable_external_access=false", "lock_configuration=true")
COLUMNS = """
    SELECT schema_name, table_name, column_name, data_type FROM duckdb_columns()
    WHERE NOT internal AND database_name = 'source' ORDER BY table_oid, column_index
"""


def select(files: Mapping[str, Path], text: str, at: Place) -> tuple[tuple[str, ...], list[tuple[Any, ...]]]:
    """Names and rows of a query over the files, the first file's tables by their bare names.

    The connection is the query's own, reads only, and reaches nothing else. Raises DefinitionError (D696).
    """
    with duckdb.connect(":memory:") as con:
        for name, path in files.items():
            con.execute(f"ATTACH {_literal(str(path))} AS {_name(name)} (READ_ONLY)")
        con.execute(f"USE {_name(next(iter(files)))}")
        for lock in LOCKS:
            con.execute(f"SET {lock}")
        try:
            found = con.sql(text)
            if found is None:
                raise DefinitionError(Problem("D696", "The SQL of the test is no query.", at=at))
            return tuple(found.columns), found.fetchall()
        except duckdb.Error as error:
            first = str(error).splitlines()[0]
            raise DefinitionError(Problem("D696", "The SQL of the test failed.", detail=first, at=at)) from None


def empty_copy(source: Path, out: Path) -> None:
    """Every table of the source without rows, but for the load register: it says up to when data is complete."""
    with duckdb.connect(str(out)) as con:
        con.execute(f"ATTACH {_literal(str(source))} AS source (READ_ONLY)")
        tables: Tables = {}
        for schema, table, column, kind in con.execute(COLUMNS).fetchall():
            tables.setdefault((schema, table), {})[column] = kind
        _create(con, tables)
        if ("main", REGISTER) in tables:
            con.execute(f"INSERT INTO main.{_name(REGISTER)} FROM source.main.{_name(REGISTER)}")


def without_source(model: Model, test: MetricTest, out: Path) -> None:
    """The tables that the model reads, their types inferred from the given rows and from how the model uses them."""
    with duckdb.connect(str(out)) as con:
        _create(con, inferred_tables(model, test.document.given or {}))


def fill(copies: Mapping[Path, Path], test: MetricTest) -> None:
    """Copies of templates with the given rows. Raises DefinitionError (D698) with every row that does not fit."""
    problems: list[Problem] = []
    known: set[str] = set()
    filled: set[str] = set()
    for copy, template in copies.items():
        shutil.copyfile(template, copy)
        with duckdb.connect(str(copy)) as con:
            tables = _tables(con)
            known.update(table for _, table in tables)
            for name, rows in (test.document.given or {}).items():
                if (table := _find(name, tables)) is not None:
                    filled.add(name)
                    problems.extend(_insert(con, table, tables[table], name, rows, test))
    for name in (test.document.given or {}).keys() - filled:
        hint = suggest(name, known) or f"Tables: {', '.join(sorted(known))}."
        problems.append(Problem("D698", f"There is no table '{name}'.", hint, at=test.at("given", name)))
    if problems:
        raise DefinitionError(*problems)


def _insert(
    con: duckdb.DuckDBPyConnection, table: tuple[str, str], columns: Sequence[str], name: str,
    rows: Sequence[Mapping[str, Any]], test: MetricTest,
) -> Iterator[Problem]:  # fmt: skip
    if table[1] == REGISTER:
        con.execute(f"DELETE FROM {_qualified(table)}")
    for number, row in enumerate(rows):
        unknown = [column for column in row if column not in columns]
        for column in unknown:
            hint = suggest(column, columns) or f"Columns: {', '.join(columns)}."
            at = test.at("given", name, number, column)
            yield Problem("D698", f"The table '{name}' has no column '{column}'.", hint, at=at)
        if unknown or not row:
            continue
        listed, marks = ", ".join(_name(column) for column in row), ", ".join("?" for _ in row)
        values = [Decimal(repr(value)) if isinstance(value, float) else value for value in row.values()]
        try:
            con.execute(f"INSERT INTO {_qualified(table)} ({listed}) VALUES ({marks})", values)
        except duckdb.Error as error:
            found = str(error).splitlines()[0]
            at = test.at("given", name, number)
            yield Problem("D698", f"The row does not fit the table '{name}'.", detail=found, at=at)


def _create(con: duckdb.DuckDBPyConnection, tables: Tables) -> None:
    for table, columns in tables.items():
        con.execute(f"CREATE SCHEMA IF NOT EXISTS {_name(table[0])}")
        listed = ", ".join(f"{_name(column)} {kind}" for column, kind in columns.items())
        con.execute(f"CREATE TABLE {_qualified(table)} ({listed})")


def _tables(con: duckdb.DuckDBPyConnection) -> dict[tuple[str, str], list[str]]:
    found: dict[tuple[str, str], list[str]] = {}
    sql = "SELECT schema_name, table_name, column_name FROM duckdb_columns() WHERE NOT internal ORDER BY column_index"
    for schema, table, column in con.execute(sql).fetchall():
        found.setdefault((schema, table), []).append(column)
    return found


def _find(name: str, tables: Mapping[tuple[str, str], object]) -> tuple[str, str] | None:
    """`befolkning` or `main.befolkning`; without a schema it is main."""
    schema, _, table = name.rpartition(".")
    key = (schema or "main", table)
    return key if key in tables else None


def _qualified(table: tuple[str, str]) -> str:
    return f"{_name(table[0])}.{_name(table[1])}"


def _name(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
