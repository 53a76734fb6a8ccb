"""What the catalogue does not run: everything that is not PostgreSQL's, and everything that is not known."""

from __future__ import annotations

from decimal import Decimal

import pytest

from semantic.errors import ServiceError
from semantic.execute.cancellation import Cancellation
from server.errors import outward
from server.postgres.catalogue import catalogue as module
from server.postgres.catalogue.catalogue import Catalogue, depends_only_on_catalogue
from server.postgres.catalogue.changed import settings_changed
from server.postgres.statement import Session
from server.postgres.tree import bridged, parsed
from tests.server.postgres.catalogue.asking import prepared, rows

REFUSED = (
    ("select * from read_csv('/etc/passwd')", "0A000"),
    ("select * from read_text('/etc/passwd')", "42883"),
    ("select read_blob('/etc/passwd')", "42883"),
    ("select * from glob('/*')", "42601"),
    ("select * from '/etc/passwd'", "42P01"),
    ("select * from \"/etc/passwd\"", "42P01"),
    ("select * from duckdb_settings()", "42883"),
    ("select * from duckdb_tables()", "42883"),
    ("select getenv('HOME')", "42883"),
    ("select getvariable('session')", "42883"),
    ("select * from query('select 1')", "42883"),
    ("select * from query_table('pg_class')", "42883"),
    ("select * from pragma_database_list()", "42883"),
    ("select * from pgf.known_names", "42P01"),
    ("select pgf.visible('regclass', 1)", "42883"),
    ("select * from pgc.pg_class", "42P01"),
    ("select * from main.pg_class", "42P01"),
    ("select list_transform([1], x -> x)", "0A000"),
    ("select error('x')", "42883"),
    ("select pg_read_file('/etc/passwd')", "0A000"),
    ("select pg_sleep(1)", "0A000"),
    ("select pg_terminate_backend(1)", "0A000"),
    ("select lo_import('/etc/passwd')", "0A000"),
    ("select nextval('x')", "42P01"),
    ("select current_setting('memory_limit')", "42704"),
    ("select * from pg_authid", "42501"),
    ("select relname into x from pg_class", "0A000"),
    ("select relname from pg_class group by rollup (relname)", "0A000"),
    ("select * from pg_class tablesample system (1)", "0A000"),
    ("select 'x'::findes_ikke", "42704"),
    ("select oid from pg_class, pg_type", "42702"),
    ("select visible('regclass', 1)", "42883"),
    ("select pg_catalog.known_names()", "42883"),
    ("select sum(oid) over w from pg_class window w as (partition by read_text('/etc/passwd'))", "42883"),
    ("select sum(oid) over (order by oid rows between (select 1) preceding and current row) from pg_class", "0A000"),
    ("select count(*) from pg_class order by read_text('/etc/passwd')", "42883"),
    ("select 1 limit (select count(*) from read_text('/etc/passwd'))", "42883"),
    ("select * from pg_class c join pg_type t on read_text('x') = 'y'", "42883"),
    ("select case when true then read_text('x') end", "42883"),
    ("select array(select read_text('x'))", "42883"),
    ("select string_agg(read_text('x'), ',')", "42883"),
    ("select string_agg('a', ',' order by read_text('x'))", "42883"),
    ("select count(*) filter (where read_text('x') = 'y')", "42883"),
    ("select distinct on (read_text('x')) 1 from pg_class", "42883"),
    ("with x as (select read_text('x')) select * from x", "42883"),
    ("values (read_text('x'))", "42883"),
    ("select 1 union select length(read_text('x'))", "42883"),
    ("select 1 from pg_class having read_text('x') = ''", "42883"),
    ("select (array[1])[length(read_text('x'))]", "42883"),
    ("select (array[1])[1:length(read_text('x'))]", "42883"),
    ("select interval (select 1)", "0A000"),
    ("select extract(read_text from now())", "22P02"),
    ("select relnam from pg_class", "42703"),
    ("select c.relnam from pg_class c", "42703"),
    ("select x.relname from pg_class c", "42P01"),
    ("select 'abc'::int", "22P02"),
    ("select '{1,2'::int[]", "22P02"),
    ("select 'måske'::bool", "22P02"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "sqlstate"), REFUSED)
def test_refused(text: str, sqlstate: str, catalogue: Catalogue, session: Session) -> None:
    with pytest.raises(ServiceError) as refused:
        rows(catalogue, session, text)
    assert outward(refused.value.code).sqlstate == sqlstate


def test_a_misspelt_column_is_suggested(catalogue: Catalogue, session: Session) -> None:
    with pytest.raises(ServiceError) as refused:
        prepared(catalogue, session, "select c.relnam from pg_class c")
    [problem] = refused.value.problems
    assert (problem.message, problem.hint) == ("'c' has no member 'relnam'.", "Did you mean 'relname'?")


def test_too_many_rows(catalogue: Catalogue, session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_ROWS", 100)
    assert len(rows(catalogue, session, "select oid from pg_type limit 100")) == 100
    with pytest.raises(ServiceError) as refused:
        rows(catalogue, session, "select oid from pg_type")
    assert refused.value.code == "L501"


def test_out_of_time(catalogue: Catalogue, session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "SECONDS", 0.2)
    with pytest.raises(ServiceError) as refused:
        rows(
            catalogue,
            session,
            "select count(*) from pg_proc a, pg_proc b, pg_proc c where a.proname || b.proname > c.proname",
        )
    assert refused.value.code == "L502"


def test_cancelled(catalogue: Catalogue, session: Session) -> None:
    pressed = Cancellation()
    pressed.cancel()
    with pytest.raises(ServiceError) as refused:
        catalogue.run(prepared(catalogue, session, "select 1"), (), session, pressed)
    assert refused.value.code == "L503"


@pytest.mark.parametrize(
    ("text", "is_own"),
    [
        ("select 1", True),
        ("values (1)", True),
        ("select * from PG_CLASS", True),
        ("select * from Information_Schema.Tables", True),
        ("select * from noegletal.noegletal", True),
        ("with x as (select 1) select * from x", True),
        ("select * from generate_series(1, 2)", True),
        ("select * from regnskab", False),
        ("select * from public.regnskab", False),
        ("select * from pg_class, regnskab", False),
        ("select * from pg_findes_ikke", False),
        ("with pg_x as (select * from regnskab) select * from pg_x", False),
    ],
)
def test_which_statements_are_the_catalogues(text: str, is_own: bool) -> None:
    [query] = parsed(text)
    assert depends_only_on_catalogue(query) is is_own


@pytest.mark.parametrize(
    ("text", "bridge"),
    [
        ("select $1,$2", "select $1 ,$2 "),
        ("select '$1,$2', \"a$1\"", "select '$1,$2', \"a$1\""),
        ("select $$a$1$$, $x$ $1 $x$", "select $$a$1$$, $x$ $1 $x$"),
        ("select E'it\\'s $1', $1", "select E'it\\'s $1', $1 "),
        ("select 1 -- $1,$2\n,$1", "select 1 -- $1,$2\n,$1 "),
        ("select x::oid[], y::pg_catalog.regtype[], cast(z as oid[])", "select x::_oid, y::_regtype, cast(z as _oid)"),
    ],
)
def test_what_sqlglot_cannot_read_is_bridged(text: str, bridge: str) -> None:
    assert bridged(text).text == bridge


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("select $1,$2::text,relnam from pg_class", "relnam"),
        ("select '$1,$2', $1,\n finds_ikke(1)", "finds_ikke"),
        ("select * from pg_klass", "pg_klass"),
        ("select c.relnam\nfrom pg_class c", "relnam"),
    ],
)
def test_the_place_is_told(text: str, place: str, catalogue: Catalogue, session: Session) -> None:
    with pytest.raises(ServiceError) as refused:
        prepared(catalogue, session, text)
    [problem] = refused.value.problems
    assert problem.at is not None
    assert problem.at.position == text.index(place) + 1


@pytest.mark.parametrize(
    ("text", "values", "changed"),
    [
        ("select set_config('JIT', 'off', false)", (), {"jit": "off"}),
        ("select pg_catalog.set_config($1, $2::text, true)", ("search_path", ""), {"search_path": ""}),
        ("select set_config('jit', $1, false)", (None,), {}),
        (
            "select set_config('bytea_output', 'hex', false) from pg_settings where name = 'x'",
            (),
            {"bytea_output": "hex"},
        ),
        ("select 'set_config'", (), {}),
    ],
)
def test_what_a_statement_sets(text: str, values: tuple[object, ...], changed: dict[str, str]) -> None:
    [query] = parsed(text)
    assert {one.name: one.value for one in settings_changed(query, values)} == changed


@pytest.mark.parametrize(("written", "local"), [("true", True), ("'t'", True), ("false", False), ("'off'", False)])
def test_whether_it_is_set_for_the_transaction_only(written: str, local: bool) -> None:
    [query] = parsed(f"select set_config('jit', 'off', {written})")
    assert [one.local for one in settings_changed(query, ())] == [local]


@pytest.mark.parametrize("number", ["NaN", "1e38", "0." + "1" * 39, "1" * 37 + ".12"])
def test_a_numeric_is_never_rounded_without_a_word(catalogue: Catalogue, session: Session, number: str) -> None:
    with pytest.raises(ServiceError) as caught:
        rows(catalogue, session, "select cast($1 as numeric)", Decimal(number))
    assert outward(caught.value.code).sqlstate == "22P02"


@pytest.mark.parametrize("number", ["-12345.6789", "1.50", "0", "1" * 36 + ".12", "0." + "1" * 38])
def test_a_numeric_keeps_its_own_decimals(catalogue: Catalogue, session: Session, number: str) -> None:
    [[found]] = rows(catalogue, session, "select cast($1 as numeric)", Decimal(number))
    assert str(found) == number


@pytest.mark.parametrize(
    "text",
    [
        "select lpad('x', 1000000000, 'y')", "select repeat('x', 1000000000)", "select rpad('x', 10)",
        "select replace('xxx', 'x', 'yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy')",
        "with a0 as (select 'x' as x), "
        + ", ".join(f"a{i} as (select x || x as x from a{i - 1})" for i in range(1, 40)) + " select x from a39",
    ],
)  # fmt: skip
def test_no_text_is_made_that_grows_without_end(text: str, catalogue: Catalogue, session: Session) -> None:
    [query] = parsed(text)
    with pytest.raises(ServiceError) as refused:
        catalogue.prepare(query, text, (), session)
    assert refused.value.code == "U450"
