"""Values from their text."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from uuid import UUID

from server.postgres import types
from server.postgres.types import PgType
from server.postgres.values import moments, numbers
from server.postgres.values.fault import BLANKS, malformed
from server.postgres.values.interval import interval

UUIDS = re.compile(r"(?:[0-9a-f]{4}-?){7}[0-9a-f]{4}", re.IGNORECASE)
# The old form of bytes: `a`, `\\`, `\303`.
ESCAPES = re.compile(r"[^\\]|\\\\|\\[0-3][0-7]{2}", re.DOTALL | re.ASCII)
# An element of an array: `"a \"b\""` or `abc`; and what stands after it. Nothing that has been read is read again.
ELEMENT = re.compile(
    r'\s*+(?:"(?P<quoted>(?:[^"\\]|\\.)*+)"\s*+|(?P<bare>(?:[^"\\{},]|\\.)++))(?P<end>[,}])', re.DOTALL | re.ASCII
)
BOUNDS = re.compile(r"\s*\[[0-9]{1,9}:[0-9]{1,9}\]\s*=\s*", re.ASCII)  # [1:3]= before the elements
ESCAPED = re.compile(r"\\(.)", re.DOTALL | re.ASCII)


def from_text(text: str, type_: PgType, timezone: str) -> object:
    """The value. Raises ParseError (P160, P162, P163)."""
    if "\0" in text:
        raise malformed(type_.name, 0)
    if type_.oid in (types.INT2VECTOR.oid, types.OIDVECTOR.oid):
        return [from_text(one, types.TYPES[type_.element], timezone) for one in text.split()]
    if type_.element:
        return [
            None if one is None else from_text(one, types.TYPES[type_.element], timezone)
            for one in elements(text, type_)
        ]
    if type_.oid == types.TIMESTAMPTZ.oid:
        return moments.timestamptz(text, type_, timezone)
    reader = READERS.get(type_.oid)
    return reader(text, type_) if reader else text


def elements(text: str, type_: PgType) -> list[str | None]:
    """The elements of an array of one dimension, None for NULL."""
    bounds = BOUNDS.match(text)
    body = text[bounds.end() if bounds else 0 :].strip(BLANKS)
    if not body.startswith("{"):
        raise malformed(type_.name, 0, text)
    if body[1:].strip(BLANKS) == "}":
        return []
    found, place = list[str | None](), 1
    while element := ELEMENT.match(body, place):
        found.append(_element(element))
        place = element.end()
        if element["end"] == "}":
            break
    if place != len(body) or not found or body[-1] != "}" or body[place - 1] != "}":
        raise malformed(type_.name, 0, text)
    return found


def _element(found: re.Match[str]) -> str | None:
    if found["quoted"] is not None:
        return ESCAPED.sub(r"\1", found["quoted"])
    bare = found["bare"].strip(BLANKS)
    return None if bare.upper() == "NULL" else ESCAPED.sub(r"\1", bare)


def octets(text: str, type_: PgType) -> bytes:
    if text.startswith("\\x"):
        try:
            return bytes.fromhex(text[2:])
        except ValueError:
            raise malformed(type_.name, 0, text) from None
    parts = ESCAPES.findall(text)
    if sum(map(len, parts)) != len(text):
        raise malformed(type_.name, 0, text)
    return b"".join(_octet(part) for part in parts)


def _octet(part: str) -> bytes:
    if len(part) == 4:
        return bytes([int(part[1:], 8)])
    return part[-1].encode()


def uuid(text: str, type_: PgType) -> UUID:
    word = text[1:-1] if text.startswith("{") and text.endswith("}") else text
    if not UUIDS.fullmatch(word):
        raise malformed(type_.name, 0, text)
    return UUID(hex=word.replace("-", ""))


READERS: Mapping[int, Callable[[str, PgType], object]] = {
    types.BOOL.oid: numbers.truth,
    **dict.fromkeys(numbers.RANGES, numbers.whole),
    types.FLOAT4.oid: numbers.floating,
    types.FLOAT8.oid: numbers.floating,
    types.NUMERIC.oid: numbers.numeric,
    types.BYTEA.oid: octets,
    types.UUID.oid: uuid,
    types.DATE.oid: moments.day,
    types.TIME.oid: moments.clock,
    types.TIMESTAMP.oid: moments.timestamp,
    types.INTERVAL.oid: lambda text, _: interval(text),
}
