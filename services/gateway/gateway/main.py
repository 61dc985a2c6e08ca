"""The gateway: keys, accounts, signing in, and what staff may do in which area."""

import httpx
from fastapi import FastAPI

from chassis.app import Service, create_app
from chassis.client import Neighbour
from chassis.settings import load
from gateway.account import own
from gateway.account import routes as account
from gateway.anchor import routes as anchor
from gateway.client import routes as client
from gateway.client import token
from gateway.directory import routes as directory
from gateway.feed import routes as feed
from gateway.feed.routes import Source
from gateway.identity.passwords import Hashing
from gateway.key import routes as key
from gateway.key.routes import public_keys
from gateway.notice import routes as notice
from gateway.permissions import ROLES
from gateway.phone import routes as phone
from gateway.phone.courier import courier
from gateway.phone.sender import sender_of
from gateway.projections import projections
from gateway.reference import routes as reference
from gateway.schedule import SCHEDULE
from gateway.session import routes as session
from gateway.settings import GatewaySettings
from gateway.task import routes as task

service = Service(
    name="gateway",
    title="三社 · 网关 gateway",
    routers=[
        key.router,
        session.router,
        phone.router,
        account.router,
        own.router,
        client.router,
        token.router,
        feed.router,
        directory.router,
        task.router,
        notice.router,
        anchor.router,
        reference.router,
    ],
    roles=ROLES,
    followers=[projections],
    schedule=SCHEDULE,
    beside=[courier],
    neighbours=list(Source),
)


def app() -> FastAPI:
    """The ASGI app."""
    settings, own = load("gateway"), GatewaySettings()
    made = create_app(service, settings)
    made.state.hashing = Hashing()
    made.state.gateway_settings = own
    made.state.sender = sender_of(own, demo=settings.demo)
    made.state.public_keys = public_keys(settings.key, own.next_key)
    # It asks itself for keys and revocations as others do, but without a port: nothing to wait for at start or stop.
    here = httpx.ASGITransport(app=made)
    made.state.neighbours["gateway"] = Neighbour("gateway", "http://gateway", made.state.signer, here)
    return made
