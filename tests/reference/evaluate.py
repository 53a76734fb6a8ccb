"""The answer to a question, worked out row by row from the description of a world.

Nothing is shared with the planner: no SQL, no linked model, no plan. Slow, and meant to be read beside
`docs/model-language.md`. Numbers are fractions until they are shown.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any
from zoneinfo import ZoneInfo

from semantic.query import Query
from tests.reference import filters
from tests.reference.additive import lookups_to_meet, meets, not_additive
from tests.reference.description import (
    SCALES,
    Call,
    Dimension,
    Measure,
    Number,
    Op,
    Ref,
    Total,
    World,
)  # fmt: skip
from tests.reference.reach import (
    Asked,
    Entry,
    Field,
    Refused,
    find,
    many_to_many,
    stand,
    way_in_view,
)  # fmt: skip
from tests.reference.reading import read
from tests.reference.rows import STATUS, flagged, grouping_sets, in_order, order_of, with_flags
from tests.reference.totals import Clock, Key, aggregate, check_countable, group

MEMBER_DECIMALS = 12  # of each member's value in a mean over members


@dataclass(frozen=True)
class Answer:
    names: tuple[str, ...]
    rows: list[tuple[Any, ...]]
    total: int | None
    truncated: bool


@dataclass(frozen=True)
class Leaf:
    """What is aggregated for one measure: a total of its fact, or (None) its mean over members."""

    entry: Entry
    measure: Measure
    total: Total | None


@dataclass(frozen=True)
class Value:
    """`over_zero` when something known was divided by zero on the way."""

    of: Any
    over_zero: bool = False

    @property
    def status(self) -> str:
        return "nul_naevner" if self.over_zero else "mangler" if self.of is None else "normal"


@dataclass(frozen=True)
class Cells:
    """Every group, and the value of each leaf in it."""

    keys: set[Key]
    value: Callable[[Leaf, Key], Any]


def answer(world: World, query: Query) -> Answer:
    """The answer. Raises Refused."""
    clock = Clock(world.today, ZoneInfo(query.timezone or "Europe/Copenhagen"))
    asked = read(world, query, clock.zone)
    keys = [field.name for field in asked.fields]
    sets = grouping_sets(query.subtotals, keys)
    shown = tuple(dict.fromkeys(query.measures))
    names = (*(keys if sets is None else with_flags(keys)), *shown)
    measures = {name.removesuffix(STATUS): find(world, name.removesuffix(STATUS)) for name in shown}
    measures |= {name: field for name, field in asked.tested.items() if isinstance(field.member, Measure)}
    rows = at_every_grain(asked, measures, [keys] if sets is None else sets, clock)
    rows = [row for row in rows if all(_has(part, row, clock) for part in asked.having)]
    for name, descending in reversed(order_of(query, keys, shown)):
        rows = in_order(rows, name, descending, asked)
    end = None if query.limit is None else query.offset + query.limit
    page, truncated = rows[query.offset : end], False
    if query.limit is None and query.default_limit is not None:
        page, truncated = page[: query.default_limit], len(page) > query.default_limit
    cells = [tuple(_shown(world, name, row, measures) for name in names) for row in page]
    return Answer(names, cells, len(rows) if query.total else None, truncated)


def at_every_grain(
    asked: Asked, measures: dict[str, Field[Measure]], sets: list[list[str]], clock: Clock
) -> list[dict[str, Any]]:
    """The rows of each grouping set: the question asked for the dimensions that it keeps, from the base.

    Its facts must have an answer for all dimensions too, be that asked for or not; a mean only for those asked.
    """
    rows: list[dict[str, Any]] = []
    codes: set[str] = set()
    keys = [field.name for field in asked.fields]
    if measures and keys not in sets:
        codes |= refusals(asked, measures, clock)
    for kept in [keys] * (not measures and keys not in sets) + sets:
        fields = tuple(field for field in asked.fields if field.name in kept)
        try:
            found = measured(asked, measures, fields, clock) if measures else members_only(asked, fields, clock)
        except Refused as refused:
            codes |= refused.codes
            continue
        rows += [flagged(row, keys, kept) for row in found if kept in sets]
    if codes:
        raise Refused(*codes)
    return rows


def refusals(asked: Asked, measures: dict[str, Field[Measure]], clock: Clock) -> set[str]:
    """Why a fact has no answer for all dimensions."""
    needs: dict[Leaf, frozenset[str]] = {}
    codes: set[str] = set()
    for one in measures.values():
        try:
            spelled(asked.world, one.member, one.entry, frozenset(), needs)
        except Refused as refused:
            codes |= refused.codes
    knows_all = False
    for leaf, constant in needs.items():
        try:
            knows_all |= leaf.total is None or of_leaf(asked, leaf, constant, asked.fields, clock)[2]
        except Refused as refused:
            codes |= refused.codes
    return codes or ({"U411"} if not knows_all else set())


def members_only(asked: Asked, fields: tuple[Field[Dimension], ...], clock: Clock) -> list[dict[str, Any]]:
    """The combinations that occur, seen from the first asked cube that leads to one row of all others."""
    roots = dict.fromkeys(Entry(one.entry.root, one.entry.root, (), one.entry.in_view) for one in asked.fields)
    codes: set[str] = set()
    for root in roots:
        try:
            standing = stand(asked, root, asked.fields, frozenset())
        except Refused as refused:
            codes |= refused.codes
            continue
        if len(roots) == 1 or not standing.to_many:
            here = stand(asked, root, fields, frozenset())
            groups = group(asked, asked.world.cubes[root.cube], Total("count"), here, clock)
            return [{field.name: one for field, one in zip(fields, key, strict=True)} for key in groups]
    raise Refused(*(codes if len(roots) == 1 else {"R217"}))


def measured(
    asked: Asked, measures: dict[str, Field[Measure]], fields: tuple[Field[Dimension], ...], clock: Clock
) -> list[dict[str, Any]]:
    """A row for each group: its keys, and each measure's value and status."""
    needs: dict[Leaf, frozenset[str]] = {}
    trees = {name: spelled(asked.world, one.member, one.entry, frozenset(), needs) for name, one in measures.items()}
    cells = gather(asked, needs, fields, clock)
    rows = []
    for key in cells.keys:
        row: dict[str, Any] = {field.name: one for field, one in zip(fields, key, strict=True)}
        for name, tree in trees.items():
            value = computed(tree, lambda leaf, key=key: cells.value(leaf, key))  # type: ignore[misc]
            row |= {name: clock.shown(value.of), name + STATUS: value.status}
        rows.append(row)
    return rows


def spelled(
    world: World, measure: Measure, entry: Entry, constant: frozenset[str], needs: dict[Leaf, frozenset[str]],
    grouped: bool = True,
) -> Any:  # fmt: skip
    """The measure's tree down to leaves. A leaf needed twice may ignore only what it may ignore both times."""
    constant |= set(measure.constant_over)

    def leaf(total: Total | None) -> Leaf:
        found = Leaf(entry, measure, total)
        needs[found] = needs.get(found, constant) & constant
        return found

    def spell(tree: Any) -> Any:
        if isinstance(tree, Total):
            return leaf(tree)
        if isinstance(tree, Ref):
            other = world.measure(tree.id)
            there = entry if other.cube == entry.cube else entry_of(world, other.cube, entry)
            return spelled(world, other, there, constant, needs)
        if isinstance(tree, Op):
            return Op(tree.sign, spell(tree.left), spell(tree.right))
        return Call(tree.name, spell(tree.of), tree.number) if isinstance(tree, Call) else tree

    if grouped and measure.group_aggregation != "ratio_of_sums":
        return leaf(None)
    return spell(measure.tree)


def entry_of(world: World, cube: str, entry: Entry) -> Entry:
    """Where a part of another cube stands: where the view has it, if not many to many from here; else by itself."""
    found = []
    for path in world.views[entry.view].paths if entry.in_view else ():
        there = Entry(cube, entry.root, path, True, entry.view)
        if (path[-1].end if path else entry.root) == cube and not many_to_many(world, way_in_view(entry, path)):
            found.append(there)
    if len(found) > 1:
        raise Refused("R218")
    return found[0] if found else Entry(cube, cube)


def gather(
    asked: Asked, needs: dict[Leaf, frozenset[str]], fields: tuple[Field[Dimension], ...], clock: Clock
) -> Cells:
    """Each leaf at the grain of the fields, side by side. One that ignores something adds no groups."""
    tables: dict[Leaf, tuple[list[int], dict[Key, Any]]] = {}
    keys: set[Key] = set()
    codes = not_additive(asked, [(leaf.entry, leaf.measure) for leaf in needs], fields)
    alone = True  # whether every leaf ignores something
    for leaf, constant in needs.items():
        try:
            kept, table, whole = of_leaf(asked, leaf, constant, fields, clock)
        except Refused as refused:
            codes |= refused.codes
            continue
        tables[leaf] = [fields.index(field) for field in kept], table
        if whole:
            keys, alone = keys | set(table), False
    if codes or alone:
        raise Refused(*(codes or {"U411"}))

    def value(leaf: Leaf, key: Key) -> Any:
        places, table = tables[leaf]
        counts = leaf.total is not None and leaf.total.kind.startswith("count")
        return table.get(tuple(key[place] for place in places), Fraction(0) if counts else None)

    return Cells(keys, value)


def of_leaf(
    asked: Asked, leaf: Leaf, constant: frozenset[str], fields: tuple[Field[Dimension], ...], clock: Clock
) -> tuple[tuple[Field[Dimension], ...], dict[Key, Any], bool]:
    """The fields that the leaf knows, its value by these, and whether it knows all that is asked."""
    if leaf.total is None:
        return fields, mean(asked, leaf, fields, clock), True
    standing = stand(asked, leaf.entry, fields, constant)
    cube = asked.world.cubes[leaf.entry.cube]
    check_countable(cube, leaf.total, standing)
    groups = group(asked, cube, leaf.total, standing, clock)
    met = lookups_to_meet(asked, leaf.measure, standing)
    table = {
        key: aggregate(asked.world, cube.name, leaf.total, [row for row in rows if meets(asked.world, row, met)])
        for key, rows in groups.items()
    }
    whole = len(standing.fields) == len(fields) and len(standing.where) == len(asked.where)
    return standing.fields, table, whole


def mean(asked: Asked, leaf: Leaf, fields: tuple[Field[Dimension], ...], clock: Clock) -> dict[Key, Any]:
    """The mean, or the median, of the members' own values. What belongs to no member is left out."""
    world, measure = asked.world, leaf.measure
    named = {field.member.id for field in fields if not field.grain}
    members = [world.dimension(id_) for id_ in measure.group_members if id_ not in named]
    finer = (*fields, *(Field(f"member.{one.id}", one, Entry(one.cube, one.cube)) for one in members))
    needs: dict[Leaf, frozenset[str]] = {}
    tree = spelled(world, measure, leaf.entry, frozenset(), needs, grouped=False)
    cells = gather(asked, needs, finer, clock)
    values: dict[Key, list[Fraction]] = {} if fields else {(): []}
    for key in cells.keys:
        own = computed(tree, lambda part, key=key: cells.value(part, key)).of  # type: ignore[misc]
        found = values.setdefault(key[: len(fields)], [])
        is_member = None not in key[len(fields) :]
        found += [Fraction(rounded(own, MEMBER_DECIMALS))] if is_member and own is not None else []
    return {key: middle(sorted(found), measure.group_aggregation) for key, found in values.items()}


def middle(ordered: list[Fraction], how: str) -> Fraction | None:
    if not ordered:
        return None
    if how == "median":
        return (ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2
    return sum(ordered, Fraction(0)) / len(ordered)


def computed(tree: Any, value: Callable[[Leaf], Any]) -> Value:
    """Arithmetic: NULL with NULL is NULL, and so is anything over zero."""
    if isinstance(tree, Leaf):
        return Value(value(tree))
    if isinstance(tree, Number):
        return Value(Fraction(tree.value))
    if isinstance(tree, Call):
        return called(tree, computed(tree.of, value))
    left, right = computed(tree.left, value), computed(without_nullif(tree), value)
    over_zero = left.over_zero or right.over_zero
    if left.of is None or right.of is None:
        return Value(None, over_zero)
    if tree.sign == "/":
        return Value(left.of / right.of, over_zero) if right.of else Value(None, True)
    signs = {"+": left.of + right.of, "-": left.of - right.of, "*": left.of * right.of}
    return Value(signs[tree.sign], over_zero)


def without_nullif(tree: Op) -> Any:
    """NULLIF(x, 0) below the line means the zero that it guards against."""
    guarded = tree.sign == "/" and isinstance(tree.right, Call) and tree.right.name == "NULLIF"
    return tree.right.of if guarded else tree.right


def called(tree: Call, inner: Value) -> Value:
    if tree.name == "COALESCE":
        return Value(Fraction(tree.number), inner.over_zero) if inner.of is None else inner
    if inner.of is None or (tree.name == "NULLIF" and inner.of == tree.number):
        return Value(None, inner.over_zero)
    return inner if tree.name == "NULLIF" else Value(Fraction(rounded(inner.of, int(tree.number))), inner.over_zero)


def rounded(value: Fraction, decimals: int) -> Decimal:
    """Half away from zero."""
    units = int(abs(value) * 10**decimals + Fraction(1, 2))
    return Decimal(units if value >= 0 else -units).scaleb(-decimals)


def decimals_of(world: World, measure: Measure) -> int | None:
    """As declared, else as many as the column has (a median one more), or as the measure that is repeated; else six."""
    total = measure.tree
    if measure.decimals is not None:
        return measure.decimals
    if isinstance(total, Ref) and measure.group_aggregation == "ratio_of_sums":
        return decimals_of(world, world.measure(total.id))
    if not isinstance(total, Total) or measure.group_aggregation != "ratio_of_sums" or total.kind == "percentile":
        return 6
    if total.operand is None or total.kind.startswith("count"):
        return 0
    owner = total.operand.via[-1].end if total.operand.via else measure.cube
    scale = SCALES.get(world.cubes[owner].columns[total.operand.column])
    return None if scale is None else scale + (total.kind == "median")


def _has(part: Any, row: dict[str, Any], clock: Clock) -> bool:
    return filters.holds(part, lambda leaf: filters.passes(leaf, row[leaf.member], clock.today, clock.zone))


def _shown(world: World, name: str, row: dict[str, Any], measures: dict[str, Field[Measure]]) -> Any:
    value = row[name]
    if name in measures and isinstance(value, Fraction):
        return rounded(value, decimals_of(world, measures[name].member) or 0)
    return value
