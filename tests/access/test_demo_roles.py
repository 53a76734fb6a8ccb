"""The shipped roles over the demo's data: what is restricted is restricted in totals that never name it.

Every figure is compared with SQL written by hand over the rows that the role's purpose says, not over the policies.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from typing import Any

import pytest

from semantic.access.link import load_policies
from semantic.access.principal import OPERATOR, Principal
from semantic.limits import Limits
from semantic.pipeline import Service
from server.authenticate import read_demo_principals
from tests.access.ask import Said, said
from tests.access.employees import ANSAETTELSE, FRAVAER, HAENDELSE, OF_EMPLOYEES
from tests.access.services import OF_CHILDREN, OF_SERVICES
from tests.worlds import PROJECT, service, world

DAY = "DATE '2025-09-30'"  # the last complete load of the synthetic administration
BELOW = "'{unit}' IN (o.forvaltning_id, o.center_id, o.enhed_kode, o.team_id)"
UNDER = (
    "EXISTS (FROM organisation AS o WHERE o.enhed_id = r.enhed AND o.gyldig_fra <= {day}"
    f" AND (o.gyldig_til IS NULL OR o.gyldig_til > {{day}}) AND {BELOW})"
)
CASES = {  # which rows of a table, by the column of its day
    "centerchef_voksne": UNDER.format(unit="CE", day=DAY),
    "enhedsleder": UNDER.format(unit="E05", day="r.{day}"),
    "sagsbehandler": "r.sagsbehandler = 'SB0511'",
}
COUNT = "count(*), 1, 0"
YEAR = ["2025-01-01", "2025-12-31"]  # for what is of a period
ACTIVE = f"CASE WHEN start <= {DAY} AND (slut IS NULL OR slut > {DAY}) THEN"
IN_YEAR = (
    "greatest(0, least(coalesce(slut, DATE '2026-01-01'), DATE '2026-01-01') - greatest(start, DATE '2025-01-01'))"
)
SO_FAR = "greatest(0, least(coalesce(slut, DATE '2025-10-01'), DATE '2025-10-01') - greatest(start, DATE '2025-01-01'))"
STILL = "(slut IS NULL OR slut > DATE '{year}-09-30')"
THERE = f"count({{what}} CASE WHEN start <= DATE '{{year}}-09-30' AND {STILL} THEN {{of}} END)"
BEGUN = "count({what} CASE WHEN start BETWEEN DATE '{year}-01-01' AND DATE '{year}-09-30' THEN {of} END)"
GONE = BEGUN.replace("start", "slut")
LONG = f"sum(CASE WHEN slut <= {DAY} THEN slut - start END)"
OVER = f"count(CASE WHEN slut <= {DAY} THEN 1 END)"


def compared(name: str, count: str, of: str = "1", to_date: bool = False) -> dict[str, str]:
    """What `time_calculations` make of a count: that of this year's days, and that of last year's."""
    what = "" if of == "1" else "DISTINCT"
    now, then = (count.format(year=year, what=what, of=of) for year in (2025, 2024))
    found = {"aatd": f"{now}, 1, 0", "aatd_sidste_aar": f"{then}, 1, 0"} if to_date else {}
    found |= {"sidste_aar": f"{then}, 1, 0", "aendring": f"{now} - {then}, 1, 0"}
    return {
        f"{name}__{key}": sql for key, sql in {**found, "aendring_pct": f"100 * ({now} - {then}), {then}, 1"}.items()
    }


# Each measure as (above, below, decimals): its value is the one over the other.
ELSEWHERE = f"count(DISTINCT {ACTIVE} borger_id END) FILTER (betalingskommune <> handlekommune)"
YDELSE = {
    "antal_ydelser": COUNT,
    "antal_forloeb": "count(DISTINCT forloeb_id), 1, 0",
    "antal_borgere": "count(DISTINCT borger_id), 1, 0",
    "antal_uden_slutdato": "count(*) - count(slut), 1, 0",
    "antal_uden_enhed": "count(*) - count(enhed), 1, 0",
    "dagsats_gennemsnit": "sum(beloeb_pr_dag), count(beloeb_pr_dag), 2",
    "aktive_ydelser": f"count({ACTIVE} 1 END), 1, 0",
    "aktive_borgere": f"count(DISTINCT {ACTIVE} borger_id END), 1, 0",
    "udenbys_borgere": f"{ELSEWHERE}, 1, 0",
    "borgere_i_byen": f"count(DISTINCT {ACTIVE} borger_id END) FILTER (borger_id IN"
    " (SELECT borger_id FROM bopael WHERE NOT adressebeskyttelse)), 1, 0",
    "udenbys_andel": f"100 * {ELSEWHERE}, count(DISTINCT {ACTIVE} borger_id END), 1",
    "nye_ydelser": f"count(CASE WHEN start <= {DAY} THEN 1 END), 1, 0",
    "afsluttede_ydelser": f"count(CASE WHEN slut <= {DAY} THEN 1 END), 1, 0",
    "doegn": f"sum({IN_YEAR}), 1, 0",
    "helaarsmodtagere": f"sum({IN_YEAR}), 365, 2",
    "disponeret_udgift": f"sum({IN_YEAR} * beloeb_pr_dag), 1, 0",
    **compared("aktive_ydelser", THERE),
    **compared("aktive_borgere", THERE, of="borger_id"),
    **compared("nye_ydelser", BEGUN, to_date=True),
    **compared("afsluttede_ydelser", GONE, to_date=True),
    **compared("antal_borgere", BEGUN, of="borger_id", to_date=True),
}
AFGOERELSE = {
    "antal_sager": COUNT,
    "antal_sager__aatd": "count(CASE WHEN modtaget BETWEEN '2025-01-01' AND '2025-09-30' THEN 1 END), 1, 0",
    "antal_sager__aatd_sidste_aar": "count(CASE WHEN modtaget BETWEEN '2024-01-01' AND '2024-09-30' THEN 1 END), 1, 0",
    "antal_sager__rullende_12m": "count(CASE WHEN modtaget BETWEEN '2024-10-01' AND '2025-09-30' THEN 1 END), 1, 0",
    "antal_afgoerelser": "count(afgjort), 1, 0",
    "antal_afgoerelser__aatd": "count(afgjort) FILTER (modtaget BETWEEN '2025-01-01' AND '2025-09-30'), 1, 0",
    "antal_afgoerelser__aatd_sidste_aar": "count(afgjort)"
    " FILTER (modtaget BETWEEN '2024-01-01' AND '2024-09-30'), 1, 0",
    "antal_borgere": "count(DISTINCT borger_id), 1, 0",
    "antal_med_frist": "count(CASE WHEN frist IS NOT NULL THEN afgjort END), 1, 0",
    "antal_inden_frist": "sum(CASE WHEN afgjort <= frist THEN 1 ELSE 0 END), 1, 0",
    "fristoverholdelse": "100 * sum(CASE WHEN afgjort <= frist THEN 1 ELSE 0 END),"
    " count(CASE WHEN frist IS NOT NULL THEN afgjort END), 1",
    "antal_uden_frist": "count(afgjort) - count(CASE WHEN frist IS NOT NULL THEN afgjort END), 1, 0",
    "andel_uden_frist": "100 * count(afgjort) FILTER (frist IS NULL), count(afgjort), 1",
    "bevillinger_uden_opstartsdato": "count(ydelse_id) - count(opstart), 1, 0",
    "antal_i_fremtiden": f"count(*) FILTER (afgjort > {DAY}), 1, 0",
    "sagsbehandlingstid": "sum(afgjort - modtaget), count(afgjort), 1",
}
OPHOLD = {
    "antal_ophold": COUNT,
    "antal_borgere": "count(DISTINCT borger_id), 1, 0",
    "antal_uden_slutdato": "count(*) - count(slut), 1, 0",
    "dagsats_gennemsnit": "sum(beloeb_pr_dag), count(beloeb_pr_dag), 2",
    "aktive_ophold": f"count({ACTIVE} 1 END), 1, 0",
    "aktive_borgere": f"count(DISTINCT {ACTIVE} borger_id END), 1, 0",
    "nye_ophold": f"count(CASE WHEN start <= {DAY} THEN 1 END), 1, 0",
    "afsluttede_ophold": f"{OVER}, 1, 0",
    "doegn": f"sum({SO_FAR}), 1, 0",
    "disponerede_doegn": f"sum({IN_YEAR}), 1, 0",
    "helaarspladser": f"sum({SO_FAR}), 365, 2",
    "udgift_disponeret": f"sum({IN_YEAR} * beloeb_pr_dag), 1, 0",
    "doegn_afsluttede": f"{LONG}, 1, 0",
    "opholdslaengde": f"{LONG}, {OVER}, 1",
    "borgere_herberg_krisecenter": f"count(DISTINCT {ACTIVE} borger_id END) FILTER (tilbud_id IN"
    " (SELECT tilbud_id FROM tilbud WHERE paragraf IN ('109', '110'))), 1, 0",
}
RUSMIDDELFORLOEB = {
    "antal_forloeb": COUNT,
    "antal_borgere": "count(DISTINCT borger_id), 1, 0",
    "antal_afsluttede": "count(slut), 1, 0",
    "antal_fuldfoerte": "count(nullif(afslutningsaarsag = 'fuldført', false)), 1, 0",
    "fuldfoerelse": "100 * count(nullif(afslutningsaarsag = 'fuldført', false)), count(slut), 1",
    "aktive": f"count({ACTIVE} 1 END), 1, 0",
    "nye": f"count(CASE WHEN start <= {DAY} THEN 1 END), 1, 0",
    "afsluttede": f"{OVER}, 1, 0",
    "doegn_afsluttede": f"{LONG}, 1, 0",
    "behandlingslaengde": f"{LONG}, {OVER}, 1",
}
BOLIGFORLOEB = {
    "antal_boligforloeb": COUNT,
    "antal_borgere": "count(DISTINCT borger_id), 1, 0",
    "aktive": f"count({ACTIVE} 1 END), 1, 0",
}
OVERGANG = {"antal_overgange": COUNT, "antal_med_boernesag": "count(nullif(havde_boernesag, false)), 1, 0"}
UDBETALING = {"antal": COUNT, "beloeb": "sum(beloeb), 1, 2", "antal_modtagere": "count(DISTINCT borger_id), 1, 0"}
SYSTEMKONTROL = {
    "antal_kontrolleret": COUNT,
    "kun_i_foerste": "count(*) - count(beloeb_2), 1, 0",
    "kun_i_andet": "count(*) - count(beloeb_1), 1, 0",
    "mere_i_foerste": "count(nullif(beloeb_1 > beloeb_2, false)), 1, 0",
    "mere_i_andet": "count(nullif(beloeb_1 < beloeb_2, false)), 1, 0",
    "antal_ens": "count(nullif(beloeb_1 = beloeb_2, false)), 1, 0",
    "andel_ens": "100 * count(nullif(beloeb_1 = beloeb_2, false)), count(*), 1",
    "beloeb_kun_i_andet": "sum(CASE WHEN beloeb_1 IS NULL THEN beloeb_2 END), 1, 2",
}
BORGER = {"antal_borgere": COUNT}
# Of no role here: a year's cost is of all enheder together, and the other is the direktion's alone.
ENKELTSAG = dict.fromkeys(
    ("antal", "udgift", "sager_uden_graense", "kendte_dyre_sager", "dyre_sager", "dyre_sager_over_alder",
     "refusion_beregnet", "refusion", "refusionsandel"), COUNT,
)  # fmt: skip
ANSATMAANED = dict.fromkeys(
    ("ansatte", "ansatte_med_sygefravaer", "ansatte_uden_sygefravaer", "andel_uden_sygefravaer", "ansaettelsesdage",
     "sygedage", "sygedage__aatd", "sygedage__aatd_sidste_aar", "sygedage__sidste_aar", "sygedage__prognose"), COUNT,
)  # fmt: skip
MEASURES = {
    "ydelse": YDELSE,
    "afgoerelse": AFGOERELSE,
    "ophold": OPHOLD,
    "rusmiddelforloeb": RUSMIDDELFORLOEB,
    "boligforloeb": BOLIGFORLOEB,
    "overgang": OVERGANG,
    "udbetaling": UDBETALING,
    "systemkontrol": SYSTEMKONTROL,
    "borger": BORGER,
    "ansaettelse": ANSAETTELSE,
    "fravaer": FRAVAER,
    "haendelse": HAENDELSE,
    **OF_SERVICES,
    "enkeltsag": ENKELTSAG,
    "ansatmaaned": ANSATMAANED,
}
# What is wrong of a part: followed through the cases of others, or over everybody's places.
COHORTS = (
    "rusmiddelforloeb.tilbagefald_1_aar", "rusmiddelforloeb.tilbagefald_3_aar", "boligforloeb.herberg_til_107",
    "boligforloeb.herberg_til_egen_bolig", "boligforloeb.fra_107_til_egen_bolig",
    "boligforloeb.fortsat_egen_bolig_1_aar", "overgang.voksensag_4_aar", "haendelse.langt_sygefravaer",
)  # fmt: skip
COUNTS = ("", "__fulgt", "__haendelse", "__censureret")
OF_INSTITUTIONS = {"": "A306", "_afvigelse": "A306", "_afvigelse_pct": "A306", "_antal": "A306", "_medlemmer": "A302",
                   "_daekning": "A302"}  # fmt: skip
PLACES = {
    "fravaer.sygefravaersprocent__udfoerende_rang"
}  # of units beside each other: tests/interfaces/test_institutions.py
OF_A_PART = (
    {"ophold.belaegning": "R202"}
    | {f"fravaer.sygefravaersprocent__udfoerende{kind}": code for kind, code in OF_INSTITUTIONS.items()}
    | {f"{name}{count}": "A306" for name in COHORTS for count in COUNTS}
)
DAYS = {
    "overgang": "fylder_18",
    **dict.fromkeys(("udbetaling", "magtanvendelse", "systemkontrol", "skolegang", "stoetteaktivitet"), "dag"),
    **dict.fromkeys(("afgoerelse", "klage", "underretning"), "modtaget"),
}
# What the last complete load left of the payments, and who is granted none of them.
IN_FORCE = """(SELECT * FROM udbetaling u WHERE indlaesning < 8 AND NOT annulleret AND NOT EXISTS (
    SELECT 1 FROM udbetaling v WHERE v.udbetaling_id = u.udbetaling_id AND v.indlaesning = 7 AND u.indlaesning = 6))"""
OF_THE_DIREKTION = ("enkeltsag", "ansatmaaned")
NOT_GRANTED = {("sagsbehandler", cube) for cube in ("udbetaling", "systemkontrol", *OF_EMPLOYEES)}
NOT_GRANTED |= {(role, cube) for role in CASES for cube in OF_THE_DIREKTION}
OF_ROLES = [(role, cube) for role in sorted(CASES) for cube in MEASURES if (role, cube) not in NOT_GRANTED]
# Of a unit and a year: what each role sees of them is in the policies' own cases.
TARGETS = {f"afgoerelse.fristoverholdelse__maal{kind}" for kind in ("", "_afvigelse", "_afvigelse_pct", "_status")}


def table_of(name: str, role: str) -> str:
    """The rows of the table that the role may read, as a FROM clause."""
    if name in OF_EMPLOYEES:
        unit = {"centerchef_voksne": "CE", "enhedsleder": "E05"}[role]
        return f"{name} AS r WHERE {UNDER.format(unit=unit, day=DAY)}"
    if name != "borger":
        return f"{every_row(name)} AS r WHERE {CASES[role].format(day=DAYS.get(name, 'start'))}"
    cases = (
        f"borger_id IN (SELECT borger_id FROM {table_of(case, role)})"
        for case in MEASURES
        if case not in ("borger", "udbetaling", "systemkontrol", *OF_THE_DIREKTION, *OF_EMPLOYEES, *OF_SERVICES)
    )
    return f"borger AS b WHERE {' OR '.join(cases)}"


def every_row(name: str) -> str:
    return IN_FORCE if name == "udbetaling" else name


@cache
def served() -> Service:
    generation = service("demo").generation
    return Service(generation, load_policies(PROJECT / "access_policies", generation.model), Limits(threads=1))


@cache
def principal(name: str) -> Principal:
    return next(one for one in read_demo_principals(PROJECT / "access_policies") if one.subject == name)


def asked(name: str, *measures: str, **query: Any) -> Said:
    return said({"measures": list(measures), **query}, principal(name), served())


def quotient(above: Any, below: Any, decimals: int) -> Decimal | None:
    if above is None or not below:
        return None
    return (Decimal(above) / Decimal(below)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def by_hand(what: str, rows: str) -> Decimal | None:
    return quotient(*world("demo").oracle(f"SELECT {what} FROM {rows}")[1][0])


def figures() -> Iterator[tuple[str, str, str, str]]:
    for role, cube in OF_ROLES:
        yield from ((role, cube, name, what) for name, what in MEASURES[cube].items())


def test_no_measure_of_persons_is_left_out() -> None:
    model = served().generation.model
    for name, measures in MEASURES.items():
        withheld = {full.partition(".")[2] for full in (*OF_A_PART, *TARGETS, *PLACES) if full.startswith(f"{name}.")}
        assert set(measures) | withheld == set(model.cubes[name].measures)
    # Of where citizens live there is none, and nobody asks it by itself.
    assert {name for name, cube in model.cubes.items() if cube.person_key} == {*MEASURES, "bopael"}


def period_of(cube: str, measure: str, what: str) -> dict[str, Any]:
    """The year, for what has no value without a period: days of it, and what is compared with last year's."""
    if cube in OF_EMPLOYEES and "__" in measure:  # of the year, or the 12 months, up to the as-of day
        return {}
    if cube in OF_EMPLOYEES and "2025-01-01" in what:
        return {"timeDimensions": [{"dimension": f"{cube}.periode", "dateRange": YEAR}]}
    if cube in OF_SERVICES and measure.partition("__")[2] in ("sidste_aar", "aendring", "aendring_pct"):
        return {"timeDimensions": [{"dimension": f"{cube}.periode", "dateRange": YEAR}]}
    is_compared = cube == "ydelse" and "__" in measure
    if not is_compared and not any(days in what for days in (IN_YEAR, SO_FAR)):
        return {}
    day = "start" if is_compared and measure.startswith("antal_") else "periode"
    return {"timeDimensions": [{"dimension": f"{cube}.{day}", "dateRange": YEAR}]}


@pytest.mark.parametrize("role", sorted(CASES))
@pytest.mark.parametrize("measure", OF_A_PART)
def test_what_would_be_wrong_of_a_part_is_withheld(role: str, measure: str) -> None:
    hidden = (role, measure.partition(".")[0]) in NOT_GRANTED
    assert asked(role, measure).code == ("R201" if hidden else OF_A_PART[measure])
    assert not said({"measures": [measure]}, principal("direktion"), served()).problems


@pytest.mark.parametrize(("role", "cube", "measure", "what"), list(figures()))
def test_a_total_is_of_the_own_rows(role: str, cube: str, measure: str, what: str) -> None:
    own, every = (
        what.replace("{employed}", rows)
        for rows in (table_of("ansaettelse", role) if cube in OF_EMPLOYEES else "", "ansaettelse")
    )
    expected = by_hand(own, table_of(cube, role))
    assert expected != by_hand(every, f"{every_row(cube)} AS r") or measure == "antal_uden_enhed"
    found = asked(role, f"{cube}.{measure}", **period_of(cube, measure, what))
    assert [quotient(value, 1, 9) for row in found.rows for value in row] == [quotient(expected, 1, 9)], found.problems


def test_spells_are_not_shown_where_small_cells_are_hidden() -> None:
    """Nobody counts the persons behind a cell that is swept up from many days."""
    year = [{"dimension": "ydelse.periode", "dateRange": YEAR}]
    for measure in ("aktive_ydelser", "aktive_borgere", "doegn", "nye_ydelser__aatd", "aktive_ydelser__aendring"):
        assert asked("konsulent", f"ydelse.{measure}", timeDimensions=year).code == "A308"
    for measure in COHORTS:
        assert asked("konsulent", measure).code == ("R201" if measure.startswith("haendelse.") else "A308")


def test_the_roles_have_rows_and_not_all_of_them() -> None:
    for role, cube in OF_ROLES:
        own, every = (by_hand(COUNT, rows) for rows in (table_of(cube, role), every_row(cube)))
        assert (own or 0) < (every or 0)
        # Of the children's enheder, and none of these is one; of tilbud that Enhed 5 does not run; and of few.
        assert (
            own or cube in ("overgang", "magtanvendelse", *OF_CHILDREN) or (role, cube) == ("enhedsleder", "haendelse")
        )


def test_what_is_not_granted_is_hidden() -> None:
    for role, cube in sorted(NOT_GRANTED):
        assert asked(role, f"{cube}.{next(iter(MEASURES[cube]))}").code == "R201"


@pytest.mark.parametrize(("role", "cube"), OF_ROLES)
def test_no_dimension_adds_rows(role: str, cube: str) -> None:
    """By each dimension of the model in turn: of the own rows each once, or a refusal."""
    measure = next(iter(MEASURES[cube]))
    total = int(by_hand(COUNT, table_of(cube, role)) or 0)
    grouped = 0
    for view in served().visible(principal(role)).views.values():
        for name, entry in view.members.items():
            if not hasattr(entry.member, "kind") or not hasattr(entry.member, "switch"):
                continue
            found = asked(role, f"{cube}.{measure}", dimensions=[f"{view.name}.{name}"])
            if found.problems:
                assert found.code[0] in "RUA", found
                continue
            grouped += 1
            counts = [row[-1] for row in found.rows]
            several = cube == "borger" and view.root != "borger"  # one person under many
            assert max(counts) <= total if several else sum(counts) == total, f"{view.name}.{name}"
    assert grouped > 3


# The analyst: all kommuner by what is published, the own one in detail.

OPEN = (
    "befolkning", "indbyggere", "indikatorer", "regnskab", "varde_108", "varde_108_totaler", "varde_prognose",
    "kommuner", "kommunetal", "kontoregnskab", "kontobudget", "refusionsgraense",
    "elevtal", "elevbevaegelse",
    "anbringelsesudgift", "folketal_alder", "flytning",
)  # fmt: skip


@pytest.mark.parametrize("cube", OPEN)
def test_what_is_open_is_whole(cube: str) -> None:
    """Every measure as a total: a refusal of the analyst's is everybody's."""
    names = list(served().generation.model.cubes[cube].measures)
    for name in names:
        query = {"measures": [f"{cube}.{name}"]}
        mine, every = asked("analytiker_varde", *query["measures"]), said(query, OPERATOR, service("demo"))
        assert (mine.rows, mine.problems) == (every.rows, every.problems)
    assert names


KRONER = "sum(udgift_kr), 1, 0"


def adds_up(found: Said, total: Decimal | None) -> bool:
    """Whether the last column's cells, each rounded to whole kroner, are the parts of the total."""
    assert total is not None
    return abs(sum(row[-1] for row in found.rows) - total) <= Decimal(len(found.rows) + 1) / 2


def test_the_analysts_totals_are_the_countrys_and_the_details_the_own_ones() -> None:
    country, own = (by_hand(KRONER, rows) for rows in ("kommunetal", "kommunetal WHERE kommunekode = 573"))
    assert asked("analytiker_varde", "kommunetal.udgift_kr").rows == ((country,),)
    visible = served().visible(principal("analytiker_varde"))
    for name in visible.views["kommunetal"].members:
        if name not in served().generation.model.cubes["kommunetal"].dimensions:
            continue
        found = asked("analytiker_varde", "kommunetal.udgift_kr", dimensions=[f"kommunetal.{name}"])
        assert not found.problems
        detailed = name in ("aldersgruppe", "tilbud", "maaned")  # single days are finer than months
        assert adds_up(found, own if detailed else country), name
        assert ("alle kommuner" in found.scope) is not detailed


def test_a_finer_column_narrows_and_a_coarser_one_beside_it_does_not_widen() -> None:
    own = by_hand(KRONER, "kommunetal WHERE kommunekode = 573")
    for dimensions in (["aldersgruppe"], ["aldersgruppe", "kommunekode"], ["kommunekode", "tilbud", "funktion"]):
        found = asked(
            "analytiker_varde", "kommunetal.udgift_kr", dimensions=[f"kommunetal.{one}" for one in dimensions]
        )
        assert adds_up(found, own)
        assert all(row[dimensions.index("kommunekode")] == 573 for row in found.rows if "kommunekode" in dimensions)
    by_filter = {"filters": [{"member": "kommunetal.tilbud", "operator": "set"}]}
    of_offers = by_hand(KRONER, "kommunetal WHERE kommunekode = 573 AND tilbud IS NOT NULL")
    assert asked("analytiker_varde", "kommunetal.udgift_kr", **by_filter).rows == ((of_offers,),)


def test_the_countrys_figure_stands_whole_beside_the_own() -> None:
    """Of one kommune and of all 98, by hand; by an age that only the own rows have, there is no country."""
    beside = {"filters": [{"member": "kommunetal.kommunekode", "operator": "equals", "values": ["573"]}]}
    found = asked("analytiker_varde", "kommunetal.udgift_kr", "kommunetal.udgift_kr_landet", **beside)
    country, own = by_hand(KRONER, "kommunetal"), by_hand(KRONER, "kommunetal WHERE kommunekode = 573")
    assert found.rows == ((own, country),)
    assert found.scope == "alle kommuner"
    for measure in ("kommunetal.udgift_kr_landet", "kommunetal.udgift_pr_helaarsmodtager_rang"):
        dimensions = ["kommunetal.kommunekode", "kommunetal.aldersgruppe"]
        assert asked("analytiker_varde", measure, dimensions=dimensions).code == "A306"


def test_the_countrys_figure_stands_whole_beside_each_kommunes() -> None:
    found = asked("analytiker_varde", "kommunetal.udgift_kr", "kommunetal.udgift_kr_landet",
                  dimensions=["kommunetal.kommunekode"])  # fmt: skip
    country = by_hand(KRONER, "kommunetal")
    _, own = world("demo").oracle("SELECT kommunekode, sum(udgift_kr) FROM kommunetal GROUP BY ALL")
    expected = [(code, quotient(kroner, 1, 0), country) for code, kroner in own]
    assert sorted(found.rows, key=str) == sorted(expected, key=str)


def test_what_only_the_own_rows_have_refuses_the_countrys_figure() -> None:
    """Asked or filtered by what the benchmark does not name, the country would quietly become the own kommune."""
    filtered = {"filters": [{"member": "kommunetal.tilbud", "operator": "set"}]}
    for beside in (filtered, {"dimensions": ["kommunetal.tilbud"]}, {"dimensions": ["kommunetal.aldersgruppe"]}):
        assert asked("analytiker_varde", "kommunetal.udgift_kr_landet", **beside).code == "A306"


def test_the_order_is_a_use_of_what_it_names() -> None:
    """Ordered by a column of the details, or listed by row: only the own rows."""
    found = said({"dimensions": ["kommunetal.kommunekode", "kommunetal.tilbud"], "order": {"kommunetal.tilbud": "asc"}},
                 principal("analytiker_varde"), served())  # fmt: skip
    assert {row[0] for row in found.rows} == {573}
    rows = said({"dimensions": ["kommunetal.kommunekode"], "ungrouped": True}, principal("analytiker_varde"), served())
    assert {row[0] for row in rows.rows} == {573} or rows.problems
