"""A client is waited for so long and no longer; a question that works is not the client's delay."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from server.connection import SPARE_CONNECTIONS
from server.departure import Departure, Server
from server.main import build_app
from server.patience import Patience
from server.settings import Settings
from tests.server.conftest import DIREKTION, LOAD, OPEN

SHORT = Patience(head=0.3, body=0.3, taking=0.5)
LARGE = 30_000_000  # bytes: more than the machine holds for a client that reads nothing
HEAD = b"Host: 127.0.0.1\r\nAuthorization: demo-direktion\r\nContent-Type: application/json\r\n"


@contextmanager
def serving(app: Starlette, most: int = 100, patience: Patience = SHORT) -> Iterator[Server]:
    """The application on a real port, which is `server.address`."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = Server(app, getattr(app.state, "departure", Departure()), most, patience)
        server.address = listening.getsockname()  # type: ignore[attr-defined]
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        while not server.started:
            time.sleep(0.01)
        yield server
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="module")
def demo(demo_database: Path) -> Iterator[Server]:
    with serving(build_app(Settings(demo=True, policies=OPEN, databases={"demo": demo_database}), SHORT)) as found:
        yield found


def connect(server: Server) -> socket.socket:
    return socket.create_connection(server.address, timeout=20)  # type: ignore[attr-defined]


def rest(client: socket.socket) -> bytes:
    """Everything until the server closes."""
    found = b""
    with contextlib.suppress(ConnectionError):
        while piece := client.recv(65_536):
            found += piece
    return found


@pytest.mark.parametrize("sent", [b"", b"GET /hea", b"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n"])
def test_a_head_that_does_not_come_is_not_waited_for(demo: Server, sent: bytes) -> None:
    with connect(demo) as client:
        client.sendall(sent)
        assert rest(client) == b""


def test_a_head_byte_by_byte_is_not_waited_for(demo: Server) -> None:
    with connect(demo) as client, contextlib.suppress(ConnectionError):
        client.sendall(b"GET /healthz HTTP/1.1\r\n")
        for _ in range(100):
            client.sendall(b"X: y\r\n")
            time.sleep(0.05)
        assert rest(client) == b""


@pytest.mark.parametrize("path", [LOAD, "/graphql"])
@pytest.mark.parametrize("pieces", [1, 100])
def test_a_body_that_does_not_come_is_refused_in_the_shape_of_its_address(demo: Server, path: str, pieces: int) -> None:
    with connect(demo) as client:
        client.sendall(f"POST {path} HTTP/1.1\r\n".encode() + HEAD + b"Content-Length: 1000\r\n\r\n")
        with contextlib.suppress(ConnectionError):
            for _ in range(pieces - 1):
                client.sendall(b" ")
                time.sleep(0.02)
        answer = rest(client)
    assert answer.startswith(b"HTTP/1.1 408 ")
    assert b'"code":"L512"' in answer
    assert (b'"errors":[' in answer) == (path == "/graphql")
    assert b"\r\nconnection: close\r\n" in answer.lower()


def test_a_body_that_nobody_reads_is_not_waited_for(demo: Server) -> None:
    with connect(demo) as client:
        client.sendall(b"POST /nowhere HTTP/1.1\r\n" + HEAD + b"Content-Length: 1000\r\n\r\n{")
        assert rest(client).startswith(b"HTTP/1.1 404 ")


def plain(answer: Callable[[Request], Response]) -> Starlette:
    async def handle(request: Request) -> Response:
        await request.body()
        await asyncio.sleep(3 * SHORT.body)  # a question that works for long
        return answer(request)

    return Starlette(routes=[Route("/", handle, methods=["GET", "POST"])])


def test_a_long_question_is_waited_for(demo_database: Path) -> None:
    """After the body the clock stands still, whatever the interface listens for meanwhile."""
    app = build_app(Settings(demo=True, policies=OPEN, databases={"demo": demo_database}), SHORT)

    async def long(request: Request) -> Response:
        await request.body()
        leaves = asyncio.ensure_future(request.receive())
        await asyncio.wait([leaves], timeout=3 * SHORT.body)
        left = leaves.done()
        leaves.cancel()
        return Response("left" if left else "there")

    app.router.routes.append(Route("/long", long, methods=["POST"]))
    with serving(app) as server:
        answer = httpx.post("http://{}:{}/long".format(*server.address), content=b"{}", timeout=20)  # type: ignore[attr-defined]
    assert answer.text == "there"


def held(server: Server) -> bool:
    return bool(server.server_state.connections)


@pytest.mark.parametrize("ending", [b"", b"Connection: close\r\n"])
def test_an_answer_that_nobody_takes_is_not_held(ending: bytes) -> None:
    with serving(plain(lambda request: Response(b"x" * LARGE))) as server, connect(server) as client:
        client.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n" + ending + b"\r\n")
        while not held(server):
            time.sleep(0.01)
        while held(server):
            time.sleep(0.05)
        assert len(rest(client)) < LARGE


def test_an_answer_that_is_taken_slowly_comes_whole() -> None:
    patience = Patience(head=0.2, body=0.2, taking=2)
    with serving(plain(lambda request: Response(b"x" * LARGE)), 100, patience) as server, connect(server) as client:
        client.sendall(b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        read = 0
        while piece := client.recv(500_000):
            read += len(piece)
            time.sleep(0.05)
    assert read > LARGE


def test_one_connection_too_many_is_told_so_and_many_more_are_cut(demo_database: Path) -> None:
    app = build_app(Settings(demo=True, policies=OPEN, databases={"demo": demo_database}))
    with contextlib.ExitStack() as stack, serving(app, 2, Patience()) as server:
        for _ in range(2):
            stack.enter_context(connect(server))
        with connect(server) as client:
            client.sendall(b"POST /graphql HTTP/1.1\r\n" + HEAD + b"Content-Length: 2\r\n\r\n{}")
            answer = rest(client)
        assert answer.startswith(b"HTTP/1.1 429 ")
        assert b'"code":"L504"' in answer
        for _ in range(SPARE_CONNECTIONS):
            stack.enter_context(connect(server))
        with connect(server) as client:
            assert rest(client) == b""
        stack.close()
        while held(server):
            time.sleep(0.01)
        url = "http://{}:{}/cubejs-api/v1/meta".format(*server.address)  # type: ignore[attr-defined]
        assert httpx.get(url, headers=DIREKTION).status_code == 200


def test_a_wish_for_a_range_gets_the_whole(demo: Server) -> None:
    url = "http://{}:{}/graphql".format(*demo.address)  # type: ignore[attr-defined]
    for wish in ("bytes=nonsense", "bytes=9-1", "bytes=0-1"):
        answer = httpx.get(url, headers={"Accept": "text/html", "Range": wish})
        assert (answer.status_code, answer.text[:9].lower()) == (200, "<!doctype")
