"""The door over a real state: who is refused, alike whether or not they exist, and what ends with the next request."""

from __future__ import annotations

import asyncio
import base64
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert, text, update
from starlette.requests import HTTPConnection

from semantic.access.principal import Principal
from semantic.errors import DeniedError, LimitError, ServiceError
from server.authenticate import Directory, demo_directory
from server.identity.credentials import Basic, Bearer, Credentials
from server.identity.door import Door
from server.identity.issuer_settings import OidcSettings
from server.identity.scram import make_verifier
from server.identity.throttle import PAIR, Throttle
from server.state import accounts, tables, tokens
from server.state.accounts import Account, RoleAssignment
from server.state.database import State, StateSource, open_state
from server.state.place import StatePlace
from tests.server.identity.issuer import AUDIENCE, Issuer, running

PASSWORD = "en lang nok kode"
NOW = datetime(2026, 6, 1, 12, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
FEW = 4_096  # iterations, since these tests hash often; what matters is that nobody's has as many
VERIFIER = str(make_verifier(PASSWORD, iterations=FEW))


class Clock:
    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("server.identity.door.ITERATIONS", FEW)


@pytest.fixture
def place(tmp_path: Path) -> StatePlace:
    return StatePlace(f"sqlite:///{tmp_path / 'state.db'}")


@pytest.fixture
def state(place: StatePlace) -> Iterator[State]:
    """With the user anna, analyst of 573, who has a password."""
    found = open_state(place)
    with found.writing() as connection:
        accounts.add(connection, Account("anna", "Anna", "person", None, True, VERIFIER, NOW))
        accounts.grant(connection, "anna", RoleAssignment("analytiker", None, "operatoer", NOW))
        accounts.set_attribute(connection, "anna", "kommune", "573")
    yield found
    found.close()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def door(place: StatePlace, clock: Clock, state: State) -> Iterator[Door]:
    source = StateSource(place)
    yield Door(Directory(), source, now=clock)
    source.close()


def change(state: State, work: Callable[..., object], *arguments: Any) -> Any:
    with state.writing() as connection:
        return work(connection, *arguments)


def token_for(state: State, subject: str = "anna", ends: datetime = NOW + HOUR) -> str:
    token = tokens.Token(tokens.new_id(), subject, "prøve", NOW, ends)
    return str(change(state, tokens.create, token))


def refused(door: Door, credentials: Credentials, address: str = "192.0.2.1") -> str:
    with pytest.raises(ServiceError) as error:
        door.find(credentials, address)
    return error.value.code


def told(door: Door, credentials: Credentials) -> tuple[object, ...]:
    with pytest.raises(DeniedError) as error:
        door.find(credentials, "192.0.2.1")
    return error.value.problems


ANNA = Basic("anna", PASSWORD)


@pytest.mark.parametrize(
    "credentials",
    [
        Basic("anna", "forkert"),
        Basic("anna", ""),
        Basic("anna", PASSWORD + " "),
        Basic("", PASSWORD),
        Basic("bent", PASSWORD),
        Basic("Anna", PASSWORD),
        Basic("anna\x00", PASSWORD),
        Basic("operatoer", PASSWORD),
        Basic("anna", VERIFIER),
        Basic("a" * 200, PASSWORD),
        Basic("anna' OR 1=1 --", PASSWORD),
        Basic("anna", "demo"),
        Bearer("demo-anna"),
        Bearer(PASSWORD),
        Bearer("anna"),
        Bearer(""),
        Bearer("ngl_"),
        Bearer("ngl_" + "A" * 51),
        Bearer(tokens.new_secret()),
        Basic("anna", tokens.new_secret()),
        Bearer("eyJhbGciOiJub25lIn0.e30."),
        Bearer("ngl_æ" + "A" * 50),
    ],
)
def test_what_is_wrong_is_refused_in_the_same_words(door: Door, credentials: Credentials) -> None:
    assert told(door, credentials) == told(door, Basic("findes_ikke", "forkert"))
    assert refused(door, credentials) == "A311"


def test_a_right_password_lets_in_with_what_is_known_now(door: Door) -> None:
    assert door.find(ANNA, "192.0.2.1") == Principal("anna", ("analytiker",), {"kommune": "573"})


def test_a_token_lets_in_three_ways(door: Door, state: State) -> None:
    secret = token_for(state)
    for credentials in (Bearer(secret), Basic("anna", secret)):
        assert door.find(credentials, "192.0.2.1").subject == "anna"
    assert refused(door, Basic("bent", secret)) == "A311"
    assert refused(door, Basic("", secret)) == "A311"


def test_a_mistyped_token_is_seen_before_anything_is_looked_up(state: State) -> None:
    secret = token_for(state)
    assert tokens.is_well_formed(secret)
    for place in range(len(secret)):
        other = "B" if secret[place] != "B" else "C"
        assert not tokens.is_well_formed(secret[:place] + other + secret[place + 1 :])


def test_neither_password_nor_token_is_stored(door: Door, state: State, place: StatePlace) -> None:
    secret = token_for(state)
    door.find(Bearer(secret), "192.0.2.1")
    door.find(ANNA, "192.0.2.1")
    assert place.file is not None
    stored = b"".join(path.read_bytes() for path in place.file.parent.iterdir())
    assert PASSWORD.encode() not in stored
    assert secret.encode() not in stored
    assert secret[4:47].encode() not in stored


# --- what ends


def test_a_role_that_is_taken_is_gone_with_the_next_request(door: Door, state: State) -> None:
    secret = token_for(state)
    for credentials in (ANNA, Bearer(secret)):
        change(state, accounts.grant, "anna", RoleAssignment("direktion", None, "operatoer", NOW))
        assert door.find(credentials, "192.0.2.1").roles == ("analytiker", "direktion")
        change(state, accounts.revoke, "anna", ["direktion"])
        assert door.find(credentials, "192.0.2.1").roles == ("analytiker",)


def test_a_role_ends_at_its_moment(door: Door, state: State, clock: Clock) -> None:
    change(state, accounts.grant, "anna", RoleAssignment("analytiker", NOW + HOUR, "operatoer", NOW))
    clock.now = NOW + HOUR - timedelta(microseconds=1)
    assert door.find(ANNA, "192.0.2.1").roles == ("analytiker",)
    clock.now = NOW + HOUR
    assert door.find(ANNA, "192.0.2.1").roles == ()
    assert door.again("anna").roles == ()


def test_a_disabled_user_is_out_by_every_way(door: Door, state: State) -> None:
    secret = token_for(state)
    for credentials in (ANNA, Bearer(secret)):
        assert door.find(credentials, "192.0.2.1")
    change(state, accounts.set_active, "anna", False)
    for credentials in (ANNA, Bearer(secret), Basic("anna", secret)):
        assert refused(door, credentials) == "A311"
    with pytest.raises(DeniedError):
        door.again("anna")
    change(state, accounts.set_active, "anna", True)
    assert door.find(ANNA, "192.0.2.1")


def test_a_changed_password_ends_the_old_one_at_once(door: Door, state: State) -> None:
    for _ in range(3):
        assert door.find(ANNA, "192.0.2.1")
    change(state, accounts.set_verifier, "anna", str(make_verifier("en ganske anden kode", iterations=FEW)))
    assert refused(door, ANNA) == "A311"
    assert door.find(Basic("anna", "en ganske anden kode"), "192.0.2.1")


def test_a_token_ends_when_revoked_or_at_its_moment(door: Door, state: State, clock: Clock) -> None:
    secret, other = token_for(state), token_for(state)
    assert door.find(Bearer(secret), "192.0.2.1")
    found = change(state, tokens.by_secret, secret)
    change(state, tokens.revoke, found.id, NOW)
    assert refused(door, Bearer(secret)) == "A311"
    clock.now = NOW + HOUR - timedelta(microseconds=1)
    assert door.find(Bearer(other), "192.0.2.1")
    clock.now = NOW + HOUR
    assert refused(door, Bearer(other)) == "A311"


def test_attributes_are_read_anew(door: Door, state: State) -> None:
    change(state, accounts.set_attribute, "anna", "kommune", "751")
    assert door.find(ANNA, "192.0.2.1").attributes == {"kommune": "751"}
    change(state, accounts.remove_attribute, "anna", "kommune")
    assert door.find(ANNA, "192.0.2.1").attributes == {}


@pytest.mark.parametrize(
    ("type", "value"),
    [
        ("string", 573),
        ("string", ""),
        ("string", " "),
        ("string", "573\n"),
        ("string", None),
        ("string", ["573"]),
        ("string", True),
        ("integer", "573"),
        ("integer", True),
        ("integer", 573.5),
        ("integer", None),
        ("integer", 2**70),
        ("strings", []),
        ("strings", ["a", ""]),
        ("strings", ["a", 1]),
        ("strings", "a"),
        ("strings", [None]),
        ("integers", []),
        ("integers", [1, "2"]),
        ("integers", [True]),
        ("integers", {}),
        ("kommune", "573"),
        ("", "573"),
    ],
)
def test_an_attribute_that_is_not_of_its_type_lets_nobody_in(
    door: Door, state: State, type: str, value: object
) -> None:
    """Only somebody who writes in the tables themselves can do this."""
    row = {"subject": "anna", "name": "enhed", "type": type, "value": value}
    change(state, lambda connection: connection.execute(insert(tables.attributes).values(row)))
    assert refused(door, ANNA) == "A312"
    assert refused(door, Bearer(token_for(state))) == "A312"


@pytest.mark.parametrize("value", ["573", 573, ("a", "b"), (1, 2), (7,)])
def test_an_attribute_comes_back_as_it_was_set(door: Door, state: State, value: Any) -> None:
    change(state, accounts.set_attribute, "anna", "enhed", value)
    found = door.find(ANNA, "192.0.2.1").attributes["enhed"]
    assert (found, type(found)) == (value, type(value))


def test_the_operators_role_is_not_had_over_the_network_whatever_the_tables_say(door: Door, state: State) -> None:
    change(state, accounts.grant, "anna", RoleAssignment("operatoer", None, "operatoer", NOW))
    assert door.find(ANNA, "192.0.2.1").roles == ("analytiker",)


@pytest.mark.parametrize("verifier", [None, "", "SCRAM-SHA-256$1:AA==$AA==:AA==", "md5abc", PASSWORD])
def test_without_a_right_verifier_no_password_lets_in(door: Door, state: State, verifier: str | None) -> None:
    change(state, lambda connection: connection.execute(update(tables.users).values(verifier=verifier)))
    for password in (PASSWORD, "", "None", str(verifier)):
        assert refused(door, Basic("anna", password)) == "A311"


# --- guessing


def test_guesses_are_slowed_alike_for_a_name_that_does_not_exist(door: Door) -> None:
    for name in ("anna", "findes_ikke"):
        answers = [refused(door, Basic(name, f"forkert{number}")) for number in range(PAIR.most + 3)]
        assert answers == ["A311"] * PAIR.most + ["L513"] * 3
    assert refused(door, ANNA) == "L513"  # a right one too, else the wait would tell which is right
    assert door.find(ANNA, "198.51.100.7").subject == "anna"


def test_nobodys_verifier_asks_for_as_many_iterations_as_a_new_users(
    place: StatePlace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    assert Door(Directory(), StateSource(place)).verifier("ukendt").iterations == make_verifier(PASSWORD).iterations


def test_the_same_work_is_done_for_a_name_that_does_not_exist(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    hashed: list[tuple[int, int]] = []
    import server.identity.scram as scram

    really = scram._keys

    def counted(prepared: str, salt: bytes, iterations: int) -> tuple[bytes, bytes]:
        hashed.append((iterations, len(salt)))
        return really(prepared, salt, iterations)

    monkeypatch.setattr(scram, "_keys", counted)
    for name in ("anna", "findes_ikke", "Ikke Et Navn", ""):
        assert refused(door, Basic(name, "forkert")) == "A311"
    assert hashed == [(FEW, 16)] * 4


def test_a_name_that_does_not_exist_has_a_verifier_like_any_other(door: Door) -> None:
    """SCRAM tells salt and iterations before anything is proved."""
    first, again, other = (door.verifier(name) for name in ("ukendt", "ukendt", "ogsaa_ukendt"))
    assert first.salt == again.salt != other.salt
    assert {(one.iterations, len(one.salt)) for one in (first, other, door.verifier("anna"))} == {(FEW, 16)}
    assert door.verifier("anna").fits(PASSWORD)
    assert not first.fits(PASSWORD)


def test_tries_that_are_no_guesses_are_not_counted(door: Door, state: State, clock: Clock) -> None:
    row = {"subject": "anna", "name": "enhed", "type": "string", "value": ""}
    change(state, lambda connection: connection.execute(insert(tables.attributes).values(row)))
    assert {refused(door, ANNA) for _ in range(PAIR.most + 3)} == {"A312"}


# --- the state itself


def test_without_a_state_nobody_is_known_and_nothing_is_made(tmp_path: Path) -> None:
    source = StateSource(StatePlace(f"sqlite:///{tmp_path / 'state.db'}"))
    door = Door(Directory(), source)
    for credentials in (ANNA, Bearer(tokens.new_secret()), Bearer("demo-direktion")):
        assert {refused(door, credentials) for _ in range(10)} == {"A311"}
    assert list(tmp_path.iterdir()) == []
    assert door.announcement() == []


def test_a_user_made_while_it_serves_can_log_in(tmp_path: Path) -> None:
    place = StatePlace(f"sqlite:///{tmp_path / 'state.db'}")
    door = Door(Directory(), StateSource(place))
    assert refused(door, ANNA) == "A311"
    made = open_state(place)
    change(made, accounts.add, Account("anna", "Anna", "person", None, True, VERIFIER, NOW))
    assert door.find(ANNA, "192.0.2.1").roles == ()
    assert "1 may log in" in door.announcement()[0]
    made.close()
    door.states.close()


def test_a_state_that_cannot_be_read_is_a_clear_refusal(door: Door, state: State) -> None:
    change(state, lambda connection: connection.execute(text("DROP TABLE role_assignments")))
    assert {refused(door, ANNA) for _ in range(PAIR.most + 1)} == {"A315"}
    with pytest.raises(DeniedError) as error:
        door.again("anna")
    assert error.value.code == "A315"


def test_a_state_that_cannot_be_opened_is_a_clear_refusal(tmp_path: Path) -> None:
    (tmp_path / "state.db").write_bytes(b"x" * 5_000)
    door = Door(Directory(), StateSource(StatePlace(f"sqlite:///{tmp_path / 'state.db'}")))
    assert refused(door, ANNA) == "A315"


def test_the_use_of_a_token_is_written_once_an_hour(door: Door, state: State, clock: Clock) -> None:
    secret = token_for(state, ends=NOW + 10 * HOUR)
    used = []
    for after in (timedelta(), timedelta(minutes=59), timedelta(minutes=61)):
        clock.now = NOW + after
        door.find(Bearer(secret), "192.0.2.1")
        used.append(change(state, tokens.by_secret, secret).last_used)
    assert used == [NOW, NOW, NOW + timedelta(minutes=61)]


def test_the_use_of_a_token_that_cannot_be_written_keeps_nobody_out(door: Door, state: State) -> None:
    secret = token_for(state)
    change(state, lambda connection: connection.execute(text(
        "CREATE TRIGGER t BEFORE UPDATE ON tokens BEGIN SELECT RAISE(ABORT, 'full'); END")))  # fmt: skip
    assert door.find(Bearer(secret), "192.0.2.1").subject == "anna"


def test_on_postgresql_too(postgres, tmp_path: Path) -> None:
    (tmp_path / "password").write_text(postgres.password, "utf-8")
    with postgres.database() as name:
        place = StatePlace(postgres.url(name), tmp_path / "password")
        state = open_state(place)
        change(state, accounts.add, Account("anna", "Anna", "person", None, True, VERIFIER, NOW))
        change(state, accounts.grant, "anna", RoleAssignment("analytiker", NOW + HOUR, "operatoer", NOW))
        change(state, accounts.set_attribute, "anna", "aar", (2023, 2024))
        door = Door(Directory(), StateSource(place), now=lambda: NOW)
        secret = token_for(state)
        for credentials in (ANNA, Bearer(secret)):
            assert door.find(credentials, "a") == Principal("anna", ("analytiker",), {"aar": (2023, 2024)})
        assert refused(door, Basic("anna\x00", PASSWORD)) == "A311"
        change(state, accounts.block, "oidc:x", NOW)
        change(state, accounts.block, "oidc:x", NOW)
        assert change(state, accounts.unblock, "oidc:x") == 1
        change(state, accounts.set_active, "anna", False)
        assert refused(door, ANNA) == "A311"
        door.states.close()
        state.close()


# --- an issuer's


@pytest.fixture
def issuer() -> Iterator[Issuer]:
    with running() as found:
        yield found


def issuer_door(issuer: Issuer, place: StatePlace) -> Door:
    written = {
        "issuer": issuer.url,
        "audience": AUDIENCE,
        "roles": {"claim": "groups", "values": {"Analyse": "analytiker"}},
    }
    return Door(Directory(), StateSource(place), OidcSettings.model_validate(written))


def test_an_issuers_token_lets_in_until_its_subject_is_shut_out(
    issuer: Issuer, place: StatePlace, state: State
) -> None:
    door, token = issuer_door(issuer, place), Bearer(issuer.token())
    assert door.find(token, "192.0.2.1") == Principal("oidc:anna", ("analytiker",))
    change(state, accounts.block, "oidc:anna", NOW)
    assert refused(door, token) == "A311"
    change(state, accounts.unblock, "oidc:anna")
    assert door.find(token, "192.0.2.1")
    door.states.close()


def test_a_user_of_the_same_name_is_somebody_else(issuer: Issuer, place: StatePlace, state: State) -> None:
    door = issuer_door(issuer, place)
    change(state, accounts.set_active, "anna", False)
    found = door.find(Bearer(issuer.token(sub="anna")), "192.0.2.1")
    assert (found.subject, found.attributes) == ("oidc:anna", {})
    with pytest.raises(DeniedError):
        door.again("oidc:anna")
    door.states.close()


def test_an_issuer_needs_no_state(issuer: Issuer, place: StatePlace) -> None:
    door = issuer_door(issuer, place)
    assert door.find(Bearer(issuer.token()), "192.0.2.1").subject == "oidc:anna"
    assert refused(door, Bearer("ngl_x")) == "A311"
    assert door.announcement() == [f"OIDC issuer    {issuer.url}"]


def test_an_expired_token_is_no_guess_but_a_forged_one_is(issuer: Issuer, place: StatePlace) -> None:
    door = issuer_door(issuer, place)
    door.throttle = Throttle(lambda: 0.0)
    expired, forged = Bearer(issuer.token(exp=10, iat=1)), Bearer(f"{issuer.token()[:-3]}AAA")
    assert {refused(door, expired) for _ in range(100)} == {"A313"}
    answers = [refused(door, forged) for _ in range(100)]
    assert answers == sorted(answers)
    assert set(answers) == {"A311", "L513"}


# --- the request


def ask(door: Door, *headers: tuple[str, bytes]) -> Principal:
    raw = [(name.encode(), value) for name, value in headers]
    scope = {"type": "http", "headers": raw, "client": ("192.0.2.9", 1)}
    return asyncio.run(door.authenticate(HTTPConnection(scope)))


def test_a_request_says_who_asks_by_basic_bearer_or_the_bare_token(door: Door, state: State) -> None:
    secret = token_for(state).encode()
    basic = b"Basic " + base64.b64encode(f"anna:{PASSWORD}".encode())
    with_token = b"basic " + base64.b64encode(b"anna:" + secret)
    for header in (basic, with_token, b"Bearer " + secret, b"bearer " + secret, secret):
        assert ask(door, ("authorization", header)).subject == "anna"
    with pytest.raises(DeniedError) as nobody:
        ask(door)
    assert nobody.value.code == "A310"
    with pytest.raises(DeniedError) as two:
        ask(door, ("authorization", basic), ("authorization", basic))
    assert two.value.code == "A311"


@pytest.mark.parametrize("header", [b"x" * 5_000, b"Basic " + b"QUFB" * 2_000, b"Bearer eyJ" + b"x" * 20_000 + b".a.b"])
def test_a_huge_header_is_not_looked_at(door: Door, header: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "find", lambda *_: pytest.fail("looked at"))
    with pytest.raises(DeniedError) as error:
        ask(door, ("authorization", header))
    assert error.value.code == "A311"


def test_the_demo_comes_in_beside_the_users(place: StatePlace, state: State) -> None:
    door = Door(demo_directory([Principal("direktion", ("direktion",))]), StateSource(place))
    assert ask(door, ("authorization", b"demo-direktion")).subject == "direktion"
    assert ask(door, ("authorization", b"Basic " + base64.b64encode(f"anna:{PASSWORD}".encode()))).subject == "anna"
    with pytest.raises(DeniedError):
        ask(door, ("authorization", b"demo-anna"))
    door.states.close()


def test_secrets_are_not_shown_with_what_holds_them() -> None:
    assert "hemmelig" not in repr((Basic("anna", "hemmelig"), Bearer("hemmelig")))
    assert replace(ANNA, name="bent").name == "bent"


def test_too_many_tries_say_when_to_come_again(door: Door) -> None:
    from server.errors import headers

    for _ in range(PAIR.most):
        refused(door, Basic("anna", "forkert"))
    with pytest.raises(LimitError) as error:
        door.find(ANNA, "192.0.2.1")
    assert headers(error.value)["Retry-After"] == "10"
