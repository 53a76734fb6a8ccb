"""PostgreSQL with the world's rows and row-level security on every table: who asks sees what the policies leave."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from tests.postgres import Postgres
from tests.rls.row_security import Rule, create_policies
from tests.rls.world import TABLES, Rows, script

MOST = 7  # grants of one principal
Row = tuple[object, ...]


@dataclass(frozen=True)
class Oracle:
    """`grant` and a number are the roles of grants; `asker` and some numbers a member of these, who owns nothing."""

    connection: Any
    name: str

    @contextmanager
    def policies(
        self, grants: Sequence[Mapping[str, Rule]], restrictions: Sequence[Mapping[str, Rule]]
    ) -> Iterator[None]:
        """With the policies in force, which are gone after."""
        self.connection.run("BEGIN")
        try:
            self.connection.run("; ".join(create_policies(f"{self.name}_grant", grants, restrictions)) or "SELECT")
            yield
        finally:
            self.connection.run("ROLLBACK")

    def rows(self, sql: str, covering: Sequence[int]) -> list[Row]:
        """The answer for somebody whom the grants of these numbers cover."""
        asker = "_".join((self.name, "asker", *map(str, sorted(covering))))
        self.connection.run(f"SET LOCAL ROLE {asker}")
        try:
            return self.all_rows(sql)
        finally:
            self.connection.run("RESET ROLE")

    def all_rows(self, sql: str) -> list[Row]:
        """The answer over all rows: the superuser passes by every policy."""
        return sorted((tuple(map(cell, row)) for row in self.connection.run(sql)), key=repr)


def cell(value: object) -> object:
    """The value by what it is worth, whichever driver it is from."""
    if isinstance(value, bool) or value is None:
        return str(value)
    if isinstance(value, (int, Decimal)):
        return format(Decimal(value).normalize(), "f")
    if isinstance(value, datetime):
        assert value.time() == datetime.min.time(), value
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date) else f"'{value}'"


@contextmanager
def opened(postgres: Postgres, rows: Rows) -> Iterator[Oracle]:
    with postgres.database() as name, postgres.connect(name) as connection:
        oracle = Oracle(connection, name)
        connection.run(script(rows, "public"))
        connection.run("CREATE SCHEMA opslag")
        for table in TABLES:
            # A view reads as its owner, a superuser, whom no policy binds.
            connection.run(f"CREATE VIEW opslag.{table} AS SELECT * FROM public.{table}")
            connection.run(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
            connection.run(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
        connection.run("ANALYZE")
        connection.run("SET jit = off")  # each question is asked once
        connection.run("SET statement_timeout = '20s'")
        made = list(_roles(name))
        for role, parents in made:
            connection.run(f"CREATE ROLE {role} NOLOGIN")
            for parent in parents:
                connection.run(f"GRANT {parent} TO {role}")
        connection.run("GRANT USAGE ON SCHEMA opslag, public TO PUBLIC")
        connection.run("GRANT SELECT ON ALL TABLES IN SCHEMA opslag, public TO PUBLIC")
        try:
            yield oracle
        finally:
            for role, _ in reversed(made):
                connection.run(f"DROP ROLE {role}")


def _roles(name: str) -> Iterator[tuple[str, list[str]]]:
    for number in range(MOST):
        yield f"{name}_grant_{number}", []
    for mask in range(1, 2**MOST):
        numbers = [number for number in range(MOST) if mask >> number & 1]
        yield "_".join((name, "asker", *map(str, numbers))), [f"{name}_grant_{number}" for number in numbers]
