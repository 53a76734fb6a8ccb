"""The drivers that people use: each gets rows, pieces, refusals and its session's state as from PostgreSQL."""

from __future__ import annotations

import asyncio
import subprocess
from collections.abc import Callable, Coroutine
from typing import Any

import pg8000.dbapi
import pg8000.native
import pytest

from tests.server.postgres.protocol.running import Running

NUMBERS = "select range::int8 as n, 'nr. ' || range as t from range(5000)"
EXPECTED = [(number, f"nr. {number}") for number in range(5_000)]


@pytest.fixture
def connection(psycopg: Any, served: Running) -> Any:
    with psycopg.connect(served.dsn()) as found:
        yield found


@pytest.mark.parametrize("binary", [False, True])
def test_psycopg_reads_text_and_binary(connection: Any, binary: bool) -> None:
    cursor = connection.cursor(binary=binary)
    assert cursor.execute(NUMBERS).fetchall() == EXPECTED
    assert cursor.execute("select %s::int + 1 as a, %t::text as b", (41, "æøå🙂")).fetchone() == (42, "æøå🙂")
    assert cursor.execute("select %s::text as a", (None,)).fetchone() == (None,)
    assert [one.name for one in cursor.description] == ["a"]


def test_psycopg_prepares_and_deallocates(connection: Any) -> None:
    connection.prepare_threshold = 0
    connection.prepared_max = 2
    for number in range(5):
        cursor = connection.execute(f"select %s::int + {number} as a", (1,))
        assert cursor.fetchone() == (1 + number,)


@pytest.mark.parametrize("hold", [False, True])
def test_psycopg_reads_server_side_cursors_in_pieces(connection: Any, hold: bool) -> None:
    with connection.cursor("pieces", withhold=hold) as cursor:
        cursor.itersize = 700
        cursor.execute(NUMBERS)
        assert cursor.fetchmany(3) == EXPECTED[:3]
        assert list(cursor) == EXPECTED[3:]
    with connection.cursor("given") as cursor:
        cursor.execute("select %s::int as a", (7,))
        assert cursor.fetchall() == [(7,)]


def test_psycopg_streams_row_by_row(connection: Any) -> None:
    assert list(connection.cursor().stream(NUMBERS)) == EXPECTED


def test_psycopg_pipelines(psycopg: Any, connection: Any) -> None:
    with connection.pipeline():
        found = [connection.execute("select %s::int as a", (number,)) for number in range(20)]
    assert [one.fetchone() for one in found] == [(number,) for number in range(20)]
    with connection.pipeline() as pipeline:
        for sql in ("select 1", "select nowhere", "select 2"):
            connection.execute(sql)
        with pytest.raises(psycopg.errors.UndefinedColumn):
            pipeline.sync()
    connection.rollback()
    assert connection.execute("select 3").fetchone() == (3,)


@pytest.mark.parametrize(("form", "read"), [("text", "rows"), ("csv", "lines"), ("binary", "rows")])
def test_psycopg_copies_out(connection: Any, form: str, read: str) -> None:
    with connection.cursor().copy(f"copy ({NUMBERS}) to stdout (format {form})") as copy:
        if read == "rows":
            copy.set_types(["int8", "text"])
            assert list(copy.rows()) == EXPECTED
        else:
            assert b"".join(copy) == "".join(f"{number},{text}\n" for number, text in EXPECTED).encode()


def test_psycopg_knows_the_transaction_and_the_settings(psycopg: Any, connection: Any) -> None:
    status = psycopg.pq.TransactionStatus
    assert connection.info.transaction_status == status.IDLE
    connection.execute("select 1")
    assert connection.info.transaction_status == status.INTRANS
    with pytest.raises(psycopg.errors.UndefinedColumn) as error:
        connection.execute("select nowhere")
    diagnosis = error.value.diag
    assert (diagnosis.sqlstate, diagnosis.statement_position, diagnosis.source_function) == ("42703", "8", "R202")
    assert connection.info.transaction_status == status.INERROR
    with pytest.raises(psycopg.errors.InFailedSqlTransaction):
        connection.execute("select 1")
    connection.rollback()
    with connection.transaction(), pytest.raises(psycopg.errors.UndefinedColumn), connection.transaction():
        connection.execute("select nowhere")
    connection.commit()
    connection.execute("set timezone to 'Asia/Tokyo'")
    assert connection.info.timezone.key == "Asia/Tokyo"
    connection.rollback()
    assert connection.info.timezone.key == "Europe/Copenhagen"
    assert (connection.info.server_version, connection.info.encoding) == (150010, "utf-8")


def test_psycopg_is_refused_what_would_write(psycopg: Any, connection: Any) -> None:
    connection.autocommit = True
    for sql, kind in (
        ("insert into x values (1)", psycopg.errors.ReadOnlySqlTransaction),
        ("create table x (a int)", psycopg.errors.FeatureNotSupported),
    ):
        with pytest.raises(kind):
            connection.execute(sql)
    with pytest.raises(psycopg.errors.ReadOnlySqlTransaction), connection.cursor().copy("copy x from stdin") as copy:
        copy.write_row((1,))
    notices: list[str] = []
    connection.add_notice_handler(lambda notice: notices.append(notice.message_primary))
    connection.execute("select 1 as notice")
    assert notices == ["Anvendt omfang: alle."]


def with_asyncpg(asyncpg: Any, served: Running, work: Callable[[Any], Coroutine[Any, Any, None]]) -> None:
    async def run() -> None:
        host, port = served.address
        connection = await asyncpg.connect(
            host=host, port=port, user="anna", password="demo", database="nogletal", server_settings={"jit": "off"}
        )
        try:
            await work(connection)
        finally:
            await connection.close()

    asyncio.run(run())


def test_asyncpg_reads_prepares_and_pages(asyncpg: Any, served: Running) -> None:
    async def work(connection: Any) -> None:
        assert [tuple(row) for row in await connection.fetch(NUMBERS)] == EXPECTED
        statement = await connection.prepare("select $1::int + 1 as a")
        assert [one.name for one in statement.get_parameters()] == ["int4"]
        assert await statement.fetchval(41) == 42
        assert [one.name for one in statement.get_attributes()] == ["a"]
        async with connection.transaction(readonly=True, isolation="repeatable_read"):
            cursor = await connection.cursor(NUMBERS)
            assert [tuple(row) for row in await cursor.fetch(10)] == EXPECTED[:10]
            assert await cursor.forward(100) == 100
            assert tuple(await cursor.fetchrow()) == EXPECTED[110]
        with pytest.raises(asyncpg.UndefinedColumnError):
            await connection.fetch("select nowhere")
        async with connection.transaction():
            rows = [tuple(row) async for row in connection.cursor(NUMBERS, prefetch=333)]
        assert rows == EXPECTED

    with_asyncpg(asyncpg, served, work)


def test_asyncpg_cancels_and_goes_back_to_its_pool(asyncpg: Any, served: Running) -> None:
    async def work(connection: Any) -> None:
        endless = "select count(*) as n from range(1000000000000) a, range(1000000) b where a.range * b.range % 7 = 8"
        with pytest.raises(TimeoutError):
            await connection.fetch(endless, timeout=0.5)
        assert await connection.fetchval("select 7") == 7

    with_asyncpg(asyncpg, served, work)


def test_asyncpg_copies_out(asyncpg: Any, served: Running) -> None:
    async def work(connection: Any) -> None:
        found = bytearray()

        async def keep(data: bytes) -> None:
            found.extend(data)

        await connection.copy_from_query(
            "select range::int4 as n from range(3)", output=keep, format="csv", header=True
        )
        assert bytes(found) == b"n\n0\n1\n2\n"

    with_asyncpg(asyncpg, served, work)


def test_pg8000_reads_and_steers_transactions(served: Running) -> None:
    host, port = served.address
    native = pg8000.native.Connection("anna", host, "nogletal", port, "demo")
    assert [tuple(row) for row in native.run(NUMBERS)] == EXPECTED
    assert native.run("select :a::int + 1 as b", a=41) == [[42]]
    assert [one["name"] for one in native.columns] == ["b"]
    native.close()
    plain = pg8000.dbapi.connect("anna", host, "nogletal", port, "demo")
    cursor = plain.cursor()
    cursor.execute(NUMBERS)
    assert [tuple(one) for one in cursor.fetchmany(2)] == EXPECTED[:2]
    with pytest.raises(pg8000.dbapi.DatabaseError) as error:
        cursor.execute("select nowhere")
    assert error.value.args[0]["C"] == "42703"
    plain.rollback()
    plain.close()


@pytest.mark.real_client("psql")
def test_psql_reads_in_pieces_and_copies(served: Running) -> None:
    host, port = served.address
    script = (
        "\\set FETCH_COUNT 2\n"
        "select range::int4 as n from range(5);\n"
        "\\copy (select 1 as a, 'x' as b) to stdout with csv header\n"
        "begin; select nowhere;\n"
        "select 1;\n"
        "rollback;\n"
    )
    done = subprocess.run(
        ["psql", "-X", "-A", "-t", f"postgresql://anna:demo@{host}:{port}/nogletal"], input=script, text=True,
        capture_output=True, timeout=30,
    )  # fmt: skip
    assert done.stdout.splitlines()[:8] == ["0", "1", "2", "3", "4", "a,b", "1,x", "BEGIN"]
    assert "LINE 2: select nowhere;\n               ^" in done.stderr  # psql's own DECLARE is in line 1
    assert "current transaction is aborted" in done.stderr
