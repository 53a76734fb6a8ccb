"""Which of the roles that somebody holds give nothing, and why."""

from __future__ import annotations

from datetime import date

import pytest

from semantic.access.grant import Restriction
from semantic.access.holding import giving_nothing
from semantic.access.policies import Policies, Role
from semantic.access.principal import Attribute, Principal

DAY = date(2026, 6, 10)
POLICIES = Policies(
    {
        "fri": Role("fri"),
        "bundet": Role("bundet", attributes={"kommune": "integer"}),
        "endt": Role("endt", valid_to=date(2026, 6, 9)),
        "sidste_dag": Role("sidste_dag", valid_to=DAY),
        "tager": Role("tager", restrictions=(Restriction("x", "y", {}),), attributes={"kommune": "integer"}),
    }
)


def idle(*roles: str, **attributes: Attribute) -> dict[str, str]:
    """Each role that gives nothing, with the role or attribute that is at fault."""
    found = giving_nothing(Principal("anna", roles, attributes), POLICIES, DAY)
    return {role: fault[0] for role, fault in found.items()}


@pytest.mark.parametrize("value", ["573", (573,), True, None])
def test_an_attribute_that_is_missing_or_of_another_type(value: Attribute | None) -> None:
    known = {} if value is None else {"kommune": value}
    assert idle("fri", "bundet", **known) == {"bundet": "kommune"}
    assert idle("fri", "bundet", kommune=573) == {}


def test_a_role_that_is_over_or_that_there_is_not() -> None:
    assert idle("endt", "sidste_dag", "ukendt") == {"endt": "endt", "ukendt": "ukendt"}


def test_what_takes_away_and_cannot_say_what_leaves_nothing_of_the_others() -> None:
    """As `Policies.entitle` has it."""
    assert idle("fri", "tager") == {"fri": "tager", "tager": "kommune"}
    assert idle("fri", "tager", kommune=573) == {}
    assert POLICIES.entitle(Principal("anna", ("fri", "tager")), DAY).grants == ()
