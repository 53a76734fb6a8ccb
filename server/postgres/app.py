"""The SQL endpoint: who is connected, how many may be, and how all of them are ended."""

from __future__ import annotations

import asyncio
import logging
import secrets
import socket
import struct
from dataclasses import dataclass

import anyio
from anyio.to_thread import run_sync

from semantic.errors import ServiceError
from server.accepting import Accepting
from server.authenticate import is_loopback
from server.identity.door import Door
from server.postgres.connection import Connection
from server.postgres.conversation import House, Place, converse
from server.postgres.login import Caller, Entrance, same_secret
from server.postgres.refusal import SqlError, fatal
from server.postgres.state import State, Steps
from server.postgres.times import Times
from server.postgres.tls import Tls
from server.postgres.wire.backend import Report
from server.workers.board import Count
from server.workers.seat import CANCEL, Seat

log = logging.getLogger("nogletal")
SWEEP_SECONDS = 1.0
SPARE_CONNECTIONS = 50  # beyond the cap, that are told so after their start-up; what comes on top is cut
STRANGERS = 100  # connections without a log-in; of several workers each has its part
PROCESS = struct.Struct("!i")
NUMBER_BITS = 22  # of a process number; what is above them names the worker
DEPARTURE = "terminating connection due to administrator command"


@dataclass(frozen=True)
class Caps:
    """How many connections at once, and how many of those may be without a log-in at one worker."""

    connections: int = 200
    strangers: int = STRANGERS


CAPS, TIMES = Caps(), Times()


class Endpoint:
    """Everybody connected, by process number."""

    def __init__(
        self, house: House, door: Door, workers: anyio.CapacityLimiter, caps: Caps = CAPS, times: Times = TIMES,
        tls: Tls | None = None, demo: bool = False, seat: Seat | None = None,
    ) -> None:  # fmt: skip
        self._house, self._caps, self._times, self._tls, self._workers = house, caps, times, tls, workers
        self._entrance = Entrance(door, tls is not None, demo, self.cancel)
        self._seat = seat or Seat()
        self._next = 0
        self._secrets: dict[int, bytes] = {}
        self._by_number: dict[int, Connection] = {}
        self._numbers: dict[Connection, int] = {}
        self._server: Accepting | None = None
        self._sweeping: asyncio.Task[None] | None = None

    @property
    def connections(self) -> tuple[Connection, ...]:
        return tuple(self._numbers)

    async def start(self, listening: socket.socket) -> None:
        loop = asyncio.get_running_loop()
        context = self._tls.context if self._tls is not None else None

        def connection() -> Connection:
            return Connection(self._converse, self._times, self._workers, context, self._come, self._leave)

        self._server = Accepting(listening, connection, lambda: self._seat.is_turn(Count.SQL))
        self._sweeping = loop.create_task(self._sweep())

    def cancel(self, process: int, secret: bytes) -> None:
        """Stops what that connection has under way, also another worker's: its number names the worker.

        A wrong secret and a wrong number are both passed over.
        """
        if process >> NUMBER_BITS != self._seat.number:
            self._seat.post(process >> NUMBER_BITS, CANCEL, PROCESS.pack(process) + secret)
            return
        known = self._secrets.get(process, b"\0\0\0\0")
        if same_secret(known, secret) and process in self._by_number:
            self._by_number[process].cancel()

    def cancel_told(self, message: bytes) -> None:
        """As another worker tells it, to whom the client came."""
        self.cancel(PROCESS.unpack_from(message)[0], message[PROCESS.size :])

    def begin_departure(self) -> None:
        """Nobody new, those who are idle go, and the others when they have their answer."""
        if self._server is not None:
            self._server.close()
        for one in self.connections:
            one.end(fatal("57P01", DEPARTURE), at_once=False)

    def end_grace(self) -> None:
        for one in self.connections:
            one.end(fatal("57P01", DEPARTURE))

    async def stop(self, seconds: float) -> None:
        """Returns when everybody has gone, after so many seconds at the latest."""
        self.begin_departure()
        if self._sweeping is not None:
            self._sweeping.cancel()
        tasks = [one.task for one in self.connections if one.task is not None]
        if tasks:
            await asyncio.wait(tasks, timeout=seconds)
        self.end_grace()
        if tasks:
            await asyncio.wait(tasks, timeout=2)

    # One connection.

    def _come(self, connection: Connection) -> bool:
        """Whether it is listened to. Where too many have not logged in, the one that came first must go."""
        strangers = [one for one in self.connections if one.state is None]
        if len(strangers) >= self._caps.strangers:
            strangers[0].abort()  # the oldest: who says nothing must not keep others out
        if self._seat.board.total(Count.SQL) >= self._caps.connections + SPARE_CONNECTIONS:
            connection.transport.write(bytes(Report("FATAL", "53300", "sorry, too many clients already")))
            connection.transport.close()
            log.info("SQL connection from %s: one too many", connection.peer)
            return False
        number = self._free_number()
        self._by_number[number], self._numbers[connection] = connection, number
        self._secrets[number] = secrets.token_bytes(4)
        self._write_down()
        return True

    def _write_down(self) -> None:
        """How many there are, for all workers to see."""
        self._seat.put(Count.SQL, len(self._numbers))
        self._seat.put(Count.SESSIONS, sum(one.state is not None for one in self.connections))

    def _free_number(self) -> int:
        while True:
            self._next = self._next % (2**NUMBER_BITS - 1) + 1
            number = self._seat.number << NUMBER_BITS | self._next
            if number not in self._by_number:
                return number

    def _leave(self, connection: Connection) -> None:
        number = self._numbers.pop(connection)
        del self._by_number[number], self._secrets[number]
        self._write_down()

    def _converse(self, connection: Connection) -> Steps[str | None]:
        number, address = self._numbers[connection], connection.peer
        certificate = self._tls.binding if self._tls is not None else None
        caller = Caller(address, is_loopback(address), certificate=certificate)

        def full() -> bool:
            return self._seat.board.total(Count.SESSIONS) >= self._caps.connections

        def enter(state: State) -> None:
            connection.state = state
            self._write_down()

        place = Place(number, self._secrets[number], full, enter)
        return converse(self._house, self._entrance, caller, place)

    # Revocation.

    async def _sweep(self) -> None:
        """Ends the sessions of those who may not come in any more, also idle ones and those in mid-answer."""
        while True:
            await asyncio.sleep(SWEEP_SECONDS)
            try:
                for one in self.connections:
                    await self._check(one)
            except Exception:  # a sweep that ends would let what is revoked live on
                log.exception("SQL sessions were not checked")

    async def _check(self, connection: Connection) -> None:
        state = connection.state
        if state is None or state.admission.is_fresh:
            return
        before = state.admission.principal
        try:
            after = await run_sync(state.admission.renew, limiter=self._workers)
        except SqlError as error:
            connection.end(error)
        except ServiceError:
            pass  # it cannot be told now; the next statement is refused until it can
        else:
            if after != before:
                connection.cancel()  # what is under way was asked under other rights
