"""A dimension that is a measure's value for each row of its cube (`sub_query`): which measure, and whether it ends."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from graphlib import TopologicalSorter

from sqlglot import exp

from semantic.errors import Problem, suggest
from semantic.model.documents import CubeDocument, DimensionDocument
from semantic.model.draft import Draft
from semantic.model.expression import ExpressionFault, Lacking, Unmade, each, parse_expression
from semantic.model.graph import circles
from semantic.model.lineage import valued_by
from semantic.model.model import Aggregation, Formula, Measure, MeasureRef, Model, Scalar

MAX_CHAIN, MAX_PARTS = 8, 100  # of one sub-query: each that it reads is a query within its own
ALONE = ("case", "primary_key", "conformed", "value_order", "local_time")


def measure_of(cube: CubeDocument, document: DimensionDocument, draft: Draft) -> MeasureRef:
    """The measure whose value the dimension is. Raises Unmade."""
    rules: tuple[Callable[[CubeDocument, DimensionDocument, Draft], object], ...] = (_refuse_mixed, _refuse_keyless)
    *_, ref = each(lambda rule: rule(cube, document, draft), (*rules, _named))
    assert isinstance(ref, MeasureRef)
    return ref


def _refuse_mixed(cube: CubeDocument, document: DimensionDocument, draft: Draft) -> None:
    name = f"{cube.name}.{document.name}"
    for key in ALONE:
        if getattr(document, key):
            raise ExpressionFault("D633", f"'{name}' has both 'sub_query' and '{key}'.", "Keep one of them.")
    if document.type != "number":
        hint = "Write 'type: number', and name it in another dimension's sql."
        raise ExpressionFault("D633", f"The sub_query '{name}' is of type '{document.type}', not number.", hint)


def _refuse_keyless(cube: CubeDocument, document: DimensionDocument, draft: Draft) -> None:
    if any(one.primary_key for one in cube.dimensions):
        return
    broken = draft.broken
    if broken.members_of(cube.name) or broken.covers(cube.name, "") or (cube.name,) in broken.maimed:
        raise Unmade  # the key may be among what is left out
    message = f"'{cube.name}' has no primary key: '{document.name}' is a value for each of its rows."
    raise ExpressionFault("D633", message, "Mark a dimension with 'primary_key: true'.")


def _named(cube: CubeDocument, document: DimensionDocument, draft: Draft) -> MeasureRef:
    if document.sql is None:
        raise Lacking(
            "D633", f"The sub_query '{cube.name}.{document.name}' needs sql.", "Name a measure: {cube.measure}."
        )
    tree, names = parse_expression(document.sql, cube.dialect)
    if not isinstance(tree, exp.Placeholder) or names[0].column is not None:
        message = f"The sql of the sub_query '{cube.name}.{document.name}' is not one measure."
        raise ExpressionFault("D633", message, "Write {cube.measure} alone; reckon with it in another dimension.")
    words = [cube.name, *(word for word in names[0].words if word != "CUBE")]
    ref = MeasureRef(*words[-2:])
    _refuse_unknown(ref, draft)
    return ref


def _refuse_unknown(ref: MeasureRef, draft: Draft) -> None:
    known = [MeasureRef(one.name, measure.name) for one in draft.cubes.values() for measure in one.measures]
    if ref in known:
        return
    if draft.broken.covers(ref.cube, ref.measure):
        raise Unmade
    hint = suggest(str(ref), map(str, known))
    if ref.cube in draft.cubes and draft.has(ref.cube, ref.measure, "dimensions"):
        hint = "That is a dimension; a measure is needed here."
    raise ExpressionFault("D610", f"There is no measure '{ref}'.", hint)


def sub_queries_end(model: Model, draft: Draft) -> Iterator[Problem]:
    """No sub-query is a part of itself or lies too deep, and none is of a measure in more than one stage."""
    every = {one.id: one for cube in model.cubes.values() for one in cube.dimensions.values() if one.sub_query}
    onward = {name: _onward(model, one.sub_query) for name, one in every.items() if one.sub_query}
    for circle in circles(onward):
        message = f"A sub_query reads itself: {' → '.join(circle)}."
        yield Problem("D633", message, at=every[circle[0]].at)
        onward[circle[0]].remove(circle[1])
    for name, depth in _depths(onward).items():
        if depth == MAX_CHAIN + 1:
            yield Problem("D633", f"'{name}' is more than {MAX_CHAIN} sub-queries deep.", at=every[name].at)
    if large := next((name for name, size in _sizes(onward).items() if size > MAX_PARTS), None):
        yield Problem("D633", f"'{large}' reads more than {MAX_PARTS} sub-queries.", at=every[large].at)
    yield from _conformed(model)
    for one in every.values():
        if one.sub_query and (staged := next(filter(_is_staged, _made_of(model, one.sub_query)), None)):
            message = f"The sub_query '{one.id}' is of '{staged.id}', which is computed in more than one stage."
            yield Problem("D633", message, "That is not served yet: name another measure.", at=one.at)


def _conformed(model: Model) -> Iterator[Problem]:
    """A fault for each conformed dimension that is made of a sub-query: it would stand for another cube's column."""
    for cube in model.cubes.values():
        for one in cube.dimensions.values():
            if one.conformed and any(valued_by(model, cube.name, one.expression)):
                yield Problem("D633", f"'{one.id}' is conformed, but made of a sub_query.", at=one.at)


def depths(model: Model) -> Mapping[str, int]:
    """How deep each sub-query lies by its dimension's id: 1 where its measure reads none."""
    every = (one for cube in model.cubes.values() for one in cube.dimensions.values())
    return _depths({one.id: _onward(model, one.sub_query) for one in every if one.sub_query})


def _depths(onward: Mapping[str, list[str]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for name in TopologicalSorter(onward).static_order():
        found[name] = 1 + max((found[one] for one in onward.get(name, ())), default=0)
    return found


def _sizes(onward: Mapping[str, list[str]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for name in TopologicalSorter(onward).static_order():
        found[name] = 1 + sum(found[one] for one in onward.get(name, ()))
    return found


def _onward(model: Model, ref: MeasureRef) -> list[str]:
    """The sub-queries that the measure reads, by their dimensions' ids."""
    found = (
        dimension.id
        for measure in _made_of(model, ref)
        for cube, scalar in _expressions(model, measure)
        for dimension in valued_by(model, cube, scalar)
    )
    return list(dict.fromkeys(found))


def _made_of(model: Model, ref: MeasureRef) -> list[Measure]:
    """The measure and all that it is made of; what the model lacks is left out."""
    found: dict[str, Measure] = {}
    waiting = [ref]
    while waiting:
        one = waiting.pop()
        measure = model.cubes[one.cube].measures.get(one.measure)
        if measure is not None and measure.id not in found:
            found[measure.id] = measure
            parts = measure.body.parts if isinstance(measure.body, Formula) else ()
            waiting += [part for part in parts if isinstance(part, MeasureRef)]
    return list(found.values())


def _is_staged(measure: Measure) -> bool:
    body = measure.body
    return body.spell is not None if isinstance(body, Aggregation) else body.is_staged


def _expressions(model: Model, measure: Measure) -> Iterator[tuple[str, Scalar]]:
    """(cube, expression) of what the measure itself is computed from, and of the members that it is averaged over."""
    parts = (measure.body,) if isinstance(measure.body, Aggregation) else measure.body.parts
    for part in parts:
        if isinstance(part, Aggregation):
            yield from ((measure.cube, one) for one in (part.operand, part.condition) if one is not None)
    for member in measure.body.group_members if isinstance(measure.body, Formula) else ():
        cube, _, name = member.partition(".")
        dimension = model.cubes[cube].dimensions.get(name)
        if dimension is not None:
            yield cube, dimension.expression
