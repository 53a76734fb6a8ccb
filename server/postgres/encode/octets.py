"""Bytes and UUIDs, whose text is hexadecimal."""

from __future__ import annotations

import numpy as np
import pyarrow as pa

from server.postgres.encode.pieces import Fixed, Piece, binary, bytes_of, constant, offsets_of

HEXADECIMAL = np.array([f"{n:02x}".encode() for n in range(256)])
GROUPS = (4, 6, 8, 10, 16)  # where the groups of a UUID's bytes end
NO_CIPHER = 255


def bytes_text(array: pa.Array) -> tuple[Piece, ...]:
    """`\\x` and two characters for each byte."""
    offsets = offsets_of(array)
    return constant(b"\\x"), binary((offsets - offsets[0]) * 2, HEXADECIMAL[bytes_of(array)])


def uuid_binary(array: pa.Array) -> tuple[Piece, ...]:
    """Sixteen bytes, from such bytes or from the text."""
    return (_sixteen(array).view("V16")[:, 0],)


def uuid_text(array: pa.Array) -> tuple[Piece, ...]:
    """The text in lower case."""
    written = HEXADECIMAL[_sixteen(array)]
    pieces: list[Piece] = []
    start = 0
    for end in GROUPS:
        pieces += [constant(b"-")] * bool(start)
        pieces.append(np.ascontiguousarray(written[:, start:end]).view(f"V{2 * (end - start)}")[:, 0])
        start = end
    return tuple(pieces)


def _sixteen(array: pa.Array) -> Fixed:
    """A row of sixteen bytes for each value. Raises ValueError for a text that is no UUID."""
    if pa.types.is_fixed_size_binary(array.type):
        return np.frombuffer(array.buffers()[1], np.uint8, len(array) * 16, array.offset * 16).reshape(-1, 16)
    written = array.cast(pa.string()).view(pa.binary())
    if (np.diff(offsets_of(written)) != 36).any():
        raise ValueError("a UUID's text has 36 characters")
    characters = bytes_of(written).reshape(-1, 36)
    ciphers = _CIPHERS[np.delete(characters, (8, 13, 18, 23), axis=1)]
    if (ciphers == NO_CIPHER).any():
        raise ValueError("a UUID's text is hexadecimal")
    return np.ascontiguousarray(ciphers[:, 0::2] << 4 | ciphers[:, 1::2])


def _ciphers() -> Fixed:
    """What each character is worth as a hexadecimal cipher."""
    found = np.full(256, NO_CIPHER, np.uint8)
    for worth, character in enumerate("0123456789abcdef"):
        found[ord(character)] = found[ord(character.upper())] = worth
    return found


_CIPHERS = _ciphers()
