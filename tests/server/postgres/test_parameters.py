"""A parameter is read as a real PostgreSQL reads it, and what cannot be read is refused with its SQLSTATE."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pg8000.exceptions import DatabaseError

from semantic.errors import ParseError, ServiceError
from server.errors import outward
from server.postgres import types as T
from server.postgres.parameters import parameter
from server.postgres.types import PgType
from server.postgres.values.interval import Interval
from tests.postgres import Postgres
from tests.server.postgres.encode import reference
from tests.server.postgres.encode.columns import Kind, array_of, scalars

EPOCH = datetime(1970, 1, 1)
SCALARS = tuple(one for one in scalars() if "text" not in one.name or one.name == "text")
ARRAYS = tuple(array_of(one) for one in SCALARS if one.type.oid in T.ARRAYS)
NAMED = (T.REGCLASS, T.REGPROC, T.REGTYPE)


def plain(value: Any, kind: PgType) -> Any:
    """The value as the reference encoder takes it."""
    if isinstance(value, list):
        return [plain(one, T.TYPES[kind.element]) for one in value]
    if isinstance(value, datetime):
        return (value.replace(tzinfo=None) - EPOCH) // timedelta(microseconds=1)
    if isinstance(value, date):
        return (value - EPOCH.date()).days
    if isinstance(value, time):
        return (datetime.combine(EPOCH, value) - EPOCH) // timedelta(microseconds=1)
    if isinstance(value, Interval):
        return value.months, value.days, value.micros
    return value


def beyond(value: Any, kind: PgType) -> bool:
    """Whether Python has no such date or time."""
    if isinstance(value, list):
        return any(beyond(one, T.TYPES[kind.element]) for one in value)
    if value is None or kind not in (T.DATE, T.TIME, T.TIMESTAMP, T.TIMESTAMPTZ):
        return False
    if kind == T.TIME:
        return bool(value == 86_400_000_000)
    days = value if kind == T.DATE else value // 86_400_000_000
    return not -719_162 <= days <= 2_932_896


def same(found: Any, value: Any) -> bool:
    """Equal, digit for digit: 1.0 is not 1.00, and NaN is NaN."""
    return type(found) is type(value) and repr(found) == repr(value)


@pytest.mark.parametrize("kind", [*SCALARS, *ARRAYS], ids=lambda kind: kind.name)
@pytest.mark.parametrize("format", [0, 1], ids=["text", "binary"])
def test_what_the_reference_writes_is_read_again(kind: Kind, format: int) -> None:
    @settings(max_examples=25)
    @given(kind.values)
    def check(value: Any) -> None:
        content = reference.encoded(value, kind.type, format, "UTC")
        if not beyond(value, kind.type):
            found = parameter(content, kind.type, format)
            assert same(plain(found, kind.type), value)
            return
        with pytest.raises(ParseError, match="P163"):
            parameter(content, kind.type, format)

    check()


def test_null_is_none() -> None:
    assert [parameter(None, kind, format) for kind in T.TYPES.values() for format in (0, 1)] == [None] * (
        2 * len(T.TYPES)
    )


SCRAPS = st.text(st.sampled_from('{}[]"\\,:-+.0123456789eE naNTZPYMDHSx=\n'), max_size=25).map(str.encode)
REFUSED = ("P160", "P161", "P162", "P163")


@settings(max_examples=1000)
@given(st.sampled_from(tuple(T.TYPES.values())), st.binary(max_size=40) | SCRAPS, st.integers(0, 1))
def test_any_bytes_are_read_or_refused(kind: PgType, content: bytes, format: int) -> None:
    try:
        parameter(content, kind, format)
    except ServiceError as refusal:
        assert refusal.code in REFUSED  # noqa: PT017


@settings(max_examples=400)
@given(st.sampled_from((*SCALARS, *ARRAYS)), st.integers(0, 1), st.data())
def test_a_damaged_value_is_read_or_refused(kind: Kind, format: int, data: st.DataObject) -> None:
    whole = bytearray(reference.encoded(data.draw(kind.values), kind.type, format, "UTC") or b"")
    for place in data.draw(st.lists(st.integers(0, max(len(whole) - 1, 0)), max_size=3)):
        whole[place : place + 1] = data.draw(st.binary(max_size=2))
    try:
        parameter(bytes(whole), kind.type, format)
    except ServiceError as refusal:
        assert refusal.code in REFUSED  # noqa: PT017


SPELLINGS: tuple[tuple[PgType, tuple[str, ...]], ...] = (
    (T.BOOL, ("t", "TRUE", " tr ", "yes", "y", "on", "1", "f", "no", "of", "off", "0", "o", "2", "", "truee")),
    (T.INT2, ("1", " -32768 ", "+7", "32768", "1.5", "", "x", "1 2", "007", "٣")),
    (T.INT8, ("9223372036854775807", "-9223372036854775808", "9223372036854775808", "1e3")),
    (T.OID, ("0", "4294967295", "4294967296", "x")),
    (T.FLOAT8, ("1", "1.5e3", ".5", "5.", "NaN", "inf", "-Infinity", "+inf", "1e400", "x", "", "1e", "0x", "1_0")),
    (T.FLOAT4, ("0.1", "1e39", "16777217", "-0")),
    (T.NUMERIC, ("1.50", "-.5", "5.", "1e3", "1.5e-3", "NaN", "Infinity", "-inf", "1e140000", "x", "", "1__0",
        "-0.0")),
    (T.DATE, ("2024-02-29", "2023-02-29", "2024-2-9", "2024-03-31 12:30:00", "2024-03-31T12:30:00.5+02",
        "2024-03-31 +01", "2024-03-31 AD", "2024-13-01", "x", "", "2024-03-31x")),
    (T.TIME, ("12:30", "12:30:15", "12:30:15.123456", "12:30:15.1234567", "12:30:60", "12:30:15+01", "25:00",
        "12:60", "x")),
    (T.TIMESTAMP, ("2024-03-31", "2024-03-31 02:30", "2024-03-31T02:30:15.5", "2024-03-31 02:30:15+05",
        "2024-12-31 24:00", "2024-12-31 23:59:59.9999999", "2024-03-31 02:30:15Z", "2024-12-31 24:01", "x")),
    (T.TIMESTAMPTZ, ("2024-03-31 12:00+02", "2024-03-31 12:00:00.25-0330", "2024-03-31T12:00:00Z",
        "2024-07-01 12:00", "2024-01-01 12:00", "2024-03-31 12:00:00 +05:45", "2024-03-31 12:00 UTC",
        "1890-01-01 00:00+00:50:20", "2024-03-31 12:00+25", "x")),
    (T.INTERVAL, ("1 year 2 mons -3 days +04:05:06.7", "-1 years -2 mons", "P1Y2M3DT4H5M6.7S", "P2W", "-00:00:00.5",
        "1 day, 2:03:04.5", "@ 1 hour 2 mins ago", "3 weeks", "1.5 days", "90 minutes", "1.5 hours", "250 ms",
        "1 days 0 hours 0 mins 0.0 secs", "04:05", "PT-5M", "", "x", "1 fortnight", "1", "P", "1:2:3:4")),
    (T.UUID, ("A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11", "{a0eebc999c0b4ef8bb6d6bb9bd380a11}",
        "a0ee-bc99-9c0b4ef8bb6d6bb9bd380a11", "a0e-ebc999c0b4ef8bb6d6bb9bd380a11", "a0ee",
        "g0eebc999c0b4ef8bb6d6bb9bd380a11")),
    (T.BYTEA, ("\\xDEADbeef", "\\x", "\\x de ad", "\\xd", "\\xzz", "abc\\\\d\\303\\245", "\\400", "a\\", "æ")),
    (T.ARRAYS[T.INT4.oid], ("{}", "{1,NULL,3}", " { 1 , 2 } ", "[0:1]={1,2}", "{1,}", "{", "1,2", "{1}x", "{1 2}",
        "{,}")),
    (T.ARRAYS[T.TEXT.oid], ('{a,"b c","d\\"e",NULL,"NULL",""}', "{a b , c}", "{æ,🙂}", '{"a"b}', "{a\\,b}", '{"}"}',
        '{"a}')),
)  # fmt: skip
CASES = [(kind, text) for kind, texts in SPELLINGS for text in texts]


@pytest.fixture(scope="module")
def connection(postgres: Postgres) -> Iterator[Any]:
    with postgres.database() as name, postgres.connect(name) as opened:
        opened.run("SET TIME ZONE 'Europe/Copenhagen'")
        yield opened


@pytest.mark.parametrize(("kind", "text"), CASES, ids=[f"{kind.name} {text}" for kind, text in CASES])
def test_a_text_is_read_as_postgres_reads_it(connection: Any, kind: PgType, text: str) -> None:
    name = kind.name.removeprefix("_") + "[]" * kind.name.startswith("_")
    try:
        expected = connection.run(f"SELECT :given::text::{name}::text", given=text)[0][0]
    except DatabaseError as refused:
        with pytest.raises(ParseError) as ours:
            parameter(text.encode(), kind, 0, timezone="Europe/Copenhagen")
        assert outward(ours.value.code).sqlstate == told(refused.args[0]["C"])  # noqa: PT017
        return
    expected = {"true": "t", "false": "f"}.get(expected, expected) if kind == T.BOOL else expected
    found = parameter(text.encode(), kind, 0, timezone="Europe/Copenhagen")
    shown = reference.text(plain(found, kind), kind, "Europe/Copenhagen")
    assert shown == expected.removeprefix("[0:1]=")  # the first index of an array is not kept


def told(sqlstate: str) -> str:
    """PostgreSQL has finer states for what is malformed in a date, an interval or bytes."""
    return {"22007": "22P02", "22023": "22P02", "22009": "22P02"}.get(sqlstate, sqlstate)


def test_binary_that_is_not_of_its_type_has_its_own_sqlstate() -> None:
    for kind, content in ((T.INT4, b"\0"), (T.NUMERIC, b"\0" * 7), (T.TEXT, b"\xff"), (T.ARRAYS[23], b"\0" * 12)):
        with pytest.raises(ParseError) as ours:
            parameter(content, kind, 1)
        assert outward(ours.value.code).sqlstate == "22P03"


def test_numeric_keeps_its_scale_and_cuts_what_is_beyond_it() -> None:
    assert same(parameter(reference.numeric_binary(Decimal("1.50")), T.NUMERIC, 1), Decimal("1.50"))
    cut = bytes.fromhex("0002 0000 0000 0001 0001 1388")  # 1.5000 with one decimal
    assert same(parameter(cut, T.NUMERIC, 1), Decimal("1.5"))
    assert same(parameter(bytes.fromhex("0001 fffe 0000 0001 0001"), T.NUMERIC, 1), Decimal("0.0"))
    assert parameter(bytes.fromhex("0000 0000 c000 0000"), T.NUMERIC, 1).is_nan()  # type: ignore[attr-defined]
    assert parameter(bytes.fromhex("0000 0000 f000 0020"), T.NUMERIC, 1) == Decimal("-Infinity")


def test_names_are_text_and_in_binary_numbers() -> None:
    for kind in NAMED:
        assert parameter(b"pg_class", kind, 0) == "pg_class"
        assert parameter(b"\0\0\x04\xeb", kind, 1) == 1259


def test_a_moment_without_an_offset_is_the_time_zones() -> None:
    found = parameter(b"2024-07-01 12:00", T.TIMESTAMPTZ, 0, timezone="Europe/Copenhagen")
    assert found == datetime(2024, 7, 1, 10, tzinfo=UTC)


@pytest.mark.parametrize("unit", ["{", " ", "1", "\\", '"', "-", "P", "{ ", "1:", '{"'])
def test_a_long_text_is_read_once(unit: str) -> None:
    """A text that were read again from every place would not be done within the time that a test has."""
    for kind in T.TYPES.values():
        try:
            parameter((unit * 100_000 + "?").encode(), kind, 0)
        except ServiceError as refusal:
            assert refusal.code in REFUSED  # noqa: PT017
