"""What a conversation asks of the connection that drives it. Each is answered with a value, or an error thrown in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

Buffer = bytes | memoryview


@dataclass(frozen=True)
class Read:
    """The next message, answered with it. `most` bytes are a bound of its length, `opening` the one without a letter.

    `wait` says how long the connection waits: for a log-in as a whole, or for a session that is idle.
    """

    opening: bool
    most: int
    wait: Literal["login", "idle"]


@dataclass(frozen=True)
class Send:
    """Bytes for the client, taken before the conversation goes on."""

    data: Buffer


@dataclass(frozen=True)
class OnThread:
    """Work that blocks, answered with what it returns."""

    work: Callable[[], Any]


@dataclass(frozen=True)
class Stream:
    """Pieces for the client, each made on a thread while the one before it is sent.

    What is left to make is told by `over`, so that an answer of one piece is not waited for twice.
    """

    pieces: Iterator[Buffer]
    over: Callable[[], bool]


@dataclass(frozen=True)
class Upgrade:
    """TLS from here on; what came in the clear before is not listened to. Answered when the handshake is done."""


Effect = Read | Send | OnThread | Stream | Upgrade
