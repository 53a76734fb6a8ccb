"""The shown schema says what can be asked, and the run one knows every argument of it."""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType

import pytest
from graphql import (
    GraphQLObjectType,
    GraphQLSchema,
    build_schema,
    get_named_type,
    is_input_type,
    is_leaf_type,
    validate_schema,
)

from semantic.access.grant import Entitlement, Grant
from semantic.access.visible import VisibleModel, visible
from semantic.model.model import Dimension, Measure, Segment, View
from semantic.pipeline import Service
from server.graphql.limits import Limits
from server.graphql.operation import Asking, Request, resolve_cube, respond
from server.graphql.recent import Recent
from server.graphql.scalars import SCALARS
from server.graphql.schema import Schemas, build
from tests.server.graphql.conftest import DIREKTION


def fields(schema: GraphQLSchema, name: str) -> dict[str, str]:
    found = schema.type_map[name]
    assert isinstance(found, GraphQLObjectType)
    return {field: str(one.type) for field, one in found.fields.items()}


def test_both_schemas_are_valid_graphql(schemas: Schemas) -> None:
    assert validate_schema(schemas.shown) == []
    assert validate_schema(schemas.run) == []
    build_schema(schemas.sdl.decode())


def test_every_member_is_a_field_of_its_type(schemas: Schemas) -> None:
    for view in schemas.visible.views.values():
        found = fields(schemas.shown, schemas.type_name(view.name))
        for entry in view.members.values():
            if isinstance(entry.member, Segment):
                assert entry.name not in found
            elif isinstance(entry.member, Dimension) and entry.member.kind == "time":
                assert found[entry.name] == "TimeDimension"
            else:
                assert found[entry.name] == SCALARS[entry.member.data_type].name
            if isinstance(entry.member, Measure):
                assert found[f"{entry.name}__status"] == "String"
            if isinstance(entry.member, Dimension) and (entry.member.is_period or entry.member.switch):
                assert f"{entry.name}__count_distinct" not in found  # no row has a day of the calendar, or a choice
            elif isinstance(entry.member, Dimension):
                assert found[f"{entry.name}__count_distinct"] == "Decimal"
                assert found[f"{entry.name}__count_distinct__status"] == "String"
        assert {"opgjort_pr": "Date", "dataversion": "Decimal", "omfang": "String"}.items() <= found.items()


def test_the_shape_is_cubes(schemas: Schemas) -> None:
    cube = schemas.shown.query_type.fields["cube"]  # type: ignore[union-attr]
    assert str(cube.type) == "[Result!]!"
    arguments = {name: str(argument.type) for name, argument in cube.args.items()}
    assert arguments == {
        "where": "RootWhereInput",
        "limit": "Int",
        "offset": "Int",
        "timezone": "String",
        "renewQuery": "Boolean",
        "ungrouped": "Boolean",
        "orderBy": "[RootOrderByInput!]",
        "segments": "[String!]",
        "total": "Boolean",
        "subtotals": "Subtotals",
        "top": "Top",
        "every": "[String!]",
        "asOf": "String",
        "edition": "String",
    }
    regnskab = schemas.shown.type_map["Result"].fields["regnskab"]  # type: ignore[attr-defined]
    assert str(regnskab.type) == "RegnskabMembers!"
    assert {name: str(one.type) for name, one in regnskab.args.items()} == {
        "where": "RegnskabWhereInput",
        "orderBy": "RegnskabOrderByInput",
    }
    assert "Varde108Members" in schemas.shown.type_map


def test_a_field_tells_title_definition_and_unit(schemas: Schemas) -> None:
    about = schemas.shown.type_map["RegnskabMembers"].fields["udgift_pr_indbygger"].description  # type: ignore[attr-defined]
    assert about.startswith("Nettoudgift pr. indbygger\n\nSummen af nettoudgifter")
    assert about.endswith("Enhed: kr. pr. indbygger")


def test_the_run_schema_has_every_root_field_argument_and_variable_type_of_the_shown(schemas: Schemas) -> None:
    shown, run = schemas.shown.query_type, schemas.run.query_type
    assert shown is not None
    assert run is not None
    assert set(shown.fields) == set(run.fields)
    for name, field in shown.fields.items():
        assert set(field.args) == set(run.fields[name].args)
    assert is_leaf_type(get_named_type(run.fields["cube"].type))
    assert {name for name, type_ in schemas.shown.type_map.items() if is_input_type(type_)} <= set(schemas.run.type_map)


def test_nothing_hidden_is_in_the_schema(service: Service) -> None:
    only = Entitlement((Grant("g", "r", frozenset({"regnskab.udgift_kr", "regnskab.aar"})),))
    found = build(visible(service.generation.model, only), resolve_cube)
    text = found.sdl.decode()
    assert "udgift_kr" in text
    for hidden in ("udgift_pr_indbygger", "befolkning", "kommunegruppe"):
        assert hidden not in text
    assert "kommune" not in fields(found.shown, "RegnskabMembers")


def test_who_sees_nothing_has_a_catalogue_only(service: Service) -> None:
    found = build(visible(service.generation.model, Entitlement()), resolve_cube)
    catalogue = {"views", "noegletal", "noegletalListe", "ikkeOpgjorte", "tema", "temaer", "kilder", "noter",
                 "tjeklister", "tjekliste", "kvalitetsrapport"}  # fmt: skip
    assert set(found.shown.query_type.fields) == catalogue  # type: ignore[union-attr]
    assert validate_schema(found.shown) == []


def test_a_thousand_cubes_each_have_their_types(schemas: Schemas, many: Callable[[int], VisibleModel]) -> None:
    found = build(many(1000), resolve_cube)
    assert len(fields(found.shown, "Result")) == 1000
    assert len(set(fields(found.shown, "Result").values())) == 1000
    one, last = fields(found.shown, "Cube0Members"), fields(found.shown, "Cube999Members")
    assert set(one) == set(last) == set(fields(schemas.shown, "RegnskabMembers"))


def test_names_that_would_clash_stay_apart(schemas: Schemas) -> None:
    one = schemas.visible.views["regnskab"]
    names = ("a_b", "aB", "root")
    views = {name: View(name, name, None, True, "r", True, one.members) for name in names}
    found = build(VisibleModel(schemas.visible.model, MappingProxyType(views)), resolve_cube)
    assert validate_schema(found.shown) == []
    assert set(fields(found.shown, "Result").values()) == {"AB_Members!", "ABMembers!", "Root_Members!"}


@pytest.mark.parametrize("asked", [["a", "b", "c"], ["a", "b", "a", "c"]])
def test_the_one_unused_for_longest_goes_first(asked: list[str]) -> None:
    kept: Recent[str, str] = Recent(2)
    for key in asked:
        if kept.get(key) is None:
            kept.put(key, key)
    assert kept.get("c") == "c"
    assert kept.get("a") == (None if asked[2] == "c" else "a")


def test_what_is_kept_weighs_no_more_than_it_may() -> None:
    kept: Recent[str, str] = Recent(10, len)
    for value in ("a" * 4, "b" * 4, "c" * 4, "d" * 11):
        kept.put(value[0], value)
    assert [kept.get(key) for key in "abcd"] == [None, "bbbb", "cccc", None]
    kept.put("b", "bbbbbb")
    assert (len(kept), kept.get("c")) == (2, "cccc")


@pytest.mark.parametrize(
    ("text", "is_kept"),
    [
        ("{ cube(limit: 1) { regnskab { aar } } }", True),
        ("{ cube { regnskab { aarr } } }", False),
        ("{ cube(limit: -1) { regnskab { aar } } }", False),
        ("query ($n: Int!) { cube(limit: $n) { regnskab { aar } } }", False),
    ],
)
def test_a_document_that_is_refused_is_not_kept(text: str, is_kept: bool, service: Service) -> None:
    fresh = build(service.visible(DIREKTION), resolve_cube)
    respond(Request(text), Asking(DIREKTION, service, fresh, 10), Limits())
    assert (fresh.documents.get(text) is not None) == is_kept
