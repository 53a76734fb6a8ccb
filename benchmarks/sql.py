"""The SQL endpoint beside a real PostgreSQL: the same stored rows through the same plain socket, each its own process.

The view includes the primary key, so that the planner drops the grouping and both only read and send rows. PostgreSQL
runs with its own defaults but for shared buffers that hold the table.
"""

from __future__ import annotations

import os
import selectors
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import duckdb

from benchmarks.figure import Figure, ratio
from benchmarks.policies import open_policies
from tests.postgres import cluster, programs
from tests.server.postgres.protocol.raw import SYNC, bind, execute, logged_in, parse, query

ROWS, MANY_ROWS = 1_000_000, 10_000_000
COLUMNS = "id, code, measured, amount, day, name"
TEXT, BINARY = 0, 1
READY = b"Z\0\0\0\x05I"
CLIENTS, SECONDS, FETCHES, TURNS = 50, 4.0, 9, 5
STORED = """
    SELECT range AS id, (range * 7 % 1000003)::INTEGER AS code, range * 0.37::DOUBLE + 1 / 3 AS measured,
        ((hash(range) % 10000000000)::BIGINT * 0.0001::DECIMAL(5, 4))::DECIMAL(18, 4) AS amount,
        DATE '2000-01-01' + (range % 9000)::INTEGER AS day, 'navn ' || range % 1000 AS name
    FROM range({rows})
"""
MODEL = """
cubes:
  - name: {name}
    sql_table: main.{name}
    dimensions:
      - {{name: id, sql: id, type: number, primary_key: true, public: true}}
      - {{name: code, sql: code, type: number}}
      - {{name: measured, sql: measured, type: number}}
      - {{name: day, sql: day, type: time}}
      - {{name: name, sql: name, type: string}}
    measures:
      - {{name: amount, type: sum, sql: amount}}
      - {{name: number, type: count}}
"""


@dataclass(frozen=True)
class Served:
    """A server that speaks PostgreSQL's protocol, and whom to be there."""

    port: int
    user: str
    password: str
    database: str
    process: int = 0

    def drain(self) -> Drain:
        raw = logged_in(("127.0.0.1", self.port), self.user, self.password, database=self.database)
        return Drain(raw.socket)


def data(folder: Path) -> Path:
    """A folder with both tables, a model of them and the settings of a server."""
    with duckdb.connect(str(folder / "facts.duckdb")) as connection:
        for name, rows in (("facts", ROWS), ("many", MANY_ROWS)):
            connection.execute(f"CREATE TABLE {name} AS {STORED.format(rows=rows)}")
    for part, name in (("model", "facts"), ("model", "many")):
        (folder / part).mkdir(exist_ok=True)
        (folder / part / f"{name}.yml").write_text(MODEL.format(name=name), encoding="utf-8")
    open_policies(folder, "facts", "many")
    (folder / "nogletal.toml").write_text(
        f'model = "{folder}/model"\ndatabases = {{facts = "{folder}/facts.duckdb"}}\ndemo = true\n'
        f"[limits]\nmax_rows = {2 * MANY_ROWS}\nqueue = 100\n",
        encoding="utf-8",
    )
    return folder


@contextmanager
def ours(folder: Path, workers: int = 1) -> Iterator[Served]:
    """The server over the data of the folder, as a user starts it."""
    command = [sys.executable, "-m", "server", "serve", "--config", str(folder / "nogletal.toml"),
               "--http", "127.0.0.1:0", "--sql", "127.0.0.1:0", "--workers", str(workers)]  # fmt: skip
    started = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        assert started.stdout is not None
        lines = iter(started.stdout.readline, "")
        url = next(line for line in lines if "postgresql://direktion:" in line).split()[-1]
        port = int(url.rpartition(":")[2].partition("/")[0])
        next(line for line in lines if "Ctrl-C" in line)
        yield Served(port, "direktion", "demo", "nogletal", started.pid)
    finally:
        started.terminate()
        started.wait(30)
        if started.stdout:
            started.stdout.close()


@contextmanager
def theirs(folder: Path) -> Iterator[Served]:
    """PostgreSQL with the same rows, read into memory before anything is timed."""
    bin = programs()
    assert bin is not None, "PostgreSQL is not installed"
    with cluster(folder, bin) as server:
        served = Served(server.port, server.user, server.password, "postgres")
        file = folder / "rows.csv"
        with duckdb.connect() as source:
            source.sql(STORED.format(rows=ROWS)).write_csv(str(file), header=False)
        file.chmod(0o644)
        with server.connect() as connection:
            connection.run("CREATE TABLE facts (id int8 primary key, code int4, measured float8,"
                           " amount numeric(18, 4), day date, name text)")  # fmt: skip
            connection.run(f"COPY facts FROM '{file}' (FORMAT csv)")
            connection.run("VACUUM ANALYZE facts")
        yield served


def fetch(table: str, form: int) -> bytes:
    """Every stored row, in one piece of the extended protocol, each column in the form."""
    return b"".join((parse(f"SELECT {COLUMNS} FROM {table}"), bind(result=(form,)), execute(), SYNC))


class Drain:
    """A socket that has logged in and takes what comes, without looking at it."""

    def __init__(self, opened: socket.socket) -> None:
        self.socket = opened
        self.socket.settimeout(120)
        self._room, self._end = bytearray(1 << 20), b""

    def heard(self) -> bool:
        """Reads what has come; whether that is the end of an answer of at least one row."""
        count = self.socket.recv_into(self._room)
        assert count, "the server hung up"
        self._end = (self._end + bytes(self._room[:count]))[-200:]
        if not self._end.endswith(READY):
            return False
        assert b"SELECT 1\0" in self._end, self._end
        self._end = b""
        return True

    def ask(self, message: bytes) -> int:
        """Sends it and reads to the end of its answer. How many bytes that was."""
        self.socket.sendall(message)
        taken, end = 0, b""
        while not end.endswith(READY):
            count = self.socket.recv_into(self._room)
            assert count, "the server hung up"
            taken += count
            end = (end + bytes(self._room[max(0, count - 6) : count]))[-6:]
        return taken


def sql_figures() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as own, tempfile.TemporaryDirectory() as other:
        os.chmod(other, 0o755)
        folder = data(Path(own))
        with ours(folder) as we, theirs(Path(other)) as they:
            yield from _fetches(we, they)
            yield Figure("sql_one_row_p50_ms", _one_row(we), "ms")
            yield Figure("postgres_one_row_p50_ms", _one_row(they), "ms")
            yield from _with_workers(we, folder)
            yield Figure("sql_stalled_client_mb", _stalled(we), "MB")


def _fetches(we: Served, they: Served) -> Iterator[Figure]:
    """How many times as fast the rows come: PostgreSQL's time over ours."""
    for name, form in (("binary", BINARY), ("text", TEXT)):
        message = fetch("facts", form)
        mine, yours = we.drain(), they.drain()
        found, slow, fast = ratio(partial(yours.ask, message), partial(mine.ask, message), FETCHES)
        yield Figure(f"sql_fetch_ratio_{name}", found, "ratio")
        yield Figure(f"sql_fetch_{name}_mrows_s", ROWS / fast / 1000, "Mrows/s")
        yield Figure(f"postgres_fetch_{name}_mrows_s", ROWS / slow / 1000, "Mrows/s")
        mine.socket.close()
        yours.socket.close()


def _one_row(served: Served) -> float:
    drain, taken = served.drain(), []
    for run in range(400):
        message = query(f"SELECT id, sum(amount) FROM facts WHERE id = {run} GROUP BY id")
        begun = time.perf_counter()
        drain.ask(message)
        taken.append((time.perf_counter() - begun) * 1000)
    drain.socket.close()
    return statistics.median(taken[50:])


def _with_workers(alone: Served, folder: Path) -> Iterator[Figure]:
    """Answers a second of one process and of two (`--workers 2`, as many as the cores), in turns, and how many times as
    many two give, pair by pair."""
    with ours(folder, workers=2) as two:
        pairs = [(_many_connections(alone), _many_connections(two)) for _ in range(TURNS)]
    yield Figure("sql_50_connections_1_worker_qps", statistics.median(one for one, _ in pairs), "1/s")
    yield Figure("sql_50_connections_qps", statistics.median(both for _, both in pairs), "1/s")
    yield Figure("sql_2_workers_ratio", statistics.median(both / one for one, both in pairs), "ratio")


def _many_connections(served: Served) -> float:
    """Answers a second over all connections, each question with another value, none kept.

    One thread asks for all of them, so that the client takes little of the machine.
    """
    drains, asked = [served.drain() for _ in range(CLIENTS)], 0
    with selectors.DefaultSelector() as selector:
        for number, drain in enumerate(drains):
            selector.register(drain.socket, selectors.EVENT_READ, drain)
            drain.socket.sendall(_by_name(number))
        begun = time.perf_counter()
        done, asked = 0, CLIENTS
        while (taken := time.perf_counter() - begun) < SECONDS:
            for key, _ in selector.select(1):
                if key.data.heard():
                    done += 1
                    key.data.socket.sendall(_by_name(asked % ROWS))
                    asked += 1
    for drain in drains:
        drain.socket.close()
    return done / taken


def _by_name(value: int) -> bytes:
    return query(f"SELECT name, sum(amount) FROM facts WHERE id = {value} GROUP BY name")


def _stalled(served: Served) -> float:
    """How much the server's memory grows while a client asks for ten million rows and reads none."""
    drain = served.drain()
    drain.ask(query("SELECT id, name FROM many WHERE id = 1"))
    before, most = resident(served.process), 0.0
    drain.socket.sendall(fetch("many", BINARY))
    for _ in range(40):
        time.sleep(0.2)
        most = max(most, resident(served.process) - before)
    drain.socket.close()
    return most


def resident(process: int) -> float:
    """Megabytes of the process that are in memory."""
    pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6
