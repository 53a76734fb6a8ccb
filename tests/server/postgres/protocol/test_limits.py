"""What clients do that leave, stall, crowd or are shut out: nothing is left of them, and nobody else notices."""

from __future__ import annotations

import asyncio
import gc
import logging
import os
import re
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from server.authenticate import Directory
from server.identity.door import Door
from server.identity.scram import make_verifier
from server.postgres.app import Caps
from server.postgres.times import Times
from server.postgres.tls import load_tls
from server.state import accounts, tokens
from server.state.accounts import Account, RoleAssignment
from server.state.database import State, StateSource, open_state
from server.state.place import StatePlace
from tests.server.postgres.protocol.certificate import make_certificate
from tests.server.postgres.protocol.raw import (
    SYNC,
    TERMINATE,
    bind,
    connect,
    execute,
    logged_in,
    parse,
    query,
    start_up,
)
from tests.server.postgres.protocol.running import Running, demo_door, running

NOW = datetime.now(UTC)
PASSWORD = "en lang nok kode"
LONG = "select range as n, repeat('x', 100) as t from range(100000000)"
ENDLESS = "select count(*) as n from range(1000000000000) a, range(1000000) b where a.range * b.range % 7 = 8"
SSL_REQUEST = struct.pack("!ii", 8, 80877103)


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Running]:
    """An endpoint that nobody else uses, with little patience for clients that take nothing."""
    with running(demo_door(tmp_path / "none.db"), times=Times(login=1, taking=1)) as found:
        yield found


@pytest.fixture
def state(tmp_path: Path) -> Iterator[State]:
    found = open_state(StatePlace(f"sqlite:///{tmp_path / 'state.db'}"))
    with found.writing() as connection:
        verifier = str(make_verifier(PASSWORD, iterations=4_096))
        accounts.add(connection, Account("dorte", "Dorte", "person", None, True, verifier, NOW))
        accounts.grant(connection, "dorte", RoleAssignment("analytiker", None, "operatoer", NOW))
    yield found
    found.close()


def is_well(running: Running) -> bool:
    client = running.raw()
    try:
        return client.ask(query("select 1::int4 as one")) == [
            "columns [('one', 23, 4, 0)]", "row (b'1',)", "SELECT 1", "ready I",
        ]  # fmt: skip
    finally:
        client.close()


def descriptors() -> int:
    return len(os.listdir("/proc/self/fd"))


# Two hundred that drop badly.


def says_nothing(running: Running) -> None:
    connect(running.address).close()


def sends_half_an_opening(running: Running) -> None:
    client = connect(running.address)
    client.send(start_up(user="anna", database="nogletal")[:11])
    client.close()


def sends_a_wrong_length(running: Running) -> None:
    client = connect(running.address)
    client.send(b"\x7f\xff\xff\xff\0\3\0\0")
    assert client.rest()[0].fields["C"] == "08P01"


def speaks_another_protocol(running: Running) -> None:
    client = connect(running.address)
    client.send(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
    assert client.rest()[0].fields["C"] == "08P01"


def sends_garbage_for_tls(running: Running) -> None:
    client = connect(running.address)
    client.send(SSL_REQUEST)
    assert client.socket.recv(1) == b"S"
    client.send(b"\x16\x03\x01" + b"garbage" * 20)
    client.close()


def leaves_before_the_handshake(running: Running) -> None:
    client = connect(running.address)
    client.send(SSL_REQUEST)
    assert client.socket.recv(1) == b"S"
    client.close()


def sends_half_a_message(running: Running) -> None:
    client = running.raw()
    client.send(b"Q\0\0\1\0select")
    client.close()


def sends_an_unknown_message(running: Running) -> None:
    client = running.raw()
    client.send(b"!\0\0\0\4")
    assert client.rest()[-1].fields["C"] == "08P01"


def sends_too_long_a_message(running: Running) -> None:
    client = running.raw()
    client.send(b"Q\x7f\xff\xff\xff")
    assert client.rest()[-1].fields["C"] == "08P01"


def terminates_in_an_answer(running: Running) -> None:
    client = running.raw()
    client.send(query(LONG), TERMINATE)
    client.until("D")
    client.close()


def vanishes_in_an_answer(running: Running) -> None:
    client = running.raw()
    client.send(query(LONG))
    client.until("D")
    client.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    client.close()


def vanishes_while_the_engine_works(running: Running) -> None:
    client = running.raw()
    client.send(query(ENDLESS))
    assert running.settle(lambda: running.scratch.open > 0)
    client.close()


BAD: tuple[Callable[[Running], None], ...] = (
    says_nothing, sends_half_an_opening, sends_a_wrong_length, speaks_another_protocol, sends_garbage_for_tls,
    leaves_before_the_handshake, sends_half_a_message, sends_an_unknown_message, sends_too_long_a_message,
    terminates_in_an_answer, vanishes_in_an_answer, vanishes_while_the_engine_works,
)  # fmt: skip
ROUNDS = 17  # of the twelve: 204 connections


def test_two_hundred_bad_connections_leave_nothing_behind_and_a_line_each(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with running(demo_door(tmp_path / "none.db"), tls=load_tls(*make_certificate(tmp_path))) as served:
        assert is_well(served)
        gc.collect()
        before = descriptors(), threading.active_count()
        with caplog.at_level(logging.INFO):
            for _ in range(ROUNDS):
                for drop in BAD:
                    drop(served)
            assert served.settle(lambda: not served.endpoint.connections and served.scratch.open == 0)
            assert served.settle(lambda: len(asyncio.all_tasks(served.loop)) == 2)  # the sweep, and this
        lines = [one.getMessage() for one in caplog.records if one.name == "nogletal"]
        assert not [one for one in caplog.records if one.exc_info or one.name == "asyncio"]
        assert len(lines) == ROUNDS * len(BAD)
        assert all(line.startswith("SQL connection from 127.0.0.1: ") for line in lines)
        gc.collect()
        assert served.settle(lambda: descriptors() <= before[0])  # the last are closed by the loop
        assert threading.active_count() <= before[1] + 40  # the threads of the pool, at most
        assert is_well(served)


# Cancelling.


def test_a_question_is_cancelled_by_its_key_and_the_session_lives_on(psycopg: Any, served: Running) -> None:
    with psycopg.connect(served.dsn(), autocommit=True) as connection:
        clock = threading.Timer(0.3, connection.cancel_safe)
        clock.start()
        with pytest.raises(psycopg.errors.QueryCanceled):
            connection.execute(ENDLESS)
        clock.join()
        assert connection.execute("select 7").fetchone() == (7,)


def cancel_request(process: int, secret: bytes) -> bytes:
    return struct.pack("!iii", 16, 80877102, process) + secret


def test_a_wrong_key_is_passed_over(served: Running) -> None:
    client = served.raw()
    [key] = [one.body for one in client.greeting if one.letter == "K"]
    (process,), secret = struct.unpack_from("!i", key), key[4:]
    client.send(query(LONG))
    client.until("D")
    wrong = bytes(255 - one for one in secret)
    for number, other in ((process, wrong), (process + 1, secret), (0, secret), (-1, secret), (process, b"\0\0\0\0")):
        stopper = connect(served.address)
        stopper.send(cancel_request(number, other))
        assert stopper.rest() == []  # it is never told whether it was right
    assert [one.letter for one in (client.next() for _ in range(1_000))] == ["D"] * 1_000
    stopper = connect(served.address)
    stopper.send(cancel_request(process, secret))
    assert stopper.rest() == []
    told = client.until("E")
    assert told[-1].fields["C"] == "57014"
    assert client.until()[-1].letter == "Z"
    client.close()
    assert served.settle(lambda: served.scratch.open == 0)


def test_a_cancel_that_comes_between_statements_stops_nothing(served: Running) -> None:
    client = served.raw()
    [key] = [one.body for one in client.greeting if one.letter == "K"]
    stopper = connect(served.address)
    stopper.send(cancel_request(struct.unpack_from("!i", key)[0], key[4:]))
    assert stopper.rest() == []
    assert client.ask(query("select 1::int4 as one"))[1] == "row (b'1',)"
    client.close()


def test_the_statement_timeout_works_also_for_what_is_read_slowly(served: Running) -> None:
    client = served.raw()
    client.ask(query("set statement_timeout = '300ms'"))
    assert client.ask(query(ENDLESS))[-2:] == ["ERROR 57014", "ready I"]
    client.ask(query("set statement_timeout = 0"))
    assert client.ask(query("select 1::int4 as one"))[1] == "row (b'1',)"
    client.close()


# Crowds.


def test_one_session_too_many_is_told_so_and_the_next_one_is_let_in(psycopg: Any, tmp_path: Path) -> None:
    with running(demo_door(tmp_path / "none.db"), Caps(connections=3)) as served:
        inside = [served.raw() for _ in range(3)]
        with pytest.raises(psycopg.OperationalError, match="sorry, too many clients already"):
            psycopg.connect(served.dsn())
        with pytest.raises(PermissionError) as error:
            served.raw()
        assert error.value.args[0]["C"] == "53300"
        inside.pop().close()
        assert served.settle(lambda: len(served.endpoint.connections) == 2)
        inside.append(served.raw())
        for one in inside:
            one.close()


def test_strangers_do_not_keep_those_out_who_log_in(tmp_path: Path) -> None:
    with running(demo_door(tmp_path / "none.db"), Caps(strangers=5), Times(login=0.5)) as served:
        crowd = [connect(served.address) for _ in range(5)]
        assert served.settle(lambda: len(served.endpoint.connections) == 5)
        assert is_well(served)
        assert crowd[0].rest() == []  # the first of those who said nothing had to go
        for one in crowd[1:]:
            assert one.rest()[0].fields["M"] == "canceling authentication due to timeout"


def test_half_a_log_in_is_not_waited_for(own: Running) -> None:
    client = connect(own.address)
    client.send(start_up(user="anna", database="nogletal"))
    assert client.next().letter == "R"
    assert client.rest()[0].fields["C"] == "28000"


def test_an_idle_session_is_ended(tmp_path: Path) -> None:
    with running(demo_door(tmp_path / "none.db"), times=Times(idle=0.3)) as served:
        client = served.raw()
        client.ask(query("begin"))
        assert client.rest()[0].fields["C"] == "57P05"


# Clients that take nothing.


def resident() -> int:
    """Megabytes of this process."""
    found = re.search(r"VmRSS:\s+(\d+) kB", Path("/proc/self/status").read_text("ascii"))
    assert found
    return int(found[1]) // 1024


def test_a_client_that_takes_nothing_costs_little_and_is_left(own: Running) -> None:
    assert is_well(own)
    client = own.raw()
    gc.collect()
    before = resident()
    client.send(query(LONG))
    client.until("D")
    highest = before
    while own.endpoint.connections:
        highest = max(highest, resident())
        time.sleep(0.05)
    client.close()
    assert own.scratch.open == 0
    print(f"a stalled client costs {highest - before} MB")
    assert highest - before < 64


def test_a_slow_client_gets_everything(own: Running) -> None:
    client = own.raw()
    client.send(query("select range::int8 as n, repeat('x', 1000) as t from range(20000)"))
    rows = 0
    while (told := client.next()).letter != "Z":
        rows += told.letter == "D"
        if rows % 2_000 == 1:
            time.sleep(0.3)
    assert rows == 20_000
    client.close()


# Revocation.


@pytest.fixture
def users(state: State, tmp_path: Path) -> Iterator[Running]:
    door = Door(Directory(), StateSource(StatePlace(f"sqlite:///{tmp_path / 'state.db'}")))
    with running(door, tls=load_tls(*make_certificate(tmp_path)), demo=False) as found:
        yield found


def disable(state: State) -> None:
    with state.writing() as connection:
        accounts.set_active(connection, "dorte", False)


def change_password(state: State) -> None:
    with state.writing() as connection:
        accounts.set_verifier(connection, "dorte", str(make_verifier("en helt anden kode", iterations=4_096)))


@pytest.mark.parametrize("change", [disable, change_password])
def test_who_is_shut_out_is_out_of_open_sessions_too(
    users: Running, state: State, change: Callable[[State], None]
) -> None:
    idle, reading, working, blocked = (
        logged_in(users.address, "dorte", PASSWORD, database="nogletal") for _ in range(4)
    )
    reading.send(query(LONG))
    reading.until("D")
    working.send(query(ENDLESS))
    blocked.send(query(LONG))  # and never read
    change(state)
    for one in (idle, working, reading):
        last = one.rest()[-1]
        assert (last.letter, last.fields["C"], last.fields["V"]) == ("E", "28000", "FATAL")
    assert users.settle(lambda: not users.endpoint.connections and users.scratch.open == 0)
    blocked.close()


def test_a_revoked_token_ends_its_session_and_no_other(psycopg: Any, users: Running, state: State) -> None:
    with state.writing() as connection:
        secrets = [
            tokens.create(connection, tokens.Token(id, "dorte", "x", NOW, NOW + timedelta(days=9))) for id in ("a", "b")
        ]
    one, other = (psycopg.connect(users.dsn("token", secret, sslmode="require")) for secret in secrets)
    with state.writing() as connection:
        tokens.revoke(connection, "a", NOW)
    assert users.settle(lambda: len(users.endpoint.connections) == 1)
    with pytest.raises(psycopg.OperationalError):
        one.execute("select 1")
    assert other.execute("select 1").fetchone() == (1,)
    one.close()
    other.close()


def test_who_gets_other_roles_does_not_read_on_under_the_old_ones(users: Running, state: State) -> None:
    client = logged_in(users.address, "dorte", PASSWORD, database="nogletal")
    client.ask(
        query("begin"),
    )
    client.ask(query(f"declare c cursor for {LONG}"))
    assert client.ask(query("fetch 1 c"))[-2:] == ["FETCH 1", "ready T"]
    with state.writing() as connection:
        accounts.revoke(connection, "dorte", ["analytiker"])
    told = ["FETCH 1"]
    while "FETCH 1" in told:
        time.sleep(0.1)
        told = client.ask(query("fetch 1 c"))
    assert told == ["columns [('n', 20, 8, 0), ('t', 25, -1, 0)]", "ERROR 42501", "ready E"]
    client.ask(query("rollback"))
    client.ask(query("select 1"))
    assert users.scratch.asked[-1][1].principal.roles == ()
    client.close()
    assert users.settle(lambda: users.scratch.open == 0)


# The server goes.


def test_on_departure_the_idle_go_at_once_and_the_others_with_their_answer(own: Running) -> None:
    idle, in_block, working = own.raw(), own.raw(), own.raw()
    in_block.ask(query("begin"))
    working.send(query("select range::int8 as n from range(300000)"))
    working.until("D")
    own.call(own.endpoint.begin_departure)
    for one in (idle, in_block):
        [told] = one.rest()
        assert (told.fields["C"], told.fields["V"]) == ("57P01", "FATAL")
    told = working.rest()
    assert [one.letter for one in told[-2:]] == ["C", "E"]
    assert (told[-2].body, told[-1].fields["C"]) == (b"SELECT 300000\0", "57P01")
    with pytest.raises(ConnectionError):
        connect(own.address)


def test_after_the_grace_what_is_under_way_is_cancelled(own: Running) -> None:
    working, suspended = own.raw(), own.raw()
    working.send(query(ENDLESS))
    suspended.send(query("begin"), parse(LONG) + bind("p") + execute("p", 5) + SYNC)
    suspended.until("s")
    assert own.settle(lambda: own.scratch.open == 2)
    own.call(own.endpoint.begin_departure)
    own.call(own.endpoint.end_grace)
    assert working.rest()[-1].fields["C"] == "57P01"
    assert suspended.rest()[-1].fields["C"] == "57P01"
    assert own.settle(lambda: not own.endpoint.connections and own.scratch.open == 0)
