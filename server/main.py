"""The server put together: one generation of model and data, every interface upon it, on this machine by default."""

from __future__ import annotations

import asyncio
import socket
import textwrap
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from functools import partial
from importlib.metadata import version
from pathlib import Path
from zoneinfo import ZoneInfo

import anyio
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import HTTPConnection
from starlette.routing import BaseRoute, Route

from semantic.access.link import DEMO_FILE, load_policies
from semantic.access.principal import Principal
from semantic.audit.auditor import SILENT
from semantic.errors import ServiceError
from semantic.execute.duckdb import Generation
from semantic.execute.live import NOTHING_ASKED
from semantic.limits import MEMORY_MB, Limits
from semantic.model.load import load_model
from semantic.pipeline import Service
from semantic.review.asked import Person, Reviewed
from server.accepting import listening_at
from server.audit.recorder import Recorder, open_recorder
from server.audit.table import live_tables
from server.authenticate import (
    DEMO_PASSWORD,
    Directory,
    demo_directory,
    demo_token,
    read_demo_people,
    read_demo_principals,
)
from server.departure import CANCEL_SECONDS, GRACE_SECONDS, Departure, Server
from server.editions import editions_of
from server.graphql.app import GRAPHQL_ADDRESS, graphql_routes, malformed
from server.graphql.reviewing import Known
from server.health import Figures, health_routes
from server.identity.door import Door, utc_now
from server.identity.people import demo_people, known_people
from server.middleware import Envelope, on_http_error, on_service_error
from server.patience import Patience
from server.postgres.app import STRANGERS, Caps, Endpoint
from server.postgres.conversation import House
from server.postgres.schemas import DATABASE
from server.postgres.statements import PostgresStatements
from server.postgres.times import Times
from server.postgres.tls import load_tls
from server.rest.app import rest_routes
from server.revisions import states
from server.serving import Serving
from server.settings import Address, Settings
from server.start_page import start_route
from server.state.checklists import KeptSteps
from server.state.database import StateSource
from server.state.kept import kept_tables
from server.state.notes import KeptNotes
from server.state.place import StatePlace
from server.workers.seat import CANCEL, WRONG, Seat

PATIENCE = Patience()
SPARE_THREADS = 4  # beyond the questions at work and in the queue, so that one too many is refused, not kept waiting
EXPOSED = ("ETag", "x-request-id", "Retry-After", "Content-Disposition", "Nogletal-Error", "Nogletal-Scope",
           "Nogletal-Model-Version", "Nogletal-Data-Version", "Nogletal-Opgjort-Pr")  # fmt: skip


def build_app(
    settings: Settings, patience: Patience = PATIENCE, recorder: Recorder | None = None, seat: Seat | None = None
) -> Starlette:
    """The application; without a recorder no record is kept. Raises DefinitionError when model, data or settings are
    faulty."""
    seat = seat or Seat()
    principals = read_demo_principals(settings.access) if settings.demo else ()
    door = open_door(settings, principals, seat)
    serving = Serving(partial(open_service, settings, recorder is not None))
    figures, departure = Figures(lambda: serving.policies_current, seat), Departure()
    offered = partial(offered_to, serving, recorder)
    endpoint = open_endpoint(settings, offered("sql"), door, figures, seat)
    departure.heed(endpoint.begin_departure, endpoint.end_grace)
    health = health_routes(partial(unready, departure, serving, recorder), figures)
    routes = [*health, *all_routes(settings, offered, principals, door.authenticate, known_here(settings, door))]

    paths = frozenset(route.path for route in routes if isinstance(route, Route))
    envelope = Middleware(
        Envelope, body_bytes=settings.limits.body_bytes, paths=paths, figures=figures, departure=departure,
        local_only=settings.demo, shapes={GRAPHQL_ADDRESS: malformed}, patience=patience,
    )  # fmt: skip
    app = Starlette(
        routes=routes,
        middleware=[envelope, *cross_origin(settings)],
        exception_handlers={ServiceError: on_service_error, HTTPException: on_http_error},
        lifespan=partial(life, settings=settings, figures=figures, seat=seat),
    )
    app.router.redirect_slashes = False  # it would answer with the caller's own Host
    app.state.service, app.state.departure, app.state.serving = serving.current(), departure, serving
    app.state.door, app.state.endpoint, app.state.sql_socket = door, endpoint, None
    app.state.obey = serving.listen
    return app


@asynccontextmanager
async def life(app: Starlette, settings: Settings, figures: Figures, seat: Seat) -> AsyncIterator[None]:
    """What goes on beside the requests, from the first until everybody has gone."""
    serving, endpoint, door = app.state.serving, app.state.endpoint, app.state.door
    app.state.obey()
    seat.listen({CANCEL: endpoint.cancel_told, WRONG: door.throttle.hear})
    watching = serving.watch(partial(load_policies, settings.access), settings.access)
    tasks = [asyncio.ensure_future(one) for one in (watching, figures.publish())]
    if app.state.sql_socket is not None:
        await endpoint.start(app.state.sql_socket)
    yield
    await endpoint.stop(GRACE_SECONDS + CANCEL_SECONDS)
    for task in tasks:
        task.cancel()
    serving.close()
    door.states.close()


def known_here(settings: Settings, door: Door) -> Known:
    """What those who review are told of, who may log in and what revisions of model and policies say; and the notes."""

    def people_of(policies: Path) -> tuple[Person, ...]:
        has_demo = settings.demo and (policies / DEMO_FILE).is_file()
        return known_people(demo_people(read_demo_people(policies)) if has_demo else (), door.states, utc_now)

    def states_of(old: str, new: str | None) -> tuple[Reviewed, ...]:
        return states((old, new), settings, people_of, datetime.now(ZoneInfo(settings.timezone)).date())

    return Known(partial(people_of, settings.access), states_of, KeptNotes(door.states), KeptSteps(door.states))


def unready(departure: Departure, serving: Serving, recorder: Recorder | None) -> str | None:
    """Why questions cannot be answered, in a word where there is one; None when they can."""
    if departure.begun or not serving.current().generation.is_ready():
        return ""
    fault = recorder.fault if recorder is not None else None
    return None if fault is None else f"audit: {fault}"


def offered_to(serving: Serving, recorder: Recorder | None, interface: str) -> Callable[[], Service]:
    """The service of now for one interface, whose name stands in the record of what is asked there."""
    return serving.over(SILENT if recorder is None else recorder.over(interface))


def open_endpoint(
    settings: Settings, get_service: Callable[[], Service], door: Door, figures: Figures, seat: Seat
) -> Endpoint:
    """The SQL endpoint, which listens when it is given a socket. Raises DefinitionError (D674)."""
    limits = settings.limits
    statements = PostgresStatements(get_service)
    house = House(statements, lambda: get_service().timezone, limits.body_bytes, figures.refuse)
    workers = anyio.CapacityLimiter(limits.concurrency + limits.queue + SPARE_THREADS)
    tls = load_tls(settings.sql_tls_certificate, settings.sql_tls_key)
    caps, times = Caps(limits.sql_connections, STRANGERS // settings.workers), Times(idle=limits.sql_idle)
    return Endpoint(house, door, workers, caps, times, tls, settings.demo, seat)


def open_door(settings: Settings, principals: Sequence[Principal], seat: Seat) -> Door:
    """Who may come in. The state is opened now, where there is one. Raises DefinitionError (D68x)."""
    directory = demo_directory(principals) if settings.demo else Directory()
    states = StateSource(StatePlace(settings.state, settings.state_password_file))
    states.current()
    return Door(directory, states, settings.oidc, secret=seat.secret, tell=partial(seat.post_all, WRONG))


def open_service(settings: Settings, audited: bool = False) -> Service:
    """Data, model and policies, opened together, and what was asked where it is recorded.

    Raises DefinitionError with every fault of the first that has some.
    """
    asked = settings.limits
    limits = Limits(
        max_rows=asked.max_rows, timeout=asked.timeout, concurrency=asked.concurrency, queue=asked.queue,
        memory=f"{MEMORY_MB // settings.workers}MB",
    )  # fmt: skip
    model = load_model(settings.model)
    asked_before = live_tables(settings.audit.folder) if audited else NOTHING_ASKED
    live = {**asked_before, **kept_tables(settings, model)}
    generation = Generation(settings.databases, model, limits, live)
    policies = load_policies(settings.access, generation.model)
    return Service(generation, policies, limits, settings.timezone, editions=editions_of(settings, limits))


def all_routes(
    settings: Settings, offered: Callable[[str], Callable[[], Service]], principals: tuple[Principal, ...],
    authenticate: Callable[[HTTPConnection], Awaitable[Principal]], known: Known,
) -> list[BaseRoute]:  # fmt: skip
    limits = settings.limits
    workers = anyio.CapacityLimiter(limits.concurrency + limits.queue + SPARE_THREADS)
    default_rows = min(limits.default_rows, limits.max_rows)
    return [
        start_route(principals),
        *rest_routes(offered("rest"), authenticate, default_rows, workers),
        *graphql_routes(offered("graphql"), authenticate, default_rows, workers, known=known),
    ]


def cross_origin(settings: Settings) -> list[Middleware]:
    """Pages of the listed origins may ask with a token; nobody's cookies or remembered passwords are sent along."""
    if not settings.cors_origins:
        return []
    return [
        Middleware(
            CORSMiddleware,
            allow_origins=settings.cors_origins,
            allow_methods=["GET", "POST"],
            allow_headers=["Authorization", "Content-Type", "If-None-Match", "x-request-id"],
            expose_headers=EXPOSED,
            max_age=600,
        )
    ]


def serve(settings: Settings, heed: Callable[[], None]) -> None:
    """Serves until Ctrl-C, which `heed` raises where it came while starting. Raises DefinitionError, OSError."""
    recorder = open_recorder(settings.audit)
    try:
        _serve(settings, recorder, heed)
    finally:
        recorder.close()
    print("Stopped.", flush=True)


def _serve(settings: Settings, recorder: Recorder, heed: Callable[[], None]) -> None:
    seat = Seat()
    app = build_app(settings, recorder=recorder, seat=seat)
    heed()
    with listening_at(settings.http) as http, listening_at(settings.sql) as sql:
        app.state.sql_socket = sql
        places = place_of(settings.http, http), place_of(settings.sql, sql)
        for line in announcement(settings, app.state.service, *places, app.state.door.announcement()):
            print(line, flush=True)
        Server(app, app.state.departure, settings.limits.connections, PATIENCE, seat).run_until_stopped([http])


def place_of(address: Address, listening: socket.socket) -> Address:
    """The address with the port that it has got."""
    return Address(address.host, listening.getsockname()[1])


def announcement(
    settings: Settings, service: Service, http: Address, sql: Address, who: Sequence[str]
) -> Iterator[str]:
    """Every address, and who may come in: of the state and of an issuer as `who` says, and the demo's."""
    url, generation = f"http://{http}", service.generation
    yield f"Nøgletal {version('nogletal')} · model {generation.model.version} · data version {generation.loads.number}"
    yield ""
    yield f"  Start page     {url}/"
    yield f"  GraphQL        {url}/graphql"
    yield f"  REST (Cube)    {url}/cubejs-api/v1/load   also /meta /sql /dry-run"
    yield f"  OpenAPI        {url}/openapi.json"
    yield f"  Operations     {url}/healthz   also /readyz /metrics"
    yield f"  SQL            postgresql://{sql}/{DATABASE}   {'TLS' if settings.sql_tls_certificate else 'without TLS'}"
    yield ""
    yield from (f"  {line}" for line in who)
    if settings.demo:
        yield from demo_logins(settings, url, sql)
    elif not who:
        yield "  WARNING: NOBODY CAN LOG IN, AND NOBODY IS GRANTED ANYTHING OVER THE NETWORK."
        yield "  To make a user: nogletal user add --help"
        yield "  To try it on this machine: nogletal serve --demo"
        yield "  The command line needs no login: nogletal query --help"
    yield ""
    yield "  Ctrl-C stops."


def demo_logins(settings: Settings, url: str, sql: Address) -> Iterator[str]:
    """A connection string for each client, and the names that may be used in it."""
    one = Principal("direktion", ())
    login, token = f"{one.subject}:{DEMO_PASSWORD}", demo_token(one)
    yield f"  curl           curl -u {login} {url}/cubejs-api/v1/meta"
    yield f"  Cube clients   apiUrl {url}/cubejs-api/v1   token {token}   (@cubejs-client/core, cubejs-client-python)"
    yield f"                 url    {url}/cubejs-api      token {token}   (cube-http-client)"
    yield f"  PostgreSQL     postgresql://{login}@{sql}/{DATABASE}"
    yield ""
    yield "  DEMO: each name sees what its role in access_policies/ gives. Only this machine is served."
    names = ", ".join(one.subject for one in read_demo_principals(settings.access))
    yield from textwrap.wrap(f"Names: {names}.", 100, initial_indent="  ", subsequent_indent="         ")
    yield f"  Password: {DEMO_PASSWORD}. Token: {DEMO_PASSWORD}-<name>."
