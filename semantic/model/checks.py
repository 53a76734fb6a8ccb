"""What must hold of a linked model. Each check yields every fault it finds; `CHECKS` is the whole list.

The model may lack what is broken: what only needs names is checked on the documents.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from graphlib import TopologicalSorter

from semantic.errors import Place, Problem, suggest
from semantic.model.checklists import checklists_lead_somewhere
from semantic.model.cubes import member_id
from semantic.model.documents import CubeDocument, SnapshotDocument
from semantic.model.draft import Draft
from semantic.model.graph import circles
from semantic.model.intervals import spells_have_intervals
from semantic.model.loads import keeping, loads_are_told
from semantic.model.model import (
    SEPARATOR,
    STAMPS,
    STATUS_SUFFIX,
    Aggregation,
    Dimension,
    Measure,
    MeasureRef,
    Model,
)
from semantic.model.shares import shares_are_declared
from semantic.model.sub_query import sub_queries_end
from semantic.model.themes import themes_lead_somewhere
from semantic.model.time_calculations import dates_are_not_rolled, times_are_told
from semantic.model.valid_time import dating, hops_are_dated

MEMBERS = ("dimensions", "measures", "segments")
NAMED = (*MEMBERS, "hierarchies")
MOST_CHARACTERS = 63  # of a name, as PostgreSQL has it
MAX_PARTS, MAX_CHAIN = 1_000, 60  # of one measure, with all that its parts are made of
Check = Callable[[Model, Draft], Iterator[Problem]]


def names_unique(model: Model, draft: Draft) -> Iterator[Problem]:
    """A cube's members and hierarchies share one set of names, and so do its joins; case tells none apart."""
    for file in draft.files:
        for index, cube in enumerate(file.document.cubes):
            seen: dict[str, Place] = {}
            for section in (*NAMED, "joins"):
                seen = {} if section == "joins" else seen
                for position, member in enumerate(getattr(cube, section)):
                    at = file.at("cubes", index, section, position, "name")
                    first = seen.setdefault(member.name.lower(), at)
                    if first is not at:
                        place = at if at.heir is None else first  # of the two the cube's own, not what it inherits
                        what = "joins" if section == "joins" else "members"
                        yield Problem("D606", f"'{cube.name}' has two {what} named '{member.name}'.", at=place)


def names_free(model: Model, draft: Draft) -> Iterator[Problem]:
    """No name is one that every view has, or holds what separates names in columns."""
    for name in draft.home:
        if SEPARATOR in name or name == "CUBE":
            yield _not_free(name, draft.at(name, "name"))
    for cube in draft.cubes.values():
        for section in MEMBERS:
            for index, member in enumerate(getattr(cube, section)):
                if _is_taken(member.name):
                    yield _not_free(member.name, draft.at(cube.name, section, index, "name"))
    for view in model.views.values():
        for name, shown in view.members.items():
            is_own = isinstance(shown.member, Measure) and shown.member.companion_of is not None
            if name != shown.member.name and _is_taken(name) and not is_own:
                yield _not_free(name, view.at)


def _is_taken(name: str) -> bool:
    return name.lower() in STAMPS or SEPARATOR in name


def _not_free(name: str, at: Place) -> Problem:
    return Problem(
        "D608", f"The name '{name}' is not free.", "Names hold no '__', and every view has the stamps.", at=at
    )


def companions_are_whole_names(model: Model, draft: Draft) -> Iterator[Problem]:
    """What is made beside a measure has a name that PostgreSQL's clients keep whole, with its status."""
    for cube in model.cubes.values():
        beside = (one for one in cube.measures.values() if one.companion_of in cube.measures)
        longest = {one.companion_of or "": one for one in sorted(beside, key=lambda one: len(one.name))}
        for owner, one in longest.items():
            name = f"{one.name}{STATUS_SUFFIX}"
            if len(name) > MOST_CHARACTERS:
                message = f"'{name}' has {len(name)} characters, and SQL's clients take {MOST_CHARACTERS}."
                at = cube.measures[owner].at
                yield Problem("D605", message, f"Give '{owner}' a name that is shorter.", at=at)


def names_lead_somewhere(model: Model, draft: Draft) -> Iterator[Problem]:
    """What a cube only names (its person key, its hierarchies, its drill members) exists."""
    for cube in draft.cubes.values():
        for hierarchy in cube.hierarchies:
            for level in hierarchy.levels:
                what = f"The hierarchy '{hierarchy.name}'"
                yield from _names_member(draft, cube, level, what, sections=("dimensions",))
        if cube.person_key is not None:
            yield from _names_member(draft, cube, cube.person_key, "'person_key'")
        if cube.address_protection is not None:
            what = "'address_protection'"
            yield from _names_member(draft, cube, cube.address_protection, what, sections=("dimensions",))
        if cube.persons is not None and not draft.has(cube.name, cube.persons, "measures"):
            hint = suggest(cube.persons, [measure.name for measure in cube.measures])
            at = draft.at(cube.name, "name")
            yield Problem("D609", f"'persons' names '{cube.persons}', which is no measure.", hint, at=at)
        for measure in cube.measures:
            for name in measure.drill_members:
                yield from _names_member(draft, cube, name, f"'drill_members' of '{measure.name}'")


def _names_member(
    draft: Draft, cube: CubeDocument, name: str, what: str, sections: tuple[str, ...] = ("dimensions", "measures")
) -> Iterator[Problem]:
    owner, _, member = member_id(cube.name, name).partition(".")
    if owner in draft.cubes:
        found = draft.has(owner, member, *sections)
    else:
        found = draft.broken.covers(owner)
    if not found:
        known = [one.name for section in sections for one in getattr(draft.cubes.get(owner), section, ())]
        message = f"{what} of '{cube.name}' names '{name}', which does not exist."
        yield Problem("D609", message, suggest(member, known), at=draft.at(cube.name, "name"))


def keys_are_own(model: Model, draft: Draft) -> Iterator[Problem]:
    """Primary keys, snapshots and what dates a hop are made of the cube's own columns."""
    for cube in model.cubes.values():
        named = {*((cube.snapshot.date, *cube.snapshot.series) if cube.snapshot else ()), *dating(cube)}
        named |= {cube.interval.start, cube.interval.end} if cube.interval else set()
        named |= keeping(cube)
        for dimension in cube.dimensions.values():
            if (dimension.primary_key or dimension.name in named) and dimension.expression.paths - {()}:
                message = f"'{dimension.id}' is part of a key, but uses a column of another cube."
                yield Problem("D628", message, "Use the cube's own column.", at=dimension.at)


def measures_not_circular(model: Model, draft: Draft) -> Iterator[Problem]:
    """No measure is, through others, a part of itself, or made of more parts than can be written."""
    measures = {one.id: one for cube in model.cubes.values() for one in cube.measures.values()}
    parts = {
        name: [part for one in _measure_parts(own) if (part := str(one)) in measures] for name, own in measures.items()
    }
    for circle in circles(parts):
        message = f"Measures name each other in a circle: {' → '.join(circle)}."
        yield Problem("D645", message, at=measures[circle[0]].at)
        parts[circle[0]].remove(circle[1])
    size: dict[str, int] = {}
    depth: dict[str, int] = {}
    for name in TopologicalSorter(parts).static_order():
        size[name] = 1 + sum(size[part] for part in parts[name])
        depth[name] = 1 + max((depth[part] for part in parts[name]), default=0)
        if size[name] > MAX_PARTS or depth[name] > MAX_CHAIN:
            message = f"'{name}' is made of too many measures, {size[name]} in {depth[name]} steps."
            yield Problem("D645", message, at=measures[name].at)
            size[name] = depth[name] = 1  # those that it is a part of are not told the same


def _measure_parts(measure: Measure) -> list[MeasureRef]:
    if isinstance(measure.body, Aggregation):
        return []
    return [part for part in measure.body.parts if isinstance(part, MeasureRef)]


def bridges_join_two(model: Model, draft: Draft) -> Iterator[Problem]:
    """A bridge's row belongs to one row of each of the cubes that it brings together."""
    for cube in draft.cubes.values():
        sides = [edge for edge in model.graph[cube.name].values() if not edge.to_many]
        if cube.bridge and len(sides) < 2 and cube.name not in draft.broken.lost_joins:
            message = f"The bridge '{cube.name}' joins {len(sides)} cubes to one row, not two or more."
            yield Problem("D618", message, "Join it to what it brings together.", at=draft.at(cube.name, "bridge"))


def additive_dimensions_exist(model: Model, draft: Draft) -> Iterator[Problem]:
    for cube in draft.cubes.values():
        for index, measure in enumerate(cube.measures):
            for name in measure.additive_over or ():
                if not draft.has(cube.name, name, "dimensions"):
                    message = f"'additive_over' names '{name}', which is no dimension of '{cube.name}'."
                    at = draft.at(cube.name, "measures", index, "name")
                    yield Problem("D646", message, suggest(name, [one.name for one in cube.dimensions]), at=at)


def stocks_have_snapshots(model: Model, draft: Draft) -> Iterator[Problem]:
    """A stock's cube says at which date each series was counted."""
    for cube in draft.cubes.values():
        for index, measure in enumerate(cube.measures):
            if measure.type == "stock" and cube.snapshot is None and (cube.name,) not in draft.broken.maimed:
                at = draft.at(cube.name, "measures", index, "name")
                yield Problem("D647", f"The stock '{cube.name}.{measure.name}' needs its cube's 'snapshot'.", at=at)
        if cube.snapshot is not None:
            yield from _snapshot_faults(cube, cube.snapshot, draft)
    for own in model.cubes.values():
        for stock in own.measures.values():
            if isinstance(stock.body, Aggregation) and stock.body.latest and _leaves_home(stock.body):
                yield Problem("D647", f"The stock '{stock.id}' uses a column of another cube.", at=stock.at)


def _leaves_home(body: Aggregation) -> bool:
    return any(scalar is not None and scalar.paths - {()} for scalar in (body.operand, body.condition))


def _snapshot_faults(cube: CubeDocument, snapshot: SnapshotDocument, draft: Draft) -> Iterator[Problem]:
    for name in (snapshot.date, *snapshot.series, *snapshot.periods):
        if not draft.has(cube.name, name, "dimensions"):
            message = f"'snapshot' names '{name}', which is no dimension of '{cube.name}'."
            hint = suggest(name, [one.name for one in cube.dimensions])
            yield Problem("D647", message, hint, at=draft.at(cube.name, "name"))
    for index, dimension in enumerate(cube.dimensions):
        at = draft.at(cube.name, "dimensions", index, "name")
        name = f"{cube.name}.{dimension.name}"
        if dimension.name == snapshot.date and dimension.type != "time":
            yield Problem("D647", f"The snapshot date '{name}' is not a time dimension.", at=at)
        if dimension.type == "time" and dimension.name not in (snapshot.date, *snapshot.periods):
            message = f"'{name}' is a time in a cube of snapshots, but not their date."
            yield Problem("D647", message, "Name it in the snapshot's 'periods'.", at=at)


def conformed_alike(model: Model, draft: Draft) -> Iterator[Problem]:
    """Dimensions that are declared one and the same are of one kind, and a cube has one of each."""
    first: dict[str, str] = {}
    for cube in draft.cubes.values():
        own: set[str] = set()
        for index, dimension in enumerate(cube.dimensions):
            if dimension.conformed is None:
                continue
            at = draft.at(cube.name, "dimensions", index, "name")
            if dimension.conformed in own:
                message = f"'{cube.name}' has two dimensions conformed as '{dimension.conformed}'."
                yield Problem("D648", message, at=at)
            own.add(dimension.conformed)
            if first.setdefault(dimension.conformed, dimension.type) != dimension.type:
                message = f"'{cube.name}.{dimension.name}' is conformed as '{dimension.conformed}' but of another type."
                yield Problem("D648", message, at=at)


def records_name_measures(model: Model, draft: Draft) -> Iterator[Problem]:
    """Each nøgletal governs a measure that exists, and has an id of its own."""
    seen: dict[str, Place] = {}
    for file in draft.files:
        for index, record in enumerate(file.document.noegletal):
            at, place = file.at("noegletal", index, "measure"), file.at("noegletal", index, "id")
            first = seen.setdefault(record.id, place)
            if first is not place:
                yield Problem("D606", f"Two nøgletal have the id '{record.id}'.", f"The other is at {first}.", at=place)
            view, _, name = record.measure.partition(".")
            member = model.views[view].members.get(name) if view in model.views else None
            if member is None and draft.broken.covers(view, name):
                continue
            if member is None or not isinstance(member.member, Measure):
                known = [f"{v.name}.{m}" for v in model.views.values() for m in v.members]
                message = f"The nøgletal '{record.id}' names the measure '{record.measure}', which does not exist."
                yield Problem("D649", message, suggest(record.measure, known), at=at)


def approved_records_say_by_whom(model: Model, draft: Draft) -> Iterator[Problem]:
    """Who approved a nøgletal is a part of its being so."""
    for file in draft.files:
        for index, record in enumerate(file.document.noegletal):
            if record.status == "godkendt" and not (record.approved_by or "").strip():
                message = f"The nøgletal '{record.id}' is 'godkendt', and 'approved_by' is missing."
                yield Problem(
                    "D604", message, "Say who, or 'status: kladde'.", at=file.at("noegletal", index, "status")
                )


def uncounted_are_not_counted(model: Model, draft: Draft) -> Iterator[Problem]:
    """What cannot be counted has an id of its own, also beside what is."""
    seen = set(model.noegletal)
    for file in draft.files:
        for index, one in enumerate(file.document.ikke_opgjorte):
            if one.id in seen:
                at = file.at("ikke_opgjorte", index, "id")
                yield Problem("D606", f"Two nøgletal have the id '{one.id}'.", at=at)
            seen.add(one.id)


def records_name_dimensions(model: Model, draft: Draft) -> Iterator[Problem]:
    """The units and the period of each nøgletal are dimensions that exist; months are those of a time."""
    known = {f"{v.name}.{m.name}": m.member for v in model.views.values() for m in v.members.values()}
    dimensions = {name: one for name, one in known.items() if isinstance(one, Dimension)}
    for file in draft.files:
        for index, record in enumerate(file.document.noegletal):
            at = file.at("noegletal", index, "measure")
            named = [(name, file.at("noegletal", index, "units", kind)) for kind, name in record.units.items()]
            named += [(record.period, file.at("noegletal", index, "period"))] if record.period else []
            for name, place in named:
                if name not in dimensions and not draft.broken.covers(*name.partition(".")[::2]):
                    message = f"The nøgletal '{record.id}' names the dimension '{name}', which does not exist."
                    yield Problem("D649", message, suggest(name, dimensions), at=place)
            if bool(record.units) != bool(record.period):
                yield Problem("D649", f"The nøgletal '{record.id}' has units or a period, but not both.", at=at)
            period = dimensions.get(record.period or "")
            if period is not None and period.kind != "time" and (record.level == "M" or period.kind != "number"):
                message = f"'{record.period}' is no time, and so not the months of '{record.id}'."
                yield Problem("D649", message, "A number of years is the period of a yearly nøgletal.", at=at)


CHECKS: tuple[Check, ...] = (
    names_unique,
    names_free,
    companions_are_whole_names,
    names_lead_somewhere,
    keys_are_own,
    measures_not_circular,
    sub_queries_end,
    bridges_join_two,
    additive_dimensions_exist,
    stocks_have_snapshots,
    spells_have_intervals,
    hops_are_dated,
    loads_are_told,
    shares_are_declared,
    times_are_told,
    dates_are_not_rolled,
    conformed_alike,
    records_name_measures,
    approved_records_say_by_whom,
    uncounted_are_not_counted,
    records_name_dimensions,
    themes_lead_somewhere,
    checklists_lead_somewhere,
)
