"""A breakdown is the same on the command line, over GraphQL and over SQL, whoever asks."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import duckdb
import pg8000.native
import pytest
from click.testing import CliRunner

from semantic.breakdown_query import BREAKDOWN, COLUMNS, bare
from server.cli import main
from tests.case import canonical
from tests.interfaces.clients.answers import settled
from tests.interfaces.clients.cli import kept_open, served_by
from tests.interfaces.clients.endpoint import connection
from tests.interfaces.clients.web import token, web
from tests.worlds import PROJECT, world

NAMES = [bare(one) for one in COLUMNS]
WORLD = replace(world("demo"), policies=PROJECT / "access_policies")
RATIO = ("afgoerelse.fristoverholdelse", "afgoerelse.enhed", "afgoerelse.modtaget", "2024", "2023")
OPEN = ("regnskab.udgift_pr_indbygger", "regnskab.funktion", "regnskab.aar", "2024", "")
MANY = ("ydelse.antal_borgere", "ydelse.lov, ydelse.paragraf", "ydelse.start", "2024", "")
PAID = ("udbetaling.antal", "udbetaling.enhed", "", "", "")
SHARE = ("bolig.fortsat_egen_bolig_1_aar", "bolig.enhed", "bolig.start", "2023", "2022")
NOT_YET = ("kontoregnskab.saldo", "kontoregnskab.hovedkonto", "kontoregnskab.maaned", "2025", "2024")
STOCK = ("sagsbeholdning.sager", "sagsbeholdning.optalt.quarter", "sagsbeholdning.optalt", "2024", "")
ABSENT = ("ydelse.antal_borgerne", "ydelse.lov", "", "", "")
Answer = list[tuple[str | None, ...]] | str


def on_the_command_line(who: str, asked: tuple[str, ...], as_of: str = "") -> Answer:
    measure, by, time, period, before = asked
    words = ["nedbryd", measure, "--by", by, "--format", "json", "--as", who]
    words += ["--model", str(WORLD.model), "--database", str(WORLD.database)]
    words += [*(["--range", f"{time}={period}"] if time else []), *(["--mod", before] if before else [])]
    words += ["--as-of", as_of] if as_of else []
    with served_by(kept_open(WORLD.model, WORLD.database, WORLD.access)):
        ran = CliRunner(env={"NOGLETAL_POLICIES": str(WORLD.access)}).invoke(main, words)
    if ran.exit_code:
        return ran.stderr.split()[0]
    return [tuple(_told(one) for one in row.values()) for row in json.loads(ran.stdout, parse_float=str)]


def over_graphql(who: str, asked: tuple[str, ...], as_of: str = "") -> Answer:
    measure, by, time, period, before = asked
    given: dict[str, Any] = {"noegletal": measure, "opdeling": by.split(", ")}
    given |= {"tid": time, "periode": [period]} if time else {}
    given |= {"foer": [before]} if before else {}
    given |= {"asOf": as_of} if as_of else {}
    arguments = ", ".join(f"{name}: {json.dumps(value)}" for name, value in given.items())
    query = f"{{ nedbrydning({arguments}) {{ {' '.join(NAMES)} }} }}"
    body = web(WORLD).post("/graphql", json={"query": query}, headers=token(who)).json()
    if "errors" in body:
        return str(body["errors"][0]["extensions"]["code"])
    return [tuple(_told(row[name]) for name in NAMES) for row in body["data"]["nedbrydning"]]


def over_sql(who: str, asked: tuple[str, ...], as_of: str = "", of_relation: str = BREAKDOWN) -> Answer:
    return by_sql(who, f"select {', '.join(NAMES)} from {of_relation} where {said_of(asked, as_of)}")


def said_of(asked: tuple[str, ...], as_of: str = "") -> str:
    names = ("noegletal", "opdeling", "tid", "periode", "sammenlignet_med", "opgjort_pr")
    return " and ".join(f"{name} = '{value}'" for name, value in zip(names, (*asked, as_of), strict=True) if value)


def by_sql(who: str, text: str, as_of: str = "") -> Answer:
    opened = connection(WORLD, who)
    try:
        opened.run(f"SET nogletal.as_of = '{as_of}'")
        found = opened.run(text)
    except pg8000.native.DatabaseError as error:
        return str(error.args[0]["R"])
    finally:
        opened.run("RESET ALL")
    return [tuple(_told(cell) for cell in row) for row in found]


def _told(cell: object) -> str | None:
    return settled(canonical(cell))


@pytest.mark.parametrize("who", ["direktion", "enhedsleder", "konsulent", "offentlig", "governance"])
@pytest.mark.parametrize(
    "asked", [RATIO, OPEN, MANY, SHARE, NOT_YET, STOCK, ABSENT],
    ids=["ratio", "open", "many", "share", "not yet", "stock", "absent"],
)  # fmt: skip
def test_the_same_everywhere(who: str, asked: tuple[str, ...]) -> None:
    told = on_the_command_line(who, asked)
    assert over_graphql(who, asked) == told
    assert over_sql(who, asked) == told


@pytest.mark.parametrize("who", ["direktion", "enhedsleder", "offentlig"])
@pytest.mark.parametrize("day", ["2025-08-31", "2025-08-30", "2020-01-01", "i går"])
def test_as_of_a_day_everywhere(who: str, day: str) -> None:
    """The parts are the rows that were in force, and today's policies decide which of them are the asker's."""
    told = on_the_command_line(who, PAID, day)
    assert over_graphql(who, PAID, day) == over_sql(who, PAID, day) == told
    assert by_sql(who, f"select {', '.join(NAMES)} from {BREAKDOWN} where {said_of(PAID)}", day) == told
    if day != "2025-08-31" or who == "offentlig":
        assert told in ("R222", "U416", "R201", "R202", "A305")
        return
    with duckdb.connect(str(WORLD.database), read_only=True) as connected:
        of_then = connected.execute(
            "SELECT enhed, count(*) FROM udbetaling WHERE indlaesning = 6 GROUP BY ALL"
        ).fetchall()
    parts = {enhed: str(number) for enhed, number in of_then if who == "direktion" or enhed == "E05"}
    assert isinstance(told, list)
    assert {row[1]: row[2] for row in told[:-1]} == parts
    assert told != on_the_command_line(who, PAID)


PASSING = (
    f"(select * from {BREAKDOWN}) t",
    f"(select * from {BREAKDOWN} where noegletal = '{PAID[0]}') as t",
    f"(select raekke, upper(noegletal) as n, noegletal, {', '.join(['opdeling', 'opgjort_pr', *NAMES[1:]])}"
    f" from (select * from public.{BREAKDOWN}) s) t",
)


@pytest.mark.parametrize("relation", PASSING, ids=["all", "tested", "twice"])
def test_what_is_asked_stands_above_selects_that_pass_columns_on(relation: str) -> None:
    told = over_sql("enhedsleder", PAID, "2025-08-31")
    assert isinstance(told, list)
    assert over_sql("enhedsleder", PAID, "2025-08-31", relation) == told
    assert over_sql("enhedsleder", PAID, "", relation) == over_sql("enhedsleder", PAID) != told


def test_a_row_says_what_was_asked_and_where_it_is_from() -> None:
    columns = "noegletal, opdeling, tid, periode, sammenlignet_med, opgjort_pr, dataversion, omfang"
    asked = (PAID[0], "udbetaling.enhed,udbetaling.enhed", "udbetaling.dag", "2025-01-01 .. 2025-08-31", "2024")
    told = by_sql("enhedsleder", f"select {columns} from {BREAKDOWN} where {said_of(asked, '2025-08-31')}")
    said = (
        "udbetaling.antal",
        "udbetaling.enhed, udbetaling.enhed",
        "udbetaling.dag",
        "2025-01-01..2025-08-31",
        "2024",
    )
    assert told == [(*said, "2025-08-31", "6", "E05 og alt derunder, som organisationen var")] * 2
    none = by_sql("enhedsleder", f"select tid, periode from {BREAKDOWN} where {said_of(PAID)}")
    assert none == [(None, None)] * 2


@pytest.mark.parametrize(
    ("tests", "code"),
    [
        (
            "noegletal = 'udbetaling.antal' and noegletal = 'udbetaling.beloeb' and opdeling = 'udbetaling.enhed'",
            "U450",
        ),
        ("noegletal in ('udbetaling.antal', 'udbetaling.beloeb') and opdeling = 'udbetaling.enhed'", "U450"),
        ("(noegletal = 'udbetaling.antal' or raekke = 'del') and opdeling = 'udbetaling.enhed'", "U450"),
        ("upper(noegletal) = 'X' and opdeling = 'udbetaling.enhed'", "U450"),
        ("opdeling = 'udbetaling.enhed'", "R215"),
    ],
)
def test_a_breakdown_is_of_one_figure(tests: str, code: str) -> None:
    assert by_sql("direktion", f"select vaerdi from {BREAKDOWN} where {tests}") == code


ACCOUNTS = "noegletal = 'regnskab.udgift_kr' and opdeling = 'regnskab.region' and tid = 'regnskab.aar'"


@pytest.mark.parametrize(
    "test",
    [
        "periode in ('2023', '2024')", "not periode = '2024'", "(periode = '2024' or raekke = 'i_alt')",
        "periode > '2023'", "periode like '202%'", "'2023' < periode",
        "sammenlignet_med <> '2023'", "coalesce(periode, '2024') = '2024'",
        "periode in (select periode from noegletal_nedbrydning where noegletal = 'x')",
    ],
)  # fmt: skip
def test_another_test_of_what_it_is_asked_by_is_refused(test: str) -> None:
    """It would leave no row, since no row is of a period that was not asked for."""
    assert by_sql("direktion", f"select medlem from {BREAKDOWN} where {ACCOUNTS} and {test}") == "U450"
    inner = f"(select * from {BREAKDOWN} where {test}) t"
    assert by_sql("direktion", f"select medlem from {inner} where {ACCOUNTS}") == "U450"


def test_what_is_asked_can_be_tested_on_the_rows_too() -> None:
    told = by_sql("direktion", f"select medlem from {BREAKDOWN} where {ACCOUNTS} and periode = '2024'")
    assert len(told) == 6
    for more in ("periode = '2024' and periode <> '2023'", "periode = '2024' and sammenlignet_med is null"):
        assert by_sql("direktion", f"select medlem from {BREAKDOWN} where {ACCOUNTS} and {more}") == told
    none = by_sql("direktion", f"select medlem from {BREAKDOWN} where {ACCOUNTS} and periode is not null")
    assert none == []


@pytest.mark.parametrize("who", ["direktion", "enhedsleder", "konsulent"])
def test_a_part_is_the_figure_asked_alone_as_of_the_day(who: str) -> None:
    told = over_sql(who, PAID, "2025-08-31")
    assert isinstance(told, list)
    alone = "select enhed, antal from udbetaling where opgjort_pr = date '2025-08-31'"
    parts, whole = by_sql(who, alone), by_sql(who, "select antal from udbetaling where opgjort_pr = date '2025-08-31'")
    assert isinstance(parts, list)
    shown = {row[1]: row[2] for row in told[:-1] if row[-2] != "diskretioneret"}
    assert shown == {unit: count for unit, count in parts if unit in shown}
    assert len(parts) == len(told) - 1
    assert whole == [(told[-1][2],)] or told[-1][-2] == "diskretioneret"


def test_the_askers_differ() -> None:
    """What is compared above is not all alike."""
    assert isinstance(on_the_command_line("direktion", RATIO), list)
    assert on_the_command_line("enhedsleder", RATIO) != on_the_command_line("direktion", RATIO)
    assert on_the_command_line("governance", RATIO) == "A305"
    assert on_the_command_line("offentlig", RATIO) == on_the_command_line("offentlig", ABSENT) == "R201"
    hidden = on_the_command_line("konsulent", RATIO)
    assert isinstance(hidden, list)
    assert "diskretioneret" in hidden[-1]


@pytest.mark.parametrize("name", ["periode", "foer"])
def test_three_periods_are_refused_by_the_name_of_the_argument(name: str) -> None:
    given = f'noegletal: "{OPEN[0]}", opdeling: ["{OPEN[1]}"], tid: "{OPEN[2]}", {name}: ["2022", "2023", "2024"]'
    body = {"query": f"{{ nedbrydning({given}) {{ medlem }} }}"}
    [error] = web(WORLD).post("/graphql", json=body, headers=token("direktion")).json()["errors"]
    assert error["extensions"]["code"] == "P103"
    assert error["message"] == f"'{name}' must be a period, or its first and last day."


def test_nothing_passes_over_a_hidden_part() -> None:
    """What is put in the place of a hidden part would be told as its value."""
    sql = (
        "select coalesce(bidrag, 0) from noegletal_nedbrydning where noegletal = '{}' and opdeling = '{}'"
        " and tid = '{}' and periode = '{}' and sammenlignet_med = '{}' and raekke = 'del'"
    )
    with pytest.raises(pg8000.native.DatabaseError) as refused:
        connection(WORLD, "konsulent").run(sql.format(*RATIO))
    assert refused.value.args[0]["R"] == "A308"
    with pytest.raises(pg8000.native.DatabaseError) as unasked:
        connection(WORLD, "direktion").run("select * from noegletal_nedbrydning")
    assert unasked.value.args[0]["R"] == "R215"
