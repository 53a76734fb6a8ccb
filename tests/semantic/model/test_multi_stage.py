"""Multi-stage keys that have no meaning together are refused by name, where they stand."""

from __future__ import annotations

import pytest

from semantic.errors import DefinitionError
from semantic.model.link import link
from semantic.model.read import read_text

MODEL = """
cubes:
  - name: cases
    sql_table: main.cases
    dimensions:
      - {name: id, type: number, sql: id, primary_key: true}
      - {name: kind, type: string, sql: kind}
      - {name: day, type: time, sql: day}
    measures:
      - {name: count, type: count}
      - {name: kinds, type: count_distinct, sql: kind}
      - {name: amount, type: sum, sql: amount}
      - {name: a, MEASURE}
"""
FAULTS = {
    "no flag": ('type: number, sql: "{count}", group_by: [kind]', "'multi_stage: true'"),
    "empty group_by needs the flag": ('type: number, sql: "{count}", group_by: []', "'multi_stage: true'"),
    "two groupings": (
        'type: number, sql: "{count}", multi_stage: true, group_by: [kind], reduce_by: [day]',
        "exclude each other",
    ),
    "whole of nothing": ('type: number, sql: "{count}", multi_stage: true, whole: true', "'whole' needs 'group_by'"),
    "whole of finer groups": (
        'type: sum, sql: "{count}", multi_stage: true, add_group_by: [kind], whole: true',
        "'whole' needs 'group_by'",
    ),
    "whole of a plain sum": ("type: sum, sql: amount, whole: true", "'whole' needs 'group_by'"),
    "whole of a window": ("type: running_total, sql: amount, whole: true", "'whole' needs 'group_by'"),
    "whole without the flag": ('type: number, sql: "{count}", group_by: [], whole: true', "'multi_stage: true'"),
    "whole rank": (
        'type: rank, multi_stage: true, reduce_by: [kind], whole: true, order_by: [{sql: "{count}"}]',
        "no use for 'whole'",
    ),
    "filters": (
        'type: number, sql: "{count}", multi_stage: true, group_by: [], filters: [{sql: "kind = 1"}]',
        "no filters",
    ),
    "sum of a distinct count": ('type: sum, sql: "{kinds}", multi_stage: true, group_by: []', "depends on the groups"),
    "sum of a quotient": ('type: sum, sql: "{amount} / {count}", multi_stage: true, group_by: []', "of one measure"),
    "sum of a stage": ('type: max, sql: "{count}", multi_stage: true, group_by: []', "does not go with the type 'max'"),
    "number of groups": ('type: number, sql: "{count}", multi_stage: true, add_group_by: [kind]', "'add_group_by'"),
    "rank of nothing": ("type: rank, multi_stage: true, reduce_by: [kind]", "'order_by'"),
    "rank of sql": (
        'type: rank, multi_stage: true, sql: id, reduce_by: [kind], order_by: [{sql: "{count}"}]',
        "no use for 'sql'",
    ),
    "shift of a text": (
        'type: number, sql: "{count}", multi_stage: true, time_shift: [{time_dimension: kind, interval: 1 year}]',
        "no time dimension",
    ),
    "rank over nothing": ('type: rank, multi_stage: true, order_by: [{sql: "{count}"}]', "'reduce_by'"),
    "rank by two": (
        'type: rank, multi_stage: true, reduce_by: [kind], order_by: [{sql: "{count}"}, {sql: "{amount}"}]',
        "more than one",
    ),
    "order of a sum": ('type: sum, sql: amount, multi_stage: true, order_by: [{sql: "{count}"}]', "'order_by'"),
    "shift without length": (
        'type: number, sql: "{count}", multi_stage: true, time_shift: [{type: prior}]',
        "interval",
    ),
    "shift by a name": (
        'type: number, sql: "{count}", multi_stage: true, time_shift: [{interval: 1 year, name: fiscal}]',
        "not served",
    ),
    "shift of no length": (
        'type: number, sql: "{count}", multi_stage: true, time_shift: [{interval: a year}]',
        "no interval",
    ),
    "negative shift": (
        'type: number, sql: "{count}", multi_stage: true, time_shift: [{interval: -1 year}]',
        "negative",
    ),
    "no such dimension": ('type: number, sql: "{count}", multi_stage: true, group_by: [knd]', "no dimension"),
    "window of nothing": ("type: sum, sql: amount, rolling_window: {offset: start}", "'trailing'"),
    "window and stage": (
        'type: number, sql: "{count}", multi_stage: true, group_by: [], rolling_window: {trailing: 1 day}',
        "do not go together",
    ),
    "window of a ratio": (
        "type: ratio, numerator: count, denominator: amount, rolling_window: {trailing: 1 day}",
        "does not go with the type 'ratio'",
    ),
    "window to no date": ("type: sum, sql: amount, rolling_window: {type: to_date, granularity: moon}", "granularity"),
    "window of a running total": (
        "type: running_total, sql: amount, rolling_window: {trailing: 1 day}",
        "running total",
    ),
}


@pytest.mark.parametrize(("measure", "says"), FAULTS.values(), ids=list(FAULTS))
def test_it_is_refused_by_name(measure: str, says: str) -> None:
    with pytest.raises(DefinitionError) as caught:
        link([read_text(MODEL.replace("MEASURE", measure), "model.yml")])
    (problem,) = caught.value.problems
    assert problem.code in ("D632", "D610")
    assert says in problem.message or says in (problem.hint or "")
    assert problem.at is not None
    assert problem.at.line == 13
