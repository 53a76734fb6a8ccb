"""Who comes in: first everything that must be denied."""

from __future__ import annotations

import base64
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.requests import HTTPConnection

from semantic.access.principal import OPERATOR
from semantic.errors import DefinitionError, DeniedError
from server.authenticate import Directory, demo_directory, read_demo_principals
from server.settings import Settings

NAMES = (
    "offentlig", "udvalg", "direktion", "centerchef_voksne", "enhedsleder", "sagsbehandler", "analytiker_varde",
    "lokaladmin_varde", "governance", "konsulent",
)  # fmt: skip
PRINCIPALS = read_demo_principals(Settings().access)
DEMO = demo_directory(PRINCIPALS)


def request(*values: bytes) -> HTTPConnection:
    return HTTPConnection({"type": "http", "headers": [(b"authorization", value) for value in values]})


def basic(text: str | bytes) -> bytes:
    raw = text.encode() if isinstance(text, str) else text
    return b"Basic " + base64.b64encode(raw)


def denied(directory: Directory, *values: bytes) -> str:
    with pytest.raises(DeniedError) as error:
        directory.authenticate(request(*values))
    return error.value.code


@pytest.mark.parametrize("values", [(), (b"",), (b"   ",)])
def test_nobody_named_is_a310(values: tuple[bytes, ...]) -> None:
    assert denied(DEMO, *values) == "A310"


WRONG = [
    basic("direktion:wrong"), basic("direktion:"), basic("direktion"), basic(":demo"), basic("ukendt:demo"),
    basic("direktion:demo:demo"), basic("direktion:demo-udvalg"), basic("udvalg:demo-direktion"),
    basic("direktion\x00:demo"), basic("DIREKTION:demo"), basic(b"\xff\xfe:demo"), b"Basic", b"Basic ", b"Basic !!!",
    b"Basic ZGly", b"Bearer", b"Bearer demo", b"Bearer direktion", b"Bearer demo-direktion demo-udvalg",
    b"Bearer demo-ukendt", b"demo", b"demo-", b"undefined", b"null", b"demo-operatoer", b"\xc3\xa6", b"\xff",
    b"Basic " + b"A" * 10_000, b"x" * 10_000,
]  # fmt: skip


@pytest.mark.parametrize("value", WRONG)
def test_wrong_credentials_are_a311_and_say_no_more(value: bytes) -> None:
    assert denied(DEMO, value) == "A311"


@given(st.binary(min_size=1, max_size=60).filter(lambda value: value.strip()))
def test_no_header_crashes(value: bytes) -> None:
    for header in (value, b"Basic " + value, b"Bearer " + value, basic(value)):
        with suppress(DeniedError):
            DEMO.authenticate(request(header))


def test_two_headers_are_refused() -> None:
    assert denied(DEMO, b"demo-direktion", b"demo-udvalg") == "A311"


def test_without_the_demo_nobody_comes_in() -> None:
    for value in (basic("direktion:demo"), b"demo-direktion", b"Bearer demo-direktion"):
        assert denied(Directory(), value) == "A311"


@pytest.mark.parametrize("name", NAMES)
def test_each_demo_principal_has_four_ways_in(name: str) -> None:
    ways = (
        basic(f"{name}:demo"),
        basic(f"{name}:demo-{name}"),
        f"Bearer demo-{name}".encode(),
        f"demo-{name}".encode(),
    )
    assert {DEMO.authenticate(request(way)).subject for way in ways} == {name}


def test_the_file_names_the_demo_principals() -> None:
    assert tuple(one.subject for one in PRINCIPALS) == NAMES
    assert {one.subject: one.attributes for one in PRINCIPALS}["analytiker_varde"] == {"kommune": 573}


def test_the_operators_role_is_not_among_the_networks() -> None:
    assert not set(OPERATOR.roles) & {role for principal in PRINCIPALS for role in principal.roles}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("principals:\n  - {name: a, title: A, roles: [r]}\n  - {name: a, title: B, roles: [r]}\n", "D676"),
        ("principals:\n  - {name: operatoer, title: A, roles: [r]}\n", "D677"),
        ("principals:\n  - {name: a, title: A, roles: [operatoer]}\n", "D677"),
        ("principals:\n  - {name: a, title: A, rolls: [r]}\n", "D603"),
        ("principals:\n  - {name: a, title: A, roles: r}\n", "D605"),
        ("principals:\n  - {name: 'a b', title: A, roles: [r]}\n", "D605"),
        ("principals: &a [*a]\n", "D601"),
        (None, "D675"),
    ],
)
def test_a_faulty_file_stops_the_start(tmp_path: Path, text: str | None, code: str) -> None:
    if text is not None:
        (tmp_path / "principals.demo.yml").write_text(text, "utf-8")
    with pytest.raises(DefinitionError) as error:
        read_demo_principals(tmp_path)
    assert code in {problem.code for problem in error.value.problems}
