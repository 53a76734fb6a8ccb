"""One cube's document → Cube: its relation, dimensions, measures, segments and joins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial

from sqlglot import exp

from semantic.errors import Place
from semantic.model.calendar import own_grains
from semantic.model.cohort import companions, counted_names
from semantic.model.comparison import compared, compared_names
from semantic.model.documents import (
    CubeDocument,
    DimensionDocument,
    HierarchyDocument,
    JoinDocument,
    LoadedAtDocument,
    MeasureDocument,
)
from semantic.model.draft import Draft
from semantic.model.expression import (
    ExpressionFault,
    Lacking,
    Unmade,
    base_tables,
    each,
    parse_expression,
    parse_query,
    parse_table,
)
from semantic.model.formula import Formulas
from semantic.model.grain import GRAINS
from semantic.model.graph import Path, beside
from semantic.model.hierarchy import Hierarchy
from semantic.model.intervals import interval_of, is_period
from semantic.model.looks import Link, LinkDocument, LinkFormat, LinkFormatDocument, Looks
from semantic.model.model import Aggregation, Cube, Dimension, Join, Measure, Scalar, Segment, Table
from semantic.model.repeat import COUNTS, decimals_of
from semantic.model.scalar import Scalars
from semantic.model.share import Share
from semantic.model.stage import Window, read_carry
from semantic.model.sub_query import measure_of
from semantic.model.targets import targeted
from semantic.model.time_calculations import calculated, calculated_names
from semantic.model.timing import LoadedAt, Snapshot, ValidTime
from semantic.model.vocabulary import Described, ValidTimeDocument
from semantic.result import DataType

KIND_TYPES: dict[str, DataType] = {"string": "text", "number": "decimal", "boolean": "boolean", "time": "timestamp"}
TO_MANY = ("one_to_many", "has_many", "many_to_many")
BACK_TO_ONE = ("one_to_one", "has_one")
UNITS = {"cohort": "pct"}
WORDS = re.compile(r"_+|(?<=[a-z0-9])(?=[A-Z])")


def link_cube(name: str, draft: Draft, scalars: Scalars, formulas: Formulas) -> Cube:
    """The cube; members with faults are left out and their faults noted in the draft."""
    document = draft.cubes[name]
    relation = draft.attempt(_relation_place(document, draft), lambda: _relation(document), name) or Table((name,))
    dimensions = [_dimension(document, i, draft, scalars) for i in range(len(document.dimensions))]
    measures = [one for i in range(len(document.measures)) for one in _measures(document, i, draft, formulas)]
    joins = [_join(document, i, draft, scalars) for i in range(len(document.joins))]
    return Cube(
        name=name,
        title=document.title or spelled_out(name),
        description=document.description,
        public=is_public(document),
        relation=relation,
        tables=_tables(relation),
        data_source=document.data_source,
        dimensions={d.name: d for d in dimensions if d},
        measures={one.name: one for one in measures},
        segments={s.name: s for s in _segments(document, draft, scalars)},
        joins={j.name: j for j in joins if j},
        hierarchies={one.name: _hierarchy(name, one) for one in document.hierarchies},
        snapshot=_snapshot(document, draft),
        valid_time=_valid_time(document.valid_time),
        main_time=_main_time(document),
        interval=interval_of(document),
        loaded_at=_loaded_at(document.loaded_at),
        static=document.static,
        source=document.source,
        synthetic=document.synthetic,
        person_key=document.person_key,
        persons=document.persons,
        address_protection=document.address_protection,
        meta=document.meta,
        at=draft.at(name, "name"),
    )


def _snapshot(cube: CubeDocument, draft: Draft) -> Snapshot | None:
    document = cube.snapshot
    if document is None:
        return None
    at = draft.at(cube.name, "snapshot", "carry_forward")
    carry = draft.attempt(at, partial(_carry, document.carry_forward)) if document.carry_forward else None
    return Snapshot(document.date, tuple(document.series), tuple(document.periods), carry)


def _carry(text: str) -> Window:
    try:
        return read_carry(text)
    except (ValueError, OverflowError) as error:
        message = f"'carry_forward' cannot be read: {error}."
        raise ExpressionFault("D647", message, "Write for example 3 months, 1 year or unbounded.") from None


def _valid_time(document: ValidTimeDocument | None) -> ValidTime | None:
    return None if document is None else ValidTime(document.begins, document.ends)


def _loaded_at(document: LoadedAtDocument | None) -> LoadedAt | None:
    return None if document is None else LoadedAt(document.load, document.withdrawn)


def _main_time(document: CubeDocument) -> str | None:
    """The time that is declared the main one, or the only one that there is."""
    times = [one.name for one in document.dimensions if one.type == "time"]
    return document.main_time or (times[0] if len(times) == 1 else None)


def _hierarchy(cube: str, document: HierarchyDocument) -> Hierarchy:
    levels = tuple(member_id(cube, level) for level in document.levels)
    return Hierarchy(document.name, document.title or spelled_out(document.name), is_public(document), levels)


def member_id(cube: str, name: str) -> str:
    """`cube.member` of a name as the cube writes it: alone, behind CUBE, or behind the cubes that lead to it.

    >>> member_id("orders", "status"), member_id("orders", "CUBE.status"), member_id("orders", "users.city")
    ('orders.status', 'orders.status', 'users.city')
    """
    words = name.removeprefix("CUBE.").split(".")
    return ".".join(words[-2:] if len(words) > 1 else (cube, *words))


def spelled_out(name: str) -> str:
    """The title of what is given none: its words, each with a capital, as Cube has it.

    >>> spelled_out("order_count"), spelled_out("usersCount"), spelled_out("user_id"), spelled_out("top_10")
    ('Order Count', 'Users Count', 'User ID', 'Top10')
    """
    words: list[str] = []
    for word in WORDS.split(name):
        if word.isdigit() and words:
            words[-1] += word
        elif word:
            words.append({"id": "ID", "ids": "IDs"}.get(word.lower(), word.capitalize()))
    return " ".join(words) or name


def looks_of(document: DimensionDocument | MeasureDocument) -> Looks:
    """What the document says of how it is shown."""
    looks = Looks(shown_format(document.format), document.currency.upper() if document.currency else None)
    if isinstance(document, MeasureDocument):
        return looks
    links = tuple(_link(one) for one in document.links)
    return replace(looks, order=document.order, links=links, suggests_values=document.suggest_filter_values)


def shown_format(document: str | LinkFormatDocument | None) -> str | LinkFormat | None:
    return LinkFormat(document.label) if isinstance(document, LinkFormatDocument) else document


def _link(document: LinkDocument) -> Link:
    params = tuple(one.key for one in document.params)
    return Link(
        document.name, document.label, document.dashboard, document.icon, document.target, document.primary, params
    )


def is_public(document: Described) -> bool:
    """`public`, or Cube's older word `shown`; where neither is written all but primary keys are, as in Cube."""
    for written in (document.public, getattr(document, "shown", None)):
        if written is not None:
            return bool(written)
    return not getattr(document, "primary_key", False)


def _relation_place(document: CubeDocument, draft: Draft) -> Place:
    key = next((key for key in ("sql_table", "sql") if getattr(document, key) is not None), "name")
    return draft.at(document.name, key)


def _relation(document: CubeDocument) -> Table | exp.Query:
    if (document.sql_table is None) == (document.sql is None):
        kind = Lacking if document.sql is None else ExpressionFault
        raise kind("D607", f"The cube '{document.name}' needs either 'sql_table' or 'sql'.")
    if document.sql_table is not None:
        return Table(parse_table(document.sql_table, document.dialect))
    return parse_query(document.sql or "", document.dialect)


def _tables(relation: Table | exp.Query) -> tuple[Table, ...]:
    """The base tables that the relation reads."""
    if isinstance(relation, Table):
        return (relation,)
    named = (tuple(part.name for part in table.parts) for table in base_tables(relation))
    return tuple(Table(parts) for parts in dict.fromkeys(named))


def _dimension(cube: CubeDocument, index: int, draft: Draft, scalars: Scalars) -> Dimension | None:
    document = cube.dimensions[index]
    at = draft.at(cube.name, "dimensions", index, "name")
    if (cube.name, "dimensions", index) in draft.unserved:
        draft.attempt(at, partial(_read_alone, cube, document), cube.name, document.name)
        return None
    expression = draft.attempt(at, partial(_expression, cube.name, document, scalars), cube.name, document.name)
    alias = draft.attempt(at, lambda: scalars.alias_of(document, cube.name)) if expression else None
    granularities = draft.attempt(at, lambda: own_grains(document.granularities or (), document.type))
    if expression is None or document.type == "geo":
        return None
    return Dimension(
        name=document.name,
        cube=cube.name,
        title=document.title or spelled_out(document.name),
        description=document.description,
        public=is_public(document),
        kind="string" if document.type == "switch" else document.type,
        expression=expression,
        data_type=KIND_TYPES.get(document.type, "text"),
        primary_key=document.primary_key,
        unique=document.unique,
        conformed=document.conformed,
        alias=alias,
        sub_query=measure_of(cube, document, draft) if document.sub_query else None,
        value_order=_value_order(document, alias, scalars),
        partial=document.partial,
        geography=document.geography,
        granularities=granularities or {},
        switch=tuple(document.values),
        is_period=is_period(cube, document),
        grain=GRAINS[document.grain] if document.grain else None,
        zoned=("local" if document.local_time else "utc") if document.type == "time" else "none",
        looks=looks_of(document),
        meta=document.meta,
        at=at,
    )


def _expression(cube: str, document: DimensionDocument, scalars: Scalars) -> Scalar:
    """The dimension's expression; a second one of its name is built by itself."""
    if scalars.dimensions[cube, document.name] is document:
        return scalars.of_dimension(cube, document.name)
    return scalars.of_document(cube, document)


def _read_alone(cube: CubeDocument, document: DimensionDocument | MeasureDocument) -> None:
    """Reads the SQL of a member that is not served, without what it names. Raises Unmade always."""
    texts = [*(own.sql for own in getattr(document, "filters", ())), *([document.sql] if document.sql else [])]
    if isinstance(document, DimensionDocument) and document.case:
        texts += document.case.texts
    each(lambda text: parse_expression(text, cube.dialect), texts)
    raise Unmade


def _value_order(document: DimensionDocument, alias: tuple[Path, str, str] | None, scalars: Scalars) -> tuple[str, ...]:
    """The declared order, or that of the dimension which this one repeats."""
    if document.value_order is not None or alias is None:
        return tuple(document.value_order or document.values)
    _, cube, name = alias
    repeated = scalars.dimensions.get((cube, name))
    return () if repeated is None else _value_order(repeated, scalars.alias_of(repeated, cube), scalars)


def _measures(cube: CubeDocument, index: int, draft: Draft, formulas: Formulas) -> Iterator[Measure]:
    """The measure, and what is made beside it; none where it is faulty."""
    document = cube.measures[index]
    measure = _measure(cube, index, draft, formulas)
    if measure is None:
        draft.broken.names |= {(cube.name, name) for name in companion_names(document)}
        return
    yield measure
    yield from _beside(cube, document, measure, draft)
    if document.type == "cohort":
        yield from companions(measure, formulas.cohorts.counts(cube.name, document))
    yield from targeted(measure, draft.targets.get((cube.name, document.name)))


def _beside(cube: CubeDocument, document: MeasureDocument, measure: Measure, draft: Draft) -> Iterator[Measure]:
    """The measure's time calculations and comparisons; where they cannot be made, their names are broken."""
    made = (
        (draft.attempt(measure.at, partial(calculated, document, measure)), calculated_names),
        (draft.attempt(measure.at, partial(compared, document, measure, draft)), compared_names),
    )
    for found, names in made:
        if found is None:
            draft.broken.names |= {(cube.name, name) for name in names(document)}
        yield from found or ()


def companion_names(document: MeasureDocument) -> tuple[str, ...]:
    """The names of what is made beside the measure."""
    return (*calculated_names(document), *compared_names(document), *counted_names(document))


def _measure(cube: CubeDocument, index: int, draft: Draft, formulas: Formulas) -> Measure | None:
    document = cube.measures[index]
    at = draft.at(cube.name, "measures", index, "name")
    if (cube.name, "measures", index) in draft.unserved:
        draft.attempt(at, partial(_read_alone, cube, document), cube.name, document.name)
        return None
    body = draft.attempt(at, lambda: formulas.body(cube.name, document), cube.name, document.name)
    if body is None:
        return None
    decimals = decimals_of(body, document.decimals)
    counts = isinstance(body, Aggregation) and body.kind in COUNTS
    return Measure(
        name=document.name,
        cube=cube.name,
        title=document.title or spelled_out(document.name),
        description=document.description,
        public=is_public(document),
        type=document.type,
        body=body,
        data_type="bigint" if counts else "decimal",
        unit=document.unit or UNITS.get(document.type),
        decimals=decimals,
        polarity=document.polarity,
        sign=document.sign,
        pinned=_pinned(cube, document.additive_over),
        additive_over=None if document.additive_over is None else tuple(document.additive_over),
        reconstructed=document.reconstructed,
        marked_by=None if document.validated_by is None else f"{cube.name}.{document.validated_by}",
        drill_members=tuple(member_id(cube.name, name) for name in document.drill_members),
        looks=looks_of(document),
        meta=document.meta,
        at=at,
    )


def _pinned(cube: CubeDocument, additive_over: list[str] | None) -> frozenset[str]:
    """The dimensions of the cube's grain that a measure must not be summed over."""
    if additive_over is None:
        return frozenset()
    own = [d for d in cube.dimensions if d.type != "switch" and not is_period(cube, d)]
    return frozenset(d.name for d in [d for d in own if d.primary_key] or own) - frozenset(additive_over)


def _segments(cube: CubeDocument, draft: Draft, scalars: Scalars) -> Iterator[Segment]:
    for index, document in enumerate(cube.segments):
        at = draft.at(cube.name, "segments", index, "name")
        condition = draft.attempt(at, partial(scalars.of_text, cube.name, document.sql), cube.name, document.name)
        if condition:
            yield Segment(
                document.name,
                cube.name,
                document.title or spelled_out(document.name),
                document.description,
                is_public(document),
                condition,
                document.meta,
                at,
            )


def _join(cube: CubeDocument, index: int, draft: Draft, scalars: Scalars) -> Join | None:
    document = cube.joins[index]
    at = draft.at(cube.name, "joins", index, "sql")
    target = document.cube or document.name
    words = (
        {document.name: (document.name,)}
        if target == cube.name
        else {document.name: (document.name,), target: (document.name,)}
    )
    if document.name not in scalars.graph[cube.name]:
        return None  # there is no such cube
    on = draft.attempt(at, lambda: _condition(cube.name, document, words, scalars), cube.name, document.name)
    to_many = document.relationship in TO_MANY
    if on is None:
        return None
    back_to_many = is_back_to_many(document)
    share = Share(document.share) if document.share else None
    return Join(cube.name, document.name, target, to_many, back_to_many, on, document.at, share, at)


def is_back_to_many(join: JoinDocument) -> bool:
    """Whether several rows of the joining cube may lead to one."""
    return join.relationship == "many_to_many" or join.relationship not in (*BACK_TO_ONE, *TO_MANY)


def _condition(cube: str, document: JoinDocument, words: Mapping[str, Path], scalars: Scalars) -> Scalar:
    on = scalars.of_text(cube, document.sql, words)
    if any(map(beside, on.paths)):
        raise ExpressionFault(
            "D615", f"The join '{document.name}' uses a sub_query.", "Join on the two cubes' columns."
        )
    if not on.paths <= {(), (document.name,)}:
        message = f"The join '{document.name}' uses a column of a third cube."
        raise ExpressionFault("D615", message, "Join on the two cubes' own.")
    return on
