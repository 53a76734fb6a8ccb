"""A hidden cell, and everything that SQL can ask around it: no answer holds its value, nor what gives it back.

The hidden values are unmistakable numbers; who may see them does see them, so that the probes could find something.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

from semantic.pipeline import Service
from tests.disclosure.world import OPEN, PROTECTED, Row, principal, served
from tests.server.postgres.sql.asked import Told, ask

SMALL, BESIDE = 977, 983  # cases of the four persons of E, and of the seven of D that are hidden beside them
KR = 3
ROWS: list[Row] = [
    *((number % 40, "A", "x", "km"[number % 2], KR) for number in range(2000)),
    *((100 + number % 30, "B", "y", "km"[number % 2], KR) for number in range(1500)),
    *((200 + number % 20, "C", "z", "km"[number % 2], KR) for number in range(1200)),
    *((300 + number % 7, "D", "x", "km"[number % 2], KR) for number in range(BESIDE)),
    *((400 + number % 4, "E", "y", "km"[number % 2], KR) for number in range(SMALL)),
]
SECRETS = {SMALL, BESIDE, SMALL * KR, BESIDE * KR, -SMALL, 10 * SMALL, SMALL + 1, SMALL - 1, 4, 7}
SHOWN = [("A", 2000), ("B", 1500), ("C", 1200), ("D", None), ("E", None)]


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    with served(tmp_path_factory.mktemp("probing"), ROWS) as found:
        yield found


def told(service: Service, text: str, name: str = PROTECTED) -> Told:
    return ask(service, text, principal=principal(name))


def numbers(rows: tuple[tuple[Any, ...], ...]) -> set[Decimal]:
    return {Decimal(str(cell)) for row in rows for cell in row if isinstance(cell, (int, float, Decimal))}


def test_the_cells_themselves(service: Service) -> None:
    text = "select enhed, measure(sager) from sag group by enhed order by enhed"
    assert list(told(service, text).rows) == SHOWN
    assert {SMALL, BESIDE} <= numbers(told(service, text, OPEN).rows), "who may see them does"


# Each is answered with what is shown, or not at all.
ANSWERED = (
    "select enhed, sager from sag",
    "select enhed, sum(sager) from sag group by enhed having sum(sager) > 970 order by 1",
    "select enhed, sum(sager) from sag group by enhed having sum(sager) = 977",
    "select enhed, sum(sager) from sag group by enhed having not sum(sager) = 977",
    "select enhed, sum(sager) from sag group by enhed having sum(sager) between 970 and 990",
    "select enhed, sum(sager) from sag group by enhed having sum(sager) is null",
    "select enhed, sum(sager) from sag group by enhed order by sum(sager) limit 1",
    "select enhed, sum(sager) from sag group by enhed order by sum(sager) desc nulls last limit 4",
    "select enhed, sum(sager) * 10 from sag group by enhed",
    "select enhed, sum(sager) + 1, sum(sager) - 1, -sum(sager) from sag group by enhed",
    "select enhed, abs(sum(sager)), round(sum(kr), 0) from sag group by enhed",
    "select enhed, sum(sager)::text from sag group by enhed",
    "select enhed, sum(sager) || 'x' from sag group by enhed",
    "select enhed, sum(kr) / sum(sager), sum(kr) / nullif(sum(personer), 0) from sag group by enhed",
    "select enhed, sum(sager), (select sum(sager) from sag) from sag group by enhed",
    "select enhed, 1.0 * sum(sager) / (select sum(sager) from sag) from sag group by enhed",
    "select enhed, sum(andel_af_alle) from sag group by enhed",
    "select sum(sager), sum(personer), sum(kr) from sag where enhed = 'E'",
    "select sum(sager) from sag where enhed in ('E')",
    "select enhed, sum(sager) from sag group by rollup (enhed)",
    "select enhed, lov, sum(sager) from sag group by cube (enhed, lov)",
    "select enhed, lov, sum(sager) from sag group by grouping sets ((enhed), (lov), ())",
    "with a as (select enhed, sum(sager) as n from sag group by enhed) select enhed, n from a where n > 976",
    "select enhed, n * 2 from (select enhed, sum(sager) as n from sag group by enhed) a",
    "select distinct sum(sager) from sag group by enhed",
    "select enhed, sum(sager), sager__status from sag group by enhed, sager__status",
    "select enhed, count(distinct person) from sag group by enhed",
    "select enhed, count(distinct lov) from sag group by enhed",
    "select enhed, sum(kvindesager) from sag group by enhed",
    "select enhed, sum(kvindesager), sum(maendesager) from sag group by enhed",
)  # fmt: skip


@pytest.mark.parametrize("text", ANSWERED)
def test_no_answer_holds_a_hidden_value(service: Service, text: str) -> None:
    found = told(service, text)
    assert found.refusal is None
    assert SECRETS.isdisjoint(numbers(found.rows)), found.rows
    assert not {str(one) for one in SECRETS if one > 100} & {str(cell).strip("x") for row in found.rows for cell in row}


# Of so few persons even the groups say too much.
FEW = (
    "select distinct person from sag",
    "select enhed, person from sag group by enhed, person",
    "select koen from sag where enhed = 'E' group by koen",
    "select lov, sum(sager) from sag where enhed = 'E' group by rollup (lov)",
    "select koen, sum(sager) from sag where enhed = 'E' group by koen",
    "select koen, lov, 1.0 * sum(kvindesager) / sum(sager) from sag where enhed = 'E' group by koen, lov",
    "select enhed, sum(sager) from sag where enhed = 'E' group by enhed"
    " union all select enhed, sum(sager) from sag where enhed <> 'E' group by enhed",
)


@pytest.mark.parametrize("text", FEW)
def test_few_persons_are_not_taken_apart(service: Service, text: str) -> None:
    found = told(service, text)
    assert found.refusal is not None
    assert found.refusal[0] == "A308"
    assert told(service, text, OPEN).refusal is None


EXTREMES = (
    "select enhed, min(koen), max(lov) from sag group by enhed",
    "select min(enhed) from sag",
    "select max(l) from (select enhed, lov as l, koen from sag group by enhed, lov, koen) a",
)


@pytest.mark.parametrize("text", EXTREMES)
def test_the_least_and_greatest_of_few_are_their_own(service: Service, text: str) -> None:
    found = told(service, text)
    assert found.refusal is not None
    assert found.refusal[0] == "A308"
    assert told(service, text, OPEN).refusal is None


# A value in place of the hidden one, or a figure that passes over it, would be wrong without a word.
PASSED_OVER = (
    "select enhed, coalesce(sum(sager), 0) from sag group by enhed",
    "select enhed, greatest(sum(sager), 1), least(sum(sager), 990) from sag group by enhed",
    "select enhed, case when sum(sager) > 970 then 1 else 0 end from sag group by enhed",
    "select enhed, rank() over (order by sum(sager)) from sag group by enhed",
    "select enhed, sum(sum(sager)) over () from sag group by enhed",
    "select enhed, lag(sum(sager)) over (order by enhed) from sag group by enhed",
    "select sum(n) from (select enhed, sum(sager) as n from sag group by enhed) a",
    "select avg(n) from (select enhed, sum(kr) as n from sag group by enhed) a",
    "select max(n) from (select enhed, sum(sager) as n from sag group by enhed) a",
    "with a as (select enhed, sum(sager) as n from sag group by enhed), b as (select n + 1 as o from a)"
    " select min(o) from b",
    "select sum(p) from (select enhed as e, sum(kr) as p from sag where enhed = 'A' group by enhed"
    " union all select enhed, sum(sager) as n from sag group by enhed) a",
    "with a(x, y) as (select enhed, sum(sager) from sag group by enhed) select x, coalesce(y, 0) from a",
    "select enhed, sum(sager) is distinct from 977 from sag group by enhed",
    "select enhed, (sum(sager) > 970) is true from sag group by enhed",
    "select enhed, (sum(sager) > 970) is not true from sag group by enhed",
    "select enhed, concat(sum(sager), 'x') from sag group by enhed",
    "select count(*) from (select enhed, sum(sager) as n from sag group by enhed) a where n > 970",
    "select count(*) from (select enhed, sum(sager) as n from sag group by enhed having sum(sager) > 970) a",
    "select enhed, row_number() over (order by enhed) from (select enhed, sum(sager) as n from sag group by enhed) a"
    " where n > 970",
    "select enhed from sag except select enhed from (select enhed, sum(sager) as n from sag group by enhed) a"
    " where n > 970",
    "select (select sum(sager) from sag where enhed = 'E')",
    "select coalesce((select sum(sager) from sag where enhed = 'E'), 0)",
    "select (select sum(sager) from sag where enhed = 'E') is null",
    "select enhed, sum(sager) from sag where enhed in (select enhed from sag group by enhed having sum(sager) = 977)"
    " group by enhed",
    "select sum(sager) from sag where enhed not in (select enhed from sag group by enhed having sum(sager) > 970)",
    "select enhed from sag where enhed = (select enhed from sag group by enhed order by sum(sager) limit 1)",
    "select coalesce((select sum(sager) from sag where enhed = 'E'), 0), sum(sager) from sag",
    "select enhed, sum(sager) from sag where enhed in (select enhed from sag group by enhed having sum(sager) = 977)"
    " group by enhed",
    "select sum(sager) from sag where enhed in (select enhed from sag group by enhed having sum(sager) > 10)",
)  # fmt: skip


@pytest.mark.parametrize("text", PASSED_OVER)
def test_what_would_pass_over_a_hidden_value_is_refused(service: Service, text: str) -> None:
    found = told(service, text)
    assert found.refusal is not None or SECRETS.isdisjoint(numbers(found.rows))
    if found.refusal is None:
        assert numbers(found.rows) == {Decimal(sum(one[1] or 0 for one in SHOWN) + SMALL + BESIDE)}, (
            "the whole, asked anew"
        )
    else:
        assert found.refusal[0] in ("A308", "U451")


@pytest.mark.parametrize("text", PASSED_OVER)
def test_it_is_answered_where_nothing_is_hidden(service: Service, text: str) -> None:
    found = told(service, text, OPEN)
    assert found.refusal is None or found.refusal[0] == "U451"


def test_the_status_says_why(service: Service) -> None:
    found = told(service, "select enhed, sager__status from sag group by enhed, sager__status order by enhed")
    assert [row[1] for row in found.rows] == ["normal", "normal", "normal", "diskretioneret", "diskretioneret"]
