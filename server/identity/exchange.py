"""The server's half of SCRAM-SHA-256 (RFC 5802, RFC 7677), with and without binding to the TLS certificate.

A kept library would do, but the one at hand refuses the empty name that libpq sends: here the name is the start-up's.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import re
import secrets
from dataclasses import dataclass, field

from server.identity.scram import Verifier

PLAIN, BOUND = "SCRAM-SHA-256", "SCRAM-SHA-256-PLUS"
BINDING = "tls-server-end-point"
MOST_MESSAGE = 4_096  # bytes
FIRST = re.compile(r"(n|y|p=[A-Za-z0-9.-]+),(a=[^,]*)?,(n=[^,]*,r=([\x21-\x2b\x2d-\x7e]+)(?:,[^\0]*)?)")
FINAL = re.compile(r"(c=([A-Za-z0-9+/=]+),r=([\x21-\x2b\x2d-\x7e]+)(?:,[^,]*=[^,]*)*),p=([A-Za-z0-9+/=]+)")


class ExchangeFault(Exception):
    """A message that no client of this mechanism sends: a fault, not a guess."""


@dataclass(frozen=True)
class ClientFirst:
    """What a client begins with. `header` says whether it binds to the channel."""

    header: str
    bare: str
    nonce: str


@dataclass(frozen=True)
class Challenge:
    """What was told a client, by which its proof is checked."""

    first: ClientFirst
    verifier: Verifier = field(repr=False)
    nonce: str
    certificate: bytes | None = field(default=None, repr=False)

    @property
    def text(self) -> str:
        salt = base64.b64encode(self.verifier.salt).decode()
        return f"r={self.nonce},s={salt},i={self.verifier.iterations}"


def read_first(data: bytes, mechanism: str, can_bind: bool) -> ClientFirst:
    """The client's first message. Raises ExchangeFault, also where somebody between us took binding away."""
    found = FIRST.fullmatch(_text(data))
    if found is None:
        raise ExchangeFault("malformed SCRAM message")
    flag = found[1]
    if (mechanism == BOUND) != flag.startswith("p=") or (flag.startswith("p=") and flag != f"p={BINDING}"):
        raise ExchangeFault("SCRAM channel binding does not fit the mechanism")
    if flag == "y" and can_bind:
        raise ExchangeFault("SCRAM channel binding negotiation error")
    if found[2] or found[3].startswith("m="):
        raise ExchangeFault("SCRAM authorization identity or extension is not supported")
    return ClientFirst(f"{flag},,", found[3], found[4])


def challenge(first: ClientFirst, verifier: Verifier, certificate: bytes | None) -> Challenge:
    """`certificate` is the hash of the server's own, for a client that binds to it."""
    bound = certificate if first.header.startswith("p=") else None
    return Challenge(first, verifier, first.nonce + base64.b64encode(secrets.token_bytes(18)).decode(), bound)


def signature(data: bytes, asked: Challenge) -> bytes | None:
    """The server's last message when the proof is right, else None. Raises ExchangeFault for what is no proof."""
    found = FINAL.fullmatch(_text(data))
    if found is None:
        raise ExchangeFault("malformed SCRAM message")
    unproved, binding, nonce, proof = found.groups()
    expected = base64.b64encode(asked.first.header.encode() + (asked.certificate or b"")).decode()
    if not hmac.compare_digest(nonce, asked.nonce):
        raise ExchangeFault("SCRAM nonce does not match")
    is_bound = hmac.compare_digest(binding, expected)
    told = f"{asked.first.bare},{asked.text},{unproved}".encode()
    mark = hmac.digest(asked.verifier.stored_key, told, "sha256")
    key = bytes(one ^ other for one, other in zip(_proof(proof), mark, strict=True))
    is_right = hmac.compare_digest(hashlib.sha256(key).digest(), asked.verifier.stored_key)
    if not (is_right and is_bound):
        return None
    return b"v=" + base64.b64encode(hmac.digest(asked.verifier.server_key, told, "sha256"))


def _proof(text: str) -> bytes:
    try:
        found = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        found = b""
    if len(found) != 32:
        raise ExchangeFault("malformed SCRAM proof")
    return found


def _text(data: bytes) -> str:
    if len(data) > MOST_MESSAGE:
        raise ExchangeFault("SCRAM message is too long")
    try:
        return data.decode()
    except UnicodeDecodeError:
        raise ExchangeFault("malformed SCRAM message") from None
