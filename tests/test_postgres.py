"""The PostgreSQL of the tests is a real one, and leaves nothing between two databases."""

from __future__ import annotations

import pytest
from pg8000.exceptions import DatabaseError

from tests.postgres import Postgres


def test_each_database_is_new_and_gone_after(postgres: Postgres) -> None:
    with postgres.database() as first, postgres.database() as second:
        assert first != second
        with postgres.connect(first) as one, postgres.connect(second) as other:
            one.run("CREATE TABLE t AS SELECT 1 AS a")
            assert one.run("SELECT count(*) FROM t") == [[1]]
            assert other.run("SELECT count(*) FROM pg_tables WHERE tablename = 't'") == [[0]]
    with postgres.connect() as connection:
        names = [name for (name,) in connection.run("SELECT datname FROM pg_database")]
    assert {first, second}.isdisjoint(names)


def test_it_asks_for_the_password(postgres: Postgres) -> None:
    with pytest.raises(DatabaseError, match="28P01"), postgres.connect(password="forkert"):
        pass
