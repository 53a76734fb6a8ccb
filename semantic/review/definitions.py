"""What policies refer to in the model: members that mean something else, cubes that are read or joined otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from semantic.model.lineage import followed_ids, parts
from semantic.model.model import Aggregation, Cube, Dimension, Measure, Model, Scalar, Segment, View
from semantic.model.views import members_of
from semantic.review.same import plain

Member = Dimension | Measure | Segment


@dataclass(frozen=True)
class Redefined:
    """Something of the model that is otherwise; `members` are those, `cube.member`, that it is a matter of.

    What is computed from them is among them.
    """

    what: str
    members: frozenset[str]


def redefined(old: Model, new: Model) -> Iterator[Redefined]:
    """Each definition that both sides have and that differs; what is only added or gone shows in what is seen."""
    for one in _found(old, new):
        yield replace(one, members=_with_computed(new, one.members))


def _found(old: Model, new: Model) -> Iterator[Redefined]:
    for name, cube in new.cubes.items():
        if name in old.cubes:
            yield from _cube(old.cubes[name], cube)
    for name, view in new.views.items():
        if name in old.views and not view.is_cube and not old.views[name].is_cube:
            yield from _view(old.views[name], view)


def _with_computed(model: Model, members: frozenset[str]) -> frozenset[str]:
    """The members, the measures that have one for a part, and the dimensions that are the value of one."""
    found = set(members)
    measures = [one for cube in model.cubes.values() for one in cube.measures.values()]
    while fresh := {one.id for one in measures if one.id not in found and _has_part(model, one, found)}:
        found |= fresh
    dimensions = (one for cube in model.cubes.values() for one in cube.dimensions.values())
    return frozenset(found | {one.id for one in dimensions if one.sub_query and str(one.sub_query) in found})


def _has_part(model: Model, measure: Measure, found: set[str]) -> bool:
    follow_up = measure.body.follow_up if isinstance(measure.body, Aggregation) else None
    followed = followed_ids(measure.cube, follow_up) if follow_up else frozenset()
    return bool(followed & found) or any(part.id in found for part in parts(model, measure))


def _times(cube: Cube) -> object:
    return plain((cube.valid_time, cube.snapshot, cube.loaded_at, cube.static))


def _cube(old: Cube, new: Cube) -> Iterator[Redefined]:
    own = frozenset(one.id for one in members_of(new).values())
    if plain((old.relation, old.data_source)) != plain((new.relation, new.data_source)):
        yield Redefined(f"kuben {new.name} læser andre data", own)
    if _times(old) != _times(new):
        yield Redefined(f"kuben {new.name} har andre tider", own)
    if (old.person_key, old.persons) != (new.person_key, new.persons):
        before, after = (one.person_key or one.persons or "intet" for one in (old, new))
        yield Redefined(f"kuben {new.name} er mærket anderledes som personoplysninger: {before} → {after}", own)
    for join in new.joins:
        if join in old.joins and plain(old.joins[join]) != plain(new.joins[join]):
            yield Redefined(f"forbindelsen {new.name}.{join} fører anderledes", own)
    known = members_of(old)
    for name, member in members_of(new).items():
        if name in known:
            yield from _member(known[name], member)


def _member(old: Member, new: Member) -> Iterator[Redefined]:
    if _meaning(old) != _meaning(new):
        words = f": {_words(old)} → {_words(new)}" if _words(old) != _words(new) else ""
        yield Redefined(f"{new.id} er defineret anderledes{words}", frozenset({new.id}))


def _meaning(member: Member) -> object:
    """Whether it is public shows in what is seen."""
    found = plain(member)
    assert isinstance(found, tuple)
    return tuple(one for one in found if not (isinstance(one, tuple) and one[0] == "public"))


def _words(member: Member) -> str:
    """The columns that a dimension or a segment reads."""
    scalar = member.expression if isinstance(member, Dimension) else None
    scalar = member.condition if isinstance(member, Segment) else scalar
    return _columns(scalar) if scalar is not None else ""


def _columns(scalar: Scalar) -> str:
    return ", ".join(".".join((*one.path, one.name)) for one in scalar.columns)


def _view(old: View, new: View) -> Iterator[Redefined]:
    for name, after in new.members.items():
        before = old.members.get(name, after)
        if (before.member.id, before.path) != (after.member.id, after.path):
            ways = (".".join((*one.path, one.member.id)) for one in (before, after))
            yield Redefined(f"{new.name}.{name} viser noget andet: {' → '.join(ways)}", frozenset({after.member.id}))
    if _defaults(old) != _defaults(new) or old.root != new.root:
        ids = frozenset(one.member.id for one in new.members.values())
        yield Redefined(f"visningen {new.name} har andre faste filtre eller en anden rod", ids)


def _defaults(view: View) -> object:
    return sorted((repr(one.asked), one.entry.member.id, sorted(one.unless)) for one in view.default_filters)
