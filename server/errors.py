"""The one table from a code to what each protocol calls it, and the net that keeps our faults inside.

Every refusal leaves with a code, a message and a hint. What is our own fault leaves as X901 with an id; the cause stays
in the log under that id.
"""

from __future__ import annotations

import logging
import uuid
from collections.abc import Mapping
from dataclasses import dataclass

from semantic import error_codes
from semantic.errors import DefinitionError, InternalError, Problem, ServiceError

log = logging.getLogger("nogletal")
MOST_PROBLEMS = 20  # told of one request; the first is the one that counts


@dataclass(frozen=True)
class Outward:
    """What a code is called outside: HTTP status and PostgreSQL's SQLSTATE."""

    status: int
    sqlstate: str
    retry_after: int | None = None  # seconds


FAMILY: Mapping[str, Outward] = {
    "P": Outward(400, "42601"),  # syntax_error
    "R": Outward(400, "42703"),  # undefined_column
    "A": Outward(403, "42501"),  # insufficient_privilege
    "U": Outward(422, "0A000"),  # feature_not_supported
    "L": Outward(413, "54000"),  # program_limit_exceeded
    "D": Outward(500, "XX000"),  # internal_error
    "X": Outward(500, "XX000"),
}
CODES: Mapping[str, Outward] = {
    "P121": Outward(400, "42803"),  # grouping_error
    "P123": Outward(400, "42P02"),  # undefined_parameter
    "P106": Outward(415, "22000"),  # no such kind of body
    "P107": Outward(406, "22000"),  # no such kind of answer
    "P108": Outward(404, "42P01"),  # no such address
    "P109": Outward(405, "0A000"),  # no such method there
    "U433": Outward(422, "22012"),  # division_by_zero
    "U470": Outward(409, "40001"),  # serialization_failure: another was first
    "U471": Outward(503, "57P03", retry_after=10),  # cannot_connect_now: the state does not answer
    "L501": Outward(413, "53400"),  # configuration_limit_exceeded
    "P160": Outward(400, "22P02"),  # invalid_text_representation
    "P161": Outward(400, "22P03"),  # invalid_binary_representation
    "P162": Outward(400, "22003"),  # numeric_value_out_of_range
    "P163": Outward(400, "22008"),  # datetime_field_overflow
    "P180": Outward(400, "42883"),  # undefined_function
    "P181": Outward(400, "42704"),  # undefined_object: no such type
    "P182": Outward(400, "42704"),  # nothing of that name
    "P183": Outward(400, "22P02"),  # invalid_text_representation
    "R201": Outward(400, "42P01"),  # undefined_table
    "R230": Outward(400, "42702"),  # ambiguous_column
    "L502": Outward(504, "57014"),  # query_canceled: out of time
    "L503": Outward(503, "57014"),  # cancelled by the one who asked
    "L504": Outward(429, "53300", retry_after=2),  # too_many_connections
    "L505": Outward(503, "53200"),  # out_of_memory
    "L512": Outward(408, "08006"),  # connection_failure: the request came too slowly
    "L513": Outward(429, "53300", retry_after=10),  # too many wrong tries to log in
    "L530": Outward(503, "53100", retry_after=10),  # disk_full: no record can be kept of it
    "A310": Outward(401, "28000"),  # nobody named
    "A311": Outward(401, "28P01"),  # wrong name or password
    "A312": Outward(403, "28000"),  # what is known of the asker is faulty
    "A313": Outward(401, "28000"),  # the token has expired
    "A314": Outward(403, "28000"),  # privileges that do not go together
    "A315": Outward(503, "57P03", retry_after=10),  # cannot_connect_now: the issuer or the state does not answer
}


def outward(code: str) -> Outward:
    return CODES.get(code) or FAMILY[code[0]]


def guarded(error: Exception) -> ServiceError:
    """The error as a caller may see it: a refusal as it is, anything else as X901 with an id that the log knows."""
    if isinstance(error, ServiceError) and not isinstance(error, (InternalError, DefinitionError)):
        return error
    if isinstance(error, InternalError):
        return error
    number = uuid.uuid4().hex[:12]
    log.error("internal error %s", number, exc_info=error)
    return InternalError(Problem("X901", "Something went wrong here.", f"Give the id {number} to those who run this."))


def dansk(code: str) -> str:
    """What the code means, in Danish."""
    return (error_codes.CODES.get(code) or error_codes.FAMILY_MEANINGS[code[0]]).danish


def about(problem: Problem) -> dict[str, str]:
    """What is told of a problem beside its message: in GraphQL its `extensions`, in REST its own fields."""
    known = {
        "code": problem.code,
        "dansk": dansk(problem.code),
        "hint": problem.hint,
        "detail": problem.detail,
        "at": str(problem.at) if problem.at and str(problem.at) else None,
    }
    return {key: value for key, value in known.items() if value is not None}


def cube_error(error: ServiceError, request_id: str) -> dict[str, object]:
    """The error in the shape that Cube's clients read, with ours beside it: the first problem, and then all."""
    first = error.problems[0]
    return {
        "error": first.message,
        "code": first.code,
        "dansk": dansk(first.code),
        "hint": first.hint,
        "problems": [{"message": one.message, **about(one)} for one in error.problems[:MOST_PROBLEMS]],
        "requestId": request_id,
    }


def headers(error: ServiceError) -> dict[str, str]:
    """The HTTP headers that belong to the refusal."""
    meaning = outward(error.code)
    found = {"Cache-Control": "no-store", "Nogletal-Error": error.code}
    if meaning.status == 401:
        found["WWW-Authenticate"] = 'Basic realm="nogletal", charset="UTF-8"'
    if meaning.retry_after is not None:
        found["Retry-After"] = str(meaning.retry_after)
    return found
