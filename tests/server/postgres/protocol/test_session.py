"""The session without a socket: what it hands on, what it keeps, and that nothing sent to it is more than an error."""

from __future__ import annotations

import struct
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from server.postgres.state import MOST_PORTALS, MOST_STATEMENTS
from server.postgres.wire.backend import framed
from tests.server.postgres.protocol.dialogue import Dialogue, letters
from tests.server.postgres.protocol.raw import (
    FLUSH,
    SYNC,
    TERMINATE,
    bind,
    close,
    describe,
    execute,
    parse,
    query,
)
from tests.server.postgres.protocol.running import ANNA
from tests.server.postgres.protocol.scratch import Scratch

ONE = "select 1::int4 as one"
MANY = "select range::int8 as n from range(10000)"


@pytest.fixture(scope="module")
def scratch() -> Iterator[Scratch]:
    found = Scratch()
    yield found
    found.engine.close()


@pytest.fixture
def dialogue(scratch: Scratch) -> Iterator[Dialogue]:
    found = Dialogue(scratch, ANNA)
    yield found
    found.close()
    assert scratch.open == 0


def code(dialogue: Dialogue, sql: str) -> str:
    """The SQLSTATE of the refusal, or the tag."""
    told = [one for one in dialogue.say(query(sql)) if one.letter in "EC"][-1]
    return told.fields["C"] if told.letter == "E" else told.body[:-1].decode()


REFUSED = {
    "insert into x values (1)": "25006", "update x set a = 1": "25006", "delete from x": "25006", "truncate x": "25006",
    "merge into x using y on true when matched then delete": "25006", "copy x from stdin": "25006",
    "copy x (a, b) from stdin with csv": "25006", "create table x (a int)": "0A000",
    "create view x as select 1": "0A000",
    "alter role anna superuser": "0A000", "drop table x": "0A000", "do $$ begin end $$": "0A000", "call p()": "0A000",
    "grant all on x to y": "0A000", "revoke all on x from y": "0A000", "lock x": "0A000", "vacuum": "0A000",
    "analyze": "0A000", "reindex table x": "0A000", "explain select 1": "0A000", "notify x": "0A000",
    "load 'x'": "0A000",
    "prepare a as select 1": "0A000", "execute a": "0A000", "comment on table x is 'y'": "0A000", "checkpoint": "0A000",
    "copy (select 1) to '/tmp/x'": "42501", "copy (select 1) to program 'x'": "42501", "copy x to stdout": "42809",
    "set role other": "42501", "set session authorization bo": "42501", "commit prepared 'x'": "0A000",
    "set transaction_read_only = off": "25006", "set default_transaction_read_only to false": "25006",
    "set standard_conforming_strings = off": "0A000", "set bytea_output = 'escape'": "0A000",
    "set intervalstyle = 'iso_8601'": "0A000", "set datestyle = 'german'": "22023",
    "set client_encoding = 'LATIN1'": "22023",
    "set session_authorization = 'bo'": "55P02", "set is_superuser = on": "55P02", "reset server_version": "55P02",
    "declare c scroll cursor with hold for select 1": "0A000", "copy (select 1) to stdout (freeze)": "0A000",
    "bogus": "42601", "'select'": "42601", '"select" 1': "42601", "$1": "42601", "set x to": "42601",
}  # fmt: skip


@pytest.mark.parametrize("sql", REFUSED)
def test_what_is_not_served_is_refused_and_nothing_of_it_run(dialogue: Dialogue, scratch: Scratch, sql: str) -> None:
    before = len(scratch.asked)
    assert code(dialogue, sql) == REFUSED[sql]
    assert (
        code(dialogue, f"/* /* a */ */ {sql.upper() if sql.isascii() and chr(39) not in sql else sql} ;")
        == REFUSED[sql]
    )
    assert len(scratch.asked) == before


def test_only_what_gives_rows_is_handed_on_and_its_text_is_the_clients_own(
    dialogue: Dialogue, scratch: Scratch
) -> None:
    texts = ["select  ';' as a -- b", "values (1)", "with a as (select 1) select * from a", "(select 1)", "table x"]
    del scratch.asked[:]
    for sql in texts[:4]:
        assert code(dialogue, f"  {sql}\n;") == "SELECT 1"
    assert [text for text, _ in scratch.asked] == ["select  ';' as a", *texts[1:4]]
    assert code(dialogue, texts[4]) == "42703"  # it got there: there is only no such table


def test_positions_count_the_characters_of_the_whole_text(dialogue: Dialogue) -> None:
    [*_, error, _] = dialogue.ask(query(f"select 'æøå🙂'; {ONE}; select nowhere"))
    assert error == f"ERROR 42703 at {len(f'select 12345678; {ONE}; select ') - 1}"
    sql = "begin; declare c cursor for select nowhere"
    assert f"ERROR 42703 at {sql.index('nowhere') + 1}" in dialogue.ask(query(sql))
    sql = "rollback; copy (select nowhere) to stdout"
    assert f"ERROR 42703 at {sql.index('nowhere') + 1}" in dialogue.ask(query(sql))
    sql = "  select nowhere"
    assert "ERROR 42703 at 10" in dialogue.ask(parse(sql) + SYNC)
    assert "ERROR 25006 at 3" in dialogue.ask(query("  delete from x"))


def test_a_refusal_says_its_code_in_danish_and_a_hint(dialogue: Dialogue) -> None:
    [error, _] = dialogue.say(query("select nowhere"))
    told = error.fields
    assert (told["S"], told["C"], told["R"], told["H"]) == ("ERROR", "42703", "R202", "Look again.")
    assert told["D"] == "R202: Visningen har intet sådant felt."


def test_the_applied_scope_comes_as_a_notice_before_the_rows(dialogue: Dialogue) -> None:
    told = dialogue.say(query("select 1 as notice"))
    assert letters(told) == "TNDCZ"
    assert told[1].fields == {
        "S": "NOTICE", "V": "NOTICE", "C": "00000", "M": "Anvendt omfang: alle.", "D": "omfang=alle",
    }  # fmt: skip
    dialogue.say(query("set client_min_messages = warning"))
    assert letters(dialogue.say(query("select 1 as notice"))) == "TDCZ"


def test_who_answers_is_told_the_settings_and_whether_a_block_is_open(dialogue: Dialogue, scratch: Scratch) -> None:
    dialogue.say(query(f"set nogletal.every = 'fyld'; begin; set local TimeZone to 'UTC'; {ONE}"))
    session = scratch.asked[-1][1]
    assert (session.principal, session.process, session.in_transaction) == (ANNA, 1, True)
    assert (session.settings["nogletal.every"], session.settings["timezone"]) == ("fyld", "UTC")
    dialogue.say(query(f"commit; {ONE}"))
    session = scratch.asked[-1][1]
    assert (session.settings["nogletal.every"], session.in_transaction) == ("fyld", False)
    assert session.settings["timezone"] == "Europe/Copenhagen"
    dialogue.say(query("reset nogletal.every"))
    assert dialogue.ask(query("show nogletal.every"))[1] == "row (b'',)"


def test_changes_of_what_clients_go_by_are_told_once(dialogue: Dialogue) -> None:
    told = dialogue.ask(query("set timezone = 'UTC'; set timezone = 'Asia/Tokyo'; set extra_float_digits = 2"))
    assert told == ["SET", "SET", "SET", "status ['TimeZone', 'Asia/Tokyo']", "ready I"]
    assert dialogue.ask(query("set timezone = 'Asia/Tokyo'")) == ["SET", "ready I"]
    told = dialogue.ask(query("discard all"))
    assert told == ["DISCARD ALL", "status ['TimeZone', 'Europe/Copenhagen']", "ready I"]


@pytest.mark.parametrize(
    ("asked", "zone"),
    [
        ("'utc'", None), ("'UTC'", "UTC"), ("2", "Etc/GMT-2"), ("-2", "Etc/GMT+2"), ("'+01:00'", "Etc/GMT-1"),
        ("'GMT+2'", "Etc/GMT+2"), ("'GMT-01:00'", "Etc/GMT-1"), ("'America/New_York'", "America/New_York"),
        ("'x'", None),
        ("15", None), ("interval '1' hour", None), ("0", "UTC"),
    ],
)  # fmt: skip
def test_time_zones(dialogue: Dialogue, asked: str, zone: str | None) -> None:
    told = dialogue.ask(query(f"set time zone {asked}"))
    if zone is None:
        assert told[0].startswith(("ERROR", "SET"))
    else:
        assert dialogue.ask(query("show timezone"))[1] == f"row ({zone.encode()!r},)"


def test_rows_left_in_a_portal_are_read_only_when_asked_for(dialogue: Dialogue, scratch: Scratch) -> None:
    dialogue.say(query("begin"))
    told = dialogue.say(parse(MANY) + bind("p") + execute("p", 3) + SYNC)
    assert letters(told) == "12DDDsZ"
    assert scratch.open == 1
    assert [one.cells for one in dialogue.say(execute("p", 2) + SYNC)[:2]] == [(b"3",), (b"4",)]
    told = dialogue.say(execute("p", 0) + SYNC)
    assert (told[0].cells, told[-2].body) == ((b"5",), b"SELECT 9995\0")
    assert scratch.open == 0
    dialogue.say(query("rollback"))


@given(sizes=st.lists(st.integers(1, 5_000), max_size=12))
@settings(max_examples=30)
def test_a_cursor_in_pieces_gives_what_the_query_gives(sizes: list[int]) -> None:
    scratch = Scratch()
    dialogue = Dialogue(scratch, ANNA)
    dialogue.say(query(f"begin; declare c cursor for {MANY}"))
    rows = [one.cells for size in sizes for one in dialogue.say(query(f"fetch {size} from c")) if one.letter == "D"]
    rows += [one.cells for one in dialogue.say(query("fetch all c")) if one.letter == "D"]
    assert rows == [(str(number).encode(),) for number in range(10_000)]
    dialogue.close()
    assert scratch.open == 0
    scratch.engine.close()


def test_an_error_in_the_middle_of_a_cursor_is_not_its_end(dialogue: Dialogue) -> None:
    """Else a client would take what it has for the whole."""
    sql = "select case when range < 2000000 then range else error('broken') end as n from range(3000000)"
    dialogue.say(query(f"declare h cursor with hold for {sql}"))
    assert dialogue.ask(query("fetch 10 h"))[-2] == "FETCH 10"
    assert dialogue.ask(query("move all h"))[-2] == "ERROR XX000"
    assert dialogue.ask(query("fetch all h"))[-2] == "ERROR 55000"
    dialogue.say(query("close h"))


def test_what_a_session_may_keep_is_bounded(dialogue: Dialogue, scratch: Scratch) -> None:
    for number in range(MOST_STATEMENTS):
        assert letters(dialogue.say(parse("begin", f"s{number}"), FLUSH)) == "1"
    assert dialogue.ask(parse("begin", "more") + SYNC) == ["ERROR 54000", "ready I"]
    dialogue.say(query("deallocate all; begin"))
    for number in range(MOST_PORTALS - 1):
        dialogue.say(parse(ONE) + bind(f"p{number}") + SYNC)
    assert dialogue.ask(parse(ONE) + bind("x") + bind("y") + SYNC)[-2:] == ["ERROR 54000", "ready E"]
    dialogue.say(query("rollback"))
    texts = [f"select '{'x' * 90_000}'" for _ in range(200)]
    told = [letters(dialogue.say(parse(text, f"t{number}"), SYNC)) for number, text in enumerate(texts)]
    assert "EZ" in told
    assert dialogue.ask(query("set nogletal.x = 'y'"))[0] == "ERROR 42704"


def test_terminate_ends_it_and_what_is_no_message_too(scratch: Scratch) -> None:
    for data, ended in ((TERMINATE, "by itself"), (b"!\0\0\0\4", "fault"), (framed(b"S", b"x"), "fault"),
                        (b"Q\0\0\0\3", "fault"), (b"Q\x7f\0\0\0", "fault"), (framed(b"p", b"x"), "by itself"),
                        (framed(b"Q", b"no end"), "fault"), (framed(b"B", b"\0\0\0\1\0\7"), "fault")):  # fmt: skip
        dialogue = Dialogue(scratch, ANNA)
        dialogue.say(data)
        assert dialogue.ended == ended
        dialogue.close()


def test_a_function_call_is_refused_without_a_sync(dialogue: Dialogue) -> None:
    assert dialogue.ask(framed(b"F", struct.pack("!ihhih", 1, 0, 0, 0, 0)[:10])) == ["ERROR 0A000", "ready I"]


def test_show_all_names_every_setting_once(dialogue: Dialogue) -> None:
    told = dialogue.say(query("show all"))
    names = [one.cells[0] for one in told if one.letter == "D"]
    assert len(names) == len(set(names)) > 40
    assert b"TimeZone" in names


# Whatever is sent.

WORDS = st.sampled_from(
    ["select 1", "select nowhere", "begin", "commit", "rollback", "savepoint a", "rollback to a", "release a", MANY,
     "declare c cursor for select 1", "fetch 3 c", "fetch all c", "move c", "close c", "close all", "show all",
     "set x = 1",
     "set timezone = 'UTC'", "set local timezone = 'UTC'", "discard all", "deallocate all", "copy x to stdout", "", ";",
     "insert into x values (1)", "select 'a", "select $1", "/*", "declare h cursor with hold for select 1", "reset all",
     "fetch 1 h; begin; select nowhere; commit", "select error('x')", "set statement_timeout = 5000"]
)  # fmt: skip
NAMES = st.sampled_from(["", "a", "c", "h", "p", "æ"])
VALUES = st.one_of(st.none(), st.binary(max_size=6))
FORMATS = st.lists(st.integers(0, 1), max_size=2).map(tuple)
VALID = st.one_of(
    WORDS.map(query), st.builds(parse, WORDS, NAMES, st.lists(st.sampled_from([0, 23, 25]), max_size=2).map(tuple)),
    st.builds(bind, NAMES, NAMES, st.lists(VALUES, max_size=2).map(tuple), FORMATS, FORMATS),
    st.builds(describe, st.sampled_from("SP"), NAMES), st.builds(execute, NAMES, st.integers(-1, 5)),
    st.builds(close, st.sampled_from("SP"), NAMES), st.sampled_from([SYNC, FLUSH, SYNC, SYNC]),
    st.sampled_from([framed(b"d", b"x"), framed(b"c"), framed(b"f", b"x\0"), framed(b"F", b"")]),
)  # fmt: skip
KNOWN = set("12345CDEHIKNRSTVZcdnstv")


@given(sent=st.lists(VALID, max_size=25))
@settings(max_examples=75, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_messages_come_the_session_answers_and_lives_on(sent: list[bytes]) -> None:
    scratch = Scratch()
    dialogue = Dialogue(scratch, ANNA)
    told = dialogue.say(*sent)
    assert dialogue.ended is None
    assert set(letters(told)) <= KNOWN
    again = dialogue.ask(SYNC + query("rollback") + query("select 1::int4 as one"))
    assert again[-4:] == ["columns [('one', 23, 4, 0)]", "row (b'1',)", "SELECT 1", "ready I"]
    assert dialogue.state.block.marks == ()
    dialogue.close()
    assert scratch.open == 0
    scratch.engine.close()


@given(sent=st.lists(VALID, min_size=1, max_size=8), data=st.data())
@settings(max_examples=75, suppress_health_check=[HealthCheck.too_slow])
def test_messages_with_bytes_changed_are_answered_or_end_the_session(sent: list[bytes], data: st.DataObject) -> None:
    scratch = Scratch()
    dialogue = Dialogue(scratch, ANNA)
    whole = bytearray(b"".join(sent))
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    told = dialogue.say(bytes(whole))
    assert set(letters(told)) <= KNOWN
    assert dialogue.ended in (None, "fault", "by itself")
    dialogue.close()
    assert scratch.open == 0
    scratch.engine.close()
