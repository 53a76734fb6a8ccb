"""What a client hears, whatever the interface: cells in canonical text, or the problems of a refusal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

from tests.worlds import World

Cell = str | None


@dataclass(frozen=True)
class Heard:
    """`names` and `rows` of an answer, or `problems` as (code, message, hint) of a refusal."""

    names: tuple[str, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    problems: tuple[tuple[str, str, str | None], ...] = ()
    truncated: bool = False
    total: int | None = None
    as_of: str | None = None
    scope: str | None = None


class Client(Protocol):
    def ask(self, world: World, query: dict[str, Any], principal: str) -> Heard: ...
