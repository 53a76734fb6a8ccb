"""The GraphQL schema of a wide model, both that which is shown and that which is run."""

from __future__ import annotations

import statistics
from collections.abc import Iterator

from benchmarks.figure import Figure, milliseconds
from benchmarks.star import star_model
from semantic.access.grant import Entitlement, open_grant
from semantic.access.visible import visible
from semantic.model.link import link
from semantic.model.read import read_text
from server.graphql.operation import resolve_cube
from server.graphql.schema import build

CUBES = 1_000
RUNS = 5


def schema_figures() -> Iterator[Figure]:
    model = link([read_text(star_model(CUBES), "star.yml")])
    seen = visible(model, Entitlement((open_grant("operatoer", "benchmark"),)))
    taken = [milliseconds(lambda: build(seen, resolve_cube)) for _ in range(RUNS)]
    yield Figure("graphql_schema_1000_cubes_ms", statistics.median(taken), "ms")
