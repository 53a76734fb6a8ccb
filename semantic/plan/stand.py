"""Where a fact stands in a question: how it reaches each dimension and filter, and what it may ignore."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from semantic.access.decide import Decision
from semantic.access.members import members_of
from semantic.errors import Problem
from semantic.model.graph import Path
from semantic.model.model import Dimension, Measure, Model
from semantic.model.stage import Grouping, Stage, grouping_of
from semantic.plan.calculation import Leaf
from semantic.plan.nodes import Later, Values, column_name
from semantic.plan.periods import Period
from semantic.plan.reach import Entry, NoWay, Reached, reach, reach_segment, shared_on
from semantic.plan.swept import Span
from semantic.plan.versions import Versions
from semantic.plan.whereabouts import without_address
from semantic.predicate import Predicate, Test, tests
from semantic.query import DimensionField, SegmentField, TopFields

Where = tuple[Predicate[Test[DimensionField]], ...]


@dataclass(frozen=True, eq=False)
class Frame:
    """What is the same for every fact of a question; `cubes` are those of the measures as asked.

    `switches` says of each where its value is, or which it is; to the `top` one key is cut. `beside` computes what
    stands beside each row of a cube under a name: a `sub_query`, or whether a later event came. `parts` are the
    decisions on what is put to other groups, and `around` says in which of these the frame is. What is not `protected`
    is shown to nobody as it is.
    """

    model: Model
    decision: Decision
    where: Where
    segments: tuple[SegmentField, ...]
    timezone: str
    as_of: date
    now: date
    versions: Versions
    beside: Callable[[Frame, str, str], Values | Later]
    cubes: tuple[str, ...]
    switches: Mapping[str, Leaf | str]
    top: TopFields | None = None
    parts: Mapping[Grouping, Decision] = dataclasses.field(default_factory=dict)
    around: Grouping = ()
    protected: bool = True

    def within(self, stages: Iterable[Stage]) -> Frame:
        """The frame of what the stages put to other groups, with the decision on that part of the question.

        Without parts, beside a single row and at the start, the one decision is on all.
        """
        grouping = grouping_of(stages)
        around = (*self.around, *grouping)
        decision = self.parts[around] if grouping and self.parts else self.decision
        return replace(self, decision=decision, around=around) if grouping else self

    @property
    def decided(self) -> dict[str, Leaf | str]:
        """The switches that have one value, whatever the answer's row."""
        return {name: one for name, one in self.switches.items() if isinstance(one, str)}

    def shows(self, dimension: Dimension) -> bool:
        """Whether the asker may know of the dimension."""
        public = dimension.public and self.model.cubes[dimension.cube].public
        return public and self.decision.knows(dimension.id)

    def may_use(self, cube: str, asked: Dimension, reached: Reached) -> bool:
        """Whether the fact's own dimension may stand for the one asked.

        INVARIANT: what the asker may not ask of a measure's cube is not got at by the same dimension of another cube.
        Nor may one grant's name for it divide another's rows. A part of the measure brings its own.
        """
        found = reached.dimension
        if found is asked or cube not in self.cubes:
            return True
        there = (reached.path, found.cube, found.name)
        repeating = [one for one in self.model.cubes[cube].dimensions.values() if one.alias == there]
        own = [found] if found.cube == cube else repeating
        return not own or any(self.decision.allows(one.id) for one in own)

    def told(self, refused: NoWay) -> Problem:
        """Why there is no way, in words that name no cube or join that the asker knows nothing of.

        INVARIANT: a join in a role is told of by name only to whom no member of its cube is hidden. No policy names
        joins, and what one is made of may be what is hidden.
        """
        if all(map(self._shows_some, refused.cubes)) and all(map(self._knows_all, refused.joining)):
            return refused.problem
        return Problem(refused.problem.code, "No one path leads there.", "Ask for the measures one by one.")

    def _shows_some(self, name: str) -> bool:
        cube = self.model.cubes[name]
        members: tuple[Dimension | Measure, ...] = (*cube.dimensions.values(), *cube.measures.values())
        return cube.public and any(one.public and self.decision.knows(one.id) for one in members)

    def _knows_all(self, cube: str) -> bool:
        return all(self.decision.knows(f"{cube}.{one}") for one in members_of(self.model.cubes[cube]))


@dataclass(frozen=True, eq=False)
class Sliding:
    """The periods in whose windows a fact's rows count by their `time`, and the key that they are.

    Without a key the question is not grouped by the time, and the one period is its whole range.
    """

    time: DimensionField
    key: DimensionField | None
    periods: tuple[Period, ...]


@dataclass(frozen=True, eq=False)
class Spans:
    """The periods of the calendar that a fact's spells are put to, and the key that they are.

    Without a key the question is not grouped by it, and the one period is its whole range. From the day `end` on
    nothing is known.
    """

    key: DimensionField | None
    periods: tuple[Span, ...]
    end: date | None


@dataclass(frozen=True, eq=False)
class Standing:
    """A fact's view of the question. `fields` are the keys it has; `where` the tests that narrow it.

    What is `sliding` is neither among the fields nor tested: its windows decide which rows count, and where. Nor is the
    calendar of what `spans` periods. Rows that meet many by shares are not `to_many`: they are weighed.
    """

    entry: Entry
    fields: tuple[DimensionField, ...]
    reached: Mapping[str, Reached]
    where: Where
    segments: tuple[tuple[SegmentField, Path], ...]
    many_segments: bool
    to_many: bool
    ignores_tests: bool = False
    sliding: Sliding | None = None
    spans: Spans | None = None

    @property
    def keys(self) -> frozenset[str]:
        """The names of all that the fact is grouped by."""
        over = self.sliding or self.spans
        key = over and over.key
        return frozenset(field.name for field in (*self.fields, *((key,) if key else ())))


def stand(
    frame: Frame,
    entry: Entry,
    fields: tuple[DimensionField, ...],
    constant_over: frozenset[str] | None,
    name: str,
    of_spells: bool = False,
) -> Standing | tuple[Problem, ...]:
    """The standing of a fact, or why the question cannot be put to it.

    The fact may ignore the dimensions of `constant_over`, all of them when it is None. `name` is for the message.
    Only a fact `of_spells` is asked by the calendar of its cube.
    """
    reached, problems = _reach_all(frame, entry, fields, of_spells)
    if problems:
        return tuple(dict.fromkeys(problems))
    kept = tuple(field for field in fields if field.name in reached)
    for field in fields:
        if field.name not in reached and not _may_ignore(field.dimension, constant_over):
            problems.append(_unreachable(name, field))
    narrowed: list[Predicate[Test[DimensionField]]] = []
    for part in frame.where:
        missing = {test.leaf for test in tests(part) if test.leaf.name not in reached}
        if not missing:
            narrowed.append(part)
        elif missing != {test.leaf for test in tests(part)} or not all(
            _may_ignore(leaf.dimension, constant_over) for leaf in missing
        ):
            problems.extend(_unreachable(name, leaf) for leaf in missing)
    found, faults = _reach_segments(frame, entry, name)
    problems.extend(faults)
    if problems:
        return tuple(dict.fromkeys(problems))
    many_segments = any(many and not shared_on(frame.model.graph, entry.cube, path) for _, path, many in found)
    to_many = many_segments or any(one.multiplies for one in reached.values())
    placed = tuple((segment, path) for segment, path, _ in found)
    ignores_tests = len(narrowed) < len(frame.where)
    return Standing(entry, kept, reached, tuple(narrowed), placed, many_segments, to_many, ignores_tests)


def kept_by(standing: Standing, kept: frozenset[str]) -> Standing:
    """The standing at the grain of the kept columns. Without the key that led to many, nothing may lead to many."""
    fields = tuple(field for field in standing.fields if column_name(field.name) in kept)
    used = {*(field.name for field in fields), *(test.leaf.name for part in standing.where for test in tests(part))}
    to_many = any(standing.reached[name].multiplies for name in used) or standing.many_segments
    return replace(standing, fields=fields, to_many=to_many)


def _reach_all(
    frame: Frame, entry: Entry, fields: tuple[DimensionField, ...], of_spells: bool
) -> tuple[dict[str, Reached], list[Problem]]:
    reached: dict[str, Reached] = {}
    problems: list[Problem] = []
    for field in (*fields, *(test.leaf for part in frame.where for test in tests(part))):
        if field.name not in reached:
            try:
                found = reach(frame.model, entry, field)
            except NoWay as refused:
                problems.append(frame.told(refused))
                continue
            if found and found.dimension.is_period and not (of_spells and found.path == ()):
                continue
            if found and frame.may_use(entry.cube, field.dimension, found):
                reached[field.name] = without_address(frame.model, frame.decision, entry.cube, found)
    return reached, problems


def _reach_segments(
    frame: Frame, entry: Entry, name: str
) -> tuple[list[tuple[SegmentField, Path, bool]], list[Problem]]:
    found: list[tuple[SegmentField, Path, bool]] = []
    problems: list[Problem] = []
    for segment in frame.segments:
        try:
            way = reach_segment(frame.model, entry, segment)
        except NoWay as refused:
            problems.append(frame.told(refused))
            continue
        if way is None:
            problems.append(_out_of_reach(name, segment.name))
        else:
            found.append((segment, *way))
    return found, problems


def _may_ignore(dimension: Dimension, constant_over: frozenset[str] | None) -> bool:
    """Whether the dimension, or the one that it repeats, is among those that a part deliberately ignores."""
    repeated = f"{dimension.alias[1]}.{dimension.alias[2]}" if dimension.alias else dimension.id
    return constant_over is None or dimension.id in constant_over or repeated in constant_over


def _unreachable(name: str, field: DimensionField) -> Problem:
    if field.dimension.is_period:
        message = f"'{name}' cannot be asked by '{field.name}', the calendar of spells: its rows have no day in that."
        return Problem(
            "U410", message, "Ask by the day on which they start or end, or for those active, started or ended."
        )
    if field.asked:
        return _out_of_reach(name, field.name)
    message = f"'{name}' is a mean over members that a part of it does not have: no join leads to one row there."
    return Problem("U410", message, "Leave it out.")


def _out_of_reach(name: str, asked: str) -> Problem:
    message = f"'{name}' cannot be broken down or filtered by '{asked}': no join leads to one row there."
    return Problem("U410", message, "Leave it out, or ask for the measures one by one.")
