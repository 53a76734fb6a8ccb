"""A process that asks a thousand questions, eight at a time, and says of each when it is answered."""

from __future__ import annotations

import os
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from semantic.access.principal import OPERATOR, Principal
from semantic.cube_query import parse_query
from semantic.execute.duckdb import Generation
from semantic.limits import Limits
from semantic.model.link import link
from semantic.model.read import read_text
from semantic.pipeline import Service, answer
from semantic.result import collect
from server.audit.chain_file import Keeping
from server.audit.recorder import Recorder
from tests.audit.asking import MODEL, PERSONS
from tests.worlds import open_grants

QUESTIONS = 1_000


def main(folder: Path, mark: str) -> None:
    limits = Limits(threads=1, concurrency=8)
    generation = Generation({"small": folder / "small.duckdb"}, link((read_text(MODEL, "small.yml"),)), limits)
    recorder = Recorder(Keeping(folder / "audit", 200_000, 30), folder / "audit.key")
    service = Service(generation, open_grants(), limits, auditor=recorder.over("test"))
    query = parse_query(PERSONS, default_limit=None)

    def ask(number: int) -> None:
        collect(answer(query, Principal(f"{mark}-{number}", OPERATOR.roles), service))
        os.write(1, f"{mark}-{number}\n".encode())

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(ask, range(QUESTIONS)))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
