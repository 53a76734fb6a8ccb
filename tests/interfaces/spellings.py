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
ELLIPSIS = "…"  # in GraphQL stands for it


@dataclass(frozen=True)
class Spelling:
    """One row: fields of `Query`, the value that the examples give them, and the examples.

    `json` is keys of a query document, `graphql` a `cube` field, `cli` words after `nogletal query`. `graphql_value`
    is what GraphQL says instead where its grammar has another place for the same question.
    """

    fields: tuple[str, ...]  # `time_dimensions.date_range` is a field of a field
    says: str
    value: Mapping[str, Any]
    json: str
    graphql: str
    cli: str
    graphql_value: Mapping[str, Any] = field(default_factory=dict)


SPELLINGS = (
    Spelling(
        ("measures",), "what is counted", {"measures": ("ydelse.antal_forloeb",)},
        '"measures": ["ydelse.antal_forloeb"]', "cube { ydelse { antal_forloeb } }", "ydelse.antal_forloeb",
    ),
    Spelling(
        ("dimensions",), "by what it is grouped", {"dimensions": ("ydelse.ydelsestype",)},
        '"dimensions": ["ydelse.ydelsestype"]', "cube { ydelse { antal_ydelser ydelsestype } }",
        "--by ydelse.ydelsestype",
    ),
    Spelling(
        ("time_dimensions", "time_dimensions.dimension", "time_dimensions.granularity"), "grouped by a period",
        {"time_dimensions": (TimeDimension("ydelse.start", "year"),)},
        '"timeDimensions": [{"dimension": "ydelse.start", "granularity": "year"}]',
        "cube { ydelse { antal_ydelser start { year } } }", "--time ydelse.start:year",
    ),
    Spelling(
        ("time_dimensions.date_range",), "of a period only",
        {"time_dimensions": (TimeDimension("ydelse.start", None, "last 12 months"),)},
        '"timeDimensions": [{"dimension": "ydelse.start", "dateRange": "last 12 months"}]',
        'cube(where: {ydelse: {start: {inDateRange: "last 12 months"}}}) { … }',
        "--range 'ydelse.start=last 12 months'",
        {"where": Asked("ydelse.start", "inDateRange", ("last 12 months",))},
    ),
    Spelling(
        ("segments",), "of a named part of the rows", {"segments": ("ydelse.udenbys",)},
        '"segments": ["ydelse.udenbys"]', 'cube(segments: ["ydelse.udenbys"]) { … }', "--segment ydelse.udenbys",
    ),
    Spelling(
        ("where",), "of the rows that pass", {"where": Asked("ydelse.ydelsestype", "equals", ("Kontanthjælp",))},
        '"filters": [{"member": "ydelse.ydelsestype", "operator": "equals", "values": ["Kontanthjælp"]}]',
        'cube(where: {ydelse: {ydelsestype: {equals: "Kontanthjælp"}}}) { … }',
        "--where 'ydelse.ydelsestype = Kontanthjælp'",
    ),
    Spelling(
        ("order", "order.member", "order.descending"), "sorted", {"order": (Order(MEASURE, True),)},
        '"order": [["ydelse.antal_ydelser", "desc"]]', "cube(orderBy: {ydelse: {antal_ydelser: desc}}) { … }",
        "--order ydelse.antal_ydelser:desc",
    ),
    Spelling(("limit",), "so many rows at most", {"limit": 5}, '"limit": 5', "cube(limit: 5) { … }", "--limit 5"),
    Spelling(("offset",), "without the first rows", {"offset": 10},
             '"offset": 10', "cube(offset: 10) { … }", "--offset 10"),
    Spelling(("total",), "how many rows there are in all", {"total": True},
             '"total": true', "cube(total: true) { … }", "--total"),
    Spelling(
        ("timezone",), "where days begin", {"timezone": "America/Nuuk"},
        '"timezone": "America/Nuuk"', 'cube(timezone: "America/Nuuk") { … }', "--timezone America/Nuuk",
    ),
    Spelling(
        ("subtotals",), "subtotals, too", {"subtotals": "rollup"},
        '"subtotals": "rollup"', 'cube(subtotals: "rollup") { … }', "--subtotals rollup",
    ),
    Spelling(
        ("top", "top.dimension", "top.measure", "top.count"), "the first members, and the rest in one row",
        {"dimensions": (KIND,), "top": Top(KIND, MEASURE, 3)},
        f'"dimensions": ["{KIND}"], "top": {{"dimension": "{KIND}", "measure": "{MEASURE}", "count": 3}}',
        f'cube(top: {{dimension: "{KIND}", measure: "{MEASURE}", count: 3}}) {BY_KIND}',
        f"--by {KIND} --top 3:{KIND}:{MEASURE}",
    ),
    Spelling(
        ("top.descending", "top.rest"), "the last members, and no rest",
        {"dimensions": (KIND,), "top": Top(KIND, MEASURE, 3, False, False)},
        f'"dimensions": ["{KIND}"], "top": {{"dimension": "{KIND}", "measure": "{MEASURE}", "count": 3, "desc": false, '
        '"rest": false}',
        f'cube(top: {{dimension: "{KIND}", measure: "{MEASURE}", count: 3, desc: false, rest: false}}) {BY_KIND}',
        f"--by {KIND} --top 3:{KIND}:{MEASURE}:asc --no-rest",
    ),
    Spelling(
        ("ungrouped",), "the rows of one cube as they are", {"dimensions": (KIND,), "ungrouped": True},
        f'"dimensions": ["{KIND}"], "ungrouped": true', f"cube(ungrouped: true) {BY_KIND}", f"--by {KIND} --ungrouped",
    ),
    Spelling(
        ("every",), "all members, also those without rows", {"dimensions": (KIND,), "every": (KIND,)},
        f'"dimensions": ["{KIND}"], "every": ["{KIND}"]',
        f'cube(every: ["{KIND}"]) {BY_KIND}', f"--by {KIND} --every {KIND}",
    ),
)  # fmt: skip
# Fields that an interface sets by itself, and nobody spells.
UNSPELLED = ("default_limit",)

HEAD = f"""# Questions

Every interface asks the same `Query`. Each field of it has one spelling on each interface; here is an example of each,
made of the demo's members. `{ELLIPSIS}` stands for `ydelse {{ antal_ydelser }}`, what is asked for. JSON is Cube's
query, as [REST](rest.md) takes it, `--query` of the [command line](cli.md) and, written as YAML,
[metric tests](metric-tests.md). JSON and command line show their part alone: put a measure before it.
[GraphQL](graphql.md) has a range among its filters.

Some measures need more of a question, or are refused (U421): a window or year to date a range of its time with a first
and a last day, another period's number one time that is grouped or filtered by, a rank the dimensions that it ranks,
and what depends on a switch the switch, grouped by or filtered to one value. [The model language](model-language.md)
has them.

How many rows come when no limit is named (`default_limit`) is the interface's own, and is asked for by nobody.

| `Query` | The answer is | JSON | GraphQL | `nogletal query` |
|---|---|---|---|---|
"""


def questions_page() -> str:
    """`docs/questions.md`."""
    return HEAD + "".join(f"| {' | '.join(_cells(one))} |\n" for one in SPELLINGS)


def _cells(one: Spelling) -> Iterator[str]:
    yield ", ".join(f"`{name}`" for name in one.fields)
    yield one.says
    yield from (f"`{text}`" for text in (one.json, one.graphql, one.cli))


if __name__ == "__main__":
    print(questions_page(), end="")
