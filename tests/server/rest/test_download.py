"""Downloads: whole, or broken off so that the client sees it; and a client that leaves stops the work."""

from __future__ import annotations

import asyncio
import csv
import io
import threading
from collections.abc import Iterator
from typing import Any

import anyio
import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from starlette.requests import Request

from semantic.errors import LimitError, Problem
from semantic.execute.cancellation import Cancellation
from server.rest.download import ROWS_AT_ONCE, Download, Pieces
from server.rest.parse import XLSX
from server.rest.work import run
from server.tabular.encoding import Encoding

ALL = {"dimensions": ["ydelse.ydelse_id"], "measures": ["ydelse.antal_ydelser"]}
BATCH = pa.record_batch([pa.array([1])], names=["a"])
LINES = Encoding(b"h", lambda batch: b"row")


def test_csv_has_all_rows_and_says_where_they_are_from(client, small_client) -> None:
    answer = client.load(ALL, "text/csv")
    rows = list(csv.reader(io.StringIO(answer.text, newline="")))
    total = client.load({"measures": ["ydelse.antal_ydelser"]}).json()["data"][0]["ydelse.antal_ydelser"]
    assert rows[0] == ["ydelse.ydelse_id", "ydelse.antal_ydelser"]
    assert len(rows) - 1 == int(total)
    assert answer.headers["content-type"].startswith("text/csv; charset=utf-8")
    assert answer.headers["content-disposition"] == 'attachment; filename="ydelse.csv"'
    assert "content-length" not in answer.headers
    assert answer.headers["nogletal-scope"] == "alle%20r%C3%A6kker"
    assert int(answer.headers["nogletal-data-version"]) > 0
    few = small_client.load({"dimensions": ["kommuner.region"]}, "text/csv")
    assert len(few.text.splitlines()) == 6


def test_excel_gets_its_dialect_from_a_link(client) -> None:
    text = client.load({"measures": ["ydelse.dagsats_gennemsnit"]}, "*/*", dialekt="excel-da").content
    assert text.startswith(b"\xef\xbb\xbfydelse.dagsats_gennemsnit\r\n")
    assert b"," in text.splitlines()[1]


def test_arrow_and_csv_and_json_hold_the_same_cells(client) -> None:
    query = {"dimensions": ["kommuner.kommune"], "measures": ["kommuner.antal_kommuner"]}
    table = pa.ipc.open_stream(client.load(query, "application/vnd.apache.arrow.stream").content).read_all()
    in_json = client.load(query).json()["data"]
    in_csv = list(csv.DictReader(io.StringIO(client.load(query, "text/csv").text, newline="")))
    assert [{key: str(value) for key, value in row.items()} for row in table.to_pylist()] == in_json == in_csv


def test_parquet_is_the_arrow_answer_in_a_file(client) -> None:
    arrow = client.load(ALL, "application/vnd.apache.arrow.stream")
    parquet = client.load(ALL, "application/vnd.apache.parquet")
    read = pq.read_table(pa.BufferReader(parquet.content))
    assert read.sort_by("ydelse.ydelse_id").equals(
        pa.ipc.open_stream(arrow.content).read_all().sort_by("ydelse.ydelse_id"), check_metadata=True
    )
    assert read.num_rows > 1_000
    assert parquet.headers["content-type"] == "application/vnd.apache.parquet"
    assert parquet.headers["content-disposition"] == 'attachment; filename="ydelse.parquet"'
    assert parquet.headers["nogletal-scope"] == arrow.headers["nogletal-scope"]
    assert "content-length" not in parquet.headers


def test_a_link_gives_a_workbook(client, small_client) -> None:
    query = {"dimensions": ["kommuner.kommune"], "measures": ["kommuner.antal_kommuner"]}
    answer = client.load(query, "text/html,*/*;q=0.8", format="xlsx")
    assert answer.headers["content-type"] == XLSX
    assert answer.headers["content-disposition"] == 'attachment; filename="kommuner.xlsx"'
    figures, about = openpyxl.load_workbook(io.BytesIO(answer.content)).worksheets
    rows = list(figures.iter_rows(min_row=2, values_only=True))
    assert [dict(zip(query["dimensions"] + query["measures"], map(str, row), strict=True)) for row in rows] == (
        client.load(query).json()["data"]
    )
    assert len(rows) == 98
    assert about["B4"].value == "alle rækker"
    refused = small_client.load(ALL, XLSX)  # more rows than the server gives: told before a byte is sent
    assert (refused.status_code, refused.json()["code"]) == (413, "L501")


def test_nothing_is_sent_of_what_is_whole_before_it_is_there() -> None:
    whole = Encoding(b"", lambda batch: b"", lambda: b"file", whole=True)
    with pytest.raises(LimitError):
        Pieces(whole, batches(3, LimitError(Problem("L501", "too many rows")))).first(Cancellation())
    pieces, wire = Pieces(whole, batches(3)), Wire()
    pieces.first(Cancellation())
    asyncio.run(stream(pieces, wire, Cancellation()))
    assert b"".join(message.get("body", b"") for message in wire.sent) == b"file"


def test_what_is_whole_is_not_made_for_a_client_that_left() -> None:
    cancellation, sizes = Cancellation(), []

    def encode(batch: pa.RecordBatch) -> bytes:
        sizes.append(batch.num_rows)
        if len(sizes) == 2:
            cancellation.cancel()
        return b""

    def tail() -> bytes:
        raise AssertionError("nobody waits for the file")

    one = pa.record_batch({"a": range(5 * ROWS_AT_ONCE)})  # all rows of a long view come at once
    for found in (iter([one]), iter([one.slice(0, ROWS_AT_ONCE + 1)])):
        cancellation = Cancellation()
        sizes.clear()
        with pytest.raises(LimitError) as left:
            Pieces(Encoding(b"", encode, tail, whole=True), found).first(cancellation)
        assert (left.value.code, sizes[0], len(sizes)) == ("L503", ROWS_AT_ONCE, 2)


def batches(count: int, error: Exception | None = None) -> Iterator[pa.RecordBatch]:
    yield from [BATCH] * count
    if error:
        raise error


class Wire:
    """What an ASGI server would see. `gone` is when the client leaves."""

    def __init__(self) -> None:
        self.sent: list[dict[str, Any]] = []
        self.gone = asyncio.Event()

    async def receive(self) -> dict[str, Any]:
        await self.gone.wait()
        return {"type": "http.disconnect"}

    async def send(self, message: dict[str, Any]) -> None:
        self.sent.append(message)

    @property
    def is_whole(self) -> bool:
        return self.sent[-1].get("more_body") is False


async def stream(pieces: Pieces, wire: Wire, cancellation: Cancellation) -> None:
    answer = Download(pieces, "text/csv", {}, cancellation, anyio.CapacityLimiter(2))
    await answer({"type": "http"}, wire.receive, wire.send)


@pytest.mark.parametrize("error", [None, LimitError(Problem("L501", "too many rows"))])
def test_an_error_midway_ends_the_answer_without_its_end(error: Exception | None) -> None:
    wire, pieces = Wire(), Pieces(LINES, batches(3, error))
    asyncio.run(stream(pieces, wire, Cancellation()))
    assert b"".join(message.get("body", b"") for message in wire.sent) == b"hrowrowrow"
    assert wire.is_whole == (error is None)


def test_a_client_that_leaves_ends_the_stream() -> None:
    released = threading.Event()

    class Endless:
        def __iter__(self) -> Endless:
            return self

        def __next__(self) -> pa.RecordBatch:
            return BATCH

        def close(self) -> None:
            released.set()

    async def leave() -> Wire:
        wire, cancellation = Wire(), Cancellation()
        asyncio.get_running_loop().call_later(0.1, wire.gone.set)
        await asyncio.wait_for(stream(Pieces(LINES, Endless()), wire, cancellation), 10)
        assert cancellation.cancelled
        return wire

    assert not asyncio.run(leave()).is_whole
    assert released.is_set()


def test_a_client_that_leaves_presses_the_stop_button() -> None:
    async def ask() -> bool:
        cancellation, stopped = Cancellation(), threading.Event()
        cancellation.bind(stopped.set)

        async def receive() -> dict[str, Any]:
            return {"type": "http.disconnect"}

        request = Request({"type": "http", "headers": []}, receive)
        return await run(request, cancellation, anyio.CapacityLimiter(1), lambda: stopped.wait(10))

    assert asyncio.run(ask())
