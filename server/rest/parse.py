"""HTTP → Ask: the `query` parameter or body, what kind of answer is wanted, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal
from urllib.parse import parse_qsl

from starlette.requests import Request

from semantic.errors import ParseError, Problem, refusal, suggest
from server.rest.ask import Ask, ask_of
from server.strict_json import read_json
from server.tabular.csv import DIALECTS, Dialect

Media = Literal[
    "application/json", "text/csv", "application/vnd.apache.arrow.stream", "application/vnd.apache.parquet",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
]  # fmt: skip

JSON: Media = "application/json"
CSV: Media = "text/csv"
ARROW: Media = "application/vnd.apache.arrow.stream"
PARQUET: Media = "application/vnd.apache.parquet"
XLSX: Media = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DOWNLOADS = (CSV, ARROW, PARQUET, XLSX)
# What Cube's clients send beside the query; `cache` and `renewQuery` steer a cache that answers do not depend on.
PARAMETERS = ("query", "queryType", "cache", "renewQuery")
ONLY_VIEWS = "onlyViews"  # of `/meta`
DIALECT, FORMAT = "dialekt", "format"  # only in the address, with either method, and only where rows are given
OF_ROWS = (DIALECT, FORMAT)
FORMATS: Mapping[str, Media] = {"json": JSON, "csv": CSV, "arrow": ARROW, "parquet": PARQUET, "xlsx": XLSX}


@dataclass(frozen=True)
class Wanted:
    """The kind of answer."""

    media: Media
    dialect: Dialect = "rfc4180"


async def read_ask(request: Request, default_limit: int | None, beside: tuple[str, ...] = OF_ROWS) -> Ask:
    """The questions of a GET or POST; `beside` are the other parameters of the address. Raises ServiceError (P1xx,
    U4xx, L5xx)."""
    parameters = await read_parameters(request, beside)
    kind = parameters.get("queryType")
    if kind not in (None, "multi", "regularQuery"):
        raise refusal(Problem("P103", "'queryType' must be 'multi' or left out.", None, _shown(kind)))
    return ask_of(_document(parameters.get("query")), default_limit, multi=kind == "multi")


async def read_parameters(request: Request, beside: tuple[str, ...] = OF_ROWS) -> Mapping[str, object]:
    """The parameters of the address, or the keys of the body. Raises ParseError (P101, P102, P106)."""
    if request.method != "POST":
        return read_address(request, (*PARAMETERS, *beside))
    read_address(request, beside)
    _check_body(request)
    found = read_json(await request.body(), "body")
    if not isinstance(found, dict):
        raise ParseError(Problem("P103", "The body must be an object.", 'Write {"query": {...}}.', _shown(found)))
    return _checked(found, PARAMETERS)


def _check_body(request: Request) -> None:
    kind, _, rest = request.headers.get("content-type", "").lower().partition(";")
    charset = rest.partition("charset=")[2].strip(' "') or "utf-8"
    if kind.strip() not in (JSON, "") or charset not in ("utf-8", "utf8"):
        raise ParseError(Problem("P106", "The body must be JSON in UTF-8.", f"Send Content-Type: {JSON}."))
    if request.headers.get("content-encoding", "identity").lower() != "identity":
        raise ParseError(Problem("P106", "A compressed body is not read.", "Send it as it is."))


def read_address(request: Request, known: tuple[str, ...]) -> dict[str, Any]:
    """Each parameter once, its percent-encoding strictly UTF-8. Raises ParseError (P101, P102, P105)."""
    try:
        text = request.scope["query_string"].decode("ascii")
        pairs = parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=100)
    except (UnicodeDecodeError, ValueError):
        raise ParseError(Problem("P101", "The address is not valid UTF-8 text.")) from None
    names = [name for name, _ in pairs]
    twice = sorted({name[:80] for name in names if names.count(name) > 1})
    if twice:
        raise ParseError(*(Problem("P105", f"The parameter '{name}' stands twice.", "Keep one.") for name in twice))
    return _checked(dict(pairs), known)


def read_only_views(request: Request) -> bool:
    """Whether the catalogue shall list views alone. Raises ParseError (P101, P102, P103, P105)."""
    # Cube's `extended` asks for the SQL behind the members, which is nobody's business here: it is left alone.
    value = read_address(request, ("extended", ONLY_VIEWS)).get(ONLY_VIEWS, "false")
    if value not in ("true", "false"):
        raise ParseError(Problem("P103", f"'{ONLY_VIEWS}' must be true or false.", None, _shown(value)))
    return bool(value == "true")


def _checked(found: dict[str, Any], known: tuple[str, ...]) -> dict[str, Any]:
    unknown = [key for key in found if key not in known]
    if unknown:
        raise ParseError(*(_unknown(key, known) for key in unknown[:20]))
    return found


def _unknown(key: str, known: Iterable[str]) -> Problem:
    hint = suggest(key[:80], known) or f"Known parameters: {', '.join(known) or 'none'}."
    return Problem("P102", f"Unknown parameter '{key[:80]}'.", hint)


def _document(query: object) -> object:
    if query is None or query in ("", "undefined"):
        raise ParseError(
            Problem("P104", "There is no 'query'.", 'Send ?query={"measures": [...]} or the same as a body.')
        )
    return read_json(query, "query") if isinstance(query, str) else query


def _shown(value: object) -> str:
    return f"found {str(value)[:60]!r}"


def read_wanted(request: Request) -> Wanted:
    """The format that the address names, so that a link is enough; else the best of what is accepted that we have:
    JSON, CSV, Arrow, Parquet or Excel. With a dialect CSV, where it is accepted.

    Raises ParseError P103 for a format that is not ours, P107 when we have nothing of what is accepted, P111 for a
    dialect that is not ours.
    """
    offers = _offers(",".join(request.headers.getlist("accept")) or "*/*")
    address = read_address(request, (*PARAMETERS, *OF_ROWS))
    named = address.get(DIALECT)
    if FORMAT in address:
        return Wanted(_format(address[FORMAT]), _dialect(named))
    for media, parameters in offers:
        for ours in (CSV, JSON, ARROW, PARQUET, XLSX) if named else (JSON, *DOWNLOADS):
            if media in (ours, "*/*", f"{ours.partition('/')[0]}/*"):
                return Wanted(ours, _dialect(parameters.get(DIALECT) or named))
    kinds = ", ".join((JSON, *DOWNLOADS))
    raise ParseError(Problem("P107", "No kind of answer that is accepted can be given.", f"Accept one of: {kinds}."))


def _format(asked: str) -> Media:
    if asked not in FORMATS:
        hint = suggest(asked[:80], FORMATS) or f"Formats: {', '.join(FORMATS)}."
        raise ParseError(Problem("P103", f"There is no format '{asked[:80]}'.", hint))
    return FORMATS[asked]


def _dialect(asked: str | None) -> Dialect:
    for dialect in DIALECTS:
        if asked in (dialect, None):
            return dialect
    hint = suggest(str(asked)[:80], DIALECTS) or f"Dialects: {', '.join(DIALECTS)}."
    raise ParseError(Problem("P111", f"There is no dialect '{str(asked)[:80]}'.", hint))


def _offers(accept: str) -> list[tuple[str, dict[str, str]]]:
    """The media types of an Accept header with their parameters, the most wanted first; q=0 is not wanted.

    >>> _offers('text/csv; dialekt="excel-da"; q=0.5, application/json')
    [('application/json', {}), ('text/csv', {'dialekt': 'excel-da'})]
    """
    found = []
    for part in accept.split(",")[:50]:
        media, *rest = (piece.strip() for piece in part.split(";"))
        pairs = (piece.partition("=") for piece in rest)
        parameters = {name.strip().lower(): value.strip().strip('"') for name, _, value in pairs}
        try:
            quality = float(parameters.pop("q", "1"))
        except ValueError:
            quality = 0.0
        if quality > 0:
            found.append((quality, media.lower(), parameters))
    return [(media, parameters) for _, media, parameters in sorted(found, key=lambda one: -one[0])]
