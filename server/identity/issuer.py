"""The issuer's public keys, found by OIDC discovery, kept for minutes; each is bound to the algorithms of its kind."""

from __future__ import annotations

import logging
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey

from semantic.errors import DeniedError, Problem
from server.authenticate import is_loopback
from server.identity.fetch import FetchError, fetch_json
from server.identity.issuer_settings import OidcSettings

log = logging.getLogger("nogletal")

FRESH_SECONDS = 300.0  # after which the keys are fetched anew, so that a withdrawn one ends
USABLE_SECONDS = 3_600.0  # for which known keys serve on while the issuer does not answer
UNKNOWN_SECONDS = 60.0  # between two fetches for a key that is not known
RETRY_SECONDS = 10.0  # between two fetches that failed
MOST_KEYS = 100
LEAST_RSA_BITS = 2_048
PUBLIC_PARTS = ("kty", "n", "e", "crv", "x", "y")

# The kind of key, and its curve, that each algorithm takes; with any other, a token could choose how it is checked.
KINDS: Mapping[str, tuple[str, str | None]] = {
    **{f"{family}{bits}": ("RSA", None) for family in ("RS", "PS") for bits in (256, 384, 512)},
    "ES256": ("EC", "P-256"),
    "ES384": ("EC", "P-384"),
    "ES512": ("EC", "P-521"),
    "EdDSA": ("OKP", "Ed25519"),
}
Jwk = Mapping[str, Any]


@dataclass(frozen=True)
class KeySet:
    keys: Mapping[str, Jwk]  # by kid
    fetched: float


class IssuerKeys:
    """The keys by their name (`kid`). One thread fetches; the others take what is known, or wait for it."""

    def __init__(
        self, settings: OidcSettings, fetch: Callable[[str], Any] = fetch_json,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:  # fmt: skip
        self._settings, self._fetch, self._clock = settings, fetch, clock
        self._fetching = threading.Lock()
        self._known: KeySet | None = None
        self._tried = float("-inf")

    def find(self, kid: str, algorithm: str) -> Any:
        """The public key of that name, when it is for that algorithm; else None. Raises DeniedError (A315)."""
        if self._is_due(kid) and self._fetching.acquire(blocking=not self._serves(kid)):
            try:
                if self._is_due(kid):  # else another has fetched them meanwhile
                    self._refresh()
            finally:
                self._fetching.release()
        known = self._known
        if known is None or self._clock() - known.fetched > USABLE_SECONDS:
            hint = "The issuer of the token does not answer; try again later."
            raise DeniedError(Problem("A315", "Who asks cannot be checked now.", hint))
        jwk = known.keys.get(kid)
        return public_key(jwk, algorithm) if jwk is not None else None

    def _serves(self, kid: str) -> bool:
        known = self._known
        return known is not None and kid in known.keys and self._clock() - known.fetched <= USABLE_SECONDS

    def _is_due(self, kid: str) -> bool:
        now, known = self._clock(), self._known
        since = now - self._tried
        if known is None or now - known.fetched > USABLE_SECONDS:
            return since >= RETRY_SECONDS
        if now - known.fetched > FRESH_SECONDS:
            return since >= RETRY_SECONDS
        return kid not in known.keys and since >= UNKNOWN_SECONDS

    def _refresh(self) -> None:
        """Fetches the keys; where that fails, what is known stays."""
        self._tried = self._clock()
        try:
            document = self._fetch(_discovery(self._settings.issuer))
            keys = self._fetch(keys_address(document, self._settings))
            self._known = KeySet(read_keys(keys), self._tried)
        except FetchError as error:
            log.warning("the issuer's keys were not fetched: %s", str(error)[:300])


def _discovery(issuer: str) -> str:
    return f"{issuer.rstrip('/')}/.well-known/openid-configuration"


def keys_address(document: Any, settings: OidcSettings) -> str:
    """`jwks_uri`, when the document is this issuer's and the address one that may be asked. Raises FetchError."""
    if not isinstance(document, dict) or document.get("issuer") != settings.issuer:
        raise FetchError("the discovery document is not this issuer's")
    address = document.get("jwks_uri")
    parts = urlsplit(address) if isinstance(address, str) else None
    if parts is None or not parts.hostname:
        raise FetchError("the discovery document names no keys")
    own = urlsplit(settings.issuer)
    if parts.scheme != "https" and not (parts.scheme == own.scheme == "http" and is_loopback(parts.hostname)):
        raise FetchError("the keys do not lie on an https address")
    if parts.netloc != own.netloc and parts.hostname not in settings.jwks_hosts:
        raise FetchError(f"the keys lie on '{parts.hostname}', which is not the issuer's host nor in 'jwks_hosts'")
    return str(address)


def read_keys(document: Any) -> dict[str, Jwk]:
    """The keys for signatures by `kid`; none of a name that stands twice. Raises FetchError."""
    listed = document.get("keys") if isinstance(document, dict) else None
    if not isinstance(listed, list) or len(listed) > MOST_KEYS:
        raise FetchError("the keys are no list, or too long a one")
    found = list(_for_signatures(listed))
    names = Counter(kid for kid, _ in found)
    return {kid: jwk for kid, jwk in found if names[kid] == 1}


def _for_signatures(listed: list[Any]) -> Iterator[tuple[str, Jwk]]:
    for jwk in listed:
        if not isinstance(jwk, dict) or not isinstance(jwk.get("kid"), str) or jwk.get("use", "sig") != "sig":
            continue
        if jwk.get("kty") in ("RSA", "EC", "OKP") and "verify" in jwk.get("key_ops", ["verify"]):
            yield jwk["kid"], jwk


def public_key(jwk: Jwk, algorithm: str) -> Any:
    """The key, or None when it is not for that algorithm, or weak, or none at all."""
    kty, curve = KINDS[algorithm]
    if jwk.get("kty") != kty or jwk.get("alg", algorithm) != algorithm or (curve and jwk.get("crv") != curve):
        return None
    try:
        key = jwt.PyJWK({part: jwk[part] for part in PUBLIC_PARTS if part in jwk}, algorithm=algorithm).key
    except (jwt.PyJWTError, ValueError, TypeError):
        return None
    weak = kty == "RSA" and not (isinstance(key, RSAPublicKey) and key.key_size >= LEAST_RSA_BITS)
    return None if weak else key
