"""The options of COPY … TO STDOUT, in today's spelling and in the one before PostgreSQL 9.0."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from server.postgres.clause import Clause
from server.postgres.command import CopyOptions
from server.postgres.refusal import SqlError, Unsupported
from server.postgres.variables import encoding

LETTERS = frozenset("\\.abcdefghijklmnopqrstuvwxyz0123456789")  # that text's own escapes begin with


def read_copy_options(clause: Clause) -> CopyOptions:
    """The options as they hold, defaults filled in by the form. Raises SqlError 42601, 0A000, 22023."""
    clause.accept("with")
    chosen = _today(clause) if clause.accept("(") else _before(clause)
    form = chosen.get("form", "text")
    found = CopyOptions(form)
    if form == "csv":
        quote = chosen.get("quote", '"')
        found = replace(found, delimiter=",", null="", quote=quote, escape=quote)
    _check_form(form, chosen)
    found = replace(found, **chosen)
    _check(found)
    return found


def _today(clause: Clause) -> dict[str, Any]:
    chosen: dict[str, Any] = {}
    while True:
        ahead = clause.peek()
        at = ahead.start + 1 if ahead is not None else None
        name = clause.name()
        if name not in TODAY:
            raise SqlError("42601", f'option "{name[:80]}" not recognized', position=at)
        try:
            found = TODAY[name](clause)
        except SqlError as error:
            raise error.at(at) from None
        if found.keys() & chosen.keys():
            raise SqlError("42601", "conflicting or redundant options", position=at)
        chosen |= found
        if clause.accept(")"):
            return chosen
        clause.expect(",")


def _before(clause: Clause) -> dict[str, Any]:
    chosen: dict[str, Any] = {}
    while not clause.ended:
        if word := clause.accept("csv", "binary"):
            chosen["form"] = word
        elif clause.accept("header"):
            chosen["header"] = True
        elif clause.accept("force"):
            clause.expect("quote")
            chosen["quoted"] = _columns(clause)
        else:
            word = clause.expect("delimiter", "null", "quote", "escape", "encoding")
            clause.accept("as")
            chosen |= TODAY[word](clause)
    return chosen


def _text(key: str) -> Callable[[Clause], dict[str, Any]]:
    return lambda clause: {key: clause.value()}


def _form(clause: Clause) -> dict[str, Any]:
    found = clause.value().lower()
    if found not in ("text", "csv", "binary"):
        raise SqlError("22023", f'COPY format "{found[:80]}" not recognized')
    return {"form": found}


def _header(clause: Clause) -> dict[str, Any]:
    following = clause.peek()
    if following is None or following.kind == "sign":
        return {"header": True}
    word = clause.value().lower()
    if word not in ("true", "on", "1", "false", "off", "0"):
        raise SqlError("42601", "header requires a Boolean value")
    return {"header": word in ("true", "on", "1")}


def _quoted(clause: Clause) -> dict[str, Any]:
    if clause.accept("*"):
        return {"quoted": None}
    clause.expect("(")
    found = _columns(clause)
    clause.expect(")")
    return {"quoted": found}


def _columns(clause: Clause) -> tuple[str, ...] | None:
    if clause.accept("*"):
        return None
    found = [clause.name()]
    while clause.accept(","):
        found.append(clause.name())
    return tuple(found)


def _encoding(clause: Clause) -> dict[str, Any]:
    encoding(clause.value())
    return {}


def _not_out(clause: Clause) -> dict[str, Any]:
    raise Unsupported("this option of COPY is for COPY FROM")


TODAY: Mapping[str, Callable[[Clause], dict[str, Any]]] = {
    "format": _form, "delimiter": _text("delimiter"), "null": _text("null"), "header": _header,
    "quote": _text("quote"), "escape": _text("escape"), "force_quote": _quoted, "encoding": _encoding,
    "freeze": _not_out, "force_not_null": _not_out, "force_null": _not_out,
}  # fmt: skip


def _check_form(form: str, chosen: Mapping[str, Any]) -> None:
    if form == "binary" and chosen.keys() & {"delimiter", "null"}:
        raise SqlError("42601", "cannot specify DELIMITER or NULL in BINARY mode")
    if form == "binary" and chosen.get("header"):
        raise SqlError("0A000", "cannot specify HEADER in BINARY mode")
    if form != "csv" and chosen.keys() & {"quote", "escape", "quoted"}:
        raise SqlError("0A000", "COPY quote, escape and force quote are available only in CSV mode")


def _check(found: CopyOptions) -> None:
    """What could not be read back is refused, as PostgreSQL does."""
    singles = {"delimiter": found.delimiter, "quote": found.quote, "escape": found.escape}
    for name, sign in singles.items():
        if len(sign) != 1 or not sign.isascii():
            raise SqlError("0A000", f"COPY {name} must be a single one-byte character")
    if found.delimiter in "\n\r" or any(sign in found.null for sign in "\n\r"):
        raise SqlError("22023", "COPY delimiter and null cannot be newline or carriage return")
    if found.form == "text" and found.delimiter in LETTERS:
        raise SqlError("22023", f'COPY delimiter cannot be "{found.delimiter}"')
    if found.form == "csv" and found.delimiter == found.quote:
        raise SqlError("22023", "COPY delimiter and quote must be different")
    if found.form != "binary" and found.delimiter in found.null:
        raise SqlError("22023", "COPY delimiter must not appear in the NULL specification")
