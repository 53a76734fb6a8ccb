"""`/healthz`, `/readyz` and `/metrics`: whether the process lives, whether it can answer, and how busy it has been."""

from __future__ import annotations

import threading
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence

import anyio
import orjson
from anyio.to_thread import run_sync
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from server.workers.board import Count
from server.workers.seat import Seat

PING_SECONDS = 2.0
BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)


class Figures:
    """Counts of requests by address and status. Labels are our own addresses, never a caller's words."""

    def __init__(self, policies_current: Callable[[], bool] = lambda: True, seat: Seat | None = None) -> None:
        self._policies_current, self._seat = policies_current, seat or Seat()
        self._lock = threading.Lock()
        self._requests: Counter[tuple[str, str, int]] = Counter()
        self._buckets: Counter[tuple[str, float]] = Counter()
        self._seconds: defaultdict[str, float] = defaultdict(float)
        self._refusals: Counter[str] = Counter()
        self.under_way = 0

    def count(self, path: str, method: str, status: int, seconds: float) -> None:
        with self._lock:
            self._requests[path, method, status] += 1
            self._seconds[path] += seconds
            for bound in BUCKETS:
                if seconds <= bound:
                    self._buckets[path, bound] += 1

    def refuse(self, code: str) -> None:
        with self._lock:
            self._refusals[code] += 1

    def text(self) -> str:
        """Prometheus' text format."""
        with self._lock:
            return "".join(f"{line}\n" for line in self._lines())

    def _lines(self) -> Iterator[str]:
        yield "# HELP nogletal_requests_total HTTP requests answered."
        yield "# TYPE nogletal_requests_total counter"
        for (path, method, status), count in sorted(self._requests.items()):
            yield f'nogletal_requests_total{{path="{path}",method="{method}",status="{status}"}} {count}'
        yield "# HELP nogletal_request_seconds Time to the end of the answer."
        yield "# TYPE nogletal_request_seconds histogram"
        totals: Counter[str] = Counter()
        for (path, _, _), count in self._requests.items():
            totals[path] += count
        for path, count in sorted(totals.items()):
            for bound in BUCKETS:
                yield f'nogletal_request_seconds_bucket{{path="{path}",le="{bound}"}} {self._buckets[path, bound]}'
            yield f'nogletal_request_seconds_bucket{{path="{path}",le="+Inf"}} {count}'
            yield f'nogletal_request_seconds_sum{{path="{path}"}} {self._seconds[path]:.6f}'
            yield f'nogletal_request_seconds_count{{path="{path}"}} {count}'
        yield "# HELP nogletal_refusals_total Refusals by code, of HTTP and SQL; what only SQL refuses by its SQLSTATE."
        yield "# TYPE nogletal_refusals_total counter"
        for code, count in sorted(self._refusals.items()):
            yield f'nogletal_refusals_total{{code="{code}"}} {count}'
        yield "# HELP nogletal_requests_under_way HTTP requests not yet answered."
        yield "# TYPE nogletal_requests_under_way gauge"
        yield f"nogletal_requests_under_way {self.under_way}"
        yield "# HELP nogletal_sql_connections Connections to the SQL endpoint, with and without a log-in."
        yield "# TYPE nogletal_sql_connections gauge"
        yield f"nogletal_sql_connections {self._seat.board.total(Count.SQL)}"
        yield "# HELP nogletal_policies_current Whether the policies in force are those of the files."
        yield "# TYPE nogletal_policies_current gauge"
        yield f"nogletal_policies_current {int(self._policies_current())}"


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
