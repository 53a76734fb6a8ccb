"""What PostgreSQL sends, value by value and row by row: slow, plain, and itself checked against a real PostgreSQL.

Values are Python's: bool, int, float, Decimal (its exponent is the scale), str, bytes, UUID and list; a date is days
and a time or timestamp microseconds from 1970, an interval (months, days, microseconds); None is NULL.
"""

from __future__ import annotations

import math
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np

from server.postgres import types as T
from server.postgres.types import PgType

SECOND, DAY = 1_000_000, 86_400_000_000
CYCLE = 146_097  # days of 400 years
FROM_1970 = 10_957  # days to 2000-01-01
DATE_INFINITY, TIME_INFINITY = 2**31 - 1, 2**63 - 1  # as DuckDB holds them


def text(value: Any, kind: PgType, timezone: str = "UTC") -> str:
    """The text of a value that is not NULL."""
    if kind in (T.INT2VECTOR, T.OIDVECTOR):
        return " ".join(map(str, value))
    if kind.element:
        return "{" + ",".join(_element(one, T.TYPES[kind.element], timezone) for one in value) + "}"
    if kind == T.BOOL:
        return "t" if value else "f"
    if kind in (T.FLOAT4, T.FLOAT8):
        return float_text(value, kind.size)
    if kind == T.NUMERIC:
        return f"{value:f}"
    if kind == T.BYTEA:
        return "\\x" + value.hex()
    if kind == T.DATE:
        return infinite(value, DATE_INFINITY) or "".join(civil(value))
    if kind == T.TIME:
        return clock(value)
    if kind in (T.TIMESTAMP, T.TIMESTAMPTZ):
        return infinite(value, TIME_INFINITY) or moment(value, timezone if kind == T.TIMESTAMPTZ else None)
    if kind == T.INTERVAL:
        return interval_text(*value)
    return str(value)


def binary(value: Any, kind: PgType) -> bytes:
    """The binary form of a value that is not NULL."""
    if kind.element:
        return array_binary(value, kind)
    if kind == T.BOOL:
        return b"\1" if value else b"\0"
    if kind in (T.INT2, T.INT4, T.INT8):
        return value.to_bytes(kind.size, "big", signed=True)
    if kind in (T.OID, T.XID):
        return value.to_bytes(4, "big")
    if kind in (T.FLOAT4, T.FLOAT8):
        return struct.pack("!f" if kind == T.FLOAT4 else "!d", value)
    if kind == T.NUMERIC:
        return numeric_binary(value)
    if kind == T.BYTEA:
        return value
    if kind == T.UUID:
        return value.bytes
    if kind == T.DATE:
        return struct.pack("!i", bound(value, DATE_INFINITY, 31) or value - FROM_1970)
    if kind == T.TIME:
        return struct.pack("!q", value)
    if kind in (T.TIMESTAMP, T.TIMESTAMPTZ):
        return struct.pack("!q", bound(value, TIME_INFINITY, 63) or value - FROM_1970 * DAY)
    if kind == T.INTERVAL:
        months, days, micros = value
        return struct.pack("!qii", micros, days, months)
    return value.encode()


def infinite(value: int, infinity: int) -> str | None:
    return "infinity" if value >= infinity else "-infinity" if value <= -infinity else None


def bound(value: int, infinity: int, bits: int) -> int | None:
    return 2**bits - 1 if value >= infinity else -(2**bits) if value <= -infinity else None


def float_text(value: float, size: int) -> str:
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    sign = "-" if math.copysign(1, value) < 0 else ""
    if value == 0:
        return f"{sign}0"
    found = shortest(abs(value), size)
    digits, power = "".join(map(str, found.as_tuple().digits)).rstrip("0"), found.adjusted()
    if -4 <= power < (6 if size == 4 else 15):
        return f"{sign}{found.normalize():f}"
    return f"{sign}{digits[0]}{'.' if digits[1:] else ''}{digits[1:]}e{power:+03d}"


def shortest(value: float, size: int) -> Decimal:
    """The nearest of the decimals with the fewest digits that lie between the two bounds, neither of them included."""
    kind = np.float32 if size == 4 else np.float64
    exact = Fraction(value)
    with np.errstate(over="ignore"):
        below, above = (float(np.nextafter(kind(value), kind(end))) for end in (-np.inf, np.inf))
    low = (exact + Fraction(below)) / 2
    high = (exact + Fraction(above)) / 2 if math.isfinite(above) else 2 * exact - low
    power = Decimal(value).adjusted()
    for places in range(1, 18):
        unit = Fraction(10) ** (power - places + 1)
        inside = [count for count in (exact // unit, exact // unit + 1) if low < count * unit < high]
        if inside:
            return Decimal(min(inside, key=lambda one: (abs(one * unit - exact), one % 2))).scaleb(power - places + 1)
    raise AssertionError("seventeen digits are always enough")


def numeric_binary(value: Decimal) -> bytes:
    sign, digits, exponent = value.as_tuple()
    if value.is_nan():
        return struct.pack("!hhHh", 0, 0, 0xC000, 0)
    scale = -int(exponent)
    padding = -scale % 4
    whole = int("".join(map(str, digits))) * 10**padding
    groups: list[int] = []
    while whole:
        whole, group = divmod(whole, 10_000)
        groups.insert(0, group)
    weight = len(groups) - 1 - (scale + padding) // 4
    while groups and groups[-1] == 0:
        groups.pop()
    sent = 0x4000 if sign and groups else 0
    return struct.pack(f"!hhHh{len(groups)}h", len(groups), weight if groups else 0, sent, scale, *groups)


def civil(day: int) -> tuple[str, str]:
    cycles = 0
    while day < -719_162:  # 0001-01-01
        day, cycles = day + CYCLE, cycles - 1
    while day > 2_932_896:  # 9999-12-31
        day, cycles = day - CYCLE, cycles + 1
    found = date(1970, 1, 1) + timedelta(days=day)
    year = found.year + 400 * cycles
    shown, era = (f"{year:04d}", "") if year > 0 else (f"{1 - year:04d}", " BC")
    return f"{shown}-{found.month:02d}-{found.day:02d}", era


def clock(micros: int) -> str:
    seconds, fraction = divmod(micros, SECOND)
    minutes, second = divmod(seconds, 60)
    part = f".{fraction:06d}".rstrip("0") if fraction else ""
    return f"{minutes // 60:02d}:{minutes % 60:02d}:{second:02d}{part}"


def moment(micros: int, timezone: str | None) -> str:
    offset = 0 if timezone is None else offset_at(micros, timezone)
    day, rest = divmod(micros + offset * SECOND, DAY)
    shown, era = civil(day)
    return f"{shown} {clock(rest)}{'' if timezone is None else zone_text(offset)}{era}"


def offset_at(micros: int, timezone: str) -> int:
    """Seconds from UTC; beyond Python's years as 400 years nearer, and before year 1 as in year 2."""
    seconds = micros // SECOND
    while seconds > 253_000_000_000:
        seconds -= CYCLE * 86_400
    at = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=max(seconds, -62_100_000_000))
    distance = at.astimezone(ZoneInfo(timezone)).utcoffset()
    assert distance is not None
    return int(distance.total_seconds())


def zone_text(offset: int) -> str:
    hours, rest = divmod(abs(offset), 3600)
    shown = f"{'-' if offset < 0 else '+'}{hours:02d}"
    if rest:
        shown += f":{rest // 60:02d}"
    return shown + (f":{rest % 60:02d}" if rest % 60 else "")


def interval_text(months: int, days: int, micros: int) -> str:
    shown = ""
    before = False
    years, left = int(months / 12), int(math.fmod(months, 12))
    for count, unit in ((years, "year"), (left, "mon"), (days, "day")):
        if count:
            plus = "+" if before and count > 0 else ""
            shown += f"{' ' if shown else ''}{plus}{count} {unit}{'' if count == 1 else 's'}"
            before = count < 0
    if micros or not shown:
        sign = "-" if micros < 0 else "+" if before else ""
        shown += f"{' ' if shown else ''}{sign}{clock(abs(micros))}"
    return shown


def _element(value: Any, kind: PgType, timezone: str) -> str:
    if value is None:
        return "NULL"
    shown = text(value, kind, timezone)
    plain = shown and shown.upper() != "NULL" and not any(one in '"\\{},\t\n\r\v\f ' for one in shown)
    return shown if plain else '"' + shown.replace("\\", "\\\\").replace('"', '\\"') + '"'


def array_binary(value: Sequence[Any], kind: PgType) -> bytes:
    vector = kind in (T.INT2VECTOR, T.OIDVECTOR)
    if not value and not vector:
        return struct.pack("!iii", 0, 0, kind.element)
    head = struct.pack("!iiiii", 1, None in value, kind.element, len(value), 0 if vector else 1)
    return head + b"".join(sized(None if one is None else binary(one, T.TYPES[kind.element])) for one in value)


def sized(content: bytes | None) -> bytes:
    return struct.pack("!i", -1) if content is None else struct.pack("!i", len(content)) + content


def encoded(value: Any, kind: PgType, format: int, timezone: str) -> bytes | None:
    if value is None:
        return None
    return binary(value, kind) if format else text(value, kind, timezone).encode()


def message(tag: bytes, content: bytes) -> bytes:
    return tag + struct.pack("!i", len(content) + 4) + content


def data_rows(
    rows: Sequence[Sequence[Any]], kinds: Sequence[PgType], formats: Sequence[int], timezone: str = "UTC"
) -> bytes:
    """The DataRow messages of the rows."""
    return b"".join(
        message(
            b"D",
            struct.pack("!h", len(kinds))
            + b"".join(sized(encoded(*cell, timezone)) for cell in zip(row, kinds, formats, strict=True)),
        )
        for row in rows
    )


@dataclass(frozen=True)
class Csv:
    delimiter: str = ","
    null: str = ""
    quote: str = '"'
    escape: str = '"'
    force: tuple[bool, ...] = ()


def copy_text(
    rows: Sequence[Sequence[Any]], kinds: Sequence[PgType], delimiter: str = "\t", null: str = "\\N"
) -> bytes:
    """The CopyData messages of COPY TO STDOUT in the text format."""
    marks = {"\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\v": "\\v", "\\": "\\\\"}
    marks.setdefault(delimiter, f"\\{delimiter}")
    lines = [
        delimiter.join(
            null if value is None else "".join(marks.get(one, one) for one in text(value, kind))
            for value, kind in zip(row, kinds, strict=True)
        )
        for row in rows
    ]
    return b"".join(message(b"d", f"{line}\n".encode()) for line in lines)


def copy_csv(rows: Sequence[Sequence[Any]], kinds: Sequence[PgType], how: Csv) -> bytes:
    """The CopyData messages of COPY TO STDOUT in the CSV format."""
    force = how.force or (False,) * len(kinds)
    lines = [
        how.delimiter.join(
            how.null if value is None else _csv_cell(text(value, kind), how, forced, len(kinds) == 1)
            for value, kind, forced in zip(row, kinds, force, strict=True)
        )
        for row in rows
    ]
    return b"".join(message(b"d", f"{line}\n".encode()) for line in lines)


def _csv_cell(shown: str, how: Csv, forced: bool, alone: bool) -> str:
    special = shown == how.null or (alone and shown == "\\.")
    if not (forced or special or any(one in shown for one in (how.delimiter, how.quote, "\n", "\r"))):
        return shown
    marked = "".join(how.escape + one if one in (how.quote, how.escape) else one for one in shown)
    return f"{how.quote}{marked}{how.quote}"


def copy_binary(rows: Sequence[Sequence[Any]], kinds: Sequence[PgType]) -> bytes:
    """The CopyData messages of COPY TO STDOUT in the binary format: the head goes with what comes first."""
    parts = [
        struct.pack("!h", len(kinds))
        + b"".join(sized(encoded(*cell, 1, "UTC")) for cell in zip(row, kinds, strict=True))
        for row in rows
    ]
    parts.append(b"\xff\xff")
    parts[0] = b"PGCOPY\n\xff\r\n\0" + struct.pack("!ii", 0, 0) + parts[0]
    return b"".join(message(b"d", part) for part in parts)
