"""A `cube` field becomes the one Query that it says, and the shape of its rows."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from graphql import FieldNode, FragmentDefinitionNode, OperationDefinitionNode, get_variable_values

from semantic.errors import ServiceError
from semantic.predicate import And, Asked, Or
from semantic.query import Order, Query, TimeDimension
from server.graphql.document import check, read
from server.graphql.limits import Limits
from server.graphql.parse import Branch, Cell, Constant, Question, parse
from server.graphql.schema import Schemas
from server.graphql.selection import Document

LIMIT = 10_000


def question(text: str, schemas: Schemas, /, given: dict[str, Any] | None = None, **variables: object) -> Question:
    """The question of the document's only root field; `given` are the field's plain arguments."""
    document = read(text, Limits())
    check(document, schemas, Limits())
    operation = next(one for one in document.definitions if isinstance(one, OperationDefinitionNode))
    fragments = {one.name.value: one for one in document.definitions if isinstance(one, FragmentDefinitionNode)}
    values = get_variable_values(schemas.run, operation.variable_definitions or (), variables)
    assert not isinstance(values, list), values
    nodes = [one for one in operation.selection_set.selections if isinstance(one, FieldNode)]
    return parse(nodes, given or {}, Document(fragments, values), schemas, LIMIT)


def query(text: str, schemas: Schemas, **variables: object) -> Query:
    return question(text, schemas, **variables).query


def where(filters: str, schemas: Schemas) -> object:
    return query(f"{{ cube(where: {filters}) {{ regnskab {{ aar }} }} }}", schemas).where


def codes(text: str, schemas: Schemas, given: dict[str, Any] | None = None) -> list[str]:
    with pytest.raises(ServiceError) as caught:
        question(text, schemas, given)
    return [problem.code for problem in caught.value.problems]


def test_members_go_where_query_has_them(schemas: Schemas) -> None:
    found = query(
        "{ cube { afgoerelse { antal_sager lov modtaget { month value } omfang antal_sager__status } } }", schemas
    )
    assert found == Query(
        measures=("afgoerelse.antal_sager", "afgoerelse.antal_sager__status"),
        dimensions=("afgoerelse.lov", "afgoerelse.modtaget", "afgoerelse.omfang"),
        time_dimensions=(TimeDimension("afgoerelse.modtaget", "month"),),
        default_limit=LIMIT,
    )


def test_plain_arguments(schemas: Schemas) -> None:
    given = {
        "limit": 5,
        "offset": 2,
        "timezone": "UTC",
        "segments": ["ydelse.udenbys"],
        "total": True,
        "renewQuery": True,
    }
    found = question("{ cube { ydelse { lov } } }", schemas, given).query
    assert (found.limit, found.offset, found.timezone, found.segments, found.total) == (
        5, 2, "UTC", ("ydelse.udenbys",), True,
    )  # fmt: skip


TEXT = ("equals", "notEquals", "contains", "notContains", "startsWith", "notStartsWith", "endsWith", "notEndsWith")


@pytest.mark.parametrize("operator", TEXT)
def test_each_text_operator(operator: str, schemas: Schemas) -> None:
    assert where(f'{{ regnskab: {{ kommune: {{ {operator}: "A" }} }} }}', schemas) == Asked(
        "regnskab.kommune", operator, ("A",)
    )


@pytest.mark.parametrize("operator", ["equals", "notEquals", "gt", "gte", "lt", "lte"])
def test_each_number_operator(operator: str, schemas: Schemas) -> None:
    """Every digit of a literal counts, though GraphQL calls it a Float."""
    number = "1.00000000000000000001"
    assert where(f"{{ regnskab: {{ udgift_kr: {{ {operator}: {number} }} }} }}", schemas) == Asked(
        "regnskab.udgift_kr", operator, (Decimal(number),)
    )


@pytest.mark.parametrize("operator", ["beforeDate", "beforeOrOnDate", "afterDate", "afterOrOnDate", "inDateRange"])
def test_each_time_operator(operator: str, schemas: Schemas) -> None:
    text = f'{{ cube(where: {{ afgoerelse: {{ modtaget: {{ {operator}: "2024" }} }} }}) {{ afgoerelse {{ lov }} }} }}'
    assert query(text, schemas).where == Asked("afgoerelse.modtaget", operator, ("2024",))


@pytest.mark.parametrize(
    ("filters", "asked"),
    [
        ("{ in: [2023, 2024] }", Asked("regnskab.aar", "equals", (Decimal(2023), Decimal(2024)))),
        ("{ notIn: [2023] }", Asked("regnskab.aar", "notEquals", (Decimal(2023),))),
        ("{ set: true }", Asked("regnskab.aar", "set")),
        ("{ set: false }", Asked("regnskab.aar", "notSet")),
        ("{ equals: null }", Asked("regnskab.aar", "equals", (None,))),
        (
            "{ gt: 1, lt: 9 }",
            And((Asked("regnskab.aar", "gt", (Decimal(1),)), Asked("regnskab.aar", "lt", (Decimal(9),)))),
        ),
    ],
)
def test_words_of_cubes_graphql_that_the_filter_language_writes_otherwise(
    filters: str, asked: object, schemas: Schemas
) -> None:
    assert where(f"{{ regnskab: {{ aar: {filters} }} }}", schemas) == asked


A, B, C = (Asked("regnskab.aar", "equals", (Decimal(n),)) for n in (1, 2, 3))


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ("{ regnskab: { OR: [{ aar: { equals: 1 } }, { aar: { equals: 2 } }] } }", Or((A, B))),
        ("{ OR: [{ regnskab: { aar: { equals: 1 } } }, { regnskab: { aar: { equals: 2 } } }] }", Or((A, B))),
        ("{ AND: [{ regnskab: { aar: { equals: 1 } } }], regnskab: { aar: { equals: 2 } } }", And((A, B))),
        ("{ regnskab: { OR: { aar: { equals: 1 } } } }", Or((A,))),
        (
            "{ regnskab: { aar: { equals: 3 }, OR: [{ AND: [{ aar: { equals: 1 } }, { aar: { equals: 2 } }] },"
            " { aar: { equals: 2 } }] } }",
            And((C, Or((And((A, B)), B)))),
        ),
    ],
)
def test_and_or(filters: str, expected: object, schemas: Schemas) -> None:
    assert where(filters, schemas) == expected


def test_several_tests_of_one_object_in_an_or_hold_together(schemas: Schemas) -> None:
    text = '{ regnskab: { OR: [{ aar: { equals: 1 }, kommune: { equals: "X" } }, { aar: { equals: 2 } }] } }'
    assert where(text, schemas) == Or((And((A, Asked("regnskab.kommune", "equals", ("X",)))), B))


def test_filters_of_root_and_view_hold_together(schemas: Schemas) -> None:
    text = "{ cube(where: { regnskab: { aar: { equals: 1 } } }) { regnskab(where: { aar: { equals: 2 } }) { aar } } }"
    assert query(text, schemas).where == And((A, B))


def test_variables_at_every_level(schemas: Schemas) -> None:
    text = """query ($all: RootWhereInput, $one: RegnskabWhereInput!, $value: Float, $in: [Float]) {
      cube(where: $all) { regnskab(where: { AND: [$one, { aar: { gt: $value, in: $in } }] }) { aar } } }"""
    found = query(
        text,
        schemas,
        all={"regnskab": {"kommune": {"contains": ["x"]}}},
        one={"aar": {"equals": 7}},
        value=1.5,
        **{"in": [1, 2]},
    )
    assert found.where == And((
        Asked("regnskab.kommune", "contains", ("x",)),
        Asked("regnskab.aar", "equals", (7,)),
        Asked("regnskab.aar", "gt", (1.5,)),
        Asked("regnskab.aar", "equals", (1, 2)),
    ))  # fmt: skip


@pytest.mark.parametrize(
    ("filters", "kind"),
    [
        ("{ regnskab: { aar: { equals: $absent } } }", "Float"),
        ("{ regnskab: { aar: $absent } }", "FloatFilter"),
        ("{ regnskab: $absent }", "RegnskabWhereInput"),
        ("$absent", "RootWhereInput"),
    ],
)
def test_a_filter_whose_variable_is_not_given_never_falls_away(schemas: Schemas, filters: str, kind: str) -> None:
    text = f"query ($absent: {kind}) {{ cube(where: {filters}) {{ regnskab {{ aar }} }} }}"
    with pytest.raises(ServiceError) as refused:
        query(text, schemas)
    assert refused.value.code == "P104"


def test_order_keeps_the_order_of_writing(schemas: Schemas) -> None:
    text = """query ($o: RegnskabOrderByInput) { cube(orderBy: { regnskab: { kommune: desc, aar: asc } }) {
      regnskab(orderBy: $o) { aar kommune udgift_kr } } }"""
    found = query(text, schemas, o={"udgift_kr": "desc"})
    assert found.order == (
        Order("regnskab.kommune", True), Order("regnskab.aar"), Order("regnskab.udgift_kr", True),
    )  # fmt: skip


def test_aliases_fragments_and_typename_give_the_shape(schemas: Schemas) -> None:
    text = """{ cube { __typename r: regnskab { ...M ... on RegnskabMembers { y: aar } t: __typename } } }
    fragment M on RegnskabMembers { udgift: udgift_kr ...N } fragment N on RegnskabMembers { kommune }"""
    assert question(text, schemas).row == (
        Constant("__typename", "Result"),
        Branch("r", (
            Cell("udgift", "regnskab.udgift_kr"), Cell("kommune", "regnskab.kommune"), Cell("y", "regnskab.aar"),
            Constant("t", "RegnskabMembers"),
        )),
    )  # fmt: skip


def test_the_same_key_twice_is_merged(schemas: Schemas) -> None:
    text = "{ cube { afgoerelse { modtaget { year } } afgoerelse { modtaget { month year } } } }"
    assert question(text, schemas).row == (
        Branch("afgoerelse", (
            Branch("modtaget", (
                Cell("year", "afgoerelse.modtaget.year"), Cell("month", "afgoerelse.modtaget.month"),
            )),
        )),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("skip", "include", "columns"), [(False, True, 3), (True, True, 2), (False, False, 2), (True, False, 1)]
)
def test_skip_and_include(skip: bool, include: bool, columns: int, schemas: Schemas) -> None:
    text = """query ($s: Boolean!, $i: Boolean!) {
      cube { regnskab { aar kommune @skip(if: $s) ...R @include(if: $i) } } }
    fragment R on RegnskabMembers { region }"""
    assert len(query(text, schemas, s=skip, i=include).dimensions) == columns


def test_unknown_names_are_left_to_resolve(schemas: Schemas) -> None:
    text = "{ cube(where: { nowhere: { x: { y: 1 } } }) { regnskab { nothing { decade } } } }"
    found = query(text, schemas)
    assert found.time_dimensions == (TimeDimension("regnskab.nothing", "decade"),)
    assert found.where == Asked("nowhere.x", "y", (Decimal(1),))


@pytest.mark.parametrize(
    ("filters", "code"),
    [
        ("{ regnskab: { aar: { equals: abc } } }", "P103"),
        ("{ regnskab: { aar: { equals: { a: 1 } } } }", "P103"),
        ("{ regnskab: { aar: 3 } }", "P103"),
        ("{ regnskab: 3 }", "P103"),
        ('{ regnskab: { aar: { set: "yes" } } }', "P103"),
        ("{ regnskab: { OR: [] } }", "P105"),
        ("{ OR: [{ regnskab: { aar: { equals: 1 } } }, {}] }", "P105"),
        ("{ regnskab: { OR: [{ aar: { equals: 1 } }, { aar: {} }] } }", "P105"),
    ],
)
def test_filters_of_no_shape_are_refused(filters: str, code: str, schemas: Schemas) -> None:
    assert codes(f"{{ cube(where: {filters}) {{ regnskab {{ aar }} }} }}", schemas) == [code]


def test_a_filter_of_great_depth_or_length_is_refused(schemas: Schemas) -> None:
    text = "query ($w: RegnskabWhereInput) { cube { regnskab(where: $w) { aar } } }"
    deep: dict[str, Any] = {"aar": {"equals": 1}}
    for _ in range(900):
        deep = {"AND": [deep]}
    wide = {"OR": [{"aar": {"equals": n}} for n in range(600)]}
    long = {"aar": {"in": list(range(20_000))}}
    text_filter = {"kommune": {"equals": "a" * 5_000}}
    for value in (deep, wide, long, text_filter):
        with pytest.raises(ServiceError) as caught:
            query(text, schemas, w=value)
        assert [problem.code for problem in caught.value.problems] == ["L510"]


def test_one_view_twice_with_different_filters_is_two_questions(schemas: Schemas) -> None:
    one = "regnskab(where: { aar: { equals: 1 } }) { aar }"
    text = f"{{ cube {{ a: {one} b: {one.replace('1', '2')} }} }}"
    assert codes(text, schemas) == ["P105"]
    same = text.replace("equals: 2", "equals: 1")
    assert query(same, schemas).where == A


def test_ungrouped_is_read(schemas: Schemas) -> None:
    for given in ({"ungrouped": True}, {"ungrouped": False}, {"ungrouped": None}, {}):
        asked = question("{ cube { regnskab { aar } } }", schemas, given).query
        assert asked.ungrouped is (given.get("ungrouped") is True)


def test_a_word_of_the_other_interfaces_is_no_silent_filter(schemas: Schemas) -> None:
    """`notSet: false` would be read as its opposite."""
    with pytest.raises(ServiceError) as refused:
        query("{ cube(where: { regnskab: { funktion: { notSet: false } } }) { regnskab { aar } } }", schemas)
    assert refused.value.code == "P102"
