"""The graphs of a theme's page: the points that each nøgletal has when it is asked alone, of what the asker may see."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from pg8000.exceptions import DatabaseError

from semantic.model.load import load_model
from semantic.model.theme import ChartDocument
from tests.interfaces.clients.endpoint import connection
from tests.interfaces.clients.web import token, web
from tests.worlds import PROJECT, World, world

WORLD = replace(world("demo"), policies=PROJECT / "access_policies")
MODEL = load_model(WORLD.model)
THEMES = tuple(MODEL.temaer)
PAGES = {name: theme.document for name, theme in MODEL.temaer.items()}
CHARTS = [(name, chart) for name, page in PAGES.items() for chart in page.grafer]
every_chart = pytest.mark.parametrize(("theme", "chart"), CHARTS, ids=[chart.id for _, chart in CHARTS])
EVERYBODY = ("direktion", "enhedsleder", "sagsbehandler", "konsulent", "udvalg", "governance")
PAGE = """query ($id: ID!) { tema(id: $id) { kort { noegletal }
  grafer { id titel tid inddeling periode opdeling laesevejledning_graf
    serier { noegletal titel maal enhed opgjort_pr punkter { periode opdeling vaerdi status } } } } }"""
Point = tuple[str | None, ...]


def asked(who: str, query: str, of: World = WORLD, **variables: object) -> Any:
    body = {"query": query, "variables": variables}
    return web(of).post("/graphql", json=body, headers=token(who)).json()


def graphs(who: str, theme: str, of: World = WORLD) -> Any:
    page = asked(who, PAGE, of, id=theme)["data"]["tema"]
    return page["grafer"] if page else []


@cache
def drawn(who: str, theme: str) -> dict[tuple[str, str], list[Point]]:
    """The points by graph and nøgletal."""
    return {
        (graph["id"], series["noegletal"]): [tuple(point.values()) for point in series["punkter"]]
        for graph in graphs(who, theme)
        for series in graph["serier"]
    }


def alone(who: str, chart: ChartDocument, noegletal: str) -> list[Point] | str:
    """The points of the nøgletal asked by itself over REST, or the code of its refusal."""
    measure, time = MODEL.noegletal[noegletal].measure, f"{chart.tid}.{chart.inddeling}"
    query = {
        "measures": [measure, f"{measure}__status"],
        "dimensions": [chart.opdeling] if chart.opdeling else [],
        "timeDimensions": [{"dimension": chart.tid, "granularity": chart.inddeling, "dateRange": chart.periode}],
    }
    found = web(WORLD).post("/cubejs-api/v1/load", json={"query": query}, headers=token(who)).json()
    if "code" in found:
        return str(found["code"])
    names = (measure, f"{measure}__status")
    return [
        (row[time][:10], row[chart.opdeling] if chart.opdeling else None, *(row[name] for name in names))
        for row in found["data"]
    ]


@pytest.mark.parametrize("who", EVERYBODY)
@every_chart
def test_who_is_refused_a_series_does_not_see_it_and_others_see_its_points(
    theme: str, chart: ChartDocument, who: str
) -> None:
    shown, has_page = drawn(who, theme), asked(who, PAGE, id=theme)["data"]["tema"] is not None
    for noegletal in chart.noegletal:
        answer = alone(who, chart, noegletal)
        if isinstance(answer, str):
            assert answer[0] in "AR"
            assert (chart.id, noegletal) not in shown
        else:
            assert shown.get((chart.id, noegletal)) == (answer if has_page else None)


def test_a_part_of_the_askers_draws_whole_graphs_and_none_is_drawn_for_nobody() -> None:
    """What the test above goes over is not empty: each graph is drawn for the directors, and none for governance."""
    for theme, chart in CHARTS:
        assert all(drawn("direktion", theme)[chart.id, noegletal] for noegletal in chart.noegletal)
        assert drawn("governance", theme) == drawn("udvalg", theme) == drawn("offentlig", theme) == {}
    assert drawn("sagsbehandler", "arbejdspladsen") == {}


def test_every_page_has_a_graph_that_says_how_it_is_read() -> None:
    for theme in THEMES:
        found = graphs("direktion", theme)
        assert [one["id"] for one in found] == [chart.id for chart in PAGES[theme].grafer] != []
        assert all(len(one["laesevejledning_graf"]) > 40 for one in found)


@pytest.fixture(scope="module")
def forbidden(tmp_path_factory: pytest.TempPathFactory) -> World:
    """The shipped policies, where the head of a unit may know neither of long absence nor of who got worse."""
    folder = tmp_path_factory.mktemp("policies") / "access_policies"
    copytree(WORLD.access, folder)
    role: Path = folder / "roles" / "enhedsleder.yml"
    hidden = "[fravaer.laengde, udredning.forvaerrede_borgere, udredning.andel_forvaerrede]"
    forbid = f"\n    forbids:\n      - {{name: skjult, reason: Til proeven., members: {hidden}}}\n"
    role.write_text(role.read_text("utf-8").rstrip("\n") + forbid, "utf-8")
    return replace(WORLD, policies=folder)


def test_a_hidden_measure_or_division_is_as_absent(forbidden: World) -> None:
    """In the page and in SQL's list of it: the other series and graphs stand as before."""
    named = ("arbejdspladsen", "effekter")
    before = {theme: graphs("enhedsleder", theme) for theme in named}
    after = {theme: graphs("enhedsleder", theme, forbidden) for theme in named}
    work, effects = before.values()
    assert [one["id"] for one in work] == [
        "sygefravaer_pr_maaned",
        "sygefravaer_kort_og_langt",
        "vold_og_trusler_pr_maaned",
    ]
    assert after["arbejdspladsen"] == [work[0], work[2]]
    [graph] = effects
    assert [one["noegletal"] for one in graph["serier"]] == ["noegletal-405", "noegletal-405-reduceret"]
    assert after["effekter"] == [{**graph, "serier": graph["serier"][:1]}]
    listed = connection(forbidden, "enhedsleder").run("SELECT * FROM noegletal.temagrafer")
    assert len(listed) == len(connection(WORLD, "enhedsleder").run("SELECT * FROM noegletal.temagrafer")) - 2
    assert not [row for row in listed if "laengde" in row or "forvaerrede_borgere" in row]


def test_small_numbers_of_persons_are_hidden_in_a_graph_as_anywhere() -> None:
    points = drawn("konsulent", "datakvalitet")["uden_frist_pr_maaned", "noegletal-601"]
    whole = drawn("direktion", "datakvalitet")["uden_frist_pr_maaned", "noegletal-601"]
    hidden = [point for point in points if point[3] == "diskretioneret"]
    assert 0 < len(hidden) < len(points)
    assert all(value is None for _, _, value, _ in hidden)
    few = {period for period, _, value, _ in whole if 0 < int(value or 0) < 5}
    assert few <= {period for period, *_ in hidden}


@pytest.mark.parametrize("who", ["direktion", "enhedsleder"])
def test_the_points_are_those_by_hand_of_the_rows_of_the_asker(who: str) -> None:
    own = "enhed = 'E05'" if who == "enhedsleder" else "true"
    _, rows = WORLD.oracle(f"""
        SELECT strftime(date_trunc('quarter', afgjort), '%Y-%m-%d'), NULL,
            printf('%.1f', round(100.0 * count(*) FILTER (afgjort <= frist) / count(*), 1)), 'normal'
        FROM afgoerelse WHERE {own} AND frist IS NOT NULL
            AND afgjort >= DATE '2023-10-01' AND afgjort < DATE '2025-10-01'
        GROUP BY 1 ORDER BY 1""")
    assert len(rows) == 8
    assert drawn(who, "service_og_sikker_drift")["frister_pr_kvartal", "noegletal-006"] == rows


def given(who: str, select: str) -> list[dict[str, str | None]] | None:
    """The rows of a SELECT that SQL lists, as text by column; None where its figures are denied."""
    sql = connection(WORLD, who)
    try:
        rows = sql.run(select)
    except DatabaseError as error:
        if error.args[0]["C"] != "42501":
            raise
        return None
    names = [column["name"] for column in sql.columns or ()]
    return [
        {name: None if cell is None else str(cell) for name, cell in zip(names, row, strict=True)} for row in rows or ()
    ]


@pytest.mark.parametrize("who", [*EVERYBODY, "offentlig"])
@pytest.mark.parametrize("theme", THEMES)
def test_the_select_that_sql_lists_has_the_same_points(theme: str, who: str) -> None:
    """Each is denied where the page leaves the series out; one who has no page is given none of its cards either."""
    listed = f"SELECT graf, noegletal, forespoergsel FROM noegletal.temagrafer WHERE tema = '{theme}' ORDER BY nr"
    found = {
        (graph, noegletal): [
            tuple(row.get(name) for name in ("periode", "opdeling", "vaerdi", "status")) for row in rows
        ]
        for graph, noegletal, select in connection(WORLD, who).run(listed)
        if (rows := given(who, select)) is not None
    }
    assert found == drawn(who, theme)


@pytest.mark.parametrize("who", [*EVERYBODY, "offentlig"])
@pytest.mark.parametrize("theme", THEMES)
def test_the_select_of_a_card_has_the_digits_of_the_card(theme: str, who: str) -> None:
    card = '{ tema(id: "%s") { kort { noegletal vaerdi status sidste_aar opgjort_pr } } }'
    page = asked(who, card % theme)["data"]["tema"]
    listed = f"SELECT noegletal, forespoergsel FROM noegletal.temakort WHERE tema = '{theme}' ORDER BY nr"
    found = [
        {"noegletal": noegletal} | {name: row.get(name) for name in ("vaerdi", "status", "sidste_aar", "opgjort_pr")}
        for noegletal, select in connection(WORLD, who).run(listed)
        for row in given(who, select) or ()
    ]
    assert found == (page["kort"] if page else [])


@pytest.mark.parametrize("table", ["temakort", "temagrafer"])
def test_a_select_stands_as_a_subquery_too(table: str) -> None:
    """As programs put it that ask for more of a text that somebody has pasted into them."""
    sql = connection(WORLD, "enhedsleder")
    for [select] in sql.run(f"SELECT forespoergsel FROM noegletal.{table} WHERE tema = 'service_og_sikker_drift'"):
        alone, within = (given("enhedsleder", one) for one in (select, f'SELECT * FROM ({select}) AS "_"'))
        assert alone is not None
        assert within is not None
        assert sorted(map(str, within)) == sorted(map(str, alone)), "in an order of its own"


@pytest.mark.parametrize("table", ["temakort", "temagrafer"])
def test_who_has_the_catalogue_alone_reads_the_selects_and_nobody_else_reads_any(table: str) -> None:
    def listed(who: str) -> int:
        return len(connection(WORLD, who).run(f"SELECT forespoergsel FROM noegletal.{table}"))

    assert listed("direktion") >= listed("governance") > listed("udvalg") > 0
    assert listed("offentlig") == listed("analytiker_varde") == 0


def test_the_pages_texts_are_in_sql_as_in_graphql() -> None:
    sql = connection(WORLD, "direktion")
    texts = "SELECT tema, titel, intro, laesevejledning_noegletal, kvalitetsvurdering FROM noegletal.temaer ORDER BY nr"
    page = "query ($id: ID!) { tema(id: $id) { id titel intro laesevejledning_noegletal kvalitetsvurdering } }"
    assert [tuple(row) for row in sql.run(texts)] == [
        tuple(asked("direktion", page, id=theme)["data"]["tema"].values())
        for theme in sorted(THEMES, key=lambda one: PAGES[one].raekkefoelge)
    ]
    guides = sql.run("SELECT DISTINCT tema, graf, titel, laesevejledning_graf FROM noegletal.temagrafer")
    assert sorted(map(tuple, guides)) == sorted(
        (theme, graph["id"], graph["titel"], graph["laesevejledning_graf"])
        for theme in THEMES
        for graph in graphs("direktion", theme)
    )


def test_a_graph_is_asked_for_when_it_is_looked_at_and_once() -> None:
    cards = asked("direktion", '{ tema(id: "effekter") { kort { noegletal } } }')
    assert not [key for key in cards["extensions"]["answers"] if "grafer" in key]
    twice = '{ a: tema(id: "effekter") { x: grafer { id } y: grafer { titel } } }'
    told = asked("direktion", twice)["extensions"]["answers"]
    assert [key for key in told if "grafer" in key] == ["a.grafer.0.serier.0", "a.grafer.0.serier.1"]
    assert all(one["dataVersion"] and one["scope"] for one in told.values())
