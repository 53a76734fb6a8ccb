"""What the recorder hears is what was asked, and what is written is what is read."""

from __future__ import annotations

from pathlib import Path

import pg8000.dbapi
import pg8000.native
import pytest

from tests.postgres import Postgres
from tests.server.postgres import traffic
from tests.server.postgres.recorder import recording
from tests.server.postgres.traffic import Asked


def test_it_hears_both_protocols_in_order(postgres: Postgres) -> None:
    with recording((postgres.host, postgres.port)) as ((host, port), asked):
        connection = pg8000.native.Connection(postgres.user, host, "postgres", port, postgres.password)
        assert connection.run("select 1") == [[1]]
        assert connection.run("select :a || :b", a="æ'ø", b=None) == [[None]]
        connection.close()
    assert asked == [
        Asked("start-up", ""),
        Asked("simple", "select 1"),
        Asked("extended", "select $1 || $2", ("'æ''ø'::text", "NULL")),
    ]


def test_a_statement_that_fails_is_heard(postgres: Postgres) -> None:
    with recording((postgres.host, postgres.port)) as ((host, port), asked):
        connection = pg8000.native.Connection(postgres.user, host, "postgres", port, postgres.password)
        with pytest.raises(pg8000.dbapi.DatabaseError, match="42P01"):
            connection.run("select * from findes_ikke")
        connection.close()
    assert asked[-1] == Asked("simple", "select * from findes_ikke")


@pytest.mark.parametrize(
    ("value", "type", "binary", "told"),
    [
        (None, 25, False, "NULL"),
        (b"5", 23, False, "'5'::int4"),
        (b"\x00\x00\x00\x05", 23, True, "'5'::int4"),
        (b"\xff\xfe", 21, True, "'-2'::int2"),
        (b"\x01", 16, True, "'t'::bool"),
        (b"\x00\x00\x00\x01", 1082, True, "'2000-01-02'::date"),
        ("nu'\nså".encode(), 0, False, "'nu'' så'"),
        # One dimension of int4, without NULL: two elements from 1.
        (bytes.fromhex("00000001 00000000 00000017 00000002 00000001 00000004 00000007 00000004 ffffffff"), 1007, True,
         "'{7,-1}'::int4[]"),
        (b"\x01\x02", 1700, True, "'\\x0102'::numeric"),
    ],
)  # fmt: skip
def test_a_parameter_as_sql(value: bytes | None, type: int, binary: bool, told: str) -> None:
    assert traffic.literal(value, type, binary) == told


def test_what_is_written_is_read(tmp_path: Path) -> None:
    asked = [
        Asked("start-up", "client_encoding = UTF8\napplication_name = psql"),
        Asked("simple", "select 1\n-- simple\n\nfrom t;"),
        Asked("extended", "-- a remark\nselect $1", ("'x'::text", "NULL")),
    ]
    traffic.write(tmp_path / "a.sql", asked)
    assert traffic.read(tmp_path / "a.sql", {}) == asked


def test_each_statement_once_and_identifiers_by_name(tmp_path: Path) -> None:
    first = Asked("simple", "select * from pg_class where oid = '16390' or relpages > 100000")
    last = Asked("extended", "select $1", ("'16390'::oid",))
    found = traffic.once([first, last, first], {16390: "oid public.regnskab"})
    assert [one.text for one in found][0] == (
        "select * from pg_class where oid = '{oid public.regnskab}' or relpages > 100000"
    )
    assert len(found) == 2
    traffic.write(tmp_path / "a.sql", found)
    assert traffic.read(tmp_path / "a.sql", {"oid public.regnskab": 20000}) == [
        Asked("simple", first.text.replace("16390", "20000")),
        Asked("extended", "select $1", ("'20000'::oid",)),
    ]
