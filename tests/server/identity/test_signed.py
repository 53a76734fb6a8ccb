"""An issuer's tokens: first everything that must let nobody in."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import time
from collections.abc import Iterator
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives import serialization
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from semantic.errors import DeniedError
from server.identity import fetch
from server.identity.claims import principal_of
from server.identity.fetch import FetchError, fetch_json
from server.identity.issuer import IssuerKeys, keys_address, public_key, read_keys
from server.identity.issuer_settings import OidcSettings
from server.identity.signed import claims_of
from tests.server.identity.issuer import (
    AUDIENCE,
    KEYS,
    LEFT_OUT,
    OTHER_RSA,
    WEAK_RSA,
    Issuer,
    public_jwk,
    raw_token,
    running,
)


@pytest.fixture(scope="module")
def shared() -> Iterator[Issuer]:
    with running() as found:
        yield found


@pytest.fixture
def issuer(shared: Issuer) -> Iterator[Issuer]:
    keys = list(shared.keys)
    yield shared
    shared.keys[:], shared.answers = keys, {}
    shared.asked.clear()


def settings_for(issuer: Issuer, /, **more: Any) -> OidcSettings:
    written = {
        "issuer": issuer.url,
        "audience": AUDIENCE,
        "algorithms": ["RS256", "ES256", "EdDSA"],
        "attributes": {"kommune": {"claim": "kommune", "type": "integer"}},
        "roles": {"claim": "groups", "values": {"Analyse": "analytiker", "Ledelse": "direktion"}},
    }
    return OidcSettings.model_validate({**written, **more})


class Clock:
    now = 1_000.0

    def __call__(self) -> float:
        return self.now


def refused(token: str, issuer: Issuer, keys: IssuerKeys | None = None, **more: Any) -> str:
    settings = settings_for(issuer, **more)
    with pytest.raises(DeniedError) as error:
        principal_of(claims_of(token, settings, keys or IssuerKeys(settings)), settings)
    return error.value.code


# --- the signature and who made it


def hmac_token(issuer: Issuer, secret: bytes, algorithm: str = "HS256") -> str:
    """PyJWT would refuse to write it."""
    head = raw_token({"alg": algorithm, "kid": "RS256", "typ": "JWT"}, issuer.claims()).rpartition(".")[0]
    return f"{head}.{raw_token({}, {}, hmac.digest(secret, head.encode(), 'sha256')).rpartition('.')[2]}"


def test_no_algorithm_but_the_listed_ones(issuer: Issuer) -> None:
    for algorithm in ("none", "None", "NONE", "HS256", "RS512", "ES384", "", None, ["RS256"], {"a": 1}):
        header = {"alg": algorithm, "kid": "RS256", "typ": "JWT"}
        assert refused(raw_token(header, issuer.claims()), issuer) == "A311", algorithm
    assert refused(issuer.token("ES256"), issuer, algorithms=["RS256"]) == "A311"


def test_the_public_key_is_no_secret_to_sign_with(issuer: Issuer) -> None:
    public = KEYS["RS256"].public_key()
    spelled = [
        public.public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo),
        public.public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo),
        json.dumps(public_jwk(KEYS["RS256"], "RS256")).encode(),
        b"",
    ]
    assert {refused(hmac_token(issuer, secret), issuer) for secret in spelled} == {"A311"}


def test_a_symmetric_algorithm_cannot_be_set(issuer: Issuer) -> None:
    for algorithm in ("HS256", "none", "RS1"):
        with pytest.raises(ValidationError):
            settings_for(issuer, algorithms=[algorithm])
    with pytest.raises(ValidationError):
        settings_for(issuer, algorithms=[])


def test_a_key_serves_the_algorithms_of_its_kind_only(issuer: Issuer) -> None:
    """The header says another algorithm of ours than the key of that name is for."""
    for algorithm, kid in (("RS256", "ES256"), ("ES256", "RS256"), ("EdDSA", "RS256"), ("EdDSA", "ES256")):
        assert refused(issuer.token(algorithm, headers={"kid": kid}), issuer) == "A311"
    assert public_key(public_jwk(KEYS["RS256"], "RS256", alg="PS256"), "RS256") is None
    assert public_key(public_jwk(KEYS["ES256"], "ES256"), "ES384") is None
    assert public_key(public_jwk(WEAK_RSA, "RS256"), "RS256") is None
    assert public_key({"kty": "oct", "k": "c2VjcmV0"}, "RS256") is None
    assert public_key({"kty": "RSA", "n": "!", "e": "AQAB"}, "RS256") is None


def test_the_signature_must_be_the_issuers(issuer: Issuer) -> None:
    right = issuer.token()
    head, payload, signature = right.split(".")
    other = issuer.token(sub="bent").split(".")[1]
    for token in (
        issuer.token(key=OTHER_RSA), f"{head}.{other}.{signature}", f"{head}.{payload}.", f"{head}.{payload}",
        f"{head}..{signature}", f"{right}.{signature}", right[:-2], f"{right}AA", "..", "eyJ..",
    ):  # fmt: skip
        assert refused(token, issuer) == "A311", token


def test_the_token_may_not_bring_its_own_key(issuer: Issuer) -> None:
    own = public_jwk(OTHER_RSA, "RS256", kid="RS256")
    for header in ({"jwk": own}, {"jku": f"{issuer.url}/other"}, {"x5u": "http://127.0.0.1:1/"}, {"x5c": ["AAAA"]}):
        assert refused(issuer.token(key=OTHER_RSA, headers=header), issuer) == "A311"
    assert "/other" not in issuer.asked


@pytest.mark.parametrize("kid", ["ukendt", "", "x" * 500, None, 7, "../keys"])
def test_the_name_of_the_key_must_be_known(issuer: Issuer, kid: object) -> None:
    header = {"alg": "RS256", "kid": kid, "typ": "JWT"}
    assert refused(raw_token(header, issuer.claims(), b"x" * 256), issuer) == "A311"
    assert refused(raw_token({"alg": "RS256", "typ": "JWT"}, issuer.claims(), b"x" * 256), issuer) == "A311"


def test_what_would_have_to_be_understood_is_refused(issuer: Issuer) -> None:
    for more in ({"crit": ["exp"]}, {"crit": []}, {"b64": True}, {"zip": "DEF"}, {"nyt": 1}):
        header = {"alg": "RS256", "kid": "RS256", **more}
        assert refused(raw_token(header, issuer.claims(), b"x" * 256), issuer) == "A311"


@given(st.binary(max_size=200), st.binary(max_size=60), st.binary(max_size=60))
def test_no_token_crashes(shared: Issuer, one: bytes, two: bytes, three: bytes) -> None:
    parts = [base64.urlsafe_b64encode(part).decode() for part in (one, two, three)]
    for token in (".".join(parts), ".".join(part.rstrip("=") for part in parts), one.decode("latin-1")):
        assert refused(token, shared) == "A311"


def test_deep_json_in_a_header_is_refused(issuer: Issuer) -> None:
    deep = base64.urlsafe_b64encode(b'{"alg":' + b"[" * 5_000).decode()
    assert refused(f"{deep}.e30.AAAA", issuer) == "A311"


# --- what it says


WRONG: list[tuple[dict[str, Any], str]] = [
    ({"aud": "andre"}, "A311"),
    ({"aud": ["andre"]}, "A311"),
    ({"aud": LEFT_OUT}, "A311"),
    ({"aud": ""}, "A311"),
    ({"iss": "https://andre.dk"}, "A311"),
    ({"iss": LEFT_OUT}, "A311"),
    ({"exp": LEFT_OUT}, "A311"),
    ({"iat": LEFT_OUT}, "A311"),
    ({"sub": LEFT_OUT}, "A311"),
    ({"exp": "snart"}, "A311"),
    ({"exp": None}, "A311"),
    ({"exp": int(time.time()) - 61, "iat": int(time.time()) - 600}, "A313"),
    ({"nbf": int(time.time()) + 864_000}, "A311"),
    ({"iat": int(time.time()) + 864_000, "exp": int(time.time()) + 864_100}, "A311"),
    ({"exp": int(time.time()) + 100_000}, "A312"),
    ({"iat": int(time.time()) - 100_000}, "A312"),
    ({"sub": ""}, "A312"),
    ({"sub": " anna"}, "A312"),
    ({"sub": "a\x00b"}, "A312"),
    ({"sub": "x" * 300}, "A312"),
    ({"kommune": LEFT_OUT}, "A312"),
    ({"kommune": None}, "A312"),
    ({"kommune": "573"}, "A312"),
    ({"kommune": ""}, "A312"),
    ({"kommune": True}, "A312"),
    ({"kommune": 573.0}, "A312"),
    ({"kommune": [573]}, "A312"),
    ({"kommune": {}}, "A312"),
    ({"groups": LEFT_OUT}, "A312"),
    ({"groups": []}, "A312"),
    ({"groups": None}, "A312"),
    ({"groups": ""}, "A312"),
    ({"groups": [1]}, "A312"),
    ({"groups": {"Analyse": True}}, "A312"),
    ({"groups": ["Analyse", None]}, "A312"),
]


@pytest.mark.parametrize(("claims", "code"), WRONG)
def test_a_claim_that_is_missing_empty_or_of_another_type_denies(
    issuer: Issuer, claims: dict[str, Any], code: str
) -> None:
    assert refused(issuer.token(**claims), issuer) == code


@pytest.mark.parametrize("value", [[], [""], ["a", ""], ["a", None], "a", [1], [["a"]], ["None", 3]])
def test_a_list_is_a_list_of_texts_or_denies(issuer: Issuer, value: object) -> None:
    wanted = {"enheder": {"claim": "enheder", "type": "strings"}}
    assert refused(issuer.token(enheder=value), issuer, attributes=wanted) == "A312"


@pytest.mark.parametrize("algorithm", list(KEYS))
def test_a_right_token_lets_in(issuer: Issuer, algorithm: str) -> None:
    settings = settings_for(issuer)
    token = issuer.token(algorithm, aud=["andre", AUDIENCE], groups=["Analyse", "Ukendt", "Analyse"])
    found = principal_of(claims_of(token, settings, IssuerKeys(settings)), settings)
    assert (found.subject, found.roles, found.attributes) == ("oidc:anna", ("analytiker",), {"kommune": 573})


def test_a_claim_that_is_not_required_may_be_left_out_but_not_be_wrong(issuer: Issuer) -> None:
    wanted = {"kommune": {"claim": "kommune", "type": "integer", "required": False}}
    settings = settings_for(issuer, attributes=wanted)
    keys = IssuerKeys(settings)
    assert principal_of(claims_of(issuer.token(kommune=LEFT_OUT), settings, keys), settings).attributes == {}
    assert refused(issuer.token(kommune=None), issuer, attributes=wanted) == "A312"
    assert refused(issuer.token(kommune=""), issuer, attributes=wanted) == "A312"


def test_a_minute_of_leeway(issuer: Issuer) -> None:
    settings, now = settings_for(issuer), int(time.time())
    keys = IssuerKeys(settings)
    assert claims_of(issuer.token(exp=now - 30, iat=now - 60), settings, keys)
    assert claims_of(issuer.token(nbf=now + 30), settings, keys)


# --- the keys


def test_rotated_keys_are_found_once_a_minute_and_withdrawn_ones_end(issuer: Issuer) -> None:
    clock = Clock()
    settings = settings_for(issuer)
    keys = IssuerKeys(settings, clock=clock)
    assert claims_of(issuer.token(), settings, keys)
    issuer.keys[:] = [public_jwk(OTHER_RSA, "RS256", kid="ny")]
    rotated = issuer.token(key=OTHER_RSA, headers={"kid": "ny"})
    assert refused(rotated, issuer, keys) == "A311"  # asked a moment ago
    assert issuer.asked.count("/keys") == 1
    clock.now += 60
    assert claims_of(rotated, settings, keys)
    assert refused(issuer.token(), issuer, keys) == "A311"
    for _ in range(20):
        assert refused(issuer.token(headers={"kid": "ukendt"}), issuer, keys) == "A311"
    assert issuer.asked.count("/keys") == 2


def test_a_withdrawn_key_ends_though_nobody_asks_for_a_new_one(issuer: Issuer) -> None:
    clock = Clock()
    settings = settings_for(issuer)
    keys = IssuerKeys(settings, clock=clock)
    assert claims_of(issuer.token(), settings, keys)
    issuer.keys[:] = [key for key in issuer.keys if key["kid"] != "RS256"]
    clock.now += 301
    assert refused(issuer.token(), issuer, keys) == "A311"


def test_an_issuer_that_does_not_answer_is_a_clear_refusal(issuer: Issuer) -> None:
    clock = Clock()
    settings = settings_for(issuer)
    keys = IssuerKeys(settings, clock=clock)
    token = issuer.token()
    issuer.answers["/keys"] = (503, {}, b"")
    assert refused(token, issuer, keys) == "A315"
    assert refused(token, issuer, keys) == "A315"
    assert issuer.asked.count("/keys") == 1  # not asked again at once
    issuer.answers.clear()
    clock.now += 10
    assert claims_of(token, settings, keys)
    issuer.answers["/keys"] = (503, {}, b"")
    clock.now += 3_000
    assert claims_of(token, settings, keys)  # what is known serves on for an hour
    clock.now += 3_000
    assert refused(token, issuer, keys) == "A315"


RIGHT_KEYS = json.dumps({"keys": []}).encode()
DISCOVERY = "/.well-known/openid-configuration"


@pytest.mark.parametrize(
    ("path", "answer"),
    [
        (DISCOVERY, (404, {}, b"")),
        (DISCOVERY, (200, {}, b"<html>")),
        (DISCOVERY, (200, {}, b"[]")),
        (DISCOVERY, (200, {}, b"[" * 100_000)),
        (DISCOVERY, (200, {}, json.dumps({"issuer": "https://andre.dk", "jwks_uri": "https://andre.dk/k"}).encode())),
        (DISCOVERY, (302, {"Location": "/keys"}, b"")),
        ("/keys", (302, {"Location": "/other"}, b"")),
        ("/keys", (200, {}, b"x" * 1_000_000)),
        ("/keys", (200, {}, b'{"keys": {}}')),
        ("/keys", (200, {}, json.dumps({"keys": [{}] * 101}).encode())),
        ("/keys", (200, {}, b"")),
    ],
)  # fmt: skip
def test_what_an_issuer_may_not_answer(issuer: Issuer, path: str, answer: Any) -> None:
    issuer.answers[path] = answer
    issuer.answers["/other"] = (200, {}, RIGHT_KEYS)
    assert refused(issuer.token(), issuer) == "A315"
    assert "/other" not in issuer.asked


def test_an_issuer_that_is_not_there(issuer: Issuer) -> None:
    settings = settings_for(issuer, issuer="http://127.0.0.1:1")
    with pytest.raises(DeniedError) as error:
        claims_of(issuer.token(), settings, IssuerKeys(settings))
    assert error.value.code == "A315"


def test_a_slow_answer_is_given_up(issuer: Issuer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "MOST_BYTES", 10**9)
    issuer.answers["/keys"] = (200, {}, b"x" * 2_000_000)
    with pytest.raises(FetchError, match="slow"):
        fetch._body(f"{issuer.url}/keys", time.monotonic() - 1, 5.0)
    with pytest.raises(FetchError):
        fetch_json("file:///etc/passwd")


@pytest.mark.parametrize(
    "address",
    [
        None, "", 7, "keys", "file:///keys", "http://login.kommune.dk/keys", "https://andre.dk/keys",
        "https://login.kommune.dk.andre.dk/keys", "https://login.kommune.dk:444/keys", "http://127.0.0.1/keys",
        "https://login.kommune.dk@andre.dk/",
    ],
)  # fmt: skip
def test_keys_lie_where_the_issuer_is(issuer: Issuer, address: object) -> None:
    settings = settings_for(issuer, issuer="https://login.kommune.dk")
    with pytest.raises(FetchError):
        keys_address({"issuer": "https://login.kommune.dk", "jwks_uri": address}, settings)


def test_or_on_a_host_that_is_listed(issuer: Issuer) -> None:
    settings = settings_for(issuer, issuer="https://login.kommune.dk", jwks_hosts=["noegler.dk"])
    for address in ("https://login.kommune.dk/keys", "https://noegler.dk/keys?a=b"):
        assert keys_address({"issuer": "https://login.kommune.dk", "jwks_uri": address}, settings) == address


def test_a_name_that_stands_twice_and_keys_for_other_uses_are_none() -> None:
    key = public_jwk(KEYS["RS256"], "RS256")
    listed = [
        {**key, "kid": "a"}, {**key, "kid": "a"}, {**key, "kid": "b", "use": "enc"}, {**key, "kid": 1}, key, "x", None,
        {**key, "kid": "c", "key_ops": ["encrypt"]}, {"kty": "oct", "kid": "d", "k": "AAAA"}, {**key, "kid": "e"},
    ]  # fmt: skip
    assert set(read_keys({"keys": listed})) == {"e"}


@pytest.mark.parametrize(
    "written",
    [
        {"issuer": "http://login.kommune.dk"},
        {"issuer": "login.kommune.dk"},
        {"issuer": "https://a@login.kommune.dk"},
        {"issuer": "https://login.kommune.dk?a=b"},
        {"audience": ""},
        {"max_lifetime": 1_000_000},
        {"attributes": {"kommune": {"claim": "kommune", "type": "number"}}},
        {"attributes": {"Kommune": {"claim": "kommune", "type": "string"}}},
        {"roles": None},
        {"roles": {"claim": "groups", "values": {}}},
        {"roles": {"claim": "groups", "values": {"Drift": "operatoer"}}},
        {"privileges": {"roles": {"urn:a": "r"}, "kommuner": {"29189811": 573}}},
    ],
)
def test_faulty_settings_are_refused(issuer: Issuer, written: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        settings_for(issuer, **written)


def test_the_signature_is_checked_with_sha_256() -> None:
    """The oracle is the arithmetic of RFC 8017 by hand, so that a library that checks nothing would be seen."""
    private = KEYS["RS256"]
    token = jwt.encode({"a": 1}, private, "RS256")
    message, _, signature = token.rpartition(".")
    number = int.from_bytes(base64.urlsafe_b64decode(f"{signature}=="), "big")
    public = private.public_key().public_numbers()
    plain = pow(number, public.e, public.n).to_bytes(256, "big")
    assert plain.endswith(hashlib.sha256(message.encode()).digest())
