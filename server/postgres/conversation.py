"""One connection from its first byte to its last, as effects: the log-in, and then the session."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from semantic.errors import ServiceError
from server.postgres.admission import Admitted
from server.postgres.effect import Send
from server.postgres.login import Caller, Entrance, admitted, asked_settings, opened
from server.postgres.refusal import SqlError, fatal, fatal_report
from server.postgres.schemas import DATABASE
from server.postgres.session import talk
from server.postgres.settings import first_settings
from server.postgres.state import State, Steps
from server.postgres.statement import Statements
from server.postgres.wire.backend import AuthenticationOk, BackendKeyData, Report
from server.postgres.wire.frontend import StartUp
from server.postgres.wire.read import ProtocolFault


@dataclass(frozen=True)
class Place:
    """A place among the connections. `enter` is called with the session once somebody has logged in."""

    process: int
    secret: bytes
    full: Callable[[], bool]
    enter: Callable[[State], None]


@dataclass(frozen=True)
class House:
    """What every session gets. `refused` is told the code of each refusal."""

    statements: Statements
    timezone: Callable[[], str]
    most_bytes: int
    refused: Callable[[str], None] = lambda code: None


def converse(house: House, entrance: Entrance, caller: Caller, place: Place) -> Steps[str | None]:
    """The whole connection. What is wrong with the client, in words for the log, or None."""
    try:
        state = yield from _begin(house, entrance, caller, place)
        if state is not None:
            yield from talk(state)
        return None
    except ProtocolFault as fault:
        yield Send(bytes(Report("FATAL", "08P01", str(fault))))
        return f"not the protocol: {fault}"
    except (SqlError, ServiceError) as error:
        report = fatal_report(error)
        house.refused(report.code)
        yield Send(bytes(report))
        return f"refused: {report.sqlstate} {report.message}"


def _begin(house: House, entrance: Entrance, caller: Caller, place: Place) -> Steps[State | None]:
    """The session, when somebody has logged in, told what it is to know. Raises SqlError, ProtocolFault."""
    message: StartUp | None = yield from opened(entrance, caller)
    if message is None:
        return None
    if place.full():
        raise fatal("53300", "sorry, too many clients already")
    user = message.parameters.get("user", "")
    if not user:
        raise fatal("28000", "no PostgreSQL user name specified in startup packet")
    asked, negotiation = asked_settings(message)
    if negotiation is not None:
        yield Send(bytes(negotiation))
    who: Admitted = yield from admitted(entrance, caller, user)
    database = message.parameters.get("database") or user
    if database != DATABASE:
        raise fatal("3D000", f'database "{database[:80]}" does not exist', f"The database is {DATABASE}.")
    settings = first_settings(asked, who.principal.subject, house.timezone())
    state = State(house.statements, who, settings, place.process, house.most_bytes, house.refused)
    place.enter(state)
    state.tell(AuthenticationOk())
    state.tell(*state.changed_settings(), BackendKeyData(place.process, place.secret))
    yield from state.ready()
    return state
