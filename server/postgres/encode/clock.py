"""Times of day and points in time, to the microsecond."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from semantic.errors import Problem, UnsupportedError
from server.postgres.encode.days import FIRST, LAST, YEAR_2000, civil, day_pieces
from server.postgres.encode.numbers import values
from server.postgres.encode.pieces import Fixed, Piece, binary, constant, mixed
from server.postgres.encode.zone import offset_text, offsets, zone_words

SECOND, DAY = 1_000_000, 86_400_000_000  # in microseconds
INFINITY = np.iinfo(np.int64).max  # DuckDB's, and its negative
Micros = npt.NDArray[np.int64]


def time_text(array: pa.Array) -> tuple[Piece, ...]:
    """The time of day; 24:00:00 is one."""
    return clock_pieces(values(array.cast(pa.time64("us")).cast(pa.int64())))


def time_binary(array: pa.Array) -> tuple[Piece, ...]:
    return (values(array.cast(pa.time64("us")).cast(pa.int64())),)


def timestamp_text(array: pa.Array, timezone: str | None) -> tuple[Piece, ...]:
    """The point in time as the clocks of the time zone show it, with its offset; without a zone, as it is."""
    micros = _micros(array)
    away = None if timezone is None else offsets(micros, timezone)
    days, rest = _local(micros, away)
    usual = (days >= FIRST) & (days <= LAST)  # infinity is not among them
    if usual.all():
        return _usual(days, rest, away)
    others = [_bytes(*one, timezone is not None) for one in _listed(~usual, micros, days, rest, away)]
    return (mixed(usual, _usual(days[usual], rest[usual], None if away is None else away[usual]), others),)


def timestamp_binary(array: pa.Array) -> tuple[Piece, ...]:
    """Microseconds from 2000-01-01. Raises UnsupportedError (U404) for what lies too long before."""
    micros, bounds = _micros(array), np.iinfo(np.int64)
    first = bounds.min + YEAR_2000 * DAY + 1
    if ((micros < first) & (micros > -INFINITY)).any():
        raise UnsupportedError(Problem("U404", "A point in time lies before what the binary format can hold."))
    found = np.where(micros <= -INFINITY, bounds.min, np.maximum(micros, first) - YEAR_2000 * DAY)
    return (np.where(micros >= INFINITY, bounds.max, found),)


def clock_pieces(micros: Micros) -> tuple[Piece, ...]:
    """Hours, minutes and seconds, and the fraction where there is one, without zeros at its end."""
    seconds = micros // SECOND
    fraction = micros - seconds * SECOND
    return (_second_texts()[seconds], *_fraction(fraction))


def _micros(array: pa.Array) -> Micros:
    kind = pa.timestamp("us", array.type.tz)
    exact: Micros = values((array if array.type == kind else array.cast(kind, safe=False)).cast(pa.int64()))
    return exact


@cache
def _second_texts() -> Fixed:
    """The text of every second of a day, and of its end."""
    seconds = range(DAY // SECOND + 1)
    return np.array([f"{one // 3600:02d}:{one // 60 % 60:02d}:{one % 60:02d}".encode() for one in seconds])


def _fraction(fraction: Micros) -> tuple[Piece, ...]:
    """`.5`, `.000001`, or nothing for a whole second."""
    if not fraction.any():
        return ()
    ciphers = np.empty((len(fraction), 7), np.uint8)
    ciphers[:, 0] = ord(".")
    kept = np.zeros((len(fraction), 7), np.bool_)
    rest, seen = fraction, np.zeros(len(fraction), np.bool_)
    for place in range(6, 0, -1):
        above = rest // 10
        cipher = rest - above * 10
        seen = seen | (cipher != 0)
        ciphers[:, place], kept[:, place], rest = cipher + ord("0"), seen, above
    kept[:, 0] = seen
    ends = np.concatenate(([0], np.cumsum(kept.sum(axis=1))))
    return (binary(ends, ciphers[kept]),)


def _local(micros: Micros, away: Micros | None) -> tuple[Micros, Micros]:
    """The day and the microseconds into it, that many seconds away; no sum of the two goes beyond 64 bits."""
    days = micros // DAY
    rest = micros - days * DAY
    if away is None or not away.any():
        return days, rest
    rest = rest + away * SECOND
    carried = rest // DAY
    return days + carried, rest - carried * DAY


def _usual(days: Micros, rest: Micros, away: Micros | None) -> tuple[Piece, ...]:
    pieces = (*day_pieces(days), constant(b" "), *clock_pieces(rest))
    return pieces if away is None else (*pieces, offset_text(away))


def _listed(
    which: npt.NDArray[np.bool_], micros: Micros, days: Micros, rest: Micros, away: Micros | None
) -> Iterator[tuple[int, int, int, int]]:
    columns = (micros, days, rest, np.zeros_like(micros) if away is None else away)
    return zip(*(column[which].tolist() for column in columns), strict=True)


def _bytes(micros: int, days: int, rest: int, away: int, zoned: bool) -> bytes:
    """One point in time before year 1, after 9999 or never."""
    if abs(micros) >= INFINITY:
        return b"infinity" if micros > 0 else b"-infinity"
    day, era = civil(days)
    seconds, fraction = divmod(rest, SECOND)
    clock = _second_texts()[seconds].decode()
    part = f".{fraction:06d}".rstrip("0") if fraction else ""
    return f"{day} {clock}{part}{zone_words(away) if zoned else ''}{era}".encode()
