"""What the record of a question costs: eight clients at once, with and without, on the disk of the working folder."""

from __future__ import annotations

import os
import statistics
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
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


@dataclass(frozen=True)
class Round:
    """Of a round's questions the median milliseconds, and the processor's for each of all its threads together."""

    p50: float
    processor: float


def asked(over: Service) -> Round:
    """Eight clients, each asking one question after the other."""
    found: list[float] = []
    spent = time.process_time()
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
    return Round(statistics.median(found), (time.process_time() - spent) * 1000 / len(found))


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
        without: list[Round] = []
        beside: list[Round] = []
        syncs: list[float] = []
        for number in range(ROUNDS):
            for one in (plain, audited) if number % 2 else (audited, plain):
                (without if one is plain else beside).append(asked(one))
            syncs += synced(folder)
        recorder.close()
        yield from _figures(without, beside, statistics.median(syncs))


def _figures(without: list[Round], beside: list[Round], sync: float) -> Iterator[Figure]:
    """What is added is the median over pairs of rounds, one right after the other; `spread` is how far it may be off by
    chance: of medians as of so many pairs two thirds are as near."""
    added = [b.p50 - a.p50 for a, b in zip(without, beside, strict=True)]
    low, middle, high = statistics.quantiles(added, n=4)
    yield Figure("audit_added_ms", middle - sync, "ms")
    yield Figure("audit_added_spread_ms", 0.93 * (high - low) / len(added) ** 0.5, "ms")
    yield Figure("audit_without_p50_ms", statistics.median(one.p50 for one in without), "ms")
    yield Figure("audit_with_p50_ms", statistics.median(one.p50 for one in beside), "ms")
    yield Figure("audit_fsync_p50_ms", sync, "ms")
    processor = (b.processor - a.processor for a, b in zip(without, beside, strict=True))
    yield Figure("audit_processor_ms", statistics.median(processor), "ms")
