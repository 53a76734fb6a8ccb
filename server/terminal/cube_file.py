"""A question in Cube's JSON format, from a file or standard input → Query."""

from __future__ import annotations

import json
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

from semantic.cube_query import parse_query
from semantic.errors import ParseError, Place, Problem, ServiceError, refusal
from semantic.query import Query

MAX_BYTES = 1_000_000


def read_cube_query(file: Path, default_limit: int | None) -> Query:
    """The question in the file, `-` being standard input. Raises ServiceError (P1xx) with the file's name."""
    name = "standard input" if str(file) == "-" else str(file)
    raw = sys.stdin.buffer.read(MAX_BYTES + 1) if str(file) == "-" else file.read_bytes()
    if len(raw) > MAX_BYTES:
        raise ParseError(Problem("P145", f"The question is longer than {MAX_BYTES} bytes.", at=Place(name)))
    try:
        return parse_query(_document(raw, name), default_limit=default_limit)
    except ServiceError as error:
        raise refusal(*(_in_file(problem, name) for problem in error.problems)) from None


def _document(raw: bytes, name: str) -> Any:
    try:
        return json.loads(raw.decode("utf-8"), parse_float=Decimal, object_pairs_hook=_each_key_once)
    except json.JSONDecodeError as error:
        at = Place(name, error.lineno, error.colno)
        raise ParseError(Problem("P145", f"This is not JSON: {error.msg}.", at=at)) from None
    except UnicodeDecodeError:
        raise ParseError(Problem("P145", "The question is not UTF-8 text.", at=Place(name))) from None
    except (ValueError, RecursionError) as error:
        message = str(error) if str(error).startswith("The key") else "This JSON cannot be read."
        raise ParseError(Problem("P145", message, at=Place(name))) from None


def _each_key_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """JSON keeps the last of two equal keys, and so loses a filter in silence."""
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise ValueError(f"The key '{twice[:80]}' stands twice.")
    return found


def _in_file(problem: Problem, name: str) -> Problem:
    if problem.at is None or problem.at.file is not None:
        return problem
    place = Place(f"{name}: {problem.at.path}" if problem.at.path else name)
    return Problem(problem.code, problem.message, problem.hint, problem.detail, place)
