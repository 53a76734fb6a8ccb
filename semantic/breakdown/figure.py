"""What a figure is made of, as far as the asker may ask for it, and whether its parts contribute to it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlglot import exp

from semantic.access.visible import VisibleModel
from semantic.model.lineage import aggregations
from semantic.model.model import (
    DISTINCT_SUFFIX,
    Aggregation,
    Cube,
    Dimension,
    Formula,
    Measure,
    MeasureRef,
    Model,
    ViewMember,
)
from semantic.plan.additive import origin
from semantic.plan.reach import Entry, reach
from semantic.plan.sub_query import decimals_of
from semantic.query import DimensionField

ADDING = ("count", "count_distinct", "sum")
QUOTIENTS = ("ratio", "cohort")
LINEAR = (exp.Placeholder, exp.Add, exp.Sub, exp.Neg, exp.Paren)


@dataclass(frozen=True)
class Figure:
    """The names of a figure and of what is above and below its line; `scale` is what the quotient is multiplied by.

    What is no ratio stands above the line itself. `divides` says that a part contributes what it has above the line,
    over what the whole has below it; of another figure no part says what it gives to the whole. What is below may
    ignore the dimensions of the ids `constant_over`.
    """

    name: str
    above: str | None
    below: str | None
    scale: int
    divides: bool
    decimals: int
    above_decimals: int
    below_decimals: int
    unit: str | None
    constant_over: frozenset[str] = frozenset()

    @property
    def asked(self) -> tuple[str, ...]:
        """What is asked for together, each once."""
        return tuple(dict.fromkeys(one for one in (self.name, self.above) if one is not None))


def figure_of(name: str, visible: VisibleModel, by: Iterable[str] = ()) -> Figure | None:
    """The figure of that name, divided `by` these; None where the asker knows of no such measure."""
    view, entry = name.partition(".")[0], _entry(name, visible)
    if entry is None and name.endswith(DISTINCT_SUFFIX):  # whether it counts anything is for the question to say
        return Figure(name, name, None, 1, True, 0, 0, 0, None)
    if entry is None or not isinstance(entry.member, Measure):
        return None
    measure, model = entry.member, visible.model
    places = _decimals(measure)
    dimensions = [one for each in by if isinstance(one := _member(each, visible), Dimension)]
    if (quotient := _quotient(measure)) is None:
        adds = _adds_up(model, measure, dimensions)
        return Figure(name, name if adds else None, None, 1, adds, places, places, 0, measure.unit)
    refs = [one for one in quotient.parts if isinstance(one, MeasureRef)]
    above, below = (askable(one, view, visible) for one in refs)
    top, bottom = (model.measure(one) for one in refs)
    divides = above is not None and below is not None and _adds_up(model, top, dimensions)
    scale, constant = _scale(quotient), quotient.constant_over
    return Figure(name, above, below, scale, divides, places, _decimals(top), _decimals(bottom), measure.unit, constant)


def _entry(name: str, visible: VisibleModel) -> ViewMember | None:
    """The member of the name, without the granularity that may stand behind it."""
    view, member, *_ = (*name.split("."), "")
    return visible.member(view, member)


def _member(name: str, visible: VisibleModel) -> object:
    entry = _entry(name, visible)
    return entry.member if entry is not None else None


def _decimals(measure: Measure) -> int:
    return decimals_of(measure) or 0


def _quotient(measure: Measure) -> Formula | None:
    """The formula of a ratio of sums of two measures, or of a share of those who are followed."""
    body = measure.body
    is_ratio = measure.type in QUOTIENTS and isinstance(body, Formula) and not body.is_staged
    if not is_ratio or not isinstance(body, Formula) or body.group_aggregation != "ratio_of_sums":
        return None
    return body if all(isinstance(one, MeasureRef) for one in body.parts) else None


def _scale(body: Formula) -> int:
    found = body.node.find(exp.Literal)
    return int(found.name) if found is not None else 1


def _adds_up(model: Model, measure: Measure, by: list[Dimension]) -> bool:
    """Whether what a group has is what its parts by these have: what is there at a time is no sum over time."""
    return _adds(model, measure) and not any(
        one.name in _times(model.cubes[cube], counted)
        for cube, counted in aggregations(model, measure)
        for one in (origin(model, each, ())[1] for each in by)
        if one.cube == cube
    )


def _times(cube: Cube, counted: Aggregation) -> frozenset[str]:
    """The dimensions of the cube that tell the time at which it is counted, and not what is counted."""
    if counted.latest and cube.snapshot is not None:
        return frozenset({cube.snapshot.date, *cube.snapshot.periods})
    if counted.spell is not None and counted.spell.is_of_one_date and cube.interval is not None:
        return frozenset({cube.interval.period})
    return frozenset()


def _adds(model: Model, measure: Measure) -> bool:
    """Whether it is a sum or a count, or is added and subtracted of such: what a group has is what its parts have.

    What is of a whole group is the same beside each of its parts, and no sum of theirs.
    """
    body = measure.body
    if isinstance(body, Aggregation):
        return body.kind in ADDING
    if body.stage is not None and not body.stage.is_at_the_asked_grain:
        return False
    is_linear = all(isinstance(node, LINEAR) for node in body.node.walk())
    if not is_linear or body.rank is not None or body.group_aggregation != "ratio_of_sums":
        return False
    return all(
        part.kind in ADDING if isinstance(part, Aggregation) else _adds(model, model.measure(part))
        for part in body.parts
    )


def askable(part: MeasureRef, view: str, visible: VisibleModel) -> str | None:
    """The part's name in the view, or else where its cube is asked; None where the asker may not ask for it."""
    for home in (view, part.cube):
        for entry in visible.views[home].members.values() if home in visible.views else ():
            if entry.member.id == str(part):
                return f"{home}.{entry.name}"
    return None


def is_ignored(figure: Figure, name: str, visible: VisibleModel) -> bool:
    """Whether what is below the line is the same for each member of the dimension, which it does not know."""
    dimension, below = (_entry(one, visible) for one in (name, figure.below or ""))
    if dimension is None or below is None or not isinstance(dimension.member, Dimension):
        return False
    member, view = dimension.member, visible.views[name.partition(".")[0]]
    repeated = f"{member.alias[1]}.{member.alias[2]}" if member.alias else member.id
    if not figure.constant_over & {member.id, repeated}:
        return False
    home = visible.views[str(figure.below).partition(".")[0]]
    entry = Entry(below.member.cube, home.root, below.path, not home.is_cube)
    field = DimensionField(name, dimension.title, member, view.root, dimension.path, not view.is_cube)
    return reach(visible.model, entry, field) is None
