"""Random measures of every served type."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from tests.reference.description import (
    TIMES,
    Call,
    Condition,
    Cube,
    Measure,
    Number,
    Op,
    Operand,
    Ref,
    Step,
    Total,
    World,
)  # fmt: skip

NUMBERS = ("integer", "decimal", "fine")
some: SearchStrategy[bool] = st.sampled_from([False, False, False, True])  # a quarter
most: SearchStrategy[bool] = st.sampled_from([True, True, True, False])
few: SearchStrategy[bool] = st.sampled_from([False] * 7 + [True])
KINDS = {
    "count": "count", "count_distinct": "count_distinct", "sum": "sum", "min": "min", "max": "max", "avg": "sum",
    "median": "median", "percentile": "percentile", "stock": "sum",
}  # fmt: skip
MATHS = ("sum", "avg", "median", "percentile", "stock")
SHARES = [Decimal("0.25"), Decimal("0.9")]
TESTED: dict[str, list[Any]] = {"t": ["a", "b", "B"], "n": [0, 1, 2, 3]}
TOTALS = [Total("sum", Operand("d")), Total("count"), Total("count_distinct", Operand("t"))]  # as SQL in a formula
DECIMALS = [None, None, None, 0, 1, 2, 4]


@st.composite
def conditions(draw: DrawFn, world: World, cube: Cube) -> Condition:
    """A test in model SQL on a column of the cube, or of one that a join leads to."""
    joins = [join for join in cube.joins if not join.to_many]
    via = (Step(draw(st.sampled_from(joins))),) if joins and draw(some) else ()
    owner = world.cubes[via[-1].end] if via else cube
    column = draw(st.sampled_from([one for one in ("t", "n", "b") if one in owner.columns]))
    if column == "b":
        return Condition(Operand(column, via), draw(st.sampled_from(["is", "IS NULL"])))
    operator = draw(st.sampled_from(["=", "<>", "IS NULL", "IS NOT NULL"] + ["<", ">="] * (column == "n")))
    value = None if operator.startswith("IS") else draw(st.sampled_from(TESTED[column]))
    return Condition(Operand(column, via), operator, value)


@st.composite
def totals(draw: DrawFn, world: World, cube: Cube) -> tuple[Measure, ...]:
    """Measures that aggregate the cube's rows; always a count and a sum."""
    found = [Measure(cube.name, "count", "count", Total("count")),
             Measure(cube.name, "sum_n", "sum", Total("sum", Operand("n")))]  # fmt: skip
    types = [one for one in KINDS if one != "stock" or cube.snapshot]
    for index in range(draw(st.sampled_from([2, 3, 4, 1]))):
        type_ = draw(st.sampled_from([*types, *(["stock"] * 3 if cube.snapshot else [])]))
        found.append(draw(totals_of(world, cube, type_, f"{type_}_{index}")))
    return tuple(found)


@st.composite
def totals_of(draw: DrawFn, world: World, cube: Cube, type_: str, name: str) -> Measure:
    joins = [] if type_ == "stock" else [join for join in cube.joins if not join.to_many]
    via = (Step(draw(st.sampled_from(joins))),) if joins and draw(few) else ()
    owner = world.cubes[via[-1].end] if via else cube
    shown = {one.operand.column for one in owner.dimensions if not one.operand.via}
    fit = NUMBERS if type_ in MATHS else (*NUMBERS, "text", *TIMES)
    columns = [name for name, kind in owner.columns.items() if name in shown and name[:3] != "fk_" and kind in fit]
    operand = Operand(draw(st.sampled_from(columns)), via)
    own: list[Condition] = []
    if draw(some):
        alone = replace(cube, joins=()) if type_ == "stock" else cube
        own = draw(st.lists(conditions(world, alone), min_size=1, max_size=2))
    total = Total(KINDS[type_], operand, tuple(own), latest=type_ == "stock")  # type: ignore[arg-type]
    if type_ == "percentile":
        total = replace(total, percentile=draw(st.sampled_from(SHARES)))
    is_number = owner.columns[operand.column] in NUMBERS
    decimals = draw(st.sampled_from(DECIMALS)) if is_number and not type_.startswith("count") else None
    tree: Any = total if type_ != "avg" else Op("/", total, replace(total, kind="count"))
    additive = draw(st.sampled_from([None] * 6 + [(), tuple(one.name for one in cube.dimensions[1:])]))
    return Measure(cube.name, name, type_, tree, decimals, additive_over=additive if type_ == "sum" else None)


def kind_of(world: World, measure: Measure) -> str:
    """What kind of value it is."""
    total = measure.tree
    if not isinstance(total, Total) or total.kind not in ("min", "max") or total.operand is None:
        return "number"
    owner = total.operand.via[-1].end if total.operand.via else measure.cube
    column = world.cubes[owner].columns[total.operand.column]
    return "number" if column in NUMBERS else "string" if column == "text" else "time"


@st.composite
def formulas(draw: DrawFn, world: World) -> None:
    """A few ratios, numbers and means over members, each made of measures that were there before."""
    for index in range(draw(st.sampled_from([1, 2, 3, 4, 0]))):
        known = [
            one for cube in world.cubes.values() for one in cube.measures
            if kind_of(world, one) == "number" and one.group_aggregation == "ratio_of_sums"
        ]  # fmt: skip
        cube = world.cubes[draw(st.sampled_from(list(world.cubes)))]
        if draw(st.booleans()):
            measure = draw(ratios(world, cube, known, f"ratio_{index}"))
        else:
            tree = draw(trees(cube, known))
            measure = Measure(cube.name, f"number_{index}", "number", tree, draw(st.sampled_from(DECIMALS)))
        world.cubes[cube.name] = replace(world.cubes[cube.name], measures=(*world.cubes[cube.name].measures, measure))


@st.composite
def ratios(draw: DrawFn, world: World, cube: Cube, known: list[Measure], name: str) -> Measure:
    own = [one for one in known if one.cube == cube.name]
    above, below = draw(st.sampled_from([*own, *known])), draw(st.sampled_from(known))
    scale = draw(st.sampled_from([1, 100, 1000]))
    tree = Op("/", Op("*", Ref(above.id), Number(Decimal(scale))), Ref(below.id))
    ids = [one.id for one in (*cube.dimensions, *world.cubes[below.cube].dimensions)]
    constant = draw(st.lists(st.sampled_from(ids), max_size=3, unique=True))
    if draw(some):  # whatever the ratio's own cube is broken down by
        constant = ids[: len(cube.dimensions)]
    measure = Measure(
        cube.name, name, "ratio", tree, draw(st.sampled_from(DECIMALS)), (above.id, below.id), scale, tuple(constant)
    )
    if draw(st.booleans()):
        members = draw(st.lists(st.sampled_from(ids[: len(cube.dimensions)]), min_size=1, max_size=2, unique=True))
        how = draw(st.sampled_from(["unweighted_mean", "median"]))
        measure = replace(measure, group_aggregation=how, group_members=tuple(members))  # type: ignore[arg-type]
    return measure


@st.composite
def trees(draw: DrawFn, cube: Cube, known: list[Measure], depth: int = 2) -> Any:
    own = [one for one in known if one.cube == cube.name]
    kind = draw(
        st.sampled_from(["ref", "total", "call", "op", "op", "op"] if depth else ["ref", "ref", "total", "number"])
    )
    if kind == "number":
        return Number(Decimal(draw(st.sampled_from(["2", "0.95", "100"]))))
    if kind == "total":
        return draw(st.sampled_from(TOTALS))
    if kind == "call":
        name = draw(st.sampled_from(["COALESCE", "ROUND"]))
        inner = draw(trees(cube, known, depth - 1))
        inner = Ref(known[0].id) if isinstance(inner, Number) else inner
        return Call(name, inner, Decimal(draw(st.sampled_from([0, 1]))))  # type: ignore[arg-type]
    if kind == "op":
        sign = draw(st.sampled_from("+-*///"))
        left, right = draw(trees(cube, known, depth - 1)), draw(trees(cube, known, depth - 1))
        left = Ref(own[0].id if own else known[0].id) if isinstance(left, Number) else left
        if sign == "/" and draw(st.booleans()):
            right = Call("NULLIF", right, Decimal(0))
        return Op(sign, left, right)  # type: ignore[arg-type]
    return Ref(draw(st.sampled_from([*own, *known])).id)
