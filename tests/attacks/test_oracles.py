"""What tells without being an answer (classes 13, 14, 15): errors, statistics and plans, work done."""

# ruff: noqa: E501  (statements stand as clients send them)
from __future__ import annotations

from typing import Any

import pytest

from semantic.cube_query import parse_query
from semantic.errors import ServiceError
from semantic.pipeline import answer, prepare
from tests.attacks.asking import Interface, Place, on, principal, through
from tests.attacks.canaries import found
from tests.attacks.forms import filtering

# Each computes a value that fails on rows of others: a cast, a remainder by zero, an overflow. An engine that filtering the
# asker's filter before the policy's would tell of those rows by its error.
FAILING: dict[str, dict[str, Any]] = {
    "a cast": {"measures": ["maaling.antal"], "filters": [filtering("maaling.tal", "gt", 1)]},
    "a cast of one row": {"measures": ["maaling.antal"], "filters": [filtering("maaling.id", "equals", 1007),
                                                                     filtering("maaling.tal", "gt", 1)]},
    "a cast by or": {"measures": ["maaling.antal"], "filters": [{"or": [filtering("maaling.tal", "gt", 1),
                                                                        filtering("maaling.id", "lt", 0)]}]},
    "a cast in a group": {"measures": ["maaling.antal"], "dimensions": ["maaling.tal"]},
    "a cast in a sum": {"measures": ["maaling.tal_sum"]},
    "a cast in a segment": {"measures": ["maaling.antal"], "segments": ["maaling.smaa"]},
    "a date": {"measures": ["maaling.antal"], "timeDimensions": [{"dimension": "maaling.dato", "granularity": "month"}]},
    "a remainder": {"measures": ["maaling.antal"], "filters": [filtering("maaling.rest", "gt", 1)]},
    "a remainder in a measure": {"measures": ["maaling.store"]},
    "an overflow": {"measures": ["maaling.antal"], "filters": [filtering("maaling.stor", "gt", 1)]},
    "rows": {"dimensions": ["maaling.id", "maaling.tal"], "ungrouped": True, "order": {"maaling.tal": "desc"}, "limit": 3},
    "the first": {"measures": ["maaling.antal"], "dimensions": ["maaling.tal"],
                  "top": {"dimension": "maaling.tal", "measure": "maaling.antal", "count": 2}},
    "every subtotal": {"measures": ["maaling.antal"], "dimensions": ["maaling.tal", "maaling.rest"], "subtotals": "cube"},
    "a joined cube's": {"measures": ["proeve.antal"], "filters": [filtering("maaling.tal", "gt", 1)]},
    "its own, cut by a joined cube": {"measures": ["proeve.antal"], "filters": [filtering("proeve.tal", "gt", 1)]},
    "its own remainder": {"measures": ["proeve.antal"], "dimensions": ["proeve.rest"]},
}  # fmt: skip


@pytest.mark.parametrize("name", FAILING)
@through()
def test_no_error_tells_of_a_hidden_value(whole: Place, cut: Place, interface: Interface, name: str) -> None:
    for who in ("laeser", "barnebarn"):
        told, without = (interface.ask(place, FAILING[name], who) for place in (whole, cut))
        assert told.codes == ()
        assert (told.same, told.rows) == (without.same, without.rows), who
    told, without = (interface.ask(place, FAILING[name], "ser_alt") for place in (whole, cut))
    assert set(told.codes) <= {"U430", "U431", "U433"}
    assert told.codes, "or else no value fails"
    assert without.codes == ()
    assert found(told.text, ("1007",)) == []  # that it failed is told to who may see the value, but not the value


# Statements that fail on what is computed, with the value in the engine's own words.
ECHOING = (
    "select cast(udfald as integer), antal from sag", "select udfald::date, antal from sag", "select udfald::numeric from sag",
    "select udfald::boolean from sag", "select udfald::timestamp from sag", "select (enhed || 'x')::int4 from sag", "select 1 / (antal - antal) from sag",
    "select 1 % (antal - antal) from sag", "select ln(antal - antal) from sag", "select sqrt(antal - 7) from sag", "select power(beloeb, 400) from sag",
    "select exp(beloeb) from sag", "select beloeb * 9000000000000000000 from sag", "select beloeb::int2 from sag", "select (beloeb * 1000000)::int4 from sag",
    "select to_char(dag, udfald) from sag", "select substring(udfald, -5, -1), antal from sag", "select lpad(udfald, 3, ''), antal from sag",
    "select split_part(udfald, '', 0), antal from sag", "select antal from sag where udfald::int4 = 3", "select antal from sag where (udfald || '')::date > '2020-01-01'",
    "select error(udfald) from sag", "select udfald::uuid from sag", "select udfald::json from sag", "select regexp_replace(udfald, '(', '') from sag",
    "select strptime(udfald, '%Y') from sag", "select date_trunc(udfald, dag) from sag", "select ntile(antal - antal) over () from sag",
    "select antal from sag where in_period(dag, 'KANARIE')", "select antal from sag where kommune = 'KANARIE'", "select x from (select skjult from sag) y",
)  # fmt: skip


@pytest.mark.parametrize("text", ECHOING)
@on("sql")
def test_no_error_echoes_a_value(whole: Place, cut: Place, text: str) -> None:
    """An error over the own rows says what is wrong and not of which value, and is that of a server without the others."""
    told, without = (place.script("laeser", text) for place in (whole, cut))
    assert told.same == without.same
    assert found(told.text, ("KANARIE", "skjult")) == []
    if told.codes:
        assert not any(
            word in told.text.lower() for word in ("bevilget", "afslag", "'e1'", "duckdb", "could not convert")
        )
    everything = whole.script("ser_alt", text)
    assert not everything.codes or found(everything.text, ("KANARIE", "skjult")) == []


STATISTICS = (
    "explain select antal from sag", "explain analyze select antal from sag", "explain (analyze, buffers) select antal from sag",
    "select stats(enhed) from sag", "summarize sag", "describe sag", "show tables", "show all tables", "pragma storage_info('sag')",
    "select * from pragma_storage_info('sag')", "select * from duckdb_tables()", "select * from duckdb_columns()", "select * from duckdb_views()",
    "select * from duckdb_settings()", "select * from duckdb_logs()", "select * from sqlite_master", "select * from pragma_table_info('sag')",
    "select * from pg_stats", "select * from pg_statistic", "select * from pg_catalog.pg_stats where tablename = 'sag'", "select most_common_vals from pg_stats",
    "select reltuples, relpages from pg_class where relname = 'sag'", "select pg_relation_size('sag')", "select pg_total_relation_size('sag'::regclass)",
    "select n_live_tup from pg_stat_user_tables", "select * from pg_stat_all_tables", "select * from pg_stat_activity", "select query from pg_stat_statements",
    "select pg_stat_get_live_tuples('sag'::regclass)", "analyze sag", "vacuum analyze sag", "select pg_column_size(enhed) from sag", "select ctid from sag",
    "select xmin from sag", "select tableoid from sag", "select pg_get_viewdef('sag'::regclass)", "select definition from pg_views where viewname = 'sag'",
    "select view_definition from information_schema.views", "select * from pg_locks", "select pg_ls_dir('.')", "select * from pg_settings where name like '%memory%'",
    "select * from information_schema.columns", "select * from information_schema.tables", "select * from information_schema.view_column_usage",
    "select relname, obj_description(oid) from pg_class", "select attname, col_description(attrelid, attnum) from pg_attribute",
    "select pg_get_expr(adbin, adrelid) from pg_attrdef", "select rolname from pg_roles", "select * from pg_user", "select * from pg_policies", "select polqual from pg_policy",
    "select relrowsecurity from pg_class where relname = 'sag'", "select has_column_privilege('sag', 'skjult_cpr', 'select')", "select to_regclass('skjult_visning')",
    "select has_table_privilege('skjult_visning', 'select')", "select 'skjult_visning'::regclass", "select has_any_column_privilege('skjult_register', 'select')",
    "select navn from noegletal.noegletal", "select * from noegletal.noegletal", "select * from noegletal.dimensioner", "select * from noegletal.visninger",
)  # fmt: skip


@pytest.mark.parametrize("text", STATISTICS)
@on("sql")
def test_no_catalogue_or_statistics_tell_of_hidden_rows_or_members(whole: Place, cut: Place, text: str) -> None:
    for who in ("laeser", "barnebarn", "kender", "ingen"):
        told, without = (place.script(who, text) for place in (whole, cut))
        assert told.same == without.same, who
        assert found(told.text, ("skjult_cpr", "skjult_visning", "skjult_register")) == [], who


@on("sql")
def test_who_may_know_of_them_finds_them_in_the_catalogue(whole: Place) -> None:
    for text in (
        "select * from information_schema.columns",
        "select * from noegletal.dimensioner",
        "select 'skjult_visning'::regclass",
    ):
        assert found(whole.script("ser_alt", text).text) != []


@on("rest", "graphql")
def test_how_it_is_computed_is_not_shown_where_rows_are_cut(whole: Place, cut: Place) -> None:
    """The statement would show the tables, the policy's test and its values."""
    query = {"measures": ["sag.antal"], "filters": [filtering("sag.enhed", "equals", "E1")]}
    for path in ("/cubejs-api/v1/sql", "/cubejs-api/v1/dry-run"):
        for who in ("laeser", "barnebarn", "kender", "ingen"):
            told, without = (place.http(who, "POST", path, json={"query": query}) for place in (whole, cut))
            assert told.same == without.same
            assert found(told.text) == []
            assert "main" not in told.text
            assert "SELECT" not in told.text
    assert "SELECT" in whole.http("ser_alt", "POST", "/cubejs-api/v1/sql", json={"query": query}).text


# Time: nothing is asserted of seconds. What a stranger is refused is refused before the engine has done any work for it,
# a hidden name after the same look-ups as an absent one; and no statement can wait, or wait by a condition.
@pytest.mark.parametrize("name", ["skjult_cpr", "skjulx_cpr", "skjult_visning", "skjulx_visning"])
@on("rest", "graphql", "sql", "cli")
def test_what_is_refused_by_name_never_reaches_the_engine(
    name: str, whole: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran: list[object] = []
    monkeypatch.setattr(whole.service.generation, "run", lambda *given: ran.append(given))
    for member in (f"sag.{name}", f"{name}.antal", f"sager.{name}"):
        with pytest.raises(ServiceError):
            answer(parse_query({"dimensions": [member]}, default_limit=None), principal(whole, "laeser"), whole.service)
    assert ran == []
    prepare(parse_query({"measures": ["sag.antal"]}, default_limit=None), principal(whole, "laeser"), whole.service)


WAITING = (
    "select pg_sleep(5)", "select pg_sleep(5), antal from sag", "select case when max(enhed) > 'F' then pg_sleep(5) end from sag",
    "select sleep_ms(5000), antal from sag", "select antal from sag where pg_sleep(5) is null", "select pg_sleep_for('5 s')",
    "select repeat('x', 2000000000), antal from sag", "select antal, rpad('x', 2000000000) from sag", "select count(*) from generate_series(1, 400000000)",
    "select levenshtein(repeat('a', 100000), repeat('b', 100000)), antal from sag", "select list_reduce(range(100000000), (a, b) -> a + b), antal from sag",
    "select pg_advisory_lock(1)", "lock table sag",
)  # fmt: skip


@pytest.mark.parametrize("text", WAITING)
@on("sql")
def test_no_statement_waits_or_works_without_end(whole: Place, text: str) -> None:
    for who in ("laeser", "ser_alt"):
        told = whole.script(who, text)
        assert told.codes
        assert told.codes[0] in ("U450", "A307", "P180", "0A000", "R201", "25006", "U432", "P101", "L501"), told.text
