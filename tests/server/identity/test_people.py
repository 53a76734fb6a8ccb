"""Everybody known here who may log in."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from semantic.access.principal import Principal
from semantic.errors import DeniedError
from semantic.review.asked import Person
from server.identity.people import demo_people, known_people, together, users
from server.state import accounts
from server.state.accounts import Account, RoleAssignment
from server.state.database import StateSource, open_state
from server.state.place import StatePlace

NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)
DEMO = demo_people([(Principal("anna", ("udvalg",)), "Demoens Anna"), (Principal("udvalg", ("udvalg",)), "Udvalget")])


def state_of(path: Path) -> StatePlace:
    return StatePlace(f"sqlite:///{path}", None)


def made(subject: str, active: bool = True) -> Account:
    return Account(subject, subject.title(), "person", None, active, None, NOW)


def test_users_hold_what_is_in_force_and_stand_for_a_demo_principal_of_their_name(tmp_path: Path) -> None:
    place = state_of(tmp_path / "state.db")
    state = open_state(place)
    with state.writing() as connection:
        for account in (made("anna"), made("bo", active=False)):
            accounts.add(connection, account)
        accounts.grant(connection, "anna", RoleAssignment("direktion", None, "x", NOW))
        accounts.grant(connection, "anna", RoleAssignment("enhedsleder", NOW, "x", NOW))
    state.close()
    source = StateSource(place)
    try:
        found = known_people(DEMO, source, lambda: NOW)
    finally:
        source.close()
    assert [(one.subject, one.title, one.kind, one.principal.roles) for one in found] == [
        ("udvalg", "Udvalget", "demo", ("udvalg",)),
        ("anna", "Anna", "person", ("direktion",)),
    ]


def test_without_a_state_there_are_no_users_and_none_is_made(tmp_path: Path) -> None:
    source = StateSource(state_of(tmp_path / "state.db"))
    assert users(source, NOW) == ()
    assert list(tmp_path.iterdir()) == []


def test_a_state_that_does_not_answer_is_a_refusal_and_not_nobody(tmp_path: Path) -> None:
    (tmp_path / "state.db").write_bytes(b"no database at all" * 100)
    source = StateSource(state_of(tmp_path / "state.db"))
    with pytest.raises(DeniedError) as refused:
        known_people(DEMO, source, lambda: NOW)
    assert refused.value.code == "A315"


def test_nobody_twice() -> None:
    own = Person("anna", "Anna", "person", Principal("anna", ()))
    assert [one.title for one in together(DEMO, [own])] == ["Udvalget", "Anna"]
