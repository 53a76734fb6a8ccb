"""Collected and the shape of its rows → JSON text.

Each column becomes JSON text once, in Arrow, and the rows are woven from those columns and the constant text between
them. No cell passes through Python, so that it costs about as much as a cell of a flat answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

import orjson
import pyarrow as pa
import pyarrow.compute as pc

from semantic.result import Collected, Column
from server.graphql.parse import Branch, Cell, Constant, Part
from server.tabular.cells import day_texts, midnight_texts, moment_texts

BATCH_ROWS = 16_384
EXPONENT_FROM = 7  # decimals: tiny values of such a column are written by Arrow with an exponent
Woven = str | Cell  # text that is the same in every row, or a value


def encode(collected: Collected, row: Sequence[Part]) -> bytes:
    """The rows as a JSON array, each of the shape `row`."""
    woven = list(_joined(_weave(row)))
    places = {column.name: place for place, column in enumerate(collected.columns)}
    batches = collected.table.to_batches(max_chunksize=BATCH_ROWS)
    rows = (_rows(batch, collected.columns, places, woven) for batch in batches if batch.num_rows)
    return b"[" + b",".join(rows) + b"]"


def _weave(parts: Sequence[Part]) -> Iterator[Woven]:
    for number, part in enumerate(parts):
        yield f"{',' if number else '{'}{_json(part.key)}:"
        if isinstance(part, Branch):
            yield from _weave(part.parts)
        else:
            yield _json(part.text) if isinstance(part, Constant) else part
    yield "}" if parts else "{}"


def _json(text: str | None) -> str:
    return orjson.dumps(text).decode()


def _joined(woven: Iterator[Woven]) -> Iterator[Woven]:
    """The same with neighbouring texts joined."""
    for constant, run in groupby(woven, lambda one: isinstance(one, str)):
        if constant:
            yield "".join(str(text) for text in run)
        else:
            yield from run


def _rows(batch: pa.RecordBatch, columns: Sequence[Column], places: Mapping[str, int], woven: Sequence[Woven]) -> bytes:
    """The batch's rows as JSON objects, a comma between each two."""
    asked = {one.column for one in woven if isinstance(one, Cell)}
    texts = {name: _texts(batch.column(places[name]), columns[places[name]]) for name in asked}
    if not texts:
        return b",".join([str(woven[0]).encode()] * batch.num_rows)
    parts = [texts[one.column] if isinstance(one, Cell) else one for one in woven]
    rows = pc.binary_join_element_wise(*parts, "")
    whole = pa.LargeListArray.from_arrays(pa.array([0, len(rows)], pa.int64()), rows)
    joined: bytes = pc.binary_join(whole, ",")[0].as_buffer().to_pybytes()
    return joined


def _texts(array: pa.Array, column: Column) -> pa.Array:
    """Each value as JSON text, `null` for NULL."""
    if column.type in ("bigint", "decimal"):
        return _quoted(_digits(array, column.decimals))
    if column.type == "date" and column.role in ("stamp", "measure"):
        return _quoted(day_texts(array))
    if column.type in ("date", "timestamp"):
        return _quoted(moment_texts(array) if column.type == "timestamp" else midnight_texts(array))
    if column.type == "text":
        return _escaped(array)
    if column.type == "double":
        array = pc.if_else(pc.is_finite(array), array, None)
    return array.cast(pa.string()).fill_null("null")


def _quoted(texts: pa.Array) -> pa.Array:
    return pc.binary_join_element_wise('"', texts, '"', "").fill_null("null")


def _digits(array: pa.Array, decimals: int | None) -> pa.Array:
    """All digits without an exponent, exactly `decimals` of them behind the point where the column declares them."""
    if pa.types.is_integer(array.type):
        array = array.cast(pa.decimal128(38, 0)) if decimals else array
    if decimals is not None and pa.types.is_decimal(array.type) and array.type.scale != decimals:
        array = array.cast(pa.decimal256(76, decimals))
    if pa.types.is_decimal(array.type) and array.type.scale >= EXPONENT_FROM:
        return pa.array([None if value is None else format(value, "f") for value in array.to_pylist()], pa.string())
    return array.cast(pa.string())


def _escaped(array: pa.Array) -> pa.Array:
    """JSON strings; each different text is escaped once."""
    plain = array.cast(pa.string()).dictionary_encode()
    escaped = pa.array([_json(text) for text in plain.dictionary.to_pylist()], pa.string())
    return pa.DictionaryArray.from_arrays(plain.indices, escaped).cast(pa.string()).fill_null("null")
