"""Days as text, and what text and binary share of times: years before 1 and after 9999, and infinity."""

from __future__ import annotations

from datetime import date
from functools import cache

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from semantic.errors import Problem, UnsupportedError
from server.postgres.encode.numbers import values
from server.postgres.encode.pieces import Fixed, Piece, mixed

CYCLE = 146_097  # days of 400 years, after which the calendar repeats itself
YEAR_2000 = 10_957  # days from 1970, and where PostgreSQL begins to count
FIRST, LAST = -719_162, 2_932_896  # 0001-01-01 and 9999-12-31
INFINITY = np.iinfo(np.int32).max  # DuckDB's, and its negative
Days = npt.NDArray[np.int64]


def date_text(array: pa.Array) -> tuple[Piece, ...]:
    days = values(array.cast(pa.int32())).astype(np.int64)
    usual = (days >= FIRST) & (days <= LAST)
    if usual.all():
        return day_pieces(days)
    others = [_date_bytes(day) for day in days[~usual].tolist()]
    return (mixed(usual, day_pieces(days[usual]), others),)


def date_binary(array: pa.Array) -> tuple[Piece, ...]:
    """Days from 2000-01-01. Raises UnsupportedError (U404) for what lies too long before."""
    days = values(array.cast(pa.int32())).astype(np.int64)
    bounds = np.iinfo(np.int32)
    if ((days - YEAR_2000 <= bounds.min) & (days > -INFINITY)).any():
        raise UnsupportedError(Problem("U404", "A date lies before what the binary format can hold."))
    found = np.where(days >= INFINITY, bounds.max, np.where(days <= -INFINITY, bounds.min, days - YEAR_2000))
    return (found.astype(np.int32),)


def day_pieces(days: Days) -> tuple[Fixed, ...]:
    """The ten characters of each day, from 0001-01-01 to 9999-12-31."""
    years, texts = _calendar()
    cycle, day = np.divmod(days - YEAR_2000, CYCLE)
    return _year_texts()[years[day] + cycle * 400], texts[day]


@cache
def _calendar() -> tuple[npt.NDArray[np.int64], Fixed]:
    """The year and the `-MM-DD` of each day from 2000-01-01 until the calendar repeats itself."""
    written = np.datetime_as_string(np.arange(YEAR_2000, YEAR_2000 + CYCLE).astype("M8[D]")).astype("S10")
    characters = written.view("S1").reshape(CYCLE, 10)
    return np.array(characters[:, :4]).view("S4")[:, 0].astype(np.int64), np.array(characters[:, 4:]).view("S6")[:, 0]


@cache
def _year_texts() -> Fixed:
    return np.array([f"{year:04d}".encode() for year in range(10_000)])


def civil(day: int) -> tuple[str, str]:
    """The day in PostgreSQL's words, and ` BC` if it is before year 1; any number of days from 1970-01-01.

    >>> civil(0), civil(-719163), civil(2932897)
    (('1970-01-01', ''), ('0001-12-31', ' BC'), ('10000-01-01', ''))
    """
    cycles, rest = divmod(day - YEAR_2000, CYCLE)
    found = date.fromordinal(date(2000, 1, 1).toordinal() + rest)
    year = found.year + cycles * 400
    shown, era = (year, "") if year > 0 else (1 - year, " BC")
    return f"{shown:04d}-{found.month:02d}-{found.day:02d}", era


def _date_bytes(day: int) -> bytes:
    if abs(day) >= INFINITY:
        return b"infinity" if day > 0 else b"-infinity"
    return "".join(civil(day)).encode()
