"""What a question's names are, and how the rows of one cube lead to a dimension of another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar
from zoneinfo import ZoneInfo

from tests.reference.description import Dimension, Granularity, Measure, Member, Path, Row, Segment, Step, World
from tests.reference.filters import leaves

M = TypeVar("M", Dimension, Measure, Segment)


class Refused(Exception):
    """The question has no answer; the codes say why."""

    def __init__(self, *codes: str) -> None:
        super().__init__(*codes)
        self.codes = set(codes)


@dataclass(frozen=True)
class Entry:
    """Where a fact stands: its cube, and the path from the view's root when a view led there."""

    cube: str
    root: str
    path: Path = ()
    in_view: bool = False
    view: str = field(default="", compare=False)


@dataclass(frozen=True)
class Field(Generic[M]):
    """A member in a question."""

    name: str
    member: M
    entry: Entry
    grain: str | None = None

    @property
    def own_grain(self) -> Granularity | None:
        """What the dimension declares of that name."""
        own = self.member.granularities if isinstance(self.member, Dimension) else ()
        return next((one for one in own if one.name == self.grain), None)


def find(world: World, name: str) -> Field[Any]:
    start, _, rest = name.partition(".")
    if start in world.cubes:
        member = world.cubes[start].members[rest]
        return Field(name, member, Entry(start, start))
    view = world.views[start]
    for path in view.paths:
        cube = path[-1].end if path else view.root
        for member in world.cubes[cube].members.values():
            if rest == in_view(path, member, view.words[view.paths.index(path)]):
                return Field(name, member, Entry(cube, view.root, path, True, view.name))
    raise KeyError(name)


def in_view(path: Path, member: Member, words: str) -> str:
    return f"{words.split('.')[-1]}_{member.name}" if path else member.name


def steps_from(world: World, cube: str) -> Iterator[Step]:
    """The cube's own joins, and others' walked back where it declares none to them itself."""
    own = world.cubes[cube].joins
    yield from (Step(join) for join in own)
    for other in world.cubes.values():
        if other.name not in {join.target for join in own}:
            yield from (Step(join, True) for join in other.joins if join.target == cube and other.name != cube)


def ways(world: World, start: str, end: str, down: bool, past_pairs: bool = False) -> Iterator[Path]:
    """Every path without a cube twice: steps to many first, if `down`, then steps to one.

    Rows that pair off may stand among the steps to many only if `past_pairs`, and among those to one always. A step to
    the many rows of a bridge may stand anywhere, if `down`.
    """
    for path in every_path(world, start, end):
        descents = [place for place, step in enumerate(path) if step.to_many]
        if descents and not down:
            continue
        unruled = [place for place in descents if not world.cubes[path[place].end].bridge]
        first = path[: max(unruled, default=0)]
        if all(step.to_many or (past_pairs and step.join.pairs) for step in first):
            yield path


def every_path(world: World, start: str, end: str, seen: frozenset[str] = frozenset()) -> Iterator[Path]:
    for step in steps_from(world, start):
        if step.end == end:
            yield (step,)
        elif step.end not in seen | {start}:
            yield from ((step, *rest) for rest in every_path(world, step.end, end, seen | {start}))


def to_many(path: Path) -> bool:
    return any(step.to_many for step in path)


def roles(path: Path) -> tuple[str, ...]:
    """The joins on the path that have a name of their own, and not just the joined cube's."""
    return tuple(step.join.name for step in path if not step.back and step.join.name != step.join.target)


def only(paths: list[Path]) -> Path | None:
    if len(paths) > 1:
        raise Refused("R218")
    return paths[0] if paths else None


def meet(world: World, fact: str, root: str, way: Path) -> tuple[int, Path] | None:
    """How many steps of the way from the root are behind the fact where it meets it, and its own path to there.

    It meets the root by any path to one row, a cube further on only in the role that the way gives it.
    """
    for behind in range(len(way) + 1):
        cube = way[behind - 1].end if behind else root
        paths = [()] if cube == fact else list(ways(world, fact, cube, down=False))
        path = only([one for one in paths if not behind or roles(one) == roles(way[:behind])])
        if path is not None and not to_many(way[behind:]):
            return behind, path
    return None


def from_above(world: World, fact: str, root: str, way: Path) -> Path | None:
    """Down to the root's many rows, past rows that pair off if it must, and on along the way to one."""
    straight = [one for one in ways(world, fact, root, down=True) if to_many(one)]
    past_pairs = [one for one in ways(world, fact, root, down=True, past_pairs=True) if to_many(one)]
    path = only(straight or past_pairs)
    return None if path is None or to_many(way) else (*path, *way)


def way_in_view(entry: Entry, path: Path) -> Path:
    """From one place of a view to another: up to where they part, then down."""
    shared = 0
    while shared < min(len(entry.path), len(path)) and entry.path[shared] == path[shared]:
        shared += 1
    return (*(Step(step.join, not step.back) for step in reversed(entry.path[shared:])), *path[shared:])


def descents_after_climbing(path: Path) -> list[Step]:
    """The steps to many behind one where several rows led to the same."""
    return [step for place, step in enumerate(path) if step.to_many and any(one.climbs for one in path[:place])]


def many_to_many(world: World, path: Path) -> bool:
    """Whether rows meet many to many and no bridge says how to count."""
    return any(not world.cubes[step.end].bridge for step in descents_after_climbing(path))


def crosses(world: World, path: Path) -> bool:
    """Whether it leads down to a bridge and up from there."""
    steps = zip(path, path[1:], strict=False)
    return any(down.to_many and world.cubes[down.end].bridge and up.climbs for down, up in steps)


def walked(world: World, entry: Entry, path: Path) -> Path:
    """The way in the view. Raises Refused when rows meet many to many."""
    found = way_in_view(entry, path)
    if many_to_many(world, found):
        raise Refused("U414")
    return found


def reach(world: World, fact: Entry, field: Field[Dimension]) -> tuple[Dimension, Path] | None:
    """The dimension as the fact has it: by the view's path, as its own conformed one, or where it meets its way."""
    dimension, there = field.member, field.entry
    if there.in_view and fact.in_view and there.root == fact.root:
        return dimension, walked(world, fact, there.path)
    if dimension.conformed is not None and dimension.cube != fact.cube and not roles(there.path):
        for own in world.cubes[fact.cube].dimensions:
            if own.conformed == dimension.conformed:
                return own, ()
    own_way = there.path
    met = meet(world, fact.cube, there.root, (*own_way, *(dimension.operand.via if dimension.repeats else ())))
    if met is None:
        path = from_above(world, fact.cube, there.root, own_way)
        return None if path is None else (dimension, path)
    behind, path = met
    if behind <= len(own_way):
        return dimension, (*path, *own_way[behind:])
    repeated = world.dimension(f"{dimension.operand.via[-1].end}.{dimension.repeats}")
    return repeated, (*path, *(*own_way, *dimension.operand.via)[behind:])


@dataclass(frozen=True)
class Standing:
    """A fact's view of the question: the keys and tests that it has, and how it reaches what they name."""

    fields: tuple[Field[Dimension], ...]
    where: tuple[Any, ...]
    reached: dict[str, tuple[Dimension, Path]]
    segments: tuple[tuple[Segment, Path], ...]

    @property
    def to_many(self) -> bool:
        return any(to_many(path) for _, path in (*self.reached.values(), *self.segments))


@dataclass(frozen=True)
class Asked:
    """The question in members. `where` and `having` are parts that must all hold; `tested` is who they name."""

    world: World
    fields: tuple[Field[Dimension], ...]
    where: tuple[Any, ...]
    having: tuple[Any, ...]
    tested: dict[str, Field[Any]]
    segments: tuple[Field[Segment], ...]
    zone: ZoneInfo


def stand(asked: Asked, fact: Entry, fields: tuple[Field[Dimension], ...], constant: frozenset[str] | None) -> Standing:
    """How the fact stands; it may ignore what is in `constant`, anything if None. Raises Refused."""
    codes: set[str] = set()
    reached: dict[str, tuple[Dimension, Path]] = {}

    def known(field: Field[Dimension]) -> bool:
        try:
            found = reach(asked.world, fact, field)
        except Refused as refused:
            codes.update(refused.codes)
            return True
        if found:
            reached[field.name] = found
        elif not may_ignore(field.member, constant):
            codes.add("U410")
        return found is not None

    kept = tuple(field for field in fields if known(field))
    where = []
    for part in asked.where:
        tested = {known(asked.tested[leaf.member]) for leaf in leaves(part)}
        if len(tested) > 1:
            codes.add("U410")  # half of an `or` cannot be left out
        if tested != {False}:
            where.append(part)
    segments = []
    for segment in asked.segments:
        try:
            path = _to_segment(asked.world, fact, segment)
        except Refused as refused:
            codes.update(refused.codes)
            continue
        if path is None:
            codes.add("U410")
        else:
            segments.append((segment.member, path))
    if codes:
        raise Refused(*codes)
    return Standing(kept, tuple(where), reached, tuple(segments))


def _to_segment(world: World, fact: Entry, field: Field[Segment]) -> Path | None:
    there = field.entry
    if there.in_view and fact.in_view and there.root == fact.root:
        return walked(world, fact, there.path)
    met = meet(world, fact.cube, there.root, there.path)
    if met is None:
        return from_above(world, fact.cube, there.root, there.path)
    return (*met[1], *there.path[met[0] :])


def may_ignore(dimension: Dimension, constant: frozenset[str] | None) -> bool:
    """`constant` names the dimension, or the one that it repeats."""
    repeated = f"{dimension.operand.via[-1].end}.{dimension.repeats}" if dimension.repeats else dimension.id
    return constant is None or dimension.id in constant or repeated in constant


def joined(world: World, cube: str, row: Row, paths: set[Path]) -> list[dict[Path, Row | None]]:
    """The row with the rows that the paths lead to, once for each combination; None where there are none."""
    seen: list[dict[Path, Row | None]] = [{(): row}]
    for path in sorted({one[:i] for one in paths for i in range(1, len(one) + 1)}, key=len):
        seen = [{**one, path: far} for one in seen for far in follow(world, path[-1], one[path[:-1]]) or [None]]
    return seen


def follow(world: World, step: Step, row: Row | None) -> list[Row]:
    near, far = (step.join.key, step.join.column) if step.back else (step.join.column, step.join.key)
    if row is None or row[near] is None:
        return []
    return [one for one in world.cubes[step.end].rows if one[far] == row[near]]
