"""Who comes in over SQL, by what, and what everybody else is told; TLS, and what is heard before it."""

from __future__ import annotations

import asyncio
import ssl
import struct
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pg8000.native
import pytest
from sqlalchemy.exc import OperationalError

from semantic.errors import DefinitionError
from server.authenticate import Directory
from server.identity.door import Door
from server.identity.scram import make_verifier
from server.identity.throttle import ADDRESS, PAIR
from server.postgres.admission import FRESH_SECONDS
from server.postgres.tls import load_tls
from server.postgres.wire.backend import framed
from server.state import accounts, tokens
from server.state.accounts import Account, RoleAssignment
from server.state.database import State, StateSource, open_state
from server.state.place import StatePlace
from tests.server.postgres.protocol.certificate import make_certificate
from tests.server.postgres.protocol.raw import connect, logged_in, query, start_up, text
from tests.server.postgres.protocol.running import Running, demo_door, running

NOW = datetime.now(UTC)
PASSWORD = "en lang nok kode: æøå"
SSL_REQUEST = struct.pack("!ii", 8, 80877103)
GSS_REQUEST = struct.pack("!ii", 8, 80877104)
WRONG = {"S": "FATAL", "V": "FATAL", "C": "28P01", "M": "password authentication failed"}


@pytest.fixture
def state(tmp_path: Path) -> Iterator[State]:
    """With the user dorte, analyst of 573."""
    found = open_state(StatePlace(f"sqlite:///{tmp_path / 'state.db'}"))
    with found.writing() as connection:
        verifier = str(make_verifier(PASSWORD, iterations=4_096))
        accounts.add(connection, Account("dorte", "Dorte", "person", None, True, verifier, NOW))
        accounts.grant(connection, "dorte", RoleAssignment("analytiker", None, "operatoer", NOW))
        accounts.set_attribute(connection, "dorte", "kommune", 573)
    yield found
    found.close()


@pytest.fixture
def certificate(tmp_path: Path) -> tuple[Path, Path]:
    return make_certificate(tmp_path)


@pytest.fixture
def users(state: State, tmp_path: Path) -> Iterator[Running]:
    """Without the demo and without TLS."""
    door = Door(Directory(), StateSource(StatePlace(f"sqlite:///{tmp_path / 'state.db'}")))
    with running(door, demo=False) as found:
        yield found


@pytest.fixture
def secured(state: State, tmp_path: Path, certificate: tuple[Path, Path]) -> Iterator[Running]:
    """Without the demo and with TLS."""
    door = Door(Directory(), StateSource(StatePlace(f"sqlite:///{tmp_path / 'state.db'}")))
    with running(door, tls=load_tls(*certificate), demo=False) as found:
        yield found


def refused(running: Running, user: str, password: str, **parameters: str) -> dict[str, str]:
    with pytest.raises(PermissionError) as error:
        logged_in(running.address, user, password, **{"database": "nogletal"} | parameters)
    found: dict[str, str] = error.value.args[0]
    return found


def personal_token(state: State, id: str = "t1") -> str:
    with state.writing() as connection:
        return tokens.create(connection, tokens.Token(id, "dorte", "Power BI", NOW, NOW + timedelta(days=9)))


def test_every_driver_comes_in_by_scram_and_a_user_is_who_the_state_says(
    asyncpg: Any, psycopg: Any, users: Running
) -> None:
    host, port = users.address
    with psycopg.connect(users.dsn("dorte", PASSWORD)) as one:
        assert one.execute("select 1").fetchone() == (1,)
    two = pg8000.native.Connection("dorte", host, "nogletal", port, PASSWORD)
    assert two.run("select 1") == [[1]]
    two.close()

    async def ask() -> object:
        three = await asyncpg.connect(host=host, port=port, user="dorte", password=PASSWORD, database="nogletal")
        try:
            return await three.fetchval("select 1")
        finally:
            await three.close()

    assert asyncio.run(ask()) == 1
    principals = {session.principal for _, session in users.scratch.asked}
    assert [(one.subject, one.roles, dict(one.attributes)) for one in principals] == [
        ("dorte", ("analytiker",), {"kommune": 573})
    ]


@pytest.mark.parametrize(("user", "password"), [("dorte", "forkert"), ("nobody", PASSWORD), ("Ærlig'; --", "x")])
def test_whatever_is_wrong_is_told_alike(users: Running, user: str, password: str) -> None:
    assert refused(users, user, password) == WRONG


def test_a_name_that_does_not_exist_is_asked_like_one_that_does(users: Running) -> None:
    """The salt and the count of an unknown name look like anybody's, and stay the same."""

    def challenge(user: str) -> tuple[str, str]:
        client = connect(users.address)
        client.send(start_up(user=user, database="nogletal"))
        assert client.next().body == b"\0\0\0\x0aSCRAM-SHA-256\0\0"
        first = b"n,,n=,r=abcdefgh"
        client.send(framed(b"p", text("SCRAM-SHA-256"), struct.pack("!i", len(first)), first))
        _, salt, count = client.next().body[4:].decode().split(",")
        client.close()
        return salt, count

    (salt, _), (again, _), (other, _) = challenge("nobody"), challenge("nobody"), challenge("nobody2")
    assert salt == again != other
    assert len(salt) == len(challenge("dorte")[0])


def test_the_database_is_told_only_to_those_who_are_in(users: Running) -> None:
    assert refused(users, "dorte", PASSWORD, database="andet")["C"] == "3D000"
    assert refused(users, "dorte", "forkert", database="andet") == WRONG
    with pytest.raises(PermissionError) as error:
        logged_in(users.address, "dorte", PASSWORD)
    assert error.value.args[0]["C"] == "3D000"


def test_wrong_tries_are_counted_and_a_leaver_made_none(users: Running) -> None:
    for _ in range(PAIR.most + 2):
        client = connect(users.address)
        client.send(start_up(user="dorte", database="nogletal"))
        client.next()
        client.send(framed(b"p", text("SCRAM-SHA-256"), struct.pack("!i", 16), b"n,,n=,r=abcdefgh"))
        client.next()
        client.close()
    assert users.settle(lambda: not users.endpoint.connections)
    assert [refused(users, "dorte", "forkert")["C"] for _ in range(PAIR.most + 1)] == ["28P01"] * PAIR.most + ["53300"]
    assert refused(users, "dorte", PASSWORD)["C"] == "53300"


def test_a_disabled_user_and_one_with_faulty_attributes_stay_out(users: Running, state: State) -> None:
    with state.writing() as connection:
        accounts.set_active(connection, "dorte", False)
    assert refused(users, "dorte", PASSWORD) == WRONG


def test_while_the_state_cannot_be_read_nobody_comes_in_and_nothing_is_answered(
    users: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside = logged_in(users.address, "dorte", PASSWORD, database="nogletal")

    def broken(source: object) -> None:
        raise OperationalError("SELECT", {}, Exception("gone"))

    with monkeypatch.context() as patch:
        patch.setattr(StateSource, "current", broken)
        assert refused(users, "dorte", PASSWORD)["C"] == "57P03"
        told = ["SELECT 1", "ready I"]
        while "SELECT 1" in told:
            told = inside.ask(query("select 1::int4 as one"))
        assert told[-2:] == ["ERROR 57P03", "ready I"]
    assert inside.ask(query("select 1::int4 as one"))[-2] == "SELECT 1"  # it was not ended
    inside.close()


def test_wrong_tries_from_the_same_address_do_not_end_a_session(psycopg: Any, secured: Running, state: State) -> None:
    with psycopg.connect(secured.dsn("token", personal_token(state), sslmode="require"), autocommit=True) as inside:
        for _ in range(ADDRESS.most + 1):
            with pytest.raises(psycopg.OperationalError):
                psycopg.connect(secured.dsn("token", "ngl_forkert", sslmode="require"))
        threading.Event().wait(FRESH_SECONDS + 0.1)
        assert inside.execute("select 1").fetchone() == (1,)


def test_a_token_is_taken_within_tls_and_nowhere_else(
    psycopg: Any, users: Running, secured: Running, state: State
) -> None:
    token = personal_token(state)
    assert refused(users, "token", token)["C"] == "28000"
    with psycopg.connect(secured.dsn("token", token, sslmode="require")) as one:
        assert one.execute("show session_authorization").fetchone() == ("dorte",)
    mistyped = token[:-1] + ("1" if token.endswith("0") else "0")
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(secured.dsn("token", mistyped, sslmode="require"))
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(secured.dsn("dorte", token, sslmode="require"))


def test_the_demo_takes_its_tokens_on_its_own_machine(served: Running) -> None:
    client = served.raw("token", "demo-bo")
    assert client.ask(query("show session_authorization"))[1] == "row (b'bo',)"
    client.close()
    assert refused(served, "token", "demo-nobody") == WRONG


@pytest.mark.parametrize("binding", ["disable", "prefer", "require"])
def test_tls_is_verified_and_the_log_in_bound_to_it(
    psycopg: Any, secured: Running, certificate: tuple[Path, Path], binding: str
) -> None:
    more = {"sslmode": "verify-full", "sslrootcert": str(certificate[0]), "channel_binding": binding}
    with psycopg.connect(secured.dsn("dorte", PASSWORD, **more)) as one:
        assert one.pgconn.ssl_in_use
        assert len(one.execute("select range from range(100000)").fetchall()) == 100_000


def test_other_drivers_come_in_within_tls(asyncpg: Any, secured: Running, certificate: tuple[Path, Path]) -> None:
    host, port = secured.address
    trusting = ssl.create_default_context(cafile=certificate[0])
    one = pg8000.native.Connection("dorte", host, "nogletal", port, PASSWORD, ssl_context=trusting)
    assert one.run("select 1") == [[1]]
    one.close()

    async def ask() -> object:
        two = await asyncpg.connect(
            host=host, port=port, user="dorte", password=PASSWORD, database="nogletal", ssl=trusting
        )
        try:
            return await two.fetchval("select 1")
        finally:
            await two.close()

    assert asyncio.run(ask()) == 1


def test_a_client_that_goes_is_let_go_at_once(secured: Running, caplog: pytest.LogCaptureFixture) -> None:
    """Within TLS, too: nothing is left to take, so nothing is waited for."""
    client = connect(secured.address)
    client.send(SSL_REQUEST)
    assert client.socket.recv(1) == b"S"
    trusting = ssl.create_default_context()
    trusting.check_hostname, trusting.verify_mode = False, ssl.CERT_NONE
    with trusting.wrap_socket(client.socket) as client.socket:
        client.log_in("dorte", PASSWORD, database="nogletal")
        client.send(framed(b"X"))
        assert client.socket.recv(1) == b""
    assert secured.settle(lambda: not secured.endpoint.connections)
    assert "broke off" not in caplog.text


def test_without_a_certificate_tls_is_declined(psycopg: Any, users: Running) -> None:
    client = connect(users.address)
    client.send(GSS_REQUEST)
    assert client.socket.recv(1) == b"N"
    client.send(SSL_REQUEST)
    assert client.socket.recv(1) == b"N"
    client.send(start_up(user="dorte", database="nogletal"))
    assert client.next().letter == "R"
    client.close()
    with pytest.raises(psycopg.OperationalError, match="server does not support SSL"):
        psycopg.connect(users.dsn("dorte", PASSWORD, sslmode="require"))


def test_bytes_before_the_handshake_are_not_heard(secured: Running) -> None:
    """CVE-2021-23214: what somebody in between puts before the handshake must not be read as said within it."""
    client = connect(secured.address)
    client.send(SSL_REQUEST, start_up(user="dorte", database="nogletal"))
    [told] = client.rest()
    assert (told.fields["C"], told.fields["M"]) == ("08P01", "received unencrypted data after SSL request")


def test_a_second_request_for_encryption_is_a_fault(users: Running) -> None:
    client = connect(users.address)
    client.send(SSL_REQUEST, SSL_REQUEST)
    assert client.socket.recv(1) == b"N"
    assert client.rest()[0].fields["C"] == "08P01"


def test_binding_that_was_taken_away_in_between_is_noticed(secured: Running, certificate: tuple[Path, Path]) -> None:
    """A client that can bind says so; where we offered it and it did not see that, somebody changed the offer."""
    client = connect(secured.address)
    client.send(SSL_REQUEST)
    assert client.socket.recv(1) == b"S"
    context = ssl.create_default_context(cafile=certificate[0])
    client.socket = context.wrap_socket(client.socket, server_hostname="localhost")
    client.send(start_up(user="dorte", database="nogletal"))
    assert client.next().body == b"\0\0\0\x0aSCRAM-SHA-256-PLUS\0SCRAM-SHA-256\0\0"
    client.send(framed(b"p", text("SCRAM-SHA-256"), struct.pack("!i", 16), b"y,,n=,r=abcdefgh"))
    assert "negotiation" in client.rest()[0].fields["M"]
    client.close()


FIRST = framed(b"p", text("SCRAM-SHA-256"), struct.pack("!i", 16), b"n,,n=,r=abcdefgh")


@pytest.mark.parametrize(
    "sent",
    [
        [query("select 1")], [b"p\x7f\xff\xff\xff"], [framed(b"p", b"")], [framed(b"p", text("SCRAM-SHA-1"))],
        [framed(b"p", text("SCRAM-SHA-256-PLUS"), struct.pack("!i", 3), b"n,,")],
        [framed(b"p", text("SCRAM-SHA-256"), struct.pack("!i", -1))],
        [framed(b"p", text("SCRAM-SHA-256"), struct.pack("!i", 99), b"n,,")],
        [framed(b"p", text("SCRAM-SHA-256"), struct.pack("!i", 3), b"n,,")],
        [framed(b"p", text("SCRAM-SHA-256"), struct.pack("!i", 18), b"n,a=x,n=,r=abcdef\xff")],
        [FIRST, framed(b"p", b"c=biws,r=abcdefgh,p=AAAA")], [FIRST, framed(b"p", b"\xff\xfe")],
        [FIRST, query("select 1")],
    ],
)  # fmt: skip
def test_what_is_no_log_in_is_a_fault_and_no_try(users: Running, sent: list[bytes]) -> None:
    client = connect(users.address)
    client.send(start_up(user="dorte", database="nogletal"), *sent)
    assert client.rest()[-1].fields["C"] == "08P01"
    client.close()


@pytest.mark.parametrize(
    ("parameters", "code"),
    [
        ({"client_encoding": "LATIN1"}, "22023"), ({"nothing_of_the_kind": "1"}, "42704"), ({"user": ""}, "28000"),
        ({"replication": "true"}, "0A000"), ({"options": "-c nothing_of_the_kind=1"}, "42704"),
        ({"options": "x"}, "42601"),
        ({"DateStyle": "German"}, "22023"), ({"TimeZone": "Mars/Dome"}, "22023"), ({"is_superuser": "on"}, "55P02"),
    ],
)  # fmt: skip
def test_a_session_that_cannot_be_as_asked_is_not_begun(served: Running, parameters: dict[str, str], code: str) -> None:
    with pytest.raises(PermissionError) as error:
        logged_in(served.address, **{"user": "anna", "password": "demo", "database": "nogletal"} | parameters)
    assert error.value.args[0]["C"] == code


def test_a_session_is_told_what_it_is(served: Running) -> None:
    options = r"-c statement_timeout=5s --search-path=a\ b -cnogletal.every=ja"
    client = served.raw(options=options, application_name="prøve", DateStyle="ISO, DMY", **{"_pq_.x": "1"})
    told = dict(one.body[:-1].split(b"\0") for one in client.greeting if one.letter == "S")
    assert {key.decode(): value.decode() for key, value in told.items()} == {
        "application_name": "pr?ve", "client_encoding": "UTF8", "DateStyle": "ISO, DMY", "IntervalStyle": "postgres",
        "default_transaction_read_only": "on", "in_hot_standby": "off", "integer_datetimes": "on",
        "is_superuser": "off",
        "server_encoding": "UTF8", "server_version": "15.10", "session_authorization": "anna",
        "standard_conforming_strings": "on", "TimeZone": "Europe/Copenhagen",
    }  # fmt: skip
    client.ask(query("select 1"))
    settings = served.scratch.asked[-1][1].settings
    wanted = {"statement_timeout": "5s", "search_path": "a b", "nogletal.every": "ja", "timezone": "Europe/Copenhagen"}
    assert {key: settings[key] for key in wanted} == wanted
    client.close()


def test_a_newer_client_is_told_what_we_speak(served: Running) -> None:
    client = connect(served.address)
    body = start_up(user="anna", database="nogletal", **{"_pq_.ny": "1"})
    client.send(body[:4] + struct.pack("!i", (3 << 16) + 2) + body[8:])
    told = client.next()
    assert (told.letter, told.body) == ("v", struct.pack("!ii", 3 << 16, 1) + b"_pq_.ny\0")
    client.close()


def test_a_certificate_that_cannot_be_used_stops_the_start(certificate: tuple[Path, Path], tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    file, key = certificate
    other_key = make_certificate(tmp_path / "other")[1]
    for pair in ((file, None), (None, key), (file, file), (tmp_path / "no", key), (file, other_key)):
        with pytest.raises(DefinitionError) as error:
            load_tls(*pair)
        assert error.value.code == "D674"
    assert load_tls(None, None) is None


def test_the_demo_and_its_users_stand_side_by_side(tmp_path: Path) -> None:
    with running(demo_door(tmp_path / "none.db")) as found:
        client = found.raw("anna")
        assert client.ask(query("show session_authorization"))[1] == "row (b'anna',)"
        client.close()
        assert refused(found, "anna", "forkert") == WRONG
