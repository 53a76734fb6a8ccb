"""How much one question may ask and take."""

from __future__ import annotations

from dataclasses import dataclass

from semantic.errors import LimitError, Problem
from semantic.predicate import atoms
from semantic.query import Query

MEMORY_MB = 4_000  # of all engines of a server together


@dataclass(frozen=True)
class Limits:
    """`max_rows` bounds every answer, `timeout` its seconds at work; past `queue` waiting questions are refused."""

    max_rows: int = 1_000_000
    max_members: int = 200
    max_subtotals: int = 64
    max_top: int = 10_000
    max_filter_values: int = 50_000
    timeout: float = 60.0
    concurrency: int = 4
    queue: int = 32
    queue_timeout: float = 20.0
    memory: str = f"{MEMORY_MB}MB"
    threads: int = 2


def check_limits(query: Query, limits: Limits) -> None:
    """Raises LimitError (L501, L506) for what is refused before any work."""
    problems: list[Problem] = []
    if query.limit is not None and query.limit > limits.max_rows:
        message = f"The limit {query.limit} is over the maximum of {limits.max_rows} rows."
        problems.append(Problem("L501", message, "Ask for fewer rows, or for a coarser grain."))
    problems += _too_many("members", _members(query), limits.max_members)
    sets = () if isinstance(query.subtotals, str) else query.subtotals
    problems += _too_many("subtotals", len(sets), limits.max_subtotals)
    problems += _too_many("members in its subtotals", max(map(len, sets), default=0), limits.max_members)
    problems += _too_many("members in its top", query.top.count if query.top else 0, limits.max_top)
    values = sum(len(asked.values) for asked in atoms(query.where))
    problems += _too_many("values in its filters", values, limits.max_filter_values)
    if problems:
        raise LimitError(*problems)


def _members(query: Query) -> int:
    lists = (query.measures, query.dimensions, query.time_dimensions, query.segments, query.order, query.every)
    return sum(len(one) for one in lists) + (2 if query.top else 0)


def _too_many(what: str, found: int, allowed: int) -> list[Problem]:
    if found <= allowed:
        return []
    return [Problem("L506", f"The question has {found} {what}; {allowed} are allowed.")]
