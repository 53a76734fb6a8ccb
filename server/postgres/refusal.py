"""A refusal in PostgreSQL's own terms, for what only a connection has, and every other one in those terms."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from semantic.errors import ServiceError
from server.errors import MOST_PROBLEMS, dansk, guarded, outward
from server.postgres.statement import Notice
from server.postgres.wire.backend import Report


class SqlError(Exception):
    """What PostgreSQL would refuse, under its SQLSTATE and in its words, since clients know both."""

    def __init__(
        self, sqlstate: str, message: str, hint: str | None = None, position: int | None = None,
        severity: Literal["ERROR", "FATAL"] = "ERROR",
    ) -> None:  # fmt: skip
        super().__init__(message)
        self.report = Report(severity, sqlstate, message, hint=hint, position=position)

    @property
    def fatal(self) -> bool:
        return self.report.severity == "FATAL"

    def at(self, position: int | None) -> SqlError:
        """The same, there, unless it says where itself."""
        report = self.report
        severity: Literal["ERROR", "FATAL"] = "FATAL" if self.fatal else "ERROR"
        return SqlError(report.sqlstate, report.message, report.hint, report.position or position, severity)

    def shifted(self, offset: int) -> SqlError:
        """The same, of a text that stands so many characters further on in a larger one."""
        report = self.report
        severity: Literal["ERROR", "FATAL"] = "FATAL" if self.fatal else "ERROR"
        position = None if report.position is None else report.position + offset
        return SqlError(report.sqlstate, report.message, report.hint, position, severity)


class Unsupported(SqlError):
    """0A000."""

    def __init__(self, message: str, hint: str | None = None, position: int | None = None) -> None:
        super().__init__("0A000", message, hint, position)


def fatal(sqlstate: str, message: str, hint: str | None = None) -> SqlError:
    return SqlError(sqlstate, message, hint, severity="FATAL")


def report_of(error: Exception, offset: int = 0) -> Report:
    """How the error is told. A refusal's code is the routine, and with its Danish text the detail.

    `offset` counts the characters before the statement that was refused, in the text that the client sent.
    """
    if isinstance(error, SqlError):
        return error.shifted(offset).report
    refused = guarded(error)
    first = refused.problems[0]
    position = first.at.position if first.at else None
    return Report(
        "ERROR", outward(first.code).sqlstate, first.message, _detail(refused), first.hint,
        None if position is None else position + offset, first.code,
    )  # fmt: skip


def fatal_report(error: Exception) -> Report:
    return replace(report_of(error), severity="FATAL")


def _detail(refused: ServiceError) -> str:
    """`R202: Visningen har intet sådant felt.`, what was found, and the problems beyond the first."""
    first, *more = refused.problems[:MOST_PROBLEMS]
    found = [f"{first.code}: {dansk(first.code)}", first.detail, *(f"{one.code}: {one.message}" for one in more)]
    return "\n".join(line for line in found if line)


def notice_report(notice: Notice) -> Report:
    return Report("NOTICE", "00000", notice.message, notice.detail, notice.hint)


def warning(sqlstate: str, message: str) -> Report:
    return Report("WARNING", sqlstate, message)
