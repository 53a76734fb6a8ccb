"""Faulty models: each fault has its code, its place in the file, words that name it and, mostly, a way out."""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pytest

from semantic.errors import DefinitionError, Problem
from semantic.execute.duckdb import Generation
from semantic.limits import Limits
from semantic.model.link import link
from semantic.model.load import load_model
from semantic.model.model import Model
from semantic.model.read import read_text
from tests.worlds import world

CASES = """\
cubes:
  - name: cases
    sql_table: main.cases
    joins:
      - {name: people, relationship: many_to_one, sql: "{CUBE}.person = {people}.id"}
    dimensions:
      - {name: id, type: number, sql: "{CUBE}.id", primary_key: true}
      - {name: day, type: time, sql: "{CUBE}.day"}
      - {name: kind, type: string, sql: "{CUBE}.kind"}
    measures:
      - {name: count, type: count}
      - {name: amount, type: sum, sql: "{CUBE}.amount"}
  - name: people
    sql_table: main.people
    dimensions:
      - {name: id, type: number, sql: "{CUBE}.id", primary_key: true}
"""


def load(*texts: str) -> Model:
    return link([read_text(text, f"model/{index}.yml") for index, text in enumerate(texts)])


def problems(*texts: str) -> tuple[Problem, ...]:
    with pytest.raises(DefinitionError) as refused:
        load(*texts)
    return refused.value.problems


def with_measure(*lines: str) -> str:
    return _inserted("      - {name: amount, ", lines)


def with_dimension(*lines: str) -> str:
    return _inserted("      - {name: kind, ", lines)


def nested(depth: int, times: int) -> str:
    """A sub-query that reads so many others, each of which reads so many, and so on; the innermost count rows."""
    dimensions, measures = [], []
    for level in range(depth):
        for number in range(times if level < depth - 1 else 1):
            below = " + ".join(f"{{d{level - 1}_{one}}}" for one in range(times))
            kind = f'type: sum, sql: "{below}"' if level else "type: count"
            measures.append(f"      - {{name: m{level}_{number}, {kind}}}\n")
            mark = "  # <<<" if level == depth - 1 else ""
            sql = f"{{m{level}_{number}}}"
            dimensions.append(f'- {{name: d{level}_{number}, type: number, sql: "{sql}", sub_query: true}}{mark}')
    return with_dimension(*dimensions).replace("      - {name: amount, ", "".join(measures) + "      - {name: amount, ")


def with_join(*lines: str) -> str:
    return _inserted("      - {name: people, ", lines)


def with_cube_key(*lines: str) -> str:
    return _inserted("    sql_table: main.cases", lines, "    ")


def with_spells(measure: str) -> str:
    """The plain model with an interval, and the measure."""
    inserted = with_measure(measure) if measure else CASES
    dated = inserted.replace("sql_table: main.cases", "sql_table: main.cases\n    interval: {start: day, end: stop}", 1)
    return dated.replace("      - {name: kind,", "      - {name: stop, type: time, sql: stop}\n      - {name: kind,", 1)


def with_more(text: str) -> str:
    return CASES + textwrap.indent(textwrap.dedent(text), "  ")


def _inserted(behind: str, lines: tuple[str, ...], indent: str = "      ") -> str:
    """The plain model with the lines, marked, behind the line that begins so."""
    found = []
    for line in CASES.splitlines():
        found.append(line)
        if line.startswith(behind):
            found += [f"{indent}{more}" for more in lines]
    return "\n".join(found) + "\n"


@dataclass(frozen=True)
class Fault:
    """A model with `<<<` behind the line that the fault is in, and what the first problem is to say."""

    name: str
    text: str
    code: str
    says: str
    hint: str = ""


FAULTS = [
    # The file
    Fault(
        "braces without quotes",
        with_dimension("- {name: a, type: number, sql: {CUBE}.id}  # <<<"),
        "D601",
        "not valid YAML",
        "Put SQL with braces in quotes",
    ),
    Fault(
        "braces alone without quotes",
        with_dimension("- {name: a, type: number, sql: {CUBE}}  # <<<"),
        "D605",
        "'cubes.cases.dimensions.a.sql'",
        "Put SQL with braces in quotes",
    ),
    Fault(
        "per cent as a type",
        with_measure("- {name: a, type: procent, sql: x}  # <<<"),
        "D605",
        "'cubes.cases.measures.a.type'",
        "'type: ratio' with 'scale: 100'",
    ),
    Fault("tab", "cubes:\n\t- name: x  # <<<\n", "D601", "not valid YAML"),
    Fault(
        "duplicate key",
        with_dimension("- name: a\n        type: string\n        type: number  # <<<"),
        "D602",
        "'type' stands twice",
        "Keep one",
    ),
    Fault(
        "unknown key",
        with_measure("- {name: a, type: sum, sqll: x}  # <<<"),
        "D603",
        "Unknown key 'sqll'",
        "Did you mean 'sql'?",
    ),
    Fault("unknown key of a cube", with_cube_key("measure: []  # <<<"), "D603", "Unknown key 'measure'", "'measures'"),
    Fault("merge key", with_measure("- {<<: {type: count}, name: a, type: count}  # <<<"), "D603", "Unknown key '<<'"),
    Fault("missing key", with_dimension("- {name: a}  # <<<"), "D604", "'type' is missing"),
    Fault(
        "unknown type", with_measure("- {name: a, type: summ, sql: x}  # <<<"), "D605", "type", "Did you mean 'sum'?"
    ),
    Fault(
        "name of two words",
        with_measure('- {name: "a b", type: count}  # <<<'),
        "D605",
        "'cubes.cases.measures.a b.name' is not right: letters, digits and _, beginning with a letter",
    ),
    Fault("number for a name", with_measure("- {name: 12, type: count}  # <<<"), "D605", "name"),
    Fault(
        "too many decimals",
        with_measure("- {name: a, type: sum, sql: x, decimals: 12}  # <<<"),
        "D605",
        "measures.a.decimals'",
    ),
    Fault(
        "percentile in per cent",
        with_measure("- {name: a, type: percentile, sql: x, percentile: 90}  # <<<"),
        "D605",
        "percentile",
    ),
    # Names
    Fault("cube twice", with_more("- {name: people, sql_table: main.people}  # <<<"), "D606", "'people' is taken"),
    Fault("member twice", with_measure("- {name: kind, type: count}  # <<<"), "D606", "two members named 'kind'"),
    Fault(
        "reserved name", with_measure("- {name: opgjort_pr, type: count}  # <<<"), "D608", "'opgjort_pr' is not free"
    ),
    Fault(
        "reserved ending",
        with_measure("- {name: count__status, type: count}  # <<<"),
        "D608",
        "'count__status' is not free",
    ),
    Fault(
        "member twice but for its case",
        with_measure("- {name: Kind, type: count}  # <<<"),
        "D606",
        "two members named 'Kind'",
    ),
    Fault(
        "cube twice but for its case",
        with_more("- {name: People, sql_table: main.people}  # <<<"),
        "D606",
        "'People' is taken",
    ),
    Fault(
        "separator in a name",
        with_dimension("- {name: a__b, type: string, sql: kind}  # <<<"),
        "D608",
        "'a__b'",
        "'__'",
    ),
    # Model SQL
    Fault(
        "no table",
        with_more("- {name: a, dimensions: [{name: id, type: number}]}  # <<<"),
        "D607",
        "either 'sql_table' or 'sql'",
    ),
    Fault(
        "unknown member", with_dimension('- {name: a, type: string, sql: "{kindd}"}  # <<<'), "D610", "kindd", "'kind'"
    ),
    Fault(
        "unknown member of a joined cube",
        with_dimension('- {name: a, type: number, sql: "{people.idd}"}  # <<<'),
        "D610",
        "'people' has no dimension 'idd'",
        "'id'",
    ),
    Fault(
        "unknown measure",
        with_measure('- {name: a, type: number, sql: "{amont} * 2"}  # <<<'),
        "D610",
        "cases.amont",
        "'amount'",
    ),
    Fault(
        "unknown part of a ratio",
        with_measure("- {name: a, type: ratio, numerator: cases.cont, denominator: amount}  # <<<"),
        "D610",
        "cases.cont",
        "Did you mean 'cases.count'?",
    ),
    Fault(
        "dimension as a part of a ratio",
        with_measure("- {name: a, type: ratio, numerator: id, denominator: amount}  # <<<"),
        "D610",
        "cases.id",
        "a dimension",
    ),
    Fault(
        "unknown dimension in a ratio",
        with_measure("- {name: a, type: ratio, numerator: count, denominator: amount, constant_over: [kin]}  # <<<"),
        "D610",
        "cases.kin",
        "Did you mean 'kind'?",
    ),
    Fault(
        "unknown cube in a number",
        with_measure('- {name: a, type: number, sql: "{nowhere.count}"}  # <<<'),
        "D610",
        "nowhere.count",
    ),
    Fault("Jinja", with_dimension('- {name: a, type: string, sql: "{{ kind }}"}  # <<<'), "D620", "Jinja"),
    Fault("JavaScript", with_dimension('- {name: a, type: string, sql: "${CUBE}.kind"}  # <<<'), "D620", "templates"),
    Fault(
        "braces in a text",
        with_dimension("- {name: a, type: string, sql: \"'{kind}'\"}  # <<<"),
        "D620",
        "text literal",
    ),
    Fault(
        "FILTER_PARAMS",
        with_dimension('- {name: a, type: string, sql: "{FILTER_PARAMS.cases.day.filter}"}  # <<<'),
        "D621",
        "FILTER_PARAMS",
    ),
    Fault(
        "SECURITY_CONTEXT",
        with_dimension('- {name: a, type: string, sql: "{SECURITY_CONTEXT.team}"}  # <<<'),
        "D621",
        "SECURITY_CONTEXT",
    ),
    Fault(
        "FILTER_PARAMS as Cube writes it",
        with_dimension("- {name: a, type: string, sql: \"{FILTER_PARAMS.cases.kind.filter('c')}\"}  # <<<"),
        "D621",
        "'FILTER_PARAMS.cases.kind.filter' changes numbers or access",
    ),
    Fault(
        "SECURITY_CONTEXT as Cube writes it",
        with_more("- {name: a, sql: \"select * from x where {SECURITY_CONTEXT.team.filter('t')}\"}  # <<<"),
        "D621",
        "'SECURITY_CONTEXT.team.filter'",
    ),
    Fault(
        "FILTER_GROUP",
        with_more("- {name: a, sql: \"select * from x where {FILTER_GROUP(FILTER_PARAMS.a.b.filter('b'))}\"}  # <<<"),
        "D621",
        "'FILTER_GROUP'",
    ),
    Fault(
        "a cube's SQL inside another's",
        with_more('- {name: a, sql: "select * from {people.sql()}"}  # <<<'),
        "D620",
        "'{people.sql()}' is no name.",
        "Braces hold one name",
    ),
    Fault(
        "granularity",
        with_dimension('- {name: a, type: time, sql: "{day.month}"}  # <<<'),
        "D610",
        "'day' is a dimension of 'cases', no join",
        "date_trunc('month', {day})",
    ),
    Fault(
        "granularity of a joined cube",
        with_dimension('- {name: a, type: number, sql: "{people.id.month}"}  # <<<'),
        "D610",
        "'id' is a dimension of 'people', no join",
        "Write {id} alone",
    ),
    Fault("number_agg", with_measure("- {name: a, type: number_agg, sql: x}  # <<<"), "D630", "'number_agg'"),
    Fault(
        "time shift of a dimension",
        with_dimension("- {name: a, type: time, sql: day, time_shift: [{interval: 1 year}]}  # <<<"),
        "D630",
        "'time_shift'",
    ),
    Fault(
        "grouping of a dimension",
        with_dimension("- {name: a, type: string, sql: kind, add_group_by: [id]}  # <<<"),
        "D630",
        "'add_group_by'",
    ),
    Fault("no SQL", with_dimension('- {name: a, type: string, sql: "kind +"}  # <<<'), "D622", "cannot be read"),
    Fault(
        "two statements",
        with_dimension('- {name: a, type: string, sql: "kind; select 1"}  # <<<'),
        "D622",
        "one expression",
    ),
    Fault("not a query", with_more('- {name: a, sql: "delete from cases"}  # <<<'), "D622", "one SELECT"),
    Fault(
        "subquery in a measure",
        with_measure('- {name: a, type: sum, sql: "(select max(x) from secrets)"}  # <<<'),
        "D623",
        "subquery",
        "cube's sql",
    ),
    Fault(
        "subquery in a filter",
        with_measure('- {name: a, type: count, filters: [{sql: "kind in (select kind from secrets)"}]}  # <<<'),
        "D623",
        "may not hold",
    ),
    Fault("window", with_dimension('- {name: a, type: number, sql: "row_number() over ()"}  # <<<'), "D623", "window"),
    Fault(
        "table named",
        with_dimension('- {name: a, type: string, sql: "people.name"}  # <<<'),
        "D624",
        "names a table",
        "{people}.name",
    ),
    Fault(
        "aggregate in a dimension",
        with_dimension('- {name: a, type: number, sql: "sum(amount)"}  # <<<'),
        "D625",
        "aggregates",
        "measure",
    ),
    Fault(
        "dimension of itself",
        with_dimension('- {name: a, type: number, sql: "{a} + 1"}  # <<<'),
        "D626",
        "cases.a → cases.a",
    ),
    Fault("placeholder", with_dimension('- {name: a, type: string, sql: "$1"}  # <<<'), "D623", "placeholder"),
    Fault("another placeholder", with_dimension('- {name: a, type: string, sql: "?"}  # <<<'), "D623", "placeholder"),
    Fault(
        "clock",
        with_measure('- {name: a, type: count, filters: [{sql: "day < current_date"}]}  # <<<'),
        "D623",
        "one row alone",
    ),
    Fault(
        "another clock",
        with_measure('- {name: a, type: count, filters: [{sql: "day < now()"}]}  # <<<'),
        "D623",
        "may not call 'now'",
    ),
    Fault("a clock elsewhere", with_dimension('- {name: a, type: time, sql: "utc_timestamp()"}  # <<<'), "D623", ""),
    Fault(
        "a misspelt function", with_dimension('- {name: a, type: number, sql: "gdc(id, 2)"}  # <<<'), "D623", "'gdc'"
    ),
    Fault("any size", with_dimension("- {name: a, type: string, sql: \"repeat('x', id)\"}  # <<<"), "D623", "REPEAT"),
    Fault("padded", with_dimension("- {name: a, type: string, sql: \"lpad('x', id)\"}  # <<<"), "D623", "PAD"),
    Fault(
        "a series", with_dimension('- {name: a, type: number, sql: "len(range(id))"}  # <<<'), "D623", "may not call"
    ),
    Fault(
        "quotient that the dialect cuts",
        with_dimension('- {name: a, type: number, sql: "({CUBE}.id / 10) * 10"}  # <<<').replace(
            "sql_table: main.cases", "sql_table: main.cases\n    dialect: postgres"
        ),
        "D623",
        "cuts the quotient",
        "10.0",
    ),
    Fault("dice", with_dimension('- {name: a, type: number, sql: "random()"}  # <<<'), "D623", "one row alone"),
    Fault("name given in SQL", with_dimension('- {name: a, type: string, sql: "kind as a"}  # <<<'), "D623", "alias"),
    Fault(
        "too deep",
        with_dimension('- {name: a, type: number, sql: "' + "(" * 3000 + "1" + ")" * 3000 + '"}  # <<<'),
        "D622",
        "too deeply",
    ),
    Fault("no such dialect", with_more('- {name: a, dialect: cobol, sql: "select 1"}  # <<<'), "D622", "cobol"),
    Fault("no name of a table", with_more('- {name: a, sql_table: ""}  # <<<'), "D622", "name of a table"),
    Fault(
        "key over a join",
        with_dimension('- {name: a, type: number, sql: "{people.id}", primary_key: true}  # <<<'),
        "D628",
        "another cube",
    ),
    # Joins
    Fault(
        "join twice",
        with_join('- {name: people, relationship: many_to_one, sql: "{CUBE}.p = {people}.id"}  # <<<'),
        "D606",
        "two joins named 'people'",
    ),
    Fault(
        "join to nothing",
        with_join('- {name: peple, relationship: many_to_one, sql: "{CUBE}.p = {peple}.id"}  # <<<'),
        "D613",
        "no cube 'peple'",
        "'people'",
    ),
    Fault(
        "join over a third cube",
        CASES
        + textwrap.indent(
            textwrap.dedent("""\
        - name: notes
          sql_table: main.notes
          joins:
            - {name: cases, relationship: many_to_one, sql: "{CUBE}.person = {cases.people}.id"}  # <<<
        """),
            "  ",
        ),
        "D615",
        "third cube",
    ),
    # Measures
    Fault("sum of nothing", with_measure("- {name: a, type: sum}  # <<<"), "D640", "needs sql"),
    Fault(
        "ratio without numerator",
        with_measure("- {name: a, type: ratio, denominator: count}  # <<<"),
        "D640",
        "'numerator'",
    ),
    Fault(
        "a companion's name that no client keeps whole",
        with_measure(
            "- {name: " + "a" * 42 + ", type: sum, sql: amount, time_calculations: [aatd, aendring_pct]}  # <<<"
        ),
        "D605",
        "'" + "a" * 42 + "__aendring_pct__status' has 64 characters",
    ),
    Fault(
        "per cent of one",
        with_measure("- {name: a, type: ratio, numerator: count, denominator: amount, unit: pct}  # <<<"),
        "D641",
        "scale: 100",
    ),
    Fault(
        "mean of whom",
        with_measure(
            "- {name: a, type: ratio, numerator: count, denominator: amount, group_aggregation: median}  # <<<"
        ),
        "D642",
        "group_members",
    ),
    Fault(
        "column outside an aggregate",
        with_measure('- {name: a, type: number, sql: "{CUBE}.amount / {count}"}  # <<<'),
        "D643",
        "outside an aggregate",
    ),
    Fault(
        "number of nothing", with_measure('- {name: a, type: number, sql: "1 + 1"}  # <<<'), "D643", "combines measures"
    ),
    Fault(
        "aggregate that is not served",
        with_measure('- {name: a, type: number, sql: "stddev({CUBE}.amount)"}  # <<<'),
        "D644",
        "stddev",
    ),
    Fault(
        "aggregate of two values",
        with_measure('- {name: a, type: number, sql: "max({CUBE}.amount, 2)"}  # <<<'),
        "D644",
        "'max' of several values",
    ),
    Fault(
        "count of two columns",
        with_measure('- {name: a, type: number, sql: "count({CUBE}.amount, {CUBE}.kind)"}  # <<<'),
        "D644",
        "'count' of several values",
    ),
    Fault(
        "distinct count of two columns",
        with_measure('- {name: a, type: number, sql: "count(distinct {CUBE}.amount, {CUBE}.kind)"}  # <<<'),
        "D644",
        "'count' of several values",
    ),
    Fault(
        "sum of distinct values",
        with_measure('- {name: a, type: number, sql: "sum(distinct {CUBE}.amount)"}  # <<<'),
        "D644",
        "'sum' of distinct values",
    ),
    Fault(
        "measures in a circle",
        with_measure('- {name: a, type: number, sql: "{b} + 1"}  # <<<', '- {name: b, type: number, sql: "{a}"}'),
        "D645",
        "cases.a → cases.b → cases.a",
    ),
    Fault(
        "ratio of itself",
        with_measure("- {name: a, type: ratio, numerator: a, denominator: count}  # <<<"),
        "D645",
        "circle",
    ),
    Fault(
        "additive over nothing",
        with_measure("- {name: a, type: sum, sql: x, additive_over: [kinds]}  # <<<"),
        "D646",
        "'kinds'",
        "'kind'",
    ),
    *(
        Fault(
            f"granularity {what}",
            with_dimension(f"- {{name: a, type: time, sql: x, granularities: [{written}]}}  # <<<"),
            "D619",
            says,
        )
        for what, written, says in (
            ("of the calendar's own name", "{name: month, interval: 1 month}", "'month'"),
            ("without a length", "{name: g}", "'interval'"),
            ("in words", "{name: g, interval: often}", "'interval'"),
            ("backwards", "{name: g, interval: -1 day}", "no one length"),
            ("of months and days", "{name: g, interval: 1 month 2 days}", "no one length"),
            ("that begins anywhere", "{name: g, interval: 5 days}", "where a period begins"),
            ("with two beginnings", "{name: g, interval: 1 year, offset: 1 month, origin: '2020-01-01'}", "both"),
            ("that begins on a day some months lack", "{name: g, interval: 1 month, origin: '2020-01-31'}", "day 31"),
            ("with no date", "{name: g, interval: 1 year, origin: soon}", "'origin'"),
            ("named as the time itself", "{name: value, interval: 1 year}", "not free"),
            ("with the sign between names", "{name: a__b, interval: 1 year}", "not free"),
            ("named as the calendar's, in capitals", "{name: Month, interval: 1 month}", "'Month'"),
            ("told apart by letter case", "{name: g, interval: 1 year}, {name: G, interval: 1 week}", "one name"),
            ("moved past the calendar", "{name: g, interval: 1 year, offset: -30000 months}", "'offset'"),
            ("twice", "{name: g, interval: 1 year}, {name: g, interval: 1 week}", "one name"),
        )
    ),
    Fault(
        "granularities of a text",
        with_dimension("- {name: a, type: string, sql: x, granularities: [{name: g, interval: 1 year}]}  # <<<"),
        "D619",
        "time dimension",
    ),
    Fault(
        "a bridge to one side only",
        CASES.replace("    sql_table: main.cases\n", "    sql_table: main.cases\n    bridge: each_member  # <<<\n"),
        "D618",
        "'cases'",
    ),
    Fault("spells without interval", with_measure("- {name: a, type: active}  # <<<"), "D656", "its cube's 'interval'"),
    Fault("interval of nothing", with_cube_key("interval: {start: day, end: kin}  # <<<"), "D656", "'kin'", "'kind'"),
    Fault("interval of a text", with_cube_key("interval: {start: day, end: kind}  # <<<"), "D656", "'cases.kind'"),
    Fault(
        "period that rows have",
        with_spells("").replace("sql: stop}", "sql: stop}\n      - {name: periode, type: time, sql: day}  # <<<"),
        "D656",
        "a time that no row has",
        "Leave out 'sql'",
    ),
    Fault(
        "the calendar as a value",
        with_spells("").replace("sql: stop}", 'sql: stop}\n      - {name: a, type: time, sql: "{periode}"}  # <<<'),
        "D656",
        "the question's calendar",
    ),
    *(
        Fault(f"spells {name}", with_spells(f"- {{name: a, {text}}}  # <<<"), code, says)
        for name, text, code, says in (
            ("of persons of another kind", "type: days, of: ended, sql: kind", "D656", "'of' goes with"),
            ("counted through", "type: active, through: opgjort_pr", "D656", "through opgjort_pr as it is"),
            ("without a rate", "type: amount", "D640", "the rate of a day"),
            ("with another's key", "type: sum, sql: amount, day_count: inclusive_actual", "D640", "'day_count'"),
            ("in a window", "type: active, rolling_window: {trailing: 1 month}", "D632", "'active'"),
        )
    ),
    Fault(
        "spells beside each row",
        with_spells("- {name: a, type: active}").replace(
            "sql: stop}", 'sql: stop}\n      - {name: s, type: number, sub_query: true, sql: "{a}"}  # <<<'
        ),
        "D633",
        "more than one stage",
    ),
    Fault("stock without snapshot", with_measure("- {name: a, type: stock, sql: amount}  # <<<"), "D647", "'snapshot'"),
    Fault(
        "scale of nothing",
        with_measure("- {name: a, type: ratio, numerator: count, denominator: amount, scale: 0}  # <<<"),
        "D605",
        "scale",
    ),
    Fault(
        "stock over a joined cube",
        CASES.replace(
            "    sql_table: main.cases", "    sql_table: main.cases\n    snapshot: {date: day, series: [id]}"
        ).replace(
            "      - {name: amount, ",
            '      - {name: a, type: stock, sql: amount, filters: [{sql: "{people.id} > 1"}]}  # <<<\n'
            "      - {name: amount, ",
        ),
        "D647",
        "another cube",
    ),
    Fault(
        "counts carried for no time",
        CASES.replace(
            "    sql_table: main.cases",
            "    sql_table: main.cases\n    snapshot:\n      date: day\n      series: [id]\n"
            "      carry_forward: -1 month  # <<<",
        ),
        "D647",
        "negative",
    ),
    # What is not served
    Fault(
        "case of what is no switch",
        with_measure(
            "- {name: a, type: number, multi_stage: true, case: {switch: kind, when: [{value: x, sql: '1'}]}}  # <<<"
        ),
        "D632",
        "no switch",
    ),
    Fault(
        "filters handed to a sub_query",
        with_dimension(
            '- {name: a, type: number, sql: "{count}", sub_query: true, propagate_filters_to_sub_query: true}  # <<<'
        ),
        "D630",
        "'propagate_filters_to_sub_query'",
    ),
    # Sub-queries
    Fault(
        "sub_query of a dimension",
        with_dimension('- {name: a, type: number, sql: "{people.id}", sub_query: true}  # <<<'),
        "D610",
        "no measure 'people.id'",
        "That is a dimension",
    ),
    Fault(
        "sub_query of nothing",
        with_dimension('- {name: a, type: number, sql: "{CUBE.coutn}", sub_query: true}  # <<<'),
        "D610",
        "no measure 'cases.coutn'",
        "'cases.count'",
    ),
    Fault(
        "sub_query without sql",
        with_dimension("- {name: a, type: number, sub_query: true}  # <<<"),
        "D633",
        "needs sql",
    ),
    Fault(
        "sub_query of a sum of measures",
        with_dimension('- {name: a, type: number, sql: "{count} + {amount}", sub_query: true}  # <<<'),
        "D633",
        "not one measure",
        "another dimension",
    ),
    Fault(
        "sub_query of a column",
        with_dimension('- {name: a, type: number, sql: "{CUBE}.amount", sub_query: true}  # <<<'),
        "D633",
        "not one measure",
    ),
    Fault(
        "sub_query of an aggregate",
        with_dimension('- {name: a, type: number, sql: "COUNT({people.id})", sub_query: true}  # <<<'),
        "D633",
        "not one measure",
    ),
    Fault(
        "sub_query of another type",
        with_dimension('- {name: a, type: string, sql: "{count}", sub_query: true}  # <<<'),
        "D633",
        "of type 'string'",
        "type: number",
    ),
    Fault(
        "sub_query that is a key",
        with_dimension('- {name: a, type: number, sql: "{count}", sub_query: true, primary_key: true}  # <<<'),
        "D633",
        "'primary_key'",
    ),
    Fault(
        "sub_query with a case",
        with_dimension(
            '- {name: a, type: number, sql: "{count}", sub_query: true, case: {when: [{sql: kind, label: x}]}}  # <<<'
        ),
        "D633",
        "'case'",
    ),
    Fault(
        "conformed sub_query",
        with_dimension('- {name: a, type: number, sql: "{count}", sub_query: true, conformed: a}  # <<<'),
        "D633",
        "'conformed'",
    ),
    Fault(
        "conformed and made of a sub_query",
        with_dimension(
            '- {name: a, type: number, sql: "{count}", sub_query: true}',
            '- {name: b, type: number, sql: "{a} + 1", conformed: b}  # <<<',
        ),
        "D633",
        "'cases.b' is conformed",
    ),
    Fault(
        "sub_query without a key",
        CASES.replace(
            'sql: "{CUBE}.id", primary_key: true}\n      - {name: day', 'sql: "{CUBE}.id"}\n      - {name: day'
        ).replace(
            "      - {name: kind, ",
            '      - {name: a, type: number, sql: "{count}", sub_query: true}  # <<<\n      - {name: kind, ',
        ),
        "D633",
        "no primary key",
    ),
    Fault(
        "sub_query of itself",
        with_dimension('- {name: a, type: number, sql: "{twice}", sub_query: true}  # <<<').replace(
            "      - {name: amount, ", '      - {name: twice, type: sum, sql: "2 * {a}"}\n      - {name: amount, '
        ),
        "D633",
        "cases.a → cases.a",
    ),
    Fault(
        "sub_query of a filter by itself",
        with_dimension('- {name: a, type: number, sql: "{share}", sub_query: true}  # <<<')
        .replace(
            "      - {name: amount, ",
            '      - {name: some, type: count, filters: [{sql: "{b} > 1"}]}\n'
            '      - {name: share, type: number, sql: "{some} / {count}"}\n'
            "      - {name: amount, ",
        )
        .replace("      - {name: kind, ", '      - {name: b, type: number, sql: "{a} + 1"}\n      - {name: kind, '),
        "D633",
        "reads itself",
    ),
    Fault(
        "sub_query of a measure in stages",
        with_dimension('- {name: a, type: number, sql: "{part}", sub_query: true}  # <<<').replace(
            "      - {name: amount, ",
            '      - {name: all, type: sum, sql: "{amount}", multi_stage: true, group_by: []}\n'
            '      - {name: part, type: number, sql: "{amount} / {all}"}\n'
            "      - {name: amount, ",
        ),
        "D633",
        "'cases.all', which is computed in more than one stage",
    ),
    Fault(
        "sub_query of a rank",
        with_dimension('- {name: a, type: number, sql: "{place}", sub_query: true}  # <<<').replace(
            "      - {name: amount, ",
            '      - {name: place, type: rank, multi_stage: true, order_by: [{sql: "{amount}"}], reduce_by: [kind]}\n'
            "      - {name: amount, ",
        ),
        "D633",
        "'cases.place'",
    ),
    Fault("sub_query too deep", nested(9, 1), "D633", "more than 8 sub-queries deep"),
    Fault("sub_query of too many", nested(5, 3), "D633", "more than 100 sub-queries"),
    Fault(
        "join on a sub_query",
        with_dimension('- {name: a, type: number, sql: "{count}", sub_query: true}').replace(
            '      - {name: people, relationship: many_to_one, sql: "{CUBE}.person = {people}.id"}',
            '      - {name: people, relationship: many_to_one, sql: "{CUBE}.person = {people}.id"}\n'
            '      - {name: more, cube: people, relationship: many_to_one, sql: "{CUBE.a} = {more}.id"}  # <<<',
        ),
        "D615",
        "uses a sub_query",
    ),
    Fault(
        "key made of a sub_query",
        with_dimension(
            '- {name: a, type: number, sql: "{count}", sub_query: true}',
            '- {name: b, type: number, sql: "{a}", primary_key: true}  # <<<',
        ),
        "D628",
        "part of a key",
    ),
    Fault(
        "geo",
        with_dimension("- {name: a, type: geo, latitude: {sql: x}, longitude: {sql: y}}  # <<<"),
        "D630",
        "is not served yet",
    ),
    Fault("access policy", with_cube_key("access_policy: [{role: x}]  # <<<"), "D630", "'access_policy'", "access"),
    Fault("type of time", with_measure("- {name: a, type: time, sql: day}  # <<<"), "D630", "'time'"),
]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_fault_is_named_and_placed(fault: Fault) -> None:
    found = problems(fault.text)
    first = found[0]
    assert len(found) == 1, found
    line = next(number for number, text in enumerate(fault.text.splitlines(), start=1) if "<<<" in text)
    assert first.code == fault.code, found
    assert first.at is not None
    assert (first.at.file, first.at.line) == ("model/0.yml", line)
    assert fault.says in first.message
    assert fault.hint in (first.hint or "")
    assert str(first).startswith(f"model/0.yml:{line}")


VIEWS = {
    "no cubes": ("cubes: []", "has no cubes"),
    "unknown root": ("cubes: [{join_path: case, includes: '*'}]", "no cube 'case'"),
    "unknown step": ("cubes: [{join_path: cases.pepole, includes: '*'}]", "No join leads"),
    "unknown member": ("cubes: [{join_path: cases, includes: [kinds]}]", "has no member 'kinds'"),
    "unknown exclusion": (
        "cubes: [{join_path: cases, includes: '*', excludes: [kinds]}]",
        "no member 'kinds' to exclude",
    ),
    "two of a name": (
        "cubes: [{join_path: cases, includes: [id]}, {join_path: cases.people, includes: [id]}]",
        "Two members",
    ),
    "two roots": (
        "cubes: [{join_path: cases, includes: [id]}, {join_path: people, includes: '*', prefix: true}]",
        "one root",
    ),
}


@pytest.mark.parametrize(("keys", "says"), VIEWS.values(), ids=list(VIEWS))
def test_faulty_views_are_refused(keys: str, says: str) -> None:
    (found,) = problems(CASES, f"views:\n  - name: v\n    {keys}\n")
    assert found.code == "D616"
    assert found.at is not None
    assert (found.at.file, found.at.line in (2, 3)) == ("model/1.yml", True)
    assert says in found.message


def test_all_faults_of_a_file_are_said_at_once() -> None:
    faulty = with_measure(
        '- {name: a, type: sum, sql: "(select 1)"}', "- {name: b, type: ratio, numerator: count}",
        '- {name: c, type: number, sql: "{nothing}"}',
    )  # fmt: skip
    assert [one.code for one in problems(faulty)] == ["D623", "D640", "D610"]


def test_all_faults_of_all_files_are_said_at_once(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("cubes:\n  - {name: a, sqll: x}\n", "utf-8")
    (tmp_path / "b.yml").write_text("cubes: {", "utf-8")
    (tmp_path / "c.yml").write_text("views:\n  - {title: v}\n", "utf-8")
    with pytest.raises(DefinitionError) as refused:
        load_model(tmp_path)
    assert [(one.code, Path(one.at.file or "").name if one.at else None) for one in refused.value.problems] == [
        ("D603", "a.yml"), ("D601", "b.yml"), ("D604", "c.yml"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("sql", "near"),
    [
        ("kind +", " near 'kind +'"),
        ("{CUBE}.kind +* {people}.id", " near '{CUBE}.kind +* {people}.'"),
        ("case when {people.id} then end", " near 'case when {people.id} then end'"),
        ("sum(", " near 'sum('"),
        ("'abc", ""),
    ],
)
def test_sql_that_cannot_be_read_is_told_in_the_authors_words(sql: str, near: str) -> None:
    (found,) = problems(with_dimension(f'- {{name: a, type: string, sql: "{sql}"}}'))
    assert (found.code, found.message) == ("D622", f"The SQL cannot be read{near}.")


def test_a_query_that_cannot_be_read_names_nothing_of_the_parsers() -> None:
    (found,) = problems(with_more('- {name: a, sql: "select a from where b"}'))
    assert found.message == "The SQL cannot be read near 'select a from where'."


@pytest.mark.parametrize(
    "relation",
    [
        "sql: \"SELECT * FROM read_csv('/etc/hostname')\"",
        "sql: \"SELECT r.a FROM main.cases, LATERAL read_csv('/etc/hostname') AS r(a)\"",
        "sql: SELECT * FROM range(3)",
        "sql: SELECT * FROM duckdb_settings()",
        "sql: SELECT * FROM (SUMMARIZE SELECT * FROM main.cases)",
        "sql: SELECT * FROM information_schema.tables",
        "sql: SELECT * FROM system.pg_catalog.pg_class",
        "sql_table: \"read_csv('/etc/hostname')\"",
        "sql_table: information_schema.tables",
    ],
)
def test_a_cube_reads_tables_of_the_databases_and_nothing_else(relation: str) -> None:
    cube = f"cubes:\n  - name: a\n    {relation}\n    dimensions: [{{name: b, type: string, sql: b}}]\n"
    assert {one.code for one in problems(cube)} <= {"D622", "D623"}


def test_a_day_that_does_not_exist_has_its_line() -> None:
    (one,) = problems("cubes: []\nnoegletal:\n  - valid_from: 2026-02-30\n")
    assert (one.code, one.at.line, "'2026-02-30' does not exist" in one.message) == ("D601", 3, True)  # type: ignore[union-attr]


def test_a_key_is_a_word() -> None:
    assert [one.code for one in problems("? [a, b]\n: 1\n")] == ["D601"]


def test_a_cycle_of_joins_is_refused() -> None:
    text = """\
        cubes:
          - {name: a, sql_table: a, joins: [{name: b, relationship: many_to_one, sql: "{CUBE}.x = {b}.x"}]}
          - {name: b, sql_table: b, joins: [{name: c, relationship: many_to_one, sql: "{CUBE}.x = {c}.x"}]}
          - {name: c, sql_table: c, joins: [{name: a, relationship: many_to_one, sql: "{CUBE}.x = {a}.x"}]}
        """
    (found,) = problems(textwrap.dedent(text))
    assert (found.code, found.message) == ("D614", "The joins form a cycle: a → b → c → a.")


def test_joins_declared_from_both_ends_are_no_cycle() -> None:
    text = CASES + '    joins: [{name: cases, relationship: one_to_many, sql: "{CUBE}.id = {cases}.person"}]\n'
    assert {edge.step for edge in load(text).graph["people"].values() if edge.found} == {"cases"}


def test_no_country_becomes_false() -> None:
    model = load(
        with_dimension("- {name: no, type: string, sql: kind, title: no, value_order: [no, ja, on, 1:30, ~x]}")
    )
    dimension = model.cubes["cases"].dimensions["no"]
    assert (dimension.title, dimension.value_order) == ("no", ("no", "ja", "on", "1:30", "~x"))


def test_what_only_changes_speed_is_noted() -> None:
    model = load(with_cube_key("refresh_key: {every: 1 hour}", "pre_aggregations: [{name: main}]"))
    assert [(note.at.line, note.message) for note in model.notes] == [
        (5, "'pre_aggregations' only changes speed and is left out."),
        (4, "'refresh_key' only changes speed and is left out."),
    ]


def test_a_link_is_noted_to_be_without_its_address() -> None:
    (note,) = load(
        with_dimension("- {name: a, type: string, sql: kind, links: [{name: l, label: L, url: kind}]}")
    ).notes
    assert note.message == "'links' is told in the catalogue, but no address is computed."
    assert note.at.line == 10


def test_an_approximate_count_is_noted_to_be_exact() -> None:
    (note,) = load(with_measure("- {name: a, type: count_distinct_approx, sql: id, drill_members: [id]}")).notes
    assert note.message == "'count_distinct_approx' is served as the exact count of distinct values."
    assert note.at.line == 13


def test_a_views_own_meta_is_that_of_its_member() -> None:
    included = "{name: id, meta: {a: 1}}, kind"
    model = load(
        with_dimension("- {name: b, type: string, sql: kind, meta: {b: 2}}"),
        f"views: [{{name: v, cubes: [{{join_path: cases, includes: [{included}, b]}}]}}]\n",
    )
    assert [member.meta for member in model.views["v"].members.values()] == [{"a": 1}, {}, {"b": 2}]
    assert model.views["cases"].members["b"].meta == {"b": 2}


@pytest.mark.parametrize("written", ["mask: 0", "mask: false", "mask: ''", "mask: []"])
def test_a_mask_is_refused_whatever_its_value(written: str) -> None:
    for text in (
        with_dimension(f"- {{name: a, type: number, sql: id, {written}}}"),
        with_measure(f"- {{name: a, type: count, {written}}}"),
    ):
        assert [one.code for one in problems(text)] == ["D630"]
    assert load(with_dimension("- {name: a, type: number, sql: id, mask: null}"))


def test_an_empty_access_policy_is_refused() -> None:
    view = "views: [{name: v, access_policy: [], cubes: [{join_path: cases, includes: [id]}]}]\n"
    assert [one.code for one in problems(with_cube_key("access_policy: []"))] == ["D630"]
    assert [one.code for one in problems(CASES, view)] == ["D630"]


def test_a_split_view_is_refused_by_name() -> None:
    view = "views:\n  - name: v\n    cubes: [{join_path: cases, split: true, includes: [id]}]\n"
    (found,) = problems(CASES, view)
    assert (found.code, found.message, found.at and found.at.line) == ("D630", "'split' is not served yet.", 3)


def test_the_version_is_of_the_content_and_not_of_its_order() -> None:
    cubes = re.split(r"(?m)^(?=  - name)", CASES.removeprefix("cubes:\n"))[1:]
    apart = load(*(f"cubes:\n{cube}" for cube in cubes))
    turned = load(*(f"# turned\ncubes:\n{cube}" for cube in reversed(cubes)))
    assert load(CASES).version == apart.version == turned.version
    assert load(CASES.replace("main.people", "main.persons")).version != apart.version
    assert load(with_measure("- {name: a, type: count}")).version != apart.version


def test_a_large_file_is_refused() -> None:
    (found,) = problems("# " + "x" * 2_000_001)
    assert (found.code, "larger" in found.message) == ("D601", True)


def test_aliases_cannot_be_multiplied_without_end() -> None:
    bomb = "a: &a [x, x, x, x, x, x, x, x, x, x]\n"
    bomb += "".join(
        f"{new}: &{new} [{', '.join([f'*{old}'] * 10)}]\n" for old, new in ("ab", "bc", "cd", "de", "ef", "fg")
    )
    assert problems(bomb)[0].code == "D601"


def test_a_file_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_bytes("cubes: [] # æ".encode("latin-1"))
    with pytest.raises(DefinitionError) as refused:
        load_model(tmp_path)
    assert refused.value.code == "D601"


DDL = """
    CREATE TABLE cases (id INTEGER, person INTEGER, day DATE, kind VARCHAR, amount DECIMAL(9, 2), rate DOUBLE);
    CREATE TABLE people (id INTEGER)
"""


def bound(tmp_path: Path, model: str) -> Generation:
    database = tmp_path / "cases.duckdb"
    with duckdb.connect(str(database)) as connection:
        connection.execute(DDL)
    return Generation({"demo": database}, load(model), Limits())


MISFITS = {
    "double": (with_measure('- {name: a, type: sum, sql: "{CUBE}.rate"}'), "D652", "sum of DOUBLE"),
    "divided rows": (with_measure('- {name: a, type: sum, sql: "{CUBE}.amount / 3"}'), "D652", "sum of DOUBLE"),
    "average of doubles": (with_measure('- {name: a, type: avg, sql: "{CUBE}.rate"}'), "D652", "DOUBLE"),
    "sum inside a number": (
        with_measure('- {name: a, type: number, sql: "sum({CUBE}.rate) / {count}"}'),
        "D652",
        "DOUBLE",
    ),
    "no such column": (with_dimension('- {name: a, type: string, sql: "{CUBE}.kin"}'), "D650", "kin"),
    "no such table": (CASES.replace("main.people", "main.persons"), "D650", "persons"),
    "number of text": (with_dimension('- {name: a, type: number, sql: "{CUBE}.kind"}'), "D651", "VARCHAR"),
    "time of text": (with_dimension('- {name: a, type: time, sql: "{CUBE}.kind"}'), "D651", "VARCHAR"),
}


@pytest.mark.parametrize(("model", "code", "says"), MISFITS.values(), ids=list(MISFITS))
def test_a_model_that_does_not_fit_its_database_is_refused(tmp_path: Path, model: str, code: str, says: str) -> None:
    with pytest.raises(DefinitionError) as refused:
        bound(tmp_path, model)
    assert (refused.value.code, says in str(refused.value)) == (code, True)
    assert all(one.at and one.at.line for one in refused.value.problems)


def test_a_string_over_another_type_is_its_text(tmp_path: Path) -> None:
    generation = bound(tmp_path, with_dimension('- {name: a, type: string, sql: "{CUBE}.id"}'))
    assert generation.model.cubes["cases"].dimensions["a"].data_type == "text"
    generation.close()


WORLDS = (
    "shop",
    "library",
    "traps",
    "gyldighed",
    "kalender",
    "ophold",
    "forloeb",
    "indlaesninger",
    "arv",
    "maal",
    "validering",
    "demo",
)


@pytest.mark.parametrize("name", WORLDS)
def test_the_worlds_load(name: str) -> None:
    assert load_model(world(name).model).cubes


def test_cubes_own_model_loads_with_notes() -> None:
    assert {note.message for note in load_model(world("shop").model).notes} == {
        "'pre_aggregations' only changes speed and is left out.",
        "'count_distinct_approx' is served as the exact count of distinct values.",
    }


@pytest.mark.parametrize("name", ["demo"])
def test_the_shipped_model_loads_without_a_note(name: str) -> None:
    assert load_model(world(name).model).notes == ()


THEME_RECORD = """\
noegletal:
  - {id: n-1, measure: cases.count, title: N, theme: T, definition: D, taeller: T, owner: O, data_area: A, level: M,
     status: kladde, version: "1", valid_from: 2026-01-01}
"""


def test_every_fault_of_a_theme_is_told() -> None:
    page = "  - {{id: t, raekkefoelge: 1, titel: T, intro: I, kort: [{card}]}}\n"
    cards = (
        "{noegletal: n-1, tid: cases.day, periode: last month}",
        "{noegletal: n-2, tid: cases.day, periode: last month}",
        "{noegletal: n-1, tid: cases.kind, periode: engang}",
        "{noegletal: n-1, tid: cases.day, periode: '2024', beregning: aatd}",
    )
    written = problems(CASES, THEME_RECORD, "temaer:\n" + "".join(page.format(card=card) for card in cards))
    assert [(one.code, one.at.line if one.at else None) for one in written] == [
        ("D669", line) for line in (3, 3, 4, 4, 4, 5, 5)
    ]
    said = " ".join(one.message for one in written)
    for piece in (
        "Two themes have the id 't'",
        "'n-2', which does not exist",
        "'cases.kind' is no time",
        "'engang'",
        "no aatd",
    ):
        assert piece in said


GRAPHS = """\
temaer:
  - id: t
    raekkefoelge: 1
    titel: T
    intro: I
    kort: [{noegletal: n-1, tid: cases.day, periode: last month}]
    grafer:
      - id: sound
        titel: T
        noegletal: [n-1]
        tid: cases.day
        inddeling: month
        periode: last 24 months
        opdeling: cases.kind
        laesevejledning_graf: L
      - id: twice
        titel: T
        noegletal: [n-1, n-1]
        tid: cases.day
        inddeling: month
        periode: engang
        laesevejledning_graf: L
      - id: twice
        titel: T
        noegletal: [n-1, n-2]
        tid: cases.kind
        inddeling: month
        periode: "2024"
        opdeling: cases.day
        laesevejledning_graf: L
"""


def test_every_fault_of_a_graph_is_told_where_it_stands() -> None:
    written = problems(CASES, THEME_RECORD, GRAPHS)
    assert [(one.code, one.at.line if one.at else None, one.message) for one in written] == [
        ("D669", 16, "Two graphs of the theme 't' have the id 'twice'."),
        ("D669", 18, "The graph 'twice' names the nøgletal 'n-1' twice."),
        ("D669", 21, "A theme's graph: 'engang' is no period."),
        ("D669", 23, "Two graphs of the theme 't' have the id 'twice'."),
        ("D669", 25, "A theme's graph names the nøgletal 'n-2', which does not exist."),
        ("D669", 26, "'cases.kind' is no time of 'cases', which the nøgletal 'n-1' is asked in."),
        ("D669", 29, "'cases.day' is nothing that the nøgletal 'n-1' can be divided by."),
    ]


def test_a_graph_is_not_divided_by_what_nobody_can_ask_for() -> None:
    found = problems(CASES, THEME_RECORD, GRAPHS.replace("opdeling: cases.kind", "opdeling: cases.id"))
    assert "'cases.id' is nothing that the nøgletal 'n-1' can be divided by." in [one.message for one in found]


def test_a_graph_is_of_three_noegletal_at_most_and_a_page_of_four_graphs() -> None:
    [fault] = problems(CASES, THEME_RECORD, GRAPHS.replace("noegletal: [n-1]", "noegletal: [a, b, c, d]", 1))[:1]
    assert (fault.code, fault.at.line if fault.at else None) == ("D605", 10)
    graph = GRAPHS[GRAPHS.index("      - id: sound") : GRAPHS.index("      - id: twice")]
    [fault] = problems(CASES, THEME_RECORD, GRAPHS + 2 * graph)[:1]
    assert (fault.code, fault.at.line if fault.at else None) == ("D605", 7)


def test_every_fault_of_a_checklist_is_told() -> None:
    head = "  - {{id: {id}, titel: T, omraader: [{areas}], periode: aar, trin: [{steps}]}}\n"
    checked = "{{id: {id}, titel: T, maaling: {{maal: {measure}, kommune: {kommune}, tid: {time}{limit}}}}}"
    right = {"measure": "cases.count", "kommune": "cases.number", "time": "cases.day", "limit": ", mindst: 1"}

    def step(id: str, **other: str) -> str:
        return checked.format(id=id, **{**right, **other})

    model = CASES.replace(
        "      - {name: kind,", '      - {name: number, type: number, sql: "{CUBE}.id"}\n      - {name: kind,'
    )
    lists = (
        ("a", "x", step("one")),  # as it should be
        ("a", "x, y, x", step("one") + ", " + step("one")),
        ("b", "x", step("one", limit="")),
        ("c", "x", step("one", limit=", mindst: 1, hoejst: 2")),
        ("d", "x", step("one", measure="casse.count")),
        ("e", "x", step("one", measure="cases.kind")),
        ("f", "x", step("one", kommune="cases.kind", time="cases.kind")),
    )
    text = "tjeklister:\n" + "".join(head.format(id=id, areas=areas, steps=steps) for id, areas, steps in lists)
    written = problems(model, text)
    assert [(one.code, one.at.line if one.at else None) for one in written] == [
        ("D666", line) for line in (3, 3, 3, 4, 5, 6, 7, 8, 8)
    ]
    said = " ".join(f"{one.message} {one.hint or ''}" for one in written)
    for piece in (
        "Two checklists have the id 'a'", "the area 'x' twice", "the step 'one' twice", "Give 'mindst' or 'hoejst'",
        "There is no view 'casse'. Did you mean 'cases'?", "'cases.kind' is no measure", "no number of 'cases'",
        "no time of 'cases'",
    ):  # fmt: skip
        assert piece in said, piece
    assert set(load(model, text.splitlines()[0] + "\n" + text.splitlines()[1]).tjeklister) == {"a"}


def test_what_is_approved_says_by_whom() -> None:
    approved = THEME_RECORD.replace("kladde", "godkendt")
    (told,) = problems(CASES, approved)
    assert (told.code, told.at.line if told.at else 0) == ("D604", 3)
    assert problems(CASES, approved.replace("godkendt", "godkendt, approved_by: ' '"))[0].code == "D604"
    assert load(CASES, approved.replace("godkendt", "godkendt, approved_by: Styregruppen")).noegletal["n-1"].approved_by


def test_two_of_one_id_are_told_with_both_places() -> None:
    first, second = "noegletal:\n", THEME_RECORD.partition("\n")[2]
    (told,) = problems(CASES, first + second + second)
    assert (told.code, told.at.line if told.at else 0) == ("D606", 4)
    assert (told.hint or "").startswith("The other is at ")
    assert (told.hint or "").endswith(":2.")


def test_a_unit_or_period_that_does_not_exist_is_told_where_it_stands() -> None:
    units = "     units: {k: cases.kindd},\n     period: cases.dayy,\n     status: kladde"
    told = problems(CASES, THEME_RECORD.replace("     status: kladde", units))
    assert [(one.code, one.at.line if one.at else 0, one.hint) for one in told] == [
        ("D649", 3, "Did you mean 'cases.kind'?"), ("D649", 4, "Did you mean 'cases.day'?")
    ]  # fmt: skip


def test_what_cannot_be_counted_has_an_id_of_its_own() -> None:
    one = "  - {{id: {}, title: T, theme: T, data_area: A, hvorfor: Ingen data, kraever: Data}}\n"
    uncounted = "ikke_opgjorte:\n" + "".join(map(one.format, ("n-1", "n-2", "n-2")))
    told = problems(CASES, THEME_RECORD, uncounted)
    assert [(one.code, one.at.line if one.at else 0) for one in told] == [("D606", 2), ("D606", 4)]
    assert set(load(CASES, uncounted.rpartition("  -")[0]).ikke_opgjorte) == {"n-1", "n-2"}
    assert [
        one.code
        for one in problems(CASES, one.format("a").replace("  -", "ikke_opgjorte:\n  -").replace("Ingen data", "''"))
    ] == ["D605"]


def test_a_checklist_is_read_strictly() -> None:
    for faulty, code in (
        ("trin: []", "D605"),
        ("trin: [{id: Ø, titel: T}]", "D605"),
        ("trin: [{id: a, titel: T, status: udfoert}]", "D603"),
    ):
        told = problems(CASES, f"tjeklister:\n  - {{id: a, titel: T, omraader: [x], periode: aar, {faulty}}}\n")
        assert [one.code for one in told] == [code], faulty
