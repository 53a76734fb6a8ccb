"""A question in Cube's JSON format, from a file or standard input → Query."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from semantic.cube_query import parse_query
from semantic.errors import ParseError, Place, Problem, ServiceError, refusal
from semantic.query import Query
from server.strict_json import read_json

MAX_BYTES = 1_000_000


def read_cube_query(file: Path, default_limit: int | None) -> Query:
    """The question in the file, `-` being standard input. Raises ServiceError (P1xx) with the file's name."""
    name = "standard input" if str(file) == "-" else str(file)
    raw = sys.stdin.buffer.read(MAX_BYTES + 1) if str(file) == "-" else file.read_bytes()
    if len(raw) > MAX_BYTES:
        raise ParseError(Problem("P145", f"The question is longer than {MAX_BYTES} bytes.", at=Place(name)))
    try:
        return parse_query(read_json(raw, "question"), default_limit=default_limit)
    except ServiceError as error:
        raise refusal(*(_in_file(problem, name) for problem in error.problems)) from None


def _in_file(problem: Problem, name: str) -> Problem:
    if problem.at is None or problem.at.file is not None:
        return problem
    named = f"{name}: {problem.at.path}" if problem.at.path else name
    return replace(problem, at=replace(problem.at, file=named, path=None))
