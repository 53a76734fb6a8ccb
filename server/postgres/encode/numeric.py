"""Decimals of any width: the text with all digits of the scale, and PostgreSQL's digits to the base of 10,000."""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from server.postgres.encode.numbers import text
from server.postgres.encode.pieces import Fixed, Piece, binary, bytes_of, constant

BASE, PLACES = 10_000, 4  # each digit of PostgreSQL's is four of ours
NEGATIVE = 0x4000
NARROW_PLACES = 18  # what a 64-bit integer holds whatever the digits are
Groups = list[npt.NDArray[np.uint64]]


def numeric_text(array: pa.Array) -> tuple[Piece, ...]:
    """Sign and whole part, and the digits after the point."""
    scale, narrow = array.type.scale, _narrow(array)
    if scale == 0:
        return (text(_unscaled(array)),)
    if narrow is None:
        return _wide_text(array)
    size = np.abs(narrow).view(np.uint64)
    whole = size // np.uint64(10**scale)
    rest = size - whole * np.uint64(10**scale)
    return (_signed(whole, narrow < 0), *_fraction_text(rest, scale))


def numeric_binary(array: pa.Array) -> tuple[Piece, ...]:
    """Count of digits, weight of the first, sign, scale, and the digits without zeros at either end."""
    scale, narrow = array.type.scale, _narrow(array)
    if narrow is None:
        groups, whole, negative = _wide_groups(array)
    else:
        size = np.abs(narrow).view(np.uint64)
        groups, whole, negative = *_narrow_groups(size, scale), narrow < 0
    return _digits(groups, whole, negative, scale)


def _limbs(array: pa.Array) -> npt.NDArray[np.int64]:
    """The unscaled values in 64 bits each, the lowest first: a row for each value."""
    words = array.type.bit_width // 64
    flat = np.frombuffer(array.buffers()[1], np.int64, len(array) * words, array.offset * words * 8)
    return flat.reshape(-1, words)


def _narrow(array: pa.Array) -> npt.NDArray[np.int64] | None:
    """The unscaled values as 64-bit integers, or None where one does not fit."""
    limbs = _limbs(array)
    low = np.ascontiguousarray(limbs[:, 0])
    if array.type.scale > NARROW_PLACES or (low == np.iinfo(np.int64).min).any():
        return None
    above = low >> np.int64(63)
    return low if all((limbs[:, n] == above).all() for n in range(1, limbs.shape[1])) else None


def _unscaled(array: pa.Array) -> pa.Array:
    """The same digits as whole numbers."""
    wide = array.type.bit_width == 256
    whole = pa.decimal256(76, 0) if wide else pa.decimal128(38, 0)
    return pa.Array.from_buffers(whole, len(array), [None, array.buffers()[1]], offset=array.offset)


def _signed(whole: npt.NDArray[np.uint64], negative: npt.NDArray[np.bool_]) -> pa.Array:
    """The whole parts' text; -0.5 begins with -0."""
    signed = whole.view(np.int64)
    written = text(pa.array(np.where(negative, -signed, signed)))
    lost = negative & (whole == 0)
    return pc.replace_with_mask(written, pa.array(lost), pa.scalar(b"-0", pa.binary())) if lost.any() else written


@cache
def _table(places: int, point: bool) -> Fixed:
    """The text of every number of so many digits, with the decimal point before it if asked for."""
    mark = "." if point else ""
    return np.array([f"{mark}{n:0{places}d}".encode() for n in range(10**places)])


def _fraction_text(rest: npt.NDArray[np.uint64], scale: int) -> tuple[Piece, ...]:
    """The digits after the point, at most four to a piece."""
    first = (scale - 1) % PLACES + 1
    sizes = [first] + [PLACES] * ((scale - first) // PLACES)
    pieces, left = [], scale
    for size in sizes:
        left -= size
        part = rest // np.uint64(10**left) if left else rest
        rest = rest - part * np.uint64(10**left)
        pieces.append(_table(size, left + size == scale)[part.astype(np.intp)])
    return tuple(pieces)


def _wide_text(array: pa.Array) -> tuple[Piece, ...]:
    scale = array.type.scale
    written = _unscaled(array).cast(pa.string())
    digits = pc.utf8_lpad(pc.utf8_ltrim(written, "-"), scale + 1, "0")
    sign = pa.array(np.where(_limbs(array)[:, -1] < 0, "-", ""), pa.string())
    whole = pc.binary_join_element_wise(sign, pc.utf8_slice_codeunits(digits, 0, -scale), "")
    fraction = pc.utf8_slice_codeunits(digits, -scale, None)
    return whole.view(pa.binary()), constant(b"."), fraction.view(pa.binary())


def _narrow_groups(size: npt.NDArray[np.uint64], scale: int) -> tuple[Groups, int]:
    """Digits to the base of 10,000, the highest first, and how many of them stand before the point."""
    whole = size // np.uint64(10**scale)
    rest = size - whole * np.uint64(10**scale)
    groups: Groups = []
    while not groups or whole.any():
        above = whole // np.uint64(BASE)
        groups.insert(0, whole - above * np.uint64(BASE))
        whole = above
    count = len(groups)
    for left in range(scale - PLACES, -PLACES, -PLACES):
        part = rest // np.uint64(10**left) if left > 0 else rest
        rest = rest - part * np.uint64(10 ** max(left, 0))
        groups.append(part * np.uint64(10**-left) if left < 0 else part)
    return groups, count


def _wide_groups(array: pa.Array) -> tuple[Groups, int, npt.NDArray[np.bool_]]:
    scale = array.type.scale
    digits = pc.utf8_ltrim(_unscaled(array).cast(pa.string()), "-")
    longest = max(pc.max(pc.binary_length(digits)).as_py() - scale, 1)
    whole = -(-longest // PLACES)
    left = pc.utf8_lpad(digits, whole * PLACES + scale, "0")
    full = pc.utf8_rpad(left, (whole - (-scale // PLACES)) * PLACES, "0").view(pa.binary())
    ciphers = bytes_of(full).reshape(len(array), -1, PLACES) - np.uint8(ord("0"))
    found = ciphers.astype(np.uint64) @ np.array([1000, 100, 10, 1], np.uint64)
    return [np.ascontiguousarray(column) for column in found.T], whole, _limbs(array)[:, -1] < 0


def _digits(groups: Groups, whole: int, negative: npt.NDArray[np.bool_], scale: int) -> tuple[Piece, ...]:
    rows, count = len(negative), len(groups)
    kept = np.empty((rows, count), np.bool_)
    leading, number = _trim(groups, kept)
    content = np.empty((rows, count), ">u2")
    for place, group in enumerate(groups):
        content[:, place] = group
    weight = np.where(number, whole - 1 - leading, 0).astype(np.int16)
    sign = np.where(negative, NEGATIVE, 0).astype(np.uint16)
    offsets = np.concatenate(([0], np.cumsum(number, dtype=np.int32) * 2))
    return number, weight, sign, np.array(scale, np.int16), binary(offsets, content[kept])


def _trim(groups: Groups, kept: npt.NDArray[np.bool_]) -> tuple[npt.NDArray[np.int16], npt.NDArray[np.int16]]:
    """Marks in `kept` the digits from the first to the last that is not zero; how many zeros lead, how many stay."""
    rows, count = kept.shape
    some = [group != 0 for group in groups]
    leading, number, seen = np.zeros(rows, np.int16), np.zeros(rows, np.int16), np.zeros(rows, np.bool_)
    begun = []
    for one in some:
        seen = seen | one
        leading += ~seen
        begun.append(seen)
    seen = np.zeros(rows, np.bool_)
    for place in reversed(range(count)):
        seen = seen | some[place]
        stays = begun[place] & seen
        kept[:, place] = stays
        number += stays
    return leading, number
