"""Breakdowns: the parts add up to the whole and to its change, exactly, or the last row says why they do not."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from random import Random
from typing import Any

import pytest

from semantic.access.principal import Principal
from semantic.audit.asked import Asked as Recording
from semantic.audit.auditor import SILENT
from semantic.breakdown.answer import answer_breakdown
from semantic.breakdown.figure import Figure
from semantic.breakdown.parts import Cell, Period, Row, rows_of
from semantic.breakdown_query import Breakdown, bare
from semantic.errors import ServiceError
from semantic.pipeline import answer
from semantic.predicate import Asked
from semantic.query import Query
from semantic.result import collect
from tests.worlds import service, world

DIREKTION = Principal("direktion", ("direktion",))
RATIO = Figure("x", "n", "d", 100, True, 1, 0, 0, "pct")
SUM = Figure("x", "x", None, 1, True, 0, 0, 0, None)
Rows = list[dict[str, object]]


def asked(name: str, one: Breakdown) -> Rows:
    found = collect(answer_breakdown(one, DIREKTION, service(name)))
    names = [bare(column) for column in found.columns]
    return [dict(zip(names, row.values(), strict=True)) for row in found.table.to_pylist()]


def period(dice: Random, figure: Figure) -> Period:
    """Some parts, of which others are there in each period, and the whole that they come to."""
    parts: dict[tuple[str | None, ...], Cell] = {}
    for name in "abcdef":
        if dice.random() < 0.7:
            above, below = Fraction(dice.randint(0, 9)), Fraction(dice.randint(1, 9))
            value = above * figure.scale / below if figure.below else above
            parts[name,] = Cell(value, above, below if figure.below else None, "normal")
    above = sum((one.above or Fraction(0) for one in parts.values()), Fraction(0))
    below = sum((one.below or Fraction(0) for one in parts.values()), Fraction(0))
    value = above * figure.scale / below if below else above if not figure.below else None
    return Period(parts, Cell(value, above, below if figure.below else None, "normal"))


def total(rows: list[Row], column: str) -> Fraction:
    return sum((one for row in rows[:-1] if isinstance(one := row[column], Fraction)), Fraction(0))


@pytest.mark.parametrize("figure", [RATIO, SUM], ids=["ratio", "sum"])
def test_contributions_add_up_to_level_and_change(figure: Figure) -> None:
    dice = Random(20261130)
    tried = 0
    for _ in range(300):
        now, before = period(dice, figure), period(dice, figure)
        if not now.parts or not before.parts:
            continue
        rows = list(rows_of(figure, now, before))
        whole = rows[-1]
        assert total(rows, "bidrag") == whole["bidrag"] == whole["vaerdi"]
        assert total(rows, "bidrag_aendring") == whole["bidrag_aendring"] == whole["aendring"]
        assert (whole["rest"], whole["forklaring"]) == (0, "gaar_op")
        tried += 1
    assert tried > 200


def test_what_is_computed_from_a_hidden_part_is_hidden() -> None:
    shown, held = Cell(Fraction(4), Fraction(4), None, "normal"), Cell(None, None, None, "diskretioneret", True)
    now = Period({("a",): shown, ("b",): held}, Cell(Fraction(9), Fraction(9), None, "normal"))
    before = Period({("a",): shown, ("b",): shown}, Cell(Fraction(8), Fraction(8), None, "normal"))
    first, second, whole = rows_of(SUM, now, before)
    assert (first["bidrag"], first["bidrag_aendring"]) == (4, 0)
    assert [second[name] for name in ("vaerdi", "bidrag", "andel_pct", "aendring", "bidrag_aendring")] == [None] * 5
    assert [whole[name] for name in ("bidrag", "andel_pct", "bidrag_aendring", "rest")] == [None] * 4
    assert (whole["vaerdi"], whole["aendring"], whole["forklaring"]) == (9, 1, "diskretioneret")


@pytest.mark.parametrize(
    ("figure", "nothing"),
    [(RATIO, Cell(None, Fraction(7), Fraction(0), "nul_naevner")), (SUM, Cell())],
    ids=["over nobody", "no rows"],
)
def test_a_whole_without_a_value_has_no_contributions_and_says_so(figure: Figure, nothing: Cell) -> None:
    """What is not known yet is no fall to nothing, and nothing adds up to it."""
    known = Cell(Fraction(200), Fraction(4), Fraction(2), "normal") if figure.below else Cell(Fraction(4), Fraction(4))
    full, empty = Period({("a",): known}, known), Period({}, nothing)
    for now, before in ((empty, full), (full, empty), (empty, None)):
        *parts, whole = rows_of(figure, now, before)
        assert {row["bidrag_aendring"] for row in (*parts, whole)} == {None}
        assert (whole["bidrag"], whole["rest"]) == ((None, None) if now is empty else (whole["vaerdi"], 0))
        assert {row["bidrag"] for row in parts} <= {whole["bidrag"]}
        assert whole["forklaring"] == "intet_tal"


def test_accounts_that_have_not_come_yet_are_no_fall() -> None:
    """By hand: 2024 has accounts of every kommune, 2025 of none."""
    years = "select year(maaned), count(distinct kommunekode) from kontoregnskab where year(maaned) > 2023 group by 1"
    assert world("demo").oracle(years)[1] == [(2024, 98)]
    one = Breakdown("kontoregnskab.saldo", ("kontoregnskab.kommune",), "kontoregnskab.maaned", "2025", "2024")
    rows = asked("demo", one)
    assert len(rows) == 99
    assert {row[name] for row in rows for name in ("vaerdi", "bidrag", "aendring", "bidrag_aendring")} == {None}
    assert (rows[-1]["status"], rows[-1]["forklaring"]) == ("mangler", "intet_tal")


def test_a_ratio_is_what_its_parts_have_over_what_the_whole_has() -> None:
    """By hand: of 2024's 9 decisions with a unit 6 were in time, of 2023's 2 one; of unit 1's 2 of 3, and 1 of 2."""
    by = Breakdown("afgoerelse.andel", ("afgoerelse.enhedsnr",), "afgoerelse.dag", "2024", "2023",
                   Asked("afgoerelse.enhedsnr", "set", ()))  # fmt: skip
    rows = asked("maal", by)
    found = [[row[name] for name in ("medlem", "taeller", "naevner", "bidrag", "andel_pct", "bidrag_aendring")]
             for row in rows]  # fmt: skip
    assert found == [
        ["2", 3, 3, Decimal("33.3"), Decimal("50.0"), Decimal("33.3")],
        ["1", 2, 3, Decimal("22.2"), Decimal("33.3"), Decimal("-27.8")],
        ["3", 1, 3, Decimal("11.1"), Decimal("16.7"), Decimal("11.1")],
        [None, 6, 9, Decimal("66.7"), Decimal("100.0"), Decimal("16.7")],
    ]
    assert (rows[-1]["aendring"], rows[-1]["forklaring"]) == (Decimal("16.7"), "gaar_op")


def test_what_is_below_the_line_may_know_nothing_of_the_parts() -> None:
    """Every funktion is over all inhabitants, whether it is what is divided by or filtered by."""
    sql = "select funktion, sum(udgift_kr) from regnskab where aar = 2024 group by funktion"
    [(people,)] = world("demo").oracle("select sum(folketal) from indbyggere where aar = 2024")[1]
    rows = asked("demo", Breakdown("regnskab.udgift_pr_indbygger", ("regnskab.funktion",), "regnskab.aar", "2024"))
    expected = {name: round(Fraction(amount) / Fraction(people), 1) for name, amount in world("demo").oracle(sql)[1]}
    assert {row["medlem"]: Fraction(row["bidrag"]) for row in rows[:-1]} == expected
    assert {row["naevner"] for row in rows} == {people}
    assert rows[-1]["forklaring"] == "gaar_op"
    one = Breakdown("regnskab.udgift_pr_indbygger", ("regnskab.region",), "regnskab.aar", "2024", "2023",
                    Asked("regnskab.funktion", "equals", ("6.45.51",)))  # fmt: skip
    whole = asked("demo", one)[-1]
    assert (whole["vaerdi"], whole["foer"], whole["rest"]) == (Decimal("3092.7"), Decimal("2965.4"), 0)


@pytest.mark.parametrize("by", ["region", "maaned.month"])
def test_what_is_below_the_line_may_know_nothing_of_the_period(by: str) -> None:
    """Of March, over the children of the year: the range is to the breakdown what a filter is."""
    view = "doegninstitutioner"
    sql = """select sum(udgift_kr) from anbringelsesudgift
        where anbringelsessted = 'døgninstitution' and maaned = date '2024-03-01'"""
    [(paid,)] = world("demo").oracle(sql)[1]
    young = "aar = 2024 and aldersgruppe in ('0-5', '6-16', '17-22')"
    [(children,)] = world("demo").oracle(f"select sum(personer) from folketal_alder where {young}")[1]
    year, march = Asked(f"{view}.aar", "equals", ("2024",)), Asked(f"{view}.maaned", "equals", ("2024-03-01",))
    one = Breakdown(f"{view}.udgift_pr_0_22_aarig", (f"{view}.{by}",), f"{view}.maaned", "2024-03", None, year)
    *parts, whole = asked("demo", one)
    assert whole["vaerdi"] == whole["bidrag"] == round(Decimal(paid) / Decimal(children), 1)
    assert (whole["naevner"], whole["rest"], whole["forklaring"]) == (children, 0, "gaar_op")
    assert len(parts) == (5 if by == "region" else 1)
    filtered = replace(one, time=f"{view}.aar", period="2024", where=march)
    assert asked("demo", filtered) == [*parts, whole]


def test_who_is_in_several_parts_is_told_by_the_rest() -> None:
    rows = asked("demo", Breakdown("ydelse.antal_borgere", ("ydelse.lov",), "ydelse.start", "2024"))
    [(persons,)] = world("demo").oracle("select count(distinct borger_id) from ydelse where year(start) = 2024")[1]
    both = sum(int(str(row["bidrag"])) for row in rows[:-1])
    assert (rows[-1]["vaerdi"], rows[-1]["bidrag"], rows[-1]["rest"]) == (persons, both, persons - both)
    assert persons < both
    assert rows[-1]["forklaring"] == "overlap"


def test_different_values_are_counted_as_persons_are() -> None:
    rows = asked("maal", Breakdown("afgoerelse.borger__count_distinct", ("afgoerelse.paragraf",)))
    assert (rows[-1]["vaerdi"], rows[-1]["bidrag"], rows[-1]["forklaring"]) == (8, 10, "overlap")


def test_an_average_has_no_contributions_and_says_so() -> None:
    rows = asked(
        "demo", Breakdown("afgoerelse.sagsbehandlingstid", ("afgoerelse.enhed",), "afgoerelse.modtaget", "2024")
    )
    assert {row["bidrag"] for row in rows} == {None}
    assert all(row["vaerdi"] is not None for row in rows)
    assert rows[-1]["forklaring"] == "ikke_opdelelig"


FOLLOWED = """
    select a.enhed, count(*) filter (exists (select 1 from boligforloeb b where b.borger_id = a.borger_id
            and b.boligtype = 'egen bolig' and b.start <= a.start + interval 1 year
            and coalesce(b.slut, date '9999-01-01') > a.start + interval 1 year)), count(*)
    from boligforloeb a where a.boligtype = 'egen bolig' and year(a.start) = 2023 group by 1
"""


def test_a_share_of_those_who_are_followed_is_those_with_the_event_over_those_followed() -> None:
    """By hand, of who got a home of their own in 2023: who has one a year later."""
    by_unit = {unit: (had, followed) for unit, had, followed in world("demo").oracle(FOLLOWED)[1] if followed}
    had, followed = (sum(one[place] for one in by_unit.values()) for place in (0, 1))
    share = "bolig.fortsat_egen_bolig_1_aar"
    *parts, whole = asked("demo", Breakdown(share, ("bolig.enhed",), "bolig.start", "2023"))
    assert {row["medlem"]: (row["taeller"], row["naevner"]) for row in parts if row["naevner"]} == by_unit
    assert {row["medlem"]: row["bidrag"] for row in parts if row["naevner"]} == {
        unit: round(Decimal(100 * one) / followed, 1) for unit, (one, _) in by_unit.items()
    }
    assert (whole["taeller"], whole["naevner"], whole["rest"], whole["forklaring"]) == (had, followed, 0, "gaar_op")
    assert whole["vaerdi"] == whole["bidrag"] == round(Decimal(100 * had) / followed, 1)
    assert len(by_unit) == 3


@pytest.mark.parametrize(
    ("measure", "by", "time"),
    [
        ("sagsbeholdning.sager", "sagsbeholdning.optalt.month", "sagsbeholdning.optalt"),
        ("sagsbeholdning.andel_paa_venteliste", "sagsbeholdning.optalt.quarter", "sagsbeholdning.optalt"),
        ("ydelser.aktive_ydelser", "ydelser.periode.month", "ydelser.periode"),
        ("ydelser.aktive_borgere", "ydelser.periode.month", "ydelser.periode"),
    ],
)
def test_what_is_there_at_a_time_is_no_sum_over_time(measure: str, by: str, time: str) -> None:
    *parts, whole = asked("demo", Breakdown(measure, (by,), time, "2024"))
    assert len(parts) >= 4
    assert all(row["vaerdi"] is not None for row in (*parts, whole))
    assert {row["bidrag"] for row in (*parts, whole)} == {None}
    assert whole["forklaring"] == "ikke_opdelelig"


@pytest.mark.parametrize(
    ("measure", "by", "time"),
    [
        ("sagsbeholdning.sager", "sagsbeholdning.enhed", "sagsbeholdning.optalt"),
        ("ydelser.aktive_ydelser", "ydelser.start.year", "ydelser.periode"),
        ("ydelser.nye_ydelser", "ydelser.periode.month", "ydelser.periode"),
        ("ydelser.doegn", "ydelser.periode.month", "ydelser.periode"),
    ],
)
def test_what_is_there_at_a_time_adds_up_by_units_and_what_happens_in_it_by_time(
    measure: str, by: str, time: str
) -> None:
    *parts, whole = asked("demo", Breakdown(measure, (by,), time, "2024"))
    assert sum((Decimal(str(row["bidrag"])) for row in parts), Decimal(0)) == whole["vaerdi"] != 0
    assert whole["forklaring"] == "gaar_op"


def test_down_a_hierarchy_and_over_time() -> None:
    down = asked("demo", Breakdown("beholdning.sager", ("beholdning.ansvar",), "beholdning.optalt", "2024"))
    levels = asked("demo", Breakdown("beholdning.sager", ("beholdning.enhed", "beholdning.sagstype"),
                                     "beholdning.optalt", "2024"))  # fmt: skip
    assert down == levels
    assert str(down[0]["medlem"]).count(" / ") == 1
    over = asked("maal", Breakdown("afgoerelse.antal", ("afgoerelse.dag.quarter",), "afgoerelse.dag", "2024"))
    assert {row["medlem"]: row["bidrag"] for row in over[:-1]} == {
        "2024-01-01": 7, "2024-04-01": 2, "2024-10-01": 1}  # fmt: skip


@pytest.mark.parametrize(
    ("one", "code"),
    [
        (Breakdown("", ("afgoerelse.enhedsnr",)), "R215"),
        (Breakdown("afgoerelse.andel", ()), "R215"),
        (Breakdown("afgoerelse.andelen", ("afgoerelse.enhedsnr",)), "R202"),
        (Breakdown("afgoerelse.center", ("afgoerelse.enhedsnr",)), "R203"),
        (Breakdown("afgoerelse.andel", ("afgoerelse.enheden",)), "R202"),
        (Breakdown("afgoerelse.andel", ("afgoerelse.enhedsnr",), "afgoerelse.dag", None, "2023"), "R210"),
        (Breakdown("afgoerelse.andel", ("afgoerelse.enhedsnr",), None, "2024"), "R210"),
        (Breakdown("afgoerelse.andel__maal", ("afgoerelse.enhedsnr",), "afgoerelse.dag", "2024"), "U420"),
        # parts that are left out by what they are would be told as nothing, and the others as the whole
        (
            Breakdown("afgoerelse.antal", ("afgoerelse.enhedsnr",), where=Asked("afgoerelse.antal", "gt", ("2",))),
            "U402",
        ),
        (
            Breakdown(
                "afgoerelse.antal",
                ("afgoerelse.enhedsnr",),
                where=Asked("afgoerelse.borger__count_distinct", "gt", ("2",)),
            ),
            "U402",
        ),
        (
            Breakdown("afgoerelse.antal", ("afgoerelse.enhedsnr",), where=Asked("afgoerelse.antallet", "gt", ("2",))),
            "R202",
        ),
    ],
)
def test_what_cannot_be_broken_down_is_refused_and_recorded_once(one: Breakdown, code: str) -> None:
    heard: list[Recording] = []

    class Listening:
        def opened(self, record: Recording) -> Any:
            heard.append(record)
            return SILENT.opened(record)

    with pytest.raises(ServiceError) as refused:
        answer_breakdown(one, DIREKTION, replace(service("maal"), auditor=Listening()))
    assert refused.value.problems[0].code == code
    assert [record.codes for record in heard] == [(code,)]


@pytest.mark.parametrize(
    "name", ["afgoerelse.antal", "afgoerelse.dag.fortnight", "afgoerelse.enhedsnr.", "afgoerelse.x"]
)
def test_what_is_no_dimension_is_told_once(name: str) -> None:
    """And not again of the subtotal, which nobody asked for."""
    with pytest.raises(ServiceError) as refused:
        asked("maal", Breakdown("afgoerelse.antal", (name,)))
    assert len(refused.value.problems) == 1


def test_what_is_of_the_whole_group_has_no_contributions() -> None:
    """The country's amount stands beside each region, and is no sum of theirs."""
    *parts, whole = asked("demo", Breakdown("kommunetal.udgift_kr_landet", ("kommunetal.region",)))
    assert len(parts) == 5
    assert {row["vaerdi"] for row in parts} == {whole["vaerdi"]}
    assert {row["bidrag"] for row in (*parts, whole)} == {None}
    assert whole["forklaring"] == "ikke_opdelelig"


def test_rows_that_are_divided_by_shares_keep_their_decimals() -> None:
    """As where the same is asked without a breakdown."""
    center = "ydelser.ansvarlig_2026_center"
    rows = asked("demo", Breakdown("ydelser.antal_ydelser", (center,)))
    query = Query(measures=("ydelser.antal_ydelser",), dimensions=(center,))
    alone = collect(answer(query, DIREKTION, service("demo"))).table.to_pylist()
    assert {row["medlem"]: row["vaerdi"] for row in rows[:-1]} == {
        row[center]: row["ydelser.antal_ydelser"] for row in alone
    }
    assert any(row["bidrag"] != int(str(row["bidrag"]).partition(".")[0]) for row in rows)
