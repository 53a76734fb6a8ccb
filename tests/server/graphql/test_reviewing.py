"""The review of policies over GraphQL: for those whose role reviews, and absent for everybody else."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from semantic.access.link import load_policies
from semantic.access.principal import Principal
from semantic.pipeline import Service
from semantic.review.asked import Person
from server.graphql.limits import Limits
from server.graphql.operation import Asking, Request, resolve_cube, respond
from server.graphql.reviewing import Known
from server.graphql.schema import build
from server.main import build_app
from server.settings import Settings
from tests.server.conftest import Client
from tests.worlds import PROJECT

NAMES = ("offentlig", "udvalg", "direktion", "centerchef_voksne", "enhedsleder", "sagsbehandler", "analytiker_varde",
         "lokaladmin_varde")  # fmt: skip
FIELDS = {
    "diff": '{ policies { diff(old: "HEAD", new: "HEAD") { changes { text } notes } } }',
    "whoSees": '{ policies { whoSees(target: "ydelse") { who access rows why } } }',
    "whatSees": '{ policies { whatSees(user: "enhedsleder") { held { what name rows until } sees { members } } } }',
    "matrix": "{ policies { matrix { role cube rows } } }",
    "uncovered": "{ policies { uncovered { cube what } } }",
    "expiring": "{ policies { expiring(within: 5000) { role state on } } }",
    "register": "{ policies { register { cube role formaal hjemmel people } } }",
    "simulate": '{ policies { simulate(query: {measures: ["ydelse.antal_ydelser"]}, user: "enhedsleder") '
    "{ decision scope rows reasons code } } }",
}
Ask = Callable[..., Any]


@pytest.fixture(scope="module")
def ask(demo_database: Any) -> Any:
    """`ask(name, "{ … }")` as the demo principal of that name, under the project's own policies."""
    client = Client(build_app(Settings(demo=True, databases={"demo": demo_database})))

    def asked(name: str, query: str) -> Any:
        answer = client.post("/graphql", json={"query": query}, headers={"Authorization": f"demo-{name}"})
        return answer.json()

    asked.client = client  # type: ignore[attr-defined]
    yield asked
    client.close()


@pytest.mark.parametrize("name", NAMES)
class TestForEverybodyElse:
    @pytest.mark.parametrize("field", FIELDS)
    def test_the_fields_are_as_absent(self, name: str, field: str, ask: Ask) -> None:
        """The same words as for a field that never was."""
        hidden = ask(name, FIELDS[field])
        never = ask(name, FIELDS[field].replace("policies", "polisies"))
        assert json.dumps(hidden).replace("policies", "polisies") == json.dumps(never)
        assert hidden["errors"][0]["extensions"]["code"] == "P102"

    def test_they_are_not_in_the_schema(self, name: str, ask: Ask) -> None:
        found = ask(name, "{ __schema { queryType { fields { name } } types { name } } }")["data"]["__schema"]
        assert [one["name"] for one in found["queryType"]["fields"] if "olic" in one["name"]] == []
        assert [one["name"] for one in found["types"] if one["name"].startswith("Polic") or one["name"] == "JSON"] == []
        sdl = ask.client.get("/graphql/schema.graphql", headers={"Authorization": f"demo-{name}"}).text  # type: ignore[attr-defined]
        assert "olicies" not in sdl
        assert "Policy" not in sdl

    def test_nothing_suggests_them(self, name: str, ask: Ask) -> None:
        assert "policies" not in json.dumps(ask(name, "{ policie { x } }"))
        assert ask(name, '{ __type(name: "Policies") { name } }')["data"]["__type"] is None


class TestForGovernance:
    def test_every_field_is_answered(self, ask: Ask) -> None:
        for field, query in FIELDS.items():
            found = ask("governance", query)
            assert "errors" not in found, found
            assert field == "uncovered" or found["data"]["policies"][field], field
        assert ask("governance", FIELDS["uncovered"])["data"]["policies"]["uncovered"] == []

    def test_it_is_in_the_schema(self, ask: Ask) -> None:
        found = ask("governance", "{ __schema { queryType { fields { name } } } }")["data"]["__schema"]["queryType"]
        assert {"policies", "views", "cube"} <= {one["name"] for one in found["fields"]}
        assert (
            "policies: Policies!"
            in ask.client.get("/graphql/schema.graphql", headers={"Authorization": "demo-governance"}).text
        )  # type: ignore[attr-defined]

    def test_the_answers_are_those_of_the_command_line(self, ask: Ask) -> None:
        seen = ask("governance", FIELDS["whoSees"])["data"]["policies"]["whoSees"]
        assert {
            "who": "centerchef_voksne", "access": "sees", "rows": "organisation.enheder under CE (via ansvarlig_nu)",
            "why": ["centerchef → eget_center: Centerchefen har ansvar for alt under centeret, som det er nu, også de "
                    "sager enhederne bragte med sig."],
        } in seen  # fmt: skip
        unit = ask("governance", '{ policies { whoSees(target: "CA") { who kind } } }')["data"]["policies"]["whoSees"]
        assert {one["who"] for one in unit if one["kind"] == "demo"} == {"direktion", "konsulent"}

    def test_a_simulation_says_no_value(self, ask: Ask) -> None:
        found = ask("governance", FIELDS["simulate"])["data"]["policies"]["simulate"]
        assert (found["decision"], found["scope"]) == ("allowed", "E05 og alt derunder, som organisationen var")
        question = 'query: {measures: ["kommunetal.udgift_kr"]}, role: "analytiker", attributes: {kommune: 573}'
        role = ask("governance", f"{{ policies {{ simulate({question}) {{ decision grants }} }} }}")
        assert role["data"]["policies"]["simulate"]["decision"] == "allowed"

    def test_the_documented_question_is_answered(self, ask: Ask) -> None:
        page = (PROJECT / "docs" / "graphql.md").read_text("utf-8")
        text = page.partition("## Reviewing policies")[2].partition("```text\n")[2].partition("```")[0]
        found = ask("governance", text)
        assert "errors" not in found
        assert set(found["data"]["policies"]) == set(FIELDS)

    def test_two_revisions_are_compared(self, ask: Ask) -> None:
        same = ask("governance", FIELDS["diff"])
        assert same["data"]["policies"]["diff"] == {"changes": [], "notes": []}

    @pytest.mark.parametrize(
        ("field", "code"),
        [
            ('diff(old: "nowhere") { notes }', "P158"),
            ('diff(old: "access_policies") { notes }', "P158"),  # a folder of the server's machine is nobody's business
            ('diff(old: "--output=x") { notes }', "P158"),
            ('whoSees(target: "E99") { who }', "P157"),
            ('whatSees(user: "nobody") { held { name } }', "P146"),
            ('simulate(query: {measures: ["x.y"]}) { decision }', "P104"),
            ('simulate(query: "x", user: "udvalg") { decision }', "P103"),
            ('simulate(query: {}, role: "udvalget") { decision }', "P156"),
            ('simulate(query: {measures: ["x.y"]}, role: "analytiker") { decision }', "P104"),
            ('simulate(query: {measures: ["x.y"]}, role: "analytiker", attributes: [1]) { decision }', "P103"),
            (
                'simulate(query: {measures: ["x.y"]}, role: "analytiker", attributes: {kommune: 1.5}) { decision }',
                "P103",
            ),
        ],
    )
    def test_what_cannot_be_asked_has_a_code(self, field: str, code: str, ask: Ask) -> None:
        assert ask("governance", f"{{ policies {{ {field} }} }}")["errors"][0]["extensions"]["code"] == code

    def test_the_figures_themselves_stay_closed(self, ask: Ask) -> None:
        found = ask("governance", "{ cube { ydelse { antal_ydelser } } }")
        assert found["errors"][0]["extensions"]["code"] == "A305"


def test_the_right_is_looked_at_again_where_it_is_used(service: Service) -> None:
    """A schema that somebody else was shown gives nothing to whose role does not review."""
    policies = load_policies(PROJECT / "access_policies", service.generation.model)
    over = Service(service.generation, policies)
    shown = build(over.visible(Principal("g", ("governance",))), resolve_cube, reviews=True)
    people = (Person("x", "x", "demo", Principal("x", ("udvalg",))),)

    def codes(*roles: str) -> list[str]:
        asking = Asking(Principal("x", roles), over, shown, 10, known=Known(people=lambda: people))
        body = json.loads(respond(Request(FIELDS["matrix"]), asking, Limits()).body)
        return [one["extensions"]["code"] for one in body.get("errors", ())]

    assert codes("udvalg") == codes() == ["A301"]
    assert codes("governance") == []
