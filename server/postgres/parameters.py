"""The value of a parameter (`$1`), as a Bind message gives it: text or binary, by the parameter's type."""

from __future__ import annotations

from server.postgres.types import PgType
from server.postgres.values.binary import from_binary
from server.postgres.values.fault import malformed
from server.postgres.values.text import from_text

TEXT, BINARY = 0, 1


def parameter(content: bytes | None, type_: PgType, format: int, *, timezone: str = "UTC") -> object:
    """Python's own value, None for NULL.

    That is bool, int, float, Decimal, str, bytes, UUID, date, time, datetime, our Interval, or a list of those and
    None. A timestamptz is in UTC; text that names no offset is of the time zone. What has no type of Python's is text,
    also a name (regclass…), which in binary is a number. Raises ParseError: P160 for a malformed text, P161 for
    malformed binary, P162 for a number and P163 for a date or time out of range.
    """
    if content is None:
        return None
    if format == BINARY:
        return from_binary(content, type_)
    try:
        return from_text(content.decode(), type_, timezone)
    except UnicodeDecodeError:
        raise malformed(type_.name, TEXT) from None
