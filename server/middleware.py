"""What surrounds every HTTP request: an id, bounds of its body, headers for browsers, figures, and the last net."""

from __future__ import annotations

import logging
import re
import time
import uuid
from collections.abc import Callable, Mapping
from urllib.parse import urlsplit

import orjson
from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from semantic.errors import LimitError, ParseError, Problem
from server.authenticate import is_loopback
from server.connection import CROWDED
from server.departure import ADDRESS_BYTES, HEADER_BYTES, Departure
from server.errors import cube_error, guarded, headers, outward
from server.health import Figures
from server.patience import Incoming, Patience

log = logging.getLogger("nogletal")
# A caller's own id is kept where it is short and plain: '3f2a-span-1'
REQUEST_ID = re.compile(r"[A-Za-z0-9._:-]{1,100}")
BROWSER_HEADERS: Mapping[str, str] = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
}


def refused(error: Exception, request_id: str) -> Response:
    """The error as every address outside GraphQL writes it."""
    shown = guarded(error)
    body = orjson.dumps(cube_error(shown, request_id))
    return Response(body, outward(shown.code).status, headers(shown), "application/json")


async def on_service_error(request: Request, error: Exception) -> Response:
    return refused(error, request.state.request_id)


async def on_http_error(request: Request, error: Exception) -> Response:
    """No such address, or no such method there."""
    assert isinstance(error, HTTPException)
    problem = Problem("P108", "There is nothing at this address.", "The addresses are listed at /.")
    if error.status_code == 405:
        problem = Problem("P109", "This address does not answer that method.")
    response = refused(ParseError(problem), request.state.request_id)
    response.headers.update(error.headers or {})
    return response


Refuse = Callable[[Exception, str], Response]
"""An error, and the request's id, as one interface writes them."""


class Envelope:
    """Outermost: nothing passes it but refusals with a code, whole answers, and answers visibly broken off."""

    def __init__(
        self, app: ASGIApp, body_bytes: int, paths: frozenset[str], figures: Figures, departure: Departure,
        local_only: bool, shapes: Mapping[str, Refuse], patience: Patience,
    ) -> None:  # fmt: skip
        self.app = app
        self.shapes = shapes
        self.body_bytes = body_bytes
        self.paths = paths
        self.figures = figures
        self.departure = departure
        self.local_only = local_only
        self.patience = patience

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        given = Headers(scope=scope).get("x-request-id", "")
        number = given if REQUEST_ID.fullmatch(given) else uuid.uuid4().hex
        scope.setdefault("state", {})["request_id"] = number
        answer = Answer(send, number)
        incoming = Incoming(self.departure.heard(receive), self.body_bytes, self.patience.body)
        start = time.perf_counter()
        self.figures.begin()
        try:
            await self._pass(_whole(scope), incoming, answer)
        finally:
            self.figures.end()
            path = scope["path"] if scope["path"] in self.paths else "other"
            method = scope["method"] if scope["method"] in ("GET", "POST", "HEAD", "OPTIONS") else "other"
            self.figures.count(path, method, answer.status, time.perf_counter() - start)

    async def _pass(self, scope: Scope, incoming: Incoming, answer: Answer) -> None:
        try:
            self._check(scope)
            await self.app(scope, incoming.receive, answer.send)
        except ClientDisconnect:
            error = self._given_up(incoming)
            if error is None:
                return  # half a request: nobody is left to answer
            await self._refuse(scope, incoming, answer, error)
        except Exception as error:
            if answer.status:
                log.error("an answer broke off", exc_info=error)
                return  # without the final chunk, so that the client sees that it is not whole
            await self._refuse(scope, incoming, answer, error)
        if answer.refusal:
            self.figures.refuse(answer.refusal)

    def _given_up(self, incoming: Incoming) -> LimitError | None:
        """Why a client that is still there is waited for no more."""
        if self.departure.over:
            return LimitError(Problem("L503", "The server is stopping."))
        if incoming.overdue:
            message = f"The body was not whole after {self.patience.body:g} seconds of waiting."
            return LimitError(Problem("L512", message, "Send it in one go."))
        return None

    async def _refuse(self, scope: Scope, incoming: Incoming, answer: Answer, error: Exception) -> None:
        """The error in the shape that the address's clients read."""
        response = self.shapes.get(scope["path"], refused)(error, answer.request_id)
        if incoming.overdue or CROWDED in scope["state"] or _has_two_lengths(Headers(scope=scope)):
            response.headers["Connection"] = "close"  # what follows may not be the next request, or is not wanted
        await response(scope, incoming.receive, answer.send)

    def _check(self, scope: Scope) -> None:
        """Raises LimitError L504 on one connection too many, L511, ParseError P101 for a body of two lengths, P110 for
        a foreign host in the demo.
        """
        if CROWDED in scope["state"]:
            raise LimitError(Problem("L504", "The server holds as many connections as it may.", "Try again."))
        if len(scope["path"]) + len(scope["query_string"]) > ADDRESS_BYTES:
            hint = "Send the question as a POST."
            raise LimitError(Problem("L511", f"The address is longer than {ADDRESS_BYTES} bytes.", hint))
        given = Headers(scope=scope)
        if sum(len(name) + len(value) for name, value in given.raw) > HEADER_BYTES:
            raise LimitError(Problem("L511", f"The headers are longer than {HEADER_BYTES} bytes."))
        if _has_two_lengths(given):
            raise ParseError(Problem("P101", "The body has both a Content-Length and a Transfer-Encoding."))
        length = given.get("content-length", "")
        if length.isascii() and length.isdigit() and (len(length) > 12 or int(length) > self.body_bytes):
            raise LimitError(Problem("L511", f"The body is longer than {self.body_bytes} bytes."))
        if self.local_only and "host" in given and not is_loopback(_host(given["host"])):
            # A page elsewhere may point its own name at this machine and ask with a well-known demo token.
            raise ParseError(Problem("P110", "The demo answers to this machine's own names only.", "Use 127.0.0.1."))


class Answer:
    """What goes out: its status, and the headers that every answer bears."""

    def __init__(self, send: Send, request_id: str) -> None:
        self._send = send
        self.request_id = request_id
        self.status = 0
        self.refusal: str | None = None

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            out = MutableHeaders(scope=message)
            self.refusal = out.get("Nogletal-Error")
            for name, value in BROWSER_HEADERS.items():
                out.setdefault(name, value)
            out["x-request-id"] = self.request_id
        await self._send(message)


def _whole(scope: Scope) -> Scope:
    """The request without a wish for a range: answers are whole, and a foul range is no reason for none."""
    return {**scope, "headers": [one for one in scope["headers"] if one[0] != b"range"]}


def _has_two_lengths(given: Headers) -> bool:
    """A proxy that believes the one, and we the other, read different requests in the same bytes."""
    return "content-length" in given and "transfer-encoding" in given


def _host(header: str) -> str:
    """
    >>> _host("127.0.0.1:8000"), _host("[::1]:8000"), _host("evil.example")
    ('127.0.0.1', '::1', 'evil.example')
    """
    try:
        return urlsplit(f"//{header}").hostname or ""
    except ValueError:
        return ""
