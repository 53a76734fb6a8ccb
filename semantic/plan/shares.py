"""Rows that are divided among several: what a question leads to by shares, and how its aggregates are weighed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sqlglot import exp

from semantic.errors import Problem, refusal
from semantic.model.expression import hole
from semantic.model.graph import Path, end_of
from semantic.model.model import Aggregation, Join, Scalar
from semantic.model.scalar import splice, under
from semantic.model.share import Share
from semantic.plan.calculate import NeededAggregate
from semantic.plan.calculation import Calculation
from semantic.plan.nodes import PERIODS
from semantic.plan.reach import Entry, NoWay, reach, reach_segment, shared_on
from semantic.plan.source import declared
from semantic.plan.stand import Frame
from semantic.predicate import tests
from semantic.query import DimensionField
from semantic.result import Column

ADDING = ("count", "sum")
HINT = "Ask for a number or a sum of rows, or by units as they were."


class Shares:
    """Weighs the aggregates of one question, whose rows of an entry are divided wherever it leads over shares.

    Since the shares of a row add up to one, a total is the same whether it is weighed or not.
    """

    def __init__(self, frame: Frame, fields: tuple[DimensionField, ...]) -> None:
        self._frame, self._fields = frame, fields
        self._found: dict[Entry, Path | None] = {}

    def __call__(self, one: Aggregation, entry: Entry, asked: str) -> Aggregation:
        """The aggregate by shares. Raises UnsupportedError (U418) for one that parts of rows do not add up to."""
        path = self._path(entry, asked)
        if path is None or (one.operand is not None and one.operand.paths == {(PERIODS,)}):
            return one
        if one.kind not in ADDING:
            message = f"'{asked}' does not add up from parts of rows, and the question divides rows by shares."
            raise refusal(Problem("U418", message, HINT))
        join = self._join(entry, path)
        assert join.share is not None
        weight = self._weight(join.target, join.share, path)
        return replace(one, weight=weight, data_type="decimal", scale=(one.scale or 0) + join.share.scale)

    def _path(self, entry: Entry, asked: str) -> Path | None:
        if entry not in self._found:
            found = set(self._paths(entry))
            if len(found) > 1:
                message = f"'{asked}' would be divided by shares in two ways at once."
                raise refusal(Problem("U418", message, "Ask by one of them."))
            self._found[entry] = next(iter(found), None)
        return self._found[entry]

    def _paths(self, entry: Entry) -> Iterator[Path]:
        frame = self._frame
        for field in (*self._fields, *(test.leaf for part in frame.where for test in tests(part))):
            try:
                found = reach(frame.model, entry, field)
            except NoWay:
                continue  # told where the fact stands
            if found is not None and found.shared is not None:
                yield found.shared
        for segment in frame.segments:
            try:
                way = reach_segment(frame.model, entry, segment)
            except NoWay:
                continue
            if way is not None and (shared := shared_on(frame.model.graph, entry.cube, way[0])) is not None:
                yield shared

    def _join(self, entry: Entry, path: Path) -> Join:
        model = self._frame.model
        return declared(model, end_of(model.graph, entry.cube, path[:-1]), path[-1])

    def _weight(self, target: str, share: Share, path: Path) -> Scalar:
        """The part of the row, all of it where no row is joined."""
        told = self._frame.model.dimension(target, share.dimension).expression
        whole = exp.Coalesce(this=hole(0), expressions=[exp.Literal.number(1)])
        return splice(whole, lambda _: under(told, path))


def refuse_shares(needed: Iterable[NeededAggregate]) -> None:
    """Raises UnsupportedError (U418) for groups whose own values are of parts of rows: they are compared as wholes."""
    for one in needed:
        if one.aggregation.weight is not None:
            message = f"'{one.asked}' compares groups, and the question divides their rows by shares."
            raise refusal(Problem("U418", message, HINT))


def shown_by_shares(column: Column, shown: Calculation) -> Column:
    """The column of a number of rows with the decimals that parts of them have."""
    scales = [leaf.scale for leaf in shown.leaves if leaf.shared and leaf.scale is not None]
    if column.type not in ("bigint", "integer") or not scales:
        return column
    return replace(column, type="decimal", decimals=max(scales))
