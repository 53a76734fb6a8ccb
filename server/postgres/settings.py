"""The settings of one session: what it began with, what it was set to, and what holds for a transaction only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from server.postgres.refusal import SqlError
from server.postgres.variables import MOST_VALUE, OURS, VARIABLES, milliseconds


@dataclass(frozen=True)
class SessionSettings:
    """Values by lower-case name. `local` ones hold until the transaction ends; nothing is changed in place."""

    start: Mapping[str, str]
    session: Mapping[str, str] = field(default_factory=dict)
    local: Mapping[str, str] = field(default_factory=dict)

    @property
    def values(self) -> Mapping[str, str]:
        return {**self.start, **self.session, **self.local}

    def get(self, name: str) -> str:
        """The value that holds. Raises SqlError 42704."""
        found = self.values.get(name.lower())
        if found is None:
            raise unrecognised(name)
        return found

    def set(self, name: str, value: str | None, local: bool = False) -> SessionSettings:
        """With the value, or the one it began with. Raises SqlError 42704, 22023, 55P02, 0A000."""
        key = name.lower()
        checked = checked_value(name, value) if value is not None else self._default(name)
        other = {one: text for one, text in self.local.items() if one != key}
        if local:
            return replace(self, local={**other, key: checked})
        return replace(self, session={**self.session, key: checked}, local=other)

    def _default(self, name: str) -> str:
        key = name.lower()
        if key in VARIABLES and VARIABLES[key].check is None:
            raise _fixed(name)
        if key not in self.start and key not in self.session and key not in OURS:
            raise unrecognised(name)
        return self.start.get(key, "")

    def reset(self) -> SessionSettings:
        """All as it began."""
        return SessionSettings(self.start)

    def ended(self) -> SessionSettings:
        """After a transaction."""
        return replace(self, local={})

    def reported(self) -> Mapping[str, str]:
        """What a client is told unasked, by the name that it is told under."""
        values = self.values
        return {one.name: values[key] for key, one in VARIABLES.items() if one.reported}

    @property
    def timeout(self) -> float | None:
        """Seconds that a statement may take, or None."""
        found = milliseconds("statement_timeout", self.get("statement_timeout"))
        return found / 1000 if found else None


def checked_value(name: str, value: str) -> str:
    """The value as it is kept and shown. Raises SqlError 42704, 22023, 55P02, 0A000."""
    key = name.lower()
    if len(value) > MOST_VALUE:
        raise SqlError("22023", f'the value of "{name[:80]}" is longer than {MOST_VALUE} characters')
    if key in OURS:
        return value
    variable = VARIABLES.get(key)
    if variable is None:
        raise unrecognised(name)
    if variable.check is None:
        if value == variable.default:
            return value
        raise _fixed(name)
    return variable.check(value)


def unrecognised(name: str) -> SqlError:
    return SqlError("42704", f'unrecognized configuration parameter "{name[:80]}"')


def _fixed(name: str) -> SqlError:
    return SqlError("55P02", f'parameter "{name[:80]}" cannot be changed')


def first_settings(asked: Mapping[str, str], user: str, timezone: str) -> SessionSettings:
    """What a session begins with: the defaults, and what its start-up packet asks. Raises SqlError."""
    values = {key: variable.default for key, variable in VARIABLES.items()}
    values |= {"timezone": timezone, "session_authorization": user}
    for name, value in asked.items():
        values[name.lower()] = checked_value(name, value)
    return SessionSettings(values)


def display(name: str) -> str:
    """The name as SHOW heads its column."""
    variable = VARIABLES.get(name.lower())
    return variable.name if variable is not None else name.lower()
