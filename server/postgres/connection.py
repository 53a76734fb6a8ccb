"""One connection on the event loop: does what its conversation asks, and waits for its client so long and no longer.

Of an answer one piece is read ahead on a thread while the one before it is sent; a client that takes nothing holds that
much memory and no more, and is left after a while.
"""

from __future__ import annotations

import asyncio
import logging
import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any, TypeVar, cast

import anyio
from anyio.to_thread import run_sync

from server.postgres.effect import Buffer, Effect, OnThread, Read, Send, Stream, Upgrade
from server.postgres.refusal import SqlError, fatal
from server.postgres.state import State, Steps
from server.postgres.times import Times
from server.postgres.wire.read import Reader

T = TypeVar("T")
log = logging.getLogger("nogletal")
HIGH_INPUT = 262_144  # bytes that came and wait for their turn
HIGH_OUTPUT = 131_072  # bytes that the client has still to take, before more are made
ENDING_SECONDS = 1.0  # to take the last words


class Gone(Exception):
    """The client is no longer there."""


class Connection(asyncio.Protocol):
    """Bytes in and out of one socket. `leave` is called once, when all that it held is given back."""

    def __init__(
        self, converse: Callable[[Connection], Steps[str | None]], times: Times, workers: anyio.CapacityLimiter,
        tls: ssl.SSLContext | None, enter: Callable[[Connection], bool], leave: Callable[[Connection], None],
    ) -> None:  # fmt: skip
        self._converse, self._times, self._workers, self._tls = converse, times, workers, tls
        self._enter, self._leave = enter, leave
        self._reader = Reader()
        self._loop = asyncio.get_running_loop()
        self._input: asyncio.Future[None] | None = None
        self._output: asyncio.Future[None] | None = None
        self._login_by = self._loop.time() + times.login
        self._gone = self._reading_paused = False
        self._ending: SqlError | None = None
        self._reason: str | None = None
        self.transport: asyncio.Transport
        self.state: State | None = None
        self.task: asyncio.Task[None] | None = None

    @property
    def peer(self) -> str:
        """The address it came from."""
        name = self.transport.get_extra_info("peername")
        return str(name[0]) if name else "local"

    # What the event loop tells.

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = transport = cast(asyncio.Transport, transport)  # of whatever class the event loop has
        transport.set_write_buffer_limits(high=HIGH_OUTPUT)
        transport.get_extra_info("socket").setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # as in server.main
        if self._enter(self):
            self.task = self._loop.create_task(self._run())

    def data_received(self, data: bytes) -> None:
        self._reader.feed(data)
        if self._input is not None and not self._input.done():
            self._input.set_result(None)
        elif len(self._reader) > HIGH_INPUT and not self._reading_paused:
            self._reading_paused = True
            self.transport.pause_reading()

    def pause_writing(self) -> None:
        if self._output is None:
            self._output = self._loop.create_future()

    def resume_writing(self) -> None:
        if self._output is not None and not self._output.done():
            self._output.set_result(None)
        self._output = None

    def connection_lost(self, exc: Exception | None) -> None:
        self._gone, self._reason = True, self._left()
        for waiting in (self._input, self._output):
            if waiting is not None and not waiting.done():
                waiting.set_exception(Gone())
                waiting.exception()  # nobody may be waiting
        if self.state is not None:
            self.state.cancel()

    # What others ask.

    def cancel(self) -> None:
        if self.state is not None:
            self.state.cancel()

    def end(self, error: SqlError, at_once: bool = True) -> None:
        """Ends the connection with these last words, when it is idle or, unless `at_once`, has answered."""
        self._ending = error
        if self.state is not None:
            self.state.ending = error
        if self._input is not None and not self._input.done():
            self._input.set_exception(error)
        if at_once:
            self.cancel()
            self._loop.call_later(ENDING_SECONDS, self.abort)

    def abort(self) -> None:
        if not self._gone:
            self.transport.abort()

    # The conversation.

    async def _run(self) -> None:
        conversation = self._converse(self)
        try:
            reason = await self._drive(conversation)
        except Gone:
            reason = self._reason
        except Exception:
            log.exception("a SQL connection failed by our own fault")
            reason = None
        finally:
            conversation.close()
            if self.state is not None:
                await run_sync(self.state.close, limiter=self._workers)
        if reason is not None:
            log.info("SQL connection from %s: %s", self.peer, reason)
        try:
            await self._hang_up()
        finally:
            self._leave(self)

    def _left(self) -> str | None:
        """What a client that has just gone was in the middle of."""
        if self.state is None:
            return "left before anybody had logged in"
        if self.state.stop is not None:
            return "left in the middle of an answer"
        return "left in the middle of a message" if len(self._reader) else None

    async def _drive(self, conversation: Steps[str | None]) -> str | None:
        """Does each effect in turn; what the conversation came to."""
        answer: Any = None
        error: Exception | None = None
        while True:
            try:
                effect = conversation.send(answer) if error is None else conversation.throw(error)
            except StopIteration as stop:
                found: str | None = stop.value
                return found
            answer = error = None
            try:
                answer = await self._do(effect)
            except Gone:
                raise
            except Exception as caught:
                error = caught

    async def _do(self, effect: Effect) -> Any:
        match effect:
            case Read():
                return await self._read(effect)
            case Send(data):
                return await self._write(data)
            case OnThread(work):
                return await self._on_thread(work)
            case Stream(pieces, over):
                return await self._stream(pieces, over)
            case Upgrade():
                return await self._upgrade()

    async def _on_thread(self, work: Callable[[], T]) -> T:
        if self._gone:
            raise Gone
        return await run_sync(work, limiter=self._workers)

    async def _read(self, wanted: Read) -> object:
        """The next message. Raises ProtocolFault, and SqlError when the client waits too long or must go."""
        while True:
            if self._ending is not None:
                raise self._ending
            found = self._reader.opening() if wanted.opening else self._reader.message(wanted.most)
            if found is not None:
                return found
            if self._gone:
                raise Gone
            await self._more(wanted)

    async def _more(self, wanted: Read) -> None:
        if self._reading_paused:
            self._reading_paused = False
            self.transport.resume_reading()
        self._input = self._loop.create_future()
        if wanted.wait == "login":
            clock = self._loop.call_at(
                self._login_by, self._too_slow, "28000", "canceling authentication due to timeout"
            )
        else:
            words = "terminating connection due to idle-session timeout"
            clock = self._loop.call_later(self._times.idle, self._too_slow, "57P05", words)
        try:
            await self._input
        finally:
            clock.cancel()
            self._input = None

    def _too_slow(self, sqlstate: str, message: str) -> None:
        if self._input is not None and not self._input.done():
            self._input.set_exception(fatal(sqlstate, message))

    async def _write(self, data: Buffer) -> None:
        """Written, and taken but for a small rest."""
        if self._gone:
            raise Gone
        self.transport.write(data)
        await self._taken()

    async def _taken(self) -> None:
        """Returns when the client has taken what is written, but for a small rest. Raises Gone."""
        while (waiting := self._output) is not None:
            before = self.transport.get_write_buffer_size()
            done, _ = await asyncio.wait([waiting], timeout=self._times.taking)
            if done:
                waiting.result()
            elif self.transport.get_write_buffer_size() >= before:
                log.warning("SQL connection from %s: an answer broke off, the client takes nothing more", self.peer)
                self.transport.abort()
                raise Gone
        if self._gone:
            raise Gone

    async def _stream(self, pieces: Iterator[Buffer], over: Callable[[], bool]) -> None:
        """Each piece, the next being made meanwhile. Nothing works on them any more when this returns or raises."""
        ahead = asyncio.ensure_future(self._on_thread(lambda: next(pieces, None)))
        try:
            while (piece := await ahead) is not None:
                if over():
                    await self._write(piece)
                    return
                ahead = asyncio.ensure_future(self._on_thread(lambda: next(pieces, None)))
                await self._write(piece)
        finally:
            if not ahead.done():
                self.cancel()
                await asyncio.wait([ahead])
            if not ahead.cancelled():
                ahead.exception()

    async def _upgrade(self) -> None:
        """INVARIANT: nothing that came in the clear is read as if it had come within TLS."""
        assert self._tls is not None
        self.transport.pause_reading()
        if len(self._reader):
            raise fatal("08P01", "received unencrypted data after SSL request", "Somebody may be in between.")
        self.transport.write(b"S")
        left = max(self._login_by - self._loop.time(), 0.1)
        try:
            upgraded = await self._loop.start_tls(
                self.transport, self, self._tls, server_side=True, ssl_handshake_timeout=left
            )
        except (OSError, ssl.SSLError):
            self._gone, self._reason = True, "left before anybody had logged in, at the handshake for TLS"
            raise Gone from None
        assert upgraded is not None
        self.transport = upgraded
        upgraded.set_write_buffer_limits(high=HIGH_OUTPUT)

    async def _hang_up(self) -> None:
        """Closes, when the client has taken all that is still on its way."""
        if self._gone:
            return
        self.transport.set_write_buffer_limits(high=1)  # with 0 a TLS transport would wait for ever on nothing
        with suppress(Gone):
            await self._taken()
        self.transport.close()
