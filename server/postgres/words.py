"""PostgreSQL's lexer, as far as needed to tell one statement from the next and to read those about the session."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from server.postgres.refusal import SqlError

Kind = Literal["word", "quoted", "string", "number", "parameter", "sign"]

WORD = re.compile(r"[A-Za-z_\u0080-\U0010ffff][\w$\u0080-\U0010ffff]*")
BLANK = re.compile(r"[ \t\n\r\f\v]+|--[^\n\r]*")
STRING = re.compile(r"'((?:[^']|'')*+)'")
ESCAPED = re.compile(r"[eE]'((?:[^'\\]|\\.|'')*+)'", re.DOTALL)
PREFIXED = re.compile(r"(?:[bBxXnN]|[uU]&)'((?:[^']|'')*+)'")
QUOTED = re.compile(r'(?:[uU]&)?"((?:[^"]|"")*+)"')
DOLLAR = re.compile(r"\$(?:[A-Za-z_\u0080-\U0010ffff][\w\u0080-\U0010ffff]*)?\$")
PARAMETER = re.compile(r"\$[0-9]+")
NUMBER = re.compile(r"[0-9]+(?:\.[0-9]*)?(?:[eE][+-]?[0-9]+)?|\.[0-9]+(?:[eE][+-]?[0-9]+)?", re.ASCII)
COMMENT_MARK = re.compile(r"/\*|\*/")
ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}


@dataclass(frozen=True)
class Word:
    """A token. `value` is what it means: a word in lower case, a string without its quotes. Ends before `end`."""

    kind: Kind
    value: str
    start: int
    end: int


def words(text: str) -> Iterator[Word]:
    """The tokens of the text, comments and spaces left out. Raises SqlError 42601 for what does not end."""
    at = 0
    while at < len(text):
        if blank := BLANK.match(text, at):
            at = blank.end()
        elif text.startswith("/*", at):
            at = _after_comment(text, at)
        else:
            word = _word(text, at, text[at])
            yield word
            at = word.end


def _after_comment(text: str, start: int) -> int:
    """Comments may hold comments."""
    depth = 0
    for mark in COMMENT_MARK.finditer(text, start):
        depth += 1 if mark[0] == "/*" else -1
        if depth == 0:
            return mark.end()
    raise _unterminated("/* comment", start)


def _word(text: str, at: int, sign: str) -> Word:
    if sign == "'" or sign in "eEbBxXnNuU":
        string = _string(text, at, sign)
        if string is not None:
            return string
    if sign == '"' or sign in "uU":
        found = QUOTED.match(text, at)
        if found is not None:
            return Word("quoted", found[1].replace('""', '"'), at, found.end())
        if sign == '"':
            raise _unterminated("quoted identifier", at)
    if found := WORD.match(text, at):
        return Word("word", found[0].lower(), at, found.end())
    if sign == "$":
        return _dollar(text, at)
    if found := NUMBER.match(text, at):
        return Word("number", found[0], at, found.end())
    return Word("sign", sign, at, at + 1)


def _string(text: str, at: int, sign: str) -> Word | None:
    if sign == "'":
        if found := STRING.match(text, at):
            return Word("string", found[1].replace("''", "'"), at, found.end())
        raise _unterminated("quoted string", at)
    if text[at + 1 : at + 2] != "'" and text[at + 1 : at + 3] != "&'":
        return None
    if sign in "eE":
        if found := ESCAPED.match(text, at):
            return Word("string", _unescaped(found[1]), at, found.end())
        raise _unterminated("quoted string", at)
    found = PREFIXED.match(text, at)
    if found is not None:
        return Word("string", found[1].replace("''", "'"), at, found.end())
    return None


def _unescaped(body: str) -> str:
    plain = body.replace("''", "'")
    return re.sub(r"\\(.)", lambda found: ESCAPES.get(found[1], found[1]), plain, flags=re.DOTALL)


def _dollar(text: str, at: int) -> Word:
    """`$1`, or a string between two equal tags."""
    if found := PARAMETER.match(text, at):
        return Word("parameter", found[0], at, found.end())
    tag = DOLLAR.match(text, at)
    if tag is None:
        return Word("sign", "$", at, at + 1)
    end = text.find(tag[0], tag.end())
    if end < 0:
        raise _unterminated("dollar-quoted string", at)
    return Word("string", text[tag.end() : end], at, end + len(tag[0]))


def _unterminated(what: str, at: int) -> SqlError:
    return SqlError("42601", f"unterminated {what}", position=at + 1)


@dataclass(frozen=True)
class Piece:
    """One statement of a text, and how many characters stand before it."""

    text: str
    offset: int


def split(text: str) -> tuple[Piece, ...]:
    """The statements between semicolons, those without a word left out. Raises SqlError 42601."""
    found: list[Piece] = []
    start: int | None = None
    end = 0
    for word in words(text):
        if word.kind == "sign" and word.value == ";":
            if start is not None:
                found.append(Piece(text[start:end], start))
            start = None
        else:
            start, end = word.start if start is None else start, word.end
    if start is not None:
        found.append(Piece(text[start:end], start))
    return tuple(found)
