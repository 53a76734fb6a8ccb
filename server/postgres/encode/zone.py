"""How far the clocks of a time zone are from UTC, for many points in time at once."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from server.postgres.encode.pieces import Piece, constant

SECOND, DAY = 1_000_000, 86_400_000_000  # in microseconds
CYCLE = 146_097  # days of 400 years, after which the calendar repeats itself
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
FIRST, LAST = -719_000, 2_932_000  # days that Python knows with room on both sides
Seconds = npt.NDArray[np.int64]


def offsets(micros: npt.NDArray[np.int64], timezone: str) -> Seconds:
    """Seconds to add to each point in time (microseconds from 1970, UTC). Raises as ZoneInfo for an unknown zone."""
    zone = ZoneInfo(timezone)
    if zone.key == "UTC":
        return np.zeros(len(micros), np.int64)
    days, places = np.unique(micros // DAY, return_inverse=True)
    ends = [(_offset(zone, day, 0), _offset(zone, day + 1, 0)) for day in days.tolist()]
    found: Seconds = np.array([start for start, _ in ends], np.int64)[places]
    changing = np.array([start != end for start, end in ends], np.bool_)[places]
    for row in np.flatnonzero(changing).tolist():
        day, rest = divmod(int(micros[row]), DAY)
        found[row] = _offset(zone, day, rest // SECOND)
    return found


@lru_cache(maxsize=100_000)
def _offset(zone: ZoneInfo, day: int, second: int) -> int:
    """Seconds from UTC at that second of the day from 1970. Beyond Python's years, as in the same year of 400."""
    known = day
    if day > LAST:
        known = LAST - CYCLE + (day - LAST) % CYCLE
    elif day < FIRST:
        known = FIRST
    moment = (EPOCH + timedelta(days=known, seconds=second)).astimezone(zone)
    distance = moment.utcoffset()
    assert distance is not None
    return int(distance.total_seconds())


def offset_text(seconds: Seconds) -> Piece:
    """`+00`, `+05:30`, `-00:50:20`; of no dimension where all are the same."""
    first = int(seconds[0]) if len(seconds) else 0
    if (seconds == first).all():
        return constant(zone_words(first).encode())
    found, places = np.unique(seconds, return_inverse=True)
    return pa.array([zone_words(one).encode() for one in found.tolist()], pa.binary()).take(pa.array(places))


def zone_words(seconds: int) -> str:
    """One offset's text."""
    minutes, second = divmod(abs(seconds), 60)
    hour, minute = divmod(minutes, 60)
    tail = f":{minute:02d}:{second:02d}" if second else f":{minute:02d}" if minute else ""
    return f"{'-' if seconds < 0 else '+'}{hour:02d}{tail}"
