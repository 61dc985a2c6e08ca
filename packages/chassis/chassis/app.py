"""The app of a service: its stages' routers on the chassis, and the work that goes on beside requests."""

import asyncio
import gc
import signal
import threading
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from types import FrameType
from typing import Any

import structlog
from fastapi import APIRouter, FastAPI, Request
from fastapi.responses import JSONResponse
from fastapi.routing import APIRoute

from chassis import access, feed, idempotency, logs, openapi, probes, problems, sequencer, vault
from chassis.access import Roles
from chassis.bell import Bell
from chassis.client import Neighbour
from chassis.database import engine_of, sessions_of
from chassis.door import Door, Revocations
from chassis.follow import Follower
from chassis.follow import run as follow
from chassis.schedule import Turn, keep_looking
from chassis.settings import ProcessRole, Settings, address_of
from chassis.tokens import Signer, Verifier
from chassis.vault import Vault

log = structlog.get_logger()

OBJECTS = 10_000  # more of them than before, and cycles among them that nobody holds any more are looked for

Work = Callable[[FastAPI], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Service:
    """What makes one service: its name, the order of its stages, who may do what, and whom it follows."""

    name: str
    title: str
    routers: Sequence[APIRouter]
    roles: Roles
    followers: Sequence[Follower] = ()
    schedule: Sequence[Turn] = ()
    beside: Sequence[Work] = field(default=())
    neighbours: Sequence[str] = ()


def create_app(service: Service, settings: Settings) -> FastAPI:
    """The ASGI app; fails when a route says nothing about who may call it."""
    logs.set_up(service.name)
    app = FastAPI(
        title=service.title,
        version="1",
        lifespan=_lifespan(service),
        telemetry={"tracing": False, "metrics": False, "logs": False},  # it would log what was refused in full
        docs_url=None,
        redoc_url=None,
        generate_unique_id_function=openapi.operation_id,
        separate_input_output_schemas=False,
    )
    app.add_middleware(logs.RequestIds)
    problems.install(app)
    _furnish(app, service, settings)
    app.state.routers = [*service.routers, feed.router, probes.router]
    for router in app.state.routers:
        app.include_router(router)
    app.openapi = lambda: openapi.document(app)  # type: ignore[method-assign]
    require_permissions(app)

    @app.exception_handler(Exception)
    async def unexpected(request: Request, error: Exception) -> JSONResponse:
        log.error("unexpected", path=request.url.path, exc_info=error)
        return problems.answer(problems.Unexpected(), request)

    return app


def _furnish(app: FastAPI, service: Service, settings: Settings) -> None:
    """What every request finds in `app.state`."""
    signer = Signer(service.name, settings.key)
    neighbours = {
        name: Neighbour(name, address_of(name), signer) for name in {"gateway", *service.neighbours, *_sources(service)}
    }
    engine = engine_of(settings)
    revocations = Revocations()

    async def gateway_keys() -> dict[str, Any]:
        answer: dict[str, Any] = await neighbours["gateway"].get("/jwks", tries=1)
        return answer

    app.state.settings = settings
    app.state.roles = service.roles
    app.state.signer = signer
    app.state.neighbours = neighbours
    app.state.engine = engine
    app.state.read_engine = engine.execution_options(isolation_level="AUTOCOMMIT")
    app.state.sessions = sessions_of(engine)
    patience = 1.0 if settings.role is ProcessRole.ALL else 0.1
    # One for what requests commit, one for the log: whoever waits for facts is not woken by what is none yet.
    app.state.bell, app.state.grown = Bell(patience), Bell(patience)
    app.state.revocations = revocations
    app.state.door = Door(Verifier(service.name, settings.service_keys, gateway_keys), revocations, settings.public_url)
    app.state.vault = Vault(
        data_keys=settings.data_keys.get_secret_value(), matching_key=settings.person_matching_key.get_secret_value()
    )
    app.state.stopping = asyncio.Event()


def _sources(service: Service) -> list[str]:
    return [source for follower in service.followers for source in follower.sources()]


def _lifespan(service: Service) -> Callable[[FastAPI], Any]:
    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        vault.self_test()
        _heed_termination(app)
        # What stands at the start stays: looking for garbage in it, every 700 objects, took a fifth of a busy process.
        gc.collect()
        gc.freeze()
        gc.set_threshold(OBJECTS, 10, 10)
        tasks = [asyncio.create_task(work, name=name) for name, work in _work(app, service)]
        yield
        _stop(app)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        for neighbour in app.state.neighbours.values():
            await neighbour.close()
        await app.state.engine.dispose()

    return lifespan


def _stop(app: FastAPI) -> None:
    """Ends what waits: long polls answer, followers do not begin again."""
    app.state.stopping.set()
    app.state.bell.ring()
    app.state.grown.ring()


def _heed_termination(app: FastAPI) -> None:
    """At SIGTERM long polls end at once; the server waits for open requests before it tells the app anything."""
    if threading.current_thread() is not threading.main_thread():
        return
    loop, before = asyncio.get_running_loop(), signal.getsignal(signal.SIGTERM)

    def terminated(number: int, frame: FrameType | None) -> None:
        loop.call_soon_threadsafe(_stop, app)
        if callable(before):
            before(number, frame)

    signal.signal(signal.SIGTERM, terminated)


def _work(app: FastAPI, service: Service) -> list[tuple[str, Any]]:
    """What runs beside requests: the revocation list always, the rest where this process is a worker."""
    state = app.state
    work: list[tuple[str, Any]] = [
        ("revocations", state.revocations.follow(state.neighbours["gateway"], state.stopping))
    ]
    if state.settings.works:
        work.append(("sequencer", sequencer.run(state.engine, state.bell, state.grown)))
        turns = [*service.schedule, idempotency.TURN]
        work += [(turn.name, keep_looking(turn, state)) for turn in turns]
        work += [
            (
                f"{follower.name} of {source}",
                follow(state.sessions, follower, source, state.neighbours[source], state.stopping),
            )
            for follower in service.followers
            for source in follower.sources()
        ]
        work += [(task.__name__, task(app)) for task in service.beside]
    return work


def require_permissions(app: FastAPI) -> None:
    """Deny by default: a route that names no permission, and is not marked public or a way in, stops the start."""
    for route in api_routes(app):
        if not declared_access(route):
            message = f"{sorted(route.methods or ())} {route.path} names no permission"
            raise RuntimeError(message)


def api_routes(app: FastAPI) -> list[APIRoute]:
    """Every route of the service. They are asked of the routers: an app wraps included ones and would show none."""
    return [route for router in app.state.routers for route in router.routes if isinstance(route, APIRoute)]


def declared_access(route: APIRoute) -> list[str]:
    """The permissions of a route, or `published`, `open_door`, `neighbour`."""
    found: list[str] = []
    waiting = [route.dependant]
    while waiting:
        dependant = waiting.pop()
        waiting.extend(dependant.dependencies)
        call = dependant.call
        permission = getattr(call, "permission", None)
        if permission is not None:
            found.append(str(permission))
        elif call in {access.published, access.open_door, feed.neighbour}:
            found.append(call.__name__)
    return sorted(set(found))
