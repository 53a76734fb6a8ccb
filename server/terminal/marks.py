"""`nogletal validering`: who says that which figures are validated, and what has been said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from semantic.access.principal import OPERATOR
from semantic.errors import DeniedError, ParseError, Problem
from server.state import validations
from server.state.validations import Mark
from server.terminal.administrator import Desk

PERIOD = re.compile(r"\d{4}(K[1-4]|-(0[1-9]|1[0-2]))?")
AREA = re.compile(r"[a-z][a-z0-9_]{0,62}", re.ASCII)
MOST_DEVIATION = 100


def mark(desk: Desk, kommune: int, area: str, period: str, validated: bool, within: str | None) -> str:
    """Marks the figures, and says so in a sentence. Raises ParseError (P152), DeniedError (A325)."""
    if not PERIOD.fullmatch(period):
        raise ParseError(Problem("P152", f"'{period[:40]}' is no period.", "Write 2024, 2024K1 or 2024-03."))
    if not AREA.fullmatch(area):
        raise ParseError(Problem("P152", f"'{area[:40]}' is no area.", "Small letters a-z, digits and _."))
    if not _may(desk, kommune, area):
        message = f"'{desk.who.subject}' may not validate '{area}' of kommune {kommune}."
        raise DeniedError(Problem("A325", message, "A role says which areas, and the user's attribute which kommune."))
    deviation = _deviation(within)
    one = Mark(kommune, area, period, validated, deviation, desk.who.subject, desk.now)
    validations.add(desk.connection, one)
    told = "" if deviation is None else f" within {deviation} per cent"
    return f"{kommune} {area} {period} is {one.status}{told}, says '{desk.who.subject}'."


def _may(desk: Desk, kommune: int, area: str) -> bool:
    return desk.who is OPERATOR or desk.policies.may_validate(desk.who, kommune, area, desk.today)


def _deviation(text: str | None) -> Decimal | None:
    """Raises ParseError (P152)."""
    if text is None:
        return None
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
