"""A case asked of a service: everything of the answer, or of the refusal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from semantic.access.policies import Policies
from semantic.access.principal import OPERATOR, Principal
from semantic.cube_query import parse_query
from semantic.errors import ServiceError
from semantic.execute.duckdb import Generation
from semantic.limits import Limits
from semantic.model.model import Model
from semantic.pipeline import Service, answer
from semantic.result import collect
from tests.access.askers import Asker, every_asker
from tests.case import Case, every_case
from tests.interfaces.clients.answers import values_of
from tests.worlds import open_grants, service

LIMITS = Limits(threads=1)


@dataclass(frozen=True)
class Said:
    """`rows` of cells and what the columns are; or the `problems` of a refusal, word for word."""

    rows: tuple[tuple[Any, ...], ...] = ()
    columns: tuple[Any, ...] = ()
    beside: tuple[Any, ...] = ()
    scope: str = ""
    problems: tuple[tuple[str, str, str | None], ...] = ()

    @property
    def code(self) -> str:
        return self.problems[0][0] if self.problems else ""


def said(query: Mapping[str, Any], principal: Principal, over: Service) -> Said:
    try:
        found = collect(answer(parse_query(query, default_limit=10_000), principal, over))
    except ServiceError as error:
        return Said(problems=tuple((one.code, one.message, one.hint) for one in error.problems))
    cells = [list(values_of(column)) for column in found.table.columns]
    stamp = found.stamp
    return Said(
        rows=tuple(zip(*cells, strict=True)),
        columns=tuple((one.name, one.title, one.type, one.unit, one.decimals) for one in found.columns),
        beside=(found.truncated, found.total, stamp.as_of, stamp.as_of_source, stamp.data_version, stamp.notes),
        scope=stamp.scope,
    )


class Copy(Generation):
    """A generation over a copy. Keys were checked in the world; of fewer rows a guess at a fault may say too much."""

    def _check_keys(self) -> None:
        return


@contextmanager
def opened(file: Path, model: Model, policies: Policies | None = None) -> Iterator[Service]:
    """A service over a copy; without policies everything is open."""
    generation = Copy({"demo": file}, model, LIMITS)
    try:
        yield Service(generation, policies or open_grants(), LIMITS)
    finally:
        generation.close()


@cache
def _cases(world: str) -> tuple[Case, ...]:
    """Those of the world; what asks for targets is left out, which a copy of its database does not hold."""
    return tuple(case for case in every_case() if case.world == world and "__maal" not in str(case.query))


def cases_of(asker: Asker) -> list[Case]:
    """Every case for whom all are cut alike; of the others in a world each its share, so that one of them asks each."""
    others = [one for one in every_asker() if one.world == asker.world and one.name != "for_everybody"]
    if asker not in others:
        return list(_cases(asker.world))
    turn = others.index(asker)
    return [case for index, case in enumerate(_cases(asker.world)) if index % len(others) == turn]


@cache
def restricted(asker: Asker) -> Service:
    """The world itself, as the asker's policies have it."""
    generation = service(asker.world).generation
    return Service(generation, asker.policies(generation.model), LIMITS)


@cache
def unrestricted(world: str, case: str) -> Said:
    query = next(one.query for one in _cases(world) if one.name == case)
    return said(query, OPERATOR, service(world))


@cache
def heard(asker: Asker, case: str) -> Said:
    """What the asker is told in the world itself."""
    query = next(one.query for one in _cases(asker.world) if one.name == case)
    return said(query, asker.principal, restricted(asker))
