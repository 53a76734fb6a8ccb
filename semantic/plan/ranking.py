"""Ranks: places among the answer's own cells."""

from __future__ import annotations

from semantic.errors import Problem, refusal
from semantic.plan.calculate import NeededPlace, Needs
from semantic.plan.calculation import Place
from semantic.plan.nodes import Cells, Crossed, Ranked, column_name
from semantic.plan.staging import is_named
from semantic.plan.stand import Frame
from semantic.plan.whole import check_known, check_members_whole
from semantic.query import ResolvedQuery


def ranked(cells: Cells | Crossed, frame: Frame, needs: Needs, question: ResolvedQuery) -> Ranked:
    """The cells with the places that are needed. Raises UnsupportedError where a rank has nothing to rank."""
    if question.top:
        hint = "Order by the measure, and set a limit."
        raise refusal(Problem("U402", "A rank with a top is not served: the rest has no place.", hint))
    keys = tuple(column_name(field.name) for field in question.dimensions)
    for one in needs.places.values():
        facts = (needs.aggregates[leaf.column].entry for leaf in one.value.leaves if leaf.column in needs.aggregates)
        check_members_whole(frame, (one.entry, *facts), one.rank.over, question.dimensions, one.asked)
        check_known(frame, one.entry, question.dimensions, one.asked)
    places = tuple(_place(one, needs, question) for one in needs.places.values())
    return Ranked(cells, keys, places, bool(question.subtotals))


def _place(one: NeededPlace, needs: Needs, question: ResolvedQuery) -> Place:
    over = [field for field in question.dimensions if is_named(needs.model, one.entry, field, one.rank.over)]
    if not over:
        message = f"'{one.asked}' is a rank, and the question is not grouped by what it ranks."
        raise refusal(Problem("U421", message, "Group by the members that are to be ranked."))
    return Place(one.column, one.value, tuple(column_name(field.name) for field in over), one.rank.descending)
