"""What must hold of any question: parts add up, filters and groups change places, pages join up, nothing breaks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import assume, given, reject, settings
from hypothesis import strategies as st

from semantic.access.principal import OPERATOR
from semantic.cube_query import parse_query
from semantic.errors import ServiceError
from semantic.pipeline import answer
from semantic.result import collect
from tests.worlds import service

Query = Mapping[str, Any]
Rows = list[tuple[Any, ...]]
EXAMPLES = settings(max_examples=60, deadline=None)
QUICK = settings(max_examples=200, deadline=None)


def ask(world: str, query: Query) -> Rows:
    """The rows as the engine's own values, so that sums of them are exact."""
    found = collect(answer(parse_query(query, default_limit=10_000), OPERATOR, service(world))).table
    return list(zip(*(column.to_pylist() for column in found.columns), strict=True)) if found.num_columns else []


# Measures that add up over rows, and the dimensions that each row of their cube has one of. (A stock adds up over
# everything but time; a yearly fact over everything but the year, which is why neither has its time here.)
ADDITIVE: dict[str, dict[str, list[str]]] = {
    "shop": {
        "orders.count orders.fees orders.completed_count orders.fees_of_adults sales.count": [
            "orders.status", "orders.is_gift", "orders.fee_class", "users.city", "users.age_group", "users.name",
            "orders.created_at.month", "orders.created_at.week", "users.created_at.year", "orders.completed_at.day",
        ],
        "line_items.count line_items.revenue line_items.quantity_sold line_items.refunded_revenue": [
            "products.name", "products.category", "orders.status", "users.city", "line_items.quantity",
            "orders.created_at.quarter", "products.launched.year",
        ],
        "users.count users.total_age users.adults": ["users.city", "users.age_group", "users.created_at.month"],
    },
    "traps": {
        "udgift.beloeb udgift.antal udgift.poster udgift.loen udgift.i_store udgift.i_syd": [
            "udgift.aar", "udgift.kommune", "udgift.funktion", "udgift.art", "udgift.region", "kommune.navn",
            "kommune.stor", "region.navn", "landsdel.navn", "folk.aar",
        ],
        "sag.antal sag.pris_i_alt sag.hastesager sag.udenbys": [
            "sag.emne", "sag.hast", "sag.handlenavn", "sag.handleregion", "person.navn", "sag.oprettet.week",
            "sag.lokal.day", "sag.registreret.hour", "sag.dag.month",
        ],
        "afgoerelse.antal afgoerelse.beloeb afgoerelse.ja afgoerelse.i_hast": [
            "afgoerelse.udfald", "afgoerelse.truffet.month", "sag.hast", "sag.emne", "person.navn", "sag.handleregion",
        ],
        "pladser.antal pladser.doegn": [
            "pladser.enhed", "pladser.type", "pladser.kommune", "kommune.navn", "region.navn",
        ],
    },
}  # fmt: skip
GROUPS = [
    (world, tuple(measures.split()), tuple(dimensions))
    for world, by_measures in ADDITIVE.items()
    for measures, dimensions in by_measures.items()
]


@st.composite
def additive(draw: st.DrawFn) -> tuple[str, list[str], list[str]]:
    """A world, some measures of one cube that add up, and dimensions that their rows have one of."""
    world, measures, dimensions = draw(st.sampled_from(GROUPS))
    chosen = draw(st.lists(st.sampled_from(measures), min_size=1, max_size=3, unique=True))
    return world, chosen, draw(st.lists(st.sampled_from(dimensions), min_size=1, max_size=3, unique=True))


def totals(rows: Rows, first: int) -> list[Decimal | None]:
    """The sum of each measure's column over the rows; None where no row has a value."""
    columns = [[row[index] for row in rows if row[index] is not None] for index in range(first, len(rows[0]))]
    return [sum(map(Decimal, column), Decimal(0)) if column else None for column in columns]


@EXAMPLES
@given(additive())
def test_parts_add_up_to_the_whole(asked: tuple[str, list[str], list[str]]) -> None:
    world, measures, dimensions = asked
    (whole,) = ask(world, {"measures": measures})
    parts = ask(world, {"measures": measures, "dimensions": dimensions})
    assert totals(parts, len(dimensions)) == [None if one is None else Decimal(one) for one in whole]


@EXAMPLES
@given(additive(), st.data())
def test_a_finer_question_adds_up_to_the_coarser(asked: tuple[str, list[str], list[str]], data: st.DataObject) -> None:
    world, measures, dimensions = asked
    kept = data.draw(st.integers(0, len(dimensions) - 1))
    fine = ask(world, {"measures": measures, "dimensions": dimensions})
    groups: dict[tuple[Any, ...], Rows] = {}
    # Grouped times stand behind the other dimensions in the answer; a column is found by where it was put.
    placed = [*(d for d in dimensions if d.count(".") == 1), *(d for d in dimensions if d.count(".") == 2)]
    coarse = placed[:kept]
    for row in fine:
        groups.setdefault(row[:kept], []).append(row)
    found = {row[:kept]: list(row[kept:]) for row in ask(world, {"measures": measures, "dimensions": coarse})}
    assert {key: totals(rows, len(dimensions)) for key, rows in groups.items()} == {
        key: [None if one is None else Decimal(one) for one in values] for key, values in found.items()
    }


PLAIN = [group for group in GROUPS if group[1][0] != "pladser.antal"]


@EXAMPLES
@given(st.sampled_from(PLAIN), st.data())
def test_filter_then_group_is_group_then_filter(
    group: tuple[str, tuple[str, ...], tuple[str, ...]], data: st.DataObject
) -> None:
    world, measures, dimensions = group
    keys = [one for one in dimensions if one.count(".") == 1]
    chosen = data.draw(st.lists(st.sampled_from(keys), min_size=1, max_size=3, unique=True))
    everything = ask(world, {"measures": measures, "dimensions": chosen})
    value = data.draw(st.sampled_from(everything))[0]
    written = value if isinstance(value, (bool, str)) or value is None else str(value)
    test = {"member": chosen[0], "operator": "equals", "values": [written]}
    narrowed = ask(world, {"measures": measures, "dimensions": chosen, "filters": [test]})
    assert narrowed == [row for row in everything if row[0] == value]
    others = ask(world, {"measures": measures, "dimensions": chosen, "filters": [{**test, "operator": "notEquals"}]})
    assert Counter(map(repr, [*narrowed, *others])) == Counter(map(repr, everything))


RATIOS: dict[str, dict[str, list[str]]] = {
    "shop": {
        "measures": [
            "orders.completed_share", "orders.average_fee", "orders.buyers", "orders.fees", "users.average_age",
            "line_items.revenue_per_order", "orders.completed_share__status", "orders.first_order",
        ],
        "dimensions": ["orders.status", "users.city", "products.category", "orders.created_at.year", "sales.product"],
    },
    "traps": {
        "measures": [
            "udgift.beloeb", "udgift.pr_indbygger", "udgift.pr_indbygger_uvaegtet", "udgift.pr_indbygger_median",
            "udgift.forhold", "udgift.kommuner", "folk.raekker", "pladser.doegnandel", "udgift.pr_indbygger__status",
        ],
        "dimensions": ["kommune.navn", "kommune.stor", "region.navn", "landsdel.navn", "udgift.region"],
    },
}  # fmt: skip


@st.composite
def nested(draw: st.DrawFn) -> tuple[str, dict[str, Any], list[str]]:
    """A question of measures that do not add up, and the dimensions that one of its subtotals keeps."""
    world = draw(st.sampled_from(sorted(RATIOS)))
    measures = draw(st.lists(st.sampled_from(RATIOS[world]["measures"]), min_size=1, max_size=3, unique=True))
    dimensions = draw(st.lists(st.sampled_from(RATIOS[world]["dimensions"]), min_size=1, max_size=3, unique=True))
    year = [{"member": "udgift.aar", "operator": "equals", "values": ["2022"]}]
    filters = year if world == "traps" and not any(one.startswith("pladser") for one in measures) else []
    kept = draw(st.lists(st.sampled_from(dimensions), max_size=2, unique=True))
    return world, {"measures": measures, "dimensions": dimensions, "filters": filters}, kept


@EXAMPLES
@given(nested())
def test_a_subtotal_is_the_coarser_question(asked: tuple[str, dict[str, Any], list[str]]) -> None:
    """Also where parts do not add up; computed from the base rows, never from the rows below it."""
    world, query, kept = asked
    try:
        rows = named(world, {**query, "subtotals": [query["dimensions"], kept]})
    except ServiceError as refused:
        assume(not refused.code.startswith("X"))
        reject()
    columns = [*kept, *query["measures"]]
    found = [row for row in rows if all(row[f"{one}__subtotal"] == (one not in kept) for one in query["dimensions"])]
    alone = named(world, {**query, "dimensions": kept})
    assert Counter(repr([row[one] for one in columns]) for row in found) == Counter(
        repr([row[one] for one in columns]) for row in alone
    )


def named(world: str, query: Query) -> list[dict[str, Any]]:
    """The rows by the names of their columns."""
    found = collect(answer(parse_query(query, default_limit=10_000), OPERATOR, service(world)))
    names = [column.name for column in found.columns]
    return [
        dict(zip(names, row, strict=True)) for row in zip(*(c.to_pylist() for c in found.table.columns), strict=True)
    ]


RANDOM: dict[str, dict[str, Sequence[str]]] = {
    "shop": {
        "measures": [
            "orders.count",
            "orders.completed_share",
            "orders.average_fee",
            "users.count",
            "line_items.revenue",
            "line_items.revenue_per_order",
            "products.list_price",
            "orders.buyers",
            "sales.users_average_age",
            "orders.first_order",
            "customers.orders_fees",
            "orders.count__status",
            "orders.nothing",
        ],
        "dimensions": [
            "orders.status",
            "users.city",
            "products.category",
            "sales.product",
            "customers.orders_status",
            "orders.created_at.month",
            "orders.created_at",
            "stores.name",
            "orders.count",
        ],
        "segments": ["orders.completed", "users.of_copenhagen", "sales.completed", "orders.status"],
    },
    "traps": {
        "measures": [
            "udgift.beloeb",
            "udgift.pr_indbygger",
            "udgift.pr_indbygger_uvaegtet",
            "udgift.forhold",
            "folk.personer",
            "pladser.antal",
            "pladser.doegnandel",
            "sag.pris_median",
            "sag.afgoerelser_pr_sag",
            "person.formue",
            "afgoerelse.ja_andel",
            "notat.ord",
            "tal.stort_sum",
            "tal.a_b",
            "besoeg.antal",
            "kommune.antal",
            "sager.handle_antal",
            "personsager.notat_ord",
            "sag.sidste_dag",
            "tal.d3_90",
            "udgift.loenandel__status",
        ],
        "dimensions": [
            "udgift.aar",
            "udgift.funktion",
            "kommune.navn",
            "region.navn",
            "landsdel.navn",
            "pladser.type",
            "pladser.aar",
            "pladser.dato.quarter",
            "sag.hast",
            "sag.emne",
            "person.navn",
            "afgoerelse.udfald",
            "notat.slags",
            "besoeg.dag.day",
            "sag.oprettet.day",
            "tal.gruppe",
            "sager.betal_region",
            "personsager.afgoerelse_udfald",
            "sag.opgjort_pr",
        ],
        "segments": ["sag.hastende", "sag.fra_nord", "afgoerelse.positive", "pladser.doegnpladser"],
    },
}
OPERATOR_NAMES = ["equals", "notEquals", "set", "notSet", "gt", "lte", "contains", "inDateRange", "beforeDate", "wrong"]
ANY_VALUE = st.sampled_from(
    [None, True, 0, 1, "1", "2022", "Nord", "completed", "2024-01-01", "last year", "😀", 1.5, ""]
)


@st.composite
def questions(draw: st.DrawFn) -> tuple[str, dict[str, Any]]:
    """A small question, sensible or not."""
    world = draw(st.sampled_from(sorted(RANDOM)))
    names = RANDOM[world]
    measures = draw(st.lists(st.sampled_from(names["measures"]), max_size=3, unique=True))
    dimensions = draw(st.lists(st.sampled_from(names["dimensions"]), max_size=3, unique=True))
    members = [*names["measures"], *(one for one in names["dimensions"] if one.count(".") == 1)]
    leaf = st.builds(
        lambda member, operator, values: {"member": member, "operator": operator, "values": values},
        st.sampled_from(members), st.sampled_from(OPERATOR_NAMES), st.lists(ANY_VALUE, max_size=2),
    )  # fmt: skip
    group = st.builds(
        lambda word, parts: {word: parts}, st.sampled_from(["and", "or"]), st.lists(leaf, min_size=1, max_size=2)
    )
    query: dict[str, Any] = {
        "measures": measures,
        "dimensions": dimensions,
        "segments": draw(st.lists(st.sampled_from(names["segments"]), max_size=1)),
        "filters": draw(st.lists(st.one_of(leaf, group), max_size=2)),
        "order": draw(
            st.lists(
                st.tuples(st.sampled_from([*measures, *dimensions] or members), st.sampled_from(["asc", "desc"])),
                max_size=2,
            )
        ),
        "limit": draw(st.sampled_from([None, 0, 1, 3])),
        "offset": draw(st.sampled_from([0, 0, 2])),
        "total": draw(st.booleans()),
        "timezone": draw(st.sampled_from([None, "UTC", "America/New_York", "Nowhere"])),
    }
    return world, query


@QUICK
@given(questions())
def test_a_question_is_answered_or_refused_in_our_words(asked: tuple[str, dict[str, Any]]) -> None:
    world, query = asked
    try:
        ask(world, query)
    except ServiceError as refused:
        problems = refused.problems
    else:
        problems = ()
    assert all(problem.message and not problem.code.startswith("X") for problem in problems)


@pytest.fixture(scope="module")
def pages() -> list[tuple[str, dict[str, Any]]]:
    return [
        ("shop", {"measures": ["orders.count"], "dimensions": ["users.city", "orders.status"]}),
        (
            "shop",
            {"measures": ["line_items.revenue", "orders.fees"], "dimensions": ["products.name", "orders.is_gift"]},
        ),
        (
            "shop",
            {
                "measures": ["orders.count"],
                "dimensions": ["orders.created_at.month"],
                "order": {"orders.count": "desc"},
            },
        ),
        ("traps", {"measures": ["udgift.beloeb", "folk.raekker"], "dimensions": ["kommune.kode", "udgift.aar"]}),
        ("traps", {"measures": ["tal.a_b"], "dimensions": ["tal.gruppe"], "order": {"tal.a_b": "asc"}}),
        ("traps", {"dimensions": ["sag.hast", "afgoerelse.udfald", "person.navn"]}),
    ]


@pytest.mark.parametrize("which", range(6))
@pytest.mark.parametrize("size", [1, 2, 5])
def test_pages_join_up_to_the_whole(pages: list[tuple[str, dict[str, Any]]], which: int, size: int) -> None:
    world, query = pages[which]
    whole = ask(world, query)
    assert len(whole) > 3
    read: Rows = []
    for offset in range(0, len(whole) + size, size):
        read += ask(world, {**query, "limit": size, "offset": offset})
    assert read == whole


@pytest.mark.parametrize("which", range(6))
def test_the_order_is_the_same_each_time(pages: list[tuple[str, dict[str, Any]]], which: int) -> None:
    world, query = pages[which]
    whole = ask(world, query)
    assert all(ask(world, query) == whole for _ in range(3))
    assert len(set(map(repr, whole))) == len(whole)


@pytest.mark.parametrize("which", range(6))
def test_the_order_of_measures_and_dimensions_changes_no_number(
    pages: list[tuple[str, dict[str, Any]]], which: int
) -> None:
    """Each row says the same whatever was asked first."""
    world, query = pages[which]
    turned = {key: query[key][::-1] for key in ("measures", "dimensions") if key in query}
    width = len(query["dimensions"])
    expected = {(row[:width][::-1], row[width:][::-1]) for row in ask(world, query)}
    assert {(row[:width], row[width:]) for row in ask(world, turned)} == expected
