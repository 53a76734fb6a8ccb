"""The rows behind every measure of every world come to its value, in periods that begin and end anywhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from semantic.access.grant import FinestGrain, Grant, Thresholds
from semantic.access.principal import OPERATOR
from semantic.audit.asked import Asked
from semantic.audit.auditor import UNKEPT, Opening
from semantic.errors import ServiceError
from semantic.execute.cancellation import Cancellation
from semantic.model.lineage import aggregations
from semantic.model.model import Measure, Model
from semantic.pipeline import Service, answer, execute
from semantic.predicate import FALSE, TRUE
from semantic.predicate import Asked as Filter
from semantic.query import Query, TimeDimension
from semantic.result import collect
from semantic.rows_behind import SIDES, PreparedRows, RowsBehind, Side, answer_rows, prepare_rows
from tests.granting import granting
from tests.small_model import small_model
from tests.worlds import service

# How many questions of each world have rows that are added up here: of all its measures, and of spells by each period.
WORLDS = {
    "arv": 65, "forloeb": 60, "gyldighed": 11, "indlaesninger": 12, "kalender": 11, "library": 21, "maal": 11,
    "ophold": 356, "shop": 41, "validering": 11,
}  # fmt: skip
PERIODS = ("2023", "2024-02", ("2023-11-17", "2024-02-29"), ("2024-03-01", "2024-03-01"), ("1900-01-01", "2100-12-31"))
SCALED = ("avg", "years", "number")  # whose rows are rounded before they are added here
TOGETHER: Mapping[str, Callable[[list[Any]], Any]] = {
    "min": min, "max": max, "avg": lambda values: sum(values, Decimal(0)) / len(values),
}  # fmt: skip
Rows = list[dict[str, Any]]


def questions(model: Model) -> Iterator[Query]:
    """Each measure of the world by itself, and of spells in each of the periods."""
    for view in model.views.values():
        members = view.members.values()
        periods = {one.member.cube: one.name for one in members if getattr(one.member, "is_period", False)}
        for entry in (one for one in members if isinstance(one.member, Measure)):
            yield Query((f"{view.name}.{entry.name}",))
            if period := periods.get(entry.member.cube):
                where = (TimeDimension(f"{view.name}.{period}", None, one) for one in PERIODS)
                yield from (Query((f"{view.name}.{entry.name}",), time_dimensions=(one,)) for one in where)


def prepared(query: Query, over: Service) -> Iterator[PreparedRows]:
    """The rows of the measure, or of each side of its line; nothing where there are none."""
    sides: tuple[Side | None, ...] = (None, "taeller", "naevner")
    for side in sides:
        try:
            yield prepare_rows(RowsBehind(query, side), OPERATOR, over)
        except ServiceError as refused:
            if refused.code != "P190":
                return


def value_of(query: Query, over: Service, name: str) -> Any:
    asked = Query((name,), time_dimensions=query.time_dimensions, exact=True)
    return collect(answer(asked, OPERATOR, over)).table.to_pylist()[0][name]


def together(rows: Rows, name: str, measure: Measure, counted: tuple[str, ...]) -> Any:
    """What the rows come to: the different values of those that count, or else what the measure makes of them."""
    if counted:
        return len({tuple(row[one] for one in counted) for row in rows if row[name]})
    values = [row[name] for row in rows if row[name] is not None]
    return TOGETHER.get(measure.type, sum)(values) if values else None


def come_to(one: PreparedRows, query: Query, over: Service) -> Iterator[tuple[str, Any, Any, Decimal]]:
    """The name of each side, its value, what its rows come to, and how near that is."""
    found, model = collect(execute(one.prepared, Cancellation())).table.to_pylist(), over.generation.model
    for name in one.sides:
        view, _, member = name.partition(".")
        measure = model.views[view].members[member].member
        assert isinstance(measure, Measure)
        distinct = any(part.kind == "count_distinct" for _, part in aggregations(model, measure))
        if measure.type not in ("median", "percentile") and (one.counted or not distinct):
            near = (
                Decimal(len(found)) * Decimal(1).scaleb(-(measure.decimals or 0))
                if measure.type in SCALED
                else Decimal(0)
            )
            yield (
                name,
                value_of(query, over, name),
                together(found, name, measure, one.counted if distinct else ()),
                near,
            )


@pytest.mark.parametrize("name", WORLDS)
def test_the_rows_of_each_measure_come_to_its_value(name: str) -> None:
    over, number = service(name), 0
    for query in questions(over.generation.model):
        for one in prepared(query, over):
            for side, value, total, near in come_to(one, query, over):
                same = value == total or abs(Decimal(value or 0) - Decimal(total or 0)) <= near
                assert same, (query.measures, query.time_dimensions, side, value, total)
                number += 1
    assert number == WORLDS[name]


RATIO = Query(("ophold.opholdslaengde",), time_dimensions=(TimeDimension("ophold.periode", None, "2023"),))
OWN = frozenset(f"ophold.{name}" for name in ("id", "borger", "art", "start", "slut", "periode"))
FIGURES = frozenset(f"ophold.{name}" for name in ("opholdslaengde", "doegn_afsluttede", "afsluttede"))


def granted(members: frozenset[str], rows: bool = True, thresholds: Thresholds | None = None) -> Grant:
    return Grant("g", "r", members, default_rows=TRUE, grain=FinestGrain(rows=rows), thresholds=thresholds)


def as_granted(*grants: Grant) -> Service:
    return replace(service("ophold"), policies=granting({"operatoer": grants}))


def refused(query: Query, over: Service, side: Side | None = None) -> list[tuple[str, str]]:
    with pytest.raises(ServiceError) as found:
        prepare_rows(RowsBehind(query, side), OPERATOR, over)
    return [(one.code, one.message) for one in found.value.problems]


def columns(query: Query, over: Service, side: Side | None = None) -> list[str]:
    found = prepare_rows(RowsBehind(query, side), OPERATOR, over)
    return [one.name for one in found.prepared.statement.columns]


def test_all_that_the_asker_may_see_of_a_row_is_shown_beside_what_it_gives() -> None:
    shown = ["ophold.id", "ophold.borger", "ophold.art", "ophold.start", "ophold.slut"]
    both = ["ophold.doegn_afsluttede", "ophold.afsluttede"]
    assert columns(RATIO, as_granted(granted(OWN | FIGURES))) == shown + both
    less = as_granted(granted((OWN | FIGURES) - {"ophold.borger", "ophold.id"}))
    assert columns(RATIO, less) == shown[2:] + both
    assert columns(replace(RATIO, dimensions=("ophold.art",)), less) == ["ophold.art", *both]


def test_a_column_that_one_of_several_grants_lacks_is_not_taken_from_another() -> None:
    whole, less = granted(OWN | FIGURES), granted((OWN | FIGURES) - {"ophold.borger"})
    narrow = replace(less, name="h", default_rows=None, rows={"ophold": TRUE})
    assert "ophold.borger" not in columns(
        RATIO, as_granted(narrow, replace(whole, default_rows=None, rows={"ophold": FALSE}))
    )


def test_who_may_have_no_single_row_has_none_whatever_the_figure_is() -> None:
    over = as_granted(granted(OWN | FIGURES, rows=False))
    for side in (None, *SIDES):
        assert refused(RATIO, over, side) == [("A301", "No grant covers this question.")]
    assert value_of(RATIO, over, "ophold.opholdslaengde")


def test_under_thresholds_there_is_no_row_of_a_person() -> None:
    over = as_granted(granted(OWN | FIGURES, thresholds=Thresholds()))
    assert refused(Query(("ophold.antal",)), as_granted(granted(OWN | {"ophold.antal"}, thresholds=Thresholds()))) == [
        ("A308", "Single rows are shown of no person.")
    ]
    assert {code for code, _ in refused(RATIO, over)} == {"A308"}


def test_a_side_that_is_hidden_has_no_rows_and_no_name() -> None:
    over = as_granted(granted((OWN | FIGURES) - {"ophold.afsluttede"}))
    for side in (None, "naevner"):
        (told,) = refused(RATIO, over, side)
        assert told == ("A304", "How this is computed is not shown: some of it is not yours to see.")
    assert columns(RATIO, over, "taeller")[-1] == "ophold.doegn_afsluttede"


def test_a_hidden_figure_and_an_absent_one_are_refused_in_the_same_words() -> None:
    over = as_granted(granted(OWN | {"ophold.afsluttede"}))
    hidden, absent = (refused(Query((f"ophold.{name}",)), over) for name in ("opholdslaengde", "opholdslaengda"))
    assert [(code, text.replace("opholdslaengde", "opholdslaengda")) for code, text in hidden] == absent


@pytest.mark.parametrize(
    ("query", "side", "code"),
    [
        (Query(("ophold.aktive", "ophold.nye")), None, "P190"),
        (Query(), None, "P190"),
        (Query(("ophold.belaegning",), time_dimensions=RATIO.time_dimensions), None, "P190"),
        (Query(("ophold.aktive",)), "taeller", "P190"),
        (Query(("ophold.aktive__status",)), None, "P190"),
        (Query(("ophold.borgerdoegn",), time_dimensions=RATIO.time_dimensions), None, "U440"),
        (Query(("ophold.doegn__aatd",), time_dimensions=RATIO.time_dimensions), None, "U440"),
        (Query(("ophold.aktive_i_alt",), time_dimensions=RATIO.time_dimensions), None, "U440"),
        (replace(RATIO, dimensions=("ophold.periode",)), None, "U440"),
        (replace(RATIO, where=Filter("ophold.afsluttede", "gt", ("1",))), None, "U440"),
        (Query(("ophold.antal",), time_dimensions=RATIO.time_dimensions), None, "U410"),
    ],
)
def test_what_has_no_rows_says_why(query: Query, side: Side | None, code: str) -> None:
    assert {found for found, _ in refused(query, service("ophold"), side)} == {code}


class Kept:
    """Keeps what it is told in memory."""

    def __init__(self) -> None:
        self.asked: list[Asked] = []

    def opened(self, asked: Asked) -> Opening:
        self.asked.append(asked)
        return UNKEPT


def test_the_rows_are_recorded_once_as_single_rows_of_what_they_give() -> None:
    kept = Kept()
    over = replace(as_granted(granted(OWN | FIGURES)), auditor=kept)
    collect(answer_rows(RowsBehind(RATIO), OPERATOR, over))
    (one,) = kept.asked
    assert one.ungrouped
    assert {"ophold.borger", "ophold.afsluttede", "ophold.periode"} <= set(one.members)
    assert [(test.member, test.values) for test in one.filters] == [("ophold.periode", ("2023",))]
    assert one.personal


@pytest.mark.parametrize(("query", "code"), [(RATIO, "A301"), (Query(("ophold.intet",)), "R202"), (Query(), "P190")])
def test_a_refusal_is_recorded_once(query: Query, code: str) -> None:
    kept = Kept()
    over = replace(as_granted(granted(OWN | FIGURES, rows=False)), auditor=kept)
    assert [found for found, _ in refused(query, over)] == [code]
    assert [one.codes for one in kept.asked] == [(code,)]


SOLD = """
cubes:
  - name: salg
    sql_table: salg
    dimensions:
      - {name: id, type: number, sql: "{CUBE}.id", primary_key: true, public: true}
      - {name: butik, type: string, sql: "{CUBE}.butik", conformed: butik}
      - {name: proeve, type: boolean, sql: "{CUBE}.proeve"}
    measures:
      - {name: antal, type: count}
      - {name: store, type: count, filters: [{sql: "{CUBE}.kr > 10"}]}
      - {name: andel_store, type: ratio, numerator: store, denominator: antal, scale: 100}
      - {name: pr_butik, type: ratio, numerator: antal, denominator: butik.antal, constant_over: [proeve]}
  - name: butik
    sql_table: butik
    dimensions:
      - {name: navn, type: string, sql: "{CUBE}.navn", primary_key: true, public: true, conformed: butik}
    measures:
      - {name: antal, type: count}
views:
  - name: handel
    cubes: [{join_path: salg, includes: [id, butik, proeve, andel_store, pr_butik]}]
    default_filters:
      - {member: proeve, operator: equals, values: [false], unless: [proeve]}
"""
ROWS = """
CREATE TABLE salg AS SELECT * FROM (VALUES (1, 'nord', 5.00, false), (2, 'nord', 20.00, false), (3, 'syd', 30.00, true),
                                           (4, 'syd', 40.00, false)) AS t(id, butik, kr, proeve);
CREATE TABLE butik AS SELECT * FROM (VALUES ('nord'), ('syd'), ('vest')) AS t(navn);
"""


def ids(over: Service, query: Query, side: Side | None = None) -> list[Any]:
    found = collect(answer_rows(RowsBehind(query, side), OPERATOR, over)).table.to_pylist()
    return [next(iter(row.values())) for row in found]


def test_a_views_default_filters_hold_for_the_rows_though_its_sides_are_asked_of_their_cubes(tmp_path: Path) -> None:
    with small_model(tmp_path, SOLD, ROWS) as over:
        figure = Query(("handel.andel_store",))
        assert round(float(value_of(figure, over, "handel.andel_store")), 1) == 66.7
        assert ids(over, figure) == [1, 2, 4]
        assert ids(over, figure, "taeller") == [2, 4]
        assert ids(over, Query(("salg.andel_store",))) == [1, 2, 3, 4]
        tested = replace(figure, where=Filter("handel.proeve", "equals", ("true",)))
        assert ids(over, tested) == [3]


def test_what_is_below_the_line_has_its_rows_without_the_filters_that_it_ignores(tmp_path: Path) -> None:
    with small_model(tmp_path, SOLD, ROWS) as over:
        figure = Query(("salg.pr_butik",), where=Filter("salg.proeve", "equals", ("true",)))
        assert refused(figure, over)[0][0] == "P190"
        assert ids(over, figure, "taeller") == [3]
        assert ids(over, figure, "naevner") == ["nord", "syd", "vest"]
        of_one = replace(figure, where=Filter("salg.butik", "equals", ("syd",)))
        assert ids(over, of_one, "naevner") == ["syd"]
