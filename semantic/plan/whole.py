"""A group value is of the whole group, or refused: never of the rows that the asker's own scope leaves of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from semantic.access.rows import Led, RowPredicate, row_atoms
from semantic.errors import DeniedError, Problem, refusal
from semantic.model.graph import Path, end_of
from semantic.model.model import Dimension, Model, Scalar
from semantic.model.stage import Stage
from semantic.plan.reach import Entry, NoWay, Reached, reach
from semantic.plan.stand import Frame, Standing
from semantic.predicate import is_true, tests
from semantic.query import DimensionField

Columns = frozenset[tuple[Path, str]]  # a path from the fact, and a column's name without regard to letter case
HINT = "Leave out what only your own rows have, so that the whole group may be read."


def check_whole(frame: Frame, standing: Standing, stages: Iterable[Stage], operands: Iterable[Path], name: str) -> None:
    """Raises DeniedError (A306) where the rows that may be read cut a group that the stages put together.

    What is dropped must not be what the rows are cut by; and where only some dimensions are kept, the rows must be cut
    by these alone. What is joined for the keys, the filters and the `operands` counts as the rows themselves do: a row
    whose joined one may not be read is in no group. Raises DeniedError (A302), UnsupportedError (U421) as
    `check_known` does.
    """
    elsewhere = [stage for stage in stages if not stage.is_at_the_asked_grain]
    if not elsewhere:
        return
    entry, model = standing.entry, frame.model
    tested = (standing.reached[test.leaf.name] for part in standing.where for test in tests(part))
    paths = {*operands, *_ways((*(standing.reached[one.name] for one in standing.fields), *tested))}
    paths |= {(*path, *way) for segment, path in standing.segments for way in ((), *segment.segment.condition.paths)}
    told = _told_by(frame, entry, paths)
    grouped = [standing.reached[field.name] for field in standing.fields]
    kept = {column for one in grouped for column in _columns(model, entry.cube, one.dimension.expression, one.path)}
    for stage in elsewhere:
        dropped = _columns_of(model, entry, stage.drops)
        if told is not None and (dropped is None or told & dropped or (stage.keeps is not None and not told <= kept)):
            raise _denied(name)
        check_known(frame, entry, standing.fields, name)


def check_members_whole(
    frame: Frame, entries: Iterable[Entry], members: Iterable[str], fields: Iterable[DimensionField], name: str
) -> None:
    """Raises DeniedError (A306) where only some of the members may be read that a mean or a rank is over."""
    ids, asked = frozenset(members), (*fields, *(test.leaf for part in frame.where for test in tests(part)))
    for entry in dict.fromkeys(entries):
        told = _told_by(frame, entry, set(_ways(_met(frame.model, entry, asked))))
        over = _columns_of(frame.model, entry, ids) if told is not None else frozenset()
        if told is not None and (over is None or told & over):
            raise _denied(name)


def check_known(frame: Frame, entry: Entry, fields: Iterable[DimensionField], name: str) -> None:
    """Raises UnsupportedError (U421) where the group is divided or filtered by what only some of its rows have.

    It would be the value of those that have it, under the name of all.
    """
    for field in dict.fromkeys((*fields, *(test.leaf for part in frame.where for test in tests(part)))):
        try:
            reached = reach(frame.model, entry, field)
        except NoWay:
            continue
        if reached is not None and reached.dimension.partial and field.asked:
            message = f"'{name}' is of a whole group, and '{field.name}' is known for a part of it only."
            raise refusal(Problem("U421", message, f"Leave out '{field.name}'."))


def _denied(name: str) -> DeniedError:
    return DeniedError(Problem("A306", f"'{name}' is of a whole group, and only a part of it is yours to read.", HINT))


def _told_by(frame: Frame, entry: Entry, paths: Iterable[Path]) -> Columns | None:
    """The columns that the fact's rows, and those that the paths lead to, are cut by for this asker; None where none
    are."""
    rows = frame.decision.narrows(entry.cube)
    found = frozenset() if is_true(rows) else _tested(frame.model, entry.cube, rows)
    for path in sorted({one[:length] for one in paths for length in range(1, len(one) + 1)}):
        found |= _told_beyond(frame, entry.cube, path, found)
    return found if found or not is_true(rows) else None


def _told_beyond(frame: Frame, fact: str, path: Path, told: Columns) -> Columns:
    """What more cuts the rows at the path's end than cuts the fact's own, and the columns that they are met by."""
    model = frame.model
    near, step = end_of(model.graph, fact, path[:-1]), path[-1]
    if step not in model.graph[near]:
        return frozenset()  # a value beside the row
    target = model.graph[near][step].target
    rows = frame.decision.narrows(target)
    if is_true(rows) or frame.decision.leads(near, step, target):
        return frozenset()
    met = frozenset(column for length in range(1, len(path) + 1) for column in _of_join(model, fact, path[:length]))
    cut = frozenset(((*path, *way), name) for way, name in _tested(model, target, rows))
    return frozenset() if cut <= told | (met if met & told else frozenset()) else cut | met


def _met(model: Model, entry: Entry, fields: Iterable[DimensionField]) -> Iterator[Reached]:
    for field in fields:
        try:
            found = reach(model, entry, field)
        except NoWay:
            continue
        if found is not None:
            yield found


def _ways(reached: Iterable[Reached]) -> Iterator[Path]:
    """The paths to the values, and on from there where they are read."""
    for one in reached:
        yield one.path
        yield from ((*one.path, *path) for path in one.dimension.expression.paths)


def _tested(model: Model, cube: str, rows: RowPredicate) -> Columns:
    found: set[tuple[Path, str]] = set()
    for atom in row_atoms(rows):
        if isinstance(atom, Led):
            # Which rows lead here is told by the columns of the join: those of the target's side.
            on = model.cubes[atom.cube].joins[atom.join].on
            found |= {((), ref.name.lower()) for ref in on.columns if ref.path}
        else:
            found |= _columns(model, cube, atom.leaf.dimension.expression, atom.leaf.path)
    return frozenset(found) | _ladder(model, cube, found)


def _columns_of(model: Model, entry: Entry, ids: frozenset[str]) -> Columns | None:
    """The columns of the dimensions as the fact sees them; None where it is not known by which path."""
    found: set[tuple[Path, str]] = set()
    for name in ids:
        dimension = model.dimension(*name.split("."))
        try:
            reached = reach(model, entry, DimensionField(name, name, dimension, dimension.cube, (), False))
        except NoWay:
            return None
        if reached is not None:
            found |= _columns(model, entry.cube, reached.dimension.expression, reached.path)
    return frozenset(found)


def _columns(model: Model, cube: str, scalar: Scalar, path: Path) -> set[tuple[Path, str]]:
    """The columns that the value is read from, and those of each join on the way, on both sides, with its day."""
    found: set[tuple[Path, str]] = set()
    for ref in scalar.columns:
        way = (*path, *ref.path)
        found.add((way, ref.name.lower()))
        for length in range(1, len(way) + 1):
            found |= _of_join(model, cube, way[:length])
    return found


def _of_join(model: Model, cube: str, way: Path) -> set[tuple[Path, str]]:
    at, step = end_of(model.graph, cube, way[:-1]), way[-1]
    if step not in model.graph[at]:
        return set()  # a value beside the row
    backwards = step.startswith("<")
    owner, name = step[1:].split(".", 1) if backwards else (at, step)
    sides = (way, way[:-1]) if backwards else (way[:-1], way)
    join = model.cubes[owner].joins[name]
    dated = model.cubes[owner].dimensions.get(join.dated_by) if join.dated_by else None
    on = {(sides[bool(ref.path)], ref.name.lower()) for ref in join.on.columns}
    return on | {((*sides[0], *ref.path), ref.name.lower()) for ref in (dated.expression.columns if dated else ())}


def _ladder(model: Model, cube: str, found: set[tuple[Path, str]]) -> Columns:
    """The columns of all levels of the fact's own hierarchies that one of the columns is a level of."""
    own = model.cubes[cube]
    ladders = [[own.dimensions[level.split(".")[1]] for level in one.levels if level.split(".")[0] == cube]
               for one in own.hierarchies.values()]  # fmt: skip
    levels = [{column for one in ladder for column in _own(model, cube, one)} for ladder in ladders]
    return frozenset(column for ladder in levels if ladder & found for column in ladder)


def _own(model: Model, cube: str, dimension: Dimension) -> set[tuple[Path, str]]:
    return _columns(model, cube, dimension.expression, ())
