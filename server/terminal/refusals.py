"""Problems → text for people: what is wrong, what was found, what to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from semantic.errors import Place, Problem

WINDOW = 70  # characters of a long condition shown on either side of its fault


def lines(problems: Iterable[Problem]) -> Iterator[str]:
    """Each problem in the order found: `file:line code what`, then indented what was found and what to do."""
    for problem in problems:
        where = f"{problem.at}: " if problem.at and str(problem.at) else ""
        yield printable(f"{where}{problem.code} {problem.message}")
        if problem.at and problem.at.path and problem.at.column:
            yield from _marked(problem.at)
        if problem.detail:
            yield printable(f"    {problem.detail}")
        if problem.hint:
            yield printable(f"    {problem.hint}")


def _marked(at: Place) -> Iterator[str]:
    """The caller's own text with a mark below the fault."""
    assert at.path is not None
    assert at.column is not None
    start = max(0, at.column - 1 - WINDOW)
    yield f"    {printable(at.path[start : at.column - 1 + WINDOW])}"
    yield f"    {' ' * len(printable(at.path[start : at.column - 1]))}^"


def printable(text: str) -> str:
    r"""The text with control characters written out, so that data cannot steer the terminal.

    >>> printable("a\x1b[2Jb")
    'a\\x1b[2Jb'
    """
    return "".join(sign if sign.isprintable() else repr(sign)[1:-1] for sign in text)
