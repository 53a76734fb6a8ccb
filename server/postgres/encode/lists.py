"""Arrays and vectors, value by value: they are rare, and never long."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable, Sequence

import pyarrow as pa
import pyarrow.compute as pc

from server.postgres.encode.pieces import Piece, joined, spread

Row = Sequence[bytes | None]
# What an element is quoted for: `a b`, `{`, `"`, the empty text, and the word NULL in any letter case.
QUOTED = re.compile(rb'[\s"\\{},]|^$|^null$', re.IGNORECASE)
ESCAPED = re.compile(rb'(["\\])')


def is_list(kind: pa.DataType) -> bool:
    return bool(pa.types.is_list(kind) or pa.types.is_large_list(kind) or pa.types.is_fixed_size_list(kind))


def rows(array: pa.Array, encode: Callable[[pa.Array], tuple[Piece, ...]]) -> list[Row]:
    """The encoded elements of every row, None for NULL. `encode` is given the elements that are not NULL."""
    elements = array.flatten()
    some = elements.drop_null()
    valid = pc.is_valid(elements).to_numpy(zero_copy_only=False)
    found = spread(encode(some) if len(some) else (), valid)
    contents = joined(found.pieces, len(elements)).to_pylist() if found.pieces else [b""] * len(elements)
    cells = iter([content if one else None for content, one in zip(contents, valid, strict=True)])
    counts = pc.list_value_length(array).to_pylist()
    return [[next(cells) for _ in range(count)] for count in counts]


def split(array: pa.Array) -> pa.Array:
    """The numbers in the text of a vector."""
    return pa.array([[int(one) for one in text.split()] for text in array.to_pylist()], pa.list_(pa.int64()))


def array_text(content: Sequence[Row]) -> pa.Array:
    """`{1,NULL,"a b"}`."""
    return pa.array([b"{" + b",".join(map(_element, row)) + b"}" for row in content], pa.binary())


def array_binary(content: Sequence[Row], element: int, *, vector: bool = False) -> pa.Array:
    """Dimensions, whether there are NULLs, the element's type, the size, the first index, and the elements.

    An empty array has no dimension; a vector has always one, and counts from 0.
    """
    return pa.array([_array_bytes(row, element, vector) for row in content], pa.binary())


def vector_text(content: Sequence[Row]) -> pa.Array:
    """`1 2`."""
    return pa.array([b" ".join(one or b"" for one in row) for row in content], pa.binary())


def _element(text: bytes | None) -> bytes:
    if text is None:
        return b"NULL"
    return b'"' + ESCAPED.sub(rb"\\\1", text) + b'"' if QUOTED.search(text) else text


def _array_bytes(row: Row, element: int, vector: bool) -> bytes:
    if not row and not vector:
        return struct.pack("!iiI", 0, 0, element)
    head = struct.pack("!iiIii", 1, None in row, element, len(row), 0 if vector else 1)
    return head + b"".join(_sized(one) for one in row)


def _sized(content: bytes | None) -> bytes:
    return struct.pack("!i", -1) if content is None else struct.pack("!i", len(content)) + content
