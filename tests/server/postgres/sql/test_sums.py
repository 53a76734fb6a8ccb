"""What does not add up over SQL: a stock gives its last counts, and no statement sums it, people or a ratio."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.server.postgres.sql.asked import ask
from tests.worlds import service

SUMS = (
    "select sum(a) from (select aar, measure(antal) as a from senge group by aar) x",
    "select sum(a) from (select date_trunc('year', dato) as y, measure(antal) as a from senge group by 1) x",
    "select aar, sum(sum(antal)) over () from senge group by 1",
    "select aar, sum(sum(antal)) over (order by aar) from senge group by 1",
    "select sum(antal * 2) from senge",
)
OF_PEOPLE_AND_RATIOS = (
    "select sum(s) from (select status, measure(buyers) as s from orders group by status) x",
    "select sum(s) from (select date_trunc('month', created_at) as m, measure(buyers) as s from orders group by 1) x",
    "select status, sum(measure(buyers)) over () from orders group by 1",
    "select sum(s) from (select status, measure(completed_share) as s from orders group by status) x",
    "select sum(completed_share * 2) from orders",
)


@pytest.mark.parametrize(
    ("name", "statement"), [("traps", one) for one in SUMS] + [("shop", one) for one in OF_PEOPLE_AND_RATIOS]
)
def test_what_does_not_add_up_is_refused_with_what_to_do(name: str, statement: str) -> None:
    found = ask(service(name), statement)
    assert [one.code for one in found.problems] == ["U451"], found
    assert all(one.hint for one in found.problems)


def test_the_total_over_years_is_the_last_counts() -> None:
    found = ask(service("traps"), "select aar, sum(antal) from senge group by rollup(1) order by 1")
    assert [tuple(map(_number, row)) for row in found.rows] == [(2023, 65), (2024, 40), (None, 71)]


def _number(value: Decimal | int | None) -> int | None:
    return None if value is None else int(value)
