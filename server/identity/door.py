"""Who comes in over the network: one of the demo's, a user of the state by password or token, or an issuer's.

Roles, attributes and whether a user is active are read anew each time: what is taken away is gone at the next request.
"""

from __future__ import annotations

import hmac
import logging
import re
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import anyio
from anyio.to_thread import run_sync
from sqlalchemy.exc import SQLAlchemyError
from starlette.requests import HTTPConnection

from semantic.access.principal import Principal
from semantic.errors import DefinitionError, DeniedError, Problem
from server.authenticate import DEMO_PASSWORD, Directory
from server.identity.claims import principal_of
from server.identity.credentials import Basic, Bearer, Credentials, address_of, read_credentials, wrong_credentials
from server.identity.issuer import IssuerKeys
from server.identity.issuer_settings import OidcSettings
from server.identity.remembered import Remembered
from server.identity.scram import ITERATIONS, SALT_BYTES, Verifier, make_verifier, read_verifier
from server.identity.signed import claims_of
from server.identity.throttle import Throttle
from server.state import accounts, tokens
from server.state.database import State, StateSource

log = logging.getLogger("nogletal")

NAME = re.compile(r"[a-z][a-z0-9_]{0,62}", re.ASCII)
THREADS = 8  # for passwords and the state
ISSUER_THREADS = 4  # apart, since an issuer that does not answer keeps one waiting


def utc_now() -> datetime:
    return datetime.now(UTC)


class Door:
    """Request → Principal, or A3xx, or L513. A name that does not exist costs the same work as one that does."""

    def __init__(
        self, demo: Directory, states: StateSource, oidc: OidcSettings | None = None,
        now: Callable[[], datetime] = utc_now, secret: bytes | None = None,
        tell: Callable[[bytes], None] = lambda wrong: None,
    ) -> None:  # fmt: skip
        self._demo, self.states, self._oidc, self._now = demo, states, oidc, now
        self._keys = IssuerKeys(oidc) if oidc is not None else None
        self.throttle, self._remembered = Throttle(tell=tell), Remembered()
        self._secret = secret or secrets.token_bytes(32)
        self._demo_verifiers: dict[str, Verifier] = {}
        self._threads, self._issuer_threads = anyio.CapacityLimiter(THREADS), anyio.CapacityLimiter(ISSUER_THREADS)

    async def authenticate(self, connection: HTTPConnection) -> Principal:
        """Who asks; what must be looked up or computed is done on a thread."""
        credentials = read_credentials(connection)
        known = self._demo.find(credentials)
        if known is not None:
            return known
        signed = isinstance(credentials, Bearer) and credentials.is_signed
        threads = self._issuer_threads if signed else self._threads
        return await run_sync(self.find, credentials, address_of(connection), limiter=threads)

    def find(self, credentials: Credentials, address: str) -> Principal:
        """Who that is now, outside the demo. Raises DeniedError, LimitError (L513)."""
        try:
            return self._find(credentials, address, self.states.current())
        except (DefinitionError, SQLAlchemyError) as error:
            raise _unreadable(error) from None

    def _find(self, credentials: Credentials, address: str, state: State | None) -> Principal:
        if isinstance(credentials, Bearer) and credentials.is_signed and self._oidc is not None:
            with self._counted(None, address):
                return self._by_issuer(credentials.token, self._oidc, state)
        if state is None:
            raise wrong_credentials()  # nobody is known, so there is nothing to guess
        secret = credentials.token if isinstance(credentials, Bearer) else credentials.password
        if isinstance(credentials, Basic) and not tokens.is_well_formed(secret):
            with self._counted(credentials.name, address):
                return self._by_password(credentials, state)
        with self._counted(None, address):
            return self._by_token(secret, credentials.name if isinstance(credentials, Basic) else None, state)

    @contextmanager
    def _counted(self, name: str | None, address: str) -> Iterator[None]:
        """A try that was wrong (A311) stays taken; one that was right, or failed for another reason, does not."""
        self.throttle.take(name, address)
        right = False
        try:
            yield
            right = True
        except DeniedError as error:
            if error.code == "A311":
                self.throttle.keep(name, address)
            else:
                self.throttle.give_back(name, address, right)
            raise
        except BaseException:
            self.throttle.give_back(name, address, right)
            raise
        self.throttle.give_back(name, address, right)

    def _by_password(self, presented: Basic, state: State) -> Principal:
        verifier, is_there = self._verifier(presented.name, state)
        if not self._remembered.fits(verifier, presented.password) or not is_there:
            raise wrong_credentials()
        return self._active(presented.name, state)

    def _by_token(self, secret: str, name: str | None, state: State) -> Principal:
        if not tokens.is_well_formed(secret):
            raise wrong_credentials()
        with state.reading() as connection:
            token = tokens.by_secret(connection, secret)
        if token is None or not token.holds(self._now()):
            raise wrong_credentials()
        if name is not None and not hmac.compare_digest(name.encode(), token.subject.encode()):
            raise wrong_credentials()
        principal = self._active(token.subject, state)
        self._mark_used(token, state)
        return principal

    def _by_issuer(self, token: str, oidc: OidcSettings, state: State | None) -> Principal:
        assert self._keys is not None
        principal = principal_of(claims_of(token, oidc, self._keys), oidc)
        if state is not None:
            with state.reading() as connection:
                if accounts.is_blocked(connection, principal.subject):
                    raise wrong_credentials()
        return principal

    def _active(self, subject: str, state: State) -> Principal:
        with state.reading() as connection:
            account = accounts.find(connection, subject)
        if account is None or not account.active:
            raise wrong_credentials()
        return account.principal(self._now())

    def _mark_used(self, token: tokens.Token, state: State) -> None:
        """That it is not written down keeps nobody out."""
        now = self._now()
        if not tokens.is_stale(token, now):
            return
        try:
            with state.writing() as connection:
                tokens.mark_used(connection, token, now)
        except SQLAlchemyError as error:
            log.warning("the use of a token was not written down: %s", type(error).__name__)

    def _verifier(self, name: str, state: State) -> tuple[Verifier, bool]:
        """The verifier of the name, and whether it is somebody's; else one that nothing fits, the same for the name."""
        with state.reading() as connection:
            stored = accounts.verifier_of(connection, name if NAME.fullmatch(name) else "")
        found = read_verifier(stored or "")
        if found is not None:
            return found, True
        return self._nobodys(name), False

    def _nobodys(self, name: str) -> Verifier:
        return Verifier(ITERATIONS, self._salt(name), secrets.token_bytes(32), secrets.token_bytes(32))

    def _salt(self, name: str) -> bytes:
        """INVARIANT: the same at every worker, or two log-ins would tell who is not there."""
        return hmac.digest(self._secret, name.encode(), "sha256")[:SALT_BYTES]

    def verifier(self, name: str) -> Verifier:
        """For SCRAM, whose salt is told before anything is proved: of an unknown name one that looks like any other.

        INVARIANT: the caller takes a try from `throttle` first, and asks `again` when the proof was right.
        Raises DeniedError (A315).
        """
        if self._demo_principal(name) is not None:
            return self._demo_verifier(name)
        try:
            state = self.states.current()
            return self._verifier(name, state)[0] if state is not None else self._nobodys(name)
        except (DefinitionError, SQLAlchemyError) as error:
            raise _unreadable(error) from None

    def by_token(self, token: str, address: str) -> Principal:
        """Whose token that is now: the demo's, a personal one, or an issuer's. Raises DeniedError, LimitError."""
        presented = Bearer(token)
        return self._demo.find(presented) or self.find(presented, address)

    def _demo_principal(self, name: str) -> Principal | None:
        return next((one for one in self._demo.principals if one.subject == name), None)

    def _demo_verifier(self, name: str) -> Verifier:
        """Made with the first log-in: its hash is as slow as anybody's."""
        found = self._demo_verifiers.get(name)
        if found is None:
            found = self._demo_verifiers[name] = make_verifier(DEMO_PASSWORD, self._salt(name))
        return found

    def announcement(self) -> list[str]:
        """A line for each source of people who may come in, beside the demo's; empty when there is none."""
        state, found = self.states.current(), []
        if state is not None:
            with state.reading() as connection:
                count = sum(account.active for account in accounts.everyone(connection))
            found += [f"Users          {count} may log in, as kept in {self.states.place}"] if count else []
        if self._oidc is not None:
            found.append(f"OIDC issuer    {self._oidc.issuer}")
        return found

    def again(self, subject: str) -> Principal:
        """Who a user of the state is now, for a connection that lives on, or one of the demo's, who stay as they are.

        Raises DeniedError (A311, A312, A315).
        """
        known = self._demo_principal(subject)
        if known is not None:
            return known
        try:
            state = self.states.current()
            if state is None:
                raise wrong_credentials()
            return self._active(subject, state)
        except (DefinitionError, SQLAlchemyError) as error:
            raise _unreadable(error) from None


def _unreadable(error: Exception) -> DeniedError:
    log.error("the state cannot be read: %s", error)
    hint = "What the server keeps of its users cannot be read; try again later."
    return DeniedError(Problem("A315", "Who asks cannot be checked now.", hint))
