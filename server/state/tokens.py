"""Personal tokens: shown once, stored as a hash, ended by a day or by being revoked."""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
import zlib
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, Row, func, insert, select, update

from server.state.tables import tokens

PREFIX = "ngl_"
FORM = re.compile(rf"{PREFIX}([A-Za-z0-9_-]{{43}})([0-9a-f]{{8}})")
MOST_PER_USER = 20
LONGEST = timedelta(days=365)
COARSE = timedelta(hours=1)  # of when it was last used: one write an hour, not one a request


@dataclass(frozen=True)
class Token:
    """A token without its secret."""

    id: str
    subject: str
    name: str
    created: datetime
    expires: datetime
    last_used: datetime | None = None
    revoked: datetime | None = None

    def holds(self, now: datetime) -> bool:
        return self.revoked is None and now < self.expires


def new_secret() -> str:
    """`ngl_`, 32 random bytes, and a checksum by which a scanner knows one that leaked, and we a mistyped one."""
    body = secrets.token_urlsafe(32)
    return f"{PREFIX}{body}{_checksum(body)}"


def is_well_formed(text: str) -> bool:
    found = FORM.fullmatch(text)
    return found is not None and hmac.compare_digest(_checksum(found[1]), found[2])


def _checksum(body: str) -> str:
    return f"{zlib.crc32(body.encode('ascii')):08x}"


def digest(secret: str) -> bytes:
    """No salt and no slowness: 256 random bits are not guessed."""
    return hashlib.sha256(secret.encode()).digest()


def create(connection: Connection, token: Token) -> str:
    """Stores the token; its secret, which is known from now on to whom it is told only."""
    secret = new_secret()
    row = {"id": token.id, "subject": token.subject, "name": token.name, "digest": digest(secret)}
    connection.execute(insert(tokens).values(created=token.created, expires=token.expires, **row))
    return secret


def new_id() -> str:
    return secrets.token_hex(6)


def by_secret(connection: Connection, secret: str) -> Token | None:
    """The token, whether or not it still holds."""
    wanted = digest(secret)
    row = connection.execute(select(tokens).where(tokens.c.digest == wanted)).one_or_none()
    return _token(row) if row is not None and hmac.compare_digest(row.digest, wanted) else None


def by_id(connection: Connection, id: str) -> Token | None:
    row = connection.execute(select(tokens).where(tokens.c.id == id)).one_or_none()
    return _token(row) if row is not None else None


def of(connection: Connection, subject: str) -> tuple[Token, ...]:
    """A user's tokens, oldest first, those that are over too."""
    mine = select(tokens).where(tokens.c.subject == subject).order_by(tokens.c.created, tokens.c.id)
    return tuple(_token(row) for row in connection.execute(mine))


def in_force(connection: Connection, subject: str, now: datetime) -> int:
    """How many of a user's tokens hold now."""
    table = tokens.c
    mine = select(func.count()).where(table.subject == subject, table.revoked.is_(None), table.expires > now)
    return connection.execute(mine).scalar_one()


def revoke(connection: Connection, id: str, now: datetime) -> None:
    connection.execute(update(tokens).where(tokens.c.id == id, tokens.c.revoked.is_(None)).values(revoked=now))


def is_stale(token: Token, now: datetime) -> bool:
    """Whether it is time to write down that the token was used."""
    return token.last_used is None or now - token.last_used >= COARSE


def mark_used(connection: Connection, token: Token, now: datetime) -> None:
    connection.execute(update(tokens).where(tokens.c.id == token.id).values(last_used=now))


def _token(row: Row[tuple[object, ...]]) -> Token:
    return Token(row.id, row.subject, row.name, row.created, row.expires, row.last_used, row.revoked)
