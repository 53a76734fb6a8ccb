"""The engine's columns as they are sent: of PostgreSQL's types, names in place of what is shown as a name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pyarrow as pa
import pyarrow.compute as pc

from server.postgres.catalogue import kinds
from server.postgres.catalogue.facts import Field
from server.postgres.catalogue.kinds import NAMED, NUMERIC, VECTORS
from server.postgres.catalogue.names import LABELS, Names

EXACT = pa.decimal128(38, 16)  # of what the engine computes as a double


def as_sent(table: pa.Table, fields: Sequence[Field], names: Names) -> pa.Table:
    """The columns in order. Rows of no columns keep their number."""
    arrays = [_column(table.column(i), kinds.base(field.type), names) for i, field in enumerate(fields)]
    labels = [f"{i}:{field.name}" for i, field in enumerate(fields)]
    return pa.table(arrays, names=labels) if arrays else table.select([])


def _column(values: pa.ChunkedArray, oid: int, names: Names) -> pa.ChunkedArray:
    if oid in NAMED:
        texts = names.texts.get(LABELS.get(oid, ""), {})
        return pa.chunked_array([pa.array([_named(one, texts) for one in values.to_pylist()], pa.string())])
    if pa.types.is_struct(values.type):
        return pa.chunked_array([pa.array([_row(one) for one in values.to_pylist()], pa.string())])
    if oid in VECTORS:
        words = [None if one is None else " ".join(map(str, one)) for one in values.to_pylist()]
        return pa.chunked_array([pa.array(words, pa.string())])
    if oid == NUMERIC:
        exact = pa.types.is_decimal(values.type)
        return values if exact else pc.cast(values, EXACT)
    if kinds.element(oid) in NAMED:
        return pc.cast(values, pa.list_(pa.string()))
    wanted = kinds.arrow_type(oid)
    return values if values.type == wanted else pc.cast(values, wanted)


def _row(value: Mapping[str, object] | None) -> str | None:
    """A composite value as PostgreSQL writes it."""
    if value is None:
        return None
    words = [str(one)[0].lower() if isinstance(one, bool) else str(one) for one in value.values()]
    return f"({','.join(words)})"


def _named(oid: object, texts: Mapping[int, tuple[str, bool]]) -> str | None:
    if oid is None or isinstance(oid, str):
        return oid
    assert isinstance(oid, int)
    return "-" if oid == 0 else texts.get(oid, (str(oid), False))[0]
