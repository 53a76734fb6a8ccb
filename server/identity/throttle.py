"""Guessing is made slow: so many wrong tries, and then one each so many seconds, whether or not the name exists.

Tries are counted for a name from an address, for a name from all addresses that have not come in by it, and for an
address. Counters live in this process, which tells the other workers of its server; the least used is forgotten first.
"""

from __future__ import annotations

import hashlib
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from ipaddress import IPv6Address, IPv6Network, ip_address

from semantic.errors import LimitError, Problem

MOST_COUNTERS = 20_000
SHORT_BYTES = 16
NOBODY = bytes(SHORT_BYTES)  # in place of a name


@dataclass(frozen=True)
class Allowance:
    """`most` tries at once, and one more after each `seconds`."""

    most: int
    seconds: float


PAIR = Allowance(5, 10.0)
KNOWN = Allowance(100, 10.0)  # for who has come in from there: a pool opens many connections at once
NAME = Allowance(100, 10.0)
ADDRESS = Allowance(60, 2.0)


@dataclass
class Counter:
    left: float
    at: float


class Throttle:
    """Counts wrong tries. A try is taken before it is looked at, and given back when it was right."""

    def __init__(
        self, clock: Callable[[], float] = time.monotonic, most: int = MOST_COUNTERS,
        tell: Callable[[bytes], None] = lambda wrong: None,
    ) -> None:  # fmt: skip
        self._clock, self._most, self._tell = clock, most, tell
        self._lock = threading.Lock()
        self._counters: OrderedDict[Hashable, Counter] = OrderedDict()
        self._came_in: OrderedDict[Hashable, None] = OrderedDict()

    def take(self, name: str | None, address: str) -> None:
        """Takes one try; name is None for a token, which nobody guesses for a name. Raises LimitError (L513)."""
        with self._lock:
            keys = self._keys(_shortened(name), network(address))
            counters = [(self._counter(key, allowance), allowance) for key, allowance in keys]
            if any(counter.left < 1 for counter, _ in counters):
                hint = "Wait before the next try; a right one is refused, too, until then."
                raise LimitError(Problem("L513", "Too many tries to log in went wrong.", hint))
            for counter, _ in counters:
                counter.left -= 1

    def keep(self, name: str | None, address: str) -> None:
        """The try was wrong, and is counted at the other workers, too."""
        self._tell((_shortened(name) or NOBODY) + network(address).encode())

    def hear(self, wrong: bytes) -> None:
        """A wrong try at another worker."""
        short, place = wrong[: len(NOBODY)], wrong[len(NOBODY) :].decode()
        with self._lock:
            for key, allowance in self._keys(None if short == NOBODY else short, place):
                counter = self._counter(key, allowance)
                counter.left = max(0.0, counter.left - 1)

    def give_back(self, name: str | None, address: str, came_in: bool = True) -> None:
        """The try was right, or failed for a reason that is no guess."""
        with self._lock:
            for key, allowance in self._keys(_shortened(name), network(address)):
                counter = self._counter(key, allowance)
                counter.left = min(allowance.most, counter.left + 1)
            if came_in and name is not None:
                self._remember((_short(name), network(address)))

    def _keys(self, short: bytes | None, place: str) -> list[tuple[Hashable, Allowance]]:
        by_address: tuple[Hashable, Allowance] = (("address", place), ADDRESS)
        if short is None:
            return [by_address]
        pair = (short, place)
        if pair in self._came_in:
            # Not the name's own counter: whoever guesses from elsewhere would lock out the one whose name it is.
            return [(("known", pair), KNOWN)]
        return [by_address, (("pair", pair), PAIR), (("name", short), NAME)]

    def _counter(self, key: Hashable, allowance: Allowance) -> Counter:
        now = self._clock()
        counter = self._counters.get(key)
        if counter is None:
            counter = self._counters[key] = Counter(allowance.most, now)
        counter.left = min(allowance.most, counter.left + (now - counter.at) / allowance.seconds)
        counter.at = now
        self._counters.move_to_end(key)
        while len(self._counters) > self._most:
            self._counters.popitem(last=False)
        return counter

    def _remember(self, pair: Hashable) -> None:
        self._came_in[pair] = None
        self._came_in.move_to_end(pair)
        while len(self._came_in) > self._most:
            self._came_in.popitem(last=False)


def _shortened(name: str | None) -> bytes | None:
    return None if name is None else _short(name)


def _short(name: str) -> bytes:
    """A caller's words may be long; what is kept of them is not."""
    return hashlib.sha256(name.encode("utf-8", "surrogatepass")).digest()[:SHORT_BYTES]


def network(address: str) -> str:
    """The address, or for IPv6 the /64, which is one household's.

    >>> network("192.0.2.7"), network("2001:db8::1"), network("::ffff:192.0.2.7")
    ('192.0.2.7', '2001:db8::/64', '192.0.2.7')
    """
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return address[:64]
    if not isinstance(found, IPv6Address):
        return str(found)
    if found.ipv4_mapped is not None:
        return str(found.ipv4_mapped)
    return str(IPv6Network((int(found), 64), strict=False))
