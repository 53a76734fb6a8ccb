"""What a member is made of: the cubes that it reads and the measures that are its parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from semantic.model.graph import Path, beside, end_of
from semantic.model.model import (
    Aggregation,
    Dimension,
    FollowUp,
    Formula,
    Measure,
    MeasureRef,
    Model,
    Scalar,
    ViewMember,
)
from semantic.model.record import NoegletalDocument


def dimension_cubes(model: Model, dimension: Dimension) -> frozenset[str]:
    """The cube of the dimension and those whose columns its expression uses, through sub-queries too."""
    return frozenset({dimension.cube, *_scalar_cubes(model, dimension.cube, dimension.expression)})


def measure_cubes(model: Model, measure: Measure) -> frozenset[str]:
    """Every cube that the measure reads, through its parts too."""
    found = {measure.cube} if isinstance(measure.body, Aggregation) else set()
    marks = () if measure.marked_by is None else (model.dimension(*measure.marked_by.split(".")),)
    for dimension in (*told_by(model, measure), *marks):
        found |= dimension_cubes(model, dimension)
    for cube, aggregation in aggregations(model, measure):
        found |= {cube, *_followed_in(model, aggregation)}
        for scalar in (aggregation.operand, aggregation.condition):
            if scalar is not None:
                found.update(_scalar_cubes(model, cube, scalar))
    return frozenset(found)


def counted_cubes(model: Model, cube: str, aggregation: Aggregation) -> frozenset[str]:
    """The cube, and those of what is beside its rows: what the aggregation counts, without what is joined for it."""
    found = {cube, *_followed_in(model, aggregation)}
    for scalar in (aggregation.operand, aggregation.condition):
        if scalar is not None:
            found |= valued_cubes(model, cube, scalar)
    return frozenset(found)


def _followed_in(model: Model, aggregation: Aggregation) -> Iterator[str]:
    """The cube in which persons are followed, and those that tell which of its rows are looked for."""
    one = aggregation.follow_up
    if one is not None:
        yield from (one.cube, *(_scalar_cubes(model, one.cube, one.where) if one.where else ()))


def valued_cubes(model: Model, cube: str, scalar: Scalar) -> frozenset[str]:
    """The cubes that the `sub_query` values in the expression are computed from."""
    found: set[str] = set()
    for dimension in valued_by(model, cube, scalar):
        if dimension.sub_query is not None:
            found |= measure_cubes(model, model.measure(dimension.sub_query))
    return frozenset(found)


def followed_ids(cube: str, one: FollowUp) -> frozenset[str]:
    """The dimensions that tell the index events of the cube, the later ones, and whose they are, by their ids."""
    holds = () if one.holds is None else (one.holds.begins, one.holds.ends)
    there = (one.whose, *holds, *(() if one.event is None else (one.event,)))
    return frozenset((f"{cube}.{one.index}", f"{cube}.{one.person}", *(f"{one.cube}.{name}" for name in there)))


def aggregations(model: Model, measure: Measure) -> Iterator[tuple[str, Aggregation]]:
    """(cube, aggregation) of every leaf of the measure."""
    if isinstance(measure.body, Aggregation):
        yield measure.cube, measure.body
        return
    for part in measure.body.parts:
        if isinstance(part, MeasureRef):
            yield from aggregations(model, model.measure(part))
        else:
            yield measure.cube, part


def keeps_loads(model: Model, cube: str) -> bool:
    """Whether the cube's rows are known as of an earlier day."""
    return model.cubes[cube].static or model.cubes[cube].loaded_at is not None


def on_path(model: Model, root: str, path: Path) -> Iterator[str]:
    """The cubes that the path leads through, and the one to which it leads."""
    yield from (end_of(model.graph, root, path[:length]) for length in range(1, len(path) + 1))


def entry_cubes(model: Model, root: str, entry: ViewMember) -> frozenset[str]:
    """The cubes that the member of a view reads, and those on the way to it from the view's root."""
    member, way = entry.member, frozenset(on_path(model, root, entry.path))
    if isinstance(member, Measure):
        return way | measure_cubes(model, member)
    return way | {root} | (dimension_cubes(model, member) if isinstance(member, Dimension) else {member.cube})


def told_by(model: Model, measure: Measure) -> Iterator[Dimension]:
    """The dimensions that tell who the measure, or one that it is made of, is compared with."""
    stage = measure.body.stage if isinstance(measure.body, Formula) else None
    for name in stage.peers.told_by if stage and stage.peers else ():
        cube, _, member = name.partition(".")
        yield model.dimension(cube, member)
    for part in parts(model, measure):
        yield from told_by(model, part)


def parts(model: Model, measure: Measure) -> tuple[Measure, ...]:
    """The measures that the measure is computed from, one level down."""
    if isinstance(measure.body, Aggregation):
        return ()
    return tuple(model.measure(part) for part in measure.body.parts if isinstance(part, MeasureRef))


def _scalar_cubes(model: Model, cube: str, scalar: Scalar) -> Iterator[str]:
    for path in scalar.paths:
        for length in range(1, len(path) + 1):
            yield end_of(model.graph, cube, path[:length])
    for dimension in valued_by(model, cube, scalar):
        if dimension.sub_query is not None:
            yield from measure_cubes(model, model.measure(dimension.sub_query))


def valued_by(model: Model, cube: str, scalar: Scalar) -> Iterator[Dimension]:
    """The `sub_query` dimensions whose values the expression uses; of a model under way, those that it has."""
    for path in scalar.paths:
        name = beside(path)
        if name is not None and (found := model.cubes[end_of(model.graph, cube, path)].dimensions.get(name)):
            yield found


def notes_of(model: Model, measures: Iterable[Measure]) -> tuple[str, ...]:
    """What a reader must know of the measures, in Danish as the model is: reconstruction, and breaks of the record."""
    found: list[str] = []
    for measure in measures:
        found += [f"{measure.title}: rekonstrueret af offentliggjorte tal"] if measure.reconstructed else []
        for record in model.noegletal.values():
            if governed(model, record) is measure:
                found += [f"{measure.title}, databrud {one.date.isoformat()}: {one.text}" for one in record.breaks]
    return tuple(dict.fromkeys(found))


def governed(model: Model, record: NoegletalDocument) -> Measure:
    """The measure that the record governs."""
    view, _, name = record.measure.partition(".")
    member = model.views[view].members[name].member
    assert isinstance(member, Measure)
    return member
