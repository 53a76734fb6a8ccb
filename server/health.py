"""`/healthz`, `/readyz` and `/metrics`: whether the process lives, whether it can answer, and how busy it has been."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterator, Sequence

import anyio
import orjson
from anyio.to_thread import run_sync
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from server.tally import read_tally
from server.workers.board import Count
from server.workers.seat import Seat

PING_SECONDS = 2.0
PUBLISH_SECONDS = 1.0  # after which other workers know of what was counted here


class Figures:
    """What this worker has counted, and with it the others' of a second ago. A worker that takes the place of one that
    ended goes on from its counts."""

    def __init__(self, policies_current: Callable[[], bool] = lambda: True, seat: Seat | None = None) -> None:
        self._policies_current, self._seat = policies_current, seat or Seat()
        self._lock = threading.Lock()
        self._tally = read_tally(self._seat.sheets.read(self._seat.number))
        self._under_way = 0

    def begin(self) -> None:
        """A request is under way."""
        self._move(1)

    def end(self) -> None:
        self._move(-1)

    def _move(self, by: int) -> None:
        self._under_way += by
        self._seat.put(Count.UNDER_WAY, self._under_way)

    def count(self, path: str, method: str, status: int, seconds: float) -> None:
        with self._lock:
            self._tally.count(path, method, status, seconds)

    def refuse(self, code: str) -> None:
        with self._lock:
            self._tally.refusals[code] += 1

    async def publish(self) -> None:
        """Tells the other workers, until it is cancelled."""
        while self._seat.board.workers > 1:
            self._write()
            await asyncio.sleep(PUBLISH_SECONDS)

    def _write(self) -> bytes:
        self._seat.put(Count.OLD_POLICIES, not self._policies_current())
        with self._lock:
            written = self._tally.written()
        self._seat.sheets.write(self._seat.number, written)
        return written

    def text(self) -> str:
        """Prometheus' text format, of all workers together."""
        every = read_tally(self._write())
        for worker in range(self._seat.board.workers):
            if worker != self._seat.number:
                every.add(read_tally(self._seat.sheets.read(worker)))
        return "".join(f"{line}\n" for line in (*every.lines(), *self._gauges()))

    def _gauges(self) -> Iterator[str]:
        board = self._seat.board
        for name, about, value in (
            ("requests_under_way", "HTTP requests not yet answered.", board.total(Count.UNDER_WAY)),
            ("sql_connections", "Connections to the SQL endpoint, with and without a log-in.", board.total(Count.SQL)),
            ("policies_current", "Whether the policies in force are those of the files.",
             int(board.total(Count.OLD_POLICIES) == 0)),
            ("workers", "Processes that answer.", max(1, board.total(Count.SERVING))),
        ):  # fmt: skip
            yield f"# HELP nogletal_{name} {about}"
            yield f"# TYPE nogletal_{name} gauge"
            yield f"nogletal_{name} {value}"


def health_routes(unready: Callable[[], str | None], figures: Figures) -> Sequence[BaseRoute]:
    """Open to all: they say nothing of model, data or people. `/livez` is the name that Cube's clients know.

    `unready` says why no question can be answered, in a word or none; None where all is well.
    """

    async def ping() -> str | None:
        """On a thread, and given up after seconds: an engine that does not answer is not ready."""
        with anyio.move_on_after(PING_SECONDS):
            return await run_sync(unready, abandon_on_cancel=True)
        return ""

    def health(wrong: str | None) -> Response:
        body = {"health": "HEALTH" if wrong is None else "DOWN", **({"reason": wrong} if wrong else {})}
        status = 200 if wrong is None else 503
        return Response(orjson.dumps(body), status, {"Cache-Control": "no-store"}, "application/json")

    async def alive(request: Request) -> Response:
        return health(None)

    async def ready(request: Request) -> Response:
        return health(await ping())

    async def metrics(request: Request) -> Response:
        kind = "text/plain; version=0.0.4; charset=utf-8"
        return Response(figures.text(), headers={"Cache-Control": "no-store"}, media_type=kind)

    return [
        Route("/healthz", alive, methods=["GET"]),
        Route("/livez", alive, methods=["GET"]),
        Route("/readyz", ready, methods=["GET"]),
        Route("/metrics", metrics, methods=["GET"]),
    ]
