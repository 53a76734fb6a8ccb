"""The demo's principals: who they are and by what they come in. Everybody else comes in through `identity/door`."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field
from starlette.requests import HTTPConnection

from semantic.access.link import DEMO_FILE
from semantic.access.principal import OPERATOR, Principal, as_attribute
from semantic.errors import DefinitionError, Place, Problem
from semantic.model.read import read_document
from server.identity.credentials import Basic, Credentials, read_credentials, wrong_credentials

DEMO_PASSWORD = "demo"

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
        """Who asks. Raises DeniedError A310 or A311."""
        found = self.find(read_credentials(connection))
        if found is None:
            raise wrong_credentials()
        return found

    def find(self, credentials: Credentials) -> Principal | None:
        """Whose they are: a name with its password, a token, or a name with its token."""
        if not isinstance(credentials, Basic):
            return _match(credentials.token.encode("utf-8", "surrogatepass"), self.tokens)
        found = _match(f"{credentials.name}:{credentials.password}".encode(), self.passwords)
        by_token = _match(credentials.password.encode(), self.tokens)
        if by_token and hmac.compare_digest(credentials.name.encode(), by_token.subject.encode()):
            found = by_token
        return found


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
    return tuple(principal for principal, _ in read_demo_people(policies))


def read_demo_people(policies: Path) -> tuple[tuple[Principal, str], ...]:
    """The demo's principals and their titles. Raises DefinitionError with every fault of the file."""
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
    return tuple((_principal(one), one.title) for one in document.principals)


def _principal(written: DemoPrincipal) -> Principal:
    attributes = {key: as_attribute(value) for key, value in written.attributes.items()}
    return Principal(written.name, tuple(written.roles), attributes)


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
