"""`nogletal validering`: who says that which figures are validated, and what has been said."""

from __future__ import annotations

import re
import time
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from semantic.access.principal import OPERATOR
from semantic.audit.asked import Asked, Filtered
from semantic.audit.auditor import ANSWERED, UNKEPT, Opening
from semantic.errors import DeniedError, LimitError, ParseError, Problem, ServiceError
from server.audit.recorder import Recorder, open_recorder
from server.settings import Settings
from server.state import validations
from server.state.validations import Mark
from server.terminal.administrator import Desk, desk

PERIOD = re.compile(r"\d{4}(K[1-4]|-(0[1-9]|1[0-2]))?")
AREA = re.compile(r"[a-z][a-z0-9_]{0,62}", re.ASCII)
MOST_DEVIATION = 100
KOMMUNER = range(100, 1000)


@dataclass(frozen=True)
class Told:
    """A mark as it was typed; `within` is a number of per cent."""

    kommune: int
    area: str
    period: str
    validated: bool
    within: str | None

    def deviation(self) -> Decimal | None:
        """What the mark says of the deviation. Raises ParseError (P152) where one of the words is none."""
        if self.kommune not in KOMMUNER:
            raise ParseError(Problem("P152", f"'{self.kommune}' is no code of a kommune.", "Write its three digits."))
        if not PERIOD.fullmatch(self.period):
            raise ParseError(Problem("P152", f"'{self.period[:40]}' is no period.", "Write 2024, 2024K1 or 2024-03."))
        if not AREA.fullmatch(self.area):
            hint = "Small letters a-z, digits and _."
            raise ParseError(Problem("P152", f"'{self.area[:40]}' is no area.", hint))
        return None if self.within is None else _deviation(self.within)


def mark(settings: Settings, name: str | None, told: Told) -> str:
    """Marks the figures as the user of that name, or as the operator, and says so in a sentence.

    It is recorded as a question is, also where it is denied. Raises ParseError (P150, P152), DeniedError (A325),
    LimitError (L530), DefinitionError (D66x); then no mark is made.
    """
    deviation = told.deviation()
    recorder = open_recorder(settings.audit)
    try:
        one = _marked(settings, name, told, deviation, recorder)
    finally:
        recorder.close()
    within = "" if deviation is None else f" within {deviation} per cent"
    return f"{one.kommunekode} {one.omraade} {one.periode} is {one.status}{within}, says '{one.af}'."


def _marked(settings: Settings, name: str | None, told: Told, deviation: Decimal | None, recorder: Recorder) -> Mark:
    """The mark, in the state for good. None is made before its record is there to stay; that says how it ended."""
    opening, begun = UNKEPT, time.perf_counter()
    try:
        with desk(settings, name) as found:
            one = Mark(told.kommune, told.area, told.period, told.validated, deviation, found.who.subject, found.now)
            opening = _opened(one, found, recorder)
            validations.add(found.connection, one)
            if not opening.durable():
                hint = "Those who run this must see to the disk of the audit."
                raise LimitError(Problem("L530", "The mark cannot be recorded now, and is not made.", hint))
    except ServiceError as error:
        opening.close(0, error.code, _since(begun))
        raise
    opening.close(1, ANSWERED, _since(begun))
    return one


def _since(begun: float) -> float:
    return (time.perf_counter() - begun) * 1000


def _opened(one: Mark, found: Desk, recorder: Recorder) -> Opening:
    """The opening record of the mark. Raises DeniedError (A325), which is recorded before anybody is told."""
    auditor = recorder.over("cli", None if found.who is OPERATOR else OPERATOR.subject)
    asked = _asked(one, found)
    if _may(found, one.kommunekode, one.omraade):
        return auditor.opened(asked)
    message = f"'{one.af}' may not validate '{one.omraade}' of kommune {one.kommunekode}."
    problem = Problem("A325", message, "A role says which areas, and the user's attribute which kommune.")
    auditor.opened(asked.refused((problem.code,))).durable()
    raise DeniedError(problem)


def _asked(one: Mark, found: Desk) -> Asked:
    """The mark in the words of the cube that questions read it by; of no model and no data."""
    says = {"kommunekode": one.kommunekode, "omraade": one.omraade, "periode": one.periode, "status": one.status}
    if one.afvigelse_pct is not None:
        says |= {"afvigelse_pct": str(one.afvigelse_pct)}
    filters = tuple(Filtered(f"validering.{name}", "equals", (value,), personal=False) for name, value in says.items())
    policies = found.readable_policies
    version = "" if policies is None else policies.version
    return Asked(
        found.who.subject, found.who.roles, "", 0, version, ("validering.status",), (), filters, purpose="mark"
    )


def _may(desk: Desk, kommune: int, area: str) -> bool:
    return desk.who is OPERATOR or desk.policies.may_validate(desk.who, kommune, area, desk.today)


def _deviation(text: str) -> Decimal:
    """Raises ParseError (P152)."""
    if not re.fullmatch(r"\d{1,3}(\.\d{1,2})?", text, re.ASCII) or Decimal(text) > MOST_DEVIATION:
        message = f"'{text[:40]}' is no deviation in per cent."
        raise ParseError(Problem("P152", message, f"A number from 0 to {MOST_DEVIATION}, with at most two decimals."))
    return Decimal(text)


def rows(desk: Desk, whole_history: bool) -> Sequence[dict[str, object]]:
    """The marks in force, or all that were made, the oldest first; of what the asker may validate."""
    found = validations.history(desk.connection) if whole_history else validations.in_force(desk.connection)
    return [
        {
            "kommunekode": one.kommunekode,
            "omraade": one.omraade,
            "periode": one.periode,
            "status": one.status,
            "afvigelse_pct": None if one.afvigelse_pct is None else str(one.afvigelse_pct),
            "af": one.af,
            "tid": one.tid.astimezone(desk.zone).isoformat(timespec="seconds"),
        }
        for one in found
        if _may(desk, one.kommunekode, one.omraade)
    ]
