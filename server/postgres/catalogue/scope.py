"""What names stand for at a place in a query: the columns of its sources, and of the queries around it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Protocol

from sqlglot import exp

from semantic.errors import Place, Problem, ServiceError, shown, suggest
from semantic.errors import refusal as refused
from server.postgres.catalogue.facts import Field

SYSTEM_COLUMNS = {"tableoid": 26, "ctid": 27, "xmin": 28, "cmin": 29, "xmax": 28, "cmax": 29}
"""Columns that every stored row has and no `*` shows, with their types."""
MACROS = "pgf"  # the schema of our own functions
Type = int | None
"""A type's OID; None where only the engine can say."""
Reader = Callable[[exp.Expr, "Scope", "Reading"], Type]


class World(Protocol):
    """What a statement may name."""

    def relation(self, schema: str | None, name: str) -> tuple[str, tuple[Field, ...]] | None:
        """The schema and columns of a relation whose rows can be read here; None where there is none."""
        ...

    def is_closed(self, schema: str, name: str) -> bool:
        """Whether PostgreSQL shows the relation to its owner alone."""
        ...

    def names(self) -> list[str]:
        """Relations that may be suggested."""
        ...

    def number(self, type: int, name: str) -> int | None:
        """The OID of what a name of that type (regclass, regtype…) names."""
        ...

    def has_function(self, name: str) -> bool: ...


@dataclass
class Reading:
    """One statement being read: the types of its parameters as far as they are known, and what it reads."""

    world: World
    readers: Mapping[type[exp.Expr], Reader]
    query_reader: Callable[[exp.Query, Scope | None, Reading], tuple[Field, ...]]
    parameters: dict[int, int] = field(default_factory=dict)
    relations: set[tuple[str, str]] = field(default_factory=set)

    def read(self, node: exp.Expr, scope: Scope) -> Type:
        """The expression's type. It is rewritten where it stands, and may be replaced there."""
        reader = next((self.readers[one] for one in type(node).__mro__ if one in self.readers), None)
        if reader is None and isinstance(node, exp.Func) and not isinstance(node, (exp.Binary, exp.AggFunc)):
            reader = self.readers[exp.Func]
        if reader is None:
            raise unserved(node)
        return reader(node, scope, self)

    def read_query(self, query: exp.Query, scope: Scope | None) -> tuple[Field, ...]:
        """The columns of the query, which is rewritten where it stands."""
        return self.query_reader(query, scope, self)


def place_of(node: exp.Expr) -> Place | None:
    """Where the name was written, counted from 1."""
    start = node.meta.get("start")
    return Place(position=start + 1) if isinstance(start, int) else None


def unserved(node: exp.Expr) -> ServiceError:
    words = shown(node.sql("postgres"))
    return refused(Problem("U450", f"The catalogue does not answer '{words}'.", "Ask for its tables more simply."))


@dataclass(frozen=True)
class Source:
    """One item of FROM under its alias. `table` is the relation's OID, 0 for what is computed."""

    alias: str
    fields: tuple[Field, ...]
    table: int = 0

    def find(self, name: str) -> Field | None:
        return next((one for one in self.fields if one.name == name), None)


@dataclass(frozen=True)
class Scope:
    """A query's sources so far, `merged` the columns that USING makes one, `ctes` the queries that WITH names."""

    sources: tuple[Source, ...] = ()
    merged: frozenset[str] = frozenset()
    outer: Scope | None = None
    ctes: Mapping[str, tuple[Field, ...]] = field(default_factory=dict)
    outputs: Mapping[str, int] = field(default_factory=dict)

    def beside(self, *sources: Source, merged: frozenset[str] = frozenset()) -> Scope:
        return replace(self, sources=self.sources + sources, merged=self.merged | merged)

    def cte(self, name: str) -> tuple[Field, ...] | None:
        if name in self.ctes:
            return self.ctes[name]
        return self.outer.cte(name) if self.outer else None

    def around(self) -> Iterator[Scope]:
        scope: Scope | None = self
        while scope is not None:
            yield scope
            scope = scope.outer


def find_column(node: exp.Column, scope: Scope) -> tuple[Source | None, Field]:
    """The source and field that a column names, the nearest first. Raises ResolutionError (R201, R202, R230)."""
    name, table = node.name, node.table
    for one in scope.around():
        near = [source for source in one.sources if table in ("", source.alias)]
        found = [(source, at) for source in near if (at := source.find(name))]
        if len(found) > 1 and not table and name not in one.merged:
            raise refused(_ambiguous(node))
        if found:
            return found[0]
        if name in SYSTEM_COLUMNS and (stored := [source for source in near if source.table]):
            return stored[0], Field(name, SYSTEM_COLUMNS[name])
        if not table and name in one.outputs:
            return None, Field(name, one.outputs[name])
    raise _unknown(node, scope)


def _ambiguous(node: exp.Column) -> Problem:
    message = f"There are several columns '{shown(node.name)}'."
    return Problem("R230", message, "Write table.column.", at=place_of(node.this))


def _unknown(node: exp.Column, scope: Scope) -> ServiceError:
    name, table, at = node.name, node.table, place_of(node.this)
    sources = [source for one in scope.around() for source in one.sources if table in ("", source.alias)]
    if table and not sources:
        return refused(Problem("R201", f"There is no table '{shown(table)}' in FROM.", at=at))
    hint = suggest(name, [field.name for source in sources for field in source.fields])
    if table:
        return refused(Problem("R202", f"'{shown(table)}' has no member '{shown(name)}'.", hint, at=at))
    return refused(Problem("R202", f"There is no column '{shown(name)}'.", hint, at=at))
