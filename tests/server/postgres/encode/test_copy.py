"""COPY TO STDOUT column by column is the reference's, and the reference's is a real PostgreSQL's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from server.postgres import types as T
from server.postgres.encode import copy
from server.postgres.encode.copy import CsvOptions, TextOptions
from server.postgres.statement import PgColumn
from tests.postgres import Postgres
from tests.server.postgres.encode import reference
from tests.server.postgres.encode.columns import Kind, array_of, scalars, texts
from tests.server.postgres.encode.raw import copied, selected
from tests.server.postgres.encode.reference import Csv

TOLD = ("text", "bytea", "timestamp", "decimal128(18, 4)", "interval", "float8")
SCALARS = tuple(one for one in scalars() if one.name in TOLD)
KINDS = (*SCALARS, *(array_of(one) for one in SCALARS if one.name == "text"))
CSVS = (Csv(), Csv(";", "NULL"), Csv(" ", "-", "'"), Csv(",", "", '"', "\\"), Csv("|", "~", force=(True,) * 4))
TEXTS = (("\t", "\\N"), ("|", ""), (";", "NULL"))
SPECIALS = st.text(st.sampled_from("\t\n\r\b\f\v\\|;,\"' a~N."), max_size=5)
Rows = list[list[Any]]
Table = tuple[list[Kind], Rows]


@st.composite
def tables(draw: st.DrawFn) -> Table:
    kinds = draw(st.lists(st.sampled_from(KINDS), min_size=1, max_size=4))
    cells = [one.values | SPECIALS if one.name == "text" else one.values for one in kinds]
    row = st.tuples(*(st.none() | one for one in cells)).map(list)
    return kinds, draw(st.lists(row, min_size=1, max_size=8))


def batch(table: Table) -> tuple[pa.RecordBatch, list[PgColumn]]:
    kinds, rows = table
    arrays = [kind.array([row[n] for row in rows]) for n, kind in enumerate(kinds)]
    columns = [PgColumn(f"c{n}", kind.type) for n, kind in enumerate(kinds)]
    return pa.RecordBatch.from_arrays(arrays, names=[one.name for one in columns]), columns


def options(how: Csv, columns: int, header: bool = False) -> CsvOptions:
    escape = None if how.escape == how.quote else how.escape.encode()
    forced = frozenset(range(columns)) if how.force else frozenset[int]()
    return CsvOptions(how.delimiter.encode(), how.null.encode(), header, how.quote.encode(), escape, forced)


def forced(how: Csv, columns: int) -> Csv:
    return Csv(how.delimiter, how.null, how.quote, how.escape, how.force[:columns])


@given(tables(), st.sampled_from(TEXTS))
def test_text_is_the_references(table: Table, how: tuple[str, str]) -> None:
    found, columns = batch(table)
    written = bytes(copy.copy_text(found, columns, TextOptions(how[0].encode(), how[1].encode())))
    assert written == reference.copy_text(table[1], [one.type for one in table[0]], *how)


@given(tables(), st.sampled_from(CSVS))
def test_csv_is_the_references(table: Table, how: Csv) -> None:
    found, columns = batch(table)
    written = bytes(copy.copy_csv(found, columns, options(how, len(columns))))
    assert written == reference.copy_csv(table[1], [one.type for one in table[0]], forced(how, len(columns)))


@given(tables(), st.integers(0, 8))
def test_binary_is_the_references_however_it_is_cut(table: Table, cut: int) -> None:
    found, columns = batch(table)
    written, first = b"", True
    for part in (found.slice(0, cut), found.slice(cut), found.slice(0, 0)):
        some = bytes(copy.copy_binary(part, columns, first=first))
        written, first = written + some, first and not some
    written += copy.copy_binary_tail(first=first)
    assert written == reference.copy_binary(table[1], [one.type for one in table[0]])


def test_no_rows_are_a_head_and_a_tail_in_one_message() -> None:
    assert copy.copy_binary_tail(first=True) == reference.copy_binary([], [T.INT4])
    empty = pa.record_batch([pa.array([], pa.string())], names=["a"])
    assert bytes(copy.copy_text(empty, [PgColumn("a", T.TEXT)], TextOptions())) == b""


@pytest.fixture(scope="module")
def connection(postgres: Postgres) -> Iterator[Any]:
    with postgres.database() as name, postgres.connect(name) as opened:
        yield opened


OFTEN = settings(max_examples=15, suppress_health_check=list(HealthCheck), phases=(Phase.generate, Phase.explicit))


def givable(table: Table) -> bool:
    """Hours of an interval are read into 32 bits."""
    kinds, rows = table
    return all(
        row[n] is None or abs(row[n][2]) < 2**31 * 3_600_000_000
        for n, one in enumerate(kinds)
        if one.name == "interval"
        for row in rows
    )


def quoted(text: str) -> str:
    return "E'" + text.replace("\\", "\\\\").replace("'", "''").replace("\t", "\\t") + "'"


def test_every_format_is_postgres_own(connection: Any) -> None:
    connection.run("SET TIME ZONE 'UTC'")

    @OFTEN
    @given(st.lists(tables().filter(givable), min_size=2, max_size=4), st.sampled_from(TEXTS), st.sampled_from(CSVS))
    def check(drawn: list[Table], text: tuple[str, str], csv: Csv) -> None:
        for table in drawn:
            compare(connection, table, text, csv)

    check()


def compare(connection: Any, table: Table, text: tuple[str, str], csv: Csv) -> None:
    kinds, rows = [one.type for one in table[0]], table[1]
    asked = f"COPY ({selected(rows, kinds)}) TO STDOUT WITH "
    found, columns = batch(table)
    head = copy.text_head(columns, TextOptions(text[0].encode(), text[1].encode(), True))
    expected = copied(connection, f"{asked} (DELIMITER {quoted(text[0])}, NULL {quoted(text[1])}, HEADER)")
    assert head + reference.copy_text(rows, kinds, *text) == expected
    force = ", FORCE_QUOTE *" if csv.force else ""
    expected = copied(
        connection,
        f"{asked} (FORMAT csv, HEADER, DELIMITER {quoted(csv.delimiter)}, NULL {quoted(csv.null)},"
        f" QUOTE {quoted(csv.quote)}, ESCAPE {quoted(csv.escape)}{force})",
    )
    head = copy.csv_head(columns, options(csv, len(columns), header=True))
    assert head + reference.copy_csv(rows, kinds, forced(csv, len(kinds))) == expected
    assert reference.copy_binary(rows, kinds) == copied(connection, f"{asked} (FORMAT binary)")


@given(st.lists(texts() | SPECIALS, min_size=1, max_size=4))
def test_a_header_is_written_as_a_value_is(names: list[str]) -> None:
    columns = [PgColumn(name, T.TEXT) for name in names]
    kinds = [T.TEXT] * len(names)
    assert copy.text_head(columns, TextOptions(header=True)) == reference.copy_text([names], kinds)
    assert copy.csv_head(columns, CsvOptions(header=True)) == reference.copy_csv([names], kinds, Csv())
    assert copy.text_head(columns, TextOptions()) == copy.csv_head(columns, CsvOptions()) == b""
