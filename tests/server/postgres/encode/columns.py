"""Values of every type, from the ordinary to the extreme, and the Arrow arrays that hold them."""

from __future__ import annotations

import math
import struct
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pyarrow as pa
from hypothesis import strategies as st

from server.postgres import types as T
from server.postgres.types import PgType

DAY = 86_400_000_000
BC_4713 = -210_866_803_200_000_000  # where PostgreSQL's time begins, in microseconds from 1970
LAST_DAY = 2_145_031_948  # 5874897-12-31
INTEGERS: Mapping[PgType, tuple[pa.DataType, int, int]] = {
    T.INT2: (pa.int16(), -(2**15), 2**15 - 1),
    T.INT4: (pa.int32(), -(2**31), 2**31 - 1),
    T.INT8: (pa.int64(), -(2**63), 2**63 - 1),
    T.OID: (pa.uint32(), 0, 2**32 - 1),
    T.XID: (pa.uint32(), 0, 2**32 - 1),
}
TEXTS = (T.TEXT, T.VARCHAR, T.BPCHAR, T.NAME, T.JSON, T.UNKNOWN, T.CHAR, T.PG_NODE_TREE)


@dataclass(frozen=True)
class Kind:
    """A type as one Arrow type holds it: values that are not NULL, and the array of a list of them and None."""

    type: PgType
    values: st.SearchStrategy[Any]
    array: Callable[[Sequence[Any]], pa.Array]
    name: str


def _held(arrow: pa.DataType) -> Callable[[Sequence[Any]], pa.Array]:
    return lambda values: pa.array(values, arrow)


def _viewed(whole: pa.DataType, arrow: pa.DataType) -> Callable[[Sequence[Any]], pa.Array]:
    return lambda values: pa.array(values, whole).view(arrow)


def digits(most: int, scale: int) -> st.SearchStrategy[Decimal]:
    """Decimals with that scale and at most so many digits, small ones as often as large ones."""
    sizes = st.integers(0, most).flatmap(lambda size: st.integers(-(10**size) + 1, 10**size - 1))
    round_ = st.builds(lambda size, first: first * 10**size, st.integers(0, most - 1), st.integers(-9, 9))
    ends = st.sampled_from((0, 1, -1, 9999, 10_000, -10_000, 10**most - 1, 1 - 10**most))
    found = st.one_of(sizes, round_, ends).filter(lambda whole: abs(whole) < 10**most)
    return found.map(lambda whole: scaled(whole, scale))


def scaled(whole: int, scale: int) -> Decimal:
    return Decimal((int(whole < 0), tuple(map(int, str(abs(whole)))), -scale))


def narrowed(value: float) -> float:
    """The float4 that is nearest."""
    return float(struct.unpack("!f", struct.pack("!f", value))[0])


def doubles() -> st.SearchStrategy[float]:
    bits = st.integers(0, 2**64 - 1).map(lambda one: float(struct.unpack("!d", struct.pack("!Q", one))[0]))
    tens = st.integers(-323, 308).map(lambda power: float(f"1e{power}"))
    return st.one_of(st.floats(), bits, tens, st.integers(-(10**6), 10**6).map(lambda one: one / 100)).map(_one_nan)


def singles() -> st.SearchStrategy[float]:
    bits = st.integers(0, 2**32 - 1).map(lambda one: float(struct.unpack("!f", struct.pack("!I", one))[0]))
    tens = st.integers(-45, 38).map(lambda power: narrowed(float(f"1e{power}")))
    return st.one_of(
        st.floats(width=32), bits, tens, st.integers(-9999, 9999).map(lambda one: narrowed(one / 100))
    ).map(_one_nan)


def _one_nan(value: float) -> float:
    """What is no number has many bits, of which the text tells nothing."""
    return math.nan if math.isnan(value) else value


def days() -> st.SearchStrategy[int]:
    infinity = 2**31 - 1
    usual = st.integers(-30_000, 60_000)
    ends = st.sampled_from(
        (infinity, -infinity, LAST_DAY, -719_162, -719_163, -719_528, 2_932_896, 2_932_897, 0, 10_957)
    )
    return st.one_of(usual, ends, st.integers(-2_440_588, LAST_DAY), st.integers(-1_000_000, 4_000_000))


def micros(first: int = BC_4713) -> st.SearchStrategy[int]:
    last, infinity = 2**63 - 2, 2**63 - 1
    usual = st.builds(lambda day, rest: day * DAY + rest, st.integers(-40_000, 40_000), times())
    ends = st.sampled_from((infinity, -infinity, 0, -1, 1, -719_162 * DAY, -719_162 * DAY - 1, 2_932_897 * DAY, last))
    return st.one_of(usual, ends, st.integers(first, last), st.integers(-(10**17), 3 * 10**17))


def times() -> st.SearchStrategy[int]:
    seconds = st.integers(0, 86_400).map(lambda one: one * 1_000_000)
    return st.one_of(seconds, st.integers(0, DAY), st.integers(0, 86_399_999).map(lambda one: one * 1000))


def intervals() -> st.SearchStrategy[tuple[int, int, int]]:
    small, some = st.integers(-30, 30), st.integers(-(2**31), 2**31 - 1)
    span = st.one_of(st.just(0), st.integers(-(10**11), 10**11), st.integers(-(2**63) // 1000 + 1, 2**63 // 1000 - 1))
    return st.tuples(st.one_of(small, some), st.one_of(small, some), span)


def texts() -> st.SearchStrategy[str]:
    letters = st.characters(exclude_characters="\0", exclude_categories=("Cs",))
    told = (
        "",
        "æøåÆØÅ",
        "🙂👩‍👩‍👧",
        "NULL",
        "null",
        "\\.",
        "\\N",
        "a,b",
        'a"b',
        "a\\b",
        " ",
        "{}",
        "\t\n\r\b\f\v",
        "a;b|c",
    )
    return st.one_of(st.text(letters, max_size=12), st.sampled_from(told))


def interval_array(values: Sequence[tuple[int, int, int] | None]) -> pa.Array:
    held = [None if one is None else pa.MonthDayNano([one[0], one[1], one[2] * 1000]) for one in values]
    return pa.array(held, pa.month_day_nano_interval())


def scalars() -> tuple[Kind, ...]:
    """Every type but arrays, some in more than one Arrow type."""
    found = [
        Kind(kind, st.one_of(st.integers(low, high), st.integers(0, 999)), _held(arrow), kind.name)
        for kind, (arrow, low, high) in INTEGERS.items()
    ]
    found += [Kind(kind, texts(), _held(pa.string()), kind.name) for kind in TEXTS]
    found += [
        Kind(T.BOOL, st.booleans(), _held(pa.bool_()), "bool"),
        Kind(T.FLOAT4, singles(), _held(pa.float32()), "float4"),
        Kind(T.FLOAT8, doubles(), _held(pa.float64()), "float8"),
        Kind(T.BYTEA, st.binary(max_size=20), _held(pa.binary()), "bytea"),
        Kind(T.DATE, days(), _viewed(pa.int32(), pa.date32()), "date"),
        Kind(T.TIME, times(), _viewed(pa.int64(), pa.time64("us")), "time"),
        Kind(T.TIMESTAMP, micros(), _viewed(pa.int64(), pa.timestamp("us")), "timestamp"),
        Kind(T.TIMESTAMPTZ, micros(), _viewed(pa.int64(), pa.timestamp("us", "UTC")), "timestamptz"),
        Kind(T.INTERVAL, intervals(), interval_array, "interval"),
        Kind(T.UUID, st.uuids(), lambda some: pa.array([one and one.bytes for one in some], pa.binary(16)), "uuid"),
        Kind(
            T.UUID, st.uuids(), lambda some: pa.array([one and str(one) for one in some], pa.string()), "uuid as text"
        ),
        Kind(T.TEXT, texts(), _held(pa.large_string()), "large text"),
        Kind(T.TEXT, texts(), lambda some: pa.array(some, pa.string()).dictionary_encode(), "text by dictionary"),
        Kind(T.BYTEA, st.binary(max_size=20), _held(pa.large_binary()), "large bytea"),
    ]
    return (*found, *numerics(), *vectors())


def numerics() -> tuple[Kind, ...]:
    shapes = [(18, 4), (18, 0), (9, 9), (18, 18), (19, 2), (4, 2), (38, 0), (38, 10), (38, 37), (38, 38), (38, 3)]
    found = [(pa.decimal128(most, scale), most, scale) for most, scale in shapes]
    found += [(pa.decimal256(76, scale), 76, scale) for scale in (0, 2, 38, 75)] + [(pa.decimal256(40, 6), 40, 6)]
    return tuple(Kind(T.NUMERIC, digits(most, scale), _held(held), str(held)) for held, most, scale in found)


def vectors() -> tuple[Kind, ...]:
    return (
        Kind(T.INT2VECTOR, st.lists(st.integers(-9, 2**15 - 1), max_size=4), _held(pa.list_(pa.int16())), "int2vector"),
        Kind(T.OIDVECTOR, st.lists(st.integers(0, 2**32 - 1), max_size=4), _held(pa.list_(pa.uint32())), "oidvector"),
        Kind(T.INT2VECTOR, st.lists(st.integers(0, 99), min_size=1, max_size=4), _vector_text, "int2vector as text"),
    )


def _vector_text(values: Sequence[list[int] | None]) -> pa.Array:
    return pa.array([None if one is None else " ".join(map(str, one)) for one in values], pa.string())


def array_of(kind: Kind) -> Kind:
    """The array type over a type, its elements NULL now and then."""
    values = st.lists(st.one_of(st.none(), kind.values), max_size=4)
    return Kind(T.ARRAYS[kind.type.oid], values, lambda some: _lists(some, kind), f"{kind.name}[]")


def _lists(values: Sequence[list[Any] | None], kind: Kind) -> pa.Array:
    ends = [0]
    for one in values:
        ends.append(ends[-1] + len(one or ()))
    content = kind.array([element for one in values for element in one or ()])
    gone = pa.array([one is None for one in values], pa.bool_())
    return pa.ListArray.from_arrays(pa.array(ends, pa.int32()), content, mask=gone)
