"""What the record of a question costs: eight clients at once, with and without, on the disk of the working folder.

An event loop hands each question to a worker thread, as the server's does. Clients that are threads and ask in a loop
measure another thing: who has the interpreter then keeps it for several questions while the others wait, and the median
is of the few that were quick. Any wait ends that: a bare `time.sleep(0)` in a question "adds" as much as the record.
`audit_control_ms` is what is found to be added where nothing is, and `audit_unwaited_ms` by records that are made and
written but that no answer waits for: less than that no way of waiting can add.
"""

from __future__ import annotations

import asyncio
import os
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

import duckdb
from anyio import CapacityLimiter, create_task_group
from anyio.to_thread import run_sync

from benchmarks.figure import Figure
from semantic.access.policies import open_to_operator
from semantic.access.principal import OPERATOR
from semantic.audit.asked import Asked
from semantic.audit.auditor import Auditor, Opening
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
ROUNDS, QUESTIONS = 150, 40  # of all clients: short turns, so that what else the machine does is the same for all
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
class Unwaited:
    """An opening record that is on its way, and that nobody waits for. No server may keep records so."""

    opening: Opening

    def durable(self) -> bool:
        return True

    def close(self, rows: int, outcome: str, milliseconds: float) -> None:
        self.opening.close(rows, outcome, milliseconds)


@dataclass(frozen=True)
class Hasty:
    """The auditor of such records."""

    auditor: Auditor

    def opened(self, asked: Asked) -> Opening:
        return Unwaited(self.auditor.opened(asked))


@dataclass(frozen=True)
class Round:
    """Of a round's questions the median milliseconds, and the processor's for each of all its threads together."""

    p50: float
    processor: float


async def asked(over: Service, workers: CapacityLimiter) -> Round:
    """Eight clients, each asking one question after the other, until so many were asked."""
    found: list[float] = []
    left = iter(range(QUESTIONS))

    async def client() -> None:
        for _ in left:
            begun = time.perf_counter()
            await run_sync(partial(answered, over), limiter=workers)
            found.append((time.perf_counter() - begun) * 1000)

    spent = time.process_time()
    async with create_task_group() as clients:
        for _ in range(CLIENTS):
            clients.start_soon(client)
    return Round(statistics.median(found), (time.process_time() - spent) * 1000 / len(found))


def answered(over: Service) -> None:
    collect(answer(QUESTION, OPERATOR, over))


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


@dataclass(frozen=True)
class Rounds:
    """One after the other: without a record, without one again, with one, and with one that nobody waits for."""

    without: list[Round] = field(default_factory=list)
    again: list[Round] = field(default_factory=list)
    beside: list[Round] = field(default_factory=list)
    unwaited: list[Round] = field(default_factory=list)
    syncs: list[float] = field(default_factory=list)


async def measured(plain: Service, audited: Service, hasty: Service, folder: Path) -> Rounds:
    """In each turn every kind, in another order than in the turn before."""
    workers, found = CapacityLimiter(CLIENTS), Rounds()
    kinds = [(plain, found.without), (plain, found.again), (audited, found.beside), (hasty, found.unwaited)]
    for over, _ in kinds:
        await asked(over, workers)
    for _ in range(ROUNDS):
        for over, rounds in kinds:
            rounds.append(await asked(over, workers))
        found.syncs.extend(synced(folder))
        kinds = [*kinds[1:], kinds[0]]
    return found


def audit_figures() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as name, service(Path(name)) as plain:
        folder = Path(name)
        recorder = Recorder(Keeping(folder / "audit", 64_000_000, 30), folder / "audit.key")
        auditor = recorder.over("bench")
        audited, hasty = replace(plain, auditor=auditor), replace(plain, auditor=Hasty(auditor))
        try:
            found = asyncio.run(measured(plain, audited, hasty, folder))
        finally:
            recorder.close()
    sync = statistics.median(found.syncs)
    added, spread = _added(found.without, found.beside)
    control, _ = _added(found.without, found.again)
    unwaited, _ = _added(found.without, found.unwaited)
    yield Figure("audit_added_ms", added - sync, "ms")
    yield Figure("audit_added_spread_ms", spread, "ms")
    yield Figure("audit_control_ms", control, "ms")
    yield Figure("audit_unwaited_ms", unwaited, "ms")
    yield Figure("audit_without_p50_ms", statistics.median(one.p50 for one in found.without), "ms")
    yield Figure("audit_with_p50_ms", statistics.median(one.p50 for one in found.beside), "ms")
    yield Figure("audit_fsync_p50_ms", sync, "ms")
    processor = (b.processor - a.processor for a, b in zip(found.without, found.beside, strict=True))
    yield Figure("audit_processor_ms", statistics.median(processor), "ms")


def _added(without: list[Round], beside: list[Round]) -> tuple[float, float]:
    """The median over pairs of rounds, and how far it may be off by chance: of medians as of so many pairs two thirds
    are as near."""
    added = [b.p50 - a.p50 for a, b in zip(without, beside, strict=True)]
    low, middle, high = statistics.quantiles(added, n=4)
    return middle, 0.93 * (high - low) / len(added) ** 0.5
