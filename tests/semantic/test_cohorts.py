"""Cohorts of random spells, as a plain reading of each person's rows has them."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.small_model import asked, small_model

AS_OF = date(2024, 12, 31)
# name: (days after at the earliest, months and days after at the latest, whether it is a state)
COHORTS = {
    "aar": (1, (12, 0), False),
    "maaned_og_ti_dage": (0, (1, 10), False),
    "ti_til_halvfems": (10, (0, 90), False),
    "stadig": (0, (6, 0), True),
}
LOOKED_FOR = {False: "event: start", True: "holds: {from: start, to: slut}"}
WITHIN = {(12, 0): "1 year", (1, 10): "1 month 10 days", (0, 90): "90 days", (6, 0): "6 months"}


def _measure(name: str) -> str:
    first, last, is_state = COHORTS[name]
    after = "" if is_state else f"after: {first} days, "
    index = "start" if is_state else "slut"
    return (
        f"      - {{name: {name}, type: cohort, index: {index}, {after}within: {WITHIN[last]}, decimals: 1,"
        f" followed_by: {{cube: spell, {LOOKED_FOR[is_state]}, filters: [{{sql: \"{{CUBE}}.kind = 'x'\"}}]}}}}\n"
    )


MODEL = """
cubes:
  - name: spell
    sql_table: spell
    person_key: person
    dimensions:
      - {name: id, type: number, sql: id, primary_key: true}
      - {name: person, type: number, sql: person}
      - {name: start, type: time, sql: start}
      - {name: slut, type: time, sql: slut}
      - {name: kind, type: string, sql: kind}
      - {name: sample, type: string, sql: sample}
    measures:
""" + "".join(map(_measure, COHORTS))
Spell = tuple[int | None, date, date | None, str]
DAYS = st.sampled_from(
    [date(2020, 1, 31), date(2020, 2, 29), date(2021, 2, 28), date(2021, 3, 1), date(2023, 12, 31), date(2024, 1, 1)]
) | st.dates(date(2020, 1, 1), date(2024, 12, 31))
SPELLS = st.lists(
    st.tuples(st.sampled_from([None, 1, 1, 2, 2]), DAYS, DAYS | st.none(), st.sampled_from(["x", "y"])), max_size=12
)


def _later(day: date, months: int, days: int) -> date:
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    return day.replace(year=year, month=month, day=min(day.day, calendar.monthrange(year, month)[1])) + timedelta(days)


def _counts(spells: list[Spell], name: str) -> tuple[int, int, int]:
    """How many are followed, have the event and are left out."""
    first, (months, days), is_state = COHORTS[name]
    followed = happened = censored = 0
    for row, (person, start, end, _) in enumerate(spells):
        index = start if is_state else end
        if index is None:
            continue
        last = _later(index, months, days)
        if person is None or last > AS_OF:
            censored += 1
            continue
        followed += 1
        for other, (who, begins, ends, kind) in enumerate(spells):
            holds = begins <= last and (ends is None or last < ends)
            comes = other != row and index + timedelta(first) <= begins <= last
            if who == person and kind == "x" and (holds if is_state else comes):
                happened += 1
                break
    return followed, happened, censored


def _share(followed: int, happened: int) -> Decimal | None:
    if not followed:
        return None
    return (Decimal(100 * happened) / followed).quantize(Decimal("0.1"), ROUND_HALF_UP)


@given(st.lists(SPELLS, min_size=1, max_size=30))
@settings(max_examples=8, deadline=None)
def test_it_is_what_a_plain_reading_of_the_rows_says(samples: list[list[Spell]]) -> None:
    rows: list[list[object]] = []
    expected: set[tuple[object, ...]] = set()
    for sample, spells in enumerate(samples):
        for person, *rest in spells:
            rows.append([len(rows), None if person is None else 10 * sample + person, *rest, sample])
        counts = [_counts(spells, name) for name in COHORTS]
        shown = [(_share(followed, happened), followed, happened, censored) for followed, happened, censored in counts]
        expected |= {(str(sample), *(one for cohort in shown for one in cohort))} if spells else set()
    data = f"""
        CREATE TABLE load AS SELECT 1 AS number, 's' AS source, DATE '{AS_OF}' AS opgjort_pr, true AS complete;
        CREATE TABLE spell (id INTEGER, person INTEGER, start DATE, slut DATE, kind VARCHAR, sample VARCHAR);
        {"".join(f"INSERT INTO spell VALUES ({', '.join(map(_written, row))});" for row in rows)}
    """
    measures = [f"spell.{name}{part}" for name in COHORTS for part in ("", "__fulgt", "__haendelse", "__censureret")]
    with TemporaryDirectory() as folder, small_model(Path(folder), MODEL, data) as service:
        assert asked(service, dimensions=["spell.sample"], measures=measures) == expected


def _written(value: object) -> str:
    return "NULL" if value is None else str(value) if isinstance(value, int) else f"'{value}'"
