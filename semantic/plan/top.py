"""A key cut to the top's members: the kept ones stay, all others fall into one group before anything is aggregated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from semantic.errors import Problem, refusal
from semantic.model.model import Measure
from semantic.plan.additive import met_only
from semantic.plan.nodes import Aggregate, Cut, Dedupe, Key, Latest, Merged, column_name, rest_flag
from semantic.plan.stand import Frame, Standing
from semantic.query import DimensionField, ResolvedQuery

LEAVE_OUT = "Ask for the top without its rest, or filter it."


def check_top(question: ResolvedQuery) -> None:
    """Raises UnsupportedError (U402) for what is not served together."""
    if question.top and question.subtotals:
        raise refusal(Problem("U402", "A top with subtotals is not served yet.", "Ask for one of them."))
    if question.top and question.top.dimension.dimension.switch:
        message = f"'{question.top.dimension.name}' is a switch, and its values are choices, not parts."
        raise refusal(Problem("U402", message, "Filter it to one value."))


def key_names(frame: Frame, fields: Iterable[DimensionField]) -> tuple[str, ...]:
    """The columns that the fields are grouped by: of one that is cut, the kept value and whether it is the rest."""
    top = frame.top
    rest = column_name(top.dimension.name) if top and top.rest else None
    names = (column_name(one.name) for one in fields)
    return tuple(column for name in names for column in ((name, rest_flag(name)) if name == rest else (name,)))


def of_rest(frame: Frame, fields: tuple[DimensionField, ...]) -> tuple[DimensionField, ...] | None:
    """The fields that have one value in a row of the rest, None where there is no such row."""
    top = frame.top
    return tuple(one for one in fields if one is not top.dimension) if top and top.rest else None


def cut_to_top(fact: Aggregate, frame: Frame, standing: Standing, measures: Iterable[Measure]) -> Aggregate:
    """The fact with its key cut, where it has the key. Raises UnsupportedError (U402, U420)."""
    top = frame.top
    name = column_name(top.dimension.name) if top else ""
    found = next((key for key in fact.keys if key.name == name), None)
    if top is None or found is None:
        return fact
    cut = Cut(name, found.term, top.rest)
    if not top.rest:
        return replace(fact, cut=cut)
    if standing.sliding and standing.sliding.key and standing.sliding.key.name == top.dimension.name:
        message = f"The rest of '{top.dimension.name}' would count a row once for each window that it is in."
        raise refusal(Problem("U402", message, LEAVE_OUT))
    if any(met_only(frame.model, measure, standing) for measure in measures):
        message = f"The rest of '{top.dimension.name}' would be summed over what a measure is not additive over."
        raise refusal(Problem("U420", message, LEAVE_OUT))
    rows = fact.input
    if isinstance(rows, (Dedupe, Merged)):
        rows = replace(rows, keys=tuple(_split(rows.keys, name)))
    elif isinstance(rows, Latest):
        rows = replace(rows, periods=tuple(_split(rows.periods, name)))
    return replace(fact, input=rows, keys=tuple(_split(fact.keys, name)), cut=cut)


def _split(keys: Iterable[Key], name: str) -> Iterator[Key]:
    for key in keys:
        if key.name == name:
            yield replace(key, part="kept")
            yield Key(rest_flag(name), key.term, "rest")
        else:
            yield key


def check_members(frame: Frame, asked: str, members: Iterable[str]) -> None:
    """A mean over the top's own members has none in the rest. Raises UnsupportedError (U402)."""
    top = frame.top
    if top and top.rest and top.dimension.grain is None and top.dimension.dimension.id in members:
        message = f"'{asked}' is a mean over the members of '{top.dimension.name}', and its rest is not served yet."
        raise refusal(Problem("U402", message, LEAVE_OUT))
