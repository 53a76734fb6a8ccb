"""The whole application over REST and GraphQL, asked by users who are made, changed and shut out while it serves.

What a right answer is, the database says: what Varde has spent, by hand.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import httpx
import pytest

from server.identity.issuer_settings import OidcSettings
from server.identity.scram import make_verifier
from server.identity.throttle import PAIR
from server.main import build_app
from server.settings import Settings
from server.state import accounts, tokens
from server.state.accounts import Account, RoleAssignment
from server.state.database import State, open_state
from server.state.place import StatePlace
from tests.server.conftest import LOAD, Client
from tests.server.identity.issuer import AUDIENCE, Issuer, running

PASSWORD = "en lang nok kode"
QUESTION = {"measures": ["kommunetal.udgift_kr"], "dimensions": ["kommunetal.aldersgruppe"]}
GRAPHQL = "{ cube { kommunetal { aldersgruppe udgift_kr } } }"
VERIFIER = str(make_verifier(PASSWORD, iterations=4_096))
Headers = dict[str, str]


class World:
    """A serving application, its state and its issuer, and a user of each kind of login."""

    def __init__(self, client: Client, state: State, issuer: Issuer, spent: dict[str, Decimal]) -> None:
        self.client, self.state, self.issuer, self.spent = client, state, issuer, spent

    def change(self, work: Callable[..., object], *arguments: Any) -> Any:
        with self.state.writing() as connection:
            return work(connection, *arguments)

    def analyst(self, name: str) -> None:
        """An analyst of Varde."""
        now = datetime.now(UTC)
        self.change(accounts.add, Account(name, name, "person", None, True, VERIFIER, now))
        self.change(accounts.grant, name, RoleAssignment("analytiker", None, "operatoer", now))
        self.change(accounts.set_attribute, name, "kommune", 573)

    def token(self, name: str) -> str:
        now = datetime.now(UTC)
        token = tokens.Token(tokens.new_id(), name, "prøve", now, now + timedelta(days=1))
        return str(self.change(tokens.create, token))

    def login(self, way: str, name: str) -> Headers:
        """The header of a new analyst who comes in that way."""
        if way == "jwt":
            return {"Authorization": f"Bearer {self.issuer.token(sub=name)}"}
        self.analyst(name)
        if way == "basic":
            return basic(name, PASSWORD)
        secret = self.token(name)
        return {
            "token": {"Authorization": f"Bearer {secret}"},
            "bare token": {"Authorization": secret},
            "token as password": basic(name, secret),
        }[way]

    def rest(self, headers: Headers) -> httpx.Response:
        return self.client.get(LOAD, params={"query": json.dumps(QUESTION)}, headers=headers)

    def graphql(self, headers: Headers) -> httpx.Response:
        return self.client.post("/graphql", json={"query": GRAPHQL}, headers=headers)

    def codes(self, headers: Headers) -> tuple[str, str]:
        """The code of the refusal over REST and over GraphQL."""
        return self.rest(headers).json()["code"], self.graphql(headers).json()["errors"][0]["extensions"]["code"]

    def assert_reads(self, headers: Headers) -> None:
        """What Varde has spent, over both, and nothing of anybody else."""
        rest, graphql = self.rest(headers), self.graphql(headers)
        assert rest.status_code == graphql.status_code == 200, (rest.text, graphql.text)
        rows = [(row["kommunetal.aldersgruppe"], row["kommunetal.udgift_kr"]) for row in rest.json()["data"]]
        assert {key: Decimal(value) for key, value in rows} == self.spent
        cells = [row["kommunetal"] for row in graphql.json()["data"]["cube"]]
        assert {one["aldersgruppe"]: Decimal(one["udgift_kr"]) for one in cells} == self.spent


def basic(name: str, password: str) -> Headers:
    return {"Authorization": f"Basic {base64.b64encode(f'{name}:{password}'.encode()).decode()}"}


@pytest.fixture(scope="module")
def world(demo_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    folder = tmp_path_factory.mktemp("state")
    place = StatePlace(f"sqlite:///{folder / 'state.db'}")
    with duckdb.connect(str(demo_database), read_only=True) as data:
        sql = "SELECT aldersgruppe, round(sum(udgift_kr)) FROM main.kommunetal WHERE kommunekode = 573 GROUP BY 1"
        spent = {key: Decimal(value) for key, value in data.sql(sql).fetchall()}
    with running() as issuer:
        written = {
            "issuer": issuer.url,
            "audience": AUDIENCE,
            "attributes": {"kommune": {"claim": "kommune", "type": "integer"}},
            "roles": {"claim": "groups", "values": {"Analyse": "analytiker"}},
        }
        state = open_state(place)
        settings = Settings(
            databases={"demo": demo_database}, state=place.url, oidc=OidcSettings.model_validate(written)
        )
        client = Client(build_app(settings))
        yield World(client, state, issuer, spent)
        client.close()
        state.close()


WAYS = ("basic", "token", "bare token", "token as password", "jwt")


def test_what_is_read_differs_by_kommune(world: World) -> None:
    """Else nothing below would say anything."""
    assert len(world.spent) > 1


@pytest.mark.parametrize("way", WAYS)
def test_each_way_of_login_reads_what_the_role_gives(world: World, way: str) -> None:
    world.assert_reads(world.login(way, f"laeser_{WAYS.index(way)}"))


@pytest.mark.parametrize("way", WAYS[:4])
def test_a_role_that_is_taken_gives_nothing_to_the_next_request(world: World, way: str) -> None:
    name = f"frataget_{WAYS.index(way)}"
    headers = world.login(way, name)
    world.assert_reads(headers)
    world.change(accounts.revoke, name, ["analytiker"])
    assert world.codes(headers) == ("R201", "R201")  # hidden as if it were not there
    world.change(accounts.grant, name, RoleAssignment("analytiker", None, "operatoer", datetime.now(UTC)))
    world.assert_reads(headers)
    ended = datetime.now(UTC)
    world.change(accounts.grant, name, RoleAssignment("analytiker", ended, "operatoer", ended))
    assert world.codes(headers) == ("R201", "R201")


@pytest.mark.parametrize("way", WAYS[:4])
def test_a_disabled_user_is_out(world: World, way: str) -> None:
    name = f"lukket_{WAYS.index(way)}"
    headers = world.login(way, name)
    world.assert_reads(headers)
    world.change(accounts.set_active, name, False)
    assert world.codes(headers) == ("A311", "A311")
    assert world.rest(headers).status_code == world.graphql(headers).status_code == 401


def test_a_revoked_token_is_out_and_the_password_still_in(world: World) -> None:
    headers = world.login("token", "to_veje")
    world.assert_reads(headers)
    [token] = world.change(tokens.of, "to_veje")
    world.change(tokens.revoke, token.id, datetime.now(UTC))
    assert world.codes(headers) == ("A311", "A311")
    world.assert_reads(basic("to_veje", PASSWORD))


def test_a_changed_password_is_out(world: World) -> None:
    headers = world.login("basic", "ny_kode")
    world.assert_reads(headers)
    world.change(accounts.set_verifier, "ny_kode", str(make_verifier("en helt anden kode", iterations=4_096)))
    assert world.codes(headers) == ("A311", "A311")
    world.assert_reads(basic("ny_kode", "en helt anden kode"))


@pytest.mark.parametrize(("name", "kommune"), [("ingen", None), ("tekst", "573"), ("flere", (573,)), ("nul", 0)])
def test_an_attribute_that_is_missing_or_of_another_type_denies(world: World, name: str, kommune: Any) -> None:
    headers = world.login("basic", name)
    world.assert_reads(headers)
    world.change(accounts.remove_attribute, name, "kommune")
    if kommune is not None:
        world.change(accounts.set_attribute, name, "kommune", kommune)
    if kommune == 0:  # right, but no kommune: it reads no rows, and nobody else's
        assert [row for row in world.rest(headers).json()["data"] if row["kommunetal.udgift_kr"]] == []
        return
    assert world.codes(headers) == ("R201", "R201")


def test_an_issuers_subject_that_is_shut_out_is_out(world: World) -> None:
    headers = world.login("jwt", "fremmed")
    world.assert_reads(headers)
    world.change(accounts.block, "oidc:fremmed", datetime.now(UTC))
    assert world.codes(headers) == ("A311", "A311")


@pytest.mark.parametrize(
    ("claims", "code"),
    [
        ({"kommune": None}, "A312"), ({"kommune": "573"}, "A312"), ({"groups": []}, "A312"),
        ({"groups": ["Andet"]}, "R201"),
        ({"exp": 100, "iat": 50}, "A313"), ({"aud": "andre"}, "A311"),
    ],
)  # fmt: skip
def test_an_issuers_token_that_is_not_right_is_refused(world: World, claims: dict[str, Any], code: str) -> None:
    headers = {"Authorization": f"Bearer {world.issuer.token(**claims)}"}
    assert world.codes(headers) == (code, code)


def test_the_demo_is_not_served_beside_the_users(world: World) -> None:
    assert world.codes({"Authorization": "demo-direktion"}) == ("A311", "A311")
    assert world.codes(basic("direktion", "demo")) == ("A311", "A311")


def test_guessing_is_slowed_and_says_for_how_long(world: World) -> None:
    for name in ("gaettet", "findes_ikke"):
        if name == "gaettet":
            world.analyst(name)
        answers = [world.rest(basic(name, f"forkert {number}")) for number in range(PAIR.most + 1)]
        assert [answer.status_code for answer in answers] == [401] * PAIR.most + [429]
        assert answers[-1].headers["Retry-After"] == "10"
        assert answers[-1].json()["code"] == "L513"
        told = world.graphql(basic(name, PASSWORD))
        assert (told.status_code, told.headers["Retry-After"]) == (429, "10")


def test_what_is_refused_is_kept_by_no_cache(world: World) -> None:
    for headers in (basic("ukendt", "forkert"), {"Authorization": f"Bearer {world.issuer.token(kommune=None)}"}):
        assert world.rest(headers).headers["Cache-Control"] == "no-store"
