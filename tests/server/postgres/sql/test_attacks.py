"""What a statement may not do: reach past the answers, make work without end, tell of what is hidden, or be half heard."""

# ruff: noqa: E501  (statements stand as clients send them)
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from semantic.access.link import load_policies
from semantic.pipeline import Service
from server.authenticate import read_demo_principals
from tests.server.postgres.sql.asked import Told, ask, sorted_rows
from tests.server.postgres.sql.flat import flat_service
from tests.worlds import PROJECT, service

PRINCIPALS = {one.subject: one for one in read_demo_principals(PROJECT / "access_policies")}


@pytest.fixture(scope="module")
def flat(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    with flat_service(tmp_path_factory.mktemp("flad")) as found:
        yield found


@pytest.fixture(scope="module")
def governed() -> Service:
    demo = service("demo")
    return replace(demo, policies=load_policies(PROJECT / "access_policies", demo.generation.model))


# No file, setting, clock, other table, or row out of nothing.
REACHING = (
    "select * from read_csv('/etc/passwd')", "select kode from flad, read_csv('/etc/passwd') x", "select * from 'x.csv'",
    'select * from "/etc/passwd"', "select * from duckdb_settings()", "select * from pragma_version()", "pragma version",
    "select * from q0", "select kode from flad, q0", "with a as (select kode from flad group by kode) select * from q0", "select kode from flad, information_schema.tables",
    "select (select count(*) from information_schema.tables), sum(m) from flad", "select * from sqlite_master",
    "select * from raekker_hemmelig", "select * from main.flad", "select * from raw.main.flad",
    "select getvariable('x'), kode from flad group by kode", "select current_setting('memory_limit'), sum(m) from flad",
    "select current_user, sum(m) from flad", "select now(), sum(m) from flad", "select sum(m) from flad where dag < now()",
    "select sum(m) from flad where dag < current_date", "select kode, random() from flad group by kode",
    "select sum(m) from flad where id < random() * 10", "select unnest(array[1, 2]), kode from flad group by kode",
    "select generate_series(1, 10), kode from flad group by kode", "select range(10), kode from flad group by kode",
    "select sum(m) from flad, generate_series(1, 10) x", "select sum(m) from flad, lateral (select 1) x",
    "select version(), sum(m) from flad", "select pg_sleep(10), sum(m) from flad", "select nextval('x'), sum(m) from flad",
    "select pg_read_file('/etc/passwd'), sum(m) from flad", "select query_to_xml('select 1', true, true, ''), sum(m) from flad",
    "select sum(m) from flad; drop table flad", "select sum(m) from flad; select 1", "insert into flad values (1)",
    "copy (select sum(m) from flad) to '/tmp/x'", "attach 'x' as y", "install httpfs", "load httpfs", "call x()",
    "set memory_limit = '1TB'", "explain analyze select sum(m) from flad", "create table x as select sum(m) from flad",
    "with x as (insert into flad values (1) returning *) select * from x", "select sum(m) into x from flad",
    "with recursive x as (select kode from flad) select * from x",
    'select "@"."flad.kode" from flad "@"', 'select "@".kode, sum("@".m) from flad as "@" group by 1',
    'select cast(kode as "x; drop table y"), sum(m) from flad group by kode', "select kode::regclass, sum(m) from flad group by kode",
    'select extract("year from now()) --" from dag), sum(m) from flad group by 1',
)  # fmt: skip


@pytest.mark.parametrize("text", REACHING)
def test_nothing_past_the_answers_is_reached(flat: Service, text: str) -> None:
    found = ask(flat, text)
    assert found.rows == ()
    assert found.refusal is not None
    assert found.refusal[0] in ("U450", "U432", "U453", "R201", "R202", "P101", "P120", "P180")


def test_names_of_scratch_tables_and_quotes_are_only_names(flat: Service) -> None:
    wanted = sorted_rows(ask(flat, "select kode, sum(m) from flad group by kode").rows)
    for text in (
        "with q0 as (select * from flad) select kode, sum(m) from q0 group by kode",
        "select q0.kode, q0.s from (select kode, sum(m) as s from flad group by kode) q0",
        "with q1 as (select 'x' as y), q0 as (select kode, sum(m) s from flad group by kode) select * from q0",
        'select kode as "a""b; drop table x --", sum(m) as "@" from flad group by kode',
        "select m.kode, m.s from (select kode, sum(m) as s from flad m group by kode) m",
    ):
        assert sorted_rows(ask(flat, text).rows) == wanted


# Work or room without end is refused before anything is computed.
BOMBS = (
    "select lpad('x', 2000000000), sum(m) from flad", "select rpad(kode, n * 100000000), sum(m) from flad group by kode, n",
    "select sum(m) from flad where lpad('x', 2000000000) = 'y'", "select repeat('x', 1000000000), sum(m) from flad",
    "select replace(replace(kode, 'A', 'AAAAAAAA'), 'A', 'AAAAAAAA'), sum(m) from flad group by 1",
    f"select sum(m) from flad where {'not ' * 3000} aktiv", f"select {'(' * 2000}1{')' * 2000}, sum(m) from flad",
    f"select {'-' .join(['1'] * 5000)}, sum(m) from flad", f"select {'abs(' * 300}n{')' * 300}, sum(m) from flad group by 1",
    "select * from (" * 200 + "select * from flad" + ") x" * 200,
    f"select sum(m) from flad where {' or '.join(f'n = {i}' for i in range(2000))}",
    "select 99999999999999999999999999999999999999999999, sum(m) from flad", "select 1e400, sum(m) from flad",
    "select 9223372036854775807 + 1, sum(m) from flad", "select sum(m) from flad where n > 1e400",
)  # fmt: skip


@pytest.mark.parametrize("text", BOMBS, ids=lambda text: text[:60])
def test_work_without_end_is_refused(flat: Service, text: str) -> None:
    found = ask(flat, text)
    assert found.refusal is not None
    assert found.refusal[0] in ("U450", "U432", "U430", "P101", "P120", "R209", "L510")


def test_ten_thousand_members_are_a_list_like_any_other(flat: Service) -> None:
    listed = ", ".join(map(str, range(10_000)))
    whole = ask(flat, "select sum(m) from flad").rows
    assert ask(flat, f"select sum(m) from flad where id in ({listed})").rows == whole
    assert ask(flat, f"select sum(m) from flad where id not in ({listed})").rows == ((None,),)


# What the tree carries beside what is read: each is refused, never passed over.
HALF_HEARD = (
    "select * except (kode) from flad", "select * replace (1 as kode) from flad", "select flad.* except (kode) from flad",
    "select sum(m) from only flad", "select sum(m) from flad tablesample system (10)", "select sum(m) from flad for update",
    "select sum(m) from flad for share", "select kode from flad with ordinality", "select sum(m) from flad at (timestamp => '2020')",
    "select kode, sum(m) from flad pivot (sum(m) for kode in ('A'))", "select as struct kode from flad",
    "select kode, sum(m) from flad group by kode order by 1 fetch first 2 rows with ties",
    "select kode, sum(m) from flad group by kode order by 1 fetch first 50 percent rows only",
    "select kode, sum(m) from flad group by kode order by 1 limit 2 by kode",
    "select kode, sum(m) from flad group by kode with rollup", "select kode, sum(m) from flad group by all",
    "select kode, sum(m) from flad group by grouping sets ((kode), (kode))", "select distinct on (kode) kode, n from flad",
    "select kode from flad cluster by kode", "select kode, sum(m) from flad group by kode qualify rank() over (order by kode) = 1",
    "select kode from flad union all by name select kode from flad", "select kode, sum(m) from flad natural join flad x group by 1",
    "select sum(a.m) from flad a join flad b using (kode)", "select sum(a.m) from flad a full join (select kode from flad) b on a.kode = b.kode",
    "select sum(a.m) from flad a join (select kode from flad) b on (a.kode = b.kode or a.kode is not null and b.kode is null)",
    "select sum(a.m) from flad a join (select kode, n from flad) b on (a.kode = b.kode or a.n is null and b.n is null)",
    "select max(m, 2) from flad", "select min(n, 2) from flad", "select measure(m, 2) from flad", "select measure() from flad",
    "select sum(distinct m) from flad", "select measure(distinct m) from flad", "select count(distinct kode, n) from flad",
    "select sum(m order by kode) from flad", "select sum(m) within group (order by kode) from flad",
    "select kode, sum(m) filter (where n > 2) from flad group by kode", "select count(*) filter (where n > 2) from flad",
    "select mode() within group (order by kode) from flad", "select any_value(m) from flad", "select any_value(kode) from flad",
    "select first_value(kode) ignore nulls over (order by kode), sum(m) from flad group by kode",
    "select kode, sum(sum(m)) over w from flad group by kode window w as (order by kode)",
    "select kode, sum(sum(m)) over w from flad group by kode", "select kode, measure(m) over () from flad group by kode",
    "select date_trunc('month', tid, 'America/New_York'), sum(m) from flad group by 1",
    "select tid at time zone 'America/New_York', sum(m) from flad group by 1", "select sum(m) from flad where navn collate \"C\" = 'x'",
    "select cast(tid as timestamp(0)), sum(m) from flad group by 1", "select cast(navn as char(2)), sum(m) from flad group by 1",
    "select dag - interval '2 days ago', sum(m) from flad group by 1", "select dag + interval '1 foo) bar', sum(m) from flad group by 1",
    "select to_char(dag, 'Month WW'), sum(m) from flad group by 1", "select substring(navn from '[a-z]'), sum(m) from flad group by 1",
    "select extract(julian from dag), sum(m) from flad group by 1", "select sum(m) from flad where navn similar to 'x'",
    "select sum(m) from flad where kode like any (array['A'])", "select sum(m) from flad where n > all (array[1, 2])",
    "select sum(m) from flad where navn ~ 'r'", "select (flad).kode from flad", "select flad from flad", "select count(flad) from flad",
    "select sum(m) from flad where kode in (select kode from flad f where f.n = flad.n)", "select sum(m) from flad limit -1",
)  # fmt: skip


@pytest.mark.parametrize("text", HALF_HEARD)
def test_no_part_of_a_statement_is_passed_over(flat: Service, text: str) -> None:
    found = ask(flat, text)
    assert found.rows == ()
    assert found.refusal is not None
    assert not found.refusal[0].startswith("X")


def words_of(found: Told) -> tuple[object, ...]:
    return tuple((one.code, one.message, one.hint, one.at) for one in found.problems)


# Each names a member with {}, somewhere in a statement over a view that the asker sees in part.
PLACES = (
    "select {} from ydelse", "select lov, {} from ydelse group by lov", "select antal_ydelser from ydelse where {} = 'x'",
    "select antal_ydelser from ydelse where not {} is null", "select lov, antal_ydelser from ydelse group by lov, {}",
    "select lov from ydelse group by lov order by {}", "select lov from ydelse group by lov having {} > 3",
    "select lov from ydelse group by lov having count(distinct {}) > 3", "select count(distinct {}) from ydelse",
    "select max({}) from ydelse", "select measure({}) from ydelse", "select lov as {}, antal_ydelser from ydelse order by {} + 1",
    "select antal_ydelser from ydelse where lov in (select {} from ydelse)", "select x.{} from (select * from ydelse) x",
    "select antal_ydelser from ydelse where exists (select {} from ydelse)", "select date_trunc('month', {}) from ydelse",
    "select case when {} > 1 then 1 end from ydelse", "select rank() over (order by {}) from ydelse",
    "select antal_ydelser from ydelse where antal_ydelser > (select max({}) from ydelse)", "with a as (select {} from ydelse) select * from a",
)  # fmt: skip


@pytest.mark.parametrize("who", ["udvalg", "offentlig"])
@pytest.mark.parametrize("text", PLACES)
def test_what_is_hidden_is_absent_in_the_same_words(governed: Service, who: str, text: str) -> None:
    asker = PRINCIPALS[who]
    hidden, absent = "borger_id", "borgex_id"  # alike in length, so that places are, too
    views = governed.visible(asker).views
    assert "ydelse" not in views or hidden not in views["ydelse"].members
    first, second = (
        ask(governed, text.replace("{}", hidden), principal=asker),
        ask(governed, text.replace("{}", absent), principal=asker),
    )
    assert first.problems
    assert words_of(first) == tuple(
        (code, message.replace(absent, hidden), hint, at) for code, message, hint, at in words_of(second)
    )


def test_a_hidden_view_is_absent_in_the_same_words(governed: Service) -> None:
    asker = PRINCIPALS["offentlig"]
    for text in ("select * from {}", "select x.antal from {} x", "with a as (select * from {}) select * from a"):
        first, second = (ask(governed, text.replace("{}", name), principal=asker) for name in ("ydelse", "ydelsf"))
        assert first.problems
        assert words_of(first) == tuple((c, m.replace("ydelsf", "ydelse"), h, at) for c, m, h, at in words_of(second))


def test_an_alias_hides_no_member_from_its_policy(governed: Service) -> None:
    """Another column's name is only a name: the rows are those of the scope, whatever they are called."""
    asker = PRINCIPALS["enhedsleder"]
    own = ask(governed, "select enhed, antal_ydelser from ydelse", principal=asker)
    for text in (
        "select x.e, x.s from (select enhed as e, antal_ydelser as s from ydelse) x",
        "select lov as enhed, s from (select enhed as lov, antal_ydelser as s from ydelse group by enhed) x",
        "select enhed, antal_ydelser from ydelse where enhed = 'E05' or 1 = 1",
        "select enhed, antal_ydelser from ydelse where not (enhed = 'E01' and false)",
    ):
        assert sorted_rows(ask(governed, text, principal=asker).rows) == sorted_rows(own.rows)


def test_every_question_runs_under_the_settings_of_its_engine(flat: Service) -> None:
    """What is set on a connection alone does not hold for the cursors of it, where questions run."""
    for connection in (flat.generation._connection, flat.generation.scratch._connection):
        for name in ("TimeZone", "max_expression_depth", "python_enable_replacements", "ieee_floating_point_ops"):
            if name != "ieee_floating_point_ops" or connection is flat.generation.scratch._connection:
                sql = f"SELECT current_setting('{name}')"
                assert connection.cursor().sql(sql).fetchall() == connection.sql(sql).fetchall()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("select $99999999999", "P123"),
        ("with a0 as (select kode from flad), "
         + ", ".join(f"a{i} as (select kode from a{i - 1} union all select kode from a{i - 1})" for i in range(1, 16))
         + " select count(*) from a15", "L510"),
        ("with a0 as (select kode as x from flad), "
         + ", ".join(f"a{i} as (select x || x as x from a{i - 1})" for i in range(1, 22)) + " select x from a21", "L510"),
        (f"select sum(m) from flad group by cube({', '.join(['kode'] * 22)})", "L506"),
    ],
)  # fmt: skip
def test_work_that_doubles_with_each_part_is_refused(flat: Service, text: str, code: str) -> None:
    found = ask(flat, text)
    assert found.refusal is not None
    assert found.refusal[0] == code
