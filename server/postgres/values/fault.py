"""How a value can be wrong."""

from __future__ import annotations

from semantic.errors import ParseError, Problem, shown

BLANKS = " \t\n\r\v\f"  # what PostgreSQL passes over around a value; Python knows more


def malformed(name: str, format: int, found: str | None = None) -> ParseError:
    """P160 or P161: the text (0) or the binary form (1) is not the type's."""
    if format:
        return ParseError(Problem("P161", f"The binary form of a parameter is no {name}."))
    return ParseError(
        Problem("P160", f"The text of a parameter is no {name}.", detail=None if found is None else shown(found))
    )


def number_out_of_range(name: str) -> ParseError:
    return ParseError(Problem("P162", f"A parameter is out of range for {name}."))


def time_out_of_range(name: str) -> ParseError:
    return ParseError(
        Problem(
            "P163",
            f"A parameter is out of range for {name}.",
            "The calendar from year 1 to 9999 is read, and no infinity.",
        )
    )
