"""The rows behind a value are the same on the command line and over GraphQL, and are those of an ungrouped SELECT."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pg8000.native
import pytest
from click.testing import CliRunner

from server.cli import main
from tests.interfaces.clients.cli import kept_open, served_by
from tests.interfaces.clients.endpoint import connection
from tests.interfaces.clients.web import token, web
from tests.worlds import PROJECT, world

WORLD = replace(world("demo"), policies=PROJECT / "access_policies")
DEADLINES = ("afgoerelse.fristoverholdelse", "afgoerelse.modtaget", "2024", None)
ACTIVE = ("ydelser.aktive_borgere", "ydelser.periode", "2024", None)
EMPLOYED = ("sygefravaer.sygefravaersprocent", "sygefravaer.periode", "2024", "naevner")
UNSAID = (*EMPLOYED[:3], None)
ABSENT = ("ydelser.aktive_borgerne", "ydelser.periode", "2024", None)
HIDDEN = ("enkeltsager.refusion_beregnet", None, None, None)
OPEN = ("varde_prognose.afvigelse", None, None, None)
COUNTED = ("udbetaling.antal", None, None, None)
ASKED = (DEADLINES, ACTIVE, EMPLOYED, UNSAID, ABSENT, HIDDEN, OPEN, COUNTED)
WHO = ("offentlig", "udvalg", "direktion", "enhedsleder", "sagsbehandler", "governance", "konsulent")
Asked = tuple[str, str | None, str | None, str | None]
Answer = tuple[list[str], list[list[str | None]]] | str


def on_the_command_line(who: str, asked: Asked, *more: str) -> Answer:
    measure, time, period, side = asked
    words = ["rows", measure, "--format", "json", "--as", who, *more]
    words += ["--model", str(WORLD.model), "--database", str(WORLD.database)]
    words += [*(["--range", f"{time}={period}"] if time else []), *(["--side", side] if side else [])]
    with served_by(kept_open(WORLD.model, WORLD.database, WORLD.access)):
        ran = CliRunner(env={"NOGLETAL_POLICIES": str(WORLD.access)}).invoke(main, words)
    if ran.exit_code:
        return ran.stderr.splitlines()[0]
    rows = json.loads(ran.stdout, parse_float=str, parse_int=str)
    return list(rows[0]) if rows else [], [[_told(cell) for cell in row.values()] for row in rows]


def _told(cell: Any) -> str | None:
    return str(cell).lower() if isinstance(cell, bool) else cell


def over_graphql(who: str, asked: Asked, **given: Any) -> Answer:
    body = heard(who, asked, **given)
    if "errors" in body:
        error = body["errors"][0]
        return f"{error['extensions']['code']} {error['message']}"
    found = body["data"]["raekker"]
    return [one["navn"] for one in found["kolonner"]] if found["celler"] else [], found["celler"]


def heard(who: str, asked: Asked, **given: Any) -> Any:
    measure, time, period, side = asked
    arguments = [f"noegletal: {json.dumps(measure)}", *([f"side: {side}"] if side else [])]
    arguments += [f'tid: "{time}", periode: ["{period}"]'] if time else []
    arguments += [f"{name}: {json.dumps(value)}" for name, value in given.items()]
    query = f"{{ raekker({', '.join(arguments)}) {{ kolonner {{ navn rolle enhed }} celler talt ialt }} }}"
    return web(WORLD).post("/graphql", json={"query": query}, headers=token(who)).json()


def over_sql(who: str, text: str) -> Any:
    opened = connection(WORLD, who)
    try:
        opened.run("SET nogletal.ungrouped = on")
        return opened.run(text)
    except pg8000.native.DatabaseError as error:
        return f"{error.args[0]['R']}"
    finally:
        opened.run("RESET ALL")


@pytest.mark.parametrize("who", WHO)
@pytest.mark.parametrize("asked", ASKED, ids=lambda one: f"{one[0]}-{one[3]}")
def test_the_command_line_and_graphql_say_the_same(asked: Asked, who: str) -> None:
    assert on_the_command_line(who, asked) == over_graphql(who, asked)


def test_who_has_single_rows_has_them_and_nobody_else() -> None:
    found = {who: over_graphql(who, DEADLINES) for who in WHO}
    assert {who for who, one in found.items() if not isinstance(one, str)} == {"enhedsleder", "sagsbehandler"}
    assert {who: one.split()[0] for who, one in found.items() if isinstance(one, str)} == {
        "offentlig": "R201", "udvalg": "A305", "direktion": "A301", "governance": "A305", "konsulent": "A301",
    }  # fmt: skip


def test_what_is_hidden_is_refused_in_the_words_for_what_is_absent() -> None:
    absent = over_graphql("sagsbehandler", ("enkeltsagen.refusion_beregnet", None, None, None))
    hidden = over_graphql("sagsbehandler", HIDDEN)
    assert isinstance(absent, str)
    assert isinstance(hidden, str)
    assert hidden == absent.replace("enkeltsagen", "enkeltsager")


def test_the_columns_say_which_side_of_the_line_they_are() -> None:
    found = heard("enhedsleder", DEADLINES)["data"]["raekker"]
    roles = {one["navn"]: one["rolle"] for one in found["kolonner"] if one["rolle"] != "felt"}
    assert roles == {"afgoerelse.antal_inden_frist": "taeller", "afgoerelse.antal_med_frist": "naevner"}
    assert found["talt"] == []
    assert heard("enhedsleder", ACTIVE)["data"]["raekker"]["talt"] == ["ydelse.borger_id"]
    assert [one["rolle"] for one in heard("enhedsleder", EMPLOYED)["data"]["raekker"]["kolonner"]][-1] == "naevner"
    assert [one["rolle"] for one in heard("enhedsleder", OPEN)["data"]["raekker"]["kolonner"]][-1] == "tal"


def test_pages_of_rows_are_the_rows() -> None:
    columns, rows = over_graphql("enhedsleder", DEADLINES)
    pages = [over_graphql("enhedsleder", DEADLINES, limit=20, offset=offset)[1] for offset in range(0, 80, 20)]
    assert [row for page in pages for row in page] == rows
    assert len(rows) == heard("enhedsleder", DEADLINES, limit=1)["data"]["raekker"]["ialt"] > 40
    assert len({row[0] for row in rows}) == len(rows)
    assert columns[0] == "afgoerelse.afgoerelse_id"


def test_the_fields_can_be_chosen_and_are_decided_on_as_any_others() -> None:
    columns, rows = over_graphql("sagsbehandler", ACTIVE, felter=["ydelser.ydelsestype", "ydelser.borger_koen"])
    assert columns == ["ydelser.ydelsestype", "ydelser.borger_koen", "ydelser.aktive_borgere"]
    assert rows
    absent = over_graphql("sagsbehandler", ACTIVE, felter=["ydelser.borger_cpr"])
    assert str(absent).startswith("R202")


def test_a_plain_select_of_single_rows_says_the_same_of_what_each_row_gives() -> None:
    text = """select afgoerelse_id, antal_inden_frist, antal_med_frist from afgoerelse
              where in_period(modtaget, '2024') and frist is not null and afgjort is not null order by afgoerelse_id"""
    columns, rows = over_graphql("enhedsleder", DEADLINES)
    kept = [columns.index(f"afgoerelse.{one}") for one in ("afgoerelse_id", "antal_inden_frist", "antal_med_frist")]
    assert [[row[place] for place in kept] for row in rows] == [
        list(map(str, row)) for row in over_sql("enhedsleder", text)
    ]
