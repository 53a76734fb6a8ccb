"""The GraphQL endpoint, its schema as text, and GraphiQL, all from this server."""

from __future__ import annotations

import hashlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path

import anyio
from anyio.to_thread import run_sync
from starlette.requests import ClientDisconnect, HTTPConnection
from starlette.requests import Request as HttpRequest
from starlette.responses import FileResponse
from starlette.responses import Response as HttpResponse
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from semantic.access.principal import Principal
from semantic.errors import ParseError, Problem
from semantic.execute.cancellation import Cancellation
from semantic.pipeline import Service
from server.errors import guarded, headers, outward
from server.graphql.limits import Limits
from server.graphql.operation import Asking, Request, Response, refused, resolve_cube, respond
from server.graphql.recent import Recent
from server.graphql.reviewing import NOTHING_KNOWN, Known
from server.graphql.schema import Schemas, build
from server.graphql.wire import GRAPHQL, HTML, JSON, accepted, read_request, status

GRAPHQL_ADDRESS = "/graphql"
STATIC = Path(__file__).parent / "static"
PAGE_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self' data:; "
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}


def graphql_routes(
    get_service: Callable[[], Service],
    authenticate: Callable[[HTTPConnection], Awaitable[Principal]],
    default_rows: int,
    workers: anyio.CapacityLimiter,
    timings: bool = False,
    limits: Limits | None = None,
    known: Known = NOTHING_KNOWN,
) -> list[BaseRoute]:
    """`/graphql` (GET, POST, and GraphiQL for a browser) and `/graphql/schema.graphql`.

    `timings` adds each stage's milliseconds to an answer; `known` is told to those who review.
    """
    endpoint = Endpoint(get_service, authenticate, default_rows, workers, timings, limits or Limits(), known)
    return [
        Route(GRAPHQL_ADDRESS, endpoint.graphql, methods=["GET", "POST"], name="graphql"),
        Route("/graphql/schema.graphql", endpoint.sdl, methods=["GET"], name="graphql_schema"),
        Mount("/graphql/static", StaticFiles(directory=STATIC), name="graphql_static"),
    ]


@dataclass(frozen=True)
class Endpoint:
    """What the handlers share: who is served and how, and the schemas made so far."""

    get_service: Callable[[], Service]
    authenticate: Callable[[HTTPConnection], Awaitable[Principal]]
    default_rows: int
    workers: anyio.CapacityLimiter
    timings: bool
    limits: Limits
    known: Known = NOTHING_KNOWN
    schemas: Recent[str, Schemas] = field(default_factory=lambda: Recent(32))

    async def graphql(self, request: HttpRequest) -> HttpResponse:
        offered = (GRAPHQL, JSON, HTML) if request.method == "GET" else (GRAPHQL, JSON)
        media_type = accepted(request, offered)
        if media_type == HTML:
            return FileResponse(STATIC / "index.html", headers=PAGE_HEADERS)
        try:
            if media_type is None:
                raise ParseError(Problem("P107", "No accepted kind of answer is written here.", f"Accept {JSON}."))
            principal = await self.authenticate(request)
            asked = await read_request(request)
        except ClientDisconnect:
            raise  # half a request: nobody is left to answer
        except Exception as error:
            return malformed(error, media_type=media_type or JSON)
        response = await self._respond(request, asked, principal)
        return _response(request, response, media_type)

    async def _respond(self, request: HttpRequest, asked: Request, principal: Principal) -> Response:
        cancellation = Cancellation()

        async def stop_when_gone() -> None:
            try:
                while (await request.receive())["type"] != "http.disconnect":
                    pass
            finally:
                cancellation.cancel()

        async with anyio.create_task_group() as tasks:
            tasks.start_soon(stop_when_gone)
            response = await run_sync(self._answer, asked, principal, cancellation, limiter=self.workers)
            tasks.cancel_scope.cancel()
        return response

    def _answer(self, asked: Request, principal: Principal, cancellation: Cancellation) -> Response:
        try:
            service = self.get_service()
            schemas = self._schemas(service, principal)
        except Exception as error:
            return refused(error)
        asking = Asking(principal, service, schemas, self.default_rows, self.timings, cancellation, known=self.known)
        return respond(asked, asking, self.limits)

    def _schemas(self, service: Service, principal: Principal) -> Schemas:
        """Made once for each set of visible names, right to review and generation, whose types may differ."""
        visible, reviews = service.visible(principal), service.policies.may_review(principal, service.today())
        key = f"{visible.hash} {reviews}"
        found = self.schemas.get(key)
        if found is None or found.visible.model is not visible.model:
            found = build(visible, resolve_cube, reviews)
            self.schemas.put(key, found)
        return found

    async def sdl(self, request: HttpRequest) -> HttpResponse:
        try:
            principal = await self.authenticate(request)
            text, tag = await run_sync(self._sdl, principal, limiter=self.workers)
        except Exception as error:
            return malformed(error)
        return _tagged(request, HttpResponse(text, media_type="text/plain; charset=utf-8"), tag)

    def _sdl(self, principal: Principal) -> tuple[bytes, str]:
        schemas = self._schemas(self.get_service(), principal)
        return schemas.sdl, hashlib.sha256(schemas.sdl).hexdigest()[:24]


def malformed(error: Exception, request_id: str = "", media_type: str = JSON) -> HttpResponse:
    """The answer to a request that is no GraphQL request, or comes from nobody we know; its id stands in a header."""
    seen = guarded(error)
    kind = media_type if media_type in (GRAPHQL, JSON) else JSON
    return HttpResponse(refused(seen).body, outward(seen.code).status, headers(seen), f"{kind}; charset=utf-8")


def _response(request: HttpRequest, response: Response, media_type: str) -> HttpResponse:
    found = status(response.code, media_type)
    answer = HttpResponse(response.body, found, media_type=f"{media_type}; charset=utf-8")
    answer.headers["Vary"] = "Accept, Authorization"
    answer.headers["Cache-Control"] = "no-store"
    if response.code:
        answer.headers["Nogletal-Error"] = response.code
        wait = outward(response.code).retry_after
        answer.headers.update({"Retry-After": str(wait)} if wait is not None else {})
    if request.method == "GET" and response.code is None:
        return _tagged(request, answer, hashlib.sha256(response.body).hexdigest()[:24])
    return answer


def _tagged(request: HttpRequest, answer: HttpResponse, tag: str) -> HttpResponse:
    """The answer under its tag, or only the word that the client has it already."""
    tags = {
        "ETag": f'"{tag}"',
        "Cache-Control": "private, no-cache",
        "Vary": "Accept, Authorization",
    }
    known = request.headers.get("if-none-match", "")
    if f'"{tag}"' in known or known.strip() == "*":
        return HttpResponse(status_code=304, headers=tags)
    answer.headers.update(tags)
    return answer
