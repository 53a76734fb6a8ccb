"""How long a client is waited for. The clock runs only while the client is all that is waited for, never for us."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from starlette.types import Message, Receive

from semantic.errors import LimitError, Problem

GONE: Message = {"type": "http.disconnect"}


@dataclass(frozen=True)
class Patience:
    """Seconds: until the head of a request is whole, for its body in all, and without a byte of an answer taken."""

    head: float = 15
    body: float = 30
    taking: float = 30


class Incoming:
    """The messages of a client: a body of so many bytes at most, within so many seconds of waiting for it.

    A client that is too slow looks to every interface like one that left, so that its question stops as any other.
    """

    def __init__(self, receive: Receive, most_bytes: int, seconds: float) -> None:
        self._receive = receive
        self._most_bytes, self._read = most_bytes, 0
        self._left = seconds
        self._whole = False
        self.overdue = False

    async def receive(self) -> Message:
        """Raises LimitError L511 for a body that is longer."""
        if self._whole:
            return await self._receive()  # when it leaves: its question may take as long as questions may
        message = await self._awaited()
        self._read += len(message.get("body", b""))
        if self._read > self._most_bytes:
            raise LimitError(Problem("L511", f"The body is longer than {self._most_bytes} bytes."))
        self._whole = not message.get("more_body", False) and not self.overdue
        return message

    async def _awaited(self) -> Message:
        clock = asyncio.get_running_loop().time
        begun = clock()
        try:
            async with asyncio.timeout(self._left):
                return await self._receive()
        except TimeoutError:
            self.overdue = True
            return GONE
        finally:
            self._left -= clock() - begun
