"""The text of a statement → sqlglot's tree, with what sqlglot cannot read itself put into words that it can.

Every node that knows where it was written knows it in the client's own text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from sqlglot import exp
from sqlglot.dialects.dialect import Dialect
from sqlglot.errors import ParseError, SqlglotError

from semantic.errors import Place, Problem, ServiceError, refusal

PASSED = r"""'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|/\*.*?\*/|(?P<tag>\$(?:[A-Za-z_]\w*)?\$).*?(?P=tag)"""
"""Strings, quoted names and comments, which stay as they are. A backslash ends no string but in E'…', where it may."""
ESCAPED = r"""[eE]'(?:[^'\\]|\\.|'')*'"""
PARAMETER = r"\$(?P<number>\d+)"
ARRAY_OF = r"(?P<before>::\s*|\bas\s+)(?:pg_catalog\s*\.\s*)?(?P<of>oid|reg[a-z]+)\s*\[\s*\]"
WORDS = re.compile(f"{ESCAPED}|{PASSED}|{PARAMETER}|{ARRAY_OF}", re.IGNORECASE | re.DOTALL)


POSTGRES = Dialect.get_or_raise("postgres")  # made once: making one costs as much as a short statement
MOST_PARAMETERS = 65_535  # as the protocol counts them
DEEPEST = 240  # levels of a tree; what walks it is written in functions that call themselves


@dataclass
class Bridged:
    """The text as sqlglot reads it. `moved` are the places where it went apart from the client's, and by how much."""

    text: str
    moved: list[int] = field(default_factory=list)
    by: list[int] = field(default_factory=list)

    def origin(self, place: int) -> int:
        """The place in the client's own text."""
        found = bisect_right(self.moved, place) - 1
        return place - self.by[found] if found >= 0 else place


def bridged(text: str) -> Bridged:
    """The text with a space after each parameter, and `oid[]` under the name that PostgreSQL has for it.

    >>> bridged("select $1,$2, x::oid[], '$1,$2'").text
    "select $1 ,$2 , x::_oid, '$1,$2'"
    """
    made = Bridged("")
    parts: list[str] = []
    done = shift = 0
    for found in WORDS.finditer(text):
        written = _bridge(found)
        parts += [text[done : found.start()], written]
        done = found.end()
        if len(written) != len(found[0]):
            shift += len(written) - len(found[0])
            made.moved.append(done + shift)
            made.by.append(shift)
    made.text = "".join([*parts, text[done:]])
    return made


def _bridge(found: re.Match[str]) -> str:
    if found["number"]:
        return f"{found[0]} "
    return f"{found['before']}_{found['of'].lower()}" if found["of"] else found[0]


def parsed(text: str) -> list[exp.Expr]:
    """Every statement of the text. Raises ParseError (P101) with its place, LimitError (L510)."""
    read = bridged(text)
    try:
        found = [one for one in POSTGRES.parse(read.text) if one is not None]
    except ParseError as error:
        raise _unread(read, error) from None
    except (SqlglotError, RecursionError, ValueError):
        raise refusal(Problem("P101", "The SQL cannot be read.", "Is a quote or a bracket left open?")) from None
    for one in found:
        _check_depth(one)
        _check_parameters(one)
        _place(one, read)
    return found


def one_query(text: str) -> exp.Query:
    """The one query that the text is."""
    found = parsed(text)
    if len(found) != 1 or not isinstance(found[0], exp.Query) or found[0].find(exp.DML, exp.DDL):
        raise refusal(Problem("U450", "Only SELECT is served.", "Figures are read here, never written."))
    return found[0]


def _unread(read: Bridged, error: ParseError) -> ServiceError:
    found = error.errors[0] if error.errors else {}
    line, column = int(found.get("line") or 1), int(found.get("col") or 1)
    near = str(found.get("highlight") or "")
    before = sum(len(one) + 1 for one in read.text.split("\n")[: line - 1])
    position = min(max(read.origin(before + column - len(near)) + 1, 1), len(read.text))
    message = f"The SQL cannot be read near '{near[:40]}'." if near else "The SQL cannot be read."
    return refusal(Problem("P101", message, at=Place(position=position)))


def _check_depth(tree: exp.Expr) -> None:
    level, depth = [tree], 0
    while level:
        depth += 1
        if depth > DEEPEST:
            raise refusal(Problem("L510", "The SQL is nested too deep.", "Use IN for long lists of alternatives."))
        level = [part for one in level for part in one.iter_expressions()]


def _check_parameters(tree: exp.Expr) -> None:
    """INVARIANT: nothing is made for each number up to one that a client makes up."""
    for node in tree.find_all(exp.Parameter):
        if node.name.isdigit() and not 1 <= int(node.name[:9]) <= MOST_PARAMETERS:
            raise refusal(Problem("P123", f"There is no parameter '${node.name[:20]}'.", "They are written $1, $2…"))


def _place(tree: exp.Expr, read: Bridged) -> None:
    if read.moved:
        for node in tree.walk():
            if node.meta and "start" in node.meta:
                node.meta["start"] = read.origin(node.meta["start"])
