"""Whether a measure's values of groups add up to the value of all of them."""

from __future__ import annotations

from collections.abc import Iterable

from semantic.model.graph import Path
from semantic.model.model import Aggregation, Measure, Model, View, ViewMember


def adds_up(model: Model, view: View, measure: ViewMember, dimensions: Iterable[ViewMember]) -> bool:
    """Whether the measure is a sum or a count whose every row belongs to one group of the dimensions.

    Stocks and spells are not summed over time, those who are followed may not all be the asker's, a measure that must
    not be summed over something has groups that cannot be added, and by a dimension of which a row has several the row
    is in several groups.
    """
    found = measure.member
    assert isinstance(found, Measure)
    body = found.body
    if not isinstance(body, Aggregation) or body.kind not in ("sum", "count") or found.pinned:
        return False
    if body.latest or body.spell or body.follow_up:
        return False
    return all(_has_one(model, view.root, measure.path, one.path) for one in dimensions)


def counts_rows(measure: Measure) -> bool:
    """Whether it is the number of the cube's rows, all of them and as they are."""
    body = measure.body
    if not isinstance(body, Aggregation) or body.kind != "count" or body.latest or body.spell:
        return False
    return body.operand is None and body.condition is None


def leads_over_shares(model: Model, root: str, path: Path) -> bool:
    """Whether a row of the root is divided among those that the path leads to."""
    for step in path:
        edge = model.graph[root][step]
        if edge.shares:
            return True
        root = edge.target
    return False


def _has_one(model: Model, root: str, measure: Path, dimension: Path) -> bool:
    """Whether a row of the measure's cube leads to one of the dimension's, up to where their paths part and down."""
    shared = 0
    while shared < min(len(measure), len(dimension)) and measure[shared] == dimension[shared]:
        shared += 1
    cube = root
    for number, step in enumerate(measure):
        edge = model.graph[cube][step]
        if number >= shared and edge.climbs:
            return False
        cube = edge.target
    cube = root
    for number, step in enumerate(dimension):
        edge = model.graph[cube][step]
        if number >= shared and edge.to_many:
            return False
        cube = edge.target
    return True
