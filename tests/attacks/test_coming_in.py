"""Before anybody is known, and after they are no more (classes 25, 26, 27)."""

from __future__ import annotations

import base64
import hmac
import json
import struct
import time
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest

from server.authenticate import Directory
from server.identity.door import Door
from server.identity.issuer_settings import OidcSettings
from server.identity.scram import make_verifier
from server.main import build_app
from server.settings import Settings
from server.state import accounts
from server.state.accounts import Account, RoleAssignment
from server.state.database import State, StateSource, open_state
from server.state.place import StatePlace
from tests.attacks.asking import Place, on
from tests.attacks.canaries import OWN, canary_world, found
from tests.server.conftest import Client
from tests.server.identity.issuer import AUDIENCE, KEYS, OTHER_RSA, Issuer, public_jwk, raw_token, running
from tests.server.postgres.protocol.raw import connect, logged_in, query, start_up
from tests.server.postgres.protocol.running import running as sql_running

SSL_REQUEST = struct.pack("!ii", 8, 80877103)
SASL = b"SCRAM-SHA-256\0"


def message(kind: bytes, body: bytes) -> bytes:
    return kind + struct.pack("!i", len(body) + 4) + body


LAESER = start_up(user="laeser", database="nogletal")
# What a stranger sends in place of a log-in.
STRANGE = {
    "a question first": query("select antal from sag"),
    "a question after the greeting": LAESER + query("select antal from sag"),
    "a question in place of the password": LAESER + message(b"p", b"demo\0"),
    "a log-in without its end": LAESER + message(b"p", SASL + struct.pack("!i", 40) + b"n,,n=,r=x"),
    "a length that overflows": LAESER + message(b"p", SASL + struct.pack("!i", 2**31 - 1) + b"n,,n=,r=x"),
    "a length below nothing": LAESER + message(b"p", SASL + struct.pack("!i", -2) + b"n,,n=,r=x"),
    "a message of two gigabytes": LAESER + b"p" + struct.pack("!i", 2**31 - 1),
    "a message of negative length": LAESER + b"p" + struct.pack("!i", -5),
    "another mechanism": LAESER + message(b"p", b"SCRAM-SHA-256-PLUS\0" + struct.pack("!i", 9) + b"n,,n=,r=x"),
    "no mechanism": LAESER + message(b"p", b"\0\0\0\0\0"),
    "a greeting of ten thousand bytes": struct.pack("!ii", 10_001, 3 << 16) + b"x" * 9_993,
    "a greeting of two gigabytes": struct.pack("!ii", 2**31 - 1, 3 << 16),
    "a greeting of no length": struct.pack("!ii", 0, 3 << 16),
    "a greeting without its end": struct.pack("!ii", 20, 3 << 16) + b"user\0laeser",
    "nobody": start_up(database="nogletal"),
    "an empty name": start_up(user="", database="nogletal"),
    "encryption twice": SSL_REQUEST + SSL_REQUEST + query("select antal from sag"),
    "bytes before the handshake": SSL_REQUEST + query("select antal from sag"),
    "replication": start_up(user="laeser", database="nogletal", replication="true") + query("IDENTIFY_SYSTEM"),
    "another's settings": start_up(user="laeser", database="nogletal", options="-c role=ser_alt") + query("select 1"),
    "protocol 2": struct.pack("!ii", 8, 2 << 16),
    "http": b"GET / HTTP/1.1\r\nHost: x\r\n\r\n",
}  # fmt: skip


@pytest.mark.parametrize("name", STRANGE)
@on("sql")
def test_nothing_is_answered_before_a_log_in(whole: Place, name: str) -> None:
    client = connect(whole.sql_address)
    heard = b""
    with suppress(OSError):
        client.socket.settimeout(3)
        client.send(STRANGE[name])
        while piece := client.socket.recv(65_536):
            heard += piece
    client.socket.close()
    assert b"T\x00\x00" not in heard  # a row description
    assert b"omfang" not in heard
    assert found(heard.decode("utf-8", "replace")) == []
    assert whole.sql("laeser", "select antal from sag").rows == (("6",),)


@pytest.fixture(scope="module")
def issuer() -> Iterator[Issuer]:
    with running() as found_one:
        yield found_one


@pytest.fixture(scope="module")
def state(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[State, str]]:
    url = f"sqlite:///{tmp_path_factory.mktemp('state') / 'state.db'}"
    found_one = open_state(StatePlace(url))
    yield found_one, url
    found_one.close()


@pytest.fixture(scope="module")
def served(issuer: Issuer, state: tuple[State, str]) -> Iterator[Client]:
    """The canaries with an issuer and users, and without the demo."""
    world = canary_world()
    written = {
        "issuer": issuer.url, "audience": AUDIENCE,
        "attributes": {"kommune": {"claim": "kommune", "type": "integer"}},
        "roles": {"claim": "groups", "values": {"Analyse": "laeser"}},
    }  # fmt: skip
    client = Client(build_app(Settings(
        model=world.model, policies=world.policies, databases={"demo": world.database}, state=state[1],
        oidc=OidcSettings.model_validate(written),
    )))  # fmt: skip
    yield client
    client.close()


def forged(issuer: Issuer) -> dict[str, str]:
    """Tokens that say what the issuer never signed."""
    right = issuer.token()
    head, payload, signature = right.split(".")
    claims = issuer.claims()
    public = json.dumps(public_jwk(KEYS["RS256"], "RS256")).encode()
    unsigned = raw_token({"alg": "HS256", "kid": "RS256", "typ": "JWT"}, claims).rpartition(".")[0]
    by_public_key = base64.urlsafe_b64encode(hmac.digest(public, unsigned.encode(), "sha256")).rstrip(b"=").decode()
    own = public_jwk(OTHER_RSA, "RS256", kid="RS256")
    return {
        "none": raw_token({"alg": "none", "kid": "RS256"}, claims),
        "None": raw_token({"alg": "None", "kid": "RS256"}, claims),
        "the public key as a secret": f"{unsigned}.{by_public_key}",
        "another's key": issuer.token(key=OTHER_RSA),
        "its own key": issuer.token(key=OTHER_RSA, headers={"jwk": own}),
        "a key of another kind": issuer.token("RS256", headers={"kid": "ES256"}),
        "another audience": issuer.token(aud="andre"),
        "another issuer": issuer.token(iss="https://ond.example"),
        "expired": issuer.token(exp=int(time.time()) - 600),
        "not yet": issuer.token(nbf=int(time.time()) + 600),
        "cut off": f"{head}.{payload}.",
        "other claims": f"{head}.{issuer.token(sub='bent').split('.')[1]}.{signature}",
        "text for a number": issuer.token(kommune=str(OWN)),
        "a list for a number": issuer.token(kommune=[OWN]),
        "no kommune": issuer.token(kommune=None),
        "a role that nobody gives": issuer.token(groups=[]),
    }


@on("rest", "graphql", "sql")
def test_no_forged_token_lets_in(served: Client, issuer: Issuer, whole: Place) -> None:
    asked = {"query": {"measures": ["sag.antal"]}}
    right = {"Authorization": f"Bearer {issuer.token()}"}
    assert served.post("/cubejs-api/v1/load", json=asked, headers=right).json()["data"] == [{"sag.antal": "6"}]
    for name, token in forged(issuer).items():
        headers = {"Authorization": f"Bearer {token}"}
        for told in (
            served.post("/cubejs-api/v1/load", json=asked, headers=headers),
            served.post("/graphql", json={"query": "{ cube { sag { antal } } }"}, headers=headers),
            served.get("/cubejs-api/v1/meta", headers=headers),
        ):
            assert told.status_code in (401, 403, 429), (name, told.text)
            assert "antal" not in told.text
        client = connect(whole.sql_address)  # a token in place of a password, of a name that there is
        client.send(LAESER, message(b"p", token.encode() + b"\0"))
        with suppress(OSError):
            client.socket.settimeout(1)
            assert b"omfang" not in client.socket.recv(65_536)
        client.socket.close()


@on("rest", "graphql")
def test_no_claim_makes_an_operator(served: Client, issuer: Issuer) -> None:
    for groups in (["operatoer"], ["ser_alt"], ["laeser"]):  # roles of ours, and no groups of the issuer's
        headers = {"Authorization": f"Bearer {issuer.token(groups=groups)}"}
        told = served.post("/cubejs-api/v1/load", json={"query": {"measures": ["sag.antal"]}}, headers=headers)
        assert told.json()["code"] in ("R201", "A312")
        told = served.post("/graphql", json={"query": "{ cube { sag { antal } } }"}, headers=headers)
        assert "errors" in told.json()


@on("rest", "graphql", "sql")
def test_who_is_taken_out_is_out_of_everything(served: Client, state: tuple[State, str], tmp_path: Path) -> None:
    """Over HTTP with the next request, and out of an open session of SQL."""
    password, now = "en lang nok kode", datetime.now(UTC)
    with state[0].writing() as connection:
        verifier = str(make_verifier(password, iterations=4_096))
        accounts.add(connection, Account("leder", "Leder", "person", None, True, verifier, now))
        accounts.grant(connection, "leder", RoleAssignment("laeser", None, "operatoer", now))
        accounts.set_attribute(connection, "leder", "kommune", OWN)
    login = base64.b64encode(f"leder:{password}".encode()).decode()
    headers = {"Authorization": f"Basic {login}"}

    def asks() -> list[int]:
        return [
            served.post(
                "/cubejs-api/v1/load", json={"query": {"measures": ["sag.antal"]}}, headers=headers
            ).status_code,
            served.post("/graphql", json={"query": "{ cube { sag { antal } } }"}, headers=headers).status_code,
        ]

    assert asks() == [200, 200]
    with sql_running(Door(Directory(), StateSource(StatePlace(state[1]))), demo=False) as endpoint:
        session = logged_in(endpoint.address, "leder", password, database="nogletal")
        with state[0].writing() as connection:
            accounts.set_active(connection, "leder", False)
        assert asks() == [401, 401]
        session.socket.settimeout(30)
        heard = b""
        with suppress(OSError):
            while piece := session.socket.recv(65_536):
                heard += piece
        assert b"28000" in heard  # told to go, without asking anything
        session.socket.close()
