"""What a request presents: a name and a password, or a token. Refused here: A310, nobody named; A311, unreadable."""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass, field

from starlette.requests import HTTPConnection

from semantic.errors import DeniedError, Problem

MOST_BYTES = 16_384  # of an Authorization header; an issuer's token may hold a list of privileges
MOST_SECRET = 4_096  # of a name and password, and of every token that is not an issuer's
HINT = "Send HTTP Basic, or a personal token in the Authorization header."


@dataclass(frozen=True)
class Basic:
    name: str
    password: str = field(repr=False)


@dataclass(frozen=True)
class Bearer:
    token: str = field(repr=False)

    @property
    def is_signed(self) -> bool:
        """Whether it has the form of an issuer's token: three parts, the first a JSON object."""
        return self.token.count(".") == 2 and self.token.startswith("eyJ")


Credentials = Basic | Bearer


def wrong_credentials() -> DeniedError:
    """One answer for every fault, so that it does not say which names exist."""
    return DeniedError(Problem("A311", "The name, password or token is not right."))


def read_credentials(connection: HTTPConnection) -> Credentials:
    """HTTP Basic, Bearer, or the bare token that Cube's clients send. Raises DeniedError A310 or A311."""
    presented = connection.headers.getlist("authorization")
    if not presented or not presented[0].strip():
        raise DeniedError(Problem("A310", "The request does not say who asks.", HINT))
    if len(presented) > 1 or len(presented[0]) > MOST_BYTES:
        raise wrong_credentials()
    header = presented[0].strip()
    scheme, _, rest = header.partition(" ")
    if scheme.lower() == "basic":
        found: Credentials = _basic(rest.strip())
    else:
        found = Bearer(rest.strip() if scheme.lower() == "bearer" else header)
    if len(header) > MOST_SECRET and not (isinstance(found, Bearer) and found.is_signed):
        raise wrong_credentials()
    return found


def _basic(text: str) -> Basic:
    try:
        name, _, password = base64.b64decode(text, validate=True).decode("utf-8").partition(":")
    except (binascii.Error, ValueError):
        raise wrong_credentials() from None
    return Basic(name, password)


def address_of(connection: HTTPConnection) -> str:
    """From where it came; a proxy on this machine tells it in `X-Forwarded-For`, which the HTTP server has read."""
    return connection.client.host if connection.client else "local"
