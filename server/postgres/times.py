"""For how many seconds a client of the SQL endpoint is waited for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Times:
    """Seconds: until somebody has logged in, without a message of a session, and without a byte of an answer taken."""

    login: float = 15
    idle: float = 3_600
    taking: float = 30
