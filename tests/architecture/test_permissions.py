"""Every route says who may call it, every role is answered by every service, and roles stay apart where they must."""

import importlib
from typing import Any

import pytest
from fastapi import FastAPI

from chassis.app import api_routes, declared_access, require_permissions
from chassis.principal import Role
from conftest import app_of
from deploy.local.settings import SERVICES
from procedures.permissions import Permission as Procedure

# Routes open to anybody, each with its reason; whatever is not here needs a permission.
WITHOUT_PERMISSION = {"published", "open_door", "neighbour"}

# No route asks for these alone: they widen what the permission of the route shows.
WIDENING = {"purchase-draft:read"}


@pytest.fixture(params=SERVICES)
def served(request: pytest.FixtureRequest, world: dict[str, str]) -> FastAPI:
    return app_of(request.param, world)


def test_every_route_declares_its_access(served: FastAPI) -> None:
    assert all(len(declared_access(route)) >= 1 for route in api_routes(served))


def test_a_route_without_permission_stops_the_start(served: FastAPI) -> None:
    router = served.state.routers[0]

    @router.get("/nobody-said-who")
    def forgotten() -> None: ...

    try:
        with pytest.raises(RuntimeError, match="nobody-said-who"):
            require_permissions(served)
    finally:
        router.routes.pop()


def test_changing_routes_are_never_merely_published(served: FastAPI) -> None:
    changing = [route for route in api_routes(served) if (route.methods or set()) - {"GET", "HEAD"}]
    loose = [route.path for route in changing if declared_access(route) == ["published"]]
    assert loose == []


@pytest.mark.parametrize("name", SERVICES)
def test_every_role_is_answered(name: str, world: dict[str, str]) -> None:
    roles: dict[Role, Any] = importlib.import_module(f"{name}.permissions").ROLES
    assert set(roles) == set(Role)


@pytest.mark.parametrize("name", SERVICES)
def test_permissions_are_alphabetised_and_used(name: str, world: dict[str, str]) -> None:
    module = importlib.import_module(f"{name}.permissions")
    names = [permission.name for permission in module.Permission]
    assert names == sorted(names)
    held = {str(permission) for permission in frozenset().union(*module.ROLES.values())}
    asked = {access for route in api_routes(app_of(name, world)) for access in declared_access(route)}
    assert held - WIDENING == asked - WITHOUT_PERMISSION
    assert held - {str(permission) for permission in Procedure} == {str(permission) for permission in module.Permission}
