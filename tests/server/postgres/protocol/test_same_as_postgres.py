"""The same messages to our server and to a real PostgreSQL: the same answers, errors, tags and transaction status."""

from __future__ import annotations

import pytest

from tests.postgres import Postgres
from tests.server.postgres.protocol.raw import (
    FLUSH,
    SYNC,
    bind,
    close,
    describe,
    execute,
    logged_in,
    parse,
    query,
)
from tests.server.postgres.protocol.running import Running

ONE = "select 1::int4 as one"
THREE = "select generate_series::int4 as n from generate_series(1, 3)"

SCRIPTS: dict[str, list[bytes]] = {
    "simple": [query(ONE), query(f"{ONE}; select 2::int4 as two;;"), query(""), query(" ; -- nothing\n ;")],
    "simple with an error": [query(f"{ONE}; select nowhere; {ONE}"), query(ONE)],
    "lexical errors": [query("select 'a"), query('select "a'), query("select $q$ a"), query("select 1 /* a /* b */")],
    "block": [query("begin"), query(ONE), query("commit"), query("rollback"), query("end work")],
    "a block in one text": [query(f"begin; {ONE}; commit; {ONE}"), query(f"{ONE}; begin; {ONE}"), query("commit")],
    "a block that fails": [query("begin"), query("select nowhere"), query(ONE), query("commit"), query(ONE)],
    "begin twice": [query("begin; begin"), query("rollback"), query("start transaction read only"), query("abort")],
    "modes": [
        query("begin isolation level serializable, read only, not deferrable"), query("commit and chain"),
        query("rollback and no chain"), query("commit and chain"),
        query("set session characteristics as transaction isolation level read committed"),
    ],
    "savepoints": [
        query("begin; savepoint a; savepoint b"), query("select nowhere"), query(ONE), query("rollback to a"),
        query(ONE), query("rollback to b"), query("rollback to savepoint a; release a; release a"), query("rollback"),
        query("savepoint a"), query("release a"), query("rollback to a"),
    ],
    "settings": [
        query("set application_name = 'mig'"), query("show application_name"), query("reset application_name"),
        query("set statement_timeout to '2s'; show statement_timeout; set statement_timeout = default"),
        query("set nothing_of_the_kind = 1"), query("show nothing_of_the_kind"), query("set server_version = 'x'"),
        query("set time zone 'UTC'; show time zone; show timezone; set timezone to default"),
        query("set datestyle = 'iso, dmy'"), query("show datestyle"), query("set timezone = 'Mars/Dome'"),
        query("set extra_float_digits = 99"), query("set extra_float_digits = 3"), query("set statement_timeout = 'x'"),
        query("set names 'utf8'"), query("set client_encoding to unicode"), query("show transaction isolation level"),
        query("set local application_name = 'x'"), query("set session characteristics as transaction read only"),
        query("set search_path to public, other"), query("show search_path"), query("set jit = maybe"),
    ],
    "settings that change nothing": [
        query("set ssl_renegotiation_limit = 0; show ssl_renegotiation_limit"), query("set default_with_oids = off"),
        query("set ssl_renegotiation_limit = 512"), query("set enable_seqscan = off; show enable_seqscan"),
        query("set max_parallel_workers_per_gather = 0; show max_parallel_workers_per_gather"),
        query("set plan_cache_mode = force_custom_plan; show plan_cache_mode"), query("set plan_cache_mode = never"),
        query("set synchronous_commit = off; show synchronous_commit"), query("set tcp_keepalives_idle = -1"),
        query("set default_tablespace = ''; show default_tablespace"), query("set join_collapse_limit = 1"),
        query("set transform_null_equals = off; show transform_null_equals"), query("set xmlbinary = hex"),
    ],
    "settings go back": [
        query("begin; set application_name = 'a'; set local extra_float_digits = 2"), query("show extra_float_digits"),
        query("rollback"), query("show application_name"), query("begin; set application_name = 'b'; savepoint s"),
        query("set application_name = 'c'; rollback to s; show application_name; commit"),
        query("show application_name"), query("begin; set local application_name = 'd'"), query("commit"),
        query("show application_name"),
    ],
    "extended": [
        parse(ONE) + bind() + describe("P") + execute() + SYNC,
        parse(ONE, "s") + describe("S", "s") + SYNC, bind("", "s", result=(1,)) + execute() + SYNC,
        parse(ONE, "s") + SYNC, close("S", "s") + close("S", "s") + SYNC, bind("", "s") + execute() + SYNC,
        parse("") + bind() + describe("P") + execute() + SYNC,
        parse("begin") + describe("S") + bind() + describe("P") + execute() + SYNC,
        parse("commit") + bind() + execute() + SYNC,
        parse("show application_name") + bind() + describe("P") + execute() + SYNC,
    ],
    "extended errors": [
        parse("select nowhere") + bind() + execute() + SYNC, parse("select 1; select 2") + SYNC,
        describe("P", "nothing") + SYNC, execute("nothing") + SYNC, describe("S", "nothing") + SYNC,
        parse(ONE) + bind(values=(b"1",)) + SYNC, parse(ONE) + bind(result=(0, 0)) + SYNC,
        parse("select $1::int4 as x") + bind(values=(b"1", b"2")) + SYNC, SYNC,
        parse("select nowhere") + parse(ONE) + bind() + execute() + SYNC,
    ],
    "parameters": [
        parse("select $1::int4 as x", types=(23,)) + describe("S") + bind(values=(b"7",)) + execute() + SYNC,
        parse("select $1::int4 as x", types=(23,)) + bind(values=(b"\0\0\0\7",), formats=(1,)) + execute() + SYNC,
        parse("select $1::int4 as x", types=(23,)) + bind(values=(None,)) + execute() + SYNC,
        query("select $1::int4"),
    ],
    "suspended": [
        query("begin"), parse(THREE) + bind("p") + execute("p", 2) + SYNC, execute("p", 2) + SYNC,
        execute("p", 2) + SYNC,
        parse(THREE) + bind("q") + execute("q", 3) + execute("q", 3) + SYNC, bind("p") + SYNC, query("commit"),
        execute("p") + SYNC,
    ],
    "a portal ends with its transaction": [
        parse(THREE) + bind("p") + execute("p", 1) + execute("p", 1) + SYNC, execute("p", 1) + SYNC,
        query("begin"), parse(THREE) + bind("p") + execute("p", 1) + SYNC, close("P", "p") + SYNC,
        execute("p", 1) + SYNC, query("rollback"),
    ],
    "cursors": [
        query(f"declare c cursor for {THREE}"), query(f"begin; declare c cursor for {THREE}"), query("fetch c"),
        query("fetch 5 from c"), query("fetch next in c"), query("move c"), query("close c"), query("close c"),
        query("fetch c"), query("rollback"),
        query(f"begin; declare c no scroll cursor for {THREE}; move 2 in c; fetch all c; close all; commit"),
        query(f"begin; declare c cursor for {THREE}; declare c cursor for {THREE}"), query("rollback"),
    ],
    "held cursors": [
        query(f"declare h cursor with hold for {THREE}"), query("fetch 2 in h"), query("begin; fetch h; commit"),
        query("fetch h"), query("close h"), query(f'begin; declare "H" cursor with hold for {THREE}; rollback'),
        query('fetch "H"'), query(f"begin; declare h cursor with hold for {THREE}; declare n cursor for {ONE}; commit"),
        query("fetch n"), query("fetch forward all from h"), query("close h"),
    ],
    "cursors, extended": [
        query("begin"), parse(f"declare c cursor for {THREE}") + bind() + describe("P") + execute() + SYNC,
        parse("fetch 2 from c") + describe("S") + bind() + describe("P") + execute() + SYNC,
        parse("fetch forward 10 from c") + bind(result=(1,)) + describe("P") + execute() + SYNC, query("commit"),
    ],
    "binary cursor": [query(f"begin; declare c binary cursor for {THREE}; fetch 1 c; commit")],
    "backwards": [query(f"begin; declare c no scroll cursor for {THREE}"), query("fetch prior c"), query("rollback")],
    "prepared": [
        parse(ONE, "a") + SYNC, query("deallocate a"), query("deallocate a"), parse(ONE, "a") + SYNC,
        query("deallocate all"), bind("", "a") + SYNC, parse(ONE, "a") + SYNC, query("discard all"),
        bind("", "a") + SYNC,
        query("begin"), query("discard all"), query("rollback"), query("discard plans; discard temp"),
    ],
    "listening": [query("listen x; unlisten x; unlisten *")],
    "copy": [
        query("copy (select 1::int4, null::int4) to stdout"),
        query("copy (select 1::int4 as a) to stdout with csv header"),
        query("copy (select 'a;b' as x, 2::int4 as y) to stdout (format csv, delimiter ';', force_quote (y), header)"),
        query("copy (select 'a' as x, null::int4 as y) to stdout csv delimiter as ';' null as '-' force quote *"),
        query("copy (select 'a' as x) to stdout (format csv, force_quote (z))"),
        query("copy (select 1::int4 as a, null::int8 as b) to stdout (format binary)"),
        query("copy (select 1::int4 as a where false) to stdout binary"),
        query("copy (select 1::int4 as a where false) to stdout"),
        query("copy (select 1) to stdout (format binary, header)"), query("copy (select 1) to stdout (nothing)"),
        query("copy (select 1) to stdout (encoding 'utf8', null E'x\\ny')"),
        query("copy (select nowhere) to stdout"), query("copy (select 1) to stdout (format nothing)"),
        query("copy (select 1) to stdout (delimiter 'xx')"), query("copy (select 1) to stdout (quote 'x')"),
        query("copy (select 1) to stdout (format csv, format csv)"),
        parse("copy (select 1::int4) to stdout") + describe("S") + bind() + execute() + SYNC,
    ],
    "in a block that failed": [
        query("begin; select nowhere"), parse(ONE) + SYNC, parse("rollback") + bind() + execute() + SYNC,
        parse(ONE, "z") + SYNC, query("begin; select nowhere"), bind("", "z") + SYNC, query("show application_name"),
        query("rollback"), close("S", "z") + SYNC,
    ],
    "flush": [parse(ONE) + FLUSH + bind() + FLUSH + execute() + SYNC],
    "syntax": [query("bogus"), query("begin bogus"), query("fetch"), query("set"), query("show"), query("commit 1")],
    "bad text": [b"Q\0\0\0\x08\xff\xfe\xfd\0", query(ONE)],
    "a query in what is skipped": [parse("select nowhere") + query(ONE) + SYNC, query(ONE)],
    "copy messages out of place": [b"d\0\0\0\x04" + b"c\0\0\0\x04" + query(ONE)],
}  # fmt: skip


@pytest.mark.parametrize("name", SCRIPTS)
def test_the_same_answers(name: str, served: Running, postgres: Postgres) -> None:
    options = {"application_name": "", "TimeZone": "Europe/Copenhagen", "client_encoding": "UTF8",
               "options": "-c default_transaction_read_only=on"}  # fmt: skip
    ours = served.raw(**options)
    theirs = logged_in((postgres.host, postgres.port), postgres.user, postgres.password, database="postgres", **options)
    try:
        answers = [(step, ours.ask(step), theirs.ask(step)) for step in SCRIPTS[name]]
        assert [one for one in answers if one[1] != one[2]] == []
    finally:
        ours.close()
        theirs.close()
