"""What a client sends, as values. A text is what the bytes say in UTF-8; a value of a parameter stays bytes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

TEXT, BINARY = 0, 1
Target = Literal["S", "P"]  # a prepared statement, or a portal


@dataclass(frozen=True)
class SslRequest:
    """Asks for TLS; the answer is one letter."""


@dataclass(frozen=True)
class GssRequest:
    """Asks for encryption by Kerberos; the answer is one letter."""


@dataclass(frozen=True)
class CancelRequest:
    """Asks, on a connection of its own, to stop what another connection has under way."""

    process: int
    secret: bytes = field(repr=False)


@dataclass(frozen=True)
class StartUp:
    """Opens a session. `parameters` are in the order sent, the last of a name winning."""

    major: int
    minor: int
    parameters: Mapping[str, str]


@dataclass(frozen=True)
class Password:
    """An answer in the log-in: a password with its closing zero, or a step of SASL."""

    data: bytes = field(repr=False)


@dataclass(frozen=True)
class Query:
    """One text of any number of statements."""

    text: str


@dataclass(frozen=True)
class Parse:
    """A statement to prepare. `types` are OIDs, 0 where the server is to say."""

    name: str
    text: str
    types: tuple[int, ...] = ()


@dataclass(frozen=True)
class Bind:
    """A portal of a prepared statement. Formats are none, one for all, or one each."""

    portal: str
    statement: str
    formats: tuple[int, ...] = ()
    values: tuple[bytes | None, ...] = ()
    result_formats: tuple[int, ...] = ()


@dataclass(frozen=True)
class Describe:
    target: Target
    name: str


@dataclass(frozen=True)
class Execute:
    """`most` rows of a portal, 0 for all that are left."""

    portal: str
    most: int = 0


@dataclass(frozen=True)
class Close:
    target: Target
    name: str


@dataclass(frozen=True)
class Flush:
    """Asks for the answers so far."""


@dataclass(frozen=True)
class Sync:
    """Ends a row of messages of the extended protocol, and what was skipped after an error."""


@dataclass(frozen=True)
class Terminate:
    """The client goes."""


@dataclass(frozen=True)
class CopyData:
    """Rows for a COPY FROM, which is not served: read past."""


@dataclass(frozen=True)
class CopyDone:
    """The end of such rows."""


@dataclass(frozen=True)
class CopyFail:
    """That there will be no more such rows."""


@dataclass(frozen=True)
class FunctionCall:
    """A function called by its OID, which is not served."""


@dataclass(frozen=True)
class BadText:
    """A whole message whose text is not UTF-8. `simple` says that it was a Query, which no Sync follows."""

    found: str
    simple: bool


Opening = SslRequest | GssRequest | CancelRequest | StartUp
Message = (
    Password | Query | Parse | Bind | Describe | Execute | Close | Flush | Sync | Terminate | CopyData | CopyDone
    | CopyFail | FunctionCall | BadText
)  # fmt: skip
