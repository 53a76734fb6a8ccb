"""Passwords found right a moment ago, so that a client asking often does not cost a slow hash each time.

What is kept is a keyed hash of password and stored verifier together: it says nothing of the password, and a changed
password is another verifier, so the old one is wrong at once. Names, roles and whether a user is active are never kept.
"""

from __future__ import annotations

import hmac
import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import Callable

from server.identity.scram import Verifier

SECONDS = 60.0
MOST = 2_000


class Remembered:
    def __init__(self, clock: Callable[[], float] = time.monotonic, most: int = MOST) -> None:
        self._key = secrets.token_bytes(32)
        self._clock, self._most = clock, most
        self._lock = threading.Lock()
        self._until: OrderedDict[bytes, float] = OrderedDict()

    def fits(self, verifier: Verifier, password: str) -> bool:
        """As `Verifier.fits`, quick for what was right within the last minute."""
        mark = self._mark(verifier, password)
        with self._lock:
            until = self._until.get(mark)
        if until is not None and self._clock() < until:
            return True
        if not verifier.fits(password):
            return False
        with self._lock:
            self._until[mark] = self._clock() + SECONDS
            self._until.move_to_end(mark)
            while len(self._until) > self._most:
                self._until.popitem(last=False)
        return True

    def _mark(self, verifier: Verifier, password: str) -> bytes:
        spoken = password.encode("utf-8", "surrogatepass")
        return hmac.digest(self._key, str(verifier).encode() + b"\0" + spoken, "sha256")
