"""Fixtures of all Python tests: a throwaway PostgreSQL, keys, and each service's app on it, rolled back every time."""

import importlib
import os
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from datetime import datetime
from pathlib import Path

import pytest
from fastapi import FastAPI

from chassis import clock, testing
from chassis.database import engine_of
from chassis.settings import load
from chassis.testing import Callers
from chassis.tokens import Signer
from deploy.local import keys
from deploy.local.cluster import ThrowawayCluster
from deploy.local.settings import SERVICES, Settings

ROOT = Path(__file__).parent


def _binaries() -> Path | None:
    named = os.environ.get("TEST_POSTGRES_BIN")
    return Path(named) if named else None


@contextmanager
def standing(state: Path) -> Iterator[dict[str, str]]:
    """The environment of all services: databases of a throwaway cluster and fresh keys."""
    settings = Settings(state=state)
    with ThrowawayCluster(binaries=_binaries()) as cluster:
        environment = {**cluster.env, **keys.service_secrets(settings), **keys.signing_keys(settings)}
        environment |= {f"{name.upper()}_URL": f"http://{name}.test" for name in SERVICES}
        environment |= {"PUBLIC_URL": "https://testserver", "DEMO": "1"}
        os.environ.update(environment)
        yield environment


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """What every app of this run reads."""
    with standing(tmp_path_factory.mktemp("state")) as environment:
        yield environment


APPS: dict[str, FastAPI] = {}


def app_of(name: str, environment: dict[str, str]) -> FastAPI:
    """A service's app on its migrated database, made once a run."""
    if name not in APPS:
        _migrate(name, environment)
        APPS[name] = _served(name)
    return APPS[name]


def _migrate(name: str, environment: Mapping[str, str]) -> None:
    ini = str(ROOT / "services" / name / "alembic.ini")
    command = [sys.executable, "-m", "alembic", "-c", ini, "upgrade", "head"]
    subprocess.run(command, check=True, env={**os.environ, **environment}, capture_output=True)  # noqa: S603


def _served(name: str) -> FastAPI:
    app: FastAPI = importlib.import_module(f"{name}.main").app()
    app.state.revocations.fresh = lambda: True
    return app


@asynccontextmanager
async def replicas_of(name: str) -> AsyncIterator[list[FastAPI]]:
    """Two apps of a service on a database of their own that nothing rolls back; `standing` holds the keys."""
    with ThrowawayCluster(services=(name,), binaries=_binaries()) as cluster, pytest.MonkeyPatch.context() as patch:
        for variable, value in cluster.env.items():
            patch.setenv(variable, value)
        _migrate(name, cluster.env)
        apps = [_served(name), _served(name)]
        async with testing.everywhere(apps[0]) as tx:
            tx.add_all(testing.area_rows())
        yield apps
        for each in apps:
            await each.state.engine.dispose()


@pytest.fixture
async def app(request: pytest.FixtureRequest, world: dict[str, str]) -> AsyncIterator[FastAPI]:
    """The service under test, named by the folder the test lies in, rolled back afterwards."""
    name = Path(request.node.path).relative_to(ROOT / "services").parts[0]
    served = app_of(name, world)
    engine = engine_of(load(name))
    try:
        async with testing.rolled_back(served, engine):
            yield served
    finally:
        await engine.dispose()


@pytest.fixture
async def replicas(request: pytest.FixtureRequest, world: dict[str, str]) -> AsyncIterator[list[FastAPI]]:  # noqa: ARG001
    """Two apps of the service under test, to do things at the same moment."""
    async with replicas_of(Path(request.node.path).relative_to(ROOT / "services").parts[0]) as apps:
        yield apps


@pytest.fixture
def callers(app: FastAPI, world: dict[str, str]) -> Callers:
    """Makes signed-in callers."""
    return Callers(app, Signer("gateway", Path(world["GATEWAY_KEY"])))


@pytest.fixture
def demo_time(world: dict[str, str]) -> Callable[[str], dict[str, str]]:
    """Headers that set business time for one request, as the demo city does."""
    return lambda text: {"Sanshe-At": clock.signed(datetime.fromisoformat(text), world["DEMO_CLOCK_KEY"])}
