"""Starts the workers, starts another where one ends, has all of them serve the same, and ends them in order."""

from __future__ import annotations

import logging
import signal
import socket
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess

from semantic.errors import DefinitionError
from server.accepting import listening_at
from server.settings import Settings
from server.workers.board import Board
from server.workers.seat import Seat, new_secret
from server.workers.sheets import Sheets
from server.workers.words import Faulty, Opened, Order, Prepared, Word
from server.workers.worker import Ports, work

log = logging.getLogger("nogletal")
SPAWN = get_context("spawn")  # a process that is copied would have our locks, and none of the threads that hold them
PATIENCE_SECONDS = 15.0  # for all to go, of which the grace and the cancelling take ten
SOON, LATE = 0.2, 30.0  # seconds until a worker is started again: twice as long each time that it does not last
LASTS = 60.0  # seconds of service after which it is started again soon
HEEDED = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


@dataclass(eq=False)
class Worker:
    """A worker as the supervisor knows it. `opened` is its revision; `answer` what it prepared, once it has said so."""

    number: int
    process: SpawnProcess
    pipe: Connection
    opened: Opened | None = None
    served_since: float | None = None
    answer: Prepared | None = None

    @property
    def serves(self) -> bool:
        return self.served_since is not None

    def tell(self, order: Order) -> None:
        with suppress(OSError):  # one that is gone is found to be
            self.pipe.send(order)

    def leave(self) -> None:
        """What has not served yet has nothing to end."""
        if self.serves:
            self.tell("leave")
        else:
            self.process.terminate()


class Supervisor:
    """The workers by their number, None where one is to be started again, and when."""

    def __init__(self, settings: Settings, ports: Ports) -> None:
        number = settings.workers
        self._settings, self._ports = settings, ports
        self._board = Board(SPAWN.RawArray("q", Board.size(number)))
        self._sheets = Sheets(SPAWN.RawArray("B", Sheets.size(number)))
        self._boxes = [socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM) for _ in range(number)]
        for box in (end for pair in self._boxes for end in pair):
            box.setblocking(False)
        self._secret = new_secret()
        self._workers: dict[int, Worker] = {}
        self._due = dict.fromkeys(range(number), 0.0)
        self._delay = dict.fromkeys(range(number), SOON)
        self._revision: tuple[object, ...] | None = None
        self._reloading = self._reload_again = self._announced = False
        self._leave_by: float | None = None

    def run(self, signals: socket.socket) -> None:
        """Until a signal has ended it, and all are gone. Raises DefinitionError where it cannot begin."""
        while self._leave_by is None or self._workers:
            self._start_due()
            pipes = {worker.pipe: worker for worker in self._workers.values()}
            for ready in wait([signals, *pipes], self._next_in()):
                if isinstance(ready, Connection):
                    self._hear(pipes[ready])
                else:
                    for number in signals.recv(64):
                        self._heed(number)
            if self._leave_by is not None and time.monotonic() > self._leave_by:
                self._each(lambda worker: worker.process.kill())

    # Starting, and starting again.

    def _start_due(self) -> None:
        if self._leave_by is None:
            for number, due in tuple(self._due.items()):
                if due <= time.monotonic():
                    del self._due[number]
                    self._workers[number] = self._started(number)

    def _next_in(self) -> float | None:
        times = [self._leave_by] if self._leave_by is not None else list(self._due.values())
        return max(0.0, min(times) - time.monotonic()) if times else None

    def _started(self, number: int) -> Worker:
        boxes = self._boxes
        outboxes = tuple(box for _, box in boxes)
        seat = Seat(number, self._board, self._sheets, self._secret, boxes[number][0], outboxes)
        mine, its = SPAWN.Pipe()
        process = SPAWN.Process(target=work, args=(self._settings, seat, self._ports, its), name=f"worker {number + 1}")
        with blocked(signal.SIGINT):  # until it has left the terminal's group
            process.start()
        its.close()
        return Worker(number, process, mine)

    def _ended(self, worker: Worker) -> None:
        worker.pipe.close()
        worker.process.join()
        del self._workers[worker.number]
        self._board.clear(worker.number)
        if self._leave_by is None:
            self._start_again(worker)
            self._decide()

    def _start_again(self, worker: Worker) -> None:
        if not self._announced:
            raise RuntimeError(f"a worker ended while it was starting (exit code {worker.process.exitcode})")
        now, since = time.monotonic(), worker.served_since
        lasted = since is not None and now - since > LASTS
        delay = SOON if lasted else self._delay[worker.number]
        self._due[worker.number], self._delay[worker.number] = now + delay, min(LATE, 2 * delay)
        log.error("worker %d ended (exit code %s) and is started again", worker.number + 1, worker.process.exitcode)

    # What workers say.

    def _hear(self, worker: Worker) -> None:
        try:
            word: Word = worker.pipe.recv()
        except (EOFError, OSError):
            self._ended(worker)
            return
        match word:
            case Opened():
                worker.opened = word
                self._admit(worker, word)
            case Faulty(problems):
                if not self._announced:
                    raise DefinitionError(*problems)
                log.error("worker %d cannot be started again:\n%s", worker.number + 1, DefinitionError(*problems))
            case Prepared():
                worker.answer = word
                self._decide()

    def _admit(self, worker: Worker, opened: Opened) -> None:
        """INVARIANT: all who serve, serve one revision. One that opened another has all of them open it."""
        if not any(other.serves for other in self._workers.values()):
            self._revision = opened.revision
        if opened.revision == self._revision:
            worker.served_since = time.monotonic()
            worker.tell("serve")
            self._announce(opened)
        else:
            self._reload()

    def _announce(self, opened: Opened) -> None:
        if not self._announced and all(worker.serves for worker in self._workers.values()):
            self._announced = True
            print("\n".join(opened.lines), flush=True)

    # One revision for all.

    def _reload(self) -> None:
        """All prepare what the files say now; when all are prepared, `_decide` says whether it serves."""
        if self._reloading:
            self._reload_again = True
            return
        self._reloading, self._reload_again = True, False
        for worker in self._serving():
            worker.answer = None
            worker.tell("prepare")

    def _decide(self) -> None:
        serving = self._serving()
        answers = [worker.answer for worker in serving if worker.answer is not None]
        if not self._reloading or len(answers) < len(serving):
            return
        self._reloading = False
        found = {answer.revision for answer in answers}
        revision = found.pop() if len(found) == 1 else None
        if revision is None and answers:
            log.error("not reloaded: not every worker could open the same")
        self._revision = revision or self._revision
        for worker in serving:
            worker.tell("commit" if revision else "abandon")
        for worker in self._waiting():
            self._admit_after_reload(worker)
        if self._reload_again:
            self._reload()

    def _admit_after_reload(self, worker: Worker) -> None:
        opened = worker.opened
        if opened is not None and opened.revision == self._revision:
            self._admit(worker, opened)
        else:
            worker.process.terminate()  # the files changed again meanwhile: it is started anew, and opens them then

    def _serving(self) -> Sequence[Worker]:
        return [worker for worker in self._workers.values() if worker.serves]

    def _waiting(self) -> Sequence[Worker]:
        return [worker for worker in self._workers.values() if worker.opened is not None and not worker.serves]

    # Signals.

    def _heed(self, number: int) -> None:
        if number == signal.SIGHUP:
            self._reload()
            return
        if self._leave_by is not None:
            self._each(lambda worker: worker.tell("hurry"))
            return
        self._leave_by = time.monotonic() + PATIENCE_SECONDS
        self._ports.close()
        self._each(Worker.leave)

    def _each(self, do: Callable[[Worker], None]) -> None:
        for worker in self._workers.values():
            do(worker)

    def end(self) -> None:
        """Whatever happened, nothing of it lives on."""
        self._each(lambda worker: worker.process.kill())
        for worker in self._workers.values():
            worker.process.join()
        for box in (end for pair in self._boxes for end in pair):
            box.close()


def serve(settings: Settings, heed: Callable[[], None]) -> None:
    """Serves until Ctrl-C, which `heed` raises where it came while starting. Raises DefinitionError, OSError."""
    with listening_at(settings.http) as http, listening_at(settings.sql) as sql, heard() as signals:
        heed()
        supervisor = Supervisor(settings, Ports(http, sql))
        try:
            supervisor.run(signals)
        finally:
            supervisor.end()
    print("Stopped.", flush=True)


@contextmanager
def heard() -> Iterator[socket.socket]:
    """A socket on which each signal is a byte."""
    hear, tell = socket.socketpair()
    tell.setblocking(False)
    before = {number: signal.signal(number, lambda one, frame: _told(tell, one)) for number in HEEDED}
    try:
        with hear, tell:
            yield hear
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _told(tell: socket.socket, number: int) -> None:
    with suppress(OSError):  # so many are waiting that one more says nothing new
        tell.send(bytes((number,)))


@contextmanager
def blocked(number: signal.Signals) -> Iterator[None]:
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {number})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
