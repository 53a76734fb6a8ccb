"""Request → Principal, or A3xx. Without `--demo` nobody is known over the network, and nothing is granted."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field
from starlette.requests import HTTPConnection

from semantic.access.link import DEMO_FILE
from semantic.access.principal import OPERATOR, Attribute, Principal
from semantic.errors import DefinitionError, DeniedError, Place, Problem
from semantic.model.read import read_document

DEMO_PASSWORD = "demo"
MOST_BYTES = 4_096  # of an Authorization header

Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,62}$")]


class DemoPrincipal(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    name: Name
    title: str
    roles: list[Name]
    attributes: dict[Name, str | int | list[str] | list[int]] = {}


class DemoPrincipals(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    principals: list[DemoPrincipal]


@dataclass(frozen=True)
class Login:
    """One way in: what is presented, kept only as a hash, and who that is."""

    digest: bytes
    principal: Principal


@dataclass(frozen=True)
class Directory:
    """Everybody who may come in over the network, and by what. Empty: nobody."""

    passwords: tuple[Login, ...] = ()  # of `name:password`
    tokens: tuple[Login, ...] = ()

    @property
    def principals(self) -> tuple[Principal, ...]:
        return tuple(dict.fromkeys(login.principal for login in self.tokens))

    def authenticate(self, connection: HTTPConnection) -> Principal:
        """Who asks: HTTP Basic, Bearer, or the bare token that Cube's clients send. Raises DeniedError A310 or A311."""
        presented = connection.headers.getlist("authorization")
        if not presented or not presented[0].strip():
            hint = "Send HTTP Basic, or a personal token in the Authorization header."
            raise DeniedError(Problem("A310", "The request does not say who asks.", hint))
        if len(presented) > 1 or len(presented[0]) > MOST_BYTES:
            raise _wrong()
        return self._known(presented[0].strip())

    def _known(self, header: str) -> Principal:
        scheme, _, rest = header.partition(" ")
        if scheme.lower() == "basic":
            name_and_password = _decoded(rest.strip())
            password = name_and_password.partition(b":")[2]
            found = _match(name_and_password, self.passwords)
            by_token = _match(password, self.tokens)
            if by_token and hmac.compare_digest(name_and_password.partition(b":")[0], by_token.subject.encode()):
                found = by_token
        else:
            token = rest.strip() if scheme.lower() == "bearer" else header
            found = _match(token.encode(), self.tokens)
        if found is None:
            raise _wrong()
        return found


def _wrong() -> DeniedError:
    """One answer for every fault, so that it does not say which names exist."""
    return DeniedError(Problem("A311", "The name, password or token is not right."))


def _decoded(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise _wrong() from None


def _digest(secret: bytes) -> bytes:
    return hashlib.sha256(secret).digest()


def _match(presented: bytes, logins: Iterable[Login]) -> Principal | None:
    """The one whose login it is. Every login is compared, whichever matches."""
    digest, found = _digest(presented), None
    for login in logins:
        if hmac.compare_digest(digest, login.digest):
            found = login.principal
    return found


def read_demo_principals(policies: Path) -> tuple[Principal, ...]:
    """The demo's principals. Raises DefinitionError with every fault of the file."""
    path = policies / DEMO_FILE
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise DefinitionError(Problem("D675", "The demo's principals cannot be read.", at=Place(str(path)))) from None
    document, _ = read_document(text, DEMO_FILE, DemoPrincipals)
    names = [entry.name for entry in document.principals]
    problems = [
        Problem("D676", f"The principal '{name}' stands twice.", "Keep one of them.", at=Place(DEMO_FILE))
        for name in dict.fromkeys(names)
        if names.count(name) > 1
    ]
    problems += [
        Problem("D677", f"'{OPERATOR.subject}' is the local command line and may not log in.", at=Place(DEMO_FILE))
        for entry in document.principals
        if OPERATOR.subject in (entry.name, *entry.roles)
    ]
    if problems:
        raise DefinitionError(*problems)
    return tuple(Principal(one.name, tuple(one.roles), _attributes(one.attributes)) for one in document.principals)


def _attributes(written: Mapping[str, str | int | list[str] | list[int]]) -> dict[str, Attribute]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in written.items()}  # type: ignore[misc]


def demo_directory(principals: Iterable[Principal]) -> Directory:
    """The password `demo` and the token `demo-<name>` for each."""
    found = tuple(principals)
    return Directory(
        tuple(Login(_digest(f"{one.subject}:{DEMO_PASSWORD}".encode()), one) for one in found),
        tuple(Login(_digest(demo_token(one).encode()), one) for one in found),
    )


def demo_token(principal: Principal) -> str:
    return f"{DEMO_PASSWORD}-{principal.subject}"


def is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
