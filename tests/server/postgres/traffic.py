"""What clients have been heard to ask, as files: written by the recorder, read by who puts it to other servers.

A file holds a client's statements, each once, in the order of its first asking, with a line `-- ;` between them:

    -- simple
    SELECT 1
    -- ;
    -- extended
    -- $1 = 'regnskab'::name
    -- $2 = NULL
    SELECT …

A parameter has its type where the client declared one or asked the server for it. An entry `start-up` has the
settings of a start-up message as its lines. An object identifier of a table that the recording database made is
written as `{oid public.regnskab}` (its row type `{type public.regnskab}`), since no two servers give the same.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

FOLDER = Path(__file__).parent / "traffic"
SEPARATOR = "-- ;"
NAMES = {
    16: "bool", 17: "bytea", 18: '"char"', 19: "name", 20: "int8", 21: "int2", 23: "int4", 25: "text", 26: "oid",
    700: "float4", 701: "float8", 1002: '"char"[]', 1003: "name[]", 1005: "int2[]", 1007: "int4[]", 1009: "text[]",
    1015: "varchar[]", 1016: "int8[]", 1028: "oid[]", 1042: "bpchar", 1043: "varchar", 1082: "date", 1700: "numeric",
}  # fmt: skip
INTEGERS = {2: "!h", 4: "!i", 8: "!q"}
NUMBER = re.compile(r"(?<![\w.])\d{5,}(?![\w.])")
ADDRESS = re.compile(r"0x[0-9a-f]{6,}")  # psqlODBC names cursors after places in its memory
EPOCH = date(2000, 1, 1)  # of a binary date


@dataclass(frozen=True)
class Asked:
    """A statement with its parameters as SQL, by `simple` or `extended` protocol; or a `start-up`'s settings."""

    protocol: str
    text: str
    parameters: tuple[str, ...] = ()


def literal(value: bytes | None, type: int, binary: bool) -> str:
    """A parameter as SQL writes it, on one line."""
    if value is None:
        return "NULL"
    name = NAMES.get(type, f"type {type}" if type else "")
    text = _unpacked(value, name) if binary else value.decode()
    quoted = "'" + text.replace("'", "''").replace("\n", " ") + "'"
    return f"{quoted}::{name}" if name else quoted


def _unpacked(value: bytes, name: str) -> str:
    if name == "bool":
        return "t" if value != b"\0" else "f"
    if name.endswith("[]"):
        return _array(value, name[:-2])
    if name in ("int2", "int4", "int8", "oid"):
        return str(struct.unpack(INTEGERS[len(value)], value)[0])
    if name == "date":
        return str(EPOCH + timedelta(days=struct.unpack("!i", value)[0]))
    if name in ("text", "varchar", "name", "bpchar", '"char"', ""):
        return value.decode()
    return "\\x" + value.hex()


def _array(value: bytes, element: str) -> str:
    dimensions, _, _ = struct.unpack("!iiI", value[:12])
    items, place = [], 12 + 8 * dimensions
    while place < len(value):
        (length,) = struct.unpack("!i", value[place : place + 4])
        place += 4
        items.append("NULL" if length < 0 else _unpacked(value[place : place + length], element))
        place += max(length, 0)
    return "{" + ",".join(items) + "}"


def once(asked: Iterable[Asked], identifiers: Mapping[int, str]) -> list[Asked]:
    """Each statement at its first place, identifiers by the names they have (`oid public.regnskab`)."""

    def named(text: str) -> str:
        return ADDRESS.sub("0x1", NUMBER.sub(lambda found: _name(found[0], identifiers), text))

    return list(
        dict.fromkeys(replace(one, text=named(one.text), parameters=tuple(map(named, one.parameters))) for one in asked)
    )


def _name(digits: str, identifiers: Mapping[int, str]) -> str:
    name = identifiers.get(int(digits))
    return f"{{{name}}}" if name else digits


def write(path: Path, asked: Iterable[Asked]) -> None:
    entries = [
        "\n".join(
            [f"-- {one.protocol}", *(f"-- ${n} = {value}" for n, value in enumerate(one.parameters, 1)), one.text]
        )
        for one in asked
    ]
    path.write_text(f"\n{SEPARATOR}\n".join(entries) + "\n", "utf-8")


def read(path: Path, identifiers: Mapping[str, int]) -> list[Asked]:
    """What a file holds, in order, with this server's identifiers: {"oid public.regnskab": 16400, …}."""
    text = path.read_text("utf-8").removesuffix("\n")
    for name, number in identifiers.items():
        text = text.replace(f"{{{name}}}", str(number))
    return [_entry(entry) for entry in text.split(f"\n{SEPARATOR}\n")]


def _entry(entry: str) -> Asked:
    first, *lines = entry.split("\n")
    parameters = []
    while lines and (found := re.match(r"-- \$\d+ = (.*)$", lines[0])):
        parameters.append(found[1])
        lines.pop(0)
    return Asked(first.removeprefix("-- "), "\n".join(lines), tuple(parameters))
