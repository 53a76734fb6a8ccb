"""How a connection becomes a session: TLS, the start-up packet, and who is there. Nothing is answered before that."""

from __future__ import annotations

import hmac
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from semantic.access.principal import Principal
from semantic.errors import DeniedError, LimitError
from server.errors import guarded, outward
from server.identity.door import Door
from server.identity.exchange import BOUND, PLAIN, ExchangeFault, challenge, read_first, signature
from server.postgres.admission import Admitted, by_password, by_token
from server.postgres.effect import OnThread, Read, Send, Upgrade
from server.postgres.refusal import fatal
from server.postgres.state import Steps
from server.postgres.wire.backend import (
    AuthenticationCleartextPassword,
    AuthenticationSasl,
    AuthenticationSaslContinue,
    AuthenticationSaslFinal,
    NegotiateProtocolVersion,
)
from server.postgres.wire.frontend import CancelRequest, GssRequest, Password, SslRequest, StartUp
from server.postgres.wire.read import MOST_OPENING, Fields, ProtocolFault

TOKEN_USER = "token"  # who comes by a token, which says itself whose it is
MOST_PASSWORD = 20_000  # bytes; an issuer's token may hold a list of privileges
WRONG = "password authentication failed"


@dataclass
class Caller:
    """Who is at the other end. `certificate` is the hash of ours that SCRAM may bind to, once TLS is up (`secure`)."""

    address: str
    is_local: bool
    secure: bool = False
    certificate: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True)
class Entrance:
    """What holds for every connection: whether TLS is offered, and with it asked of all but this machine."""

    door: Door
    tls: bool
    demo: bool
    cancel: Callable[[int, bytes], None]


def opened(entrance: Entrance, caller: Caller) -> Steps[StartUp | None]:
    """The start-up packet, after TLS where it is wanted; None when the connection came to cancel another's work."""
    asked: set[type] = set()
    while True:
        message = yield Read(opening=True, most=MOST_OPENING, wait="login")
        match message:
            case StartUp():
                _check_secure(entrance, caller)
                return message
            case CancelRequest(process, secret):
                entrance.cancel(process, secret)
                return None
            case SslRequest() | GssRequest() if type(message) in asked or caller.secure:
                raise ProtocolFault("encryption was asked for twice")
            case SslRequest() if entrance.tls:
                yield Upgrade()
                caller.secure = True
            case SslRequest() | GssRequest():
                yield Send(b"N")
        asked.add(type(message))


def _check_secure(entrance: Entrance, caller: Caller) -> None:
    if entrance.tls and not caller.secure and not caller.is_local:
        raise fatal("28000", "connections from other machines need TLS here", "Set sslmode=require.")


def asked_settings(message: StartUp) -> tuple[Mapping[str, str], NegotiateProtocolVersion | None]:
    """The settings of a start-up packet, and what to say of a newer protocol or its options."""
    mine = ("user", "database", "options", "replication")
    found = {name: value for name, value in message.parameters.items() if name not in mine}
    unknown = tuple(name for name in found if name.startswith("_pq_."))
    given = _options(message.parameters.get("options", ""))
    settings = given | {name: value for name, value in found.items() if name not in unknown}
    newer = message.minor > 0 or unknown
    if message.parameters.get("replication", "false").lower() not in ("false", "off", "no", "0"):
        raise fatal("0A000", "replication is not supported")
    return settings, NegotiateProtocolVersion(unknown) if newer else None


def _options(text: str) -> dict[str, str]:
    """`-c name=value` and `--name=value`; a backslash keeps the sign after it, also a space."""
    words, kept = [""], False
    for sign in text:
        if kept or not (sign == "\\" or sign.isspace()):
            words[-1], kept = words[-1] + sign, False
        elif sign == "\\":
            kept = True
        else:
            words.append("")
    found: dict[str, str] = {}
    rest = iter(word for word in words if word)
    for word in rest:
        setting = next(rest, "") if word == "-c" else word.removeprefix("-c").removeprefix("--")
        name, equals, value = setting.partition("=")
        if not equals or not word.startswith("-"):
            raise fatal("42601", f"invalid command-line argument for server process: {word[:80]}")
        found[name.replace("-", "_")] = value
    return found


def admitted(entrance: Entrance, caller: Caller, user: str) -> Steps[Admitted]:
    """Who it is. Raises SqlError, FATAL, the same for whatever was wrong."""
    if user == TOKEN_USER:
        return (yield from _by_token(entrance, caller))
    return (yield from _by_scram(entrance, caller, user))


def _by_token(entrance: Entrance, caller: Caller) -> Steps[Admitted]:
    """In the clear within TLS, or on the demo's own machine, since a token cannot be proved without being told."""
    if not (caller.secure or (entrance.demo and caller.is_local)):
        raise fatal("28000", "a token is taken over TLS only", "Set sslmode=require.")
    yield Send(bytes(AuthenticationCleartextPassword()))
    message = yield from _password()
    token = message.data.removesuffix(b"\0").decode("utf-8", "replace")
    principal: Principal = yield OnThread(lambda: _told(lambda: entrance.door.by_token(token, caller.address)))
    return by_token(entrance.door, token, principal)


def _password() -> Steps[Password]:
    message = yield Read(opening=False, most=MOST_PASSWORD, wait="login")
    if not isinstance(message, Password):
        raise ProtocolFault(f"expected password response, got {type(message).__name__}")
    return message


def _told(find: Callable[[], Principal]) -> Principal:
    """The principal, or what is told outside of why not. Raises SqlError."""
    try:
        return find()
    except DeniedError as error:
        raise (fatal("28P01", WRONG) if error.code == "A311" else _refusal(error)) from None
    except LimitError as error:
        raise _refusal(error) from None


def _refusal(error: Exception) -> Exception:
    refused = guarded(error)
    first = refused.problems[0]
    return fatal(outward(first.code).sqlstate, first.message, first.hint)


def _by_scram(entrance: Entrance, caller: Caller, user: str) -> Steps[Admitted]:
    can_bind = caller.secure and caller.certificate is not None
    yield Send(bytes(AuthenticationSasl((BOUND, PLAIN) if can_bind else (PLAIN,))))
    first = yield from _password()
    throttle, right, guessed = entrance.door.throttle, False, False
    try:
        throttle.take(user, caller.address)
    except LimitError as error:
        raise _refusal(error) from None
    try:
        mechanism, data = _initial(first.data, can_bind)
        begun = read_first(data, mechanism, can_bind)
        verifier = yield OnThread(lambda: entrance.door.verifier(user))
        asked = challenge(begun, verifier, caller.certificate)
        yield Send(bytes(AuthenticationSaslContinue(asked.text.encode())))
        final = yield from _password()
        last = signature(final.data, asked)
        guessed = last is None
        if last is None:
            raise fatal("28P01", WRONG)
        principal: Principal = yield OnThread(lambda: _told(lambda: entrance.door.again(user)))
        right = True
        yield Send(bytes(AuthenticationSaslFinal(last)))
        return by_password(entrance.door, user, verifier, principal)
    except ExchangeFault as fault:
        raise ProtocolFault(str(fault)) from None
    finally:
        if guessed:
            throttle.keep(user, caller.address)
        else:
            throttle.give_back(user, caller.address, right)


def _initial(data: bytes, can_bind: bool) -> tuple[str, bytes]:
    """The mechanism that was chosen, and its first message."""
    fields = Fields(data)
    try:
        mechanism = fields.text()
    except UnicodeDecodeError:
        raise ProtocolFault("malformed SASL message") from None
    if mechanism not in ((BOUND, PLAIN) if can_bind else (PLAIN,)):
        raise ProtocolFault("client selected an invalid SASL authentication mechanism")
    message = fields.take(fields.int32())
    fields.end()
    return mechanism, message


def same_secret(one: bytes, other: bytes) -> bool:
    return hmac.compare_digest(one, other)
