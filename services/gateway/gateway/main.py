"""The gateway: keys, accounts, signing in, and what staff may do in which area."""

import httpx
from fastapi import FastAPI

from chassis.app import Service, create_app
from chassis.client import Neighbour
from chassis.settings import load
from gateway.account import routes as account
from gateway.identity.passwords import Hashing
from gateway.key import routes as key
from gateway.key.routes import public_keys
from gateway.permissions import ROLES
from gateway.projections import projections
from gateway.session import routes as session
from gateway.settings import GatewaySettings

SERVICE = Service(
    name="gateway",
    title="网关:登录与授权",
    routers=[key.router, session.router, account.router],
    roles=ROLES,
    followers=[projections],
)


def app() -> FastAPI:
    """The ASGI app."""
    settings, own = load("gateway"), GatewaySettings()
    made = create_app(SERVICE, settings)
    made.state.hashing = Hashing()
    made.state.gateway_settings = own
    made.state.public_keys = public_keys(settings.key, own.next_key)
    # It asks itself for keys and revocations as others do, but without a port: nothing to wait for at start or stop.
    made.state.neighbours["gateway"] = Neighbour("http://gateway", made.state.signer, httpx.ASGITransport(app=made))
    return made
