"""A local administrator: first what must be refused, and that a refusal tells of no other kommune."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from semantic.access.delegate import (
    Administered,
    Change,
    Delegation,
    Kind,
    Reach,
    may_administer,
    may_administer_by_any,
    reach,
)
from semantic.access.principal import Attribute, Principal

RULE = Delegation(frozenset({"analytiker", "enhedsleder"}), "kommune")
VARDE = Principal("lokaladmin_varde", ("lokaladministrator",), {"kommune": "573"})
KINDS: tuple[Kind, ...] = get_args(Kind)
ACCOUNT: tuple[Kind, ...] = ("password", "enable", "token")


def user(kommune: Attribute | None = "573", *roles: str, subject: str = "anna") -> Administered:
    return Administered(subject, roles, {} if kommune is None else {"kommune": kommune})


def code(change: Change, administrator: Principal = VARDE, rule: Delegation = RULE) -> str | None:
    found = may_administer(administrator, rule, change)
    return found.code if found else None


@pytest.mark.parametrize("own", [None, "", ("573",), ("573", "751")])
@pytest.mark.parametrize("kind", KINDS)
def test_without_one_kommune_of_ones_own_nobody_is_administered(own: Attribute | None, kind: Kind) -> None:
    administrator = Principal("x", ("lokaladministrator",), {} if own is None else {"kommune": own})
    assert code(Change(kind, "anna", user(own)), administrator) == "A320"


def test_without_a_rule_nobody_is_administered() -> None:
    found = may_administer_by_any(VARDE, (), Change("read", "anna", user()))
    assert found is not None
    assert found.code == "A320"


@pytest.mark.parametrize("theirs", ["751", 573, ("573",), "", None, "0573", " 573"])
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "add"])
def test_another_kommunes_user_is_refused_as_one_that_does_not_exist(theirs: Attribute | None, kind: Kind) -> None:
    role = "analytiker" if kind in ("grant", "revoke") else None
    hidden = may_administer(VARDE, RULE, Change(kind, "anna", user(theirs, "direktion"), role))
    absent = may_administer(VARDE, RULE, Change(kind, "anna", None, role))
    assert hidden == absent
    assert hidden is not None
    assert hidden.code == "A321"


@given(
    st.sampled_from(KINDS),
    st.sampled_from(["analytiker", "direktion", None]),
    st.sampled_from(["anna", "anna_573", "lokaladmin_varde"]),
    st.lists(st.sampled_from(["analytiker", "direktion", "lokaladministrator"]), unique=True),
)
def test_whatever_is_asked_another_kommune_tells_nothing(
    kind: Kind, role: str | None, name: str, roles: list[str]
) -> None:
    hidden = Change(kind, name, Administered(name, tuple(roles), {"kommune": "751"}), role)
    assert may_administer(VARDE, RULE, hidden) == may_administer(VARDE, RULE, Change(kind, name, None, role))


@pytest.mark.parametrize("role", ["direktion", "lokaladministrator", "operatoer", "", "Analytiker"])
@pytest.mark.parametrize("kind", ["grant", "revoke"])
def test_no_other_role_is_handed_out(role: str, kind: Kind) -> None:
    assert code(Change(kind, "anna", user(), role)) == "A322"


@pytest.mark.parametrize("kind", KINDS)
def test_nobody_administers_themselves(kind: Kind) -> None:
    own = user("573", "lokaladministrator", subject=VARDE.subject)
    assert code(Change(kind, VARDE.subject, own, "analytiker")) == "A323"


@pytest.mark.parametrize("kind", ACCOUNT)
def test_an_account_with_a_greater_role_cannot_be_taken_over(kind: Kind) -> None:
    for roles in (("direktion",), ("analytiker", "direktion"), ("lokaladministrator",)):
        assert code(Change(kind, "anna", user("573", *roles))) == "A322"
    assert code(Change(kind, "anna", user("573", "analytiker"))) is None


@pytest.mark.parametrize("kind", ["disable", "end_token", "read"])
def test_to_shut_out_is_not_to_give(kind: Kind) -> None:
    for roles in (("direktion",), ("analytiker", "direktion"), ("lokaladministrator",)):
        assert code(Change(kind, "anna", user("573", *roles))) is None


def test_what_lies_beyond_is_no_part_of_what_is_shown() -> None:
    both = Principal("x", (), {"kommune": "573", "center": "A"})
    rules = (RULE, Delegation(frozenset({"centerchef"}), "center"))
    assert reach(both, rules, user("573", "direktion")) == Reach(RULE.roles, frozenset({"kommune"}))
    assert reach(both, rules, user("751")) == Reach(frozenset(), frozenset())


def test_a_rule_that_reaches_nobody_does_not_hide_what_another_says() -> None:
    """A place of several values administers nobody; beside a rule that does, its refusal is not the one told."""
    both = Principal("x", (), {"kommune": "573", "center": ("A", "B")})
    rules = (Delegation(frozenset({"centerchef"}), "center"), RULE)
    found = may_administer_by_any(both, rules, Change("read", "bent", None))
    assert found is not None
    assert found.code == "A321"


def test_attributes_are_not_a_local_administrators() -> None:
    assert code(Change("attribute", "anna", user())) == "A322"


@pytest.mark.parametrize("name", ["anna", "anna_751", "anna573", "anna_5731"])
def test_a_new_name_is_one_of_the_own_kommunes(name: str) -> None:
    assert code(Change("add", name)) == "A324"
    assert code(Change("add", "anna_573")) is None


def test_rules_are_never_put_together() -> None:
    """One rule reaches the user, the other the role: neither gives the role to the user."""
    both = Principal("x", (), {"kommune": "573", "center": "A"})
    rules = (Delegation(frozenset({"analytiker"}), "kommune"), Delegation(frozenset({"enhedsleder"}), "center"))
    for role, expected in (("analytiker", None), ("enhedsleder", "A322")):
        found = may_administer_by_any(both, rules, Change("grant", "anna", user(), role))
        assert (found.code if found else None) == expected


@pytest.mark.parametrize("kind", ["grant", "revoke"])
def test_the_roles_of_the_rule_are_handed_out_in_the_own_kommune(kind: Kind) -> None:
    for role in RULE.roles:
        assert code(Change(kind, "anna", user("573", "direktion"), role)) is None
