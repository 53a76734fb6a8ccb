"""Every demo principal asks the same of every interface: the same answer or the same refusal, and the same scope.

So for every case of the demo, and for questions about what only some may see.

The policies are the project's own. What each principal may see is told by the cases beside them; here nothing is right
or wrong, only alike.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from semantic.access.link import load_policies
from semantic.access.principal import Principal
from semantic.cube_query import parse_query
from semantic.errors import ServiceError
from semantic.pipeline import Service, answer
from semantic.result import collect
from server.authenticate import read_demo_principals
from tests.case import canonical, every_case
from tests.interfaces.clients.answers import Client, Heard, settled, values_of
from tests.interfaces.clients.cli import CliClient
from tests.interfaces.clients.graphql import GraphqlClient
from tests.interfaces.clients.rest import RestClient
from tests.interfaces.clients.sql import SqlClient
from tests.worlds import PROJECT, World, service, world

POLICIES = PROJECT / "access_policies"
PRINCIPALS = read_demo_principals(POLICIES)
CLIENTS: tuple[Client, ...] = (RestClient(), GraphqlClient(), CliClient(), SqlClient())


def only(member: str, *values: Any) -> dict[str, Any]:
    return {"filters": [{"member": member, "operator": "equals", "values": list(values)}]}


def by(measure: str, *dimensions: str, **more: Any) -> dict[str, Any]:
    return {"measures": [measure], "dimensions": list(dimensions), **more}


QUESTIONS: dict[str, dict[str, Any]] = {
    "own total": by("ydelse.antal_ydelser"),
    "own persons": by("borger.antal_borgere"),
    "own by unit": by("ydelse.antal_ydelser", "ydelse.enhed"),
    "two facts of one unit": {"measures": ["ydelse.antal_ydelser", "afgoerelse.antal_sager"],
                              "dimensions": ["ydelse.enhed"]},
    "as it was": by("ydelser.antal_ydelser", "ydelser.ansvarlig_da_center"),
    "as it is": by("ydelser.antal_borgere", "ydelser.ansvarlig_nu_center"),
    "a ratio": by("afgoerelser.fristoverholdelse", "afgoerelser.udfald"),
    "by year": {"measures": ["ydelser.antal_ydelser"],
                "timeDimensions": [{"dimension": "ydelser.start", "granularity": "year"}]},
    "another's unit": by("ydelse.antal_ydelser", **only("ydelse.enhed", "E01")),
    "national": by("kommunetal.udgift_kr", "kommunetal.region"),
    "open figures": by("regnskab.udgift_kr", "regnskab.region", **only("regnskab.aar", 2023)),
    "the country beside one": {"measures": ["kommunetal.udgift_kr", "kommunetal.udgift_kr_landet"],
                               **only("kommunetal.kommunekode", 573)},
    "the country by age": by("kommunetal.udgift_kr_landet", "kommunetal.aldersgruppe"),
    "own detail by age": by("kommunetal.udgift_kr", "kommunetal.kommunekode", "kommunetal.aldersgruppe"),
    "rank": by("kommunetal.udgift_pr_helaarsmodtager_rang", "kommunetal.kommune", limit=5),
    "share of the country": by("kommunetal.udgift_kr_andel_af_landet", "kommunetal.region"),
    "unweighted mean": by("kommunetal.udgift_pr_helaarsmodtager_uvaegtet", "kommunetal.kommunegruppe"),
    "units": by("organisation.antal_enheder", "organisation.niveau"),
    "no such view": by("ydelsen.antal_ydelser"),
    "no such measure": by("ydelse.antal_ydelserne"),
    "no such dimension": by("regnskab.udgift_kr", "regnskab.regionen"),
    "no such member of a hidden view": by("organisation.antal_enhed", "organisation.niveauet"),
    "a test of what may be hidden": by("regnskab.udgift_kr", "regnskab.aar", **only("organisation.navn", "Enhed 5")),
    "an order by what may be hidden": by("kommuner.antal_kommuner", order={"borger.antal_borgere": "asc"}),
    "a person's key": {"dimensions": ["ydelse.borger_id"], "limit": 3},
    "ungrouped": {"dimensions": ["kommunetal.kommunekode", "kommunetal.funktion", "kommunetal.tilbud"],
                  "ungrouped": True, "limit": 4,
                  "order": {"kommunetal.funktion": "asc", "kommunetal.tilbud": "asc", "kommunetal.kommunekode": "asc"}},
    "ungrouped own": {"dimensions": ["ydelse.ydelse_id", "ydelse.enhed"], "ungrouped": True, "limit": 3},
    "top": by("ydelser.antal_ydelser", "ydelser.paragraf",
              top={"dimension": "ydelser.paragraf", "measure": "ydelser.antal_ydelser", "count": 2}),
    "top of the country": by("kommunetal.udgift_kr", "kommunetal.kommune",
                             top={"dimension": "kommunetal.kommune", "measure": "kommunetal.udgift_kr", "count": 2}),
    "subtotals": by("ydelse.antal_borgere", "ydelse.lov", "ydelse.enhed", subtotals="rollup"),
    "every": by("kommunetal.udgift_kr", "kommunetal.kommune", every=["kommunetal.kommune"],
                **only("kommunetal.region", "Syddanmark")),
    "every unit": by("ydelse.antal_ydelser", "ydelse.enhed", every=["ydelse.enhed"]),
    "grants are not mixed": {"measures": ["ydelse.antal_ydelser", "kommunetal.udgift_kr"]},
    "small cells": {"measures": ["ydelse.antal_borgere", "ydelse.antal_borgere__status", "ydelse.dagsats_gennemsnit",
                                 "ydelse.dagsats_gennemsnit__status", "ydelse.antal_uden_slutdato"],
                    "dimensions": ["ydelse.enhed", "ydelse.paragraf"]},
    "small cells and their totals": {"measures": ["ydelse.antal_borgere", "ydelse.antal_borgere__status"],
                                     "dimensions": ["ydelse.enhed", "ydelse.paragraf"], "subtotals": "cube"},
    "small cells above a number": by("ydelse.antal_borgere", "ydelse.enhed", "ydelse.paragraf", filters=[
        {"member": "ydelse.antal_borgere", "operator": "lt", "values": ["4"]}]),
    "small cells first": by("ydelse.antal_borgere", "ydelse.enhed", "ydelse.paragraf", limit=5,
                            order={"ydelse.antal_borgere": "asc", "ydelse.paragraf": "asc", "ydelse.enhed": "asc"}),
    "persons one by one": by("ydelse.antal_ydelser", "ydelser.koen", "ydelser.foedselsaar", "ydelse.paragraf",
                             "ydelse.enhed"),
    "persons of two units": by("ydelse.borger_id__count_distinct", "ydelse.lov"),
}  # fmt: skip
UNSAYABLE = {"an order by what may be hidden": ("sql",)}  # SQL may order by what it does not select
CASES = {case.name: case for case in every_case() if case.world == "demo"}
QUESTIONS |= {name: case.query for name, case in CASES.items()}
ASKED = [(principal, name) for principal in PRINCIPALS for name in QUESTIONS]


def clients_for(name: str) -> tuple[Client, ...]:
    """Those whose own grammar can put the question."""
    unsayable = CASES[name].unsayable if name in CASES else UNSAYABLE.get(name, ())
    return tuple(client for client in CLIENTS if client.name not in unsayable)


@cache
def governed() -> World:
    """The demo under the project's own policies."""
    return replace(world("demo"), policies=POLICIES)


@cache
def reference() -> Service:
    """The pipeline itself, without an interface."""
    demo = service("demo")
    return replace(demo, policies=load_policies(POLICIES, demo.generation.model))


@cache
def expected(principal: Principal, name: str) -> Heard:
    query = parse_query(QUESTIONS[name], default_limit=10_000)
    try:
        found = collect(answer(query, principal, reference()))
    except ServiceError as error:
        return Heard(problems=tuple((one.code, one.message, one.hint) for one in error.problems))
    columns = [
        [settled(canonical(value, column.decimals)) for value in values_of(found.table.column(index))]
        for index, column in enumerate(found.columns)
    ]
    names = tuple(column.name for column in found.columns)
    return Heard(names, tuple(zip(*columns, strict=True)), scope=found.stamp.scope)


@pytest.mark.parametrize(("principal", "name"), ASKED, ids=[f"{one.subject}, {name}" for one, name in ASKED])
def test_every_interface_tells_a_principal_the_same(principal: Principal, name: str) -> None:
    wanted = expected(principal, name)
    for client in clients_for(name):
        heard = client.ask(governed(), QUESTIONS[name], principal.subject)
        told = 1 if client.name == "sql" else None  # a view that FROM names must be there before its columns are read
        assert heard.problems[:told] == wanted.problems[:told], client.name
        assert (heard.names, heard.rows) == (wanted.names, wanted.rows), client.name
        assert heard.scope == wanted.scope, client.name


def test_the_principals_differ() -> None:
    """Else the test above would hold for policies that give all the same, or nothing."""
    told: Mapping[str, set[Heard]] = {name: {expected(one, name) for one in PRINCIPALS} for name in QUESTIONS}
    assert sum(len(found) > 1 for found in told.values()) > 0.8 * len(QUESTIONS)
    answers = [expected(one, name) for one, name in ASKED]
    refused = [one.problems[0][0] for one in answers if one.problems]
    assert {"R201", "R202", "A301", "A305", "A306"} <= set(refused)
    assert len(answers) - len(refused) > 0.25 * len(answers)
