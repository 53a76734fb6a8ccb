"""What must hold of a linked model. Each check yields every fault it finds; `CHECKS` is the whole list."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from graphlib import CycleError, TopologicalSorter

from semantic.errors import Place, Problem, suggest
from semantic.model.model import (
    STAMPS,
    Aggregation,
    Cube,
    Measure,
    MeasureRef,
    Model,
)
from semantic.model.read import SourceFile

SEPARATOR = "__"
MAX_PARTS, MAX_CHAIN = 1_000, 60  # of one measure, with all that its parts are made of
Check = Callable[[Model, Sequence[SourceFile]], Iterator[Problem]]


def names_unique(model: Model, files: Sequence[SourceFile]) -> Iterator[Problem]:
    """A cube's dimensions, measures and segments share one set of names, and so do its joins; case tells none apart."""
    for file in files:
        for index, cube in enumerate(file.document.cubes):
            seen: set[str] = set()
            for section in ("dimensions", "measures", "segments", "joins"):
                seen = set() if section == "joins" else seen
                for position, member in enumerate(getattr(cube, section)):
                    if member.name.lower() in seen:
                        at = file.at("cubes", index, section, position, "name")
                        what = "joins" if section == "joins" else "members"
                        yield Problem("D606", f"'{cube.name}' has two {what} named '{member.name}'.", at=at)
                    seen.add(member.name.lower())


def names_free(model: Model, files: Sequence[SourceFile]) -> Iterator[Problem]:
    """No name is one that every view has, or holds what separates names in columns."""
    for view in model.views.values():
        if SEPARATOR in view.name or view.name == "CUBE":
            yield _not_free(view.name, view.at)
        for name, member in view.members.items():
            if name.lower() in STAMPS or SEPARATOR in name:
                yield _not_free(name, member.member.at)


def _not_free(name: str, at: Place) -> Problem:
    return Problem(
        "D608", f"The name '{name}' is not free.", "Names hold no '__', and every view has the stamps.", at=at
    )


def names_lead_somewhere(model: Model, files: Sequence[SourceFile]) -> Iterator[Problem]:
    """What a cube only names (its person key, its hierarchies, its drill members) exists."""
    for cube in model.cubes.values():
        for hierarchy, levels in cube.hierarchies.items():
            for level in levels:
                yield from _names_dimension(model, cube, level, f"The hierarchy '{hierarchy}'")
        if cube.person_key is not None:
            yield from _names_dimension(model, cube, cube.person_key, "'person_key'")
        if cube.persons is not None and cube.persons not in cube.measures:
            hint = suggest(cube.persons, cube.measures)
            yield Problem("D609", f"'persons' names '{cube.persons}', which is no measure.", hint, at=cube.at)
        for measure in cube.measures.values():
            for name in measure.drill_members:
                yield from _names_dimension(model, cube, name, f"'drill_members' of '{measure.name}'")


def _names_dimension(model: Model, cube: Cube, name: str, what: str) -> Iterator[Problem]:
    words = name.removeprefix("CUBE.").split(".")
    owner = model.cubes.get(words[-2]) if len(words) > 1 else cube
    known = {**owner.dimensions, **owner.measures} if owner else {}
    if words[-1] not in known:
        message = f"{what} of '{cube.name}' names '{name}', which does not exist."
        yield Problem("D609", message, suggest(words[-1], known), at=cube.at)


def keys_are_own(model: Model, files: Sequence[SourceFile]) -> Iterator[Problem]:
    """Primary keys and snapshots are made of the cube's own columns."""
    for cube in model.cubes.values():
        named = {*((cube.snapshot.date, *cube.snapshot.series) if cube.snapshot else ())}
        for dimension in cube.dimensions.values():
            if (dimension.primary_key or dimension.name in named) and dimension.expression.paths - {()}:
                message = f"'{dimension.id}' is part of a key, but uses a column of another cube."
                yield Problem("D628", message, "Use the cube's own column.", at=dimension.at)


def measures_not_circular(model: Model, files: Sequence[SourceFile]) -> Iterator[Problem]:
    """No measure is, through others, a part of itself, or made of more parts than can be written."""
    measures = {one.id: one for cube in model.cubes.values() for one in cube.measures.values()}
    parts = {name: [str(part) for part in _measure_parts(one)] for name, one in measures.items()}
    sorter = TopologicalSorter(parts)
    try:
        order = list(sorter.static_order())
    except CycleError as error:
        circle = list(reversed(error.args[1]))
        message = f"Measures name each other in a circle: {' → '.join(circle)}."
        yield Problem("D645", message, at=measures[circle[0]].at)
        return
    size: dict[str, int] = {}
    depth: dict[str, int] = {}
    for name in order:
        size[name] = 1 + sum(size[part] for part in parts[name])
        depth[name] = 1 + max((depth[part] for part in parts[name]), default=0)
        if size[name] > MAX_PARTS or depth[name] > MAX_CHAIN:
            message = f"'{name}' is made of too many measures, {size[name]} in {depth[name]} steps."
            yield Problem("D645", message, at=measures[name].at)
            return


def _measure_parts(measure: Measure) -> list[MeasureRef]:
    if isinstance(measure.body, Aggregation):
        return []
    return [part for part in measure.body.parts if isinstance(part, MeasureRef)]


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
    for name in (cube.snapshot.date, *cube.snapshot.series, *cube.snapshot.periods):
        if name not in cube.dimensions:
            hint = suggest(name, cube.dimensions)
            yield Problem(
                "D647", f"'snapshot' names '{name}', which is no dimension of '{cube.name}'.", hint, at=cube.at
            )
    date = cube.dimensions.get(cube.snapshot.date)
    if date and date.kind != "time":
        yield Problem("D647", f"The snapshot date '{date.id}' is not a time dimension.", at=date.at)
    for other in cube.dimensions.values():
        if other.kind == "time" and other is not date and other.name not in cube.snapshot.periods:
            message = f"'{other.id}' is a time in a cube of snapshots, but not their date."
            yield Problem("D647", message, "Name it in the snapshot's 'periods'.", at=other.at)


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
    names_lead_somewhere,
    keys_are_own,
    measures_not_circular,
    additive_dimensions_exist,
    stocks_have_snapshots,
    conformed_alike,
    records_name_measures,
)
