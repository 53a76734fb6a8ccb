"""How each field of `Query` is spelled on each interface. `docs/questions.md` is written from this table, and every
cell of it is parsed by the interface's own parser.

    python -m tests.interfaces.spellings > docs/questions.md
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from semantic.predicate import Asked
from semantic.query import Order, TimeDimension, Top

MEASURE = "ydelse.antal_ydelser"  # what an example asks for, where it does not say so itself
KIND, BY_KIND = "ydelse.ydelsestype", "{ ydelse { antal_ydelser ydelsestype } }"
LOADED = "udbetaling.beloeb"  # of rows whose loads are kept
ELLIPSIS = "…"  # in GraphQL and SQL stands for it
SQL_ASKS = "select antal_ydelser from ydelse"
SQL_BY_KIND = "select ydelsestype, antal_ydelser from ydelse"


@dataclass(frozen=True)
class Spelling:
    """One row: fields of `Query`, the value that the examples give them, and the examples.

    `json` is keys of a query document, `graphql` a `cube` field, `cli` words after `nogletal query`, `sql` statements.
    `graphql_value` and `sql_value` are what these say instead where their grammar has another place for the same.
    """

    fields: tuple[str, ...]  # `time_dimensions.date_range` is a field of a field
    says: str
    value: Mapping[str, Any]
    json: str
    graphql: str
    cli: str
    sql: str
    graphql_value: Mapping[str, Any] = field(default_factory=dict)
    sql_value: Mapping[str, Any] = field(default_factory=dict)


SPELLINGS = (
    Spelling(
        ("measures",), "what is counted", {"measures": ("ydelse.antal_forloeb",)},
        '"measures": ["ydelse.antal_forloeb"]', "cube { ydelse { antal_forloeb } }", "ydelse.antal_forloeb",
        "select antal_forloeb from ydelse",
    ),
    Spelling(
        ("dimensions",), "by what it is grouped", {"dimensions": ("ydelse.ydelsestype",)},
        '"dimensions": ["ydelse.ydelsestype"]', "cube { ydelse { antal_ydelser ydelsestype } }",
        "--by ydelse.ydelsestype", SQL_BY_KIND,
    ),
    Spelling(
        ("time_dimensions", "time_dimensions.dimension", "time_dimensions.granularity"), "grouped by a period",
        {"time_dimensions": (TimeDimension("ydelse.start", "year"),)},
        '"timeDimensions": [{"dimension": "ydelse.start", "granularity": "year"}]',
        "cube { ydelse { antal_ydelser start { year } } }", "--time ydelse.start:year",
        "select date_trunc('year', start), antal_ydelser from ydelse",
    ),
    Spelling(
        ("time_dimensions.date_range",), "of a period only",
        {"time_dimensions": (TimeDimension("ydelse.start", None, "last 12 months"),)},
        '"timeDimensions": [{"dimension": "ydelse.start", "dateRange": "last 12 months"}]',
        'cube(where: {ydelse: {start: {inDateRange: "last 12 months"}}}) { … }',
        "--range 'ydelse.start=last 12 months'", f"{ELLIPSIS} where in_period(start, 'last 12 months')",
        {"where": Asked("ydelse.start", "inDateRange", ("last 12 months",))},
        {"where": Asked("ydelse.start", "inDateRange", ("last 12 months",))},
    ),
    Spelling(
        ("segments",), "of a named part of the rows", {"segments": ("ydelse.udenbys",)},
        '"segments": ["ydelse.udenbys"]', 'cube(segments: ["ydelse.udenbys"]) { … }', "--segment ydelse.udenbys",
        f"{ELLIPSIS} where udenbys",
    ),
    Spelling(
        ("where",), "of the rows that pass", {"where": Asked("ydelse.ydelsestype", "equals", ("Kontanthjælp",))},
        '"filters": [{"member": "ydelse.ydelsestype", "operator": "equals", "values": ["Kontanthjælp"]}]',
        'cube(where: {ydelse: {ydelsestype: {equals: "Kontanthjælp"}}}) { … }',
        "--where 'ydelse.ydelsestype = Kontanthjælp'", f"{ELLIPSIS} where ydelsestype = 'Kontanthjælp'",
    ),
    Spelling(
        ("order", "order.member", "order.descending"), "sorted", {"order": (Order(MEASURE, True),)},
        '"order": [["ydelse.antal_ydelser", "desc"]]', "cube(orderBy: {ydelse: {antal_ydelser: desc}}) { … }",
        "--order ydelse.antal_ydelser:desc", f"{ELLIPSIS} order by antal_ydelser desc nulls last",
    ),
    Spelling(("limit",), "so many rows at most", {"limit": 5}, '"limit": 5', "cube(limit: 5) { … }", "--limit 5",
             f"{ELLIPSIS} limit 5"),
    Spelling(("offset",), "without the first rows", {"offset": 10},
             '"offset": 10', "cube(offset: 10) { … }", "--offset 10", f"{ELLIPSIS} offset 10"),
    Spelling(("total",), "how many rows there are in all", {"total": True},
             '"total": true', "cube(total: true) { … }", "--total",
             "select antal_ydelser, count(*) over () from ydelse", sql_value={"measures": (MEASURE,)}),
    Spelling(
        ("timezone",), "where days begin", {"timezone": "America/Nuuk"},
        '"timezone": "America/Nuuk"', 'cube(timezone: "America/Nuuk") { … }', "--timezone America/Nuuk",
        f"set nogletal.timezone = 'America/Nuuk'; {ELLIPSIS}",
    ),
    Spelling(
        ("as_of",), "as the data stood on a day", {"measures": (LOADED,), "as_of": "2025-08-31"},
        f'"measures": ["{LOADED}"], "asOf": "2025-08-31"', 'cube(asOf: "2025-08-31") { udbetaling { beloeb } }',
        f"{LOADED} --as-of 2025-08-31", "select beloeb from udbetaling where opgjort_pr = date '2025-08-31'",
    ),
    Spelling(
        ("edition",), "as an edition has it", {"edition": "2025K2"},
        '"edition": "2025K2"', 'cube(edition: "2025K2") { … }', "--edition 2025K2",
        f"set nogletal.edition = '2025K2'; {ELLIPSIS}",
    ),
    Spelling(
        ("subtotals",), "subtotals, too", {"subtotals": "rollup"},
        '"subtotals": "rollup"', 'cube(subtotals: "rollup") { … }', "--subtotals rollup",
        f"{SQL_BY_KIND} group by rollup (ydelsestype)",
        sql_value={"dimensions": (KIND,), "subtotals": ((KIND,), ())},
    ),
    Spelling(
        ("top", "top.dimension", "top.measure", "top.count"), "the first members, and the rest in one row",
        {"dimensions": (KIND,), "top": Top(KIND, MEASURE, 3)},
        f'"dimensions": ["{KIND}"], "top": {{"dimension": "{KIND}", "measure": "{MEASURE}", "count": 3}}',
        f'cube(top: {{dimension: "{KIND}", measure: "{MEASURE}", count: 3}}) {BY_KIND}',
        f"--by {KIND} --top 3:{KIND}:{MEASURE}", f"set nogletal.top = '3, ydelsestype, antal_ydelser'; {SQL_BY_KIND}",
    ),
    Spelling(
        ("top.descending", "top.rest"), "the last members, and no rest",
        {"dimensions": (KIND,), "top": Top(KIND, MEASURE, 3, False, False)},
        f'"dimensions": ["{KIND}"], "top": {{"dimension": "{KIND}", "measure": "{MEASURE}", "count": 3, "desc": false, '
        '"rest": false}',
        f'cube(top: {{dimension: "{KIND}", measure: "{MEASURE}", count: 3, desc: false, rest: false}}) {BY_KIND}',
        f"--by {KIND} --top 3:{KIND}:{MEASURE}:asc --no-rest",
        f"set nogletal.top = '3, ydelsestype, antal_ydelser, asc'; set nogletal.rest = off; {SQL_BY_KIND}",
    ),
    Spelling(
        ("ungrouped",), "the rows of one cube as they are", {"dimensions": (KIND,), "ungrouped": True},
        f'"dimensions": ["{KIND}"], "ungrouped": true', f"cube(ungrouped: true) {BY_KIND}", f"--by {KIND} --ungrouped",
        f"set nogletal.ungrouped = on; {SQL_BY_KIND}",
    ),
    Spelling(
        ("every",), "all members, also those without rows", {"dimensions": (KIND,), "every": (KIND,)},
        f'"dimensions": ["{KIND}"], "every": ["{KIND}"]',
        f'cube(every: ["{KIND}"]) {BY_KIND}', f"--by {KIND} --every {KIND}",
        f"set nogletal.every = 'ydelsestype'; {SQL_BY_KIND}",
    ),
)  # fmt: skip
# Fields that an interface sets by itself, and nobody spells.
UNSPELLED = ("default_limit", "unordered", "exact", "behind")
# What SQL alone has words for: an order of its own for NULLs.
SQL_ALONE = ("order.nulls_first",)

HEAD = f"""# Questions

Every interface asks the same `Query`. Each field of it has one spelling on each interface; here is an example of each,
made of the demo's members. `{ELLIPSIS}` stands for what is asked for: in GraphQL `ydelse {{ antal_ydelser }}`, in SQL
`{SQL_ASKS}`. JSON is Cube's query, as [REST](rest.md) takes it, `--query` of the
[command line](cli.md) and, written as YAML, [metric tests](metric-tests.md). JSON and command line show their part
alone: put a measure before it. [GraphQL](graphql.md) and [SQL](sql.md) have a range among their filters. What SQL has
no words for is set beforehand; without ORDER BY it leaves the order open, where the others have Cube's, and it alone
may put NULLs first.

Some measures need more of a question, or are refused (U421): a window or year to date a range of its time with a first
and a last day, another period's number one time that is grouped or filtered by, a rank the dimensions that it ranks,
and what depends on a switch the switch, grouped by or filtered to one value. [The model language](model-language.md)
has them.

How many rows come when no limit is named (`default_limit`) is the interface's own, and is asked for by nobody.

| `Query` | The answer is | JSON | GraphQL | `nogletal query` | SQL |
|---|---|---|---|---|---|
"""


def questions_page() -> str:
    """`docs/questions.md`."""
    return HEAD + "".join(f"| {' | '.join(_cells(one))} |\n" for one in SPELLINGS)


def _cells(one: Spelling) -> Iterator[str]:
    yield ", ".join(f"`{name}`" for name in one.fields)
    yield one.says
    yield from (f"`{text}`" for text in (one.json, one.graphql, one.cli, one.sql))


if __name__ == "__main__":
    print(questions_page(), end="")
