"""Random questions to random worlds: the product answers as the reference does, or refuses where the reference does."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from semantic.access.principal import OPERATOR
from semantic.errors import ServiceError
from semantic.execute.duckdb import Generation
from semantic.limits import Limits
from semantic.model.link import link
from semantic.model.read import read_text
from semantic.pipeline import Service, answer
from semantic.query import Query
from semantic.result import collect
from tests.reference import evaluate
from tests.reference.description import World
from tests.reference.kinds import kinds
from tests.reference.questions import questions
from tests.reference.reach import Refused
from tests.reference.worlds import worlds
from tests.reference.writing import database, model
from tests.worlds import open_grants

EACH = 12  # questions of one world
WORLDS = 9  # of one seed; after ten Hypothesis would vary those it has seen instead of drawing new ones
COUNTED = range(1, 6)  # the seeds whose questions are counted by their kinds
EXAMPLES = int(os.environ.get("REFERENCE_EXAMPLES", "0"))  # more than in the ordinary run
FIRST = int(os.environ.get("REFERENCE_SEED", "1"))  # seed
# Making a fault smaller takes many times as long as finding it; what is told of it is small enough to be read.
PHASES = [Phase.generate, Phase.shrink] if os.environ.get("REFERENCE_SHRINK") else [Phase.generate]
ANSWERED = 0.4  # of a part's questions at least; the rest is refused by both
LEAST = {  # questions of the kind that have an answer, of some 540
    "across a bridge": 8,
    "subtotals across a bridge": 2,
    "own periods": 20,
    "own periods with an offset": 10,
    "own periods from an origin": 5,
    "own periods of months": 5,
    "own periods of days or less": 10,
    "moments of the doubled hour": 10,
    "a case": 5,
    "a view's own filter": 5,
}


@contextmanager
def served(world: World) -> Iterator[Service]:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "world.duckdb"
        database(world, file)
        limits = Limits(threads=1)
        generation = Generation({"world": file}, link((read_text(model(world), "world.yml"),)), limits)
        try:
            yield Service(generation, open_grants(), limits)
        finally:
            generation.close()


def cell(value: Any, is_key: bool) -> object:
    """A key's value by what it is worth, a measure's digit for digit."""
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, (int, Decimal, Fraction)):
        return Fraction(value) if is_key else f"{Decimal(str(value)):f}"
    if isinstance(value, date) and not isinstance(value, datetime):
        return datetime.combine(value, time())
    return value


def asked_of_product(service: Service, query: Query) -> evaluate.Answer | set[str]:
    try:
        found = collect(answer(query, OPERATOR, service))
    except ServiceError as error:
        return {problem.code for problem in error.problems}
    keys = [column.role in ("dimension", "time") for column in found.columns]
    columns = [[cell(one, key) for one in found.table.column(i).to_pylist()] for i, key in enumerate(keys)]
    names = tuple(column.name for column in found.columns)
    return evaluate.Answer(names, list(zip(*columns, strict=True)), found.total, found.truncated)


def asked_of_reference(world: World, query: Query) -> evaluate.Answer | set[str]:
    try:
        found = evaluate.answer(world, query)
    except Refused as refused:
        return refused.codes
    keys = {*query.dimensions, *(f"{one.dimension}.{one.granularity}" for one in query.time_dimensions)}
    rows = [tuple(cell(one, name in keys) for name, one in zip(found.names, row, strict=True)) for row in found.rows]
    return evaluate.Answer(found.names, rows, found.total, found.truncated)


def told(world: World, query: Query, got: object, expected: object) -> str:
    rows = {cube.name: list(cube.rows) for cube in world.cubes.values()}
    return f"{model(world)}\n{rows}\n{query}\nthe product: {got}\nexpected: {expected}"


def agree(got: evaluate.Answer | set[str], expected: evaluate.Answer | set[str]) -> bool:
    """The same answer, or a refusal for reasons that are all right."""
    if isinstance(got, set) and isinstance(expected, set):
        return got <= expected
    return got == expected


def at_random(chosen: int, check: Callable[[World, st.DataObject], None]) -> None:
    """Check the worlds of one seed."""

    @seed(chosen)
    @settings(max_examples=WORLDS, phases=PHASES, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(st.data())
    def each(data: st.DataObject) -> None:
        check(data.draw(worlds()), data)

    each()


@pytest.mark.parametrize("part", range(FIRST, FIRST + max(10, EXAMPLES // (WORLDS * EACH))))
def test_the_product_answers_as_the_reference_does(part: int) -> None:
    tally: Counter[str] = Counter()

    def ask(world: World, data: st.DataObject) -> None:
        with served(world) as service:
            for _ in range(EACH):
                query = data.draw(questions(world))
                got, expected = asked_of_product(service, query), asked_of_reference(world, query)
                is_answered = isinstance(got, evaluate.Answer)
                tally.update(["asked", *(["answered", *kinds(world, query)] if is_answered else sorted(got))])
                assert agree(got, expected), told(world, query, got, expected)

    at_random(part, ask)
    if os.environ.get("REFERENCE_TALLY"):
        print("tally", dict(tally))
    assert tally["asked"] == WORLDS * EACH
    assert tally["answered"] >= ANSWERED * tally["asked"], tally


def test_every_kind_of_question_is_drawn() -> None:
    """Questions of the seeds above, without the product: the kinds of those that the reference answers."""
    tally: Counter[str] = Counter()

    def count(world: World, data: st.DataObject) -> None:
        for _ in range(EACH):
            query = data.draw(questions(world))
            if isinstance(asked_of_reference(world, query), evaluate.Answer):
                tally.update(kinds(world, query))

    for part in COUNTED:
        at_random(part, count)
    assert not {kind: tally[kind] for kind, least in LEAST.items() if tally[kind] < least}, tally
