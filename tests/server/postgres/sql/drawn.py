"""Statements drawn by chance over the flat table, in SQL that PostgreSQL and the endpoint both read."""

# ruff: noqa: E501  (statements stand as clients send them)
from __future__ import annotations

from dataclasses import dataclass
from random import Random

TEXTS = ("'Odense'", "'Ærø'", "'ærø'", "''", "'a_b'", "'50% af'", "'O''Brien'", "'A'", "'B'", "null")
PATTERNS = ("'%r%'", "'O%'", "'%e'", "'_r_'", "'%\\%%'", "'a\\_b'", "'%ø%'", "''", "'%'", "'Æ%'", "'%r%e%'")
DAYS = (
    "'2024-01-01'",
    "date '2023-12-31'",
    "date '2024-02-29'",
    "'2024-03-04'",
    "timestamp '2024-01-01 12:00'",
    "null",
)
MOMENTS = ("'2024-02-29'", "timestamp '2024-02-29 00:00:00'", "'2024-02-29 00:00:00.5'", "date '2024-03-01'",
           "timestamp '2024-04-10 14:30:00.000001'", "null")  # fmt: skip
NUMBERS = ("0", "1", "2", "-1", "2.5", "-3", "3", "0.5", "99.99", "null")
COMPARED = ("=", "<>", "<", "<=", ">", ">=", "is distinct from", "is not distinct from")
MEASURES = ("sum(m)", "sum(v)", "count(*)")
FIGURES = ("sum(m)", "sum(v)", "count(*)", "sum(m) + 1", "-sum(v)", "coalesce(sum(m), 0)", "sum(m) * 100.0 / count(*)",
           "round(sum(v) / count(*), 2)", "count(*) / 2", "count(*) % 3", "sum(m) / 2", "abs(sum(m)) - sum(v)",
           "case when sum(m) > 100 then 'stor' when sum(m) is null then 'ukendt' else 'lille' end",
           "nullif(count(*), 1)", "greatest(sum(m), sum(v))", "cast(sum(m) as double precision) / 3",
           "round(sum(m)::double precision / 2)", "cast(sum(v) as int)", "sum(v)::text", "sum(m) is null")  # fmt: skip


@dataclass
class Drawing:
    """What is drawn from; every method gives SQL."""

    draw: Random

    def one(self, *options: str) -> str:
        return self.draw.choice(options)

    def maybe(self, text: str, chance: float = 0.5) -> str:
        return text if self.draw.random() < chance else ""

    def text(self) -> str:
        return self.one(
            "navn", "kode", "navn", "kode", "upper(navn)", "lower(kode)", "left(navn, 2)", "right(navn, 1)",
            "substring(navn, 2, 2)", "substring(navn, -1, 3)", "substring(navn from 2)", "replace(navn, 'r', 'RR')",
            "trim(navn)", "coalesce(kode, '?')", "nullif(kode, 'A')", "navn || kode", "kode || '-' || n", "kode || aktiv",
            "concat(kode, n, aktiv)", "concat_ws('/', navn, kode)", "split_part(navn, 'r', 1)", "cast(navn as varchar(3))",
            "cast(n as text)", "dag::text", "tid::text", "pris::text", "to_char(dag, 'YYYY-MM')", "reverse(navn)",
            "lpad(kode, 3, '*')", "initcap(navn)", "case when n > 1 then kode else navn end",
            "case kode when 'A' then 'x' when 'B' then 'y' end", "date_trunc('month', tid)::text", "greatest(navn, kode)",
        )  # fmt: skip

    def number(self) -> str:
        return self.one(
            "n", "n", "pris", "pris", "n + 1", "n / 2", "n % 2", "-n", "abs(n)", "n * pris", "pris / 4", "round(pris)",
            "round(pris, 1)", "ceil(pris)", "floor(pris)", "trunc(pris)", "sign(pris)", "length(navn)",
            "strpos(navn, 'r')", "position('e' in navn)", "coalesce(n, 0)", "nullif(n, 2)", "greatest(n, 1)",
            "least(n, pris)", "cast(pris as int)", "cast(n as numeric(10, 2))", "cast(aktiv as int)", "dag - date '2024-01-01'",
            "extract(year from dag)", "extract(month from tid)", "extract(dow from dag)", "extract(week from dag)",
            "extract(hour from tid)", "extract(second from tid)", "extract(quarter from tid)", "date_part('doy', dag)",
            "case when aktiv then n else -1 end", "extract(epoch from date_trunc('day', tid))", "power(n, 2)",
            "round(n / 2.0)", "round(cast(n as double precision) / 2)", "cast(n / 2.0 as int)", "pris % 2",
        )  # fmt: skip

    def day(self) -> str:
        return self.one(
            "dag", "dag", "cast(tid as date)", "dag + 1", "dag - 3", "cast(date_trunc('month', dag) as date)"
        )

    def moment(self) -> str:
        return self.one(
            "tid", "date_trunc('month', tid)", "date_trunc('day', tid)", "date_trunc('year', tid)", "tid + interval '1 day'",
            "date_trunc('quarter', tid)", "date_trunc('hour', tid)", "cast(dag as timestamp)", "dag + interval '1 month'",
            "date_trunc('week', tid)", "tid - interval '2 hours'", "date_trunc('month', cast(tid as timestamp))",
        )  # fmt: skip

    def flag(self) -> str:
        return self.one(
            "aktiv", "n > 2", "kode = 'A'", "navn like '%r%'", "dag is null", "aktiv and n > 0", "kode in ('A', null)"
        )

    def key(self) -> str:
        kind = self.draw.choice((self.text, self.text, self.number, self.number, self.day, self.moment, self.flag))
        return kind()

    def test(self, depth: int = 2) -> str:
        """A test of dimensions, of three truth values."""
        if depth and self.draw.random() < 0.55:
            return self.one(
                f"({self.test(depth - 1)} and {self.test(depth - 1)})", f"({self.test(depth - 1)} or {self.test(depth - 1)})",
                f"not ({self.test(depth - 1)})", f"({self.test(depth - 1)}) is not true", f"({self.test(depth - 1)}) is false",
            )  # fmt: skip
        text, number, day, moment, flag = self.text(), self.number(), self.day(), self.moment(), self.flag()
        negated = self.maybe("not ")
        return self.one(
            f"{text} {self.one('=', '<>', '<', '>=')} {self.one(*TEXTS)}", f"{number} {self.one(*COMPARED)} {self.one(*NUMBERS)}",
            f"{day} {self.one(*COMPARED)} {self.one(*DAYS)}", f"{moment} {self.one(*COMPARED)} {self.one(*MOMENTS)}",
            f"{text} {negated}in ({self.one(*TEXTS)}, {self.one(*TEXTS)}, {self.one(*TEXTS)})",
            f"{number} {negated}in ({self.one(*NUMBERS)}, {self.one(*NUMBERS)})",
            f"{number} {negated}between {self.one(*NUMBERS)} and {self.one(*NUMBERS)}",
            f"{day} {negated}between {self.one(*DAYS)} and {self.one(*DAYS)}",
            f"{text} {negated}{self.one('like', 'ilike')} {self.one(*PATTERNS)}", f"{text} is {negated}null",
            f"{moment} is {negated}null", f"{flag} is {negated}{self.one('true', 'false', 'null')}", flag,
            f"navn {self.one('=', '<>', '<')} kode", f"n {self.one('=', '<', '<>')} pris",
            f"(kode, n) {negated}in (('A', 1), ('B', 2), ('C', null))", f"kode {negated}in (select kode from flad where n > 3 group by kode)",
        )  # fmt: skip

    def order(self, width: int) -> str:
        parts = [
            f"{place}{self.maybe(' desc')}{self.maybe(self.one(' nulls first', ' nulls last'))}"
            for place in range(1, width + 1)
        ]
        return " order by " + ", ".join(parts)

    def cut(self) -> str:
        return self.one("", "", " limit 3", " limit 4 offset 2", " offset 3", " fetch first 2 rows only")

    def statement(self) -> tuple[str, bool]:
        """A statement, and whether its rows come in an order."""
        shape = self.draw.choice(
            (self.plain, self.plain, self.plain, self.wrapped, self.again, self.united, self.rolled, self.windowed)
        )
        text, width = shape()
        # Where a subtotal stands among members that are NULL is ours: behind them.
        if shape != self.rolled and self.draw.random() < 0.4:
            return text + self.order(width) + self.cut(), True
        return text, False

    def where(self) -> str:
        return self.maybe(f" where {self.test()}", 0.7)

    def keys(self, most: int = 2) -> list[str]:
        return list(dict.fromkeys(self.key() for _ in range(self.draw.randint(1, most))))

    def plain(self) -> tuple[str, int]:
        keys = self.keys()
        figures = [self.one(*FIGURES) for _ in range(self.draw.randint(1, 2))]
        by = ", ".join(str(place) for place in range(1, len(keys) + 1)) if self.draw.random() < 0.5 else ", ".join(keys)
        having = self.maybe(
            f" having {self.one('count(*) > 3', 'sum(m) > 100', 'not sum(v) > 0', 'sum(m) is not null', '(count(1) > 0)', 'sum(m) > sum(v)')}",
            0.3,
        )
        return f"select {', '.join([*keys, *figures])} from flad{self.where()} group by {by}{having}", len(keys) + len(
            figures
        )

    def wrapped(self) -> tuple[str, int]:
        """Under subqueries that pass the rows on."""
        key, figure = self.key(), self.one(*MEASURES)
        inner = self.one(
            "select * from flad", f"select * from flad where {self.test()}", "select * from (select * from flad) y"
        )
        if self.draw.random() < 0.5:
            return f"with r as ({inner}) select {key}, {figure} from r{self.where()} group by 1", 2
        return f"select {key} as k, {figure} as s from ({inner}) x{self.where()} group by {key}", 2

    def again(self) -> tuple[str, int]:
        """Over rows that are grouped already."""
        first, second = self.key(), self.key()
        inner = f"select {first} as k, {second} as l, {self.one('sum(m)', 'sum(v)', 'count(*)')} as s from flad{self.where()} group by 1, 2"
        if self.draw.random() < 0.5:
            return f"select k, sum(s), count(*), max(s) from ({inner}) x{self.maybe(' where s > 10')} group by k", 4
        return (
            f"select k, l, s from ({inner}) x where {self.one('s > 50', 'not s is null', 's between 0 and 500', 'k is not null')}",
            3,
        )

    def united(self) -> tuple[str, int]:
        kind = self.one("union all", "union", "except", "intersect")
        return (
            f"select kode, sum(m) from flad{self.where()} group by kode {kind} select kode, sum(m) from flad{self.where()} group by kode",
            2,
        )

    def rolled(self) -> tuple[str, int]:
        first, second = self.draw.sample(["kode", "n", "aktiv", "navn", "date_trunc('year', tid)", "dag"], 2)
        sets = self.one(f"rollup({first}, {second})", f"cube({first}, {second})", f"grouping sets (({first}, {second}), ({second}), ())",
                        f"{first}, rollup({second})")  # fmt: skip
        return (
            f"select {first}, {second}, sum(m), count(*), grouping({first}, {second}) from flad{self.where()} group by {sets}",
            5,
        )

    def windowed(self) -> tuple[str, int]:
        over = self.one("sum(sum(m)) over ()", "sum(sum(m)) over (partition by kode)", "rank() over (order by sum(m) desc)",
                        "row_number() over (partition by kode order by n nulls first)", "lag(sum(m)) over (order by kode, n)",
                        "sum(count(*)) over (order by kode, n rows between 1 preceding and current row)",
                        "max(sum(v)) over (partition by n)", "first_value(n) over (partition by kode order by n desc)",
                        "sum(m) * 100.0 / sum(sum(m)) over (partition by kode)")  # fmt: skip
        having = "" if "100.0" not in over else " having sum(m) > 0"
        return f"select kode, n, sum(m), {over} from flad{self.where()} group by kode, n{having}", 4
