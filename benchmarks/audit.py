"""What the record of a question costs: eight clients at once, with and without, on the disk of the working folder."""

from __future__ import annotations

import os
import statistics
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import duckdb

from benchmarks.figure import Figure
from semantic.access.policies import open_to_operator
from semantic.access.principal import OPERATOR
from semantic.execute.duckdb import Generation
from semantic.limits import Limits
from semantic.model.link import link
from semantic.model.read import read_text
from semantic.pipeline import Service, answer
from semantic.query import Query
from semantic.result import collect
from server.audit.chain_file import Keeping
from server.audit.recorder import Recorder

CLIENTS = 8
ROUNDS, QUESTIONS = 300, 3  # of each client: short turns, so that what else the machine does is the same for both
SYNCS = 4  # in each round
MODEL = """
cubes:
  - name: ydelse
    sql_table: ydelse
    person_key: borger
    dimensions:
      - {name: id, sql: id, type: number, primary_key: true}
      - {name: borger, sql: borger, type: number}
      - {name: enhed, sql: enhed, type: string}
    measures:
      - {name: antal, type: count}
"""
ROWS = "CREATE TABLE ydelse AS SELECT range AS id, range % 50000 AS borger, 'E' || range % 40 AS enhed FROM range(4000)"
QUESTION = Query(measures=("ydelse.antal",), dimensions=("ydelse.enhed",))


@contextmanager
def service(folder: Path) -> Iterator[Service]:
    """One cube of persons, nothing recorded."""
    with duckdb.connect(str(folder / "bench.duckdb")) as connection:
        connection.execute(ROWS)
    limits = Limits(threads=1, concurrency=CLIENTS)
    generation = Generation({"bench": folder / "bench.duckdb"}, link((read_text(MODEL, "bench.yml"),)), limits)
    try:
        yield Service(generation, open_to_operator("operatoer", "benchmark"), limits)
    finally:
        generation.close()


def asked(over: Service) -> list[float]:
    """Milliseconds of each question, eight clients asking one after the other."""
    found: list[float] = []
    ready = threading.Barrier(CLIENTS)

    def client() -> None:
        ready.wait()
        for _ in range(QUESTIONS):
            begun = time.perf_counter()
            collect(answer(QUESTION, OPERATOR, over))
            found.append((time.perf_counter() - begun) * 1000)

    threads = [threading.Thread(target=client) for _ in range(CLIENTS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


def synced(folder: Path) -> list[float]:
    """Milliseconds of a sync of a record's length, one after the other, nobody else of ours at work."""
    found = []
    descriptor = os.open(folder / "sync", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    for _ in range(SYNCS):
        os.write(descriptor, b"x" * 900)
        begun = time.perf_counter()
        os.fsync(descriptor)
        found.append((time.perf_counter() - begun) * 1000)
    os.close(descriptor)
    return found


def audit_figures() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as name, service(Path(name)) as plain:
        folder = Path(name)
        recorder = Recorder(Keeping(folder / "audit", 64_000_000, 30), folder / "audit.key")
        audited = replace(plain, auditor=recorder.over("bench"))
        asked(plain), asked(audited)
        without, beside, syncs = [], [], []
        for number in range(ROUNDS):
            for one in (plain, audited) if number % 2 else (audited, plain):
                (without if one is plain else beside).append(statistics.median(asked(one)))
            syncs += synced(folder)
        recorder.close()
        added = statistics.median(b - a for a, b in zip(without, beside, strict=True))
        yield Figure("audit_added_ms", added - statistics.median(syncs), "ms")
        yield Figure("audit_without_p50_ms", statistics.median(without), "ms")
        yield Figure("audit_with_p50_ms", statistics.median(beside), "ms")
        yield Figure("audit_fsync_p50_ms", statistics.median(syncs), "ms")
