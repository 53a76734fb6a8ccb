"""Bytes to messages: whole or in pieces, bounded, and never more than a fault; the texts of statements taken apart."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.postgres.refusal import SqlError
from server.postgres.wire.backend import MOST_FIELD, Report, framed
from server.postgres.wire.frontend import (
    BadText,
    Bind,
    CancelRequest,
    Close,
    CopyData,
    CopyDone,
    CopyFail,
    Describe,
    Execute,
    Flush,
    GssRequest,
    Message,
    Parse,
    Password,
    Query,
    SslRequest,
    StartUp,
    Sync,
    Terminate,
)
from server.postgres.wire.read import MOST_OPENING, ProtocolFault, Reader
from server.postgres.words import split
from tests.server.postgres.protocol.raw import Told, start_up

# Written out by hand from the protocol's description, and what each is.
MESSAGES: tuple[tuple[bytes, Message], ...] = (
    (b"Q\0\0\0\x0dselect 1\0", Query("select 1")),
    (b"P\0\0\0\x16a\0select $1\0\0\x01\0\0\0\x17", Parse("a", "select $1", (23,))),
    (
        b"B\0\0\0\x1ep\0s\0\0\x01\0\x01\0\x02\0\0\0\x02\x01\x02\xff\xff\xff\xff\0\x02\0\0\0\x01",
        Bind("p", "s", (1,), (b"\1\2", None), (0, 1)),
    ),
    (b"D\0\0\0\x07Sa\0", Describe("S", "a")),
    (b"D\0\0\0\x06P\0", Describe("P", "")),
    (b"E\0\0\0\x0ap\0\0\0\0\x05", Execute("p", 5)),
    (b"E\0\0\0\x09\0\xff\xff\xff\xff", Execute("", 0)),
    (b"C\0\0\0\x06S\0", Close("S", "")),
    (b"H\0\0\0\4", Flush()), (b"S\0\0\0\4", Sync()), (b"X\0\0\0\4", Terminate()),
    (b"p\0\0\0\x07ab\0", Password(b"ab\0")),
    (b"d\0\0\0\x06ab", CopyData()), (b"c\0\0\0\4", CopyDone()), (b"f\0\0\0\x06a\0", CopyFail()),
    (b"Q\0\0\0\x08ab\xe6\0", BadText("0xe6", simple=True)),
    (b"P\0\0\0\x0a\0\xff\xfe\0\0\0", BadText("0xff 0xfe", simple=False)),
)  # fmt: skip
STREAM = b"".join(data for data, _ in MESSAGES)


def read(reader: Reader, most: int = 1_000) -> Iterator[Message]:
    while (found := reader.message(most)) is not None:
        yield found


@given(cuts=st.lists(st.integers(0, len(STREAM)), max_size=8))
def test_messages_are_read_however_their_bytes_come(cuts: list[int]) -> None:
    reader, found = Reader(), []
    for start, end in zip([0, *sorted(cuts)], [*sorted(cuts), len(STREAM)], strict=True):
        reader.feed(STREAM[start:end])
        found += read(reader)
    assert found == [message for _, message in MESSAGES]
    assert len(reader) == 0


@pytest.mark.parametrize(
    "data",
    [
        b"Q\0\0\0\3", b"Q\xff\xff\xff\xff", b"Q\0\0\4\0", b"Q\x7f\xff\xff\xff", b"!", b"\0", b"S\0\0\0\5x",
        b"Q\0\0\0\4", b"Q\0\0\0\x05a", b"Q\0\0\0\7a\0b", b"D\0\0\0\6X\0", b"E\0\0\0\7\0\0\0", b"P\0\0\0\x08\0\0\0\1",
        b"B\0\0\0\x0c\0\0\0\1\0\2\0\0", b"B\0\0\0\x10\0\0\0\0\0\1\0\0\0\xff\0\0",
        b"B\0\0\0\x10\0\0\0\0\0\1\xff\xff\xff\xfe\0\0",
    ],
)  # fmt: skip
def test_what_is_no_message_is_a_fault(data: bytes) -> None:
    reader = Reader()
    reader.feed(data)
    with pytest.raises(ProtocolFault):
        reader.message(1_000)


@given(data=st.binary(max_size=200))
def test_no_bytes_are_more_than_a_fault(data: bytes) -> None:
    for whole in (data, b"".join(framed(bytes([letter]), data) for letter in b"QPBDECHSXpdcfF")):
        reader = Reader()
        reader.feed(whole)
        with suppress(ProtocolFault):
            list(read(reader))
    reader = Reader()
    reader.feed(struct.pack("!i", len(data) + 4) + data)
    with suppress(ProtocolFault):
        reader.opening()


def test_openings() -> None:
    wanted = (
        (struct.pack("!ii", 8, 80877103), SslRequest()), (struct.pack("!ii", 8, 80877104), GssRequest()),
        (struct.pack("!iii", 16, 80877102, -7) + b"abcd", CancelRequest(-7, b"abcd")),
        (start_up(user="anna", database="æ"), StartUp(3, 0, {"user": "anna", "database": "æ"})),
    )  # fmt: skip
    for data, message in wanted:
        reader = Reader()
        reader.feed(data[:-1])
        assert reader.opening() is None
        reader.feed(data[-1:])
        assert reader.opening() == message


@pytest.mark.parametrize(
    "data",
    [
        struct.pack("!i", 7), struct.pack("!i", -1), struct.pack("!i", MOST_OPENING + 1),
        struct.pack("!ii", 8, 2 << 16),
        struct.pack("!ii", 9, 80877103) + b"x", struct.pack("!ii", 12, 80877102) + b"abcd",
        struct.pack("!ii", 10, 3 << 16) + b"a\0", struct.pack("!ii", 13, 3 << 16) + b"a\0\xff\0\0",
        struct.pack("!ii", 9, 3 << 16) + b"a", b"GET / HTTP/1.1\r\n",
    ],
)  # fmt: skip
def test_what_is_no_opening_is_a_fault(data: bytes) -> None:
    reader = Reader()
    reader.feed(data)
    with pytest.raises(ProtocolFault):
        reader.opening()


def test_secrets_are_not_shown() -> None:
    assert "hemmelig" not in repr(Password(b"hemmelig"))
    assert "abcd" not in repr(CancelRequest(1, b"abcd"))


def test_a_field_of_a_report_is_bounded_and_ends_where_it_should() -> None:
    data = bytes(Report("ERROR", "42601", "a\0b" + "x" * 100_000, hint="h"))
    fields = Told("E", data[5:]).fields
    assert (fields["H"], fields["M"][:3]) == ("h", "abx")
    assert len(fields["M"]) < MOST_FIELD


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("", []), (";;", []), ("a", ["a"]), (" a ; b;", ["a", "b"]), ("a -- ; b\n; c", ["a", "c"]),
        ("a /* ; /* ; */ ; */ b; c", ["a /* ; /* ; */ ; */ b", "c"]), ("'a;''b' ; c", ["'a;''b'", "c"]),
        (r"E'a\';b'; c", [r"E'a\';b'", "c"]), (r"'a\'; b", [r"'a\'", "b"]), ('"a;""b"; c', ['"a;""b"', "c"]),
        ("$$a;b$$; c", ["$$a;b$$", "c"]), ("$x$ a; $$ ; $x$; c", ["$x$ a; $$ ; $x$", "c"]),
        ("$1;$2", ["$1", "$2"]), ("a$x$;b$x$", ["a$x$", "b$x$"]), ("æ;ø", ["æ", "ø"]),
        ("U&'a;b';U&\"c;d\"", ["U&'a;b'", 'U&"c;d"']),
        ("b'1;0';x'a;b'", ["b'1;0'", "x'a;b'"]), ("--", []), ("/* a */", []), ("1.5e-3;.5", ["1.5e-3", ".5"]),
        ("a\u00a0;b", ["a\u00a0", "b"]), ("e;'a'", ["e", "'a'"]),
    ],
)  # fmt: skip
def test_statements_are_told_apart(text: str, pieces: list[str]) -> None:
    found = split(text)
    assert [one.text for one in found] == pieces
    assert [text[one.offset : one.offset + len(one.text)] for one in found] == pieces


@given(text=st.text(st.sampled_from("ab;'\"$-/*\\\n eE1&uU."), max_size=40))
def test_taking_apart_loses_no_sign_that_counts(text: str) -> None:
    try:
        found = split(text)
    except SqlError:
        return  # something is not ended
    for one in found:
        assert split(one.text)[0].text == one.text
        assert text[one.offset : one.offset + len(one.text)] == one.text


def test_a_long_text_is_taken_apart_in_one_pass() -> None:
    """Deep comments, many quotes: no nesting of ours, so nothing to overflow."""
    assert len(split("/*" * 50_000 + "*/" * 50_000 + "a")) == 1
    assert len(split("'a''b'," * 50_000 + "1")) == 1
    assert len(split("a;" * 50_000)) == 50_000
    with pytest.raises(SqlError):
        split("/*" * 50_000)
