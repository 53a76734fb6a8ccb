"""STAND-IN until the decoder is merged."""

from __future__ import annotations

from server.postgres.types import PgType


def decode(raw: bytes | None, type: PgType, format: int) -> object:
    if raw is None:
        return None
    if type.name in ("int2", "int4", "int8"):
        return int.from_bytes(raw, "big", signed=True) if format else int(raw)
    return raw.decode()
