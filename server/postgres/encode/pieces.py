"""The parts that rows are put together from, and the one join that does it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

Fixed = npt.NDArray[Any]
Piece: TypeAlias = "Fixed | pa.Array"
"""Some bytes of every row: an Arrow array of binary, or a numpy array of a fixed width.

Numbers of numpy are written big-endian, whatever order they are held in; an array of no dimension is the same in every
row.
"""


@dataclass(frozen=True)
class Cells:
    """A column as it is sent: its pieces in order, and which rows have a value (None: all). A NULL has no bytes."""

    pieces: tuple[Piece, ...]
    valid: npt.NDArray[np.bool_] | None = None


def binary(offsets: npt.NDArray[Any], content: Any) -> pa.Array:
    """A binary array over the bytes of `content`; one value fewer than there are offsets."""
    places = pa.py_buffer(np.ascontiguousarray(offsets, np.int32))
    return pa.Array.from_buffers(pa.binary(), len(offsets) - 1, [None, places, pa.py_buffer(content)])


def offsets_of(array: pa.Array) -> npt.NDArray[np.int32]:
    """Where each value of a binary array begins, and last where the last one ends."""
    return np.frombuffer(array.buffers()[1], np.int32, len(array) + 1, array.offset * 4)


def bytes_of(array: pa.Array) -> npt.NDArray[np.uint8]:
    """The bytes of all values of a binary array, one after the other."""
    offsets, content = offsets_of(array), array.buffers()[2]
    whole = np.frombuffer(content, np.uint8) if content is not None else np.empty(0, np.uint8)
    return whole[offsets[0] : offsets[-1]]


def constant(content: bytes) -> Fixed:
    """The same bytes in every row."""
    return np.array(np.void(content))


def lengths(cells: Cells) -> Fixed:
    """How many bytes each value has, -1 for NULL; of no dimension where all have the same."""
    found = _widths(cells.pieces)
    return found if cells.valid is None else np.where(cells.valid, found, np.int32(-1))


def _widths(pieces: Sequence[Piece]) -> Fixed:
    """How many bytes the pieces have in each row; of no dimension where all rows have the same."""
    same = sum(piece.itemsize for piece in pieces if isinstance(piece, np.ndarray))
    found: Fixed = np.array(same, np.int32)
    for piece in pieces:
        if not isinstance(piece, np.ndarray):
            found = found + np.diff(offsets_of(piece))
    return found


def spread(pieces: Sequence[Piece], valid: npt.NDArray[np.bool_]) -> Cells:
    """The pieces of the values alone, put where the rows have one."""
    places = np.concatenate(([0], np.cumsum(valid)))
    count = int(places[-1])
    if not count:
        return Cells((), valid)
    return Cells(tuple(_spread(as_binary(piece, count), places) for piece in pieces), valid)


def _spread(piece: pa.Array, places: npt.NDArray[Any]) -> pa.Array:
    return binary(offsets_of(piece)[places], piece.buffers()[2] or b"")


def as_binary(piece: Piece, rows: int) -> pa.Array:
    """The piece as a binary array of that many rows."""
    return _block([piece], rows) if isinstance(piece, np.ndarray) else piece


def _block(pieces: Sequence[Fixed], rows: int) -> pa.Array:
    """Pieces of fixed width that stand beside each other, as one."""
    written = _record(pieces, rows)
    return binary(np.arange(rows + 1, dtype=np.int32) * np.int32(written.itemsize), written)


def _record(pieces: Sequence[Fixed], rows: int) -> Fixed:
    record = np.empty(rows, [(str(n), piece.dtype.newbyteorder(">")) for n, piece in enumerate(pieces)])
    for n, piece in enumerate(pieces):
        record[str(n)] = piece
    return record


def joined(pieces: Sequence[Piece], rows: int) -> pa.Array:
    """Each row's bytes as one value. `pieces` hold no NULL, and at least one of them is there."""
    blocks = list(_blocks(pieces, rows))
    return blocks[0] if len(blocks) == 1 else pc.binary_join_element_wise(*blocks, pa.scalar(b"", pa.binary()))


def _blocks(pieces: Sequence[Piece], rows: int) -> Iterator[pa.Array]:
    for fixed, group in groupby(pieces, lambda piece: isinstance(piece, np.ndarray)):
        if fixed:
            yield _block(list(group), rows)
        else:
            yield from group


def messages(tag: bytes, pieces: Sequence[Piece], rows: int) -> pa.Array:
    """One message for each row: the tag, its length and the pieces. Their bytes lie one after the other."""
    length = np.asarray(_widths(pieces) + np.int32(4))
    return joined([constant(tag), length, *pieces], rows)


def mixed(usual: npt.NDArray[np.bool_], pieces: Sequence[Piece], others: Sequence[bytes]) -> pa.Array:
    """One binary array from the pieces of the usual values and the bytes of the others, in the rows' order."""
    count = int(usual.sum())
    parts = ([joined(pieces, count)] if count else []) + [pa.array(others, pa.binary())]
    place = np.empty(len(usual), np.int64)
    place[usual] = np.arange(count)
    place[~usual] = np.arange(count, len(usual))
    return pa.concat_arrays(parts).take(pa.array(place))
