"""A model and a few rows that one test writes down for itself, asked like any other."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

import duckdb

from semantic.access.principal import OPERATOR
from semantic.cube_query import parse_query
from semantic.errors import ServiceError
from semantic.execute.duckdb import Generation
from semantic.limits import Limits
from semantic.model.link import link
from semantic.model.model import Model
from semantic.model.read import read_text
from semantic.pipeline import Service, answer
from semantic.result import collect
from tests.worlds import open_grants


@contextmanager
def small_model(folder: Path, model: str, rows: str) -> Iterator[Service]:
    file = folder / "small.duckdb"
    with duckdb.connect(str(file)) as connection:
        connection.execute(rows)
    limits = Limits(threads=1)
    generation = Generation({"small": file}, _linked(model), limits)
    try:
        yield Service(generation, open_grants(), limits)
    finally:
        generation.close()


@lru_cache(maxsize=2)
def _linked(text: str) -> Model:
    """Random data is asked over one model again and again, which takes longer to load than to ask."""
    return link((read_text(text, "small.yml"),))


def asked(service: Service, **query: Any) -> set[tuple[Any, ...]] | list[str]:
    """The rows of the answer to Cube's JSON query, in no order; or the refusal's codes and words."""
    try:
        found = collect(answer(parse_query(query, default_limit=None), OPERATOR, service))
    except ServiceError as error:
        return [f"{problem.code} {problem.message}" for problem in error.problems]
    return set(zip(*(column.to_pylist() for column in found.table.columns), strict=True))
