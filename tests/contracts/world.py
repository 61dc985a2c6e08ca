"""A service with records in every state, and for each operation a request it accepts, which the generated ones vary."""

import importlib
import re
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine

from chassis import clock, testing
from chassis.settings import async_url, load
from chassis.testing import Caller, Callers
from chassis.tokens import AUDIENCE, Signer
from conftest import app_of

DAY = 86_400
# A run is one transaction on one connection; the limits that end what hangs would end it.
UNLIMITED = text(
    "select set_config(name, '0', false) from pg_settings"
    " where name in ('transaction_timeout', 'idle_in_transaction_session_timeout')"
)


class LastingSigner(Signer):
    """Signs tokens that outlast a run."""

    def sign(self, claims: Mapping[str, Any], *, audience: str = AUDIENCE, lifetime: int = DAY) -> str:
        return super().sign(claims, audience=audience, lifetime=max(lifetime, DAY))


@dataclass(frozen=True, slots=True)
class Sample:
    """A request that is accepted: who asks, of which record at which version, and with what."""

    by: Caller
    ids: Mapping[str, str]
    query: Mapping[str, str]
    body: Any
    version: int | None


@dataclass(slots=True)
class World:
    """One service, filled; `samples` are by operation, as in `POST /needs/{id}/acceptance`."""

    service: str
    app: FastAPI
    callers: Callers
    connection: AsyncConnection
    samples: dict[str, Sample] = field(default_factory=dict)
    versions: dict[str, int] = field(default_factory=dict)

    def accepts(
        self,
        operation: str,
        by: Caller,
        body: Any = None,
        *,
        seen: Mapping[str, Any] | None = None,
        query: Mapping[str, object] | None = None,
        **ids: object,
    ) -> None:
        """Keeps a sample; `seen` is the view of the record that the path names as `{id}`."""
        named = {name: str(value) for name, value in ids.items()}
        if seen is not None:
            named = {"id": str(seen.get("id", "")), **named} if "{id}" in operation else named
            self.versions[str(seen["id"])] = max(seen.get("version", 1), self.versions.get(str(seen["id"]), 0))
        asked = {name: str(value) for name, value in (query or {}).items()}
        self.samples[operation] = Sample(by, named, asked, body, seen["version"] if seen else None)

    def at(self, moment: str | datetime) -> dict[str, str]:
        """The header that makes a request at another business time."""
        when = moment if isinstance(moment, datetime) else datetime.fromisoformat(moment)
        return {"Sanshe-At": clock.signed(when, self.app.state.settings.demo_clock_key.get_secret_value())}

    def everybody(self) -> list[Caller]:
        """Whoever asks for anything, and somebody signed out."""
        found = {id(sample.by): sample.by for sample in self.samples.values()}
        return [*found.values(), self.callers.signed_out()]

    def named_in(self, operation: str) -> dict[str, list[str]]:
        """By parameter of an operation's path, the ids of all records that samples name at that place."""
        return {
            name: sorted(
                {
                    sample.ids[other]
                    for path, sample in self.samples.items()
                    for other, elsewhere in _places(path).items()
                    if elsewhere == place
                }
            )
            for name, place in _places(operation).items()
        }


def _places(operation: str) -> dict[str, str]:
    """Where each parameter stands in a path: `{source_id}` at `/needs/{}/sources/`."""
    path = operation.partition(" ")[2]
    return {found[1]: re.sub(r"{\w+}", "{}", path[: found.start()]) for found in re.finditer(r"{(\w+)}", path)}


async def accepted(
    by: Caller, method: str, path: str, body: Any = None, *, seen: Mapping[str, Any] | None = None
) -> Any:
    """What a request on the way to a sample answers."""
    answer = await by.send(method, path, body, seen=seen)
    assert answer.status_code < 300, f"{method} {path}: {answer.text}"
    return answer.json()


def _own_app(service: str, environment: Mapping[str, str]) -> FastAPI:
    """An app apart from the tests' own, which may have waited for something in another event loop."""
    app_of(service, dict(environment))
    app: FastAPI = importlib.import_module(f"{service}.main").app()
    app.state.revocations.fresh = lambda: True
    return app


@asynccontextmanager
async def filled(service: str, environment: Mapping[str, str]) -> AsyncIterator[World]:
    """The world of one service, gone afterwards."""
    app = _own_app(service, environment)
    app.state.signer = LastingSigner(service, Path(environment[f"{service.upper()}_KEY"]))
    callers = Callers(app, LastingSigner("gateway", Path(environment["GATEWAY_KEY"])))
    engine = create_async_engine(async_url(load(service).database_url))
    try:
        async with testing.rolled_back(app, engine) as connection:
            await connection.execute(UNLIMITED)
            world = World(service, app, callers, connection)
            await importlib.import_module(f"tests.contracts.samples.{service}").fill(world)
            yield world
    finally:
        await engine.dispose()
        await app.state.engine.dispose()
