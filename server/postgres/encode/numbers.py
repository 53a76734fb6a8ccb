"""Whole numbers, truth values and floating-point numbers, as PostgreSQL 12 and later write them."""

from __future__ import annotations

import math
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
import pyarrow as pa

from server.postgres.encode.pieces import Fixed, Piece, mixed

SMALLEST_PLAIN = 1e-4  # below it PostgreSQL writes an exponent
LARGEST_PLAIN = {np.dtype(np.float32): 1e6, np.dtype(np.float64): 1e15}  # and from here on
LARGEST_OF_ARROW = 1e10  # from here on Arrow writes an exponent
TRUTH = np.array([b"f", b"t"])


def values(array: pa.Array) -> Fixed:
    """The values of an array of fixed width without NULL, not copied."""
    kind = np.dtype(array.type.to_pandas_dtype())
    return np.frombuffer(array.buffers()[1], kind, len(array), array.offset * kind.itemsize)


def text(array: pa.Array) -> pa.Array:
    """Arrow's own text, as binary."""
    return array.cast(pa.string()).view(pa.binary())


def truth_text(array: pa.Array) -> tuple[Piece, ...]:
    return (TRUTH[values(array.cast(pa.uint8()))],)


def truth_binary(array: pa.Array) -> tuple[Piece, ...]:
    return (values(array.cast(pa.uint8())),)


def number_text(array: pa.Array) -> tuple[Piece, ...]:
    return (text(array),)


def number_binary(array: pa.Array) -> tuple[Piece, ...]:
    return (values(array),)


def float_text(array: pa.Array) -> tuple[Piece, ...]:
    """The shortest digits that give the number back. Arrow has the same digits, and other rules for the exponent."""
    numbers = values(array)
    size = np.abs(numbers)
    plain = (size >= SMALLEST_PLAIN) & (size < min(LARGEST_OF_ARROW, LARGEST_PLAIN[numbers.dtype])) | (size == 0)
    if plain.all():
        return (text(array),)
    usual = text(array.filter(pa.array(plain)))
    others = numbers[~plain]
    written = [float8_bytes(one) for one in others.tolist()] if others.itemsize == 8 else [*map(float4_bytes, others)]
    return (mixed(plain, (usual,), written),)


def float8_bytes(number: float) -> bytes:
    """
    >>> float8_bytes(1e15), float8_bytes(12345678901.5), float8_bytes(1.5e-7), float8_bytes(-math.inf)
    (b'1e+15', b'12345678901.5', b'1.5e-07', b'-Infinity')
    """
    if abs(number) < LARGEST_PLAIN[np.dtype(np.float64)]:
        return repr(number).removesuffix(".0").encode()  # Python has PostgreSQL's rule for the small ones
    return _large(np.float64(number), Decimal(repr(number))) if math.isfinite(number) else _unbounded(number)


def float4_bytes(number: np.float32) -> bytes:
    """
    >>> float4_bytes(np.float32(1e6)), float4_bytes(np.float32(1.5e-7)), float4_bytes(np.float32(0.1))
    (b'1e+06', b'1.5e-07', b'0.1')
    """
    if number == 0 or SMALLEST_PLAIN <= abs(number) < LARGEST_PLAIN[np.dtype(np.float32)]:
        return np.format_float_positional(number, unique=True, trim="-").encode()
    return _large(number, Decimal(str(number))) if np.isfinite(number) else _unbounded(float(number))


def _unbounded(number: float) -> bytes:
    return b"NaN" if math.isnan(number) else b"Infinity" if number > 0 else b"-Infinity"


def _large(number: np.floating[Any], found: Decimal) -> bytes:
    """The number with an exponent of at least two digits; `found` are the fewest digits that give it back."""
    sign, digits, exponent = _within(number, found).normalize().as_tuple()
    tail = "".join(map(str, digits[1:]))
    power = int(exponent) + len(digits) - 1
    return f"{'-' if sign else ''}{digits[0]}{'.' if tail else ''}{tail}e{power:+03d}".encode()


def _within(number: np.floating[Any], found: Decimal) -> Decimal:
    """The decimal with the fewest digits between the number's own bounds, and the nearest of those.

    PostgreSQL never takes a bound itself, which some readers would round the other way: 1e23 is 9.999999999999999e+22.
    """
    if abs(number) < 1:  # a bound has too many digits there to be the shortest
        return found
    low, high = _bounds(number)
    if low < Fraction(found) < high:
        return found
    exact = Fraction(float(number))
    return next(one for one in _candidates(exact, found) if low < Fraction(one) < high)


def _bounds(number: np.floating[Any]) -> tuple[Fraction, Fraction]:
    """Half way to the next number on either side; above the largest number, as far as below it."""
    exact, kind = Fraction(float(number)), type(number)
    with np.errstate(over="ignore"):
        ends = [float(np.nextafter(number, kind(side))) for side in (-np.inf, np.inf)]
    gaps = [abs(exact - Fraction(end)) / 2 for end in ends if math.isfinite(end)]
    return exact - gaps[0], exact + gaps[-1]


def _candidates(exact: Fraction, found: Decimal) -> Iterator[Decimal]:
    """The decimals of ever more digits on both sides of the number, the nearer first."""
    power = found.adjusted()
    for places in range(len(found.normalize().as_tuple().digits), 18):
        unit = Fraction(10) ** (power - places + 1)
        down = math.floor(exact / unit)
        for count in sorted((down, down + 1), key=lambda one: abs(exact - one * unit)):
            yield Decimal(count).scaleb(power - places + 1)
