"""What workers know of each other: counts, whose turn it is, messages, a secret, and what `/metrics` tells."""

from __future__ import annotations

import asyncio
import re
import socket
import struct
import time
from pathlib import Path

import pytest

from semantic.errors import LimitError
from server.accepting import AFTER_OTHERS, Accepting
from server.authenticate import demo_directory
from server.health import Figures
from server.identity.door import Door
from server.identity.throttle import ADDRESS, PAIR, Throttle
from server.postgres.app import Caps
from server.state.database import StateSource
from server.state.place import StatePlace
from server.workers.board import Board, Count
from server.workers.seat import WRONG, Seat
from server.workers.sheets import SHEET_BYTES, Sheets
from tests.server.postgres.protocol.raw import connect, query
from tests.server.postgres.protocol.running import ANNA, demo_door, running
from tests.server.workers.seats import seats

LONG = "select range as n from range(100000000)"


def test_each_writes_its_own_counts_and_sees_all() -> None:
    with seats(3) as (first, second, third):
        assert [one.put(Count.SQL, 2) for one in (first, second, third)] == [2, 4, 6]
        assert second.put(Count.SQL, 0) == 4
        first.board.clear(2)
        assert [first.board.of(worker, Count.SQL) for worker in range(3)] == [2, 0, 0]
        assert first.board.total(Count.SERVING) == 2


def test_who_has_fewest_takes_and_one_that_does_not_serve_is_not_waited_for() -> None:
    with seats(2) as (first, second):
        assert first.is_turn(Count.SQL)
        assert second.is_turn(Count.SQL)
        first.put(Count.SQL, 1)
        assert not first.is_turn(Count.SQL)
        assert second.is_turn(Count.SQL)
        assert first.is_turn(Count.HTTP)
        second.put(Count.SERVING, 0)
        assert first.is_turn(Count.SQL)
    assert Seat().is_turn(Count.SQL)


class Taken(asyncio.Protocol):
    """Counts who took a connection."""

    def __init__(self, seat: Seat, takers: list[int]) -> None:
        self.seat, self.takers = seat, takers

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.takers.append(self.seat.number)
        self.seat.put(Count.SQL, self.seat.board.of(self.seat.number, Count.SQL) + 1)


def accepted(places: tuple[Seat, ...], connections: int, listeners: tuple[int, ...]) -> tuple[list[int], float]:
    """Who took each of the connections that came one after the other, and the seconds of it."""

    async def taken() -> tuple[list[int], float]:
        takers: list[int] = []
        with socket.create_server(("127.0.0.1", 0)) as listening:
            accepting = [
                Accepting(
                    listening.dup(), lambda seat=one: Taken(seat, takers), lambda seat=one: seat.is_turn(Count.SQL)
                )
                for one in places
                if one.number in listeners
            ]
            begun = time.perf_counter()
            for count in range(1, connections + 1):
                _, writer = await asyncio.open_connection(*listening.getsockname())
                while len(takers) < count:
                    await asyncio.sleep(0)
                writer.close()
            spent = time.perf_counter() - begun
            for one in accepting:
                one.close()
        return takers, spent

    return asyncio.run(taken())


def test_connections_are_taken_in_turn() -> None:
    with seats(2) as places:
        takers, _ = accepted(places, 20, (0, 1))
    assert sorted(takers) == [0] * 10 + [1] * 10


def test_a_worker_that_takes_nothing_keeps_nobody_waiting_long() -> None:
    """It serves, by what it says, and has fewest: the other waits for it a moment, and takes."""
    with seats(2) as places:
        takers, seconds = accepted(places, 5, (0,))
    assert takers == [0] * 5
    assert AFTER_OTHERS * 4 <= seconds < 2


def test_a_cancel_that_comes_to_another_worker_reaches_the_right_one(tmp_path: Path) -> None:
    door = demo_door(tmp_path / "none.db")
    with seats(2) as (first, second), running(door, seat=first) as one, running(door, seat=second) as two:
        client = one.raw()
        [key] = [told.body for told in client.greeting if told.letter == "K"]
        (process,), secret = struct.unpack_from("!i", key), key[4:]
        client.send(query(LONG))
        client.until("D")
        for number, other in ((process, b"\0\0\0\0"), (process + 1, secret), (process + (1 << 22), secret),
                              (process + (9 << 22), secret), (-1, secret), (process, secret)):  # fmt: skip
            stopper = connect(two.address)
            stopper.send(struct.pack("!iii", 16, 80877102, number) + other)
            assert stopper.rest() == []
        assert client.until("E")[-1].fields["C"] == "57014"
        assert client.until()[-1].letter == "Z"
        client.close()


def test_the_numbers_of_two_workers_are_never_the_same(tmp_path: Path) -> None:
    door = demo_door(tmp_path / "none.db")
    with seats(2) as (first, second), running(door, seat=first) as one, running(door, seat=second) as two:
        clients = [one.raw(), one.raw(), two.raw(), two.raw()]
        keys = [next(told.body for told in client.greeting if told.letter == "K") for client in clients]
        numbers = [struct.unpack_from("!i", key)[0] for key in keys]
        assert [number >> 22 for number in numbers] == [0, 0, 1, 1]
        for client in clients:
            client.close()


def test_the_cap_on_sessions_is_that_of_all_workers(tmp_path: Path) -> None:
    door, caps = demo_door(tmp_path / "none.db"), Caps(connections=3)
    with seats(2) as (first, second), running(door, caps, seat=first) as one, running(door, caps, seat=second) as two:
        inside = [one.raw(), one.raw(), two.raw()]
        for served in (one, two):
            with pytest.raises(PermissionError) as error:
                served.raw()
            assert error.value.args[0]["C"] == "53300"
        inside[0].close()
        assert two.settle(lambda: first.board.total(Count.SESSIONS) == 2)
        inside[0] = two.raw()
        for client in inside:
            client.close()


def test_a_wrong_try_at_one_worker_is_counted_at_the_others() -> None:
    with seats(2) as (first, second):
        one, other = Throttle(tell=lambda wrong: first.post_all(WRONG, wrong)), Throttle()

        async def told() -> None:
            second.listen({WRONG: other.hear})
            for _ in range(PAIR.most):
                one.take("anna", "192.0.2.1")
                one.keep("anna", "192.0.2.1")
            for _ in range(ADDRESS.most):
                one.take(None, "2001:db8::1")
                one.keep(None, "2001:db8::1")
            for _ in range(100):  # as many turns of the loop as there are messages
                await asyncio.sleep(0)
            asyncio.get_running_loop().remove_reader(second.inbox)

        asyncio.run(told())
        for name, address in (("anna", "192.0.2.1"), (None, "2001:db8::2")):
            with pytest.raises(LimitError):
                other.take(name, address)
        other.take("bo", "192.0.2.1")
        other.take("anna", "192.0.2.2")


def test_a_name_that_does_not_exist_has_one_salt_at_every_worker(tmp_path: Path) -> None:
    """Two salts for one name would tell that it is nobody's."""
    states = StateSource(StatePlace(f"sqlite:///{tmp_path / 'none.db'}"))
    one, other, elsewhere = (Door(demo_directory([ANNA]), states, secret=secret) for secret in (b"s", b"s", None))
    for name in ("findes_ikke", "anna"):
        assert one.verifier(name).salt == other.verifier(name).salt != elsewhere.verifier(name).salt
    assert one.verifier("anna").stored_key == other.verifier("anna").stored_key


def test_what_a_worker_counted_is_told_by_all_and_outlives_it() -> None:
    with seats(2) as (first, second):
        one, two = Figures(seat=first), Figures(seat=second)
        one.count("/readyz", "GET", 200, 0.004)
        one.refuse("A310")
        two.count("/readyz", "GET", 200, 0.2)
        one.begin()
        one.text()  # each tells the others when it is asked, and each second
        assert counted(two.text()) == (2, 1, 2, 1)
        first.board.clear(0)
        again = Figures(seat=first)
        again.count("/readyz", "GET", 200, 0.004)
        assert counted(again.text()) == (3, 2, 3, 0)


def counted(text: str) -> tuple[int, ...]:
    """Requests, those below 5 ms, all that were timed, and those under way."""
    patterns = (r'requests_total\{path="/readyz",method="GET",status="200"\}', r'bucket\{path="/readyz",le="0.005"\}',
                r'seconds_count\{path="/readyz"\}', "requests_under_way")  # fmt: skip
    assert 'nogletal_refusals_total{code="A310"} 1\n' in text
    return tuple(int(re.findall(rf"^nogletal_\w*?{one} (\d+)$", text, re.MULTILINE)[0]) for one in patterns)


def test_policies_are_current_when_they_are_so_at_every_worker() -> None:
    with seats(2) as (first, second):
        old, current = Figures(lambda: False, first), Figures(lambda: True, second)
        assert "nogletal_policies_current 1\n" in current.text()
        assert "nogletal_policies_current 0\n" in old.text()
        assert "nogletal_policies_current 0\n" in current.text()


def test_a_sheet_is_read_whole_or_not_at_all() -> None:
    sheets = Sheets(bytearray(Sheets.size(2)))
    assert sheets.read(1) is None
    sheets.write(1, b"some numbers")
    sheets.write(0, b"x" * SHEET_BYTES)  # too long: left out, and the neighbour's is whole
    assert (sheets.read(0), sheets.read(1)) == (None, b"some numbers")
    sheets.memory[SHEET_BYTES + 10] ^= 1
    assert sheets.read(1) is None


def test_a_board_has_as_many_workers_as_were_asked_for() -> None:
    assert Board([0] * Board.size(5)).workers == 5
