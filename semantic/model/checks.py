"""What must hold of a linked model. Each check yields every fault it finds; `CHECKS` is the whole list."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from semantic.errors import Problem, suggest
from semantic.model.model import (
    STAMPS,
    STATUS_SUFFIX,
    Aggregation,
    Cube,
    Formula,
    Measure,
    MeasureRef,
    Model,
)
from semantic.model.read import SourceFile

Check = Callable[[Model, Sequence[SourceFile]], Iterator[Problem]]


def names_unique(model: Model, files: Sequence[SourceFile]) -> Iterator[Problem]:
    """A cube's dimensions, measures and segments share one set of names."""
    for file in files:
        for index, cube in enumerate(file.document.cubes):
            seen: set[str] = set()
            for section in ("dimensions", "measures", "segments"):
                for position, member in enumerate(getattr(cube, section)):
                    if member.name in seen:
                        at = file.at("cubes", index, section, position, "name")
                        yield Problem("D606", f"'{cube.name}' has two members named '{member.name}'.", at=at)
                    seen.add(member.name)


def names_free(model: Model, files: Sequence[SourceFile]) -> Iterator[Problem]:
    """Names that every view already has are not given to members."""
    for view in model.views.values():
        for name, member in view.members.items():
            if name in STAMPS or name.endswith(STATUS_SUFFIX):
                message = f"The name '{name}' is taken: every view has it."
                yield Problem("D608", message, "Choose another.", at=member.member.at)


def measures_not_circular(model: Model, files: Sequence[SourceFile]) -> Iterator[Problem]:
    """No measure is, through others, a part of itself."""
    for cube in model.cubes.values():
        for measure in cube.measures.values():
            trail = _circle(model, measure, ())
            if trail and trail[0] == measure.id:
                message = f"Measures name each other in a circle: {' → '.join(trail)}."
                yield Problem("D645", message, at=measure.at)


def _circle(model: Model, measure: Measure, trail: tuple[str, ...]) -> tuple[str, ...] | None:
    if measure.id in trail:
        return (*trail[trail.index(measure.id) :], measure.id)
    if isinstance(measure.body, Formula):
        for part in measure.body.parts:
            if isinstance(part, MeasureRef):
                circle = _circle(model, model.measure(part), (*trail, measure.id))
                if circle:
                    return circle
    return None


def additive_dimensions_exist(model: Model, files: Sequence[SourceFile]) -> Iterator[Problem]:
    for cube in model.cubes.values():
        for measure in cube.measures.values():
            for name in measure.additive_over or ():
                if name not in cube.dimensions:
                    message = f"'additive_over' names '{name}', which is no dimension of '{cube.name}'."
                    yield Problem("D646", message, suggest(name, cube.dimensions), at=measure.at)


def stocks_have_snapshots(model: Model, files: Sequence[SourceFile]) -> Iterator[Problem]:
    """A stock's cube says at which date each series was counted."""
    for cube in model.cubes.values():
        for measure in cube.measures.values():
            if isinstance(measure.body, Aggregation) and measure.body.latest and cube.snapshot is None:
                yield Problem("D647", f"The stock '{measure.id}' needs its cube's 'snapshot'.", at=measure.at)
            if isinstance(measure.body, Aggregation) and measure.body.latest and _leaves_home(measure.body):
                yield Problem("D647", f"The stock '{measure.id}' uses a column of another cube.", at=measure.at)
        if cube.snapshot:
            yield from _snapshot_faults(cube)


def _leaves_home(body: Aggregation) -> bool:
    return any(scalar is not None and scalar.paths - {()} for scalar in (body.operand, body.condition))


def _snapshot_faults(cube: Cube) -> Iterator[Problem]:
    assert cube.snapshot is not None
    for name in (cube.snapshot.date, *cube.snapshot.series):
        if name not in cube.dimensions:
            hint = suggest(name, cube.dimensions)
            yield Problem(
                "D647", f"'snapshot' names '{name}', which is no dimension of '{cube.name}'.", hint, at=cube.at
            )
    date = cube.dimensions.get(cube.snapshot.date)
    if date and date.kind != "time":
        yield Problem("D647", f"The snapshot date '{date.id}' is not a time dimension.", at=date.at)


def conformed_alike(model: Model, files: Sequence[SourceFile]) -> Iterator[Problem]:
    """Dimensions that are declared one and the same are of one kind, and a cube has one of each."""
    first: dict[str, str] = {}
    for cube in model.cubes.values():
        own: set[str] = set()
        for dimension in cube.dimensions.values():
            if dimension.conformed is None:
                continue
            if dimension.conformed in own:
                message = f"'{cube.name}' has two dimensions conformed as '{dimension.conformed}'."
                yield Problem("D648", message, at=dimension.at)
            own.add(dimension.conformed)
            if first.setdefault(dimension.conformed, dimension.kind) != dimension.kind:
                message = f"'{dimension.id}' is conformed as '{dimension.conformed}' but of another type."
                yield Problem("D648", message, at=dimension.at)


def records_name_measures(model: Model, files: Sequence[SourceFile]) -> Iterator[Problem]:
    """Each nøgletal governs a measure that exists, and has an id of its own."""
    seen: set[str] = set()
    for file in files:
        for index, record in enumerate(file.document.noegletal):
            at = file.at("noegletal", index, "measure")
            if record.id in seen:
                yield Problem("D606", f"Two nøgletal have the id '{record.id}'.", at=at)
            seen.add(record.id)
            view, _, name = record.measure.partition(".")
            member = model.views[view].members.get(name) if view in model.views else None
            if member is None or not isinstance(member.member, Measure):
                known = [f"{v.name}.{m}" for v in model.views.values() for m in v.members]
                message = f"The nøgletal '{record.id}' names the measure '{record.measure}', which does not exist."
                yield Problem("D649", message, suggest(record.measure, known), at=at)


CHECKS: tuple[Check, ...] = (
    names_unique,
    names_free,
    measures_not_circular,
    additive_dimensions_exist,
    stocks_have_snapshots,
    conformed_alike,
    records_name_measures,
)
