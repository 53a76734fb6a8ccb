"""`where opgjort_pr = date '…'`: one day for the view that is asked, however it is written; nothing else is a test."""

from __future__ import annotations

import pytest

from tests.server.postgres.sql.asked import Told, ask
from tests.worlds import service

BY_UNIT = "select enhed, kr from udbetaling"


def told(text: str, *values: object, **settings: str) -> Told:
    return ask(
        service("indlaesninger"), text, values, settings={f"nogletal.{key}": one for key, one in settings.items()}
    )


@pytest.mark.parametrize(
    "text",
    [
        "select kr from udbetaling where opgjort_pr = date '2025-01-31'",
        "select kr from udbetaling where opgjort_pr = '2025-01-31'",
        "select sum(kr) from udbetaling u where ('2025-01-31' = u.opgjort_pr) and id > 0",
        "select kr from (select kr from udbetaling where opgjort_pr = date '2025-01-31') v",
        "select kr from (select kr, opgjort_pr from udbetaling) v where v.opgjort_pr = timestamp '2025-01-31 00:00:00'",
        "select sum(kr) from (select enhed, kr from udbetaling where opgjort_pr = '2025-01-31' group by enhed, kr) v",
        "with v as (select kr, opgjort_pr from udbetaling) select kr from v where opgjort_pr = date '2025-01-31'",
    ],
)
def test_a_day_is_asked_as_of_wherever_it_is_tested(text: str) -> None:
    assert told(text).rows == ((1 + 2 + 8,),), told(text).problems


def test_a_day_may_be_a_parameter() -> None:
    text = "select kr from udbetaling where opgjort_pr = $1"
    assert told(text, "2025-01-31").rows == ((11,),)
    assert told(text, "2025-02-28").rows == ((29,),)
    assert told(text, "2025-01-30").problems[0].code == "U416"


def test_a_setting_holds_for_every_view_and_the_statement_before_it() -> None:
    assert told("select kr from udbetaling", as_of="2025-01-31").rows == ((11,),)
    assert told("select kr from udbetaling where opgjort_pr = '2025-02-28'", as_of="2025-01-31").rows == ((29,),)
    assert told("select kr from udbetaling", as_of="i går").problems[0].code == "R222"


def test_what_is_tried_on_the_members_is_tried_on_those_of_the_day() -> None:
    """A test that the filter language has no word for is put to the members first: payment 3 is withdrawn now."""
    text = "select kr from udbetaling where opgjort_pr = date '2025-02-28' and id % 3 = 0"
    assert told(text).rows == ((8,),)


@pytest.mark.parametrize(
    "test",
    [
        "opgjort_pr < date '2025-01-31'", "opgjort_pr in ('2025-01-31', '2025-02-28')", "not opgjort_pr = '2025-01-31'",
        "opgjort_pr = '2025-01-31' or id = 1", "opgjort_pr = dag", "opgjort_pr is not null", "opgjort_pr = null",
        "opgjort_pr = '2025-01-31' and opgjort_pr = '2025-02-28'",
    ],
)  # fmt: skip
def test_no_other_test_of_the_day_is_served(test: str) -> None:
    refusal = told(f"{BY_UNIT} where {test} group by enhed, kr").refusal
    assert refusal is not None
    assert refusal[:2] == ("U450", "0A000")
