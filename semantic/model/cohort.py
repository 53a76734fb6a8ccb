"""Cohorts: the share of the index events whose follow-up is over that had the later event, and the counts of both."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from sqlglot import exp

from semantic.errors import suggest
from semantic.model.documents import DimensionDocument, MeasureDocument
from semantic.model.expression import ExpressionFault, Lacking, Unmade, each, hole
from semantic.model.follow_up import FollowedByDocument
from semantic.model.grain import MONDAY, Interval, after, read_interval, read_length
from semantic.model.graph import BESIDE, beside
from semantic.model.model import (
    SEPARATOR,
    Aggregation,
    ColumnRef,
    FollowUp,
    Formula,
    Measure,
    MeasureRef,
    Scalar,
)
from semantic.model.scalar import Scalars, all_of, splice
from semantic.model.timing import ValidTime
from semantic.model.vocabulary import FilterDocument

FOLLOWED, HAPPENED, CENSORED = "fulgt", "haendelse", "censureret"
TITLES = {FOLLOWED: "fulgte", HAPPENED: "med hændelse", CENSORED: "censurerede"}
TOLD = {
    FOLLOWED: "Antal indekshændelser, hvis hele opfølgningstid er gået pr. opgørelsesdagen.",
    HAPPENED: "Antal fulgte indekshændelser, der efterfølges af hændelsen i opfølgningstiden.",
    CENSORED: "Antal indekshændelser, der er holdt ude: opfølgningstiden er ikke gået, eller personen er ukendt.",
}
NEEDED = {
    "index": "Name the time dimension of the index event.",
    "followed_by": "Say in which cube the later event is looked for.",
    "within": "Say how long each is followed, for example 1 year.",
}
LookUp = Callable[[str, str], str]
"""The id of the dimension that a cube names so. Raises Unmade."""


def companion(measure: str, kind: str) -> str:
    """The name of the count beside the cohort measure.

    >>> companion("tilbagefald", FOLLOWED)
    'tilbagefald__fulgt'
    """
    return f"{measure}{SEPARATOR}{kind}"


def counted_names(document: MeasureDocument) -> Iterator[str]:
    """The names of the counts that are made beside the measure; none of what is no cohort."""
    yield from (companion(document.name, kind) for kind in TOLD if document.type == "cohort")


def share(cube: str, document: MeasureDocument) -> Formula:
    """Of a hundred followed, those with the later event."""
    above = exp.Mul(this=hole(0), expression=exp.Literal.number(100))
    parts = tuple(MeasureRef(cube, companion(document.name, kind)) for kind in (HAPPENED, FOLLOWED))
    return Formula(exp.Div(this=above, expression=hole(1)), parts)


def companions(measure: Measure, counts: dict[str, Aggregation]) -> Iterator[Measure]:
    """The counts as members of their own."""
    for kind, body in counts.items():
        yield replace(
            measure,
            name=companion(measure.name, kind),
            companion_of=measure.name,
            title=f"{measure.title} ({TITLES[kind]})",
            description=TOLD[kind],
            type="count",
            body=body,
            data_type="bigint",
            unit=None,
            decimals=0,
            polarity=None,
            sign=None,
        )


class Cohorts:
    """Reads what cohort measures count. `look_up` gives the id of the dimension that a cube names."""

    def __init__(self, scalars: Scalars, look_up: LookUp) -> None:
        self._scalars = scalars
        self._look_up = look_up

    def counts(self, cube: str, document: MeasureDocument) -> dict[str, Aggregation]:
        """What is counted, by its kind. Raises Unmade with every fault of the cohort."""
        own_tests = partial(self._tests, cube, document.filters)
        reads: list[Callable[[], object]] = [partial(self._follow_up, cube, document), own_tests]
        each(lambda read: read(), reads)
        one, own = self._follow_up(cube, document), own_tests()
        value = Scalar(hole(0), (ColumnRef((f"{BESIDE}{companion(document.name, FOLLOWED)}",), "value"),))
        index = self._scalars.of_dimension(cube, one.index)
        conditions = {FOLLOWED: [_known(value)], HAPPENED: [value], CENSORED: [_known(index), _unknown(value)]}
        return {
            kind: Aggregation("count", None, all_of([*own, *tests]), data_type="bigint", follow_up=one)
            for kind, tests in conditions.items()
        }

    def _follow_up(self, cube: str, document: MeasureDocument) -> FollowUp:
        other = _looked_for(cube, document)
        self._refuse_unknown_cube(other.cube)
        holds = other.holds
        days = (other.event,) if holds is None else (holds.begins, holds.ends)
        names = [
            partial(self._time, cube, document.index),
            partial(self._person, cube, document.person),
            partial(self._person, other.cube, other.person),
            *(partial(self._time, other.cube, day) for day in days),
        ]
        checks: list[Callable[[], object]] = [*names, partial(_window, document)]
        checks += [partial(self._refuse_keyless, cube, other), partial(self._tests, other.cube, other.filters)]
        each(lambda check: check(), checks)
        self._refuse_unlike(names[1](), names[2]())
        index, person, whose, first, *last = (one().partition(".")[2] for one in names)
        begins, ends = _window(document)
        where = all_of(self._tests(other.cube, other.filters))
        holding = ValidTime(first, last[0]) if last else None
        return FollowUp(index, person, other.cube, whose, None if last else first, holding, where, begins, ends)

    def _refuse_unknown_cube(self, name: str) -> None:
        if name not in self._scalars.cubes:
            if self._scalars.draft.broken.covers(name):
                raise Unmade
            hint = suggest(name, self._scalars.cubes)
            raise ExpressionFault("D610", f"There is no cube '{name}' to follow persons in.", hint)

    def _own(self, cube: str, name: str) -> DimensionDocument:
        """The dimension, made of the cube's own columns."""
        found = self._look_up(cube, name)
        if found.partition(".")[0] != cube or self._scalars.of_dimension(*found.split(".")).paths - {()}:
            message = f"'{found}' is no column of '{cube}' itself, as a cohort needs it."
            raise ExpressionFault("D636", message, "Name a dimension of the cube's own columns.")
        return self._scalars.dimensions[cube, found.partition(".")[2]]

    def _time(self, cube: str, name: str | None) -> str:
        """The id of the time dimension."""
        found = self._own(cube, name or "")
        if found.type != "time":
            message = f"'{cube}.{found.name}' is no time dimension: no day is before or after it."
            raise ExpressionFault("D636", message, "Name one that is.")
        return f"{cube}.{found.name}"

    def _person(self, cube: str, name: str | None) -> str:
        """The id of the dimension that says who."""
        written = name or self._scalars.cubes[cube].person_key
        if written is None:
            message = f"Nothing says whose the rows of '{cube}' are, so that a person cannot be followed."
            raise Lacking("D636", message, "Name the dimension in 'person', or give the cube its 'person_key'.")
        return f"{cube}.{self._own(cube, written).name}"

    def _refuse_unlike(self, person: str, whose: str) -> None:
        """Raises ExpressionFault where what says who is no text or number, or a text here and a number there."""
        ids = (person.partition("."), whose.partition("."))
        kinds = [self._scalars.dimensions[cube, name].type for cube, _, name in ids]
        if kinds not in (["string"] * 2, ["number"] * 2):
            message = f"A person is a {kinds[0]} in '{person}' and a {kinds[1]} in '{whose}'."
            raise ExpressionFault("D636", message, "Write both as 'string', or both as 'number'.")

    def _refuse_keyless(self, cube: str, other: FollowedByDocument) -> None:
        """A row is not its own later event: rows of one cube are told apart by its key."""
        has_key = any(one.primary_key for one in self._scalars.cubes[cube].dimensions)
        if other.cube == cube and other.event and not has_key:
            message = f"'{cube}' has no primary key, so that a row could be taken for its own later event."
            raise Lacking("D636", message, "Mark a dimension with 'primary_key: true'.")

    def _tests(self, cube: str, filters: list[FilterDocument]) -> list[Scalar]:
        found = each(lambda one: self._scalars.of_text(cube, one.sql), filters)
        if any(beside(path) for one in found for path in one.paths):
            raise ExpressionFault("D636", "A cohort is not filtered by a sub_query.", "Filter by columns.")
        return found


def _looked_for(cube: str, document: MeasureDocument) -> FollowedByDocument:
    lacking = [key for key in ("index", "followed_by", "within") if getattr(document, key) is None]
    other = document.followed_by
    if lacking or other is None:
        raise Lacking("D636", f"The cohort '{cube}.{document.name}' needs '{lacking[0]}'.", NEEDED[lacking[0]])
    if (other.event is None) == (other.holds is None):
        message = f"'followed_by' of '{cube}.{document.name}' needs either 'event' or 'holds'."
        raise Lacking("D636", message, "Keep one: an event in the follow-up, or a state on its last day.")
    return other if other.cube != "CUBE" else other.model_copy(update={"cube": cube})


def _window(document: MeasureDocument) -> tuple[Interval, Interval]:
    """When the follow-up begins and ends, counted from the index event."""
    try:
        begins, ends = read_length(document.after), read_interval(document.within or "")
        is_empty = begins.months < 0 or begins.seconds < 0 or after(MONDAY, ends) < after(MONDAY, begins)
    except (ValueError, OverflowError) as error:
        raise ExpressionFault("D636", f"A follow-up cannot be read: {error}.", "Write for example 1 year.") from None
    if is_empty or not (begins.is_whole_days and ends.is_whole_days):
        message = f"A follow-up from {document.after} to {document.within} after the index event holds no whole days."
        raise ExpressionFault("D636", message, "It begins with the day 'after' it, and ends with the day 'within' it.")
    if document.followed_by and document.followed_by.holds and "after" in document.model_fields_set:
        message = "'after' says when a later event may come, and 'holds' is of the last day alone."
        raise ExpressionFault("D636", message, "Leave it out.")
    return begins, ends


def _known(value: Scalar) -> Scalar:
    return splice(exp.Is(this=hole(0), expression=exp.Not(this=exp.Null())), lambda _: value)


def _unknown(value: Scalar) -> Scalar:
    return splice(exp.Is(this=hole(0), expression=exp.Null()), lambda _: value)
