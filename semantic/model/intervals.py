"""A cube's `interval`: the time dimension that it makes, and what must hold of it and of the measures of its spells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sqlglot import exp

from semantic.errors import Problem, suggest
from semantic.model.documents import CubeDocument, DimensionDocument, MeasureDocument
from semantic.model.draft import Draft
from semantic.model.expression import ExpressionFault, Lacking, cast
from semantic.model.model import Model, Scalar
from semantic.model.read import Origin, SourceFile
from semantic.model.spells import Spell, SpellInterval, What

COUNTING = ("active", "started", "ended")
MEASURING = ("days", "years", "amount")
SPELL_TYPES = (*COUNTING, *MEASURING)
OF: dict[str | None, What] = {None: "within", "ended": "length", "active": "so_far"}
COLUMN_KEYS = ("sql", "case", "primary_key", "sub_query", "local_time", "unique", "partial")


def with_periods(files: Sequence[SourceFile]) -> tuple[SourceFile, ...]:
    """The files with the period of each interval among its cube's dimensions."""
    return tuple(_with_periods(file) for file in files)


def _with_periods(file: SourceFile) -> SourceFile:
    cubes, elsewhere = list(file.document.cubes), dict(file.elsewhere)
    for index, cube in enumerate(cubes):
        if cube.interval is None or any(one.name == cube.interval.period for one in cube.dimensions):
            continue
        made = DimensionDocument.model_validate({"name": cube.interval.period, "type": "time"})
        place = ("cubes", index, "dimensions", len(cube.dimensions))
        elsewhere[place] = Origin(file, ("cubes", index, "interval"), None)
        cubes[index] = cube.model_copy(update={"dimensions": [*cube.dimensions, made]})
    return replace(file, document=file.document.model_copy(update={"cubes": cubes}), elsewhere=elsewhere)


def is_period(cube: CubeDocument, document: DimensionDocument) -> bool:
    return cube.interval is not None and document.name == cube.interval.period


def of_calendar(document: DimensionDocument) -> Scalar:
    """NULL for every row, as a day. Raises ExpressionFault where it is written as something that rows have."""
    used = [key for key in COLUMN_KEYS if getattr(document, key)]
    if document.type != "time" or used:
        message = f"'{document.name}' is the period of spells, a time that no row has."
        raise ExpressionFault("D656", message, f"Leave out '{used[0]}'." if used else "Give it the type 'time'.")
    return Scalar(cast(exp.Null(), "DATE"), ())


def interval_of(cube: CubeDocument) -> SpellInterval | None:
    found = cube.interval
    return None if found is None else SpellInterval(found.start, found.end, found.period)


def refuse_mismeasured(document: MeasureDocument) -> None:
    """Raises ExpressionFault where the keys of a measure of spells do not go together."""
    kind = document.type
    unused = [key for key in ("of", "through", "day_count") if getattr(document, key) is not None]
    if unused and kind not in SPELL_TYPES:
        raise ExpressionFault("D640", f"A measure of type '{kind}' has no use for '{unused[0]}'.", "Leave it out.")
    if document.of is not None and (kind != "days" or document.sql is not None or document.through is not None):
        raise ExpressionFault("D656", "'of' goes with the type 'days', without 'sql' and 'through'.", "Leave them out.")
    if document.through is not None and kind in COUNTING:
        message = f"'{kind}' is counted through opgjort_pr as it is."
        raise ExpressionFault("D656", message, "Leave out 'through'.")
    if kind == "amount" and document.sql is None:
        raise Lacking("D640", "An amount needs sql: the rate of a day.")


def spell_of(document: MeasureDocument) -> Spell:
    what: What = OF[document.of]
    if document.type == "active" or document.type == "started" or document.type == "ended":
        what = document.type
    realised = what != "within" or document.through is not None
    return Spell(what, inclusive=document.day_count == "inclusive_actual", realised=realised)


def spells_have_intervals(model: Model, draft: Draft) -> Iterator[Problem]:
    """A measure of spells is of a cube that says from when to when its rows last, and is made of its own columns."""
    for cube in draft.cubes.values():
        for index, measure in enumerate(cube.measures):
            if measure.type in SPELL_TYPES and cube.interval is None and (cube.name,) not in draft.broken.maimed:
                message = f"'{cube.name}.{measure.name}' is of spells, and needs its cube's 'interval'."
                yield Problem("D656", message, at=draft.at(cube.name, "measures", index, "name"))
        yield from _interval_faults(cube, draft)


def _interval_faults(cube: CubeDocument, draft: Draft) -> Iterator[Problem]:
    if cube.interval is None:
        return
    at = draft.at(cube.name, "interval")
    for name in (cube.interval.start, cube.interval.end):
        if not draft.has(cube.name, name, "dimensions"):
            message = f"'interval' names '{name}', which is no dimension of '{cube.name}'."
            yield Problem("D656", message, suggest(name, [one.name for one in cube.dimensions]), at=at)
        elif name == cube.interval.period:
            message = f"The period '{name}' is the question's, and no day on which a spell starts or ends."
            yield Problem("D656", message, "Give the period a name of its own.", at=at)
        elif any(one.name == name and one.type != "time" for one in cube.dimensions):
            message = f"'interval' names '{cube.name}.{name}', which is not a time dimension."
            yield Problem("D656", message, at=at)
