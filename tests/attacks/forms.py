"""Questions and statements over members that `laeser` sees, each so that hidden rows would show in its answer."""

from __future__ import annotations

from typing import Any


def filtering(name: str, operator: str, *values: object) -> dict[str, Any]:
    return {"member": name, "operator": operator, "values": list(values)}


def questions() -> dict[str, dict[str, Any]]:
    """Cube's queries by name."""
    by_udfald: dict[str, Any] = {"measures": ["sag.antal", "sag.beloeb"], "dimensions": ["sag.udfald"]}
    total: dict[str, Any] = {"measures": ["sag.antal", "sag.beloeb"]}
    return {
        "total": total,
        "list": by_udfald,
        "by unit and day": {"measures": ["sag.beloeb"], "dimensions": ["sag.enhed", "sag.kommune"],
                            "timeDimensions": [{"dimension": "sag.dag", "granularity": "day"}]},
        "values alone": {"dimensions": ["sag.enhed"]},
        "a hidden value": {**total, "filters": [filtering("sag.enhed", "equals", "KANARIE-ENHED")]},
        "a piece of a hidden value": {**total, "filters": [filtering("sag.udfald", "contains", "ANARI")]},
        "the complement of the own rows": {**by_udfald, "filters": [filtering("sag.enhed", "notEquals", "E1", "E2")]},
        "the rest of a filter": {**total, "filters": [filtering("sag.kommune", "notEquals", 573)]},
        "no kommune": {**total, "filters": [{"member": "sag.kommune", "operator": "notSet"}]},
        "always true": {**by_udfald, "filters": [{"or": [filtering("sag.kommune", "equals", 573),
                                                         filtering("sag.kommune", "notEquals", 573)]}]},
        "always true of the null": {**total, "filters": [{"or": [{"member": "sag.kommune", "operator": "set"},
                                                                 {"member": "sag.kommune", "operator": "notSet"}]}]},
        "or another kommune": {**total, "filters": [{"or": [filtering("sag.enhed", "equals", "E1"),
                                                            filtering("sag.kommune", "equals", 101)]}]},
        "a period of hidden rows": {**total, "timeDimensions": [{"dimension": "sag.dag", "dateRange": "1977"}]},
        "periods": {**total, "timeDimensions": [{"dimension": "sag.dag", "granularity": "year"}]},
        "having": {**by_udfald, "filters": [filtering("sag.beloeb", "gt", 100_000_000)]},
        "having a count": {"measures": ["sag.antal"], "dimensions": ["sag.enhed"], "filters": [filtering("sag.antal", "gt", 3)]},
        "the largest": {**by_udfald, "order": {"sag.beloeb": "desc"}, "limit": 1},
        "beyond the first": {**by_udfald, "order": {"sag.beloeb": "asc"}, "limit": 5, "offset": 2},
        "the first and the rest": {**by_udfald, "top": {"dimension": "sag.udfald", "measure": "sag.antal", "count": 1}},
        "the first by a sum": {"measures": ["sag.antal"], "dimensions": ["sag.enhed"],
                               "top": {"dimension": "sag.enhed", "measure": "sag.beloeb", "count": 1}},
        "all members": {"measures": ["sag.antal"], "dimensions": ["sag.enhed"], "every": ["sag.enhed"]},
        "all members of an empty question": {"measures": ["sag.antal"], "dimensions": ["sag.udfald"], "every": ["sag.udfald"],
                                             "filters": [filtering("sag.enhed", "equals", "KANARIE-ENHED")]},
        "subtotals": {**by_udfald, "dimensions": ["sag.kommune", "sag.enhed"], "subtotals": "rollup"},
        "every subtotal": {**by_udfald, "dimensions": ["sag.enhed", "sag.udfald"], "subtotals": "cube"},
        "rows": {"dimensions": ["sag.id", "sag.enhed", "sag.udfald"], "ungrouped": True},
        "the last rows": {"dimensions": ["sag.id"], "ungrouped": True, "order": {"sag.id": "desc"}, "limit": 2},
        "extremes": {"measures": ["sag.mindst", "sag.stoerst"]},
        "extremes by unit": {"measures": ["sag.mindst", "sag.stoerst"], "dimensions": ["sag.enhed"]},
        "median": {"measures": ["sag.midt"]},
        "mean": {"measures": ["sag.snit"], "dimensions": ["sag.udfald"]},
        "share": {"measures": ["sag.andel", "sag.bevilget"]},
        "a segment": {**total, "segments": ["sag.bevilgede"]},
        "distinct": {"measures": ["sag.udfald_antal", "sag.enhed__count_distinct"]},
        "distinct by unit": {"measures": ["sag.udfald_antal"], "dimensions": ["sag.enhed"]},
        "persons": {"measures": ["person.antal_personer"]},
        "persons by sex": {"measures": ["person.antal_personer"], "dimensions": ["person.koen"]},
        "sex of cases": {"measures": ["sag.antal"], "dimensions": ["person.koen"]},
        "a view": {"measures": ["sager.antal", "sager.beloeb"], "dimensions": ["sager.person_koen"]},
        "two facts": {"measures": ["sag.antal", "person.antal_personer"], "dimensions": ["person.koen"]},
        "whole group": {"measures": ["sag.alle"]},
        "share of the whole": {"measures": ["sag.antal", "sag.alle"], "dimensions": ["sag.enhed"]},
    }  # fmt: skip


# ruff: noqa: E501  (statements stand as clients send them)

# What SQL alone can say. Each is answered to who sees everything, and tells of the hidden rows there.
STATEMENTS = (
    "select antal from sag", "select * from sag", "select count(*) from sag", "select sum(beloeb) from sag",
    "select enhed, sum(beloeb) from sag group by enhed", "select distinct enhed from sag", "select max(enhed), min(id) from sag",
    "select count(distinct enhed) from sag", "select antal from sag where enhed = 'KANARIE-ENHED'",
    "select antal from sag where enhed is distinct from 'E1' and enhed is distinct from 'E2'", "select antal from sag where not enhed = 'E1'",
    "select antal from sag where kommune = 573 or true", "select antal from sag where kommune = 573 or 1 = 1",
    "select antal from sag where enhed = 'E1' or not enhed = 'E1' or enhed is null", "select antal from sag where coalesce(kommune, 0) <> 573",
    "select enhed from sag group by enhed having measure(antal) > 2", "select enhed from sag group by enhed having sum(beloeb) > 1000000",
    "select enhed, antal from sag order by beloeb desc limit 1", "select enhed, antal from sag order by antal offset 1",
    "select enhed, measure(antal) from sag group by rollup (enhed)", "select enhed, udfald, sum(beloeb) from sag group by cube (enhed, udfald)",
    "select udfald, sum(beloeb) from sag group by grouping sets ((udfald), ())", "select s from (select sum(beloeb) as s from sag) x",
    "select sum(s) from (select enhed, sum(beloeb) as s from sag group by enhed) x", "with a as (select enhed, antal from sag) select * from a",
    "with a as (select enhed, antal from sag), b as (select sum(antal) as n from a) select n from b",
    "select enhed from sag union select udfald from sag", "select enhed from sag except select udfald from sag where enhed = 'E1'",
    "select udfald from sag intersect select udfald from sag where enhed = 'KANARIE-ENHED'",
    "select antal from sag where enhed in (select enhed from sag where udfald = 'KANARIE-UDFALD')",
    "select antal from sag where udfald not in (select udfald from sag where enhed = 'E1' and udfald is not null)",
    "select i_alt from aabent where kommune in (select kommune from sag)", "select i_alt from aabent where kommune not in (select kommune from sag where kommune is not null)",
    "select i_alt from aabent where exists (select enhed from sag where enhed = 'KANARIE-ENHED')",
    "select i_alt from aabent where kommune = (select max(kommune) from sag where udfald = 'KANARIE-UDFALD')",
    "select enhed, antal, sum(antal) over () from sag", "select enhed, rank() over (order by beloeb desc) from sag group by enhed",
    "select enhed, lag(enhed) over (order by enhed) from sag", "select enhed, first_value(enhed) over (order by enhed desc) from sag",
    "select enhed, count(*) over () from sag", "select row_number() over (order by enhed), enhed from sag group by enhed",
    "select case when sum(beloeb) > 1000000 then 'a' else 'b' end from sag", "select 1000 / nullif(measure(antal) - 6, 0) from sag",
    "select sum(beloeb)::text || '!' from sag", "select sum(beloeb) - 81 from sag", "select log from (select ln(sum(beloeb)) as log from sag) x",
    "select enhed || coalesce(udfald, '') from sag group by enhed, udfald", "select upper(enhed), antal from sag", "select left(enhed, 3), sum(beloeb) from sag group by 1",
    "select date_trunc('year', dag), antal from sag", "select extract(year from dag), antal from sag", "select to_char(dag, 'YYYY-MM'), sum(beloeb) from sag group by 1",
    "select antal from sag where in_period(dag, '1977')", "select min(dag), max(dag) from sag", 'select antal, "person.koen" from sag',
    "select person_koen, antal from sager", "select antal_personer from person", "select koen, antal_personer from person",
    "select count(distinct koen) from person", "copy (select enhed, antal from sag) to stdout", "copy (select * from sag) to stdout with (format csv, header)",
    "begin; declare c cursor for select enhed, antal from sag order by enhed; fetch all from c",
    "set nogletal.top = '1, enhed, beloeb'; select enhed, antal from sag", "set nogletal.every = 'enhed'; select enhed, antal from sag where udfald = 'KANARIE-UDFALD'",
    "set nogletal.ungrouped = on; select id, enhed from sag", "set nogletal.segments = 'bevilgede'; select antal, beloeb from sag",
    "select mindst, stoerst, midt, snit, andel from sag", "select stoerst from sag where enhed is not null",
)  # fmt: skip
