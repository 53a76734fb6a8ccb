"""What DuckDB itself gives of each type is sent as PostgreSQL sends the same value."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import duckdb
import pytest

from server.postgres import types as T
from server.postgres.encode.rows import data_rows
from server.postgres.statement import PgColumn
from server.postgres.types import PgType
from tests.postgres import Postgres
from tests.server.postgres.encode.raw import asked

# DuckDB's expression, PostgreSQL's, and the type that both have.
PAIRS: tuple[tuple[str, str, PgType], ...] = (
    ("TRUE", "TRUE", T.BOOL),
    ("(-5)::TINYINT", "(-5)::int2", T.INT2),
    ("4294967295::UINTEGER", "4294967295::oid", T.OID),
    ("170141183460469231731687303715884105727::HUGEINT", "170141183460469231731687303715884105727", T.NUMERIC),
    ("(-0.5)::DECIMAL(38, 10)", "(-0.5)::numeric(38, 10)", T.NUMERIC),
    ("'0.1'::FLOAT", "'0.1'::float4", T.FLOAT4),
    ("'NaN'::DOUBLE", "'NaN'::float8", T.FLOAT8),
    ("'æøå 🙂'", "'æøå 🙂'::text", T.TEXT),
    ("'glad'::ENUM('trist', 'glad')", "'glad'::text", T.TEXT),
    ("'{\"a\": 1}'::JSON", "'{\"a\": 1}'::json", T.JSON),
    ("'\\xC3\\xA5'::BLOB", "'\\xc3a5'::bytea", T.BYTEA),
    ("'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'::UUID", "'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'::uuid", T.UUID),
    ("DATE '0044-03-15 (BC)'", "DATE '0044-03-15 BC'", T.DATE),
    ("DATE 'infinity'", "DATE 'infinity'", T.DATE),
    ("DATE '-infinity'", "DATE '-infinity'", T.DATE),
    ("TIME '23:59:59.5'", "TIME '23:59:59.5'", T.TIME),
    ("TIME '24:00:00'", "TIME '24:00:00'", T.TIME),
    ("TIMESTAMP '2024-02-29 12:30:00.25'", "TIMESTAMP '2024-02-29 12:30:00.25'", T.TIMESTAMP),
    ("TIMESTAMP '-infinity'", "TIMESTAMP '-infinity'", T.TIMESTAMP),
    ("TIMESTAMP_S '2024-02-29 12:30:00'", "TIMESTAMP '2024-02-29 12:30:00'", T.TIMESTAMP),
    ("TIMESTAMP_NS '2024-02-29 12:30:00.25'", "TIMESTAMP '2024-02-29 12:30:00.25'", T.TIMESTAMP),
    ("TIMESTAMPTZ '2024-07-01 12:00:00+02'", "TIMESTAMPTZ '2024-07-01 12:00:00+02'", T.TIMESTAMPTZ),
    ("TIMESTAMPTZ 'infinity'", "TIMESTAMPTZ 'infinity'", T.TIMESTAMPTZ),
    ("INTERVAL '-14 months 3 days'", "INTERVAL '-14 months 3 days'", T.INTERVAL),
    ("INTERVAL '1.5 seconds'", "INTERVAL '1.5 seconds'", T.INTERVAL),
    ("[1, NULL, 3]::INTEGER[]", "ARRAY[1, NULL, 3]::int4[]", T.ARRAYS[T.INT4.oid]),
    ("['a b', '', NULL]", "ARRAY['a b', '', NULL]::text[]", T.ARRAYS[T.TEXT.oid]),
    ("[DATE '2024-02-29']", "ARRAY[DATE '2024-02-29']", T.ARRAYS[T.DATE.oid]),
    ("[1.50, 2]::DECIMAL(9, 2)[]", "ARRAY[1.50, 2.00]::numeric(9, 2)[]", T.ARRAYS[T.NUMERIC.oid]),
)
SETTINGS = ("arrow_large_buffer_size = false", "arrow_large_buffer_size = true")


@pytest.fixture(scope="module")
def connection(postgres: Postgres) -> Iterator[Any]:
    with postgres.database() as name, postgres.connect(name) as opened:
        opened.run("SET TIME ZONE 'Europe/Copenhagen'")
        yield opened


@pytest.mark.parametrize("setting", SETTINGS)
@pytest.mark.parametrize("format", [0, 1], ids=["text", "binary"])
def test_each_type_is_sent_as_postgres_sends_it(connection: Any, format: int, setting: str) -> None:
    for ours, theirs, kind in PAIRS:
        with duckdb.connect() as engine:
            engine.execute(f"SET {setting}")
            table = engine.sql(f"SELECT {ours} AS c UNION ALL SELECT NULL").to_arrow_table()
        batch = table.combine_chunks().to_batches()[0]
        sent = bytes(data_rows(batch, [PgColumn("c", kind)], [format], timezone="Europe/Copenhagen"))
        assert sent == asked(connection, f"SELECT {theirs} AS c UNION ALL SELECT NULL", format), ours


def test_a_uuid_of_its_own_arrow_type(connection: Any) -> None:
    with duckdb.connect() as engine:
        engine.execute("SET arrow_lossless_conversion = true")
        batch = engine.sql("SELECT 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'::UUID AS c").to_arrow_table().to_batches()[0]
    for format in (0, 1):
        sent = bytes(data_rows(batch, [PgColumn("c", T.UUID)], [format]))
        assert sent == asked(connection, "SELECT 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'::uuid", format)
