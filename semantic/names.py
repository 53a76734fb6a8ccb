"""Names of the VISIBLE model → fields. Hidden and absent look alike, in message, code and suggestion."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from semantic.access.visible import VisibleModel
from semantic.errors import Problem, shown, suggest
from semantic.model.distinct import distinct_count, is_counted
from semantic.model.grain import GRAINS
from semantic.model.model import (
    DISTINCT_SUFFIX,
    SEPARATOR,
    STAMPS,
    STATUS_SUFFIX,
    DefaultFilter,
    Dimension,
    Segment,
    View,
    ViewMember,
)
from semantic.predicate import Asked, atoms
from semantic.query import (
    DimensionField,
    Field,
    MeasureField,
    Query,
    SegmentField,
    StampField,
    StatusField,
    TimeDimension,
)


@dataclass
class Resolution:
    """One question being resolved: what it may name, and what was wrong so far."""

    visible: VisibleModel
    problems: list[Problem] = field(default_factory=list)  # each once, in the order found
    fields: dict[str, Field] = field(default_factory=dict)

    def fault(self, code: str, message: str, hint: str | None = None) -> None:
        self.note(Problem(code, message, hint))

    def note(self, problem: Problem) -> None:
        """Keeps the problem; a name that is wrong twice is one problem."""
        if problem not in self.problems:
            self.problems.append(problem)


def find_member(name: str, state: Resolution) -> tuple[View, ViewMember] | None:
    view_name, _, member_name = name.partition(".")
    view = state.visible.views.get(view_name)
    if view is None:
        nearest = _view_hint(name, view_name, state)
        state.fault("R201", f"There is no view '{shown(view_name)}'.", nearest)
        return None
    member = view.members.get(member_name)
    if not member_name:
        state.fault("R202", f"'{view_name}' is a view, not a member of it.", "Names are written view.member.")
        return None
    if member is None:
        hint = suggest(member_name, view.members)
        state.fault("R202", f"'{view_name}' has no member '{shown(member_name)}'.", hint)
        return None
    return view, member


def _view_hint(name: str, view_name: str, state: Resolution) -> str:
    """The measure of a nøgletal named by its id, where a member stands that was named alone, or the nearest view.

    Of a nøgletal whose measure is hidden nothing is told.
    """
    record = state.visible.model.noegletal.get(name)
    if record is not None and record.measure in state.visible.names:
        return f"'{name}' is a nøgletal; its measure is '{record.measure}'."
    if "." not in name:
        homes = [f"'{view.name}.{name}'" for view in state.visible.views.values() if name in view.members]
        if homes:
            return f"Names are written view.member: {', '.join(homes[:3])}."
    return suggest(view_name, state.visible.views) or "Names are written view.member."


def named_field(name: str, state: Resolution) -> Field | None:
    """The field of a name, the same object each time; None with its problem noted."""
    if name not in state.fields:
        made = _make_field(name, state)
        if made is None:
            return None
        state.fields[name] = made
    return state.fields[name]


def _make_field(name: str, state: Resolution) -> Field | None:
    view_name, _, member_name = name.partition(".")
    for stamp in STAMPS:
        if member_name == stamp and view_name in state.visible.views:
            return StampField(name, stamp)
    if member_name.endswith(STATUS_SUFFIX):
        return _status(name, view_name, state)
    if member_name.endswith(DISTINCT_SUFFIX):
        return _distinct_count(name, view_name, state)
    found = find_member(name, state)
    if found is None:
        return None
    view, entry = found
    member = entry.member
    if isinstance(member, Segment):
        state.fault("R203", f"'{name}' is a segment.", "Name it among the segments.")
        return None
    if isinstance(member, Dimension):
        return DimensionField(
            name, entry.title, member, view.root, entry.path, not view.is_cube, description=entry.description
        )
    return MeasureField(name, entry.title, member, view.root, entry.path, not view.is_cube, entry.description)


def _status(name: str, view: str, state: Resolution) -> StatusField | None:
    """The companion of a measure; nothing else has one."""
    measure = name.removesuffix(STATUS_SUFFIX)
    doubled = measure.endswith(STATUS_SUFFIX)  # refused here: a name may repeat the suffix as often as it is long
    of = None if doubled else named_field(measure, state)
    if isinstance(of, MeasureField):
        return StatusField(name, of)
    if doubled or of is not None:
        member = shown(name.partition(".")[2])
        state.fault("R202", f"'{shown(view)}' has no member '{member}'.", "Only measures have a status.")
    return None


def _distinct_count(name: str, view: str, state: Resolution) -> MeasureField | None:
    """The companion of a dimension; nothing else has one, and neither has a period of a time."""
    dimension, member = name.removesuffix(DISTINCT_SUFFIX), name.partition(".")[2]
    plain = dimension.count(".") < 2 and SEPARATOR not in dimension.partition(".")[2]
    of = named_field(dimension, state) if plain else None
    if isinstance(of, DimensionField) and is_counted(of.dimension):
        measure, path = distinct_count(state.visible.model.graph, of.dimension, of.title, of.root, of.path)
        return MeasureField(name, measure.title, measure, of.root, path, of.through_view, counted=of)
    if of is not None or not plain:
        hint = "Only the values of a dimension are counted so."
        state.fault("R202", f"'{shown(view)}' has no member '{shown(member)}'.", hint)
    return None


def time_field(time: TimeDimension, state: Resolution) -> DimensionField | None:
    found = named_field(time.dimension, state)
    if found is None:
        return None
    if not isinstance(found, DimensionField) or found.dimension.kind != "time":
        hint = "Group by it as it is, and filter it by its values."
        state.fault("R204", f"'{time.dimension}' is not a time dimension.", hint)
        return None
    if time.granularity is None:
        return found
    grain = found.dimension.granularities.get(time.granularity) or GRAINS.get(time.granularity)
    if grain is None:
        known = (*GRAINS, *found.dimension.granularities)
        hint = suggest(time.granularity, known) or f"Granularities: {', '.join(known)}."
        state.fault("R205", f"'{time.dimension}' has no granularity '{shown(time.granularity)}'.", hint)
        return None
    name = f"{time.dimension}.{time.granularity}"
    if name not in state.fields:
        state.fields[name] = DimensionField(
            name,
            found.title,
            found.dimension,
            found.root,
            found.path,
            found.through_view,
            grain,
            found.description,
        )
    grained = state.fields[name]
    assert isinstance(grained, DimensionField)
    return grained


def default_fields(query: Query, state: Resolution) -> list[tuple[Asked, DimensionField]]:
    """The default filters of every view that the question touches, each with the field that it tests.

    Those of a figure's view hold for the rows behind it, too, by whatever names its sides are asked.

    They belong to the view, as a measure's own filter to the measure: also an asker who may not ask for the member gets
    its rows alone, and nothing tells that there is a filter.
    """
    asked = [one.member for one in atoms(query.where)]
    ranges = [one.dimension for one in query.time_dimensions if one.date_range is not None]
    grouped = [one.dimension for one in query.time_dimensions]
    by = [*([query.top.measure] if query.top else []), *([query.behind] if query.behind else [])]
    named = (*query.measures, *query.dimensions, *grouped, *query.segments, *asked, *by)
    found: list[tuple[Asked, DimensionField]] = []
    for name in dict.fromkeys(name.partition(".")[0] for name in named):
        view = state.visible.views.get(name)
        for default in view.default_filters if view else ():
            if view and not default.unless.intersection((*asked, *ranges)):
                found.append((default.asked, _default_field(view, default, state)))
    return found


def _default_field(view: View, default: DefaultFilter, state: Resolution) -> DimensionField:
    entry, name = default.entry, default.asked.member
    visible = named_field(name, state) if entry.name in view.members else None
    if isinstance(visible, DimensionField):
        return replace(visible, preset=True)
    assert isinstance(entry.member, Dimension)
    return DimensionField(
        name, entry.title, entry.member, view.root, entry.path, not view.is_cube, asked=False, preset=True
    )


def segment_field(name: str, state: Resolution) -> SegmentField | None:
    found = find_member(name, state)
    if found is None:
        return None
    view, entry = found
    if not isinstance(entry.member, Segment):
        state.fault("R203", f"'{name}' is not a segment.")
        return None
    return SegmentField(name, entry.member, view.root, entry.path, not view.is_cube)
