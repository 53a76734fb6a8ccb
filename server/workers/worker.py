"""One worker: a whole server in a process of its own, that does what the supervisor says."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import socket
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING

from anyio.to_thread import run_sync

from semantic.errors import DefinitionError
from server.settings import Settings
from server.workers.seat import Seat
from server.workers.words import Faulty, Opened, Order, Prepared

if TYPE_CHECKING:
    from server.audit.recorder import Recorder
    from server.departure import Server
    from server.serving import Serving

log = logging.getLogger("nogletal")


@dataclass(frozen=True)
class Ports:
    """The listening sockets, which all workers have."""

    http: socket.socket
    sql: socket.socket

    def close(self) -> None:
        self.http.close()
        self.sql.close()


def work(settings: Settings, seat: Seat, ports: Ports, pipe: Connection) -> None:
    """Serves until the supervisor says so, or is gone."""
    os.setsid()  # Ctrl-C is for the supervisor, who tells all
    for number in (signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    logging.basicConfig(
        level=logging.WARNING, format=f"%(asctime)s %(levelname)s worker {seat.number + 1}: %(message)s"
    )
    from server.audit.recorder import open_recorder  # here, so that the supervisor loads no engine

    recorder = open_recorder(settings.audit)
    try:
        _work(shared_out(settings), seat, ports, pipe, recorder)
    except DefinitionError as error:
        pipe.send(Faulty(error.problems))
    finally:
        recorder.close()


def shared_out(settings: Settings) -> Settings:
    """The settings of one worker: what bounds the work of the machine is divided, and rounded up."""
    limits, workers = settings.limits, settings.workers
    each = {"concurrency": -(-limits.concurrency // workers), "queue": -(-limits.queue // workers)}
    return settings.model_copy(update={"limits": limits.model_copy(update=each)})


def _work(settings: Settings, seat: Seat, ports: Ports, pipe: Connection, recorder: Recorder) -> None:
    from server.departure import Server
    from server.main import PATIENCE, announcement, build_app, place_of

    app = build_app(settings, recorder=recorder, seat=seat)
    serving: Serving = app.state.serving
    http, sql = place_of(settings.http, ports.http), place_of(settings.sql, ports.sql)
    lines = announcement(settings, app.state.service, http, sql, app.state.door.announcement())
    pipe.send(Opened(serving.revision, tuple(lines)))
    try:
        if pipe.recv() != "serve":
            return
    except EOFError:
        return
    server = Server(app, app.state.departure, settings.limits.connections, PATIENCE, seat)
    app.state.sql_socket = ports.sql
    app.state.obey = Obedience(pipe, serving, server).begin
    server.run_until_stopped([ports.http])


class Obedience:
    """Does what the supervisor says while the server runs, and leaves when the supervisor is gone."""

    def __init__(self, pipe: Connection, serving: Serving, server: Server) -> None:
        self._pipe, self._serving, self._server = pipe, serving, server
        self._preparing: asyncio.Task[None] | None = None

    def begin(self) -> None:
        asyncio.get_running_loop().add_reader(self._pipe.fileno(), self._hear)

    def _hear(self) -> None:
        try:
            order: Order = self._pipe.recv()
        except (EOFError, OSError):
            asyncio.get_running_loop().remove_reader(self._pipe.fileno())
            log.error("the supervisor is gone")
            order = "leave"
        match order:
            case "prepare":
                self._preparing = asyncio.ensure_future(self._prepare())
            case "commit":
                self._serving.commit()
            case "abandon":
                self._serving.abandon()
            case "leave":
                self._server.leave()
            case "hurry":
                self._server.departure.end_grace()

    async def _prepare(self) -> None:
        try:
            revision = await run_sync(self._serving.prepare)
        except Exception:  # it must be said all the same: the others wait for it
            log.exception("not reloaded")
            revision = None
        self._pipe.send(Prepared(revision))
