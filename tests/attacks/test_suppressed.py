"""Suppressed cells (classes 2, 8 to 11): whatever is asked, the answer is as if their values were others.

Every question is put to two servers. In the second the cell of few persons, and the one that is hidden beside it, have
other values of the same sum: whoever could learn one of them would hear another answer. All that is heard must be the
same, byte for byte. The control asks as who answers for the cases, and hears a difference.
"""

# ruff: noqa: E501  (statements stand as clients send them)
from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from tests.attacks.asking import Interface, Place, Told, graphql, on, serve, through
from tests.attacks.canaries import grant, role, written_world
from tests.disclosure.world import MODEL
from tests.interfaces.clients.web import token

# enhed, cases, persons, lov. D and E are alike in all but how many cases each has.
SHOWN = (("A", 2000, 40, "x"), ("B", 1500, 30, "y"), ("C", 1200, 20, "y"))
SMALL, BESIDE, OTHER_SMALL, OTHER_BESIDE = 977, 983, 955, 1005
KR = 3
NO_PERSONS = ["sag.enhed", "sag.lov", "sag.koen", "sag.sager", "sag.personer", "sag.kvinder", "sag.kvindesager", "sag.maendesager", "sag.kr", "sag.kr_kvinder",
              "sag.andel_kvinder", "sag.kr_pr_person", "sag.andel_af_alle", "sag.alle_sager", "sag.stoerste", "sag.midterste"]  # fmt: skip
ROLES = (
    role("udvikler", grant("paa_tvaers", NO_PERSONS, open=["sag"], tier="threshold")),
    role("ansvarlig", grant("alt", ["sag.*"], open=["sag"], grain={"rows": True})),
)
PRINCIPALS = tuple({"name": name, "title": "x", "roles": [name]} for name in ("udvikler", "ansvarlig"))


def data(small: int, beside: int) -> str:
    """Of F, 40 persons are men and three are women."""
    units = (*SHOWN, ("D", beside, 8, "x"), ("E", small, 4, "x"))
    parts = [
        f"SELECT range, {100 * place} + range % {persons}, '{enhed}', '{lov}', CASE range % 2 WHEN 0 THEN 'k' ELSE 'm' END, {KR} FROM range({cases})"
        for place, (enhed, cases, persons, lov) in enumerate(units)
    ]
    parts.append("SELECT range, 900 + range, 'F', 'x', CASE WHEN range < 40 THEN 'm' ELSE 'k' END, 3 FROM range(43)")
    rows = " UNION ALL ".join(parts)
    return (
        f"CREATE TABLE sag AS SELECT row_number() OVER () AS id, * FROM ({rows}) AS t(n, person, enhed, lov, koen, kr)"
    )


@pytest.fixture(scope="module")
def here() -> Iterator[Place]:
    place = serve(written_world("suppressed", MODEL, data(SMALL, BESIDE), ROLES, PRINCIPALS))
    yield place
    place.close()


@pytest.fixture(scope="module")
def there() -> Iterator[Place]:
    """The same with other values in the cells that must be hidden."""
    place = serve(written_world("otherwise", MODEL, data(OTHER_SMALL, OTHER_BESIDE), ROLES, PRINCIPALS))
    yield place
    place.close()


def sag(*names: str) -> list[str]:
    return [f"sag.{name}" for name in names]


def narrowed(name: str, operator: str, *values: object) -> dict[str, Any]:
    return {"member": f"sag.{name}", "operator": operator, "values": [str(one) for one in values]}


BY_UNIT: dict[str, Any] = {"measures": ["sag.sager"], "dimensions": ["sag.enhed"]}
COUNTS = sag("sager", "kvindesager", "maendesager")
QUESTIONS: dict[str, dict[str, Any]] = {
    "cells": BY_UNIT,
    "status": {**BY_UNIT, "measures": sag("sager", "sager__status")},
    "having equals": {**BY_UNIT, "filters": [narrowed("sager", "equals", SMALL)]},
    "having not equals": {**BY_UNIT, "filters": [narrowed("sager", "notEquals", SMALL)]},
    "having above": {**BY_UNIT, "filters": [narrowed("sager", "gt", 970)]},
    "having below": {**BY_UNIT, "filters": [narrowed("sager", "lt", 978)]},
    "having or": {**BY_UNIT, "filters": [{"or": [narrowed("sager", "equals", SMALL), narrowed("sager", "gt", 1400)]}]},
    "having nested": {**BY_UNIT, "filters": [{"and": [{"or": [narrowed("kr", "lt", 2940), narrowed("sager", "gt", 5000)]}]}]},
    "having another": {"measures": ["sag.personer"], "dimensions": ["sag.enhed"], "filters": [narrowed("sager", "gt", 970)]},
    "order": {**BY_UNIT, "order": {"sag.sager": "asc"}},
    "order and limit": {**BY_UNIT, "order": {"sag.sager": "desc"}, "limit": 4, "offset": 1},
    "order by a mean": {**BY_UNIT, "measures": sag("sager", "kr_pr_person"), "order": {"sag.kr_pr_person": "desc", "sag.enhed": "asc"}},
    "subtotals": {"measures": COUNTS, "dimensions": sag("enhed", "lov"), "subtotals": "cube"},
    "a roll-up": {"measures": sag("sager", "kr"), "dimensions": sag("lov", "enhed"), "subtotals": "rollup"},
    "listed sets": {"measures": ["sag.sager"], "dimensions": sag("enhed", "lov"), "subtotals": [["sag.enhed"], ["sag.lov"], []]},
    "ratios": {"measures": sag("andel_kvinder", "kr_pr_person", "personer"), "dimensions": ["sag.enhed"]},
    "a share of all": {"measures": sag("andel_af_alle", "alle_sager"), "dimensions": ["sag.enhed"]},
    "parts": {"measures": sag("sager", "personer", "kvinder", "kvindesager", "maendesager", "kr", "kr_kvinder"), "dimensions": ["sag.enhed"]},
    "by another key": {"measures": COUNTS, "dimensions": sag("lov", "enhed")},
    "one alone": {"measures": sag("sager", "kr"), "filters": [narrowed("enhed", "equals", "E")]},
    "the other alone, with its like": {**BY_UNIT, "filters": [narrowed("enhed", "equals", "D", "E")]},
    "one taken apart": {"measures": ["sag.sager"], "dimensions": ["sag.koen"], "filters": [narrowed("enhed", "equals", "E")]},
    "every": {**BY_UNIT, "every": ["sag.enhed"]},
    "a top": {**BY_UNIT, "top": {"dimension": "sag.enhed", "measure": "sag.sager", "count": 4}},
}  # fmt: skip
SECRETS = {SMALL, BESIDE, SMALL * KR, BESIDE * KR, 489, 488, 492, 491}


def alike(here: Told, there: Told) -> bool:
    return (here.same, here.rows, here.codes) == (there.same, there.rows, there.codes)


@pytest.mark.parametrize("name", QUESTIONS)
@through()
def test_suppressed_values_change_nothing_that_is_heard(
    here: Place, there: Place, interface: Interface, name: str
) -> None:
    query = QUESTIONS[name]
    told, otherwise = (interface.ask(place, query, "udvikler") for place in (here, there))
    assert alike(told, otherwise)
    assert told.codes in ((), ("A308",)), told.text
    assert not {cell for row in told.rows for cell in row} & {str(one) for one in SECRETS}
    told, otherwise = (interface.ask(place, query, "ansvarlig") for place in (here, there))
    assert told.codes == otherwise.codes == ()
    assert told.rows != otherwise.rows or name in SAME_FOR_ALL


# Of persons, of orders and of the whole: who sees everything is told of both worlds alike.
SAME_FOR_ALL = ("having another", "the other alone, with its like")


@through()
def test_what_is_shown_is_right(here: Place, interface: Interface) -> None:
    query = {"measures": sag("sager", "kr"), "dimensions": ["sag.enhed"], "order": {"sag.enhed": "asc"}}
    shown, truth = (interface.ask(here, query, who).rows for who in ("udvikler", "ansvarlig"))
    assert [row[0] for row in shown] == list("ABCDEF")
    assert [row for row in shown if row[1] is not None] == [row for row in truth if row[0] not in "DE"]
    assert [row[1] for row in truth] == ["2000", "1500", "1200", str(BESIDE), str(SMALL), "43"]


@through()
def test_a_whole_and_its_part_tell_of_no_few_persons(here: Place, interface: Interface) -> None:
    """Of F, 43 less 40 men are three women."""
    query = {"measures": sag("sager", "maendesager"), "dimensions": ["sag.enhed"], "order": {"sag.enhed": "asc"}}
    shown, truth = ({row[0]: row[1:] for row in interface.ask(here, query, who).rows}["F"]
                    for who in ("udvikler", "ansvarlig"))  # fmt: skip
    assert truth == ("43", "40")
    assert shown == ("43", None)


OF_ONE_PERSON: dict[str, tuple[dict[str, Any], tuple[str, ...]]] = {
    "the largest": ({"measures": ["sag.stoerste"], "dimensions": ["sag.enhed"]}, ("A308",)),
    "the median": ({"measures": ["sag.midterste"]}, ("A308",)),
    "persons": ({"measures": ["sag.sager"], "dimensions": ["sag.person"]}, ("R202", "R201", "42703")),
    "members of few": ({"dimensions": ["sag.koen"], "filters": [narrowed("enhed", "equals", "E")]}, ("A308",)),
    "a top": (QUESTIONS["a top"], ("A308",)),
    "rows": ({"dimensions": ["sag.enhed", "sag.koen"], "measures": ["sag.kr"], "ungrouped": True}, ("A301",)),
}


@pytest.mark.parametrize("name", OF_ONE_PERSON)
@through()
def test_one_persons_value_is_told_to_nobody_who_may_not_know(
    here: Place, there: Place, interface: Interface, name: str
) -> None:
    query, codes = OF_ONE_PERSON[name]
    told, otherwise = (interface.ask(place, query, "udvikler") for place in (here, there))
    assert alike(told, otherwise)
    assert told.codes[0] in codes, told.text
    assert told.rows == ()
    assert interface.ask(here, query, "ansvarlig").rows


STATEMENTS = (
    "select enhed, sum(sager) from sag group by enhed having sum(sager) between 970 and 980", "select enhed, sum(sager) from sag group by enhed having not sum(sager) = 977",
    "select enhed, sum(sager) from sag group by enhed order by sum(sager) limit 1 offset 3", "select enhed, sum(sager) * 10, -sum(sager) from sag group by enhed",
    "select enhed, sum(sager)::text || 'x' from sag group by enhed", "select enhed, left(sum(sager)::text, 1), length(sum(sager)::text) from sag group by enhed",
    "select enhed, sum(kr) / sum(sager) * sum(sager) from sag group by enhed", "select enhed, sum(sager) in (977, 983) from sag group by enhed",
    "select enhed, sum(sager) is distinct from 977 from sag group by enhed", "select enhed, (sum(sager) > 970) is true from sag group by enhed",
    "select enhed, coalesce(sum(sager), 0) from sag group by enhed", "select enhed, greatest(sum(sager), 1) from sag group by enhed",
    "select enhed, concat(sum(sager), '') from sag group by enhed", "select enhed, case when sum(sager) > 970 then 'a' else 'b' end from sag group by enhed",
    "select enhed, rank() over (order by sum(sager)) from sag group by enhed", "select enhed, lag(sum(sager)) over (order by enhed) from sag group by enhed",
    "select enhed, sum(sum(sager)) over (order by enhed) from sag group by enhed", "select distinct sum(sager) from sag group by enhed",
    "select max(n) from (select enhed, sum(sager) as n from sag group by enhed) a", "select count(*) from (select enhed, sum(sager) as n from sag group by enhed) a where n > 970",
    "with a(x, y) as (select enhed, sum(sager) from sag group by enhed) select x, y + 1 from a", "select enhed, n from (select enhed, sum(sager) as n from sag group by enhed) a where n = 977",
    "select enhed, sum(sager) as n from sag group by enhed union all select lov, sum(sager) from sag group by lov", "select enhed from sag where enhed in (select enhed from sag group by enhed having sum(sager) = 977)",
    "select sum(sager) from sag where enhed = (select enhed from sag group by enhed order by sum(sager) limit 1)", "select coalesce((select sum(sager) from sag where enhed = 'E'), 0)",
    "select enhed, sum(sager) from sag group by enhed intersect select enhed, 977 from sag", "select enhed, lov, sum(sager) from sag group by cube (enhed, lov)",
    "select enhed, lov, sum(sager) from sag group by grouping sets ((enhed, lov), (lov), ())", "select * from sag", "select enhed, sager, kr, personer from sag",
    "copy (select enhed, sum(sager) from sag group by enhed) to stdout with (format csv)", "begin; declare c cursor for select enhed, sum(sager) from sag group by enhed order by enhed; fetch all from c",
"set nogletal.exact = on; select enhed, andel_kvinder, kr_pr_person from sag",
    "explain select enhed, sum(sager) from sag group by enhed", "explain analyze select enhed, sum(sager) from sag where enhed = 'E' group by enhed", "select 1 / (sum(sager) - 977) from sag group by enhed",
)  # fmt: skip


@pytest.mark.parametrize("text", STATEMENTS)
@on("sql")
def test_no_statement_tells_of_a_suppressed_value(here: Place, there: Place, text: str) -> None:
    told, otherwise = (place.script("udvikler", text) for place in (here, there))
    assert (told.same, told.codes) == (otherwise.same, otherwise.codes)
    assert told.codes == () or told.codes[0] in (
        "A308",
        "A304",
        "U450",
        "U451",
        "U432",
        "P120",
        "P101",
        "R201",
        "0A000",
    ), told.text
    assert not {cell.strip("x") for row in told.rows for cell in row if cell} & {str(one) for one in SECRETS}


@on("sql")
def test_statements_tell_who_may_see_it(here: Place, there: Place) -> None:
    heard = [[place.script("ansvarlig", text) for place in (here, there)] for text in STATEMENTS]
    differing = [told for told, otherwise in heard if told.same != otherwise.same]
    assert len(differing) > len(STATEMENTS) // 2


@on("sql")
def test_a_value_of_a_statement_finds_nothing(here: Place, there: Place) -> None:
    text = "select enhed, sum(sager) from sag group by enhed having sum(sager) = cast(:n as bigint)"
    for wanted in (SMALL, BESIDE, OTHER_SMALL, OTHER_BESIDE):
        told, otherwise = (place.sql("udvikler", text, n=wanted) for place in (here, there))
        assert alike(told, otherwise)
        assert told.rows == ()
    assert here.sql("ansvarlig", text, n=SMALL).rows == (("E", str(SMALL)),)


@on("graphql")
def test_questions_side_by_side_in_one_document_tell_no_more(here: Place, there: Place) -> None:
    text = "{ a: cube { sag { enhed sager } } b: cube { sag { lov sager kr } } c: cube { sag { enhed kvindesager maendesager } } }"
    told, otherwise = (graphql(place, text, "udvikler") for place in (here, there))
    assert alike(told, otherwise)
    assert told.codes == ()
    assert graphql(here, text, "ansvarlig").text != graphql(there, text, "ansvarlig").text


ACCEPTED = ("application/json", "text/csv", "application/vnd.apache.arrow.stream", "application/vnd.apache.parquet")


@pytest.mark.parametrize("kind", ACCEPTED)
@on("rest")
def test_no_download_holds_a_suppressed_value(here: Place, there: Place, kind: str) -> None:
    body = {"query": {**BY_UNIT, "total": True}}

    def heard(place: Place, who: str) -> str:
        response = place.server.http.post("/cubejs-api/v1/load", json=body, headers={**token(who), "Accept": kind})
        assert response.status_code == 200
        told = Told(f"{response.headers.multi_items()} {response.content!r}")
        return re.sub(r"127\.0\.0\.1:\d+", "", told.same)

    assert heard(here, "udvikler") == heard(there, "udvikler")
    assert heard(here, "ansvarlig") != heard(there, "ansvarlig")


@pytest.mark.parametrize("path", ["sql", "dry-run"])
@on("rest")
def test_how_it_is_asked_tells_nothing(here: Place, there: Place, path: str) -> None:
    query = json.dumps({**BY_UNIT, "filters": [narrowed("sager", "gt", 970)]})
    told, otherwise = (place.http("udvikler", "GET", f"/cubejs-api/v1/{path}?query={query}") for place in (here, there))
    assert told.same == otherwise.same
    assert not re.search(rf"\b({SMALL}|{BESIDE})\b", told.text)
