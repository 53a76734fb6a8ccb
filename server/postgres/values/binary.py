"""Values from their binary form, every length checked before anything is read."""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from uuid import UUID

from server.postgres import types
from server.postgres.types import PgType
from server.postgres.values.fault import malformed, number_out_of_range, time_out_of_range
from server.postgres.values.interval import Interval
from server.postgres.values.numbers import MOST_PLACES

DAY_2000, MOMENT_2000 = date(2000, 1, 1), datetime(2000, 1, 1)
DAY = 86_400_000_000  # in microseconds
POSITIVE, NEGATIVE = 0x0000, 0x4000
SPECIAL = {0xC000: Decimal("NaN"), 0xD000: Decimal("Infinity"), 0xF000: Decimal("-Infinity")}


def from_binary(content: bytes, type_: PgType) -> object:
    """The value. Raises ParseError (P161, P162, P163)."""
    if type_.element:
        return _array(content, type_)
    layout = LAYOUTS.get(type_.oid)
    if layout is None:
        return READERS.get(type_.oid, _text)(content, type_)
    if len(content) != struct.calcsize(layout):
        raise malformed(type_.name, 1)
    found = struct.unpack(layout, content)
    return MADE[type_.oid](*found) if type_.oid in MADE else found[0]


def _text(content: bytes, type_: PgType) -> str:
    try:
        found = content.decode()
    except UnicodeDecodeError:
        raise malformed(type_.name, 1) from None
    if "\0" in found:
        raise malformed(type_.name, 1)
    return found


def _numeric(content: bytes, type_: PgType) -> Decimal:
    """Digits to the base of 10,000, cut at the scale; the value has as many decimals as the scale says."""
    if len(content) < 8:
        raise malformed(type_.name, 1)
    count, weight, sign, scale = struct.unpack_from("!HhHH", content)
    if sign in SPECIAL and len(content) == 8 + 2 * count:
        return SPECIAL[sign]
    if sign not in (POSITIVE, NEGATIVE) or len(content) != 8 + 2 * count:
        raise malformed(type_.name, 1)
    groups = struct.unpack_from(f"!{count}H", content, 8)
    if any(group > 9999 for group in groups):
        raise malformed(type_.name, 1)
    if scale > MOST_PLACES:
        raise number_out_of_range(type_.name)
    return _decimal("".join(f"{group:04d}" for group in groups), 4 * (weight - count + 1), scale, sign == NEGATIVE)


def _decimal(digits: str, exponent: int, scale: int, negative: bool) -> Decimal:
    beyond = -scale - exponent  # places more than the scale has
    if not digits:
        return Decimal(f"0E-{scale}")
    kept = digits[: max(len(digits) - beyond, 0)] if beyond > 0 else digits + "0" * -beyond
    stripped = kept.lstrip("0")
    return Decimal(f"{'-' if negative and stripped else ''}{stripped or '0'}E-{scale}")


def _array(content: bytes, type_: PgType) -> list[object]:
    """The elements, None for NULL. Of one dimension, or empty."""
    if len(content) < 12:
        raise malformed(type_.name, 1)
    dimensions, _, element = struct.unpack_from("!iiI", content)
    if element != type_.element or dimensions not in (0, 1):
        raise malformed(type_.name, 1)
    if not dimensions:
        return [] if len(content) == 12 else _refuse(type_)
    if len(content) < 20:
        raise malformed(type_.name, 1)
    count = struct.unpack_from("!i", content, 12)[0]
    if not 0 <= count <= (len(content) - 20) // 4:
        raise malformed(type_.name, 1)
    return _elements(content, count, type_)


def _elements(content: bytes, count: int, type_: PgType) -> list[object]:
    found: list[object] = []
    place, element = 20, types.TYPES[type_.element]
    for _ in range(count):
        start = place + 4
        if start > len(content):
            raise malformed(type_.name, 1)
        length = struct.unpack_from("!i", content, place)[0]
        place = start + max(length, 0)
        if length < -1 or place > len(content):
            raise malformed(type_.name, 1)
        found.append(None if length == -1 else from_binary(content[start:place], element))
    return found if place == len(content) else _refuse(type_)


def _refuse(type_: PgType) -> list[object]:
    raise malformed(type_.name, 1)


def _date(days: int) -> date:
    try:
        return DAY_2000 + timedelta(days=days)
    except OverflowError:
        raise time_out_of_range("date") from None


def _time(micros: int) -> time:
    if not 0 <= micros < DAY:
        raise time_out_of_range("time")
    return (MOMENT_2000 + timedelta(microseconds=micros)).time()


def _timestamp(micros: int) -> datetime:
    try:
        return MOMENT_2000 + timedelta(microseconds=micros)
    except OverflowError:
        raise time_out_of_range("timestamp") from None


def _timestamptz(micros: int) -> datetime:
    return _timestamp(micros).replace(tzinfo=UTC)


LAYOUTS: Mapping[int, str] = {
    types.BOOL.oid: "!?",
    types.INT2.oid: "!h",
    types.INT4.oid: "!i",
    types.INT8.oid: "!q",
    types.FLOAT4.oid: "!f",
    types.FLOAT8.oid: "!d",
    types.DATE.oid: "!i",
    types.TIME.oid: "!q",
    types.TIMESTAMP.oid: "!q",
    types.TIMESTAMPTZ.oid: "!q",
    types.INTERVAL.oid: "!qii",
    types.UUID.oid: "!16s",
    **{one.oid: "!I" for one in (types.OID, types.XID, types.REGPROC, types.REGCLASS, types.REGTYPE)},
}
MADE: Mapping[int, Callable[..., object]] = {
    types.DATE.oid: _date,
    types.TIME.oid: _time,
    types.TIMESTAMP.oid: _timestamp,
    types.TIMESTAMPTZ.oid: _timestamptz,
    types.INTERVAL.oid: lambda micros, days, months: Interval(months, days, micros),
    types.UUID.oid: lambda content: UUID(bytes=content),
}
READERS: Mapping[int, Callable[[bytes, PgType], object]] = {
    types.BYTEA.oid: lambda content, _: content,
    types.NUMERIC.oid: _numeric,
}
