"""Model + database → Model with the columns' own types. Start-up only: what does not fit is a D6xx fault."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from sqlglot import exp

from semantic.errors import DefinitionError, Problem
from semantic.model.expression import cast, hole
from semantic.model.lineage import valued_by
from semantic.model.model import (
    Aggregation,
    Cube,
    Dimension,
    Formula,
    Join,
    Measure,
    Model,
    Part,
    Scalar,
    Segment,
    View,
    Zoned,
)
from semantic.model.repeat import as_repeated, as_shown, only_part
from semantic.model.scalar import splice, under
from semantic.model.sub_query import depths
from semantic.result import DataType


@dataclass(frozen=True)
class ColumnType:
    """A column's type in the database: our word for it, its exact decimals, and its own name."""

    data_type: DataType | None
    scale: int | None
    name: str

    @property
    def is_exact(self) -> bool:
        return self.data_type in ("integer", "bigint", "decimal")


Describe = Callable[[Model, Cube, list[Scalar]], list[ColumnType]]
"""The types of the expressions over the rows of the model's cube. Raises ValueError with the engine's own words."""

KINDS: dict[str, tuple[DataType, ...]] = {
    "string": ("text",),
    "number": ("integer", "bigint", "decimal", "double"),
    "boolean": ("boolean",),
    "time": ("date", "timestamp"),
}
NUMBER_NEEDED = "A column of numbers is needed: name another, or count the text with count_distinct."
UNKNOWN = ColumnType(None, None, "")
ANY_ROW = Scalar(exp.true(), ())
MEDIAN_DECIMALS = 1  # beyond the column's own: the middle of two values is exact


class Binder:
    """Binds one model. Its life is one `bind`."""

    def __init__(self, describe: Describe, model: Model) -> None:
        self.describe = describe
        self.model = model
        self.cubes = model.cubes
        self.depths = depths(model)
        self.types: dict[int, ColumnType] = {}
        self.problems: list[Problem] = []
        self._told: set[str] = set()  # why a cube's rows cannot be read; not told again for each member that needs them

    def read(self, cube: Cube) -> None:
        """Looks whether the cube's rows are there at all, whatever its members are."""
        try:
            self.describe(self.model, cube, [ANY_ROW])
        except ValueError as error:
            reason, hint = _reason(error)
            self._told.add(reason)
            message = f"The rows of '{cube.name}' cannot be read: {reason}"
            self.problems.append(Problem("D650", message, hint, at=cube.at))

    def learn(self, model: Model, cube: Cube, depth: int) -> None:
        """The type of every expression of the cube that reads sub-queries so deep, which the model has bound.

        In one description, or one by one to find the faulty.
        """
        scalars = [(scalar, member) for scalar, member in _scalars(cube) if self._depth(cube, scalar) == depth]
        try:
            found = self.describe(model, cube, [scalar for scalar, _ in scalars])
        except ValueError:
            found = []
            for scalar, member in scalars:
                try:
                    found += self.describe(model, cube, [scalar])
                except ValueError as error:
                    self._misfit(cube, member, error)
                    found.append(UNKNOWN)
        self.types |= {id(scalar): found for (scalar, _), found in zip(scalars, found, strict=True)}

    def _depth(self, cube: Cube, scalar: Scalar) -> int:
        return max((self.depths[one.id] for one in valued_by(self.model, cube.name, scalar)), default=0)

    def bound(self) -> dict[str, Cube]:
        """The cubes with the types that are known so far."""
        cubes = {
            name: replace(
                cube,
                joins={key: self.join(one) for key, one in cube.joins.items()},
                dimensions={key: self.dimension(one) for key, one in cube.dimensions.items()},
                measures={key: self.measure(one) for key, one in cube.measures.items()},
            )
            for name, cube in self.cubes.items()
        }
        return {name: _repeating(cube, cubes) for name, cube in cubes.items()}

    def _misfit(self, cube: Cube, member: Dimension | Measure | Segment, error: ValueError) -> None:
        reason, hint = _reason(error)
        if reason not in self._told:
            message = f"'{cube.name}' does not fit the database: {reason}"
            self.problems.append(Problem("D650", message, hint, at=member.at))

    def dimension(self, one: Dimension) -> Dimension:
        found = self.types.get(id(one.expression), UNKNOWN)
        if not found.name:
            return one
        if one.kind == "string" and found.data_type != "text":
            return replace(one, expression=_as_text(one.expression), data_type="text")
        if found.data_type is None or found.data_type not in KINDS[one.kind]:
            message = f"'{one.id}' is of type {one.kind}, but its column is {found.name}."
            self.problems.append(Problem("D651", message, at=one.at))
            return one
        if found.data_type == "date":
            return replace(one, data_type="date", zoned="day")
        zoned = "instant" if "TIME ZONE" in found.name else one.zoned
        return replace(one, data_type=found.data_type, zoned=zoned)

    def join(self, one: Join) -> Join:
        """The join with the decimals of its shares."""
        if one.share is None:
            return one
        told = self.cubes[one.target].dimensions[one.share.dimension].expression
        found = self.types.get(id(told), UNKNOWN)
        if not found.name or found.is_exact:
            return replace(one, share=replace(one.share, scale=found.scale or 0))
        message = f"The shares of the join '{one.name}' are {found.name}, which is not exact."
        self.problems.append(Problem("D652", message, "Store them as DECIMAL.", at=one.at))
        return one

    def measure(self, one: Measure) -> Measure:
        if isinstance(one.body, Formula):
            parts = tuple(self._part(part, one) for part in one.body.parts)
            formula = replace(one.body, parts=parts)
            part = only_part(formula)
            whole = replace(one, body=formula)
            return _typed(whole, part) if isinstance(part, Aggregation) else whole
        body = self._aggregation(one.body, one)
        return _typed(replace(one, body=body), body)

    def _zoned(self, found: ColumnType, operand: Scalar, measure: Measure) -> Zoned:
        """How the column is written: as its type says, or as the time dimension over the same columns does.

        The dimension may be of any cube on the way to the columns.
        """
        if found.data_type != "timestamp":
            return "day" if found.data_type == "date" else "none"
        if "TIME ZONE" in found.name:
            return "instant"
        cube, way = self.cubes[measure.cube], min((ref.path for ref in operand.columns), key=len, default=())
        for length in range(len(way) + 1):
            seen = (under(one.expression, way[:length]) for one in cube.dimensions.values() if one.zoned == "local")
            if any(one.columns == operand.columns for one in seen):
                return "local"
            if length < len(way):
                cube = self.cubes[cube.joins[way[length]].target]
        return "utc"

    def _part(self, part: Part, measure: Measure) -> Part:
        return self._aggregation(part, measure) if isinstance(part, Aggregation) else part

    def _aggregation(self, one: Aggregation, measure: Measure) -> Aggregation:
        if one.operand is None or one.kind in ("count", "count_distinct"):
            return replace(one, data_type="bigint", scale=0)
        found = self.types.get(id(one.operand), UNKNOWN)
        if not found.name:
            return one
        if one.kind in ("min", "max"):
            zoned = self._zoned(found, one.operand, measure)
            return replace(one, data_type=found.data_type or "text", scale=_scale(found), zoned=zoned)
        if not found.is_exact:
            wrong = "no number" if found.data_type == "text" else "not exact"
            message = f"'{measure.id}' computes a {one.kind} of {found.name}, which is {wrong}."
            hint = NUMBER_NEEDED if found.data_type == "text" else "Store it as DECIMAL or as an integer."
            self.problems.append(Problem("D652", message, hint, at=measure.at))
            return one
        scale = found.scale or 0
        if one.kind == "sum":
            return replace(one, data_type="decimal" if found.data_type == "decimal" else "bigint", scale=scale)
        if one.kind == "percentile":
            return replace(one, data_type="decimal", scale=None)
        return replace(one, data_type="decimal", scale=scale + MEDIAN_DECIMALS)


def bind(model: Model, describe: Describe) -> Model:
    """The model with types from the database. Raises DefinitionError with every misfit.

    What reads a sub-query is described when the sub-query's own measure is bound.
    """
    binder = Binder(describe, model)
    for cube in model.cubes.values():
        binder.read(cube)
    cubes = model.cubes
    for depth in range(max(binder.depths.values(), default=0) + 1):
        for cube in model.cubes.values():
            binder.learn(replace(model, cubes=cubes), cube, depth)
        cubes = binder.bound()
        if binder.problems:
            raise DefinitionError(*dict.fromkeys(binder.problems))
    measures = (measure for cube in cubes.values() for measure in cube.measures.values())
    if misfits := [one for measure in measures for one in _not_of_numbers(cubes, measure)]:
        raise DefinitionError(*misfits)
    views = {name: _view(view, cubes) for name, view in model.views.items()}
    return replace(model, cubes=cubes, views=views)


def _typed(one: Measure, value: Aggregation) -> Measure:
    """The measure with the type in which its value is shown."""
    return replace(one, data_type=as_shown(value.data_type, one.decimals))


def _repeating(cube: Cube, cubes: Mapping[str, Cube]) -> Cube:
    return replace(cube, measures={name: as_repeated(cubes, one) for name, one in cube.measures.items()})


def _not_of_numbers(cubes: Mapping[str, Cube], measure: Measure) -> Iterator[Problem]:
    """What groups come to is computed from numbers: a day or a text of theirs has no exact value."""
    body = measure.body
    if measure.companion_of is not None and isinstance(body, Formula) and not isinstance(body.node, exp.Placeholder):
        of = as_repeated(cubes, cubes[measure.cube].measures[measure.companion_of])
        if of.data_type not in KINDS["number"]:
            message = f"'{measure.id}' reckons with what is no number but {of.data_type}."
            yield Problem("D652", message, "Leave the time calculation out.", at=measure.at)
    if not isinstance(body, Formula) or body.group_aggregation == "ratio_of_sums":
        return
    for part in body.parts:
        other = part if isinstance(part, Aggregation) else as_repeated(cubes, cubes[part.cube].measures[part.measure])
        if isinstance(body.node, exp.Placeholder) and other.data_type not in KINDS["number"]:
            message = f"'{measure.id}' is taken over groups, whose own value is no number but {other.data_type}."
            yield Problem("D652", message, "Take a number of each group.", at=measure.at)


def _reason(error: ValueError) -> tuple[str, str | None]:
    """The engine's first line, and the name that it thinks was meant."""
    lines = str(error).splitlines()
    meant = next((line for line in lines[1:] if line.startswith(("Did you mean ", "Candidate bindings: "))), None)
    return lines[0][:300], meant and meant.replace('"', "'")


def _view(view: View, cubes: Mapping[str, Cube]) -> View:
    members = {}
    for name, entry in view.members.items():
        cube = cubes[entry.member.cube]
        known: Mapping[str, Dimension | Measure | Segment] = {**cube.dimensions, **cube.measures, **cube.segments}
        members[name] = replace(entry, member=known[entry.member.name])
    return replace(view, members=members)


def _scalars(cube: Cube) -> list[tuple[Scalar, Dimension | Measure | Segment]]:
    found: list[tuple[Scalar, Dimension | Measure | Segment]] = []
    found += [(one.expression, one) for one in cube.dimensions.values()]
    found += [(one.condition, one) for one in cube.segments.values()]
    for measure in cube.measures.values():
        parts = (measure.body,) if isinstance(measure.body, Aggregation) else measure.body.parts
        for part in parts:
            if isinstance(part, Aggregation):
                found += [(scalar, measure) for scalar in (part.operand, part.condition) if scalar is not None]
    return found


def _scale(found: ColumnType) -> int | None:
    return (found.scale or 0) if found.is_exact else None


def _as_text(scalar: Scalar) -> Scalar:
    """The value as text: an id or an enumeration that the model calls a string."""
    return splice(cast(hole(0), "VARCHAR"), lambda _: scalar)
