"""STAND-IN for the answers to row-giving statements; only constants are answered."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from semantic.errors import Problem, UnsupportedError
from semantic.execute.cancellation import Cancellation
from semantic.pipeline import Service
from server.postgres.statement import Prepared, Rows, Session


class PostgresStatements:
    def __init__(self, get_service: Callable[[], Service]) -> None:
        self._get_service = get_service

    def prepare(self, text: str, declared: Sequence[int], session: Session) -> Prepared:
        raise UnsupportedError(Problem("U402", "SELECT is not served yet."))

    def run(self, prepared: Prepared, values: Sequence[object], session: Session, cancellation: Cancellation) -> Rows:
        raise UnsupportedError(Problem("U402", "SELECT is not served yet."))
