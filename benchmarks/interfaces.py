"""The same 10,000 x 5 answer over GraphQL and over REST, from one server, request by request in turn."""

from __future__ import annotations

import http.client
import json
import socket
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn

from benchmarks.figure import Figure, ratio
from benchmarks.policies import open_policies
from benchmarks.star import star_database, star_model
from server.main import build_app
from server.settings import Settings

ROWS = 10_000
QUERY = {
    "dimensions": ["fact_0.id", "fact_0.kind", "lookup_0.name", "lookup_1.region"],
    "measures": ["fact_0.amount"],
    "limit": ROWS,
}
DOCUMENT = f"{{ cube(limit: {ROWS}) {{ fact_0 {{ id kind amount }} lookup_0 {{ name }} lookup_1 {{ region }} }} }}"
HEADERS = {"Authorization": "Bearer demo-direktion", "Content-Type": "application/json"}


@contextmanager
def served(folder: Path) -> Iterator[http.client.HTTPConnection]:
    """A connection to a server over the star model."""
    star_database(folder / "star.duckdb", 6, ROWS)
    (folder / "model").mkdir()
    (folder / "model" / "star.yml").write_text(star_model(6), encoding="utf-8")
    open_policies(folder, "fact_0", "lookup_0", "lookup_1")
    settings = Settings(model=folder / "model", databases={"star": folder / "star.duckdb"}, demo=True)
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(build_app(settings), log_level="warning"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    while not server.started:
        time.sleep(0.01)
    connection = http.client.HTTPConnection("127.0.0.1", listening.getsockname()[1])
    try:
        yield connection
    finally:
        connection.close()
        server.should_exit = True
        thread.join()


def asked(connection: http.client.HTTPConnection, path: str, body: object) -> bytes:
    connection.request("POST", path, json.dumps(body), HEADERS)
    response = connection.getresponse()
    text = response.read()
    assert response.status == 200, text[:500]
    return text


def interface_figures() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as folder, served(Path(folder)) as connection:
        rest = json.loads(asked(connection, "/cubejs-api/v1/load", {"query": QUERY}))
        graphql = json.loads(asked(connection, "/graphql", {"query": DOCUMENT}))
        assert len(rest["data"]) == len(graphql["data"]["cube"]) == ROWS
        found, ours, theirs = ratio(
            lambda: asked(connection, "/graphql", {"query": DOCUMENT}),
            lambda: asked(connection, "/cubejs-api/v1/load", {"query": QUERY}),
            31,
        )
        yield Figure("graphql_rest_ratio_10k", found, "ratio")
        yield Figure("rest_10k_x_5_ms", theirs, "ms")
        yield Figure("graphql_10k_x_5_ms", ours, "ms")
