"""A column to its cells, by PostgreSQL's type and format."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

import pyarrow as pa
import pyarrow.compute as pc

from semantic.errors import Problem, UnsupportedError
from server.postgres import types
from server.postgres.encode import clock, days, interval, lists, numbers, numeric, octets
from server.postgres.encode.pieces import Cells, Piece, spread
from server.postgres.types import PgType

TEXT, BINARY = 0, 1
Encode = Callable[[pa.Array], tuple[Piece, ...]]
"""From an array without NULL to its pieces."""


def cells(array: pa.Array, type_: PgType, format: int, timezone: str = "UTC") -> Cells:
    """The column's cells in text (0) or binary (1). `timezone` is what the text of a timestamptz is shown in."""
    if isinstance(array, pa.ExtensionArray):
        array = array.storage
    if pa.types.is_dictionary(array.type):
        array = array.dictionary_decode()
    if pa.types.is_struct(array.type):
        array, type_ = _part(array, type_, format)
    if not array.null_count:
        return Cells(encoder(type_, format, timezone)(array) if len(array) else ())
    valid = pc.is_valid(array).to_numpy(zero_copy_only=False)
    some = array.drop_null()
    return spread(encoder(type_, format, timezone)(some) if len(some) else (), valid)


def _part(array: pa.Array, type_: PgType, format: int) -> tuple[pa.Array, PgType]:
    """Of what is a number in binary and a name in text, the one that is asked for."""
    number, name = types.IDENTIFIED
    return pc.struct_field(array, name if format == TEXT else number), type_ if format == TEXT else types.OID


def encoder(type_: PgType, format: int, timezone: str) -> Encode:
    """What encodes the type's values. An array's elements go the same way."""
    if type_.oid in (types.INT2VECTOR.oid, types.OIDVECTOR.oid):
        return partial(_vector, type_, format)
    if type_.element:
        element = types.TYPES[type_.element]
        return partial(_array, element, format, encoder(element, format, timezone))
    if type_.oid == types.TIMESTAMPTZ.oid and format == TEXT:
        return partial(clock.timestamp_text, timezone=timezone)
    return (AS_TEXT if format == TEXT else AS_BINARY).get(type_.oid, written)


def written(array: pa.Array) -> tuple[Piece, ...]:
    """Text as it stands, in both formats."""
    if pa.types.is_binary(array.type) or pa.types.is_large_binary(array.type):
        return (array.cast(pa.binary()),)
    return (array.cast(pa.string()).view(pa.binary()),)


def _array(element: PgType, format: int, encode: Encode, array: pa.Array) -> tuple[Piece, ...]:
    if not lists.is_list(array.type):
        return _stand_in(format, array)
    content = lists.rows(array, lambda some: encode(some) if len(some) else ())
    return (lists.array_text(content) if format == TEXT else lists.array_binary(content, element.oid),)


def _vector(type_: PgType, format: int, array: pa.Array) -> tuple[Piece, ...]:
    element = types.TYPES[type_.element]
    if not lists.is_list(array.type):
        if format == TEXT:
            return written(array)
        array = lists.split(array)
    content = lists.rows(array, encoder(element, format, "UTC"))
    return (lists.vector_text(content) if format == TEXT else lists.array_binary(content, element.oid, vector=True),)


def _stand_in(format: int, array: pa.Array) -> tuple[Piece, ...]:
    if format == TEXT:
        return written(array)
    raise UnsupportedError(
        Problem("U404", "This column has no binary form here.", "Ask for it as text, or cast it to text.")
    )


def _as(kind: pa.DataType, encode: Encode) -> Encode:
    return lambda array: encode(array.cast(kind))


def _decimal(encode: Encode) -> Encode:
    return lambda array: encode(_wide(array))


def _wide(array: pa.Array) -> pa.Array:
    """Decimals of 128 bits or more. Raises TypeError for a floating-point number, which Arrow would round."""
    kind = array.type
    if pa.types.is_decimal(kind):
        return array if kind.bit_width >= 128 else array.cast(pa.decimal128(kind.precision, kind.scale))
    if not pa.types.is_integer(kind):
        raise TypeError(f"a numeric column holds {kind}")
    return array.cast(pa.decimal128(20, 0))


def _bytes(encode: Encode) -> Encode:
    return lambda array: encode(array.cast(pa.binary()))


def _name_of(array: pa.Array) -> tuple[Piece, ...]:
    """The number of what a name stands for (regclass…); a name itself has no binary form here."""
    if pa.types.is_integer(array.type):
        return numbers.number_binary(array.cast(pa.uint32()))
    return _stand_in(BINARY, array)


WHOLE: Mapping[int, pa.DataType] = {
    types.INT2.oid: pa.int16(),
    types.INT4.oid: pa.int32(),
    types.INT8.oid: pa.int64(),
    types.OID.oid: pa.uint32(),
    types.XID.oid: pa.uint32(),
}
FLOATING: Mapping[int, pa.DataType] = {types.FLOAT4.oid: pa.float32(), types.FLOAT8.oid: pa.float64()}
AS_TEXT: Mapping[int, Encode] = {
    types.BOOL.oid: numbers.truth_text,
    **{oid: _as(kind, numbers.number_text) for oid, kind in WHOLE.items()},
    **{oid: _as(kind, numbers.float_text) for oid, kind in FLOATING.items()},
    types.NUMERIC.oid: _decimal(numeric.numeric_text),
    types.BYTEA.oid: _bytes(octets.bytes_text),
    types.UUID.oid: octets.uuid_text,
    types.DATE.oid: days.date_text,
    types.TIME.oid: clock.time_text,
    types.TIMESTAMP.oid: partial(clock.timestamp_text, timezone=None),
    types.INTERVAL.oid: interval.interval_text,
}
AS_BINARY: Mapping[int, Encode] = {
    types.BOOL.oid: numbers.truth_binary,
    **{oid: _as(kind, numbers.number_binary) for oid, kind in {**WHOLE, **FLOATING}.items()},
    types.NUMERIC.oid: _decimal(numeric.numeric_binary),
    types.UUID.oid: octets.uuid_binary,
    types.DATE.oid: days.date_binary,
    types.TIME.oid: clock.time_binary,
    types.TIMESTAMP.oid: clock.timestamp_binary,
    types.TIMESTAMPTZ.oid: clock.timestamp_binary,
    types.INTERVAL.oid: interval.interval_binary,
    types.REGPROC.oid: _name_of,
    types.REGCLASS.oid: _name_of,
    types.REGTYPE.oid: _name_of,
}
