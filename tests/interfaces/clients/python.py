"""The pipeline itself, without an interface."""

from __future__ import annotations

from typing import Any

from semantic.access.principal import Principal
from semantic.cube_query import parse_query
from semantic.errors import ServiceError
from semantic.pipeline import answer
from semantic.result import collect
from tests.case import canonical
from tests.interfaces.clients.answers import Heard, settled, values_of
from tests.worlds import World, service


class PythonClient:
    """The reference that every interface is compared with."""

    name = "python"

    def ask(self, world: World, query: dict[str, Any], principal: str) -> Heard:
        try:
            asked = parse_query(query, default_limit=10_000)
            found = collect(answer(asked, Principal(principal, (principal,)), service(world.name)))
        except ServiceError as error:
            return Heard(problems=tuple((one.code, one.message, one.hint) for one in error.problems))
        columns = [
            [settled(canonical(value, column.decimals)) for value in values_of(found.table.column(index))]
            for index, column in enumerate(found.columns)
        ]
        rows = tuple(zip(*columns, strict=True)) if columns else ()
        names = tuple(column.name for column in found.columns)
        shown = tuple((column.title, column.unit or "", column.decimals) for column in found.columns)
        stamp = found.stamp
        return Heard(names, rows, (), found.truncated, found.total, stamp.as_of.isoformat(), stamp.scope, shown)
