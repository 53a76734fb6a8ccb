"""Switches: dimensions whose value the question chooses, and no row has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from semantic.errors import Problem, refusal
from semantic.plan.calculation import Leaf
from semantic.plan.nodes import Cells, Crossed, column_name
from semantic.predicate import And, Compare, In, IsNull, Match, Not, Or, Predicate, Test, every_conjunct, tests
from semantic.query import DimensionField, ResolvedQuery

Part = Predicate[Test[DimensionField]]


@dataclass(frozen=True, eq=False)
class Switched:
    """The question without its switches, and what they come to.

    `chosen` says of a switch, by its id, which column has its value, or which value it has; one that is left open is
    not in it. `keys` are those that the question is grouped by, with the values that its filters leave.
    """

    fields: tuple[DimensionField, ...]
    where: tuple[Part, ...]
    chosen: Mapping[str, Leaf | str]
    keys: tuple[tuple[str, tuple[str, ...]], ...]


def switched(question: ResolvedQuery) -> Switched:
    """Raises UnsupportedError where a switch is asked for in a way that has no meaning."""
    where, left = _separated(question)
    chosen: dict[str, Leaf | str] = {name: values[0] for name, values in left.items() if len(values) == 1}
    keys: list[tuple[str, tuple[str, ...]]] = []
    asked = [field for field in question.dimensions if field.dimension.switch]
    if len({field.dimension.id for field in asked}) < len(asked):
        raise refusal(Problem("U421", "A switch is asked for twice.", "Leave one out."))
    if asked and question.subtotals:
        message = f"'{asked[0].name}' is a switch, which has no subtotal: its values are choices, not parts."
        raise refusal(Problem("U421", message, "Filter it to one value."))
    for field in asked:
        column = column_name(field.name)
        chosen[field.dimension.id] = Leaf(column, "text", None)
        keys.append((column, left.get(field.dimension.id, field.dimension.switch)))
    _check_left(question, left, {field.dimension.id for field in asked})
    fields = tuple(field for field in question.dimensions if not field.dimension.switch)
    if asked and not fields and not question.measures:
        raise refusal(Problem("U421", f"'{asked[0].name}' is a switch, and of no rows by itself.", "Add a measure."))
    return Switched(fields, where, chosen, tuple(keys))


def _check_left(question: ResolvedQuery, left: Mapping[str, tuple[str, ...]], grouped: set[str]) -> None:
    """Raises UnsupportedError where the filters leave no value of a switch, and no group is there to be left out."""
    parts: tuple[Part, ...] = every_conjunct(question.where)
    for test in (one for part in parts for one in tests(part)):
        name = test.leaf.dimension.id
        if name in left and not left[name] and name not in grouped:
            told = f"'{test.leaf.name}'" if test.leaf.asked else "what the view filters by"
            raise refusal(Problem("U421", f"The filters leave no value of {told}.", "Filter it to one of its values."))


def crossed(cells: Cells, question: Switched) -> Cells | Crossed:
    """The cells once for each combination of the values of the switches that are grouped by."""
    return Crossed(cells, question.keys) if question.keys else cells


def _separated(question: ResolvedQuery) -> tuple[tuple[Part, ...], dict[str, tuple[str, ...]]]:
    """The tests of rows, and the values of each tested switch that the others leave."""
    where: list[Part] = []
    left: dict[str, tuple[str, ...]] = {}
    parts: tuple[Part, ...] = every_conjunct(question.where)
    for part in parts:
        tested = {test.leaf.dimension for test in tests(part) if test.leaf.dimension.switch}
        if not tested:
            where.append(part)
            continue
        if len(tested) > 1 or any(not test.leaf.dimension.switch for test in tests(part)):
            raise refusal(
                Problem("U421", "A filter tests a switch together with something else.", "Give each its own.")
            )
        (switch,) = tested
        values = left.get(switch.id, switch.switch)
        left[switch.id] = tuple(value for value in values if _holds(part, value))
    return tuple(where), left


def _holds(part: Part, value: str) -> bool:
    """Whether the value passes, as a row's would."""
    if isinstance(part, (And, Or)):
        return (all if isinstance(part, And) else any)(_holds(one, value) for one in part.parts)
    if isinstance(part, Not):
        return not _holds(part.part, value)
    if isinstance(part, Compare):
        return value == part.value
    if isinstance(part, In):
        return value in part.values
    if isinstance(part, Match):
        text, sought = value.lower(), part.text.lower()
        return {"contains": sought in text, "starts": text.startswith(sought), "ends": text.endswith(sought)}[part.kind]
    assert isinstance(part, IsNull)
    return False
