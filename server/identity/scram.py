"""SCRAM-SHA-256 verifiers in PostgreSQL's own form (RFC 5802, RFC 7677): one of them serves HTTP Basic and SQL alike.

A verifier proves a password right and does not tell it. `SCRAM-SHA-256$<iterations>:<salt>$<StoredKey>:<ServerKey>`.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import re
import secrets
import stringprep
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

ITERATIONS = 65_536  # some 40 ms; RFC 7677 asks for 4,096 at least
SALT_BYTES = 16
MOST_BYTES = 1_024  # of a password, so that nobody makes us hash a book
FORM = re.compile(r"SCRAM-SHA-256\$(\d{1,8}):([A-Za-z0-9+/=]+)\$([A-Za-z0-9+/=]+):([A-Za-z0-9+/=]+)", re.ASCII)

PROHIBITED: tuple[Callable[[str], bool], ...] = (
    stringprep.in_table_a1,
    stringprep.in_table_c12,
    stringprep.in_table_c21_c22,
    stringprep.in_table_c3,
    stringprep.in_table_c4,
    stringprep.in_table_c5,
    stringprep.in_table_c6,
    stringprep.in_table_c7,
    stringprep.in_table_c8,
    stringprep.in_table_c9,
)


@dataclass(frozen=True)
class Verifier:
    """What is stored instead of a password."""

    iterations: int
    salt: bytes
    stored_key: bytes
    server_key: bytes

    def __str__(self) -> str:
        salt, stored, server = (base64.b64encode(one).decode() for one in (self.salt, self.stored_key, self.server_key))
        return f"SCRAM-SHA-256${self.iterations}:{salt}${stored}:{server}"

    def fits(self, password: str) -> bool:
        """Whether this is the password. It takes as long for a wrong one, whatever it is."""
        try:
            prepared = saslprep(password)
        except ValueError:
            prepared = password
        return hmac.compare_digest(_keys(prepared, self.salt, self.iterations)[0], self.stored_key)


def make_verifier(password: str, salt: bytes | None = None, iterations: int = ITERATIONS) -> Verifier:
    """The verifier of a password, with a new salt. Raises ValueError where `saslprep` does."""
    chosen = secrets.token_bytes(SALT_BYTES) if salt is None else salt
    return Verifier(iterations, chosen, *_keys(saslprep(password), chosen, iterations))


def read_verifier(text: str) -> Verifier | None:
    """The verifier as stored, or None when it is none."""
    found = FORM.fullmatch(text)
    if found is None:
        return None
    try:
        salt, stored, server = (base64.b64decode(one, validate=True) for one in found.groups()[1:])
    except (binascii.Error, ValueError):
        return None
    iterations = int(found[1])
    if len(stored) != 32 or len(server) != 32 or not salt or not 4_096 <= iterations <= 10_000_000:
        return None
    return Verifier(iterations, salt, stored, server)


def _keys(prepared: str, salt: bytes, iterations: int) -> tuple[bytes, bytes]:
    """StoredKey and ServerKey."""
    salted = hashlib.pbkdf2_hmac("sha256", prepared.encode("utf-8", "surrogatepass"), salt, iterations)
    client = hmac.digest(salted, b"Client Key", "sha256")
    return hashlib.sha256(client).digest(), hmac.digest(salted, b"Server Key", "sha256")


def saslprep(password: str) -> str:
    """The password as every client writes it (RFC 4013). Raises ValueError for what none may hold.

    >>> saslprep("a\\u00adb\\u00a0c"), saslprep("\\u2168")
    ('ab c', 'IX')
    """
    kept = (sign for sign in password if not stringprep.in_table_b1(sign))
    mapped = "".join(" " if stringprep.in_table_c12(sign) else sign for sign in kept)
    found = unicodedata.normalize("NFKC", mapped)
    if not found or any(is_in(sign) for sign in found for is_in in PROHIBITED):
        raise ValueError("the password is empty or holds signs that not every client can send")
    if any(map(stringprep.in_table_d1, found)) and (
        any(map(stringprep.in_table_d2, found))
        or not (stringprep.in_table_d1(found[0]) and stringprep.in_table_d1(found[-1]))
    ):
        raise ValueError("the password mixes writing from the left with writing from the right")
    return found
