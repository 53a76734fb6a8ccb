"""What a field that puts questions of its own needs to know of the document it stands in."""

from __future__ import annotations

from typing import Any, Protocol

from semantic.access.principal import Principal
from semantic.execute.cancellation import Cancellation
from semantic.pipeline import Service


class Asking(Protocol):
    """Who asks of whom, and what is told of each answer, by response key."""

    @property
    def principal(self) -> Principal: ...
    @property
    def service(self) -> Service: ...
    @property
    def default_limit(self) -> int: ...
    @property
    def cancellation(self) -> Cancellation: ...
    @property
    def told(self) -> dict[str, dict[str, Any]]: ...
