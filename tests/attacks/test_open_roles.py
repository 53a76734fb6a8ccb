"""`udvalg` and `offentlig` never reach a cube with persons: every view, member and segment of the demo, by every way."""

# ruff: noqa: E501  (statements stand as clients send them)
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from semantic.access.link import load_policies
from semantic.access.principal import Principal
from semantic.cube_query import parse_query
from semantic.errors import ServiceError
from semantic.model.model import Dimension, Measure, Model
from semantic.pipeline import Service, prepare
from semantic.plan.scans import scans_of
from server.authenticate import read_demo_principals
from tests.attacks.asking import Interface, Place, graphql, on, serve, through
from tests.worlds import PROJECT, service, world

ROLES = ("udvalg", "offentlig")
POLICIES = PROJECT / "access_policies"
REFUSED = {"R201", "R202", "A301", "A302", "A305", "A306", "R204"}
PRINCIPALS = {one.subject: one for one in read_demo_principals(POLICIES)}


@cache
def governed() -> Service:
    demo = service("demo")
    return replace(demo, policies=load_policies(POLICIES, demo.generation.model))


def of_persons(model: Model) -> frozenset[str]:
    return frozenset(name for name, cube in model.cubes.items() if cube.person_key or cube.persons)


def members(model: Model) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every member of every view, and what is derived from it, as a question of its own."""
    for view in model.views.values():
        for name, entry in view.members.items():
            full = f"{view.name}.{name}"
            if isinstance(entry.member, Measure):
                yield full, {"measures": [full]}
                yield f"{full}__status", {"measures": [f"{full}__status"]}
            elif isinstance(entry.member, Dimension):
                yield full, {"dimensions": [full]}
                yield f"{full}__count_distinct", {"measures": [f"{full}__count_distinct"]}
                yield f"{full} every", {"dimensions": [full], "every": [full]}
                yield f"{full} rows", {"dimensions": [full], "ungrouped": True}
                if entry.member.kind == "time":
                    yield f"{full} by year", {"timeDimensions": [{"dimension": full, "granularity": "year"}]}
            else:
                yield full, {"segments": [full], "measures": [_count_of(model, view.name)]}


def _count_of(model: Model, view: str) -> str:
    return next(
        f"{view}.{name}" for name, entry in model.views[view].members.items() if isinstance(entry.member, Measure)
    )


def read(query: dict[str, Any], who: Principal) -> frozenset[str] | str:
    """The cubes that the question would read, or the code by which it is refused."""
    try:
        prepared = prepare(parse_query(query, default_limit=None), who, governed())
    except ServiceError as error:
        return error.code
    chosen = [] if prepared.plan.chosen is None else [prepared.plan.chosen]
    assert not chosen
    return frozenset(scan.cube for scan in scans_of(prepared.plan))


@pytest.mark.parametrize("who", ROLES)
@on("rest", "graphql", "sql", "cli")
def test_no_member_leads_to_a_cube_with_persons(who: str) -> None:
    """Before any interface: what is prepared is what each of them runs."""
    model = governed().generation.model
    persons, answered, refused = of_persons(model), 0, 0
    assert persons == {
        "ydelse", "afgoerelse", "borger", "kommunetal", "ophold", "rusmiddelforloeb", "boligforloeb", "overgang",
        "udbetaling", "systemkontrol", "ansaettelse", "fravaer", "haendelse",
        "klage", "underretning", "anbringelse", "forebyggende", "magtanvendelse", "venteliste",
        "enkeltsag", "ansatmaaned",
        "udredning", "beskaeftigelse", "skolegang", "stoetteaktivitet",
        "bopael",
        "elevtal", "elevbevaegelse",
        "anbringelsesudgift", "flytning",
    }  # fmt: skip
    for name, query in members(model):
        found = read(query, PRINCIPALS[who])
        if isinstance(found, str):
            refused += 1
            continue
        answered += 1
        assert not found & persons, name
    assert answered > 50
    assert refused > 100


@pytest.mark.parametrize("who", ROLES)
@on("rest", "graphql", "sql", "cli")
def test_no_member_of_theirs_opens_one_beside_it(who: str) -> None:
    """What they may ask, with every member over persons as a filter, a group, an order, a top and a second measure."""
    model = governed().generation.model
    own = {"measures": ["regnskab.udgift_kr"], "dimensions": ["regnskab.kommune"]}
    asked = 0
    for view in model.views.values():
        for name, entry in view.members.items():
            if model.cubes[entry.member.cube].person_key is None and not model.cubes[entry.member.cube].persons:
                continue
            full = f"{view.name}.{name}"
            for query in (
                {**own, "measures": ["regnskab.udgift_kr", full]},
                {**own, "dimensions": ["regnskab.kommune", full]},
                {**own, "filters": [{"member": full, "operator": "set"}]},
                {
                    **own,
                    "filters": [
                        {"or": [{"member": full, "operator": "set"}, {"member": "regnskab.aar", "operator": "set"}]}
                    ],
                },
                {**own, "order": {full: "desc"}},
                {**own, "segments": [full]},
                {**own, "top": {"dimension": "regnskab.kommune", "measure": full, "count": 1}},
            ):
                found = read(query, PRINCIPALS[who])
                assert isinstance(found, str), (query, found)
                asked += 1
    assert asked > 300
    assert not isinstance(read(own, PRINCIPALS[who]), str)


def test_who_may_reaches_them_by_the_same_questions() -> None:
    persons = of_persons(governed().generation.model)
    found = [read(query, PRINCIPALS["direktion"]) for _, query in members(governed().generation.model)]
    assert sum(not isinstance(one, str) and bool(one & persons) for one in found) > 100


@pytest.fixture(scope="module")
def demo() -> Iterator[Place]:
    place = serve(replace(world("demo"), policies=POLICIES))
    yield place
    place.close()


VIEWS = {  # a measure and a dimension of each view over persons
    "ydelse": ("antal_ydelser", "lov"), "ydelser": ("antal_borgere", "borger_koen"), "afgoerelse": ("antal_sager", "udfald"),
    "afgoerelser": ("fristoverholdelse", "borger_koen"), "borger": ("antal_borgere", "koen"), "kommunetal": ("udgift_kr", "region"),
    "ophold": ("antal_ophold", "enhed"), "botilbud": ("antal_borgere", "borger_koen"),
    "rusmiddelforloeb": ("antal_forloeb", "stof"), "rusmiddel": ("fuldfoerelse", "borger_koen"),
    "boligforloeb": ("antal_boligforloeb", "boligtype"), "bolig": ("antal_borgere", "borger_koen"),
    "overgang": ("antal_overgange", "havde_boernesag"), "overgange": ("antal_med_boernesag", "borger_koen"),
    "udbetaling": ("beloeb", "enhed"), "systemkontrol": ("kun_i_andet", "paragraf"),
    "ansaettelse": ("ansatte", "personalegruppe"), "personale": ("ansatte", "ansvarlig_nu_center"),
    "fravaer": ("antal_ansatte", "aarsag"), "sygefravaer": ("antal_ansatte", "ansvarlig_nu_center"),
    "haendelse": ("antal_ansatte", "haendelsestype"), "sikkerhed": ("antal_ansatte", "tilbud_navn"),
    "klage": ("antal_klager", "aarsag"), "klager": ("medholdsandel", "ansvarlig_nu_center"),
    "underretning": ("antal_boern", "underretter"), "underretninger": ("sagstid", "ansvarlig_nu_center"),
    "anbringelse": ("anbragte_boern", "anbringelsessted"), "anbringelser": ("anbragte_boern", "anbringelseskommune_kommune"),
    "forebyggende": ("nye_indsatser", "indsatstype"), "forebyggende_indsatser": ("aktive_indsatser", "ansvarlig_nu_center"),
    "magtanvendelse": ("antal_borgere", "magtanvendelsestype"), "magtanvendelser": ("antal_borgere", "tilbud_navn"),
    "venteliste": ("ventende_borgere", "paragraf"), "ventelister": ("ventetid", "tilbud_navn"),
    "enkeltsag": ("udgift", "maalgruppe"), "enkeltsager": ("antal", "maalgruppe"),
    "ansatmaaned": ("ansatte", "personalegruppe"),
    "udredning": ("udredte_borgere", "maalgruppe"), "udredninger": ("andel_forbedrede", "ansvarlig_nu_center"),
    "beskaeftigelse": ("beskaeftigede", "status"), "beskaeftigelser": ("beskaeftigelsesprocent", "ansvarlig_nu_center"),
    "bydele": ("borgere_i_byen", "bydel_navn"),
    "skolegang": ("karaktergennemsnit", "foranstaltning"), "skolegange": ("afsluttet_8_klasse", "ansvarlig_nu_center"),
    "stoetteaktivitet": ("antal_borgere", "art"), "stoetteaktiviteter": ("minutter", "borger_koen"),
    "elevtal": ("elever_i_segregeret_tilbud", "klassetrin"), "elever": ("segregeringsprocent", "region"),
    "elevbevaegelse": ("afgang_segregeret", "klassetrin"), "elevbevaegelser": ("tilgang_segregeret", "kommune"),
    "anbringelsesudgift": ("udgift_kr", "region"), "doegninstitutioner": ("udgift_pr_modtager", "region"),
    "plejefamilier": ("netvaerksandel", "region"),
    "flytning": ("tilflyttede", "anden_region"), "flytninger": ("nettotilflytning_smaaboern", "aldersgruppe"),
}  # fmt: skip


def test_no_view_over_persons_is_left_out() -> None:
    model = governed().generation.model
    persons = of_persons(model)
    # Where each citizen lives is a table that nobody can ask: tests/interfaces/test_map.py.
    assert {view.name for view in model.views.values() if view.root in persons} == {*VIEWS, "bopael"}


@pytest.mark.parametrize("view", VIEWS)
@through()
def test_no_view_over_persons_answers(demo: Place, interface: Interface, view: str) -> None:
    measure, dimension = (f"{view}.{name}" for name in VIEWS[view])
    for who in ROLES:
        for query in (
            {"measures": [measure]}, {"dimensions": [dimension]}, {"measures": [measure], "dimensions": [dimension], "subtotals": "rollup"},
            {"measures": ["regnskab.udgift_kr", measure]}, {"measures": [f"{dimension}__count_distinct"]}, {"measures": [f"{measure}__status"]},
            {"measures": [measure], "filters": [{"member": measure, "operator": "gt", "values": [0]}]},
            {"dimensions": [dimension], "ungrouped": True}, {"measures": [measure], "limit": 0},
        ):  # fmt: skip
            told = interface.ask(demo, query, who)
            assert told.codes
            assert set(told.codes) <= REFUSED | {"R213", "P121"}, told.codes
            assert told.rows == ()
    assert interface.ask(demo, {"measures": [measure]}, "direktion").rows


STATEMENTS = (
    "select * from {view}", "select count(*) from {view}", "select {measure} from {view} limit 0", "select {measure} from {view} where 1 = 0",
    "select udgift_kr, (select {measure} from {view}) from regnskab", "select udgift_kr from regnskab where udgift_kr > (select {measure} from {view})",
    "select region from regnskab where region in (select {dimension} from {view})", "select r.region from regnskab r join {view} v on r.region = v.{dimension}",
    "select region from regnskab union select {dimension} from {view}", "with a as (select {measure} from {view}) select * from a", 'select "{view}.{measure}" from regnskab',
    'select region, "{view}.{dimension}" from regnskab', "select sum(x) from (select {measure} as x from {view} group by {dimension}) t", "copy (select {measure} from {view}) to stdout",
    "select exists (select 1 from {view})", "select case when exists (select {dimension} from {view}) then 1 end, udgift_kr from regnskab", "begin; declare c cursor for select {measure} from {view}",
    "set nogletal.every = '{dimension}'; select {dimension} from {view}", "set nogletal.ungrouped = on; select {dimension} from {view}",
)  # fmt: skip


@pytest.mark.parametrize("view", VIEWS)
@on("sql")
def test_no_statement_reaches_a_view_over_persons(demo: Place, view: str) -> None:
    measure, dimension = VIEWS[view]
    for text in STATEMENTS:
        statement = text.format(view=view, measure=measure, dimension=dimension)
        for who in ROLES:
            told = demo.script(who, statement)
            assert told.codes, statement
            assert told.rows == ()
            assert not told.codes[0].startswith("X"), (statement, told.text)


@on("rest", "graphql", "sql")
def test_catalogues_name_no_view_of_persons_to_the_public(demo: Place) -> None:
    """`udvalg` knows of them without the keys of persons, the public of `kommunetal` alone."""
    hidden = {
        "offentlig": (
            "ydelser",
            "afgoerelse",
            "borger_koen",
            "ydelsestype",
            "borger_id",
            "ophold_id",
            "antal_ophold",
            "tilbud_navn",
            "stof",
            "boligtype",
        ),
        "udvalg": ("borger_id", "ydelse_id", "afgoerelse_id", "ophold_id", "rusmiddelforloeb_id"),
    }
    for who, names in hidden.items():
        for told in (
            demo.http(who, "GET", "/cubejs-api/v1/meta?extended"), demo.http(who, "GET", "/graphql/schema.graphql"),
            graphql(demo, "{ __schema { types { name description fields { name description } inputFields { name } } } }", who),
            demo.sql(who, "select table_name, column_name from information_schema.columns"), demo.sql(who, "select relname from pg_class"),
            demo.sql(who, "select * from noegletal.dimensioner"), demo.sql(who, "select * from noegletal.noegletal"), demo.sql(who, "select * from noegletal.visninger"),
        ):  # fmt: skip
            assert not told.codes
            assert [name for name in names if name in told.text] == [], who
    for path in ("sql", "dry-run", "load"):
        for view, (measure, _) in VIEWS.items():
            told = demo.http(
                "offentlig", "POST", f"/cubejs-api/v1/{path}", json={"query": {"measures": [f"{view}.{measure}"]}}
            )
            assert told.text[0] == "4", (path, view)
            assert "main." not in told.text


def test_the_demo_is_the_shipped_one() -> None:
    assert Path(world("demo").model) == PROJECT / "schema"
