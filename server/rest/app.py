"""Cube's REST API: `/cubejs-api/v1/{load,subscribe,vaerdier,meta,kilder,sql,dry-run}`, GET and POST."""

from __future__ import annotations

import hashlib
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import TypeVar
from urllib.parse import quote

import anyio
import orjson
from starlette.requests import HTTPConnection, Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from semantic.access.principal import Principal
from semantic.errors import Problem, refusal
from semantic.execute.cancellation import Cancellation
from semantic.long_answer import answer_long
from semantic.long_view.columns import LONG_VIEW
from semantic.model.model import Model
from semantic.pipeline import Service, answer, checked, explain, prepare, seen, stamp
from semantic.query import Query
from semantic.result import Result, Stamp, collect
from server.rest.ask import Ask
from server.rest.download import Download, Pieces
from server.rest.encode import Checked, Entry, Told, dry_run_body, load_body, result, sql_body
from server.rest.meta import catalogue
from server.rest.openapi import document
from server.rest.parse import (
    ARROW,
    CSV,
    JSON,
    PARQUET,
    XLSX,
    Media,
    Wanted,
    read_address,
    read_ask,
    read_only_views,
    read_parameters,
    read_wanted,
)
from server.rest.values import read_question, values_body
from server.rest.work import run
from server.tabular import arrow, csv, parquet, xlsx
from server.tabular.encoding import Encoding

T = TypeVar("T")
Stamps = tuple[Stamp, ...]
PREFIX = "/cubejs-api/v1"
NOT_KEPT = {"Cache-Control": "no-store"}
CACHED_CATALOGUES = 64
ENCODINGS: Mapping[Media, Callable[[Result, csv.Dialect], Encoding]] = {
    CSV: lambda result, dialect: csv.encoding(result.columns, dialect),
    ARROW: lambda result, _: arrow.encoding(result),
    PARQUET: lambda result, _: parquet.encoding(result),
    XLSX: lambda result, _: xlsx.encoding(result),
}
ENDINGS: Mapping[Media, str] = {CSV: "csv", ARROW: "arrows", PARQUET: "parquet", XLSX: "xlsx"}


@dataclass(frozen=True)
class Kept:
    """A catalogue as it was written for one generation's model, under its tag."""

    model: Model
    body: bytes
    tag: str


@dataclass(frozen=True)
class RestApi:
    """What the handlers share. `workers` are threads of ours, so that waiting questions starve nothing else."""

    get_service: Callable[[], Service]
    authenticate: Callable[[HTTPConnection], Awaitable[Principal]]
    default_rows: int
    workers: anyio.CapacityLimiter
    catalogues: dict[tuple[str, bool], Kept] = field(default_factory=dict)

    async def load(self, request: Request) -> Response:
        principal, service, wanted = await self.authenticate(request), self.get_service(), read_wanted(request)
        ask = await read_ask(request, self.default_rows if wanted.media == JSON else None)
        check_form(ask, wanted)
        known = await self._unchanged(request, ask, wanted, principal, service)
        if known is not None:
            return known
        if wanted.media == JSON:
            return await self._load_json(request, ask, principal, service)
        return await self._download(request, ask, wanted, principal, service)

    async def _load_json(self, request: Request, ask: Ask, principal: Principal, service: Service) -> Response:
        cancellation = Cancellation()

        def work() -> tuple[bytes, Stamps]:
            results, stamps = [], []
            for query, answered in zip(ask.queries, ask.answers(principal, service, cancellation), strict=True):
                told = Told(seen(query, principal, service), service.timezone, request.state.request_id)
                results.append(result(ask, query, answered, told))
                stamps.append(answered.stamp)
            return load_body(ask, results), tuple(stamps)

        body, stamps = await run(request, cancellation, self.workers, work)
        return json_response(body, self._tag(request, ask, Wanted(JSON), principal, service, stamps))

    async def _download(self, request: Request, ask: Ask, wanted: Wanted, principal: Principal, service: Service
    ) -> Response:  # fmt: skip
        cancellation = Cancellation()

        def work() -> tuple[Pieces, Stamp]:
            return begun(answer(ask.queries[0], principal, service, cancellation), wanted, cancellation)

        pieces, stamp = await run(request, cancellation, self.workers, work)
        headers = self._tag(request, ask, wanted, principal, service, (stamp,)) | stamp_headers(stamp)
        return self._pieces(pieces, wanted, headers, file_name(ask), cancellation)

    def _pieces(
        self, pieces: Pieces, wanted: Wanted, headers: dict[str, str], name: str, cancellation: Cancellation
    ) -> Response:
        headers["Content-Disposition"] = f'attachment; filename="{name}.{ENDINGS[wanted.media]}"'
        kind = "text/csv; charset=utf-8; header=present" if wanted.media == CSV else wanted.media
        return Download(pieces, kind, headers, cancellation, self.workers)

    async def values(self, request: Request) -> Response:
        """The rows of the long view."""
        principal, service, wanted = await self.authenticate(request), self.get_service(), read_wanted(request)
        question = read_question((await read_parameters(request)).get("query"))
        cancellation = Cancellation()
        if wanted.media != JSON:
            pieces, stamp = await run(
                request, cancellation, self.workers,
                lambda: begun(answer_long(question, principal, service, cancellation), wanted, cancellation),
            )  # fmt: skip
            return self._pieces(pieces, wanted, stamp_headers(stamp) | NOT_KEPT, LONG_VIEW, cancellation)

        def work() -> bytes:
            limit = self.default_rows if question.limit is None else None
            result = answer_long(question, principal, service, cancellation)
            found = collect(replace(result, default_limit=limit))
            row_limit = self.default_rows if question.limit is None else question.limit
            return values_body(found, row_limit, request.state.request_id)

        return json_response(await run(request, cancellation, self.workers, work), NOT_KEPT)

    async def _unchanged(self, request: Request, ask: Ask, wanted: Wanted, principal: Principal, service: Service
    ) -> Response | None:  # fmt: skip
        """304 when the asker already has this answer: decided anew, but not computed."""
        named = request.headers.get("if-none-match", "")
        if request.method != "GET" or not named:
            return None

        def decide(query: Query) -> Stamp:
            return stamp(checked(prepare(query, principal, service), service))

        stamps = await self._in_thread(request, lambda: ask.each(decide))
        headers = self._tag(request, ask, wanted, principal, service, stamps)
        matches = headers["ETag"].removeprefix("W/") in (one.strip().removeprefix("W/") for one in named.split(","))
        return Response(status_code=304, headers=headers) if matches else None

    def _tag(
        self, request: Request, ask: Ask, wanted: Wanted, principal: Principal, service: Service, stamps: Stamps
    ) -> dict[str, str]:
        """The ETag of versions, files, question, decision and what is seen. Shared caches must keep nothing."""
        headers = {"Cache-Control": "private, no-cache", "Vary": "Authorization, Accept"}
        if request.method == "GET":
            seen = (ask, wanted, stamps, service.generation.files, service.visible(principal).hash)
            headers["ETag"] = f'W/"{hashlib.sha256(repr(seen).encode()).hexdigest()[:32]}"'
        return headers

    async def meta(self, request: Request) -> Response:
        principal = await self.authenticate(request)
        only_views = read_only_views(request)
        service = self.get_service()
        kept = await self._in_thread(request, lambda: self._catalogue(service, principal, only_views))
        headers = {"ETag": kept.tag, "Cache-Control": "private, no-cache", "Vary": "Authorization"}
        if request.headers.get("if-none-match") == kept.tag:
            return Response(status_code=304, headers=headers)
        return json_response(kept.body, headers)

    async def sources(self, request: Request) -> Response:
        """How fresh the sources are of what the asker may see."""
        principal, service = await self.authenticate(request), self.get_service()
        read_address(request, ())
        found = await self._in_thread(request, lambda: service.freshness(service.visible(principal)))
        return json_response(orjson.dumps({"data": [asdict(one) for one in found]}), NOT_KEPT)

    def _catalogue(self, service: Service, principal: Principal, only_views: bool) -> Kept:
        """Made once for each set of visible names and each generation, whose types may differ."""
        visible = service.visible(principal)
        key = (visible.hash, only_views)
        found = self.catalogues.get(key)
        if found is None or found.model is not visible.model:
            body = orjson.dumps(catalogue(visible, only_views))
            found = Kept(visible.model, body, f'"{hashlib.sha256(body).hexdigest()[:32]}"')
            if len(self.catalogues) >= CACHED_CATALOGUES:
                self.catalogues.clear()
            self.catalogues[key] = found
        return found

    async def sql(self, request: Request) -> Response:
        def write(ask: Ask, principal: Principal, service: Service) -> Entry | list[Entry]:
            def shown(query: Query) -> Entry:
                return sql_body(query, explain(query, principal, service))

            found = ask.each(shown)
            return found[0] if ask.kind == "regularQuery" else list(found)

        return await self._not_run(request, write)

    async def dry_run(self, request: Request) -> Response:
        def write(ask: Ask, principal: Principal, service: Service) -> Entry:
            def one(query: Query) -> Checked:
                found = checked(prepare(query, principal, service), service)
                return Checked(query, found.query.question, stamp(found))

            return dry_run_body(ask, ask.each(one))

        return await self._not_run(request, write)

    async def cubesql(self, request: Request) -> Response:
        """Raises UnsupportedError U402 whatever is asked, and of nobody the usual A31x."""
        await self.authenticate(request)
        hint = "Ask /load for a query in JSON; /sql shows the statement that it becomes."
        raise refusal(Problem("U402", "SQL over REST (cubeSql) is not served.", hint))

    async def _not_run(
        self, request: Request, write: Callable[[Ask, Principal, Service], Entry | list[Entry]]
    ) -> Response:
        principal, service = await self.authenticate(request), self.get_service()
        ask = await read_ask(request, self.default_rows, beside=())
        body = await self._in_thread(request, lambda: orjson.dumps(write(ask, principal, service)))
        return json_response(body, {"Cache-Control": "no-store"})

    async def _in_thread(self, request: Request, work: Callable[[], T]) -> T:
        return await run(request, Cancellation(), self.workers, work)


def begun(answered: Result, wanted: Wanted, cancellation: Cancellation) -> tuple[Pieces, Stamp]:
    """The answer on its way in the kind that is wanted, its first piece there."""
    pieces = Pieces(ENCODINGS[wanted.media](answered, wanted.dialect), answered.batches)
    try:
        pieces.first(cancellation)
    except BaseException:
        pieces.close()
        raise
    return pieces, answered.stamp


def check_form(ask: Ask, wanted: Wanted) -> None:
    """Raises ServiceError (P104, U403) where several answers would have to stand where one can."""
    if ask.kind != "regularQuery" and wanted.media != JSON:
        hint = f"Accept {JSON}, or ask once for each."
        raise refusal(
            Problem("U403", "CSV, Arrow, Parquet and Excel hold one answer, and several are asked for.", hint)
        )
    if ask.kind != "regularQuery" and not ask.multi:
        raise refusal(Problem("P104", "Several answers need 'queryType'.", "Send queryType=multi beside the query."))


def json_response(body: bytes, headers: dict[str, str]) -> Response:
    return Response(body, media_type="application/json", headers=headers)


def stamp_headers(stamp: Stamp) -> dict[str, str]:
    """Where the answer is from, beside a body that has no place for it. The scope's words are percent-encoded UTF-8."""
    return {
        "Nogletal-Model-Version": stamp.model_version,
        "Nogletal-Data-Version": str(stamp.data_version),
        "Nogletal-Opgjort-Pr": stamp.as_of.isoformat(),
        "Nogletal-Scope": quote(stamp.scope),
    }


def file_name(ask: Ask) -> str:
    """The view that is asked, in letters that no file system minds."""
    query = ask.queries[0]
    names = (*query.measures, *query.dimensions, *(one.dimension for one in query.time_dimensions))
    view = names[0].partition(".")[0] if names else ""
    kept = "".join(sign for sign in view if sign.isascii() and (sign.isalnum() or sign == "_"))
    return kept[:60] or "nogletal"


def rest_routes(
    get_service: Callable[[], Service],
    authenticate: Callable[[HTTPConnection], Awaitable[Principal]],
    default_rows: int,
    workers: anyio.CapacityLimiter,
) -> Sequence[BaseRoute]:
    """The addresses of the REST API. Handlers raise ServiceError; the application writes it out."""
    api = RestApi(get_service, authenticate, default_rows, workers)
    both = ["GET", "POST"]

    async def openapi(request: Request) -> Response:
        return json_response(orjson.dumps(document()), {"Cache-Control": "public, max-age=300"})

    return [
        Route(f"{PREFIX}/load", api.load, methods=both),
        Route(f"{PREFIX}/subscribe", api.load, methods=both),  # which clients ask again and again
        Route(f"{PREFIX}/vaerdier", api.values, methods=both),
        Route(f"{PREFIX}/meta", api.meta, methods=["GET"]),
        Route(f"{PREFIX}/kilder", api.sources, methods=["GET"]),
        Route(f"{PREFIX}/sql", api.sql, methods=both),
        Route(f"{PREFIX}/dry-run", api.dry_run, methods=both),
        Route(f"{PREFIX}/cubesql", api.cubesql, methods=["POST"]),
        Route("/openapi.json", openapi, methods=["GET"]),
    ]
