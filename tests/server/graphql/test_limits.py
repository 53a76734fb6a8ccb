"""What one document may ask for: counted before anything is run, and cheaply."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from graphql import get_introspection_query

from semantic.access.visible import VisibleModel
from semantic.errors import ServiceError
from server.graphql.document import check, read
from server.graphql.limits import Limits
from server.graphql.operation import resolve_cube
from server.graphql.schema import Schemas, build


def codes(text: str, schemas: Schemas) -> list[str]:
    try:
        check(read(text, Limits()), schemas, Limits())
    except ServiceError as error:
        return [problem.code for problem in error.problems]
    return []


def chain(length: int, last: str, each: str = "...f{0} ...f{0}") -> str:
    """Fragments that each spread the next one twice."""
    links = [f"fragment f{n} on Query {{ {each.format(n + 1)} }}" for n in range(length)]
    return " ".join(["{ ...f0 }", *links, f"fragment f{length} on Query {{ {last} }}"])


CUBE = "cube { regnskab { aar } }"
VIEWS = "views { members { " + "name kind title unit sign " * 10 + "} }"
FIELDS = "fields { name description type { name } }"
BOMBS = {
    "brackets": ("{a" * 5000, ["L523"]),
    "lists": ("{ cube(where: { OR: " + "[" * 100 + "]" * 100 + "}) { regnskab { aar } } }", ["L523"]),
    "fields": ("{" + "views { members { " * 8 + "name" + " } }" * 8 + "}", ["L523", "L526"]),
    "chained fragments": (chain(40, "__typename"), ["L523"]),
    "aliases": ("{ views { " + " ".join(f"a{n}: name" for n in range(61)) + " } }", ["L524"]),
    "aliases by fragments": (chain(8, f"x: {CUBE}"), ["L524", "L521", "L526"]),
    "long views": ("{" + " ".join(f"a{n}: noegletalVaerdier {{ vaerdi }}" for n in range(3)) + "}", ["L521"]),
    "breakdowns": (
        "{" + " ".join(f'a{n}: nedbrydning(noegletal: "a.b", opdeling: ["a.c"]) {{ vaerdi }}' for n in range(3)) + "}",
        ["L521"],
    ),
    "questions": ("{" + " ".join(f"a{n}: {CUBE}" for n in range(11)) + "}", ["L521"]),
    "directives": ("{ views { " + "name @include(if: true) " * 101 + "} }", ["L525"]),
    "one field with directives": ("{ __typename " + "@skip(if: false) " * 101 + "}", ["L525"]),
    "catalogue again and again": ("{" + " ".join(f"a{n}: {VIEWS}" for n in range(59)) + "}", ["L526"]),
    "tokens": ("{ cube { regnskab { " + "aar " * 5000 + "} } }", ["L522"]),
    "comparisons": ("{ cube { regnskab { " + "aar " * 4900 + "} } }", ["L527"]),
}  # fmt: skip


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_bomb_is_refused_soon_with_the_right_code(bomb: str, schemas: Schemas) -> None:
    text, expected = BOMBS[bomb]
    start = time.perf_counter()
    assert codes(text, schemas) == expected
    assert time.perf_counter() - start < 5


@pytest.mark.parametrize(
    "text",
    [
        "{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }",
        "{ ...a } fragment a on Query { ...a }",
        "{ ...missing }",
    ],
)
def test_what_validation_refuses_is_left_to_it(text: str, schemas: Schemas) -> None:
    assert set(codes(text, schemas)) == {"P102"}


@pytest.mark.parametrize(
    "text",
    [
        get_introspection_query(),
        "{" + " ".join(f"a{n}: {CUBE}" for n in range(10)) + "}",
        "{ views { name members { name kind type title description unit decimals } } }",
        '{ cube(where: { regnskab: { kommune: { equals: "' + "{[(" * 100 + '" } } }) { regnskab { aar } } } # {{{{',
        '{ cube(where: { regnskab: { kommune: { equals: """' + '"{{' * 50 + ' """ } } }) { regnskab { aar } } }',
    ],
)
def test_what_people_ask_is_within_the_limits(text: str, schemas: Schemas) -> None:
    assert codes(text, schemas) == []


TYPES = "types { name fields { name args { name } type { name } } inputFields { name type { name } } }"


@pytest.mark.parametrize("cubes", [0, 1, 1000])
@pytest.mark.parametrize("more", [{}, {"input_value_deprecation": True, "specified_by_url": True}])
def test_a_schema_of_any_size_is_introspected_once(
    cubes: int, more: dict[str, bool], many: Callable[[int], VisibleModel]
) -> None:
    assert codes(get_introspection_query(**more), build(many(cubes), resolve_cube)) == []


@pytest.mark.parametrize("cubes", [15, 1000])
@pytest.mark.parametrize(
    "text",
    [
        "{" + " ".join(f"a{n}: __schema {{ {TYPES} }}" for n in range(50)) + "}",
        "{ __schema {" + " ".join(f"a{n}: {TYPES}" for n in range(50)) + "} }",
        "{" + "...a " * 50 + "} " + f"fragment a on Query {{ __schema {{ {TYPES} }} }}",
        "{" + " ".join(f'a{n}: __type(name: "Result") {{ fields {{ type {{ ofType {{ {FIELDS} }} }} }} }}'
                       for n in range(50)) + "}",
    ],
)  # fmt: skip
def test_a_schema_is_not_introspected_again_and_again(
    text: str, cubes: int, many: Callable[[int], VisibleModel]
) -> None:
    assert codes(text, build(many(cubes), resolve_cube)) == ["L526"]
