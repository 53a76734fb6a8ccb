"""The rows of the long view over SQL, GraphQL, REST and the command line: the same figures for the same asker."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import replace
from decimal import Decimal
from typing import Any
from unittest.mock import patch

import pytest
from click.testing import CliRunner

from semantic.long_view.columns import COLUMNS, LONG_VIEW, bare
from semantic.long_view.question import LongQuestion
from server.cli import main
from server.main import build_app
from server.settings import Settings
from server.terminal import app
from tests.interfaces.clients.cli import kept_open
from tests.long_view.test_values import PEOPLE, POLICIES, asked, governed, rows
from tests.server.conftest import Client
from tests.server.postgres.sql.asked import ask
from tests.worlds import PROJECT, world

NAMES = tuple(bare(one) for one in COLUMNS)
ORDER = "order by noegletal, enhed_type, enhed, periode"
FIELDS = " ".join(NAMES)
ASKERS = ("direktion", "enhedsleder", "analytiker_varde", "udvalg", "governance")
WANTED = LongQuestion(
    frozenset({"noegletal-001", "noegletal-002", "noegletal-006"}), date_range=("2024-01-01", "2024-03-31")
)
Heard = list[tuple[str | None, ...]] | list[str]
"""The rows, or the codes of a refusal."""


@pytest.fixture(scope="module")
def client() -> Iterator[Client]:
    databases = {"demo": world("demo").database}
    found = Client(build_app(Settings(demo=True, policies=POLICIES, databases=databases)))
    yield found
    found.close()


def cells(found: Any) -> list[tuple[str | None, ...]]:
    """Cells as text, a number without the zeros that only say how many decimals a column has."""
    return [tuple(map(_text, row)) for row in found]


def _text(value: object) -> str | None:
    if value is None:
        return None
    text = str(value).removesuffix("T00:00:00.000")
    return str(Decimal(text).normalize()) if text.replace(".", "", 1).lstrip("-").isdigit() else text


def over_sql(client: Client, name: str, asked: LongQuestion = WANTED) -> Heard:
    ids = ", ".join(f"'{one}'" for one in asked.ids or ())
    when = "periode between '{}' and '{}'".format(*asked.date_range or ())
    day = f"and opgjort_pr = '{asked.as_of}'" if asked.as_of else ""
    text = f"select * from noegletal_vaerdier where noegletal in ({ids}) and {when} {day} {ORDER}"
    heard = ask(governed(), text, principal=PEOPLE[name])
    return [one.code for one in heard.problems] or cells(heard.rows)


def over_graphql(client: Client, name: str, asked: LongQuestion = WANTED) -> Heard:
    names = "$ids: [String!], $when: String, $day: String"
    text = f"query({names}) {{ noegletalVaerdier(noegletal: $ids, range: $when, asOf: $day) {{ {FIELDS} }} }}"
    variables = {"ids": list(asked.ids or ()), "when": "from {} to {}".format(*asked.date_range or ()),
                 "day": asked.as_of}  # fmt: skip
    heard = client.post("/graphql", json={"query": text, "variables": variables}, headers=as_(name)).json()
    if "errors" in heard:
        return [one["extensions"]["code"] for one in heard["errors"]]
    assert heard["extensions"]["truncated"] is False
    return cells(tuple(row.values()) for row in heard["data"]["noegletalVaerdier"])


def over_rest(client: Client, name: str, asked: LongQuestion = WANTED) -> Heard:
    query = {"noegletal": list(asked.ids or ()), "range": asked.date_range, "asOf": asked.as_of}
    heard = client.post("/cubejs-api/v1/vaerdier", json={"query": query}, headers=as_(name)).json()
    if "problems" in heard:
        return [one["code"] for one in heard["problems"]]
    assert [tuple(row) for row in heard["data"][:1]] in ([], [tuple(one.name for one in COLUMNS)])
    return cells(tuple(row.values()) for row in heard["data"])


def over_rest_csv(client: Client, name: str, asked: LongQuestion = WANTED) -> Heard:
    words = "from {} to {}".format(*asked.date_range or ())
    query = json.dumps({"noegletal": list(asked.ids or ()), "range": words, "asOf": asked.as_of})
    heard = client.get("/cubejs-api/v1/vaerdier", params={"query": query}, headers={**as_(name), "Accept": "text/csv"})
    if heard.status_code != 200:
        return [one["code"] for one in heard.json()["problems"]]
    assert f'filename="{LONG_VIEW}.csv"' in heard.headers["content-disposition"]
    header, *found = csv.reader(io.StringIO(heard.text))
    assert header == [one.name for one in COLUMNS]
    return cells(tuple(cell or None for cell in row) for row in found)


def over_cli(client: Client, name: str, asked: LongQuestion = WANTED) -> Heard:
    kept = nullcontext(kept_open(PROJECT / "schema", world("demo").database, POLICIES))
    arguments = ["vaerdier", *(asked.ids or ()), "--range", "..".join(asked.date_range or ()), "--format", "json"]
    arguments += ["--as", name, *(["--as-of", asked.as_of] if asked.as_of else [])]
    with patch.object(app, "local_service", lambda settings: kept):
        ran = CliRunner(env={"NOGLETAL_POLICIES": str(POLICIES)}).invoke(main, arguments)
    if ran.exit_code:
        return re.findall(r"^([A-Z]\d{3}) ", ran.stderr, re.MULTILINE)
    return cells(tuple(row.values()) for row in json.loads(ran.stdout, parse_float=Decimal))


def as_(name: str) -> dict[str, str]:
    return {"Authorization": f"demo-{name}"}


INTERFACES = pytest.mark.parametrize(
    "over", [over_sql, over_graphql, over_rest, over_rest_csv, over_cli], ids=lambda one: one.__name__
)


@pytest.mark.parametrize("name", ASKERS)
@INTERFACES
def test_every_interface_gives_the_rows(over: Any, name: str, client: Client) -> None:
    wanted = cells(rows(asked(WANTED, PEOPLE[name]), *NAMES))
    assert over(client, name) == wanted
    assert (len(wanted) > 90) == (name != "governance")


THEN = LongQuestion(
    frozenset({"noegletal-021", "noegletal-006"}), date_range=("2025-07-01", "2025-09-30"), as_of="2025-08-31"
)


@pytest.mark.parametrize("name", ["direktion", "enhedsleder", "konsulent", "udvalg", "offentlig", "governance"])
@INTERFACES
def test_every_interface_gives_the_rows_of_a_day(over: Any, name: str, client: Client) -> None:
    """What keeps no loads has no rows as of it; who may not see the payments today sees none of then."""
    heard = over(client, name, THEN)
    if name in ("udvalg", "governance"):  # who know of the decisions, and hear what is told of them asked alone
        assert set(heard) == {"U415"}
        return
    wanted = cells(rows(asked(THEN, PEOPLE[name]), *NAMES))
    assert heard == wanted
    assert {row[0] for row in wanted} == (set() if name == "offentlig" else {"noegletal-021"})
    assert name == "offentlig" or wanted != cells(rows(asked(replace(THEN, as_of=None), PEOPLE[name]), *NAMES))


@pytest.mark.parametrize(("day", "codes"), [("2025-08-30", ["U416"]), ("2025-10-01", ["U416"]), ("i går", ["R222"])])
@INTERFACES
def test_every_interface_refuses_a_day_without_loads(over: Any, day: str, codes: list[str], client: Client) -> None:
    of_payments = replace(THEN, ids=frozenset({"noegletal-021"}), as_of=day)
    assert over(client, "enhedsleder", of_payments) == codes
    unkept = replace(THEN, ids=frozenset({"noegletal-006"}))
    assert set(over(client, "enhedsleder", unkept)) == {"U415"}


def test_an_interface_says_where_it_cuts(client: Client) -> None:
    text = "{ noegletalVaerdier(limit: 2, offset: 1) { noegletal enhed } }"
    heard = client.post("/graphql", json={"query": text}, headers=as_("direktion")).json()
    assert len(heard["data"]["noegletalVaerdier"]) == heard["extensions"]["rowLimit"] == 2
    body = client.post("/cubejs-api/v1/vaerdier", json={"query": {"limit": 2}}, headers=as_("direktion")).json()
    assert (len(body["data"]), body["rowLimit"], body["truncated"]) == (2, 2, False)


@pytest.mark.parametrize(
    ("query", "codes"),
    [
        ({"noegletal": "a"}, ["P103"]),
        ({"range": ["2024"], "limit": 1.5, "enhd": []}, ["P103", "P103", "P102"]),
        ({"limit": -1, "offset": -2}, ["R214", "R214"]),
        ({"range": "hvornår"}, ["R210"]),
        ({"offset": True}, ["P103"]),
    ],
)
def test_what_rest_cannot_read_is_refused_with_its_place(query: Any, codes: list[str], client: Client) -> None:
    heard = client.post("/cubejs-api/v1/vaerdier", json={"query": query}, headers=as_("direktion"))
    assert heard.status_code == 400
    assert [one["code"] for one in heard.json()["problems"]] == codes


def test_graphql_refuses_it_in_the_same_words(client: Client) -> None:
    asking = {"query": '{ noegletalVaerdier(range: "hvornår") { vaerdi } }'}
    heard = client.post("/graphql", json=asking, headers=as_("direktion")).json()
    assert [one["extensions"]["code"] for one in heard["errors"]] == ["R210"]


def test_many_of_them_are_more_than_one_document_may_ask(client: Client) -> None:
    fields = " ".join(f"a{i}: noegletalVaerdier {{ {FIELDS} }}" for i in range(3))
    heard = client.post("/graphql", json={"query": f"{{ {fields} }}"}, headers=as_("direktion")).json()
    assert [one["extensions"]["code"] for one in heard["errors"]] == ["L521", "L526"]
