"""A session driven without a socket: messages in, what it would send out, every effect done at once."""

from __future__ import annotations

from collections.abc import Sequence

from semantic.access.principal import Principal
from server.postgres.effect import OnThread, Read, Send, Stream
from server.postgres.session import talk
from server.postgres.settings import first_settings
from server.postgres.state import State
from server.postgres.statement import Statements
from server.postgres.wire.frontend import Message, Opening
from server.postgres.wire.read import ProtocolFault, Reader
from tests.server.postgres.protocol.raw import Told, messages, shown


class Always:
    """An admission that always holds."""

    def __init__(self, principal: Principal) -> None:
        self.principal = principal
        self.is_fresh = True

    def renew(self) -> Principal:
        return self.principal


class Dialogue:
    """`ended` tells how it came to its end, when it has: by itself, or by what was no protocol."""

    def __init__(self, statements: Statements, principal: Principal, most_bytes: int = 100_000) -> None:
        settings = first_settings({}, principal.subject, "Europe/Copenhagen")
        self.state = State(statements, Always(principal), settings, 1, most_bytes)
        self.state.changed_settings()
        self._steps = talk(self.state)
        self._reader = Reader()
        self._wanted = self._until_read(next(self._steps))
        self._sent = bytearray()
        self.ended: str | None = None

    def say(self, *data: bytes) -> list[Told]:
        """What comes back to these bytes."""
        self._sent.clear()
        self._reader.feed(b"".join(data))
        while self.ended is None:
            try:
                message = self._reader.message(self._wanted.most)
                if message is None:
                    break
                self._go(message)
            except ProtocolFault as fault:
                self._fault(fault)
        return list(messages(bytes(self._sent)))

    def ask(self, *data: bytes) -> list[str]:
        return [shown(one) for one in self.say(*data)]

    def _fault(self, fault: ProtocolFault) -> None:
        try:
            self._steps.throw(fault)
        except ProtocolFault:
            self.ended = "fault"

    def _go(self, message: Message | Opening) -> None:
        try:
            self._wanted = self._until_read(self._steps.send(message))
        except StopIteration:
            self.ended = "by itself"

    def _until_read(self, effect: object) -> Read:
        """Does the effects up to the next message that is wanted."""
        while not isinstance(effect, Read):
            try:
                answer = self._done(effect)
            except Exception as error:
                effect = self._steps.throw(error)
            else:
                effect = self._steps.send(answer)
        return effect

    def _done(self, effect: object) -> object:
        match effect:
            case Send(data):
                self._sent += data
            case OnThread(work):
                return work()
            case Stream(pieces, _):
                for piece in pieces:
                    self._sent += piece
            case _:
                raise AssertionError(effect)
        return None

    def close(self) -> None:
        self._steps.close()
        self.state.close()


def letters(told: Sequence[Told]) -> str:
    return "".join(one.letter for one in told)
