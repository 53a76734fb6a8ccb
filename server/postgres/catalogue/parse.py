"""The text of a statement to sqlglot's tree, with what sqlglot cannot read itself put into words that it can."""

from __future__ import annotations

import re

import sqlglot
from sqlglot import exp
from sqlglot.errors import SqlglotError

from semantic.errors import Problem
from semantic.errors import refusal as refused

PASSED = r"""'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|/\*.*?\*/|(?P<tag>\$(?:[A-Za-z_]\w*)?\$).*?(?P=tag)"""
"""Strings, quoted names and comments, which stay as they are. A backslash ends no string but in E'…', where it may."""
ESCAPED = r"""[eE]'(?:[^'\\]|\\.|'')*'"""
PARAMETER = r"\$(?P<number>\d+)"
ARRAY_OF = r"(?P<before>::\s*|\bas\s+)(?:pg_catalog\s*\.\s*)?(?P<of>oid|reg[a-z]+)\s*\[\s*\]"
WORDS = re.compile(f"{ESCAPED}|{PASSED}|{PARAMETER}|{ARRAY_OF}", re.IGNORECASE | re.DOTALL)


def bridged(text: str) -> str:
    """The text with a space after each parameter, and `oid[]` under the name that PostgreSQL has for it.

    >>> bridged("select $1,$2, x::oid[], '$1,$2'")
    "select $1 ,$2 , x::_oid, '$1,$2'"
    """
    return WORDS.sub(_bridge, text)


def _bridge(found: re.Match[str]) -> str:
    if found["number"]:
        return f"{found[0]} "
    return f"{found['before']}_{found['of'].lower()}" if found["of"] else found[0]


def position(text: str, offset: int) -> int:
    """Which character of the text, from 1, stands at the offset of its bridged form.

    >>> position("select $1,x", bridged("select $1,x").index("x"))
    11
    """
    moved = 0
    for found in WORDS.finditer(text):
        bridge = _bridge(found)
        if offset < found.start() + moved + len(bridge):
            break
        moved += len(bridge) - len(found[0])
    return offset - moved + 1


def parsed(text: str) -> list[exp.Expr]:
    """Every statement of the text. Raises ParseError (P101)."""
    try:
        return [one for one in sqlglot.parse(bridged(text), read="postgres") if one is not None]
    except (SqlglotError, RecursionError):
        raise refused(Problem("P101", "The statement cannot be read.")) from None
