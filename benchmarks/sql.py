"""The SQL endpoint beside a real PostgreSQL: the same stored rows through the same plain socket, each a process of its own.

The view includes the primary key, so that the planner drops the grouping and both only read and send rows. PostgreSQL
runs with its own defaults but for shared buffers that hold the table.
"""

from __future__ import annotations

import os
import socket
import statistics
import struct
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb
import psycopg

from benchmarks.figure import Figure, ratio
from tests.postgres import cluster, programs

ROWS, MANY_ROWS = 1_000_000, 10_000_000
COLUMNS = "id, code, measured, amount, day, name"
TEXT, BINARY = 0, 1
CLIENTS, SECONDS = 50, 6.0
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
POLICIES = {
    "principals.demo.yml": "principals: [{name: direktion, title: Direktion, roles: [direktion]}]",
    "roles.yml": """
roles:
  - name: direktion
    title: Direktion
    niveau: strategisk
    formaal: Benchmark
    hjemmel: Benchmark
    ejer: Benchmark
    godkendt_af: Benchmark
    gyldig_til: 9999-12-31
    naeste_gennemgang: 9999-01-01
    grants:
      - name: alt
        reason: Benchmark
        members: [facts.*, many.*]
        open: [facts, many]
""",
}


@dataclass(frozen=True)
class Served:
    """A server that speaks PostgreSQL's protocol, and whom to be there."""

    port: int
    user: str
    password: str
    database: str
    process: int = 0

    def connect(self) -> psycopg.Connection:
        return psycopg.connect(
            host="127.0.0.1", port=self.port, user=self.user, password=self.password, dbname=self.database,
            autocommit=True,
        )  # fmt: skip


@contextmanager
def ours(folder: Path) -> Iterator[Served]:
    """The server over both tables, as a user starts it."""
    with duckdb.connect(str(folder / "facts.duckdb")) as connection:
        for name, rows in (("facts", ROWS), ("many", MANY_ROWS)):
            connection.execute(f"CREATE TABLE {name} AS {STORED.format(rows=rows)}")
    for part, name in (("model", "facts"), ("model", "many")):
        (folder / part).mkdir(exist_ok=True)
        (folder / part / f"{name}.yml").write_text(MODEL.format(name=name), encoding="utf-8")
    (folder / "access_policies").mkdir()
    for name, text in POLICIES.items():
        (folder / "access_policies" / name).write_text(text, encoding="utf-8")
    (folder / "nogletal.toml").write_text(
        f'model = "{folder}/model"\ndatabases = {{facts = "{folder}/facts.duckdb"}}\ndemo = true\n'
        f"[limits]\nmax_rows = {2 * MANY_ROWS}\nqueue = 100\n",
        encoding="utf-8",
    )
    command = [sys.executable, "-m", "server", "serve", "--config", str(folder / "nogletal.toml"),
               "--http", "127.0.0.1:0", "--sql", "127.0.0.1:0"]  # fmt: skip
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
        with served.connect() as connection, duckdb.connect() as source:
            connection.execute("CREATE TABLE facts (id int8 primary key, code int4, measured float8,"
                               " amount numeric(18, 4), day date, name text)")  # fmt: skip
            file = folder / "rows.csv"
            source.sql(STORED.format(rows=ROWS)).write_csv(str(file), header=False)
            with connection.cursor() as cursor, cursor.copy("COPY facts FROM STDIN (FORMAT csv)") as copy:
                with file.open("rb") as text:
                    while piece := text.read(1 << 20):
                        copy.write(piece)
            connection.execute("VACUUM ANALYZE facts")
        yield served


def extended(sql: str, form: int) -> bytes:
    """Parse, Bind, Execute and Sync in one piece, every column in the form."""

    def message(kind: bytes, body: bytes) -> bytes:
        return kind + struct.pack("!i", len(body) + 4) + body

    parse = message(b"P", b"\0" + sql.encode() + b"\0\0\0")
    bind = message(b"B", b"\0\0\0\0\0\0\0\1" + struct.pack("!h", form))
    return parse + bind + message(b"E", b"\0\0\0\0\0") + message(b"S", b"")


class Drain:
    """A socket that has logged in and takes what comes, without looking at it."""

    def __init__(self, served: Served) -> None:
        self._opened = served.connect()
        self._socket = socket.socket(fileno=os.dup(self._opened.pgconn.socket))
        self._socket.setblocking(True)
        self._room = bytearray(1 << 20)

    def ask(self, message: bytes) -> int:
        """Sends it and reads to the end of its answer. How many bytes that was."""
        self._socket.sendall(message)
        taken, end = 0, b""
        while not end.endswith(b"Z\0\0\0\x05I"):
            count = self._socket.recv_into(self._room)
            assert count, "the server hung up"
            taken += count
            end = (end + bytes(self._room[max(0, count - 6) : count]))[-6:]
        return taken

    def send_only(self, message: bytes) -> None:
        self._socket.sendall(message)

    def close(self) -> None:
        self._socket.close()
        self._opened.close()


def sql_figures() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as own, tempfile.TemporaryDirectory() as other:
        os.chmod(other, 0o755)
        with ours(Path(own)) as we, theirs(Path(other)) as they:
            yield from _fetches(we, they)
            yield Figure("sql_one_row_p50_ms", _one_row(we), "ms")
            yield Figure("postgres_one_row_p50_ms", _one_row(they, "facts"), "ms")
            yield Figure("sql_50_connections_qps", _many_connections(we), "1/s")
            yield Figure("sql_stalled_client_mb", _stalled(we), "MB")


def _fetches(we: Served, they: Served) -> Iterator[Figure]:
    for name, form in (("binary", BINARY), ("text", TEXT)):
        message = extended(f"SELECT {COLUMNS} FROM facts", form)
        drains = Drain(we), Drain(they)
        found, mine, yours = ratio(lambda: drains[1].ask(message), lambda: drains[0].ask(message), 9)
        yield Figure(f"sql_fetch_ratio_{name}", found, "ratio")
        yield Figure(f"sql_fetch_{name}_mrows_s", ROWS / yours / 1000, "Mrows/s")
        yield Figure(f"postgres_fetch_{name}_mrows_s", ROWS / mine / 1000, "Mrows/s")
        for one in drains:
            one.close()


def _one_row(served: Served, table: str = "facts") -> float:
    taken = []
    with served.connect() as connection:
        connection.prepare_threshold = None
        for run in range(400):
            begun = time.perf_counter()
            connection.execute(f"SELECT id, sum(amount) FROM {table} WHERE id = {run} GROUP BY id".encode()).fetchall()
            taken.append((time.perf_counter() - begun) * 1000)
    return statistics.median(taken[50:])


def _many_connections(served: Served) -> float:
    """Answers a second over all connections, each question with another value, none kept."""
    done = [0] * CLIENTS
    stop = threading.Event()

    def work(number: int) -> None:
        with served.connect() as connection:
            connection.prepare_threshold = None
            ready.wait()
            while not stop.is_set():
                value = done[number] * CLIENTS + number
                sql = f"SELECT name, sum(amount) FROM facts WHERE id = {value % ROWS} GROUP BY name"
                assert len(connection.execute(sql.encode()).fetchall()) == 1
                done[number] += 1

    ready = threading.Barrier(CLIENTS + 1)
    threads = [threading.Thread(target=work, args=(number,)) for number in range(CLIENTS)]
    for one in threads:
        one.start()
    ready.wait()
    begun = time.perf_counter()
    time.sleep(SECONDS)
    stop.set()
    taken = time.perf_counter() - begun
    for one in threads:
        one.join()
    return sum(done) / taken


def _stalled(served: Served) -> float:
    """How much the server's memory grows while a client asks for ten million rows and reads none."""
    drain = Drain(served)
    before = resident(served.process)
    drain.send_only(extended(f"SELECT {COLUMNS} FROM many", BINARY))
    most = 0.0
    for _ in range(40):
        time.sleep(0.2)
        most = max(most, resident(served.process) - before)
    drain.close()
    return most


def resident(process: int) -> float:
    """Megabytes of the process that are in memory."""
    pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6
