"""What came after a row's index event, beside the row: the plan of a cohort's follow-up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from semantic.access.decide import ZONE
from semantic.errors import DeniedError, Problem
from semantic.model.grain import Interval
from semantic.model.graph import end_of
from semantic.model.model import Aggregation, Cube, FollowUp
from semantic.plan.nodes import Later
from semantic.plan.protect import denied, thresholds_of
from semantic.plan.source import day_of, filtered
from semantic.plan.stand import Frame
from semantic.plan.term import Term, Valid
from semantic.predicate import And

AS_IT_IS = Interval()


def later(frame: Frame, cube_name: str, measure: str) -> Later:
    """Whether the later event of the measure came, for each row of the cube.

    INVARIANT: what came to a person does not depend on the time zone that is asked in: days are Danish ones.
    Raises DeniedError (A302, A306, A308).
    """
    here = frame.model.cubes[cube_name]
    body = here.measures[measure].body
    assert isinstance(body, Aggregation)
    assert body.follow_up is not None
    one = body.follow_up
    there = frame.model.cubes[one.cube]
    _check_whole(frame, _read(frame, one))
    _check_unprotected(frame, (here, there))
    conditions = () if one.where is None else (Term(one.where, (), "boolean"),)
    events = filtered(frame, one.cube, And(()), conditions, ())
    key = here.primary_key if here is there and one.event else ()
    return Later(
        person=_who(here, one.person),
        starts=_day(here, one.index, one.after),
        ends=_day(here, one.index, one.within),
        events=events,
        whose=_who(there, one.whose),
        event=_event(here, there, one),
        as_of=frame.as_of,
        primary_key=tuple(dimension.expression for dimension in key),
    )


def _event(here: Cube, there: Cube, one: FollowUp) -> Term | Valid:
    if one.holds is None:
        assert one.event is not None
        return _day(there, one.event)
    begins, ends = (_day(there, name) for name in (one.holds.begins, one.holds.ends))
    return Valid(begins, ends, _day(here, one.index, one.within))


def _day(cube: Cube, name: str, moved: Interval = AS_IT_IS) -> Term:
    """The local day of the cube's time, so much later."""
    return replace(day_of(cube.dimensions[name], (), ZONE), shift=moved)


def _who(cube: Cube, name: str) -> Term:
    person = cube.dimensions[name]
    return Term(person.expression, (), person.data_type)


def _read(frame: Frame, one: FollowUp) -> set[str]:
    """The cube in which persons are followed, and those that tell which of its rows are looked for."""
    paths = frozenset() if one.where is None else one.where.paths
    ways = (path[:length] for path in paths for length in range(1, len(path) + 1))
    return {one.cube, *(end_of(frame.model.graph, one.cube, way) for way in ways)}


def _check_whole(frame: Frame, cubes: Iterable[str]) -> None:
    """Raises DeniedError: A302, or A306 where only some of the later events may be read.

    INVARIANT: an event that is hidden never counts as one that did not come.
    """
    if not all(frame.decision.reads_whole(cube) for cube in sorted(cubes)):
        message = "A cohort is followed through rows of which only a part is yours to read: its share would be too low."
        raise DeniedError(Problem("A306", message, "Leave the cohort out."))


def _check_unprotected(frame: Frame, cubes: Iterable[Cube]) -> None:
    """Raises DeniedError (A308) where small cells are protected: an event is one person's."""
    if any(thresholds_of(replace(frame, protected=True), cube) is not None for cube in cubes):
        raise denied("A cohort tells of single persons what came to them.")
