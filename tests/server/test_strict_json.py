"""JSON is read strictly, whoever reads it."""

from __future__ import annotations

import pytest

from semantic.errors import ParseError
from server.strict_json import read_json


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (b"", "P101"), (b"{", "P101"), (b'{"a": NaN}', "P101"), (b'{"a": Infinity}', "P101"), (b"\xff\xfe", "P101"),
        (b'{"a": "\xe6"}', "P101"), (b'{"a": "\\ud800"}', "P101"), (b"[" * 100_000, "P101"), (b'{"a":' * 2000, "P101"),
        (b'{"a": 1, "a": 2}', "P105"), (b'{"a": 1e999999}', "P101"), (b"1" * 6000, "P101"), (b"\xef\xbb\xbf{}", "P101"),
        (b"1e-99999999999999999999", "P101"), (b'[{"a": [1, {"b": 1, "b": 2}]}]', "P105"),
    ],
)  # fmt: skip
def test_json_is_read_strictly(text: bytes, code: str) -> None:
    with pytest.raises(ParseError) as refused:
        read_json(text, "body")
    assert refused.value.code == code


def test_numbers_keep_their_digits() -> None:
    assert str(read_json("[0.1000000000000000055]", "body")[0]) == "0.1000000000000000055"


def test_a_fault_has_its_place() -> None:
    with pytest.raises(ParseError) as refused:
        read_json('{"a": 1,\n  b}', "body")
    (problem,) = refused.value.problems
    assert problem.message.startswith("The body is not valid JSON: ")
    assert str(problem.at) == "2:3"
