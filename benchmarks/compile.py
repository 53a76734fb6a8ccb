"""From question to SQL: distinct questions, nothing cached from one to the next."""

from __future__ import annotations

import itertools
import random
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.figure import Figure
from benchmarks.star import star_database, star_model
from semantic.access.policies import open_to_operator
from semantic.access.principal import OPERATOR
from semantic.execute.duckdb import Generation
from semantic.limits import Limits
from semantic.model.link import link
from semantic.model.read import read_text
from semantic.pipeline import Service, prepare
from semantic.predicate import Asked
from semantic.query import Query

CUBES = 20
QUESTIONS = 1_000
MEASURES = ("number", "amount", "large", "kinds", "mean", "share")


def star_service(folder: Path, cubes: int, rows: int) -> Service:
    """A service over the star model and its database in the folder."""
    star_database(folder / "star.duckdb", cubes, rows)
    model = link([read_text(star_model(cubes), "star.yml")])
    generation = Generation({"star": folder / "star.duckdb"}, model, Limits())
    return Service(generation, open_to_operator("operatoer", "benchmark"))


def questions(cubes: int) -> list[Query]:
    """Distinct questions of three measures by three dimensions with one filter, in a seeded random order."""
    lookups = [f"lookup_{i}.{name}" for i in range(5) for name in ("name", "region")]
    found = []
    for fact in range(cubes - 5):
        for measures in itertools.combinations(MEASURES, 3):
            for dimensions in itertools.combinations(lookups, 3):
                where = Asked(f"fact_{fact}.kind", "equals", ("a",))
                names = tuple(f"fact_{fact}.{measure}" for measure in measures)
                found.append(Query(measures=names, dimensions=dimensions, where=where))
    random.Random(20260101).shuffle(found)
    return found[:QUESTIONS]


def compile_figures() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        service = star_service(Path(folder), CUBES, 10)
        asked = questions(CUBES)
        assert len(set(asked)) == QUESTIONS
        for query in asked[:50]:
            prepare(query, OPERATOR, service)
        taken = []
        for query in asked[50:]:
            start = time.perf_counter()
            prepare(query, OPERATOR, service)
            taken.append((time.perf_counter() - start) * 1000)
        yield Figure("compile_p50_ms", statistics.median(taken), "ms")
