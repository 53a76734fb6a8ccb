"""The governed answer through GraphQL: the numbers and refusals that REST gives, and where they are from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest

Problems = Callable[..., list[tuple[str, str]]]


def test_a_question_with_everything(ask: Callable[..., httpx.Response]) -> None:
    answer = ask(
        """query ($w: RootWhereInput) {
          dyrest: cube(where: $w, limit: 2, offset: 1, orderBy: { regnskab: { udgift_pr_indbygger: desc } }) {
            __typename
            regnskab(where: { funktion: { equals: "6.45.51" } }) {
              kommune
              kr: udgift_pr_indbygger
              kr_status: udgift_pr_indbygger__status
              omfang
            }
          }
        }""",
        w={"regnskab": {"aar": {"equals": 2024}}},
    ).json()
    names = ["kommune", "kr", "kr_status", "omfang"]
    assert [list(row["regnskab"]) for row in answer["data"]["dyrest"]] == [names, names]
    first = answer["data"]["dyrest"][0]
    assert first["__typename"] == "Result"
    assert first["regnskab"]["kr_status"] == "normal"
    assert first["regnskab"]["kr"].count(".") == 1
    about = answer["extensions"]
    assert (about["truncated"], about["rowLimit"], about["scope"]) == (False, 2, first["regnskab"]["omfang"])
    assert {"modelVersion", "dataVersion", "opgjortPr", "opgjortPrKilde"} <= set(about)
    assert about["notes"][0].endswith(": rekonstrueret af offentliggjorte tal")
    assert any(", databrud 2024-01-01: " in note for note in about["notes"])


def test_several_questions_of_one_request(ask: Callable[..., httpx.Response]) -> None:
    text = "{ a: cube(limit: 1) { kommuner { kommune } } b: cube { kommuner { n: antal_kommuner } } __typename }"
    answer = ask(text).json()
    assert answer["data"]["b"] == [{"kommuner": {"n": "98"}}]
    assert {name: one["rowLimit"] for name, one in answer["extensions"]["answers"].items()} == {"a": 1, "b": 10_000}


def test_an_answer_cut_by_the_servers_cap_says_so(small_client: Any) -> None:
    headers = {"Authorization": "demo-direktion"}
    for limit, truncated, count in (("", True, 5), ("(limit: 7)", False, 7)):
        query = f"{{ cube{limit} {{ kommuner {{ kommune }} }} }}"
        answer = small_client.post("/graphql", json={"query": query}, headers=headers).json()
        assert (len(answer["data"]["cube"]), answer["extensions"]["truncated"]) == (count, truncated)


def test_the_number_of_rows_where_asked_for(ask: Callable[..., httpx.Response]) -> None:
    answer = ask("{ cube(limit: 3, total: true) { kommuner { kommune } } }").json()
    assert answer["extensions"]["total"] == 98
    assert "total" not in ask("{ cube(limit: 3) { kommuner { kommune } } }").json()["extensions"]


def test_times_by_several_grains(rows: Callable[..., Any]) -> None:
    found = rows(
        """{ cube(limit: 1, orderBy: { afgoerelse: { afgoerelse_id: asc } }) { afgoerelse {
             afgoerelse_id modtaget { value month quarter year } registreret { value day } } } }"""
    )
    modtaget, registreret = found[0]["afgoerelse"]["modtaget"], found[0]["afgoerelse"]["registreret"]
    assert modtaget["month"] == modtaget["value"][:8] + "01T00:00:00.000"
    assert modtaget["year"] == modtaget["value"][:5] + "01-01T00:00:00.000"
    assert registreret["day"] == registreret["value"][:10] + "T00:00:00.000"


def test_a_measure_beside_its_groups(rows: Callable[..., Any], problems: Problems) -> None:
    """Published: 2,840 in Varde, which is no member of 6-by and has no place there."""
    tests = 'aar: { equals: 2024 }, funktion: { equals: "6.45.51" }, kommune: { equals: "Varde" }'
    asked = """udgift_pr_indbygger udgift_pr_indbygger__sammenligning {
      __typename landet { vaerdi rang antal __typename } seks_by { plads: rang status } }"""
    found = rows(f"{{ cube {{ regnskab(where: {{ {tests} }}) {{ {asked} }} }} }}")[0]["regnskab"]
    assert found == {
        "udgift_pr_indbygger": "2840.0",
        "udgift_pr_indbygger__sammenligning": {
            "__typename": "Comparisons",
            "landet": {
                "vaerdi": "3092.7",
                "rang": "68",
                "antal": "98",
                "__typename": "Comparison",
            },
            "seks_by": {"plads": None, "status": "normal"},
        },
    }
    other = problems("{ cube { regnskab { aar udgift_pr_indbygger_snit__sammenligning { seks_by { vaerdi } } } } }")
    assert [code for code, _ in other] == ["R202"], "the unweighted mean is not compared with 6-by"


QUESTIONS = {
    "measures by dimensions": (
        "{ cube { regnskab { region aar udgift_kr udgift_pr_indbygger udgift_pr_indbygger__status } } }",
        {
            "measures": ["regnskab.udgift_kr", "regnskab.udgift_pr_indbygger", "regnskab.udgift_pr_indbygger__status"],
            "dimensions": ["regnskab.region", "regnskab.aar"],
        },
    ),
    "time": (
        """{ cube(where: { afgoerelse: { modtaget: { inDateRange: ["2023-01-01", "2024-12-31"] } } }) {
             afgoerelse { modtaget { month } antal_sager fristoverholdelse } } }""",
        {
            "measures": ["afgoerelse.antal_sager", "afgoerelse.fristoverholdelse"],
            "timeDimensions": [
                {"dimension": "afgoerelse.modtaget", "granularity": "month", "dateRange": ["2023-01-01", "2024-12-31"]}
            ],
        },
    ),
    "filters and order": (
        """{ cube(where: { OR: [{ regnskab: { kommune: { startsWith: "A" } } },
                                { regnskab: { region: { in: ["Sjælland"] } } }] }
                  orderBy: { regnskab: { kommune: desc } }) {
             regnskab(where: { aar: { gte: 2023 }, udgift_kr: { gt: 1000000 } }) { kommune udgift_kr } } }""",
        {
            "measures": ["regnskab.udgift_kr"],
            "dimensions": ["regnskab.kommune"],
            "filters": [
                {"or": [
                    {"member": "regnskab.kommune", "operator": "startsWith", "values": ["A"]},
                    {"member": "regnskab.region", "operator": "equals", "values": ["Sjælland"]},
                ]},
                {"member": "regnskab.aar", "operator": "gte", "values": ["2023"]},
                {"member": "regnskab.udgift_kr", "operator": "gt", "values": ["1000000"]},
            ],
            "order": [["regnskab.kommune", "desc"]],
        },
    ),
    "stamps and a segment": (
        """{ cube(segments: ["ydelse.udenbys"]) { ydelse { opgjort_pr dataversion omfang antal_ydelser } } }""",
        {
            "measures": ["ydelse.antal_ydelser"],
            "dimensions": ["ydelse.opgjort_pr", "ydelse.dataversion", "ydelse.omfang"],
            "segments": ["ydelse.udenbys"],
        },
    ),
    "booleans": (
        """{ cube(where: { borger: { adressebeskyttelse: { equals: false } } }) {
             borger { adressebeskyttelse antal_borgere } } }""",
        {
            "measures": ["borger.antal_borgere"],
            "dimensions": ["borger.adressebeskyttelse"],
            "filters": [{"member": "borger.adressebeskyttelse", "operator": "equals", "values": ["false"]}],
        },
    ),
}  # fmt: skip


def flat(row: dict[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in row.items():
        if isinstance(value, dict):
            yield from flat(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value


@pytest.mark.parametrize("name", QUESTIONS)
def test_rest_gives_the_same_rows_in_the_same_order(name: str, client: Any, rows: Callable[..., Any]) -> None:
    text, query = QUESTIONS[name]
    here = [dict(flat(row)) for row in rows(text)]
    there = client.load(query).json()["data"]
    assert here == [{key: row[key] for key in here[0]} for row in there]
    assert here


@pytest.mark.parametrize(
    ("text", "query"),
    [
        (
            "{ cube { regnskab { aar udgift_k } nowhere { x } } }",
            {"dimensions": ["regnskab.aar", "regnskab.udgift_k", "nowhere.x"]},
        ),
        (
            '{ cube(where: { regnskab: { aar: { equals: "to tusind" } } }) { regnskab { udgift_kr } } }',
            {
                "measures": ["regnskab.udgift_kr"],
                "filters": [{"member": "regnskab.aar", "operator": "equals", "values": ["to tusind"]}],
            },
        ),
        (
            '{ cube(where: { afgoerelse: { modtaget: { afterDate: "2023-02-29" } } }) { afgoerelse { antal_sager } } }',
            {
                "measures": ["afgoerelse.antal_sager"],
                "filters": [{"member": "afgoerelse.modtaget", "operator": "afterDate", "values": ["2023-02-29"]}],
            },
        ),
        (
            '{ cube(where: { regnskab: { kommune: { contians: "x" } } }) { regnskab { udgift_kr } } }',
            {
                "measures": ["regnskab.udgift_kr"],
                "filters": [{"member": "regnskab.kommune", "operator": "contians", "values": ["x"]}],
            },
        ),
        (
            "{ cube { afgoerelse { modtaget { fortnight } } } }",
            {"timeDimensions": [{"dimension": "afgoerelse.modtaget", "granularity": "fortnight"}]},
        ),
        ("{ cube(timezone: \"Mars\") { regnskab { aar } } }", {"dimensions": ["regnskab.aar"], "timezone": "Mars"}),
        ("{ cube(orderBy: { regnskab: { region: asc } }) { regnskab { aar } } }",
         {"dimensions": ["regnskab.aar"], "order": [["regnskab.region", "asc"]]}),
    ],
)  # fmt: skip
def test_rest_refuses_in_the_same_words(
    text: str, query: object, client: Any, ask: Callable[..., httpx.Response]
) -> None:
    here = [
        (error["message"], error["extensions"]["code"], error["extensions"].get("hint"))
        for error in ask(text).json()["errors"]
    ]
    there = [(one["message"], one["code"], one.get("hint")) for one in client.load(query).json()["problems"]]
    assert here == there


def test_an_unknown_member_has_a_suggestion_a_place_and_a_path(ask: Callable[..., httpx.Response]) -> None:
    [error] = ask("{\n  tal: cube { regnskab { udgift_k } } }").json()["errors"]
    assert error == {
        "message": "'regnskab' has no member 'udgift_k'.",
        "extensions": {
            "code": "R202",
            "dansk": "Visningen har intet sådant felt.",
            "hint": "Did you mean 'udgift_kr'?",
        },
        "locations": [{"line": 2, "column": 3}],
        "path": ["tal"],
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{ cube { __typename } }", ["R215"]),
        ("{ cube { regnskab { aar @skip(if: true) } } }", ["R215"]),
        ("{ cube { regnskab { udgift_kr { year } } } }", ["P102"]),
        ("{ cube { afgoerelse { modtaget } } }", ["P102"]),
        ('{ cube(limit: "5") { regnskab { aar } } }', ["P103"]),
        ("query ($n: String) { cube(limit: $n) { regnskab { aar } } }", ["P103"]),
        ('{ nothing cube(limit: "5") { regnskab { aar } } }', ["P102", "P103"]),
        ("{ cube(limit: -1) { regnskab { aar } } }", ["R214"]),
        ("{ cube(limit: 2000000) { regnskab { aar } } }", ["L501"]),
        ("{ cube(size: 1) { regnskab { aar } } }", ["P102"]),
        ("query ($n: Int!) { cube(limit: $n) { regnskab { aar } } }", ["P103"]),
        ("{ cube { regnskab { x: aar x: kommune } } }", ["P102"]),
        ("{ cube { ...on BefolkningMembers { alder } } }", ["P102"]),
        ("subscription { cube { regnskab { aar } } }", ["P102"]),
        ("{ noegletal { title } }", ["P102"]),
        ("{ cube { regnskab { aar(x: 1) aarr(x: 1) } } }", ["P102"]),
    ],
)
def test_other_refusals(text: str, expected: list[str], problems: Problems) -> None:
    assert [code for code, _ in problems(text)] == expected


def test_a_question_beside_a_faulty_one_is_not_answered_halfway(ask: Callable[..., httpx.Response]) -> None:
    answer = ask("{ good: cube(limit: 1) { regnskab { aar } } bad: cube { regnskab { x } } }").json()
    assert "data" not in answer
    assert answer["errors"][0]["path"] == ["bad"]


def test_a_variable_keeps_every_digit(client: Any, problems: Problems) -> None:
    """The number that tells the two filters apart is past what a double holds."""
    text = "query ($v: Float) { cube(where: { regnskab: { udgift_kr: { gt: $v } } }) { regnskab { aar udgift_kr } } }"
    headers = {"Authorization": "demo-direktion", "Content-Type": "application/json"}

    def count(number: str) -> int:
        body = f'{{"query": "{text}", "variables": {{"v": {number}}}}}'
        return len(client.post("/graphql", content=body, headers=headers).json()["data"]["cube"])

    largest = client.load({"measures": ["regnskab.udgift_kr"], "dimensions": ["regnskab.aar"], "limit": 1})
    number = largest.json()["data"][0]["regnskab.udgift_kr"]
    assert (count(f"{number}.00000000000000000001"), count(f"{int(number) - 1}.99999999999999999999")) == (0, 1)
    assert [code for code, _ in problems(text, v="abc")] == ["P103"]


def test_a_top_by_a_variable_and_its_rest(ask: Callable[..., httpx.Response]) -> None:
    text = """query ($t: Top, $e: [String!]) {
      cube(top: $t, every: $e) { kommuner { region region__rest antal_kommuner } } }"""
    top = {"dimension": "kommuner.region", "measure": "kommuner.antal_kommuner", "count": 2}
    rows = [row["kommuner"] for row in ask(text, t=top).json()["data"]["cube"]]
    assert [row["region__rest"] for row in rows].count(True) == 1
    assert sum(int(row["antal_kommuner"]) for row in rows) == 98
    assert ask(text, t=top, e=["kommuner.region"]).json()["errors"][0]["extensions"]["code"] == "U402"


def test_a_flag_of_the_rest_stands_beside_a_top_with_one(
    ask: Callable[..., httpx.Response], problems: Problems
) -> None:
    top = 'dimension: "kommuner.region", measure: "kommuner.antal_kommuner", count: 2'
    flagged = "{ kommuner { region region__rest } } }"
    assert "errors" not in ask(f"{{ cube(top: {{ {top} }}) {flagged}").json()
    for given in ("limit: 2", f"top: {{ {top}, rest: false }}", 'subtotals: "rollup"'):
        assert problems(f"{{ cube({given}) {flagged}")[0][0] == "P104"
    assert problems(f"{{ cube(top: {{ {top} }}) {{ kommuner {{ region__rest }} }} }}")[0][0] == "P104"
    assert problems(f"{{ cube(top: {{ count: -1 }}) {flagged}")[0][0] == "P104"
