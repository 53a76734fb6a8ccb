"""Random snapshots and questions: a stock is what a reading of the definition, row by row, says that it is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from semantic.pipeline import Service
from tests.small_model import asked, small_model

SETS, SERIES = 40, "abc"
FIRST, AS_OF, LAST = date(2023, 10, 1), date(2024, 2, 29), date(2024, 4, 30)
DAYS = [FIRST + timedelta(n) for n in range((LAST - FIRST).days + 1)]
# How long each cube carries its counts, in months; None for ever.
CARRY: dict[str, int | None] = {"plain": 0, "two": 2, "ever": None}
MONTHS = {"month": 1, "quarter": 3, "year": 12}

CUBE = """
  - name: {name}
    sql_table: main.counted
    source: {{system: Test, load: counted}}
    snapshot: {{date: dag, series: [saet, serie]{carry}}}
    dimensions:
      - {{name: saet, type: number, sql: "{{CUBE}}.saet"}}
      - {{name: serie, type: string, sql: "{{CUBE}}.serie"}}
      - {{name: dag, type: time, sql: "{{CUBE}}.dag"}}
    measures:
      - {{name: antal, type: stock, sql: "{{CUBE}}.antal"}}
"""
WORDS = {"plain": "", "two": ", carry_forward: 2 months", "ever": ", carry_forward: unbounded"}
MODEL = "cubes:" + "".join(CUBE.format(name=name, carry=carry) for name, carry in WORDS.items())
LOADS = f"""
CREATE TABLE load (number INTEGER, source VARCHAR, opgjort_pr DATE, complete BOOLEAN);
INSERT INTO load VALUES (1, 'counted', '{AS_OF}', true);
CREATE TABLE counted (saet INTEGER, serie VARCHAR, dag DATE, antal INTEGER);
"""

Counts = dict[tuple[str, date], int]


def drawn(number: int) -> Counts:
    """The counts of one set: none of a series, few or many, also on days after the load."""
    random = Random(number)
    return {
        (serie, day): random.randint(0, 99)
        for serie in SERIES
        for day in random.sample(DAYS, random.choice([0, 1, 3, 9]))
    }


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    rows = (f"({n}, '{s}', '{day}', {antal})" for n in range(SETS) for (s, day), antal in drawn(n).items())
    inserted = f"INSERT INTO counted VALUES {', '.join(rows)}"
    with small_model(tmp_path_factory.mktemp("stock"), MODEL, LOADS + inserted) as service:
        yield service


def months_on(day: date, months: int) -> date:
    """So many months on; the last day of a shorter month."""
    number = day.year * 12 + day.month - 1 + months
    year, month = divmod(number, 12)
    following = date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1)
    return min(date(year, month + 1, 1) + timedelta(day.day - 1), following - timedelta(1))


def periods(first: date, last: date, grain: str | None) -> Iterator[tuple[date, date, date]]:
    """(period, its first day in the range, the first day after it)."""
    if grain is None:
        yield first, first, last + timedelta(1)
        return
    months = MONTHS[grain]
    begins = date(first.year, (first.month - 1) // months * months + 1, 1)
    while begins <= last:
        yield begins, max(begins, first), min(months_on(begins, months), last + timedelta(1))
        begins = months_on(begins, months)


def reading(counts: Counts, cube: str, first: date, last: date, grain: str | None) -> dict[date, int]:
    """The stock of each period, by the definition."""
    found = {}
    for period, begins, ends in periods(first, last, grain):
        carry = CARRY[cube]
        ends = ends if carry == 0 else min(ends, AS_OF + timedelta(1))
        if begins >= ends:
            continue
        low = date.min if carry is None else min(begins, months_on(ends, -carry)) if carry else begins
        lasts = {
            s: max((d for x, d in counts if x == s and low <= d < ends and d <= AS_OF), default=None) for s in SERIES
        }
        if any(lasts.values()):
            found[period] = sum(counts[s, day] for s, day in lasts.items() if day is not None)
    return found


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    number=st.integers(0, SETS - 1), cube=st.sampled_from(sorted(CARRY)), days=st.tuples(*[st.sampled_from(DAYS)] * 2),
    grain=st.sampled_from([None, *MONTHS]),
)  # fmt: skip
def test_a_stock_is_what_the_definition_says(
    served: Service, number: int, cube: str, days: tuple[date, date], grain: str | None
) -> None:
    first, last = sorted(days)
    time: dict[str, Any] = {"dimension": f"{cube}.dag", "dateRange": [str(first), str(last)]}
    where = [{"member": f"{cube}.saet", "operator": "equals", "values": [str(number)]}]
    query = {"measures": [f"{cube}.antal"], "filters": where}
    found = asked(served, **query, timeDimensions=[time | ({"granularity": grain} if grain else {})])
    expected = reading(drawn(number), cube, first, last, grain)
    assert found == (set(expected.items()) if grain else {(expected.get(first),)})


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(number=st.integers(0, SETS - 1), cube=st.sampled_from(sorted(CARRY)))
def test_without_a_period_it_is_each_series_last_count(served: Service, number: int, cube: str) -> None:
    where = [{"member": f"{cube}.saet", "operator": "equals", "values": [str(number)]}]
    found = asked(served, measures=[f"{cube}.antal"], filters=where)
    expected = reading(drawn(number), "ever", date.min, AS_OF, None)
    assert found == {(expected.get(date.min),)}
