"""Every row of the table "From SQL to the question", in the shapes that clients send: an answer or a refusal.

Oracles are SQL by hand over the world's own tables, of another shape than the statement.
"""

# ruff: noqa: E501  (statements stand as clients send them)
from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from semantic.access.principal import OPERATOR
from semantic.execute.cancellation import Cancellation
from server.postgres.sql.wordings import as_one
from server.postgres.statement import Session
from server.postgres.statements import Asking, PostgresStatements, Select
from server.postgres.tree import one_query
from tests.server.postgres.sql.asked import Told, ask, sorted_rows
from tests.small_model import small_model
from tests.worlds import service, world

LOCAL = "(created_at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Copenhagen')"  # times are UTC, days are Danish
BY_STATUS = "SELECT status, sum(shipping_fee) FROM orders GROUP BY status"
TOTAL = "SELECT sum(shipping_fee) FROM orders"
SHARE = "round(avg(CASE WHEN status = 'completed' THEN 1.0 ELSE 0 END), 6)"
BY_YEAR = f"SELECT date_trunc('year', {LOCAL})::TIMESTAMP, sum(shipping_fee) FROM orders GROUP BY 1"


@dataclass(frozen=True)
class Shape:
    """What a client sends, and the oracle. `told` is a word of a notice that must come with the answer."""

    name: str
    text: str
    oracle: str
    told: str | None = None


ANSWERS = (
    # select dim, measure without GROUP BY
    Shape("bare columns", "select status, fees from orders", BY_STATUS),
    Shape("a bare measure", "select fees from orders", TOTAL),
    Shape("quoted and folded", 'SELECT "status", FEES FROM "public"."orders"', BY_STATUS),
    # the governed measure under any wrapper
    Shape("MEASURE()", "select status, MEASURE(fees) from orders group by status", BY_STATUS),
    Shape("AGGREGATE()", "select status, aggregate(fees) from orders group by 1", BY_STATUS),
    Shape("sum of a sum", "select status, sum(fees) from orders group by status", BY_STATUS),
    Shape("sum under a cast", "select status, sum(cast(fees as numeric)) from orders group by status", BY_STATUS),
    Shape("avg of a sum", "select status, avg(fees) from orders group by status", BY_STATUS, "not by avg()"),
    Shape("sum of a ratio", "select status, sum(completed_share) from orders group by status",
          f"SELECT status, {SHARE} FROM orders GROUP BY 1", "not by sum()"),
    Shape("max of distinct people", "select max(buyers) from orders", "SELECT count(DISTINCT user_id) FROM orders", "max()"),
    Shape("passed on by three subqueries",
          "select status, sum(fees) from (select * from (select status, fees from (select * from orders) a) b) c group by status",
          BY_STATUS),
    Shape("a ratio under a subquery", "select measure(completed_share) from (select * from orders where is_gift) x",
          f"SELECT {SHARE} FROM orders WHERE is_gift"),
    Shape("SUM(1)", "SELECT SUM(1) AS \"sum:Number of Records:ok\" FROM \"public\".\"orders\" \"orders\" HAVING (COUNT(1) > 0)",
          "SELECT count(*) FROM orders"),
    # count(distinct dim)
    Shape("distinct members", "select count(distinct status) from orders", "SELECT count(DISTINCT status) FROM orders"),
    Shape("Power BI's distinct count",
          'select count(distinct "rows"."status") + max(case when "rows"."status" is null then 1 else 0 end) as "a0" '
          'from "public"."orders" "rows"', "SELECT count(*) FROM (SELECT DISTINCT status FROM orders)"),
    Shape("distinct by a key", "select is_gift, count(distinct status) from orders group by is_gift",
          "SELECT is_gift, count(DISTINCT status) FROM orders GROUP BY 1"),
    Shape("distinct days", "select count(distinct cast(created_at as date)) from orders",
          f"SELECT count(DISTINCT {LOCAL}::DATE) FROM orders"),
    # count(*)
    Shape("count(*)", "select status, count(*) from orders group by 1", "SELECT status, count(*) FROM orders GROUP BY 1"),
    Shape("DBeaver's count", "SELECT count(*) FROM (SELECT * FROM public.orders) dbvrcnt", "SELECT count(*) FROM orders"),
    # over what is grouped
    Shape("a sum of sums", "select sum(s) from (select status, sum(fees) as s from orders group by status) x", TOTAL),
    Shape("the groups counted", "select count(*) from (select status, sum(fees) from orders group by status) x",
          "SELECT count(*) FROM (SELECT DISTINCT status FROM orders)"),
    Shape("the largest of groups", "select max(s), min(s) from (select status, sum(fees) as s from orders group by status) x",
          f"SELECT max(s), min(s) FROM ({BY_STATUS}) AS x(status, s)"),
    # tests above the grouping
    Shape("not null above", 'select * from (select status, sum(fees) as "a0" from orders group by status) "_" where not "a0" is null',
          f"SELECT * FROM ({BY_STATUS}) x(a, b) WHERE b IS NOT NULL"),
    Shape("a1 > 5 above", "select * from (select status, sum(fees) as a1 from orders group by status) x where a1 > 100",
          f"SELECT * FROM ({BY_STATUS}) x(a, b) WHERE b > 100"),
    Shape("HAVING", "select status, fees from orders group by 1, 2 having sum(fees) > 100", f"{BY_STATUS} HAVING sum(shipping_fee) > 100"),
    Shape("a measure tested in WHERE", "select status from orders where fees > 100", "SELECT status FROM orders GROUP BY 1 HAVING sum(shipping_fee) > 100"),
    # Power BI
    Shape("Power BI: rows of $Table",
          'select "_"."status", "_"."a0" from (select "rows"."status" as "status", sum("rows"."fees") as "a0" from '
          '(select "status", "fees" from "public"."orders" "$Table") "rows" group by "status") "_" '
          'where not "_"."a0" is null limit 1000001', BY_STATUS),
    Shape("Power BI: null helpers",
          'select "a0", case when "t0" is not null then "t0" else timestamp \'1899-12-28 00:00:00\' end as "t0_0", '
          'case when "t0" is not null then 0 else 1 end as "t0_1" from (select sum("rows"."fees") as "a0", '
          '"rows"."created_at" as "t0" from "public"."orders" "rows" group by "rows"."created_at") "_" limit 501',
          f"SELECT sum(shipping_fee), coalesce({LOCAL}, TIMESTAMP '1899-12-28'), CASE WHEN created_at IS NULL THEN 1 ELSE 0 END "
          f"FROM orders GROUP BY {LOCAL}, created_at IS NULL"),
    Shape("Power BI: a semi-join",
          'select "basetable0"."status" as "c1", sum("basetable0"."fees") as "a0" from (select "$Table"."status", "$Table"."fees" '
          'from "public"."orders" "$Table") "basetable0" inner join (select "status" from "public"."orders" where '
          '"status" in (\'shipped\') or "status" is null group by "status") "semijoin1" on ("basetable0"."status" = '
          '"semijoin1"."status" or "basetable0"."status" is null and "semijoin1"."status" is null) group by "basetable0"."status"',
          f"SELECT * FROM ({BY_STATUS}) x(a, b) WHERE a = 'shipped' OR a IS NULL"),
    Shape("Power BI: a semi-join that NULL does not pass",
          'select b.status, sum(b.fees) from orders b join (select status from orders where status = \'shipped\' or status is null '
          "group by status) s on b.status = s.status group by b.status", f"SELECT * FROM ({BY_STATUS}) x(a, b) WHERE a = 'shipped'"),
    # ordinary expressions
    Shape("texts", "select upper(status) || '!', strpos(status, 'p'), left(cast(status as text), 3), replace(status, 'e', 'E'), fees from orders",
          "SELECT upper(status) || '!', instr(status, 'p'), status[:3], replace(status, 'e', 'E'), sum(shipping_fee) FROM orders GROUP BY ALL"),
    Shape("grouped by an expression", "select case when status = 'completed' then 'ja' else 'nej' end, sum(fees) from orders group by 1",
          "SELECT CASE status WHEN 'completed' THEN 'ja' ELSE 'nej' END, sum(shipping_fee) FROM orders GROUP BY 1"),
    Shape("texts tested", "select fees from orders where status ilike '%SH%' and status not ilike 'x%'",
          f"{TOTAL} WHERE status = 'shipped'"),
    Shape("between and coalesce", "select sum(fees) from orders where shipping_fee between 10 and 39 and coalesce(status, 'x') <> 'x'",
          f"{TOTAL} WHERE shipping_fee >= 10 AND shipping_fee <= 39 AND status IS NOT NULL"),
    # as written
    Shape("limit and order", "select status, fees from orders order by fees desc nulls last limit 2",
          f"SELECT * FROM ({BY_STATUS}) x(a, b) ORDER BY b DESC LIMIT 2"),
    Shape("limit 1000001", "select status, fees from orders limit 1000001", BY_STATUS),
    Shape("thousands in a list", f"select sum(fees) from orders where id in ({', '.join(map(str, range(1, 20_000, 2)))})",
          f"{TOTAL} WHERE id % 2 = 1"),
    Shape("is null like null", "select fees from orders where (status = 'shipped' or status is null and null is null)",
          f"{TOTAL} WHERE status = 'shipped' OR status IS NULL"),
    # subtotals from the base
    Shape("ROLLUP of a ratio and of people", "select status, measure(completed_share), measure(buyers), sum(fees) from orders group by rollup(status)",
          f"SELECT status, {SHARE}, count(DISTINCT user_id), sum(shipping_fee) FROM orders GROUP BY 1 "
          f"UNION ALL SELECT NULL, {SHARE}, count(DISTINCT user_id), sum(shipping_fee) FROM orders"),
    Shape("CUBE", "select status, is_gift, measure(buyers), grouping(status, is_gift) from orders group by cube(status, is_gift)",
          "SELECT status, is_gift, count(DISTINCT user_id), GROUPING(status, is_gift) FROM orders GROUP BY CUBE (status, is_gift)"),
    # windows, CTEs, UNION, DISTINCT
    Shape("a rank", "select status, rank() over (order by sum(fees) desc) from orders group by status",
          f"SELECT a, rank() OVER (ORDER BY b DESC) FROM ({BY_STATUS}) x(a, b)"),
    Shape("a share of the whole", "select status, sum(fees) / sum(sum(fees)) over () from orders group by status",
          f"SELECT a, b / ({TOTAL}) FROM ({BY_STATUS}) x(a, b)"),
    Shape("a CTE twice", "with a as (select status, sum(fees) as s from orders group by 1) select * from a union all select 'alt', sum(s) from a",
          f"{BY_STATUS} UNION ALL SELECT 'alt', sum(shipping_fee) FROM orders"),
    Shape("DISTINCT", "select distinct status from orders", "SELECT status FROM orders GROUP BY 1"),
    # Tableau
    Shape("Tableau: a month", "SELECT DATE_TRUNC('MONTH', CAST(\"orders\".\"created_at\" AS TIMESTAMP)) AS \"tmn\", SUM(\"orders\".\"fees\") AS \"sum\" "
          'FROM "public"."orders" "orders" GROUP BY 1',
          f"SELECT date_trunc('month', {LOCAL})::TIMESTAMP, sum(shipping_fee) FROM orders GROUP BY 1"),
    Shape("Tableau: a year's number", 'SELECT EXTRACT(YEAR FROM "orders"."created_at") AS "yr", SUM("orders"."fees") FROM "public"."orders" "orders" '
          'GROUP BY 1 HAVING (COUNT(1) > 0)', f"SELECT year({LOCAL}), sum(shipping_fee) FROM orders GROUP BY 1"),
    Shape("Tableau: every January", "SELECT EXTRACT(MONTH FROM created_at), SUM(fees) FROM orders GROUP BY 1",
          f"SELECT month({LOCAL}), sum(shipping_fee) FROM orders GROUP BY 1"),
    # Superset
    Shape("Superset: a chart", "SELECT DATE_TRUNC('year', created_at) AS __timestamp, fees AS fees FROM public.orders WHERE created_at >= "
          "TO_TIMESTAMP('2024-01-01 00:00:00.000000', 'YYYY-MM-DD HH24:MI:SS.US') AND created_at < "
          "TO_TIMESTAMP('2025-01-01 00:00:00.000000', 'YYYY-MM-DD HH24:MI:SS.US') GROUP BY DATE_TRUNC('year', created_at), fees LIMIT 1000",
          f"SELECT * FROM ({BY_YEAR}) x(a, b) WHERE year(a) = 2024"),
    Shape("Superset: a virtual table", "SELECT status AS status, sum(fees) AS \"SUM(fees)\" FROM (SELECT status, fees FROM orders) AS virtual_table "
          'GROUP BY status ORDER BY "SUM(fees)" DESC LIMIT 1000', BY_STATUS),
    # Metabase
    Shape("Metabase: by quarter", 'SELECT DATE_TRUNC(\'quarter\', "public"."orders"."created_at") AS "created_at", SUM("public"."orders"."fees") AS "sum" '
          'FROM "public"."orders" GROUP BY DATE_TRUNC(\'quarter\', "public"."orders"."created_at") '
          'ORDER BY DATE_TRUNC(\'quarter\', "public"."orders"."created_at") ASC',
          f"SELECT date_trunc('quarter', {LOCAL})::TIMESTAMP, sum(shipping_fee) FROM orders GROUP BY 1"),
    # Excel's MS Query over psqlODBC
    Shape("MS Query", "SELECT orders.status, orders.fees FROM nogletal.public.orders orders", BY_STATUS),
    Shape("psqlODBC: an escaped text", "SELECT status, fees FROM orders WHERE status = E'shipped' AND status <> E'a\\\\b'",
          f"SELECT * FROM ({BY_STATUS}) x(a, b) WHERE a = 'shipped'"),
)  # fmt: skip


def told(text: str) -> Told:
    return ask(service("shop"), text)


@pytest.mark.parametrize("shape", ANSWERS, ids=lambda one: one.name)
def test_a_shape_is_answered(shape: Shape) -> None:
    found = told(shape.text)
    assert found.problems == ()
    assert sorted_rows(found.rows) == sorted_rows(world("shop").oracle(shape.oracle)[1])
    assert shape.told is None or any(shape.told in one for one in found.notices)


@pytest.mark.parametrize("shape", ANSWERS, ids=lambda one: one.name)
def test_translating_leaves_a_statement_as_it_was(shape: Shape) -> None:
    """It is translated when it is prepared, and from the same tree each time that it is run."""
    session = Session(OPERATOR, {}, 1)
    prepared = PostgresStatements(lambda: service("shop")).prepare(shape.text, (), session)
    assert isinstance(prepared, Select)
    assert prepared.tree == as_one(one_query(shape.text), shape.text)
    before = repr(prepared.tree)
    Asking(service("shop"), session, Cancellation()).translate(prepared.tree)
    assert repr(prepared.tree) == before


EMPTY = {
    "limit 0": ("select status, completed_share, buyers from orders limit 0", ("text", "numeric", "int8")),
    "where 1=0": ("select status, completed_share, buyers from orders where 1=0", ("text", "numeric", "int8")),
    "a period": ("select date_trunc('month', created_at), fees from orders limit 0", ("timestamp", "numeric")),
    "Metabase's probe": ('SELECT TRUE AS "_" FROM "public"."orders" WHERE 1 <> 1 LIMIT 0', ("bool",)),
    "over rows": ("select * from (select status, sum(fees) s from orders group by 1) x limit 0", ("text", "numeric")),
}


@pytest.mark.parametrize(("text", "types"), EMPTY.values(), ids=EMPTY)
def test_types_alone_cost_no_work(text: str, types: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    generation = service("shop").generation

    def never(*_: object) -> None:
        raise AssertionError("the engine was asked")

    monkeypatch.setattr(type(generation), "run", never)
    monkeypatch.setattr(type(generation), "run_over", never)
    found = told(text)
    assert (found.problems, found.types, found.rows) == ((), types, ())


@pytest.mark.parametrize(
    "text", ["select * from customers", "SELECT * FROM public.customers LIMIT 200", "select x.* from customers x"]
)
def test_a_preview_lists_every_dimension_and_says_what_does_not_add_up(text: str) -> None:
    found = told(text)
    rows = [dict(zip(found.names, row, strict=True)) for row in found.rows]
    oracle = (f"SELECT sum(n), sum(s) FROM (SELECT count(*) AS n, sum(shipping_fee) AS s FROM orders LEFT JOIN users u ON u.id = user_id "
              f"GROUP BY u.city, u.age, orders.status, {LOCAL.replace('created_at', 'orders.created_at')})")  # fmt: skip
    count, fees = world("shop").oracle(oracle)[1][0]
    shown = (sum(row["orders_count"] or 0 for row in rows), sum(row["orders_fees"] or 0 for row in rows))
    assert shown == (count, fees)
    assert {row["average_age"] for row in rows} == {None}
    assert any("average_age" in one for one in found.notices)


# Each refusal with its code, its SQLSTATE, and the word of the statement where it is.
REFUSALS = (
    ("select count(fees) from orders", "U451", "0A000", "count"),
    ("select count(distinct fees) from orders", "U451", "0A000", "count"),
    ("select stddev(fees) from orders", "U451", "0A000", "stddev"),
    ("select status, variance(fees) from orders group by 1", "U451", "0A000", "variance"),
    ("select percentile_cont(0.5) within group (order by fees) from orders", "U451", "0A000", "percentile"),
    ("select median(fees) from orders", "U451", "0A000", "median"),
    (
        "select sum(s) from (select status, measure(completed_share) as s from orders group by status) x",
        "U451",
        "0A000",
        "sum",
    ),
    ("select avg(s) from (select status, measure(buyers) as s from orders group by status) x", "U451", "0A000", "avg"),
    ("select count(*) from periods", "U452", "0A000", "count"),
    ("select sum(fees * 2) from orders", "U451", "0A000", "sum"),
    ("select sum(case when is_gift then fees else 0 end) from orders", "U451", "0A000", "sum"),
    ("select left(status, 1), measure(buyers) from orders group by 1", "U451", "0A000", "buyers"),
    ("select users.city, orders.fees from orders join users on orders.user_id = users.id", "U453", "0A000", "users on"),
    ("select fees from orders, users", "U453", "0A000", "users"),
    (
        "select o.fees from orders o left join (select status from orders) s on o.status = s.status",
        "U453",
        "0A000",
        "status from",
    ),
    ("update orders set fees = 1", "U450", "0A000", None),
    ("insert into orders values (1)", "U450", "0A000", None),
    ("delete from orders", "U450", "0A000", None),
    ("drop table orders", "U450", "0A000", None),
    ("copy orders from stdin", "U450", "0A000", None),
    ("do $$ begin end $$", "U450", "0A000", None),
    ("select pg_read_file('/etc/passwd'), fees from orders", "U450", "0A000", "pg_read_file"),
    ("select nosuch from orders", "R202", "42703", "nosuch"),
    ("select status, fees from nosuch", "R201", "42P01", "nosuch"),
    ("select status, sum(fees) from orders", "P121", "42803", "status"),
    ("select status, fees / 0 from orders", "U433", "22012", None),
    ("select status fees from from", "P101", "42601", "from"),
)


@pytest.mark.parametrize(("text", "code", "state", "at"), REFUSALS, ids=[one[0][:60] for one in REFUSALS])
def test_a_shape_is_refused(text: str, code: str, state: str, at: str | None) -> None:
    found = told(text).refusal
    assert found is not None
    assert found[:2] == (code, state)
    if at is not None and code != "P101":
        assert found[2] == text.index(at) + 1


def test_a_statement_is_typed_with_its_subqueries_unanswered() -> None:
    text = "select status, (select max(fees) from orders) as mest, fees from orders where status in (select status from orders where is_gift)"
    found = told(text)
    gifts = "SELECT DISTINCT status FROM orders WHERE is_gift"
    oracle = f"SELECT a, ({TOTAL}), b FROM ({BY_STATUS}) x(a, b) WHERE a IN ({gifts})"
    assert found.types == ("text", "numeric", "numeric")
    assert sorted_rows(found.rows) == sorted_rows(world("shop").oracle(oracle)[1])


@pytest.mark.parametrize("order", ["", " order by region"])
def test_count_star_counts_what_a_subquery_lists_whatever_its_order(order: str) -> None:
    """As tools count the rows of a statement by wrapping it."""
    found = ask(
        service("demo"), f"select count(*) from (select region, udgift_kr from regnskab where aar = 2023{order}) t"
    )
    assert found.rows == ((5,),)


@pytest.mark.parametrize(
    "key",
    ["date_trunc('year', start)::date", "extract(year from start)::int", "to_char(start, 'YYYY')",
     "date_trunc('year', start)::text", "to_char(date_trunc('year', start), 'YYYY-MM')"],
)  # fmt: skip
def test_a_cast_of_a_period_is_the_same_period(key: str) -> None:
    """So that measures that do not add up have their own value for it."""
    plain = ask(
        service("demo"), "select date_trunc('year', start) as y, antal_borgere from ydelse order by 1 nulls last"
    )
    cast = ask(
        service("demo"), f"select {key} as y, measure(antal_borgere) from ydelse group by 1 order by 1 nulls last"
    )
    assert [row[1] for row in cast.rows] == [row[1] for row in plain.rows]


def test_the_latest_year_is_a_filter_to_one_value() -> None:
    text = (
        "select udgift_pr_indbygger from regnskab where funktion = '6.45.51' and aar = (select max(aar) from regnskab)"
    )
    plain = ask(service("demo"), "select udgift_pr_indbygger from regnskab where funktion = '6.45.51' and aar = 2024")
    assert ask(service("demo"), text).rows == plain.rows


def test_a_whole_number_of_a_subquery_is_as_wide_as_its_measure(tmp_path: Path) -> None:
    """It is typed before its value is known, and the value may have more digits than most."""
    model = """
cubes:
  - {name: t, sql_table: main.t, dimensions: [{name: k, sql: k, type: string}], measures: [{name: s, type: sum, sql: v}]}
"""
    rows = "CREATE TABLE t AS SELECT 'a' AS k, 3000000000::BIGINT AS v UNION ALL SELECT 'b', 5"
    with small_model(tmp_path, model, rows) as small:
        found = ask(small, "select k, (select sum(s) from t) from t group by k order by k")
    assert (found.types, found.rows) == (("text", "int8"), (("a", 3000000005), ("b", 3000000005)))
