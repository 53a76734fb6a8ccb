"""Who a session belongs to, asked anew: what is taken from somebody is gone from their open sessions, too."""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Callable

from semantic.access.principal import Principal
from semantic.errors import DeniedError
from server.identity.door import Door
from server.identity.scram import Verifier
from server.postgres.refusal import fatal

FRESH_SECONDS = 2.0  # so that, with a sweep as often, a revoked session ends within five


class Admitted:
    """Somebody who came in. `find` says who that is now, and raises DeniedError when nobody."""

    def __init__(
        self, principal: Principal, find: Callable[[], Principal], clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._principal, self._find, self._clock = principal, find, clock
        self._at = clock()
        self._lock = threading.Lock()

    @property
    def principal(self) -> Principal:
        return self._principal

    @property
    def is_fresh(self) -> bool:
        return self._clock() - self._at < FRESH_SECONDS

    def renew(self) -> Principal:
        """Raises SqlError, FATAL 28000, when nobody any more; DeniedError (A315) when it cannot be told now."""
        with self._lock:
            if not self.is_fresh:
                self._principal = self._looked_up()
                self._at = self._clock()
            return self._principal

    def _looked_up(self) -> Principal:
        try:
            return self._find()
        except DeniedError as error:
            if error.code == "A315":
                raise
            raise fatal("28000", "terminating connection because this login no longer holds") from None


def by_password(door: Door, name: str, verifier: Verifier, principal: Principal) -> Admitted:
    """A new password ends the sessions of the old one."""

    def find() -> Principal:
        if door.verifier(name) != verifier:
            raise fatal("28000", "terminating connection because this login no longer holds")
        return door.again(name)

    return Admitted(principal, find)


def by_token(door: Door, token: str, principal: Principal) -> Admitted:
    """Looked up under a name of its own: wrong tries from the same address must not end a right session."""
    address = f"session {secrets.token_hex(8)}"
    return Admitted(principal, lambda: door.by_token(token, address))
