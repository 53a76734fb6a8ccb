"""The engine's columns as they are sent: of PostgreSQL's types, names beside what is shown as a name."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import pyarrow as pa
import pyarrow.compute as pc

from server.postgres.catalogue import kinds
from server.postgres.catalogue.facts import Field
from server.postgres.catalogue.kinds import NAMED, NUMERIC, UUID, VECTORS
from server.postgres.catalogue.names import LABELS, Names
from server.postgres.types import IDENTIFIED

PLAIN = re.compile(r'[^\s{},"\\]+')  # an element that an array holds without quotes
WHOLE = pa.decimal128(38, 0)
EXACT = pa.decimal128(38, 16)  # of what the engine computes as a double


def as_sent(table: pa.Table, fields: Sequence[Field], names: Names) -> pa.Table:
    """The columns in order. Rows of no columns keep their number."""
    arrays = [_column(table.column(i), kinds.base(field.type), names) for i, field in enumerate(fields)]
    labels = [f"{i}:{field.name}" for i, field in enumerate(fields)]
    return pa.table(arrays, names=labels) if arrays else table.select([])


def _column(values: pa.ChunkedArray, oid: int, names: Names) -> pa.ChunkedArray:
    if oid in NAMED:
        return _numbers_with_names(values, names.texts.get(LABELS.get(oid, ""), {}))
    if pa.types.is_struct(values.type):
        return pa.chunked_array([pa.array([_row(one) for one in values.to_pylist()], pa.string())])
    if oid in VECTORS:
        words = [None if one is None else " ".join(map(str, one)) for one in values.to_pylist()]
        return pa.chunked_array([pa.array(words, pa.string())])
    if oid == NUMERIC:
        return values if pa.types.is_decimal(values.type) else pc.cast(values, _exact(values.type))
    if kinds.is_sent_as_text(oid):
        named = names.texts.get(LABELS.get(kinds.element(oid), ""), {})
        return pa.chunked_array([pa.array([_listed(one, named) for one in values.to_pylist()], pa.string())])
    if kinds.element(oid) == NUMERIC or UUID in (oid, kinds.element(oid)):
        return values
    wanted = kinds.arrow_type(oid)
    return values if values.type == wanted else pc.cast(values, wanted)


def _numbers_with_names(values: pa.ChunkedArray, texts: Mapping[int, tuple[str, bool]]) -> pa.ChunkedArray:
    """The identifiers, which are sent in binary, beside the names, which are sent as text."""
    numbers = pa.chunked_array(values.cast(pa.uint32()).chunks, pa.uint32()).combine_chunks()
    shown = pa.array([_named(one, texts) for one in numbers.to_pylist()], pa.string())
    both = pa.StructArray.from_arrays([numbers, shown], IDENTIFIED, mask=numbers.is_null())
    return pa.chunked_array([both])


def _exact(kind: pa.DataType) -> pa.DataType:
    return WHOLE if pa.types.is_integer(kind) else EXACT


def _row(value: Mapping[str, object] | None) -> str | None:
    """A composite value as PostgreSQL writes it."""
    if value is None:
        return None
    words = [str(one)[0].lower() if isinstance(one, bool) else str(one) for one in value.values()]
    return f"({','.join(words)})"


def _listed(values: Sequence[object] | None, texts: Mapping[int, tuple[str, bool]]) -> str | None:
    """An array as PostgreSQL writes it; of what is shown as a name, the names."""
    if values is None or isinstance(values, str):
        return values
    words = [_named(one, texts) if isinstance(one, int) else None if one is None else str(one) for one in values]
    return "{" + ",".join("NULL" if one is None else _quoted(one) for one in words) + "}"


def _quoted(word: str) -> str:
    if PLAIN.fullmatch(word) and word.upper() != "NULL":
        return word
    return '"' + word.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _named(oid: int | None, texts: Mapping[int, tuple[str, bool]]) -> str | None:
    if oid is None:
        return None
    return "-" if oid == 0 else texts.get(oid, (str(oid), False))[0]
