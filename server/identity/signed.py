"""A signed token (JWT) → its claims, when the issuer made it, for us, and it holds now."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import jwt

from semantic.errors import DeniedError, Problem
from server.identity.credentials import wrong_credentials
from server.identity.issuer import IssuerKeys
from server.identity.issuer_settings import OidcSettings

LEEWAY_SECONDS = 60
MOST_KID = 200
# Only `alg` and `kid` are used; the others say nothing that must be understood.
MEMBERS = frozenset({"alg", "kid", "typ", "cty", "jku", "jwk", "x5u", "x5c", "x5t", "x5t#S256"})


def claims_of(token: str, settings: OidcSettings, keys: IssuerKeys) -> Mapping[str, Any]:
    """The claims. Raises DeniedError: A311 not right, A313 over, A315 the issuer's keys cannot be had."""
    algorithm, kid = _header(token, settings)
    key = keys.find(kid, algorithm)
    if key is None:
        raise wrong_credentials()
    try:
        claims: Mapping[str, Any] = jwt.decode(
            token, key, algorithms=[algorithm], audience=settings.audience, issuer=settings.issuer,
            leeway=LEEWAY_SECONDS, options={"require": ["exp", "iat", "iss", "aud", settings.subject_claim]},
        )  # fmt: skip
    except jwt.ExpiredSignatureError:
        # Its signature was right, so this is told to nobody but its owner.
        raise DeniedError(Problem("A313", "The token has expired.", "Get a new one from its issuer.")) from None
    except (jwt.PyJWTError, ValueError, TypeError, OverflowError, RecursionError):
        raise wrong_credentials() from None
    _check_lifetime(claims, settings)
    return claims


def _header(token: str, settings: OidcSettings) -> tuple[str, str]:
    """The algorithm, which must be one of ours, and the name of the key, which must be there."""
    try:
        header = jwt.get_unverified_header(token)
    except (jwt.PyJWTError, ValueError, TypeError, RecursionError):
        raise wrong_credentials() from None
    algorithm, kid = header.get("alg"), header.get("kid")
    if algorithm not in settings.algorithms or not isinstance(kid, str) or not 0 < len(kid) <= MOST_KID:
        raise wrong_credentials()
    if not set(header) <= MEMBERS:  # `crit`, `b64`, `zip`: what would have to be understood
        raise wrong_credentials()
    return str(algorithm), kid


def _check_lifetime(claims: Mapping[str, Any], settings: OidcSettings) -> None:
    """A token of a week could not be taken back for a week."""
    begins, ends = claims["iat"], claims["exp"]
    numbers = all(isinstance(one, int | float) and not isinstance(one, bool) for one in (begins, ends))
    if not numbers or not 0 <= ends - begins <= settings.max_lifetime:
        message = f"The token is made for longer than {settings.max_lifetime} seconds."
        raise DeniedError(Problem("A312", message, "Those who run this may set 'oidc.max_lifetime'."))
