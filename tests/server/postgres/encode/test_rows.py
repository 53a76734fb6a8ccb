"""Column by column gives what row by row gives, byte for byte."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from semantic.errors import LimitError, UnsupportedError
from server.postgres import types as T
from server.postgres.encode.rows import data_rows
from server.postgres.statement import PgColumn
from server.postgres.types import PgType
from tests.server.postgres.encode import reference
from tests.server.postgres.encode.columns import BC_4713, Kind, array_of, scalars

SCALARS = scalars()
ARRAYS = tuple(array_of(one) for one in SCALARS if one.type.oid in T.ARRAYS)
KINDS = (*SCALARS, *ARRAYS)
ZONES = ("UTC", "Europe/Copenhagen", "America/St_Johns", "Asia/Kathmandu", "Australia/Lord_Howe", "Antarctica/Troll")
FORMATS = st.sampled_from((0, 1))
Drawn = tuple[Kind, list[Any]]


def encoded(arrays: list[pa.Array], kinds: list[PgType], formats: list[int], timezone: str = "UTC") -> bytes:
    batch = pa.RecordBatch.from_arrays(arrays, names=[str(n) for n in range(len(arrays))])
    columns = [PgColumn(str(n), kind) for n, kind in enumerate(kinds)]
    return bytes(data_rows(batch, columns, formats, timezone=timezone))


def columns(rows: int) -> st.SearchStrategy[Drawn]:
    """A column of any kind: full, with NULLs now and then, or with hardly anything else."""

    def of(kind: Kind) -> st.SearchStrategy[Drawn]:
        some = kind.values
        cells = st.sampled_from((some, some | st.none(), st.none() | st.none() | st.none() | some, st.none()))
        return cells.flatmap(lambda cell: st.lists(cell, min_size=rows, max_size=rows)).map(lambda found: (kind, found))

    return st.sampled_from(KINDS).flatmap(of)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
@pytest.mark.parametrize("format", [0, 1], ids=["text", "binary"])
def test_a_column_is_the_references(kind: Kind, format: int) -> None:
    @settings(max_examples=30)
    @given(st.lists(st.one_of(kind.values, st.none()) | kind.values, max_size=30), st.integers(0, 3))
    def check(values: list[Any], skipped: int) -> None:
        array = kind.array(values)[skipped:]
        rows = [[one] for one in values[skipped:]]
        assert encoded([array], [kind.type], [format]) == reference.data_rows(rows, [kind.type], [format])

    check()


@settings(max_examples=200)
@given(st.data())
def test_columns_of_all_kinds_stand_beside_each_other(data: st.DataObject) -> None:
    count = data.draw(st.integers(0, 12), "rows")
    drawn = data.draw(st.lists(columns(count), min_size=1, max_size=7), "columns")
    formats = [data.draw(FORMATS) for _ in drawn]
    first = data.draw(st.integers(0, count), "offset")
    length = data.draw(st.integers(0, count - first), "length")
    arrays = [kind.array(values).slice(first, length) for kind, values in drawn]
    rows = [[values[row] for _, values in drawn] for row in range(first, first + length)]
    kinds = [kind.type for kind, _ in drawn]
    assert encoded(arrays, kinds, formats) == reference.data_rows(rows, kinds, formats)


@pytest.mark.parametrize("zone", ZONES)
def test_a_timestamp_shows_the_clocks_of_the_zone(zone: str) -> None:
    kind = next(one for one in SCALARS if one.type == T.TIMESTAMPTZ)

    @given(st.lists(kind.values, max_size=20))
    def check(values: list[Any]) -> None:
        expected = reference.data_rows([[one] for one in values], [kind.type], [0], zone)
        assert encoded([kind.array(values)], [kind.type], [0], zone) == expected

    check()


def test_the_hours_around_a_change_of_the_clocks() -> None:
    spring, autumn = 1_711_846_800, 1_729_990_800  # 2024 in Copenhagen: 31 March and 27 October, 01:00 UTC
    values = [(at + second) * 1_000_000 for at in (spring, autumn) for second in range(-7200, 7200, 600)]
    kind = next(one for one in SCALARS if one.type == T.TIMESTAMPTZ)
    shown = encoded([kind.array(values)], [kind.type], [0], "Europe/Copenhagen")
    assert shown == reference.data_rows([[one] for one in values], [kind.type], [0], "Europe/Copenhagen")
    assert b"2024-03-31 01:50:00+01" in shown
    assert b"2024-03-31 03:00:00+02" in shown
    assert b"2024-10-27 02:50:00+02" in shown
    assert b"2024-10-27 02:50:00+01" in shown


def test_every_day_of_four_hundred_years() -> None:
    days = np.arange(-60_000, -60_000 + 146_097, dtype=np.int32)
    rows = [[day] for day in days.tolist()]
    assert encoded([pa.array(days).view(pa.date32())], [T.DATE], [0]) == reference.data_rows(rows, [T.DATE], [0])


@pytest.mark.parametrize("format", [0, 1], ids=["text", "binary"])
def test_every_power_of_ten_and_its_neighbours(format: int) -> None:
    whole = [sign * (10**power + step) for power in range(18) for step in (-1, 0, 1) for sign in (1, -1)]
    for scale in (0, 1, 2, 3, 4, 5, 8, 9, 17, 18):
        kind = pa.decimal128(18, scale)
        values = [reference.Decimal(one).scaleb(-scale) for one in whole]
        shown = encoded([pa.array(values, kind)], [T.NUMERIC], [format])
        assert shown == reference.data_rows([[one] for one in values], [T.NUMERIC], [format])


@pytest.mark.parametrize("kind", [T.FLOAT4, T.FLOAT8], ids=lambda kind: kind.name)
def test_every_power_of_ten_of_a_floating_point_number(kind: PgType) -> None:
    held, powers = (np.float32, range(-46, 39)) if kind == T.FLOAT4 else (np.float64, range(-324, 309))
    with np.errstate(over="ignore"):
        tens = np.array([float(f"{first}e{power}") for power in powers for first in (1, 1.5, 9.875)]).astype(held)
    sides = [np.nextafter(tens, held(end)) for end in (-np.inf, np.inf)]
    numbers = np.concatenate([tens, *sides, np.round(sides[1]), -tens])
    values = numbers[np.isfinite(numbers)]
    assert encoded([pa.array(values)], [kind], [0]) == reference.data_rows(
        [[one] for one in values.tolist()], [kind], [0]
    )


@pytest.mark.parametrize("zone", ZONES)
def test_the_ends_of_all_calendars(zone: str) -> None:
    infinity, day = 2**31 - 1, 86_400_000_000
    days = [at + step for at in (-719_528, -719_162, 0, 10_957, 2_932_896) for step in (-366, -1, 0, 1, 366)]
    days += [infinity, -infinity, infinity - 1, 10_957 - infinity]
    micros = [at * day + step for at in days[:-4] for step in (-1, 0, 1)] + [2**63 - 1, 1 - 2**63, 2**63 - 2]
    for kind, values, array in (
        (T.DATE, days, pa.array(days, pa.int32()).view(pa.date32())),
        (T.TIMESTAMP, micros, pa.array(micros, pa.int64()).view(pa.timestamp("us"))),
        (T.TIMESTAMPTZ, micros, pa.array(micros, pa.int64()).view(pa.timestamp("us", "UTC"))),
    ):
        for format in (0, 1):
            expected = reference.data_rows([[one] for one in values], [kind], [format], zone)
            assert encoded([array], [kind], [format], zone) == expected


def test_no_rows_and_no_columns() -> None:
    assert encoded([pa.array([], pa.int32())], [T.INT4], [1]) == b""
    nothing = pa.record_batch([pa.array([1, 2])], names=["a"]).select([])
    assert bytes(data_rows(nothing, [], [])) == reference.data_rows([[], []], [], [])


def test_a_column_of_nothing_but_null_may_have_any_type() -> None:
    for kind in T.TYPES.values():
        for format in (0, 1):
            assert encoded([pa.nulls(2)], [kind], [format]) == reference.data_rows([[None]] * 2, [kind], [format])


def test_a_whole_number_in_a_numeric_column_and_a_narrower_one() -> None:
    array = pa.array([1, -20_000], pa.int64())
    for format in (0, 1):
        rows = [[reference.Decimal(1)], [reference.Decimal(-20_000)]]
        assert encoded([array], [T.NUMERIC], [format]) == reference.data_rows(rows, [T.NUMERIC], [format])
        assert encoded([array], [T.INT4], [format]) == reference.data_rows([[1], [-20_000]], [T.INT4], [format])


def test_a_narrow_decimal_is_widened_and_a_floating_one_never_rounded() -> None:
    value = reference.Decimal("-1.50")
    for format in (0, 1):
        shown = encoded([pa.array([value], pa.decimal64(9, 2))], [T.NUMERIC], [format])
        assert shown == reference.data_rows([[value]], [T.NUMERIC], [format])
        with pytest.raises(TypeError, match="double"):
            encoded([pa.array([1.5])], [T.NUMERIC], [format])


def test_names_of_the_catalogue_are_text_and_their_numbers_binary() -> None:
    assert encoded([pa.array(["pg_class"])], [T.REGCLASS], [0]) == reference.data_rows([["pg_class"]], [T.TEXT], [0])
    assert encoded([pa.array([1259])], [T.REGCLASS], [1]) == reference.data_rows([[1259]], [T.OID], [1])
    with pytest.raises(UnsupportedError, match="U404"):
        encoded([pa.array(["pg_class"])], [T.REGCLASS], [1])


def test_what_64_bits_from_the_year_2000_do_not_hold_is_text_only() -> None:
    micros = -9_223_372_022_400_000_000  # 290309-12-22 BC, the first that DuckDB holds
    array = pa.array([micros], pa.int64()).view(pa.timestamp("us"))
    assert encoded([array], [T.TIMESTAMP], [0]) == reference.data_rows([[micros]], [T.TIMESTAMP], [0])
    with pytest.raises(UnsupportedError, match="U404"):
        encoded([array], [T.TIMESTAMP], [1])
    assert micros < BC_4713
    day = 1 - (2**31 - 1)  # 5877642-06-25 BC, the first day that DuckDB holds
    array = pa.array([day], pa.int32()).view(pa.date32())
    assert encoded([array], [T.DATE], [0]) == reference.data_rows([[day]], [T.DATE], [0])
    with pytest.raises(UnsupportedError, match="U404"):
        encoded([array], [T.DATE], [1])


@pytest.mark.parametrize("unit", ["s", "ms", "ns"])
def test_other_units_of_time_are_the_same_moment(unit: str) -> None:
    array = pa.array([1_700_000_000], pa.timestamp("s")).cast(pa.timestamp(unit))
    rows = [[1_700_000_000_000_000]]
    for format in (0, 1):
        assert encoded([array], [T.TIMESTAMP], [format]) == reference.data_rows(rows, [T.TIMESTAMP], [format])


def test_what_is_too_large_for_one_array_is_done_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    values = ["æ" * size for size in range(40)]
    expected = reference.data_rows([[one] for one in values], [T.TEXT], [0])
    monkeypatch.setattr("server.postgres.encode.rows.MOST_BYTES", 200)
    assert encoded([pa.array(values)], [T.TEXT], [0]) == expected
    monkeypatch.setattr("server.postgres.encode.rows.MOST_BYTES_OF_ROW", 70)
    with pytest.raises(LimitError, match="L505"):
        encoded([pa.array(values)], [T.TEXT], [0])
