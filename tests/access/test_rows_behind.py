"""The rows behind each shipped nøgletal come to its value, for the operator and the demo's roles with single rows.

What each row is is compared with SQL written by hand, over the rows that the role's purpose says.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Any

import pytest

from semantic.access.principal import OPERATOR, Principal
from semantic.audit.asked import holds_persons
from semantic.cube_query import parse_query
from semantic.errors import ServiceError
from semantic.execute.cancellation import Cancellation
from semantic.model.lineage import aggregations, governed, measure_cubes
from semantic.model.load import load_model
from semantic.model.model import Measure
from semantic.pipeline import Service, answer, execute
from semantic.query import Query, TimeDimension
from semantic.result import Collected, collect
from semantic.rows_behind import RowsBehind, Side, prepare_rows
from tests.access.test_demo_roles import principal, served, table_of
from tests.worlds import PROJECT, service, world

MODEL = load_model(PROJECT / "schema")
NOEGLETAL = sorted({record.measure for record in MODEL.noegletal.values()})
ASKERS = ("operatoer", "enhedsleder", "sagsbehandler")
SIDES: tuple[Side, Side] = ("taeller", "naevner")
NO_ROW_FORM = {
    "ansatmaaned.andel_uden_sygefravaer": "the employed less those with absence: different people do not subtract",
    "ansatmaaned.sygedage__prognose": "a year's figure from the share of it that has passed",
    "enkeltsager.refusion": "nothing at all where one case lacks a limit",
    "enkeltsager.dyre_sager": "nothing at all where one case lacks a limit",
    "elever.inklusionsgrad": "what another figure leaves of a hundred",
    "kommunetal.udgift_kr_andel_af_landet": "the whole country is below the line",
    "varde_108_totaler.enhedspris": "nothing at all where one row lacks its share of VAT",
}
# What must be filtered to one value of what it is not summed over.
OF_ONE = {
    **dict.fromkeys((one for one in NOEGLETAL if one.startswith("kontoregnskab.")), ("kontoregnskab", "2024")),
    "regnskab.udgift_pr_indbygger": ("regnskab", "2024"),
    "doegninstitutioner.udgift_pr_0_22_aarig": ("doegninstitutioner", "2024"),
    **dict.fromkeys((f"flytninger.{one}flyttede_pr_1000" for one in ("til", "fra")), ("flytninger", "2024")),
}


@cache
def opened() -> Service:
    return service("demo")


def asking(name: str) -> tuple[Principal, Service]:
    return (OPERATOR, opened()) if name == "operatoer" else (principal(name), served())


def measure_of(name: str) -> Measure:
    record = next(one for one in MODEL.noegletal.values() if one.measure == name)
    return governed(MODEL, record)


def question(name: str) -> Query:
    """The nøgletal in a year, where it is of spells; else over all time."""
    view, measure = name.partition(".")[0], measure_of(name)
    if name in OF_ONE:
        cube, year = OF_ONE[name]
        document = {"measures": [name], "filters": [{"member": f"{cube}.aar", "operator": "equals", "values": [year]}]}
        return parse_query(document, default_limit=None)
    if not any(one.spell for _, one in aggregations(MODEL, measure)):
        return Query((name,))
    members = MODEL.views[view].members.values()
    period = next(one.name for one in members if getattr(one.member, "is_period", False))
    return Query((name,), time_dimensions=(TimeDimension(f"{view}.{period}", None, "2024"),))


def value_of(query: Query, who: Principal, over: Service) -> Any:
    (row,) = collect(answer(query, who, over)).table.to_pylist()
    return row[query.measures[0]]


def rows_of(query: Query, side: Side | None, who: Principal, over: Service) -> tuple[Collected, tuple[str, ...], Query]:
    """The rows, what is counted of them, and the question for one value of the side."""
    found = prepare_rows(RowsBehind(query, side), who, over)
    asked = found.prepared.query.question
    measures = tuple(one.name for one in asked.measures)
    return collect(execute(found.prepared, Cancellation())), found.counted, replace(query, measures=measures)


def come_to(rows: list[dict[str, Any]], measure: str, counted: tuple[str, ...], is_mean: bool) -> Decimal | None:
    """What the rows are together: their sum, the different values of those that count, or their mean."""
    values = [row[measure] for row in rows if row[measure] is not None]
    if counted:
        return Decimal(len({tuple(row[one] for one in counted) for row in rows if row[measure]}))
    total = sum((Decimal(one) for one in values), Decimal(0))
    return total / len(values) if is_mean and values else total


def assert_same(measure: Measure, value: Any, together: Decimal | None, number: int) -> None:
    """To the last digit; of what is scaled or a mean, but for what the rows' last decimals are rounded by."""
    near = 0 if measure.type not in ("avg", "years", "number") else number / 2 * 10 ** -(measure.decimals or 0)
    assert abs(Decimal(value or 0) - (together or 0)) <= Decimal(near), (measure.id, value, together)


def check_side(query: Query, side: Side | None, who: Principal, over: Service) -> int:
    found, counted, asked = rows_of(query, side, who, over)
    rows = found.table.to_pylist()
    for column in (one for one in found.columns if one.role == "measure"):
        measure = MODEL.views[column.name.partition(".")[0]].members[column.name.partition(".")[2]].member
        assert isinstance(measure, Measure)
        value = value_of(replace(asked, measures=(column.name,), exact=True), who, over)
        distinct = any(one.kind == "count_distinct" for _, one in aggregations(MODEL, measure))
        together = come_to(rows, column.name, counted if distinct else (), measure.type == "avg")
        assert distinct <= bool(counted), column.name
        assert_same(measure, value, together, len(rows))
    return len(rows)


def codes_of(refused: ServiceError) -> list[str]:
    return [one.code for one in refused.problems]


def codes(query: Query, who: Principal, over: Service, side: Side | None = None) -> list[str]:
    """Why there are no rows; nothing where there are."""
    try:
        prepare_rows(RowsBehind(query, side), who, over)
    except ServiceError as refused:
        return codes_of(refused)
    return []


def why_no_value(query: Query, who: Principal, over: Service) -> list[str]:
    try:
        value_of(query, who, over)
    except ServiceError as refused:
        return codes_of(refused)
    return []


@pytest.mark.parametrize("asker", ASKERS)
@pytest.mark.parametrize("name", NOEGLETAL)
def test_the_rows_come_to_the_value(name: str, asker: str) -> None:
    (who, over), query = asking(asker), question(name)
    if refused := why_no_value(query, who, over):
        assert asker != "operatoer"
        assert codes(query, who, over) == refused
        return
    if name in NO_ROW_FORM:
        assert set(codes(query, who, over)) == {"U440"}
        return
    sides: tuple[Side | None, ...] = SIDES if codes(query, who, over) == ["P190"] else (None,)
    numbers = [check_side(query, side, who, over) for side in sides]
    assert min(numbers) or asker != "operatoer"


@pytest.mark.parametrize("name", NOEGLETAL)
def test_who_has_no_single_rows_is_refused_as_for_any_others(name: str) -> None:
    """The direktion reads every figure, and of no person a row."""
    who, over = principal("direktion"), served()
    query = question(name)
    if why_no_value(query, who, over) or not holds_persons(measure_cubes(MODEL, measure_of(name)), MODEL):
        return
    assert codes(query, who, over) == ["A301"]
    if measure_of(name).type in ("ratio", "cohort"):
        assert [codes(query, who, over, side) for side in SIDES] == [["A301"], ["A301"]]


# The rows by hand: whose they are, the key, and the rows that count, where sides are two the columns of both.
BY_HAND = {
    ("enhedsleder", "ydelser.aktive_borgere", None): (
        "SELECT ydelse_id, 1 FROM {rows} AND start <= '2024-12-31' AND (slut IS NULL OR slut > '2024-12-31')"
    ),
    ("enhedsleder", "afgoerelse.fristoverholdelse", None): (
        "SELECT afgoerelse_id, (afgjort <= frist)::int, 1 FROM {rows} AND afgjort IS NOT NULL AND frist IS NOT NULL"
    ),
    ("sagsbehandler", "botilbud.opholdslaengde", "taeller"): (
        "SELECT ophold_id, slut - start FROM {rows} AND year(slut) = 2024"
    ),
    ("enhedsleder", "sygefravaer.sygefravaersprocent", "naevner"): (
        "SELECT ansaettelse_id, least(coalesce(slut, DATE '2025-01-01'), DATE '2025-01-01')"
        " - greatest(start, DATE '2024-01-01') FROM {rows} AND start < '2025-01-01'"
        " AND (slut IS NULL OR slut > '2024-01-01')"
    ),
    ("enhedsleder", "systemkontrol.mere_i_foerste", None): (
        "SELECT systemkontrol_id, 1 FROM {rows} AND beloeb_1 > beloeb_2"
    ),
}


@pytest.mark.parametrize(("asker", "name", "side"), BY_HAND)
def test_the_rows_are_those_of_the_definition(asker: str, name: str, side: Side | None) -> None:
    found, _, _ = rows_of(question(name), side, *asking(asker))
    key = found.columns[0].name
    cube = key.rpartition(".")[2].removesuffix("_id")  # a table's key is called after it
    shown = [key, *(one.name for one in found.columns if one.role == "measure")]
    sql = BY_HAND[asker, name, side].format(rows=table_of(cube, asker))
    expected = sorted(world("demo").oracle(sql)[1])
    assert sorted(tuple(row[one] for one in shown) for row in found.table.to_pylist()) == expected != []
