"""Numbers of divided rows over SQL: numeric as they are, also where the rows are grouped anew."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.server.postgres.sql.asked import ask
from tests.worlds import service

D = "from sager where ny_center = 'D' group by 1 order by 1"
ANSWERS = {
    "select ny_center, antal from sager group by 1, 2 order by 1": (
        ("A", "1"),
        ("C", "4.8"),
        ("D", "1.2"),
        (None, "1"),
    ),
    "select count(*) from sager where ny_center = 'D'": (("1.2",),),
    f"select upper(art), sum(antal) {D}": (("X", "0.6"), ("Y", "0.6")),
    f"select case when art = 'x' then 'a' else 'b' end, count(*) {D}": (("a", "0.6"), ("b", "0.6")),
}


@pytest.mark.parametrize(("statement", "rows"), ANSWERS.items())
def test_parts_of_rows_are_not_rounded_to_whole_ones(statement: str, rows: tuple[tuple[str | None, ...], ...]) -> None:
    found = ask(service("arv"), statement)
    assert found.types[-1] == "numeric"
    assert found.rows == tuple((*row[:-1], Decimal(row[-1] or 0)) for row in rows)


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("select lower(ny_center), sum(antal) from sager group by 1", "U451"),  # a row may be in several of its groups
        ("select count(distinct borger) from sager where ny_center = 'D'", "U418"),
    ],
)
def test_what_parts_do_not_add_up_to_is_refused(statement: str, code: str) -> None:
    assert [one.code for one in ask(service("arv"), statement).problems] == [code]
