"""Result → the formats of `--format` that are bytes: CSV, JSON, Arrow and Excel. Numbers keep every digit."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from itertools import chain, repeat
from typing import BinaryIO

import pyarrow as pa

from semantic.result import Column, Result, Stamp
from server.tabular import arrow, csv, xlsx
from server.tabular.cells import NUMBERS, cell_texts
from server.tabular.encoding import Encoding


def json_rows(result: Result) -> Encoding:
    """A list of objects keyed by `view.member`. Decimals are JSON numbers with all their digits: 100.60 stays so."""
    keys = [json.dumps(column.name, ensure_ascii=False) for column in result.columns]
    starts = chain(["\n"], repeat(",\n"))

    def encode(batch: pa.RecordBatch) -> bytes:
        columns = map(_json, batch.columns, result.columns)
        members = ([f"{key}: {cell}" for cell in cells] for key, cells in zip(keys, columns, strict=True))
        return "".join(f"{next(starts)}  {{{', '.join(row)}}}" for row in zip(*members, strict=True)).encode()

    return Encoding(b"[", encode, lambda: b"\n]\n")


def _json(values: pa.Array, column: Column) -> Iterator[str]:
    """Each cell as JSON text; JSON has no word for infinity or NaN."""
    bare = column.type in NUMBERS or column.type == "boolean"
    for text in cell_texts(values, column).to_pylist():
        if text is None or text in ("nan", "inf", "-inf") and column.type == "double":
            yield "null"
        else:
            yield text if bare else json.dumps(text, ensure_ascii=False)


FORMATS: Mapping[str, Callable[[Result, csv.Dialect], Encoding]] = {
    "csv": lambda result, dialect: csv.encoding(result.columns, dialect),
    "json": lambda result, _: json_rows(result),
    "arrow": lambda result, _: arrow.encoding(result),
    "xlsx": lambda result, _: xlsx.encoding(result),
}


def write(result: Result, form: str, out: BinaryIO, dialect: csv.Dialect = "rfc4180") -> None:
    """The whole answer in that format, batch by batch."""
    encoding = FORMATS[form](result, dialect)
    out.write(encoding.head)
    for batch in result.batches:
        out.write(encoding.encode(batch))
    out.write(encoding.tail())


def stamp_lines(stamp: Stamp) -> list[str]:
    """Where the answer is from, on one line, and a line for each thing a reader must know."""
    source = f" ({stamp.as_of_source})" if stamp.as_of_source else ""
    origin = (
        f"opgjort_pr {stamp.as_of.isoformat()}{source} · dataversion {stamp.data_version}"
        f" · model {stamp.model_version} · omfang {stamp.scope}"
    )
    return [origin, *stamp.notes]
