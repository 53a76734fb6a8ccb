"""Which of the roles that somebody holds give nothing, and why."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from semantic.access.grant import Restriction, open_grant
from semantic.access.holding import giving_nothing
from semantic.access.link import link_policies, outline, read_policies
from semantic.access.policies import Policies, Role
from semantic.access.principal import Attribute, Principal
from semantic.model.load import load_model

PROJECT = Path(__file__).parents[3]
DAY = date(2026, 6, 10)
FRI, BUNDET, ENDT, SIDSTE, TAGER = ((open_grant(n, "x"),) for n in ("fri", "bundet", "endt", "sidste_dag", "tager"))
POLICIES = Policies(
    {
        "fri": Role("fri", FRI),
        "bundet": Role("bundet", BUNDET, attributes={"kommune": "integer"}),
        "endt": Role("endt", ENDT, valid_to=date(2026, 6, 9)),
        "sidste_dag": Role("sidste_dag", SIDSTE, valid_to=DAY),
        "tager": Role("tager", TAGER, restrictions=(Restriction("x", "y", {}),), attributes={"kommune": "integer"}),
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
    assert idle("fri", "tager") == {"fri": "tager", "tager": "kommune"}
    assert idle("fri", "tager", kommune=573) == {}


@given(
    st.lists(st.sampled_from([*POLICIES.roles, "ukendt"]), unique=True),
    st.sampled_from([None, 573, "573", (573,)]),
)
def test_who_gives_is_who_gives_in_the_entitlement(roles: list[str], kommune: Attribute | None) -> None:
    """Each role's one grant is called as the role, so that the entitlement tells which of them gave."""
    anna = Principal("anna", tuple(roles), {} if kommune is None else {"kommune": kommune})
    gave = {grant.name for grant in POLICIES.entitle(anna, DAY).grants}
    assert set(roles) - set(giving_nothing(anna, POLICIES, DAY)) == gave


def test_the_outline_says_of_every_role_what_the_policies_say() -> None:
    files = read_policies(PROJECT / "access_policies")
    short, whole = outline(files).roles, link_policies(files, load_model(PROJECT / "schema")).roles
    assert {name: (one.attributes, one.valid_to, len(one.restrictions)) for name, one in short.items()} == {
        name: (one.attributes, one.valid_to, len(one.restrictions)) for name, one in whole.items()
    }
