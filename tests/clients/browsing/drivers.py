"""What the drivers for Python ask when they connect, run a statement and look at types."""

from __future__ import annotations

import asyncio
from contextlib import closing
from datetime import date

import asyncpg
import pg8000.dbapi
import psycopg
import psycopg2
from psycopg.rows import dict_row
from psycopg.types import TypeInfo

from tests.clients.endpoint import Endpoint

VARDE = "select aar, kommune, funktion, udgift_kr from regnskab where kommunekode = 573 order by aar, funktion"
BY_PARAMETER = "select aar, funktion, udgift_kr from regnskab where kommune = %s and aar = %s"


def psycopg_3(endpoint: Endpoint) -> None:
    with psycopg.connect(**endpoint.keywords()) as connection:
        connection.execute(VARDE).fetchall()
        connection.execute(BY_PARAMETER, ("Varde", 2024), prepare=True).fetchall()
        connection.execute("select personer from befolkning where periode = %s limit 1", (date(2014, 1, 1),)).fetchall()
        for name in ("regnskab", "numeric", "int4", "text", "public.regnskab"):
            TypeInfo.fetch(connection, name)
        connection.rollback()
        with connection.cursor("taeller", row_factory=dict_row) as cursor:
            cursor.execute(VARDE)
            cursor.fetchmany(3)
        with connection.cursor() as cursor, cursor.copy(f"copy ({VARDE}) to stdout") as copied:
            list(copied)


def psycopg_2(endpoint: Endpoint) -> None:
    with closing(psycopg2.connect(**endpoint.keywords())) as connection:
        with connection, connection.cursor() as cursor:
            cursor.execute(BY_PARAMETER, ("Varde", 2024))
            cursor.fetchall()
        connection.set_session(readonly=True, autocommit=False)
        with connection, connection.cursor("taeller") as cursor:
            cursor.execute(VARDE)
            cursor.fetchmany(3)
        connection.set_client_encoding("UTF8")
        connection.reset()


def pg_8000(endpoint: Endpoint) -> None:
    with closing(pg8000.dbapi.connect(**endpoint.keywords("database"))) as connection:
        cursor = connection.cursor()
        cursor.execute(VARDE)
        cursor.execute(BY_PARAMETER, ("Varde", 2024))
        connection.rollback()


def asyncpg_(endpoint: Endpoint) -> None:
    asyncio.run(_asyncpg(endpoint))


async def _asyncpg(endpoint: Endpoint) -> None:
    connection = await asyncpg.connect(**endpoint.keywords("database"))
    await connection.fetch(VARDE)
    statement = await connection.prepare("select aar, udgift_kr from regnskab where kommune = $1 and aar = any($2)")
    await statement.fetch("Varde", [2023, 2024])
    await connection.fetch("select * from regnskab where opgjort_pr = $1 limit 1", date(2026, 11, 29))
    await connection.fetch("select r from regnskab r limit 1")  # a row type, which it must look up
    async with connection.transaction():
        async for _ in connection.cursor(VARDE, prefetch=2):
            pass
    await connection.copy_from_query(VARDE, output=_swallow)
    await connection.reset()
    await connection.close()


async def _swallow(data: bytes) -> None:
    """The copied bytes, which nobody needs."""
