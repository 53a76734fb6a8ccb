"""Numbers and truth values from their text."""

from __future__ import annotations

import math
import re
import struct
from collections.abc import Mapping
from decimal import Decimal

from server.postgres import types
from server.postgres.types import PgType
from server.postgres.values.fault import BLANKS, malformed, number_out_of_range

WHOLE = re.compile(r"[+-]?[0-9]+")
NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,9})?")  # -12.5e3
UNBOUNDED = re.compile(r"nan|[+-]?inf(?:inity)?", re.IGNORECASE)
MOST_DIGITS, MOST_PLACES = 131_072, 16_383  # of a numeric, before and after the point
LONGEST = MOST_DIGITS + MOST_PLACES + 20
RANGES: Mapping[int, range] = {
    types.INT2.oid: range(-(2**15), 2**15),
    types.INT4.oid: range(-(2**31), 2**31),
    types.INT8.oid: range(-(2**63), 2**63),
    types.OID.oid: range(2**32),
    types.XID.oid: range(2**32),
}
LONGEST_WHOLE = 100  # characters, zeros in front among them
TRUE, FALSE = ("true", "yes", "on", "1"), ("false", "no", "off", "0")


def truth(text: str, type_: PgType) -> bool:
    """PostgreSQL takes a word or what it begins with, where that is clear: `t`, `YES`, `of`."""
    word = text.strip(BLANKS).lower()
    found = {value for value, words in ((True, TRUE), (False, FALSE)) if any(one.startswith(word) for one in words)}
    if not word or len(found) != 1:
        raise malformed(type_.name, 0, text)
    return found.pop()


def whole(text: str, type_: PgType) -> int:
    word = text.strip(BLANKS)
    if not WHOLE.fullmatch(word):
        raise malformed(type_.name, 0, text)
    found = int(word) if len(word) <= LONGEST_WHOLE else None
    if found is None or found not in RANGES[type_.oid]:
        raise number_out_of_range(type_.name)
    return found


def floating(text: str, type_: PgType) -> float:
    word = text.strip(BLANKS)
    if UNBOUNDED.fullmatch(word):
        return float(word)
    if not NUMBER.fullmatch(word):
        raise malformed(type_.name, 0, text)
    found = float(word)
    if math.isinf(found):
        raise number_out_of_range(type_.name)
    if type_.oid == types.FLOAT8.oid:
        return found
    try:
        return float(struct.unpack("!f", struct.pack("!f", found))[0])
    except OverflowError:
        raise number_out_of_range(type_.name) from None


def numeric(text: str, type_: PgType) -> Decimal:
    word = text.strip(BLANKS)
    if UNBOUNDED.fullmatch(word):
        return Decimal(word)
    if not NUMBER.fullmatch(word):
        raise malformed(type_.name, 0, text)
    found = Decimal(word) if len(word) <= LONGEST else None
    if found is None or found.adjusted() >= MOST_DIGITS or int(found.as_tuple().exponent) < -MOST_PLACES:
        raise number_out_of_range(type_.name)
    return found if found else found.copy_abs()  # there is no -0
