"""Intervals: months, days and microseconds, none of which is turned into another."""

from __future__ import annotations

import numpy as np
import pyarrow as pa

from server.postgres.encode.pieces import Fixed, Piece

LAYOUT = np.dtype([("months", np.int32), ("days", np.int32), ("nanos", np.int64)])
SECOND = 1_000_000  # in microseconds


def interval_binary(array: pa.Array) -> tuple[Piece, ...]:
    """Microseconds, days and months; what is shorter than a microsecond is left out."""
    parts = _parts(array)
    nanos = parts["nanos"]
    return np.sign(nanos) * (np.abs(nanos) // 1000), parts["days"], parts["months"]


def interval_text(array: pa.Array) -> tuple[Piece, ...]:
    """PostgreSQL's own style: `1 year 2 mons -3 days +04:05:06.7`."""
    parts = _parts(array)
    columns = (parts[name].tolist() for name in ("months", "days", "nanos"))
    texts = [interval_words(months, days, _whole(nanos)) for months, days, nanos in zip(*columns, strict=True)]
    return (pa.array([one.encode() for one in texts], pa.binary()),)


def interval_words(months: int, days: int, micros: int) -> str:
    """
    >>> interval_words(-14, 0, 0), interval_words(1, -3, 14706700000), interval_words(0, 0, -500000)
    ('-1 years -2 mons', '1 mon -3 days +04:05:06.7', '-00:00:00.5')
    """
    sign = -1 if months < 0 else 1
    years, left = divmod(abs(months), 12)
    words, before = [], False
    for count, unit in ((sign * years, "year"), (sign * left, "mon"), (days, "day")):
        if count:
            words.append(f"{'+' if before and count > 0 else ''}{count} {unit}{'' if count == 1 else 's'}")
            before = count < 0
    if micros or not words:
        words.append(f"{'-' if micros < 0 else '+' if before else ''}{_clock(abs(micros))}")
    return " ".join(words)


def _parts(array: pa.Array) -> Fixed:
    return np.frombuffer(array.buffers()[1], LAYOUT, len(array), array.offset * LAYOUT.itemsize)


def _whole(nanos: int) -> int:
    return nanos // 1000 if nanos >= 0 else -(-nanos // 1000)


def _clock(micros: int) -> str:
    seconds, fraction = divmod(micros, SECOND)
    part = f".{fraction:06d}".rstrip("0") if fraction else ""
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}{part}"
