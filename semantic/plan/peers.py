"""Comparisons: which group a row of the answer is of, where the question does not name it.

A kommune is of one region. So a question by kommune is grouped by the region too, which divides no row, and is not
shown; the value of the region then stands beside each of its kommuner.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sqlglot import exp

from semantic.errors import Problem, refusal
from semantic.model.expression import hole
from semantic.model.model import Aggregation, Formula, Measure, MeasureRef, Model
from semantic.model.scalar import splice
from semantic.model.stage import Stage
from semantic.parts import is_one_of
from semantic.plan.calculate import NeededAggregate, NeededMean, Needs, Setting
from semantic.plan.calculation import Calculation
from semantic.plan.nodes import Aggregate, Sets
from semantic.plan.reach import Entry, entry_of, roles, stations
from semantic.plan.source import filtered, keys_of, placed
from semantic.plan.staging import VALIDATED, is_named
from semantic.plan.stand import Frame, stand
from semantic.predicate import Compare, In, Predicate, Test, all_tests, tests
from semantic.query import DimensionField, MeasureField, ResolvedQuery

Fields = tuple[DimensionField, ...]
PLACES = ("lowest_first", "highest_first")


def placed_members(model: Model, mean: NeededMean, fields: Fields) -> Fields:
    """The field whose members have places, where it is places that are needed."""
    if mean.formula.group_aggregation not in PLACES:
        return ()
    members = frozenset(mean.formula.group_members)
    return tuple(one for one in fields if is_named(model, mean.entry, one, members))[:1]


def with_groups(frame: Frame, needs: Needs, question: ResolvedQuery, fields: Fields) -> tuple[Fields, Sets]:
    """The fields, and the grouping sets, with what they only imply: the group of a member, and the member itself.

    Raises UnsupportedError (U421) where a row of the answer may be of several, (U402) for what is not served together.
    """
    implied: dict[str, DimensionField] = {}
    needed: list[NeededAggregate | NeededMean] = [*needs.aggregates.values(), *needs.means.values()]
    for one in needed:
        for of, name in _needed(one):
            named = [field for field in fields if is_named(frame.model, one.entry, field, frozenset({name}))]
            if named:
                _check_sets(question.subtotals, named, one.asked)
            else:
                implied[name] = _implied(frame, question.subtotals, fields, of, name, one.asked)
    if implied and (question.top or question.every):
        what = "a top" if question.top else "'every'"
        message = f"A comparison with {what} is not served where the question does not name the group."
        raise refusal(Problem("U402", message, "Group by the group and its members too."))
    more = tuple(implied.values())
    return (*fields, *more), tuple(kept | {one.name for one in more} for kept in question.subtotals)


def group_alone(frame: Frame, shown: Fields, implied: Fields) -> tuple[Aggregate, ...]:
    """The group of the one member that is filtered to, as the members' own cube has it, where nothing is grouped by.

    Without it there were no row where the member has no rows of its own, and yet one beside a group of all. None where
    the cube may say another group on another day, or where its dimensions are not the asker's to ask for.
    """
    cubes = [frame.model.cubes[name] for name in dict.fromkeys(one.dimension.cube for one in implied)]
    if shown or len(cubes) != 1 or not all(frame.decision.allows(one.dimension.id) for one in implied):
        return ()
    (cube,) = cubes
    ids = frozenset(one.id for one in cube.dimensions.values())
    own = (
        part for part in frame.where if all(is_one_of(frame.model, test.leaf.dimension, ids) for test in tests(part))
    )
    entry = Entry(cube.name, cube.name, (), False)
    standing = stand(replace(frame, where=tuple(own), segments=()), entry, implied, frozenset(), cube.name)
    dated = cube.valid_time is not None or len(cube.primary_key) > 1
    if dated or isinstance(standing, tuple) or standing.to_many:
        return ()
    keys = keys_of(standing, frame.timezone)
    where = all_tests(*(placed(standing, part, frame.timezone) for part in standing.where))
    return (Aggregate(cube.name, filtered(frame, cube.name, where, (), (one.term for one in keys)), keys, ()),)


def not_validated(needs: Needs, field: MeasureField) -> Calculation | None:
    """How many rows are not marked as validated, of the own ones and of a group's as far as the value is made of them;
    None of what needs no mark."""
    measure = field.measure
    if measure.marked_by is None:
        return None
    status = needs.model.dimension(*measure.marked_by.split(".")).expression
    is_not = exp.NullSafeNEQ(this=hole(0), expression=exp.Literal.string(VALIDATED[0]))
    rows = Aggregation("count", None, splice(is_not, lambda _: status), data_type="bigint")
    base = f"{measure.cube}__{measure.companion_of or measure.name}__not_validated"
    settings = (Setting(stages=stages) for stages in dict.fromkeys(_behind(needs.model, measure)))
    return Calculation(hole(0), tuple(needs.leaf(base, entry_of(field), rows, measure, one) for one in settings))


def _behind(model: Model, measure: Measure) -> Iterator[tuple[Stage, ...]]:
    """The stages of the rows behind the value: none of a measure's own, that of the group where it is the group's."""
    body = measure.body
    if measure.against is None or not isinstance(body, Formula):
        yield ()
    elif body.stage is not None:
        yield (body.stage,)
    else:
        for part in body.parts:
            yield from _behind(model, model.measure(part)) if isinstance(part, MeasureRef) else ()


def _needed(one: NeededAggregate | NeededMean) -> Iterator[tuple[str, str]]:
    """Of each comparison what its members are, and what an answer's row must be one of."""
    for stage in one.setting.stages:
        if stage.peers is None:
            continue
        if stage.peers.by is not None:
            yield stage.peers.of, stage.peers.by
        if isinstance(one, NeededMean) and one.formula.group_aggregation in PLACES:
            yield stage.peers.of, stage.peers.of


def _implied(frame: Frame, sets: Sets, fields: Fields, of: str, name: str, asked: str) -> DimensionField:
    """The dimension as it follows from a key of its cube that is grouped by, or that a filter leaves one value of."""
    cube = frame.model.cubes[of.partition(".")[0]]
    keys = frozenset(one.id for one in cube.dimensions.values() if one.primary_key or one.unique)
    grouped = [one for one in fields if is_one_of(frame.model, one.dimension, keys)]
    fixed = [one for one in map(_fixed, frame.where) if one and is_one_of(frame.model, one.dimension, keys | {name})]
    if not fixed:
        _check_sets(sets or (frozenset(one.name for one in fields),), grouped, asked)
    found = [_beside(frame.model, one, name) for one in (*fixed, *grouped)]
    if len({roles(frame.model.graph, one.root, one.path) for one in found}) > 1:
        raise _several(asked)
    return found[0]


def _fixed(part: Predicate[Test[DimensionField]]) -> DimensionField | None:
    """What the filter leaves one value of."""
    if isinstance(part, Compare) and part.operator == "=":
        return part.leaf
    return part.leaf if isinstance(part, In) and len(part.values) == 1 else None


def _beside(model: Model, key: DimensionField, name: str) -> DimensionField:
    """The dimension of the same row as the key."""
    dimension = model.dimension(*name.split("."))
    way = next((path for one, path in stations(model, key) if one.cube == dimension.cube), None)
    root, through_view = (dimension.cube, False) if way is None else (key.root, key.through_view)
    return DimensionField(f"of.{name}", dimension.title, dimension, root, way or (), through_view, asked=False)


def _check_sets(sets: Sets, named: Iterable[DimensionField], asked: str) -> None:
    """Raises UnsupportedError where a grouping set keeps none of the fields."""
    names = {one.name for one in named}
    if any(names.isdisjoint(kept) for kept in sets):
        raise _several(asked)


def _several(asked: str) -> Exception:
    message = f"'{asked}' is of the one group that a row belongs to, and a row of the answer may be of several."
    return refusal(Problem("U421", message, "Group by the members or by their group, or filter to one member."))
